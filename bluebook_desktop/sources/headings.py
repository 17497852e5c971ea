"""The outline that grows while a text is read: which headings are open, and at which depth the next one stands."""

import re
from dataclasses import dataclass

from bluebook_desktop.domain.documents import LEVELS, Heading, HeadingKind
from bluebook_desktop.sources import forms
from bluebook_desktop.sources.numbering import Mark, Place, Style

_POINTER = re.compile(r"\bsee\s+(?:the\s+)?(Special\s+Feature|Column)\b", re.IGNORECASE)
_APART = (HeadingKind.FEATURE, HeadingKind.COLUMN)
_DEEPEST = 7


@dataclass(frozen=True, slots=True)
class Title:
    """Where a heading stands in the text, from its label to its end, where its words begin, and the label."""

    start: int
    words: int
    end: int
    label: str = ""


@dataclass(slots=True)
class _Open:
    """A heading whose extent is not known yet. `rank` is that of HTML, `counted` whether a mark gives its depth."""

    kind: HeadingKind
    level: int
    title: Title
    first: int
    counted: bool = False
    rank: int = 0
    in_box: bool = False
    last: int = 0
    position: int = 0


class Outline:
    """The headings read so far."""

    def __init__(self, text: str, places: dict[Style, Place]) -> None:
        self._text = text
        self._places = places
        self._headings: list[_Open] = []
        self._open_ones: list[_Open] = []
        self._announced: list[HeadingKind] = []
        deepest = max((place.level for style, place in places.items()), default=0)
        self._apart_level = min(max(LEVELS[HeadingKind.COLUMN], deepest), _DEEPEST - 1)

    def finish(self, passages: int) -> tuple[Heading, ...]:
        """Close all headings; they as the document has them."""
        self._close(passages)
        return tuple(
            Heading(
                position,
                one.kind,
                one.title.label,
                self._text[one.title.words : one.title.end],
                one.first,
                one.last,
                one.title.start,
                one.title.end,
                one.level,
            )
            for position, one in enumerate(self._headings)
        )

    def innermost(self) -> int | None:
        """The position of the innermost open heading; None before the first."""
        return self._open_ones[-1].position if self._open_ones else None

    def last_is_heading(self, passages: int) -> bool:
        """Whether no passage has been read since the last heading."""
        return bool(self._headings) and self._headings[-1].first == passages + 1

    def open_counted(self, mark: Mark, title: Title, passages: int, rank: int = 0) -> None:
        """Open a heading that a printed mark gives its place, whatever its rank on a page."""
        place = self._places[mark.style]
        self._open(_Open(place.kind, place.level, title, passages + 1, counted=True, rank=rank), passages)

    def open_apart(self, kind: HeadingKind, title: Title, passages: int, *, in_box: bool = False) -> None:
        """Open a special feature or column; one in a box of a page leaves open what it stands in."""
        if kind in self._announced:
            self._announced.remove(kind)
        level = self._apart_level
        if in_box and (inner := self._innermost()) is not None:
            level = min(max(level, inner.level + 1), _DEEPEST)
        self._open(_Open(kind, level, title, passages + 1, in_box=in_box), passages)

    def leave_box(self, passages: int) -> None:
        """End what was opened in a box of a page."""
        boxed = [heading for heading in self._open_ones if heading.in_box]
        if boxed:
            self._close(passages, min(heading.level for heading in boxed))

    def open_ranked(self, rank: int, title: Title, passages: int) -> None:
        """Open a heading without a number to which a page gives a rank (h1 to h6)."""
        if self._apart() is not None:
            self._open_in_apart(self._text[title.words : title.end], title, passages, rank)
            return
        above = [h for h in self._open_ones if h.level < LEVELS[HeadingKind.SECTION] or 0 < h.rank < rank]
        beside = [h for h in self._open_ones if h.counted and h.rank == rank]
        level = beside[-1].level if beside else above[-1].level + 1 if above else 0
        level = max(LEVELS[HeadingKind.SECTION], min(level, _DEEPEST))
        self._open(_Open(_kind(level), level, title, passages + 1, rank=rank), passages)

    def open_unnumbered(self, words: str, title: Title, passages: int) -> None:
        """Open a heading that has neither number nor rank: what the text announced, or one below the last number."""
        apart = self._apart()
        if apart is not None and apart.kind is HeadingKind.COLUMN and forms.is_voice(words):
            self._open_in_apart(words, title, passages)
        elif self._announced and not forms.is_usual_title(words):
            self.open_apart(self._announced[0], title, passages)
        elif apart is not None:
            self._open_in_apart(words, title, passages)
        else:
            level = self._level_of_unnumbered(passages)
            self._open(_Open(_kind(level), level, title, passages + 1), passages)

    def end_voice(self, passages: int) -> None:
        """A contributor's words are paragraphs; pictures after them belong to the column."""
        if self._open_ones and self._open_ones[-1].kind is HeadingKind.VOICE:
            self._open_ones.pop().last = passages

    def note_pointers(self, words: str) -> None:
        """Remember the features and columns that a paragraph announces."""
        for match in _POINTER.finditer(words):
            self._announced.append(HeadingKind.COLUMN if match[1].lower() == "column" else HeadingKind.FEATURE)

    def _open_in_apart(self, words: str, title: Title, passages: int, rank: int = 0) -> None:
        apart = self._apart()
        level = min((apart.level if apart else self._apart_level) + 1, _DEEPEST)
        is_voice = apart is not None and apart.kind is HeadingKind.COLUMN and forms.is_voice(words)
        kind = HeadingKind.VOICE if is_voice else HeadingKind.ITEM
        in_box = apart is not None and apart.in_box
        self._open(_Open(kind, level, title, passages + 1, rank=rank, in_box=in_box), passages)

    def _level_of_unnumbered(self, passages: int) -> int:
        inner = self._innermost()
        if inner is None:
            return LEVELS[HeadingKind.SECTION]
        level = inner.level + 1 if inner.counted or self.last_is_heading(passages) else inner.level
        return min(max(level, LEVELS[HeadingKind.SECTION]), _DEEPEST)

    def _apart(self) -> _Open | None:
        """The open special feature or column."""
        return next((h for h in reversed(self._open_ones) if h.kind in _APART), None)

    def _innermost(self) -> _Open | None:
        return self._open_ones[-1] if self._open_ones else None

    def _open(self, heading: _Open, passages: int) -> None:
        self._close(passages, heading.level)
        heading.position = len(self._headings)
        self._headings.append(heading)
        self._open_ones.append(heading)

    def _close(self, passages: int, level: int = 0) -> None:
        """End the open headings at `level` or deeper at the passage last read."""
        while self._open_ones and self._open_ones[-1].level >= level:
            self._open_ones.pop().last = passages


def _kind(level: int) -> HeadingKind:
    """The kind of a heading that is nothing but so deep."""
    kinds = {3: HeadingKind.SECTION, 4: HeadingKind.PART, 5: HeadingKind.SUBPART}
    return kinds.get(level, HeadingKind.ITEM)

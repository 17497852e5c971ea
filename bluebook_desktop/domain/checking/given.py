"""A quotation as it was typed or pasted: its words, and where the quoter says that words were left out or put in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bluebook_desktop.domain.checking.concerns import ends_sentence, is_weighty
from bluebook_desktop.domain.checking.units import Units

_DOTS = r"(?:…+|⋯+|(?:\.\s?){2,}\.)"
#: An ellipsis, in brackets or not; words in square brackets, which are the quoter's. A bracket within a word stays.
_CUT = re.compile(
    rf"""
    (?P<ellipsis> \s* (?: [\[(]\s*{_DOTS}\s*[\])] | {_DOTS} ) \s* )
  | (?P<bracket> (?<![^\s“"‘'(–—-]) \[ [^\[\]]{{1,80}} \] (?![^\W_]) )
    """,
    re.VERBOSE,
)
_IN_WORD = re.compile(r"\[([^\W_]{1,3})\](?=[^\W_])")


@dataclass(frozen=True, slots=True)
class Part:
    """Words that must stand in a row. `gap` is how many words of the text may lie between the part before and this.

    `before` and `after` are the words of brackets next to it, which stand for words of the text; an ellipsis at either
    end of the whole counts as one.
    """

    units: Units
    gap: int | None  # None: any number
    before: int = 0
    after: int = 0


#: So many words may be replaced by those in one pair of brackets.
_REPLACED = 10
#: An ellipsis at either end of a quotation may not hide a *not* beside it any more than brackets around a word may.
_AT_AN_END = 1
#: *[sic]*, *[emphasis added]*
_REMARKS = frozenset({"sic", "emphasis"})


class Given:
    """A quotation to be checked: whole as it was typed, and in the parts that its ellipses and brackets make."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.whole = Units(text)
        self._brackets = frozenset(match["bracket"] for match in _CUT.finditer(_plain(text)) if match["bracket"])
        self._known: dict[frozenset[str], tuple[Part, ...]] = {}

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts between its ellipses and brackets; none where it has no such marks."""
        return self._parted(frozenset())

    def parts_for(self, text: Units) -> tuple[Part, ...]:
        """The same for one passage: brackets that the passage itself prints are not the quoter's and cut nothing."""
        if not self._brackets or "[" not in text.text:
            return self.parts
        return self._parted(frozenset(one for one in self._brackets if text.find(Units(one).keys) >= 0))

    @property
    def is_shortened(self) -> bool:
        """Whether the quoter says that words were left out or put in."""
        return bool(self.parts)

    @property
    def words(self) -> int:
        """How many words it has, those of the quoter's brackets left out."""
        return count_words(self.parts) if self.parts else len(self.whole.words)

    def _parted(self, own: frozenset[str]) -> tuple[Part, ...]:
        if own not in self._known:
            self._known[own] = _parts(self.text, own)
        return self._known[own]


def count_words(parts: tuple[Part, ...]) -> int:
    """How many words the parts have."""
    return sum(len(part.units.words) for part in parts)


def read_given(text: str) -> Given:
    """Read a quotation; half a surrogate is read as an unknown character."""
    return Given(text.encode("utf-8", "replace").decode("utf-8").strip())


def _plain(text: str) -> str:
    """The text with *[T]he* as *The*."""
    return _IN_WORD.sub(r"\1", text)


def _parts(text: str, own: frozenset[str]) -> tuple[Part, ...]:
    """The parts between ellipses and brackets, but those that are the passage's `own`; none where there are none."""
    plain = _plain(text)
    parts: list[Part] = []
    start = beside = 0
    gap: int | None = 0
    touches, ends_open, cut = False, False, plain != text
    for match in _CUT.finditer(plain):
        if match["bracket"] in own or _is_quoted(match["bracket"]):
            continue
        cut = True
        if _add(parts, plain[start : match.start()], gap, beside):
            gap, beside, touches = 0, 0, True
        start = match.end()
        if match["bracket"] is None:
            gap, touches = None, False
            beside, ends_open = (beside if parts else _AT_AN_END), True
            continue
        ends_open = False
        gap = gap if gap is None else gap + _REPLACED
        size = _stands_for(match["bracket"])
        beside += size
        if touches:
            parts[-1] = replace(parts[-1], after=parts[-1].after + size)
    if not _add(parts, plain[start:], gap, beside) and ends_open and parts and not ends_sentence(parts[-1].units):
        parts[-1] = replace(parts[-1], after=max(parts[-1].after, _AT_AN_END))
    return tuple(parts) if cut else ()


def _is_quoted(bracket: str | None) -> bool:
    """Whether words in brackets are the quotation's: nobody else may say *not*, a number, a date, *must* or *may*."""
    return bracket is not None and any(map(is_weighty, Units(bracket).keys))


def _stands_for(bracket: str) -> int:
    """How many words a bracket has that may stand for words of the text; remarks on the text stand for none."""
    said = Units(bracket)
    return 0 if _REMARKS.intersection(said.keys) else len(said.words)


def _add(parts: list[Part], text: str, gap: int | None, before: int) -> bool:
    """Add a part unless it has no words; whether it was added."""
    units = Units(text)
    if units.words:
        parts.append(Part(units, gap, before))
    return bool(units.words)

"""A quotation as it was typed or pasted: its words, and where the quoter says that words were left out or put in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bluebook_desktop.domain.checking.concerns import is_negation
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
    """Words that must stand in a row. `gap` is how many words of the text may lie between the part before and this."""

    units: Units
    gap: int | None  # None: any number


#: So many words may be replaced by those in one pair of brackets.
_REPLACED = 10


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
    start = 0
    gap: int | None = 0
    cut = plain != text
    for match in _CUT.finditer(plain):
        if match["bracket"] in own or _says_not(match["bracket"]):
            continue
        cut = True
        gap = _add(parts, plain[start : match.start()], gap)
        start = match.end()
        if match.lastgroup == "ellipsis":
            gap = None
        elif gap is not None:
            gap += _REPLACED
    _add(parts, plain[start:], gap)
    return tuple(parts) if cut else ()


def _says_not(bracket: str | None) -> bool:
    """Whether words in brackets turn the sentence round: those are the quotation's, not an editor's."""
    return bracket is not None and any(map(is_negation, Units(bracket).keys))


def _add(parts: list[Part], text: str, gap: int | None) -> int | None:
    """Add a part unless it has no words; the gap that the next one may have."""
    units = Units(text)
    if not units.words:
        return gap
    parts.append(Part(units, gap))
    return 0

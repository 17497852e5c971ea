"""A quotation as it was typed or pasted: its words, and where the quoter says that words were left out or put in."""

from __future__ import annotations

import re
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Given:
    """A quotation to be checked: whole as it was typed, and in the parts that its ellipses and brackets make."""

    text: str
    whole: Units
    parts: tuple[Part, ...]

    @property
    def is_shortened(self) -> bool:
        """Whether the quoter says that words were left out or put in."""
        return bool(self.parts)

    @property
    def words(self) -> int:
        """How many words it has, those of the quoter's brackets left out."""
        if self.parts:
            return sum(len(part.units.words) for part in self.parts)
        return len(self.whole.words)


def read_given(text: str) -> Given:
    """Read a quotation; half a surrogate is read as an unknown character."""
    readable = text.encode("utf-8", "replace").decode("utf-8").strip()
    return Given(readable, Units(readable), _parts(readable))


def _parts(text: str) -> tuple[Part, ...]:
    """The parts between ellipses and brackets; none where there are no such marks."""
    plain = _IN_WORD.sub(r"\1", text)
    parts: list[Part] = []
    start = 0
    gap: int | None = 0
    cut = plain != text
    for match in _CUT.finditer(plain):
        cut = True
        gap = _add(parts, plain[start : match.start()], gap)
        start = match.end()
        if match.lastgroup == "ellipsis":
            gap = None
        elif gap is not None:
            gap += _REPLACED
    _add(parts, plain[start:], gap)
    return tuple(parts) if cut else ()


def _add(parts: list[Part], text: str, gap: int | None) -> int | None:
    """Add a part unless it has no words; the gap that the next one may have."""
    units = Units(text)
    if not units.words:
        return gap
    parts.append(Part(units, gap))
    return 0

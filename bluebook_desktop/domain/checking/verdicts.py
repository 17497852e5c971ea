"""What is answered when a quotation is checked."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How a quotation stands to the text, best first."""

    EXACT = "exact"
    SAME_WORDS = "same words"
    ALTERED = "altered"
    SPLICED = "spliced"
    IN_PART = "in part"
    NOT_FOUND = "not found"


class Folding(StrEnum):
    """What may differ between the same words. Nothing else may."""

    QUOTES = "quotation marks"
    CASE = "case"
    WIDTH = "width"
    WHITE_SPACE = "white space"
    HYPHENS = "hyphens"
    COMMAS = "commas"
    #: Soft hyphens and marks of direction, which nobody sees.
    INVISIBLE = "invisible characters"
    #: A letter with its accent as one character or as two.
    ACCENT_FORM = "form of accents"


class Change(StrEnum):
    """How words differ from the text's."""

    CHANGED = "changed"
    ADDED = "added"
    LEFT_OUT = "left out"
    MOVED = "moved"


class Concern(StrEnum):
    """What makes a difference weigh more than others, gravest first."""

    NEGATION = "negation"
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    MODAL = "modal verb"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that differ: as `given`, and as the `text` has them (either may be empty)."""

    kind: Change
    given: str
    text: str
    concern: Concern = Concern.NONE


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of one passage's verbatim text (code points), and how many of the given words it holds in order."""

    start: int
    end: int
    words: int


class Side(StrEnum):
    """Whose words a piece of a comparison has."""

    BOTH = "both"
    GIVEN = "given"
    TEXT = "text"
    #: The text's, which the quoter says to have left out.
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a comparison, in the order of reading."""

    side: Side
    words: str

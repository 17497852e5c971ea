"""The words that bear a record out: W3C TextQuoteSelector and TextPositionSelector over one passage."""

from dataclasses import dataclass

#: How many code points of context a selector keeps on each side.
CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Excerpt:
    """`exact` stands in passage number `passage` from `start` to `end` (code points), between `prefix` and `suffix`.

    Where the words stand in a heading, `heading` is its position, the offsets count in its title, and `passage`
    is the first passage below it.
    """

    passage: int
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    heading: int | None = None


def excerpt_at(passage: int, text: str, start: int, end: int) -> Excerpt:
    """The excerpt of a passage's `text` between two offsets in code points."""
    return Excerpt(
        passage=passage,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
    )


def find_excerpt(passage: int, text: str, exact: str, occurrence: int = 1) -> Excerpt | None:
    """The given occurrence (from 1) of `exact` in a passage's text, or None when it is not there."""
    start = -1
    for _ in range(occurrence):
        start = text.find(exact, start + 1)
        if start < 0 or not exact:
            return None
    return excerpt_at(passage, text, start, start + len(exact))

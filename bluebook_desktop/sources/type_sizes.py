"""The sizes of type on pages that set them element by element, as those before style sheets do."""

from collections import Counter

from selectolax.lexbor import LexborNode

#: What `<font size>` counts from.
USUAL = 3
SIZED = frozenset(("font", "small", "big"))
_LARGEST = 7


def size_of(node: LexborNode, tag: str, current: int) -> int:
    """The size of the type in an element that may set it, in the steps of `<font size>`."""
    if tag == "small":
        return max(current - 1, 1)
    if tag == "big":
        return min(current + 1, _LARGEST)
    printed = (node.attributes.get("size") or "").strip()
    digits = printed.lstrip("+-")
    if not (digits.isascii() and digits.isdigit() and len(digits) == 1):
        return current
    steps = {"+": USUAL + int(digits), "-": USUAL - int(digits)}.get(printed[0], int(digits))
    return min(max(steps, 1), _LARGEST)


def most_used(letters: Counter[int]) -> int:
    """The size that most letters have; of two the larger."""
    return max(letters, key=lambda size: (letters[size], size), default=USUAL)

"""A Japanese text that lost all of its line breaks: a blank is left where each of them was.

Running Japanese has no blanks; those within brackets, between Latin words and behind a heading's mark are kept.
"""

import re
from collections.abc import Iterator

#: A blank behind which something else begins.
_BLANK = re.compile(r"(?<=[\u3001-\u30ff\u3400-\u9fff！-｠)\]>”\"0-9%])[ \u3000]+(?=\S)")
#: What a title begins with stands before a blank of its own: “第2章 地球儀を俯瞰する外交”, “1 米国”.
_MARK_BEFORE = re.compile(
    r"(?:^|[ \u3000])(?:第 ?[0-9０-９一二三四五六七八九十]{1,3} ?[章節部項]|[0-9０-９]{1,2}[.．、]?"
    r"|[(（][0-9０-９ア-ン]{1,2}[)）]|[ア-ン①-⑳]|コラム|特集|[●○■□◆◇・])$"
)
_OPENING, _CLOSING = "(（「『【〈《[［", ")）」』】〉》]］"
_LATIN = re.compile(r"[0-9%>”\"]")


def pieces(text: str) -> list[tuple[int, int]]:
    """The places of what the line holds: titles, paragraphs, captions."""
    found: list[tuple[int, int]] = []
    begun = 0
    for start, end in _ends(text):
        found.append((begun, start))
        begun = end
    return [*found, (begun, len(text))]


def _ends(text: str) -> Iterator[tuple[int, int]]:
    """Each blank that parts two pieces."""
    depth = at = 0
    for blank in _BLANK.finditer(text):
        for character in text[at : blank.start()]:
            if character in _OPENING:
                depth += 1
            elif character in _CLOSING:
                depth = max(0, depth - 1)
            elif character == "。":
                depth = min(depth, 1)
        at = blank.start()
        if depth or _MARK_BEFORE.search(text, max(0, at - 12), at):
            continue
        latin = _LATIN.match(text, at - 1) and text[blank.end()].isascii() and text[blank.end()] not in "(["
        if not latin:
            yield blank.span()

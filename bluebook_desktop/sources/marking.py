"""Which lines of a text are numbered headings: a mark must fit the count of those before and after it.

“A Japanese School in New York” is no subpart A where no B follows; “60 Years of the Treaty” is no section.
"""

import re
from collections.abc import Sequence

from bluebook_desktop.sources import forms
from bluebook_desktop.sources.numbering import Mark, Style, marks

#: Marks that look like words; they must be in order.
_WEAK = (Style.LETTER, Style.NUMBER, Style.ROMAN, Style.SMALL, Style.KANA, Style.SMALL_ROMAN)
#: So many blocks are looked through for the next of a count.
_AHEAD = 500
#: “A The Situation in China”: no title begins with two articles.
_ARTICLE_AFTER = re.compile(r"A (?:An?|The)\b")
_FIXED = (Style.EDITION, Style.CHAPTER, Style.SECTION)


def choose_marks(lines: Sequence[str], may_be: Sequence[bool]) -> tuple[list[Mark | None], list[int]]:
    """For each plain line its mark or None, and the indexes of headings that are out of order."""
    candidates = [marks(line) if possible else [] for line, possible in zip(lines, may_be, strict=True)]
    chosen: list[Mark | None] = []
    out_of_order: list[int] = []
    last: dict[Style, int] = {}
    for index, found in enumerate(candidates):
        under = index > 0 and (chosen[index - 1] is not None or _is_titled(chosen, lines, index - 2))
        later = candidates[index + 1 : index + 1 + _AHEAD] if found else []
        opening = not any(chosen) and bool(later) and any(one.value == 1 for one in later[0])
        mark = _choose(found, last, later, lines[index], under=under, opening=opening)
        chosen.append(mark)
        if mark is None:
            continue
        if mark.style in last and mark.value not in (1, last[mark.style], last[mark.style] + 1):
            out_of_order.append(index)
        if mark.style in _FIXED:
            last.clear()
        last[mark.style] = mark.value
    return chosen, out_of_order


def _is_titled(chosen: Sequence[Mark | None], lines: Sequence[str], index: int) -> bool:
    """Whether a mark stands alone on its line, with its title on the next one."""
    mark = chosen[index] if index >= 0 else None
    return mark is not None and mark.words == len(lines[index])


def _choose(
    found: list[Mark], last: dict[Style, int], later: list[list[Mark]], line: str, *, under: bool, opening: bool
) -> Mark | None:
    for mark in found:  # one that goes on counting is the surest
        if mark.style in last and mark.value == last[mark.style] + 1:
            return mark
    for mark in found:
        begun = opening and mark.value > 1 and forms.is_title_case(line[mark.words :])  # “D Europe”, then “1 The Union”
        if mark.style not in _WEAK or begun or _is_likely(mark, last, later, line, under=under):
            return mark
    return None


def _is_likely(mark: Mark, last: dict[Style, int], later: list[list[Mark]], line: str, *, under: bool) -> bool:
    """Whether a mark that may be a word begins a count, or goes on with one that began before the text.

    `under` says that the line stands right below a numbered heading.
    """
    is_word = mark.style is Style.LETTER and mark.label_end == 1 and line[1:2] == " "
    if line[mark.words : mark.words + 1].islower():
        return False
    if mark.style is Style.ROMAN and mark.label_end > 1:
        return True
    if mark.value == 1:
        return not is_word or under or _ARTICLE_AFTER.match(line) is not None or _is_followed(mark, later)
    if mark.style is Style.NUMBER:
        return mark.style not in last or 0 < mark.value - last[mark.style] <= 2
    if mark.style in last:
        return False
    return _is_followed(mark, later) or (line[mark.label_end - 1] in ".)" and forms.is_title_case(line[mark.words :]))


def _is_followed(mark: Mark, later: list[list[Mark]]) -> bool:
    """Whether the next in the count comes before the count begins anew."""
    for found in later:
        for one in found:
            if one.style is mark.style:
                if one.value == mark.value + 1:
                    return True
                if one.value <= mark.value:
                    return False
    return False

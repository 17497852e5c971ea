"""What a printed page repeats and is no part of the text: page numbers, running heads, a web page’s links."""

import re
from collections import Counter
from collections.abc import Container, Iterator
from itertools import pairwise

from bluebook_desktop.sources import forms
from bluebook_desktop.sources.lines import Line, squeezed
from bluebook_desktop.sources.numbering import Style, marks
from bluebook_desktop.sources.problems import Problem

#: A line that is wrapped has at least so many letters.
NARROWEST = 24
#: So many lines at the beginning may print as titles what later pages repeat above their text.
_TITLE_LINES = 6
#: A caption and its second printing have no more lines and letters than these.
LINES_OF_CAPTION = 12
LONGEST_CAPTION = 4_000
_LABEL = re.compile(r"(?:chapter|section|part) |第", re.IGNORECASE)


def furniture(lines: list[Line]) -> tuple[set[int], list[Problem]]:
    """Which lines are page numbers and running heads, and one sentence for each."""
    numbers = {i for i, line in enumerate(lines) if _is_page_number(lines, i)}
    heads = Counter(forms.running_head(line.plain) for line in lines if len(line.plain) <= 120)
    over_two = _titles_over_two(lines)
    heads.update(over_two.values())
    captions = _caption_lines(lines, heads)
    found: dict[int, str] = dict.fromkeys(numbers, "page number")
    seen: set[str] = set()
    labels: set[tuple[Style, int]] = set()
    for i, line in enumerate(lines):
        if i in numbers or i in captions or len(line.plain) > 120:
            continue
        name = forms.running_head(line.plain)
        beside = line.page or i - 1 in found or i + 1 in numbers or (i + 1 < len(lines) and lines[i + 1].page)
        again = (
            heads[name] > 1 and (beside or forms.has_page_number(line.plain)) and not forms.ends_sentence(line.plain)
        )
        numbered = again and heads[name] > 2 and forms.has_page_number(line.plain) and not marks(line.plain)
        if (
            forms.is_head_by_itself(line.plain)
            or forms.has_label_behind(line.text)
            or numbered
            or (again and (name in seen or i > _TITLE_LINES))
            or (beside and _labels(line, alone=True) & labels)
        ):
            found[i] = "running head"
        elif forms.is_way_back(line.plain) or forms.is_trail(line.plain, (one.plain for one in lines[i + 1 : i + 4])):
            found[i] = "link of a web page"
        seen |= {name, over_two.get(i, name)}
        labels |= _labels(line)
    found |= dict.fromkeys(_interrupting(lines, found), "running head")
    return set(found), [
        Problem(lines[i].number, f"“{lines[i].plain[:60]}” was left out as a {what}.")
        for i, what in sorted(found.items())
    ]


def printed_twice(lines: list[Line]) -> Iterator[range]:
    """The lines, both printings together, of each caption whose words are printed twice on end."""
    words = [squeezed(line.text) if len(line.text) < LONGEST_CAPTION else "" for line in lines]
    for i, beginning in enumerate(words):
        joined = beginning
        for j in range(i + 1, min(i + LINES_OF_CAPTION, len(lines))):
            if lines[j].gap or not words[j] or not beginning or len(joined) > LONGEST_CAPTION:
                break
            joined += words[j]
            half, odd = divmod(len(joined), 2)
            if not odd and half > NARROWEST and joined.startswith(joined[half:]):
                yield range(i, j + 1)
                break


def _caption_lines(lines: list[Line], heads: Counter[str]) -> set[int]:
    """The lines of captions printed twice, which come back at once and nowhere else: no page's head does so."""
    twice = (one for one in printed_twice(lines) if heads[forms.running_head(lines[one.start].plain)] <= 2)
    return {i for one in twice for i in one}


def _interrupting(lines: list[Line], found: Container[int]) -> Iterator[int]:
    """The titles beside what a page repeats, where a sentence goes on behind both: another page's head."""
    for i, line in enumerate(lines):
        if i in found or not (i - 1 in found or i + 1 in found) or not _is_title_alone(line):
            continue
        before = next((one for k, one in _around(lines, i, -1) if k not in found), None)
        after = next((one for k, one in _around(lines, i, 1) if k not in found), None)
        if before is None or after is None or not (line.gap and lines[i + 1].gap):
            continue  # a line of the text itself stands right beside the rest of it
        if len(before.plain) > NARROWEST and goes_on(before, after) and not marks(after.plain):
            yield i


def _around(lines: list[Line], i: int, step: int) -> list[tuple[int, Line]]:
    """The few lines before or behind one, from the nearest on."""
    return [(k, lines[k]) for k in range(i + step, i + 5 * step, step) if 0 <= k < len(lines)]


def _is_title_alone(line: Line) -> bool:
    words = line.plain
    return len(words) <= 120 and forms.is_title_like(words) and not forms.has_small_word(words) and "," not in words


def _labels(line: Line, *, alone: bool = False) -> set[tuple[Style, int]]:
    """The chapter, section or part that a line begins with, or with `alone` that it is nothing but the label of."""
    if not _LABEL.match(line.plain):
        return set()
    found = (mark for mark in marks(line.plain)[:1] if mark.style in (Style.CHAPTER, Style.SECTION, Style.PART))
    return {(mark.style, mark.value) for mark in found if not alone or mark.words >= len(line.plain)}


def _titles_over_two(lines: list[Line]) -> dict[int, str]:
    """What later pages may repeat in one line of a label at the beginning and the title below it."""
    return {
        i: forms.running_head(f"{label.plain} {title.plain}")
        for i, (label, title) in enumerate(pairwise(lines[: _TITLE_LINES + 1]))
        if any(mark.words >= len(label.plain) for mark in marks(label.plain))
    }


def _is_page_number(lines: list[Line], i: int) -> bool:
    """A number alone on its line; a small one above a title counts a section instead."""
    words = lines[i].plain
    if not forms.is_page_number(words):
        return False
    if lines[i].page or i + 1 == len(lines) or lines[i + 1].page or not words.isdecimal() or int(words) > 30:
        return words.isdecimal() or not words.isalpha() or lines[i].page or (i + 1 < len(lines) and lines[i + 1].page)
    before, after = (lines[i - 1].plain if i else "."), lines[i + 1].plain
    return not (
        (not i or forms.ends_sentence(before) or forms.is_title_like(before))
        and forms.is_title_like(after)
        and forms.is_title_case(after)
        and not forms.is_page_number(after)
        and not marks(after)
    )


def goes_on(before: Line, after: Line) -> bool:
    """Whether a line goes on with the sentence of another."""
    return after.plain[:1].islower() and not forms.ends_sentence(before.plain)

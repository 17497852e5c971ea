"""A text's words as the index holds them: words, pairs of Japanese characters, and words that a hyphen parts.

Japanese is written without blanks, so that its runs are cut into overlapping pairs of characters: every word of two
and more is a row of pairs, and a single character begins a pair or ends a run.
"""

from __future__ import annotations

import re

from bluebook_desktop.domain.folding import fold, is_japanese, words

#: Stands between texts that are indexed together, so that no phrase crosses from one into the other.
BREAK = "\ue001"
_HYPHENS = "-‐‑"
#: Two letters and more before a hyphen, and after it, perhaps on the next line.
_BEFORE = re.compile(r"(?<![\w.-])[^\W\d_]{2,}\Z")
_AFTER = re.compile(r"\s?([^\W\d_]{2,})(?![\w-])")
_CHAIN = re.compile(rf"(?<![\w.-])[^\W\d_]{{2,}}(?:[{_HYPHENS}]\s?[a-z]{{2,}}){{2,}}(?![\w-])")
_PARTING = re.compile(rf"[{_HYPHENS}]\s?")
_IS_HYPHEN = re.compile(f"[{_HYPHENS}]")
#: No word of a text that a hyphen parts is longer.
_LONGEST = 40
_WESTERN = re.compile(r"[^\W_]+")


def index_words(text: str) -> list[str]:
    """The words of a text in order, pairs for Japanese; then the last characters of its runs, and joined words."""
    folded = fold(text)
    last: list[str] = []
    if is_japanese(folded):
        found, last = _with_pairs(folded)
    else:
        found = _WESTERN.findall(folded)
    joined = _joined(text)
    if last or joined:
        found += [BREAK, *last, *joined]
    return found


def _with_pairs(folded: str) -> tuple[list[str], list[str]]:
    """The words of a folded text, Japanese ones in pairs, and the last character of each Japanese one."""
    found: list[str] = []
    last: dict[str, None] = {}
    for word in words(folded):
        if is_japanese(word.folded):
            found += pairs(word.folded)
            last[word.folded[-1]] = None
        else:
            found.append(word.folded)
    return found, list(last)


def _joined(text: str) -> list[str]:
    """The words that a hyphen parts as one: two of them, or several in small letters."""
    found: dict[str, None] = {}
    several = 0
    for hyphen in _IS_HYPHEN.finditer(text):
        place = hyphen.start()
        before = _BEFORE.search(text, max(place - _LONGEST, 0), place)
        after = _AFTER.match(text, place + 1)
        if before and after:
            found[fold(before.group() + after[1])] = None
        several += bool(before or after)
    if several > 1:
        found.update((fold(_PARTING.sub("", match.group())), None) for match in _CHAIN.finditer(text))
    return list(found)


def pairs(run: str) -> list[str]:
    """The overlapping pairs of a run of Japanese characters; none of a single one."""
    return [run[place : place + 2] for place in range(len(run) - 1)]

"""A text's words as the index holds them: words, pairs of Japanese characters, and words that a hyphen parts.

Japanese is written without blanks, so that its runs are cut into overlapping pairs of characters: every word of two
and more is a row of pairs, and a single character begins a pair or ends a run.
"""

from __future__ import annotations

import re

from bluebook_desktop.domain.folding import fold, is_japanese, words

#: Stands between texts that are indexed together, so that no phrase crosses from one into the other.
BREAK = "\ue001"
_HYPHEN = r"[-‐‑]"
#: Two words joined by a hyphen, perhaps at the end of a line, or several in small letters.
_HYPHENED = re.compile(
    rf"(?<![\w.-])(?:[^\W\d_]{{2,}}{_HYPHEN}\s?[^\W\d_]{{2,}}|[^\W\d_]{{2,}}(?:{_HYPHEN}\s?[a-z]{{2,}})+)(?!{_HYPHEN}?\w)"
)
_PARTING = re.compile(rf"{_HYPHEN}\s?")


def index_words(text: str) -> list[str]:
    """The words of a text in order, pairs for Japanese; then the last characters of its runs, and joined words."""
    found: list[str] = []
    last: dict[str, None] = {}
    for word in words(text):
        if is_japanese(word.folded):
            found += pairs(word.folded)
            last[word.folded[-1]] = None
        else:
            found.append(word.folded)
    joined = {fold(_PARTING.sub("", match.group())): None for match in _HYPHENED.finditer(text)}
    if last or joined:
        found += [BREAK, *last, *joined]
    return found


def pairs(run: str) -> list[str]:
    """The overlapping pairs of a run of Japanese characters; none of a single one."""
    return [run[place : place + 2] for place in range(len(run) - 1)]

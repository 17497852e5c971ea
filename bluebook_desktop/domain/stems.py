"""The stem of an English word, for a search that asks for all its forms.

A light rule: it rather misses a form than joins two words.
"""

from __future__ import annotations

_DOUBLED = ("bb", "dd", "gg", "mm", "nn", "pp", "rr", "tt")
_SHORTEST = 3


def stem(word: str) -> str:
    """A folded word without its ending; short words and those with digits stay as they are."""
    if len(word) <= _SHORTEST or not word.isascii() or not word.isalpha():
        return word
    word = _without_plural(word)
    for ending in ("edly", "ingly", "ing", "ed", "ly"):
        if word.endswith(ending) and _has_vowel(word[: -len(ending)]) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
            if word.endswith(_DOUBLED):
                word = word[:-1]
            break
    if word.endswith("y") and len(word) > _SHORTEST and word[-2] not in "aeiou":
        word = f"{word[:-1]}i"
    return word.removesuffix("e") if len(word) > _SHORTEST else word


def _without_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > len("ties"):
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _has_vowel(text: str) -> bool:
    return any(c in "aeiouy" for c in text)

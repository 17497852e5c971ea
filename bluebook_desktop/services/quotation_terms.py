"""The words of a quotation as the index has them, and one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluebook_desktop.domain.folding import Word, fold_places, is_japanese, words
from bluebook_desktop.domain.querying.index_words import pairs

if TYPE_CHECKING:
    from collections.abc import Sequence


def single_words(text: str) -> list[Word]:
    """The words of a text, and each Japanese character as one, since nobody can tell where those begin and end."""
    found: list[Word] = []
    for word in words(text):
        if not is_japanese(word.folded):
            found.append(word)
            continue
        folded = fold_places(text[word.start : word.end])
        spans = (folded.span(at, at + 1) for at in range(len(folded.text)))
        found += [Word(folded.text[at], word.start + a, word.start + b) for at, (a, b) in enumerate(spans)]
    return found


def index_terms(parted: Sequence[Word]) -> list[str]:
    """What the index has for words on end: Japanese characters that touch are there in pairs."""
    found: list[str] = []
    run, end = "", -1
    for word in parted:
        if not is_japanese(word.folded):
            found += [*pairs(run), word.folded]
            run = ""
        else:
            if run and word.start > end:
                found += pairs(run)
                run = ""
            run += word.folded
        end = word.end
    return [*found, *pairs(run)]

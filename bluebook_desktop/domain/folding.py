"""Text as it is searched: case, accents, width, quotation marks, hyphens and dashes folded away.

Folding keeps, for every character that comes out, the offset of the one it came from, so that a hit in the
folded text can be marked in the verbatim text.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

#: Quotation marks are not searched; hyphens and dashes part words as a blank does.
_QUOTES = frozenset("\"'“”‘’‚‛„‟«»‹›`´＂＇「」『』")
_HYPHENS = frozenset("-‐‑‒–—―−﹣－")
_SOFT_HYPHEN = "\u00ad"
_LAST_COMBINING = "\u036f"
_FIRST_COMBINING = "\u0300"
_PART = re.compile(r"[^\W_]+")
#: Letters and digits, with the accents and soft hyphens that may stand among them.
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u00ad]+[^\W_]*)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: folded, and where it stands in the verbatim text (code points)."""

    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `offsets[i]` is where character `i` came from in the verbatim text."""

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The verbatim span of a folded one that is not empty."""
        return self.offsets[start], self.offsets[end - 1] + 1


def fold_character(character: str) -> str:
    """One character folded for case, width and accents; it may become none or several."""
    if character < "\x80":
        return character.lower()
    if character == _SOFT_HYPHEN or _FIRST_COMBINING <= character <= _LAST_COMBINING:
        return ""
    wide = unicodedata.normalize("NFKD", character)
    bare = "".join(c for c in wide if not _FIRST_COMBINING <= c <= _LAST_COMBINING)
    folded = unicodedata.normalize("NFC", bare).casefold()
    if not character.isalnum() and any(map(str.isalnum, folded)):
        return character  # ™ is no part of the word that it follows
    return folded


def fold(text: str) -> str:
    """The words of a text as the index holds them; idempotent."""
    return "".join(map(fold_character, text))


def words(text: str) -> list[Word]:
    """The words of a text in order, as the index parts them: runs of letters and digits."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        folded = _fold_word(match.group())
        if folded.isalnum():
            found.append(Word(folded, match.start(), match.end()))
        else:  # a character that folds into several words, such as ½
            found += [Word(part, match.start(), match.end()) for part in _PART.findall(folded)]
    return found


@lru_cache(maxsize=20_000)
def _fold_word(word: str) -> str:
    return fold(word)


def fold_verbatim(text: str) -> Folded:
    """A text for comparing phrases: folded, without quotation marks, hyphens and white space as one blank.

    Full stops, commas and all other marks stay, so that a phrase never matches across the end of a sentence.
    """
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        if character in _QUOTES:
            continue
        piece = " " if character.isspace() or character in _HYPHENS else fold_character(character)
        if piece[:1].isspace() and characters and characters[-1] == " ":
            piece = piece.lstrip()
        characters.extend(piece)
        offsets.extend([offset] * len(piece))
    return Folded("".join(characters), tuple(offsets))

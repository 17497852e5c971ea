"""Text as it is searched: case, accents, width, quotation marks, hyphens and dashes folded away.

Folding keeps, for every character that comes out, the offset of the one it came from, so that a hit in the
folded text can be marked in the verbatim text.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

#: Quotation marks are not searched; hyphens and dashes part words as a blank does.
_QUOTES = frozenset("\"'“”‘’‚‛„‟«»‹›`´＂＇「」『』")
_HYPHENS = frozenset("-‐‑‒–—―−﹣－")
_SOFT_HYPHEN = "\u00ad"
_LAST_COMBINING = "\u036f"
_FIRST_COMBINING = "\u0300"
#: Kanji and kana, which are written without blanks: each run of them is parted from the letters around it.
JAPANESE = (
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufa6d\ufa70-\ufad9"
    "\U00020000-\U0002a6df\U0002a700-\U0002b738\U0002b740-\U0002b81d\U0002b820-\U0002cea1"
    "\U0002ceb0-\U0002ebe0\U0002f800-\U0002fa1d\U00030000-\U0003134a"
)
#: A letter or digit of any other script.
LETTER = rf"[^\W_{JAPANESE}]"
_PART = rf"[{JAPANESE}]+|{LETTER}+"
#: Letters and digits, with the accents and soft hyphens that may stand among them.
_WORD = rf"[{JAPANESE}]+|{LETTER}+(?:[\u0300-\u036f\u00ad]+{LETTER}*)*"
#: For texts without kanji and kana, which are many; four times as quick.
_WESTERN = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u00ad]+[^\W_]*)*")
_WESTERN_PART = re.compile(r"[^\W_]+")
#: What holds them all is looked through seven times as fast.
_MAY_BE_JAPANESE = re.compile("[^\0-\u3004\ue000-\uf8ff]")
#: Marks that a usual text has beside ASCII; they fold into themselves.
_USUAL_MARKS = "’“”–‘—"
#: A kana with its voicing mark as a character of its own.
_VOICED = re.compile("[\u3041-\u30ff\uff66-\uff9d][\u3099\u309a\uff9e\uff9f]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: folded, and where it stands in the verbatim text (code points)."""

    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `offsets[i]` is where character `i` came from in the verbatim text.

    `ends[i]` is where that ends; without `ends` every character came from one.
    """

    text: str
    offsets: Sequence[int]
    ends: Sequence[int] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The verbatim span of a folded one that is not empty."""
        return self.offsets[start], self.ends[end - 1] if self.ends else self.offsets[end - 1] + 1


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
    plain = _fold_evenly(text)
    if plain is not None:
        return plain
    return "".join(fold_character(text[a:b]) if b - a == 1 else _voice(text[a:b]) for a, b in _clusters(text))


def has_usual_marks_alone(text: str) -> bool:
    """Whether a text has nothing beside ASCII but the marks of print, which are no part of words."""
    if text.isascii():
        return True
    for mark in _USUAL_MARKS:
        text = text.replace(mark, "")
    return text.isascii()


def _fold_evenly(text: str) -> str | None:
    """A text whose every character folds into one, folded; None of any other."""
    if has_usual_marks_alone(text):  # nearly all; to go through the characters would take twenty times as long
        return text.lower()
    plain = text.translate(_PLAIN)
    return None if _UNEVEN in plain else plain


def _voice(cluster: str) -> str:
    """A kana and its voicing mark as one character."""
    return unicodedata.normalize("NFKC", cluster)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text that are folded together: single characters but for kana with a voicing mark."""
    place = 0
    for match in _VOICED.finditer(text):
        yield from ((i, i + 1) for i in range(place, match.start()))
        yield match.span()
        place = match.end()
    yield from ((i, i + 1) for i in range(place, len(text)))


class _Plain(dict[int, str]):
    """Characters that fold into one character each; all others become a mark that no text has."""

    def __missing__(self, code: int) -> str:
        folded = fold_character(chr(code))
        kept = folded if len(folded) == 1 and not 0x3099 <= code <= 0x309A and code not in (0xFF9E, 0xFF9F) else _UNEVEN
        self[code] = kept
        return kept


_UNEVEN = "\ufdd0"
_PLAIN = _Plain()


def fold_places(text: str) -> Folded:
    """As `fold`, knowing where each character came from; quick where each folds into one."""
    plain = _fold_evenly(text)
    if plain is not None:
        return Folded(plain, range(len(text)))
    characters: list[str] = []
    offsets: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        piece = fold_character(text[start:end]) if end - start == 1 else _voice(text[start:end])
        characters.append(piece)
        offsets.extend([start] * len(piece))
        ends.extend([end] * len(piece))
    return Folded("".join(characters), offsets, ends)


@cache
def japanese_pattern(source: str) -> re.Pattern[str]:
    """An expression that knows all Japanese letters, made when first needed: it takes 2 ms, and few texts need any."""
    return re.compile(source)


def is_japanese(text: str) -> bool:
    """Whether a text has kanji or kana."""
    if text.isascii() or _MAY_BE_JAPANESE.search(text) is None:
        return False
    return japanese_pattern(f"[{JAPANESE}]").search(text) is not None


def words(text: str) -> list[Word]:
    """The words of a text in order: runs of letters and digits, and runs of kanji and kana."""
    found: list[Word] = []
    pattern = japanese_pattern(_WORD) if is_japanese(text) else _WESTERN
    for match in pattern.finditer(text):
        start, end = match.span()
        parts = _fold_word(match.group())
        # Several come of one that folds so, such as ½.
        found += [Word(part, start, end) for part in parts] if len(parts) != 1 else (Word(parts[0], start, end),)
    return found


@lru_cache(maxsize=50_000)
def _fold_word(word: str) -> tuple[str, ...]:
    folded = fold(word)
    return tuple((japanese_pattern(_PART) if is_japanese(folded) else _WESTERN_PART).findall(folded))


def fold_verbatim(text: str) -> Folded:
    """A text for comparing phrases: folded, without quotation marks, hyphens and white space as one blank.

    Full stops, commas and all other marks stay, so that a phrase never matches across the end of a sentence.
    """
    characters: list[str] = []
    offsets: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        character = text[start:end]
        if character in _QUOTES:
            continue
        if end - start > 1:
            piece = _voice(character)
        else:
            piece = " " if character.isspace() or character in _HYPHENS else fold_character(character)
        if piece[:1].isspace() and characters and characters[-1] == " ":
            piece = piece.lstrip()
        characters.extend(piece)
        offsets.extend([start] * len(piece))
        ends.extend([end] * len(piece))
    return Folded("".join(characters), tuple(offsets), tuple(ends))

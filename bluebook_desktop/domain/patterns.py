"""The parts of a query as patterns for folded text.

While somebody types, every letter makes new ones, so that they must be made quickly: a regular expression that knows
all Japanese letters takes 1 ms. So where a word begins and ends is looked at here, and signs are made plain before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from bluebook_desktop.domain.folding import LETTER, Folded, is_japanese, japanese_pattern
from bluebook_desktop.domain.querying.tree import Phrase

_PLAIN_QUOTES = "\"'`"
_SIGNS = str.maketrans({**dict.fromkeys("‐‑‒–—―−﹣－", "-"), **dict.fromkeys("“”‘’‚‛„‟«»‹›´＂「」『』", '"')})
#: Most texts have these alone, and to replace them one by one is quicker.
_USUAL_SIGNS = (("’", '"'), ("“", '"'), ("”", '"'), ("‘", '"'), ("–", "-"), ("—", "-"))
_Q = f"[{_PLAIN_QUOTES}]*"
_BLANK = rf"[{_PLAIN_QUOTES}]*[\s-][\s{_PLAIN_QUOTES}-]*"
#: What may stand between two words of a phrase whose commas are ignored.
_LOOSE = rf"[\s{_PLAIN_QUOTES},，、-]+"
_PARTING = re.compile(r"-\s?")
_WORD_CHARACTERS = re.compile(r"[^\W_]*")
_FIRST_JAPANESE = "\u3005"


def plain_signs(folded: Folded) -> Folded:
    """A folded text whose hyphens and dashes are the plain one, and so its quotation marks."""
    text = folded.text
    for usual, plain in _USUAL_SIGNS:
        text = text.replace(usual, plain)
    if not text.isascii():
        text = text.translate(_SIGNS)
    return folded if text is folded.text else Folded(text, folded.offsets, folded.ends)


class End(Enum):
    """How what a pattern finds must end."""

    ANYWHERE = 0
    WORD = 1  # with a word
    BEGINNING = 2  # where the word that it begins does


@dataclass(frozen=True, slots=True)
class Pattern:
    """What is looked for: characters, or an expression; where it must begin and end."""

    sought: str | re.Pattern[str]
    begins_word: bool
    end: End
    #: Whether the characters are a word that hyphens may part: few texts have any, so that its expression waits.
    parted: bool = False

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where it stands in a text with plain signs, in order and without overlap."""
        if self.parted:
            word = str(self.sought)
            if "-" not in text or word not in _PARTING.sub("", text):
                return []
            return Pattern(_parted_expression(word), self.begins_word, self.end).spans(text)
        found: list[tuple[int, int]] = []
        span = self._next(text, 0)
        while span is not None:
            start, end = span
            if self.end is End.BEGINNING:
                end = _end_of_letters(text, end)
            inside = self.begins_word and start > 0 and is_letter(text[start - 1])
            if inside or (self.end is End.WORD and end < len(text) and is_letter(text[end])):
                span = self._next(text, start + 1)
            else:
                found.append((start, end))
                span = self._next(text, end)
        return found

    def _next(self, text: str, place: int) -> tuple[int, int] | None:
        if isinstance(self.sought, str):
            start = text.find(self.sought, place)
            return None if start < 0 else (start, start + len(self.sought))
        match = self.sought.search(text, place)
        return None if match is None else match.span()


def words_pattern(parts: tuple[str, ...], *, prefix: bool) -> Pattern:
    """Words side by side, whatever stands between them."""
    if len(parts) == 1:
        return _bounded(parts[0], parts[0], parts[0], prefix=prefix)
    pieces = []
    for number, part in enumerate(parts):
        if number:
            mixed = is_japanese(part) or is_japanese(parts[number - 1])
            pieces.append(r"[\W_]*" if mixed else r"[\W_]+")
        pieces.append(re.escape(part))
    return _bounded(re.compile("".join(pieces)), parts[0], parts[-1], prefix=prefix)


def parted_pattern(word: str, *, prefix: bool) -> Pattern:
    """A word that a hyphen may part, also at the end of a line."""
    begins = not is_japanese(word[:1])
    end = End.ANYWHERE if is_japanese(word[-1:]) else End.BEGINNING if prefix else End.WORD
    return Pattern(word, begins, end, parted=True)


@lru_cache(maxsize=64)
def _parted_expression(word: str) -> re.Pattern[str]:
    return re.compile(r"(?:-\s?)?".join(map(re.escape, word)))


def phrase_pattern(phrase: Phrase) -> Pattern:
    """The characters of a phrase: quotation marks may stand anywhere, a blank may be any space or hyphen."""
    characters = phrase.characters.translate(_SIGNS)
    pieces: list[str] = []
    for character in characters:
        if character == " ":
            pieces.append(_LOOSE if phrase.commas else _BLANK)
        else:
            if pieces and pieces[-1] not in (_LOOSE, _BLANK):
                pieces.append(_Q)
            pieces.append(re.escape(character))
    begins, ends = is_letter(characters[:1]), is_letter(characters[-1:])
    return Pattern(re.compile("".join(pieces)), begins, End.WORD if ends else End.ANYWHERE)


def is_letter(character: str) -> bool:
    """Whether a character is a letter or digit of a script that is written with blanks."""
    return character.isalnum() and (character < _FIRST_JAPANESE or not is_japanese(character))


def _bounded(sought: str | re.Pattern[str], first: str, last: str, *, prefix: bool) -> Pattern:
    """A pattern that begins and ends where a word does; Japanese has no such place."""
    end = End.ANYWHERE if is_japanese(last[-1:]) else End.BEGINNING if prefix else End.WORD
    return Pattern(sought, not is_japanese(first[:1]), end)


def _end_of_letters(text: str, place: int) -> int:
    match = _WORD_CHARACTERS.match(text, place)
    end = match.end() if match else place
    if not is_japanese(text[place:end]):
        return end
    match = japanese_pattern(f"{LETTER}*").match(text, place)
    return match.end() if match else place

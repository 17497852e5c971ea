"""A text as the row of units that a quotation is compared by: words, numbers and marks.

Quotation marks, hyphens, dashes, commas and white space stand between units and are no units themselves: they may
differ between the same words. All other marks are units: a full stop that is missing is a difference.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

QUOTES = frozenset('"“”„‟«»‹›＂「」『』')
#: Marks that part quotations or stand for a letter in a word, as in *Japan’s*.
APOSTROPHES = frozenset("'‘’‚‛`´＇")
HYPHENS = frozenset("-‐‑‒–—―−﹣－")
COMMAS = frozenset(",，、﹐､")
_GAP = QUOTES | APOSTROPHES | HYPHENS | COMMAS
#: What cannot be seen: soft hyphens, joiners, marks of direction.
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_JAPANESE = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"
_LETTER = rf"[^\W_{_JAPANESE}]"
#: What a word goes on with beside letters.
_JOINT = rf"(?:[\u0300-\u036f{_INVISIBLE}](?=[^\W_]|[\u0300-\u036f])|[\u0300-\u036f]|['‘’＇](?={_LETTER}))"
_UNIT = rf"""
    (?P<plain> [A-Za-z]+ ) (?=[\s.,;:!?)”])  # nearly all words, and twice as quick
  | (?P<number> (?:(?<![^\s(\[“‘"'])[-−])? [0-9０-９]+ (?:[.,．，][0-9０-９]+)+ (?![^\W_{_JAPANESE}])
              | (?<![^\s(\[“‘"'])[-−] [0-9０-９]+ (?![^\W_{_JAPANESE}]) )
  | (?P<word> {_LETTER}+ (?: {_JOINT} {_LETTER}* )* )
  | (?P<character> [{_JAPANESE}][\u3099\u309a\uff9e\uff9f]* )
  | (?P<apostrophe> ['‘’‚‛`´＇] )
  | (?P<mark> [^\s\w{_INVISIBLE}] | _ )
    """
#: The group of the expression above that is a single mark; words and numbers stand before it.
_APOSTROPHE = 5
#: Texts whose letters are those of English: small and capital ones take the same room, and no unit hides another.
PLAIN = re.compile("[\x00-\x7f\u2010-\u201f\u2026]*")
_PLAIN_BEGINNING = re.compile("[a-z0-9]+")
#: What may be part of a number and stand before its last digits.
_JOINTS_OF_NUMBERS = APOSTROPHES | frozenset("-.,")
#: A number of more digits may be printed with commas.
_UNDIVIDED = 3
_THOUSANDS = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_SEPARATOR = "\x1f"


class Unit(NamedTuple):  # a tuple: a check makes thousands, and a frozen dataclass takes three times as long
    """A word, number or mark: the key it is compared by, and where it stands (code points)."""

    key: str
    start: int
    end: int
    is_word: bool


class Units:
    """A text parted into units; of a stretch of it those units alone, where they are given."""

    def __init__(self, text: str, stretch: tuple[Unit, ...] | None = None) -> None:
        self.text = text
        self.all: tuple[Unit, ...] = tuple(_part(text)) if stretch is None else stretch

    def __len__(self) -> int:
        return len(self.all)

    @cached_property
    def keys(self) -> list[str]:
        """The keys in order."""
        return [unit.key for unit in self.all]

    @cached_property
    def words(self) -> list[int]:
        """The positions of those units that are words or numbers."""
        return [position for position, unit in enumerate(self.all) if unit.is_word]

    @cached_property
    def is_japanese(self) -> bool:
        """Whether the text has Japanese letters."""
        return is_japanese(self.text)

    @cached_property
    def _joined(self) -> str:
        return _SEPARATOR + "".join(f"{key}{_SEPARATOR}" for key in self.keys)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each unit starts in the joined keys."""
        starts, place = [], 1
        for key in self.keys:
            starts.append(place)
            place += len(key) + 1
        return starts

    def find(self, keys: list[str], after: int = 0) -> int:
        """The position of the first place from `after` on where these units stand in a row, or -1."""
        if not keys or after >= len(self.all):
            return -1
        wanted = _SEPARATOR + "".join(f"{key}{_SEPARATOR}" for key in keys)
        place = self._joined.find(wanted, self._starts[after] - 1)
        return -1 if place < 0 else bisect_left(self._starts, place + 1)

    def find_all(self, keys: list[str]) -> list[int]:
        """The positions of all such places."""
        found = []
        place = self.find(keys)
        while place >= 0:
            found.append(place)
            place = self.find(keys, place + 1)
        return found

    def verbatim(self, first: int, last: int) -> str:
        """The text from unit `first` to before unit `last`, without what stands around."""
        return self.text[self.all[first].start : self.all[last - 1].end] if last > first else ""

    def between(self, position: int) -> str:
        """What stands between the unit at `position` and the next."""
        return self.text[self.all[position].end : self.all[position + 1].start]


@cache
def _unit() -> re.Pattern[str]:
    """Made when first needed: whoever only names the marks does not wait for it."""
    return re.compile(_UNIT, re.VERBOSE)


def _part(text: str) -> list[Unit]:
    units: list[Unit] = []
    make, add = tuple.__new__, units.append  # a check parts thousands of units
    opened = 0  # single quotation marks that wait for their closing one
    for match in _unit().finditer(text):
        kind = match.lastindex
        start, end = match.span()
        match kind:
            case 1:  # plain
                add(make(Unit, (match[0].lower(), start, end, True)))
            case 2 | 3 | 4:  # number, word or character
                add(make(Unit, (_key(match[0]), start, end, True)))
            case 5:  # apostrophe
                if _opens(text, start):
                    opened += 1
                elif units and units[-1].is_word and units[-1].end == start:
                    if opened and not text[end : end + 1].isalnum():  # else it joins two words, and closes nothing
                        opened -= 1
                    else:  # a possessive: the “Forces'” of “U.S. Forces' activities”
                        last = units[-1]
                        units[-1] = Unit(f"{last.key}'", last.start, end, is_word=True)
            case _:
                if match[0] not in _GAP:
                    add(Unit(fold_width(match[0]), start, end, is_word=False))
    return units


def stretches(text: str, keys: list[str]) -> list[Units] | None:
    """Every place of a text where units of these keys stand in a row; None where only parting all of it tells.

    What units a stretch has depends on what stands before it by nothing but single quotation marks. So a text in plain
    letters is searched for the first word, and parted from there on as long as its units are those asked for.
    """
    if not keys or not PLAIN.fullmatch(text):
        return None
    lowered = text.lower()
    begins = _beginning(keys[0])
    if not begins:
        return [] if any(_beginning(key) not in lowered for key in keys) else None
    joints = _JOINTS_OF_NUMBERS if begins[0].isdigit() else APOSTROPHES
    found: list[Units] = []
    place = lowered.find(begins)
    while place >= 0:
        before = text[place - 1 : place]
        if before in joints:
            return None
        if not before.isalnum():
            stretch = _stretch_at(text, place, keys)
            if stretch is None:
                return None
            if stretch:
                found.append(Units(text, tuple(stretch)))
        place = lowered.find(begins, place + 1)
    return found


def _beginning(key: str) -> str:
    """The plain letters that a text with a unit of this key has for certain; none of a mark or a long number."""
    first = _PLAIN_BEGINNING.match(key)
    return "" if first is None or (first[0].isdigit() and len(first[0]) > _UNDIVIDED) else first[0]


def _stretch_at(text: str, place: int, keys: list[str]) -> list[Unit] | None:
    """The units from a place on if they have these keys, else none; None where a single mark behind one decides."""
    units: list[Unit] = []
    for match in _unit().finditer(text, place):
        raw = match[0]
        is_word = match.lastindex is not None and match.lastindex < _APOSTROPHE
        if not is_word and raw in _GAP:
            continue
        key, wanted, end = _key(raw) if is_word else fold_width(raw), keys[len(units)], match.end()
        # Of *Forces' activities* the mark belongs to the word.
        if is_word and text[end : end + 1] in APOSTROPHES and wanted.rstrip("'") == key:
            return None
        if key != wanted:
            return []
        units.append(Unit(key, match.start(), end, is_word))
        if len(units) == len(keys):
            return units
    return []


def _opens(text: str, place: int) -> bool:
    """Whether a single mark stands where a quotation opens."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return after.isalnum() and (not before or not before.isalnum()) and before not in (".", "!", "?")


@lru_cache(maxsize=50_000)
def _key(raw: str) -> str:
    """What a word is compared by: case, width, form of accents and of apostrophes folded; accents themselves stay."""
    if raw.isascii() and raw.isalpha():
        return raw.lower()
    visible = re.sub(f"[{_INVISIBLE}]", "", raw)
    plain = "".join("'" if c in APOSTROPHES else "-" if c in HYPHENS else c for c in fold_width(visible))
    lowered = "".join(lower if len(lower := c.lower()) == 1 else c for c in unicodedata.normalize("NFC", plain))
    return lowered.replace(",", "") if _THOUSANDS.fullmatch(lowered) else lowered


def fold_width(text: str) -> str:
    """Full-width and half-width forms as the usual ones."""
    return text if text.isascii() else "".join(map(_usual_width, text))


def _usual_width(character: str) -> str:
    if character < "\u3000":
        return character
    kind, _, code = unicodedata.decomposition(character).partition(" ")
    return chr(int(code, 16)) if kind in ("<wide>", "<narrow>") else character


def is_invisible(character: str) -> bool:
    """Whether a character cannot be seen and parts no words."""
    return re.fullmatch(f"[{_INVISIBLE}]", character) is not None


def is_japanese(text: str) -> bool:
    """Whether a text has Japanese letters."""
    return re.search(f"[{_JAPANESE}]", text) is not None

"""In what the printed words differ from what was typed, though they match: each difference has a name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache

from bluebook_desktop.domain.checking.units import APOSTROPHES, COMMAS, HYPHENS, QUOTES, fold_width

_QUOTED = QUOTES | APOSTROPHES
_HYPHEN = "".join(HYPHENS)
_LINE_END = re.compile(rf"[{re.escape(_HYPHEN)}]\s*\n\s*")


class MatchedBy(StrEnum):
    """Why words match that are not printed as they were typed."""

    SOFT_HYPHENS = "soft hyphens"
    LINE_END = "hyphen at the end of a line"
    WIDTH = "width"
    LIGATURES = "ligatures"
    QUOTES = "quotation marks"
    HYPHENS = "hyphens and dashes"
    JOINED = "words joined or parted by a hyphen"
    COMMAS = "commas"
    SIGNS = "signs between the words"
    ACCENTS = "accents"
    CASE = "case"
    WHITE_SPACE = "white space"
    #: No folding, but other ways by which a hit is found.
    FORM = "another form of the word"
    DATE = "date of an event"
    SLIP = "slip of the source"


def _ligatures(text: str) -> str:
    return "".join(
        unicodedata.normalize("NFKC", c) if unicodedata.decomposition(c).startswith("<") else c for c in text
    )


def _accents(text: str) -> str:
    bare = (c for c in unicodedata.normalize("NFD", text) if not "\u0300" <= c <= "\u036f")
    return unicodedata.normalize("NFC", "".join(bare))


def _signs(text: str) -> str:
    return "".join(
        c if c.isalnum() or c.isspace() or c in _QUOTED or c in HYPHENS or c in COMMAS else " " for c in text
    )


#: What each name means, in the order in which it is done.
FOLDS: dict[MatchedBy, Callable[[str], str]] = {
    MatchedBy.SOFT_HYPHENS: lambda text: text.replace("\u00ad", ""),
    MatchedBy.LINE_END: lambda text: _LINE_END.sub("", text),
    MatchedBy.WIDTH: lambda text: unicodedata.normalize("NFC", fold_width(text)),
    MatchedBy.LIGATURES: _ligatures,
    MatchedBy.QUOTES: lambda text: "".join(c for c in text if c not in _QUOTED),
    MatchedBy.JOINED: lambda text: "".join(c for c in text if c not in HYPHENS),
    MatchedBy.HYPHENS: lambda text: "".join(" " if c in HYPHENS else c for c in text),
    MatchedBy.COMMAS: lambda text: re.sub(r"\s*[,，、﹐､]\s*", " ", text),
    MatchedBy.SIGNS: _signs,
    MatchedBy.ACCENTS: _accents,
    MatchedBy.CASE: str.casefold,
    MatchedBy.WHITE_SPACE: lambda text: " ".join(text.split()),
}
_JOINED_ONLY = frozenset({MatchedBy.JOINED, MatchedBy.LINE_END})


def apply(text: str, named: frozenset[MatchedBy]) -> str:
    """A text with these differences folded away."""
    for name, change in FOLDS.items():
        if name in named:
            text = change(text)
    return text


@lru_cache(maxsize=16_384)
def name_foldings(printed: str, typed: str, prefix: bool = False) -> frozenset[MatchedBy]:
    """The fewest foldings that make the same of both; none where no set of them does."""

    def same(named: frozenset[MatchedBy]) -> bool:
        one, other = apply(printed, named), apply(typed, named)
        return one == other or (prefix and one.startswith(other))

    if same(frozenset()):
        return frozenset()
    if printed.isascii() and typed.isascii() and f"{printed}{typed}".isalnum():  # nearly all of them
        return frozenset({MatchedBy.CASE}) if same(frozenset({MatchedBy.CASE})) else frozenset()
    for whole in (frozenset(FOLDS) - _JOINED_ONLY, frozenset(FOLDS) - {MatchedBy.HYPHENS}):
        if same(whole):
            kept = whole
            for name in reversed(FOLDS):
                if name in kept and same(kept - {name}):
                    kept -= {name}
            return kept
    return frozenset()

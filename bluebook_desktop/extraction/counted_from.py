"""Happenings that days are counted from, “six days after his departure”, and the words that tell them."""

import re

_TOLD = {
    "departure": r"depart|le(?:ft|aves?)\b|visit|c[ao]me|stay|set (?:out|off)",
    "return": r"return|c[ao]me back|went back|visit|le(?:ft|aves?)\b",
    "visit": r"visit|c[ao]me|arriv|travel|went to|stay",
    "stay": r"stay|visit|c[ao]me|arriv|was in|were in|spent",
    "death": r"death|die[sd]\b|passed away|killed|shot|murder|assassinat|lost (?:his|her) life",
    "resignation": r"resign|step(?:ped|s) down|le(?:ft|aves?) office",
    "election": r"elect|vote[sd]?\b|won\b|chosen|chose",
    "appointment": r"appoint|named|nominat|became|took office|takes office|took over|assum",
    "inauguration": r"inaugurat|took office|takes office|sworn|swore|opened|assum",
    "speech": r"speech|spoke|address|deliver|said|told",
    "meeting": r"me(?:e)?t(?:ing|s)?\b|talks|received",
    "talks": r"talks|talked|me(?:e)?t(?:ing|s)?\b|summit|negotiat",
    "announcement": r"announc|declar|made public|said|told",
    "adoption": r"adopt",
    "signing": r"sign|conclu",
}
#: The nouns, as an alternative of a pattern.
HAPPENINGS = "|".join(_TOLD)
_TELLS = {noun: re.compile(rf"\b(?:{told})", re.IGNORECASE) for noun, told in _TOLD.items()}
_COUNTED_FROM = re.compile(rf" (?:his|her|its|their) (?P<noun>{HAPPENINGS})\b")


def counted_from(text: str, offset: int) -> re.Pattern[str] | None:
    """What tells the happening named behind an offset, “(six days after) his departure”; None where none is named."""
    named = _COUNTED_FROM.match(text, offset)
    return _TELLS[named["noun"]] if named else None

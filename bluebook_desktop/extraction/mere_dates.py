"""Dates that only tell which thing is meant, or what somebody tells of: no clause with its verb belongs to them."""

import re

from bluebook_desktop.extraction.text import Span
from bluebook_desktop.extraction.titles import FINITE

#: “Replaced that of 2011”, “its pledge of July 2012”.
_OF_THING = re.compile(
    r"\b(?:that|those) of(?: the)? $"
    r"|\b(?:its|their|his|her) (?:(?!own\b)[a-z-]+ ){0,2}?(?:pledge|promise|commitment|target|appeal|request|proposal"
    r"|offer|order|invitation|apology|remark|warning)s? of(?: the)? $"
)
#: “Told them of the morning of August 6, 1945”.
_TOLD_OF = re.compile(
    r"\b(?:told|tells?|spoke|speaks?|wrote|writes|thought|learned|heard|reminded|memory|memories|story|stories|tales?)"
    r"(?: [\w’'-]+){0,3} (?:of|about)(?: the| that)? (?:(?:morning|afternoon|evening|night|day|event|bombing"
    r"|battle|disaster|war|earthquake|attack)s? (?:of|in|on) )?(?:the )?$"
)
#: “Where he met X, her predecessor’s term having ended in August”.
_HAVING = re.compile(r", (?:[^,;]{2,80} )?having (?:been )?[a-z]+[^,;]*$")
#: “Gave to September 3 the name of …”, “declared May 3 a holiday”.
_NAMED = re.compile(
    r"\b(?:gave|given|gives|giving) (?:to )?$|\b(?:made|declared|designated|named|proclaimed|established|set|known) $"
)
_AS_NAME = re.compile(
    r" (?:as )?(?:an?|the|its) (?:[\w-]+ ){0,2}?(?:name|title|holiday|day|anniversary)\b|(?: as)? (?:the )?“"
)
_NEAR = 160


def only_tells_which(sentence: str, date: Span, others: list[Span]) -> bool:
    """Whether a date is that of a thing by the way; so is one that a comma alone parts from such a one."""
    before = sentence[max(0, date[0] - _NEAR) : date[0]]
    if any(pattern.search(before) for pattern in (_OF_THING, _TOLD_OF, _HAVING)):
        return True
    earlier = [one for one in others if one[1] <= date[0]]
    if not earlier or FINITE.search(sentence, earlier[-1][1], date[0]):
        return False
    between = sentence[earlier[-1][1] : date[0]]
    listed = between.startswith(", ") and " and " not in between
    return listed and _OF_THING.search(sentence, 0, earlier[-1][0]) is not None


def is_given_name(text: str, date: Span) -> bool:
    """Whether a date is one that is given a name, not one on which anything was done."""
    named = _NAMED.search(text, max(0, date[0] - _NEAR), date[0])
    return named is not None and _AS_NAME.match(text, date[1]) is not None

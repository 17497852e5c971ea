"""Finds the expressions of an English text that date something (see `grammar` for their forms)."""

import re
from dataclasses import replace

from bluebook_desktop.extraction.expressions import Expression
from bluebook_desktop.extraction.grammar import FORMS, MONTHS

_SINCE = re.compile(r"\b(?:[Ee]ver since|[Ss]ince)(?: the| around| about)? $")
#: “The first visit since 2009” tells of the visit of 2009, not of something that has gone on from then.
_FIRST = re.compile(r"\b(?:first|last|most|least|highest|lowest|largest|longest|best|worst)\b[^.;:]{0,80}$")
_ONWARD = re.compile(r",? (?:onwards?|on(?=[,.;]))")
#: "May" is a month only where a date can stand.
_MAY = re.compile(
    r"(?:\b(?:[Ii]n|[Oo]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Tt]hrough|[Tt]o|[Ff]rom|[Bb]y|[Oo]f|[Dd]uring|[Ll]ast|late"
    r"|early|mid"
    r"|[Tt]his|[Nn]ext|[Tt]he|[Bb]etween|[Bb]efore|[Aa]fter|['’]s|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) |[-–—(,] ?)$"
)
_MONTH_AND = re.compile(rf"\b(?:{'|'.join(MONTHS)})(?: [0-9]{{1,2}})?(?: \([^()]*\))?,? (?:and|or) $")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Minister|President|Ambassador|Secretary|Senator|Professor)\.? $")
_SAYS = re.compile(r" (?:said|stated|visited|met|and Prime|of the U|announced|resigned|expressed)")


def find_expressions(text: str) -> list[Expression]:
    """Every expression of an English text that dates something, in order."""
    found: list[Expression] = []
    taken = bytearray(len(text))
    for pattern, parser in FORMS:
        new = len(found)
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]) or not _can_be_month(match):
                continue
            if expression := parser(match):
                found.append(_opened(text, expression))
        for expression in found[new:]:
            taken[expression.start : expression.end] = b"\1" * (expression.end - expression.start)
    return sorted(found, key=lambda expression: expression.start)


def _can_be_month(match: re.Match[str]) -> bool:
    """Whether "May" alone is the month, and neither the verb nor a name."""
    if match.group() not in MONTHS:
        return True
    before = match.string[max(0, match.start() - 40) : match.start()]
    if _TITLE.search(before):
        return False
    if match.group() != "May":
        return True
    if _MONTH_AND.search(before):
        return True
    return bool(_MAY.search(before)) and not _SAYS.match(match.string, match.end())


def _opened(text: str, expression: Expression) -> Expression:
    """The expression with a *since* before it or an *onward* behind it."""
    if expression.last is not None:
        return expression
    if before := _SINCE.search(text, max(0, expression.start - 16), expression.start):
        if _FIRST.search(text[max(0, before.start() - 100) : before.start()]):
            return expression
        return replace(expression, start=before.start(), since=True)
    if after := _ONWARD.match(text, expression.end):
        return replace(expression, end=after.end(), since=True)
    return expression

"""Finds the expressions of an English text that date something (see `grammar` for their forms)."""

import re
from dataclasses import replace
from itertools import pairwise

from bluebook_desktop.extraction.expressions import Expression
from bluebook_desktop.extraction.grammar import FORMS
from bluebook_desktop.extraction.parsers import MONTHS

_SINCE = re.compile(r"\b(?:[Ee]ver since|[Ss]ince)(?: the| around| about)? $")
#: “The first visit since 2009” tells of the visit of 2009, not of something that has gone on from then.
_FIRST = re.compile(
    r"\b(?:first|last|(?<!of the )(?<!of its )most|least|highest|lowest|largest|longest|best|worst)\b"
    r"[^.;:]{0,80}$"
    r"|\b(?:second|third|fourth|fifth|sixth|seventh|only)(?: [a-z-]+){0,2} ?$"
)
_ONWARD = re.compile(
    r",? (?:onwards?|on(?=[,.;])|(?:or|and) (?:later|after(?:wards?)?|beyond|thereafter|onwards?)(?! (?:the|that|its)))"
)
#: “At the earliest possible date after 2014”: an open end.
_NOT_BEFORE = re.compile(
    r"\b(?:(?:(?:will|shall|can|could|would|is|are) not (?:[a-z]+ ){0,4}|not )before|in or after"
    r"|(?:no|not) earlier than|(?:date|time|point|stage) after) $"
)
#: What a year is the measure of: “in fiscal year 2008 dollars”, “at the level of FY2010”.
_MEASURED = re.compile(r" (?:dollars|yen|prices|levels?|terms|values|figures)\b")
_LEVEL = re.compile(r"\b(?:(?:levels?|value) of|prices (?:of|in)|[Ff]igures (?:for|of|are those of)) (?:the )?$")
#: “Than in any year since 1977”: years that something is compared with.
_ANY_SINCE = re.compile(
    r"\bthan (?:(?:in|at|on|during) )?(?:any|every|all)(?: other)? (?:year|month|time|point|decade)s? $"
)
#: “Continuing on from 2020, statements were read out in June”: the year is no part of what is told.
_AS_BEFORE = re.compile(
    r"(?:\b(?:[Cc]ontinuing (?:on )?from|[Aa]s in|[Jj]ust as in|[Uu]nlike(?: in)?|[Ll]ike in|[Ss]imilar(?:ly)? to"
    r"|[Cc]ompared (?:with|to)|[Cc]omparison (?:with|to)) (?:that of |the )?$"
    r"|\b(?:highest|lowest|largest|smallest|biggest|longest|worst|fastest|sharpest|strongest)(?: [a-z]+){0,3} since $)"
)
#: What comes back year after year: “every March”, “in April of each year”.
_EVERY = re.compile(
    r"\b(?:(?:[Ee]very|[Ee]ach)(?: year(?: (?:in|on|from|at the end of|around))?)?(?: early| late)?"
    r"|[Aa]nnually (?:in|on)) $"
)
_RUNS = re.compile(r"\b(?:runs?|lasts?|extends?) (?:each year )?from $")
_EACH = re.compile(r",? (?:of )?(?:each|every) year\b")
#: A person or thing called by the name of a month.
_CALLED = re.compile(r"\b(?:called|named|nicknamed|dubbed|christened) $")
#: A bracket behind a day that tells which one it is elsewhere: “(Hawaii time; December 28 in Japan)”.
_ELSEWHERE = re.compile(r" ?\([^()]*$")
#: "May" is a month only where a date can stand.
_MAY = re.compile(
    r"(?:\b(?:[Ii]n|[Oo]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Tt]hrough|[Tt]o|[Ff]rom|[Bb]y|[Oo]f|[Dd]uring|[Ll]ast|late"
    r"|early|mid"
    r"|[Tt]his|[Nn]ext|[Tt]he|[Bb]etween|[Bb]efore|[Aa]fter|['’]s|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) |[-–—(,] ?)$"
)
_MONTH_AND = re.compile(rf"\b(?:{'|'.join(MONTHS)})(?: [0-9]{{1,2}})?(?: \([^()]*\))?,? (?:and|or) $")
#: A month alone in single marks, called after a noun set off by a comma, or before a family name, is a name.
_NAMESAKE = re.compile(
    r"(?:\b(?:magazine|novel|song|film|daughter|son|sister|brother|mascot|actress|actor|singer),? )$"
)
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
    found.sort(key=lambda expression: expression.start)
    again = {id(two) for one, two in pairwise(found) if _is_same_elsewhere(text, one, two)}
    return [one for one in found if id(one) not in again and not _is_measure(text, one) and not _comes_back(text, one)]


def _comes_back(text: str, expression: Expression) -> bool:
    """Whether a month or day without a year is that of every year."""
    if expression.prints_year or expression.first.month is None or expression.relative is not None:
        return False
    before = text[max(0, expression.start - 40) : expression.start]
    if expression.last and (expression.first.month - 2) % 12 + 1 == expression.last.month and _RUNS.search(before):
        return True  # the twelve months that a kind of year has
    return bool(_EVERY.search(before) or _EACH.match(text, expression.end))


def _is_measure(text: str, expression: Expression) -> bool:
    """Whether a year only says which prices or what level are meant, or what something is compared with."""
    if expression.first.year is None or expression.first.month is not None:
        return False
    before = text[max(0, expression.start - 40) : expression.start]
    if (expression.since and _ANY_SINCE.search(before)) or _AS_BEFORE.search(before):
        return True
    return bool(_MEASURED.match(text, expression.end) or _LEVEL.search(before))


def _is_same_elsewhere(text: str, one: Expression, two: Expression) -> bool:
    """Whether a bracket behind a day says which day it was in another zone of time."""
    if one.first.day is None or two.first.day is None or not _ELSEWHERE.fullmatch(text, one.end, two.start):
        return False
    bracket = text[one.end : two.start], text[two.end : two.end + 40].partition(")")[0]
    return (
        any(re.search(r"\btime\b", part) for part in bracket)
        or re.fullmatch(r" in [A-Z][\w. ]+", bracket[1]) is not None
    )


def _can_be_month(match: re.Match[str]) -> bool:
    """Whether "May" alone is the month, and neither the verb nor a name."""
    words = match.group()
    if words.lower().startswith(("that ", "this ")) and words.endswith(" May"):  # “that May would resign”
        return re.match(r"[,.;)]|$", match.string[match.end() :]) is not None
    if words not in MONTHS:
        return True
    before = match.string[max(0, match.start() - 40) : match.start()]
    if _TITLE.search(before) or _CALLED.search(before) or _NAMESAKE.search(before) or _is_name(match, before):
        return False
    if match.group() != "May":
        return True
    if _MONTH_AND.search(before):
        return True
    return bool(_MAY.search(before)) and not _SAYS.match(match.string, match.end())


def _is_name(match: re.Match[str], before: str) -> bool:
    """Whether two months stand side by side, as in a person's name."""
    after = match.string[match.end() : match.end() + 12]
    return any(before.endswith(f" {month} ") or re.match(rf" {month}\b(?! [0-9])", after) for month in MONTHS)


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
    if _NOT_BEFORE.search(text, max(0, expression.start - 48), expression.start):
        return replace(expression, since=True)
    return expression

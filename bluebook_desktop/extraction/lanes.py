"""The lane and the status of an event, by the words around its date."""

import re

from bluebook_desktop.domain.documents import Edition
from bluebook_desktop.domain.records import EventKind, Status
from bluebook_desktop.extraction.dating import Dated

#: In the order of their weight: the first lane with the most cues wins.
_CUES = {
    EventKind.INCIDENTS: (
        r"\b(?:accident|incident|crash|leak|attack|arrest|collision|war\b|earthquake|disaster|outbreak|cases|murder"
        r"|test-fire|launched (?:a )?(?:ballistic )?missile|nuclear test|explosion|terror|shipwreck|fire broke"
        r"|bombing|shooting|hostage|kidnap|typhoon)\w*"
    ),
    EventKind.REALIGNMENT: (
        r"\b(?:realign|relocat|replacement facility|landfill|return(?:ed)? of|were returned|was returned"
        r"|consolidat|hectares|roadmap|co-location)\w*"
    ),
    EventKind.AGREEMENTS: (
        r"\b(?:agreement|treaty|signed|signing|entered into force|entry into force|exchange(?:d)? (?:of )?notes"
        r"|convention|protocol|memorandum|concluded|guidelines|ratif|approved by the Diet|Special Measures|accord"
        r"|charter)\w*"
    ),
    EventKind.DEFENCE: (
        r"\b(?:exercise|missile|defen[cs]e|deploy|space|cyber|forces|military|fleet|vessel|aircraft carrier"
        r"|navy|army|lieutenant general|admiral|commander|command\b|satellite|BMD|SDF\b|joint training)\w*"
    ),
    EventKind.DIPLOMACY: (
        r"\b(?:visit|meeting|summit|talks|dialogue|minister|secretary|president|statement|conference|telephone|leader"
        r"|exchange program|reception|anniversary|program|discussion|press release|consultat|2\+2)\w*"
    ),
}
_COMPILED = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _CUES.items()}
_WEIGHTS = {
    EventKind.INCIDENTS: 2.0,
    EventKind.REALIGNMENT: 1.6,
    EventKind.AGREEMENTS: 1.4,
    EventKind.DEFENCE: 1.1,
    EventKind.DIPLOMACY: 1.0,
}
_TERM = re.compile(
    r"\b(?:by|until|till|through|before|no later than|not later than|within|up to)(?: the)?(?: end of)?(?: the)?"
    r"(?: around| about| at least)? ?$",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|must|shall|scheduled|planned|plans? to|expected|expires?|due to|aims?|aiming|intends?|to be (?:\w+ed"
    r"|effective|held)|is to|are to|would"
    r"|concurred to|agreed to|decided to|targeted|extend\w*|valid\w*|effective|complet\w+ by)\b",
    re.IGNORECASE,
)
#: A yearbook is printed in spring: what it dates later is to come, unless the words say that it has been.
_PAST = re.compile(r"\b(?:was|were|had|took|held|met|visited|made|began|became|[a-z]{2,}ed)\b")
_QUOTED = re.compile(r"[“\"][^“”\"]{12,}[”\"]")


def lane_of(title: str, clause: str) -> EventKind:
    """The lane whose cue words weigh most, those of the title more than the rest; diplomacy where none does."""
    weights = {
        kind: (3 * len(pattern.findall(title)) + len(pattern.findall(clause))) * _WEIGHTS[kind]
        for kind, pattern in _COMPILED.items()
    }
    best = max(weights.values())
    return next(kind for kind, weight in weights.items() if weight == best) if best else EventKind.DIPLOMACY


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


#: What says before a date that something is to come, and what still says so behind it.
_WILL = re.compile(
    r"\b(?:will|would|expires?|(?:is|are)(?: \w+)? (?:to|scheduled|expected|planned)|to be (?:effective|held|\w+ed))\b"
)
_TO_COME = re.compile(rf"{_WILL.pattern}|\b(?:scheduled|expected|planned|later this year)\b")


def _told(clause: str, before: str) -> str:
    """The words that tell what a date is that of: those before it, or where there are none all to the next comma."""
    if len(before.split()) > 3:
        return before + re.split(r"[,;]| and ", clause[len(before) :], maxsplit=1)[0]
    return clause


def status_of(dated: Dated, clause: str, before: str, edition: Edition) -> Status:
    """Happened, planned or a deadline: when it is, the word before the date, and the tense of its clause."""
    clause, before = _QUOTED.sub(_blank, clause), _QUOTED.sub(_blank, before)  # what is quoted looks ahead by itself
    start, end = dated.date.span.start, dated.date.span.end
    ahead = _AHEAD.search(clause) is not None
    later = start is not None and start > edition.period_end
    long_after = start is not None and int(start[:4]) > int(edition.period_end[:4]) + 1
    beyond = end is not None and end > edition.period_end
    if dated.expression.since and not long_after:
        return Status.HAPPENED
    if _TERM.search(before) and (long_after or (beyond and ahead)):
        return Status.DEADLINE
    future = _TO_COME.search(before + dated.date.printed) or _WILL.search(clause, len(before))
    printing = start is not None and start >= f"{edition.year}-04"
    if long_after or (printing and not _PAST.search(_told(clause, before))):
        return Status.PLANNED
    if not dated.main and not printing and dated.expression.first.day:
        return Status.HAPPENED  # the date of a thing: "the earthquake of March 11"
    if (later and ahead and future) or (beyond and future):
        return Status.PLANNED
    return Status.HAPPENED

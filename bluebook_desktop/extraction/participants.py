"""Who took part in an event without being named: “the four ministers”, “the Cabinet”, as printed."""

import re

from bluebook_desktop.extraction.agents import GROUP, STATE_LIST

#: Somebody acts in one of these; a country that is but named in passing does not take part.
_ACTS = re.compile(
    r"\b(?:[Mm]inist(?:er|ry|ries|ers)|[Ll]eaders|[Ss]ecretar(?:y|ies)|[Oo]fficials|[Gg]overnments?|[Aa]dministrations?|[Ss]ides?"
    r"|[Pp]articipants|[Dd]elegations|[Cc]abinet|[Pp]residents?|Premier|Chancellor|Emperor|Empress|King|Queen|Pope"
    r"|[Hh]eads|Ambassador|Governor|Mayor|Commander|Chair(?:man|person)?|Diet|Congress|Parliament|parties)\b"
)
#: “the Government of Japan and the Government of the U.S.” are two, so are “the Government of Japan and UNC”.
_BOTH = re.compile(
    r" and (?=the (?:Government|Minister|Ministry|Secretary|President|Prime Minister)\b)"
    r"|(?<=[Gg]overnment of Japan) and (?=[A-Z])"
)
_OF_STATES = re.compile(rf" of {STATE_LIST}")
#: Several countries act together where they are what a clause begins with.
_STATES = re.compile(
    rf"{STATE_LIST}(?= (?:(?:also|jointly|both) )?(?:have|had|were|will|[a-z]{{3,}}ed|held|began|made|took)\b)"
)
#: “the Prime Minister’s Office”, “the Government-level talks”, “the Cabinet Secretariat”: no one who acts.
_OWNER = re.compile(r"[’']s?\b|[’'] |-| (?:Office|Secretariat|Order|Meeting|Conference|Affairs)\b")
#: An administration acts where it has a verb; else its time is told, or what others do: “under the X Administration”.
_ADMINISTRATION = re.compile(r"[Aa]dministrations?$")
_ITS_TIME = re.compile(r"\b(?:[Uu]nder|of|[Dd]uring|[Ss]ince|[Aa]fter|[Bb]efore|[Ii]n|[Ff]rom|[Ff]or|to) $")
_DOES = re.compile(
    r" (?:(?:also|had|has|have|then|jointly) )*"
    r"(?:(?:was|were|will|held|began|made|took|put|set|gave|sent)\b|[a-z]{3,}ed\b)"
)
_MOST = 4


def participants_of(clause: str) -> tuple[str, ...]:
    """The groups and offices that take part in what a clause tells, in reading order, four at most."""
    found: dict[str, None] = {}
    states = _STATES.match(clause)
    if states and " and " in states.group():
        found[states.group()] = None
    for match in GROUP.finditer(clause):
        if not _ACTS.search(match.group()) or _OWNER.match(clause, match.end()):
            continue
        if clause[: match.start()].endswith(" from "):
            continue  # “Participants from both sides” are told of already
        if _ADMINISTRATION.search(match.group()) and not _acts(clause, match.span()):
            continue
        behind = _OF_STATES.match(clause, match.end())
        for part in _BOTH.split(clause[match.start() : behind.end() if behind else match.end()]):
            found.setdefault(part if part.endswith("U.S.") else part.rstrip("."))
    return tuple(found)[:_MOST]


def _acts(clause: str, span: tuple[int, int]) -> bool:
    """Whether a body is the subject of a verb."""
    return _DOES.match(clause, span[1]) is not None and _ITS_TIME.search(clause, 0, span[0]) is None

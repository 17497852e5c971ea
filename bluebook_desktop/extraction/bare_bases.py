"""Bases called by their town alone: “fighters stationed at Misawa” names the base, “the Mayor of Misawa” the town.

The name of a town is a base only where the words beside it say that forces are there, and the text is not of the
Self-Defense Forces, which share some of these towns.
"""

import re
from collections.abc import Iterable, Iterator

from bluebook_desktop.extraction.gazetteer import Entry, Gazetteer
from bluebook_desktop.extraction.text import Site, Span

_BASE = re.compile(r"(?P<town>[A-Z]\w+) Base")
#: What is said of forces: where they are.
_BASED = re.compile(
    r"\b(?:based|stationed|home-?ported|(?:forward[- ])?deployed|berthed|moored|docked|anchored|port calls?"
    r"|port(?: of)?)"
    r" (?:at|in|to|for|from|into|out of) $"
)
#: Where they come from and go to, as others do: only of ships, aircraft and units it tells of a base.
_CAME = re.compile(
    r"\b(?:landed|landing|touched down|took off|taking off|take off|land|arriv(?:ed?|ing)"
    r"|called|calls?|(?:sailed|flew|flown|departed)(?: of)?)"
    r" (?:at|in|to|for|from|into|out of) $"
)
_CRAFT = re.compile(
    r"\b(?:USS|ships?|warships?|vessels?|carriers?|destroyers?|frigates?|cruisers?|submarines?|aircraft|airplanes?"
    r"|planes?"
    r"|jets?|helicopters?|fighters?|bombers?|tankers?|transports?|drones?|Ospreys?|squadrons?|air wings?|fleet|units?"
    r"|troops|[Mm]arines|sailors|airmen|soldiers|battalions?|brigades?|regiments?|divisions?"
    r"|(?:[FCEBP]|KC|AV|MV|CV|CH|EA|RQ|MQ)A?(?:/A)?-[0-9]+\w*)\b"
)
#: A ship or an airplane, with its name, and the town where it lies: “the USS Wasp at Yokosuka”.
_FORCES_AT = re.compile(
    r"\b(?:USS(?: [A-Z][\w.]+){1,3}|fighters?|(?:carrier )?air wings?|squadrons?|tankers|aircraft carrier|destroyers?"
    r"|Marines|sailors|airmen|(?:[FCEP]|KC|AV|MV|CV|CH)A?(?:/A)?-[0-9]+\w*)(?: aircraft)? (?:at|in|from|of) $"
)
_THE_BASE = re.compile(r"\b(?:base|naval base|air base|airfield) (?:at|in) $")
_MOVED = re.compile(r"\b(?:relocat|transfer|redeploy|mov)\w+\b[^.;]{0,80}\b(?:from|to) $")
_AS_BASE = re.compile(r" as (?:its|their|the|a)(?: (?:new|forward|main))? (?:home ?port|base)\b")
#: Whose forces they are; those of Japan have bases of their own in the same towns.
_FORCES = re.compile(
    r"\bU\.?S\.?(?: |N\b|-)|\bUSS\b|\bUSFJ\b|\bAmerican\b|\b[Uu]nited States\b|\bMarine|\b[Cc]arrier\b|\bsquadron"
    r"|\b(?:AV|MV|CV)-[0-9]"
)
_SELF_DEFENCE = re.compile(r"\b(?:J?[GMA]SDF|SDF|Self-Defense)\b")
_TOWN = re.compile(
    r"[ -](?:City|Town|Village|Ward|Bay|Island|Prefecture|District|Line|Port|Station|cho|shi|son|machi|ku)\b"
    r"|[’']s\b| [A-Z]"
)


def find_towns(gazetteer: Gazetteer, whole: str) -> list[tuple[re.Pattern[str], Entry]]:
    """The towns in a text by which one facility of the gazetteer alone is called."""
    called: dict[str, list[Entry]] = {}
    for entry in gazetteer.entries:
        for town in {found["town"] for name in entry.names if (found := _BASE.fullmatch(name))}:
            called.setdefault(town, []).append(entry)
    return [
        (re.compile(rf"(?<![\w-]){town}(?![\w-])"), entries[0])
        for town, entries in called.items()
        if len(entries) == 1 and town in whole
    ]


def find_bare(site: Site, towns: Iterable[tuple[re.Pattern[str], Entry]]) -> Iterator[tuple[Span, Entry]]:
    """Each place in a passage where the name of a town is that of its base."""
    for pattern, entry in towns:
        for match in pattern.finditer(site.text):
            if _is_base(site, match.span(), entry):
                yield match.span(), entry


def _is_base(site: Site, span: Span, entry: Entry) -> bool:
    """Whether the words beside the name of a town say that forces of the United States are there."""
    text, (begin, end) = site.text, site.sentence(span[0])
    before = text[max(begin, span[0] - 120) : span[0]]
    prefecture = entry.where.rpartition(", ")[2]
    if _TOWN.match(text, span[1]) or text.startswith(f", {prefecture}", span[1]) or _SELF_DEFENCE.search(before):
        return False
    if _THE_BASE.search(before):
        return True
    if not _FORCES.search(text, begin, end):
        return False
    came = _CAME.search(before)
    return bool(
        (came and _CRAFT.search(before, 0, came.start()))
        or _BASED.search(before)
        or _FORCES_AT.search(before)
        or _MOVED.search(before)
        or _AS_BASE.match(text, span[1])
    )

"""Whether words tell that a place was returned: the places that they name as what was, not those beside it.

A passive returns its subject (“4 hectares of X and Y were returned”), a noun or verb its object (“the return of X”),
and neither what only lies beside, what came back there, nor what was but discussed.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

#: A named place: where it begins and ends, and what it is.
Place = tuple[int, int, str]

#: So many letters on both sides of a verb are looked through, so many places of one list, so many verbs.
_NEAR, _LISTED, _MOST = 240, 12, 60
#: So far before a place what says where it lies may begin.
_BEFORE = 40
_RETURNED = re.compile(
    r"(?<!should have )(?<!could have )(?<!not )\b(?:was|were|been) (?:(?!not |never )\w+ )?returned\b"
    r"|\b[Rr]eturns?(?: to Japan)? of\b"
    r"|(?<!was )(?<!were )(?<!been )(?<!be )(?<!being )(?<!ly )(?<!also )(?<!already )\breturned(?= [0-9a-zA-Z])"
)
#: A word for a piece of land: what stands behind it with *of* or *in* is what it is a part of.
_LAND = (
    r"(?:hectares?|ha|parts?|portions?|half|halves|most|all|thirds?|quarters?|lands?|areas?|sites?|sections?|strips?"
    r"|tracts?|plots?|facilit(?:y|ies)|bases?|side|end|corner|edge|grounds?|housing|compounds?|districts?|course"
    r"|runways?|beach|piers?|camps?|roads?)"
)
#: What may stand between a verb, or the noun *return of*, and the place that it is of.
_OWN = (
    rf"(?>(?:{_LAND}|the|an?|its|their|this|that|some|about|approximately|around|roughly|nearly|over|more than|major"
    r"|large|larger|smaller|small|partial|total|remaining|entire|whole|other|northern|southern|eastern|western|north"
    r"|south|east|west|central|former|joint|use|of|in|at|on|within|along|and|or|including|namely|such as|located"
    r"|as well as|also called|also known as|called|formerly|both|two|three|four|five|six|seven|eight|nine|ten)(?![\w-])"
    rf"|[a-z-]+(?= {_LAND}\b)|approx\.|U\.S\.|[0-9][0-9,.]{{0,12}}|\([^()]{{0,80}}\))"
)
_TO_PLACE = re.compile(rf"[ ,:]{{0,3}}(?:{_OWN}[ ,:]{{1,3}}){{0,24}}", re.IGNORECASE)
#: The same before a subject, where *and* begins a clause.
_BEFORE_PLACE = re.compile(rf"(?:(?<![\w-])(?!and |or |as ){_OWN}[ :]{{1,3}}){{0,24}}$", re.IGNORECASE)
_HAS_LAND = re.compile(rf"\b{_LAND}\b", re.IGNORECASE)
#: Where a subject begins: a clause, or what is behind a time.
_OPENED = re.compile(
    r"(?:^|[,;:.] |\b(?:and|but|that|which|while|whereas|when|where|after|before) |[0-9] |(?:January|February|March"
    r"|April|May|June|July|August|September|October|November|December|year|month|day) )$"
)
#: What governs a place that is no subject: “the remains found at X”, “the soldiers of X”.
_GOVERNED = re.compile(r"\b(?:[Oo]f|[Ii]n|[Aa]t|[Oo]n|[Ww]ithin|[Aa]long) (?:the )?(?:former )?(?:U\.S\. )?$")
_AT_PLACE = re.compile(r"(?:^|[,;:] )(?:[Aa]t|[Ii]n|[Oo]n|[Ww]ithin) (?:the )?(?:former )?(?:U\.S\. )?$")
_AUXILIARY = re.compile(r"\b(?:was|were|is|are|has|had|have|will|would|should|could|may|might|must)\b")
_LED_BY = re.compile(r" (?:has|had|have|having)(?: (?:already|also|since|then|now|later|all|\w+ly))?$")
#: Where what is told of one place ends and that of another begins.
_OTHER_CLAUSE = re.compile(r"; |, (?:while|whereas|but|and (?=[A-Z]))")
_RELATIVE = re.compile(r",? (?:which|that)(?: \w+ly)?$")
_INCLUDING = re.compile(r": | including | namely | such as ")
_TO = re.compile(r"\bto\b")
#: What leads from a place to another that it only lies in.
IN = re.compile(r",? (?:in|of|at|within) (?:the )?")
#: What only lies beside the place that is told of.
_BESIDE = re.compile(
    r"\b(?:(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est) of|[Nn]ear|[Nn]ext to|[Aa]djacent to|[Bb]eside|[Oo]pposite|[Bb]etween"
    r"|(?:moved|relocated|transferred|relocation|transfer) to|[Ii]nstead of|[Ii]n exchange for) (?:the )?$"
)
_TALKED_OF = (
    r"plan|agree|deci[ds]|request|approv|announc|confirm|discuss|postpon|delay|demand|consider|negotiat|propos|seek"
    r"|sought|ask|call(?:ed|ing)? for|expect|schedul|urg|promis"
)
#: A return that is planned, agreed or asked for has not happened by that.
_ONLY_MEANT = re.compile(
    rf"\b(?:{_TALKED_OF}|toward|progress|implement|promot|regarding|concerning|realiz|condition|accelerat|early|prompt"
    r"|possib)"
    r"|\b(?:on|for|(?<!addition )to|towards?|about|over) (?:the |their |its )?(?:\w+ )?$",
    re.IGNORECASE,
)
_MEANT_BEHIND = re.compile(
    r"(?: (?:also|then|again|not|never|once more|been|\w+ly)){0,3}"
    rf" (?:{_TALKED_OF}|put off|raised|taken up|talked|to )"
)
_TO_COME = frozenset(("will", "would", "should", "could", "may", "might", "must"))
_ASIDE = re.compile(r",? (?:which|that) [^,;]{0,120},")


def returned(words: str, places: Sequence[Place]) -> set[str]:
    """What the words tell to have been returned, of the places that they name in their order."""
    found: set[str] = set()
    starts = [start for start, _, _ in places]
    for number, told in enumerate(_RETURNED.finditer(words)):
        if number >= _MOST:
            break
        behind = bisect_left(starts, told.end())
        if told.group().endswith(" of") or told.group() == "returned":
            found.update(_by_noun(words, told.span(), places[behind : behind + _LISTED]))
        else:
            found.update(_by_verb(words, told.start(), places[max(0, behind - _LISTED) : behind]))
            found.update(_listed(words, told.end(), places[behind : behind + _LISTED]))
    return found


def _by_noun(words: str, noun: tuple[int, int], places: Sequence[Place]) -> set[str]:
    """The objects of *the return of* and of *returned*, where that took place."""
    if _ONLY_MEANT.search(words, max(0, noun[0] - 80), noun[0]):
        return set()
    found: list[Place] = []
    at = noun[1]
    for place in places:
        if place[0] - at > _NEAR or not _TO_PLACE.fullmatch(words, at, place[0]):
            break
        found.append(place)
        at = place[1]
    aside = _ASIDE.match(words, at)
    at = aside.end() - 1 if aside else at
    verb = _AUXILIARY.search(words, at, min(len(words), at + _NEAR // 2))
    meant = verb and (verb.group() in _TO_COME or _MEANT_BEHIND.match(words, verb.end()))
    return set() if meant else _not_around(words, found)


def _by_verb(words: str, verb: int, places: Sequence[Place]) -> set[str]:
    """The subjects of *was returned*: the places right before it, back to where its clause begins."""
    if not places or verb - places[-1][1] > _NEAR or not _goes_on(words[places[-1][1] : verb]):
        return set()
    between, before = words[places[-1][1] : verb], words[max(0, places[-1][0] - _NEAR) : places[-1][0]]
    if _RELATIVE.search(between.rstrip()) or (_AT_PLACE.search(before) and _is_land(between)):
        return {places[-1][2]}  # “X, which was returned”, “At X, 4 hectares were returned”
    chain = [places[-1]]
    for place in reversed(places[:-1]):
        if not _TO_PLACE.fullmatch(words, place[1], chain[0][0]):
            break
        chain.insert(0, place)
    while chain and _is_governed(words[max(0, chain[0][0] - _NEAR) : chain[0][0]]):
        if len(chain) > 1 and not words.startswith(",", chain[0][1]):
            return set()
        chain.pop(0)  # “North of X, 4,000 hectares of Y were returned”
    return _not_around(words, chain)


def _not_around(words: str, chain: Sequence[Place]) -> set[str]:
    """The places of a list without those in which the one before lies: “the Compound in X, also called Y”."""
    around = {two[2] for one, two in pairwise(chain) if IN.fullmatch(words, one[1], two[0])}
    return {key for start, _, key in chain if not is_beside(words, start)} - around


def is_beside(words: str, start: int) -> bool:
    """Whether a place only tells where another lies: “north of Camp X”."""
    return _BESIDE.search(words, max(0, start - _BEFORE), start) is not None


def _goes_on(between: str) -> bool:
    """Whether a verb behind a place is that of it, or of the list that it ends."""
    between = _LED_BY.sub("", between.rstrip())
    if _OTHER_CLAUSE.search(between):
        return False
    if between.startswith(("’", "'")):
        return _is_land(between.lstrip("’'s") + " ")
    return _RELATIVE.search(between) is not None or _AUXILIARY.search(between) is None


def _is_land(words: str) -> bool:
    """Whether words are nothing but a piece of land: “4 hectares”, “its northern part”."""
    return _TO_PLACE.fullmatch(words) is not None and _HAS_LAND.search(words) is not None


def _is_governed(before: str) -> bool:
    """Whether a place is none that is told of but where something is: “the remains found at X”."""
    own = _BEFORE_PLACE.search(before)
    if own is None or not _OPENED.search(before[: own.start()]):
        return True
    return _GOVERNED.search(before) is not None and _HAS_LAND.search(own.group()) is None


def _listed(words: str, end: int, places: Sequence[Place]) -> set[str]:
    """What is listed behind the verb: “several areas were returned, including X and Y”."""
    if not places or places[0][0] - end > _NEAR:
        return set()
    between = words[end : places[0][0]]
    if not _INCLUDING.search(between) or _TO.search(between):
        return set()
    found = [places[0]]
    for place in places[1:]:
        if not _TO_PLACE.fullmatch(words, found[-1][1], place[0]):
            break
        found.append(place)
    return _not_around(words, found)

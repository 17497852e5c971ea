"""The lane and the status of an event, by the words around its date."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bluebook_desktop.domain.documents import Edition
from bluebook_desktop.domain.records import EventKind, Status
from bluebook_desktop.extraction.points import Dated

#: In the order of their weight: the first lane with the most cues wins.
_CUES = {
    EventKind.INCIDENTS: (
        r"\b(?:accidents?|(?:near-)?incidents?(?! Response)|crash\w*|leak\w*|attack(?:s|ed)?|arrest\w*|collision"
        r"|collided|wars? (?:broke|began|begun|started|ended)|(?:start|outbreak|end) of the (?:[A-Z]\w+ )?war"
        r"|earthquake|tsunami|disaster|outbreak|cases among|murder\w*|killed|killings?|assault\w*|robb(?:ed|ery)"
        r"|rape\w*|sentenced|suspicion|suspect|indict\w*|convicted|crimes?"
        r"|(?:nuclear|missile|further|underground) tests?\b"
        r"|(?:launch|fir)(?:ed|es|ing|ings)?(?: \w+){0,6} (?:missiles?|rockets?)"
        r"|missiles? (?:was|were) (?:launched|fired)|launch\w* of (?:a |an |the )?(?:\w+ ){0,3}missiles?"
        r"|fired (?:from|at|on)\b|test-fire\w*|explosion|explod\w+|terror\w*|shipwreck|sank|fire broke"
        r"|bomb(?:ed|ing|ings)?\b|shootings?|hostages?|kidnap\w*|abduct\w*|typhoon|emergency landing|ran aground"
        r"|went missing|indignation|missing since|fatal|injur\w+|invasion|invaded|coup\b|rampage)\b"
    ),
    EventKind.REALIGNMENT: (
        r"\b(?:realign\w*|relocat\w*|replacement facility|FRF|landfill|reclamation|runways?"
        r"|(?:partial |total )?returns? of (?:land|a (?:major |part|portion)|the (?:land|area|facilit"
        r"|northern|remaining)|Camp|facilit)\w*"
        r"|(?:were|was|been|be|to be|is|are) returned|land returns?|returned to Japan(?:ese control)?|hectares"
        r"|consolidat\w*|roadmap|co-location|Futenma|Henoko\S*|burden on Okinawa|mitigat\w+ the (?:impact|burden)"
        r"|reduc\w+ the burden|planned site|airspace|housing area|golf course|Guam|carrier-based aircraft"
        r"|Environmental Impact)"
    ),
    EventKind.AGREEMENTS: (
        r"\b(?:agreements?|treaty|treaties|signed|signing|signature|ent(?:er|ers|ered|ering) into force"
        r"|entry into force|(?:brought|came|put) into (?:force|effect)|exchanged? (?:of )?notes"
        r"|notes (?:\w+ ){0,6}exchanged|exchanged notes|conventions?|protocol|memorandum|concluded|ceasefire"
        r"|guidelines(?: for| were)?|ratif\w*|approved by the Diet|special measures|SMA\b|accord|jurisdiction"
        r"|supplementary|upper limit|labor costs|new framework|civilian component"
        r"|effective (?:for|until|from|through))"
    ),
    EventKind.DEFENCE: (
        r"\b(?:exercises?|(?:missile|air|national) defen[cs]e|missile interceptor|interceptors?|intercept\w*"
        r"|deploy\w*|forward-deployed|dispatched units?|in outer space|space\b|cyber\w*|armed forces|military|fleet"
        r"|vessels?|destroyers?|USS [A-Z]\w+|aircraft carrier|carriers?\b|submarines?|radars?|squadrons?|fighters?"
        r"|bombers|flights?|tankers?|Patriot|PAC-3|SM-3|Aegis\S*|X-Band|navy|army|air force|marines?\b|marine corps"
        r"|troops|(?-i:(?<!-)General [A-Z][a-z]+ [A-Z][a-z]+)|lieutenant general|admiral|commander|commandant"
        r"|command\b|satellites?|BMD|(?:M|G|A)?SDF\b|self-defense forces?|joint training|joint task force|rescue"
        r"|relief operation|asset protection|senior defense officials"
        r"|(?:secretary|minister|ministry) (?:of|for) defen[cs]e|defen[cs]e minist\w+"
        r"|secretary of the (?:navy|army|air force)|security discussions|legislation for peace|contingenc\w+"
        r"|[“\"][A-Z]\w+ [A-Z]\w+ [0-9]{2}[”\"])"
    ),
    EventKind.DIPLOMACY: (
        r"\b(?:visit\w*|meetings?|summits?|talks|telephone|dialogues?|statements?|conferences?|leaders?"
        r"|exchange programs?|receptions?|anniversar(?:y|ies)|programs?|discussions?|press release|consultat\w*"
        r"|2\+2|elect(?:ion|ed)s?|resolutions?|addresses|speech|courtesy call|ceremony|students?|exchanges?"
        r"|general assembly|security council|embassy|congress|forum)\b"
    ),
}
#: What an anniversary is that of says nothing of its own lane.
_OF_A_PAST = re.compile(r"\b(anniversar(?:y|ies)|milestone)\b[^,;.]*", re.IGNORECASE)
_FOREIGN_MINISTER = re.compile(r"\b(?:Foreign Minister|Minister for Foreign Affairs|Secretary of State)")
_DEFENCE_MINISTER = re.compile(
    r"\b(?:Defen[cs]e Minister|(?:Minister|Secretary|Minister of State) (?:of|for) Defen[cs]e)"
)
_COMPILED = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _CUES.items()}
_WEIGHTS = {
    EventKind.INCIDENTS: 1.7,
    EventKind.REALIGNMENT: 1.5,
    EventKind.AGREEMENTS: 1.35,
    EventKind.DEFENCE: 1.15,
    EventKind.DIPLOMACY: 1.0,
}
#: How much a cue counts in the title, the clause, the rest of the sentence, and the headings above, from the innermost.
_IN_TITLE, _IN_CLAUSE, _IN_SENTENCE, _IN_HEADINGS = 2.0, 1.0, 0.3, (1.2, 0.7)
#: More cues of one lane in one place than these say no more.
_MOST = 3
_TERM = re.compile(
    r"\b(?:by|until|till|through|before|no later than|not later than|up to)(?: the)?(?: end of)?(?: the)?"
    r"(?: around| about| at least)? ?$"
    r"|\b(?:deadline|time limit|target(?:ed)?(?: date| year)?|due date)(?: set)?(?:,| (?:of|on|is|was))?"
    r"(?: the (?:morning|afternoon|evening|night|end) of)? ?$"
    r"|\b(?:close[sd]?|ends|terminates|expires?|lapses?|due|to expire|run(?:s)? out) (?:on|at|in)"
    r"(?: the)?(?: end of)?(?: the)? ?$",
    re.IGNORECASE,
)
#: What calls a date a deadline, or something planned, behind it.
_CALLED_DEADLINE = re.compile(
    r",? as (?:the|its|their|a) (?:final |last |latest )?(?:deadline|date|day|time limit|due date|target)\b"
)
#: What is aimed at has to be reached by then: “the goal of concluding talks by”, “the target is 30 trillion yen in”.
_AIMED_AT = re.compile(
    r"\b(?:goals?|targets?|objectives?|aims?|aim(?:ed|ing)?) (?:of|to|at)\b[^.;]{3,140} (?:by|within)(?: the)?"
    r"(?: end of)?(?: the)? ?$"
    r"|\btargets? (?:is|was|are|were|being)\b[^.;,]{2,60} (?:in|by|for|within)(?: the end of)? ?$"
)
#: “By December 31, North Korea was to disable the facilities”.
_BY_ALONE = re.compile(r"\W*By(?: the)?(?: end of)?(?: the)? ?")
_WAS_TO = re.compile(
    r", [^,.;]{2,80} (?:was|were) (?:(?:supposed|required|obliged|due|expected) )?to (?!have\b)[a-z]+\b"
)
_HAD_DONE = re.compile(r",? [^,.;]{0,60}\bhad (?:been |already )?[a-z]+(?:ed|en|wn|ne|de|ght)\b")
_CALLED_PLANNED = re.compile(r" \((?:planned|scheduled|tentative|expected|to be (?:held|confirmed|decided))\)")
_WOULD = re.compile(r"\b(?:would|will)\b[^,;]*$")
_SET_FOR = re.compile(r"\b(?:set|scheduled|slated|fixed|planned|due) for ?$")
#: “… planned for June 26 to 28, was put off”.
_PUT_OFF = re.compile(
    r",? (?:but )?(?:was|were|had to be|has been|have been) (?:then )?(?:put off|postponed|cancell?ed|called off)\b"
)
_AMOUNT = re.compile(r"\b(?:yen|dollars|billion|million|period of|the period)\b")
#: “… in FY2024 or later” is always said of what is to come.
_OR_LATER = re.compile(r"(?:or|and) (?:later|after|beyond|thereafter)$")
_OR_AFTER = re.compile(r"\bin or after $")
#: “… were to be concluded by June 1”.
_TO_BE_DONE = re.compile(r"\b(?:was|were|is|are) to (?:be )?[a-z]+(?: [a-z]+){0,3} by(?: the)?(?: end of)? ?$")
#: Who was told to do something by a day had a deadline, though the day is past.
_DUTY = re.compile(r"\b(?:required?|requires|obliged|obliges|ordered|demanded|urged|requested|deadline|time limit)\b")
_ALONE = 3
_HAD_TO = re.compile(rf"\bhad to\b|{_DUTY.pattern}")
#: “The date that had been set (…)”, “the date was put off, first to …”.
_DATE_SET = re.compile(
    r"\b(?:date|deadline|term|time limit)(?: that)? (?:had been|has been|was|were)(?: \w+ly)? (?:set|fixed|agreed)"
    r"(?: \(| for)?(?: ?the)?(?: ?end of)? ?$"
    r"|\b(?:[Dd]ate|[Dd]eadline|[Tt]erm|[Tt]ime limit) (?:had been|has been|was|were)(?: \w+ly)? "
    r"(?:put off|postponed|moved|extended|pushed back)\b[^.;]*\bto(?: the)?(?: end of)? ?$"
)
#: What did not take place then, and a year that was called so before it came.
_NEVER_HELD = re.compile(r"\b(?:should|was to|were to) have been \w+(?: \w+){0,3} (?:in|on|at) ?$")
_CALLED_SO = re.compile(r"\b[Dd]esignat(?:ion|ing) of ?$")
#: What is set for a year lies ahead, as it was when it was set: “the growth target for 2019”.
_GOAL = re.compile(r"\b(?:targets?|goals?|forecasts?|outlook)(?: \w+)? (?:for|of) (?:the year )?$", re.IGNORECASE)
_SAID_THAT = re.compile(r"\b(?:[a-z]{3,}ed(?: (?:with|to) (?:[\w.’'-]+ ){1,6})?|said|told (?:[\w.’'-]+ ){1,4}) ?that\b")
_SAID = re.compile(r"[”)]?,? that\b")
_AHEAD = re.compile(
    r"\b(?:will|ends|terminates|expects|forecasts|anticipates|pledg\w+|promis\w+ to|resolved to|vowed to|due|closes?"
    r"|designated|must|shall|scheduled|planned|plans? to|expected|expires?|due to|aims?|aiming|intends?|to be (?:\w+ed"
    r"|effective|held)|is to|are to|would"
    r"|(?:concurred|agreed|decided) (?:to|(?:in|on) \w+ing)|targeted|extend\w*|prolong\w*|lapses?|lasts?"
    r"|(?:hopes?|wants?|wish(?:es)?) to"
    r"|should be|valid\w*|effective|complet\w+ by)\b",
    re.IGNORECASE,
)
#: A yearbook is printed in spring: what it dates later is to come, unless the words say that it has been.
_PAST = re.compile(r"(?<!\bbe )\b(?:was|were|had|took|held|met|visited|made|began|became|[a-z]{2,}ed)\b")
_QUOTED = re.compile(r"[“\"][^“”\"]{12,}[”\"]")


def lane_of(title: str, clause: str, sentence: str = "", headings: Sequence[str] = ()) -> EventKind:
    """The lane whose cue words weigh most; diplomacy where none does.

    Those of the title weigh most, then those of the clause; the sentence and the headings above, from the innermost
    outwards, decide where the words themselves say little.
    """
    told = [_of_its_own(words) for words in (title, clause, sentence)]
    places = [
        *zip(told, (_IN_TITLE, _IN_CLAUSE, _IN_SENTENCE), (_MOST, _MOST, _MOST), strict=True),
        *((heading, weight, 1) for heading, weight in zip(headings, _IN_HEADINGS, strict=False)),
    ]
    weights = {
        kind: sum(min(len(pattern.findall(words)), most) * weight for words, weight, most in places) * _WEIGHTS[kind]
        for kind, pattern in _COMPILED.items()
    }
    best = max(weights.values())
    return next(kind for kind, weight in weights.items() if weight == best) if best else EventKind.DIPLOMACY


def _of_its_own(words: str) -> str:
    """Words without what an anniversary is that of, and without ministers of defence who meet with those of state."""
    words = _OF_A_PAST.sub(r"\1", words)
    return _DEFENCE_MINISTER.sub("", words) if _FOREIGN_MINISTER.search(words) else words


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


#: What says before a date that something is to come, and what still says so behind it.
_WILL = re.compile(
    r"\b(?:will|would|shall|expects|forecasts|anticipates|expires?|ends|(?:was|were) to(?! have)"
    r"|(?:concurred|agreed|decided) (?:in|on) \w+ing"
    r"|(?:hopes?|wants?|wish(?:es)?|intends?|plans?) to"
    r"|(?:is|are)(?: \w+)? (?:to|scheduled|expected|planned)|to be (?:effective|held|\w+ed))\b"
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
    end = dated.date.span.end
    named = _named_status(dated, clause[len(before) + len(dated.date.printed) :], before, edition)
    if named is not None:
        return named
    said = _SAID_THAT.search(clause, len(before))
    told = _Told(dated, clause[: said.start()] if said else clause, before, edition)
    if dated.expression.since and not told.long_after and not (told.later and _TO_COME.search(told.clause)):
        return Status.HAPPENED
    if not dated.expression.since and told.is_term(beyond=end is None or end > edition.period_end):
        return Status.DEADLINE
    if _GOAL.search(before) or (told.later and not dated.expression.since and _WOULD.search(before)):
        return Status.PLANNED
    return Status.PLANNED if told.lies_ahead(clause) else Status.HAPPENED


def _named_status(dated: Dated, after: str, before: str, edition: Edition) -> Status | None:
    """What the words right beside a date call it: a deadline, planned."""
    since, end = dated.expression.since, dated.date.span.end
    beyond = end is None or end > edition.period_end
    if _DATE_SET.search(before):
        return Status.DEADLINE
    if _NEVER_HELD.search(before):
        return Status.PLANNED
    if not since and (_AIMED_AT.search(before) or (_BY_ALONE.fullmatch(before) and _WAS_TO.match(after))):
        return Status.DEADLINE
    if _TERM.search(before) and _HAD_DONE.match(after):
        return Status.HAPPENED
    if _CALLED_DEADLINE.match(after) or (_TO_BE_DONE.search(before) and not since):
        return Status.DEADLINE
    if _PUT_OFF.match(after) and _SET_FOR.search(before):
        return Status.PLANNED
    if _CALLED_PLANNED.match(after) or (beyond and (_SET_FOR.search(before) or _CALLED_SO.search(before))):
        return Status.PLANNED
    later = since and (_OR_LATER.search(dated.date.printed) or _OR_AFTER.search(before))
    return Status.PLANNED if later and beyond else None


@dataclass(frozen=True, slots=True)
class _Told:
    """What a clause tells of its date, measured against what the edition covers."""

    dated: Dated
    clause: str
    before: str
    edition: Edition

    @property
    def later(self) -> bool:
        """Whether it begins after the covered year."""
        start = self.dated.date.span.start
        return start is not None and start > self.edition.period_end

    @property
    def long_after(self) -> bool:
        """Whether it begins after the year in which the edition was written."""
        start = self.dated.date.span.start
        return start is not None and int(start[:4]) > int(self.edition.period_end[:4]) + 1

    @property
    def _printing(self) -> bool:
        start = self.dated.date.span.start
        return start is not None and start >= f"{self.edition.year}-04"

    @property
    def _is_span_of_years(self) -> bool:
        """Whether whole years are told that end after the one in which the edition was written."""
        expression, end = self.dated.expression, self.dated.date.span.end
        whole = expression.last is not None and expression.first.month is None and not expression.decade
        return whole and end is not None and int(end[:4]) > self.edition.year

    @property
    def _ahead(self) -> bool:
        return _AHEAD.search(self.clause) is not None

    def is_term(self, *, beyond: bool) -> bool:
        """Whether something has to be done by the date, or ends on it."""
        term = _TERM.search(self.before) is not None
        alone = len(self.before.split()) <= _ALONE  # “…, until April 13”: the clause before it tells the rest
        if alone and _PAST.search(self.clause) and not (_HAD_TO.search(self.clause) or _WILL.search(self.clause)):
            alone = False  # “By January 2021, the work was done”
        return term and (
            self.long_after or (beyond and (self._ahead or alone)) or _DUTY.search(self.before) is not None
        )

    def lies_ahead(self, clause: str) -> bool:
        """Whether it is told as to come; `clause` goes on over what somebody said on that day."""
        end = self.dated.date.span.end
        beyond = end is not None and end > self.edition.period_end
        if self.later and self.dated.expression.last and end and int(end[:4]) > self.edition.year:
            return True  # a span of years that has not passed
        if self._is_span_of_years and _AMOUNT.search(self.clause):
            return True  # what is to be spent in years most of which are still to come
        future = _TO_COME.search(self.before + self.dated.date.printed) or _WILL.search(self.clause, len(self.before))
        if self.long_after or (self._printing and not _PAST.search(_told(self.clause, self.before))):
            return True
        if _SAID.match(clause, len(self.before) + len(self.dated.date.printed)) and not self._printing:
            return False  # the date of what was said, whatever it looks ahead to
        if not self.dated.main and not self._printing and self.dated.expression.first.day:
            return False  # the date of a thing: "the earthquake of March 11"
        return bool(future) and ((self.later and self._ahead) or beyond)

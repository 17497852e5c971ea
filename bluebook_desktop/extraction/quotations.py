"""Quotations: what stands in marks, contributors' testimonies, and what is reported without marks."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bluebook_desktop.domain.documents import Edition, HeadingKind
from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.records import Event, Person, Quotation, QuotationKind
from bluebook_desktop.extraction.japanese_people import subject_before, subject_behind
from bluebook_desktop.extraction.leading import Before, Judgement
from bluebook_desktop.extraction.marks import Quoted, find_quoted
from bluebook_desktop.extraction.reported import find_reported
from bluebook_desktop.extraction.saying_dates import SayingDates
from bluebook_desktop.extraction.speakers import Speakers, Subjects, names_in
from bluebook_desktop.extraction.speaking import VERB, is_verb
from bluebook_desktop.extraction.statements import judge
from bluebook_desktop.extraction.text import Ids, Site, Span, Text

#: A passage, or the heading before it.
Place = tuple[int, int | None]

_MESSAGE = re.compile(r"\b(?:message|letter|telegram|e-mail|tweet|post)\b")
_STATEMENT = re.compile(
    r"\b[Jj]oint (?:[Ll]eaders['’]? )?(?:[Ss]tatement|[Dd]eclaration|[Pp]ress|[Aa]nnouncement)\b|\b[Cc]ommuniqu[eé]\b"
)
_SPEECH = re.compile(
    r"\b(?:(?:[Ii]n|[Dd]uring|[Aa]t) (?:his|her|the|a|an) (?:[\w-]+ ){0,3}?(?P<form>speech|address|remarks"
    r"|lecture|memoirs?)\b)"
)
#: The title of a whole edition, under which nothing in particular is said.
_EDITION = re.compile(r"Diplomatic Bluebook [0-9]{4}|[^ ]{2,8}外交青書")
#: The number of an item is no part of what it reports.
_LABEL = re.compile(r"(?:\(\w{1,4}\)|[0-9]{1,2}[.)]|[•●○-])\s+")
#: Another subject in the same sentence.
_AND_SOMEBODY = re.compile(r"(?:, (?:and|while|whereas|but|to which|on which|whereupon)|;)(?: in \w+,)? (?=[A-Z])")
_JAPANESE_SAYING = re.compile(
    r"[、，]?(?:と|旨|などと|との(?:考え|認識|立場|見解|意向|期待|決意)[をで]|との(?=発言|指摘|説明))[^。、「」]{0,12}?"
    r"(?P<verb>述べ|発言|表明|強調|語|指摘|説明|応じ|伝え|言及|宣言|示し|一致|確認|言)"
)


@dataclass(frozen=True, slots=True)
class FoundQuotation:
    """A quotation with the rule that found it."""

    quotation: Quotation
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Task:
    """Something to be read at a place: a span in marks with its judgement, or a verb that reports."""

    at: int
    verb: Span | None
    quoted: Quoted | None = None
    judgement: Judgement | None = None


class QuotationFinder:
    """Finds the quotations of a text once its people and events are known."""

    def __init__(self, text: Text, people: Sequence[Person], events: Sequence[Event], edition: Edition) -> None:
        self._text = text
        self._people = people
        #: What each passage or heading names and dates, so that none is asked for all.
        self._named: dict[Place, list[tuple[str, Excerpt]]] = defaultdict(list)
        self._roles: dict[Place, list[Span]] = defaultdict(list)
        self._dates = SayingDates(events, edition)
        for person in people:
            for mention in person.mentions:
                self._named[mention.passage, mention.heading].append((person.id, mention))
            for role in person.roles:
                self._roles[role.excerpt.passage, role.excerpt.heading].append((role.excerpt.start, role.excerpt.end))
        self._ids = Ids()
        #: Whose words the next passage goes on with: it was announced with a colon, or its marks were never closed.
        self._going_on = Speakers()
        #: The one person whom the passage before told of last.
        self._last_alone: tuple[str, ...] = ()

    def find(self) -> list[FoundQuotation]:
        """All quotations in reading order."""
        return [found for site in self._text for found in self._in_site(site)]

    def _in_site(self, site: Site) -> list[FoundQuotation]:
        quoted = find_quoted(site.text)
        above = self._text.document.passage(site.passage).heading if site.heading is None else site.heading
        named = self._named[site.passage, site.heading]
        self._dates.enter(site, above, [(one.start, one.end) for one in quoted], named)
        if site.heading is not None:
            self._last_alone = ()
            return [self._term(site, one, 0.9) for one in quoted if one.closed]
        if site.japanese:
            return [self._japanese(site, one) for one in quoted]
        if (site.voice is not None or site.signed is not None) and not site.caption:
            testimony = self._testimony(site)
            owner = Speakers(testimony.quotation.speakers, testimony.quotation.speaker_names)
            return [testimony, *self._spoken(site, _tasks(site, quoted), owner)]
        return self._spoken(site, _tasks(site, quoted, going_on=bool(self._going_on)))

    def _spoken(self, site: Site, tasks: list[_Task], voice: Speakers | None = None) -> list[FoundQuotation]:
        """Marks and reports in the order of their verbs, so that pronouns find whom they mean."""
        place = (site.passage, site.heading)
        titled = self._roles[place]
        marks = [(task.quoted.start, task.quoted.end) for task in tasks if task.quoted]
        named = names_in(site, self._named[place])
        subjects = Subjects(site, named, titled, marks, voice=voice, before=self._last_alone)
        ended = sorted(t.quoted.end for t in tasks if t.quoted and t.judgement and t.judgement.statement)
        found: list[FoundQuotation] = []
        reports: dict[int, FoundQuotation] = {}
        for task in tasks:
            number = site.sentence_index(task.at)
            if task.quoted is not None and task.judgement is not None:
                if task.judgement.statement:
                    found.append(self._statement(site, task.quoted, task.judgement, subjects))
                else:
                    found.append(self._term(site, task.quoted, task.judgement.confidence))
            elif task.verb is not None and number in reports:
                reports[number] = _joined_by(site, reports[number], task.verb, subjects)
            elif task.verb is not None:
                first = bisect_left(ended, site.sentence(task.at)[0])
                behind = first < len(ended) and ended[first] <= task.at
                if report := self._reported(site, task.verb, subjects, behind=behind):
                    reports[number] = report
        found += reports.values()
        self._going_on = _goes_on(site, tasks, subjects, self._going_on)
        self._last_alone = self._last_alone if site.caption else subjects.last_alone
        return sorted(found, key=lambda each: each.quotation.excerpt.start)

    def _statement(self, site: Site, quoted: Quoted, judgement: Judgement, subjects: Subjects) -> FoundQuotation:
        verb = judgement.verb
        speakers = subjects.owner(quoted.start)
        if not speakers and verb and _is_predicate(site.text, verb, quoted):
            speakers = subjects.at(quoted.start)
        if not speakers and verb:
            speakers = subjects.of(verb.span(), inverted=verb.start() >= quoted.end, spoken=True)
        elif not speakers:
            speakers = subjects.without_verb((quoted.start, quoted.end)) or (
                Speakers() if quoted.start else self._going_on
            )
        if not speakers and verb and re.match(r"[A-Z]\w+ing\b", verb.group()):
            speakers = subjects.behind_marks(quoted.end)
        speakers = (speakers or (subjects.told_before(quoted.start) if verb else speakers)).without_phrases()
        sentence = site.sentence(quoted.start)
        event = self._dates.of(sentence, verb.span() if verb else None, (quoted.start, quoted.end), speakers)
        kind = _form(site, sentence, quoted.start, speakers)
        quotation = Quotation(
            id=self._ids.make(" ".join(quoted.inner(site.text).split()[:6])),
            kind=kind,
            text=quoted.inner(site.text),
            excerpt=site.cut(quoted.start, quoted.end),
            speakers=speakers.people,
            speaker_names=speakers.names,
            occasion=_occasion(site, sentence, event, quoted.inner(site.text)),
            verb=verb.group() if verb else "",
            date=event.date if event else None,
            event=event.id if event else "",
        )
        return FoundQuotation(quotation, "words in quotation marks after a verb of saying", judgement.confidence)

    def _term(self, site: Site, quoted: Quoted, confidence: float) -> FoundQuotation:
        inner = quoted.inner(site.text)
        quotation = Quotation(
            id=self._ids.make("term " + " ".join(inner.split()[:6])),
            kind=QuotationKind.TERM,
            text=inner,
            excerpt=site.cut(quoted.start, quoted.end),
        )
        return FoundQuotation(quotation, "words in quotation marks that state nothing", confidence)

    def _reported(self, site: Site, verb: Span, subjects: Subjects, *, behind: bool) -> FoundQuotation | None:
        speakers = (subjects.of(verb) or (subjects.told_before(verb[0]) if behind else Speakers())).without_phrases()
        if not speakers or (set(speakers.names) & {"I", "we", "We"} and not _told_by_me(site, verb, speakers)):
            return None
        sentence = site.sentence(verb[0])
        start = verb[0] if behind else _clause_start(site, sentence, speakers.start)
        words = site.text[start : sentence[1]]
        event = self._dates.of(sentence, verb, None, speakers)
        quotation = Quotation(
            id=self._ids.make("reported " + " ".join(site.text[verb[0] : sentence[1]].split()[:6])),
            kind=QuotationKind.REPORTED,
            text=words,
            excerpt=site.cut(start, sentence[1]),
            speakers=speakers.people,
            speaker_names=speakers.names,
            occasion=_occasion(site, sentence, event, site.text[verb[1] : sentence[1]]),
            verb=site.text[verb[0] : verb[1]],
            date=event.date if event else None,
            event=event.id if event else "",
        )
        return FoundQuotation(quotation, "a verb of saying without quotation marks", 0.75)

    def _testimony(self, site: Site) -> FoundQuotation:
        headings = self._text.document.headings
        heading = site.voice
        if heading is not None:
            title, level = headings[heading].title, headings[heading].level
        else:
            heading = self._text.document.passage(site.passage).heading or 0
            title, level = self._text.passages[(site.signed or 1) - 1].text, headings[heading].level + 1
        place = (site.signed, None) if site.voice is None else (None, heading)
        owners = [
            p for p in self._people if any(place in ((m.passage, m.heading), (None, m.heading)) for m in p.mentions)
        ]
        above = [h for h in headings[: heading + 1] if h.level < level]
        contributed = site.voice is None or headings[heading].kind is HeadingKind.VOICE
        quotation = Quotation(
            id=self._ids.make("testimony " + title.split(",")[0]),
            kind=QuotationKind.TESTIMONY,
            text=site.text,
            excerpt=site.cut(0, len(site.text)),
            speakers=tuple(person.id for person in owners),
            speaker_names=(owners[0].name if owners else title.split(",")[0].strip("(—–- "),),
            occasion=above[-1].title if above and not _EDITION.fullmatch(above[-1].title) else "",
        )
        rule = "a paragraph under a contributor's name" if contributed else "a paragraph under a speaker's name"
        return FoundQuotation(quotation, rule, 0.95)

    def _japanese(self, site: Site, quoted: Quoted) -> FoundQuotation:
        said = _JAPANESE_SAYING.match(site.text, quoted.end)
        inner = quoted.inner(site.text)
        states = len(inner) >= 8 or (len(inner) >= 4 and re.search(r"[ぁ-ん]$", inner))
        if said is None or not states:
            return self._term(site, quoted, 0.8)
        named = [((m.start, m.end), person) for person, m in self._named[site.passage, site.heading]]
        who, speaker = subject_behind(site.text, (quoted.end, said.start("verb")), named)
        if not who:
            who, speaker = subject_before(site, quoted.start, named)
        quotation = Quotation(
            id=self._ids.make(f"quotation {site.passage}"),
            kind=QuotationKind.SPEECH,
            text=inner,
            excerpt=site.cut(quoted.start, quoted.end),
            speakers=(speaker,) if speaker else (),
            speaker_names=(who,) if who else (),
            verb=said["verb"],
        )
        return FoundQuotation(quotation, "words in quotation marks before a verb of saying", 0.75)


def _goes_on(site: Site, tasks: list[_Task], subjects: Subjects, before: Speakers) -> Speakers:
    """Who goes on speaking in the next passage: "stated as follows:", or marks that this passage does not close."""
    last = next((task for task in reversed(tasks) if task.quoted), None)
    if last and last.quoted and not last.quoted.closed:
        return subjects.of(last.verb) if last.verb else before
    if site.caption or not site.text.rstrip().endswith(":"):
        return Speakers()
    start, end = site.sentences[-1] if site.sentences else (0, len(site.text))
    verbs = [match for match in VERB.finditer(site.text, start, end) if is_verb(match)]
    return subjects.of(verbs[-1].span()) if verbs else Speakers()


def _tasks(site: Site, quoted: list[Quoted], *, going_on: bool = False) -> list[_Task]:
    """All that is to be read in a passage, in the order of the verbs; `going_on` as a statement before it began."""
    tasks: list[_Task] = []
    previous = Before((0, 0), Judgement(True, None, 0.8)) if going_on else None
    for one in quoted:
        judgement = judge(site, one, previous)
        if not one.closed and not judgement.statement:
            continue
        verb = judgement.verb if judgement.statement else None
        tasks.append(_Task(verb.start() if verb else one.start, verb.span() if verb else None, one, judgement))
        previous = Before((one.start, one.end), judgement)
    statements = [(t.quoted.start, t.quoted.end) for t in tasks if t.quoted and t.judgement and t.judgement.statement]
    introducing = {task.at for task in tasks if task.verb}
    tasks += [_Task(verb[0], verb) for verb in find_reported(site, statements, introducing)]
    return sorted(tasks, key=lambda task: task.at)


def _form(site: Site, sentence: Span, offset: int, speakers: Speakers) -> QuotationKind:
    """Speech, message or joint statement: what the words before the quotation name last."""
    index = site.sentence_index(sentence[0])
    for begin, end in [(sentence[0], offset), *reversed(site.sentences[max(0, index - 2) : index])]:
        named = [
            (match.start(), kind)
            for kind, pattern in (
                (QuotationKind.MESSAGE, _MESSAGE),
                (QuotationKind.JOINT_STATEMENT, _STATEMENT),
                (QuotationKind.SPEECH, _SPEECH),
            )
            for match in pattern.finditer(site.text, begin, end)
        ]
        if named and (kind := max(named)[1]):
            several = speakers.document or len(speakers.people) != 1
            return kind if kind is not QuotationKind.JOINT_STATEMENT or several else QuotationKind.SPEECH
    if not speakers.document:
        return QuotationKind.SPEECH
    joint = re.search(r"[Ss]tatement|[Dd]eclaration|[Cc]ommuniqu", " ".join(speakers.names))
    return QuotationKind.JOINT_STATEMENT if joint and len(speakers.people) != 1 else QuotationKind.MESSAGE


def _occasion(site: Site, sentence: Span, event: Event | None, content: str) -> str:
    """On what occasion, in a few words: the speech or memoir named, or the event, but not what is said (`content`)."""
    named = _SPEECH.search(site.text, *sentence)
    form = (named["form"].capitalize() if named else "") or ""
    if event is None or _tells_content(event.title, content):
        return form
    return f"{form}: {event.title}" if form else event.title


def _tells_content(title: str, content: str) -> bool:
    """Whether the title of an event, or what it quotes, begins with what is said: then it is no occasion of that."""
    words = re.findall(r"\w+", (title.partition("“")[2] or title).lower())[:3]
    said = re.findall(r"\w+", content.lower())
    return any(said[at : at + len(words)] == words for at in range(len(said)))


def _is_predicate(text: str, verb: re.Match[str], quoted: Quoted) -> bool:
    """Whether who stands before the marks does what is in them: "they “heralded a new era”"."""
    within = quoted.start <= verb.start() and verb.end() <= quoted.end
    predicate = re.match(r"(?:\w+ly )?[a-z]{3,}(?:ed|s) ", quoted.inner(text))
    return within or bool(
        predicate
        and re.search(r"\b(?:he|she|they|it) $", text[: quoted.start])
        and not re.search(r"\bthat\b", text[min(verb.end(), quoted.start) : quoted.start])
    )


def _joined_by(site: Site, report: FoundQuotation, verb: Span, subjects: Subjects) -> FoundQuotation:
    """The same report with whoever else its sentence reports: "X asked for …, and Y replied that …"."""
    quotation = report.quotation
    joint = _AND_SOMEBODY.search(site.text, quotation.excerpt.start, verb[0])
    if joint is None:
        return report
    other = subjects.of(verb)
    if not other.people or other.start < joint.end() - 1 or set(other.people) & set(quotation.speakers):
        return report
    speakers, names = (*quotation.speakers, *other.people), (*quotation.speaker_names, *other.names)
    return replace(report, quotation=replace(quotation, speakers=speakers, speaker_names=names))


def _told_by_me(site: Site, verb: Span, speakers: Speakers) -> bool:
    """Whether *I* tells of what *I* said once; what I say now is the text itself."""
    past = re.fullmatch(r"(?!want|need|feel)\w+ed(?: \w+)?|said|told|made clear|spoke", site.text[slice(*verb)])
    direct = re.fullmatch(r"I(?: \w+ly| also| have| then)*", site.text[speakers.start : verb[0]].strip())
    return bool(
        speakers.names == ("I",) and past and direct and re.match(r" that\b|[^.;]{2,60} that\b", site.text[verb[1] :])
    )


def _clause_start(site: Site, sentence: Span, subject: int) -> int:
    """The whole sentence is reported, or the clause whose subject comes after *during which* or *while*."""
    before = site.text[sentence[0] : max(sentence[0], subject)]
    label = _LABEL.match(site.text, *sentence)
    first = label.end() if label else sentence[0]
    return subject if re.search(r"(?:which|while|;|whereas|[0-9], the|, and the) ?$", before) else first

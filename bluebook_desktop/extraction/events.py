"""Events: one for each dated happening; words that tell the same event again are kept with it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bluebook_desktop.domain.dates import Precision, YearSource
from bluebook_desktop.domain.documents import Edition, HeadingKind
from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.records import Event, Facility, Person
from bluebook_desktop.extraction.clauses import JOINT
from bluebook_desktop.extraction.dates import find_expressions
from bluebook_desktop.extraction.dating import Dater
from bluebook_desktop.extraction.expressions import Expression
from bluebook_desktop.extraction.headlines import headline
from bluebook_desktop.extraction.japanese import find_japanese_expressions
from bluebook_desktop.extraction.lanes import lane_of, status_of
from bluebook_desktop.extraction.mentions import Mentions
from bluebook_desktop.extraction.mere_dates import is_given_name, only_tells_which
from bluebook_desktop.extraction.participants import participants_of
from bluebook_desktop.extraction.points import Dated, Earlier
from bluebook_desktop.extraction.printed_titles import printed_around, telling_title
from bluebook_desktop.extraction.text import Ids, Site, Span, Taken, Text, overlaps
from bluebook_desktop.extraction.titled_people import in_order, of_title, with_name
from bluebook_desktop.extraction.titles import FINITE, entry_title, japanese_title, title_of

#: So many events of one date are looked through for the one that is told again, and so many dates are one list.
_REMEMBERED, _LISTED = 200, 12
#: So many letters of an entry's mark may stand before its date, and of a sentence on both sides of it are read.
_ENTRY_MARK, _NEAR = 4, 700
#: A sentence without end, as in a text that lost its full stops, is kept with so many letters on both sides of a date.
_FAR = 2_000
_CUT = re.compile(r"; |: |, and |, which |, when |, while | and the | based on |, extending |, followed by | and |, ")
_WORD = re.compile(r"\S+")
#: So many words tell something.
_TELLING = 4
#: A clause that begins with its date: “…, and in June …”.
_BEGUN = re.compile(
    r"(?P<cut>(?:, and|; and|;|,? while|, then|, but)(?: then)? )(?:(?:also )?(?:[Ii]n|[Oo]n|[Ff]rom|[Dd]uring"
    r"|[Bb]y|[Aa]t)"
    r"(?: the)?(?: [a-z]+){0,3} )?$"
)
_TOO_WIDE = (HeadingKind.EDITION, HeadingKind.CHAPTER, HeadingKind.FEATURE, HeadingKind.COLUMN, HeadingKind.VOICE)
#: No passage's heading: that of headings themselves, and of what stands before the first passage.
_NOWHERE = -1
_APART = (HeadingKind.FEATURE, HeadingKind.COLUMN, HeadingKind.VOICE)
_STOP = frozenset(
    re.findall(
        r"\w+",
        "the and of in on at to a an for by with from between its their his her was were is are has have been "
        "that which this these held also as u s japan japanese united states year years two both countries "
        "government following under through million billion yen dollars percent over about approximately",
    )
)
_HEADS = re.compile(
    r"\b(?:meeting|summit|statement|visit|dialogue|agreement|exercise|plan|decision|release|talk|ceremony"
    r"|reception)s?\b"
)
_BRACKETED = re.compile(r"\([^()]*[),;]")
#: “For details, please refer to the report published in 2016”: no happening.
_POINTER = re.compile(r"(?:^|[.;,(] ?|[Pp]lease )[Rr]efer to\b|\b[Pp]lease see\b")
_PLACE = re.compile(r"\((?:[^()]*?[0-9](?:st|nd|rd|th)?|[A-Z][a-z]+), (?P<place>[A-Z][^();:0-9]*?)(?:;[^()]*)?\)")
_HELD = re.compile(
    r"\b(?:held|signed|took place|convened|met|occurred|visited|hosted)(?: [\w-]+){0,4}? (?:in"
    r"|at) (?P<place>(?!the (?:Prime|Foreign|Chief|President|Minister|Ministry|Government|Diet|Cabinet)\b)"
    r"(?:the )?[A-Z][\w.]*(?:(?: (?:of )?| el-| al-|-)[A-Z][\w.]*)*(?:, D\.C\.)?)(?!\w|[’']s?\b)"
)
_QUOTED = re.compile(r"[“\"]([^“”\"]{3,200})[”\"]|‘([^‘’]{3,80})’(?![a-z])")
_BOOK = re.compile(r"\bBluebook\b|(?<![Ss]ee )(?<!refer to )\bChapters? [0-9I]")
#: “令和4年版外交青書”: a book of that year.
_JAPANESE_BOOK = re.compile(r"(?:（[^（）]{2,12}）)?版")
_SMALL_IN_TITLES = frozenset(
    re.findall(r"\w+", "a an and as at between by for from in into of on or over the through to toward under via with")
)
_MONTH = re.compile(r"January|February|March|April|May|June|July|August|September|October|November|December|FY|[0-9]")


@dataclass(slots=True)
class _Draft:
    """An event in the making."""

    site: Site
    dated: Dated
    clause: Span
    #: From the first to the last of the dates listed with this one: “in April, May and June”.
    dates: Span
    words: frozenset[str]
    heads: frozenset[str]
    also: list[Excerpt] = field(default_factory=list)
    #: The other dates of the sentence.
    others: Sequence[Span] = ()
    #: The titles of the headings above, from the innermost outwards.
    above: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event with the rule that found it."""

    event: Event
    rule: str
    confidence: float


def find_events(
    text: Text, edition: Edition, people: Sequence[Person], facilities: Sequence[Facility]
) -> list[FoundEvent]:
    """Every dated happening that the passages tell, in reading order."""
    drafts: list[_Draft] = []
    by_date: dict[str, list[_Draft]] = {}
    earlier: Earlier | None = None
    above: int | None = _NOWHERE
    for site in (*text.passages, *text.headings):
        told = [one for one in _expressions(site, len(text.passages)) if not _is_review(site, one, edition)]
        heading = text.document.passage(site.passage).heading if site.heading is None else _NOWHERE
        earlier = earlier if heading == above else None
        dater = Dater(site, edition, earlier)
        dated = dater.date(told)
        if not site.caption:
            earlier, above = dater.latest(narrative=_is_set_apart(text, heading)) or earlier, heading
        for index, one in enumerate(dated):
            draft = _draft(site, dated, index)
            same_date = by_date.setdefault(one.date.span.edtf, [])
            known = next((other for other in same_date[-_REMEMBERED:] if _retells(draft, other)), None)
            if known is None:
                drafts.append(draft)
                same_date.append(draft)
            else:
                known.also.append(site.cut(one.expression.start, one.expression.end))
    drafts.sort(key=lambda draft: (draft.site.passage, draft.site.heading is None, draft.dated.expression.start))
    ids = Ids()
    for draft in drafts:
        draft.above = _headings_above(text, draft.site)
    named = Mentions(people), Mentions(facilities)
    return [_record(draft, edition, people, named, ids) for draft in drafts]


def _headings_above(text: Text, site: Site) -> list[str]:
    """The titles above a passage or around a heading, from the innermost outwards, without chapter and edition."""
    over = [
        heading
        for heading in text.document.headings
        if heading.first_passage <= site.passage <= heading.last_passage and heading.kind not in _TOO_WIDE
    ]
    return [" ".join(heading.title.split()) for heading in reversed(over) if heading.position != site.heading]


def _is_set_apart(text: Text, heading: int | None) -> bool:
    """Whether a passage below a heading belongs to a special feature or a column."""
    if heading is None or heading == _NOWHERE:
        return False
    number = text.document.headings[heading].first_passage
    return any(one.kind in _APART and one.first_passage <= number <= one.last_passage for one in text.document.headings)


def _expressions(site: Site, passages: int) -> list[Expression]:
    """What dates something; in a heading only a day that a happening has, not the year that its part tells of.

    Where somebody points to what may be read elsewhere the date is that of a paper.
    """
    found = find_japanese_expressions(site.text) if site.japanese else find_expressions(site.text)
    if site.heading is not None:
        long = len(site.text.split()) > 6 and site.passage <= passages
        named = [one for one in found if one.first.day and _BRACKETED.fullmatch(site.text[one.start - 1 : one.end + 1])]
        return [one for one in found if one.first.day and one.first.year and long] or named
    titles = Taken(match.span() for match in _QUOTED.finditer(site.text) if _is_title(match[1] or match[2]))
    return [
        one
        for one in found
        if not _is_said(site.text, one) and (_is_exact(one) or not titles.overlap(one.start, one.end))
    ]


def _is_exact(one: Expression) -> bool:
    """Whether a day, or a month with its year, is told, which in a title dates something too."""
    return one.first.month is not None and (one.first.day is not None or one.prints_year)


def _is_said(text: str, one: Expression) -> bool:
    """Whether somebody who is quoted counts back from the day of speaking: “seventy years ago”."""
    if one.ago <= 0:
        return False
    before = text[: one.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _is_review(site: Site, one: Expression, edition: Edition) -> bool:
    """Whether a date says what the book or one of its chapters tells of or is called, what to read, or has a name."""
    sentence, _ = site.sentence(one.start)
    if _POINTER.search(site.text, max(sentence, one.start - 240), one.start):
        return True
    if is_given_name(site.text, (one.start, one.end)) or _JAPANESE_BOOK.match(site.text, one.end):
        return True
    if one.first.year != edition.year - 1 or one.first.month is not None or one.last is not None:
        return False
    return _BOOK.search(site.text, max(sentence, one.start - 240), one.start) is not None


def _is_title(words: str) -> bool:
    counted = [word for word in re.findall(r"(?<![0-9])[A-Za-z]\w*", words) if word not in _SMALL_IN_TITLES]
    return len(counted) > 1 and all(word[0].isupper() for word in counted)


def _draft(site: Site, dated: list[Dated], index: int) -> _Draft:
    one = dated[index].expression
    sentence = site.sentence(one.start)
    first, last = _listed(site.text, sentence[0], dated, index)
    before = [other.expression.end for other in dated[max(0, first - 1) : first] if other.expression.end > sentence[0]]
    after = [other.expression.start for other in dated[last + 1 : last + 2] if other.expression.start < sentence[1]]
    dates = dated[first].expression.start, dated[last].expression.end
    if site.japanese:  # a date stands before what it dates
        start, end = (dates[0] if before else sentence[0]), (after[0] if after else sentence[1])
    else:
        start = _cut(site.text, sentence[0], before[-1], dates[0], last=True) if before else sentence[0]
        end = _cut(site.text, sentence[0], dates[1], after[0], last=False) if after else sentence[1]
    left = site.text[max(start, one.start - 70) : one.start]
    near = left if len(left.split()) > 3 else left + " " + site.text[one.end : min(end, one.end + 110)]
    start, end = _within_reach(site.text, (min(start, one.start), max(end, one.end)), (one.start, one.end))
    return _Draft(
        site,
        dated[index],
        (start, end),
        dates,
        _content(near),
        frozenset(h.rstrip("s") for h in _HEADS.findall(near.lower())),
        others=[
            (other.expression.start, other.expression.end)
            for other in dated[max(0, first - _LISTED) : last + _LISTED]
            if sentence[0] <= other.expression.start < sentence[1]
            and not overlaps((other.expression.start, other.expression.end), dates)
        ],
    )


def _within_reach(text: str, span: Span, date: Span) -> Span:
    """A sentence or clause as far as it is read around a date: one without end is no longer told by what is far."""
    start, end = span
    if date[0] - start > _FAR:
        start = text.rfind(" ", date[0] - _FAR, date[0]) + 1 or date[0] - _FAR
    if end - date[1] > _FAR:
        last = text.find(" ", date[1] + _FAR, date[1] + _FAR + _NEAR)
        end = last if last >= 0 else date[1] + _FAR
    return max(start, span[0]), end


def _listed(text: str, sentence: int, dated: list[Dated], index: int) -> tuple[int, int]:
    """The first and the last of the dates that are listed with one, so that one clause tells of all."""

    def joined(left: Dated, right: Dated) -> bool:
        between = text[left.expression.end : right.expression.start]
        if len(between) >= 24 or not JOINT.fullmatch(between):
            return False
        if not between.startswith((", and in ", ", and on ")):
            return True
        told = FINITE.search(text, max(sentence, left.expression.start - 200), left.expression.start)
        return told is None  # else a clause ends and another begins: “A was held in May, and in June B”

    first = last = index
    while first and index - first < _LISTED and joined(dated[first - 1], dated[first]):
        first -= 1
    while last + 1 < len(dated) and last - index < _LISTED and joined(dated[last], dated[last + 1]):
        last += 1
    return first, last


def _cut(text: str, sentence: int, start: int, end: int, *, last: bool) -> int:
    """Where, between two dates of a sentence, the clause of the one ends or that of the other begins."""
    if begun := _BEGUN.search(text, start, end):
        return begun.end("cut") if last else begun.start("cut")
    cuts = list(_CUT.finditer(text, start, end))
    if not cuts:
        return end if not last else start
    strong = [cut for cut in cuts if cut.group() != ", "] or cuts
    words = [word.start() for word in _WORD.finditer(text, start, end)]
    fourth, fourth_last = (words[_TELLING - 1], words[-_TELLING]) if len(words) >= _TELLING else (end, start - 1)
    opens = start - sentence < 80 and len(text[sentence:start].split()) <= 6
    told = [cut for cut in (strong + cuts) if cut.start() > fourth] if opens else strong
    if opens and not last and (verb := FINITE.search(text, start, end)):  # a clause that its date opens ends after it
        told = [cut for cut in told if cut.start() >= verb.end()] or told
    if last:  # what begins after a mere comma must be enough to tell something
        told = [cut for cut in told if cut.group() != ", " or cut.end() <= fourth_last]
    if not told:
        return start if last else end
    first = told[0]
    if last:
        return first.end() - (len("the ") if first.group() == " and the " else 0)
    return first.start()


def _content(words: str) -> frozenset[str]:
    """The words that tell what an event is, without their endings."""
    found = set()
    for word in re.findall(r"[A-Za-z0-9+]{2,}", words.lower()):
        if word not in _STOP and not word.isdigit():
            found.add(re.sub(r"(?:ings?|ed|es|s)$", "", word) if len(word) > 4 else word)
    return frozenset(found)


def _retells(draft: _Draft, known: _Draft) -> bool:
    """Whether a date is that of an event told before: the same date, and the same words beside it."""
    span, other = draft.dated.date.span, known.dated.date.span
    if span.edtf != other.edtf:
        return False
    if draft.site.passage == known.site.passage and span.precision is not Precision.DAY:
        return False
    shared = len(draft.words & known.words) / max(1, min(len(draft.words), len(known.words)))
    if span.precision is Precision.DAY:
        return shared >= 0.2
    if draft.heads and known.heads and not draft.heads & known.heads:
        return False
    return shared >= 0.5 and len(draft.words & known.words) >= 2


def _record(
    draft: _Draft,
    edition: Edition,
    people: Sequence[Person],
    named: tuple[Mentions, Mentions],
    ids: Ids,
) -> FoundEvent:
    site, expression = draft.site, draft.dated.expression
    start, end = draft.clause
    clause = site.text[start:end]
    before, after = site.text[start : draft.dates[0]], site.text[draft.dates[1] : end]
    title, dated = _titles(draft, before, after)
    title, subject = with_name(title or draft.dated.date.printed, site, expression.start, people, named[0])
    begin, stop = _within_reach(site.text, site.sentence(expression.start), (expression.start, expression.end))
    excerpt = site.cut(start, end)
    places = [excerpt, *draft.also]
    event = Event(
        id=ids.make(title),
        title=title,
        kind=lane_of(
            dated or title, clause, site.text[max(begin, start - _NEAR) : min(stop, end + _NEAR)], draft.above
        ),
        status=status_of(draft.dated, clause, before, edition),
        date=draft.dated.date,
        sentence=site.text[begin:stop],
        excerpt=excerpt,
        date_excerpt=site.cut(expression.start, expression.end),
        also=tuple(draft.also),
        people=in_order(
            people,
            {*subject, *named[0].within(places), *of_title(named[0], title, site, (begin, stop))},
        ),
        participants=() if site.japanese else participants_of(clause),
        facilities=named[1].within([excerpt]),
        place=_place(clause),
    )
    inferred = draft.dated.date.year_source is YearSource.INFERRED
    rule = "a date whose year is carried from context" if inferred else "a date with its year"
    return FoundEvent(event, rule, 0.75 if inferred else 0.95)


def _titles(draft: _Draft, before: str, after: str) -> tuple[str, str]:
    """A title from the words of a draft's sentence, and the words nearest to its date, by which its lane is chosen."""
    site = draft.site
    if site.japanese:
        bracketed = site.text.endswith(("(", "（"), 0, draft.dates[0])
        before = site.text[site.sentence(draft.dates[0])[0] : draft.dates[0]] if bracketed else before
        return japanese_title(before, after), ""
    begin, stop = _within_reach(site.text, site.sentence(draft.dates[0]), draft.dates)
    if draft.dates[0] - begin < _ENTRY_MARK and (told := entry_title(site.text[draft.dates[1] : stop])):
        return told, told
    wider = site.text[begin : draft.dates[0]]
    nearest = title_of(before, after, wider, "", caption=site.caption)
    if site.caption:
        return nearest, nearest
    begin, stop = max(begin, draft.dates[0] - _NEAR), min(stop, draft.dates[1] + _NEAR)
    near = [draft.dates, *(other for other in draft.others if begin <= other[0] and other[1] <= stop)]
    dates = [(start - begin, end - begin) for start, end in near]
    if only_tells_which(site.text[begin:stop], dates[0], sorted(dates[1:])):
        return printed_around(site.text[begin:stop], dates[0]), nearest
    told = headline(site.text[begin:stop], dates[0], dates[1:])
    title = title_of(before, after, wider, told, caption=False)
    return telling_title(title, site.text[begin:stop], dates[0]) if title else "", nearest


def _place(clause: str) -> str:
    match = _PLACE.search(clause) or _HELD.search(clause)
    if match is None or _MONTH.match(match["place"]):
        return ""
    place = match["place"].strip(" ,")
    return place if re.search(r"\b[A-Z]\.$", place) else place.rstrip(".")

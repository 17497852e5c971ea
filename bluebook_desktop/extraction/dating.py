"""Gives every expression of time its year: printed, or carried from context with its reason."""

import re
from collections.abc import Iterable, Sequence

from bluebook_desktop.domain.dates import EventDate, Span, YearSource
from bluebook_desktop.domain.documents import Edition
from bluebook_desktop.extraction.carrying import REMEMBERED, Context, Told
from bluebook_desktop.extraction.clauses import JOINT, Clauses
from bluebook_desktop.extraction.counted_from import counted_from
from bluebook_desktop.extraction.counting import completed, year_of_name
from bluebook_desktop.extraction.edtf import last_day, span_of
from bluebook_desktop.extraction.expressions import Expression, Part, Relative
from bluebook_desktop.extraction.points import (
    DAYS,
    MONTHS,
    Dated,
    Earlier,
    counted_words,
    fits,
    has_days,
)
from bluebook_desktop.extraction.text import Site
from bluebook_desktop.extraction.years import is_number_of_thing

#: “… adopted the Declaration 2019 in August”.
_YEAR_BEFORE = re.compile(r"\b((?:19|20)[0-9]{2})(?= (?:on|in) $)")
#: So long a text may stand between two dates of one list; what stands between those of two verbs of one subject.
_SHORT = 24
_SECOND_VERB = re.compile(
    r",? and (?:then |was |were |has been |finally )?(?:[a-z]{2,}ed|came into (?:force|effect)|took (?:effect|place))"
    r"(?: (?:into|by|in|at|to|the|[A-Z]\w+|force|effect)){0,6} (?:on|in) "
)
_OF_WHICH = re.compile(r",? (?:both|all|each|neither) of which [^,;.]{2,80} (?:in|for|during) $")
_DISTANCE = re.compile(r"\b(?:day|week|month)s? (?P<way>before|earlier|later|after), (?:on|in)(?: the [a-z]+ of)? $")
_YEARS_APART = re.compile(
    r"\b(?P<number>[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive) years? (?P<way>before|earlier|later), (?:on|in) $"
)
#: So many sentences before one tell the happening that it counts from.
_TELLING = 3
#: What is announced, as to come.
_ANNOUNCES = re.compile(r" that (?=[^.;]*\b(?:would|will|is to|are to|was to|were to)\b)[^.;]*$")
_FEW = ("one", "two", "three", "four", "five")


class Dater:
    """Dates the expressions of one passage, in order, within one edition."""

    def __init__(self, site: Site, edition: Edition, earlier: Earlier | None = None) -> None:
        self._site = site
        self._clauses = Clauses(site)
        self._edition = edition
        self._earlier = earlier
        self._covered = int(edition.period_start[:4])
        self._told = Told(site, self._clauses, self._covered, earlier)
        self._known = self._told.known

    def date(self, expressions: Iterable[Expression]) -> list[Dated]:
        """All expressions that mean a date, with it."""
        waiting = list(expressions)
        for index, expression in enumerate(waiting):
            dated = self._one(expression, waiting[index + 1 : index + 7])
            if dated is not None:
                self._known.append(dated)
        return self._known

    def latest(self, *, narrative: bool) -> Earlier | None:
        """The last date of the passage that tells of a happening of its own, for the passage after it."""
        for index, known in reversed(list(enumerate(self._known))):
            if known.main and not known.ahead and not known.expression.decade and known.first.year:
                start, end = known.source.start, known.source.end
                words = self._site.text[start:end]
                told = narrative and known.first.month is not None and known.first.year < self._covered
                told = told and all((later.first.year or 0) <= known.first.year for later in self._known[index:])
                return Earlier(known.first, known.last or known.first, words, self._site.passage, told)
        return None

    def _one(self, expression: Expression, following: Sequence[Expression]) -> Dated | None:
        printed = self._site.text[expression.start : expression.end]
        year, reason, source = self._year_of(expression, following)
        first, last = completed(expression, year, self._point(expression, following))
        if first is None:
            return None
        if expression.portion == "end" and first.month and first.year and self._is_term(expression, first):
            first = last_day(first.year, first.month)
        span = span_of(expression, first, last)
        if span is None:
            return None
        date = EventDate(printed, span, YearSource.INFERRED if reason else YearSource.PRINTED, reason)
        return Dated(
            expression,
            date,
            self._site.sentence_index(expression.start),
            first,
            last,
            self._clauses.is_main(expression),
            self._clauses.is_told_ahead(expression) and self._lies_ahead(span),
            source or expression,
        )

    def _point(self, expression: Expression, following: Sequence[Expression]) -> Part | None:
        """The point that a relative expression is counted from."""
        if expression.relative is None:
            return None
        if anchor := self._anchor(expression, following):
            nth = expression.relative is Relative.NTH_DAY and expression.portion != "end"
            return anchor.first if nth else anchor.last or anchor.first
        return self._earlier.last if self._counts_from_earlier(expression) and self._earlier else None

    def _counts_from_earlier(self, expression: Expression) -> bool:
        """Whether what is told in the paragraph before is meant: days and months always, years where they open."""
        if self._earlier is None or not fits(expression, self._earlier.first):
            return False
        if expression.relative is Relative.NTH_DAY or counted_from(self._site.text, expression.end):
            return False
        if expression.relative in DAYS | MONTHS or expression.unit in ("day", "month"):
            return True
        named = expression.first.month is not None or expression.relative in _YEARS
        return named and self._site.sentence_index(expression.start) == 0 and self._clauses.opens(expression)

    def _lies_ahead(self, span: Span) -> bool:
        return span.start is not None and span.start > self._edition.period_end

    def _is_term(self, expression: Expression, month: Part) -> bool:
        """Whether something will last to the end of a month: its last day is meant, as it is not by *by the end of*."""
        if f"{month.year}-{month.month:02}" <= self._edition.period_end[:7]:
            return False
        before = self._site.text[max(0, expression.start - 14) : expression.start]
        return bool(re.search(r"\b(?:until|till|through) (?:the )?$", before))

    def _year_of(self, expression: Expression, following: Sequence[Expression]) -> Context:
        """The year of an expression's first point, the reason where it is inferred, and what it rests on."""
        last = expression.last
        if expression.first.year is not None:
            return expression.first.year, "", expression
        if last is not None and last.year is not None:
            crosses = (expression.first.month or 1) > (last.month or 12)
            return last.year - crosses, "", expression
        if expression.ago:
            year = self._edition.year - expression.ago
            return year, f"Counted back from the year of the edition, {self._edition.year}.", None
        if expression.relative is not None:
            return self._counted(expression, following)
        named = _YEAR_BEFORE.search(self._site.text, max(0, expression.start - 9), expression.start)
        if (
            named
            and not is_number_of_thing(named)
            and not (self._known and self._known[-1].expression.end > named.start())
        ):
            return int(named[1]), f"The words before it say “{named[1]}” (¶ {self._site.passage}).", None
        if (
            beside := self._years_apart(expression)
            or self._told_with_distance(expression)
            or self._joined(expression, following)
            or self._of_which(expression, following)
            or self._announced(expression, following)
        ):
            return beside
        carried = self._told.carried(expression)
        if (carried is None or carried[0] <= self._covered) and self._clauses.will_happen(expression):
            year = self._edition.year
            return year, f"It is told as to come: the year of the edition, {year}, is meant.", None
        return carried or self._by_edition()

    def _years_apart(self, expression: Expression) -> Context | None:
        """The year of “a year earlier, on June 28”, counted from what was told before."""
        apart = _YEARS_APART.search(self._site.text, max(0, expression.start - 40), expression.start)
        if apart is None or not expression.first.month:
            return None
        number = 1 if apart["number"].lower() == "a" else _FEW.index(apart["number"].lower()) + 1
        offset = number if apart["way"] == "later" else -number
        told = next((one for one in reversed(self._known) if one.main and one.first.year and not one.ahead), None)
        if told is not None:
            return (told.first.year or self._covered) + offset, self._told.reason(told, expression), None
        if self._earlier is not None and self._earlier.last.year:
            reason = f"The paragraph before says “{self._earlier.words}” (¶ {self._earlier.passage})."
            return self._earlier.last.year + offset, reason, None
        return None

    def _told_with_distance(self, expression: Expression) -> Context | None:
        """The year of a date whose distance from the one told before is said: “two weeks before, on January 21”."""
        distance = _DISTANCE.search(self._site.text, max(0, expression.start - 40), expression.start)
        if distance is None or not expression.first.month:
            return None
        told = next((one for one in reversed(self._known) if one.main and one.first.month and not one.ahead), None)
        if told is None:
            return None
        anchor = told.first
        if anchor.year is None or anchor.month is None:
            return None
        here = (expression.first.month, expression.first.day or anchor.day or 0)
        there = (anchor.month, anchor.day or expression.first.day or 0)
        backward = distance["way"] in ("before", "earlier")
        year = anchor.year - (here > there) if backward else anchor.year + (here < there)
        return year, self._told.reason(told, expression), None

    def _by_edition(self) -> Context:
        return self._covered, f"No year is printed nearby: the edition covers the year {self._covered}.", None

    def _joined(self, expression: Expression, following: Sequence[Expression]) -> Context | None:
        """From *in April, May and June 2015* the year for April."""
        end = expression.end
        for other in following:
            between = self._site.text[end : other.start]
            if other.fiscal or other.first.month is None or not self._is_told_together(between):
                return None
            if other.first.year is not None:
                year = other.first.year - ((expression.first.month or 1) > other.first.month)
                return year, f"The words after it say {self._told.quoted(other)}.", other
            end = other.end
        return None

    def _of_which(self, expression: Expression, following: Sequence[Expression]) -> Context | None:
        """The year of *in May and in July, both of which are to be held in 2015*."""
        text, (_, end) = self._site.text, self._site.sentence(expression.start)
        for other in following:
            if other.start >= end or (other.first.year is not None and other.first.month is not None):
                return None
            if other.first.year is not None:
                told = _OF_WHICH.search(text, expression.end, other.start)
                return (
                    (other.first.year, f"The words after it say {self._told.quoted(other)}.", other) if told else None
                )
        return None

    def _announced(self, expression: Expression, following: Sequence[Expression]) -> Context | None:
        """A month after which the text told of later ones, in which something of the edition's year was announced.

        So is “announced in January that X would lead the force from May to August 2015” behind “on July 18, 2014”.
        """
        ahead = following[0] if following else None
        if ahead is None or expression.first.month is None or not self._is_of_edition(ahead):
            return None
        between = self._site.text[expression.end : ahead.start]
        if _ANNOUNCES.match(between) is None or expression.first.month > (ahead.first.month or 12):
            return None
        before = (one for one in reversed(self._known) if one.main and one.first.month and not one.ahead)
        told = next((one for one in before if (one.first.year or 0) <= self._covered), None)
        if told is None or told.first.year != self._covered or (told.first.month or 0) <= expression.first.month:
            return None
        words = self._site.text[ahead.start : ahead.end]
        reason = f"It stands behind {self._told.quoted(told.expression)} and tells ahead to “{words}”."
        return self._edition.year, reason, None

    def _is_of_edition(self, expression: Expression) -> bool:
        """Whether the year of the edition is printed, in which it was written."""
        year = expression.first.year or (expression.last.year if expression.last else None)
        return year == self._edition.year

    def _is_told_together(self, between: str) -> bool:
        """Whether two dates are one list, or those of two verbs of one subject: “signed on May 1 and ratified on …”."""
        listed = len(between) <= _SHORT and JOINT.fullmatch(between) is not None
        return listed or _SECOND_VERB.fullmatch(between) is not None

    def _counted(self, expression: Expression, following: Sequence[Expression]) -> Context:
        """The year that *the same year* and the like mean, counted from what was told last."""
        edition, relative = self._edition.year, expression.relative
        if relative in _BY_SPEAKER and self._clauses.quotation(expression) is not None:
            relative = _BY_SPEAKER[relative]
        elif relative is Relative.YEAR_GONE:
            return edition - 1, f"The year before that of the edition, {edition}, is meant.", None
        elif relative is Relative.YEAR_BEFORE_LAST:
            return edition - 2, f"The second year before that of the edition, {edition}, is meant.", None
        elif relative is Relative.YEAR_COMING:
            return edition + 1, f"The year after that of the edition, {edition}, is meant.", None
        elif relative is Relative.COMING_NAMED:
            return edition, f"What lies ahead of the text is meant, in the year of the edition, {edition}.", None
        elif relative is Relative.THIS_YEAR and self._is_of_writing(expression):
            return edition, f"The sentence looks ahead: the year of the edition, {edition}, is meant.", None
        offset = {Relative.NEXT_YEAR: 1, Relative.LAST_YEAR: -1}.get(relative or Relative.SAME_YEAR, 0)
        anchor = self._anchor(expression, following)
        if anchor is not None:
            reason, point, source = self._told.reason(anchor, expression), anchor.last or anchor.first, anchor.source
        elif self._counts_from_earlier(expression) and (earlier := self._earlier) is not None:
            reason = f"The paragraph before says “{earlier.words}” (¶ {earlier.passage})."
            point, source = earlier.last, expression
        else:
            offset += {Relative.NEXT_NAMED: 1, Relative.LAST_NAMED: -1}.get(relative or Relative.SAME_YEAR, 0)
            words = "as the edition covers the year" if offset else "the edition covers the year"
            year = self._covered
            return year + offset, f"No year is printed nearby: {words} {year}{counted_words(offset)}.", None
        if relative in (Relative.NEXT_NAMED, Relative.LAST_NAMED):
            return year_of_name(expression, point) or self._covered, reason, source
        return (point.year or self._covered) + offset, reason, source

    def _is_of_writing(self, expression: Expression) -> bool:
        """Whether “this year” is the one in which the text was written, as what it looks ahead to shows.

        One who says “I” writes in spring: “this March” is of that year too.
        """
        if self._clauses.tells_ahead(expression):
            return True
        month = expression.first.month
        return month is not None and month <= _SPRING and _FIRST_PERSON.search(self._site.text) is not None

    def _anchor(self, expression: Expression, following: Sequence[Expression]) -> Dated | None:
        """What *the same year* refers to: the date told last, in the same sentence or earlier in the paragraph.

        A date that only describes a thing is passed over where another sentence dates something itself.
        """
        sentence = self._site.sentence_index(expression.start)
        before = self._clauses.quotation(expression) if expression.relative in _BY_SPEAKER else None
        fitting = [
            known
            for known in self._known[-REMEMBERED:]
            if self._may_anchor(known, expression, sentence) and (before is None or known.expression.end <= before)
        ]
        if month := self._month_behind(expression, following):
            fitting = [known for known in fitting if known.first.month == month] or fitting
        if self._site.text[expression.start : expression.end] == "the year":
            fitting = [known for known in fitting if known.main or not self._told.is_old(known)]
        exact = expression.relative in DAYS | MONTHS or expression.unit in ("day", "month")
        main = [known for known in fitting if known.main or (known.sentence == sentence and not known.expression.since)]
        recent = [
            known for known in fitting if known.main or known.sentence == sentence or not self._told.is_old(known)
        ]
        best = (exact and main) or recent or fitting
        recent = [known for known in recent if not self._clauses.is_background(known.expression)]
        if exact and recent and best[-1].sentence < recent[-1].sentence == sentence - 1:
            return recent[-1]  # “the missiles launched on August 4. He protested on the same day”
        return best[-1] if best else None

    def _may_anchor(self, known: Dated, expression: Expression, sentence: int) -> bool:
        relative = expression.relative
        if known.expression.decade or not fits(expression, known.first):
            return False
        if (told := counted_from(self._site.text, expression.end)) and not self._tells(known, told, sentence):
            return False
        if relative is Relative.NTH_DAY and not has_days(known, expression.steps):
            return False
        if relative is Relative.THIS_YEAR and self._told.is_old(known) and self._clauses.quotation(expression) is None:
            return False
        return not known.ahead or known.sentence == sentence or relative in (Relative.NEXT_YEAR, Relative.NEXT_NAMED)

    def _tells(self, known: Dated, told: re.Pattern[str], sentence: int) -> bool:
        """Whether a date is that of the happening counted from, in this sentence or a few before it."""
        near = 0 <= sentence - known.sentence <= _TELLING
        return near and told.search(self._site.text, *self._site.sentence(known.expression.start)) is not None

    def _month_behind(self, expression: Expression, following: Sequence[Expression]) -> int | None:
        """The month of a date put behind *the same month*: “later the same month, on May 30”."""
        if expression.relative is not Relative.SAME_MONTH or not following:
            return None
        between = self._site.text[expression.end : following[0].start]
        return following[0].first.month if between in (", on ", " on ", ", ", " (") else None


_YEARS = {Relative.SAME_YEAR, Relative.NEXT_YEAR, Relative.COUNTED}
#: What a speaker's words of time mean, counted from when they were said.
_BY_SPEAKER = {
    Relative.THIS_YEAR: Relative.SAME_YEAR,
    Relative.YEAR_GONE: Relative.LAST_YEAR,
    Relative.YEAR_COMING: Relative.NEXT_YEAR,
    Relative.COMING_NAMED: Relative.NEXT_NAMED,
}
#: The last month of spring, in which a yearbook is written.
_SPRING = 4
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y)\b")

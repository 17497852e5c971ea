"""Gives every expression of time its year: printed, or carried from context with its reason."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from bluebook_desktop.domain.dates import EventDate, Span, YearSource
from bluebook_desktop.domain.documents import Edition
from bluebook_desktop.extraction.edtf import last_day, span_of
from bluebook_desktop.extraction.expressions import Expression, Part, Relative
from bluebook_desktop.extraction.text import Site

JOINT = re.compile(r"(?:,| and| or|,? and then| to| through|[-–—]| respectively)* ?(?:(?:in|on|from|since) )?")
_BEFORE = re.compile(
    r"(?:\b(?:[Ii]n|[Oo]n|[Ss]ince|[Ff]rom|[Aa]t|[Bb]y|[Uu]ntil|[Tt]hrough|[Dd]uring|[Tt]he|[Oo]f|[Bb]etween) ?)+$"
)
#: A date after one of these describes a thing ("the meeting held in …"), unless an auxiliary makes it the verb.
_PARTICIPLE = re.compile(
    r"(?P<before>(?:\S+ ){0,4})(?P<word>\w+(?:ed|ld|de)|set|made|begun|given)(?: (?:in|on|at|during))? ?$"
)
_AUXILIARY = re.compile(r"\b(?:was|were|been|be|being|is|are|had|has|have)\b")
_INTRANSITIVE = {
    "occurred", "started", "happened", "visited", "resigned", "ended", "entered", "arrived", "returned", "continued",
    "resumed", "departed", "emerged", "increased", "decreased", "assumed", "agreed", "concurred",
}  # fmt: skip
_ATTRIBUTE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|of|of the|for the)  ?$".replace("  ", " "))
#: “… for the first time since the King came in 1998”: background, unless it opens its sentence.
_SUBORDINATE = re.compile(
    r"[^ ] (?:since|after|following|when|than|before|because|until) (?:[^ ,;]+ ){2,12}(?:in|on|at) $"
)
_NEW_CLAUSE = re.compile(
    r"[,;] (?!which|who|where|and |but |while )[^,;]*? (?:was|were|had|has|took|held|met|made|began|became"
    r"|[a-z]{2,}ed) [^,;]*$"
)
_OPENING = re.compile(
    r"^(?:(?!Following|After|Despite|Under|Since|Before)[A-Z][a-z]+,? )?(?:(?:[Ii]n|[Oo]n|[Ff]rom|[Ss]ince"
    r"|[Dd]uring|[Aa]t|[Ll]ate in|[Ee]arly in) )?(?:the )?$"
)
#: “… adopted the Declaration 2019 in August”.
_YEAR_BEFORE = re.compile(r"\b((?:19|20)[0-9]{2}) (?:on|in) $")
#: So many letters of a sentence on each side are looked at.
_NEAR = 400
#: So many dates before are looked through.
_REMEMBERED = 40
_AHEAD = re.compile(r"\b(?:will|scheduled|planned|plans?|expected|to be|to hold|would|aims?|aiming|toward)\b")


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression with its date, and where it stands in its passage."""

    expression: Expression
    date: EventDate
    sentence: int
    #: Complete points, for what is counted from them.
    first: Part
    last: Part | None
    #: Whether the words date what the sentence tells, not a thing that it names.
    main: bool
    ahead: bool
    #: The expression that prints the year that this one was given.
    source: Expression


Context = tuple[int, str, Expression | None]


class Dater:
    """Dates the expressions of one passage, in order, within one edition."""

    def __init__(self, site: Site, edition: Edition) -> None:
        self._site = site
        self._edition = edition
        self._covered = int(edition.period_start[:4])
        self._known: list[Dated] = []

    def date(self, expressions: Iterable[Expression]) -> list[Dated]:
        """All expressions that mean a date, with it."""
        waiting = list(expressions)
        for index, expression in enumerate(waiting):
            dated = self._one(expression, waiting[index + 1 : index + 7])
            if dated is not None:
                self._known.append(dated)
        return self._known

    def _one(self, expression: Expression, following: Sequence[Expression]) -> Dated | None:
        printed = self._site.text[expression.start : expression.end]
        year, reason, source = self._year_of(expression, following)
        first, last = _completed(expression, year, self._latest())
        if first is None:
            return None
        if expression.portion == "end" and first.month and first.year and self._is_term(expression, first):
            first = last_day(first.year, first.month)
        span = span_of(expression, first, last)
        if span is None:
            return None
        date = EventDate(printed, span, YearSource.INFERRED if reason else YearSource.PRINTED, reason)
        start, end = self._site.sentence(expression.start)
        return Dated(
            expression,
            date,
            self._site.sentence_index(expression.start),
            first,
            last,
            self._is_main(expression, start),
            self._is_told_ahead(expression, start, end) and self._lies_ahead(span),
            source or expression,
        )

    def _latest(self) -> Dated | None:
        return self._known[-1] if self._known else None

    def _is_told_ahead(self, expression: Expression, start: int, end: int) -> bool:
        start, end = max(start, expression.start - _NEAR), min(end, expression.end + _NEAR)
        return _AHEAD.search(self._site.text, start, end) is not None

    def _tells_ahead(self, expression: Expression) -> bool:
        start, end = self._site.sentence(expression.start)
        near = self._site.text[max(start, expression.start - _NEAR) : min(end, expression.end + _NEAR)]
        return " will " in near or " marks " in near

    def _lies_ahead(self, span: Span) -> bool:
        return span.start is not None and span.start > self._edition.period_end

    def _is_term(self, expression: Expression, month: Part) -> bool:
        """Whether something will last to the end of a month: its last day is meant."""
        if f"{month.year}-{month.month:02}" <= self._edition.period_end[:7]:
            return False
        before = self._site.text[max(0, expression.start - 14) : expression.start]
        return bool(re.search(r"\b(?:until|till|through|by) (?:the )?$", before))

    def _is_main(self, expression: Expression, sentence: int) -> bool:
        before = self._site.text[max(sentence, expression.start - _NEAR) : expression.start]
        if _OPENING.match(before):
            return True
        if expression.first.month is None and (expression.since or before.endswith("since ")):
            return False  # how long something has been so
        if _SUBORDINATE.search(before):
            return False
        if _ATTRIBUTE.search(before[-12:]) or re.search(r"\b(?:which|that|who|where)\b[^,]*$", before):
            return False
        participle = _PARTICIPLE.search(before[-60:])
        if participle is None or participle["word"] in _INTRANSITIVE:
            return True
        return bool(_AUXILIARY.search(participle["before"]))

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
            return self._counted(expression)
        if named := _YEAR_BEFORE.search(self._site.text, max(0, expression.start - 9), expression.start):
            return int(named[1]), f"The words before it say “{named[1]}” (¶ {self._site.passage}).", None
        if joined := self._joined(expression, following):
            return joined
        return self._carried(expression) or self._by_edition()

    def _by_edition(self) -> Context:
        return self._covered, f"No year is printed nearby: the edition covers the year {self._covered}.", None

    def _joined(self, expression: Expression, following: Sequence[Expression]) -> Context | None:
        """From *in April, May and June 2015* the year for April."""
        end = expression.end
        for other in following:
            between = self._site.text[end : other.start]
            if other.fiscal or other.first.month is None or len(between) > 24 or not JOINT.fullmatch(between):
                return None
            if other.first.year is not None:
                year = other.first.year - ((expression.first.month or 1) > other.first.month)
                return year, f"The words after it say {self._quoted(other)}.", other
            end = other.end
        return None

    def _counted(self, expression: Expression) -> Context:
        """The year that *the same year* and the like mean, counted from what was told last."""
        edition = self._edition.year
        if expression.relative is Relative.YEAR_GONE:
            return edition - 1, f"The year before that of the edition, {edition}, is meant.", None
        if expression.relative is Relative.YEAR_COMING:
            return edition + 1, f"The year after that of the edition, {edition}, is meant.", None
        anchor = self._anchor(expression)
        if expression.relative is Relative.THIS_YEAR and self._tells_ahead(expression):
            return edition, f"The sentence looks ahead: the year of the edition, {edition}, is meant.", None
        if anchor is None:
            offset = {Relative.NEXT_YEAR: 1, Relative.LAST_YEAR: -1}.get(expression.relative or Relative.SAME_YEAR, 0)
            words = "as the edition covers the year" if offset else "the edition covers the year"
            year = self._covered
            return year + offset, f"No year is printed nearby: {words} {year}{_counted_words(offset)}.", None
        year = (anchor.last or anchor.first).year or self._covered
        relative = expression.relative
        if relative is Relative.NEXT_YEAR:
            year += 1
        elif relative is Relative.LAST_YEAR:
            year -= 1
        return year, self._reason(anchor, expression), anchor.source

    def _anchor(self, expression: Expression) -> Dated | None:
        """What *the same year* refers to: the date told last, in the same sentence or earlier in the paragraph."""
        relative = expression.relative
        for known in reversed(self._known):
            if known.ahead and relative is not Relative.NEXT_YEAR:
                continue
            if relative in _DAYS and known.first.day is None:
                continue
            if relative in _MONTHS and known.first.month is None:
                continue
            return known
        return None

    def _carried(self, expression: Expression) -> Context | None:
        """The year of a month that prints none, from what was told before it in the paragraph."""
        sentence = self._site.sentence_index(expression.start)
        for known in reversed(self._known[-_REMEMBERED:]):
            if known.expression.decade or (known.first.month is None and known.last is not None):
                continue  # years told together lend theirs to no month
            year = _year_after(known, expression)
            if known.ahead or year is None or (not known.main and known.sentence != sentence and self._is_old(known)):
                continue
            aside = self._opens(expression) or self._is_aside(known, expression)
            if known.sentence == sentence and not known.main and self._is_old(known) and aside:
                continue
            if known.sentence != sentence and self._is_aside_of_covered(known):
                continue
            if year > self._covered and not self._just_after(known, expression):
                continue
            if self._turns(known, expression, year):
                return year + 1, self._reason(known, expression, f", and the edition covers the year {year + 1}"), None
            if known.source.first.year in (None, year) and (known.source.prints_year or known.source.relative):
                return year, self._reason(known, expression), known.source
            return year, known.date.year_reason, known.source
        return None

    def _turns(self, known: Dated, expression: Expression, year: int) -> bool:
        """Whether the covered year begins between two dates: “in December … In January”."""
        months = known.first.month, expression.first.month
        return year == self._covered - 1 and months[0] is not None and months[1] is not None and months[1] < months[0]

    def _opens(self, expression: Expression) -> bool:
        start, _ = self._site.sentence(expression.start)
        return bool(_OPENING.match(self._site.text[start : expression.start]))

    def _is_aside(self, known: Dated, expression: Expression) -> bool:
        """Whether what a date belongs to has ended: “Japan, which joined in 1956, was elected in June”."""
        text, (start, end) = self._site.text, (known.expression.start, known.expression.end)
        if _NEW_CLAUSE.search(text, end, max(end, expression.start)):
            return True
        return (
            text.startswith(",", end)
            and re.search(r", (?:which|who)\b[^,]*$", text[max(0, start - 200) : start]) is not None
        )

    def _is_aside_of_covered(self, known: Dated) -> bool:
        """Whether an old date stands within what is told of the covered year, which only one that opens leaves."""
        if not self._is_old(known) or self._opens(known.expression):
            return False
        earlier = self._known[: self._known.index(known)]
        return any(one.first.year == self._covered for one in earlier[-_REMEMBERED:])

    def _is_old(self, known: Dated) -> bool:
        """Whether a date lies before what the edition covers: background, from which months do not run on."""
        return (known.first.year or 0) < self._covered

    def _just_after(self, known: Dated, expression: Expression) -> bool:
        """Whether a month may follow one of the year in which the edition was written, in spring."""
        months = known.first.month, expression.first.month
        return known.first.year == self._covered + 1 and months[0] is not None and months[0] <= (months[1] or 0) <= 6

    def _reason(self, known: Dated, expression: Expression, addition: str = "") -> str:
        """Where the year is from, in a sentence that quotes the words."""
        gap = self._site.sentence_index(expression.start) - self._site.sentence_index(known.source.start)
        where = {0: "The same sentence says", 1: "The sentence before says"}.get(gap, "The paragraph says before it")
        return f"{where} {self._quoted(known.source)}{addition}."

    def _quoted(self, source: Expression) -> str:
        text = self._site.text
        before = _BEFORE.search(text, max(0, source.start - 24), source.start)
        start = before.start() if before else source.start
        return f"“{text[start : source.end]}” (¶ {self._site.passage})"


_DAYS = {Relative.SAME_DAY, Relative.NEXT_DAY, Relative.LAST_DAY}
_MONTHS = {Relative.SAME_MONTH, Relative.NEXT_MONTH, Relative.LAST_MONTH}


def _counted_words(offset: int) -> str:
    if not offset:
        return ""
    return ", the year after it is meant" if offset > 0 else ", the year before it is meant"


def _year_after(known: Dated, expression: Expression) -> int | None:
    """The year of a month told after `known`: January to March of a fiscal year lie in the next one."""
    year = known.first.year
    if year is not None and known.expression.fiscal and (expression.first.month or 12) < 4:
        return year + 1
    if year is not None and known.last is not None and known.last.year and known.last.year != year:
        return known.last.year
    return year


def _completed(expression: Expression, year: int | None, latest: Dated | None) -> tuple[Part | None, Part | None]:
    """Both points of an expression with what is not printed filled in."""
    if year is None:
        return None, None
    counted = _MOVES.get(expression.relative) if expression.relative else None
    if counted is not None and expression.first.month is None:
        if latest is None:
            return None, None
        point = counted(latest.last or latest.first)
        return (replace(point, day=expression.first.day) if point and expression.first.day else point), None
    first = replace(expression.first, year=year)
    last = expression.last
    if last is not None and last.year is None:
        crosses = (first.month or 1) > (last.month or 12)
        last = replace(last, year=year + crosses)
    return first, last


def _moved_month(point: Part, by: int) -> Part | None:
    if point.month is None or point.year is None:
        return None
    months = point.year * 12 + point.month - 1 + by
    return Part(months // 12, months % 12 + 1)


def _moved_day(point: Part, by: int) -> Part | None:
    if point.day is None or point.month is None or point.year is None:
        return None
    length = last_day(point.year, point.month).day or 31
    if 1 <= point.day + by <= length:
        return replace(point, day=point.day + by)
    other = _moved_month(point, by)
    if other is None or other.year is None or other.month is None:
        return None
    return replace(other, day=1) if by > 0 else last_day(other.year, other.month)


_MOVES: dict[Relative, Callable[[Part], Part | None]] = {
    Relative.SAME_MONTH: lambda point: _moved_month(point, 0),
    Relative.NEXT_MONTH: lambda point: _moved_month(point, 1),
    Relative.LAST_MONTH: lambda point: _moved_month(point, -1),
    Relative.SAME_DAY: lambda point: _moved_day(point, 0),
    Relative.NEXT_DAY: lambda point: _moved_day(point, 1),
    Relative.LAST_DAY: lambda point: _moved_day(point, -1),
}

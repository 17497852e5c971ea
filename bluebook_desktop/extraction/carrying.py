"""The year of a month that prints none, carried from what a passage told before it."""

import re

from bluebook_desktop.extraction.clauses import Clauses
from bluebook_desktop.extraction.expressions import Expression
from bluebook_desktop.extraction.points import Dated, Earlier, goes_back, year_after
from bluebook_desktop.extraction.text import Site
from bluebook_desktop.extraction.told import OPENS_PHRASE

_BEFORE = re.compile(
    r"(?:\b(?:[Ii]n|[Oo]n|[Ss]ince|[Ff]rom|[Aa]t|[Bb]y|[Uu]ntil|[Tt]hrough|[Dd]uring|[Tt]he|[Oo]f|[Bb]etween) ?)+$"
)
#: So many dates show of which year a passage tells.
_TOLD = 2
#: So many dates before are looked through.
REMEMBERED = 40
#: So many years before the covered one what was signed may have taken effect in it; what is older did so long ago.
_RECENT = 2
#: The last month of spring in which a yearbook is written, and the month from which a year nears its end.
_SPRING, _AUTUMN = 4, 10
_BACKWARD = re.compile(r"\b(?:earlier|previous|preceding|since|after|following|compared|that of|had been)\b")
_UNTIL = re.compile(r"\b(?:until|till|up to)(?: the (?:end|middle|beginning) of| (?:early|mid|late))? $")
_BY = re.compile(r"\b(?:by|until|before|no later than)(?: the)?(?: (?:end|middle|beginning) of)? $")
#: A term up to this month is still of the spring or summer in which the book was written.
_MIDSUMMER = 7
_WAS_TO = re.compile(r"\b(?:was|were|had been|should have been) (?:to|due|scheduled|supposed|expected)\b")
_HAD = re.compile(r"\bhad (?:\w+ly )?(?:been|[a-z]+(?:ed|en|wn|ne|de|ght|ft|id))\b")
#: A sentence that opens with somebody who is then said to be something: “X Y, a physician who …”.
_NEW_PERSON = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3}), (?:an? [a-z]|who [a-z]|the [a-z-]+ (?:of|who)\b)"
)
#: Words that open a sentence with a time or an article, and so no name: “Late October, the parties …”.
_NO_NAME = re.compile(
    r"(?:The|That|This|These|Those|Early|Late|Mid|Last|Next|Later|Earlier|Until|Till|Around|About|Over|Throughout)\b"
    r"|.*\b(?:January|February|March|April|June|July|August|September|October|November|December)$"
)
#: Where another clause begins: *had* in it does not tell of the date of this one.
_OTHER_CLAUSE = re.compile(
    r"; |\b(?:which|that|who|whom|whose|where|when|while|because|after|before|since|as|although|though|if|but|and)\b"
)
#: “… in June, after a state of emergency that lasted until February”: that ended before.
_PRECEDED = re.compile(r"\b(?:after|following|since|had)\b[^,;]*$")
_IS_DONE = re.compile(
    r" (?:was|were|has been|have been|had been) (?:\w+ly )?[a-z]+(?: (?!and\b)[a-z]+){0,4} (?:in|on) "
)

#: A year, the reason where it is inferred, and the expression that it rests on.
Context = tuple[int, str, Expression | None]


class Told:
    """What one passage has dated so far, and the years that it hands on."""

    def __init__(self, site: Site, clauses: Clauses, covered: int, earlier: Earlier | None) -> None:
        self._site = site
        self._clauses = clauses
        self._covered = covered
        self._earlier = earlier
        self.known: list[Dated] = []

    def carried(self, expression: Expression) -> Context | None:
        """The year of a month that prints none, from what was told before it in the paragraph."""
        sentence = self._site.sentence_index(expression.start)
        passed: int | None = None
        for known in reversed(self.known[-REMEMBERED:]):
            year = year_after(known, expression)
            if (
                year is None
                or (passed and year < passed)
                or not self._lends(known, expression, year, near=known.sentence == sentence)
            ):
                continue
            if self._turns(known, expression, year):
                return year + 1, self.reason(known, expression, f", and the edition covers the year {year + 1}"), None
            if known.sentence != sentence and self.is_old(known) and goes_back(known, expression):
                passed = year  # what went before it is further back
                continue
            if self._passes_on(known, expression, year):
                return year + 1, self.reason(known, expression, ", and the months pass into the next year"), None
            if known.source.first.year in (None, year) and (known.source.prints_year or known.source.relative):
                return year, self.reason(known, expression), known.source
            return year, known.date.year_reason, known.source
        return self._runs_on(expression)

    def _lends(self, known: Dated, expression: Expression, year: int, *, near: bool) -> bool:
        """Whether a month may be of the year of a date before; `near` says that one sentence holds both."""
        if known.expression.decade or (known.first.month is None and known.last is not None):
            return False  # years told together lend theirs to no month
        if year == self._covered + 1 and near and self._is_nearer_term(known, expression):
            return True
        if near and year == known.first.year and self._lies_within(known, expression):
            return True
        apart = known.ahead or self._clauses.names_thing(known.expression)
        if apart and not self._clauses.is_joint(known.expression, expression):
            return False
        if year > self._covered and not self._lends_later(known, expression, near=near):
            return False
        return not self.is_old(known) or self._lends_old(known, expression, near=near)

    def _lies_within(self, known: Dated, expression: Expression) -> bool:
        """Whether a day in brackets gives the part of a year told before: “the fall of 2012 in Ur (September 8)”."""
        span, month = known.date.span, expression.first.month
        if known.first.month or not known.expression.portion or not (span.start and span.end and month):
            return False
        bracketed = self._site.text.endswith("(", 0, expression.start)
        return bracketed and span.start[:7] <= f"{known.first.year}-{month:02}" <= span.end[:7]

    def _lends_later(self, known: Dated, expression: Expression, *, near: bool) -> bool:
        """Whether a month may be of the year in which the text was written."""
        aside = self._tells_of_covered() and self._clauses.is_within_relative(expression)
        term = _BY.search(self._site.text, max(0, known.expression.start - 24), known.expression.start)
        if not near and (aside or term):
            return False
        return self._just_after(known, expression)

    def _lends_old(self, known: Dated, expression: Expression, *, near: bool) -> bool:
        """Whether a month may be of a year before the covered one."""
        if not near:
            left = self._is_aside_of_covered(known) or self._is_left(known, expression)
            return not left and known.main and not self._clauses.is_since(known.expression)
        if self._is_done_again(known, expression) or self._clauses.is_since(known.expression):
            return False  # what has gone on since then is told of the covered year
        if (known.first.year or 0) >= self._covered - _RECENT and self._clauses.is_set_off(
            known.expression, expression
        ):
            return False
        if known.main:
            return True
        return not (self._clauses.opens(expression) or self._clauses.is_aside(known.expression, expression))

    def _runs_on(self, expression: Expression) -> Context | None:
        """The year of a paragraph before, where something set apart tells of other times month after month."""
        earlier = self._earlier
        if self.known or earlier is None or not earlier.narrative or self._site.caption:
            return None
        if earlier.last.year is None or (earlier.last.month or 12) > (expression.first.month or 1):
            return None
        return earlier.last.year, f"The paragraph before says “{earlier.words}” (¶ {earlier.passage}).", expression

    def _turns(self, known: Dated, expression: Expression, year: int) -> bool:
        """Whether the covered year begins between two dates: “in December … In January”."""
        months = known.first.month, expression.first.month
        return year == self._covered - 1 and months[0] is not None and months[1] is not None and months[1] < months[0]

    def _passes_on(self, known: Dated, expression: Expression, year: int) -> bool:
        """Whether what is told goes from the end of a year into the next: “on December 19, and … on January 6”.

        Sentences that follow one another do so only from December to January.
        """
        if not known.main or year != self._covered:
            return False
        if self._ends_later(known, expression):
            return True
        if known.sentence != self._site.sentence_index(expression.start):
            months = known.first.month, expression.first.month
            if months != (12, 1) or any(one.first.month == 1 and one.first.year == year for one in self.known):
                return False
            if self._site.text.endswith("(", 0, known.expression.start) or self._clauses.looks_back(expression):
                return False
        if (known.first.month or 0) < _AUTUMN or (expression.first.month or 12) > _SPRING - 1:
            return False
        between = self._site.text[known.expression.end : expression.start]
        return self._clauses.is_main(expression) and not _BACKWARD.search(between)

    def _ends_later(self, known: Dated, expression: Expression) -> bool:
        """Whether what is told lasts to a month that comes only in the next year: “prolonged in May, until March”."""
        months = known.first.month, expression.first.month
        if months[0] is None or months[1] is None or months[1] >= months[0]:
            return False
        until = _UNTIL.search(self._site.text, max(known.expression.end, expression.start - 24), expression.start)
        if until is None or known.sentence != self._site.sentence_index(expression.start):
            return False
        return not _PRECEDED.search(self._site.text[known.expression.end : until.start()])

    def _is_aside_of_covered(self, known: Dated) -> bool:
        """Whether an old date stands within what is told of the covered year, which only one that opens leaves."""
        if not self.is_old(known) or self._clauses.opens(known.expression):
            return False
        earlier = self.known[: self.known.index(known)]
        return any(one.first.year == self._covered for one in earlier[-REMEMBERED:])

    def _is_nearer_term(self, known: Dated, expression: Expression) -> bool:
        """Whether a month before that of a term yet to come is a nearer one: “to June 2015, with a draft by March”.

        So is what came in between of what *was to* be: “he was to return in July; all were called back in March”.
        """
        months = known.first.month, expression.first.month
        if months[0] is None or months[1] is None or not months[1] < months[0] <= _MIDSUMMER:
            return False
        text, begin = self._site.text, self._site.sentence(known.expression.start)[0]
        if _BY.search(text, max(begin, expression.start - 24), expression.start):
            return True
        return _WAS_TO.search(text, max(begin, known.expression.start - 80), known.expression.start) is not None

    def _is_left(self, known: Dated, expression: Expression) -> bool:
        """Whether a new sentence leaves an old date behind: it was told of as past already, or somebody new comes."""
        here = self._site.sentence(expression.start)
        text = self._site.text
        year, earlier = known.first.year or 0, self.known[: self.known.index(known)]
        told = any(year < (one.first.year or 0) <= self._covered for one in earlier)
        goes_on = not told and (self._clauses.opens(known.expression) or self._clauses.opens(expression))
        if not goes_on and self._is_had(known) and not _HAD.search(text, *here):
            return True
        new = _NEW_PERSON.match(text, *here)
        if new is None or OPENS_PHRASE.match(new["name"]) or _NO_NAME.match(new["name"]):
            return False
        return not self._clauses.opens(known.expression) and new["name"] not in text[: here[0]]

    def _is_had(self, known: Dated) -> bool:
        """Whether the verb of a date is a pluperfect: background of what the passage tells."""
        text, date = self._site.text, known.expression
        for had in _HAD.finditer(text, *self._site.sentence(date.start)):
            between = text[had.end() : date.start] if had.end() <= date.start else text[date.end : had.start()]
            if not _OTHER_CLAUSE.search(between):
                return True
        return False

    def _is_done_again(self, known: Dated, expression: Expression) -> bool:
        """Whether an old date is that of a thing, and another is told of it: “the measures taken in May were …”."""
        months = known.first.month, expression.first.month
        if months[0] is None or months[1] is None or months[1] > months[0]:
            return False
        between = self._site.text[known.expression.end : expression.start]
        return _IS_DONE.fullmatch(between) is not None and self._clauses.is_described(known.expression)

    def _tells_of_covered(self) -> bool:
        """Whether anything but one date of the passage so far is of the covered year or earlier."""
        return len(self.known) < _TOLD or any((one.first.year or 0) <= self._covered for one in self.known)

    def is_old(self, known: Dated) -> bool:
        """Whether a date lies before what the edition covers: background, from which months do not run on."""
        return (known.first.year or 0) < self._covered

    def _just_after(self, known: Dated, expression: Expression) -> bool:
        """Whether a month may follow one of the year in which the edition was written, in spring."""
        months = known.first.month, expression.first.month
        return known.first.year == self._covered + 1 and months[0] is not None and months[0] <= (months[1] or 0) <= 6

    def reason(self, known: Dated, expression: Expression, addition: str = "") -> str:
        """Where the year is from, in a sentence that quotes the words."""
        gap = self._site.sentence_index(expression.start) - self._site.sentence_index(known.source.start)
        where = {0: "The same sentence says", 1: "The sentence before says"}.get(gap, "The paragraph says before it")
        return f"{where} {self.quoted(known.source)}{addition}."

    def quoted(self, source: Expression) -> str:
        text = self._site.text
        before = _BEFORE.search(text, max(0, source.start - 24), source.start)
        start = before.start() if before else source.start
        return f"“{text[start : source.end]}” (¶ {self._site.passage})"

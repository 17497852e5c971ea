"""Reads the date of an event and checks that EDTF, printed words and reason agree."""

import re

from bluebook_desktop.curated.fields import Fields
from bluebook_desktop.curated.finders import MONTHS
from bluebook_desktop.domain.dates import EventDate, Span, YearSource, parse_edtf, since_fiscal_year
from bluebook_desktop.domain.excerpts import Excerpt

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_MONTH = re.compile("|".join(MONTHS))
#: How a reason quotes the text: “In the second half of 2020” (¶ 14).
_QUOTED = re.compile(r"“([^”]+)” \(¶ (\d+)\)")
_FISCAL = re.compile(r"\bFY ?\d{4}|\bfiscal year\b")
_COVERED_YEAR = "the edition covers the year"


def read_date(fields: Fields, excerpt: Excerpt) -> tuple[EventDate, Excerpt]:
    """The date of a table and the place of its printed words, which stand within the excerpt."""
    item = fields.item("date")
    if item is None:
        raise fields.wrong("[[event]] has no “date”")
    printed = item.text("printed")
    start = -1
    for _ in range(item.whole_number("occurrence", 1)):
        start = excerpt.exact.find(printed, start + 1)
    if start < 0:
        raise fields.wrong(f"the words “{printed}” do not occur in the excerpt", "date", printed)
    span = _span(item)
    if span.end is None and (span.start or "").endswith("-04-01") and _FISCAL.search(printed):
        span = since_fiscal_year(span)
    source = item.choice("year", YearSource)
    reason = item.text("reason", "")
    item.finish()
    if problem := disagreement(printed, span) or _year_problem(fields, printed, source, reason):
        raise fields.wrong(problem, "date", printed)
    begin = excerpt.start + start
    return EventDate(printed, span, source, reason), fields.places.of(excerpt).cut(begin, begin + len(printed))


def _span(item: Fields) -> Span:
    edtf = item.text("edtf")
    try:
        return parse_edtf(edtf)
    except ValueError as error:
        raise item.wrong(str(error), edtf) from None


def disagreement(printed: str, span: Span) -> str:
    """What in the printed words contradicts the EDTF value; empty when nothing does."""
    points = [point.split("-") for point in span.edtf.split("/")]
    years = {point[0] for point in points}
    months = {int(point[1]) for point in points if len(point) > 1}
    days = {int(point[2]) for point in points if len(point) > 2}
    if strange := set(_YEAR.findall(printed)) - years:
        return f"“{printed}” names the year {min(strange)}, {span.edtf} does not"
    if strange := set(_MONTH.findall(printed)) - {MONTHS[month - 1] for month in months}:
        return f"“{printed}” names {min(strange)}, {span.edtf} does not"
    if days and (named := {int(day) for day in _DAY.findall(printed)}) and named != days:
        return f"“{printed}” names another day than {span.edtf}"
    return ""


def _year_problem(fields: Fields, printed: str, source: YearSource, reason: str) -> str:
    """What is wrong with where the year is from; empty when nothing is."""
    if (source is YearSource.PRINTED) != bool(_YEAR.search(printed)):
        return f"the year of “{printed}” is not {source}"
    if source is YearSource.PRINTED:
        return "a printed year needs no reason" if reason else ""
    quoted = _QUOTED.findall(reason)
    if not reason.endswith(".") or not (quoted or _COVERED_YEAR in reason):
        return f"the reason for the year of “{printed}” quotes no words of the text"
    for words, number in quoted:
        site = fields.places.passage(int(number))
        if site is None or words not in site.text:
            return f"the reason quotes “{words}”, which does not occur in ¶ {number}"
    return ""

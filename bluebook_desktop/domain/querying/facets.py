"""What filters ask for, as words of the index that no text can hold: they begin with a private character.

Kept in the index itself, a filter costs as little as a word, at any size, and counts stay exact.
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from bluebook_desktop.domain.dates import Precision, Span
from bluebook_desktop.domain.folding import fold

MARK = "\ue000"
#: As long as the beginnings of words that have an index of their own: there all of these words share one row list.
HEAD = MARK * 3
_MOST_YEARS = 120
_MOST_DAYS = 31
_CAPITALS = re.compile(r"(?<!\w)US(?!\w)")


@lru_cache(maxsize=4_096)
def _facet(letter: str, value: str) -> str:
    return HEAD + letter + "".join(c for c in fold(value) if c.isalnum())


def kind_facet(kind: str) -> str:
    """What a row is, such as a passage or an event: every row has one."""
    return _facet("k", kind)


def place_facet(place: str) -> str:
    """In what part of a text it stands, such as a column or a caption."""
    return _facet("i", place)


def person_facet(slug: str) -> str:
    """A person that is mentioned."""
    return _facet("p", slug)


def facility_facet(slug: str) -> str:
    """A facility that is mentioned."""
    return _facet("f", slug)


def speaker_facet(name: str) -> str:
    """Who is quoted: a person's id, or a name as printed."""
    return _facet("q", name)


def year_facet(year: int) -> str:
    """A year that something dated there falls into, in whole or in part."""
    return f"{HEAD}y{year}"


def edition_facet(edition: str) -> str:
    """An edition (``2021-en``)."""
    return _facet("e", edition)


def section_facet(section: str) -> str:
    """A section with its edition (``2021-en/4.2.2``); a chapter's means all that it holds."""
    edition, _, number = section.rpartition("/")
    return f"{_facet('s', edition)}x{number.replace('.', 'x')}"


def section_facets(edition: str, number: str) -> list[str]:
    """All that name a section: its edition, itself, and what it is part of."""
    parts = number.split(".")
    above = [".".join(parts[: size + 1]) for size in range(len(parts))]
    return [edition_facet(edition), *(section_facet(f"{edition}/{one}") for one in above)]


def capitals_facets(text: str) -> list[str]:
    """Says that *US* is printed in capitals."""
    return [f"{HEAD}wus"] if _CAPITALS.search(text) else []


def date_facets(span: Span, last_year: int) -> list[str]:
    """The years that a date reaches into (up to `last_year` where it is open), and the day or month that it is."""
    start = int((span.start or span.end or "")[:4])
    end = int(span.end[:4]) if span.end else max(start, last_year)
    years = [year_facet(year) for year in range(start, min(end, start + _MOST_YEARS) + 1)]
    return [*years, *_exact_facets(span)]


def exact_date_facet(span: Span) -> str:
    """What is asked for by a day, month or year."""
    return f"{HEAD}d{span.edtf.replace('-', '')}"


def _exact_facets(span: Span) -> list[str]:
    if span.start is None or span.end is None:
        return []
    first, last = datetime.date.fromisoformat(span.start), datetime.date.fromisoformat(span.end)
    days = [first + datetime.timedelta(step) for step in range(min((last - first).days + 1, _MOST_DAYS))]
    if days[-1] != last:
        return [f"{HEAD}d{first.year}"] if first.year == last.year else []
    told = len(span.edtf.partition("/")[0]) == len("2020-12-05") and span.precision in (Precision.DAY, Precision.RANGE)
    found = [f"{HEAD}d{day:%Y%m%d}" for day in days] if told else []
    found += [f"{HEAD}d{month}" for month in dict.fromkeys(f"{day:%Y%m}" for day in days)]
    return [*found, *(f"{HEAD}d{year}" for year in dict.fromkeys(day.year for day in days))]

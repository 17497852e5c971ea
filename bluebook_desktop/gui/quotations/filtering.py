"""Which quotations are as asked for, by group, form, speaker, time and words, and in which order they stand."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bluebook_desktop.domain.dates import describe, parse_edtf
from bluebook_desktop.domain.records import QuotationKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bluebook_desktop.domain.dates import Span
    from bluebook_desktop.gui.quotations.model import Entry

_STATED = (QuotationKind.SPEECH, QuotationKind.JOINT_STATEMENT, QuotationKind.MESSAGE)
#: The groups in the order of the list, with the forms in each.
GROUPS: dict[str, tuple[QuotationKind, ...]] = {
    "statements": _STATED,
    "reported": (QuotationKind.REPORTED,),
    "testimony": (QuotationKind.TESTIMONY,),
    "terms": (QuotationKind.TERM,),
}
ALL = "all"
#: The orders beside that of the text.
ORDERS = ("date", "speaker")
_LATEST = "9999-99"


def group_of(kind: QuotationKind) -> str:
    """The group that a form of quotation belongs to."""
    return next(name for name, kinds in GROUPS.items() if kind in kinds)


@dataclass(frozen=True, slots=True)
class Months:
    """From a month to a month (``2020-01``), each of them empty where it is open; or nothing but what has no date."""

    first: str = ""
    last: str = ""
    undated: bool = False

    @property
    def is_all(self) -> bool:
        """Whether nothing is asked for."""
        return self == Months()

    @property
    def edtf(self) -> str:
        """The same as an interval, empty where all or what has no date is meant."""
        if not (self.first or self.last):
            return ""
        return f"{self.first or '..'}/{self.last or '..'}"

    @property
    def words(self) -> str:
        """The interval in words: ``2020``, ``Jan 2020``, ``Jan 2020 – Mar 2021``, ``since Jan 2020``."""
        if not self.edtf:
            return ""
        if self.first == self.last:
            return describe(parse_edtf(self.first))
        if self.first[:4] == self.last[:4] and (self.first[4:], self.last[4:]) == ("-01", "-12"):
            return self.first[:4]
        if not self.first or not self.last:
            return describe(parse_edtf(self.edtf))
        return f"{describe(parse_edtf(self.first))} – {describe(parse_edtf(self.last))}"

    def takes(self, span: Span | None) -> bool:
        """Whether a time touches these months."""
        if self.is_all:
            return True
        if span is None or self.undated:
            return span is None and self.undated
        return (span.end or _LATEST)[:7] >= self.first and (span.start or "")[:7] <= (self.last or _LATEST)


def months_of(text: str) -> Months:
    """What `edtf` gave; everything where a text is no such interval."""
    first, _, last = text.partition("/")
    ends = "" if first == ".." else first, "" if last == ".." else last
    try:
        for one in filter(None, ends):
            if len(one) != len("2020-01"):
                return Months()
            parse_edtf(one)
    except ValueError:
        return Months()
    first, last = ends
    return Months() if first and last and first > last else Months(first, last)


def year(number: str) -> Months:
    """The twelve months of a year."""
    return Months(f"{number}-01", f"{number}-12")


def months_in(entries: Iterable[Entry]) -> list[str]:
    """The months in which the times of quotations begin or end, in order."""
    spans = [one.span for one in entries if one.span is not None]
    return sorted({end[:7] for span in spans for end in (span.start, span.end) if end})


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for; what is empty leaves everything."""

    group: str = ALL
    form: str = ""
    speaker: str = ""
    months: Months = field(default_factory=Months)
    words: tuple[str, ...] = ()

    def takes(self, entry: Entry) -> bool:
        """Whether a quotation is as asked for."""
        return (
            self.group in (ALL, entry.group)
            and (not self.form or entry.form == self.form)
            and (not self.speaker or self.speaker in entry.keys)
            and self.months.takes(entry.span)
            and all(word in entry.searched for word in self.words)
        )

    def of(self, entries: Iterable[Entry]) -> list[Entry]:
        """Those that are as asked for."""
        return [one for one in entries if self.takes(one)]

    def in_any_group(self, **instead: object) -> Choice:
        """The same in every group, with something else asked for."""
        return replace(self, group=ALL, **instead)  # type: ignore[arg-type]


def in_order(entries: Sequence[Entry], order: str) -> list[Entry]:
    """Entries in an order of `ORDERS`, else as they stand in the text; what has no date or speaker comes last."""
    if order == "date":
        return sorted(entries, key=lambda one: (one.span.start or "") if one.span else _LATEST)
    if order == "speaker":
        return sorted(entries, key=lambda one: (not one.sort_name, one.sort_name))
    return list(entries)

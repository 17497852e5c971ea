"""The words for what can be corrected, and for where a record is from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bluebook_desktop.domain.dates import describe, parse_edtf
from bluebook_desktop.domain.records import EventKind, FacilityKind, QuotationKind, Status, Verdict
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.gui.wording import (
    capitalised,
    event_kind_word,
    facility_kind_word,
    quotation_kind_word,
    status_word,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bluebook_desktop.domain.records import Records

translate = QCoreApplication.translate


def field_word(kind: Kind, name: str) -> str:
    """What a field is called."""
    if (kind, name) == (Kind.QUOTATION, "kind"):
        return translate("Decisions", "Form")
    return {
        "title": translate("Decisions", "Title"),
        "date": translate("Decisions", "Date"),
        "kind": translate("Decisions", "Kind"),
        "status": translate("Decisions", "Status"),
        "speakers": translate("Decisions", "Speakers"),
        "occasion": translate("Decisions", "Occasion"),
        "name": translate("Decisions", "Name"),
        "offices": translate("Decisions", "Offices as printed"),
        "full": translate("Decisions", "Full form"),
    }[name]


def value_words(kind: Kind, name: str, value: str) -> str:
    """A field's value as it is shown: dates and kinds in words."""
    if not value:
        return translate("Decisions", "nothing")
    if name == "date":
        return describe(parse_edtf(value), full=True)
    if name == "status":
        return status_word(Status(value)) or translate("Decisions", "Happened")
    if name == "kind":
        return {
            Kind.EVENT: lambda: event_kind_word(EventKind(value)),
            Kind.QUOTATION: lambda: capitalised(quotation_kind_word(QuotationKind(value))),
            Kind.FACILITY: lambda: facility_kind_word(FacilityKind(value)),
        }[kind]()
    return value


def found_words(kind: Kind, found: Mapping[str, str]) -> str:
    """What the program had found, field by field: ``Title “Treaty”, Date “FY2019”``."""
    pairs = ((field_word(kind, name), value_words(kind, name, value)) for name, value in found.items())
    return ", ".join(translate("Decisions", "{0} “{1}”").format(*pair) for pair in pairs)


def origin_words(records: Records, kind: Kind, id_: str) -> str:
    """Where a record is from, and what its reader decided on it, in a line or two."""
    origin, yours = records.origins.get((kind.value, id_)), records.yours.get((kind.value, id_))
    if origin is None:
        return translate("Decisions", "Checked by hand")
    sure = translate("Decisions", "sure to {0} %").format(round(origin.confidence * 100))
    if yours is None:
        words = translate("Decisions", "Found by the program · {0} · {1}").format(origin.rule, sure)
        return words.replace(" ·", "\N{NO-BREAK SPACE}·")  # no line begins with it
    if yours.verdict is Verdict.CONFIRMED:
        return translate("Decisions", "Yours · confirmed · found by: {0}, {1}").format(origin.rule, sure)
    lines = [translate("Decisions", "Yours · corrected"), before_words(kind, yours.found)]
    if yours.unprinted:
        fields = ", ".join(field_word(kind, name) for name in sorted(yours.unprinted))
        lines.append(translate("Decisions", "Not in the text: {0}").format(fields))
    return "\n".join(lines)


def before_words(kind: Kind, found: Mapping[str, str]) -> str:
    """A sentence on what the program had found."""
    return translate("Decisions", "The program had found: {0}").format(found_words(kind, found))

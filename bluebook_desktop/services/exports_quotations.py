"""Exports quotations: as a table (CSV), as JSON, and with citations as Markdown and plain text (docs/quotations.md)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bluebook_desktop.domain.citations import in_quotation_marks
from bluebook_desktop.domain.dates import YearSource, describe
from bluebook_desktop.domain.records import QuotationKind
from bluebook_desktop.services.citing import citation, speakers_of
from bluebook_desktop.services.export import made_from, storable, to_json
from bluebook_desktop.services.markdown import escaped, origin_lines
from bluebook_desktop.services.objects import SectionObjects
from bluebook_desktop.services.tables import BETWEEN, csv_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluebook_desktop.domain.records import Quotation
    from bluebook_desktop.services.sections import OpenSection

COLUMNS = (
    "id",
    "form",
    "is_quotation",
    "text",
    "speakers",
    "speakers_printed",
    "verb",
    "occasion",
    "date",
    "date_printed",
    "year_added",
    "passage",
    "locator",
    "checked",
    "citation",
)


def _chosen(section: OpenSection, quotations: Sequence[Quotation] | None) -> Sequence[Quotation]:
    return section.records.quotations if quotations is None else quotations


def form_words(quotation: Quotation) -> str:
    """The form in words; of a reported statement and a term that neither is a quotation."""
    match quotation.kind:
        case QuotationKind.REPORTED:
            return "reported in the words of the text, no quotation"
        case QuotationKind.TERM:
            return "term in quotation marks, no statement"
    return quotation.kind.value.replace("_", " ")


def quotations_csv(section: OpenSection, quotations: Sequence[Quotation] | None = None) -> str:
    """These quotations of a section, or all, a row each; every row says from what and by what it was made."""
    return csv_table(section, COLUMNS, (_row(section, one) for one in _chosen(section, quotations)))


def _row(section: OpenSection, one: Quotation) -> dict[str, Any]:
    objects, date = SectionObjects(section), one.date
    added = date is not None and date.year_source is YearSource.INFERRED
    return {
        "id": one.id,
        "form": one.kind.value,
        "is_quotation": "no" if one.kind in (QuotationKind.REPORTED, QuotationKind.TERM) else "yes",
        "text": one.text,
        "speakers": BETWEEN.join(speakers_of(section, one)),
        "speakers_printed": BETWEEN.join(one.speaker_names),
        "verb": one.verb,
        "occasion": one.occasion,
        "date": date.span.edtf if date else "",
        "date_printed": date.printed if date else "",
        "year_added": date.year_reason if date and added else "",
        "passage": one.excerpt.passage,
        "locator": objects.locator(one.excerpt.passage),
        "checked": _checked(section, one),
        "citation": citation(section, one.excerpt.passage).text,
    }


def _checked(section: OpenSection, one: Quotation) -> str:
    return "found by the program" if ("quotation", one.id) in section.records.origins else "by hand"


def quotations_json(section: OpenSection, quotations: Sequence[Quotation] | None = None) -> str:
    """These quotations of a section, or all, with the keys of docs/export.md, each with its citation."""
    objects = SectionObjects(section)
    found = [
        {
            **objects.quotation(one),
            "citation": citation(section, one.excerpt.passage).text,
            "checked": _checked(section, one),
        }
        for one in _chosen(section, quotations)
    ]
    return to_json({**made_from(section), "section": section.id, "quotations": found}, indent=2)


def quotations_text(section: OpenSection, quotations: Sequence[Quotation] | None = None) -> str:
    """These quotations of a section, or all, each with who, form, date, occasion and citation."""
    entries = []
    for one in _chosen(section, quotations):
        lines = [_words(one), f"({_about(section, one)})", citation(section, one.excerpt.passage).text]
        entries.append("\n".join(lines))
    return storable("\n\n".join([*entries, "\n".join(origin_lines(section))]) + "\n")


def quotations_markdown(section: OpenSection, quotations: Sequence[Quotation] | None = None) -> str:
    """The same as Markdown: what is quoted as a block quote, what is reported or a term as plain words."""
    title = f"# Quotations: {escaped(section.section.title)} ({escaped(section.edition.title)})"
    entries = [title]
    for one in _chosen(section, quotations):
        words = escaped(_words(one))
        is_quoted = one.kind not in (QuotationKind.REPORTED, QuotationKind.TERM)
        quoted = "\n".join(f"> {line}".rstrip() for line in words.split("\n")) if is_quoted else words
        cited = escaped(citation(section, one.excerpt.passage).text)
        entries.append(f"{quoted}\n\n*{escaped(_about(section, one))}*  \n{cited}")
    entries.append("---\n\n" + "  \n".join(map(escaped, origin_lines(section))))
    return storable("\n\n".join(entries) + "\n")


def _words(one: Quotation) -> str:
    """With quotation marks where something is quoted; what is reported has none of its own and gets none."""
    exact = one.excerpt.exact.strip()
    return exact if one.kind is QuotationKind.REPORTED else in_quotation_marks(exact)


def _about(section: OpenSection, one: Quotation) -> str:
    """Who, in which form, when and on what occasion: ``Abe; speech; 19 January 2020; Speech at the reception``."""
    who = ", ".join(speakers_of(section, one))
    printed = " and ".join(one.speaker_names)
    if printed and printed != who:
        who = f"{who}, printed as “{printed}”"
    when = describe(one.date.span, full=True) if one.date else ""
    if one.date and one.date.year_source is YearSource.INFERRED:
        when = f"{when} (the year is added, not printed there)"
    return "; ".join(filter(None, [who, form_words(one), when, one.occasion]))


Write = Callable[["OpenSection", "Sequence[Quotation] | None"], str]
#: Name of a format -> what writes quotations in it. The command line and the window offer what stands here.
FORMATS: dict[str, Write] = {
    "csv": quotations_csv,
    "json": quotations_json,
    "markdown": quotations_markdown,
    "text": quotations_text,
}

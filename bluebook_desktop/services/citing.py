"""Cites places and quotations; the window and the command line say the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluebook_desktop.domain.citations import Citation, cite, in_quotation_marks
from bluebook_desktop.domain.records import QuotationKind
from bluebook_desktop.errors import UsageError

if TYPE_CHECKING:
    from bluebook_desktop.domain.records import Quotation
    from bluebook_desktop.services.sections import OpenSection


def citation(section: OpenSection, first: int | None = None, last: int | None = None) -> Citation:
    """The citation of passages `first` to `last`, or of the section; UsageError when it has no such passage."""
    count = len(section.document.passages)
    for number in (first, last):
        if number is not None and not 1 <= number <= count:
            raise UsageError(f"There is no ¶ {number}: the section has ¶ 1 to ¶ {count}.")
    return cite(section.edition, section.section, section.document, first, last)


def citation_text(section: OpenSection, first: int | None = None, last: int | None = None) -> str:
    """Citation and source line, a line each."""
    return str(citation(section, first, last))


def copy_with_citation(words: str, section: OpenSection, first: int | None, last: int | None = None) -> str:
    """Words of the text in quotation marks, then citation and source line: what *Copy with citation* copies.

    Those of a heading are of no passage: the section is cited.
    """
    return f"{in_quotation_marks(words)}\n{citation_text(section, first, last)}"


def quotation_citation(section: OpenSection, quotation: Quotation) -> str:
    """A quotation with who said it (in the text's own words), its citation and the source line.

    What is only reported is quoted from the Bluebook, and says so: it is no quotation of the speaker.
    """
    who = " and ".join(quotation.speaker_names or speakers_of(section, quotation))
    if who and quotation.kind is QuotationKind.REPORTED:
        who = f"reported of {who}, in the Bluebook’s own words"
    words = in_quotation_marks(quotation.excerpt.exact)
    return f"{words}{f' ({who})' if who else ''}\n{citation_text(section, quotation.excerpt.passage)}"


def speakers_of(section: OpenSection, quotation: Quotation) -> list[str]:
    """The names of those who said it: people where the text names them, else the group as printed."""
    names = [section.people[one].name for one in quotation.speakers if one in section.people]
    return names or list(quotation.speaker_names)

"""The line at the foot of the window follows what was decided."""

from bluebook_desktop.domain.references import Kind, Reference
from tests.gui.hands import Hands

from .conftest import decide, section_of, select


def test_the_status_bar_counts_what_was_confirmed_no_more_as_found(hands: Hands) -> None:
    hands.do("quotations")
    assert hands.status == "Quotations: 1 statement · found by the program, not checked by hand"
    section = section_of(hands)
    select(hands, Reference(Kind.QUOTATION, section.id, section.records.quotations[0].id))
    decide(hands, lambda: hands.click(hands.button("Confirm")))
    assert hands.status == "Quotations: 1 statement"

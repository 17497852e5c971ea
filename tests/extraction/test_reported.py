"""What a sentence reports besides what it quotes."""

import pytest

from bluebook_desktop.domain.records import QuotationKind
from tests.extraction.conftest import Extract


@pytest.mark.parametrize(
    ("words", "who"),
    [
        (
            (
                "Minister Kono Taro stressed that the road was for both, to which Minister Asha Roy answered that "
                "Ur was “not merely a donor but a friend who stays for dinner.”"
            ),
            "Minister Kono Taro",
        ),
        (
            "President John Doe proposed to begin talks at once and remarked, “We gave it up because we know it.”",
            "President John Doe",
        ),
        (
            (
                "Prime Minister Ann Roe announced that Ur would join the pact, and thanked Prime Minister Abe for a "
                "welcome which she said “every one of the people of Ur has taken as his own.”"
            ),
            "Prime Minister Ann Roe",
        ),
        (
            (
                "President John Doe promised all support; visiting the Embassy, he wrote that “the people of Ur "
                "will recover and emerge stronger than ever.”"
            ),
            "President John Doe",
        ),
        (
            (
                "Prime Minister Ann Roe described it as “the worst crisis in 65 years since the end of the war” "
                "and called on each and every citizen to overcome it."
            ),
            "Prime Minister Ann Roe",
        ),
        (
            "The President was angry; the Supreme Court ruled on May 3 that the dissolution had been wrong.",
            "the Supreme Court",
        ),
    ],
)
def test_a_clause_beside_a_quotation_reports_too(find: Extract, words: str, who: str) -> None:
    reported = [q for q in find(words).quotations if q.kind is QuotationKind.REPORTED]
    assert [q.speaker_names for q in reported] == [(who,)]


@pytest.mark.parametrize(
    "words",
    [
        "President John Doe met the Minister and remarked, “We gave it up because we know what it leaves behind.”",
        "The party ruled on the islands that lie in the north.",
    ],
)
def test_what_only_leads_to_a_quotation_reports_nothing(find: Extract, words: str) -> None:
    assert not [q for q in find(words).quotations if q.kind is QuotationKind.REPORTED]

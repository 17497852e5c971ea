"""What is said takes the date of an occasion told before only where it was said there."""

from dataclasses import replace

import pytest

from bluebook_desktop.domain.records import Quotation, QuotationKind
from bluebook_desktop.extraction import Gazetteer, extract
from tests.extraction.conftest import Extract, make_document, make_edition

MET = "On May 3, Minister Jane Doe met President Ada Sall in Ur."


def last(find: Extract, *paragraphs: str) -> Quotation:
    return [one for one in find(*paragraphs).quotations if one.kind is not QuotationKind.TERM][-1]


def date(one: Quotation) -> str:
    return one.date.span.edtf if one.date else ""


@pytest.mark.parametrize(
    "words",
    [
        f"{MET} Minister Doe said, “We must go on.”",
        f"{MET} The two leaders agreed that they would go on.",
        f"{MET} The road is to be finished by 2024. In the joint statement, they declared that they would go on.",
        f"{MET} She told him that it would be built. President Sall replied that it was needed.",
        f"{MET} Minister Doe said that it would be built. Furthermore, Ur promised that it would pay.",
        (
            "On May 3, Minister Jane Doe signed the treaty, the fourth after those of 1972 and 1978. "
            "In it, “the two sides resolved to face history squarely,” and to open up a new phase."
        ),
    ],
)
def test_who_met_and_what_points_back_keep_the_date_of_the_meeting(find: Extract, words: str) -> None:
    assert date(last(find, words)) == "2020-05-03"


@pytest.mark.parametrize(
    "words",
    [
        f"{MET} Earlier, Minister Doe had conveyed that Ur must go on.",
        f"{MET} Before that, Minister Doe stopped in Eridu and said, “We must go on.”",
        f"{MET} Minister Doe has repeatedly requested that the talks go on.",
        f"{MET} Governor Ann Roe stated that the talks must go on.",
        f"{MET} At the LNG Conference, Minister Doe declared that Ur would pay.",
        f"{MET} They met again later. “We must go on,” Minister Doe said.",
        f"{MET} She used to say: “One canal is worth a hundred words.”",
        "The camp was shut down in 2020. Minister Jane Doe said that it must be opened again.",
        "On May 3, a fighter of the Air Force lost its tanks. Minister Jane Doe said, “We must go on.”",
        "Minister Jane Doe had visited Ur on May 3. In her address, Minister Doe announced that Ur would pay.",
        (
            "The accord was signed on May 3, approved by the Diet on June 4 and entered into force on August 1. "
            "In their joint statement, the two leaders confirmed that talks would go on."
        ),
    ],
)
def test_what_may_have_been_said_at_another_time_has_no_date(find: Extract, words: str) -> None:
    assert date(last(find, words)) == ""


@pytest.mark.parametrize(
    ("words", "right"),
    [
        (
            MET + " Minister Doe addressed the Parliament four months later, on September 9: "
            "“The seas are now bringing us together.”",
            "2020-09-09",
        ),
        ("UNC moved in November 2007. In the joint board of June 2020, Commander Jane Doe thanked Ur.", "2020-06"),
    ],
)
def test_the_date_of_its_own_sentence_goes_before_one_told_earlier(find: Extract, words: str, right: str) -> None:
    assert date(last(find, words)) == right


def test_what_is_said_is_no_occasion_of_itself(find: Extract) -> None:
    found = last(find, "“The law has provisions that are hard to bear,” Minister Jane Doe told the press on May 3.")
    assert date(found) == "2020-05-03"
    assert "provisions" not in found.occasion


def test_the_edition_is_no_occasion_of_what_stands_under_a_ministers_name(gazetteer: Gazetteer) -> None:
    document = make_document("I state the following: this issue is resolved.")
    edition, speaker = replace(document.headings[0], title="Diplomatic Bluebook 2021"), "Foreign Minister Doe"
    below = replace(edition, position=1, title=speaker, level=2)
    document = replace(document, headings=(edition, below), passages=(replace(document.passages[0], heading=1),))
    spoken = extract(document, make_edition(), gazetteer).quotations[0]
    assert (spoken.speaker_names, spoken.occasion) == (("Doe",), "")

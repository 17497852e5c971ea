"""A group stands for people only where just they were told of together; else it stays as printed."""

import pytest

from bluebook_desktop.domain.records import Quotation, QuotationKind
from tests.extraction.conftest import Extract


def speakers(find: Extract, *paragraphs: str) -> tuple[list[str], tuple[str, ...]]:
    found = find(*paragraphs)
    said: Quotation = [one for one in found.quotations if one.kind is not QuotationKind.TERM][-1]
    names = {person.id: person.name for person in found.people}
    return [names[one] for one in said.speakers], said.speaker_names


@pytest.mark.parametrize(
    ("words", "right"),
    [
        (
            "President Jane Doe met Prime Minister Ann Roe on May 3. The two leaders agreed that they would go on.",
            ["Jane Doe", "Ann Roe"],
        ),
        (
            (
                "Foreign Minister Jane Doe visited Ur, where she met Defense Minister Ann Roe. "
                "The two ministers confirmed that the talks would go on."
            ),
            ["Jane Doe", "Ann Roe"],
        ),
        (
            "President Jane Doe visited Ur. She was received by President Ann Roe. Both leaders agreed that it was so.",
            ["Jane Doe", "Ann Roe"],
        ),
        (
            (
                "It was held with the two ministers present: Foreign Minister Jane Doe and Defense Minister Ann Roe. "
                "In the joint statement, the ministers stressed that the talks would go on."
            ),
            ["Jane Doe", "Ann Roe"],
        ),
    ],
)
def test_those_who_met_just_before_stand_behind_a_group(find: Extract, words: str, right: list[str]) -> None:
    assert speakers(find, words)[0] == right


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        (
            "Prime Minister Jane Doe and Mrs. Ann Doe received them. The G7 leaders affirmed that they would go on.",
            "The G7 leaders",
        ),
        (
            (
                "Secretary of State Ann Roe ended the talks. Prime Minister Jane Doe of Ur visited Japan on May 3. "
                "In the joint statement, the two leaders underscored that peace was needed."
            ),
            "the two leaders",
        ),
        (
            (
                "President Jane Doe took leave of Prime Minister Ann Roe. "
                "On May 4, the leaders of the 16 states noted that the talks were over."
            ),
            "the leaders of the 16 states",
        ),
        (
            (
                "Prime Minister Jane Doe met President Ann Roe. Prime Minister Ada Sall spoke in Ur. "
                "There the two leaders agreed that they would go on."
            ),
            "the two leaders",
        ),
        (
            (
                "Prime Minister Jane Doe played golf with the golfer Ann Roe, Minister of Defense Ada Sall looking on. "
                "The two leaders agreed that they would go on."
            ),
            "The two leaders",
        ),
        (
            "The Japan International Cooperation Agency (JICA) reported that wells would be dug.",
            "The Japan International Cooperation Agency",
        ),
        (
            "Thailand, the United Kingdom (UK) and others have expressed interest in joining.",
            "Thailand, the United Kingdom (UK) and others",
        ),
    ],
)
def test_a_group_that_cannot_be_told_stays_as_printed(find: Extract, words: str, printed: str) -> None:
    assert speakers(find, words) == ([], (printed,))


def test_a_statement_of_one_is_his_and_no_joint_one(find: Extract) -> None:
    words = (
        "King Jane Doe promised Prime Minister Ann Roe that Ur would help. On May 3 he was set free. "
        "“I am filled with strong indignation at this act,” read the statement of Prime Minister Roe."
    )
    found = find(words)
    said = found.quotations[-1]
    names = {person.id: person.name for person in found.people}
    assert [names[one] for one in said.speakers] == ["Ann Roe"]
    assert said.kind is not QuotationKind.JOINT_STATEMENT

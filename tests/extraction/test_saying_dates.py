"""When something was said: not every date of a sentence or passage is that of what somebody says in it."""

import pytest

from bluebook_desktop.domain.records import Quotation, QuotationKind
from tests.extraction.conftest import Extract


def said(find: Extract, *paragraphs: str) -> list[Quotation]:
    return [one for one in find(*paragraphs).quotations if one.kind is not QuotationKind.TERM]


def dates(find: Extract, *paragraphs: str) -> list[str]:
    return [one.date.span.edtf if one.date else "" for one in said(find, *paragraphs)]


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("On May 3, Minister Doe met President Sall. He said, “We must go on together.”", "2020-05-03"),
        ("Minister Doe came on May 3. “We must go on,” he said at a press conference a week later.", "2020-05-10"),
        ("Minister Doe came on May 3. In a letter of June 4, he wrote, “We must go on.”", "2020-06-04"),
        ("Minister Doe, who visited Ur from May 3 to 5, told them that Ur must go on.", "2020-05-03/2020-05-05"),
        ("The Ministry announced the case to the press on May 3.", "2020-05-03"),
        ("The Ministry claimed on May 3 that the ship had left on April 30.", "2020-05-03"),
        ("It was founded in 1993. At the May 2020 meeting of the Council, Ur stated that it would stay.", "2020-05"),
        (
            "In the “2+2” meeting held in May 2019, Ur took part. The Government also affirmed that it would stay.",
            "2019-05",
        ),
    ],
)
def test_the_date_of_the_saying_is_found(find: Extract, words: str, date: str) -> None:
    assert dates(find, words)[-1] == date


@pytest.mark.parametrize(
    "words",
    [
        "Recalling the bombing of Hiroshima on August 6, 1945, the leaders stated that it must never come again.",
        "Minister Doe came on May 3. In his speech, he recalled that the war ended on August 15, 1945.",
        "Minister Doe came on May 3. Having lived there from 1963 to 1966, he said, “I know the country well.”",
        "Minister Doe came on May 3. It is to be finished by 2024. He remarked, “We begin to see the same map.”",
        "Minister Doe came on May 3. He declared that “in 2024 the bridge will be open to everyone.”",
        "Minister Doe came on May 3. He condemned the nuclear test of January 6 in the strongest terms.",
        "Minister Doe came on May 3. He welcomed the Agreement, which was signed in Ur on June 10.",
        "Minister Doe came on May 3. He welcomed the Agreement which had been signed on April 2.",
        "Minister Doe came on May 3. He welcomed the truce in force since April 2.",
    ],
)
def test_what_the_words_are_about_dates_no_saying(find: Extract, words: str) -> None:
    found = dates(find, words)
    assert found
    assert set(found) <= {"2020-05-03", ""}


def test_what_is_told_in_a_book_was_not_said_when_it_happened(find: Extract) -> None:
    words = (
        "On January 19, 1960, he signed the Treaty. In his memoir, Prime Minister Doe explained that it was natural."
    )
    assert dates(find, words) == [""]


def test_a_speech_in_the_next_paragraph_was_held_on_the_occasion_told_before(find: Extract) -> None:
    first = "On May 3, a reception was held in Tokyo."
    assert dates(find, first, "In his speech, Prime Minister Abe said, “Let us go on.” He added, “Let us shine.”") == [
        "2020-05-03",
        "2020-05-03",
    ]
    assert dates(find, first, "Prime Minister Abe said, “Let us go on.”") == [""]

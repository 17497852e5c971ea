"""Whom a title with *he* or *she* names: only the one with whom the sentence before opens."""

import pytest

from tests.extraction.conftest import Extract


@pytest.mark.parametrize(
    ("words", "title", "people"),
    [
        ("In May, Minister Doe visited Ur. On June 4, he left for Lod.", "Doe left for Lod", ["doe"]),
        (
            "On May 3, 2020, Minister Doe saw the tomb of President Ho. On June 4, he left for Lod.",
            "Doe left for Lod",
            ["doe"],
        ),
        (
            "Minister Roe told the press. Secretary-General Annan had come in March, and in May he told the Diet so.",
            "Annan told the Diet",
            ["annan"],
        ),
        ("“I was afraid all night,” Minister Doe added. On June 4, he left for Lod.", "Doe left for Lod", ["doe"]),
        (
            "Amid friction between the U.S. and Ur, Minister Doe spoke. On June 4, he left for Lod.",
            "Doe left for Lod",
            ["doe"],
        ),
        (
            "Minister Doe went to Ur. He lodged a protest with Minister Qin on June 4.",
            "Doe lodged a protest with Minister Qin",
            ["doe", "qin"],
        ),
        (
            "The Minister spoke by telephone. President Abbas, with whom he also talked on January 4, replied.",
            "He also talked",
            ["abbas"],
        ),
        ("The Minister held talks with Minister Lavro in Ur. He visited Lod on May 4.", "He visited Lod", []),
        ("Minister Doe and President Ho met in Ur. He visited Lod on May 4.", "He visited Lod", []),
        ("Minister Doe’s letter came. He visited Lod on May 4.", "He visited Lod", []),
        (
            "President Park came to Japan. In May, the Festival at Park Hyatt was held.",
            "Festival at Park Hyatt was held",
            [],
        ),
    ],
)
def test_a_title_gives_a_name_only_to_the_subject_told_of_before(
    find: Extract, words: str, title: str, people: list[str]
) -> None:
    event = find(words).events[-1]
    assert (event.title, list(event.people)) == (title, people)

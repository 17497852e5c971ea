"""What is somebody's own though no verb of saying stands right before it: verdicts, answers, views."""

import pytest

from bluebook_desktop.domain.records import QuotationKind
from tests.extraction.conftest import Extract

_UNSAID = (QuotationKind.TERM, QuotationKind.REPORTED)


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("The Secretary-General’s verdict was short: “The clock is ticking.”", "The Secretary-General"),
        ("For Minister Kono the visit was “the beginning of a long road.”", "Minister Kono"),
        ("In the eyes of President Sall, the accord is “a gift to our children.”", "President Sall"),
        ("For many participants the visit was “the beginning of a long road.”", "many participants"),
        (
            "President Sall’s view that the plan of Minister Doe would be “a danger to all” was shared.",
            "President Sall",
        ),
        ("“Ur,” Prime Minister Abe told the Diet, “will stand by its word.”", "Prime Minister Abe"),
        ("Minister Kishi went so far as to call the test “an act of madness.”", "Minister Kishi"),
        ("Foreign Minister Lavro saw in the talks “a step in the right direction.”", "Foreign Minister Lavro"),
        ("The declaration reads in part: “The two countries are partners.”", "The declaration"),
        ("The ministers were of one mind that such acts “cannot be tolerated.”", "The ministers"),
        ("The Pope prayed that “no child may ever suffer so again.”", "The Pope"),
        ("Chancellor Merke, looking back, said the night had been “long, but worth it.”", "Chancellor Merke"),
        ("Minister Okada made no secret of his view that the plan was “not realistic.”", "Minister Okada"),
        ("“We owe them all,” Minister Abe, who had lost an uncle there, told the families.", "Minister Abe"),
        ("UN Secretary-General Gute urged all to “step back from the brink.”", "UN Secretary-General Gute"),
        ("Ms. Tano Akiko, a nurse, remembers: “Nobody complained about it.”", "Ms. Tano Akiko"),
        ("A pupil from Fukushima, aged twelve, asked the Minister, “When can we go?”", "A pupil from Fukushima"),
        ("The Minister’s answer, “I will think about it,” pleased nobody.", "The Minister"),
    ],
)
def test_what_is_somebodys_own_is_a_statement(find: Extract, words: str, speaker: str) -> None:
    said = [one for one in find(words).quotations if one.kind is not QuotationKind.REPORTED]
    assert not any(one.kind in _UNSAID for one in said)
    assert {"; ".join(one.speaker_names) for one in said} == {speaker}


def test_one_word_in_marks_is_not_what_somebody_felt(find: Extract) -> None:
    assert [one.kind for one in find("Many thought that “peace” would come.").quotations] == [QuotationKind.TERM]


@pytest.mark.parametrize(
    "words",
    [
        "The Minister attended a concert titled “Songs of the Sea.”",
        "The project goes by the name of “Light of the Village.”",
        "“Cool Japan” was the theme on which Minister Ina spoke.",
        "The Government promotes “diplomacy that takes a panoramic perspective of the world map.”",
        "Minister Kishi presented the idea of an “arc of freedom and prosperity.”",
        "The summit adopted “The Future We Want.”",
        "Based on the “three principles,” Japan gave aid.",
        "The so-called “two-plus-two” met in Tokyo.",
        "Under the slogan “No one left behind,” the Minister launched the plan.",
        "The leaders agreed to set up a “hotline.”",
        "President Oba explained the policy of “rebalancing.”",
        "For the town the plan was “Vision 2030.”",
        "For Japan the visit of President Obama was “an important step of great meaning.”",
        "For the economy of Ur the year was “a time of great change and hope.”",
        "Minister Kono denied the remark that Governor Tamaki had been “too late.”",
        "There was a fear that the policy of President Sall would be “a danger to all.”",
        "It was hoped that the “arc of freedom” would grow.",
        "Prime Minister Nod stressed the concept of “human security.”",
    ],
)
def test_what_a_thing_is_called_is_a_term(find: Extract, words: str) -> None:
    marked = [one.kind for one in find(words).quotations if one.kind is not QuotationKind.REPORTED]
    assert set(marked) == {QuotationKind.TERM}

"""Where it was, and who took part without being named: who acts, as printed, not whatever a clause mentions."""

import pytest

from bluebook_desktop.extraction.participants import participants_of
from tests.extraction.conftest import Extract


@pytest.mark.parametrize(
    ("clause", "who"),
    [
        ("On March 16, the four ministers held a meeting in Tokyo", ("the four ministers",)),
        ("In December the Cabinet reached a decision", ("the Cabinet",)),
        ("the Governments of Japan and the U.S. exchanged notes", ("the Governments of Japan and the U.S.",)),
        (
            "the Government of Japan and the Government of the U.S. signed it",
            ("the Government of Japan", "the Government of the U.S."),
        ),
        ("the Government of Japan and USFJ issued a release", ("the Government of Japan", "USFJ")),
        ("Participants from both sides held a discussion", ()),
        ("Japan and Australia continued their exercises", ("Japan and Australia",)),
        ("The Bush Administration announced a plan", ("The Bush Administration",)),
        # What is but mentioned takes no part.
        ("he said that he would wait for the new administration", ()),
        ("the first meeting under the Bush Administration was held", ()),
        ("the treaty between Japan and the United States was signed", ()),
        ("he met him at the Prime Minister’s Office", ()),
        ("the Government-level consultations were resumed", ()),
        ("visited Cambodia and Indonesia", ()),
        ("the resolution of the United Nations was adopted", ()),
        ("the Japan-U.S. Joint Committee", ()),
    ],
)
def test_who_acts_takes_part(clause: str, who: tuple[str, ...]) -> None:
    assert participants_of(clause) == who


def test_an_event_has_whom_its_title_names_though_its_words_say_she(find: Extract) -> None:
    found = find(
        "Ambassador Caroline Kennedy arrived at Narita on November 15, 2020. She presented her credentials on "
        "November 19."
    )
    assert [list(event.people) for event in found.events] == [["caroline-kennedy"]] * 2


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("The conference met in Sharm el-Sheikh in November 2020.", "Sharm el-Sheikh"),
        ("The summit was held in Washington, D.C. in November 2020.", "Washington, D.C."),
        ("He met him at the Prime Minister’s Office in November 2020.", ""),
    ],
)
def test_a_place_is_where_something_was_held(find: Extract, sentence: str, place: str) -> None:
    assert [event.place for event in find(sentence).events] == [place]


def test_a_report_speaks_itself_whoever_is_named_before_it(find: Extract) -> None:
    found = find(
        "President Xi Jinping met Premier Li Keqiang in October 2020. The report stated that “China will rise further.”"
    )
    assert [(one.speakers, one.speaker_names) for one in found.quotations] == [((), ("The report",))]

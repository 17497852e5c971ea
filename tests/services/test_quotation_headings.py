"""A title that somebody quotes is the text's own, and no passage of it."""

import pytest

from bluebook_desktop.domain.checking.verdicts import Change, Verdict
from bluebook_desktop.services.quotation_answers import Checking
from bluebook_desktop.services.quotation_places import Place
from bluebook_desktop.services.quotation_sources import SpeakerCheck
from bluebook_desktop.services.sections import OpenSection
from bluebook_desktop.storage.library import Library


@pytest.fixture(scope="module")
def checking(library: Library) -> Checking:
    return Checking(library)


def test_every_heading_is_exact_as_the_contents_print_it_and_where_it_stands(
    checking: Checking, section: OpenSection
) -> None:
    for heading in section.document.headings:
        for words in (heading.full_title, heading.title):
            answer = checking.check(words).answer
            start = len(heading.full_title) - len(words)
            wanted = Place(
                section.id, heading.first_passage, start, start + len(words), words, heading=heading.position
            )
            assert answer.verdict is Verdict.EXACT
            assert wanted in answer.places or all(place.heading is None for place in answer.places)


def test_what_stands_in_passages_is_not_told_of_the_headings_that_repeat_it(checking: Checking) -> None:
    answer = checking.check("Japan-U.S. Security Arrangements").answer
    assert [(place.passage, place.heading) for place in answer.places] == [(1, None)]


def test_in_part_the_places_in_the_text_stand_in_its_order(checking: Checking) -> None:
    answer = checking.check("Nobody says that the Japan-U.S. security treaty is rock-solid").answer
    assert answer.verdict is Verdict.IN_PART
    places = [(place.passage, place.heading) for place in answer.places]
    assert places == sorted(places)
    assert all(heading is None for _, heading in places)


def test_a_heading_is_nobodys_words_and_its_section_is_cited(checking: Checking) -> None:
    checked = checking.check("Various Issues Related to the Presence of U.S. Forces in Japan", "Abe")
    found = checking.as_object(checked)
    assert (found["verdict"], found["quotation_kind"], found["speakers"]) == ("exact", "heading", [])
    assert checked.speaker_check is SpeakerCheck.DIFFERS
    assert found["places"][0]["heading"] == 15
    assert "¶" not in found["citation"]
    assert "“Japan-U.S. Security Arrangements”" in found["citation"]
    assert checked.source is not None
    assert checked.source.place.endswith("heading above ¶ 28")


@pytest.mark.parametrize(
    ("text", "kind", "given", "printed"),
    [
        ("Various Issues Related to the Presence of US Forces in Japan", Change.CHANGED, "US", "U.S."),
        ("Efforts Under Guidelines for Japan-U.S. Defense Cooperation", Change.LEFT_OUT, "", "the"),
        ("Various Other Issues Related to the Presence of U.S. Forces in Japan", Change.ADDED, "Other", ""),
    ],
)
def test_a_title_with_a_word_changed_is_altered_and_its_heading_comes_first(
    checking: Checking, text: str, kind: Change, given: str, printed: str
) -> None:
    answer = checking.check(text).answer
    assert answer.verdict is Verdict.ALTERED
    assert answer.places[0].heading is not None
    assert [(one.kind, one.given, one.text) for one in answer.differences] == [(kind, given, printed)]


def test_a_title_printed_otherwise_is_the_same_words(checking: Checking) -> None:
    answer = checking.check("HOST NATION SUPPORT (HNS)").answer
    assert answer.verdict is Verdict.SAME_WORDS
    assert [place.heading for place in answer.places] == [14]


def test_an_ellipsis_is_honoured_in_a_heading(checking: Checking) -> None:
    answer = checking.check("Sixtieth Anniversary … Entering into Force of the Japan-U.S. Security Treaty").answer
    assert (answer.verdict, answer.shortened, answer.places[0].heading) == (Verdict.EXACT, True, 4)


def test_a_title_runs_into_no_passage(checking: Checking) -> None:
    assert checking.check("Cyberspace In recent years").answer.verdict not in (Verdict.EXACT, Verdict.SAME_WORDS)


def test_a_check_kept_to_an_edition_keeps_to_its_headings(library: Library) -> None:
    title = "Various Issues Related to the Presence of U.S. Forces in Japan"
    assert Checking(library, "2021-en").check(title).answer.verdict is Verdict.EXACT
    assert Checking(library, "1999-en").check(title).answer.verdict is Verdict.NOT_FOUND

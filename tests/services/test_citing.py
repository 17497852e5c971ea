from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from bluebook_desktop.errors import UsageError
from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.browsing import open_section
from bluebook_desktop.services.citing import citation, citation_text, copy_with_citation, quotation_citation
from bluebook_desktop.services.export import export_object
from bluebook_desktop.services.importing import import_files
from bluebook_desktop.services.library import open_library
from bluebook_desktop.services.sections import OpenSection

Imported = Callable[[str, str], OpenSection]


@pytest.fixture
def imported(tmp_path: Path) -> Iterator[Imported]:
    """Import a text as an edition (none: a document of no yearbook), and open it."""
    with ExitStack() as stack:

        def take(text: str, edition: str) -> OpenSection:
            file = tmp_path / "speech.txt"
            file.write_text(text, "utf-8")
            folders = UserFolders(data=tmp_path / "home", config=tmp_path / "home", log=tmp_path / "home" / "log")
            section = import_files(folders, [file], edition=edition or None).files[0].section
            opened = stack.enter_context(closing(open_library(folders)))
            return open_section(opened.library, section.partition("/")[0])

        yield take


def test_copied_words_stand_in_quotation_marks_above_citation_and_source_line(section: OpenSection) -> None:
    copied = copy_with_citation("shared information closely", section, 12)
    assert copied.splitlines() == [
        "“shared information closely”",
        citation(section, 12).text,
        section.section.source_line,
    ]


def test_words_with_marks_of_their_own_get_no_others(section: OpenSection) -> None:
    """Nobody could tell which marks are the text's."""
    copied = copy_with_citation("provided “seamless” responses", section, 12)
    assert copied.splitlines()[0] == "provided “seamless” responses"


def test_a_selection_over_several_passages_names_them_all(section: OpenSection) -> None:
    assert ", ¶¶ 3–4. https://" in copy_with_citation("x", section, 3, 4)
    assert ", ¶ 3. https://" in copy_with_citation("x", section, 3, 3)


def test_a_passage_in_a_special_feature_names_it(section: OpenSection) -> None:
    assert "Special Feature “Sixtieth Anniversary of the Signing" in citation_text(section, 8)
    assert "Column “Project to Promote Exchanges" in citation_text(section, 31)


def test_the_date_accessed_is_written_out(section: OpenSection) -> None:
    assert citation(section).text.endswith("(accessed 23 November 2026).")


def test_a_group_that_spoke_is_named_as_printed(section: OpenSection) -> None:
    assert quotation_citation(section, section.quotations["predecessors"]).splitlines()[0] == (
        "“predecessors for their wisdom, courage, and vision” (the four ministers)"
    )


def test_what_is_reported_is_quoted_from_the_bluebook_and_not_from_the_speaker(section: OpenSection) -> None:
    first = quotation_citation(section, section.quotations["memoir-revision"]).splitlines()[0]
    assert first.startswith("“In his memoir, Prime Minister Kishi explained")
    assert first.endswith("” (reported of Prime Minister Kishi, in the Bluebook’s own words)")


@pytest.mark.parametrize("number", [0, 37, -1])
def test_a_passage_that_is_not_there_is_refused(section: OpenSection, number: int) -> None:
    with pytest.raises(UsageError, match=rf"^There is no ¶ {number}: the section has ¶ 1 to ¶ 36\.$"):
        citation(section, number)


def test_a_file_without_an_address_was_accessed_nowhere(imported: Imported) -> None:
    section = imported("Chapter 3 Diplomacy\n\n2 Security\n\nJapan met Ruritania in May 2018.\n", "2019-en")
    assert section.section.number == "3.2"
    assert citation(section, 1).text == (
        "Ministry of Foreign Affairs of Japan, Diplomatic Bluebook 2019, "
        "Chapter 3 “Diplomacy”, section 3.2 “Security”, ¶ 1."
    )
    assert export_object(section)["source_line"] == (
        "Created by editing “Diplomatic Bluebook 2019” (Ministry of Foreign Affairs of Japan)"
    )


def test_a_number_that_the_library_gave_a_document_is_not_cited(imported: Imported) -> None:
    section = imported("Message from the Minister\n\nJapan met Ruritania in May 2018.\n", "2019-en")
    assert section.section.number == "1"
    assert citation(section, 1).text == (
        "Ministry of Foreign Affairs of Japan, Diplomatic Bluebook 2019, “Message from the Minister”, ¶ 1."
    )
    assert section.place_in_words(1) == "Diplomatic Bluebook 2019, Message from the Minister, ¶ 1"


def test_a_document_of_no_yearbook_is_not_ascribed_to_one(imported: Imported) -> None:
    section = imported("Dear Diary\n\nToday I ate soup. It was good.\n", "")
    assert citation(section, 1).text == "“Dear Diary”, ¶ 1."
    assert citation(section, 1).source_line == "Source: File: speech.txt."
    assert export_object(section)["source_line"] == "Created by editing “Dear Diary”"
    assert section.path_in_words(1) == "Other documents › Dear Diary › ¶ 1"
    assert section.place_in_words(1) == "Other documents, Dear Diary, ¶ 1"

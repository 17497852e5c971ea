"""Pointers printed in the text: to headings of their own section, of others, of other editions, and to nowhere."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bluebook_desktop.domain.excerpts import excerpt_at
from bluebook_desktop.domain.records import CrossReference
from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.browsing import open_section
from bluebook_desktop.services.importing import import_files
from bluebook_desktop.services.library import open_library
from bluebook_desktop.services.pointers import Destination, destination, page_of
from bluebook_desktop.services.sections import OpenSection
from bluebook_desktop.storage.library import Library

_TEXTS = {
    (
        "2021-en",
        "3.1.2",
    ): "Diplomatic Bluebook 2021\n\nChapter 3\n\n1 Efforts for Peace\n\nPeace was made in May 2020.\n",
    ("2021-en", "2.3"): "Diplomatic Bluebook 2021\n\nChapter 2\n\n3 North America\n\nPeople met in May 2020.\n",
    ("2019-en", "3.1"): "Diplomatic Bluebook 2019\n\nChapter 3\n\n1 Older Efforts\n\nPeople met in May 2018.\n",
}


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library of the bundled section and of three more."""
    home = tmp_path_factory.mktemp("wide")
    folders = UserFolders(data=home, config=home, log=home / "log")
    for (edition, number), text in _TEXTS.items():
        file = Path(home, f"{edition}-{number}.txt")
        file.write_text(text, "utf-8")
        import_files(folders, [file], edition=edition, section=number)
    with closing(open_library(folders)) as opened:
        yield opened.library


@pytest.fixture(scope="module")
def section(wide: Library) -> OpenSection:
    edition = next(one for one in wide.editions() if one.id == "2021-en")
    return OpenSection(wide, edition, wide.section("2021-en/4.2.2"))


def pointing(words: str) -> CrossReference:
    return CrossReference("one", excerpt_at(1, words, 0, len(words)), None)


def led(library: Library, section: OpenSection, words: str) -> tuple[str, str] | None:
    found = destination(library, section, pointing(words))
    return None if found is None else (found.section, found.title)


def test_the_texts_own_pointers_lead_to_its_feature_and_its_column(wide: Library, section: OpenSection) -> None:
    titles = [destination(wide, section, one).title[:30] for one in section.records.cross_references]
    assert titles == ["Sixtieth Anniversary of the Si", "Project to Promote Exchanges a"]


def test_a_section_remembers_where_a_pointer_leads(section: OpenSection) -> None:
    pointer = section.records.cross_references[0]
    assert section.destination(pointer) is section.destination(pointer)
    assert isinstance(section.destination(pointer), Destination)


@pytest.mark.parametrize(
    ("words", "leads_to"),
    [
        ("see Chapter 3, Section 1", "2021-en/3.1.2"),
        ("see Chapter III, Section 1", "2021-en/3.1.2"),
        ("see 3-1-2", "2021-en/3.1.2"),
        ("see Chapter 2, Section 3", "2021-en/2.3"),
        ("see 2-3-1", "2021-en/2.3"),
        ("see Chapter 3", "2021-en/3.1.2"),
        ("see Diplomatic Bluebook 2019, Chapter 3, Section 1", "2019-en/3.1"),
        ("see Chapter 3 of the 2019 edition", "2019-en/3.1"),
    ],
)
def test_numbers_lead_to_the_section_that_has_them(
    wide: Library, section: OpenSection, words: str, leads_to: str
) -> None:
    found = led(wide, section, words)
    assert found is not None
    assert found[0] == leads_to


def test_a_title_in_quotation_marks_leads_to_its_heading(wide: Library, section: OpenSection) -> None:
    assert led(wide, section, "see “efforts for peace,” page 12") == ("2021-en/3.1.2", "1 Efforts for Peace")


@pytest.mark.parametrize(
    "words",
    [
        "see the Column on page 222",
        "see Chapter 7",
        "see Chapter 3 of the 2012 edition",
        "see “A Title That Nothing Has”",
        "see Section 9",
        "see 4-2-2",
    ],
)
def test_what_the_library_does_not_hold_leads_nowhere(wide: Library, section: OpenSection, words: str) -> None:
    assert led(wide, section, words) is None


def test_the_page_is_told_where_the_pointer_names_one() -> None:
    pages = ["see the Special Feature page on 217", "see the Column on page 222", "see Chapter 3", "see p. 7"]
    assert [page_of(pointing(one)) for one in pages] == ["217", "222", "", "7"]


def test_a_target_of_its_own_section_needs_no_words(wide: Library, section: OpenSection) -> None:
    pointer = replace(pointing("see Chapter 3"), target=2)
    assert destination(wide, section, pointer) == Destination(section.id, 2, section.document.headings[2].full_title)


def test_the_bundled_section_alone_leads_nowhere_else(library: Library) -> None:
    assert destination(library, open_section(library), pointing("see Chapter 3")) is None

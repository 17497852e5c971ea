"""Why a search found what it did, or nothing."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bluebook_desktop.services.bundled import read_contents
from bluebook_desktop.services.search import SearchService
from bluebook_desktop.storage.build import build_file
from bluebook_desktop.storage.connections import address_of
from bluebook_desktop.storage.library import Library


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchService]:
    folder: Path = tmp_path_factory.mktemp("library")
    with closing(Library(address_of(build_file(folder, read_contents(), "of the tests")))) as library:
        yield SearchService(library)


def test_a_slip_is_found_in_its_right_reading_and_named(service: SearchService) -> None:
    hits = service.search("Article V").hits
    marked = {hit.snippet[start:end] for hit in hits for start, end in hit.marks}
    assert "ArticleV" in marked
    assert any("ArticleV" in note for note in service.search("Article V").notes)


def test_nothing_found_names_the_words_that_occur_nowhere(service: SearchService) -> None:
    assert service.search("zebra okinawa").missing == ("zebra",)
    assert service.search("okinawa").missing == ()


def test_words_that_never_stand_together_are_not_called_missing(service: SearchService) -> None:
    result = service.search("golf perfluorooctane")
    assert (result.total, result.missing) == (0, ())


def test_a_search_can_be_kept_to_an_edition(service: SearchService) -> None:
    kept = SearchService(service._library, "2021-en").search("futenma")
    assert kept.counts == service.search("futenma").counts
    assert SearchService(service._library, "1999-en").search("futenma").total == 0

"""A library whose index has words of their own for pairs and beginnings finds what one without them does."""

import json
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from bluebook_desktop.domain.folding import words
from bluebook_desktop.domain.querying import parse_query
from bluebook_desktop.domain.querying import shortcuts as choosing
from bluebook_desktop.domain.querying.facets import MARK
from bluebook_desktop.errors import LibraryDamagedError
from bluebook_desktop.services.bundled import read_contents
from bluebook_desktop.storage import indexing, loosening
from bluebook_desktop.storage.beginnings import spelled_out
from bluebook_desktop.storage.build import build_file
from bluebook_desktop.storage.connections import address_of
from bluebook_desktop.storage.expressions import Plan, expression
from bluebook_desktop.storage.library import Library
from bluebook_desktop.storage.loosening import loosened
from bluebook_desktop.storage.raw import indexed_words
from bluebook_desktop.storage.search import rows_of

CONTENTS = list(read_contents())
TEXTS = [passage.text for content in CONTENTS for passage in content[2].passages]
PAIRS = sorted(
    {
        (a, b)
        for text in TEXTS
        for a, b in pairwise(word.folded for word in words(text))
        if a.isalpha() and b.isalpha() and a.isascii() and b.isascii()
    }
)


def _library(folder: Path) -> Library:
    return Library(address_of(build_file(folder, CONTENTS, "of the tests")))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with closing(_library(tmp_path_factory.mktemp("plain"))) as opened:
        yield opened


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shortcuts")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(indexing, "_GATHERED", 1)
        patch.setattr(choosing, "FEWEST_ROWS", 1)
        patch.setattr(choosing, "_MANY", 3)
        patch.setattr(choosing, "_PAIRS_A_ROW", 25)
        return build_file(folder, CONTENTS, "of the tests")


@pytest.fixture
def library(file: Path) -> Iterator[Library]:
    with closing(Library(address_of(file))) as opened:
        yield opened


def _same(plain: Library, library: Library, typed: str) -> bool:
    plan = Plan(parse_query(typed))
    return rows_of(plain, plan, 1_000) == rows_of(library, plan, 1_000)


def _asked(library: Library, typed: str) -> str:
    return expression(spelled_out(library, Plan(parse_query(typed))))


def test_only_a_library_that_is_not_written_at_once_has_shortcuts(plain: Library, library: Library) -> None:
    assert not plain.shortcuts.common
    assert not plain.meta("shortcuts")
    assert "of" in library.shortcuts.common
    assert len(library.shortcuts.beginnings) > 10


def test_two_common_words_side_by_side_are_asked_for_by_their_pair(library: Library) -> None:
    of, pair = library.shortcuts.of_pair, ("and", "security")
    assert of(*pair)
    for typed in ('"and security"', "and-security ", "kishi or and.security japan"):
        assert f'"{of(*pair)}"' in _asked(library, typed)
    assert '"and security"*' in _asked(library, "and-security")  # the last word may go on
    assert of("of", "the") == ""
    assert '"of the"' in _asked(library, '"of the"')


def test_every_pair_finds_what_its_words_do(plain: Library, library: Library) -> None:
    asked = [pair for pair in PAIRS if library.shortcuts.of_pair(*pair)]
    assert len(asked) > 500
    common = sorted(library.shortcuts.common)
    some = random.Random(3)  # noqa: S311 - not for secrets
    asked += [(some.choice(common), some.choice(common)) for _ in range(200)]
    assert [pair for pair in asked if not _same(plain, library, f'"{" ".join(pair)}"')] == []


def test_every_beginning_finds_what_begins_so(plain: Library, library: Library) -> None:
    beginnings = sorted(library.shortcuts.beginnings)
    assert all(MARK in _asked(library, f"japan {one}") for one in beginnings)
    assert [one for one in beginnings if not _same(plain, library, one)] == []
    assert [one for one in beginnings if not _same(plain, library, f"japan {one}")] == []


def test_records_have_them_as_well(plain: Library, library: Library) -> None:
    before, now = indexed_words(plain, "entry_words"), indexed_words(library, "entry_words")
    assert before.keys() == now.keys()
    added = [set(now[row]) - set(words) for row, words in before.items()]
    assert all(word.startswith(MARK) for words in added for word in words)
    assert sum(map(len, added)) > 100


def test_a_dear_phrase_is_asked_for_by_its_pairs(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loosening, "_DEAR", 0)
    monkeypatch.setattr(loosening, "_MOST_STEPS", 10)
    loose = loosened(library, Plan(parse_query('"alliance not only for the peace"')))
    assert loose is not None
    pairs = [library.shortcuts.of_pair(*pair) for pair in (("alliance", "not"), ("only", "for"))]
    assert expression(loose) == f'"{pairs[0]}" AND "{pairs[1]}" AND NEAR("not" "peace", 3)'


def test_a_dear_phrase_with_a_pair_that_is_nowhere_is_asked_for_by_that_alone(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loosening, "_DEAR", 0)
    loose = loosened(library, Plan(parse_query('"and security of the alliance in the"')))
    assert loose is not None
    assert expression(loose) == f'"{library.shortcuts.of_pair("alliance", "in")}"'


def test_a_phrase_of_common_words_that_never_stand_so_is_nowhere_at_once(library: Library) -> None:
    pair = library.shortcuts.of_pair("of", "and")
    assert _asked(library, '"of and"') == f'"{pair}"'
    assert rows_of(library, Plan(parse_query('"of and"')), 10) == []


def test_dear_phrases_cut_from_the_text_are_found_by_their_pairs(
    plain: Library, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loosening, "_DEAR", 0)
    monkeypatch.setattr(loosening, "_MOST_STEPS", 10)
    some = random.Random(7)  # noqa: S311 - not for secrets
    by_pairs = 0
    for _ in range(300):
        found = [word.folded for word in words(some.choice(TEXTS))]
        first, length = some.randrange(len(found)), some.randrange(3, 9)
        plan = Plan(parse_query(f'"{" ".join(found[first : first + length])}"'))
        if (loose := loosened(library, plan)) is not None:
            by_pairs += MARK in expression(loose)
            assert set(rows_of(plain, plan, 1_000)) <= set(rows_of(library, loose, 1_000))
    assert by_pairs > 100


def test_garbled_shortcuts_are_told(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(file.read_bytes())
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'shortcuts'", (json.dumps([1]),))
    with closing(Library(address_of(copy))) as opened, pytest.raises(LibraryDamagedError, match="shortcuts"):
        rows_of(opened, Plan(parse_query('"and security"')), 10)

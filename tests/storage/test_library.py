import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bluebook_desktop.domain.querying import parse_query
from bluebook_desktop.domain.records import Records
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.errors import LibraryDamagedError, NewerSchemaError, StoppedError, UsageError
from bluebook_desktop.sources.plaintext import read_plaintext
from bluebook_desktop.storage.build import Content, build_file
from bluebook_desktop.storage.connections import address_of
from bluebook_desktop.storage.expressions import Plan
from bluebook_desktop.storage.library import Library
from bluebook_desktop.storage.raw import indexed_words, raw_rows
from bluebook_desktop.storage.records import read_records
from bluebook_desktop.storage.schema import TABLES
from bluebook_desktop.storage.search import find


def test_what_was_written_is_read_back(library: Library, content: Content) -> None:
    edition, section, document, records = content
    assert library.editions() == [edition]
    assert library.sections() == library.sections("1999-en") == [section]
    assert library.sections("2000-en") == []
    assert library.section("1999-en/1.1") == section
    assert library.document(section.id) == document
    assert library.passage_count() == 2
    assert library.fingerprint == "print"
    assert read_records(library, section.id) == records


def test_a_document_without_headings_and_one_of_uncommon_depth_are_read_back(content: Content, tmp_path: Path) -> None:
    edition, section, _, _ = content
    text = "First words.\n\nSection 1 Ties\n\n1. Trade\n\n(1) Cars\n\n(a) Exports"
    text += "\n\ni) Europe\n\nText of it.\n\nii) Asia\n"
    for number, words in enumerate((text, "Nothing but words.\n")):
        document = read_plaintext(words)
        file = build_file(tmp_path / str(number), [(edition, section, document, Records())], "print")
        with closing(Library(address_of(file))) as library:
            assert library.document(section.id) == document
            assert document.passage(1).heading is None


def test_an_unknown_section_is_refused_in_one_sentence(library: Library) -> None:
    with pytest.raises(UsageError, match=r"^The library has no section 1999-en/9\.9\.$"):
        library.section("1999-en/9.9")


def test_the_library_cannot_be_written_through_its_connection(library: Library) -> None:
    with pytest.raises(LibraryDamagedError, match="readonly"):
        library.rows("DELETE FROM passages")


def changed(file: Path, folder: Path, *statements: str) -> str:
    """The address of a copy of a library in which something was changed."""
    copy = folder / "library-copy.db"
    copy.write_bytes(file.read_bytes())
    with closing(sqlite3.connect(copy)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return address_of(copy)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("PRAGMA application_id = 7", "The library file is not one of this program."),
        ("PRAGMA user_version = 0", "The library was made by an older version of this program."),
        ("DELETE FROM meta WHERE key = 'complete'", "The library file is damaged."),
        ("DROP TABLE meta", "The library file is damaged."),
    ],
)
def test_a_file_that_is_not_ours_or_not_whole_is_refused(file: Path, tmp_path: Path, statement: str, said: str) -> None:
    with pytest.raises(LibraryDamagedError) as refused:
        Library(changed(file, tmp_path, statement))
    assert str(refused.value) == said


def test_a_newer_library_is_refused(file: Path, tmp_path: Path) -> None:
    with pytest.raises(NewerSchemaError, match=r"newer version of this program and is left as it is\.$"):
        Library(changed(file, tmp_path, "PRAGMA user_version = 999"))


def test_a_library_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(LibraryDamagedError, match=r"^The library cannot be opened: "):
        Library(address_of(tmp_path / "library-none.db"))
    assert list(tmp_path.iterdir()) == []


def test_a_name_with_signs_of_addresses_is_a_name(file: Path, tmp_path: Path) -> None:
    odd = tmp_path / "a?b#c%41 d.db"
    odd.write_bytes(file.read_bytes())
    Library(address_of(odd)).close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET kind = 'war'",
        "UPDATE events SET edtf = 'someday'",
        "UPDATE people SET mentions = '[9999]'",
        "UPDATE facilities SET facts = '{'",
        "UPDATE quotations SET excerpt = 9999",
    ],
)
def test_a_record_that_cannot_be_read_is_damage(file: Path, tmp_path: Path, statement: str) -> None:
    library = Library(changed(file, tmp_path, "PRAGMA foreign_keys = OFF", statement))
    with closing(library), pytest.raises(LibraryDamagedError, match=r"holds a record that cannot be read\.$"):
        read_records(library, "1999-en/1.1")


def test_a_passage_that_cannot_be_read_is_damage(file: Path, tmp_path: Path) -> None:
    library = Library(changed(file, tmp_path, "UPDATE passages SET kind = 'song'"))
    with closing(library), pytest.raises(LibraryDamagedError, match=r"cannot be read\.$"):
        library.document("1999-en/1.1")


@given(st.data())
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_bytes_are_garbled_the_library_is_read_or_called_damaged(
    file: Path, tmp_path: Path, data: st.DataObject
) -> None:
    content = bytearray(file.read_bytes())
    places = st.integers(0, 2_000) | st.integers(0, len(content) - 1)
    for place in data.draw(st.lists(places, min_size=1, max_size=40)):
        content[place] = data.draw(st.integers(0, 255))
    if data.draw(st.booleans()):
        del content[data.draw(places) :]
    copy = tmp_path / "library-garbled.db"
    copy.write_bytes(content)
    try:
        with closing(Library(address_of(copy))) as library:
            for section in library.sections():
                library.document(section.id)
                read_records(library, section.id)
            library.editions()
            find(library, Plan(parse_query("camp hi")), Kind.PASSAGE, 5)
            for table in TABLES:
                raw_rows(library, table)
            indexed_words(library, "passage_words")
    except (LibraryDamagedError, NewerSchemaError) as damaged:
        said = str(damaged)
    else:
        said = "."
    assert said.endswith(".")


def test_a_query_is_stopped_from_another_thread(file: Path) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    library = Library(address_of(file), any_thread=True)
    timer = threading.Timer(0.1, library.interrupt)
    timer.start()
    with closing(library), pytest.raises(StoppedError):
        library.rows(endless)
    timer.join()


def test_a_query_ends_after_the_steps_it_may_take_and_keeps_what_it_found(library: Library) -> None:
    sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) SELECT i FROM n"
    count = library.passage_count()
    whole, taken = library.rows_within(10_000_000, sql)
    assert len(whole) == 5_000
    some, more = library.rows_within(1_000, sql)
    assert 0 < len(some) < len(whole)
    assert 1_000 < more < taken
    assert library.passage_count() == count


def test_rows_that_a_query_hands_over_may_be_no_steps(library: Library) -> None:
    sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) SELECT i FROM n"
    some, _ = library.rows_within(1_000, sql)
    more, _ = library.rows_within(1_000, sql, a_row=4)
    assert 0 < len(some) < len(more) < 5_000
    whole, taken = library.rows_within(1_000, sql, a_row=100)
    assert len(whole) == 5_000
    assert taken <= 1_000


def test_a_query_that_is_wrong_is_told_though_it_may_take_few_steps(library: Library) -> None:
    with pytest.raises(LibraryDamagedError):
        library.rows_within(1, "SELECT nothing FROM nowhere")

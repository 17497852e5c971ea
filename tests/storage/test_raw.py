from bluebook_desktop.domain.querying.facets import MARK
from bluebook_desktop.storage.library import Library
from bluebook_desktop.storage.raw import indexed_words, raw_rows, rows_with_prefix
from bluebook_desktop.storage.schema import TABLES


def test_every_table_is_read_as_it_lies(library: Library) -> None:
    for table, columns in TABLES.items():
        for row in raw_rows(library, table).values():
            assert list(row) == list(columns)
    assert set(raw_rows(library, "passages")) == {1, 2}
    assert set(raw_rows(library, "meta")) == {"fingerprint", "rules", "imports", "complete"}


def test_an_index_tells_the_words_of_each_row_in_order(library: Library) -> None:
    found = indexed_words(library, "passage_words")[2]
    facets = [word for word in found if word.startswith(MARK)]
    assert found == ["a", "view", "of", "camp", "hill", "photo", "ono", *facets]


def test_beginnings_of_words_are_looked_up_as_a_search_does(library: Library) -> None:
    assert rows_with_prefix(library, "passage_words", "vi") == [1, 2]
    assert rows_with_prefix(library, "passage_words", "vis") == [1]

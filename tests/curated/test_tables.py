"""Tables know their lines."""

from pathlib import Path

import pytest

from bluebook_desktop.curated import read_tables
from bluebook_desktop.curated.tables import FILES
from bluebook_desktop.errors import RecordError


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    (tmp_path / "records").mkdir()
    for name in FILES:
        (tmp_path / name).write_text("", encoding="utf-8")
    return tmp_path


def test_a_table_knows_the_line_of_its_header_and_of_words_in_it(bare: Path) -> None:
    (bare / "errata.toml").write_text('# one\n[[erratum]]\nid = "a"\n\n[[erratum]]\nid = "b"\n', encoding="utf-8")
    first, second = read_tables(bare)
    assert (first.line, second.line) == (2, 5)
    assert str(second.wrong("what", '"b"')) == "errata.toml, line 6: what."
    assert str(second.wrong("what", "nowhere")) == "errata.toml, line 5: what."


def test_a_table_of_another_name_is_refused(bare: Path) -> None:
    (bare / "errata.toml").write_text('[[errata]]\nid = "a"\n', encoding="utf-8")
    with pytest.raises(RecordError, match=r"^errata\.toml, line 1: “errata” is not a table of this file\.$"):
        read_tables(bare)


def test_a_single_bracket_is_refused_in_a_sentence(bare: Path) -> None:
    (bare / "errata.toml").write_text('\n[erratum]\nid = "a"\n', encoding="utf-8")
    with pytest.raises(RecordError, match=r"^errata\.toml, line 2: "):
        read_tables(bare)


def test_bytes_that_are_no_text_are_refused_in_a_sentence(bare: Path) -> None:
    (bare / "errata.toml").write_bytes(b"\xff")
    with pytest.raises(RecordError, match=r"^errata\.toml is not UTF-8 text\.$"):
        read_tables(bare)

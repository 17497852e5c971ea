"""Decisions are read back as they were written; what cannot be read is left out, counted and kept."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bluebook_desktop.domain.decisions import FIELDS, Decision, checked
from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.notebook import NotebookChange
from bluebook_desktop.domain.records import Verdict
from bluebook_desktop.errors import BluebookError
from bluebook_desktop.storage.notebook import Notebook, open_file
from bluebook_desktop.storage.notebook_decisions import KeptDecisions, read_file
from bluebook_desktop.storage.notebook_errors import NotebookDamagedError
from tests.storage.notebook_files import DECISION, day, make_notebook_without_decisions

REJECTED = replace(DECISION, key="ff", verdict=Verdict.REJECTED, values={}, record="treaty")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notebook.db"


@pytest.fixture
def notebook(path: Path) -> Iterator[Notebook]:
    with closing(open_file(path, path.parent / "backups", day(5))) as opened:
        yield opened


_WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
_NUMBERS = st.integers(0, 10_000)
_EXCERPTS = st.builds(Excerpt, _NUMBERS, _WORDS, _WORDS, _WORDS, _NUMBERS, _NUMBERS, st.none() | _NUMBERS)


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    kind, verdict = draw(st.sampled_from(list(FIELDS))), draw(st.sampled_from(Verdict))
    values = {}
    if verdict is Verdict.CORRECTED:
        for field in draw(st.sets(st.sampled_from(FIELDS[kind]), min_size=1)):
            several = st.sampled_from(field.choices) if field.choices else st.just("2018-05")
            words = _WORDS.filter(lambda text: bool(text.strip(" ;\n\t\x1f")))
            values[field.name] = draw(several if field.choices or field.is_date else words)
        try:
            values = checked(kind, values)
        except BluebookError:
            verdict, values = Verdict.CONFIRMED, {}
    return Decision(draw(_WORDS), draw(_WORDS), kind, draw(_WORDS), draw(_WORDS), verdict, draw(_EXCERPTS), "t", values)


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(decisions())
def test_whatever_is_decided_is_read_back(notebook: Notebook, decision: Decision) -> None:
    notebook.put_decision(decision)
    assert notebook.decisions() == KeptDecisions((decision,))
    notebook.remove_decision(decision.key)
    assert notebook.decisions() == KeptDecisions()


def test_the_decisions_on_one_section_are_read_alone(notebook: Notebook) -> None:
    other = replace(REJECTED, section="2020-en/3.1")
    for one in (DECISION, other):
        notebook.put_decision(one)
    assert notebook.decisions("2020-en/3.1").decisions == (other,)
    assert notebook.decisions("2019-en/3").decisions == ()
    assert notebook.decisions().decisions == (DECISION, other)


def test_a_write_tells_what_it_changed(notebook: Notebook) -> None:
    assert notebook.put_decision(DECISION) == NotebookChange(decisions=True)
    assert notebook.remove_decision("of nobody") == NotebookChange()
    assert notebook.remove_decision(DECISION.key) == NotebookChange(decisions=True)


def test_a_decision_takes_the_place_of_the_one_of_its_key_and_of_one_on_the_same_record(notebook: Notebook) -> None:
    notebook.put_decision(DECISION)
    again = replace(DECISION, verdict=Verdict.CONFIRMED, values={})
    notebook.put_decision(again)
    assert notebook.decisions().decisions == (again,)
    by_another_program = replace(again, key="another")
    notebook.put_decision(by_another_program)
    assert notebook.decisions().decisions == (by_another_program,)


def test_a_decision_that_lost_its_place_is_not_overwritten_by_one_on_a_record_of_the_same_id(
    notebook: Notebook,
) -> None:
    notebook.put_decision(DECISION)
    other = replace(DECISION, key="other", anchor=replace(DECISION.anchor, exact="Other words"))
    notebook.put_decision(other)
    assert notebook.decisions().decisions == (DECISION, other)


@pytest.mark.parametrize(
    "damage",
    [
        "kind = 'treaty'",
        "kind = 'passage'",
        "verdict = 'hidden'",
        "verdict = 'confirmed'",
        "fields = '{'",
        "fields = '[]'",
        "fields = '{}'",
        'fields = \'{"date": "May"}\'',
        "fields = '{\"date\": 2018}'",
        'fields = \'{"sentence": "x"}\'',
        "fields = replace(hex(zeroblob(40000)), '00', '[')",
        "exact = ''",
    ],
)
def test_a_damaged_decision_is_left_out_counted_and_kept(path: Path, notebook: Notebook, damage: str) -> None:
    notebook.put_decision(DECISION)
    notebook.put_decision(REJECTED)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE decisions SET {damage} WHERE key = ?", (DECISION.key,))  # noqa: S608 - its own
    assert notebook.decisions() == read_file(path) == KeptDecisions((REJECTED,), 1)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM decisions").fetchone() == (2,)


def test_the_table_takes_no_values_of_another_type(path: Path, notebook: Notebook) -> None:
    notebook.put_decision(DECISION)
    with closing(sqlite3.connect(path)) as connection:
        for change in ("passage = 'first'", "title = x'00'", "verdict = NULL"):
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(f"UPDATE decisions SET {change}")  # noqa: S608 - its own


def test_garbled_letters_are_read_as_such(path: Path, notebook: Notebook) -> None:
    notebook.put_decision(DECISION)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE decisions SET title = CAST(x'46ff' AS TEXT)")
    assert [one.title for one in notebook.decisions().decisions] == ["F\ufffd"]
    assert [one.title for one in read_file(path).decisions] == ["F\ufffd"]


def test_a_full_disk_is_told_and_the_decision_before_is_there_still(notebook: Notebook) -> None:
    notebook.put_decision(DECISION)
    pages = notebook._connection.execute("PRAGMA page_count").fetchone()[0]
    notebook._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(BluebookError, match=r"^The notebook cannot be written: the disk is full\.$"):
        notebook.put_decision(replace(DECISION, title="x" * 100_000))
    assert notebook.decisions().decisions == (DECISION,)


def test_reading_a_file_changes_nothing_and_makes_none(path: Path) -> None:
    assert read_file(path) == KeptDecisions()
    assert not path.exists()
    make_notebook_without_decisions(path)
    before = path.read_bytes()
    there = sorted(path.parent.iterdir())
    assert read_file(path) == KeptDecisions()
    assert (path.read_bytes(), sorted(path.parent.iterdir())) == (before, there)


def test_what_is_no_notebook_is_told(path: Path) -> None:
    path.write_bytes(b"garbled " * 1000)
    with pytest.raises(NotebookDamagedError, match=r"^The notebook"):
        read_file(path)

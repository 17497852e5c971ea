"""Deciding on what the program found: kept in the notebook, over imports, and seen by every reader of a section."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bluebook_desktop.domain.decisions import Decision
from bluebook_desktop.domain.records import Verdict
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.errors import BluebookError, UsageError
from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.decisions import (
    Step,
    after_step,
    by_section,
    decide,
    list_decisions,
    read_kept,
    take_back,
    write_once,
)
from bluebook_desktop.services.export import export_object
from bluebook_desktop.services.importing import remove
from bluebook_desktop.services.library import open_library
from bluebook_desktop.services.origins import origin_in_words, origin_of
from bluebook_desktop.services.search import SearchService
from bluebook_desktop.services.sections import OpenSection

from .deciding import SECTION, TEXT, bring_in, event_about, noon, opened, person_called


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    home = tmp_path / "home"
    folders = UserFolders(data=home, config=home, log=home / "log")
    bring_in(folders, tmp_path)
    return folders


def reject(folders: UserFolders, words: str) -> Decision:
    with opened(folders) as (_, section):
        step = decide(section, event_about(section, words), Verdict.REJECTED, now=noon)
        assert write_once(folders, step) == []
    return step.decision


def correct(folders: UserFolders, words: str, **values: str) -> None:
    with opened(folders) as (_, section):
        write_once(folders, decide(section, event_about(section, words), Verdict.CORRECTED, values))


def titles(folders: UserFolders) -> list[str]:
    with opened(folders) as (_, section):
        return [one.title for one in section.records.events]


def kept(folders: UserFolders) -> tuple[Decision, ...]:
    decisions, problem = read_kept(folders)
    assert problem == ""
    return decisions


def test_a_start_without_a_notebook_makes_none(folders: UserFolders) -> None:
    assert read_kept(folders) == ((), "")
    assert titles(folders)
    assert not folders.notebook.exists()


def test_a_notebook_that_is_lost_is_told_where_only_decisions_are_read(folders: UserFolders) -> None:
    folders.notebook.write_bytes(b"")
    assert read_kept(folders) == ((), "The notebook’s file is empty; your decisions are not shown.")
    folders.notebook.unlink()
    (folders.data / "backups").mkdir()
    assert read_kept(folders) == ((), "The notebook is missing; opening the window brings back its newest copy.")


def test_what_was_rejected_is_gone_and_comes_back_when_that_is_taken_back(folders: UserFolders) -> None:
    before = titles(folders)
    decision = reject(folders, "Yokota")
    assert decision.decided_at == "2026-01-05T12:00:00.000000+00:00"
    assert titles(folders) == [one for one in before if one != decision.title]
    with opened(folders) as (_, section):
        write_once(folders, take_back(section, event_about(section, "Yokota")))
    assert titles(folders) == before
    assert kept(folders) == ()


def test_a_correction_is_laid_over_one_before_and_what_was_found_is_no_correction(folders: UserFolders) -> None:
    correct(folders, "visited", title="Visit to Ruritania", date="2018-05-03")
    correct(folders, "visited", date=" 2018-05 ", status="planned")
    (decision,) = kept(folders)
    assert dict(decision.values) == {"title": "Visit to Ruritania", "status": "planned"}
    with opened(folders) as (_, section):
        reference = event_about(section, "visited")
        found = section.found.events[0].title
        with pytest.raises(UsageError, match="That is what the program found; confirm it if it is right"):
            decide(section, reference, Verdict.CORRECTED, {"title": found, "status": "happened"})
        assert origin_in_words(section, reference).startswith(
            f"yours, corrected; the program had found title “{found}”, status “happened”"
        )


def test_only_what_the_program_found_can_be_decided_on(folders: UserFolders) -> None:
    with opened(folders) as (library, section):
        curated = OpenSection(library, library.editions()[0], library.section("2021-en/4.2.2"))
        by_hand = Reference(Kind.EVENT, curated.id, "treaty-signed")
        with pytest.raises(UsageError, match="was checked by hand; only what the program found can be decided on"):
            decide(curated, by_hand, Verdict.REJECTED)
        assert origin_of(curated, by_hand) == "checked by hand"
        with pytest.raises(UsageError, match=r"2019-en/3\.1 has no event “nothing”"):
            decide(section, Reference(Kind.EVENT, SECTION, "nothing"), Verdict.CONFIRMED)
        with pytest.raises(UsageError, match=r"Nothing was decided on the event “nothing” of 2019-en/3\.1"):
            take_back(section, Reference(Kind.EVENT, SECTION, "nothing"))


def test_decisions_are_kept_when_the_same_section_is_imported_with_other_words_before(
    folders: UserFolders, tmp_path: Path
) -> None:
    rejected = reject(folders, "Yokota")
    correct(folders, "visited", title="Visit to Ruritania")
    bring_in(folders, tmp_path, TEXT.replace("In May", "Peace came first in 2018, said the elders.\n\nIn May"))
    shown = titles(folders)
    assert "Visit to Ruritania" in shown
    assert rejected.title not in shown
    with opened(folders) as (library, _):
        assert [one.is_lost for one in list_decisions(library, by_section(kept(folders)))] == [False, False]


def test_a_decision_whose_words_are_gone_is_kept_listed_and_applied_to_nothing(
    folders: UserFolders, tmp_path: Path
) -> None:
    decision = reject(folders, "Yokota")
    changed = TEXT.replace("Yokota Air Base hosted the Ruritania exercise", "the exercise took place at sea")
    bring_in(folders, tmp_path, changed)
    with opened(folders) as (library, section):
        assert section.laid.rejected == {}
        assert section.laid.lost == (decision,)
        (listed,) = list_decisions(library, by_section(kept(folders)))
        assert (listed.decision, listed.is_lost) == (decision, True)
    bring_in(folders, tmp_path)
    assert decision.title not in titles(folders)


def test_a_decision_on_a_section_that_was_removed_is_kept(folders: UserFolders, tmp_path: Path) -> None:
    decision = reject(folders, "Yokota")
    remove(folders, ["2019-en"])
    with closing(open_library(folders)) as whole:
        library = whole.library
        assert [one.is_lost for one in list_decisions(library, by_section(kept(folders)))] == [True]
    bring_in(folders, tmp_path)
    assert decision.title not in titles(folders)


def test_an_export_says_what_is_yours_and_leaves_out_what_was_rejected(folders: UserFolders) -> None:
    decision = reject(folders, "Yokota")
    correct(folders, "visited", title="Visit to Ruritania")
    with opened(folders) as (_, section):
        write_once(folders, decide(section, person_called(section, "Abe"), Verdict.CONFIRMED))
    with opened(folders) as (_, section):
        exported = export_object(section)
        found = section.found.events[0].title
    lists = ("events", "facilities", "quotations", "people")
    assert decision.title not in str([exported[name] for name in lists])
    first = exported["events"][0]
    assert (first["title"], first["excerpt"]["exact"] in TEXT) == ("Visit to Ruritania", True)
    assert first["origin"]["state"] == "yours"
    assert (first["origin"]["verdict"], first["origin"]["found"]) == ("corrected", {"title": found})
    assert exported["people"][1]["origin"]["verdict"] == "confirmed"
    assert exported["people"][0]["origin"]["state"] == "found by the program"
    assert 0 < exported["people"][0]["origin"]["confidence"] <= 1


def test_a_search_finds_nothing_that_was_rejected_and_its_counts_agree(folders: UserFolders) -> None:
    with opened(folders) as (library, _):
        before = SearchService(library, SECTION).search("Yokota")
    reject(folders, "Yokota")
    with opened(folders) as (library, _):
        decided = by_section(kept(folders))
        after = SearchService(library, SECTION, lambda: decided).search("Yokota")
    assert before.counts[Kind.EVENT] - after.counts.get(Kind.EVENT, 0) == 1
    assert sum(after.counts.values()) == len(after.hits) == len(before.hits) - 1


def test_a_search_finds_a_corrected_record_by_the_readers_words(folders: UserFolders) -> None:
    correct(folders, "visited", title="Journey of the minister")
    with opened(folders) as (library, _):
        kept_now = by_section(kept(folders))
        decided = dict[str, tuple[Decision, ...]]()
        service = SearchService(library, "", lambda: decided)
        assert service.search("journey").hits == ()
        decided = kept_now
        (hit,) = service.search("jour").hits
        assert (hit.title, hit.reference.kind) == ("Journey of the minister", Kind.EVENT)
        assert service.search('"Journey of the minister"').counts == {Kind.EVENT: 1}
        assert [one.title for one in service.search("Ruritania").hits if one.reference == hit.reference] == [hit.title]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            "UPDATE decisions SET verdict = 'hidden'",
            "One decision in the notebook cannot be read; it is left out, and ",
        ),
        (
            "INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('notebook', 'of_the_future')",
            "The notebook was written by a newer version of this program and is left as it is; your decisions are not ",
        ),
        ("PRAGMA application_id = 1", "The notebook’s file is not one of this program; your decisions are not shown."),
    ],
)
def test_what_cannot_be_read_is_told_and_the_records_are_shown_as_found(
    folders: UserFolders, change: str, sentence: str
) -> None:
    before = titles(folders)
    reject(folders, "Yokota")
    with closing(sqlite3.connect(folders.notebook, isolation_level=None)) as connection:
        connection.execute(change)
    decisions, problem = read_kept(folders)
    assert decisions == ()
    assert problem.startswith(sentence)
    assert titles(folders) == before


def test_where_there_is_no_notebook_to_be_had_nothing_is_decided(folders: UserFolders) -> None:
    reject(folders, "Yokota")
    with closing(sqlite3.connect(folders.notebook, isolation_level=None)) as connection:
        connection.execute("INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('notebook', 'of_the_future')")
    before = folders.notebook.read_bytes()
    with opened(folders) as (_, section):
        step = decide(section, event_about(section, "visited"), Verdict.CONFIRMED)
        with pytest.raises(BluebookError, match=r"^The notebook was written by a newer version of this program"):
            write_once(folders, step)
    assert folders.notebook.read_bytes() == before


def test_steps_lead_forth_and_back(folders: UserFolders) -> None:
    with opened(folders) as (_, section):
        first = decide(section, event_about(section, "visited"), Verdict.CONFIRMED)
        other = decide(section, event_about(section, "Yokota"), Verdict.REJECTED)
    decided = after_step(after_step({}, first), other)
    assert [len(one) for one in decided.values()] == [2]
    assert after_step(decided, other.reversed) == after_step({}, first)
    assert after_step(after_step({}, first), first.reversed) == {}
    assert first.reversed == Step(first.after, None)

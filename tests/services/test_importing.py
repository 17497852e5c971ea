"""Files become sections of the library; whatever goes wrong, the library is the old or the new one."""

import datetime
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bluebook_desktop.domain.imports import FileReport, Outcome, Phase, Place, Step
from bluebook_desktop.errors import BluebookError, StoppedError, UsageError
from bluebook_desktop.paths import UserFolders, bundled
from bluebook_desktop.services.importing import import_files, look_at, removable, remove
from bluebook_desktop.services.library import open_library
from bluebook_desktop.services.search import SearchService
from bluebook_desktop.services.sections import OpenSection
from bluebook_desktop.services.verify import verify_current
from bluebook_desktop.storage.locks import Lock
from bluebook_desktop.storage.originals import Originals

TEXT = """Diplomatic Bluebook 2019

Chapter 3

Interests of the Nation and of the World

1 Efforts for Peace

(1) Overview

In May 2018, Foreign Minister Kono Taro visited the United States. Minister Kono stated, “Japan will continue to work \
closely with the United States on the realignment, including that of Camp Zama.”

In September of the same year, the two governments affirmed that the talks should go on.
"""
DAY = datetime.date(2026, 11, 23)


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    home = tmp_path / "home"
    return UserFolders(data=home, config=home, log=home / "log")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "peace.txt"
    path.write_text(TEXT, "utf-8")
    return path


def take(
    folders: UserFolders, *paths: Path, edition: str | None = None, section: str | None = None
) -> list[FileReport]:
    return list(import_files(folders, paths, edition=edition, section=section, today=lambda: DAY).files)


def sections(folders: UserFolders) -> list[str]:
    opened = open_library(folders)
    try:
        return [one.id for one in opened.library.sections()]
    finally:
        opened.close()


@pytest.fixture
def imported(folders: UserFolders, file: Path) -> Iterator[OpenSection]:
    take(folders, file)
    with closing(open_library(folders)) as opened:
        section = opened.library.section("2019-en/3.1")
        edition = next(one for one in opened.library.editions() if one.id == "2019-en")
        yield OpenSection(opened.library, edition, section)


def test_a_file_says_itself_where_it_belongs(folders: UserFolders, file: Path) -> None:
    report = take(folders, file)[0]
    assert (report.outcome, report.section, report.passages) == (Outcome.IMPORTED, "2019-en/3.1", 2)
    assert sections(folders) == ["2021-en/4.2.2", "2019-en/3.1"]


def test_what_a_killed_import_had_begun_to_write_is_taken_away_by_the_next(folders: UserFolders, file: Path) -> None:
    folders.originals.mkdir(parents=True)
    (folders.originals / "new-abc").write_bytes(b"half of a file")
    import_files(folders, [file])
    assert not (folders.originals / "new-abc").exists()


def test_what_is_found_is_marked_as_found_by_the_program(imported: OpenSection) -> None:
    events = {event.date.span.edtf for event in imported.records.events}
    assert events == {"2018-05", "2018-09"}
    quoted = [one for one in imported.records.quotations if one.kind == "speech"]
    assert [imported.people[one].name for one in quoted[0].speakers] == ["Kono Taro"]
    assert [one.name for one in imported.records.facilities] == ["Camp Zama"]
    for kind, ids in (("event", imported.events), ("quotation", imported.quotations), ("person", imported.people)):
        for one in ids:
            assert 0 < imported.records.origins[kind, one].confidence <= 1


def test_excerpts_of_an_imported_section_stand_in_its_passages(imported: OpenSection) -> None:
    for several in imported.references_by_passage.values():
        for excerpt, _ in several:
            if excerpt.heading is None:
                text = imported.document.passage(excerpt.passage).text
                assert text[excerpt.start : excerpt.end] == excerpt.exact


def test_a_search_finds_both_editions(folders: UserFolders, file: Path) -> None:
    take(folders, file)
    with closing(open_library(folders)) as opened:
        hits = SearchService(opened.library).search("Camp Zama").hits
        assert {hit.reference.section for hit in hits} == {"2021-en/4.2.2", "2019-en/3.1"}


def test_the_same_bytes_twice_change_nothing(folders: UserFolders, file: Path) -> None:
    take(folders, file)
    before = sorted(folders.libraries.iterdir())
    assert take(folders, file)[0].outcome is Outcome.UNCHANGED
    assert sorted(folders.libraries.iterdir()) == before


def test_a_corrected_issue_takes_the_place_and_the_old_bytes_are_kept(folders: UserFolders, file: Path) -> None:
    take(folders, file)
    old = Originals(folders.originals).active()[0].sha256
    file.write_text(TEXT.replace("May 2018", "June 2018"), "utf-8")
    assert take(folders, file)[0].outcome is Outcome.REPLACED
    assert (folders.originals / old).is_file()
    assert sections(folders) == ["2021-en/4.2.2", "2019-en/3.1"]


def test_a_file_that_is_no_section_becomes_a_document(folders: UserFolders, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("A letter.\n\nIt has two paragraphs of text, and this is the second.\n", "utf-8")
    assert take(folders, path)[0].section == "other-en/1"
    assert "other-en/1" in sections(folders)


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9])
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(
    folders: UserFolders, file: Path, tmp_path: Path, content: bytes
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content)
    reports = take(folders, bad, file)
    assert [one.outcome for one in reports] == [Outcome.FAILED, Outcome.IMPORTED]
    assert reports[0].sentence.endswith(".")


def test_an_edition_and_a_section_can_be_named(folders: UserFolders, file: Path) -> None:
    assert take(folders, file, edition="2015-en", section="2.7")[0].section == "2015-en/2.7"


@pytest.mark.parametrize(
    ("edition", "section", "words"),
    [("nineteen", None, "is no edition"), (None, "three", "is no section"), ("2019-en", "3.1/..", "is no section")],
)
def test_a_wrong_place_is_refused(folders: UserFolders, file: Path, edition: str, section: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        take(folders, file, edition=edition, section=section)


def test_a_folder_without_texts_is_refused(folders: UserFolders, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match=r"holds no text and no page"):
        take(folders, tmp_path / "empty")


@pytest.mark.parametrize("at", [Phase.READING, Phase.FINDING, Phase.BUILDING])
def test_an_import_can_be_cancelled_at_any_step_and_leaves_everything_as_it_was(
    folders: UserFolders, file: Path, at: Phase
) -> None:
    assert sections(folders) == ["2021-en/4.2.2"]
    before = sorted(folders.data.rglob("*"))
    seen: list[Phase] = []
    with pytest.raises(StoppedError, match="the library is as it was"):
        import_files(
            folders,
            [file],
            progress=lambda step: seen.append(step.phase),
            cancelled=lambda: bool(seen) and seen[-1] is at,
        )
    left = [one for one in sorted(folders.data.rglob("*")) if one.name not in ("import.lock", "originals")]
    assert left == before
    assert sections(folders) == ["2021-en/4.2.2"]


def test_every_step_is_told_with_its_file(folders: UserFolders, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("A letter.\n", "utf-8")
    steps: list[Step] = []
    import_files(folders, [file, other], progress=steps.append)
    told = [(one.phase.value, one.done, one.total, one.path and one.path.name) for one in steps]
    assert told == [
        ("reading", 0, 2, "peace.txt"),
        ("finding", 0, 2, "peace.txt"),
        ("read", 1, 2, "peace.txt"),
        ("reading", 1, 2, "letter.txt"),
        ("finding", 1, 2, "letter.txt"),
        ("read", 2, 2, "letter.txt"),
        ("building", 2, 2, None),
        ("committing", 0, 0, None),
    ]
    assert steps[2].report is not None
    assert steps[2].report.section == "2019-en/3.1"


def test_a_report_counts_what_was_found_and_lists_what_was_not_understood(folders: UserFolders, tmp_path: Path) -> None:
    path = tmp_path / "peace.txt"
    path.write_bytes(TEXT.encode().replace(b"Overview", "Over—view—in—brief".encode() + b"\xe9"))
    report = take(folders, path)[0]
    assert report.records == {"events": 2, "quotations": 2, "facilities": 1, "people": 1, "abbreviations": 0}
    assert [(one.line, one.sentence) for one in report.problems] == [
        (9, "A byte is not UTF-8 like the rest; it was read as a Latin-1 letter.")
    ]


def test_a_look_tells_what_an_import_would_do_and_writes_nothing(folders: UserFolders, file: Path) -> None:
    report = look_at(folders, [file]).files[0]
    assert (report.outcome, report.section, report.passages) == (Outcome.IMPORTED, "2019-en/3.1", 2)
    assert (report.says, report.language) == (Place("2019-en", "3.1"), "en")
    assert not folders.data.exists()
    take(folders, file)
    assert look_at(folders, [file]).files[0].outcome is Outcome.UNCHANGED
    file.write_text(TEXT.replace("May", "June"), "utf-8")
    assert look_at(folders, [file]).files[0].outcome is Outcome.REPLACED


def test_places_of_single_files_are_heeded(folders: UserFolders, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("A letter.\n", "utf-8")
    places = {other: Place("2015-en", "9.1")}
    report = import_files(folders, [file, other], places=places)
    assert [one.section for one in report.files] == ["2019-en/3.1", "2015-en/9.1"]


def test_of_two_files_for_one_place_the_later_has_it_and_the_earlier_is_told_of(
    folders: UserFolders, file: Path, tmp_path: Path
) -> None:
    later = tmp_path / "peace-again.txt"
    later.write_text(TEXT.replace("Ruritania", "Syldavia").replace("May", "June"), "utf-8")
    first, second = take(folders, file, later)
    assert (first.outcome, first.sentence) == (
        Outcome.SUPERSEDED,
        "peace-again.txt, read after it, has its place 2019-en/3.1.",
    )
    assert second.outcome is Outcome.IMPORTED
    active = Originals(folders.originals).active()
    assert [one.name for one in active] == ["peace-again.txt"]
    assert (folders.originals / first.sha256).is_file()


def test_the_bundled_text_itself_changes_nothing(folders: UserFolders) -> None:
    text = bundled("data", "editions", "2021-en", "4.2.2", "text.txt")
    report = take(folders, text, edition="2021-en", section="4.2.2")[0]
    assert report.outcome is Outcome.UNCHANGED
    assert not Originals(folders.originals).entries()


def test_an_import_waits_for_another_one_and_says_so(
    folders: UserFolders, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Lock(folders.data / "import.lock")
    assert other.take()
    monkeypatch.setattr("bluebook_desktop.services.importing._PATIENCE", 0.2)
    steps: list[Step] = []
    with pytest.raises(BluebookError, match="Another import is under way"):
        import_files(folders, [file], progress=steps.append)
    assert [one.phase for one in steps] == [Phase.WAITING]
    other.release()
    assert take(folders, file)[0].outcome is Outcome.IMPORTED


@pytest.mark.parametrize(
    "failing", ["bluebook_desktop.storage.build.draft_file", "bluebook_desktop.storage.build.settle"]
)
def test_where_the_library_cannot_be_written_all_is_as_it_was(
    folders: UserFolders, file: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    assert sections(folders) == ["2021-en/4.2.2"]

    def full(*_given: object, **_named: object) -> Path:
        raise BluebookError("The library cannot be written to here: no space left on device.")

    with monkeypatch.context() as context:
        context.setattr(failing, full)
        with pytest.raises(BluebookError, match="no space left on device"):
            take(folders, file)
    assert sections(folders) == ["2021-en/4.2.2"]
    assert not Originals(folders.originals).active()
    assert not list(folders.libraries.glob("building-*"))


def test_a_section_can_be_removed_and_its_file_is_kept(folders: UserFolders, file: Path) -> None:
    take(folders, file)
    assert removable(folders) == ["2019-en/3.1"]
    assert remove(folders, ["2019-en"]).sections == ("2019-en/3.1",)
    assert removable(folders) == []
    assert sections(folders) == ["2021-en/4.2.2"]
    assert (folders.originals / Originals(folders.originals).entries()[0].sha256).is_file()


@pytest.mark.parametrize(
    ("wanted", "words"),
    [("2021-en", "2021-en came with the program"), ("2021-en/4.2.2", "came with the"), ("2018-en", "has no 2018-en")],
)
def test_what_came_with_the_program_cannot_be_removed(folders: UserFolders, wanted: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        remove(folders, [wanted])


def test_an_original_that_is_gone_leaves_the_rest_open(folders: UserFolders, file: Path) -> None:
    take(folders, file)
    (folders.originals / Originals(folders.originals).active()[0].sha256).unlink()
    (folders.libraries / "current").unlink()
    with closing(open_library(folders)) as opened:
        assert [one.id for one in opened.library.sections()] == ["2021-en/4.2.2"]
        assert any("2019-en/3.1 is left out" in notice for notice in opened.notices)


def test_an_imported_section_is_verified_letter_by_letter(folders: UserFolders, file: Path) -> None:
    take(folders, file)
    assert verify_current(folders).findings == []


@pytest.mark.parametrize(("harm", "says"), [("gone", "cannot be read"), ("changed", "is damaged")])
def test_a_harmed_original_is_named_and_all_else_is_verified(
    folders: UserFolders, file: Path, harm: str, says: str
) -> None:
    take(folders, file)
    original = folders.originals / Originals(folders.originals).active()[0].sha256
    if harm == "gone":
        original.unlink()
    else:
        original.write_bytes(b"something else")
    [finding] = verify_current(folders).findings
    assert says in finding.sentence
    assert finding.sentence.endswith("; 2019-en/3.1 is not compared.")


@pytest.mark.parametrize("harm", ["gone", "changed"])
def test_importing_the_same_bytes_again_mends_a_harmed_original(folders: UserFolders, file: Path, harm: str) -> None:
    take(folders, file)
    original = folders.originals / Originals(folders.originals).active()[0].sha256
    if harm == "gone":
        original.unlink()
    else:
        original.write_bytes(b"something else")
    assert take(folders, file)[0].outcome is Outcome.UNCHANGED
    assert original.read_bytes() == file.read_bytes()
    assert verify_current(folders).is_sound

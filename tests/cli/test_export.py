import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bluebook_desktop.paths import UserFolders, bundled

from .conftest import Run

#: Where an object stands under another name than that of its description.
SHAPES = {
    "date_excerpt": "excerpt",
    "also": "excerpt",
    "where": "added",
    "added_name": "added",
    "notes": "added",
}
ORIGINAL = bundled("data", "editions", "2021-en", "4.2.2", "text.txt").read_bytes().decode("utf-8")


@pytest.fixture
def exported(home: UserFolders, bluebook: Run) -> dict[str, Any]:
    result = bluebook("export", "--format", "json")
    assert result.exit_code == 0
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def keys_by_shape(value: Any, name: str, found: dict[str, set[str]]) -> None:
    if isinstance(value, list):
        for one in value:
            keys_by_shape(one, name, found)
    elif isinstance(value, dict):
        found.setdefault(SHAPES.get(name, name), set()).update(value)
        for key, inner in value.items():
            keys_by_shape(inner, key, found)


def test_the_description_names_every_key_and_no_other(exported: dict[str, Any]) -> None:
    described: dict[str, set[str]] = {}
    shape = ""
    for line in bundled("docs", "export.md").read_text("utf-8").splitlines():
        if heading := re.fullmatch(r"## (.+)", line):
            shape = heading[1]
        elif row := re.match(r"\| `(\w+)` \| \S", line):
            described.setdefault(shape, set()).add(row[1])
    found: dict[str, set[str]] = {}
    keys_by_shape(exported, "The whole", found)
    assert described == found


def test_passages_are_slices_of_the_original(exported: dict[str, Any]) -> None:
    assert [one["number"] for one in exported["passages"]] == list(range(1, 37))
    for one in exported["passages"]:
        assert ORIGINAL[one["source_start"] : one["source_end"]] == one["text"]
    assert len(exported["captions"]) == 7
    assert len(exported["headings"]) == 20


def test_mentions_stand_where_they_say_in_passage_and_original(exported: dict[str, Any]) -> None:
    texts = {one["number"]: one["text"] for one in exported["passages"]}
    mentions = [one for thing in exported["facilities"] + exported["people"] for one in thing["mentions"]]
    assert len(mentions) > 40
    for one in mentions:
        assert ORIGINAL[one["source_start"] : one["source_end"]] == one["text"]
        if one["heading"] is None:
            assert texts[one["passage"]][one["start"] : one["end"]] == one["text"]
        else:
            assert exported["headings"][one["heading"]]["title"][one["start"] : one["end"]] == one["text"]


def test_excerpts_stand_where_they_say_between_prefix_and_suffix(exported: dict[str, Any]) -> None:
    texts = {one["number"]: one["text"] for one in exported["passages"]}
    titles = [one["title"] for one in exported["headings"]]
    names = ("events", "quotations", "abbreviations", "cross_references", "errata")
    excerpts = [one["excerpt"] for name in names for one in exported[name]]
    for one in excerpts:
        text = texts[one["passage"]] if one["heading"] is None else titles[one["heading"]]
        assert text[one["start"] : one["end"]] == one["exact"]
        assert text[: one["start"]].endswith(one["prefix"])
        assert text[one["end"] :].startswith(one["suffix"])


def test_dates_are_full_days_with_the_precision_of_the_text(exported: dict[str, Any]) -> None:
    by_edtf = {one["date"]["edtf"]: one["date"] for one in exported["events"]}
    spans = {edtf: (date["start"], date["end"], date["precision"]) for edtf, date in by_edtf.items()}
    assert spans["2020-08"] == ("2020-08-01", "2020-08-31", "month")
    assert spans["2020-07/2020-12"] == ("2020-07-01", "2020-12-31", "range")
    assert spans["2020/2024"] == ("2020-01-01", "2024-12-31", "range")
    assert spans["2023-04/2024-03"] == ("2023-04-01", "2024-03-31", "fiscal_year")
    assert spans["2006/.."] == ("2006-01-01", None, "year")
    for date in by_edtf.values():
        assert bool(date["year_reason"]) == (date["year_source"] == "inferred")


def test_quotations_are_without_their_marks_and_name_their_speakers(exported: dict[str, Any]) -> None:
    message = next(one for one in exported["quotations"] if one["kind"] == "message")
    assert message["speakers"] == ["Trump"]
    assert message["text"].startswith("the rock-solid Alliance")
    assert message["excerpt"]["exact"] == f"“{message['text']}”"


def test_an_export_says_what_it_was_made_from_and_by(exported: dict[str, Any]) -> None:
    address = "https://www.mofa.go.jp/policy/other/bluebook/2021/en_html/chapter4/c040202.html"
    assert exported["source_line"] == (
        f"Created by editing “Diplomatic Bluebook 2021” (Ministry of Foreign Affairs of Japan) <{address}>"
    )
    assert exported["made_by"]["program"] == "Bluebook Desktop"


def test_a_file_gets_the_same_object_and_ends_with_a_newline(
    exported: dict[str, Any], bluebook: Run, tmp_path: Path
) -> None:
    target = tmp_path / "section.json"
    result = bluebook("export", "--output", str(target))
    assert (result.exit_code, result.stdout) == (0, f"Written to {target}\n")
    text = target.read_text("utf-8")
    assert json.loads(text) == exported
    assert "“rock" not in text
    assert "“the rock-solid" in text
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")


def test_an_existing_file_is_replaced_whole_and_keeps_its_permissions(
    home: UserFolders, bluebook: Run, tmp_path: Path
) -> None:
    target = tmp_path / "section.json"
    target.write_text("old", "utf-8")
    target.chmod(0o640)
    assert bluebook("export", "--output", str(target)).exit_code == 0
    assert target.stat().st_mode & 0o777 == (0o640 if os.name == "posix" else 0o666)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["section.json"]


def test_what_cannot_be_written_is_told_in_one_sentence(home: UserFolders, bluebook: Run, tmp_path: Path) -> None:
    for target in (tmp_path / "nowhere" / "x.json", tmp_path):
        result = bluebook("export", "--output", str(target))
        assert result.exit_code == 2
        assert result.stdout == ""
        assert result.stderr.startswith(f"{target} cannot be written: ")
        assert result.stderr.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="the limit on a file's size is one of POSIX")
def test_a_full_disk_leaves_the_old_file_as_it_was(home: UserFolders, tmp_path: Path) -> None:
    target = tmp_path / "section.json"
    target.write_text("old", "utf-8")
    limited = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
from bluebook_desktop.cli.main import main
main(["export", "--output", sys.argv[1]])
"""
    call = [sys.executable, "-c", limited, str(target)]
    ended = subprocess.run(call, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 2
    assert ended.stderr == f"{target} cannot be written: file too large.\n"
    assert target.read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["section.json"]

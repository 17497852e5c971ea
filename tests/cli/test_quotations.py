"""`bluebook quotations --format` and `--from`, `--to`."""

import csv
import io
import json
from pathlib import Path

import pytest

from bluebook_desktop.paths import UserFolders

from .conftest import Run


def test_the_table_goes_to_standard_output(home: UserFolders, bluebook: Run) -> None:
    result = bluebook("quotations", "--format", "csv", "--speaker", "Abe")
    assert result.exit_code == 0
    rows = list(csv.DictReader(io.StringIO(result.stdout.removeprefix("\ufeff"))))
    assert {row["speakers"] for row in rows} == {"Abe"}
    assert len(rows) == 3


def test_only_what_was_said_in_a_time_is_shown(home: UserFolders, bluebook: Run) -> None:
    result = bluebook("quotations", "--from", "2017", "--to", "2017-12", "--json")
    assert [one["id"] for one in json.loads(result.stdout)["quotations"]] == ["affirmed-only-solution"]


def test_a_time_that_ends_before_it_begins_is_refused(home: UserFolders, bluebook: Run) -> None:
    result = bluebook("quotations", "--from", "2021", "--to", "2020")
    assert result.exit_code == 2
    assert "The time asked for ends before it begins." in result.stderr


@pytest.mark.parametrize("form", ["csv", "json", "markdown", "text"])
def test_a_file_holds_what_would_be_printed(home: UserFolders, bluebook: Run, tmp_path: Path, form: str) -> None:
    target = tmp_path / "out"
    result = bluebook("quotations", "--format", form, "--output", str(target))
    assert (result.exit_code, result.stdout) == (0, f"Written to {target}\n")
    assert target.read_bytes() == bluebook("quotations", "--format", form).stdout_bytes


def test_nothing_found_writes_nothing(home: UserFolders, bluebook: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    result = bluebook("quotations", "--speaker", "Nobody", "--format", "csv", "--output", str(target))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "No quotation is as asked for.\n"
    assert not target.exists()


def test_a_file_needs_a_format(home: UserFolders, bluebook: Run) -> None:
    result = bluebook("quotations", "--output", "x.csv")
    assert result.exit_code == 2
    assert "--output needs --format csv or --format json or --format markdown or --format text." in result.stderr

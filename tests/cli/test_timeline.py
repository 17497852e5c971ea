"""`bluebook timeline --format`."""

import csv
import io
from pathlib import Path

import pytest

from bluebook_desktop.paths import UserFolders

from .conftest import Run


def test_the_events_that_are_asked_for_are_exported(home: UserFolders, bluebook: Run) -> None:
    result = bluebook("timeline", "--kind", "agreements", "--to", "1960", "--format", "csv")
    assert result.exit_code == 0
    rows = list(csv.DictReader(io.StringIO(result.stdout.removeprefix("\ufeff"))))
    assert {row["kind"] for row in rows} == {"agreements"}
    assert "treaty-signed" in {row["id"] for row in rows}


@pytest.mark.parametrize("form", ["csv", "json", "markdown"])
def test_a_file_holds_what_would_be_printed(home: UserFolders, bluebook: Run, tmp_path: Path, form: str) -> None:
    target = tmp_path / "out"
    result = bluebook("timeline", "--format", form, "--output", str(target))
    assert (result.exit_code, result.stdout) == (0, f"Written to {target}\n")
    assert target.read_bytes() == bluebook("timeline", "--format", form).stdout_bytes


def test_nothing_found_writes_nothing(home: UserFolders, bluebook: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    result = bluebook("timeline", "--to", "1900", "--format", "csv", "--output", str(target))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "No event is as asked for.\n"
    assert not target.exists()

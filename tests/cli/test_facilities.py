"""`bluebook facilities --format`."""

import csv
import io
import json
from pathlib import Path

import pytest

from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.exports_facilities import FORMATS

from .conftest import Run


def test_the_table_goes_to_standard_output_with_its_mark(home: UserFolders, bluebook: Run) -> None:
    result = bluebook("facilities", "--format", "csv")
    assert result.exit_code == 0
    assert result.stdout_bytes.startswith(b"\xef\xbb\xbfid,name,")
    assert len(list(csv.reader(io.StringIO(result.stdout)))) == 15


def test_only_facilities_of_a_name_are_exported(home: UserFolders, bluebook: Run) -> None:
    result = bluebook("facilities", "zama", "--format", "geojson")
    assert [one["id"] for one in json.loads(result.stdout)["features"]] == ["camp-zama"]


@pytest.mark.parametrize("form", ["csv", "geojson"])
def test_a_file_holds_what_would_be_printed(home: UserFolders, bluebook: Run, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"facilities.{form}"
    result = bluebook("facilities", "--format", form, "--output", str(target))
    assert (result.exit_code, result.stdout) == (0, f"Written to {target}\n")
    assert target.read_bytes() == bluebook("facilities", "--format", form).stdout_bytes


def test_with_json_the_file_is_named_as_json(home: UserFolders, bluebook: Run, tmp_path: Path) -> None:
    target = tmp_path / "x.csv"
    result = bluebook("facilities", "--format", "csv", "--output", str(target), "--json")
    assert json.loads(result.stdout) == {"file": str(target.resolve())}


def test_a_name_that_is_not_there_writes_nothing(home: UserFolders, bluebook: Run, tmp_path: Path) -> None:
    target = tmp_path / "x.csv"
    result = bluebook("facilities", "Guam", "--format", "csv", "--output", str(target))
    assert (result.exit_code, result.stdout) == (1, "")
    assert (
        result.stderr
        == "No facility is recorded under the name “Guam”. 2 passages hold it: “bluebook search” shows where.\n"
    )
    assert not target.exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--output", "x.csv"), "--output needs --format csv or --format geojson."),
        (("--format", "csv", "--json"), "--json and --format would both print: leave one of them out,"),
    ],
)
def test_what_does_not_go_together_is_told(
    home: UserFolders, bluebook: Run, arguments: tuple[str, ...], sentence: str
) -> None:
    result = bluebook("facilities", *arguments)
    assert result.exit_code == 2
    assert sentence in result.stderr


def test_the_command_offers_every_format_there_is(bluebook: Run) -> None:
    assert f"--format [{'|'.join(FORMATS)}]" in bluebook("facilities", "--help").stdout

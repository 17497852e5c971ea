"""What all targets share: version, date, a steady environment, sums."""

import hashlib
import sys
from pathlib import Path

import pytest

from bluebook_desktop import __version__
from build import common


def test_the_version_is_the_programs() -> None:
    assert common.version() == __version__


def test_the_date_is_what_source_date_epoch_says_and_else_the_commits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert common.source_date() == 1700000000
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(common.BuildError, match="a number of seconds, not “yesterday”"):
        common.source_date()


def test_without_git_and_date_the_build_asks_for_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(common, "ROOT", tmp_path)
    with pytest.raises(common.BuildError, match="set SOURCE_DATE_EPOCH"):
        common.source_date()


def test_tools_see_nothing_that_changes_what_they_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for name in ("PYTHONPATH", "LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "BLUEBOOK_HOME", "LANG"):
        monkeypatch.setenv(name, "/foreign")
    given = common.environment(MORE="one")
    assert "/foreign" not in given.values()
    assert (given["PYTHONHASHSEED"], given["SOURCE_DATE_EPOCH"], given["MORE"]) == ("1", "1700000000", "one")


def test_a_tool_that_fails_is_told_with_its_last_lines(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(common, "WORK", tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    with pytest.raises(common.BuildError, match=r"status 3\. Its last lines \(all are in .*trial\.log\):\n    no luck"):
        common.run("trial", [sys.executable, "-c", "print('no luck'); raise SystemExit(3)"])


def test_a_missing_program_names_its_package() -> None:
    with pytest.raises(common.BuildError, match="in Debian and Ubuntu the package no-package has it"):
        common.tool("no-such-program", "no-package")


def test_a_name_left_over_in_a_template_stops_the_build() -> None:
    assert common.fill("@A@ and @B@", {"A": "1", "B": "2"}) == "1 and 2"
    with pytest.raises(common.BuildError, match="Nothing stands for @B@"):
        common.fill("@A@ and @B@", {"A": "1"})


def test_sums_keep_what_is_there_and_drop_what_is_gone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(common, "DIST", tmp_path)
    one, other = tmp_path / "one.deb", tmp_path / "other.run"
    one.write_bytes(b"1")
    other.write_bytes(b"2")
    common.write_sums([one])
    common.write_sums([other])
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (one, other)}
    assert (tmp_path / "SHA256SUMS").read_text() == "".join(f"{digests[name]}  {name}\n" for name in sorted(digests))
    one.unlink()
    common.write_sums([])
    assert "one.deb" not in (tmp_path / "SHA256SUMS").read_text()


@pytest.mark.parametrize("tool", ["pyinstaller", "nfpm"])
def test_every_tool_is_pinned(tool: str) -> None:
    assert common.tools(tool)[0].startswith(f"{tool}==")
    with pytest.raises(common.BuildError):
        common.tools("no-such-tool")

"""The script of the .deb and the .rpm that keeps them from changing a program that runs."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from build import system

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it looks into /proc")


def called(folder: Path, when: str, *words: str) -> subprocess.CompletedProcess[str]:
    script = folder / "script"
    script.write_text(system.script(when, str(folder)), "utf-8")
    return subprocess.run(["sh", script, *words], capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(
    ("when", "words", "what"),
    [
        ("install | upgrade", ["upgrade", "0.0.1-1"], "install"),
        ("install | upgrade", ["install", "0.0.1-1"], "install"),
        ("remove", ["remove"], "remove"),
        ("2", ["2"], "install"),
        ("0", ["0"], "remove"),
    ],
)
def test_a_running_program_is_neither_replaced_nor_removed(
    tmp_path: Path, when: str, words: list[str], what: str
) -> None:
    assert called(tmp_path, when, *words).returncode == 0
    program = tmp_path / "bluebook-desktop"
    shutil.copy("/bin/sleep", program)
    with subprocess.Popen([program, "60"]) as running:
        refused = called(tmp_path, when, *words)
        running.kill()
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == f"Bluebook Desktop is running: close it, then {what}.\n"


@pytest.mark.parametrize(
    ("when", "word"), [("install | upgrade", "abort-upgrade"), ("remove", "upgrade"), ("2", "1"), ("0", "1")]
)
def test_what_changes_nothing_is_let_pass(tmp_path: Path, when: str, word: str) -> None:
    program = tmp_path / "bluebook-desktop"
    shutil.copy("/bin/sleep", program)
    with subprocess.Popen([program, "60"]) as running:
        done = called(tmp_path, when, word)
        running.kill()
    assert (done.returncode, done.stderr) == (0, "")


def test_what_a_killed_rpm_left_is_taken_away_and_nothing_else(tmp_path: Path) -> None:
    for name in ("lib;6b09fb66", "lib", "a;b"):
        (tmp_path / name).touch()
    assert called(tmp_path, "2", "2").returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a;b", "lib", "script"]


def test_every_script_is_in_the_recipe() -> None:
    recipe = (Path(system.__file__).parents[1] / "linux" / "nfpm.yaml").read_text("utf-8")
    for kind, name in system._SCRIPTS:
        assert f'"@STAGE@/{kind}/{name}"' in recipe
    assert f"dst: {system.PLACE}, type: tree" in recipe

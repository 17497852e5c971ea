import subprocess
import sys
from pathlib import Path

import pytest

from bluebook_desktop.paths import HOME_VARIABLE, bundled, command_line, user_folders, window_program


def test_all_of_the_users_data_moves_with_the_home_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    folders = user_folders()
    for path in (folders.libraries, folders.originals, folders.notebook, folders.settings, folders.socket, folders.log):
        assert path.is_relative_to(tmp_path / "home")
    assert not (tmp_path / "home").exists()


def test_a_relative_home_is_taken_from_where_the_program_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(HOME_VARIABLE, "home")
    assert user_folders().data == tmp_path / "home"


def test_without_it_the_platforms_own_folders_are_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, "")
    monkeypatch.setenv("HOME", str(tmp_path))
    folders = user_folders()
    assert folders.data.name == folders.config.name == "bluebook-desktop"


def test_bundled_files_are_found() -> None:
    assert bundled("data", "editions", "2021-en", "edition.toml").is_file()


def test_in_an_installed_program_they_lie_where_it_was_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert bundled("data") == tmp_path / "data"


def test_the_command_line_can_be_called_as_a_program_of_its_own() -> None:
    done = subprocess.run([*command_line(), "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Bluebook Desktop ")


@pytest.mark.parametrize("ending", ["", ".exe"])
def test_frozen_it_is_the_program_beside_the_window(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ending: str
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / f"bluebook-desktop{ending}"))
    assert command_line() == [str(tmp_path.resolve() / f"bluebook{ending}")]


def frozen(monkeypatch: pytest.MonkeyPatch, program: Path) -> None:
    program.parent.mkdir(parents=True, exist_ok=True)
    program.touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))


def test_a_portable_program_keeps_everything_beside_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    frozen(monkeypatch, tmp_path / "a stick" / "bluebook-desktop")
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    assert tmp_path not in user_folders().data.parents
    (tmp_path / "a stick" / "portable").touch()
    folders = user_folders()
    assert {folders.data, folders.config} == {tmp_path / "a stick" / "bluebook-data"}
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "elsewhere"))
    assert user_folders().data == tmp_path / "elsewhere"


def test_the_window_is_called_once_more_as_it_was(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert window_program() == [sys.executable, "-m", "bluebook_desktop"]
    frozen(monkeypatch, tmp_path / "bluebook-desktop")
    assert window_program() == [str(tmp_path / "bluebook-desktop")]

import subprocess
import sys
from pathlib import Path

import pytest

from bluebook_desktop.paths import (
    HOME_VARIABLE,
    PORTABLE_FOLDER,
    PORTABLE_MARK,
    bundled,
    command_line,
    user_folders,
    window_program,
)


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


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that holds the frozen program, run without `BLUEBOOK_HOME`."""
    folder = tmp_path.resolve() / "a stick 漢"
    folder.mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "bluebook-desktop"))
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    return folder


def test_a_file_named_portable_beside_the_program_keeps_all_data_there(stick: Path) -> None:
    (stick / PORTABLE_MARK).touch()
    folders = user_folders()
    for path in (folders.libraries, folders.originals, folders.notebook, folders.settings, folders.socket, folders.log):
        assert path.is_relative_to(stick / PORTABLE_FOLDER)
    assert not (stick / PORTABLE_FOLDER).exists()


def test_without_that_file_nothing_is_kept_beside_the_program(stick: Path) -> None:
    assert not user_folders().data.is_relative_to(stick)


def test_a_folder_of_that_name_does_not_make_it_portable(stick: Path) -> None:
    (stick / PORTABLE_MARK).mkdir()
    assert not user_folders().data.is_relative_to(stick)


def test_the_home_variable_counts_more_than_the_file(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (stick / PORTABLE_MARK).touch()
    monkeypatch.setenv(HOME_VARIABLE, str(stick / "elsewhere"))
    assert user_folders().data == stick / "elsewhere"


def test_of_a_mac_bundle_the_file_lies_beside_the_bundle(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (stick / PORTABLE_MARK).touch()
    monkeypatch.setattr(sys, "executable", str(stick / "Bluebook Desktop.app/Contents/MacOS/bluebook-desktop"))
    assert user_folders().data == stick / PORTABLE_FOLDER


def test_from_a_checkout_the_file_means_nothing(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (stick / PORTABLE_MARK).touch()
    monkeypatch.delattr(sys, "frozen")
    assert not user_folders().data.is_relative_to(stick)


def frozen(monkeypatch: pytest.MonkeyPatch, program: Path) -> None:
    program.parent.mkdir(parents=True, exist_ok=True)
    program.touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))


def test_the_window_is_called_once_more_as_it_was(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert window_program() == [sys.executable, "-m", "bluebook_desktop"]
    frozen(monkeypatch, tmp_path / "bluebook-desktop")
    assert window_program() == [str(tmp_path / "bluebook-desktop")]

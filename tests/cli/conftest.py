"""The command line with a home of its own, in which the library is built already."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bluebook_desktop.cli.main import commands
from bluebook_desktop.paths import HOME_VARIABLE, UserFolders, user_folders
from bluebook_desktop.services.library import build_library

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a library, to be copied."""
    root = tmp_path_factory.mktemp("built")
    build_library(UserFolders(data=root, config=root, log=root / "log"))
    return root


@pytest.fixture
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> UserFolders:
    """A home in which nothing was ever done."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    return user_folders()


@pytest.fixture
def home(built: Path, empty_home: UserFolders) -> UserFolders:
    """A home with a library."""
    shutil.copytree(built, empty_home.data)
    return empty_home


@pytest.fixture
def bluebook() -> Run:
    """Runs the command line with arguments."""

    def run(*arguments: str) -> Result:
        result = CliRunner().invoke(commands, list(arguments))
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run

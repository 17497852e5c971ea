"""The bundled library, built once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.browsing import open_section
from bluebook_desktop.services.library import open_library
from bluebook_desktop.services.search import SearchService
from bluebook_desktop.services.sections import OpenSection
from bluebook_desktop.storage.library import Library


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    root: Path = tmp_path_factory.mktemp("home")
    opened = open_library(UserFolders(data=root, config=root, log=root / "log"))
    yield opened.library
    opened.close()


@pytest.fixture(scope="session")
def section(library: Library) -> OpenSection:
    return open_section(library)


@pytest.fixture(scope="session")
def search(library: Library) -> SearchService:
    return SearchService(library)

"""What the tests of the window's parts share: the theme and the real section, from a library built for them."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.services.bundled import read_contents
from bluebook_desktop.services.sections import OpenSection
from bluebook_desktop.storage.build import build_file
from bluebook_desktop.storage.connections import address_of
from bluebook_desktop.storage.library import Library


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    theme = Theme(qapp, "light")
    theme.style()
    return theme


@pytest.fixture(scope="session")
def section(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenSection]:
    folder = tmp_path_factory.mktemp("library")
    library = Library(address_of(build_file(folder, read_contents(), "of the tests")))
    yield OpenSection(library, library.editions()[0], library.section("2021-en/4.2.2"))
    library.close()


@pytest.fixture
def in_theme(theme: Theme) -> Iterator[Callable[[str], None]]:
    """Changes the theme for one test."""
    yield theme.choose
    theme.choose("light")

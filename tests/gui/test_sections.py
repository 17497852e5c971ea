"""A library of two sections: results, contents and history lead into the right one."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui.main_window import MainWindow
from bluebook_desktop.gui.tasks import ImmediateLane
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.importing import import_files
from bluebook_desktop.services.library import open_library
from bluebook_desktop.settings import Settings

from .hands import Hands, settle

TEXT = """Diplomatic Bluebook 2019

Chapter 3

Interests of the Nation

1 Efforts for Peace

In May 2018, Foreign Minister Kono Taro visited Ruritania. Minister Kono stated, “Japan will continue to work closely \
with Ruritania on peace.”
"""


@pytest.fixture
def both(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Hands]:
    home = tmp_path / "home"
    folders = UserFolders(data=home, config=home, log=home / "log")
    file = tmp_path / "peace.txt"
    file.write_text(TEXT, "utf-8")
    import_files(folders, [file])
    with closing(open_library(folders)) as opened:
        window = MainWindow(theme, Settings(None), opened.library)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.open_first()
        window.complete(lane=ImmediateLane())
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        settle()
        yield Hands(window, qtbot)
        window.close()


def shown(hands: Hands) -> str:
    page = hands.window.reader.view.page
    assert page is not None
    return page.document.toPlainText()


def test_the_newest_edition_is_shown_first(both: Hands) -> None:
    assert "Ruritania" not in shown(both)
    assert both.window.windowTitle().startswith("Diplomatic Bluebook 2021")


def test_a_result_in_another_section_opens_that_section(both: Hands) -> None:
    both.search("Ruritania")
    both.press("Down")
    both.press("Return")
    settle()
    assert "visited Ruritania" in shown(both)
    assert both.window.windowTitle().startswith("Diplomatic Bluebook 2019")
    assert "Ruritania" in both.marked("hit")


def test_back_leads_to_the_section_before(both: Hands) -> None:
    both.search("Ruritania")
    both.press("Down")
    both.press("Return")
    both.do("back")
    settle()
    assert both.window.windowTitle().startswith("Diplomatic Bluebook 2021")


def test_the_contents_list_the_other_sections_and_open_them(both: Hands) -> None:
    contents = both.contents
    model = contents.model()
    rows = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert rows[-2:] == ["Diplomatic Bluebook 2019", "3.1 Efforts for Peace"]
    contents.setCurrentIndex(model.index(model.rowCount() - 1, 0))
    contents.setFocus()
    both.press("Return")
    settle()
    settle()
    assert "visited Ruritania" in shown(both)


def test_details_say_what_the_program_found(both: Hands) -> None:
    both.search("Ruritania")
    both.press("Down")
    settle()
    assert "Found by the program" in both.details()

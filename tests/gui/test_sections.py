"""A library of two sections: results, contents and history lead into the right one."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bluebook_desktop.domain.references import passage_reference
from bluebook_desktop.gui.main_window import MainWindow
from bluebook_desktop.gui.tasks import ImmediateLane
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.importing import import_files
from bluebook_desktop.services.library import open_library
from bluebook_desktop.settings import Settings

from .hands import Hands, settle
from .reader.pointing import hover

TEXT = """Diplomatic Bluebook 2019

Chapter 3

Interests of the Nation

1 Efforts for Peace

In May 2018, Foreign Minister Kono Taro visited Ruritania. Minister Kono stated, “Japan will continue to work closely \
with Ruritania on peace.”

More is told elsewhere (see the Column on page 31), and in the next one (see Chapter 4, Section 2 of the 2021 edition).
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


def pointers(hands: Hands) -> list[str]:
    return [one.excerpt.exact for one in hands.window._section.records.cross_references]


def test_a_pointer_that_was_found_leads_into_another_edition_and_back(both: Hands) -> None:
    both.window.workspace.navigator.read(passage_reference("2019-en/3.1", 1))
    settle()
    wanted = next(one for one in pointers(both) if "Chapter 4" in one)
    both.click_words(2, wanted[:20])
    settle()
    assert both.window.windowTitle().startswith("Diplomatic Bluebook 2021")
    both.do("back")
    settle()
    assert "visited Ruritania" in shown(both)


def test_a_pointer_that_leads_nowhere_says_so_in_a_sentence(both: Hands) -> None:
    both.window.workspace.navigator.read(passage_reference("2019-en/3.1", 1))
    settle()
    both.click_words(2, "see the Column")
    assert both.window.workspace.notices.text == (
        "“see the Column on page 31” points to page 31 of the printed edition, which the library does not hold."
    )
    assert "visited Ruritania" in shown(both)


def test_the_card_of_a_found_record_says_so(both: Hands) -> None:
    both.window.workspace.navigator.read(passage_reference("2019-en/3.1", 1))
    settle()
    said = hover(both, 1, "May 2018")
    assert "Found by the program, not checked by hand; sure to " in said

"""Imported sections leave the library, by the menu and by the contents."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from bluebook_desktop.gui.importing.removing import RemoveDialog
from bluebook_desktop.services.importing import import_files

from ..desk import Desk
from ..hands import offscreen_cannot_raise, settle

pytestmark = offscreen_cannot_raise


def ids(desk: Desk) -> list[str]:
    return [one.id for one in desk.window.library.sections()]


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """A window whose library has two imported sections."""
    import_files(desk.folders, [desk.write_file("a.txt"), desk.write_file("b.txt", number=2)])
    desk.window.importing._switch.check()
    settle()
    assert ids(desk) == ["2021-en/4.2.2", "2019-en/3.1", "2019-en/3.2"]
    return desk


def dialog_of(desk: Desk) -> RemoveDialog:
    found = desk.window.findChild(RemoveDialog)
    assert found is not None
    return found


def context_menu(desk: Desk, words: str) -> QMenu:
    """Open the menu of a row of the contents by the keyboard."""
    contents = desk.contents
    index = contents.model().index(0, 0)
    while str(index.data()) != words:
        index = contents.indexBelow(index)
    contents.setCurrentIndex(index)
    place = contents.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, contents.mapToGlobal(place))
    QApplication.sendEvent(contents.viewport(), event)
    settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_imported_sections_are_listed_and_ticked_ones_go(filled: Desk) -> None:
    filled.do("remove_sections")
    dialog = dialog_of(filled)
    rows = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert rows == ["2019-en/3.1  Efforts for Peace", "2019-en/3.2  Efforts for Peace"]
    assert not dialog._remove.isEnabled()
    dialog.list.item(1).setCheckState(Qt.CheckState.Checked)
    assert dialog._remove.text() == "Remove 1 section"
    filled.click(dialog._remove)
    assert ids(filled) == ["2021-en/4.2.2", "2019-en/3.1"]
    assert "Removed 2019-en/3.2. The imported files are kept." in filled.said()
    assert "3.2 Efforts for Peace" not in filled.listed()


def test_the_contents_offer_to_remove_an_imported_section(filled: Desk) -> None:
    menu = context_menu(filled, "3.1 Efforts for Peace")
    assert [one.text() for one in menu.actions()] == ["Read from the beginning", "Remove from the library …"]
    menu.actions()[1].trigger()
    menu.close()
    settle()
    dialog = dialog_of(filled)
    ticked = [dialog.list.item(r).checkState() is Qt.CheckState.Checked for r in range(dialog.list.count())]
    assert ticked == [True, False]
    filled.click(dialog._remove)
    assert ids(filled) == ["2021-en/4.2.2", "2019-en/3.2"]


def test_what_came_with_the_program_cannot_be_removed(filled: Desk) -> None:
    menu = context_menu(filled, "(2) Japan-U.S. Security and Defense Cooperation in Various Fields")
    remove = menu.actions()[1]
    assert not remove.isEnabled()
    menu.close()


def test_where_nothing_was_imported_that_is_said(desk: Desk) -> None:
    desk.do("remove_sections")
    assert desk.said() == "Nothing was imported yet: what came with the program cannot be removed."


def test_the_section_that_is_read_gives_way_to_its_neighbour(filled: Desk) -> None:
    filled.window.importing.section_chosen.emit("2019-en/3.1")
    settle()
    filled.window.importing.remove(["2019-en/3.1"])
    settle()
    assert filled.window.section.id == "2019-en/3.2"
    assert "2019-en/3.1 is no longer in the library; 2019-en/3.2 is shown instead." in filled.said()
    filled.window.importing.remove(["2019-en/3.2"])
    settle()
    assert filled.window.section.id == "2021-en/4.2.2"
    assert "3.1" not in filled.said()  # what was said of the library before is not said of this one
    assert "2019-en/3.2 is no longer in the library; 2021-en/4.2.2 is shown instead." in filled.said()

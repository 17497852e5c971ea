"""Files that are held over the window and dropped."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from ..desk import Desk
from ..hands import offscreen_cannot_raise, settle

pytestmark = offscreen_cannot_raise
_COPY, _LEFT, _NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in paths])
    return data


def hold(window: QWidget, data: QMimeData, at: QPoint = QPoint(400, 300)) -> bool:  # noqa: B008 - a constant
    """Hold something over a window; whether it would take it."""
    event = QDragEnterEvent(at, _COPY, data, _LEFT, _NONE)
    QApplication.sendEvent(window.windowHandle(), event)
    settle()
    return event.isAccepted()


def drop(window: QWidget, data: QMimeData) -> bool:
    event = QDropEvent(QPoint(400, 300), _COPY, data, _LEFT, _NONE)
    event.ignore()
    QApplication.sendEvent(window.windowHandle(), event)
    settle()
    return event.isAccepted()


def sheet(window: QWidget) -> str:
    """What the sheet over the window says, or nothing where there is none."""
    from bluebook_desktop.gui.importing.drops import DropSheet

    found = [one for one in window.findChildren(DropSheet) if one.isVisible() and one.window() is window]
    return found[0].accessibleName() if found else ""


def test_a_sheet_says_what_a_drop_will_do(desk: Desk) -> None:
    path, folder = desk.write_file("peace.txt"), desk.files
    assert hold(desk.window, files(path))
    assert sheet(desk.window) == "Import peace.txt"
    assert hold(desk.window, files(path, desk.write_file("war.txt")))
    assert sheet(desk.window) == "Import 2 files"
    assert hold(desk.window, files(folder))
    assert sheet(desk.window) == "Import all texts and pages of the folder files"
    assert hold(desk.window, files(folder, path))
    assert sheet(desk.window) == "Import 1 file and all texts and pages of 1 folder"
    QApplication.sendEvent(desk.window.windowHandle(), QDragLeaveEvent())
    assert sheet(desk.window) == ""


def test_a_drop_opens_the_import(desk: Desk) -> None:
    data = files(desk.write_file("peace.txt"))
    hold(desk.window, data)
    assert drop(desk.window, data)
    assert sheet(desk.window) == ""
    assert desk.rows_of(desk.import_dialog())[0][:3] == ["peace.txt", "2019-en", "3.1"]


def test_a_drop_on_the_search_field_imports_as_anywhere(desk: Desk) -> None:
    middle = desk.field.mapTo(desk.window, desk.field.rect().center())
    assert hold(desk.window, files(desk.write_file("peace.txt")), middle)
    assert sheet(desk.window) == "Import peace.txt"
    assert desk.field.text() == ""


def test_a_drop_on_the_dialog_adds_to_its_list(desk: Desk) -> None:
    dialog = desk.take(desk.write_file("a.txt"))
    data = files(desk.write_file("b.txt", number=2))
    assert hold(dialog, data)
    assert drop(dialog, data)
    assert [row[0] for row in desk.rows_of(dialog)] == ["a.txt", "b.txt"]


@pytest.mark.parametrize("address", ["https://www.mofa.go.jp/index.html", "bluebook:2021-en/4.2.2/3"])
def test_what_is_no_file_of_this_computer_is_refused(desk: Desk, address: str) -> None:
    data = QMimeData()
    data.setUrls([QUrl(address)])
    assert not hold(desk.window, data)
    assert sheet(desk.window) == ""


def test_words_that_are_dragged_are_refused(desk: Desk) -> None:
    data = QMimeData()
    data.setText("some words")
    assert not hold(desk.window, data)
    assert sheet(desk.window) == ""


def test_while_an_import_goes_on_a_drop_is_refused_and_says_why(slow_desk: Desk) -> None:
    slow_desk.take(slow_desk.write_file("a.txt"))
    data = files(slow_desk.write_file("b.txt"))
    assert not hold(slow_desk.window, data)
    assert sheet(slow_desk.window) == "An import is under way. Drop these when it is done."
    assert not drop(slow_desk.window, data)
    assert len(slow_desk.helpers) == 1

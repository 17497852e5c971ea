"""Opens the window for checking quotations beside the main window, and reads in place what it found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluebook_desktop.domain.excerpts import excerpt_at
from bluebook_desktop.gui.checking.dialog import CheckDialog
from bluebook_desktop.services.quotation_answers import Checking
from bluebook_desktop.storage.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from bluebook_desktop.gui.tasks import Lane
    from bluebook_desktop.gui.theme import Theme
    from bluebook_desktop.gui.workspace import Workspace
    from bluebook_desktop.services.quotation_places import Place


def open_check(window: QWidget, theme: Theme, workspace: Workspace, lane: Lane | None = None) -> CheckDialog:
    """Check the words that are selected in the text, else those that were copied last; one such window at a time."""
    dialog = window.findChild(CheckDialog)
    if dialog is None:
        dialog = CheckDialog(theme, _maker(workspace), window, lane)
        workspace.library_changed.connect(lambda: dialog.renew(_maker(workspace)))
        dialog.place_requested.connect(lambda place: _read(workspace, place))
        dialog.copy_requested.connect(workspace.copier.put)
        workspace.closing.connect(dialog.close)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    selected = workspace.centre.reader.view.textCursor().selection().toPlainText()
    if selected.strip():
        dialog.check(selected)
    elif not dialog.has_words:
        dialog.check_clipboard()
    return dialog


def _maker(workspace: Workspace) -> Callable[[], Checking]:
    """Opens the library that the window shows now, over a connection of its own."""
    address = workspace.library.address
    return lambda: Checking(Library(address, any_thread=True), decisions=lambda: workspace.desk.kept)


def _read(workspace: Workspace, place: Place) -> None:
    if place.heading is not None:
        workspace.navigator.read_heading_words(place.section, place.heading, (place.start, place.end))
        return
    excerpt = excerpt_at(place.passage, _text_of(workspace, place), place.start, place.end)
    workspace.navigator.read_place(place.section, excerpt)


def _text_of(workspace: Workspace, place: Place) -> str:
    """The passage's text; the library may have changed since it was found there."""
    return workspace.library.document(place.section).passage(place.passage).text

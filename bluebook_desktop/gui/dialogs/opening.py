"""Opens the window's dialogs and its menu; what each needs is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from bluebook_desktop.domain.references import passage_reference

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluebook_desktop.gui.main_window import MainWindow
    from bluebook_desktop.gui.theme import Theme
    from bluebook_desktop.gui.workspace import Workspace

#: In the menu these would be for nothing: they are for keys alone.
_FOR_KEYS = frozenset({"find_next", "find_previous", "next_pane"})


def dialog_slots(window: MainWindow, theme: Theme, workspace: Workspace) -> dict[str, Callable[[], None]]:
    """What the window's actions that open something do."""

    def go_to_passage() -> None:
        from bluebook_desktop.gui.dialogs.go_to import GoToDialog  # noqa: PLC0415 - when first asked for

        section = window.section
        if section is None:
            return

        def go_there(number: int) -> None:
            workspace.navigator.read(passage_reference(section.id, number))
            workspace.centre.focus()

        dialog = GoToDialog(len(section.document.passages), window.reader.passage_read, window)
        dialog.chosen.connect(go_there)
        dialog.open()

    def check_quotation() -> None:
        from bluebook_desktop.gui.checking.opening import open_check  # noqa: PLC0415

        open_check(window, theme, workspace)

    def shortcuts() -> None:
        from bluebook_desktop.gui.dialogs.shortcuts import ShortcutsDialog  # noqa: PLC0415

        ShortcutsDialog(theme, window).open()

    def about() -> None:
        from bluebook_desktop.gui.dialogs.about import AboutDialog  # noqa: PLC0415

        AboutDialog(theme, window.library, window).open()

    def installation() -> None:
        from bluebook_desktop.gui.dialogs.installation import InstallationDialog  # noqa: PLC0415

        InstallationDialog(theme, window).open()

    opened = (go_to_passage, check_quotation, shortcuts, about, installation)
    return {one.__name__: one for one in opened}


def open_menu(window: MainWindow, theme: Theme, workspace: Workspace) -> None:
    """Open the window's menu below its button."""
    from PySide6.QtWidgets import QMenu  # noqa: PLC0415

    from bluebook_desktop.gui.actions import fill_menu  # noqa: PLC0415

    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for choice in ("system", "light", "dark"):
        window.actions_by_id[f"theme_{choice}"].setChecked(theme.choice == choice)
    fill_menu(menu, window.actions_by_id, leave_out=_FOR_KEYS)
    button = workspace.top.menu
    corner = button.mapToGlobal(button.rect().bottomRight())
    corner.setX(corner.x() - menu.sizeHint().width())
    menu.popup(corner)

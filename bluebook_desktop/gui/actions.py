"""Every action of the window in one table: id, words, keys, icon and group.

Menus, buttons and the keyboard map are drawn from it; the window says what each does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

_CONTEXT = "Actions"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Marks a text for Qt's translation tools, which look for this name; PySide's own is typed as object."""
    return text


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action; `text`, `group` and `submenu` are translated where they are shown."""

    id: str
    text: str
    keys: tuple[str, ...]
    group: str
    icon: str = ""
    checkable: bool = False
    submenu: str = ""


def _action(
    id_: str, text: str, keys: str, group: str, icon: str = "", *, checkable: bool = False, submenu: str = ""
) -> ActionSpec:
    return ActionSpec(id_, text, tuple(keys.split("|")) if keys else (), group, icon, checkable, submenu)


_GO = QT_TRANSLATE_NOOP(_CONTEXT, "Go")
_READ = QT_TRANSLATE_NOOP(_CONTEXT, "Read and copy")
_FOUND = QT_TRANSLATE_NOOP(_CONTEXT, "What the program found")
_LIBRARY = QT_TRANSLATE_NOOP(_CONTEXT, "Library")
_VIEW = QT_TRANSLATE_NOOP(_CONTEXT, "View")
_HELP = QT_TRANSLATE_NOOP(_CONTEXT, "Help")
_COLOURS = QT_TRANSLATE_NOOP(_CONTEXT, "Colours")
_SIZE = QT_TRANSLATE_NOOP(_CONTEXT, "Size of the text")
_VIEWS = QT_TRANSLATE_NOOP(_CONTEXT, "Views")
_MARKED = QT_TRANSLATE_NOOP(_CONTEXT, "Marks")
_PROGRAM = QT_TRANSLATE_NOOP(_CONTEXT, "Program")

#: In the order of the menu and of the keyboard map.
ACTIONS: tuple[ActionSpec, ...] = (
    _action("search", QT_TRANSLATE_NOOP(_CONTEXT, "Search"), "Ctrl+K|/", _GO, "search"),
    _action("go_to_passage", QT_TRANSLATE_NOOP(_CONTEXT, "Go to a passage …"), "Ctrl+G", _GO),
    _action("back", QT_TRANSLATE_NOOP(_CONTEXT, "Back"), "Alt+Left", _GO, "back"),
    _action("forward", QT_TRANSLATE_NOOP(_CONTEXT, "Forward"), "Alt+Right", _GO, "forward"),
    _action("reader", QT_TRANSLATE_NOOP(_CONTEXT, "Reader"), "Ctrl+1", _GO, submenu=_VIEWS),
    _action("timeline", QT_TRANSLATE_NOOP(_CONTEXT, "Timeline"), "Ctrl+2", _GO, submenu=_VIEWS),
    _action("facilities", QT_TRANSLATE_NOOP(_CONTEXT, "Facilities"), "Ctrl+3", _GO, submenu=_VIEWS),
    _action("quotations", QT_TRANSLATE_NOOP(_CONTEXT, "Quotations"), "Ctrl+4", _GO, submenu=_VIEWS),
    _action("people", QT_TRANSLATE_NOOP(_CONTEXT, "People"), "Ctrl+5", _GO, submenu=_VIEWS),
    _action("next_pane", QT_TRANSLATE_NOOP(_CONTEXT, "Next part of the window"), "F6", _GO),
    _action("find", QT_TRANSLATE_NOOP(_CONTEXT, "Find in this section"), "Ctrl+F", _READ),
    _action("find_next", QT_TRANSLATE_NOOP(_CONTEXT, "Find next"), "F3", _READ),
    _action("find_previous", QT_TRANSLATE_NOOP(_CONTEXT, "Find previous"), "Shift+F3", _READ),
    _action("copy_citation", QT_TRANSLATE_NOOP(_CONTEXT, "Copy with citation"), "Ctrl+Shift+C", _READ),
    _action("check_quotation", QT_TRANSLATE_NOOP(_CONTEXT, "Check a quotation …"), "Ctrl+Shift+Q", _READ),
    _action("passage_details", QT_TRANSLATE_NOOP(_CONTEXT, "Details of this passage"), "Ctrl+I", _READ),
    _action("next_mark", QT_TRANSLATE_NOOP(_CONTEXT, "Next mark in the text"), "Alt+Down", _READ, submenu=_MARKED),
    _action(
        "previous_mark", QT_TRANSLATE_NOOP(_CONTEXT, "Previous mark in the text"), "Alt+Up", _READ, submenu=_MARKED
    ),
    _action("confirm", QT_TRANSLATE_NOOP(_CONTEXT, "Confirm"), "Ctrl+Return|Ctrl+Enter", _FOUND, submenu=_FOUND),
    _action("correct", QT_TRANSLATE_NOOP(_CONTEXT, "Correct …"), "Ctrl+E", _FOUND, submenu=_FOUND),
    _action("reject", QT_TRANSLATE_NOOP(_CONTEXT, "Reject"), "Ctrl+Del", _FOUND, submenu=_FOUND),
    _action("undo", QT_TRANSLATE_NOOP(_CONTEXT, "Undo the last decision"), "Ctrl+Z", _FOUND, submenu=_FOUND),
    _action("redo", QT_TRANSLATE_NOOP(_CONTEXT, "Decide so again"), "Ctrl+Shift+Z|Ctrl+Y", _FOUND, submenu=_FOUND),
    _action("decisions", QT_TRANSLATE_NOOP(_CONTEXT, "Your decisions …"), "Ctrl+Shift+D", _FOUND, submenu=_FOUND),
    _action("import_files", QT_TRANSLATE_NOOP(_CONTEXT, "Import files …"), "Ctrl+O", _LIBRARY),
    _action("import_folder", QT_TRANSLATE_NOOP(_CONTEXT, "Import a folder …"), "Ctrl+Shift+O", _LIBRARY),
    _action("remove_sections", QT_TRANSLATE_NOOP(_CONTEXT, "Remove from the library …"), "", _LIBRARY),
    _action(
        "marks",
        QT_TRANSLATE_NOOP(_CONTEXT, "Marks in the text"),
        "Ctrl+Shift+M",
        _VIEW,
        checkable=True,
        submenu=_MARKED,
    ),
    *(
        _action(id_, text, "", _VIEW, checkable=True, submenu=_MARKED)
        for id_, text in (
            ("mark_dates", QT_TRANSLATE_NOOP(_CONTEXT, "Mark dates")),
            ("mark_facilities", QT_TRANSLATE_NOOP(_CONTEXT, "Mark facilities")),
            ("mark_people", QT_TRANSLATE_NOOP(_CONTEXT, "Mark people")),
            ("mark_abbreviations", QT_TRANSLATE_NOOP(_CONTEXT, "Mark abbreviations")),
            ("mark_quotations", QT_TRANSLATE_NOOP(_CONTEXT, "Mark quotations")),
        )
    ),
    _action("zoom_in", QT_TRANSLATE_NOOP(_CONTEXT, "Larger text"), "Ctrl++|Ctrl+=", _VIEW, submenu=_SIZE),
    _action("zoom_out", QT_TRANSLATE_NOOP(_CONTEXT, "Smaller text"), "Ctrl+-", _VIEW, submenu=_SIZE),
    _action("zoom_reset", QT_TRANSLATE_NOOP(_CONTEXT, "Text at 100 %"), "Ctrl+0", _VIEW, submenu=_SIZE),
    _action("side", QT_TRANSLATE_NOOP(_CONTEXT, "Side bar"), "Ctrl+B", _VIEW, "side", checkable=True),
    _action("details", QT_TRANSLATE_NOOP(_CONTEXT, "Details"), "Ctrl+D", _VIEW, "details", checkable=True),
    *(
        _action(id_, text, "", _VIEW, checkable=True, submenu=_COLOURS)
        for id_, text in (
            ("theme_system", QT_TRANSLATE_NOOP(_CONTEXT, "Colours as the system has them")),
            ("theme_light", QT_TRANSLATE_NOOP(_CONTEXT, "Light colours")),
            ("theme_dark", QT_TRANSLATE_NOOP(_CONTEXT, "Dark colours")),
        )
    ),
    _action("shortcuts", QT_TRANSLATE_NOOP(_CONTEXT, "Keyboard map"), "F1|?", _HELP, submenu=_HELP),
    _action("diagnostics", QT_TRANSLATE_NOOP(_CONTEXT, "Copy diagnostics"), "", _HELP, submenu=_HELP),
    _action("installation", QT_TRANSLATE_NOOP(_CONTEXT, "Check this installation …"), "", _HELP, submenu=_HELP),
    _action("about", QT_TRANSLATE_NOOP(_CONTEXT, "About Bluebook Desktop"), "", _HELP, submenu=_HELP),
    _action("quit", QT_TRANSLATE_NOOP(_CONTEXT, "Quit"), "Ctrl+Q", _PROGRAM),
)


def words(text: str) -> str:
    """A text of the table in the user's language."""
    return QCoreApplication.translate(_CONTEXT, text)


def make_actions(window: QWidget, slots: Mapping[str, Callable[[], None]]) -> dict[str, QAction]:
    """The actions by id, added to the window so that their keys work; KeyError when one has no slot."""
    made = {}
    for spec in ACTIONS:
        action = QAction(words(spec.text), window)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        action.setCheckable(spec.checkable)
        action.triggered.connect(_caller(slots[spec.id]))
        window.addAction(action)
        made[spec.id] = action
    return made


def _caller(slot: Callable[[], None]) -> Callable[[bool], None]:
    def call(_checked: bool = False) -> None:
        slot()

    return call


def fill_menu(menu: QMenu, actions: Mapping[str, QAction], leave_out: frozenset[str] = frozenset()) -> None:
    """Fill a menu with all actions, a line between groups."""
    group = ""
    inner: dict[str, QMenu] = {}
    for spec in ACTIONS:
        if spec.id in leave_out:
            continue
        if group and spec.group != group:
            menu.addSeparator()
        group = spec.group
        if spec.submenu and spec.submenu not in inner:
            inner[spec.submenu] = menu.addMenu(words(spec.submenu))
        inner.get(spec.submenu, menu).addAction(actions[spec.id])

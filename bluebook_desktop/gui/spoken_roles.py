"""Tells a screen reader what has happened, and what a view is that paints itself: Qt takes it for a piece of room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAccessibleWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface

#: The property of a widget that names one of the roles.
_PROPERTY = "spokenRole"
_ROLES = {
    "chart": QAccessible.Role.Chart,
    "picture": QAccessible.Role.Graphic,
    "group": QAccessible.Role.Grouping,
}
_is_installed: list[bool] = []


def speak_as(widget: QWidget, role: str) -> None:
    """Name what a widget is: a ``chart``, a ``picture`` or a ``group``.

    Before anything else is said of it: a screen reader that listens already asks at the first word, and not again.
    """
    widget.setProperty(_PROPERTY, role)


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say what has happened, wherever the keyboard is."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def install() -> None:
    """Have Qt ask for the role of widgets that name one; once for the whole program."""
    if not _is_installed:
        _is_installed.append(True)
        QAccessible.installFactory(_interface_of)


def _interface_of(_kind: str, of: QObject) -> QAccessibleInterface | None:
    """The interface of a widget with a role of its own; None leaves it to Qt."""
    if not isinstance(of, QWidget):
        return None
    role = _ROLES.get(of.property(_PROPERTY))
    return None if role is None else QAccessibleWidget(of, role)

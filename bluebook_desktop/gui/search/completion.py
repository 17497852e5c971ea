"""Completes names after ``speaker:``, ``person:``, ``facility:`` and the like while they are typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from bluebook_desktop.domain.querying.tree import Field

if TYPE_CHECKING:
    from collections.abc import Callable

#: The field and what was typed of its value, at the end of what stands before the cursor.
_OPEN = re.compile(r'(?:^|\s)-?(?P<field>[^\W\d_]+):(?P<value>"[^"]*|[^\s"]*)$')
_SHOWN = 8


def open_field(text: str, cursor: int) -> tuple[Field, int] | None:
    """The field whose value is being typed at the cursor, and where that value begins; None where there is none."""
    match = _OPEN.search(text[:cursor])
    if match is None or match["field"].lower() not in set(Field):
        return None
    return Field(match["field"].lower()), match.start("value")


class NameCompleter(QObject):
    """Offers names below the search field; Enter, Tab or a click takes one, Esc closes the list alone."""

    def __init__(self, line: QLineEdit, taken: Callable[[], None]) -> None:
        """`taken` is called after a name was put into the field."""
        super().__init__(line)
        self._line = line
        self._taken = taken
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setWidget(line)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setMaxVisibleItems(_SHOWN)
        self._popup = QListView()
        self._popup.setObjectName("names")
        self._popup.setAccessibleName(self.tr("Names"))
        self._completer.setPopup(self._popup)
        self._popup.installEventFilter(self)
        line.installEventFilter(self)
        self._completer.activated.connect(self._take)

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._popup.isVisible()

    @property
    def offered(self) -> list[str]:
        """The names in the list."""
        model = self._completer.completionModel()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def offer(self, names: list[str]) -> None:
        """Offer those of `names` that hold what was typed; closes the list where the cursor is in no value."""
        place = open_field(self._line.text(), self._line.cursorPosition())
        if place is None or not self._line.hasFocus():
            self.close()
            return
        typed = self._line.text()[place[1] : self._line.cursorPosition()].lstrip('"')
        if names != self._model.stringList():
            self._model.setStringList(names)
        self._completer.setCompletionPrefix(typed)
        found = self.offered
        if not found or (len(found) == 1 and found[0].casefold() == typed.casefold()):
            self.close()
            return
        box = self._line.rect()
        box.setWidth(min(box.width(), 360))
        self._completer.complete(box)

    def close(self) -> None:
        """Close the list."""
        if self.is_open:
            self._popup.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys for the list while it is open, wherever the window system sends them."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.is_open:
            return self._has_used(Qt.Key(event.key())) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _has_used(self, key: Qt.Key) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        chosen = self._popup.currentIndex().data()
        if key in steps:
            rows = len(self.offered)
            row = self._popup.currentIndex().row() + steps[key]
            self._popup.setCurrentIndex(self._completer.completionModel().index(min(max(row, 0), rows - 1), 0))
            return True
        if key == Qt.Key.Key_Escape:
            self.close()
            return True
        if key == Qt.Key.Key_Tab or (chosen and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            self.close()
            self._take(str(chosen or next(iter(self.offered), "")))
            return True
        return False

    def _take(self, name: str) -> None:
        text, cursor = self._line.text(), self._line.cursorPosition()
        place = open_field(text, cursor)
        if place is None or not name:
            return
        value = f'"{name}"' if " " in name else name
        rest = text[cursor:].lstrip('"')
        self._line.setText(f"{text[: place[1]]}{value}{rest if rest.startswith(' ') else f' {rest}'}")
        self._line.setCursorPosition(place[1] + len(value) + 1)
        self._taken()

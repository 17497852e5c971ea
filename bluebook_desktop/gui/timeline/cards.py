"""What the axis tells of a mark or a cluster: a card under the pointer, and a list to choose from."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from bluebook_desktop.domain.dates import describe
from bluebook_desktop.domain.records import Status
from bluebook_desktop.gui.timeline.layout import Cluster, Mark
from bluebook_desktop.gui.timeline.words import entries_in_words, plain_tip, title_with_status
from bluebook_desktop.gui.wording import date_in_full, event_kind_word, shortened, status_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluebook_desktop.domain.records import Event
    from bluebook_desktop.gui.theme import Theme
    from bluebook_desktop.gui.timeline.entries import Entry
    from bluebook_desktop.gui.timeline.sprites import Sprites

#: How many events a cluster's card names.
CARD_LENGTH = 12
_SIGNS = {Status.HAPPENED: "●", Status.PLANNED: "◌", Status.DEADLINE: "◇"}
#: Of how many letters a title is told in a list, and in a card of its own.
_MOST_LETTERS = 72
_LONGEST = 160
_ONE_LINE = " style='white-space:nowrap'"
#: Of the list: its width, the height of a row, and how many rows are shown at once.
_WIDTH = 440
_ROW_HEIGHT = 26
_ROWS = 12

translate = QCoreApplication.translate


def card(theme: Theme, item: Mark | Cluster, selected: Entry | None = None) -> str:
    """A mark's or a cluster's events as rich text; whatever is printed in them stays plain text."""
    if isinstance(item, Mark):
        return _event_card(theme, item.entry.event)
    rows = "".join(_row(theme, entry, is_selected=entry is selected) for entry in item.entries[:CARD_LENGTH])
    parts = [f"<b>{html.escape(entries_in_words(item.entries))}</b>", f"<table cellspacing='2'>{rows}</table>"]
    more = len(item.entries) - CARD_LENGTH
    if more > 0:
        parts.append(_soft(theme, translate("Timeline", "and {} more").format(f"{more:,}")) + "<br>")
    hint = (
        translate("Timeline", "Click or Enter: look closer")
        if item.can_be_parted()
        else translate("Timeline", "Click or Enter: choose one")
    )
    return "".join([*parts, _soft(theme, hint)])


def _soft(theme: Theme, words: str) -> str:
    return f"<span style='color:{theme.color('soft').name()}'>{html.escape(words)}</span>"


def _event_card(theme: Theme, event: Event) -> str:
    words = [event_kind_word(event.kind), status_word(event.status), f"¶ {event.date_excerpt.passage}"]
    last = " · ".join(word for word in words if word)
    title = html.escape(shortened(event.title, _LONGEST))
    lines = (f"<b>{title}</b>", html.escape(date_in_full(event.date)), f"{_sign(theme, event)} {_soft(theme, last)}")
    style = _ONE_LINE if len(event.title) <= _MOST_LETTERS else ""
    return "".join(f"<div{style}>{line}</div>" for line in lines)


def _sign(theme: Theme, event: Event) -> str:
    return f"<span style='color:{theme.color(event.kind.value).name()}'>{_SIGNS[event.status]}</span>"


def _row(theme: Theme, entry: Entry, *, is_selected: bool) -> str:
    event = entry.event
    title = html.escape(shortened(event.title, _MOST_LETTERS))
    ahead = status_word(event.status)
    title += " " + _soft(theme, f"({ahead.lower()})") if ahead else ""
    date = _soft(theme, describe(event.date.span))
    ground = f" style='background-color:{theme.color('accent_soft').name()}'" if is_selected else ""
    cells = f"<td>{_sign(theme, event)}</td><td{_ONE_LINE}>{date}&nbsp;&nbsp;</td><td{_ONE_LINE}>{title}</td>"
    return f"<tr{ground}>{cells}</tr>"


class ClusterList(QFrame):
    """The events of a cluster to choose from; Enter or a click chooses, Esc or a click elsewhere closes."""

    chosen = Signal(object)  # an Entry

    def __init__(
        self, theme: Theme, sprites: Sprites, entries: Sequence[Entry], selected: Entry | None, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("cluster_list")
        self._entries = entries
        title = QLabel(entries_in_words(entries), self)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setProperty("role", "label")
        self._list = QListWidget(self)
        self._list.setAccessibleName(title.text())
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setUniformItemSizes(True)
        self._list.setIconSize(QSize(14, 14))
        for entry in entries:
            event = entry.event
            icon = QIcon(sprites.dot(event.kind.value, event.status))
            words = f"{describe(event.date.span)} · {title_with_status(event)}"
            item = QListWidgetItem(icon, words, self._list)
            item.setToolTip(plain_tip(event.title))
            item.setSizeHint(QSize(0, _ROW_HEIGHT))
        self._list.setCurrentRow(entries.index(selected) if selected in entries else 0)
        self._list.itemClicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(6)
        column.addWidget(title)
        column.addWidget(self._list)
        self._list.setFixedSize(_WIDTH, _ROW_HEIGHT * min(len(entries), _ROWS))
        self.setFocusProxy(self._list)
        self._list.installEventFilter(self)

    def open_at(self, at: QPoint) -> None:
        """Show the list at a point of the screen, within the screen."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        x = max(room.left(), min(at.x(), room.right() - self.width()))
        y = at.y() if at.y() + self.height() <= room.bottom() else at.y() - self.height() - 24
        self.move(x, max(room.top(), y))
        self.show()
        self._list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        entry = self._entries[self._list.row(item)]
        self.close()
        self.chosen.emit(entry)

    def eventFilter(self, watched: object, event: object) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
                self._on_clicked(self._list.currentItem())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return False

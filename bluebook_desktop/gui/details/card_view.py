"""Builds the widgets of a card: captions, words, quotes and links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bluebook_desktop.gui.details.cards import Block, Card, Link, Links, Part, Places, Quote, Words
from bluebook_desktop.gui.details.composing import place_mark, place_name
from bluebook_desktop.gui.widgets.flow_row import FlowRow
from bluebook_desktop.gui.widgets.links import LinkButton
from bluebook_desktop.gui.widgets.text_view import ExcerptView, TextView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent

    from bluebook_desktop.gui.theme import Theme

_FIRST_LINKS = 8
#: Links are padded so that their focus ring has room; all other words are set in by as much.
_INSET = 4


class CardView(QWidget):
    """One card; made anew for each record."""

    followed = Signal(object)  # the target of a link: a Reference or an Excerpt
    focus_moved = Signal(object)  # the widget that has it now, to be scrolled to

    def __init__(self, theme: Theme, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("details_card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 0, 12, 16)
        self._column.setSpacing(0)
        self._add_block(Words(card.title, "title"))
        for part in card.parts:
            self._add_part(part)
        self._column.addStretch(1)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        if event.type() == QEvent.Type.FocusIn:
            focus: QFocusEvent = event  # type: ignore[assignment]
            if focus.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
                self.focus_moved.emit(watched)
        return False

    def focus_first(self) -> None:
        """Give the focus to the first thing that Tab reaches."""
        for child in self.findChildren(QWidget):
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and not child.isHidden():
                child.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _add_part(self, part: Part) -> None:
        if part.caption:
            caption = QLabel(part.caption.upper(), self)
            caption.setTextFormat(Qt.TextFormat.PlainText)
            caption.setWordWrap(True)
            caption.setProperty("role", "label")
            self._column.addSpacing(16)
            self._add_inset(caption)
        self._column.addSpacing(4)
        before: Block | None = None
        for block in part.blocks:
            if isinstance(before, Words) and before.tone == "small":
                self._column.addSpacing(8)
            self._add_block(block)
            before = block

    def _add_block(self, block: Block) -> None:
        match block:
            case Words() if block.text:
                self._add_words(block)
            case Quote() if block.pieces:
                self._column.addSpacing(4)
                self._add_quote(block)
            case Links() if block.items:
                self._add_links(block)
            case Places() if block.items:
                self._add_places(block)

    def _add_words(self, words: Words) -> None:
        view = TextView(self._theme, self)
        view.set_words(words.text, words.tone)
        self._add_inset(view)

    def _add_quote(self, quote: Quote) -> ExcerptView:
        view = ExcerptView(self._theme, self)
        view.set_pieces(list(quote.pieces), quote.name)
        view.installEventFilter(self)
        self._add_inset(view)
        return view

    def _link(self, link: Link, parent: QWidget) -> LinkButton:
        below = link.place is not None  # where there is room for a second link there is for a second line
        button = LinkButton(
            self._theme, link.text, link.name, mark=link.mark, detail=link.detail, below=below, parent=parent
        )
        button.clicked.connect(lambda: self.followed.emit(link.target))
        button.installEventFilter(self)
        return button

    def _link_row(self, link: Link, parent: QWidget) -> QWidget:
        """A link, with a second one to its place where it has one."""
        if link.place is None:
            return self._link(link, parent)
        row = QWidget(parent)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(_INSET)
        line.addWidget(self._link(link, row), 1)
        name = self.tr("Read in place, {0}: {1}").format(place_name(link.place), link.name)
        place = self._link(Link(place_mark(link.place), link.place, name), row)
        line.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _add_links(self, links: Links) -> None:
        box = QWidget(self)
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        at_once = len(links.items) if len(links.items) <= _FIRST_LINKS + 1 else _FIRST_LINKS
        for link in links.items[:at_once]:
            lines.addWidget(self._link_row(link, box))
        left = links.items[at_once:]
        if left:
            text = self.tr("Show {0} more").format(len(left))
            more = LinkButton(self._theme, text, text, parent=box)
            more.installEventFilter(self)
            more.clicked.connect(lambda: self._show_all(more, left, lines))
            lines.addWidget(more)
        self._column.addWidget(box)

    def _show_all(self, more: LinkButton, left: Sequence[Link], lines: QVBoxLayout) -> None:
        """Make the links that were left out, in the place of what asked for them; the keyboard goes to the first."""
        rows = [self._link_row(link, self) for link in left]  # the layout gives them to its box
        more.hide()
        before: QWidget = more
        for row in rows:
            lines.addWidget(row)
            for button in [row] if isinstance(row, LinkButton) else row.findChildren(LinkButton):
                QWidget.setTabOrder(before, button)
                before = button
            row.show()
        first = rows[0] if isinstance(rows[0], LinkButton) else rows[0].findChild(LinkButton)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_places(self, places: Places) -> None:
        row = FlowRow(self, spacing=2)
        self._column.addWidget(row)
        view = self._add_quote(places.quotes[0]) if places.quotes else None
        for number, link in enumerate(places.items):
            button = self._link(link, row)
            row.add(button)
            if view is not None:
                quote = places.quotes[number]
                button.clicked.connect(lambda _=False, quote=quote: view.set_pieces(list(quote.pieces), quote.name))

    def _add_inset(self, widget: QWidget) -> None:
        """Add a widget that is no link: links have padding of their own for their focus ring."""
        line = QHBoxLayout()
        line.setContentsMargins(_INSET, 0, _INSET, 0)
        line.addWidget(widget)
        self._column.addLayout(line)

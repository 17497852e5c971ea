"""Shows a card: captions, words, quotes and links below one another.

Its widgets are kept and filled anew for each card: to make, dress and take away some twenty of them takes longer than
a key may. They stand in the order in which they are read, for the Tab key and for screen readers too.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from bluebook_desktop.gui.details.cards import Block, Card, Link, Links, Part, Places, Quote, Words
from bluebook_desktop.gui.details.composing import place_mark, place_name
from bluebook_desktop.gui.details.rows import INSET, Flow, Pair, Row, Single
from bluebook_desktop.gui.details.stock import Stock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent

    from bluebook_desktop.gui.theme import Theme
    from bluebook_desktop.gui.widgets.links import LinkButton
    from bluebook_desktop.gui.widgets.text_view import ExcerptView

_FIRST_LINKS = 8
_SIDE = 12
_FOOT = 16
_BEFORE_CAPTION = 16
_NEAR = 4
#: Between what is added and the next thing that is.
_APART = 8
_NARROWEST = 120


class CardView(QWidget):
    """One card at a time."""

    followed = Signal(object)  # the target of a link: a Reference or an Excerpt
    focus_moved = Signal(object)  # the widget that has it now, to be scrolled to

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("details_card")
        self._stock = Stock(theme, self)
        self._rows: list[Row] = []
        self._order: list[QWidget] = []
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setContentsMargins(_SIDE, 0, _SIDE, _FOOT)

    def show_card(self, card: Card | None, *, anew: bool = False) -> None:
        """Show a card, or nothing; `anew` where colours are others now."""
        self._stock.begin(anew=anew)
        self._rows = []
        if card is not None:
            self._add_block(Words(card.title, "title"))
            for part in card.parts:
                self._add_part(part)
        self._stock.end()
        self._put_in_order()
        self._settle()

    def preparing(self) -> Iterator[None]:
        """Make, a few at each step, the widgets that the first cards need."""
        yield from self._stock.preparing()

    @property
    def stops(self) -> list[QWidget]:
        """What Tab reaches, in order."""
        widgets = (widget for row in self._rows for widget in row.widgets)
        return [one for one in widgets if one.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def focus_first(self) -> None:
        """Give the focus to the first thing that Tab reaches."""
        for widget in self.stops[:1]:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    # Filling

    def _add_part(self, part: Part) -> None:
        gap = 0
        if part.caption:
            self._rows.append(Single(self._stock.caption(part.caption.upper()), _BEFORE_CAPTION, INSET))
        gap = _NEAR
        before: Block | None = None
        for block in part.blocks:
            if isinstance(before, Words) and before.tone == "small":
                gap += _APART
            elif before is not None and isinstance(block, Quote):
                gap += _NEAR
            if self._add_block(block, gap):
                gap = 0
            before = block

    def _add_block(self, block: Block, gap: int = 0) -> bool:
        """Add what there is to show of a block; whether there is anything."""
        match block:
            case Words() if block.text:
                self._rows.append(Single(self._stock.words(block), gap, INSET))
            case Quote() if block.pieces:
                self._add_quote(block, gap + _NEAR)
            case Links() if block.items:
                self._add_links(block, gap)
            case Places() if block.items:
                self._add_places(block, gap)
            case _:
                return False
        return True

    def _add_quote(self, quote: Quote, gap: int) -> ExcerptView:
        view = self._stock.quote(quote)
        self._rows.append(Single(view, gap, INSET))
        return view

    def _link(self, link: Link) -> LinkButton:
        return self._stock.link(link, lambda: self.followed.emit(link.target))

    def _link_row(self, link: Link, gap: int) -> Row:
        """A link, with a second one to its place where it has one."""
        if link.place is None:
            return Single(self._link(link), gap)
        name = self.tr("Read in place, {0}: {1}").format(place_name(link.place), link.name)
        return Pair(self._link(link), self._link(Link(place_mark(link.place), link.place, name)), gap)

    def _add_links(self, links: Links, gap: int) -> None:
        at_once = len(links.items) if len(links.items) <= _FIRST_LINKS + 1 else _FIRST_LINKS
        for number, link in enumerate(links.items[:at_once]):
            self._rows.append(self._link_row(link, 0 if number else gap))
        left = links.items[at_once:]
        if left:
            text = self.tr("Show {0} more").format(len(left))
            more = self._stock.plain_link(text, lambda: self._show_all(row, left))
            row = Single(more)
            self._rows.append(row)

    def _show_all(self, more: Row, left: Sequence[Link]) -> None:
        """Show the links that were left out, in the place of what asked for them; the keyboard goes to the first."""
        at = self._rows.index(more)
        rows = [self._link_row(link, 0) for link in left]
        self._rows[at : at + 1] = rows
        rows[0].widgets[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._stock.spare(more.widgets[0])
        self._put_in_order()
        self._settle()

    def _add_places(self, places: Places, gap: int) -> None:
        row = Flow([], gap)
        self._rows.append(row)
        view = self._add_quote(places.quotes[0], 0) if places.quotes else None
        for number, link in enumerate(places.items):
            quote = places.quotes[number] if places.quotes else None
            row.widgets.append(self._place(link, view, quote))

    def _place(self, link: Link, view: ExcerptView | None, quote: Quote | None) -> LinkButton:
        """A link to a place, which shows its words as well."""

        def follow() -> None:
            if view is not None and quote is not None:
                self._stock.fill_quote(view, quote)
            self.followed.emit(link.target)  # may lead to another card

        return self._stock.link(link, follow)

    def _put_in_order(self) -> None:
        """Let Tab and screen readers meet the widgets as the eye does."""
        shown = [widget for row in self._rows for widget in row.widgets]
        order = [*shown, *self._stock.spares]
        if order != self._order:
            self._order = order
            for widget in order:
                widget.raise_()
            for before, after in pairwise(self.stops):
                QWidget.setTabOrder(before, after)

    # Laying out

    def _settle(self) -> None:
        """Something takes other room now."""
        self._heights.clear()
        self._place_rows()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            margins = self.contentsMargins()
            room = max(1, width - margins.left() - margins.right())
            inside = sum(row.gap + row.height_in(room) for row in self._rows)
            self._heights[width] = margins.top() + inside + margins.bottom()
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = max(_NARROWEST, self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, 0)

    def _place_rows(self) -> None:
        margins = self.contentsMargins()
        room = max(1, self.width() - margins.left() - margins.right())
        y = margins.top()
        for row in self._rows:
            y += row.gap
            height = row.height_in(room)
            row.place(QRect(margins.left(), y, room, height))
            y += height

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place_rows()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settle()  # while it was hidden nobody told of other sizes

    def event(self, event: QEvent) -> bool:
        """What stands here takes other room, or the margins are others."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.ContentsRectChange):
            self._settle()
        return super().event(event)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        if event.type() == QEvent.Type.FocusIn:
            focus: QFocusEvent = event  # type: ignore[assignment]
            if focus.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
                self.focus_moved.emit(watched)
        return False

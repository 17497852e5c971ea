"""The widgets of a card, kept for the next one: each is filled anew, and only where it says something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from bluebook_desktop.gui.details.cards import Link, Quote, Words
from bluebook_desktop.gui.widgets.links import LinkButton
from bluebook_desktop.gui.widgets.text_view import ExcerptView, TextView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bluebook_desktop.gui.theme import Theme

_Kind = TypeVar("_Kind", bound=QWidget)
#: How many of each kind most cards need.
_USUAL: dict[type[QWidget], int] = {QLabel: 8, TextView: 8, ExcerptView: 2, LinkButton: 16}


class Stock:
    """Gives out widgets of each kind in the order in which they were made, and makes more when they run out.

    What is left over at the `end` is hidden and says nothing.
    """

    def __init__(self, theme: Theme, owner: QWidget) -> None:
        """`owner` is their parent, and watches what can have the focus."""
        self._theme, self._owner = theme, owner
        self._made: dict[type[QWidget], list[QWidget]] = {kind: [] for kind in _USUAL}
        self._makers: dict[type[QWidget], Callable[[], QWidget]] = {
            QLabel: self._make_caption,
            TextView: lambda: TextView(self._theme, self._owner),
            ExcerptView: self._make_excerpt,
            LinkButton: self._make_link,
        }
        self._given: dict[type[QWidget], int] = dict.fromkeys(self._made, 0)
        self._said: dict[QWidget, object] = {}
        self._followed: dict[QWidget, Callable[[], None]] = {}
        self._anew = False

    def begin(self, *, anew: bool) -> None:
        """Give out all widgets again; `anew` to fill them also where they say the same."""
        self._given = dict.fromkeys(self._made, 0)
        self._anew = anew

    def preparing(self) -> Iterator[None]:
        """Make, a few at each step, what most cards need."""
        for kind, make in self._makers.items():
            for number in range(len(self._made[kind]), _USUAL[kind]):
                self._add(kind, make)
                if number % 2:
                    yield

    def end(self) -> None:
        """Put away what was not given out."""
        for widget in self.spares:
            self._put_away(widget)

    @property
    def spares(self) -> list[QWidget]:
        """What is not in use."""
        return [widget for kind, widgets in self._made.items() for widget in widgets[self._given[kind] :]]

    def spare(self, widget: QWidget) -> None:
        """Take back a widget that was given out."""
        widgets = self._made[type(widget)]
        widgets.append(widgets.pop(widgets.index(widget)))
        self._given[type(widget)] -= 1
        self._put_away(widget)

    def _put_away(self, widget: QWidget) -> None:
        if widget.isHidden():
            return
        widget.hide()
        self._followed.pop(widget, None)
        widget.setAccessibleName("")
        if isinstance(widget, TextView):
            widget.document().clear()
        elif isinstance(widget, LinkButton):
            widget.set_words("", "")
        self._said.pop(widget, None)

    # Giving out

    def caption(self, text: str) -> QLabel:
        """The caption of a part."""
        label = self._give(QLabel)
        if self._is_other(label, text):
            label.setText(text)
        return label

    def words(self, words: Words) -> TextView:
        """Words in their tone."""
        view = self._give(TextView)
        if self._is_other(view, words):
            view.set_words(words.text, words.tone)
        return view

    def quote(self, quote: Quote) -> ExcerptView:
        """Words of the text."""
        view = self._give(ExcerptView)
        self.fill_quote(view, quote)
        return view

    def fill_quote(self, view: ExcerptView, quote: Quote) -> None:
        """Let a quote that was given out show other words of the text."""
        if self._is_other(view, quote):
            view.set_pieces(list(quote.pieces), quote.name)

    def link(self, link: Link, follow: Callable[[], None]) -> LinkButton:
        """A link, with what following it does."""
        button = self._give(LinkButton)
        self._followed[button] = follow
        if self._is_other(button, link):
            below = link.place is not None  # where there is room for a second link there is for a second line
            button.set_words(link.text, link.name, mark=link.mark, detail=link.detail, below=below)
        return button

    def plain_link(self, text: str, follow: Callable[[], None]) -> LinkButton:
        """A link of words alone."""
        button = self._give(LinkButton)
        self._followed[button] = follow
        if self._is_other(button, text):
            button.set_words(text, text)
        return button

    def _is_other(self, widget: QWidget, said: object) -> bool:
        """Whether a widget says something else until now."""
        is_other = self._anew or self._said.get(widget) != said
        self._said[widget] = said
        return is_other

    # Making

    def _give(self, kind: type[_Kind]) -> _Kind:
        number = self._given[kind]
        self._given[kind] = number + 1
        made = self._made[kind]
        if number == len(made):
            self._add(kind, self._makers[kind])
        widget = made[number]
        widget.show()
        return cast("_Kind", widget)

    def _add(self, kind: type[QWidget], make: Callable[[], QWidget]) -> None:
        widget = make()
        widget.ensurePolished()  # the style sheet says in which typeface it is measured
        widget.hide()
        self._made[kind].append(widget)

    def _make_caption(self) -> QLabel:
        caption = QLabel(self._owner)
        caption.setTextFormat(Qt.TextFormat.PlainText)
        caption.setWordWrap(True)
        caption.setProperty("role", "label")
        return caption

    def _make_excerpt(self) -> ExcerptView:
        view = ExcerptView(self._theme, self._owner)
        view.installEventFilter(self._owner)
        return view

    def _make_link(self) -> LinkButton:
        button = LinkButton(self._theme, "", "", parent=self._owner)
        button.installEventFilter(self._owner)
        button.clicked.connect(lambda: self._follow(button))
        return button

    def _follow(self, button: LinkButton) -> None:
        follow = self._followed.get(button)
        if follow is not None:
            follow()

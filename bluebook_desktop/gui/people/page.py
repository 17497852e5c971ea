"""A person's page: all that the section says of them, in a column that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QScrollArea, QWidget

from bluebook_desktop.gui.details.card_view import CardView
from bluebook_desktop.gui.details.people import person_page
from bluebook_desktop.gui.spoken_roles import speak_as

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluebook_desktop.domain.records import Person
    from bluebook_desktop.gui.details.cards import Card
    from bluebook_desktop.gui.details.composing import Composer
    from bluebook_desktop.gui.theme import Theme

_WIDEST = 760
_SIDE = 12
_AROUND = 24


class PersonPage(QScrollArea):
    """`followed` tells where a link leads: a record, or words of the text."""

    followed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        speak_as(self, "group")
        self._theme = theme
        self._composer: Composer | None = None
        self._person: Person | None = None
        self._card: Card | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its links take the keyboard
        self.setProperty("role", "page")
        self._nobody = QLabel(self.tr("Choose a person to see offices, quotations, events and mentions."))
        self._view = CardView(theme)
        self._build()
        self._show(None)
        theme.changed.connect(self._on_theme_changed)

    def _build(self) -> None:
        self._nobody.setProperty("role", "soft")
        self._nobody.setWordWrap(True)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._view.followed.connect(self.followed)
        self._view.focus_moved.connect(lambda widget: self.ensureWidgetVisible(widget, 0, _AROUND))
        box = QWidget(self)
        box.setProperty("role", "page")
        line = QHBoxLayout(box)
        line.setContentsMargins(_SIDE, _SIDE, _SIDE, _AROUND)
        for inside in (self._nobody, self._view):
            inside.setMaximumWidth(_WIDEST)
            line.addWidget(inside, 1000)
        line.addStretch(1)
        self.setWidget(box)

    @property
    def person(self) -> Person | None:
        """Whose page is shown."""
        return self._person

    def set_composer(self, composer: Composer, person: Person | None) -> None:
        """Take records from another section, or from the same one anew, and show the page of one of its people."""
        self._composer = composer
        card = self._compose(person)
        if card is not None and card == self._card:
            self._person = person  # nothing that it says has changed, and its widgets take their time
        else:
            self._show(person)

    def show_person(self, person: Person | None) -> None:
        """Show a person's page, or nobody's."""
        if person is not self._person:
            self._show(person)

    def preparing(self) -> Iterator[None]:
        """Make, step by step, the widgets that the first page needs."""
        yield from self._view.preparing()

    def focus_first(self) -> None:
        """Give the keyboard to the first link."""
        self._view.focus_first()

    def _on_theme_changed(self) -> None:
        self._show(self._person, anew=True)

    def _show(self, person: Person | None, *, anew: bool = False) -> None:
        before = self._person
        same = person is before or (person is not None and before is not None and person.id == before.id)
        place = self.verticalScrollBar().value()
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._person = person
        self._card = self._compose(person)
        self._nobody.setVisible(self._card is None)
        self._view.setVisible(self._card is not None)
        self._view.show_card(self._card, anew=anew)
        self.setAccessibleName(person.name if person else self.tr("Nobody"))
        self.verticalScrollBar().setValue(place if same else 0)
        if had_focus:
            self.focus_first()

    def _compose(self, person: Person | None) -> Card | None:
        return person_page(self._composer, person) if person is not None and self._composer is not None else None

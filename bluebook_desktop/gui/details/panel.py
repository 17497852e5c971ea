"""Details: the right column, which shows one selected record whole and leads on from it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.records import CrossReference
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.gui.decisions.form import CorrectionForm
from bluebook_desktop.gui.details.button_row import ButtonRow
from bluebook_desktop.gui.details.card_view import CardView
from bluebook_desktop.gui.details.cards import Ask, Card, Part, Words
from bluebook_desktop.gui.details.composing import Composer
from bluebook_desktop.gui.details.deciding import Deciding
from bluebook_desktop.gui.details.events import event_card
from bluebook_desktop.gui.details.facilities import facility_card
from bluebook_desktop.gui.details.fitting_scroll import FittingScroll
from bluebook_desktop.gui.details.passages import passage_card
from bluebook_desktop.gui.details.people import abbreviation_card, person_card
from bluebook_desktop.gui.details.quotations import quotation_card
from bluebook_desktop.gui.spoken_roles import speak_as
from bluebook_desktop.gui.steps import dressing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFocusEvent

    from bluebook_desktop.gui.decisions.strip import Deed
    from bluebook_desktop.gui.details.cards import Button, Target
    from bluebook_desktop.gui.theme import Theme
    from bluebook_desktop.services.decisions import Step
    from bluebook_desktop.services.sections import OpenSection


class DetailsPanel(QWidget):
    """One record at a time; the window carries out what it asks for."""

    read_requested = Signal(object)
    selected = Signal(object)
    place_requested = Signal(object)
    timeline_requested = Signal(object)
    facilities_requested = Signal(object)
    map_requested = Signal(object)
    quotations_requested = Signal(object)
    people_requested = Signal(object)
    copy_requested = Signal(object)
    step_requested = Signal(object)  # a decision to be written
    problem = Signal(str)  # why nothing can be decided
    pointer_followed = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        speak_as(self, "group")
        self._theme = theme
        self._composer: Composer | None = None
        self._reference: Reference | None = None
        self._tab = ""
        self._shown: Card | None = None  # None where a form is shown
        self.setObjectName("details")
        self.setAccessibleName(self.tr("Details"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setProperty("role", "label")
        self._label.setWordWrap(True)
        self._close = QToolButton(self)
        self._close.setAccessibleName(self.tr("Close details"))
        self._close.setToolTip(self.tr("Close details"))
        self._close.setIconSize(QSize(16, 16))
        self._close.clicked.connect(self.closed)
        self._scroll = FittingScroll(self)
        self._scroll.setObjectName("details_scroll")
        self._rule = QFrame(self)
        self._rule.setProperty("role", "rule")
        self._view = CardView(theme, self)
        self._view.followed.connect(self._on_followed)
        self._view.focus_moved.connect(self._on_focus_moved)
        self._scroll.setWidget(self._view)
        self._deciding = Deciding(theme, self)
        self._deciding.step_requested.connect(self.step_requested)
        self._deciding.problem.connect(self.problem)
        self._deciding.turned.connect(self._show)
        self._buttons = ButtonRow(self)
        self._buttons.asked.connect(self._on_asked)
        self._lay_out()
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 0)
        head.addWidget(self._label, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll)
        column.addWidget(self._deciding.strip)
        column.addWidget(self._rule)
        column.addWidget(self._buttons)
        column.addStretch(1)

    def preparing(self) -> Iterator[None]:
        """Make, step by step, what the first records need."""
        yield from dressing(self)
        yield from self._view.preparing()

    @property
    def reference(self) -> Reference | None:
        """What is shown."""
        return self._reference

    def set_section(self, section: OpenSection) -> None:
        """Take records from a section; nothing is shown until something is selected."""
        self._composer = Composer(section)
        self._deciding.show_reference(None)
        self._deciding.set_section(section)
        self._reference = None
        self._show()

    def set_tab(self, name: str) -> None:
        """Say which tab is open (``timeline``, ``facilities`` …): the button that would lead there is left out."""
        if name != self._tab:
            self._tab = name
            self._show(keep_place=True)

    def show_reference(self, reference: Reference | None) -> None:
        """Show a record or a passage, or nothing."""
        if reference != self._reference:
            self._reference = reference
            self._deciding.show_reference(reference)
            self._show()

    def refresh(self) -> None:
        """Show the same record as it is after a decision."""
        self._deciding.show_reference(self._reference)
        if self._shown != self._card():
            self._show(keep_place=True)

    def set_deciding(self, reason: str) -> None:
        """Say why nothing can be decided just now; nothing where it can."""
        self._deciding.set_reason(reason)

    def decide(self, deed: Deed) -> None:
        """Confirm, correct or reject the record that is shown."""
        self._deciding.do(deed)

    def reopen(self, step: Step) -> None:
        """Give the reader back what was typed and could not be written."""
        self._deciding.reopen(step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to what shows that it has it: the first thing in the card, else a button."""
        shown = self._scroll.widget()
        if isinstance(shown, CorrectionForm):
            shown.begin()
            return
        stops = [*self._view.stops, *self._buttons.stops, self._close]
        stops[0].setFocus(event.reason())

    def sizeHint(self) -> QSize:
        return QSize(296, 600)

    def _on_theme_changed(self) -> None:
        self._close.setIcon(self._theme.icon("close"))
        self._show(keep_place=True, anew=True)

    def _show(self, *, keep_place: bool = False, anew: bool = False) -> None:
        place = self._scroll.verticalScrollBar().value() if keep_place else 0
        had_focus = self._has_focus_within()
        card = self._card()
        self._label.setText(card.label.upper())
        form = self._deciding.make_form(self._composer, self) if self._composer is not None else None
        self._shown = card if form is None else None
        if form is not None:
            form.problem_shown.connect(self._on_problem_shown)
            self._replace(form)
            self._set_buttons(())
            self._scroll.updateGeometry()
            if had_focus:
                form.begin()
            return
        self._view.show_card(card, anew=anew)
        self._replace(self._view)
        self._set_buttons(card.buttons)
        self._put_in_order()
        self._scroll.updateGeometry()
        self._scroll.verticalScrollBar().setValue(place)
        if had_focus:
            self._view.focus_first()

    def _replace(self, view: QWidget) -> None:
        """Show the card or a form. A form may be in the midst of a key that led here: it goes a little later."""
        if self._scroll.widget() is view:
            return
        before = self._scroll.takeWidget()
        before.hide()
        if before is self._view:
            self._view.show_card(None)
            self._view.setParent(self)
        else:
            before.deleteLater()
        self._scroll.setWidget(view)
        view.show()

    def _set_buttons(self, buttons: tuple[Button, ...]) -> None:
        self._buttons.show_buttons(buttons)
        self._rule.setVisible(bool(buttons))

    def _put_in_order(self) -> None:
        """Tab goes through the card, then on to what can be decided and done."""
        for before, after in pairwise(
            [self._close, *self._view.stops, *self._deciding.strip.stops, *self._buttons.stops]
        ):
            QWidget.setTabOrder(before, after)

    def _has_focus_within(self) -> bool:
        card, focus = self._scroll.widget(), QApplication.focusWidget()
        return card is not None and focus is not None and card.isAncestorOf(focus)

    def _card(self) -> Card:
        found = self._find()
        if found is not None:
            wanted = tuple(button for button in found.buttons if not button.ask.tab or button.ask.tab != self._tab)
            return replace(found, buttons=wanted)
        if self._composer is not None and (rejected := self._deciding.rejected_card(self._composer)) is not None:
            return rejected
        if self._reference is None:
            words = self.tr("Select an event, a facility, a quotation or a person to see all that the text says of it.")
        else:
            words = self.tr("The open section has no such record.")
        return Card(self.tr("Details"), "", (Part("", (Words(words, "soft"),)),))

    def _find(self) -> Card | None:
        composer, reference = self._composer, self._reference
        if composer is None or reference is None or reference.section != composer.section.id:
            return None
        section, id_ = composer.section, reference.id
        match reference.kind:
            case Kind.EVENT if event := section.events.get(id_):
                return event_card(composer, event)
            case Kind.FACILITY if facility := section.facilities.get(id_):
                return facility_card(composer, facility)
            case Kind.QUOTATION if quotation := section.quotations.get(id_):
                return quotation_card(composer, quotation)
            case Kind.PERSON if person := section.people.get(id_):
                return person_card(composer, person)
            case Kind.ABBREVIATION if abbreviation := section.abbreviations.get(id_):
                return abbreviation_card(composer, abbreviation)
            case Kind.PASSAGE if id_.isdecimal() and 1 <= int(id_) <= len(section.document.passages):
                return passage_card(composer, section.document.passage(int(id_)))
        return None

    def _on_followed(self, target: Target) -> None:
        match target:
            case Excerpt():
                self.place_requested.emit(target)
            case CrossReference():
                self.pointer_followed.emit(target)
            case _:
                self.selected.emit(target)

    def _on_asked(self, button: Button) -> None:
        signals = {
            Ask.READ: self.read_requested,
            Ask.COPY: self.copy_requested,
            Ask.TIMELINE: self.timeline_requested,
            Ask.MAP: self.map_requested,
            Ask.FACILITIES: self.facilities_requested,
            Ask.QUOTATIONS: self.quotations_requested,
            Ask.PEOPLE: self.people_requested,
        }
        signals[button.ask].emit(button.target)

    def _on_problem_shown(self, widget: QWidget) -> None:
        self._scroll.updateGeometry()
        QTimer.singleShot(0, widget, lambda: self._scroll.ensureWidgetVisible(widget, 0, 64))

    def _on_focus_moved(self, widget: QWidget) -> None:
        self._scroll.ensureWidgetVisible(widget, 0, 24)

"""What the reader decides in Details: the strip below the card, and the form that takes the card's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from bluebook_desktop.domain.decisions import places_of, title_of, values_of
from bluebook_desktop.domain.records import Verdict
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.errors import BluebookError
from bluebook_desktop.gui.decisions.form import CorrectionForm
from bluebook_desktop.gui.decisions.strip import DecisionStrip, Deed
from bluebook_desktop.gui.decisions.words import origin_words
from bluebook_desktop.gui.details.cards import Card, Part, Words
from bluebook_desktop.services.decisions import can_be_decided, decide, find_record, take_back
from bluebook_desktop.services.origins import key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from bluebook_desktop.gui.details.composing import Composer
    from bluebook_desktop.gui.theme import Theme
    from bluebook_desktop.services.decisions import Step
    from bluebook_desktop.services.sections import OpenSection

translate = QCoreApplication.translate
_VERDICTS = {Deed.CONFIRM: Verdict.CONFIRMED, Deed.REJECT: Verdict.REJECTED}


class Deciding(QObject):
    """Decides on the record that Details show. A form that is left with changes is there again with its record.

    `step_requested` tells a step to write, `problem` why there is none, `turned` that card and form change places.
    """

    step_requested = Signal(object)
    problem = Signal(str)
    turned = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._section: OpenSection | None = None
        self._reference: Reference | None = None
        self._form: CorrectionForm | None = None
        self._drafts: dict[Reference, dict[str, str]] = {}
        self._reason = ""
        self._came_from: QWidget | None = None
        self.strip = DecisionStrip(parent)
        self.strip.asked.connect(self.do)

    def set_section(self, section: OpenSection) -> None:
        """Decide on records of a section."""
        self._section = section

    def set_reason(self, reason: str) -> None:
        """Say why nothing can be decided just now; nothing where it can."""
        self._reason = reason
        self._show_strip()

    def show_reference(self, reference: Reference | None) -> None:
        """Decide on another record, or on none."""
        self._keep_draft(leaving=reference != self._reference)
        self._reference = reference
        self._show_strip()

    def do(self, deed: Deed) -> None:
        """Do something with the record that is shown; what cannot be done is told."""
        section, reference = self._section, self._reference
        if section is None or reference is None or not can_be_decided(section, reference):
            self.problem.emit(
                translate("Decisions", "Only what the program found can be confirmed, corrected or rejected.")
            )
        elif self._reason:
            self.problem.emit(self._reason)
        elif self._form is not None and deed in (Deed.CONFIRM, Deed.CORRECT):  # its key saves the form
            self._form.save()
        elif deed not in self._offered(section, reference):
            self.problem.emit(translate("Decisions", "You decided on this already: correct it, or take that back."))
        elif deed is Deed.CORRECT:
            self._open_form(section, reference)
        elif deed is Deed.TAKE_BACK:
            self._request(lambda: take_back(section, reference))
        else:
            self._drop_form()
            self._request(lambda: decide(section, reference, _VERDICTS[deed]))

    def reopen(self, step: Step) -> None:
        """A correction could not be written: what was typed is in its form again."""
        decision = step.after
        if decision is not None and decision.verdict is Verdict.CORRECTED:
            reference = Reference(decision.kind, decision.section, decision.record)
            self._drafts[reference] = {**self._found(reference), **decision.values}
            self.turned.emit()

    def make_form(self, composer: Composer, parent: QWidget) -> CorrectionForm | None:
        """The form where one is open for the record that is shown, made anew with what was typed in it."""
        self._keep_draft(leaving=False)
        reference = self._reference
        draft = self._drafts.get(reference) if reference is not None else None
        if draft is None or reference is None or self._section is None:
            return None
        if not can_be_decided(self._section, reference):
            return None
        record = find_record(self._section, reference)
        quote = composer.around(places_of(record)[0])
        form = CorrectionForm(self._theme, reference.kind, quote, values=draft, found=values_of(record), parent=parent)
        form.saved.connect(self._on_saved)
        form.cancelled.connect(self._on_cancelled)
        self._form = form
        self.strip.hide()
        return form

    def rejected_card(self, composer: Composer) -> Card | None:
        """What is shown of a record that the reader rejected."""
        section, reference = self._section, self._reference
        record = section.laid.rejected.get(key_of(reference)) if section and reference else None
        if record is None or reference is None:
            return None
        words = translate("Decisions", "You rejected this. It is left out of all views, searches and exports.")
        parts = (
            Part("", (Words(words, "soft"),)),
            Part(translate("Decisions", "The program took it from"), (composer.around(places_of(record)[0]),)),
            composer.place(places_of(record)[0].passage),
        )
        return Card(f"{_kind_word(reference.kind)} · {translate('Decisions', 'rejected')}", title_of(record), parts)

    # Steps

    def _request(self, make: Callable[[], Step]) -> None:
        try:
            step = make()
        except BluebookError as error:
            self.problem.emit(str(error))
        else:
            self.step_requested.emit(step)

    def _found(self, reference: Reference) -> dict[str, str]:
        return values_of(find_record(self._section, reference)) if self._section is not None else {}

    # The form

    def _open_form(self, section: OpenSection, reference: Reference) -> None:
        self._came_from = QApplication.focusWidget()
        self._drafts[reference] = self._shown(section, reference)
        self.turned.emit()
        if self._form is not None:
            self._form.begin()

    def _on_saved(self, values: dict[str, str]) -> None:
        section, reference, form = self._section, self._reference, self._form
        if section is None or reference is None or form is None:
            return
        try:
            step = decide(section, reference, Verdict.CORRECTED, values)
        except BluebookError as error:
            form.show_problem(str(error))
            return
        self._close_form()
        self.step_requested.emit(step)

    def _on_cancelled(self) -> None:
        self._close_form()

    def _close_form(self) -> None:
        self._drop_form()
        self.turned.emit()
        self._show_strip()
        back = self._came_from
        if back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_form(self) -> None:
        self._form = None
        if self._reference is not None:
            self._drafts.pop(self._reference, None)

    def _keep_draft(self, *, leaving: bool) -> None:
        """Keep what was typed for when its record is shown again; a form that is left as it was is closed."""
        form, reference, section = self._form, self._reference, self._section
        if form is not None and reference is not None and section is not None:
            self._drafts[reference] = form.values
            if leaving and form.values == self._shown(section, reference):
                del self._drafts[reference]
        self._form = None

    def _shown(self, section: OpenSection, reference: Reference) -> dict[str, str]:
        """The values as they are shown without a draft."""
        decision = section.laid.decisions.get(key_of(reference))
        return {**self._found(reference), **(decision.values if decision is not None else {})}

    # The strip

    def _show_strip(self) -> None:
        section, reference = self._section, self._reference
        if section is None or reference is None or reference.section != section.id or self._form is not None:
            self.strip.hide()
        elif key_of(reference) in section.laid.rejected:
            self.strip.show_origin("", self._offered(section, reference), self._reason)
        elif reference.kind is Kind.PASSAGE or not _is_there(section, reference):
            self.strip.hide()
        else:
            words = origin_words(section.records, reference.kind, reference.id)
            self.strip.show_origin(words, self._offered(section, reference), self._reason)

    @staticmethod
    def _offered(section: OpenSection, reference: Reference) -> tuple[Deed, ...]:
        """What can be done: nothing with what was checked by hand."""
        if not can_be_decided(section, reference):
            return ()
        if key_of(reference) in section.laid.rejected:
            return (Deed.TAKE_BACK,)
        if key_of(reference) in section.records.yours:
            return Deed.CORRECT, Deed.REJECT, Deed.TAKE_BACK
        return Deed.CONFIRM, Deed.CORRECT, Deed.REJECT


def _is_there(section: OpenSection, reference: Reference) -> bool:
    kinds: dict[Kind, Container[str]] = {
        Kind.EVENT: section.events,
        Kind.FACILITY: section.facilities,
        Kind.QUOTATION: section.quotations,
        Kind.PERSON: section.people,
        Kind.ABBREVIATION: section.abbreviations,
    }
    return reference.id in kinds.get(reference.kind, {})


def _kind_word(kind: Kind) -> str:
    return {
        Kind.EVENT: translate("Details", "Event"),
        Kind.FACILITY: translate("Details", "Facility"),
        Kind.QUOTATION: translate("Details", "Quotation"),
        Kind.PERSON: translate("Details", "Person"),
        Kind.ABBREVIATION: translate("Details", "Abbreviation"),
    }.get(kind, translate("Details", "Passage"))

"""The menu of the text: what can be done with the words under the pointer, with the selection, and with the marks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from bluebook_desktop.domain.records import CrossReference
from bluebook_desktop.domain.references import Kind, Reference, passage_reference
from bluebook_desktop.gui.wording import pointer_words, shortened
from bluebook_desktop.services.relations import related

if TYPE_CHECKING:
    from bluebook_desktop.gui.reader.panel import ReaderPanel
    from bluebook_desktop.services.marks import Mark
    from bluebook_desktop.services.sections import OpenSection

_TITLE = 48


class TextMenu(QMenu):
    """One menu for one place; goes when it is closed."""

    def __init__(self, panel: ReaderPanel, section: OpenSection, stack: tuple[Mark, ...], passage: int) -> None:
        """`stack` are the marks of the words, the innermost first; `passage` the one they stand in."""
        super().__init__(panel)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._panel = panel
        self._section = section
        if stack:
            self._add_mark(stack)
        else:
            self._add_passage(passage)
        self.addSeparator()
        copy = self.addAction(self.tr("Copy"), panel.view.copy)
        copy.setEnabled(panel.view.textCursor().hasSelection())
        self.addAction(self.tr("Copy with citation"), panel.copy_with_citation)
        self.addSeparator()
        self.addAction(self.tr("Select all"), panel.view.selectAll)
        self.addAction(self.tr("Find in this section"), panel.open_find)
        self.addActions(panel.menu_actions)

    def _add_mark(self, stack: tuple[Mark, ...]) -> None:
        """The innermost mark's record, and the first event, facility and quotation of all that overlap here."""
        for mark in stack:
            if isinstance(mark.target, CrossReference):
                self._add_pointer(mark.target)
        references = [mark.target for mark in stack if isinstance(mark.target, Reference)]
        if references:
            first = references[0]
            self.addAction(self.tr("Show details"), lambda: self._panel.selected.emit(first))
        self._add_tabs([*references, *(other for one in references for other in related(self._section, one))])

    def _add_pointer(self, pointer: CrossReference) -> None:
        words = pointer_words(self._section, pointer)
        text = self.tr("Go to “{0}”").format(shortened(words.title, _TITLE)) if words.leads else self.tr("Go there")
        self.addAction(text.replace("&", "&&"), lambda: self._panel.followed.emit(pointer))

    def _add_passage(self, passage: int) -> None:
        reference = passage_reference(self._section.id, passage)
        words = self.tr("Details of {0}").format(f"¶\N{NO-BREAK SPACE}{passage}")
        self.addAction(words, lambda: self._panel.selected.emit(reference))
        self._add_tabs([one for _, one in self._section.references_by_passage.get(passage, [])])

    def _add_tabs(self, references: list[Reference]) -> None:
        """A way to each tab that shows the first record of its kind."""
        facilities = self._section.facilities
        placed = {id_ for id_, one in facilities.items() if one.latitude is not None}
        ways = (
            (Kind.EVENT, "timeline", self.tr("On timeline"), set(self._section.events)),
            (Kind.FACILITY, "map", self.tr("On map"), placed),
            (Kind.FACILITY, "facilities", self.tr("In facilities"), set(facilities) - placed),
            (Kind.QUOTATION, "quotations", self.tr("In quotations"), set(self._section.quotations)),
        )
        shown: set[Kind] = set()
        for kind, tab, words, ids in ways:
            found = next((one for one in references if one.kind is kind and one.id in ids), None)
            if found is not None and kind not in shown:
                shown.add(kind)
                self.addAction(words, partial(self._panel.show_requested.emit, tab, found))

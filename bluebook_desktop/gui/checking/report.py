"""The answer to a checked quotation: verdict, what the text says, and a row for everything there is to know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bluebook_desktop.domain.checking.verdicts import Verdict
from bluebook_desktop.gui.checking.comparison_view import ComparisonView
from bluebook_desktop.gui.checking.words import (
    COLORS,
    difference_label,
    difference_words,
    short_place,
    speaker_words,
    verdict_sentence,
    verdict_word,
    whose_words,
)
from bluebook_desktop.gui.widgets.flow_row import FlowRow
from bluebook_desktop.gui.widgets.links import LinkButton

if TYPE_CHECKING:
    from bluebook_desktop.gui.theme import Theme
    from bluebook_desktop.services.quotation_answers import Checked
    from bluebook_desktop.services.quotation_places import Answer, Place

#: More places are counted, not listed.
_MOST_PLACES = 24
#: Links have padding of their own for their focus ring; other words are set in as far.
_INSET = 5


class Report(QWidget):
    """Shows one answer; `place_chosen` tells the number of a place that the reader picked."""

    place_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._checked: Checked | None = None
        self._searched = ""
        self._claimed = ""
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._card: QWidget | None = None
        theme.changed.connect(self._show)

    def show_answer(self, checked: Checked | None, searched: str, claimed: str = "") -> None:
        """Show an answer, or nothing; `searched` says what was searched, `claimed` the speaker that was named."""
        self._checked, self._searched, self._claimed = checked, searched, claimed
        self._show()

    def _show(self) -> None:
        if self._card is not None:
            self._body.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
            self._card = None
        if self._checked is None:
            return
        self._card = QWidget(self)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._head(self._checked))
        if self._checked.answer.places:
            caption = QLabel(self.tr("WHAT THE TEXT SAYS"), self._card)
            caption.setProperty("role", "label")
            column.addWidget(caption)
            for matched in self._matched(self._checked.answer):
                view = ComparisonView(self._theme, self._card)
                view.show_comparison(self._checked.answer.woven, matched)
                column.addWidget(view)
        column.addLayout(self._rows(self._checked))
        column.addStretch(1)
        self._body.addWidget(self._card)
        self._card.show()

    @staticmethod
    def _matched(answer: Answer) -> list[str]:
        """The text's words: of a splice those of every part, with its ¶."""
        if answer.verdict is not Verdict.SPLICED:
            return [answer.places[0].matched]
        return [f"{short_place(one, answer.places)}  {one.matched}" for one in answer.places[:_MOST_PLACES]]

    def _head(self, checked: Checked) -> QHBoxLayout:
        answer = checked.answer
        badge = QLabel(verdict_word(answer.verdict), self._card)
        color = self._theme.color(COLORS[answer.verdict])
        badge.setObjectName("verdict")
        badge.setStyleSheet(
            f"QLabel {{ color: {color.name()}; border: 1px solid {color.name()}; border-radius: 6px;"
            " padding: 3px 10px; font-weight: 600; }"
        )
        sentence = QLabel(verdict_sentence(answer), self._card)
        sentence.setWordWrap(True)
        sentence.setObjectName("verdict_sentence")
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        return line

    def _rows(self, checked: Checked) -> QGridLayout:
        answer, source = checked.answer, checked.source
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for one in answer.differences:
            self._row(grid, difference_label(one), difference_words(one))
        if source is not None:
            self._row(grid, self.tr("Speaker"), whose_words(checked))
            if checked.speaker_check is not None:
                self._row(grid, self.tr("Said by"), speaker_words(checked.speaker_check, self._claimed))
            for slip in source.slips:
                words = self.tr("“{0}” [sic], right: “{1}”").format(slip.excerpt.exact, slip.correct)
                self._row(grid, self.tr("Slip of the source"), words)
        if answer.places:
            self._row(grid, self.tr("Places") if len(answer.places) > 1 else self.tr("Place"), self._places(checked))
        self._row(grid, self.tr("Searched"), self._searched)
        return grid

    def _row(self, grid: QGridLayout, label: str, value: str | QWidget) -> None:
        number = grid.rowCount()
        name = QLabel(label, self._card)
        name.setProperty("role", "soft")
        name.setMinimumWidth(130)
        name.setContentsMargins(_INSET, 7, 0, 7)
        if isinstance(value, str):
            text = QLabel(value, self._card)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setWordWrap(True)
            text.setContentsMargins(_INSET, 7, 0, 7)
            text.setAccessibleName(f"{label}: {value}")
            value = text
        grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(value, number, 1)
        rule = QFrame(self._card)
        rule.setProperty("role", "rule")
        grid.addWidget(rule, number + 1, 0, 1, 2)

    def _places(self, checked: Checked) -> QWidget:
        row = FlowRow(self._card, spacing=2)
        row.setContentsMargins(0, 4, 0, 2)
        places = checked.answer.places
        for number, place in enumerate(places[:_MOST_PLACES]):
            words = self._place_words(place, checked)
            name = self.tr("Read in place: {0}").format(words)
            button = LinkButton(self._theme, words, name, parent=row)
            button.clicked.connect(lambda _=False, number=number: self.place_chosen.emit(number))
            row.add(button)
        if len(places) > _MOST_PLACES:
            more = QLabel(self.tr("and {0} more").format(f"{len(places) - _MOST_PLACES:,}"), row)
            more.setProperty("role", "soft")
            row.add(more)
        return row

    @staticmethod
    def _place_words(place: Place, checked: Checked) -> str:
        """The place whole where it is the only one, else as short as it can be."""
        places = checked.answer.places
        if len(places) == 1 and checked.source is not None:
            return checked.source.place.replace("¶ ", "¶\N{NO-BREAK SPACE}")
        return short_place(place, places)

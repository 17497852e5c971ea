"""The side bar: its faces Contents and Results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from bluebook_desktop.gui.contents.panel import ContentsPanel
from bluebook_desktop.gui.spoken_roles import speak_as
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.widgets.segments import Segments

if TYPE_CHECKING:
    from bluebook_desktop.gui.search.panel import ResultsPanel


class SideBar(QWidget):
    """Contents at once, Results when first asked for."""

    results_made = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._results: ResultsPanel | None = None
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        faces = {"contents": self.tr("Contents"), "results": self.tr("Results")}
        self._segments = Segments(theme, self.tr("Side bar"), faces, self)
        self.contents = ContentsPanel(theme, self)
        self._stack = QStackedWidget(self)
        self._stack.setObjectName("side_stack")
        self._stack.addWidget(self.contents)
        head = QWidget(self)
        speak_as(head, "group")
        head.setAccessibleName(self._segments.accessibleName())  # of a row of tabs Qt says but the one that is open
        in_head = QHBoxLayout(head)
        in_head.setContentsMargins(12, 10, 12, 8)
        in_head.addWidget(self._segments)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self._stack, 1)
        self._segments.chosen.connect(self._on_chosen)

    @property
    def face(self) -> str:
        """The key of the face that is shown."""
        return self._segments.current

    @property
    def has_results(self) -> bool:
        """Whether the Results face was made."""
        return self._results is not None

    def results(self) -> ResultsPanel:
        """The Results face."""
        if self._results is None:
            from bluebook_desktop.gui.search.panel import ResultsPanel  # noqa: PLC0415 - made at first sight

            self._results = ResultsPanel(self._theme, self)
            self._stack.addWidget(self._results)
            self._results.stand_behind(self._segments)
            self.results_made.emit(self._results)
        return self._results

    def show_face(self, face: str) -> None:
        """Show ``contents`` or ``results``."""
        self._segments.choose(face)

    def focus(self) -> None:
        """Give the keyboard to the face that is shown."""
        shown = self._stack.currentWidget()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_chosen(self, face: str) -> None:
        self._stack.setCurrentWidget(self.results() if face == "results" else self.contents)

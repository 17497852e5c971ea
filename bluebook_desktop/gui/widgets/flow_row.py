"""A widget whose children stand in lines, as words do."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QWidget

from bluebook_desktop.gui.widgets.chips import FlowLayout


class FlowRow(QWidget):
    """Children in lines; as tall as its width asks for."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Add a child at the end."""
        self._flow.addWidget(widget)

    def arrange(self, widgets: Sequence[QWidget]) -> None:
        """Let these children stand first, in this order."""
        self._flow.arrange(list(widgets))

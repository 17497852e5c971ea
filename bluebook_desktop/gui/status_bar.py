"""The line at the bottom: where the reader is, what was just done, how much the library holds, and the zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from bluebook_desktop.gui.decisions.window import UndoOffer
from bluebook_desktop.gui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from bluebook_desktop.gui.workspace import Workspace
    from bluebook_desktop.storage.library import Library

_SAID_FOR_MS = 4_000
_SIDE = 6
#: Between what stands at the right.
_APART = 10


class WindowStatus(QStatusBar):
    """Follows a workspace's status; `say` shows a sentence for a moment."""

    def __init__(self, workspace: Workspace, importing: QWidget, zoom: int, parent: QWidget) -> None:
        """`importing` is the button that tells of an import under way."""
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(_SIDE, 0, _SIDE, 0)
        path = ElidedLabel(self)
        workspace.status_changed.connect(path.setText)
        self._ground = QLabel(self)
        self._zoom = QLabel(self)
        for label in (self._ground, self._zoom):
            label.setContentsMargins(_APART, 0, 0, 0)
        self.addWidget(path, 1)
        for one in (UndoOffer(workspace.desk, self), importing, self._ground, self._zoom):
            self.addPermanentWidget(one)
        self.show_library(workspace.library)
        self.show_zoom(zoom)

    def say(self, words: str) -> None:
        """Show a sentence for a moment."""
        self.showMessage(words, _SAID_FOR_MS)

    def show_zoom(self, zoom: int) -> None:
        """Show the zoom in percent."""
        self._zoom.setText(f"{zoom} %")

    def show_library(self, library: Library) -> None:
        """Show how much a library holds."""
        passages, editions = library.passage_count(), len(library.editions())
        ground = self.tr("1 edition") if editions == 1 else self.tr("{0} editions").format(editions)
        self._ground.setText(self.tr("{0} passages · {1}").format(f"{passages:,}", ground))

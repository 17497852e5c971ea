"""About: versions, hashes, licences, and whose the text is."""

from collections.abc import Iterator

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt, QTimer, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.paths import bundled
from bluebook_desktop.services.about import facts
from bluebook_desktop.storage.library import Library

_SIZE = (640, 620)
_SIDE = 24


class AboutDialog(QDialog):
    """Shows what the program and its text are, and the licences that they come under."""

    def __init__(self, theme: Theme, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Bluebook Desktop"))
        title = QLabel(self.tr("Bluebook Desktop"), self)
        title.setProperty("role", "title")
        self._licences = _licences()
        licences = QPlainTextEdit(next(self._licences, ""), self)
        licences.setReadOnly(True)
        licences.setAccessibleName(self.tr("Licences"))
        licences.setFont(theme.font("small"))
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE, 20, _SIDE, 16)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(self._text(self.tr("The Diplomatic Bluebook, offline. It opens no connection, ever.")))
        layout.addWidget(self._scrolled(library), 2)
        layout.addWidget(self._label(self.tr("LICENCES")))
        layout.addWidget(licences, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        room = self.screen().availableGeometry()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 60))
        self._filling = QTimer(self)  # half a megabyte of texts in a package, which would hold up the window
        self._filling.timeout.connect(lambda: self._add_licence(licences))
        self._filling.start()

    def _add_licence(self, licences: QPlainTextEdit) -> None:
        """Add one more text below what is there."""
        text = next(self._licences, None)
        if text is None:
            self._filling.stop()
        else:
            licences.appendPlainText(f"\n\n{text}")

    def _scrolled(self, library: Library) -> QScrollArea:
        """What grows with the library: hashes, and whose the texts are."""
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        column.addLayout(self._facts(library))
        line = QFrame(self)
        line.setProperty("role", "rule")
        column.addWidget(line)
        column.addWidget(self._label(self.tr("TEXT")))
        for edition in library.editions():
            sources = [section.source_line for section in library.sections(edition.id)]
            words = self.tr("{0}, {1}, {2}.").format(edition.title, edition.publisher, edition.licence)
            column.addWidget(self._text("\n".join([words, *sources])))
        column.addStretch(1)
        area = QScrollArea(self)
        area.setAccessibleName(self.tr("Versions and text"))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(body)
        for ground in (area.viewport(), body):
            ground.setAutoFillBackground(False)
        return area

    def _facts(self, library: Library) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        rows = [*facts(library).rows, ("Qt", f"{qVersion()}, PySide6 {pyside_version}")]
        for number, (name, value) in enumerate(rows):
            label = QLabel(name, self)
            label.setProperty("role", "soft")
            grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            text = self._text(value if len(value) < 64 else f"{value[:32]}\n{value[32:]}")
            text.setAccessibleName(f"{name}: {value}")
            grid.addWidget(text, number, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _label(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setProperty("role", "label")
        return label

    def _text(self, words: str) -> QLabel:
        text = QLabel(words, self)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return text


def _licences() -> Iterator[str]:
    """The texts in ``resources/licences``, one after another; first the list of all."""
    for path in sorted(bundled("resources", "licences").glob("*.txt")):
        yield f"{path.stem}\n{'=' * len(path.stem)}\n{path.read_text('utf-8').strip()}"

"""Marks the words of the open section that records rest on: reads the records, places the marks, guides to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bluebook_desktop.errors import BluebookError
from bluebook_desktop.gui.reader.guide import MarkGuide
from bluebook_desktop.gui.reader.page_marks import PageMarks
from bluebook_desktop.gui.tasks import Lane, ThreadLane
from bluebook_desktop.services.marks import MarkKind, TextMarks

if TYPE_CHECKING:
    from bluebook_desktop.gui.reader.page_marks import PlacedMark
    from bluebook_desktop.gui.reader.view import ReaderView
    from bluebook_desktop.gui.theme import Theme
    from bluebook_desktop.services.sections import OpenSection


class Marking(QObject):
    """The marks of one view. `chosen` tells which one the user wants to see whole."""

    chosen = Signal(object)  # a PlacedMark
    failed = Signal(str)  # why the text has no marks, in a sentence

    def __init__(self, theme: Theme, view: ReaderView, lane: Lane | None = None) -> None:
        """`lane` replaces the thread that reads the records."""
        super().__init__(view)
        self._view = view
        self._lane: Lane = lane or ThreadLane("marks", parent=self)
        self._section: OpenSection | None = None
        self._kinds = frozenset(MarkKind)
        self._text_marks: TextMarks | None = None
        self._marks: PageMarks | None = None
        self._guide = MarkGuide(theme, view)
        self._guide.chosen.connect(self.chosen)

    @property
    def is_on(self) -> bool:
        """Whether any kind of mark is shown."""
        return bool(self._kinds)

    def set_section(self, section: OpenSection | None) -> None:
        """Mark the words of another section once its records are there; none until then."""
        self._lane.cancel()
        self._section = self._text_marks = None
        self.place_marks()
        if section is None:
            return
        if section.has_records:
            self._take(section, TextMarks(section))
            return

        def read() -> tuple[OpenSection, TextMarks]:
            twin = section.read_elsewhere()
            return twin, TextMarks(twin)

        def take(found: tuple[OpenSection, TextMarks]) -> None:
            section.take_records(found[0])
            self._take(section, found[1])

        self._lane.submit(read, take, self._on_failed)

    def _take(self, section: OpenSection, marks: TextMarks) -> None:
        self._section = section
        self._text_marks = marks
        self.place_marks()

    def _on_failed(self, error: BaseException) -> None:
        """The text can still be read, without marks."""
        if not isinstance(error, BluebookError):
            raise error
        self.failed.emit(str(error))

    def set_kinds(self, kinds: frozenset[MarkKind]) -> None:
        """Mark these kinds alone."""
        if kinds != self._kinds:
            self._kinds = kinds
            self.place_marks()

    def place_marks(self) -> None:
        """Place the marks on the page that is shown now."""
        page, section = self._view.page, self._section
        self._marks = None
        if page is not None and self._text_marks is not None and self._kinds:
            self._marks = PageMarks(page, self._text_marks.only(self._kinds))
        self._view.set_marks(self._marks)
        self._guide.set_marks(section, self._marks)

    def under(self, place: tuple[int, int] | None) -> tuple[PlacedMark, ...]:
        """The marks over a character (block and offset), the innermost first."""
        return self._marks.under(*place) if self._marks is not None and place is not None else ()

    def walked(self) -> tuple[PlacedMark, ...]:
        """The mark that the keyboard is at, then those that share words with it."""
        at = self._guide.walked
        return self._marks.stack(at) if self._marks is not None and at is not None else ()

    def step(self, by: int) -> bool:
        """Go to the next (1) or previous (-1) mark; whether there is one."""
        return self._guide.step(by)

    def take(self, mark: PlacedMark) -> None:
        """This mark was clicked."""
        self._guide.take(mark)

    def hide_card(self) -> None:
        """Take the card away."""
        self._guide.hide_card()

    def close_lane(self) -> None:
        """End the background work."""
        self._lane.close()

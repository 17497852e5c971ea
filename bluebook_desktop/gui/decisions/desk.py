"""Takes the reader's decisions to the notebook and back: written first, then shown; undone and done again in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from bluebook_desktop.domain.notebook import NotebookChange
from bluebook_desktop.domain.records import Verdict
from bluebook_desktop.errors import BluebookError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bluebook_desktop.domain.decisions import Decision
    from bluebook_desktop.gui.notebook_keeper import NotebookKeeper
    from bluebook_desktop.services.decisions import BySection, ListedDecision, Step
    from bluebook_desktop.services.notebook import OpenedNotebook
    from bluebook_desktop.services.sections import OpenSection
    from bluebook_desktop.storage.notebook_decisions import KeptDecisions

translate = QCoreApplication.translate
_MOST_STEPS = 200
_SHOWN = 48


class DecisionDesk(QObject):
    """Knows all decisions once the notebook is open, and lays them over the section that is shown.

    `changed` tells of a decision that was written; `done` in a few words which, so that it can be undone; `noticed` of
    what went wrong; `ready` that decisions can be taken now, or never (`reason` says why not, if so).
    """

    changed = Signal(object)  # a NotebookChange
    done = Signal(str, bool)  # and whether it was undone
    noticed = Signal(str)
    failed = Signal(object)  # a Step that could not be written
    ready = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: BySection = {}
        self._section: OpenSection | None = None
        self._keeper: NotebookKeeper | None = None
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._writing: set[tuple[str, str, str]] = set()
        self.reason = translate("Decisions", "No notebook is open, so nothing can be decided.")

    @property
    def kept(self) -> BySection:
        """All decisions by section; never changed, but replaced: the search reads it from its own thread."""
        return self._kept

    @property
    def can_undo(self) -> bool:
        """Whether a decision was taken in this window that is not undone yet."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether a decision was undone since the last one."""
        return bool(self._redo)

    def attach(self, keeper: NotebookKeeper) -> None:
        """Work with the notebook that is being opened."""
        self._keeper = keeper
        self.reason = translate("Decisions", "The notebook is being opened.")
        keeper.opened.connect(self._on_opened)
        self.ready.emit()

    def show_kept(self, decisions: Sequence[Decision]) -> None:
        """Lay decisions over what is shown."""
        from bluebook_desktop.services.decisions import by_section  # noqa: PLC0415 - when first asked for

        if decisions:
            self._show(by_section(decisions))

    def set_section(self, section: OpenSection) -> None:
        """Lay the decisions over a section before its records are shown."""
        self._section = section
        section.decide_by(lambda: self._kept.get(section.id, ()))

    def write(self, step: Step) -> None:
        """Write a step that the reader asked for; while one on the same record is being written, no other."""
        if not self._is_written(step):
            self._write(step, self._on_written)

    def undo(self) -> None:
        """Take the last decision back."""
        if self._undo and not self._is_written(self._undo[-1]):
            self._write(self._undo[-1].reversed, self._on_undone)

    def redo(self) -> None:
        """Take the decision that was undone last once more."""
        if self._redo and not self._is_written(self._redo[-1]):
            self._write(self._redo[-1], self._on_redone)

    def list_all(self, library: str, done: Callable[[list[ListedDecision]], None]) -> None:
        """Find what each decision applies to in the library of an address, in the background."""
        from bluebook_desktop.services.decisions import list_decisions_of  # noqa: PLC0415 - when first asked for

        kept = self._kept
        if self._keeper is not None:
            self._keeper.submit(lambda _notebook: list_decisions_of(library, kept), done)

    def _is_written(self, step: Step) -> bool:
        """Whether something is being written on the same record just now."""
        return _record(step) in self._writing

    # The notebook

    def _on_opened(self, opened: OpenedNotebook) -> None:
        if opened.notebook is None or self._keeper is None:
            self.reason = opened.reason
            self.ready.emit()
        else:
            self._keeper.submit(lambda notebook: notebook.decisions(), self._on_loaded)

    def _on_loaded(self, kept: KeptDecisions) -> None:
        from bluebook_desktop.services.decisions import unreadable_words  # noqa: PLC0415 - as above

        self.reason = ""
        if problem := unreadable_words(kept.unreadable):
            self.noticed.emit(problem)
        self.show_kept(kept.decisions)
        self.ready.emit()

    def _write(self, step: Step, done: Callable[[Step], None]) -> None:
        from bluebook_desktop.services.decisions import write_step  # noqa: PLC0415 - as above

        if self._keeper is None or self.reason:
            self.noticed.emit(self.reason)
            return
        self._writing.add(_record(step))
        self._keeper.submit(
            lambda notebook: write_step(notebook, step), done, lambda error: self._on_failed(step, error)
        )

    def _on_written(self, step: Step) -> None:
        self._undo = [*self._undo, step][-_MOST_STEPS:]
        self._redo.clear()
        self._finish(step, _said(step), undone=False)

    def _on_undone(self, step: Step) -> None:
        self._undo.remove(step.reversed)
        self._redo.append(step.reversed)
        self._finish(step, translate("Decisions", "Undone: {0}").format(_title(step.decision)), undone=True)

    def _on_redone(self, step: Step) -> None:
        self._redo.remove(step)
        self._undo.append(step)
        self._finish(step, _said(step), undone=False)

    def _finish(self, step: Step, words: str, *, undone: bool) -> None:
        from bluebook_desktop.services.decisions import after_step  # noqa: PLC0415 - as above

        self._writing.discard(_record(step))
        self._show(after_step(self._kept, step))
        self.done.emit(words, undone)

    def _show(self, kept: BySection) -> None:
        self._kept = kept
        if self._section is not None:
            self.set_section(self._section)
        self.changed.emit(NotebookChange(decisions=True))

    def _on_failed(self, step: Step, error: BaseException) -> None:
        """Nothing was written: what could be undone before can be still."""
        self._writing.discard(_record(step))
        if not isinstance(error, BluebookError):
            raise error
        self.noticed.emit(str(error))
        self.failed.emit(step)


def _record(step: Step) -> tuple[str, str, str]:
    one = step.decision
    return one.section, one.kind.value, one.record


def _said(step: Step) -> str:
    """What was done, in a few words."""
    title = _title(step.decision)
    if step.after is None:
        return translate("Decisions", "Taken back: {0}").format(title)
    return {
        Verdict.CONFIRMED: translate("Decisions", "Confirmed: {0}"),
        Verdict.CORRECTED: translate("Decisions", "Corrected: {0}"),
        Verdict.REJECTED: translate("Decisions", "Rejected: {0}"),
    }[step.after.verdict].format(title)


def _title(decision: Decision) -> str:
    from bluebook_desktop.gui.wording import shortened  # noqa: PLC0415 - loaded with the records

    return shortened(decision.title, _SHOWN)

"""One history of places across all tabs, walked with Back and Forward."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from bluebook_desktop.domain.references import Reference

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Place:
    """A tab, what is selected there, and for the reader the passage at the top of the view.

    `section` is the id of the section that is open; empty for the one at hand.
    """

    tab: str
    reference: Reference | None = None
    passage: int = 1
    section: str = ""


class History(QObject):
    """Where the reader has been. `changed` says that Back or Forward may be possible now, or no longer."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: list[Place] = []
        self._at = -1

    @property
    def current(self) -> Place | None:
        """Where the reader is."""
        return self._places[self._at] if self._places else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place after this one."""
        return self._at + 1 < len(self._places)

    def visit(self, place: Place) -> None:
        """Go to a new place; what lay ahead is forgotten. A place like the current one takes its stead."""
        if place == self.current:
            return
        del self._places[self._at + 1 :]
        self._places.append(place)
        del self._places[:-_LONGEST]
        self._at = len(self._places) - 1
        self.changed.emit()

    def moved(self, passage: int) -> None:
        """The reader scrolled: coming back here leads to this passage."""
        if self._places:
            self._places[self._at] = replace(self._places[self._at], passage=passage)

    @property
    def so_far(self) -> list[Place]:
        """The places up to and with the current one."""
        return self._places[: self._at + 1]

    def precede(self, places: list[Place]) -> None:
        """Put places of an earlier run before all others."""
        first = self._places[:1]
        earlier = places[:-1] if places and first and places[-1] == first[0] else places
        self._places[:0] = earlier
        self._at += len(earlier)
        self.changed.emit()

    def back(self) -> Place | None:
        """Step back; the place to show, or None at the beginning."""
        return self._step(-1) if self.can_go_back else None

    def forward(self) -> Place | None:
        """Step forward; the place to show, or None at the end."""
        return self._step(1) if self.can_go_forward else None

    def _step(self, by: int) -> Place:
        self._at += by
        self.changed.emit()
        return self._places[self._at]

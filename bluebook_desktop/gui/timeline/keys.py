"""What the keys do on the timeline's axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from bluebook_desktop.gui.timeline import moving

if TYPE_CHECKING:
    from bluebook_desktop.gui.timeline.axis import TimelineAxis
    from bluebook_desktop.gui.timeline.entries import Entry

_BACKWARDS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Home})


class AxisKeys:
    """Alone the keys walk from event to event; with Shift or Control they move the time, and select nothing."""

    def __init__(self, axis: TimelineAxis) -> None:
        self._axis = axis

    def press(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        """Do what a key asks for; whether it asks for anything."""
        moves = modifiers & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
        return (self._has_moved(key) if moves else self._has_walked(key)) or self._has_acted(key)

    def _has_moved(self, key: int) -> bool:
        axis = self._axis
        window, limits = axis.window_shown, axis.limits
        match key:
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                axis.set_window(window.moved(_sign(key) * window.length * moving.PAN_SHARE))
            case Qt.Key.Key_Home:
                axis.set_window(window.moved(limits.first - window.first))
            case Qt.Key.Key_End:
                axis.set_window(window.moved(limits.last - window.last))
            case _:
                return False
        return True

    def _has_walked(self, key: int) -> bool:
        axis, direction = self._axis, _sign(key)
        match key:
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                axis.walk_to(self._in_time(direction))
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                here = axis.selected if axis.selected in axis.entries else None
                axis.walk_to(moving.neighbour(axis.entries, here, direction) if here else self._in_time(direction))
            case Qt.Key.Key_Home | Qt.Key.Key_End if axis.entries:
                axis.walk_to(axis.entries[0 if direction < 0 else -1])
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                axis.set_window(axis.window_shown.moved(direction * axis.window_shown.length))
            case _:
                return False
        return True

    def _has_acted(self, key: int) -> bool:
        """Zoom, fit, open."""
        axis = self._axis
        cluster = axis.cluster_of(axis.selected) if axis.selected is not None else None
        match key:
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                axis.zoom(moving.STEP_ZOOM)
            case Qt.Key.Key_Minus:
                axis.zoom(1 / moving.STEP_ZOOM)
            case Qt.Key.Key_F:
                axis.fit()
            case Qt.Key.Key_0:
                axis.show_all_time()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if cluster is not None:
                axis.open_cluster(cluster)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if axis.selected is not None:
                axis.read_requested.emit(axis.selected)
            case Qt.Key.Key_Space if cluster is not None:
                axis.list_cluster(cluster)
            case _:
                return False
        return True

    def _in_time(self, direction: int) -> Entry | None:
        """The next or previous entry in time; with none selected, the first or last one in view."""
        entries, window = self._axis.entries, self._axis.window_shown
        if not entries:
            return None
        current = next((n for n, entry in enumerate(entries) if entry is self._axis.selected), None)
        if current is not None:
            return entries[min(max(current + direction, 0), len(entries) - 1)]
        seen = [one for one in entries if one.last > window.first and one.first < window.last]
        return (seen or entries)[0 if direction > 0 else -1]


def _sign(key: int) -> int:
    return -1 if key in _BACKWARDS else 1

"""How wheel, touchpad and keys move the visible stretch of time. Pure arithmetic, no Qt."""

from collections.abc import Sequence

from bluebook_desktop.gui.timeline.entries import Entry
from bluebook_desktop.gui.timeline.scale import SHORTEST_DAYS, Scale, Window, whole_years

#: One notch of the wheel (120 of its units), one press of a button or key.
WHEEL_ZOOM = 1.25
NOTCH = 120
STEP_ZOOM = 1.6
PAN_SHARE = 0.2
#: So many pixels on a touchpad zoom as one notch of a wheel does.
PIXELS_A_NOTCH = 60
#: Shorter stretches are shown with a margin instead of by whole years.
_SHORT_DAYS = 500


def turned(scale: Scale, at: float, notches: float) -> Window:
    """Zoomed by so many notches, with the day under the pointer staying there."""
    window = scale.window
    day = min(max(scale.day(at), window.first), window.last)
    return window.zoomed(WHEEL_ZOOM**notches, day)


def rolled(scale: Scale, notches: float) -> Window:
    """Moved by so many notches of a wheel, the later the more one turns away from earlier."""
    return scale.window.moved(-notches * scale.window.length * PAN_SHARE / 2)


def dragged(scale: Scale, pixels: float) -> Window:
    """Moved as paper is that follows the finger."""
    return scale.window.moved(-pixels / scale.per_day)


def fitting(entries: Sequence[Entry], limits: Window) -> Window:
    """The shortest stretch that shows all of these: whole years, or what of a year or so they need."""
    if not entries:
        return limits
    first, last = min(entry.first for entry in entries), max(entry.last for entry in entries)
    if last - first > _SHORT_DAYS:
        return whole_years(first, last).within(limits)
    # More room to the right, where the labels stand.
    edge = max((last - first) * 0.1, SHORTEST_DAYS / 4)
    return Window(first - edge, last + 3 * edge).within(limits)


def closest(entries: Sequence[Entry], limits: Window) -> Window:
    """A stretch in which the beginnings of these stand apart as far as they can."""
    first = min(entry.first for entry in entries)
    last = max(entry.first for entry in entries)
    edge = max(5.0, (last - first) * 0.2)
    return Window(first - edge, last + 2 * edge).within(limits)


def neighbour(entries: Sequence[Entry], current: Entry, direction: int) -> Entry | None:
    """In the next lane above (-1) or below (1) that has events, the one nearest in time."""
    lanes = sorted({entry.lane for entry in entries if (entry.lane - current.lane) * direction > 0})
    if not lanes:
        return None
    lane = lanes[0 if direction > 0 else -1]
    middle = current.first + current.last
    return min((one for one in entries if one.lane == lane), key=lambda one: abs(one.first + one.last - middle))

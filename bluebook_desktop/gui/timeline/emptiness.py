"""What is said of a stretch of time without events."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from bluebook_desktop.domain.dates import Span, describe
from bluebook_desktop.gui.timeline.entries import Entry, Track
from bluebook_desktop.gui.timeline.scale import Unit, Window, bounds, named_span
from bluebook_desktop.gui.timeline.words import title_with_status


def has_any(tracks: Collection[Track], first: float, last: float) -> bool:
    """Whether any event touches a stretch of time."""
    return any(track.has_any(first, last) for track in tracks)


def around(tracks: Collection[Track], window: Window) -> tuple[Entry | None, Entry | None]:
    """The last event before a stretch of time without any, and the first one after it."""
    before = [one for track in tracks if (one := track.before(window.first)) is not None]
    after = [one for track in tracks if (one := track.after(window.last)) is not None]
    return max(before, key=lambda one: one.last, default=None), min(after, key=lambda one: one.first, default=None)


def nothing_in_words(
    tracks: Collection[Track], window: Window, unit: Unit, horizon: int, *, narrowed: bool
) -> list[str]:
    """That a window has no event (or none that the filters leave), and which ones are nearest: a line each.

    It is named in `unit`s, or in smaller ones where that would take in an event beside it.
    """
    translate = QCoreApplication.translate
    none = translate("Timeline", "No events that the filters leave in {}") if narrowed else ""
    stretch = describe(_without(tracks, window, unit, horizon))
    lines = [(none or translate("Timeline", "No events in {}")).format(stretch)]
    nearest = zip(
        (translate("Timeline", "Before: {}"), translate("Timeline", "After: {}")), around(tracks, window), strict=True
    )
    for words, entry in nearest:
        if entry is not None:
            lines.append(words.format(f"{describe(entry.event.date.span)} · {title_with_status(entry.event)}"))
    return lines


def _without(tracks: Collection[Track], window: Window, unit: Unit, horizon: int) -> Span:
    """The time to name, in which there is no event either."""
    units = list(Unit)
    for one in units[units.index(unit) :]:
        span = named_span(window, one)
        if not has_any(tracks, *bounds(span, horizon)):
            return span
    return named_span(window, Unit.DAY)

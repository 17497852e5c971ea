"""How the timeline puts events into words, with their dates and with whether they lie ahead."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from bluebook_desktop.domain.dates import describe, parse_edtf
from bluebook_desktop.domain.records import Event
from bluebook_desktop.gui.timeline.entries import Entry
from bluebook_desktop.gui.timeline.scale import date_of
from bluebook_desktop.gui.wording import date_in_full, event_kind_word, status_word


def title_with_status(event: Event) -> str:
    """The title, with its status where that is not a matter of course: ``New agreement (planned)``."""
    word = status_word(event.status)
    return f"{event.title} ({word.lower()})" if word else event.title


def event_in_words(event: Event) -> str:
    """Date in full and title, for tips and for readers of the screen."""
    return f"{describe(event.date.span, full=True)}\n{title_with_status(event)}"


def row_in_words(event: Event) -> str:
    """All that the list says of an event: date, title, kind and place in the text."""
    paragraph = QCoreApplication.translate("Timeline", "Paragraph {}").format(event.date_excerpt.passage)
    full = describe(event.date.span, full=True)
    return f"{full}, {title_with_status(event)}, {event_kind_word(event.kind)}, {paragraph.lower()}"


def tip_in_words(event: Event) -> str:
    """Date with how exact it is, and the whole title, which the list may have cut off."""
    return f"{date_in_full(event.date)}\n{title_with_status(event)}"


def count_in_words(count: int) -> str:
    """How many events: ``1 event``, ``10,000 events``."""
    translate = QCoreApplication.translate
    if count == 1:
        return translate("Timeline", "1 event")
    return translate("Timeline", "{} events").format(f"{count:,}")


def entries_in_words(entries: Sequence[Entry]) -> str:
    """How many events and of which time: ``6 events · Mar – Jul 2020``."""
    first, last = min(entry.first for entry in entries), max(entry.first for entry in entries)
    days = [date_of(day).isoformat() for day in (first, last)]
    if first == last and all(entry.last - entry.first == 1 for entry in entries):
        when = days[0]
    else:
        start, end = (day[:7] for day in days)
        when = start if start == end else f"{start}/{end}"
    return f"{count_in_words(len(entries))} · {describe(parse_edtf(when))}"

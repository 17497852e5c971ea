"""How the timeline puts an event into words, with its date and with whether it lies ahead."""

from bluebook_desktop.domain.dates import describe
from bluebook_desktop.domain.records import Event
from bluebook_desktop.gui.wording import status_word


def title_with_status(event: Event) -> str:
    """The title, with its status where that is not a matter of course: ``New agreement (planned)``."""
    word = status_word(event.status)
    return f"{event.title} ({word.lower()})" if word else event.title


def event_in_words(event: Event) -> str:
    """Date in full and title, for tips and for readers of the screen."""
    return f"{describe(event.date.span, full=True)}\n{title_with_status(event)}"

"""What the reader's own notebook holds: where the reader has been, and what the reader decided."""

from dataclasses import dataclass

from bluebook_desktop.domain.references import Reference

#: How many places of the reading history are kept.
LONGEST_HISTORY = 200


@dataclass(frozen=True, slots=True)
class Visit:
    """A place in the reading history: the tab, what was selected there, and the passage at the top of the page.

    `section` is the section that was open; what was selected may stand in another one.
    """

    tab: str
    reference: Reference | None
    passage: int
    section: str


@dataclass(frozen=True, slots=True)
class NotebookChange:
    """Which parts of the notebook a write has changed."""

    visits: bool = False
    searches: bool = False
    saved_searches: bool = False
    decisions: bool = False

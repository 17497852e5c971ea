"""What Details shows of a record, before any widget: a label, a title and parts made of words, excerpts and links."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.records import CrossReference
from bluebook_desktop.domain.references import Reference
from bluebook_desktop.gui.widgets.links import Mark
from bluebook_desktop.gui.widgets.text_view import Tone

#: A link leads to a record, to a place in the text, or where a pointer of the text does.
Target = Reference | Excerpt | CrossReference


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; `name` is what a screen reader says, `detail` stands softly behind.

    With `place` a second link beside it leads to the words of the text that bear it out.
    """

    text: str
    target: Target
    name: str
    mark: Mark | None = None
    detail: str = ""
    place: Excerpt | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words in one of the tones."""

    text: str
    tone: Tone = "ink"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the text in pieces, each marked or not."""

    pieces: tuple[tuple[str, bool], ...]
    name: str


@dataclass(frozen=True, slots=True)
class Links:
    """Links below one another, the first few at once."""

    items: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Links in a row; where there are quotes, one for each, the quote of the one last followed is shown."""

    items: tuple[Link, ...]
    quotes: tuple[Quote, ...] = ()


Block = Words | Quote | Links | Places


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks under a caption; without one where the caption is empty."""

    caption: str
    blocks: tuple[Block, ...]


class Ask(StrEnum):
    """What a button of Details asks the window for."""

    READ = "read"
    COPY = "copy"
    TIMELINE = "timeline"
    MAP = "map"
    FACILITIES = "facilities"
    QUOTATIONS = "quotations"
    PEOPLE = "people"

    @property
    def tab(self) -> str:
        """The tab that it leads to, or nothing; the map is on the facilities' one."""
        if self is Ask.MAP:
            return "facilities"
        return self.value if self in (Ask.TIMELINE, Ask.FACILITIES, Ask.QUOTATIONS) else ""


@dataclass(frozen=True, slots=True)
class Button:
    """A button below the card; the first one is the primary."""

    ask: Ask
    target: Reference


@dataclass(frozen=True, slots=True)
class Card:
    """One record as Details shows it."""

    label: str
    title: str
    parts: tuple[Part, ...]
    buttons: tuple[Button, ...] = ()

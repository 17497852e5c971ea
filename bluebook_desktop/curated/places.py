"""Where words can stand: the passages and headings of a document, and the excerpts cut from them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bluebook_desktop.domain.documents import Document
from bluebook_desktop.domain.excerpts import Excerpt, excerpt_at, find_excerpt


@dataclass(frozen=True, slots=True)
class Site:
    """A passage, or a heading with its position; `passage` is the passage's number, or the first below the heading."""

    passage: int
    text: str
    source_start: int
    heading: int | None = None

    def __str__(self) -> str:
        return f"¶ {self.passage}" if self.heading is None else f"the heading “{self.text}”"

    def cut(self, start: int, end: int) -> Excerpt:
        """The excerpt between two offsets."""
        return replace(excerpt_at(self.passage, self.text, start, end), heading=self.heading)

    def find(self, exact: str, occurrence: int = 1) -> Excerpt | None:
        """An occurrence of `exact`, or None when it is not there."""
        found = find_excerpt(self.passage, self.text, exact, occurrence)
        return found and replace(found, heading=self.heading)


class Places:
    """The sites of one document, in reading order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._passages = {p.number: Site(p.number, p.text, p.source_start) for p in document.passages}
        self._headings = [
            Site(h.first_passage, h.title, h.source_end - len(h.title), h.position) for h in document.headings
        ]

    def __iter__(self) -> Iterator[Site]:
        yield from self._headings
        yield from self._passages.values()

    def passage(self, number: int) -> Site | None:
        """The passage of that number, or None."""
        return self._passages.get(number)

    def heading(self, title: str) -> Site | None:
        """The heading of exactly that title, or None when there is none or more than one."""
        found = [site for site in self._headings if site.text == title]
        return found[0] if len(found) == 1 else None

    def of(self, excerpt: Excerpt) -> Site:
        """The site that an excerpt was cut from."""
        if excerpt.heading is not None:
            return self._headings[excerpt.heading]
        return self._passages[excerpt.passage]


def same_site(one: Excerpt, other: Excerpt) -> bool:
    """Whether two excerpts are of one passage or of one heading."""
    return one.heading == other.heading and one.passage == other.passage


def contains(outer: Excerpt, inner: Excerpt) -> bool:
    """Whether `inner` lies wholly within `outer`."""
    return same_site(outer, inner) and outer.start <= inner.start and inner.end <= outer.end


def overlaps(one: Excerpt, other: Excerpt) -> bool:
    """Whether two excerpts share at least one letter."""
    return same_site(one, other) and one.start < other.end and other.start < one.end


def in_reading_order(excerpt: Excerpt) -> tuple[int, bool, int, int]:
    """A key that sorts excerpts as they are read; a heading comes before the passage below it."""
    return excerpt.passage, excerpt.heading is None, excerpt.heading or 0, excerpt.start

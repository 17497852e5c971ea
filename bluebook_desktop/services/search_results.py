"""What a search answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bluebook_desktop.domain.foldings import MatchedBy
from bluebook_desktop.domain.querying import Filter, Query
from bluebook_desktop.domain.querying.describing import Understood, describe_query
from bluebook_desktop.domain.records import QuotationKind
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.domain.snippets import Span
from bluebook_desktop.storage.search import MOST_COUNTED


@dataclass(frozen=True, slots=True)
class Hit:
    """One result: what it is, where it stands, and the words that matched (`marks` count in `snippet`).

    `source_marks` are the same words' places in the passage or heading, where its own text was searched. `foldings`
    says in what the words differ from what was typed, `slip` how a slip of the source is printed that they stand in.
    `place` are the headings above, the section first.
    """

    reference: Reference
    passage: int
    title: str
    snippet: str
    marks: tuple[Span, ...]
    source_marks: tuple[Span, ...] = ()
    foldings: tuple[MatchedBy, ...] = ()
    slip: str = ""
    place: tuple[str, ...] = ()
    #: Of a quotation: what is reported, and a mere term, are not what somebody said in these words.
    form: QuotationKind | None = None

    @property
    def is_in_marks(self) -> bool:
        """Whether it stands in quotation marks in the text."""
        return self.form is not None and self.form is not QuotationKind.REPORTED

    @property
    def kind_name(self) -> str:
        """What it is, in one word: `reported` and `term` are told apart from quotations."""
        apart = self.form in (QuotationKind.REPORTED, QuotationKind.TERM)
        return self.form.value if self.form and apart else self.reference.kind.value


class Advice(StrEnum):
    """Why another search is offered."""

    EQUIVALENT = "equivalent"  # another way of saying the same
    COMMAS = "commas"  # a phrase that is there, but for commas
    SPELLING = "spelling"  # the nearest word or name that there is
    FEWER = "fewer"  # without one of the words


@dataclass(frozen=True, slots=True)
class Offer:
    """Another search that finds something: `text` is typed for it, `of` is what it changes and `said` into what.

    `count` tells how many places it finds (how many more, where commas are ignored), in all kinds.
    """

    why: Advice
    text: str
    of: str
    said: str
    count: int


@dataclass(frozen=True, slots=True)
class Spread:
    """How many passages were found in a part of what was searched: a section, or a part of the only section."""

    title: str
    section: str
    first: int
    last: int
    passages: int
    found: int


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A page of hits, best first; `counts` of all there are, by kind; what was searched; `notes` on what was folded.

    Of the kinds in `at_most` the count is how many the index proposes: some may turn out to be none. Of the `uncounted`
    ones it is how many were gone through so far, and there may be more.
    `asked` is the text that was searched for in the end: another than the query's where `widened` says so.
    """

    query: Query
    hits: tuple[Hit, ...]
    counts: dict[Kind, int]
    editions: int
    passages: int
    notes: tuple[str, ...] = ()
    #: Where nothing was found: the words or phrases of the query that occur nowhere.
    missing: tuple[str, ...] = ()
    #: Where nothing was found: what asks for a name, an edition or a section that there is not.
    unknown: tuple[Filter, ...] = ()
    offers: tuple[Offer, ...] = ()
    at_most: frozenset[Kind] = frozenset()
    #: What the library was built from, and whether the index holds every passage of it.
    fingerprint: str = ""
    is_sound: bool = True
    widened: tuple[Offer, ...] = field(default=())
    uncounted: frozenset[Kind] = frozenset()
    #: How many sections the library holds: of several, a paragraph alone tells no place.
    sections: int = 1

    @property
    def total(self) -> int:
        """How many places were found in all kinds."""
        return sum(self.counts.values())

    @property
    def understood(self) -> tuple[Understood, ...]:
        """How the query was read, part by part."""
        return describe_query(self.query)


def counted(number: int) -> str:
    """A count as it is shown: exact up to 10,000."""
    return f"{MOST_COUNTED:,}+" if number > MOST_COUNTED else f"{number:,}"

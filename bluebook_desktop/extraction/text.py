"""A document as the rules see it: passages and headings, each with its sentences."""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from bluebook_desktop.domain.documents import Document, Heading, HeadingKind, PassageKind
from bluebook_desktop.domain.excerpts import Excerpt, excerpt_at
from bluebook_desktop.extraction.offices import TITLE
from bluebook_desktop.extraction.sentences import sentence_spans

#: Two offsets in a text.
Span = tuple[int, int]

_JAPANESE = re.compile(r"[぀-ヿ]|[一-鿿]{2}")
_HOLDER = re.compile(rf"{TITLE} [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?")
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y)\b")
#: What stands below somebody's words and is not said by him.
_NOTE = re.compile(r"\(?(?:Notes?|Sources?|References?)\b ?[0-9]*\)?:?|\*+ ?[0-9]* |[0-9]{1,2}(?::|\)) |※")
#: A contributor's name with what he is, before or behind it: “Doe Jane, surgeon, Red Cross”, “Coordinator, Jane Doe”.
_SIGNATURE = re.compile(
    r"[(—–-]? ?(?=[^,]+, )(?:[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){1,3}, [A-Za-z][^.;:!?]{2,90}"
    r"|[A-Z][^.;:!?]{2,90}, [A-Z][\w’'-]+(?: [A-Z][\w’'.-]+){1,3})\)?"
)
_JAPANESE_SENTENCE = re.compile(r"[^。！？]*(?:「[^」]*」[^。！？]*)*[。！？]?")


@dataclass(frozen=True, slots=True)
class Site:
    """A passage, or a heading with its position; `passage` is its number, or that of the first below the heading."""

    passage: int
    text: str
    sentences: tuple[Span, ...]
    heading: int | None = None
    caption: bool = False
    #: The position of the heading of the contributor whose voice this is.
    voice: int | None = None
    #: The number of the passage below that is signed with the contributor's name.
    signed: int | None = None
    japanese: bool = False
    _starts: list[int] = field(default_factory=list, compare=False, repr=False)

    def cut(self, start: int, end: int) -> Excerpt:
        """The excerpt between two offsets."""
        return replace(excerpt_at(self.passage, self.text, start, end), heading=self.heading)

    def sentence_index(self, offset: int) -> int:
        """The number, from 0, of the sentence that holds an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def sentence(self, offset: int) -> Span:
        """The sentence that holds an offset; the whole text where there is none."""
        return self.sentences[self.sentence_index(offset)] if self.sentences else (0, len(self.text))

    def holds(self, excerpt: Excerpt) -> bool:
        """Whether an excerpt was cut from here."""
        return excerpt.passage == self.passage and excerpt.heading == self.heading


@dataclass(frozen=True, slots=True)
class Text:
    """All sites of a document: its headings and its passages, each in reading order."""

    document: Document
    headings: tuple[Site, ...]
    passages: tuple[Site, ...]

    def __iter__(self) -> Iterator[Site]:
        """In reading order: a heading before the passage below it; no passage that is read within the one before."""
        sites = (*self.headings, *(site for site in self.passages if site.text))
        yield from sorted(sites, key=lambda site: (site.passage, site.heading is None))

    def of(self, excerpt: Excerpt) -> Site:
        """The site that an excerpt was cut from."""
        if excerpt.heading is not None:
            return self.headings[excerpt.heading]
        return self.passages[excerpt.passage - 1]


def read_text(document: Document) -> Text:
    """The sites of a document."""
    voices = {
        number: heading.position
        for heading in document.headings
        if heading.kind is HeadingKind.VOICE or _speaks(document, heading)
        for number in range(heading.first_passage, heading.last_passage + 1)
    }
    signed = _signatures(document, voices)
    headings = tuple(_site(h.first_passage, h.title, heading=h.position) for h in document.headings)
    passages = tuple(
        _site(
            p.number,
            p.text,
            caption=p.kind is PassageKind.CAPTION,
            voice=None if _NOTE.match(p.text) else voices.get(p.number),
            signed=None if _NOTE.match(p.text) else signed.get(p.number),
        )
        for p in document.passages
    )
    return Text(document, headings, passages)


def _speaks(document: Document, heading: Heading) -> bool:
    """Whether a heading is a title and a name, and what stands below it is said by an *I*."""
    below = range(heading.first_passage, heading.last_passage + 1)
    return bool(_HOLDER.fullmatch(heading.title)) and any(
        _FIRST_PERSON.search(document.passage(number).text) for number in below
    )


def _signatures(document: Document, voices: dict[int, int]) -> dict[int, int]:
    """The passages of columns below which a name stands alone, each with the number of that name's passage."""
    found: dict[int, int] = {}
    for column in document.headings:
        if column.kind not in (HeadingKind.COLUMN, HeadingKind.FEATURE):
            continue
        own = [document.passage(n) for n in range(column.first_passage, column.last_passage + 1)]
        for at, passage in enumerate(own):
            if not _SIGNATURE.fullmatch(passage.text.strip()) or passage.number in voices:
                continue
            above = [one for one in own[:at] if one.heading == passage.heading and one.number not in voices]
            if any(_FIRST_PERSON.search(one.text) for one in above):
                found |= {one.number: passage.number for one in above if one.number not in found}
    return found


def _site(
    passage: int,
    text: str,
    *,
    heading: int | None = None,
    caption: bool = False,
    voice: int | None = None,
    signed: int | None = None,
) -> Site:
    japanese = bool(_JAPANESE.search(text))
    if heading is not None or not text.strip():
        sentences: tuple[Span, ...] = ((0, len(text)),)
    elif japanese:
        sentences = tuple(_japanese_sentences(text))
    else:
        sentences = tuple(sentence_spans(text)) or ((0, len(text)),)
    return Site(passage, text, sentences, heading, caption, voice, signed, japanese, [start for start, _ in sentences])


def _japanese_sentences(text: str) -> Iterator[Span]:
    for match in _JAPANESE_SENTENCE.finditer(text):
        if match.group().strip():
            yield match.span()


def overlaps(one: Span, other: Span) -> bool:
    """Whether two spans share at least one letter."""
    return one[0] < other[1] and other[0] < one[1]


def overlaps_any(span: Span, spans: Iterable[Span]) -> bool:
    """Whether a span shares a letter with one of several."""
    return any(overlaps(span, other) for other in spans)


class Spans:
    """Spans that may overlap, to be asked for offsets."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def hold(self, offset: int, *, inside: bool = False) -> bool:
        """Whether an offset lies in one of them; `inside` behind its beginning."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index] and not (inside and offset == self._starts[index])


class Taken:
    """Spans of a passage that are taken one after another, to be asked for those that share a letter with them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._longest = max((end - start for start, end in self._spans), default=0)

    def overlap(self, start: int, end: int) -> bool:
        """Whether a span shares a letter with what is taken."""
        at = bisect_left(self._spans, (end, 0)) - 1
        while at >= 0 and self._spans[at][0] + self._longest > start:
            if start < self._spans[at][1]:
                return True
            at -= 1
        return False

    def add(self, start: int, end: int) -> None:
        """Take a span more."""
        insort(self._spans, (start, end))
        self._longest = max(self._longest, end - start)


def position(excerpt: Excerpt) -> tuple[int, bool, int, int]:
    """A key that sorts excerpts as they are read; a heading comes before the passage below it."""
    return excerpt.passage, excerpt.heading is None, excerpt.heading or 0, excerpt.start


class Ids:
    """Ids made from words: a slug, and a number where the same words were there before."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def make(self, words: str) -> str:
        """An id that no other record of the kind has."""
        slug = re.sub(r"[^a-z0-9]+", "-", words.lower().replace("’", "").replace("'", "")).strip("-")
        slug = slug[:48].rsplit("-", 1)[0] if len(slug) > 48 else slug
        slug = slug.strip("-") or "found"
        number = self._taken.get(slug, 0) + 1
        made = slug if number == 1 else f"{slug}-{number}"
        while made in self._taken:
            number += 1
            made = f"{slug}-{number}"
        self._taken[slug] = number
        self._taken.setdefault(made, 1)
        return made

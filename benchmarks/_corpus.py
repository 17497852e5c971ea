"""A library of any size for measuring, made from the words of the bundled text.

The bundled section alone has some 1,200 words, and in a great library each of them would be common. So every fourth
word of its sentences is replaced by one of 60,000 invented ones, put together from halves of its own words and drawn
by Zipf's law, as rare words are. A passage is three to six of 40,000 such sentences, and one that no other passage
has. Sections have 400 passages, a quotation and an event for every twentieth. The same number gives the same text.
"""

from __future__ import annotations

import bisect
import contextlib
import itertools
import random
import re
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bluebook_desktop.domain.dates import EventDate, YearSource, parse_edtf
from bluebook_desktop.domain.documents import Document, Edition, Heading, HeadingKind, Passage, PassageKind, Section
from bluebook_desktop.domain.excerpts import find_excerpt
from bluebook_desktop.domain.records import Event, EventKind, Person, Quotation, QuotationKind, Records, Role, Status
from bluebook_desktop.services.bundled import read_contents
from bluebook_desktop.storage.build import Content, build_file

SEED = 2021
_SENTENCES, _INVENTED, _SECTION = 40_000, 60_000, 400
_EVERY = 20


@dataclass(frozen=True, slots=True)
class Built:
    """A library that was built, how long that took, and how long its texts are."""

    path: Path
    passages: int
    seconds: float
    text_bytes: int


@contextlib.contextmanager
def corpus_folder(keep: Path | None, size: int) -> Iterator[Path]:
    """Where the library of a size is made: in a folder that is kept, or in one that goes afterwards."""
    if keep is None:
        with tempfile.TemporaryDirectory() as made:
            yield Path(made)
    else:
        folder = keep / str(size)
        folder.mkdir(parents=True, exist_ok=True)
        yield folder


class Corpus:
    """Makes sentences and passages."""

    def __init__(self, seed: int = SEED) -> None:
        self._random = random.Random(seed)  # noqa: S311 - for words, not for secrets
        text = " ".join(passage.text for _, _, document, _ in read_contents() for passage in document.passages)
        self._known = sorted(set(re.findall(r"[a-z]{4,}", text)))
        self._invented = self._invent()
        steps = itertools.accumulate(1 / (rank + 10) for rank in range(len(self._invented)))
        self._weights = list(steps)
        originals = [one.strip() for one in re.split(r"(?<=[.!?])\s+(?=[A-Z])", text) if 40 < len(one) < 400]
        self._sentences = [self._vary(self._random.choice(originals)) for _ in range(_SENTENCES)]

    def _invent(self) -> list[str]:
        halves = [(word[: len(word) // 2 + 1], word[len(word) // 2 :]) for word in self._known]
        found: dict[str, None] = {}
        while len(found) < _INVENTED:
            found[self._random.choice(halves)[0] + self._random.choice(halves)[1]] = None
        return list(found)

    def rare_word(self) -> str:
        """An invented word, as often as its rank says."""
        at = bisect.bisect(self._weights, self._random.random() * self._weights[-1])
        return self._invented[min(at, len(self._invented) - 1)]

    def _vary(self, sentence: str) -> str:
        words = sentence.split()
        for place in range(1, len(words) - 1):
            if words[place].isalpha() and words[place].islower() and self._random.random() < 0.25:
                words[place] = self.rare_word()
        return " ".join(words)

    def passage(self, number: int) -> str:
        """A passage of 40 to 120 words or so."""
        chosen = self._random.choices(self._sentences, k=self._random.randint(2, 4))
        own = " ".join(self.rare_word() for _ in range(6))
        return " ".join([*chosen, f"Note {number} tells of {own}."])


def contents(passages: int) -> Iterator[Content]:
    """Sections of a library with so many passages, editions from 2021 backwards."""
    corpus = Corpus()
    sections = (passages + _SECTION - 1) // _SECTION
    for index in range(sections):
        year = 2021 - index * 60 // max(sections, 1)
        edition = Edition(
            f"{year}-en",
            f"Diplomatic Bluebook {year}",
            year,
            "en",
            f"{year - 1}-01-01",
            f"{year - 1}-12-31",
            "M",
            "L",
            "A",
        )
        number = f"{index % 9 + 1}.{index // 9 % 99 + 1}.{index // 891 + 1}"
        section = Section(
            edition.id, number, f"Part {index}", number[0], "https://x", "2026-01-01", "Source.", "0" * 64
        )
        texts = [corpus.passage(index * _SECTION + one) for one in range(min(_SECTION, passages - index * _SECTION))]
        document = _document(texts)
        yield edition, section, document, _records(document, year)


def _document(texts: list[str]) -> Document:
    place, passages = 0, []
    for number, text in enumerate(texts, start=1):
        passages.append(Passage(number, PassageKind.PARAGRAPH, text, (number - 1) // 20, place, place + len(text)))
        place += len(text) + 1
    headings = [
        Heading(
            at, HeadingKind.PART, f"({at + 1})", " ".join(texts[at * 20].split()[:6]), at * 20 + 1, at * 20 + 20, 0, 0
        )
        for at in range((len(texts) + 19) // 20)
    ]
    return Document(tuple(headings), tuple(passages))


def _records(document: Document, year: int) -> Records:
    """A quotation and an event for every twentieth passage, and one person."""
    quotations, events = [], []
    for passage in document.passages[::_EVERY]:
        sentence = passage.text.split(". ", 1)[0]
        excerpt = find_excerpt(passage.number, passage.text, sentence)
        if excerpt is None:
            continue
        date = EventDate("then", parse_edtf(f"{year - 1}-{passage.number % 12 + 1:02}"), YearSource.INFERRED, "Made.")
        name = f"q{passage.number}"
        quotations.append(Quotation(name, QuotationKind.SPEECH, sentence, excerpt, ("speaker",), ("The Minister",)))
        events.append(
            Event(name, sentence[:60], EventKind.DIPLOMACY, Status.HAPPENED, date, sentence, excerpt, excerpt)
        )
    first = find_excerpt(1, document.passages[0].text, document.passages[0].text.split()[0])
    people = (Person("speaker", "Abe Shinzo", (Role("Minister", first),), (first,)),) if first else ()
    return Records(events=tuple(events), quotations=tuple(quotations), people=people)


def build(folder: Path, passages: int) -> Built:
    """Build such a library in a folder."""
    spent = [0.0]
    made = _timed(contents(passages), spent)
    begun = time.perf_counter()
    path = build_file(folder, made, f"a corpus of {passages} passages made by benchmarks/_corpus.py")
    seconds = time.perf_counter() - begun - spent[0]
    with sqlite3.connect(path) as connection:
        size = connection.execute("SELECT sum(length(CAST(text AS BLOB))) FROM passages").fetchone()[0]
    return Built(path, passages, seconds, size)


def _timed(made: Iterator[Content], spent: list[float]) -> Iterator[Content]:
    """The sections, with the time that making them took kept apart from that of building."""
    while True:
        begun = time.perf_counter()
        one = next(made, None)
        spent[0] += time.perf_counter() - begun
        if one is None:
            return
        yield one

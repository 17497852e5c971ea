"""The query itself, kind by kind: the first page of passages that the index proposes, in reading order.

Words are drawn from the library's own, by how many passages have them; phrases are cut from its texts. Every query is
asked once over one connection, as in the window, which has some pages of the queries before it in SQLite's cache; and
once over a new connection, where nothing is (but in the system's cache of files). The texts of the page are read.
Beside it the whole search as the window waits for it: all kinds, compared by characters, with snippets.
"""

from __future__ import annotations

import gc
import random
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from bluebook_desktop.domain.querying import parse_query, without_japanese_dates
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.services.search import SearchService
from bluebook_desktop.storage import search as index
from bluebook_desktop.storage.connections import address_of
from bluebook_desktop.storage.expressions import Plan
from bluebook_desktop.storage.library import Library
from bluebook_desktop.storage.loosening import loosened

_SEED = 5
_EACH = 40
_PAGE = 30
#: A word is common in a twentieth of the passages, and rare in less than one of five hundred.
_COMMON, _RARE = 20, 500
_EVERY = 2_011
_UNCUT = re.compile(r"[\"“”(]")
_WORD = re.compile(r"\w[\w'’.-]*\w|\w")
Measure = Callable[[Callable[[], object]], float]


class _Words:
    """Draws words and phrases of a library."""

    def __init__(self, library: Library) -> None:
        self._random = random.Random(_SEED)  # noqa: S311 - for words, not for secrets
        passages = library.passage_count()
        known = index.words_like(library, "", 2, 30, numbers=False)
        alphabetic = [(word, number) for word, number in known if word.isalpha() and word.isascii()]
        self._common = [word for word, number in alphabetic if number > passages / _COMMON]
        self._rare = [word for word, number in alphabetic if number < passages / _RARE]
        self._usual = [word for word, number in alphabetic if passages / _RARE <= number <= passages / _COMMON]
        last = passages - passages % _EVERY
        self._texts = [one.text for one in index.passages_at(library, range(1, max(last, 2), min(_EVERY, passages)))]
        self._editions = [edition.id for edition in library.editions()]

    def common(self) -> str:
        return self._random.choice(self._common)

    def usual(self) -> str:
        return self._random.choice(self._usual)

    def rare(self) -> str:
        return self._random.choice(self._rare)

    def begun(self, letters: int) -> str:
        word = self._random.choice(self._common + self._usual)
        return word[:letters] if len(word) > letters else self.begun(letters)

    def phrase(self, length: int) -> str:
        """Words of a sentence as they are printed."""
        while True:
            sentence = self._random.choice(self._random.choice(self._texts).split(". "))
            found = list(_WORD.finditer(sentence))
            if len(found) > length and not _UNCUT.search(sentence):
                first = self._random.randrange(len(found) - length)
                return sentence[found[first].start() : found[first + length - 1].end()]

    def year(self) -> int:
        return self._random.randrange(1970, 2020)

    def edition(self) -> str:
        return self._random.choice(self._editions)


_KINDS: dict[str, Callable[[_Words], str]] = {
    "a common word": lambda of: f"{of.common()} ",
    "a usual word": lambda of: f"{of.usual()} ",
    "a rare word": lambda of: f"{of.rare()} ",
    **{f"{n} letter{'s' if n > 1 else ''}": lambda of, n=n: of.begun(n) for n in (1, 2, 3, 4, 5)},  # type: ignore[misc]
    "two common words": lambda of: f"{of.common()} {of.common()} ",
    "two usual words": lambda of: f"{of.usual()} {of.usual()} ",
    "three usual words": lambda of: f"{of.usual()} {of.usual()} {of.usual()} ",
    "a word and 4 letters": lambda of: f"{of.usual()} {of.begun(4)}",
    **{f"a phrase of {n}": lambda of, n=n: f'"{of.phrase(n)}"' for n in (2, 3, 5, 8, 12)},  # type: ignore[misc]
    "a phrase that is nowhere": lambda of: f'"{of.common()} {of.common()}"',
    "two common words hyphened": lambda of: f"{of.common()}-{of.common()} ",
    "near": lambda of: f"{of.usual()} near {of.common()} ",
    "near 4 letters": lambda of: f"{of.usual()} near {of.begun(4)}",
    "a word without another": lambda of: f"{of.usual()} -{of.common()} ",
    "either, and another": lambda of: f"{of.common()} or {of.usual()} {of.common()} ",
    "a year": lambda of: f"year:{of.year()} {of.usual()} ",
    "a range of years": lambda of: f"1960..{of.year()} {of.usual()} ",
    "an edition": lambda of: f"edition:{of.edition()} {of.usual()} ",
    "a speaker": lambda of: f"speaker:abe {of.usual()} ",
    "a day": lambda of: f"January {of.year() % 28 + 1}, {of.year()} ",
}


def print_kinds(path: Path, measure: Measure) -> None:
    """Print a line for each kind of query."""
    library = Library(address_of(path))
    service, words = SearchService(library), _Words(library)
    head = "     p50     p95     max   above 2 ms   new connection p95   whole p95     max"
    print("  the query itself, by kind".ljust(44) + head)
    settle()
    every: list[float] = []
    every_new: list[float] = []
    every_whole: list[float] = []
    for name, make in _KINDS.items():
        typed = [make(words) for _ in range(_EACH)]
        plans = [plan for plan in (_plan(service, text) for text in typed) if plan.is_possible]
        times = sorted(measure(lambda plan=plan: first_page(library, plan, _PAGE)) for plan in plans)  # type: ignore[misc]
        new = sorted(_over_new_connections(path, plans, measure))
        whole = sorted(measure(lambda text=text: _search(service, text)) for text in typed)  # type: ignore[misc]
        every += times
        every_new += new
        every_whole += whole
        _print(name, times, new, whole)
    _print("all", sorted(every), sorted(every_new), sorted(every_whole))
    library.close()


def settle() -> None:
    """Let no collection go through what was made so far, as the program does after its start."""
    gc.collect()
    gc.freeze()


def _plan(service: SearchService, text: str) -> Plan:
    """What the service asks the index for."""
    return service.names.plan(without_japanese_dates(parse_query(text)), "")


def _over_new_connections(path: Path, plans: list[Plan], measure: Measure) -> Iterator[float]:
    for plan in plans:
        with closing(Library(address_of(path))) as fresh:
            yield measure(lambda plan=plan, fresh=fresh: first_page(fresh, plan, _PAGE))  # type: ignore[misc]


def first_page(library: Library, plan: Plan, limit: int) -> None:
    """The first passages that the index proposes, as the window asks while somebody types: their texts are read."""
    index.find(library, loosened(library, plan) or plan, Kind.PASSAGE, limit)


def _search(service: SearchService, text: str) -> None:
    """The whole search, as the window asks for it."""
    service.search(text, limit=_PAGE, offering=False, counting=False)


def _print(name: str, times: list[float], new: list[float], whole: list[float]) -> None:
    if times:
        late = f"{sum(one > 2 for one in times)} of {len(times)}"
        shown = f"{times[len(times) // 2]:8.2f}{_late(times):8.2f}{times[-1]:8.2f}"
        print(
            f"    {name.ljust(40)}{shown}   {late.ljust(11)}{_late(new):18.2f}    {_late(whole):10.2f}{whole[-1]:8.2f}"
        )


def _late(times: list[float]) -> float:
    """The 95th percentile of times in their order."""
    return times[min(len(times) * 95 // 100, len(times) - 1)]

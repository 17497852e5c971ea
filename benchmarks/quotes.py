"""Checking quotations against a great library: how quickly, and how often the right place comes first.

Quotations of 5 to 80 words are cut from passages, and 0 to 5 of their words, but never more than a third, are changed,
left out, added or swapped with the next. Sentences repeat in such a library, as they are or varied (see
benchmarks/_corpus.py, of what it is made): a place is right when its passage holds what was cut, or when its words are
as near to those given as what was cut (Levenshtein's distance, word by word). Beside them stand the hard ones: what is
nowhere, what is put together from several passages, what is there in part. *Exact* and *same words* are compared again,
word by word.

The floors, in the same run: rapidfuzz laid over every passage (measured on a part of them, and reckoned up), and
ripgrep, or grep where there is none, for the very words in the same text.

Run: python3 dev.py bench quotes [--passages 100000] [--each N] [--keep FOLDER] [--profile] [--cpu]
On a busy machine --cpu measures the processor time that the check took itself.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

sys.path.insert(0, str(Path(__file__).parent))

if TYPE_CHECKING:
    from bluebook_desktop.services.quotation_check import QuotationChecker
    from bluebook_desktop.services.quotation_places import Answer, Place
    from bluebook_desktop.storage.library import Library

#: From so many words on a place is nearly always told apart.
LONG = 12
LENGTHS = ((5, 7), (8, 11), (12, 19), (20, 39), (40, 80))
ALTERED = range(6)
#: So many passages are enough to tell how long rapidfuzz takes for each.
SCANNED = 5_000
FLOORS = 5
_ONE = 1_000
SEED = 5


class Clock:
    """The clock that everything but other programs is measured by."""

    now: ClassVar[Callable[[], float]] = time.perf_counter


@dataclass(slots=True)
class Row:
    """What was measured of one kind of quotation."""

    label: str
    times: list[float] = field(default_factory=list)
    first: int = 0
    three: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)

    def add(self, other: Row) -> None:
        """Count another row's quotations as well."""
        self.times += other.times
        self.first += other.first
        self.three += other.three
        self.verdicts += other.verdicts


class Cutter:
    """Cuts quotations from the passages of a library, and alters them."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._random = random.Random(SEED)  # noqa: S311 - the same quotations every time
        self._count = library.passage_count()

    def passage(self) -> str:
        """The text of some passage."""
        row = self._random.randint(1, self._count)
        return str(self._library.rows("SELECT text FROM passages WHERE id = ?", (row,))[0][0])

    def cut(self, least: int, most: int) -> str:
        """Words on end of one passage."""
        while True:
            words = self.passage().split()
            size = self._random.randint(least, most)
            if len(words) >= size:
                start = self._random.randint(0, len(words) - size)
                return " ".join(words[start : start + size])

    def word(self) -> str:
        """Some word of the library, common ones as often as they are."""
        return self._random.choice(re.findall(r"[^\W\d_]+", self.passage()))

    def alter(self, text: str, count: int) -> str:
        """The text with so many of its words changed, left out, added or swapped."""
        words = text.split()
        for place in sorted(self._random.sample(range(len(words)), count), reverse=True):
            match self._random.randrange(4):
                case 0:
                    words.insert(place, self.word())
                case 1 if len(words) > 1:
                    del words[place]
                case 2 if place + 1 < len(words):
                    words[place : place + 2] = words[place + 1], words[place]
                case _:
                    words[place] = self.word()
        return " ".join(words)

    def salad(self, size: int) -> str:
        """Words of the library in no order."""
        return " ".join(self.word() for _ in range(size))

    def common_salad(self, size: int) -> str:
        """Its commonest words in no order: every phrase of them is somewhere, and leads nowhere."""
        sql = "SELECT word FROM frequencies ORDER BY passages DESC LIMIT 60"
        known = [str(row[0]) for row in self._library.rows(sql)]
        return " ".join(self._random.choice(known) for _ in range(size))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--passages", type=int, default=20_000, help="size of the library (20,000)")
    parser.add_argument("--each", type=int, default=20, help="quotations of each length and number of alterations (20)")
    parser.add_argument("--keep", type=Path, help="a folder for the libraries, used again the next time")
    parser.add_argument("--cpu", action="store_true", help="processor time instead of time, for a busy machine")
    parser.add_argument("--profile", action="store_true", help="also print where the time goes")
    given = parser.parse_args()
    if given.cpu:
        Clock.now = time.process_time
    kind = "processor times" if given.cpu else "times"
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; {kind} in ms")
    from _corpus import corpus_folder

    with corpus_folder(given.keep, given.passages) as folder:
        _measure(_library(folder, given.passages), folder, given.each, profiled=given.profile)


def _library(folder: Path, size: int) -> Library:
    """The library of that size in a folder, built where it is not there or is of another version."""
    from _corpus import build

    from bluebook_desktop.errors import BluebookError
    from bluebook_desktop.storage.connections import address_of
    from bluebook_desktop.storage.files import current_file
    from bluebook_desktop.storage.library import Library

    known = current_file(folder)
    with contextlib.suppress(BluebookError):
        if known is not None:
            return Library(address_of(known))
    built = build(folder, size)
    print(f"built {size:,} passages, {built.passages / built.seconds:,.0f} a second")
    return Library(address_of(built.path))


def _measure(library: Library, folder: Path, each: int, *, profiled: bool) -> None:
    from bluebook_desktop.services.quotation_check import QuotationChecker

    checker, cutter = QuotationChecker(library), Cutter(library)
    checker.check(cutter.cut(20, 40))  # loads what is needed
    print(f"{library.passage_count():,} passages".ljust(38) + "first  in 3     p50     p95     max  verdicts")
    with _profile(profiled):
        rows = [row for length in LENGTHS for row in _lengths(checker, cutter, length, each)]
        hard = list(_hard(checker, cutter, each))
    total = Row("all")
    for row in rows:
        total.add(row)
    long = Row("all from 12 words on")
    for row in rows:
        if int(row.label[:2]) >= LONG:
            long.add(row)
    for row in (*rows, long, total):
        _print(row)
    print("hard ones, of which none has one right place")
    for row in hard:
        _print(row, placed=False)
    false = sum(row.verdicts["FALSE"] for row in (total, *hard))
    print(f"false exact or same words: {false}")
    _floors(library, folder, cutter, checker)


def _lengths(checker: QuotationChecker, cutter: Cutter, length: tuple[int, int], each: int) -> Iterator[Row]:
    for count in (one for one in ALTERED if one * 3 <= length[0]):
        row = Row(f"{length[0]:2}-{length[1]:2} words, {count} altered")
        for _ in range(each):
            original = cutter.cut(*length)
            given = cutter.alter(original, count)
            answer = _checked(checker, row, given)
            found = [_is_right(checker.library, place, given, original) for place in answer.places[:3]]
            row.first += found[:1] == [True]
            row.three += any(found)
        yield row


def _hard(checker: QuotationChecker, cutter: Cutter, each: int) -> Iterator[Row]:
    """What takes longest: nothing of it, or not all of it, is in one place."""
    made: dict[str, Callable[[], str]] = {
        "12 of its words in no order": lambda: cutter.salad(12),
        "80 of its words in no order": lambda: cutter.salad(80),
        "80 of its commonest words": lambda: cutter.common_salad(80),
        "of two passages, 10 words each": lambda: f"{cutter.cut(10, 10)} {cutter.cut(10, 10)}",
        "of eight passages, 10 words each": lambda: " ".join(cutter.cut(10, 10) for _ in range(8)),
        "6 words among 40 others": lambda: f"{cutter.salad(20)} {cutter.cut(6, 6)} {cutter.salad(20)}",
        "with an ellipsis": lambda: f"{cutter.cut(6, 9)} ... {cutter.cut(6, 9)}",
        "2,000 words in no order": lambda: cutter.salad(2_000),
        "2,000 of its commonest words": lambda: cutter.common_salad(2_000),
        "1,500 words of 30 passages": lambda: " ".join(cutter.cut(50, 50) for _ in range(30)),
        "one word 2,000 times": lambda: "the " * 2_000,
    }
    for label, make in made.items():
        row = Row(label)
        for _ in range(each if ",000" not in label and ",500" not in label else max(each // 5, 1)):
            _checked(checker, row, make())
        yield row


def _checked(checker: QuotationChecker, row: Row, given: str) -> Answer:
    begun = Clock.now()
    answer = checker.check(given)
    row.times.append((Clock.now() - begun) * _ONE)
    row.verdicts[answer.verdict.value] += 1
    if answer.verdict.value in ("exact", "same words"):
        row.verdicts["FALSE"] += any(
            not answer.shortened and _bare(one.matched) != _bare(given) for one in answer.places
        )
    return answer


def _bare(text: str) -> list[str]:
    """The words of a text, told apart in another way than the program does."""
    return re.findall(r"\w+", text.casefold())


def _is_right(library: Library, place: Place, given: str, original: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    sql = "SELECT text FROM passages WHERE section = ? AND number = ?"
    if original in str(library.rows(sql, (place.section, place.passage))[0][0]):
        return True
    near = Levenshtein.distance(_bare(given), _bare(place.matched))
    return bool(near <= Levenshtein.distance(_bare(given), _bare(original)))


def _print(row: Row, *, placed: bool = True) -> None:
    count = len(row.times)
    shares = f"{row.first / count:7.3f}{row.three / count:6.3f}" if placed else " " * 13
    verdicts = ", ".join(f"{number} {verdict}" for verdict, number in row.verdicts.most_common() if number)
    points = "".join(f"{one:8.1f}" for one in (_point(row.times, 50), _point(row.times, 95), max(row.times)))
    print(f"  {row.label.ljust(34)}{shares}{points}  {verdicts}")


def _point(times: list[float], percent: int) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) * percent // 100, len(ordered) - 1)]


def _floors(library: Library, folder: Path, cutter: Cutter, checker: QuotationChecker) -> None:
    """What the same would take without an index, as ratios."""
    from rapidfuzz import fuzz

    quotations = [cutter.alter(cutter.cut(20, 40), 2) for _ in range(FLOORS)]
    own = _point([_timed(lambda one=one: checker.check(one)) for one in quotations], 50)  # type: ignore[misc]
    count = library.passage_count()
    texts = [str(row[0]) for row in library.rows("SELECT text FROM passages LIMIT ?", (SCANNED,))]
    spent = _point(
        [_timed(lambda one=one: [fuzz.partial_ratio(one, text) for text in texts]) for one in quotations], 50
    )  # type: ignore[misc]
    whole = spent * count / len(texts)
    print(
        f"rapidfuzz over every passage, 20-40 words, 2 altered: {whole:,.0f} (check: {own:.1f}, 1/{whole / own:,.0f})"
    )
    program = shutil.which("rg") or shutil.which("grep")
    if program is None:
        return
    words = [cutter.cut(20, 40) for _ in range(FLOORS)]
    own = _point([_timed(lambda one=one: checker.check(one)) for one in words], 50)  # type: ignore[misc]
    plain = folder / "passages.txt"
    if not plain.exists():
        with plain.open("w", encoding="utf-8") as file:
            for start in range(0, count, SCANNED):
                sql = "SELECT text FROM passages WHERE id > ? AND id <= ?"
                file.writelines(f"{row[0]}\n" for row in library.rows(sql, (start, start + SCANNED)))
    found = [_timed(lambda one=one: _searched(program, one, plain), time.perf_counter) for one in words]  # type: ignore[misc]
    scan = _point(found, 50)
    print(f"{Path(program).name} for the very words, 20-40: {scan:,.0f} (check: {own:.1f}, 1/{scan / own:,.0f})")


def _searched(program: str, words: str, file: Path) -> None:
    subprocess.run([program, "-c", "-F", "-e", words, str(file)], stdout=subprocess.DEVNULL, check=False)


def _timed(work: Callable[[], object], now: Callable[[], float] | None = None) -> float:
    clock = now or Clock.now
    begun = clock()
    work()
    return (clock() - begun) * _ONE


@contextlib.contextmanager
def _profile(wanted: bool) -> Iterator[None]:
    if not wanted:
        yield
        return
    import cProfile
    import pstats

    with cProfile.Profile() as profile:
        yield
    pstats.Stats(profile).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main()

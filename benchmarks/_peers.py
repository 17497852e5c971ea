"""The same passages searched by other programs, where they are installed: ripgrep, sqlite-utils, tantivy, recoll.

What a peer searches in (a file, an index) is made once and kept beside the library. It is looked at before each
comparison whether all passages are in it: one that was cut short would be quicker, and prove nothing.
"""

from __future__ import annotations

import contextlib
import importlib.util
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from bluebook_desktop.services.search import SearchService
from bluebook_desktop.storage.connections import address_of
from bluebook_desktop.storage.library import Library

WORDS = ("futenma", "the", "security treaty", "zzzz")
_LIMIT = 20
_MOST = 100_000
Times = dict[str, float]
#: Searches with a fresh interpreter, as the peers that are programs do.
_OURSELVES = """
import sys
from bluebook_desktop.services.search import SearchService
from bluebook_desktop.storage.library import Library
for hit in SearchService(Library(sys.argv[1])).search(sys.argv[2], limit=int(sys.argv[3])).hits:
    print(hit.passage, hit.snippet)
"""


class NotComparedError(Exception):
    """A peer that cannot be compared, and why."""


class Clock:
    """What all are measured by."""

    now: ClassVar[Callable[[], float]] = time.perf_counter


def _spent() -> float:
    """The processor time of this program and of those that it started and that have ended."""
    import resource

    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in both)


def compare(path: Path, folder: Path, *, cpu: bool = False) -> None:
    """Print how long each takes for the same words, and the ratio to this program; of a process the whole of it.

    With `cpu` in processor time, for a busy machine.
    """
    Clock.now = _spent if cpu else time.perf_counter
    library = Library(address_of(path))
    if library.passage_count() > _MOST:
        print("  peers are compared at 100,000 passages")
        library.close()
        return
    service = SearchService(library)
    ours = {word: _best(lambda word=word: service.search(word, limit=_LIMIT)) for word in WORDS}  # type: ignore[misc]
    soon = {word: _best(lambda word=word: _first_page(service, word)) for word in WORDS}  # type: ignore[misc]
    library.close()
    print("  beside others (ms; × this program)".ljust(44) + "".join(word.rjust(17) for word in WORDS))
    print("    this program".ljust(44) + "".join(f"{ours[word]:17.2f}" for word in WORDS))
    _print("this program, as the window asks first", soon, ours)
    for name, measure in _PEERS.items():
        try:
            found = measure(path, folder)
        except NotComparedError as error:
            print(f"    {name}: {error}")
        else:
            _print(name, found, ours)


def _first_page(service: SearchService, word: str) -> None:
    """Without what the window looks for when the hits are painted: the rest of the counts, and other searches."""
    service.search(word, limit=_LIMIT, offering=False, counting=False)


def _print(name: str, found: Times, ours: Times) -> None:
    cells = (f"{found[word]:.2f} ({_ratio(found[word] / ours[word])} ×)" for word in WORDS)
    print(f"    {name}".ljust(44) + "".join(cell.rjust(17) for cell in cells))


def _ratio(ratio: float) -> str:
    return f"{ratio:.0f}" if ratio >= 10 else f"{ratio:.1f}" if ratio >= 1 else f"{ratio:.2g}"


def _best(work: Callable[[], object], times: int = 5) -> float:
    """The median of some; what is read for the first time is not counted."""
    work()
    found = []
    for _ in range(times):
        begun = Clock.now()
        work()
        found.append((Clock.now() - begun) * 1000)
    return sorted(found)[times // 2]


def _texts(path: Path) -> list[str]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT text FROM passages ORDER BY id")]


def _process(*command: str) -> str:
    """What a command prints; that nothing was found is a status of its own."""
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def _must_hold(found: int, passages: int, what: str) -> None:
    """Refuse a comparison with what does not hold every passage."""
    if found != passages:
        raise NotComparedError(
            f"not compared: {what} holds {found:,} of {passages:,} passages. Delete it to begin anew."
        )


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise NotComparedError("not installed")
    return found


def _ourselves(path: Path, _folder: Path) -> Times:
    run = (sys.executable, "-c", _OURSELVES, address_of(path))
    return {word: _best(lambda word=word: _process(*run, word, str(_LIMIT))) for word in WORDS}  # type: ignore[misc]


def _ripgrep(path: Path, folder: Path) -> Times:
    program = _program("rg")
    texts, target = _texts(path), folder / "passages.txt"
    if not target.exists():
        target.write_text("".join(f"{' '.join(text.split())}\n" for text in texts), "utf-8")
    with target.open("rb") as lines:
        _must_hold(sum(1 for _ in lines), len(texts), str(target))
    return {word: _best(lambda word=word: _process(program, "-i", "-w", word, str(target))) for word in WORDS}  # type: ignore[misc]


def _sqlite_utils(path: Path, folder: Path) -> Times:
    import sqlite_utils

    texts, target = _texts(path), folder / "sqlite-utils.db"
    if not target.exists():
        database = sqlite_utils.Database(target)
        database.table("passages").insert_all({"id": n, "text": text} for n, text in enumerate(texts))
        database.table("passages").enable_fts(["text"])
        database.close()
    with contextlib.closing(sqlite3.connect(target)) as connection:
        try:
            held = connection.execute("SELECT count(*) FROM passages_fts_docsize").fetchone()[0]
        except sqlite3.OperationalError:  # cut short before it was indexed
            held = 0
    _must_hold(held, len(texts), str(target))
    search = (sys.executable, "-m", "sqlite_utils", "search", str(target), "passages")
    limit = str(_LIMIT)
    return {word: _best(lambda word=word: _process(*search, word, "--limit", limit), 3) for word in WORDS}  # type: ignore[misc]


def _tantivy(path: Path, _folder: Path) -> Times:
    if importlib.util.find_spec("tantivy") is None:
        raise NotComparedError("not installed")
    import tantivy  # type: ignore[import-not-found,unused-ignore]

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=True)
    index = tantivy.Index(builder.build())
    writer = index.writer(heap_size=200_000_000)
    texts = _texts(path)
    for text in texts:
        writer.add_document(tantivy.Document(text=text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()
    _must_hold(searcher.num_docs, len(texts), "the index")

    def search(word: str) -> None:
        query = index.parse_query(word, ["text"], conjunction_by_default=True)
        for _, address in searcher.search(query, _LIMIT).hits:
            searcher.doc(address)

    return {word: _best(lambda word=word: search(word)) for word in WORDS}  # type: ignore[misc]


def _recoll(path: Path, folder: Path) -> Times:
    program, indexer = _program("recollq"), _program("recollindex")
    settings, texts = folder / "recoll", folder / "recoll-texts"
    passages = _texts(path)
    if not settings.exists():
        texts.mkdir(exist_ok=True)
        for number, text in enumerate(passages):
            (texts / f"{number}.txt").write_text(text, "utf-8")
        settings.mkdir()
        (settings / "recoll.conf").write_text(f"topdirs = {texts}\n", "utf-8")
    ask = (program, "-c", str(settings), "-n")
    if (held := _held_by_recoll(*ask)) != len(passages):
        _process(indexer, "-c", str(settings))  # takes up where it was cut short
        held = _held_by_recoll(*ask)
    _must_hold(held, len(passages), str(settings))
    return {word: _best(lambda word=word: _process(*ask, str(_LIMIT), word), 3) for word in WORDS}  # type: ignore[misc]


def _held_by_recoll(*ask: str) -> int:
    """How many texts its index holds."""
    told = re.search(r"^(\d+) results", _process(*ask, "1", "mime:text/plain"), re.MULTILINE)
    return int(told[1]) if told else 0


_PEERS: dict[str, Callable[[Path, Path], Times]] = {
    "this program (process)": _ourselves,
    "ripgrep (process)": _ripgrep,
    "sqlite-utils search (process)": _sqlite_utils,
    "recoll (process)": _recoll,
    "tantivy, ranked": _tantivy,
}

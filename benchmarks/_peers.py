"""The same passages searched by other programs, where they are installed: ripgrep, sqlite-utils, tantivy, recoll."""

from __future__ import annotations

import importlib.util
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bluebook_desktop.services.search import SearchService
from bluebook_desktop.storage.connections import address_of
from bluebook_desktop.storage.library import Library

WORDS = ("futenma", "the", "security treaty", "zzzz")
_LIMIT = 20
_MOST = 100_000
Times = dict[str, float]


def compare(path: Path, folder: Path) -> None:
    """Print how long each takes for the same words, and the ratio to this program; of a process the whole of it."""
    library = Library(address_of(path))
    if library.passage_count() > _MOST:
        print("  peers are compared at 100,000 passages")
        library.close()
        return
    service = SearchService(library)
    ours = {word: _best(lambda word=word: service.search(word, limit=_LIMIT)) for word in WORDS}  # type: ignore[misc]
    library.close()
    print("  beside others (ms)".ljust(34) + "".join(word.rjust(17) for word in WORDS))
    print("    this program".ljust(34) + "".join(f"{ours[word]:17.2f}" for word in WORDS))
    for name, measure in _PEERS.items():
        found = measure(path, folder)
        if found is None:
            print(f"    {name}: not installed")
        else:
            cells = (f"{found[word]:.1f} ({found[word] / ours[word]:.0f} ×)" for word in WORDS)
            print(f"    {name}".ljust(34) + "".join(cell.rjust(17) for cell in cells))


def _best(work: Callable[[], object], times: int = 5) -> float:
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        found.append((time.perf_counter() - begun) * 1000)
    return sorted(found)[times // 2]


def _texts(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        return [row[0] for row in connection.execute("SELECT text FROM passages ORDER BY id")]


def _process(*command: str) -> None:
    subprocess.run(command, capture_output=True, check=False)  # nothing found is a status of its own


def _ripgrep(path: Path, folder: Path) -> Times | None:
    program = shutil.which("rg")
    if program is None:
        return None
    target = folder / "passages.txt"
    if not target.exists():
        target.write_text("\n".join(text.replace("\n", " ") for text in _texts(path)), "utf-8")
    return {word: _best(lambda word=word: _process(program, "-i", "-w", word, str(target))) for word in WORDS}  # type: ignore[misc]


def _sqlite_utils(path: Path, folder: Path) -> Times | None:
    import sqlite_utils

    target = folder / "sqlite-utils.db"
    if not target.exists():
        database = sqlite_utils.Database(target)
        database["passages"].insert_all({"id": n, "text": text} for n, text in enumerate(_texts(path)))  # type: ignore[union-attr]
        database["passages"].enable_fts(["text"])  # type: ignore[union-attr]
    search = (sys.executable, "-m", "sqlite_utils", "search", str(target), "passages")
    limit = str(_LIMIT)
    return {word: _best(lambda word=word: _process(*search, word, "--limit", limit), 3) for word in WORDS}  # type: ignore[misc]


def _tantivy(path: Path, folder: Path) -> Times | None:
    if importlib.util.find_spec("tantivy") is None:
        return None
    import tantivy  # type: ignore[import-not-found,unused-ignore]

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=True)
    index = tantivy.Index(builder.build())
    writer = index.writer(heap_size=200_000_000)
    for text in _texts(path):
        writer.add_document(tantivy.Document(text=text))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def search(word: str) -> None:
        for _, address in searcher.search(index.parse_query(word, ["text"]), _LIMIT).hits:
            searcher.doc(address)

    return {word: _best(lambda word=word: search(word)) for word in WORDS}  # type: ignore[misc]


def _recoll(path: Path, folder: Path) -> Times | None:
    program, indexer = shutil.which("recollq"), shutil.which("recollindex")
    if program is None or indexer is None:
        return None
    settings, texts = folder / "recoll", folder / "recoll-texts"
    if not settings.exists():
        texts.mkdir(exist_ok=True)
        for number, text in enumerate(_texts(path)):
            (texts / f"{number}.txt").write_text(text, "utf-8")
        settings.mkdir()
        (settings / "recoll.conf").write_text(f"topdirs = {texts}\n", "utf-8")
        _process(indexer, "-c", str(settings))
    limit = str(_LIMIT)
    return {
        word: _best(lambda word=word: _process(program, "-c", str(settings), "-n", limit, word), 3)  # type: ignore[misc]
        for word in WORDS
    }


_PEERS: dict[str, Callable[[Path, Path], Times | None]] = {
    "ripgrep (process)": _ripgrep,
    "sqlite-utils search (process)": _sqlite_utils,
    "tantivy, ranked": _tantivy,
    "recoll (process)": _recoll,
}

"""Checks the library as it lies against the originals, letter by letter, and names what differs by its passage.

Headings and passages are compared with the original text, read anew; everything else with a library built in
memory from the same originals. The library is read row by row: nothing is repaired, nothing is guessed.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from bluebook_desktop.errors import BluebookError, LibraryDamagedError, NewerSchemaError
from bluebook_desktop.extraction.version import RULES_VERSION
from bluebook_desktop.services.bundled import TEXT, section_folders
from bluebook_desktop.services.contents import all_contents, list_of_imports, original_texts
from bluebook_desktop.services.differences import Difference, compare_rows, sentence
from bluebook_desktop.services.fingerprint import fingerprint
from bluebook_desktop.services.library import own_folder
from bluebook_desktop.storage.build import Content, build_in_memory
from bluebook_desktop.storage.connections import address_of
from bluebook_desktop.storage.files import current_file
from bluebook_desktop.storage.library import Library
from bluebook_desktop.storage.raw import INDEXED, Row, indexed_words, raw_rows, rows_with_prefix
from bluebook_desktop.storage.schema import LONGEST_PREFIX, TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from bluebook_desktop.paths import UserFolders

_MEMORY = "bluebook-verify"
#: Compared with the original text itself.
_OF_TEXT = ("headings", "passages")
_RECORDS = ("events", "facilities", "quotations", "people", "abbreviations", "cross_references", "errata")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as in the originals; `passage` is its number, None where it stands in no passage."""

    section: str
    passage: int | None
    sentence: str


@dataclass(slots=True)
class Verification:
    """What was checked and what was found to be wrong."""

    library: str
    originals: list[tuple[str, str]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        """Whether everything is as in the originals."""
        return not self.findings


def is_first_start(folders: UserFolders) -> bool:
    """Whether no library was ever built here, so that none can be missing."""
    folder = folders.libraries
    return not folder.exists() or not any(folder.iterdir())


def verify_current(folders: UserFolders) -> Verification:
    """Verify the library that the program would open, as it lies; BluebookError when there is none to be read."""
    path = current_file(folders.libraries)
    try:
        library = _open(path)
    except NewerSchemaError:
        own = current_file(own_folder(folders))
        if own is None:
            raise
        path, library = own, _open(own)
    try:
        return verify_library(library, str(path), folders)
    finally:
        library.close()


def _open(path: Path | None) -> Library:
    if path is None:
        raise LibraryDamagedError("The library file is missing; “bluebook build” makes it anew.")
    try:
        return Library(address_of(path))
    except LibraryDamagedError as error:
        raise LibraryDamagedError(f"{error} “bluebook build” makes it anew.") from error


def verify_library(library: Library, name: str, folders: UserFolders) -> Verification:
    """Compare an open library with the originals, those that came with the program and those that were imported."""
    result = Verification(name)
    notices: list[str] = []
    try:
        contents = list(all_contents(folders, None, notices, unread=library))
        texts = original_texts(folders)
    except BluebookError as error:  # the originals themselves are not what they should be
        result.findings.append(Finding("", None, str(error)))
        result.findings += _differences_of_text(library)
        return result
    result.findings += [Finding("", None, notice) for notice in notices]
    prints = fingerprint(originals=folders.originals)
    imports = list_of_imports(folders, unread=library)
    address, keeper = build_in_memory(_MEMORY, contents, prints, str(RULES_VERSION), imports)
    try:
        expected = Library(address)
        try:
            _Comparison(library, expected, contents, texts, result).run()
        finally:
            expected.close()
    finally:
        keeper.close()
    return result


def _differences_of_text(library: Library) -> list[Finding]:
    """Where headings and passages differ from the originals as they lie, though these are not those described."""
    from bluebook_desktop.curated import load_edition, load_section_facts  # noqa: PLC0415
    from bluebook_desktop.sources.plaintext import read_plaintext  # noqa: PLC0415

    findings = []
    for edition_folder, folder in section_folders():
        try:
            section = load_section_facts(folder, load_edition(edition_folder))
            document = read_plaintext((folder / TEXT).read_bytes().decode("utf-8"))
        except (OSError, UnicodeDecodeError, BluebookError):
            continue  # said already
        for table, number, parts in (
            ("headings", "position", document.headings),
            ("passages", "number", document.passages),
        ):
            expected = {row[number]: row for row in ({"section": section.id, **asdict(part)} for part in parts)}
            rows = raw_rows(library, table).values()
            found = {row[number]: row for row in rows if row["section"] == section.id}
            for one in compare_rows(table, expected, found):
                if not one.column.startswith("source_"):  # these move with every letter before them
                    findings.append(Finding(section.id, one.passage, sentence(one, one.passage)))
    return findings


class _Comparison:
    """One library against the one it should be."""

    def __init__(
        self, found: Library, expected: Library, contents: list[Content], texts: dict[str, str], result: Verification
    ) -> None:
        """`texts` are the originals by the ids of their sections."""
        self._found, self._expected, self._contents, self._result = found, expected, contents, result
        self._texts = texts
        self._rows = {table: (raw_rows(expected, table), raw_rows(found, table)) for table in TABLES}
        self._reported: set[tuple[str, Any]] = set()
        self._passages = _passages_of_records({table: rows[0] for table, rows in self._rows.items()})

    def run(self) -> None:
        self._count()
        for table in TABLES:
            expected, found = self._rows[table]
            if table in _OF_TEXT:
                expected = self._rows_of_text(table, expected)
            for difference in compare_rows(table, expected, found):
                self._report(difference)
        self._check_offsets()
        self._check_excerpts()
        for index, table in INDEXED.items():
            self._check_index(index, self._rows[table][0])

    def _count(self) -> None:
        found = {table: len(rows[1]) for table, rows in self._rows.items()}
        self._result.counts = {table: found[table] for table in (*_OF_TEXT, "excerpts", *_RECORDS)}
        self._result.counts["search_entries"] = found["entries"]

    def _check_offsets(self) -> None:
        """Every passage in the library is the slice of the original that its offsets name."""
        for _, section, _, _ in self._contents:
            if section.id not in self._texts:  # its original cannot be read
                continue
            text = self._texts[section.id]
            self._result.originals.append((section.id, section.sha256))
            for row in self._rows["passages"][1].values():
                if row["section"] != section.id or ("passages", row["id"]) in self._reported:
                    continue
                if text[row["source_start"] : row["source_end"]] != row["text"]:
                    number = row["number"]
                    self._add(section.id, number, f"¶ {number} is not what the original has at its place.")

    def _rows_of_text(self, table: str, built: dict[Any, Row]) -> dict[Any, Row]:
        """The headings or passages as the originals give them, under the keys that a build gives them."""
        read: list[Row] = []
        for _, section, document, _ in self._contents:
            parts = document.headings if table == "headings" else document.passages
            read += [{"section": section.id, **asdict(part)} for part in parts]
        return {key: {"id": key, **row} for key, row in zip(built, read, strict=True)}

    def _report(self, difference: Difference) -> None:
        passage = difference.passage
        if passage is None:
            passage = self._passages.get((difference.table, difference.key))
        self._reported.add((difference.table, difference.key))
        self._add(difference.section, passage, sentence(difference, passage))

    def _add(self, section: str, passage: int | None, text: str) -> None:
        self._result.findings.append(Finding(section, passage, text))

    def _check_excerpts(self) -> None:
        """Every excerpt stands where it says, with its context, in the text as the library has it."""
        texts = {
            (row["section"], table, row[number]): (row[column], (table, row["id"]) in self._reported)
            for table, number, column in (("passages", "number", "text"), ("headings", "position", "title"))
            for row in self._rows[table][1].values()
        }
        for row in self._rows["excerpts"][1].values():
            place = ("passages", row["passage"]) if row["heading"] is None else ("headings", row["heading"])
            text, is_reported = texts.get((row["section"], *place), ("", True))
            if is_reported or ("excerpts", row["id"]) in self._reported:
                continue  # what differs was said already, and would be said again for each of its excerpts
            start, end = row["start"], row["end"]
            stands = text[start:end] == row["exact"]
            if not (stands and text[:start].endswith(row["prefix"]) and text[end:].startswith(row["suffix"])):
                number = row["passage"]
                self._add(row["section"], number, f"“{row['exact'][:60]}” does not stand at its place in ¶ {number}.")

    def _check_index(self, index: str, rows: dict[Any, Row]) -> None:
        """Every row is found by its words, and by the beginnings of words, as it should be."""
        expected, found = indexed_words(self._expected, index), indexed_words(self._found, index)
        wrong: dict[int, str] = {}
        for row in sorted({*expected, *found}):
            wanted, held = expected.get(row, []), found.get(row, [])
            if wanted != held:
                lost = next((word for word in wanted if word not in held), "")
                strange = next((word for word in held if word not in wanted), "")
                wrong[row] = f"does not find “{lost}”" if lost else f"has “{strange}”" if strange else "is out of order"
        prefixes = {
            word[:size] for words in expected.values() for word in words for size in range(1, LONGEST_PREFIX + 1)
        }
        for prefix in sorted(prefixes):
            wanted_rows = set(rows_with_prefix(self._expected, index, prefix))
            for row in wanted_rows ^ set(rows_with_prefix(self._found, index, prefix)):
                wrong.setdefault(row, f"does not find words that begin with “{prefix}”")
        for row, what in sorted(wrong.items()):
            known = rows.get(row, {})
            passage = known.get("number", known.get("passage"))
            where = "nowhere in the text" if passage is None else f"in ¶ {passage}"
            self._add(str(known.get("section", "")), passage, f"The search index {what} {where} as it should.")


def _passages_of_records(tables: dict[str, dict[Any, Row]]) -> dict[tuple[str, Any], int]:
    """For each record the passage that bears it out."""
    import json  # noqa: PLC0415

    excerpts = tables["excerpts"]
    found: dict[tuple[str, Any], int] = {}
    for table in _RECORDS:
        for key, row in tables[table].items():
            first = row["excerpt"] if "excerpt" in row else json.loads(row["mentions"])[0]
            found[table, key] = excerpts[first]["passage"]
    return found

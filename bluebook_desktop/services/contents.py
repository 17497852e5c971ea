"""Everything that a library is built from: the bundled editions and the files that the reader imported."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from bluebook_desktop.domain.documents import Document, Edition, Section
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.errors import BluebookError, LibraryDamagedError, StoppedError
from bluebook_desktop.paths import UserFolders, bundled
from bluebook_desktop.services.bundled import read_contents, read_original, section_folders
from bluebook_desktop.storage.originals import Original, Originals, as_text, from_text

if TYPE_CHECKING:
    from bluebook_desktop.domain.records import Records
    from bluebook_desktop.extraction.gazetteer import Gazetteer
    from bluebook_desktop.sources.reading import SourceDocument
    from bluebook_desktop.storage.build import Content
    from bluebook_desktop.storage.library import Library

_PUBLISHER = "Ministry of Foreign Affairs of Japan"
_LICENCE = "Public Data License (Version 1.0)"
_LICENCE_ADDRESS = "https://www.mofa.go.jp/about/legalmatters.html"
#: A year that no text covers.
_NEVER = "9999-01-01"
#: The edition of documents that belong to no yearbook.
OTHER = "other"


@dataclass(slots=True)
class Change:
    """What the next library is to hold, other than the list of imports says yet.

    `entries` are the imports as they will be, `fresh` the sections that were just read, by their ids. When the
    library is whole, `commit` makes it so, and `withdraw` undoes that should the library not get its name for all
    that. `stopped` is asked again and again before.
    """

    entries: list[Original]
    commit: Callable[[], None]
    withdraw: Callable[[], None]
    fresh: dict[str, Content] = field(default_factory=dict)
    stopped: Callable[[], bool] = lambda: False


def all_contents(
    folders: UserFolders,
    previous: Library | None,
    notices: list[str],
    change: Change | None = None,
    unread: Library | None = None,
) -> Iterator[Content]:
    """Every section, newest edition first, in the order of their numbers.

    An imported file takes the place of a bundled section of the same number. What the previous library holds of the
    same bytes, found by the same rules, is taken from it. Where an original cannot be read, its section stays as the
    previous library has it, else is left out, which `notices` say in a sentence; for who compares all others it is
    taken from the library `unread`.
    Raises StoppedError when the change was stopped.
    """
    found: dict[str, Content] = {content[1].id: content for content in read_contents()}
    originals = Originals(folders.originals)
    active = [one for one in change.entries if one.active] if change else _active(originals, notices, unread)
    fresh = change.fresh if change is not None else {}
    for original in active:
        _stop(change)
        try:
            content = fresh.get(f"{original.edition}/{original.section}") or _reused(original, previous)
            content = content or read_imported(original, originals.read(original))
        except BluebookError as error:
            held = _held(original, unread or previous)
            so = "is not compared" if unread else "stays as the library has it" if held else "is left out"
            notices.append(f"{str(error).removesuffix('.')}; {original.edition}/{original.section} {so}.")
            if held:
                found[held[1].id] = held
        else:
            found[content[1].id] = content
    for content in sorted(found.values(), key=lambda content: _order(content[0], content[1])):
        _stop(change)
        yield content


def _stop(change: Change | None) -> None:
    if change is not None and change.stopped():
        raise StoppedError("The library is as it was.")


def _active(originals: Originals, notices: list[str], unread: Library | None = None) -> list[Original]:
    """The imported files that the list names; where it is lost, those that the library `unread` does."""
    listed: list[Original] = []
    if unread is not None and (state := originals.state_of_list()):
        with contextlib.suppress(ValueError):  # garbled, as the comparison finds
            listed = from_text(unread.meta("imports"))
        if listed and state == "missing":
            notices.append("The list of imported files is missing; “bluebook build” makes it anew from the library.")
    try:
        return listed or originals.active()
    except BluebookError as error:
        notices.append(str(error))
        return []


def list_of_imports(folders: UserFolders, change: Change | None = None, unread: Library | None = None) -> str:
    """The imported files that are in the library, as the library itself keeps them."""
    entries = change.entries if change else _active(Originals(folders.originals), [], unread)
    return as_text(one for one in entries if one.active)


def _order(edition: Edition, section: Section) -> tuple[int, str, list[int]]:
    return -edition.year, edition.id, [int(part) for part in section.number.split(".")]


def _reused(original: Original, previous: Library | None) -> Content | None:
    """A section as the previous library has it, where nothing has changed since."""
    from bluebook_desktop.extraction.version import RULES_VERSION  # noqa: PLC0415 - only with imports

    if previous is None or previous.meta("rules") != str(RULES_VERSION):
        return None
    return _held(original, previous)


def _held(original: Original, library: Library | None) -> Content | None:
    """What a library holds of the very bytes of an imported file."""
    from bluebook_desktop.storage.records import read_records  # noqa: PLC0415 - only with imports

    if library is None:
        return None
    section_id = f"{original.edition}/{original.section}"
    try:
        section = next((one for one in library.sections(original.edition) if one.id == section_id), None)
        if section is None or section.sha256 != original.sha256:
            return None
        edition = next(one for one in library.editions() if one.id == original.edition)
        return edition, section, library.document(section_id), read_records(library, section_id)
    except LibraryDamagedError:  # then it is read anew from the original
        return None


def read_imported(original: Original, content: bytes) -> Content:
    """An imported file, read, with all that the program finds in it."""
    from bluebook_desktop.sources.reading import read_bytes  # noqa: PLC0415 - as above

    return content_of(original, read_bytes(content, original.name))


def content_of(original: Original, read: SourceDocument) -> Content:
    """An imported file that was read, with all that the program finds in it."""
    edition = edition_of(original.edition)
    section = Section(
        edition=edition.id,
        number=original.section,
        title=read.title or original.name,
        chapter=read.chapter,
        address=read.address,
        accessed=original.imported,
        source_line=_source_line(edition, original, read.address),
        sha256=original.sha256,
    )
    return edition, section, read.document, _extract(read.document, edition)


def original_texts(folders: UserFolders) -> dict[str, str]:
    """The verbatim originals by the ids of their sections; RecordError or BluebookError for one that is damaged."""
    from bluebook_desktop.curated import load_edition, load_section_facts  # noqa: PLC0415 - verifying alone needs it
    from bluebook_desktop.sources.reading import read_bytes  # noqa: PLC0415

    texts: dict[str, str] = {}
    for edition_folder, folder in section_folders():
        section = load_section_facts(folder, load_edition(edition_folder))
        texts[section.id] = read_original(folder, section)
    originals = Originals(folders.originals)
    for original in _active(originals, []):
        with contextlib.suppress(BluebookError):  # left out of the library, which is said elsewhere
            content = originals.read(original)
            texts[f"{original.edition}/{original.section}"] = read_bytes(content, original.name).text
    return texts


def _extract(document: Document, edition: Edition) -> Records:
    """What the program finds; in a document of no yearbook nothing that only a covered year would date."""
    from bluebook_desktop.extraction.engine import extract  # noqa: PLC0415 - only with imports

    if edition.period_start:
        return extract(document, edition, _gazetteer())
    found = extract(document, replace(edition, period_start=_NEVER, period_end=_NEVER), _gazetteer())
    dated = tuple(one for one in found.events if not one.date.span.edtf.startswith(_NEVER[:4]))
    known = {one.id for one in dated}
    quotations = tuple(one if one.event in known else replace(one, event="", date=None) for one in found.quotations)
    origins = {key: origin for key, origin in found.origins.items() if key[0] != Kind.EVENT or key[1] in known}
    return replace(found, events=dated, quotations=quotations, origins=origins)


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer:
    from bluebook_desktop.extraction.gazetteer import load_gazetteer  # noqa: PLC0415

    return load_gazetteer(bundled("data", "gazetteer", "facilities.toml"))


def edition_of(edition_id: str) -> Edition:
    """The edition of an id such as ``2019-en``: a Bluebook tells of the year before its date."""
    first, _, language = edition_id.partition("-")
    if not first.isdecimal():
        return Edition(edition_id, "Other documents", 0, language, "", "", "", "", "")
    year = int(first)
    title = f"Diplomatic Bluebook {year}" if language == "en" else f"外交青書 {year}"
    period = f"{year - 1}-01-01", f"{year - 1}-12-31"
    return Edition(edition_id, title, year, language, *period, _PUBLISHER, _LICENCE, _LICENCE_ADDRESS)


def _source_line(edition: Edition, original: Original, address: str) -> str:
    """What the Ministry's terms ask for, as far as the file tells; else the file itself."""
    where = f"URL: {address} Accessed {original.imported}." if address else f"File: {original.name}."
    if not edition.publisher:
        return f"Source: {where}"
    return f"Source: “{edition.title}.” {edition.publisher}. {where}"

"""The editions that the program brings along: read, checked against their records, ready to be built."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from bluebook_desktop.domain.documents import Document, Edition, Section
from bluebook_desktop.domain.records import Records
from bluebook_desktop.errors import RecordError
from bluebook_desktop.services.fingerprint import editions_folder

TEXT = "text.txt"


def section_folders(folder: Path | None = None) -> list[tuple[Path, Path]]:
    """Edition folder and section folder of every bundled section, in reading order."""
    found = []
    for toml in sorted((folder or editions_folder()).glob("*/edition.toml")):
        sections = sorted(toml.parent.glob("*/section.toml"), key=lambda path: _order(path.parent.name))
        found += [(toml.parent, section.parent) for section in sections]
    return found


def _order(number: str) -> list[int]:
    return [int(part) for part in number.split(".")]


def read_original(folder: Path, section: Section) -> str:
    """The verbatim text of a section's original; RecordError when it is not the one section.toml describes."""
    content = (folder / TEXT).read_bytes()
    if hashlib.sha256(content).hexdigest() != section.sha256:
        raise RecordError(f"{folder.name}/{TEXT} is not the text that section.toml describes: its SHA-256 differs.")
    return content.decode("utf-8")


def bundled_texts(folder: Path | None = None) -> dict[str, str]:
    """The ids of the bundled sections with the SHA-256 of their texts."""
    from bluebook_desktop.curated import load_edition, load_section_facts  # noqa: PLC0415 - only imports ask

    sections = (load_section_facts(one, load_edition(edition)) for edition, one in section_folders(folder))
    return {section.id: section.sha256 for section in sections}


def read_contents(folder: Path | None = None) -> Iterator[tuple[Edition, Section, Document, Records]]:
    """Every bundled section with its records; RecordError when a record is not borne out by the text."""
    from bluebook_desktop.curated import load_edition, load_records, load_section_facts  # noqa: PLC0415
    from bluebook_desktop.extraction.sentences import sentence_spans  # noqa: PLC0415
    from bluebook_desktop.sources.plaintext import read_plaintext  # noqa: PLC0415 - a start pays for none of these

    for edition_folder, section_folder in section_folders(folder):
        edition = load_edition(edition_folder)
        section = load_section_facts(section_folder, edition)
        document = read_plaintext(read_original(section_folder, section))
        yield edition, section, document, load_records(section_folder, document, sentence_spans)

"""How much of everything a library holds."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from bluebook_desktop.domain.records import Records
from bluebook_desktop.storage.records import read_records

if TYPE_CHECKING:
    from bluebook_desktop.storage.library import Library


def count_library(library: Library) -> dict[str, int]:
    """The number of editions, sections, headings, passages and records of each kind."""
    sections = library.sections()
    documents = [library.document(section.id) for section in sections]
    records = [read_records(library, section.id) for section in sections]
    return {
        "editions": len(library.editions()),
        "sections": len(sections),
        "headings": sum(len(document.headings) for document in documents),
        "passages": sum(len(document.passages) for document in documents),
        **{kind.name: sum(len(getattr(one, kind.name)) for one in records) for kind in fields(Records)},
    }

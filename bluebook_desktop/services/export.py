"""Exports a section with all that it bears out as one object; docs/export.md describes every key."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from bluebook_desktop import __version__
from bluebook_desktop.domain.citations import attribution
from bluebook_desktop.domain.documents import PassageKind
from bluebook_desktop.errors import BluebookError
from bluebook_desktop.replacing import put_in_place
from bluebook_desktop.services.objects import Object, SectionObjects

if TYPE_CHECKING:
    from bluebook_desktop.services.sections import OpenSection

_SURROGATE = re.compile("[\ud800-\udfff]")


def export_object(section: OpenSection) -> Object:
    """Everything the library holds of a section, ready to be written as JSON."""
    objects = SectionObjects(section)
    document, records = section.document, section.records
    return {
        "edition": asdict(section.edition),
        "section": {"id": section.id, **asdict(section.section)},
        **made_from(section),
        "headings": [objects.heading(one) for one in document.headings],
        "passages": [objects.passage(one) for one in document.passages],
        "captions": [objects.caption(one) for one in document.passages if one.kind is PassageKind.CAPTION],
        "events": [objects.event(one) for one in records.events],
        "facilities": [objects.facility(one) for one in records.facilities],
        "quotations": [objects.quotation(one) for one in records.quotations],
        "people": [objects.person(one) for one in records.people],
        "abbreviations": [objects.abbreviation(one) for one in records.abbreviations],
        "cross_references": [objects.cross_reference(one) for one in records.cross_references],
        "errata": [objects.erratum(one) for one in records.errata],
    }


def made_from(section: OpenSection) -> Object:
    """What an export says of its origin, as the Ministry's terms of use ask of whatever is made from its texts."""
    edition, source = section.edition, section.section
    return {
        "source_line": attribution(edition, source),
        "made_from": {
            "title": edition.title,
            "publisher": edition.publisher,
            "address": source.address,
            "accessed": source.accessed,
            "sha256": source.sha256,
            "licence": edition.licence,
            "licence_address": edition.licence_address,
        },
        "made_by": {"program": "Bluebook Desktop", "version": __version__},
    }


def to_json(value: Object, *, indent: int | None = None) -> str:
    """JSON with every letter as itself and a newline at its end; half of a surrogate pair, which is none, escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"


def storable(text: str) -> str:
    """Text that a file in UTF-8 can hold: half of a surrogate pair is no character."""
    return _SURROGATE.sub("\ufffd", text)


def _as_json(sections: Sequence[OpenSection]) -> str:
    """One object for a section; of several, one with their list."""
    objects = [export_object(section) for section in sections]
    return to_json(objects[0] if len(objects) == 1 else {"sections": objects}, indent=2)


#: Name of a format -> what writes sections in it. The command line offers what stands here.
FORMATS: dict[str, Callable[[Sequence[OpenSection]], str]] = {"json": _as_json}


def write_atomically(path: Path, text: str) -> None:
    """Write a whole file or leave the old one as it was; BluebookError when it cannot be written."""
    try:
        target = path.resolve()  # through a link to the file that it names
        if target.exists() and not target.is_file():  # a device or a pipe cannot be replaced
            target.write_text(text, "utf-8", newline="")
            return
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}-", dir=target.parent)
        draft = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            draft.chmod(_mode(target))
            put_in_place(draft, target)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
    except (OSError, ValueError) as error:  # ValueError: a name with a null character
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise BluebookError(f"{path} cannot be written: {reason}.") from error


def _mode(target: Path) -> int:
    """The permissions of the file to be replaced, or those that a new file gets."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

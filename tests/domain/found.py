"""The real section with the records that the program finds in it, and decisions on them, for several tests."""

import itertools
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from bluebook_desktop.domain.decisions import Decision, Record, places_of, records_of, title_of
from bluebook_desktop.domain.documents import Document
from bluebook_desktop.domain.records import Records, Verdict
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.extraction import extract, load_gazetteer
from bluebook_desktop.paths import bundled
from bluebook_desktop.sources.plaintext import read_plaintext
from tests.extraction.conftest import make_edition

SECTION = "2021-en/4.2.2"
_keys = itertools.count(1)


@lru_cache(maxsize=8)
def records_in(text: str) -> tuple[Document, Records]:
    """A text as it is read, and what the program finds in it."""
    document = read_plaintext(text)
    gazetteer = load_gazetteer(bundled("data", "gazetteer", "facilities.toml"))
    return document, extract(document, make_edition(), gazetteer)


def real_text() -> str:
    return bundled("data", "editions", "2021-en", "4.2.2", "text.txt").read_bytes().decode("utf-8")


def found_records() -> tuple[Document, Records]:
    """What the program finds in the real section, which it has no curated records of here."""
    return records_in(real_text())


def decision_on(record: Record, kind: Kind, verdict: Verdict, values: Mapping[str, str] | None = None) -> Decision:
    """A decision as the program takes it, each a second later than the one before."""
    number = next(_keys)
    return Decision(
        key=f"key-{number}",
        section=SECTION,
        kind=kind,
        record=record.id,
        title=title_of(record),
        verdict=verdict,
        anchor=places_of(record)[0],
        decided_at=f"2026-01-05T12:{number // 60 % 60:02}:{number % 60:02}.{number:06}+00:00",
        values=values or {},
    )


def all_of(records: Records) -> dict[tuple[Kind, str], Record]:
    """Every record that can be decided on."""
    return {(kind, one.id): one for kind in Kind for one in records_of(records, kind)}


def without_yours(records: Records) -> Records:
    """The records alone, whatever was decided on them."""
    return replace(records, yours={})

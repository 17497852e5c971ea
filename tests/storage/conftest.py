"""A small library of hand-made records, and the bundled one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bluebook_desktop.domain.dates import EventDate, YearSource, parse_edtf
from bluebook_desktop.domain.documents import Document, Edition, Section
from bluebook_desktop.domain.excerpts import Excerpt, find_excerpt
from bluebook_desktop.domain.records import (
    Abbreviation,
    Added,
    CrossReference,
    Erratum,
    Event,
    EventKind,
    Facility,
    FacilityKind,
    Fact,
    Person,
    Quotation,
    QuotationKind,
    Records,
    Role,
    Status,
)
from bluebook_desktop.sources.plaintext import read_plaintext
from bluebook_desktop.storage.build import Content, build_file
from bluebook_desktop.storage.connections import address_of
from bluebook_desktop.storage.library import Library

TEXT = """Diplomatic Bluebook 1999

Chapter 1

Ties

1 Ties of Friendship

In May 1998, Minister Ono Aya visited Camp Hill (CH) and said “Friendship isrock-solid” (see the Column).

A view of Camp Hill (Photo: Ono)A view of Camp Hill (Photo: Ono)
"""


def excerpt(document: Document, passage: int, exact: str) -> Excerpt:
    found = find_excerpt(passage, document.passage(passage).text, exact)
    assert found is not None
    return found


def small_records(document: Document) -> Records:
    """One record of each kind, with every field filled."""

    def at(exact: str, passage: int = 1) -> Excerpt:
        return excerpt(document, passage, exact)

    date = EventDate("In May 1998", parse_edtf("1998-05"), YearSource.PRINTED)
    inferred = EventDate("May", parse_edtf("1998-05/.."), YearSource.INFERRED, "Because.")
    heading = Excerpt(1, "Ties", "", " of Friendship", 0, 4, heading=2)
    added = Added("In the hills", "A map")
    return Records(
        events=(
            Event(
                "visit",
                "Visit",
                EventKind.DIPLOMACY,
                Status.HAPPENED,
                date,
                document.passage(1).text,
                at("visited Camp Hill"),
                at("In May 1998"),
                (at("Camp Hill", 2),),
                ("ono",),
                ("the guests",),
                ("camp-hill",),
                "the hills",
                (added,),
            ),
        ),
        facilities=(
            Facility(
                "camp-hill",
                "Camp Hill",
                FacilityKind.PLANNED,
                (at("Camp Hill"), heading),
                ("CH",),
                ("camp",),
                (Fact("Visited", at("visited"), "4 hectares"),),
                "hill",
                unc_may_use=True,
                returned=True,
                where=added,
                latitude=1.5,
                longitude=-2.25,
                notes=(added, added),
            ),
        ),
        quotations=(
            Quotation(
                "solid",
                QuotationKind.SPEECH,
                "Friendship isrock-solid",
                at("“Friendship isrock-solid”"),
                ("ono",),
                ("Minister Ono Aya",),
                "Visit",
                "said",
                inferred,
                "visit",
            ),
            Quotation("term", QuotationKind.TERM, "rock", at("rock")),
        ),
        people=(
            Person(
                "ono",
                "Ono Aya",
                (Role("Minister", at("Minister")),),
                (at("Ono Aya"), at("Ono", 2)),
                "Ono Aya",
                added,
                "No other.",
            ),
        ),
        abbreviations=(Abbreviation("CH", "Camp Hill", at("Camp Hill (CH)")),),
        cross_references=(CrossReference("column", at("see the Column"), None, "Elsewhere."),),
        errata=(Erratum("is-rock", at("isrock-solid"), "is rock-solid", "Two words joined."),),
    )


@pytest.fixture(scope="session")
def content() -> Content:
    document = read_plaintext(TEXT)
    edition = Edition("1999-en", "Diplomatic Bluebook 1999", 1999, "en", "1998-01-01", "1998-12-31", "M", "L", "A")
    section = Section("1999-en", "1.1", "Ties of Friendship", "1", "https://x", "2026-01-01", "Source: x.", "0" * 64)
    return edition, section, document, small_records(document)


@pytest.fixture(scope="session")
def file(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_file(tmp_path_factory.mktemp("library"), [content], "print")


@pytest.fixture
def library(file: Path) -> Iterator[Library]:
    opened = Library(address_of(file))
    yield opened
    opened.close()

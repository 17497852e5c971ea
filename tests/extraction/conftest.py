"""Documents made of a few paragraphs, editions of any year, and the gazetteer."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bluebook_desktop.domain.documents import Document, Edition, Heading, HeadingKind, Passage, PassageKind
from bluebook_desktop.domain.records import Records
from bluebook_desktop.extraction import Gazetteer, extract, load_gazetteer
from bluebook_desktop.paths import bundled

Extract = Callable[..., Records]


def make_edition(year: int = 2021, language: str = "en") -> Edition:
    return Edition(
        id=f"{year}-{language}",
        title=f"Diplomatic Bluebook {year}",
        year=year,
        language=language,
        period_start=f"{year - 1}-01-01",
        period_end=f"{year - 1}-12-31",
        publisher="Ministry of Foreign Affairs of Japan",
        licence="",
        licence_address="",
    )


def make_document(*paragraphs: str) -> Document:
    heading = Heading(0, HeadingKind.SECTION, "1", "Section", 1, len(paragraphs), 0, 0)
    passages = [
        Passage(number, PassageKind.PARAGRAPH, text, 0, 0, len(text)) for number, text in enumerate(paragraphs, 1)
    ]
    return Document((heading,), tuple(passages))


def with_heading(document: Document, title: str) -> Document:
    """The same document under another heading."""
    return replace(document, headings=(replace(document.headings[0], title=title),))


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load_gazetteer(bundled("data", "gazetteer", "facilities.toml"))


@pytest.fixture(scope="session")
def find(gazetteer: Gazetteer) -> Extract:
    def run(*paragraphs: str, year: int = 2021, language: str = "en") -> Records:
        return extract(make_document(*paragraphs), make_edition(year, language), gazetteer)

    return run

"""The bundled section, read once: its text, document, tables and records."""

from functools import cache
from pathlib import Path

import pytest

from bluebook_desktop.curated import Table, check_records, read_tables
from bluebook_desktop.curated.loading import Splitter
from bluebook_desktop.domain.documents import Document
from bluebook_desktop.domain.records import Records
from bluebook_desktop.extraction.sentences import sentence_spans
from bluebook_desktop.paths import bundled
from bluebook_desktop.sources.plaintext import read_plaintext


@pytest.fixture(scope="session")
def folder() -> Path:
    return bundled("data", "editions", "2021-en", "4.2.2")


@pytest.fixture(scope="session")
def text(folder: Path) -> str:
    return (folder / "text.txt").read_bytes().decode("utf-8")


@pytest.fixture(scope="session")
def document(text: str) -> Document:
    return read_plaintext(text)


@pytest.fixture(scope="session")
def split() -> Splitter:
    return cache(sentence_spans)


@pytest.fixture(scope="session")
def tables(folder: Path) -> list[Table]:
    return read_tables(folder)


@pytest.fixture(scope="session")
def records(tables: list[Table], document: Document, split: Splitter, text: str) -> Records:
    return check_records(tables, document, split, text)

"""Everything shown is borne out: every excerpt of every record, curated or found, stands verbatim in its text."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.paths import UserFolders, bundled
from bluebook_desktop.services.browsing import open_section
from bluebook_desktop.services.contents import original_texts
from bluebook_desktop.services.export import export_object
from bluebook_desktop.services.importing import import_files
from bluebook_desktop.services.library import open_library
from bluebook_desktop.services.sections import OpenSection
from bluebook_desktop.storage.library import Library

BUNDLED = (bundled("data", "editions", "2021-en", "4.2.2") / "text.txt").read_text("utf-8")
SECTIONS = ("2021-en/4.2.2", "2016-en/3.1", "2018-en/4.2", "2012-en/4.2")
KINDS = ("events", "facilities", "quotations", "people", "abbreviations")


def earlier(text: str) -> str:
    """The section as of five years earlier, in another chapter, its lines broken, with straight marks."""
    shifted = re.sub(r"\b(19|20)\d\d\b", lambda year: str(int(year[0]) - 5), text)
    moved = shifted.replace("Chapter 4", "Chapter 3").replace("\n2 Japan-U.S.", "\n1 Japan-U.S.")
    plain = moved.translate(str.maketrans("“”’", '""\''))
    return "\n\n".join(textwrap.fill(block, 88) for block in plain.split("\n\n"))


def renamed(text: str) -> str:
    """Other people and places, other months, and letters beyond the plane that most programs know."""
    for one, other in (("2021", "2018"), ("2020", "2017"), ("Futenma", "Yokota"), ("Kishi", "Onodera")):
        text = text.replace(one, other)
    return text.replace("August", "June").replace("Alliance", "Alliance \N{CLINKING BEER MUGS}")


def page(text: str) -> str:
    """A page of the Ministry's kind."""
    blocks = text.replace("2021", "2012").replace("2020", "2011").split("\n\n")
    body = "".join(f"<p>{html.escape(block)}&nbsp;</p>\r\n" for block in blocks)
    return f"<html><head><title>Diplomatic Bluebook 2012</title></head><body>{body}</body></html>"


VARIANTS: dict[str, Callable[[str], str]] = {"earlier.txt": earlier, "renamed.txt": renamed, "page.html": page}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> UserFolders:
    """A library with three imported sections."""
    root: Path = tmp_path_factory.mktemp("provenance")
    for name, change in VARIANTS.items():
        (root / name).write_text(change(BUNDLED), "utf-8")
    home = root / "home"
    folders = UserFolders(data=home, config=home, log=home / "log")
    report = import_files(folders, [root / name for name in VARIANTS])
    assert sorted(one.section for one in report.files) == sorted(SECTIONS[1:])
    return folders


@pytest.fixture(scope="module")
def library(folders: UserFolders) -> Iterator[Library]:
    with closing(open_library(folders)) as opened:
        yield opened.library


@pytest.fixture(params=SECTIONS)
def section(library: Library, request: pytest.FixtureRequest) -> OpenSection:
    return open_section(library, request.param)


def excerpts_in(value: object) -> Iterator[Excerpt]:
    """Every excerpt in a record, wherever in it."""
    if isinstance(value, Excerpt):
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            yield from excerpts_in(getattr(value, one.name))
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from excerpts_in(part)


def test_every_record_has_an_excerpt_and_every_excerpt_stands_in_its_passage(section: OpenSection) -> None:
    document, checked = section.document, 0
    for kind in (*KINDS, "cross_references", "errata"):
        for record in getattr(section.records, kind):
            found = list(excerpts_in(record))
            assert found, record
            for one in found:
                at_heading = one.heading is not None
                text = document.headings[one.heading or 0].title if at_heading else document.passage(one.passage).text
                assert one.exact
                assert text[one.start : one.end] == one.exact
                assert text[: one.start].endswith(one.prefix)
                assert text[one.end :].startswith(one.suffix)
                checked += 1
    assert checked > 100


def test_every_kind_of_record_is_there_and_says_whether_it_was_found(section: OpenSection) -> None:
    is_imported = section.id != SECTIONS[0]
    assert all(getattr(section.records, kind) for kind in KINDS)
    for kind, records in zip(
        (Kind.EVENT, Kind.FACILITY, Kind.QUOTATION, Kind.PERSON, Kind.ABBREVIATION),
        (getattr(section.records, kind) for kind in KINDS),
        strict=True,
    ):
        assert {(kind, one.id) in section.records.origins for one in records} == {is_imported}


def test_every_passage_is_the_original_letter_by_letter(folders: UserFolders, section: OpenSection) -> None:
    text = original_texts(folders)[section.id]
    for passage in section.document.passages:
        assert text[passage.source_start : passage.source_end] == passage.text


def letters(text: str) -> str:
    """A text without its blanks: a line that the source breaks is shown whole."""
    return "".join(text.split())


def test_what_is_shown_as_printed_is_printed(section: OpenSection) -> None:
    """Quotations, names and short forms are letters of the text, not words about it."""
    records = section.records
    for quotation in records.quotations:
        assert letters(quotation.text).strip("“”\"'") in letters(quotation.excerpt.exact)
    for event in records.events:
        assert event.date_excerpt.exact in section.document.passage(event.date_excerpt.passage).text
    for short in records.abbreviations:
        assert any(letters(short.short) in letters(one.exact) for one in excerpts_in(short)), short


def test_an_export_says_the_same_excerpts_of_passages_that_hold_them(section: OpenSection) -> None:
    exported = export_object(section)
    texts = {one["number"]: one["text"] for one in exported["passages"]}
    titles = [one["title"] for one in exported["headings"]]
    count = 0
    for one in nested(exported, "exact"):
        text = texts[one["passage"]] if one.get("heading") is None else titles[one["heading"]]
        assert text[one["start"] : one["end"]] == one["exact"]
        count += 1
    assert count > 100


def nested(value: object, key: str) -> Iterator[dict[str, object]]:
    """All objects that have a key, wherever in a value."""
    if isinstance(value, dict):
        if key in value:
            yield value
        for part in value.values():
            yield from nested(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from nested(part, key)

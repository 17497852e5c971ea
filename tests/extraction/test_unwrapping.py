"""Sections whose paragraphs run over several lines give the records of those in one line, cut out verbatim."""

import re
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.extraction import read_bundled
from bluebook_desktop.domain.documents import Document
from bluebook_desktop.domain.records import Records
from bluebook_desktop.extraction import Gazetteer, extract
from bluebook_desktop.extraction.unwrapping import in_one_line
from bluebook_desktop.paths import bundled
from bluebook_desktop.sources.plaintext import read_plaintext
from tests.extraction.conftest import Extract, make_edition

_BLOCKS = [
    line
    for line in bundled("data", "editions", "2021-en", "4.2.2", "text.txt").read_text(encoding="utf-8").split("\n")
    if line.strip()
]


def _wrapped(width: int, ends: str) -> Document:
    return read_plaintext((ends * 2).join(ends.join(textwrap.wrap(block, width)) for block in _BLOCKS))


def _told(found: Records) -> dict[str, list[object]]:
    return {
        "events": [(e.title, e.date.printed, e.date.span.edtf, e.status, e.place) for e in found.events],
        "quotations": [(q.kind, q.text, q.speaker_names) for q in found.quotations],
        "people": [(p.name, len(p.mentions), [role.title for role in p.roles]) for p in found.people],
        "abbreviations": [(a.short, a.full) for a in found.abbreviations],
        "facilities": [(f.name, len(f.mentions)) for f in found.facilities],
        "cross-references": [c.target for c in found.cross_references],
    }


@pytest.mark.parametrize(("width", "ends"), [(92, "\n"), (70, "\r\n")])
def test_wrapped_lines_change_nothing_that_is_found(gazetteer: Gazetteer, width: int, ends: str) -> None:
    document, _ = read_bundled()
    wrapped = _wrapped(width, ends)
    found = extract(wrapped, make_edition(), gazetteer)
    assert _told(found) == _told(extract(document, make_edition(), gazetteer))
    for event in found.events:
        for excerpt in (event.excerpt, event.date_excerpt, *event.also):
            assert wrapped.passage(excerpt.passage).text[excerpt.start : excerpt.end] == excerpt.exact


def _in_pages(every: int) -> Document:
    """The section wrapped, with a page's number and head after about so many lines, always within a sentence."""
    lines = "\n\n".join("\n".join(textwrap.wrap(block, 88)) for block in _BLOCKS).split("\n")
    printed: list[str] = []
    since = 0
    for number, line in enumerate(lines, 100):
        printed.append(line)
        since += 1
        if since >= every and re.search(r"[a-z,]$", line) and len(line) > 70 and lines[number - 99][:1].islower():
            printed += ["", str(number), "", f"DIPLOMATIC BLUEBOOK 2021   {number}", ""]
            since = 0
    return read_plaintext("\n".join(printed))


def test_a_paragraph_that_a_page_parts_tells_what_the_whole_one_does(gazetteer: Gazetteer) -> None:
    document, _ = read_bundled()
    parted = _in_pages(25)
    assert len(parted.passages) > len(document.passages)
    whole, found = (
        _told(extract(document, make_edition(), gazetteer)),
        _told(extract(parted, make_edition(), gazetteer)),
    )
    assert found["quotations"] == whole["quotations"]
    assert found["abbreviations"] == whole["abbreviations"]
    assert [name for name, *_ in found["people"]] == [name for name, *_ in whole["people"]]
    assert [(one[1], one[2]) for one in found["events"]] == [(one[1], one[2]) for one in whole["events"]]


def test_an_excerpt_of_a_parted_paragraph_stands_in_one_half(find: Extract) -> None:
    found = find("The ministers met in Tokyo and the Cabinet of Ur adopted", "the plan on 3 May 2012.", year=2013)
    (event,) = found.events
    assert event.date_excerpt.passage == 2
    assert (event.date_excerpt.exact, event.excerpt.exact) == ("3 May 2012", "the plan on 3 May 2012.")
    assert event.sentence == "The ministers met in Tokyo and the Cabinet of Ur adopted the plan on 3 May 2012."


def test_lines_of_a_list_are_no_halves(find: Extract) -> None:
    found = find("The fields are as follows", "- trade, from 3 May 2012", "- science, from 4 May 2012", year=2013)
    assert [event.sentence[:9] for event in found.events] == ["- trade, ", "- science"]


def test_a_date_over_two_lines_is_one_and_its_excerpt_keeps_the_break(find: Extract) -> None:
    (event,) = find("Talks were held in Tokyo in September\n2012 between the two leaders.", year=2013).events
    assert event.date.printed == "September 2012"
    assert event.date_excerpt.exact == "September\n2012"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("the Japan-\nU.S. Alliance", "the Japan-U.S. Alliance"),
        ("pre-\nand post-war", "pre- and post-war"),
        ("Non- proliferation, short- and long-term", "Non-proliferation, short- and long-term"),
        ("a plan - first of all", "a plan - first of all"),
        ("in\u00a0May\r\n   2012", "in May 2012"),
        ("co\u00adopera\u200btion", "cooperation"),
        ("安全保障\n体制", "安全保障体制"),
        ("one line", "one line"),
    ],
)
def test_a_text_in_one_line(text: str, line: str) -> None:
    assert in_one_line(text).text == line


@given(st.text(alphabet="ab -\n\r\t\u00a0\u200b\u3000日本", max_size=40))
def test_each_character_of_the_line_stands_where_it_says(text: str) -> None:
    line = in_one_line(text)
    if line.offsets is None:
        assert line.text == text
        return
    assert list(line.offsets) == sorted(line.offsets)
    for character, offset in zip(line.text, line.offsets, strict=True):
        assert character == text[offset] or (
            (character == " " and not text[offset].isprintable()) or text[offset].isspace() or text[offset] == "\u200b"
        )

"""Dated events as CSV, JSON and Markdown."""

import csv
import io
import json
from dataclasses import replace

import pytest

from bluebook_desktop import __version__
from bluebook_desktop.domain.records import Event
from bluebook_desktop.services.exports_events import COLUMNS, FORMATS, events_csv, events_json, events_markdown
from bluebook_desktop.services.sections import OpenSection
from bluebook_desktop.services.tables import ORIGIN

SOURCE_LINE = "Created by editing “Diplomatic Bluebook 2021” (Ministry of Foreign Affairs of Japan) <"


def rows_of(text: str) -> dict[str, dict[str, str]]:
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert reader.fieldnames == [*COLUMNS, *ORIGIN]
    return {row["id"]: row for row in reader}


@pytest.fixture
def few(section: OpenSection) -> list[Event]:
    return [section.events[one] for one in ("treaty-signed", "anniversary-year")]


def test_the_table_has_a_row_for_each_event_with_what_when_who_and_where(section: OpenSection) -> None:
    rows = rows_of(events_csv(section))
    assert list(rows) == [one.id for one in section.records.events]
    row = rows["treaty-signed"]
    assert (row["kind"], row["status"], row["passage"]) == ("agreements", "happened", "3")
    assert (row["date"], row["date_printed"], row["precision"]) == ("1960-01-19", "January 19, 1960", "day")
    assert (row["first_day"], row["last_day"], row["year_added"]) == ("1960-01-19", "1960-01-19", "")
    assert row["people"].startswith("Kishi Nobusuke; ")
    assert row["place"] == "the U.S. White House"
    assert row["locator"] == "bluebook:2021-en/4.2.2/3"
    assert row["origin"] == "checked by hand"
    assert row["citation"].startswith("Ministry of Foreign Affairs of Japan, Diplomatic Bluebook 2021")


def test_a_date_keeps_its_precision_and_says_why_a_year_is_added(section: OpenSection) -> None:
    rows = rows_of(events_csv(section))
    for event in section.records.events:
        row = rows[event.id]
        assert row["date"] == event.date.span.edtf
        assert (row["first_day"], row["last_day"]) == (event.date.span.start or "", event.date.span.end or "")
    inferred = [one for one in section.records.events if one.date.year_reason]
    assert inferred
    assert all(rows[one.id]["year_added"] == one.date.year_reason for one in inferred)


def test_every_row_says_from_what_and_by_what_it_was_made(section: OpenSection) -> None:
    for row in rows_of(events_csv(section)).values():
        assert row["source_line"].startswith(SOURCE_LINE)
        assert "Public Data License" in row["licence"]
        assert row["made_by"] == f"Bluebook Desktop {__version__}"


def test_only_what_is_asked_for_is_written_in_its_order(section: OpenSection, few: list[Event]) -> None:
    assert list(rows_of(events_csv(section, few))) == ["treaty-signed", "anniversary-year"]
    assert [one["id"] for one in json.loads(events_json(section, few))["events"]] == [
        "treaty-signed",
        "anniversary-year",
    ]
    text = events_markdown(section, few)
    assert text.index("19 January 1960") < text.index("60th anniversary year")


def test_no_cell_is_taken_for_a_formula(section: OpenSection, few: list[Event]) -> None:
    strange = replace(few[0], title="=1+1", place="@SUM(A1)")
    row = rows_of(events_csv(section, [strange]))["treaty-signed"]
    assert (row["title"], row["place"]) == ("'=1+1", "'@SUM(A1)")


def test_json_has_the_keys_of_the_whole_export_and_its_origin(section: OpenSection, few: list[Event]) -> None:
    found = json.loads(events_json(section, few))
    assert found["source_line"].startswith(SOURCE_LINE)
    assert found["section"] == section.id
    assert found["events"][0]["date"]["edtf"] == "1960-01-19"
    assert "¶ 3" in found["events"][0]["citation"]


def test_markdown_quotes_the_sentence_with_its_citation_and_ends_with_where_all_is_from(
    section: OpenSection, few: list[Event]
) -> None:
    lines = events_markdown(section, few).split("\n")
    assert lines[0] == "# Timeline: Japan-U.S. Security Arrangements (Diplomatic Bluebook 2021)"
    assert "**19 January 1960** Japan-U.S. Security Treaty signed" in lines
    assert any(line.startswith("> “On January 19, 1960, then-Prime Minister Kishi Nobusuke signed") for line in lines)
    assert any("printed “January 19, 1960”; checked by hand" in line for line in lines)
    assert lines[lines.index("---") + 2].startswith(SOURCE_LINE)


def test_markdown_shows_what_a_text_holds_as_it_is(section: OpenSection, few: list[Event]) -> None:
    strange = replace(few[0], title="A *bold* [claim](x)", sentence="# No heading\n- no list \ud800")
    text = events_markdown(section, [strange])
    assert r"A \*bold\* \[claim\](x)" in text
    assert r"\- no list" in text
    assert text.encode("utf-8")


@pytest.mark.parametrize("form", ["json", "markdown"])
def test_a_file_without_any_event_still_says_where_it_is_from(section: OpenSection, form: str) -> None:
    assert SOURCE_LINE in FORMATS[form](section, []).replace('\\"', '"')

"""Quotations as CSV, JSON, Markdown and plain text."""

import csv
import io
import json
from dataclasses import replace

import pytest

from bluebook_desktop import __version__
from bluebook_desktop.domain.records import Origin, Quotation
from bluebook_desktop.services.exports_quotations import (
    COLUMNS,
    FORMATS,
    quotations_csv,
    quotations_json,
    quotations_markdown,
    quotations_text,
)
from bluebook_desktop.services.sections import OpenSection
from bluebook_desktop.services.tables import ORIGIN

SOURCE_LINE = "Created by editing “Diplomatic Bluebook 2021” (Ministry of Foreign Affairs of Japan) <"


def rows_of(text: str) -> dict[str, dict[str, str]]:
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    return {row["id"]: row for row in reader}


@pytest.fixture
def few(section: OpenSection) -> list[Quotation]:
    return [section.quotations[one] for one in ("predecessors", "memoir-revision", "term-seamless")]


def test_the_table_says_who_in_which_form_when_on_what_occasion_and_where(section: OpenSection) -> None:
    rows = rows_of(quotations_csv(section))
    assert len(rows) == len(section.records.quotations)
    row = rows["rock-solid-alliance"]
    assert (row["form"], row["is_quotation"], row["date"], row["passage"]) == ("message", "yes", "2020-01-19", "8")
    assert (row["speakers"], row["speakers_printed"]) == ("Trump", "President Trump")
    assert row["occasion"] == "Congratulatory message for the reception"
    assert row["text"] == section.quotations["rock-solid-alliance"].text
    assert "exactly 60 years" in row["year_added"]
    assert row["checked"] == "by hand"
    assert "¶ 8. https://www.mofa.go.jp/" in row["citation"]


def test_several_speakers_are_several_people(section: OpenSection) -> None:
    rows = rows_of(quotations_csv(section))
    assert rows["predecessors"]["speakers"] == "Motegi; Kono Taro; Mike Pompeo; Mark Esper"
    assert rows["predecessors"]["speakers_printed"] == "the four ministers"


def test_what_is_reported_and_a_term_are_no_quotations(section: OpenSection, few: list[Quotation]) -> None:
    rows = rows_of(quotations_csv(section, few))
    assert [row["is_quotation"] for row in rows.values()] == ["yes", "no", "no"]
    text = quotations_text(section, few)
    assert "\n\nIn his memoir, Prime Minister Kishi explained" in text
    assert "“In his memoir" not in text
    assert "; reported in the words of the text, no quotation; His memoir)" in text
    markdown = quotations_markdown(section, few)
    assert "\n> “predecessors for their wisdom, courage, and vision”\n" in markdown
    assert "> In his memoir" not in markdown
    assert "\n“seamless”\n" in markdown


@pytest.mark.parametrize("form", FORMATS)
def test_every_export_says_from_what_and_by_what_it_was_made(
    section: OpenSection, few: list[Quotation], form: str
) -> None:
    text = FORMATS[form](section, few)
    assert "Created by editing “Diplomatic Bluebook 2021”" in text
    assert "Public Data License" in text
    assert "Bluebook Desktop" in text
    assert __version__ in text


def test_every_row_of_the_table_says_so(section: OpenSection) -> None:
    for row in rows_of(quotations_csv(section)).values():
        assert row["source_line"].startswith(SOURCE_LINE)
        assert row["made_by"] == f"Bluebook Desktop {__version__}"


def test_the_table_is_of_rfc_4180(section: OpenSection) -> None:
    text = quotations_csv(section)
    assert text.startswith("\ufeffid,form,")
    assert text.endswith("\r\n")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    assert {len(row) for row in rows} == {len(COLUMNS) + len(ORIGIN)}


def test_hostile_words_are_neither_a_formula_nor_markup_nor_an_error(
    section: OpenSection, few: list[Quotation]
) -> None:
    one = few[0]
    words = "=HYPERLINK(1)\n# <b>x</b> *y* [z](w) \ud800"
    excerpt = replace(one.excerpt, exact=words)
    hostile = replace(one, text=words, excerpt=excerpt, occasion="- a_b")
    (row,) = rows_of(quotations_csv(section, [hostile])).values()
    assert row["text"].startswith("'=HYPERLINK(1)\n")
    assert row["occasion"] == "'- a_b"
    markdown = quotations_markdown(section, [hostile])
    assert "> “=HYPERLINK(1)\n> \\# \\<b\\>x\\</b\\> \\*y\\* \\[z\\](w)" in markdown
    for form in FORMATS:
        FORMATS[form](section, [hostile]).encode("utf-8")


def test_json_has_the_keys_of_every_export_and_the_citation(section: OpenSection, few: list[Quotation]) -> None:
    found = json.loads(quotations_json(section, few))
    assert found["section"] == "2021-en/4.2.2"
    assert found["made_by"] == {"program": "Bluebook Desktop", "version": __version__}
    first = found["quotations"][0]
    assert first["speaker_ids"] == ["motegi", "kono-taro", "mike-pompeo", "mark-esper"]
    assert first["citation"].endswith("(accessed 23 November 2026).")


def test_addresses_in_markdown_stay_whole(section: OpenSection, few: list[Quotation]) -> None:
    address = section.section.address
    assert f"<{address}>" in quotations_markdown(section, few)
    assert "\\_html" not in quotations_markdown(section, few)


def test_what_the_program_found_says_so(section: OpenSection, few: list[Quotation]) -> None:
    other = OpenSection(section._library, section.edition, section.section)
    other.__dict__["records"] = replace(section.records, origins={("quotation", few[0].id): Origin("a rule", 0.9)})
    checked = [row["checked"] for row in rows_of(quotations_csv(other, few)).values()]
    assert checked == ["found by the program", "by hand", "by hand"]


def test_an_added_year_is_said_in_words(section: OpenSection) -> None:
    text = quotations_text(section, [section.quotations["rock-solid-alliance"]])
    assert "19 January 2020 (the year is added, not printed there)" in text


def test_the_columns_are_described() -> None:
    from bluebook_desktop.paths import bundled

    page = bundled("docs", "quotations.md").read_text("utf-8")
    assert [one for one in COLUMNS if one not in page] == []

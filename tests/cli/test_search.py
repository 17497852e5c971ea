import csv
import io
import json
import re
from pathlib import Path

import pytest

from bluebook_desktop.cli.search import _FORMATS
from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.search_export import COLUMNS, FORMATS

from .conftest import Run

ODD = [
    "U.S.",
    "Japan's",
    "COVID-19",
    "SM-3",
    "FOIP)",
    "NEAR(",
    "*",
    '"',
    "“",
    "''",
    '"""',
    "AND",
    "OR NOT",
    "a AND (b",
    "words:alliance",
    "^alliance",
    "{x}",
    "\\",
    ";--",
    "%s %d {} ${HOME}",
    "\x00",
    "\x1b[31m alliance",
    "\ud800",
    "al\udce9iance",
    "日米",
    "½",
    "ﬁ",
    "\U0001f5fe",
    "x" * 10_000,
    "alliance " * 2_000,
    '"' * 10_000,
    "-",
    "",
    " ",
]


def test_json_has_exactly_the_promised_keys(home: UserFolders, bluebook: Run) -> None:
    result = bluebook("search", "rock solid", "--json")
    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert list(found) == [
        *("query", "hits", "counts", "searched"),
        *("understood", "at_most", "missing", "unknown", "offers", "searched_instead"),
    ]
    assert found["query"] == "rock solid"
    assert (found["searched"]["editions"], found["searched"]["passages"]) == (1, 36)
    assert found["searched"]["index_holds_all"] is True
    assert len(found["searched"]["fingerprint"]) >= 16
    assert found["counts"] == {"passage": 1, "quotation": 1}
    keys = ("kind", "locator", "passage", "title", "snippet", "marks", "id", "place", "foldings", "slip", "form")
    assert {tuple(hit) for hit in found["hits"]} == {keys}


def test_hits_say_by_which_folding_they_match(home: UserFolders, bluebook: Run) -> None:
    hits = json.loads(bluebook("search", "rock solid", "--json").stdout)["hits"]
    assert {tuple(hit["foldings"]) for hit in hits} == {("hyphens and dashes",)}
    (hit,) = json.loads(bluebook("search", '"Article V of the"', "--json", "--kind", "passage").stdout)["hits"]
    assert (hit["slip"], "slip of the source" in hit["foldings"]) == ("ArticleV", True)


def test_how_a_query_was_understood_is_told(home: UserFolders, bluebook: Run) -> None:
    typed = "kishi or abe treaty near/5 signed -golf year:2015..2020 in:column "
    found = json.loads(bluebook("search", typed, "--json").stdout)
    assert found["understood"] == [
        "kishi or abe",
        "treaty near signed (within 5 words)",
        "without golf",
        "year: 2015–2020",
        "in: column",
    ]
    beside = json.loads(bluebook("search", "treaty near/1 signed kishi near/0 abe ", "--json").stdout)["understood"]
    assert beside == ["treaty near signed (within 1 word)", "kishi near abe (side by side)"]
    assert "Understood as: kishi or abe · " in bluebook("search", typed).stdout


def test_what_else_could_be_asked_is_offered_with_the_words_to_type(home: UserFolders, bluebook: Run) -> None:
    assert "“United States” for “U.S.”: 15 places; search for U.S. or" in bluebook("search", "U.S.").stdout
    said = bluebook("search", '"peace security and prosperity"').stdout
    assert "more if commas are ignored; search for ~" in said
    said = bluebook("search", "Futemna").stdout
    assert "Not found anywhere: “Futemna”." in said
    assert "“futenma” for “Futemna”: 15 places; search for futenma" in said
    said = bluebook("search", "Futemna", "okinwaa").stdout
    assert "Not found anywhere: “Futemna”, “okinwaa”." in said
    assert "“futenma okinawa” for “Futemna okinwaa”: 3 places; search for futenma okinawa" in said
    assert (
        "“fiscal year 2023” does not occur so; searched for “FY2023”" in bluebook("search", "fiscal year 2023").stdout
    )


def test_all_forms_of_a_word_are_found_with_a_flag(home: UserFolders, bluebook: Run) -> None:
    plain = json.loads(bluebook("search", "strengthened ", "--json").stdout)
    forms = json.loads(bluebook("search", "strengthened ", "--stemming", "--json").stdout)
    assert sum(forms["counts"].values()) > sum(plain["counts"].values())


def test_all_hits_are_exported_with_citations(home: UserFolders, bluebook: Run, tmp_path: Path) -> None:
    assert tuple(FORMATS) == _FORMATS
    whole = json.loads(bluebook("search", "Japan", "--format", "json").stdout)
    assert len(whole["hits"]) == sum(whole["counts"].values()) > 50
    assert all("¶" in hit["citation"] and hit["source_line"] for hit in whole["hits"])
    target = tmp_path / "hits.csv"
    assert bluebook("search", "Japan", "--format", "csv", "--output", str(target)).exit_code == 0
    rows = list(csv.reader(io.StringIO(target.read_text("utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(whole["hits"]) + 1
    assert not [row for row in rows if "None" in row]
    shown = bluebook("search", "rock solid", "--format", "markdown").stdout
    assert "the **rock-solid** Alliance between" in shown
    assert "Diplomatic Bluebook 2021" in shown
    assert bluebook("search", "rock", "--output", "x").exit_code == 2


def test_no_cell_of_a_table_is_a_formula(home: UserFolders, bluebook: Run) -> None:
    said = bluebook("search", "in:heading", "kind:heading", "--format", "csv").stdout
    cells = [cell for row in csv.reader(io.StringIO(said.removeprefix("\ufeff"))) for cell in row]
    assert cells
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@"))]


def test_the_presidents_message_is_found_in_paragraph_8_with_its_words_marked(home: UserFolders, bluebook: Run) -> None:
    hits = json.loads(bluebook("search", "rock solid", "--json").stdout)["hits"]
    passage = next(hit for hit in hits if hit["kind"] == "passage")
    assert passage["locator"] == "bluebook:2021-en/4.2.2/8"
    assert passage["passage"] == 8
    assert [passage["snippet"][start:end] for start, end in passage["marks"]] in (["rock", "solid"], ["rock-solid"])


def test_several_arguments_are_words_of_one_query(home: UserFolders, bluebook: Run) -> None:
    assert bluebook("search", "rock", "solid").stdout == bluebook("search", "rock solid").stdout


def test_a_phrase_in_quotation_marks_does_not_cross_a_full_stop(home: UserFolders, bluebook: Run) -> None:
    assert bluebook("search", '"values and interests"').exit_code == 0
    assert bluebook("search", '"values and interests in addition"').exit_code == 1


def test_kinds_are_a_filter_and_counts_tell_of_all(home: UserFolders, bluebook: Run) -> None:
    found = json.loads(bluebook("search", "Futenma", "--kind", "facility", "--kind", "event", "--json").stdout)
    assert {hit["kind"] for hit in found["hits"]} == {"facility", "event"}
    assert found["counts"]["passage"] > 0


def test_no_more_hits_than_the_limit_are_shown(home: UserFolders, bluebook: Run) -> None:
    found = json.loads(bluebook("search", "Japan", "--limit", "3", "--json").stdout)
    assert len(found["hits"]) == 3
    assert found["counts"]["passage"] > 3
    assert "more are not shown." in bluebook("search", "Japan", "--limit", "3").stdout


def test_what_is_not_found_says_what_was_searched(home: UserFolders, bluebook: Run) -> None:
    result = bluebook("search", "zeppelin")
    assert result.exit_code == 1
    first, *rest = result.stdout.splitlines()
    assert first == "Nothing found for “zeppelin”; 36 passages of 1 edition searched."
    missing, assurance = rest
    assert missing == "Not found anywhere: “zeppelin”."
    assert re.fullmatch(
        r"Every passage of 1 edition searched; the index matches the text \([0-9a-f]{12}\)\.", assurance
    )


def test_what_was_searched_stands_under_every_list(home: UserFolders, bluebook: Run) -> None:
    assert "Every passage of 1 edition searched; the index" in bluebook("search", "alliance").stdout.splitlines()[-1]
    said = bluebook("search", "zeppelin", "--section", "4.2.2").stdout.splitlines()[-1]
    assert said.startswith("Every passage of 2021-en/4.2.2 searched; the index matches the text (")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("edition:2020 treaty", "There is no edition “2020”."),  # 2020 itself is printed
        ("section:9.9 alliance", "There is no section “9.9”."),
        ("person:Okinawa", "No person is named “Okinawa”."),
        ('speaker:"Nobody at All" treaty', "Nobody named “Nobody at All” is quoted."),
        ("facility:Sasebbo treaty", "No facility is named “Sasebbo”."),
        ("year:1800..1810 treaty", "Nothing is dated 1800..1810."),
    ],
)
def test_of_a_name_that_there_is_not_it_is_not_said_that_the_word_does_not_occur(
    home: UserFolders, bluebook: Run, asked: str, said: str
) -> None:
    lines = bluebook("search", asked).stdout.splitlines()
    assert said in lines
    assert not any(line.startswith("Not found anywhere: ") for line in lines)
    assert "Not found anywhere: “zeppelin”." in bluebook("search", "section:4.2 zeppelin").stdout


def test_no_words_turn_the_line_round_that_tells_of_them(home: UserFolders, bluebook: Run) -> None:
    said = bluebook("search", "\u202ezeppelin\u2066").stdout
    assert not set("\u202e\u2066") & set(said)


def test_a_slip_of_the_source_is_found_in_its_right_reading_and_named(home: UserFolders, bluebook: Run) -> None:
    result = bluebook("search", '"affirmed that both nations"')
    assert result.exit_code == 0
    assert "printed “affirmedthat”" in result.stdout


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_any_text_is_answered(home: UserFolders, bluebook: Run, text: str) -> None:
    for arguments in (("search", "--json", "--", text), ("search", "--", text)):
        result = bluebook(*arguments)
        assert result.exit_code in (0, 1)
        assert result.stderr == ""
        assert "\x1b" not in result.stdout
        assert "\x00" not in result.stdout


@pytest.mark.parametrize("text", ["U.S.", "Japan's", "COVID-19", "SM-3", "FOIP)", "“", '"alliance'])
def test_words_are_found_whatever_marks_are_typed_with_them(home: UserFolders, bluebook: Run, text: str) -> None:
    assert bluebook("search", text).exit_code == (1 if text == "“" else 0)


def test_the_query_comes_back_as_it_was_typed(home: UserFolders, bluebook: Run) -> None:
    for text in ('“Abe” \\ "', "al\udce9iance", "\x07"):
        assert json.loads(bluebook("search", "--json", text).stdout)["query"] == text


def test_words_that_begin_with_a_dash_come_after_two_dashes(home: UserFolders, bluebook: Run) -> None:
    assert bluebook("search", "--", "--kind").exit_code == 1
    assert bluebook("search", "--", "-19").exit_code == 0
    assert "put -- before words" in bluebook("search", "-19").stderr


def test_what_is_only_reported_is_called_no_quotation(home: UserFolders, bluebook: Run) -> None:
    found = json.loads(bluebook("search", "four ministers", "--kind", "quotation", "--json").stdout)
    assert {hit["form"] for hit in found["hits"]} == {"reported", "joint_statement"}
    printed = bluebook("search", "four ministers", "--kind", "quotation").stdout
    assert printed.count("  reported: ") == sum(hit["form"] == "reported" for hit in found["hits"])
    assert printed.count("  quotation: ") == sum(hit["form"] != "reported" for hit in found["hits"])


def test_a_field_without_a_value_says_what_is_missing(bluebook: Run) -> None:
    answer = bluebook("search", "year:")
    assert "Type what shall follow “year:”, for example year:2015..2020." in answer.output
    assert answer.exit_code == 1

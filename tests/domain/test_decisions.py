"""What can be corrected of a record, and with which values."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bluebook_desktop.domain.dates import parse_edtf
from bluebook_desktop.domain.decisions import (
    FIELDS,
    PrintedWords,
    check_printed,
    checked,
    several,
    title_of,
    unprinted,
    values_of,
)
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.errors import UsageError

from .found import all_of, found_records


def test_every_kind_of_record_can_be_corrected_in_what_it_says_and_in_nothing_else() -> None:
    document, records = found_records()
    assert len(document.passages) == 36
    for (kind, _), record in all_of(records).items():
        assert set(values_of(record)) == {one.name for one in FIELDS[kind]}
        assert title_of(record)


@pytest.mark.parametrize(
    ("kind", "values", "sentence"),
    [
        (Kind.EVENT, {"title": " \n "}, "The title cannot be empty."),
        (Kind.EVENT, {"title": "x" * 501}, "The title is longer than 500 characters."),
        (Kind.EVENT, {"status": "done"}, "The status is one of happened, planned, deadline, not “done”."),
        (Kind.EVENT, {"sentence": "x"}, "There is no “sentence” to correct; of this kind these can be: title, date, "),
        (Kind.FACILITY, {"kind": ""}, "The kind cannot be empty."),
        (Kind.EVENT, {"date": "in May"}, "“in May” is no date; write 2020, 2020-08 or 2020-08-15, two of them with / "),
        (Kind.EVENT, {"date": "2020-02-30"}, "“2020-02-30” is no date; "),
        (Kind.PASSAGE, {"text": "x"}, "There is no “text” to correct; "),
    ],
)
def test_a_wrong_value_is_told_in_one_sentence(kind: Kind, values: dict[str, str], sentence: str) -> None:
    with pytest.raises(UsageError) as told:
        checked(kind, values)
    assert str(told.value).startswith(sentence)
    assert "\n" not in str(told.value)


@settings(deadline=None)
@given(st.sampled_from(list(FIELDS)), st.dictionaries(st.sampled_from(["title", "date", "kind", "name"]), st.text()))
def test_whatever_is_typed_is_kept_in_a_form_that_stays_or_told(kind: Kind, values: dict[str, str]) -> None:
    try:
        kept = checked(kind, values)
    except UsageError:
        return
    assert checked(kind, kept) == kept
    for value in kept.values():
        assert value == " ".join(value.split())
        value.encode("utf-8")
    if kept.get("date"):
        parse_edtf(kept["date"])
    assert "date" not in kept or kept["date"] or kind is Kind.QUOTATION  # which may be of no known date


def test_speakers_are_parted_by_semicolons_each_once() -> None:
    kept = checked(Kind.QUOTATION, {"speakers": " Kono Taro ;; Abe Shinzo;Kono Taro; "})
    assert kept == {"speakers": "Kono Taro; Abe Shinzo"}
    assert several(kept["speakers"]) == ("Kono Taro", "Abe Shinzo")
    assert checked(Kind.QUOTATION, {"speakers": " "}) == {"speakers": ""}


def test_what_the_text_does_not_print_is_known() -> None:
    words = PrintedWords(found_records()[0])
    assert words.has("the four MINISTERS")
    assert not words.has("the five ministers")
    assert not words.has("minist")
    assert unprinted(Kind.QUOTATION, {"speakers": "the four ministers; the King"}, words) == {"speakers"}
    assert unprinted(Kind.QUOTATION, {"speakers": "the four ministers", "occasion": "a ball"}, words) == frozenset()


def test_an_office_must_stand_in_the_text() -> None:
    document, records = found_records()
    person, words = records.people[0], PrintedWords(document)
    check_printed(person, {"offices": "Foreign Minister; Defense Minister"}, words)
    with pytest.raises(
        UsageError, match=r"^The text does not print “King”; an office is given as the text prints it\.$"
    ):
        check_printed(person, {"offices": "Foreign Minister; King"}, words)

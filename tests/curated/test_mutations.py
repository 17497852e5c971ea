"""Whatever one record is taken away or changed by a letter, the rest no longer passes.

Each test walks over all records: the failures of a walk are gathered, so that one run names them all.
"""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest

from bluebook_desktop.curated import Table, check_records
from bluebook_desktop.curated.loading import Splitter
from bluebook_desktop.domain.documents import Document
from bluebook_desktop.errors import RecordError

#: Slips of grammar, number or sense have no form that a machine could know them by.
SLIPS_NO_MACHINE_SEES = {
    "ballistic-missiles-defense": "“missiles” is a word like any other",
    "remains-to-be": "the words are good English in another sense",
    "were-eisenhower": "the verb disagrees with a subject behind it",
    "certain-circumstances": "a comma in the wrong place",
    "space-force-comma": "a comma that is missing",
    "portion-were": "the verb disagrees with a subject far before it",
    "usfj-bears": "the subject is lost",
}
#: The keys of one record that name another by its id.
_REFERENCES = {"event", "people", "facilities", "speakers", "part_of"}

Check = Callable[[list[Table]], str]


@pytest.fixture(scope="module")
def complaint(document: Document, split: Splitter, text: str) -> Check:
    """What is said of some tables; empty when they pass."""

    def check(tables: list[Table]) -> str:
        try:
            check_records(tables, document, split, text)
        except RecordError as error:
            return str(error)
        return ""

    return check


def without_references(table: Table, id_: str) -> Table:
    """The table as it would be had the record `id_` never been: only the text can miss it then."""
    data = dict(table.data)
    for key in _REFERENCES & data.keys():
        if data[key] == id_:
            del data[key]
        elif isinstance(data[key], list):
            data[key] = [other for other in data[key] if other != id_]
    return replace(table, data=data)


def lists_of(data: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """Key and position of each item that is a place in the text on its own account."""
    for key in ("also", "mentions", "places"):
        for position in range(len(data.get(key, []))):
            yield key, position


def places_in(data: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Each dictionary of a record that quotes the text, with the key that it does so under."""
    for key, value in data.items():
        if key in {"excerpt", "exact", "printed"}:
            yield data, key
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                yield from places_in(item)


def test_the_records_as_they_are_pass(tables: list[Table], complaint: Check) -> None:
    assert complaint(tables) == ""


def test_no_record_can_be_taken_away(tables: list[Table], complaint: Check) -> None:
    passed = []
    for index, table in enumerate(tables):
        id_ = table.data.get("id", "")
        if id_ in SLIPS_NO_MACHINE_SEES:
            continue
        rest = [without_references(other, id_) for other in tables[:index] + tables[index + 1 :]]
        if "is not told in" not in complaint(rest):
            passed.append(f"{table.file}, line {table.line}")
    assert passed == []


def test_the_slips_that_no_machine_sees_are_those_and_no_others(tables: list[Table], complaint: Check) -> None:
    unseen = {
        table.data["id"]
        for index, table in enumerate(tables)
        if table.name == "erratum" and not complaint(tables[:index] + tables[index + 1 :])
    }
    assert unseen == SLIPS_NO_MACHINE_SEES.keys()


def test_no_mention_and_no_further_place_can_be_taken_away(tables: list[Table], complaint: Check) -> None:
    passed, tried = [], 0
    for index, table in enumerate(tables):
        for key, position in lists_of(table.data):
            data = deepcopy(table.data)
            del data[key][position]
            tried += 1
            if not complaint([*tables[:index], replace(table, data=data), *tables[index + 1 :]]):
                passed.append(f"{table.file}, line {table.line}: {key}[{position}]")
    assert passed == []
    assert tried > 100


def test_no_letter_of_any_excerpt_can_be_changed(tables: list[Table], complaint: Check) -> None:
    passed, tried = [], 0
    for index, table in enumerate(tables):
        for number, _ in enumerate(places_in(table.data)):
            changed = deepcopy(table)
            item, key = list(places_in(changed.data))[number]
            middle = len(item[key]) // 2
            letter = "x" if item[key][middle] != "x" else "y"
            item[key] = item[key][:middle] + letter + item[key][middle + 1 :]
            tried += 1
            if not complaint([*tables[:index], changed, *tables[index + 1 :]]):
                passed.append(f"{table.file}, line {table.line}: “{item[key]}”")
    assert passed == []
    assert tried > 300


def test_no_event_can_be_moved_to_another_passage(tables: list[Table], complaint: Check) -> None:
    passed = []
    for index, table in enumerate(tables):
        if table.name == "event":
            moved = replace(table, data={**table.data, "passage": table.data["passage"] % 36 + 1})
            if not complaint([*tables[:index], moved, *tables[index + 1 :]]):
                passed.append(table.data["id"])
    assert passed == []


def test_no_record_can_be_told_twice(tables: list[Table], complaint: Check) -> None:
    passed = []
    for table in tables:
        copy = replace(table, data={**table.data, **({"id": "told-again"} if "id" in table.data else {})})
        said = complaint([*tables, copy])
        if "twice" not in said and "is taken" not in said:
            passed.append(f"{table.file}, line {table.line}")
    assert passed == []

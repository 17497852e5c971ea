from collections.abc import Iterator

import pytest

from bluebook_desktop.domain.querying import Near, parse_query
from bluebook_desktop.services.bundled import read_contents
from bluebook_desktop.storage.beginnings import spelled_out
from bluebook_desktop.storage.build import build_file
from bluebook_desktop.storage.connections import address_of
from bluebook_desktop.storage.expressions import Plan, expression
from bluebook_desktop.storage.library import Library

BEGUN = [
    "secu",
    "japan near secur",
    "japan near/2 alli",
    "kishi or japan near secur",
    '"the four" near mini',
    "secur or alli",
]


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    file = build_file(tmp_path_factory.mktemp("library"), read_contents(), "test")
    library = Library(address_of(file))
    yield library
    library.close()


def rows(library: Library, plan: Plan) -> list[int]:
    sql = "SELECT rowid FROM passage_words WHERE passage_words MATCH ? ORDER BY rowid"
    return [row[0] for row in library.rows(sql, (expression(plan),))]


@pytest.mark.parametrize("typed", BEGUN)
def test_words_in_the_place_of_their_beginning_find_the_same(bundled: Library, typed: str) -> None:
    plan = Plan(parse_query(typed))
    spelled = spelled_out(bundled, plan)
    assert "*" in expression(plan)
    assert "*" not in expression(spelled) or " or " in typed
    assert rows(bundled, spelled) == rows(bundled, plan) != []


@pytest.mark.parametrize("typed", ["comm", "japan near comm"])
def test_a_beginning_of_too_many_words_stays_one(bundled: Library, monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    monkeypatch.setattr("bluebook_desktop.storage.beginnings._MOST_SPELLED", 1)
    monkeypatch.setattr("bluebook_desktop.storage.beginnings.MOST_NEAR", 1)
    plan = Plan(parse_query(typed))
    assert spelled_out(bundled, plan) is plan


@pytest.mark.parametrize("typed", ["sec", "security ", "japan near sec", "zzzz", "security near-by"])
def test_what_the_index_finds_quickly_or_nowhere_is_left_as_it_is(bundled: Library, typed: str) -> None:
    plan = Plan(parse_query(typed))
    assert spelled_out(bundled, plan) is plan


def test_a_beginning_of_one_word_stays_near(bundled: Library) -> None:
    (clause,) = spelled_out(bundled, Plan(parse_query("japan near futenm"))).query.clauses
    assert isinstance(clause, Near)

from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bluebook_desktop.domain.folding import words
from bluebook_desktop.domain.querying import parse_query
from bluebook_desktop.services.bundled import read_contents
from bluebook_desktop.storage import loosening
from bluebook_desktop.storage.build import build_file
from bluebook_desktop.storage.connections import address_of
from bluebook_desktop.storage.expressions import Plan, expression
from bluebook_desktop.storage.library import Library
from bluebook_desktop.storage.loosening import loosened
from bluebook_desktop.storage.search import rows_of

CONTENTS = list(read_contents())
TEXTS = [passage.text for content in CONTENTS for passage in content[2].passages]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    file = build_file(tmp_path_factory.mktemp("library"), CONTENTS, "of the tests")
    with closing(Library(address_of(file))) as opened:
        yield opened


@pytest.fixture
def thrifty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every phrase is dear, and words with more than twenty passages are too much; three words are many."""
    monkeypatch.setattr(loosening, "_DEAR", 0)
    monkeypatch.setattr(loosening, "_MOST_STEPS", 20)
    monkeypatch.setattr(loosening, "MOST_NEAR", 2)


def asked(library: Library, typed: str) -> str:
    loose = loosened(library, Plan(parse_query(typed)))
    return "" if loose is None else expression(loose)


@pytest.mark.usefixtures("thrifty")
def test_the_common_words_of_a_dear_phrase_are_left_out(library: Library) -> None:
    near = asked(library, '"the relocation of the Futenma" japan -"the golf"')
    assert near == 'NEAR("relocation" "futenma", 2) AND "japan"'
    assert asked(library, '"the rock solid Alliance of"') == '"rock solid alliance"'


@pytest.mark.usefixtures("thrifty")
@pytest.mark.parametrize(
    "typed", ["the alliance of", '"futenma"', '"rock solid"', '"the 日米"', '"the" or "of the bay"']
)
def test_all_else_is_asked_for_as_it_is(library: Library, typed: str) -> None:
    assert asked(library, typed) == ""


@pytest.mark.usefixtures("thrifty")
def test_what_stands_near_a_beginning_of_many_words_is_asked_for_anywhere(library: Library) -> None:
    assert asked(library, "japan near comm") == '"japan" AND "comm"*'
    assert asked(library, "japan near futenm") == ""
    assert asked(library, "japan near comm ") == ""


def test_a_phrase_that_takes_few_steps_is_asked_for_whole(library: Library) -> None:
    assert asked(library, '"the relocation of the Futenma"') == ""


@pytest.mark.usefixtures("thrifty")
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(TEXTS), st.integers(0, 400), st.integers(1, 90))
def test_nothing_that_the_phrase_finds_is_lost(library: Library, text: str, start: int, length: int) -> None:
    cut = " ".join(word.folded for word in words(text[start : start + length]))
    plan = Plan(parse_query(f'"{cut}"'))
    loose = loosened(library, plan) if cut else None
    if loose is not None:
        assert set(rows_of(library, plan, 100)) <= set(rows_of(library, loose, 100))

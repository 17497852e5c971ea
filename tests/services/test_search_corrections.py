import pytest

from bluebook_desktop.services.search import Advice, SearchService


def offered(search: SearchService, typed: str) -> list[tuple[str, str, str]]:
    """What is offered: in the place of what, what, and the words that are typed for it."""
    result = search.search(typed)
    assert not result.total
    assert all(offer.why is Advice.SPELLING for offer in result.offers)
    for offer in result.offers:  # what is offered finds what it promises
        assert search.search(f"{offer.text} ").total == offer.count > 0
    return [(offer.of, offer.said, offer.text) for offer in result.offers]


def test_where_two_words_are_missing_the_nearest_of_both_are_one_search(search: SearchService) -> None:
    assert search.search("Futemna okinwaa").missing == ("Futemna", "okinwaa")
    assert offered(search, "Futemna okinwaa") == [("Futemna okinwaa", "futenma okinawa", "futenma okinawa")]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Futemna or okinwaa", "futenma or okinawa"),
        ("Futemna near retrun", "futenma near return"),
        ("Futemna retrun kind:passage -golf", "futenma return kind:passage -golf"),
        ('"rok slid" allaince', '"rock solid" alliance'),
        ("speaker:abbe allaince", 'speaker:"Abe" alliance'),
    ],
)
def test_the_rest_of_the_search_stays(search: SearchService, typed: str, text: str) -> None:
    assert offered(search, typed)[0][2] == text


def test_what_nothing_is_near_to_is_left_out(search: SearchService) -> None:
    assert offered(search, "zzzz Futemna return") == [
        ("zzzz Futemna return", "futenma return", "futenma return"),
    ]
    assert offered(search, "person:xqzw Futemna") == [("person:xqzw Futemna", "futenma", "futenma")]
    assert offered(search, "qqqqqq wwwwww") == []


def test_where_the_nearest_words_never_stand_together_each_is_offered_by_itself(search: SearchService) -> None:
    assert offered(search, "golg perfluoroctane") == [
        ("golg", "golf", "golf"),
        ("perfluoroctane", "perfluorooctane", "perfluorooctane"),
    ]
    assert offered(search, "Futemna near zzzz") == [("Futemna", "futenma", "futenma")]


def test_within_a_phrase_the_word_that_occurs_nowhere_is_put_right(search: SearchService) -> None:
    assert offered(search, '"rock slid"') == [("rock slid", "rock solid", '"rock solid"')]
    assert offered(search, "slid-alliance") == [("slid-alliance", "solid-alliance", "solid-alliance")]


@pytest.mark.parametrize("typed", ["zzzz " * 64, "Futemna " * 40 + "okinwaa", "\"' -zzzz Futemna (", "日米 Futemna"])
def test_strange_searches_are_answered(search: SearchService, typed: str) -> None:
    assert len(offered(search, typed)) <= 3

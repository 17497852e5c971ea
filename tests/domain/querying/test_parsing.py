import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook_desktop.domain.querying import (
    LONGEST,
    MOST_WORDS,
    Dated,
    Either,
    Field,
    Near,
    Phrase,
    Query,
    Words,
    atoms_of,
    parse_query,
)

#: What a reader may type: words, signs of the language, and whatever else a keyboard gives.
PIECES = st.sampled_from(
    [
        *(
            "rock",
            "solid",
            "or",
            "OR",
            "near",
            "near/3",
            "-",
            "-rock",
            '"',
            "“",
            "”",
            "~",
            '~"rock solid"',
            "U.S.",
            "US",
        ),
        *("year:2020", "2015..2020", "person:", 'speaker:"Abe"', "kind:event", "in:column", "section:4.2.2"),
        *("January 19, 1960", "1960年1月", "日米", "co-operation", "\ud800", "\u202e", "\x00", "(", "NEAR(", "*"),
    ]
) | st.text(max_size=6)
TYPED = st.text(max_size=300) | st.lists(PIECES, max_size=10).map(" ".join)


def words_of(query: Query) -> list[tuple[tuple[str, ...], bool]]:
    return [(one.words, one.prefix) for one in query.clauses if isinstance(one, Words)]


def filters_of(text: str) -> list[tuple[str, str, bool]]:
    return [(one.field.value, one.value, one.without) for one in parse_query(text).filters]


def test_words_are_clauses_and_the_last_may_go_on() -> None:
    assert words_of(parse_query("rock sol")) == [(("rock",), False), (("sol",), True)]


@pytest.mark.parametrize("text", ["rock sol ", "rock sol.", "rock sol)"])
def test_a_blank_or_a_mark_ends_the_last_word(text: str) -> None:
    assert words_of(parse_query(text))[-1] == (("sol",), False)


def test_a_word_with_marks_inside_is_words_side_by_side() -> None:
    assert words_of(parse_query("U.S. ")) == [(("u", "s"), False)]
    assert words_of(parse_query("Japan's")) == [(("japan", "s"), False)]


def test_the_last_letter_of_a_possessive_begins_no_word() -> None:
    """Else “Japan's” would find “Japan successively”."""
    assert words_of(parse_query("U.S")) == [(("u", "s"), False)]


@pytest.mark.parametrize("text", ['"Rock-solid Alliance"', "“Rock-solid Alliance”", "„rock solid alliance”"])
def test_a_pair_of_quotation_marks_makes_a_phrase(text: str) -> None:
    (phrase,) = parse_query(text).clauses
    assert isinstance(phrase, Phrase)
    assert (phrase.words, phrase.characters) == (("rock", "solid", "alliance"), "rock solid alliance")


def test_a_tilde_before_a_phrase_ignores_its_commas() -> None:
    (phrase,) = parse_query('~"peace, security"').clauses
    assert isinstance(phrase, Phrase)
    assert (phrase.commas, phrase.characters) == (True, "peace security")


def test_a_lone_quotation_mark_is_ignored() -> None:
    plain = words_of(parse_query("rock solid "))
    assert words_of(parse_query('"rock solid ')) == plain
    assert words_of(parse_query('rock" solid ')) == plain


def test_a_phrase_keeps_its_full_stops() -> None:
    (phrase,) = parse_query('"interests.” In addition"').clauses[:1]
    assert isinstance(phrase, Phrase)
    assert phrase.characters == "interests."


@pytest.mark.parametrize("text", ["", " ", '"', '""', "“”", "...", "*", "(-)", "\x00", "\ud800", "😀", "-", "~", '-""'])
def test_what_holds_no_word_is_empty(text: str) -> None:
    assert parse_query(text).is_empty


def test_a_word_typed_twice_is_one_clause() -> None:
    assert len(parse_query("Japan Japan ").clauses) == 1


def test_or_joins_what_stands_at_both_sides() -> None:
    either, treaty = parse_query("kishi OR abe or motegi treaty ").clauses
    assert isinstance(either, Either)
    assert [atom.words for atom in atoms_of(either) if isinstance(atom, Words)] == [("kishi",), ("abe",), ("motegi",)]
    assert isinstance(treaty, Words)


@pytest.mark.parametrize("text", ["or ", "near ", "peace or", "or peace ", "near peace ", "or or "])
def test_a_joint_with_nothing_to_join_is_a_word(text: str) -> None:
    assert all(isinstance(clause, Words) for clause in parse_query(text).clauses)


def test_near_joins_more_closely_than_or_and_takes_a_distance() -> None:
    (either,) = parse_query('golf or futenma near/3 "no return" ').clauses
    assert isinstance(either, Either)
    near = either.parts[1]
    assert isinstance(near, Near)
    assert (near.distance, [part.words for part in near.parts]) == (3, [("futenma",), ("no", "return")])


def test_a_dash_leaves_out() -> None:
    query = parse_query('alliance -security -"rock solid" ')
    assert words_of(query) == [(("alliance",), False)]
    assert [getattr(atom, "words", ()) for atom in query.without] == [("security",), ("rock", "solid")]


def test_a_dash_within_a_word_or_with_nothing_else_is_no_expression() -> None:
    assert not parse_query("rock-solid").without
    assert words_of(parse_query("-19 ")) == [(("19",), False)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("speaker:abe", ("speaker", "abe", False)),
        ('Person:"Kishi Nobusuke"', ("person", "kishi nobusuke", False)),
        ("facility:Futenma", ("facility", "futenma", False)),
        ("year:2020", ("year", "2020..2020", False)),
        ("year:2015..2020", ("year", "2015..2020", False)),
        ("2015..2020", ("year", "2015..2020", False)),
        ("year:..1960", ("year", "1000..1960", False)),
        ("year:2015..", ("year", "2015..2999", False)),
        ("-in:captions", ("in", "caption", True)),
        ("kind:people", ("kind", "person", False)),
        ("edition:2021-en", ("edition", "2021-en", False)),
        ("edition:2021", ("edition", "2021", False)),
        ("section:4.2", ("section", "4.2", False)),
        ("section:2021-en/4.2.2", ("section", "2021-en/4.2.2", False)),
    ],
)
def test_filters_are_read(text: str, read: tuple[str, str, bool]) -> None:
    assert filters_of(text) == [read]
    assert not parse_query(text).is_empty


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("year:2", "2000..2999"),
        ("year:20", "2000..2099"),
        ("treaty year:196", "1960..1969"),
        ("-year:201", "2010..2019"),
        ("year:2015..2", "2015..2999"),
        ("year:2015..201", "2015..2019"),
        ("year:..19", "1000..1999"),
    ],
)
def test_a_year_that_is_being_typed_is_any_that_begins_so(text: str, value: str) -> None:
    assert [one[1] for one in filters_of(text)] == [value]


@pytest.mark.parametrize("text", ["year:201 ", "year:201 treaty", "year:3", "year:0", "year:20151"])
def test_what_no_year_begins_with_is_searched_as_words(text: str) -> None:
    assert not parse_query(text).filters


@pytest.mark.parametrize(
    "text",
    [
        "year:soon",
        "kind:thing",
        "in:nowhere",
        "person: abe",
        "colour:red",
        "colour:",
        "section:x",
        "year: 2020",
        "http://x",
    ],
)
def test_what_is_no_filter_is_searched_as_words(text: str) -> None:
    query = parse_query(text)
    assert not query.filters
    assert query.clauses


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("year:2020..2015", "2015..2020"),
        ("2020..2015", "2015..2020"),
        ("year:2020-2015", "2015..2020"),
        ("year:2020..2", "2020..2999"),
        ("year:2020..201", "2010..2020"),
        ("year:2015..200", "2000..2015"),
        ("year:2020..1", "1000..2020"),
        ("-year:2020..2015", "2015..2020"),
    ],
)
def test_years_that_stand_in_the_wrong_order_are_the_same_years(text: str, value: str) -> None:
    assert [one.value for one in parse_query(text).filters] == [value]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("speaker:", Field.SPEAKER),
        ("treaty Person:", Field.PERSON),
        ("treaty year: ", Field.YEAR),
        ("-kind:", Field.KIND),
        ('facility:"', Field.FACILITY),
        ('speaker:""', Field.SPEAKER),
        ("in:…", Field.IN),
        ("ｓpeaker:", Field.SPEAKER),
    ],
)
def test_a_field_whose_value_is_still_to_come_is_no_word(text: str, field: Field) -> None:
    query = parse_query(text)
    assert query.unfinished is field
    assert query.clauses == parse_query("treaty ").clauses[: text.count("treaty")]
    assert query.without == query.filters == ()


def test_near_0_asks_for_what_stands_side_by_side() -> None:
    (near,) = parse_query("kishi near/0 nobusuke ").clauses
    assert isinstance(near, Near)
    assert near.distance == 0


@pytest.mark.parametrize(
    "text", ["speaker", "speaker: abe", "speaker:abe", '"speaker:"', "speakers:", "year:2020", ":"]
)
def test_all_else_is_finished(text: str) -> None:
    assert parse_query(text).unfinished is None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("January 19, 1960", "1960-01-19"),
        ("19 January 1960", "1960-01-19"),
        ("19th of January 1960", "1960-01-19"),
        ("Jan. 19 1960", "1960-01-19"),
        ("19.1.1960", "1960-01-19"),
        ("19.01.1960", "1960-01-19"),
        ("3.4.2020", "2020-04-03"),
        ("19/1/1960", "1960-01-19"),
        ("1/19/1960", "1960-01-19"),
        ("5/5/2020", "2020-05-05"),
        ("Jan 1960", "1960-01"),
        ("1960-01-19", "1960-01-19"),
        ("1960/1/19", "1960-01-19"),
        ("1960年1月19日", "1960-01-19"),
        ("１９６０年１月１９日", "1960-01-19"),
        ("一九六〇年一月十九日", "1960-01-19"),
        ("昭和三十五年一月十九日", "1960-01-19"),
        ("昭和35年1月", "1960-01"),
        ("令和元年", "2019"),
    ],
)
def test_dates_are_read_as_people_write_them(text: str, edtf: str) -> None:
    (dated,) = parse_query(text).clauses
    assert isinstance(dated, Dated)
    assert dated.span.edtf == edtf


def test_a_date_stands_among_words() -> None:
    signed, dated, treaty = parse_query("signed January 19, 1960 treaty ").clauses
    assert isinstance(dated, Dated)
    assert isinstance(signed, Words)
    assert isinstance(treaty, Words)


@pytest.mark.parametrize(
    "text",
    [
        "February 30, 2020",
        "2020-13-01",
        "2020-00-10",
        "12 2020",
        "May 19",
        "1960-01-19T12:00",
        "3/4/2020",
        "13/13/2020",
        "19.13.2020",
        "1.19.1960",
        "19/1.1960",
        "0.0.2020",
    ],
)
def test_what_is_no_date_is_words(text: str) -> None:
    assert not [one for one in parse_query(text).clauses if isinstance(one, Dated)]


def test_us_in_capitals_is_meant_as_typed() -> None:
    capitals, pronoun = parse_query("US ").clauses[0], parse_query("us ").clauses[0]
    assert isinstance(capitals, Words)
    assert isinstance(pronoun, Words)
    assert (capitals.capitals, pronoun.capitals) == (True, False)


def test_too_long_a_text_is_cut_and_says_so() -> None:
    query = parse_query("alliance " * 2_000)
    assert query.cut
    assert words_of(query) == [(("alliance",), False)]
    assert parse_query("x" * 10_000).cut


@given(TYPED)
def test_no_text_is_an_error(text: str) -> None:
    query = parse_query(text)
    assert query.text == text
    assert sum(len(atom.words) for atom in query.atoms if not isinstance(atom, Dated)) <= MOST_WORDS
    for atom in (*query.atoms, *query.without):
        for way in atom.ways if isinstance(atom, Dated) else (atom.words,):
            assert way
            assert all(word and word.isalnum() for word in way)
    assert {one.field for one in query.filters} <= set(Field)


@given(st.integers(LONGEST - 3, LONGEST + 3), st.sampled_from(["a", "a ", '"', "a-", "a or ", "year:2020 "]))
def test_no_length_is_an_error(length: int, piece: str) -> None:
    text = (piece * length)[:length]
    assert parse_query(text).cut == (length > LONGEST) or len(text.split()) > MOST_WORDS or "-" in text

"""Properties that hold for any text at all, and the agreement with the curated section and a changed copy of it."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.extraction import Score, evaluate, read_bundled
from bluebook_desktop.domain.dates import parse_edtf
from bluebook_desktop.domain.documents import Document, Heading, Passage
from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.records import Records
from bluebook_desktop.extraction import Gazetteer, extract
from tests.extraction.conftest import Extract, make_document, make_edition
from tests.growth import MOST, PARTS, growth

#: What the changed copy of the section has instead: other people, bases, years and months.
_NAMES = {
    "Kishi Nobusuke": "Hatoyama Ichiro",
    "Kishi Nobuo": "Hatoyama Kunio",
    "Kishi": "Hatoyama",
    "Motegi": "Okada",
    "Abe": "Noda",
    "Kono Taro": "Kitazawa Toshimi",
    "Pompeo": "Kerry",
    "Mike": "John",
    "Mark Esper": "Chuck Hagel",
    "Herter": "Dulles",
    "Eisenhower": "Johnson",
    "Mary Jean": "Lucy Ann",
    "Dwight": "Lyndon",
    "Trump": "Clinton",
    "Biden": "Carter",
    "Blinken": "Vance",
    "Lloyd Austin": "Harold Brown",
    "Raymond": "Keating",
    "Braithwaite": "Winter",
    "McCarthy": "Geren",
    "Davidson": "Fallon",
    "Berger": "Conway",
    "Kawamura Yukino": "Sakai Midori",
    "Ikeda Reika": "Mori Satomi",
    "Futenma": "Iwakuni",
    "Camp Zukeran": "Camp Kuwae",
    "Yokota": "Misawa",
    "Camp Zama": "Camp Courtney",
    "Kadena": "Atsugi",
    "White Beach": "Kin Blue Beach",
    "Northern": "Gimbaru",
}
#: The short forms of places that are called otherwise.
_SHORTS = {"FRF": "IRF", "NTA": "GTA"}
_MONTHS = {"April": "May", "October": "November", "November": "October"}
_YEARS = {str(year): str(year - 8) for year in range(2006, 2024)}


def _changed(text: str) -> str:
    """The text with names and years replaced throughout, letter for letter in length no more."""
    pairs = {**_NAMES, **_SHORTS, **_MONTHS, **_YEARS}
    pattern = "|".join(rf"(?<![0-9]){re.escape(word)}" for word in sorted(pairs, key=len, reverse=True))
    return re.sub(rf"(?:{pattern})(?![a-z0-9])", lambda match: pairs[match.group()], text)


def _scores(document: Document, right: Records, year: int, gazetteer: Gazetteer) -> dict[str, Score]:
    return evaluate(right, extract(document, make_edition(year), gazetteer))


@pytest.fixture(scope="module")
def scores(gazetteer: Gazetteer) -> dict[str, Score]:
    document, right = read_bundled()
    return _scores(document, right, 2021, gazetteer)


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("events", 0.95),
        ("events, same date", 0.95),
        ("events, status", 0.95),
        ("events, who", 0.8),
        ("statement or term", 0.95),
        ("speakers", 0.95),
        ("reported", 0.9),
        ("when it was said", 0.95),
        ("facilities", 0.9),
        ("people", 0.9),
        ("offices", 0.9),
        ("abbreviations", 0.95),
        ("cross-references", 1.0),
    ],
)
def test_what_is_found_agrees_with_what_was_curated(scores: dict[str, Score], kind: str, least: float) -> None:
    score = scores[kind]
    assert score.f1 >= least, (score.missed, score.false)


def test_nothing_is_said_to_be_said_on_a_wrong_day(scores: dict[str, Score]) -> None:
    assert scores["when it was said"].precision >= 0.95, scores["when it was said"].false


def test_other_names_places_and_years_are_found_as_well(scores: dict[str, Score], gazetteer: Gazetteer) -> None:
    document, right = read_bundled()
    changed, moved = _moved(document, right)
    for kind, score in _scores(changed, moved, 2013, gazetteer).items():
        assert score.f1 >= scores[kind].f1 - 0.03, (kind, score.missed, score.false)


def _moved(document: Document, right: Records) -> tuple[Document, Records]:
    """The changed copy, and the curated records with every excerpt where its words now stand."""

    def passage(one: Passage) -> Passage:
        return replace(one, text=_changed(one.text))

    def heading(one: Heading) -> Heading:
        return replace(one, title=_changed(one.title))

    changed = Document(tuple(map(heading, document.headings)), tuple(map(passage, document.passages)))

    def place(excerpt: Excerpt) -> Excerpt:
        old = document.headings[excerpt.heading].title if excerpt.heading is not None else ""
        text = old or document.passage(excerpt.passage).text
        start = len(_changed(text[: excerpt.start]))
        exact = _changed(excerpt.exact)
        return replace(excerpt, exact=exact, start=start, end=start + len(exact))

    moved = Records(
        events=tuple(
            replace(
                e,
                excerpt=place(e.excerpt),
                date_excerpt=place(e.date_excerpt),
                also=tuple(map(place, e.also)),
                date=replace(e.date, span=parse_edtf(_shifted(e.date.span.edtf))),
            )
            for e in right.events
        ),
        facilities=tuple(replace(f, mentions=tuple(map(place, f.mentions))) for f in right.facilities),
        quotations=tuple(
            replace(
                q,
                excerpt=place(q.excerpt),
                speaker_names=tuple(map(_changed, q.speaker_names)),
                date=q.date and replace(q.date, span=parse_edtf(_shifted(q.date.span.edtf))),
            )
            for q in right.quotations
        ),
        people=tuple(
            replace(
                p,
                mentions=tuple(map(place, p.mentions)),
                roles=tuple(replace(r, title=_changed(r.title)) for r in p.roles),
            )
            for p in right.people
        ),
        abbreviations=tuple(
            replace(a, short=_changed(a.short), full=_changed(a.full), excerpt=place(a.excerpt))
            for a in right.abbreviations
        ),
        cross_references=tuple(replace(c, excerpt=place(c.excerpt)) for c in right.cross_references),
    )
    return changed, moved


def _shifted(edtf: str) -> str:
    """Years of the edition's own time, eight years earlier; a decade named in round years stays."""
    if edtf == "2020/2024":
        return edtf
    if not edtf.endswith(("-03", "-04/..")):  # fiscal years, which no month names
        swapped = {"04": "05", "10": "11", "11": "10"}
        edtf = re.sub(r"(?<=\d{4}-)\d\d", lambda match: swapped.get(match.group(), match.group()), edtf)
    return re.sub(r"20(?:0[6-9]|1\d|2[0-4])(?=-|/|$)", lambda match: str(int(match.group()) - 8), edtf)


def test_every_record_has_an_origin_with_a_rule(gazetteer: Gazetteer) -> None:
    document, _ = read_bundled()
    found = extract(document, make_edition(), gazetteer)
    ids = {
        *(("event", e.id) for e in found.events),
        *(("facility", f.id) for f in found.facilities),
        *(("quotation", q.id) for q in found.quotations),
        *(("person", p.id) for p in found.people),
        *(("abbreviation", a.id) for a in found.abbreviations),
    }
    assert ids == set(found.origins)
    assert all(origin.rule and 0 < origin.confidence <= 1 for origin in found.origins.values())


def test_the_same_words_give_the_same_records(gazetteer: Gazetteer) -> None:
    document, _ = read_bundled()
    assert extract(document, make_edition(), gazetteer) == extract(document, make_edition(), gazetteer)


@pytest.mark.parametrize(
    "words",
    [
        "He stated" + " to the at in on" * 600 + " “a b c d e f.”",
        "Minister" + " of A for B," * 800 + " X",
        "the " * 3000 + "leaders stated that " + "and that " * 2000,
        "‘a’s " * 2000 + "“" * 2000 + '"' * 2001,
        "President A, " * 1500 + "and Mr. B, Chair of the C of D,",
        "On May 3, 2020, 4,000 hectares" + " of" * 6000 + " xX Camp Zama was returned.",
        "On May 3, 2020, " + "Camp Zama of 5 hectares " * 700 + "was returned.",
        "On May 3, 2020, Camp Zama " + "1," * 8000 + " hectares of it was returned.",
        "On May 3, 2020, the " + "return of land land area, Camp Zama was returned, " * 300 + "and went.",
        "On May 3, 2020, " + "5 hectares of " * 1000 + "Camp Zama (1 hectare) was returned.",
        "On May 3, 2020, " + "Camp Zama, " * 1500 + "was returned.",
        "On May 3, 2020, " + "land " * 3000 + "of Camp Zama was returned.",
        "On May 3, " + "a, " * 5000 + " on July 3, they met.",
        "“X.” " + "He said that on May 3, 2020 he " * 400 + "went.",
        "On May 3, 2020, " + "May 3 and the next day, " * 500 + "they met.",
        "In May 2019, they had met, " * 500 + "and they met in June. In March, they met.",
        "He said that “it is good,” and the old man of the village laughed, saying “no.” " * 240,
        "“It is good, he said in May 2019 " * 320,
        "the widow of the ambassador said, " * 640,
        " ".join(f"President {a}{b}{c}o came." for a in "BDGHKM" for b in "aeiou" for c in "bdfghjklmnprstvwz" * 2),
    ],
)
def test_hostile_sentences_are_read_in_a_moment(gazetteer: Gazetteer, words: str) -> None:
    def read(text: str) -> None:
        extract(make_document(text), make_edition(), gazetteer)

    assert growth(read, words[: len(words) // PARTS], words) < MOST


def test_a_long_text_with_many_people_is_read_in_seconds(gazetteer: Gazetteer) -> None:
    names = [f"{a}{b}" for a in ("Kara", "Mori", "Tano", "Shiha", "Ruke") for b in "bcdfghjklmnprstvwxyz"]
    paragraphs = [
        f"In May 2015, Foreign Minister {names[n % 97].title()}o Ichiro met President {names[n % 89].title()}a. The "
        "two leaders welcomed the progress made and stated that “we will work together for peace.”"
        for n in range(320)
    ]

    def read(text: str) -> Records:
        return extract(make_document(*text.split("\n")), make_edition(), gazetteer)

    assert len(read("\n".join(paragraphs)).people) > 150
    assert growth(read, "\n".join(paragraphs[: len(paragraphs) // PARTS]), "\n".join(paragraphs)) < MOST


_PIECES = st.sampled_from(
    [
        "In August",
        " “",
        "” ",
        '"',
        "(",
        ")",
        "FY2023",
        "the same year",
        "since ",
        "May 3 to 5",
        " stated that ",
        "Prime Minister ",
        "Abe",
        "Camp Zama",
        "2+2",
        "令和2年8月",
        "on the 15th of the same month",
        "fifty years ago",
        "\n",
        "\r\n  ",
        "Group of Eight (G8)",
        " [AU]",
        "翌29日",
        "(see Section 2, 3 (1))",
        "last year",
        " in the fall.",
        "同月",
        "「",
        "」",
        "see the Column on page 1",
        ". ",
        "U.S.",
        "2020s",
        "February 30, 2021",
        "the four ministers",
        " and ",
        "early ",
        "March 31. 2022",
        "(UNC)",
        "United Nations Command ",
        ", Secretary of the Navy",
        "‘",
        "’",
        "He said, ",
        "according to the report, ",
        "the Minister for Foreign Affairs of Thailand ",
        "Mrs. Bush",
        "茂木外務大臣は",
        "と述べた。",
        "\n",
    ]
)


def _excerpts(found: Records) -> list[Excerpt]:
    places = [e for event in found.events for e in (event.excerpt, event.date_excerpt, *event.also)]
    places += [q.excerpt for q in found.quotations] + [a.excerpt for a in found.abbreviations]
    places += [m for person in found.people for m in (*person.mentions, *(r.excerpt for r in person.roles))]
    places += [m for facility in found.facilities for m in facility.mentions]
    return places + [c.excerpt for c in found.cross_references]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.one_of(st.text(max_size=30), st.lists(_PIECES, max_size=12).map("".join)), max_size=3),
    st.lists(_PIECES, max_size=9).map(lambda pieces: f"On May 3, 2020 the Meeting of {''.join(pieces)}"),
)
def test_any_text_is_read_and_every_excerpt_stands_where_it_says(
    gazetteer: Gazetteer, paragraphs: list[str], title: str
) -> None:
    document = make_document(*paragraphs)
    document = Document((replace(document.headings[0], title=title),), document.passages)
    for excerpt in _excerpts(extract(document, make_edition(), gazetteer)):
        assert excerpt.exact
        text = title if excerpt.heading is not None else document.passage(excerpt.passage).text
        assert text[excerpt.start : excerpt.end] == excerpt.exact


def test_a_sentence_without_end_is_kept_as_far_as_it_tells_of_its_date(find: Extract) -> None:
    words = "and in May it was held while in June it was not held by the people who said so " * 200
    events = find(words).events
    assert len(events) == 400
    assert max(len(event.sentence) for event in events) < 5_000
    assert max(len(event.excerpt.exact) for event in events) < 5_000
    assert all(event.date.printed in event.sentence for event in events)

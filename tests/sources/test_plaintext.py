import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook_desktop.domain.documents import Document, Heading, HeadingKind, Passage, PassageKind
from bluebook_desktop.paths import bundled
from bluebook_desktop.sources.plaintext import read_plaintext

TEXT = bundled("data", "editions", "2021-en", "4.2.2", "text.txt").read_bytes().decode("utf-8")
LINES = st.sampled_from(
    [
        "Diplomatic Bluebook 2021",
        "Chapter 4",
        "2 Arrangements",
        "(1) Overview",
        "A Efforts",
        "Some Title",
        "Jane Doe, Some School, Some City",
        "A paragraph that ends (see the Column on page 3).",
        "Another, see the Special Feature, ends.",
        "A caption (Photo: Jiji)A caption (Photo: Jiji)",
        "",
        "  indented and trailing  ",
        "ab" * 120,
    ]
)


@pytest.fixture(scope="module")
def document() -> Document:
    return read_plaintext(TEXT)


def test_the_section_has_twenty_headings_and_thirty_six_passages(document: Document) -> None:
    assert len(document.headings) == 20
    assert [passage.number for passage in document.passages] == list(range(1, 37))
    kinds = [passage.kind for passage in document.passages]
    assert (kinds.count(PassageKind.PARAGRAPH), kinds.count(PassageKind.CAPTION)) == (29, 7)


def test_the_captions_are_numbered_in_reading_order(document: Document) -> None:
    captions = [passage.number for passage in document.passages if passage.kind is PassageKind.CAPTION]
    assert captions == [2, 5, 9, 13, 25, 33, 34]


def test_a_caption_printed_twice_is_one_caption_with_its_credit(document: Document) -> None:
    signing = document.passage(2)
    assert signing.text.startswith("Prime Minister Kishi and President Eisenhower at the signing ceremony")
    assert signing.text.count("Prime Minister Kishi") == 1
    assert signing.credit == "Photo: Jiji"
    assert document.passage(5).credit == "Image: U.S. Embassy in Japan"
    assert document.passage(9).credit == ""


def test_a_figures_title_is_a_caption_and_neighbouring_lines_are_two(document: Document) -> None:
    assert document.passage(25).text == "Realignment of U.S. Forces in Japan - An Overview"
    assert [document.passage(number).text for number in (33, 34)] == [
        "Students engaging in discussions",
        "Students dancing together",
    ]


def test_the_presidents_message_is_passage_8(document: Document) -> None:
    assert document.passage(8).text.startswith("President Trump sent a congratulatory message")


def test_entries_of_a_chronology_and_sentences_parted_behind_a_name_are_no_headings() -> None:
    words = (
        "Diplomatic Bluebook 2012\n\nChapter 3\n\nSection 2 Asia\n\n"
        "The Agreement on Comprehensive Economic Partnership among Ur and Lod\n(CEP Agreement), the first of its kind, "
        "was signed in May.\n\nChronology\n\nJan. 11 Special Measures Law Enacted\n\n"
        "April First Meeting of Ur and Lod\n\nJuly 7-9 Ur Summit Meeting\n"
    )
    assert [heading.title for heading in read_plaintext(words).headings][-1] == "Asia"


def test_every_kind_of_heading_is_told(document: Document) -> None:
    kinds = [heading.kind for heading in document.headings]
    assert [kinds.count(kind) for kind in HeadingKind] == [1, 1, 1, 6, 7, 0, 1, 1, 2]
    chapter = document.headings[1]
    assert (chapter.label, chapter.title) == (
        "Chapter 4",
        "Japan Strengthening Its Presence in the International Community",
    )


def test_nothing_of_the_original_is_lost_but_second_printings(document: Document) -> None:
    left = list(TEXT)
    parts: list[Heading | Passage] = [*document.headings, *document.passages]
    for part in parts:
        left[part.source_start : part.source_end] = " " * (part.source_end - part.source_start)
    rest = "".join(left).split("\n")
    captions = [passage.text for passage in document.passages if passage.kind is PassageKind.CAPTION]
    assert sorted(line.strip() for line in rest if line.strip()) == sorted(
        text for text in captions if TEXT.count(text) == 2
    )


def test_windows_line_ends_change_nothing_but_offsets(document: Document) -> None:
    other = read_plaintext(TEXT.replace("\n", "\r\n"))
    assert [passage.text for passage in other.passages] == [passage.text for passage in document.passages]
    assert [heading.title for heading in other.headings] == [heading.title for heading in document.headings]


def check(text: str, document: Document) -> None:
    for number, passage in enumerate(document.passages, 1):
        assert passage.number == number
        assert text[passage.source_start : passage.source_end] == passage.text
        assert passage.text
    for position, heading in enumerate(document.headings):
        assert heading.position == position
        assert text[heading.source_start : heading.source_end].endswith(heading.title)
        assert 0 <= heading.first_passage - 1 <= heading.last_passage <= len(document.passages)
    for passage in document.passages:
        above = document.headings_above(passage)
        starts = [heading.source_start for heading in document.headings]
        assert bool(above) == any(start < passage.source_start for start in starts)
        assert all(heading.source_end <= passage.source_start for heading in above)
        assert [heading.level for heading in above] == sorted({heading.level for heading in above})


@given(st.text())
def test_any_text_is_read_and_stays_as_it_is(text: str) -> None:
    check(text, read_plaintext(text))


@given(st.lists(LINES, max_size=14))
def test_any_order_of_lines_is_read(lines: list[str]) -> None:
    text = "\n".join(lines)
    check(text, read_plaintext(text))

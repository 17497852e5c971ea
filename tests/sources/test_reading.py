import contextlib
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bluebook_desktop.errors import BluebookError
from bluebook_desktop.sources.lines import squeezed
from bluebook_desktop.sources.reading import LARGEST, SourceDocument, read_bytes, read_content, read_file
from tests.growth import MOST, PARTS, growth

ENGLISH = (
    "Diplomatic Bluebook 2012\n\nChapter 3\n\nA Café\n\n2 The Alliance\n\nThe two sides met in “Tokyo” – at last.\n"
)
JAPANESE = (
    "外交青書2012\n第3章　国益を守る\n第2節　安全保障\n（1）総論\n"
    "　両国は８月に協議し、「同盟は強い」と述べた。\n　会合は続いた。\n"
)
ANY_LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "Diplomatic Bluebook 2012",
                "Chapter 3",
                "CHAPTER IV",
                "Section 2 North America",
                "2",
                "2 The Alliance",
                "1. Overview",
                "(1) Talks",
                "(a) First Round",
                "A Bases",
                "B Training Areas",
                "① Land",
                "COLUMN",
                "Column: Friends from Abroad",
                "Friends from Abroad",
                "Jane Doe, Some School, Some City",
                "Note: see below",
                "123",
                "\f124",
                "DIPLOMATIC BLUEBOOK 2012",
                "Back to Top",
                "Ministers shaking hands (March 16, Tokyo)",
                "Ministers shaking hands (March 16, Tokyo)Ministers shaking hands (March 16, Tokyo)",
                "Figure 1 Plan",
                "Name\tHectares",
                "   The paragraph is indented and goes on for the whole of the line until",
                "it ends (see the Column on page 3) in the middle of the next one, where it",
                "stops at last.",
                "第3章　国益を守る",
                "（1）総論",
                "　両国は協議した。",
                "\u200b",
                "\u00a0",
                "",
            ]
        ),
        st.text(max_size=40),
    ),
    max_size=30,
)


PIECES = re.findall(
    r"<[^>]*>|\S+",
    "<p> </p> <div> </div> <h2> </h3> <b> <table> <tr> <td> </td> <br> <img alt='a b c d'> "
    "<div class=column> <!-- --> <script> </script> & < > \0 words 2 (1) COLUMN <li> <body> "
    "<figure> <figcaption> <main> <a href=x> </a> Chapter",
)


def check(read: SourceDocument) -> None:
    """Passages and headings are slices in order without overlap, and every line is accounted for."""
    document, text = read.document, read.text
    end = 0
    parts = sorted([*document.headings, *document.passages], key=lambda part: part.source_start)
    for part in parts:
        assert end <= part.source_start < part.source_end <= len(text)
        end = part.source_end
    for number, passage in enumerate(document.passages, 1):
        assert passage.number == number
        assert passage.text == text[passage.source_start : passage.source_end] == passage.text.strip()
        above = document.headings_above(passage)
        before = [h for h in document.headings if h.source_start < passage.source_start]
        assert not above or before
        assert above or all(h.last_passage < number for h in before)  # a column in a box ends with its box
    for heading in document.headings:
        assert text[: heading.source_end].endswith(heading.title)
        assert heading.full_title
        assert 0 <= heading.first_passage - 1 <= heading.last_passage <= len(document.passages)
    told = {line for one in read.problems for line in range(one.line, one.line + one.lines)}
    covered = [False] * len(text)
    for part in parts:
        covered[part.source_start : part.source_end] = [True] * (part.source_end - part.source_start)
    start = 0
    breaks = [*re.finditer("\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]", text), None]
    number = 1
    for found in breaks:
        stop = found.start() if found else len(text)
        assert not squeezed(text[start:stop]) or any(covered[start:stop]) or number in told, text[start:stop]
        start = found.end() if found else stop
        number += found is not None and found.group() in ("\n", "\r", "\r\n")


@given(ANY_LINES, st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
def test_every_line_of_any_text_is_in_a_passage_a_heading_or_the_report(lines: list[str], line_end: str) -> None:
    try:
        read = read_bytes(line_end.join(lines).encode(), "some.txt")
    except BluebookError:
        return
    check(read)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_document_or_a_sentence(content: bytes) -> None:
    try:
        read = read_bytes(content, "some.txt")
    except BluebookError as error:
        sentence = str(error)
    else:
        check(read)
        return
    assert sentence.startswith("some.txt ")
    assert sentence.endswith(".")


@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=40,
    )
)
def test_any_page_is_a_document_or_a_sentence(parts: list[str]) -> None:
    try:
        read = read_bytes(b"<html>" + " ".join(parts).encode(), "some.html")
    except BluebookError:
        return
    assert read.form == "html"
    check(read)


@pytest.mark.parametrize("filling", ["", "x"])
def test_a_stray_nought_makes_no_chinese_of_an_english_page(filling: str) -> None:
    """Two letters of ASCII are one of Chinese in UTF-16, which has many noughts where it is English."""
    page = f"<html><p>The two sides met in \0Tokyo again, and will meet there next year.</p>{filling}"
    read = read_bytes(page.encode(), "some.html")
    assert read.language == "en"
    assert read.text.startswith("The two sides met in")
    with pytest.raises(BluebookError, match=r"some\.txt is not a text\."):
        read_bytes(f"The two sides\0 met in Tokyo again, and will meet there next year.{filling}".encode(), "some.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_an_english_text_is_read_in_any_usual_encoding(encoding: str) -> None:
    read = read_bytes(ENGLISH.encode(encoding), "some.txt")
    assert read.text == ENGLISH
    assert read.language == "en"
    assert read.problems == ()


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp932", "cp932"),
        ("euc_jp", "euc_jp"),
        ("iso2022_jp", "iso2022_jp"),
    ],
)
def test_a_japanese_text_is_read_in_any_usual_encoding(encoding: str, name: str) -> None:
    read = read_bytes(JAPANESE.encode(encoding), "some.txt")
    assert read.text == JAPANESE
    assert (read.encoding, read.language) == (name, "ja")
    assert [heading.label for heading in read.document.headings] == ["", "第3章", "第2節", "（1）"]
    assert [passage.text[:3] for passage in read.document.passages] == ["両国は", "会合は"]


def test_western_letters_are_not_taken_for_japanese() -> None:
    text = "Él dijo: «la señora Müller llegó à Genève». Ça va très bien, déjà vu, naïve façade, Ångström."
    assert read_bytes(text.encode("latin-1"), "some.txt").text == text


def test_a_few_broken_bytes_do_not_change_the_encoding_and_are_told() -> None:
    content = "“Friends”, – they said – “for ever”.\n\nSecond “line”".encode() + b" \xe9\n"
    read = read_bytes(content, "some.txt")
    assert read.encoding == "utf-8"
    assert read.text.startswith("“Friends”")
    assert read.text.endswith(" é\n")
    assert [(one.line, one.sentence) for one in read.problems][-1] == (
        3,
        "A byte is not UTF-8 like the rest; it was read as a Latin-1 letter.",
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "x.txt is empty."),
        (b" \r\n\t\n", "x.txt holds no words."),
        (b"\xef\xbb\xbf", "x.txt holds no words."),
        (b"%PDF-1.7 ...", "x.txt is a PDF file; plain text and HTML pages can be read."),
        (b"PK\x03\x04....", "x.txt is a Word, EPUB or ZIP file; plain text and HTML pages can be read."),
        (bytes(range(256)) * 4, "x.txt is not a text."),
        (b"\xff\xfea", "x.txt begins as UTF-16-LE text does, but is none."),
        (b"words and \0 words", "x.txt is not a text."),
        (b"<html><script>x</script></html>", "x.txt holds no words."),
    ],
)
def test_what_is_no_text_is_told_in_one_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(BluebookError) as raised:
        read_bytes(content, "x.txt")
    assert str(raised.value) == sentence


def test_a_folder_a_missing_and_a_large_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(BluebookError, match=r"is a folder\.$"):
        read_file(tmp_path)
    with pytest.raises(BluebookError, match=r"does not exist\.$"):
        read_file(tmp_path / "none.txt")
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(BluebookError, match=r"^large\.txt is too large: a text may have up to 64 MB\.$"):
        read_file(large)


def test_a_file_is_read_with_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "c040201.txt"
    path.write_bytes(ENGLISH.encode())
    content, read = read_content(path)
    assert content == ENGLISH.encode()
    assert read == read_file(path) == read_bytes(content, path.name)


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("c040202.html", ("4", "2", "2")),
        ("c020100.txt", ("2", "1", "")),
        ("chapter2_01_00.html", ("2", "1", "")),
        ("bluebook-2012-3.1.2.txt", ("3", "1", "2")),
        ("some.txt", ("3", "2", "")),
    ],
)
def test_chapter_section_and_part_come_from_the_name_or_else_the_headings(
    name: str, numbers: tuple[str, str, str]
) -> None:
    read = read_bytes(ENGLISH.encode(), name)
    assert (read.chapter, read.section, read.part) == numbers


@pytest.mark.parametrize(
    ("text", "name", "year"),
    [
        ("Diplomatic Bluebook 2019\n\nText.", "x.txt", 2019),
        ("DIPLOMATIC BLUEBOOK 2017\n\nText.", "2016.txt", 2017),
        ("令和2年版外交青書\n\n本文は続く。", "x.txt", 2020),
        ("平成30年版 外交青書\n\n本文は続く。", "x.txt", 2018),
        ("Text of 2011.", "bluebook-2015.txt", 2015),
        ("Text of 2011.", "x.txt", None),
        ("Text of 2011.", "iso2022.txt", None),
        ("Text of 2011.", "2014-iso-2022-jp.txt", 2014),
        ("Chapter 2\n\nText of 2011 which\n\n188\n\nDIPLOMATIC BLUEBOOK 2012\n\ngoes on.", "x.txt", 2012),
        ("Diplomatic Bluebook 2016\n\nPreface to the Diplomatic Bluebook 2017\n\nText.", "x.txt", 2017),
        ("Message\n\nThe Diplomatic Bluebook 2017 is an account covering the events of 2016.", "2016.txt", 2017),
        ("Message\n\nThe Diplomatic Bluebook 2011 tells of an earlier case.", "2016.txt", 2016),
    ],
)
def test_the_year_is_the_printed_one_or_the_names(text: str, name: str, year: int | None) -> None:
    assert read_bytes(text.encode(), name).edition_year == year


def test_a_section_is_called_by_the_title_that_its_number_counts() -> None:
    """A single “(1)” below it, which covers all its text, is no part of its own."""
    read = read_bytes(b"Chapter 3 Our World\n\n2. Security Arrangements\n\n(1) Overview\n\nText of it.", "x.txt")
    assert (read.chapter, read.section, read.part) == ("3", "2", "")
    assert read.title == "Security Arrangements"


def test_a_title_is_told_without_the_mark_of_its_footnote() -> None:
    assert (
        read_bytes(b"Chapter 3 Our World\n\n2 Security Arrangements1\n\nText of it.", "x.txt").title
        == "Security Arrangements"
    )
    assert (
        read_bytes(b"Chapter 3 Our World\n\n2 Responses to TICAD7\n\nText of it.", "x.txt").title
        == "Responses to TICAD7"
    )


def test_a_title_that_runs_over_two_lines_does_not_hide_the_sections_own() -> None:
    text = "Chapter 2\n\nForeign Policy that Takes a Panoramic\n\nPerspective of the World\n\n2. North America\n\nText."
    assert read_bytes(text.encode(), "x.txt").title == "North America"


@pytest.mark.parametrize("day", ["April 11, 2011", "11 April 2011", "April 2011"])
def test_the_day_of_publication_is_no_title(day: str) -> None:
    text = f"Highlights of the Diplomatic Bluebook 2011\n\n{day}\n\nThe Ministry released the Bluebook."
    assert read_bytes(text.encode(), "x.txt").title == "Highlights of the Diplomatic Bluebook 2011"


def test_a_text_that_is_no_bluebook_is_passages_without_headings() -> None:
    read = read_bytes(b"milk\n2 eggs\n\nRemember the milk, it is on the list.\n", "list.txt")
    assert read.document.headings == ()
    assert [passage.heading for passage in read.document.passages] == [None, None, None]
    assert read.document.headings_above(read.document.passage(1)) == ()
    assert read.title == "milk"
    assert [one.sentence for one in read.problems] == ["No headings were found: the passages stand in one row."]


HOSTILE = {
    "deep boxes": "<div>" * 3_900 + "words",
    "deep letters": "<b><i>" * 1_900 + "words",
    "unclosed links": "<a href=x><p>" * 3_900 + "words",
    "deep tables": "<table><tr><td>" * 3_900 + "words",
    "deep lists": "<ul><li>" * 3_900 + "words",
    "letters in tables": "<table>" + "x<b>" * 3_900,
    "a huge attribute": "<p title='" + "x" * 5_000_000 + "'>words",
    "many attributes": "<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">words",
    "open comment": "<p>words<!--" + "<!-- -" * 100_000,
    "open script": "<p>words<script>" + "x<" * 500_000,
    "many signs": "<p>" + "<" * 500_000 + "words",
    "many entities": "<p>" + "&amp;&#x110000;&bogus;" * 50_000,
    "many doctypes": "<!doctype html>" * 20_000 + "<p>words",
    "very deep": "<div>" * 200_000 + "words",
    "crossing": "<b><p></b></p>" * 5_000 + "words",
    "breaks": "<p>words" + "<br> " * 100_000,
    "blanks": "<p>words" + " \t" * 500_000 + "words",
    "refresh": "<meta http-equiv=refresh content='0;url=http://localhost:1/'><p>words",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_neither_hangs_nor_fails(name: str) -> None:
    page = HOSTILE[name]

    def read(words: str) -> None:
        with contextlib.suppress(BluebookError):
            check(read_bytes(b"<html><body>" + words.encode(), "x.html"))

    assert growth(read, page[: len(page) // PARTS] + "words", page) < MOST


@pytest.mark.parametrize("unit", ["<div>", "<b><i>", "<table><tr><td>", "<ul><li>"])
def test_a_page_nested_deeper_than_any_author_would_is_refused_in_a_sentence(unit: str) -> None:
    with pytest.raises(BluebookError, match=r"x\.html is nested too deeply to be read\."):
        read_bytes(b"<html><body>" + (unit * 5_000).encode() + b"words", "x.html")


@pytest.mark.parametrize(
    "text",
    [
        "(" * 200_000,
        "a " * 300_000,
        "word\n" * 30_000,
        "1 " * 100_000,
        "A\n\n" * 20_000,
        "Chapter 1\n" * 10_000,
        "(a)" * 90_000,
    ],
    ids=["brackets", "one line", "words", "numbers", "letters", "chapters", "marks"],
)
def test_a_hostile_text_does_not_hang(text: str) -> None:
    assert growth(lambda words: read_bytes(words.encode(), "x.txt"), text[: len(text) // PARTS], text) < MOST


@settings(max_examples=50)
@given(st.text(min_size=1))
def test_offsets_count_in_the_text_as_decoded(text: str) -> None:
    try:
        read = read_bytes(text.encode("utf-8", "surrogatepass"), "x.txt")
    except BluebookError:
        return
    if read.form == "text" and read.encoding == "utf-8":
        assert read.text == text.removeprefix("\ufeff") or read.problems

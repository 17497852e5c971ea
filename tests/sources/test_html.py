import subprocess
import sys
from pathlib import Path

import pytest

from bluebook_desktop.domain.documents import HeadingKind, PassageKind
from bluebook_desktop.errors import BluebookError
from bluebook_desktop.sources.reading import SourceDocument, read_bytes

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(scope="module")
def page() -> SourceDocument:
    return read_bytes((FIXTURES / "modern.html").read_bytes(), "page.html")


def body(words: str) -> SourceDocument:
    return read_bytes(f"<!DOCTYPE html><html><body>{words}</body></html>".encode(), "page.html")


def passages(read: SourceDocument) -> list[str]:
    return [passage.text for passage in read.document.passages]


def test_a_page_says_where_it_belongs(page: SourceDocument) -> None:
    assert page.form == "html"
    assert page.address == "https://www.mofa.go.jp/policy/other/bluebook/2018/html/chapter3/c030102.html"
    assert (page.edition_year, page.chapter, page.section, page.part) == (2018, "3", "1", "2")
    assert page.title == "The Alliance"
    assert page.problems == ()


def test_the_headings_of_a_page_have_their_order(page: SourceDocument) -> None:
    assert [(one.kind.value, one.level, one.label, one.title) for one in page.document.headings] == [
        ("edition", 1, "", "Diplomatic Bluebook 2018"),
        ("chapter", 2, "Chapter 3", "Working for the World"),
        ("section", 3, "Section 1", "Peace and Stability"),
        ("part", 4, "2", "The Alliance"),
        ("subpart", 5, "(1)", "Overview"),
        ("column", 6, "COLUMN", "Friends from Abroad"),
        ("voice", 7, "", "Jane Doe, Sample High School, Sample City"),
        ("subpart", 5, "(2)", "Bases"),
        ("feature", 6, "", "Fifty Years On"),
    ]


def test_what_stands_in_a_box_is_apart_and_the_text_goes_on_after_it(page: SourceDocument) -> None:
    document = page.document
    kinds = {
        passage.text: [heading.kind for heading in document.headings_above(passage)][4:]
        for passage in document.passages
    }
    assert kinds["Many came."] == [HeadingKind.SUBPART, HeadingKind.COLUMN]
    assert kinds["I liked it."] == [HeadingKind.SUBPART, HeadingKind.COLUMN, HeadingKind.VOICE]
    assert kinds["The text goes on after the box."] == [HeadingKind.SUBPART]
    assert kinds["It was long ago."] == [HeadingKind.SUBPART, HeadingKind.FEATURE]


def test_the_words_of_a_page_are_those_that_it_shows(page: SourceDocument) -> None:
    assert passages(page) == [
        "The two countries met in March 2017.1 They said\u00a0“we stand together” & meant it (see the Column).",
        "Ministers shaking hands in Tokyo (March 16, Tokyo; Photo: Sample)",
        "First line\nsecond line of one paragraph.",
        "Many came.",
        "I liked it.",
        "The text goes on after the box.",
        "A list follows:",
        "land,",
        "buildings and a road.",
        "Table 1 Areas",
        "Name\tHectares",
        "North\t10",
        "It was long ago.",
    ]
    assert all(page.text[one.source_start : one.source_end] == one.text for one in page.document.passages)
    captions = [one for one in page.document.passages if one.kind is PassageKind.CAPTION]
    assert [one.number for one in captions] == [2, 10]
    assert captions[0].credit == "Photo: Sample"


def test_an_old_page_without_ranks_and_closing_tags_is_read() -> None:
    read = read_bytes((FIXTURES / "old.html").read_bytes(), "old.html")
    assert [(one.kind.value, one.label, one.title) for one in read.document.headings] == [
        ("chapter", "CHAPTER 2", "REGIONAL DIPLOMACY"),
        ("section", "Section 3.", "North America"),
        ("part", "1.", "Overview"),
        ("subpart", "(a)", "Talks"),
    ]
    assert passages(read) == [
        "Relations were good in 2006.",
        "They became better in the autumn.",
        "Talks were held over two days.",
    ]
    assert read.edition_year == 2007


def test_a_japanese_page_in_the_encoding_that_it_declares_is_read() -> None:
    source = (
        '<html><head><meta charset="Shift_JIS"><title>外交青書 2016</title></head><body><h1>第3章 国益を守る</h1>'
        "<h2>第1節 平和と安定</h2><h3>2 日米安全保障体制</h3><p>　両国は協議した。</p></body></html>"
    )
    read = read_bytes(source.encode("cp932"), "c030102.html")
    assert (read.encoding, read.language, read.edition_year) == ("cp932", "ja", 2016)
    assert [one.label for one in read.document.headings] == ["第3章", "第1節", "2"]
    assert passages(read) == ["両国は協議した。"]


def test_headings_without_numbers_follow_their_ranks() -> None:
    read = body("<h1>One</h1><p>a.</p><h2>Two</h2><p>b.</p><h3>Three</h3><p>c.</p><h2>Four</h2><p>d.</p>")
    assert [(one.title, one.level) for one in read.document.headings] == [
        ("One", 3),
        ("Two", 4),
        ("Three", 5),
        ("Four", 4),
    ]


def test_a_heading_without_a_number_stands_beside_numbered_ones_of_its_rank() -> None:
    """It ends neither the section nor the part above it; on a page of equal ranks it is no chapter's own."""
    read = body(
        "<h2>Chapter 3 The World</h2><h3>Section 1 Peace</h3><h4>2 Security</h4><h5>(1) Overview</h5><p>They met.</p>"
        "<h5>Host Nation Support</h5><p>They paid.</p><h6>Details</h6><p>Much.</p><h5>(2) Outlook</h5><p>They will.</p>"
    )
    assert [(one.level, one.title) for one in read.document.headings] == [
        (2, "The World"),
        (3, "Peace"),
        (4, "Security"),
        (5, "Overview"),
        (5, "Host Nation Support"),
        (6, "Details"),
        (5, "Outlook"),
    ]
    equal = body(
        "<h3>Chapter 3 The World</h3><h3>2 Security</h3><h3>(1) Overview</h3><p>They met.</p>"
        "<h3>Support</h3><p>They paid.</p>"
    )
    assert [one.level for one in equal.document.headings] == [2, 3, 4, 4]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>shown()</script>",
        "<style>p {}</style>",
        "<!-- shown -->",
        "<nav>shown</nav>",
        "<footer>shown</footer>",
        '<div id="breadcrumb">shown</div>',
        '<p class="skip-link">shown</p>',
        '<p style="display: none">shown</p>',
        "<p hidden>shown</p>",
        "<noscript>shown</noscript>",
        "<form>shown<input value=shown></form>",
        "<p><a href='#top'>Back to Top</a></p>",
        "<p>このページのトップへ戻る</p>",
        '<iframe src="http://127.0.0.1:9/shown"></iframe>',
    ],
)
def test_what_is_not_to_be_read_is_left_out(hidden: str) -> None:
    assert passages(body(f"<p>Before.</p>{hidden}<p>After.</p>")) == ["Before.", "After."]


def test_a_page_whose_main_part_is_empty_is_read_from_its_body() -> None:
    assert passages(body("<main></main><p>All the words stand outside of it.</p>")) == [
        "All the words stand outside of it."
    ]


def test_a_layout_with_columns_is_no_column() -> None:
    read = body('<div class="two-column main-column"><h2>2 The Alliance</h2><p>Text.</p></div>')
    assert [one.kind for one in read.document.headings] == [HeadingKind.SECTION]


@pytest.mark.parametrize("href", ["javascript:alert(1)", "c030102.html", "http://[::1", "https://a b/"])
def test_an_address_that_is_none_is_not_believed(href: str) -> None:
    page = f'<html><head><link rel="canonical" href="{href}"></head><body><p>Words.</p></body></html>'
    assert read_bytes(page.encode(), "x.html").address == ""


def test_the_address_is_believed_against_a_wrong_year_and_that_is_told() -> None:
    page = (
        '<html><head><link rel="canonical" href="https://www.mofa.go.jp/policy/other/bluebook/2017/html/a.html"></head>'
        "<body><p>Diplomatic Bluebook 2016</p><h1>Preface</h1><p>The year was long.</p></body></html>"
    )
    read = read_bytes(page.encode(), "x.html")
    assert read.edition_year == 2017
    assert [one.sentence for one in read.problems] == [
        "The headings say 2016, the address 2017: the address was believed."
    ]


def test_a_page_nested_beyond_reason_is_refused() -> None:
    with pytest.raises(BluebookError, match=r"^page\.html is nested too deeply to be read\.$"):
        body("<div>" * 30_000 + "words")


def test_the_parser_is_loaded_for_pages_alone() -> None:
    code = (
        "import sys; from bluebook_desktop.sources.reading import read_bytes; read_bytes(b'Words.', 'x.txt');"
        "assert not any(name.startswith('selectolax') for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


OLD_LAYOUT = """<HTML><HEAD><TITLE>DIPLOMATIC BLUEBOOK 2006</TITLE></HEAD><BODY>
<TABLE WIDTH="600"><TR><TD><IMG SRC="images/logo.gif" ALT="The Ministry of the Islands"></TD><TD>
<B>Chapter 2. Regional Diplomacy</B><BR><BR>
<B>A. The Islands</B><BR><BR>
<B>1. Overview</B><BR>
&nbsp;&nbsp;In 2005, trade grew in all of the islands, and the first summit of its leaders was held in December.
It was followed by talks of the ministers, who met in the harbors of the north and of the south, and by a forum on
trade in which more than a hundred companies of all of the islands took part for three days.<BR>
<BR>
&nbsp;&nbsp;On the other hand, storms went on.<BR><BR>
<B>2. Harbors</B><BR><BR>
They were built.
<TABLE><TR><TD>Harbor</TD><TD>Ships</TD></TR><TR><TD>North</TD><TD>12</TD></TR></TABLE>
</TD></TR></TABLE></BODY></HTML>"""


def test_a_table_that_lays_out_the_page_is_no_table_of_data() -> None:
    read = read_bytes(OLD_LAYOUT.encode(), "chapter2.html")
    assert [(one.level, one.label, one.title) for one in read.document.headings] == [
        (2, "Chapter 2.", "Regional Diplomacy"),
        (5, "A.", "The Islands"),
        (6, "1.", "Overview"),
        (6, "2.", "Harbors"),
    ]
    words = [" ".join(one.text.split())[:24] for one in read.document.passages]
    assert words == [
        "In 2005, trade grew in a",
        "On the other hand, storm",
        "They were built.",
        "Harbor Ships",
        "North 12",
    ]


def test_the_words_in_the_box_of_a_figure_are_captions() -> None:
    page = (
        "<h2>1 Overview</h2><p>They worked together for years.</p>"
        "<div class='fig'><p><b>Trade of the Islands</b></p><img src='f.png' alt=''><p>Source: The Islands</p></div>"
        "<p>They went on.</p>"
    )
    read = read_bytes(f"<html><body>{page}</body></html>".encode(), "x.html").document
    assert [one.kind.value for one in read.passages] == ["paragraph", "caption", "caption", "paragraph"]
    assert len(read.headings) == 1


@pytest.mark.parametrize(
    ("chapter", "overview"),
    [
        ("<p>Chapter 2</p><p>The Sea and the Islands</p>", "<p><b>Overview</b></p>"),
        ("<p><b>Chapter 2</b></p><p><b>The Sea and the Islands</b></p>", "<b>Overview</b><br><br>"),
        ("<b>Chapter 2</b><br><br><b>The Sea and the Islands</b><br><br>", "<b>Overview</b><br>"),
    ],
)
def test_titles_that_no_rank_marks_are_known_by_their_bold_words(chapter: str, overview: str) -> None:
    read = body(
        f"<p>Top &gt; Chapter 2</p>{chapter}\n{overview}\nThe first words of it went on.<br><br>\nThe second ones."
    )
    assert [(one.label, one.title) for one in read.document.headings] == [
        ("Chapter 2", "The Sea and the Islands"),
        ("", "Overview"),
    ]
    assert passages(read) == ["The first words of it went on.", "The second ones."]
    assert [one.sentence for one in read.problems] == ["“Top > Chapter 2” was left out as a link of a web page."]


def test_a_page_that_sets_no_title_apart_is_read_as_plain_text_is() -> None:
    read = body(
        "<p>Chapter 2</p><p>The Sea</p><p>Overview</p><p>The work of the year went on.</p>"
        "<p>(A) Fish and ships</p><p>It did.</p>"
    )
    assert [(one.label, one.title) for one in read.document.headings] == [
        ("Chapter 2", "The Sea"),
        ("", "Overview"),
        ("(A)", "Fish and ships"),
    ]
    assert passages(read) == ["The work of the year went on.", "It did."]


def test_single_line_breaks_part_sentences_and_numbered_titles() -> None:
    long = (
        "The talks of the two sides went on through all of the year in both of their capitals, and " * 2
        + "ended in May."
    )
    read = body(f"<div>2 The Sea and the Islands<br>{long}<br>Then {long}<br>(1) Harbors<br>They were built.</div>")
    titles = [(one.label, one.title) for one in read.document.headings]
    assert titles == [("2", "The Sea and the Islands"), ("(1)", "Harbors")]
    assert passages(read) == [long, f"Then {long}", "They were built."]


@pytest.fixture(scope="module")
def sized() -> SourceDocument:
    """A page that sets its titles and captions by the size of their type."""
    return read_bytes((FIXTURES / "sized.html").read_bytes(), "sized.html")


def test_titles_set_in_bold_in_large_type_or_behind_a_sign_are_headings(sized: SourceDocument) -> None:
    assert [(one.kind.value, one.label, one.title) for one in sized.document.headings] == [
        ("chapter", "Chapter 2", "Regional Diplomacy"),
        ("section", "Section 4.", "Latin America"),
        ("part", "", "Overview"),
        ("part", "■", "Economic Relations"),
        ("part", "■", "Cultural Exchange"),
    ]


def test_the_entries_of_a_list_are_no_captions_though_they_end_with_their_dates(sized: SourceDocument) -> None:
    kinds = {one.text: one.kind for one in sized.document.passages}
    assert kinds["Visit of the Foreign Minister to Brazil (August 2006)"] is PassageKind.PARAGRAPH
    assert kinds["Visit of the President of Chile to Japan (November 14-16)"] is PassageKind.PARAGRAPH
    assert kinds["◆ Seminar in Tokyo"] is PassageKind.PARAGRAPH


def test_what_stands_under_a_picture_in_smaller_type_or_on_a_line_of_its_own_is_a_caption(
    sized: SourceDocument,
) -> None:
    captions = [one.text for one in sized.document.passages if one.kind is PassageKind.CAPTION]
    assert captions == ["The Foreign Minister speaks to students of Brasilia.", "Dancers from Peru greet their guests"]


def test_the_links_of_an_old_page_are_left_out(sized: SourceDocument) -> None:
    assert [passages(sized)[0], passages(sized)[-1]] == [
        "Many elections were held in the region, and Japan watched them with interest.",
        "These were the events of the year.",
    ]


def test_a_list_of_pictures_holds_captions() -> None:
    read = body("<h2>Visits</h2><p>They met.</p><ul><li><img src='a.jpg'><p>Two ministers (May 2006)</p></li></ul>")
    assert [one.kind for one in read.document.passages] == [PassageKind.PARAGRAPH, PassageKind.CAPTION]


@pytest.mark.parametrize(
    ("image", "title"),
    [
        ("photo1.jpg", "2 Economic Relations"),
        ("rule.gif", "2 Economic Relations"),
        ("line01.gif", "2 Economic Relations"),
        ("line.gif", "Japan-U.S. Relations"),
    ],
)
def test_a_title_below_a_picture_or_a_rule_is_no_caption(image: str, title: str) -> None:
    talks = "Japan and the United States held talks in Tokyo in May and agreed to go on with them in all fields."
    read = body(
        f"<p>1 Politics</p><p>{talks}</p><p><img src='{image}'><br>{title}</p><p>{talks}</p>"
        if title[0].isdigit()
        else f"<img src='{image}'><br>{title}<br><br>{talks}<br><br>The talks were long."
    )
    assert PassageKind.CAPTION not in [one.kind for one in read.document.passages]
    assert title in [one.full_title for one in read.document.headings]

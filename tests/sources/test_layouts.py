"""The bundled section in the layouts in which other years are printed: what is read must be the same."""

import textwrap

import pytest

from bluebook_desktop.domain.documents import Document, PassageKind
from bluebook_desktop.paths import bundled
from bluebook_desktop.sources.plaintext import read_plaintext, read_text

TEXT = bundled("data", "editions", "2021-en", "4.2.2", "text.txt").read_bytes().decode("utf-8")
BLOCKS = [line for line in TEXT.split("\n") if line.strip()]


def fold(words: str) -> str:
    return " ".join(words.split())


def structure(document: Document) -> list[tuple[object, ...]]:
    return [
        (one.kind, one.level, one.label, fold(one.title), one.first_passage, one.last_passage)
        for one in document.headings
    ]


def words(document: Document) -> list[tuple[object, ...]]:
    return [(one.kind, fold(one.text), one.heading) for one in document.passages]


def once(block: str) -> str:
    half = len(block) // 2
    return block[:half] if len(block) > 20 and block[:half] == block[half:] else block


def wrap(block: str, width: int, indent: str = "") -> str:
    return "\n".join(textwrap.wrap(block, width, initial_indent=indent, break_on_hyphens=False))


LAYOUTS = {
    "captions printed once": "\n\n".join(once(block) for block in BLOCKS),
    "captions doubled over two lines": "\n\n".join(
        block if once(block) == block else f"{once(block)}\n{once(block)}" for block in BLOCKS
    ),
    "captions doubled as two blocks": "\n\n".join(
        block if once(block) == block else f"{once(block)}\n\n{once(block)}" for block in BLOCKS
    ),
    "no blank lines": "\n".join(BLOCKS),
    "three blank lines": "\n\n\n\n".join(BLOCKS),
    "trailing blanks": "  \n \n".join(BLOCKS),
    "carriage returns": "\r\r".join(BLOCKS),
    "zero-width and non-breaking blanks": "\n\n".join(
        "\u200b" + block.replace("(2) ", "(2)\u00a0").replace("A Eff", "A\u2003Eff") for block in BLOCKS
    ),
    **{f"wrapped at {width}": "\n\n".join(wrap(block, width) for block in BLOCKS) for width in (66, 72, 80, 92, 100)},
    **{
        f"wrapped at {width}, captions once": "\n\n".join(wrap(once(block), width) for block in BLOCKS)
        for width in (72, 90)
    },
    **{
        f"wrapped at {width}, no blank lines": "\n".join(wrap(block, width) for block in BLOCKS)
        for width in (70, 85, 100)
    },
    **{
        f"wrapped at {width}, indented": "\n".join(wrap(block, width, "   " * (len(block) > 200)) for block in BLOCKS)
        for width in (70, 85, 100)
    },
}


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_the_section_is_the_same_in_every_layout(text: str) -> None:
    expected, found = read_plaintext(TEXT), read_plaintext(text)
    assert structure(found) == structure(expected)
    plain = [(kind, one.replace("\u200b", ""), heading) for kind, one, heading in words(found)]
    assert plain == words(expected)


def test_a_passage_over_several_lines_keeps_its_line_breaks() -> None:
    text = "\n\n".join(wrap(block, 72) for block in BLOCKS)
    found = read_plaintext(text)
    assert "\n" in found.passage(1).text
    assert all(text[one.source_start : one.source_end] == one.text for one in found.passages)


def test_the_bundled_section_leaves_nothing_to_report() -> None:
    assert read_text(TEXT)[1] == []


def test_a_heading_over_two_lines_is_one_and_is_shown_in_one() -> None:
    found = read_plaintext("2 Japan-U.S. Security and\nDefense Cooperation in Various Fields\n\nText of it.\n")
    (heading,) = found.headings
    assert heading.title == "Japan-U.S. Security and\nDefense Cooperation in Various Fields"
    assert heading.full_title == "2 Japan-U.S. Security and Defense Cooperation in Various Fields"


def test_pages_numbers_and_running_heads_are_left_out_and_reported() -> None:
    blocks = list(BLOCKS)
    for place, page in ((30, 219), (18, 218), (8, 217)):
        blocks[place:place] = [str(page), "\fDIPLOMATIC BLUEBOOK 2021"]
    document, problems = read_text("\n\n".join(blocks))
    assert words(document) == words(read_plaintext(TEXT))
    assert [one.sentence for one in problems[:2]] == [
        "“217” was left out as a page number.",
        "“DIPLOMATIC BLUEBOOK 2021” was left out as a running head.",
    ]
    assert len(problems) == 6


def test_a_page_end_within_a_paragraph_parts_it_and_is_reported() -> None:
    text = "2 The Alliance\n\nThe two sides met in the\n\n217\n\fautumn of the year and agreed on much.\n"
    document, problems = read_text(text)
    assert [one.text for one in document.passages] == [
        "The two sides met in the",
        "autumn of the year and agreed on much.",
    ]
    assert [(one.line, one.sentence) for one in problems] == [
        (5, "“217” was left out as a page number."),
        (6, "A page ends within a paragraph: its two halves stand as two."),
    ]


_OPENING = """\
CHAPTER 5

THE HARBOR AND ITS PEOPLE

1. The Works

(a) Overview

"""
_ENTRY = """\
(1) The Northern Landing Stage and the Western Warehouse, the Old Custom House,
Lighthouse No. 2 and the pier will be given back by the year after next year's
review.

"""


def test_a_chapter_s_name_repeated_in_one_line_is_a_running_head() -> None:
    end = "The works began in the spring and went on until the harbor froze in the winter.\n"
    page = f"{_OPENING}{end}\n12\n\nCHAPTER 5 THE HARBOR AND ITS PEOPLE\n\n(b) The Pier\n\n{end}"
    document, problems = read_text(page)
    assert [fold(one.full_title) for one in document.headings] == [
        "CHAPTER 5 THE HARBOR AND ITS PEOPLE",
        "1. The Works",
        "(a) Overview",
        "(b) The Pier",
    ]
    assert "“CHAPTER 5 THE HARBOR AND ITS PEOPLE” was left out as a running head." in [one.sentence for one in problems]


def test_an_entry_with_many_names_is_no_title_where_blank_lines_stand_below_titles() -> None:
    document, _ = read_text(_OPENING + _ENTRY + _ENTRY.replace("(1)", "(2)"))
    assert [one.label for one in document.headings] == ["CHAPTER 5", "1.", "(a)"]
    assert [fold(one.text)[:40] for one in document.passages] == [
        "(1) The Northern Landing Stage and the W",
        "(2) The Northern Landing Stage and the W",
    ]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("Contents | Next", "link of a web page"),
        ("Previous / Table of Contents / Next", "link of a web page"),
        ("The Harbor and the Peace of Its Neighbors  Section 1", "running head"),
    ],
)
def test_links_in_a_row_and_a_page_s_head_are_left_out_and_reported(line: str, what: str) -> None:
    document, problems = read_text(f"{line}\n\n1 The Harbor\n\nThe harbor is old, and its pier is new.\n")
    assert [one.title for one in document.headings] == ["The Harbor"]
    assert [one.sentence for one in problems] == [f"“{fold(line)}” was left out as a {what}."]


@pytest.mark.parametrize("width", [72, 85, 92])
def test_a_blank_line_behind_every_line_parts_no_paragraph(width: int) -> None:
    plain = "\n".join(wrap(block, width) for block in BLOCKS)
    spaced = plain.replace("\n", "\n\n")
    assert structure(read_plaintext(spaced)) == structure(read_plaintext(plain))
    assert [(kind, one, at) for kind, one, at in words(read_plaintext(spaced))] == words(read_plaintext(plain))


def test_the_section_that_a_page_names_beside_its_number_opens_no_second_one() -> None:
    text = (
        "Chapter 3\n\nThe World\n\nSection 1 Peace\n\n1 The Alliance\n\nThe two sides drew up the plan, which\n\n"
        "187\n\nSection 1\n\nwas made public on the same day.\n\n(1) Aims\n\nThe aims are these.\n"
    )
    assert [one.full_title for one in read_plaintext(text).headings] == [
        "Chapter 3 The World",
        "Section 1 Peace",
        "1 The Alliance",
        "(1) Aims",
    ]


@pytest.mark.parametrize(
    "page",
    [
        "CHAPTER 3 | 171\n\nDIPLOMATIC BLUEBOOK 2017",
        "156 DIPLOMATIC BLUEBOOK 2011\n\nChapter 3 Our World",
        "Section 1 Peace in the World\n\n157",
        "DIPLOMATIC BLUEBOOK 2024 | 57\nDiplomacy for the World | Chapter 3",
    ],
)
def test_a_page_s_head_within_a_sentence_is_no_heading(page: str) -> None:
    opening = "Chapter 3 Our World\n\n1 Peace\n\nThe dedicated line between the two was"
    text = f"{opening}\n\n{page}\n\nput into use in May.\n"
    document = read_plaintext(text)
    assert [one.full_title for one in document.headings] == ["Chapter 3 Our World", "1 Peace"]
    assert [one.text for one in document.passages] == ["The dedicated line between the two was", "put into use in May."]


@pytest.mark.parametrize("day", ["17 January: A team arrives in Ur", "21–22 Jun. 2023: A conference in Ur"])
def test_the_day_that_a_line_begins_with_numbers_no_heading(day: str) -> None:
    text = f"1 Peace\n\nText of it.\n\nUnits Abroad\n\n{day}\n\n5 February: The Cabinet decides\n\nText.\n"
    document = read_plaintext(text)
    assert [one.full_title for one in document.headings][:1] == ["1 Peace"]
    assert day in [one.text for one in document.passages]


def test_who_took_the_photo_belongs_to_the_caption_whose_bracket_is_open() -> None:
    told = (
        "The two leaders met for some forty minutes, and agreed that their ministers would\nmeet again in the autumn."
    )
    caption = "Prime Minister Kishida greeting the President (November 17, Bangkok, Thailand;\nPhoto: Cabinet Office)"
    found = read_plaintext(f"1 Neighbors\n\n{told}\n\n{caption}\n\n{told}\n")
    assert [fold(one.text) for one in found.passages] == [fold(told), fold(caption), fold(told)]


def test_no_line_of_a_caption_printed_twice_is_a_running_head() -> None:
    """Its last line is like a page's head with a number; another page's head stands right above it."""
    caption = "Minister Doe and Secretary Roe after the signing of the agreement (February 17,\n2009)"
    text = "It was signed on the day before.\n{}\n{}\n2 Next Steps\nThe parties will meet in June.\n"
    for head in ("", "DIPLOMATIC BLUEBOOK 2009 | 57\n"):
        document, problems = read_text(head + text.format(caption, caption))
        assert [fold(one.text) for one in document.passages if one.kind is PassageKind.CAPTION] == [fold(caption)]
        assert [one.sentence for one in problems if "signing" in one.sentence or "“2009)" in one.sentence] == [
            f"“{fold(caption)[:60]}” is printed twice: the second printing was left out."
        ]


def test_a_wrapped_line_may_begin_with_an_initial_or_end_with_a_month() -> None:
    first = (
        "The Law was enacted on January 11, and the activities resumed in the Indian Ocean on February 21, 2008.\n"
        "J. Thomas Doe, Ambassador of the United States to Japan, welcomed the vote as a good day for all who\n"
        "had waited for it."
    )
    second = (
        "The Joint Statement of the Security Consultative Committee of the Two Governments (“2+2”) of April\n"
        "27, 2012 delinked the relocation of the Marines from the progress that was made on the facility, so\n"
        "that it may begin."
    )
    found = read_plaintext(f"1 Alliance\n{first}\n{second}\n")
    assert [fold(one.text) for one in found.passages] == [fold(first), fold(second)]

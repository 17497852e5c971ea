"""What a file says of itself: the yearbook's year, chapter, section and part, its title and language."""

import re
from dataclasses import dataclass

from bluebook_desktop.domain.documents import Document, Heading, HeadingKind
from bluebook_desktop.sources import forms
from bluebook_desktop.sources.lines import plain
from bluebook_desktop.sources.numbering import Style, is_edition, marks
from bluebook_desktop.sources.problems import Problem

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_ERA = re.compile(r"(令和|平成|昭和) ?(\d{1,2}|元) ?年")
_ERA_BEGINS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_FIRST_YEAR, _LAST_YEAR = 1957, 2100
#: The book that a text is the preface of, and the book that a sentence of a preface speaks of, with what it covers.
_PREFACE = re.compile(
    r"(?:preface|message|foreword|introduction)\b.{0,60}\b(?:to|in|for|of) the diplomatic bluebook,? "
    r"(?P<year>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_COVERING = re.compile(
    r"\bdiplomatic bluebook,? (?:for )?(?P<year>(?:19|20)\d\d)\b[^.]{0,200}?\b"
    r"(?:cover(?:s|ing)|review(?:s|ing)?|describ(?:es|ing)|record(?:s|ing))\b[^.]{0,120}?\b(?P<covered>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_NAMES_BOOK = re.compile(r"bluebook|外交青書", re.IGNORECASE)
#: Names of encodings that have a year in them and say nothing of the book.
_ENCODING = re.compile(r"iso[-_ ]?2022(?:[-_ ]?(?:jp|kr|cn)(?:[-_ ]?\d{1,4})?)?(?![0-9])", re.IGNORECASE)
_YEAR_OF_PATH = re.compile(r"bluebook[/_ -]?((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
#: How the Ministry names its pages, and how a person may name a file.
_NUMBERS_OF_NAME = (
    re.compile(r"(?:^|[^a-z])c(\d\d)(\d\d)(\d\d)(?!\d)", re.IGNORECASE),
    re.compile(r"chapter[ _-]?(\d{1,2})[ _-](\d{1,2})(?:[ _-](\d{1,2}))?(?!\d)", re.IGNORECASE),
    re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})(?:\.(\d{1,2}))?(?![\d.]*\d)"),
    re.compile(r"(?:^|/)h(\d)_(\d\d)(?:_(\d\d))?(?!\d)"),
)
_CHAPTER_OF_PATH = re.compile(r"chapter[ _-]?(\d{1,2})(?!\d)", re.IGNORECASE)
_LONGEST_TITLE = 200
#: The figure of a footnote's mark at the end of a title: “Security Arrangements1”.
_FOOTNOTE = re.compile(r"(?<=[a-z]{2})[0-9]{1,2}$")
_DATE = re.compile(r"(?:[a-z]{3,9}\.? \d{1,2},?|\d{1,2} [a-z]{3,9}\.?,?|[a-z]{3,9}) (?:19|20)\d\d", re.IGNORECASE)
#: The script of a text shows in its beginning.
_SAMPLE = 200_000
#: A preface names its book in its headings, or in one of its first paragraphs.
_FIRST_HEADINGS, _FIRST_PASSAGES, _SAMPLE_OF_PASSAGE = 6, 12, 4_000
_LONGEST_RUNNING_HEAD = 80


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says of itself; empty or None where it does not."""

    language: str
    edition_year: int | None
    chapter: str
    section: str
    part: str
    title: str
    problems: tuple[Problem, ...] = ()


def find_facts(text: str, document: Document, name: str, address: str, page_title: str = "") -> Facts:
    """The facts of a document; an address is trusted above a file's name, and both above the headings' numbers."""
    year, problems = _edition_year(text, document, name, address, page_title)
    of_headings = _numbers_of_headings(document)
    numbers = _numbers_of_name(address) or _numbers_of_name(name)
    printed = of_headings[0]
    if numbers and printed and numbers[0] and printed != numbers[0]:
        where = "address" if _numbers_of_name(address) else "file's name"
        problems.append(Problem(1, f"The headings say chapter {printed}, the {where} chapter {numbers[0]}."))
    chapter, section, part = numbers or of_headings
    language = "ja" if forms.is_japanese(text[:_SAMPLE]) else "en"
    return Facts(language, year, chapter or printed, section, part, _title(document, page_title), tuple(problems))


def _edition_year(
    text: str, document: Document, name: str, address: str, page_title: str
) -> tuple[int | None, list[Problem]]:
    printed = _printed_year(text, document)
    of_address = _YEAR_OF_PATH.search(address)
    if of_address and (year := _in_range(int(of_address[1]))):
        problems = []
        if printed and printed != year:
            problems.append(Problem(1, f"The headings say {printed}, the address {year}: the address was believed."))
        return year, problems
    if printed:
        return printed, []
    if _NAMES_BOOK.search(page_title) and (year := _year_in(page_title)):
        return year, []
    name = _ENCODING.sub("", name)
    of_path = _YEAR_OF_PATH.search(name) or _YEAR.search(name.rsplit("/", 1)[-1])
    return (_in_range(int(of_path[1])) if of_path else None), []


def _printed_year(text: str, document: Document) -> int | None:
    """The year of the yearbook that a text prints: what its preface is to, its first line, or a running head."""
    titles = (plain(heading.title).text for heading in document.headings[:_FIRST_HEADINGS])
    words = [*titles, *(plain(passage.text[:_LONGEST_TITLE]).text for passage in document.passages[:1])]
    for preface in filter(None, map(_PREFACE.match, words)):
        return _in_range(int(preface["year"]))
    for passage in document.passages[:_FIRST_PASSAGES]:
        covering = _COVERING.search(plain(passage.text[:_SAMPLE_OF_PASSAGE]).text)
        if covering and int(covering["covered"]) == int(covering["year"]) - 1:
            return _in_range(int(covering["year"]))
    headings = (_year_in(h.title) for h in document.headings if h.kind is HeadingKind.EDITION)
    heads = (
        _year_in(words)
        for line in text[:_SAMPLE].splitlines()
        if len(line) < _LONGEST_RUNNING_HEAD and _NAMES_BOOK.search(line)
        for words in (line.strip(), *forms.without_one_number(line.strip()))
        if is_edition(plain(words).text)
    )
    return next(filter(None, headings), None) or next(filter(None, heads), None)


def _year_in(words: str) -> int | None:
    words = plain(words).text
    if match := _YEAR.search(words):
        return _in_range(int(match[1]))
    if match := _ERA.search(words):
        return _in_range(_ERA_BEGINS[match[1]] + (1 if match[2] == "元" else int(match[2])))
    return None


def _in_range(year: int) -> int | None:
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else None


def _numbers_of_name(name: str) -> tuple[str, str, str] | None:
    """Chapter, section and part that a file's name or address gives, without leading noughts."""
    last = name.rsplit("/", 1)[-1]
    for pattern in _NUMBERS_OF_NAME:
        if match := pattern.search(last):
            numbers = [str(int(number)) if number and int(number) else "" for number in match.groups()]
            return numbers[0], numbers[1], numbers[2]
    if match := _CHAPTER_OF_PATH.search("/".join(name.rsplit("/", 2)[-2:])):
        return str(int(match[1])), "", ""
    return None


def _numbers_of_headings(document: Document) -> tuple[str, str, str]:
    """The same from the headings, as far as only one of a kind is there."""
    found = []
    for style, kind in (
        (Style.CHAPTER, HeadingKind.CHAPTER),
        (Style.SECTION, HeadingKind.SECTION),
        (Style.NUMBER, HeadingKind.SECTION),
        (Style.NUMBER, HeadingKind.PART),
    ):
        labels = [heading.label for heading in document.headings if heading.kind is kind and heading.label]
        values = [mark.value for label in labels for mark in marks(plain(label).text)[:1] if mark.style is style]
        found.append(str(values[0]) if len(values) == 1 and len(labels) == 1 else "")
    chapter, section, number, part = found
    return chapter, section or number, part if section else ""


def _title(document: Document, page_title: str) -> str:
    """The title of the innermost heading that covers the whole, else the page's title, else the first heading's."""
    whole = []
    for kind in (HeadingKind.CHAPTER, HeadingKind.SECTION, HeadingKind.PART):
        titles = [one for one in document.headings if one.kind is kind and (one.label or not _is_bare(one))]
        if kind is HeadingKind.PART and any(_style(one.label) not in (Style.NUMBER, None) for one in titles):
            continue  # “(1)” below a section that is counted “2”: no part of its own
        if len(titles) == 1 and titles[0].title and titles[0].last_passage == len(document.passages):
            whole.append(titles[0])
    if whole:
        return _one_line(whole[-1].title)
    words = [part.strip() for part in re.split(r" ?[|｜] ?| - (?=Ministry|MOFA)", page_title) if part.strip()]
    words = [part for part in words if not is_edition(plain(part).text)]
    if words:
        return _one_line(words[0])
    first = next((one.title for one in document.headings if one.title and one.kind is not HeadingKind.EDITION), "")
    return _one_line(first)


def _is_bare(heading: Heading) -> bool:
    """Whether a heading without a number covers nothing or is a date: the rest of a title, the day of publication."""
    return heading.last_passage < heading.first_passage or bool(_DATE.fullmatch(plain(heading.title).text))


def _style(label: str) -> Style | None:
    """How a heading's label counts, None where it has none."""
    return next((mark.style for mark in marks(plain(label).text)[:1]), None)


def _one_line(words: str) -> str:
    return _FOOTNOTE.sub("", " ".join(words.split()))[:_LONGEST_TITLE]

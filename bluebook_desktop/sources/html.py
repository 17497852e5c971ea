"""Reads a web page into the words it shows, with what the page says of them; nothing is fetched, nothing is run."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bluebook_desktop.domain.documents import Document
from bluebook_desktop.errors import BluebookError
from bluebook_desktop.sources.pages import PageText
from bluebook_desktop.sources.problems import Problem
from bluebook_desktop.sources.structure import read_structure

#: Beyond these the parser's time grows with the square: it walks up all open elements. Real pages stay far below.
_DEEPEST = 4_000
_MOST_ATTRIBUTES = 5_000
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{10000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
#: Elements that end by themselves.
_SHALLOW = frozenset(
    """
    p li dd dt option td th tr br hr img input meta link col area base wbr source param embed
    """.split()  # noqa: SIM905 - a word list reads better in rows
)
_CONTENT = (
    "main",
    "[role=main]",
    "#maincontents, #main-contents, #maincontent, #main-content, #mainContents",
    "#contents, #content, #main, .maincontents, .main-contents, .main",
    "article",
)
#: The chosen part must hold this share of the page's words.
_ENOUGH = 0.4
_LONGEST_ADDRESS = 2_000


@dataclass(frozen=True, slots=True)
class Page:
    """A web page: its document, the words that the offsets count in, its own title and its canonical address."""

    document: Document
    text: str
    title: str
    address: str
    problems: list[Problem]


def read_page(source: str, name: str) -> Page:
    """Read a page; raises BluebookError where it is built to overwhelm a reader."""
    _check(source, name)
    parser = LexborHTMLParser(source.replace("\0", ""))
    root = parser.body or parser.root
    if root is None:
        raise BluebookError(f"{name} holds no words.")
    words = PageText()
    words.read(_content(parser, root))
    text, blocks, left_out = words.finish()
    styled = any(block.rank or block.strong or block.box for block in blocks)  # else it is read as plain text is
    document, problems = read_structure(text, blocks, page=styled)
    title = parser.css_first("title")
    return Page(
        document,
        text,
        " ".join(title.text().split())[:500] if title is not None else "",
        _address(parser),
        [*left_out, *problems],
    )


def _check(source: str, name: str) -> None:
    """Refuse what no author writes and would keep the parser busy for minutes."""
    opened: dict[str, int] = {}
    depth = 0
    for match in _TAG.finditer(source):
        tag = match[2].lower()
        if tag in _SHALLOW:
            continue
        if not match[1]:
            opened[tag] = opened.get(tag, 0) + 1
            depth += 1
        elif opened.get(tag, 0):
            opened[tag] -= 1
            depth -= 1
        if depth > _DEEPEST:
            raise BluebookError(f"{name} is nested too deeply to be read.")
    for match in _LONG_TAG.finditer(source):
        if len(_QUOTED.sub("", match.group()).split()) > _MOST_ATTRIBUTES:
            raise BluebookError(f"{name} has a tag with too many attributes to be read.")


def _content(parser: LexborHTMLParser, root: LexborNode) -> LexborNode:
    """The element that holds what the page is about: the named one, unless most of the words stand elsewhere."""
    whole = _length(root)
    for selector in _CONTENT:
        found = parser.css(selector)[:20]
        best = max(found, key=_length, default=None)
        if best is not None and _length(best) >= whole * _ENOUGH:
            return best
    return root


def _length(node: LexborNode) -> int:
    words = PageText()
    words.read(node)
    return words.length


def _address(parser: LexborHTMLParser) -> str:
    """The page's own address, where it gives one that is whole."""
    for selector, attribute in (("link[rel=canonical]", "href"), ("meta[property='og:url']", "content")):
        for node in parser.css(selector)[:5]:
            address = (node.attributes.get(attribute) or "").strip()
            if len(address) <= _LONGEST_ADDRESS and _is_address(address):
                return address
    return ""


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r"[\s<>\"]", address)

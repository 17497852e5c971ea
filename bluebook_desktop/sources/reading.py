"""A file becomes a document with what it says of itself: the door to this package."""

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from bluebook_desktop.domain.documents import Document
from bluebook_desktop.domain.imports import name_of
from bluebook_desktop.errors import BluebookError
from bluebook_desktop.sources.decoding import Decoded, NotTextError, decode
from bluebook_desktop.sources.facts import find_facts
from bluebook_desktop.sources.lines import has_words, line_number
from bluebook_desktop.sources.plaintext import read_text
from bluebook_desktop.sources.problems import Problem

#: A larger file is no section.
LARGEST = 64 * 1024 * 1024
_PAGE = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,300}>\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|h[1-6]|p|table|center|font)\b",
    re.IGNORECASE | re.DOTALL,
)
_PAGE_ENDINGS = (".html", ".htm", ".xhtml")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A file as it was read.

    `text` is what the document's offsets count in: the verbatim text, or for a web page ("html") the words that it
    shows. `chapter`, `section` and `part` are numbers, empty where unknown; `problems` says what was not understood.
    """

    document: Document
    text: str
    encoding: str
    form: str
    language: str
    edition_year: int | None
    chapter: str
    section: str
    part: str
    title: str
    address: str
    problems: tuple[Problem, ...]


def read_content(path: Path) -> tuple[bytes, SourceDocument]:
    """A file's bytes, and what they hold; BluebookError where it cannot be read or holds no text."""
    content = file_content(path)
    return content, read_bytes(content, name_of(path))


def read_file(path: Path) -> SourceDocument:
    """What a file holds; raises BluebookError in one sentence."""
    return read_content(path)[1]


def read_bytes(content: bytes, name: str) -> SourceDocument:
    """What the bytes of a file hold; `name` is the file's, which may tell year and chapter.

    Raises BluebookError in one sentence for what is empty, too large or no text.
    """
    shown = name.rsplit("/", 1)[-1] or "The file"
    if len(content) > LARGEST:
        raise BluebookError(f"{shown} is too large: a text may have up to 64 MB.")
    if not content:
        raise BluebookError(f"{shown} is empty.")
    try:
        decoded = decode(content)
    except NotTextError as error:
        raise BluebookError(f"{shown} {error}") from error
    if not has_words(decoded.text.replace("\0", "")):
        raise BluebookError(f"{shown} holds no words.")
    if _is_page(decoded.text, shown):
        return _read_page(decoded, name, shown)
    if "\0" in decoded.text:
        raise BluebookError(f"{shown} is not a text.")
    document, problems = read_text(decoded.text)
    facts = find_facts(decoded.text, document, name, "")
    return SourceDocument(
        document=document,
        text=decoded.text,
        encoding=decoded.encoding,
        form="text",
        language=facts.language,
        edition_year=facts.edition_year,
        chapter=facts.chapter,
        section=facts.section,
        part=facts.part,
        title=facts.title or _first_words(document) or shown,
        address="",
        problems=_in_order([*_strays(decoded), *facts.problems, *problems]),
    )


def file_content(path: Path) -> bytes:
    """A file's bytes; BluebookError where it cannot be read, is a folder or is larger than a text may be.

    What is no file (a pipe, a device) is not even waited for: it might never end.
    """
    try:
        if path.is_dir():
            raise BluebookError(f"{path.name or path} is a folder.")
        with open(path, "rb", opener=_open_at_once) as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise BluebookError(f"{path.name} is no file but a pipe or a device, which cannot be read.")
            if found.st_size > LARGEST:
                raise BluebookError(f"{path.name} is too large: a text may have up to 64 MB.")
            return file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise BluebookError(f"{path} does not exist.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BluebookError(f"{path.name} cannot be read: {reason.lower()}.") from error


def _open_at_once(path: str, flags: int) -> int:
    """Open without waiting for somebody at the other end of a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))


def _is_page(text: str, name: str) -> bool:
    beginning = text[:20_000].lstrip("\ufeff\0")
    if _PAGE.match(beginning):
        return True
    return name.lower().endswith(_PAGE_ENDINGS) and _TAG.search(beginning) is not None


def _read_page(decoded: Decoded, name: str, shown: str) -> SourceDocument:
    from bluebook_desktop.sources.html import read_page  # noqa: PLC0415 - the parser is loaded for pages alone

    page = read_page(decoded.text, shown)
    if not page.document.passages and not page.document.headings:
        raise BluebookError(f"{shown} holds no words.")
    facts = find_facts(page.text, page.document, name, page.address, page.title)
    return SourceDocument(
        document=page.document,
        text=page.text,
        encoding=decoded.encoding,
        form="html",
        language=facts.language,
        edition_year=facts.edition_year,
        chapter=facts.chapter,
        section=facts.section,
        part=facts.part,
        title=facts.title or _first_words(page.document) or shown,
        address=page.address,
        problems=_in_order([*facts.problems, *page.problems]),
    )


def _strays(decoded: Decoded) -> list[Problem]:
    """One sentence for the bytes that were no UTF-8, at the first of them."""
    if not decoded.strays:
        return []
    number = len(decoded.strays)
    line = line_number(decoded.text, decoded.strays[0])
    if number == 1:
        return [Problem(line, "A byte is not UTF-8 like the rest; it was read as a Latin-1 letter.")]
    return [Problem(line, f"{number} bytes are not UTF-8 like the rest; each was read as a Latin-1 letter.")]


def _first_words(document: Document) -> str:
    if not document.passages:
        return ""
    words = " ".join(document.passages[0].text.split())
    return words if len(words) <= 80 else f"{words[:79].rstrip()}…"


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda one: one.line))

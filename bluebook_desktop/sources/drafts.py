"""Reads a draft, whose quotations are to be checked, as paragraphs: plain text, Markdown or Word (.docx)."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bluebook_desktop.errors import BluebookError
from bluebook_desktop.sources.decoding import NotTextError, decode
from bluebook_desktop.sources.reading import LARGEST, file_content

_MARKDOWN = {".md", ".markdown", ".mkd"}
_WORD = {".docx", ".docm"}
#: Asterisks and underscores that only set words off, and the signs before a list's items and headings.
_EMPHASIS = re.compile(r"(?<!\w)(\*\*\*|\*\*|\*|__|_|`)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)]|#{1,6})\s+")
_BLOCK = re.compile(r"^\s{0,3}>\s?")
#: What reading a file raises that is no Word file, or a damaged or encrypted one: lxml's own error is a SyntaxError.
_NO_WORD_FILE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    ValueError,
    SyntaxError,
    AttributeError,
    RuntimeError,  # a password, and NotImplementedError for a way to pack that Python does not know
)
#: What is longer is no paragraph that somebody wrote, and finding quotations in it would take minutes.
MOST_IN_PARAGRAPH = 1_000_000
#: So many bytes are unpacked at once.
_AT_ONCE = 1 << 20
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")


#: Word's names for text boxes, and for what was struck or moved away with changes being tracked.
_IN_BOX = {"txbxContent"}
_NOT_READ = {*_IN_BOX, "del", "moveFrom"}
#: How Word's relations to its notes end.
_NOTES = ("/footnotes", "/endnotes")
#: What stands for a character in Word's text.
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a draft, in one line: the number of its first line (of Word, of the paragraph itself).

    `is_quoted` is set for one that is quoted as a whole, without marks.
    """

    line: int
    text: str
    is_quoted: bool = False


def read_draft(path: Path) -> list[Paragraph]:
    """The paragraphs of a draft. BluebookError where it cannot be read as text, Markdown or Word."""
    content = file_content(path)
    ending = path.suffix.lower()
    if ending in _WORD or (content.startswith(b"PK\x03\x04") and ending not in _MARKDOWN):
        return _read_word(content, path.name)
    try:
        text = decode(content, "plain text, Markdown and Word files (.docx)").text
    except NotTextError as error:
        raise BluebookError(f"{path.name} {error}") from error
    return _paragraphs(text, path.name, markdown=ending in _MARKDOWN)


def _too_long(name: str, line: int) -> BluebookError:
    return BluebookError(
        f"{name} cannot be checked: the paragraph that begins in line {line:,} has more than {MOST_IN_PARAGRAPH:,} "
        "characters. Part it with empty lines."
    )


def _paragraphs(text: str, name: str, *, markdown: bool) -> list[Paragraph]:
    """Paragraphs are parted by blank lines; in Markdown also by the sign of a block quotation, item or heading."""
    found: list[Paragraph] = []
    opened: list[str] = []
    first, quoted, length = 1, False, 0

    def close() -> None:
        words = " ".join(" ".join(opened).split())
        if words:
            found.append(Paragraph(first, _plain(words) if markdown else words, quoted))
        opened.clear()

    for number, line in enumerate(text.splitlines(), start=1):
        is_block = markdown and _BLOCK.match(line) is not None
        words = _BLOCK.sub("", line) if is_block else line
        starts = markdown and _ITEM.match(words) is not None
        if not words.strip() or starts or is_block != quoted:
            close()
        if not opened:
            first, quoted, length = number, is_block, 0
        length += len(line)
        if length > MOST_IN_PARAGRAPH:
            raise _too_long(name, first)
        if words.strip():
            opened.append(_ITEM.sub("", words) if starts else words)
    close()
    return found


def _plain(words: str) -> str:
    """Markdown's words without the signs that set them off."""
    return _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", words))


def _unpacks_to_more(content: bytes, most: int) -> bool:
    """Whether an archive holds more bytes than `most`; its own word is not taken for it."""
    total = 0
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(one.file_size for one in archive.infolist()) > most:
            return True
        for one in archive.infolist():
            with archive.open(one) as member:
                while some := member.read(_AT_ONCE):
                    total += len(some)
                    if total > most:
                        return True
    return False


def _read_word(content: bytes, name: str) -> list[Paragraph]:
    """The paragraphs of a Word file; nothing of it is run or fetched.

    Those in tables come after the others, then those in text boxes, then notes at the foot and at the end. Changes that
    were tracked are read as accepted: what was put in counts, what was struck does not.
    """
    from docx import Document  # noqa: PLC0415 - drafts alone load it
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    try:
        if _unpacks_to_more(content, LARGEST):
            raise BluebookError(f"{name} is too large: a text may have up to 64 MB.")
        document = Document(io.BytesIO(content))
        parts = [document.element, *_notes(document)]
        if any(part.getroottree().docinfo.doctype for part in parts):
            raise ValueError("Word writes no document type; its entities would be left out unnoticed")
        names = {style.style_id: (style.name or "").lower() for style in document.styles}
        # For programs that know no new boxes each stands there a second time.
        body = [one for one in document.element.body.iter(qn("w:p")) if not _stands_in(one, {"Fallback"})]
        body.sort(key=lambda one: (_stands_in(one, _IN_BOX), _stands_in(one, {"tbl"})))
        body += [one for part in parts[1:] for one in part.iter(qn("w:p"))]
        paragraphs = [
            Paragraph(number, " ".join(_words_of(one).split()), "quote" in names.get(one.style, ""))
            for number, one in enumerate(body, start=1)
        ]
    except (*_NO_WORD_FILE, PackageNotFoundError) as error:
        raise BluebookError(f"{name} cannot be read as a Word file.") from error
    if too_long := next((one for one in paragraphs if len(one.text) > MOST_IN_PARAGRAPH), None):
        raise _too_long(name, too_long.line)
    return [one for one in paragraphs if one.text]


def _notes(document: Any) -> list[Any]:
    """The roots of the notes at the foot and at the end, where a Word file has any."""
    from docx.oxml.parser import parse_xml  # noqa: PLC0415 - drafts alone load it

    relations = [one for one in document.part.rels.values() if one.reltype.endswith(_NOTES) and not one.is_external]
    relations.sort(key=lambda one: _NOTES.index("/" + one.reltype.rpartition("/")[2]))
    return [parse_xml(one.target_part.blob) for one in relations]


def _name(element: Any) -> str:
    """The name of an element of a Word file without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _stands_in(element: Any, names: set[str]) -> bool:
    return any(_name(one) in names for one in element.iterancestors())


def _words_of(element: Any) -> str:
    """What a reader sees of a paragraph: also what links, controls and tracked insertions hold."""
    found: list[str] = []
    waiting = [element]
    while waiting:
        one = waiting.pop()
        name = _name(one)
        if name == "t":
            found.append(one.text or "")
        elif name in _SIGNS and _name(one.getparent()) == "r":
            found.append(_SIGNS[name])
        elif name not in _NOT_READ:
            waiting.extend(reversed(one))
    return "".join(found)

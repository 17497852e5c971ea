"""Bytes become text: which encoding they are in, found without asking and without losing a letter."""

import codecs
import re
import unicodedata
from dataclasses import dataclass

from bluebook_desktop.errors import BluebookError


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, and the offsets of bytes that were none of it and were read as Latin-1."""

    text: str
    encoding: str
    strays: tuple[int, ...] = ()


class NotTextError(BluebookError):
    """The bytes are no text that can be read; its sentence needs the file's name."""


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: How files begin that are something else; told by name, since a reader may well try them.
_OTHERS = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a Word, EPUB or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|<\?xml[^>]{0,200}encoding=[\"']([\w.:-]{1,40})", re.I
)
_ESCAPES = re.compile(rb"\x1b(?:\$[@B(]|\([BJI])")
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 200_000
#: Parsers of pages read these names so.
_ALIASES = {
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "iso-8859-1": "cp1252",
}
_WESTERN = ("cp1252", "latin-1")


def decode(content: bytes, readable: str = "plain text and HTML pages") -> Decoded:
    """The text of a file; raises NotTextError when it is none, its message to be put after the file's name.

    `readable` is what its reader may give instead.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decode_marked(content[len(mark) :], encoding)
    for start, name in _OTHERS:
        if content.startswith(start):
            raise NotTextError(f"is {name}; {readable} can be read.")
    if b"\0" in content and (wide := _utf_16(content)):
        return wide
    sample = content[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > len(sample) * 0.02 or sample.count(0) > len(sample) * 0.02:
        raise NotTextError("is not a text.")
    if _ESCAPES.search(content) and (text := _try(content, "iso2022_jp_2")) is not None:
        return Decoded(text, "iso2022_jp")
    if (text := _try(content, "utf-8")) is not None:
        return Decoded(text, "utf-8")
    return _decode_unmarked(content)


def _decode_marked(content: bytes, encoding: str) -> Decoded:
    text = _try(content, encoding)
    if text is None and encoding == "utf-8":
        return _decode_mostly_utf_8(content)
    if text is None:
        raise NotTextError(f"begins as {encoding.upper()} text does, but is none.")
    return Decoded(text, encoding)


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _utf_16(content: bytes) -> Decoded | None:
    """UTF-16 without a mark, in the order of bytes that gives words; None where neither does."""
    if _is_narrow(content):
        return None
    best: tuple[float, Decoded] | None = None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _try(content, encoding)
        if text:
            sample = text[: _SAMPLE // 2]
            share = sum(map(_is_usual, sample)) / len(sample)
            if share > 0.9 and (best is None or share > best[0]):
                best = share, Decoded(text, encoding)
    return best and best[1]


def _is_narrow(content: bytes) -> bool:
    """Whether bytes are ASCII with a few noughts among them: two letters of it would pass for one of Chinese."""
    sample = content[:_SAMPLE]
    noughts = sample.count(0)
    return noughts * 8 < len(sample) and sample.isascii() and not _CONTROLS.search(sample)


def _is_usual(character: str) -> bool:
    """Whether a character is of those that English and Japanese texts are made of."""
    code = ord(character)
    return (
        character in "\t\n\r\f"
        or 0x20 <= code < 0x250
        or 0x2000 <= code < 0x2700
        or 0x3000 <= code < 0x3100
        or 0x4E00 <= code < 0xA000
        or 0xFF00 <= code < 0xFFF0
    )


def _decode_unmarked(content: bytes) -> Decoded:
    """Text in an encoding of one or two bytes a letter, or UTF-8 with a few bytes that are none."""
    declared = _DECLARED.search(content[:4096])
    if declared:
        name = (declared[1] or declared[2]).decode("ascii", "replace").lower()
        text = _try(content, _ALIASES.get(name, name)) if _is_codec_of_text(name) else None
        if text is not None and "\0" not in text:
            return Decoded(text, _ALIASES.get(name, name))
    mostly = _decode_mostly_utf_8(content)
    if len(mostly.strays) * 4 < sum(1 for byte in content if byte >= 0xC2) - len(mostly.strays):
        return mostly
    candidates = []
    for encoding in ("cp932", "euc_jp"):
        text = _try(content, encoding)
        if text is not None and (share := _japanese(text)) > 0.6:
            candidates.append((share, encoding, text))
    if candidates:
        _, encoding, text = max(candidates)
        return Decoded(text, encoding)
    for encoding in _WESTERN:
        if (text := _try(content, encoding)) is not None:
            return Decoded(text, encoding)
    raise NotTextError("is not a text.")


def _is_codec_of_text(name: str) -> bool:
    """Whether a declared name is an encoding, and of those that a page of one byte stream can be in."""
    try:
        return not name.startswith(("utf", "ucs")) and codecs.lookup(name)._is_text_encoding
    except (LookupError, AttributeError):
        return False


def _decode_mostly_utf_8(content: bytes) -> Decoded:
    """UTF-8, each byte that is none of it read as Latin-1, so that it can be seen and nothing is lost."""
    text = content.decode("utf-8", "surrogateescape")
    strays = tuple(i for i, character in enumerate(text) if "\udc80" <= character <= "\udcff")
    if strays:
        text = re.sub("[\udc80-\udcff]", lambda match: chr(ord(match.group()) - 0xDC00), text)
    return Decoded(text, "utf-8", strays)


def _japanese(text: str) -> float:
    """How much of what is not ASCII is what Japanese is mostly made of; 0 where it is too little to tell."""
    wide = [character for character in text[:_SAMPLE] if character > "\x7f"]
    if not wide:
        return 0.0
    kana = sum(1 for c in wide if "\u3041" <= c <= "\u30ff")
    letters = sum(1 for c in text[:_SAMPLE] if c.isalpha())
    if kana < len(wide) * 0.1 and len(wide) < letters * 0.6:
        return 0.0
    usual = sum(1 for c in wide if "\u3000" <= c <= "\u30ff" or "\uff00" <= c <= "\uff5e" or _is_common_kanji(c))
    return usual / len(wide)


def _is_common_kanji(character: str) -> bool:
    """Whether a kanji is of JIS level 1, which newspapers and white papers keep to."""
    if not unicodedata.name(character, "").startswith("CJK UNIFIED"):
        return False
    code = character.encode("cp932", "replace")
    return 0x88 <= code[0] <= 0x98

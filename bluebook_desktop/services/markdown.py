"""Markdown that shows text as it is, and the lines by which a readable export says where it is from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluebook_desktop.services.export import made_from

if TYPE_CHECKING:
    from bluebook_desktop.services.sections import OpenSection

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")
#: At the start of a line these begin a list, a quote or a heading.
_BLOCK = re.compile(r"^(\s*)([-+>=]|\d+(?=[.)]))", re.MULTILINE)
_ADDRESS = re.compile(r"<?(https?://[^\s<>]+)>?")


def escaped(text: str) -> str:
    """Text that Markdown shows as it is; addresses become links."""
    pieces = _ADDRESS.split(text)
    pieces[::2] = [_MARKDOWN.sub(r"\\\1", piece) for piece in pieces[::2]]
    pieces[1::2] = [f"<{piece}>" for piece in pieces[1::2]]
    return _BLOCK.sub(r"\1\\\2", "".join(pieces))


def origin_lines(section: OpenSection) -> list[str]:
    """From what and by what the file was made."""
    origin = made_from(section)
    source, by = origin["made_from"], origin["made_by"]
    return [
        origin["source_line"],
        f"Licence: {source['licence']} <{source['licence_address']}>",
        f"Made by {by['program']} {by['version']} from the file with the SHA-256 {source['sha256']}",
    ]

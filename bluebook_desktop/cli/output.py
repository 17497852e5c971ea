"""Writes to the terminal: wrapped to its width and with marks set off, or plain where the output goes elsewhere."""

from __future__ import annotations

import codecs
import os
import re
import shutil
import sys
from typing import TYPE_CHECKING, Any, TextIO

from bluebook_desktop.errors import BluebookError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bluebook_desktop.domain.matching import Span

_WIDEST = 100
_NARROWEST = 40
_BOLD, _MARK, _DIM, _RESET = "\x1b[1m", "\x1b[1;4m", "\x1b[2m", "\x1b[0m"
#: Characters that would steer the terminal or turn round what follows, and halves of surrogate pairs that no encoding
#: can write.
_UNSHOWABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
#: What stands for the texts' own characters where the terminal's encoding lacks them.
_PLAINER = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "¶": "P.", "·": "-", "→": "->"}
)


def _write_plainer(error: UnicodeError) -> tuple[str, int]:
    """Stand-ins for characters that the output's encoding lacks."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end].translate(_PLAINER)
    return "".join(c if c < "\x80" else "?" for c in lost), error.end


class Output:
    """Standard output for people, and for programs as JSON."""

    def __init__(self) -> None:
        stream = sys.stdout
        if stream is None:
            raise BluebookError("There is no standard output to write the answer to.")
        self._is_terminal = stream.isatty()
        codecs.register_error("plainer", _write_plainer)
        for one in (stream, sys.stderr):
            if hasattr(one, "reconfigure"):
                one.reconfigure(encoding=_encoding(one), errors="plainer")
        columns = shutil.get_terminal_size().columns
        self._width = max(_NARROWEST, min(columns, _WIDEST)) if self._is_terminal else None
        self._is_styled = self._is_terminal and _can_style()

    def line(self, text: str = "") -> None:
        """One line as it stands."""
        sys.stdout.write(f"{_shown(text)}\n")

    def heading(self, text: str, indent: int = 0) -> None:
        """A line that stands out."""
        for line in self._wrapped(_shown(text), (), indent, indent, _BOLD):
            sys.stdout.write(f"{line}\n")

    def paragraph(self, text: str, marks: Iterable[Span] = (), *, indent: int = 0, label: str = "") -> None:
        """Text wrapped under its label, with spans of it marked."""
        first = f"{' ' * indent}{label}"
        hang = max(indent, len(first))
        for number, line in enumerate(self._wrapped(_shown(text), tuple(marks), hang, 0, "")):
            lead = self._styled(first, _BOLD) if number == 0 else " " * hang
            sys.stdout.write(f"{lead}{line}\n".rstrip(" "))

    def aside(self, text: str, *, indent: int = 0) -> None:
        """A remark, less prominent than what it remarks on."""
        for line in self._wrapped(_shown(text), (), indent, indent, _DIM):
            sys.stdout.write(f"{line}\n")

    def json(self, value: Any) -> None:
        """A value as JSON in UTF-8, whatever the terminal's encoding; indented for people."""
        from bluebook_desktop.services.export import to_json

        self.whole(to_json(value, indent=2 if self._is_terminal else None))

    def whole(self, text: str) -> None:
        """A file's text as it is, in UTF-8, whatever the terminal's encoding."""
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8"))

    def _wrapped(self, text: str, marks: tuple[Span, ...], taken: int, indent: int, style: str) -> Iterable[str]:
        """The lines of a text, of which `taken` columns are used already, each indented and styled."""
        width = self._width - taken if self._width else None
        for start, end in _lines(text, width):
            here = [(max(a, start), min(b, end)) for a, b in marks if a < end and b > start] if self._is_styled else []
            pieces, done = [], start
            for a, b in here:
                pieces += [text[done:a], self._styled(text[a:b], _MARK)]
                done = b
            line = "".join([*pieces, text[done:end]])
            yield " " * indent + (self._styled(line, style) if style else line)

    def _styled(self, text: str, style: str) -> str:
        return f"{style}{text}{_RESET}" if self._is_styled and text.strip() else text


def _lines(text: str, width: int | None) -> Iterable[Span]:
    """Where each line of a text starts and ends when it is broken at blanks to fit a width."""
    for line in re.finditer(r"[^\n]*", text):
        start, stop = line.span()
        if start == stop and (start or text):
            continue
        while width and stop - start > width:
            cut = text.rfind(" ", start + 1, start + width + 1)
            cut = cut if cut > start else start + width
            yield start, cut
            start = cut + 1 if text[cut] == " " else cut
        yield start, stop


def _shown(text: str) -> str:
    """Text that only shows: what would steer the terminal is replaced, character by character."""
    return _UNSHOWABLE.sub("\ufffd", text)


def _encoding(stream: TextIO) -> str | None:
    """Windows would give files and pipes the letters of one country's code page; None keeps what is set."""
    chosen = sys.platform != "win32" or stream.isatty() or os.environ.get("PYTHONIOENCODING")
    return None if chosen else "utf-8"


def _can_style() -> bool:
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return os.name != "nt" or any(os.environ.get(name) for name in ("WT_SESSION", "ANSICON", "TERM"))


def warn(text: str) -> None:
    """A notice or an error, on standard error."""
    sys.stderr.write(f"{_shown(text)}\n")
    sys.stderr.flush()


class StatusLine:
    """One line on standard error that tells what goes on and is overwritten; nothing where that is no terminal."""

    def __init__(self) -> None:
        self._is_shown = sys.stderr.isatty()

    def tell(self, text: str) -> None:
        """Show a text instead of the last one."""
        if self._is_shown:
            room = max(_NARROWEST, shutil.get_terminal_size().columns) - 1
            line = _shown(text.replace("\n", " "))
            line = line if len(line) <= room else f"{line[: room - 1]}…"
            sys.stderr.write(f"\r{line}{' ' * (room - len(line))}\r")
            sys.stderr.flush()

    def end(self) -> None:
        """Leave the line empty for what comes after."""
        self.tell("")


def counted(number: int, one: str, several: str = "") -> str:
    """A number with its noun: ``1 passage``, ``36 passages``."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"

"""TOML files as lists of tables that know their line, which tomllib does not tell."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bluebook_desktop.errors import RecordError

#: The files of a section's folder, and the tables that each may hold.
FILES = {
    "records/events.toml": ("event", "non_event"),
    "records/facilities.toml": ("facility", "non_facility"),
    "records/quotations.toml": ("quotation", "non_quotation"),
    "records/people.toml": ("person", "non_person"),
    "records/abbreviations.toml": ("abbreviation", "non_abbreviation"),
    "records/cross_references.toml": ("cross_reference",),
    "errata.toml": ("erratum",),
}
_HEADER = re.compile(r"\[\[(\w+)\]\]\s*")
_LINE_OF_ERROR = re.compile(r"\(at line (\d+), column \d+\)")


@dataclass(frozen=True, slots=True)
class Table:
    """One ``[[name]]`` of a file: its keys, the number of its first line and its lines as written."""

    file: str
    name: str
    line: int
    lines: tuple[str, ...]
    data: dict[str, Any]

    def wrong(self, what: str, *words: object) -> RecordError:
        """The error that this table is wrong: `what`, at the line that holds `words` or, failing that, at its first."""
        return RecordError(f"{self.file}, line {self.line_of(*words)}: {what}.")

    def line_of(self, *words: object) -> int:
        """The first line of the table with all of `words` in it, or with as many of the first ones as there is."""
        wanted = [str(word) for word in words]
        while wanted:
            for offset, line in enumerate(self.lines):
                if all(word in line for word in wanted):
                    return self.line + offset
            wanted.pop()
        return self.line


def read_toml(path: Path, name: str) -> tuple[str, dict[str, Any]]:
    """A TOML file's text and content; RecordError, with `name` for the file, when it is missing or is no TOML."""
    try:
        text = path.read_text(encoding="utf-8")
        return text, tomllib.loads(text)
    except FileNotFoundError:
        raise RecordError(f"{name} is missing.") from None
    except tomllib.TOMLDecodeError as error:
        place = _LINE_OF_ERROR.search(str(error))
        what = _LINE_OF_ERROR.sub("", str(error)).strip()
        raise RecordError(f"{name}, line {place[1] if place else 1}: this is not valid TOML ({what}).") from error
    except UnicodeDecodeError as error:
        raise RecordError(f"{name} is not UTF-8 text.") from error


def read_tables(folder: Path) -> list[Table]:
    """All tables of a section's folder; RecordError when a file is missing, unreadable or holds anything else."""
    return [table for name, allowed in FILES.items() for table in _tables(folder / name, name, allowed)]


def _tables(path: Path, file: str, allowed: tuple[str, ...]) -> list[Table]:
    text, content = read_toml(path, file)
    lines = text.splitlines()
    headers = [(number, match[1]) for number, line in enumerate(lines) if (match := _HEADER.fullmatch(line))]
    entries = {name: iter(values) for name, values in content.items() if isinstance(values, list)}
    found = []
    for index, (start, name) in enumerate(headers):
        end = headers[index + 1][0] if index + 1 < len(headers) else len(lines)
        if name not in allowed:
            raise RecordError(f"{file}, line {start + 1}: “{name}” is not a table of this file.")
        found.append(Table(file, name, start + 1, tuple(lines[start:end]), next(entries.get(name, iter(())), {})))
    if len(found) != sum(len(value) if isinstance(value, list) else 1 for value in content.values()):
        strays = (number for number, line in enumerate(lines, 1) if line[:1] == "[" and not _HEADER.fullmatch(line))
        raise RecordError(f"{file}, line {next(strays, 1)}: only tables such as [[{allowed[0]}]] belong here.")
    return found

"""Reads edition.toml and section.toml: what a text is and where it is from."""

import re
from pathlib import Path
from typing import Any

from bluebook_desktop.curated.tables import read_toml
from bluebook_desktop.domain.dates import Precision, parse_edtf
from bluebook_desktop.domain.documents import Edition, Section
from bluebook_desktop.errors import RecordError

_SHA256 = re.compile(r"[0-9a-f]{64}")


def load_edition(folder: Path) -> Edition:
    """The edition whose folder this is, such as ``data/editions/2021-en``."""
    facts = _Facts(folder, "edition.toml")
    year, language = facts.number("year"), facts.text("language")
    if folder.name != f"{year}-{language}":
        raise facts.wrong(f"the folder is called “{folder.name}”, not “{year}-{language}”", "year")
    return Edition(
        id=folder.name,
        title=facts.text("title"),
        year=year,
        language=language,
        period_start=facts.day("period_start"),
        period_end=facts.day("period_end"),
        publisher=facts.text("publisher"),
        licence=facts.text("licence"),
        licence_address=facts.text("licence_address"),
    )


def load_section_facts(folder: Path, edition: Edition) -> Section:
    """What section.toml says of the section whose folder this is."""
    facts = _Facts(folder, "section.toml")
    number = facts.text("number")
    if folder.name != number:
        raise facts.wrong(f"the folder is called “{folder.name}”, not “{number}”", "number")
    sha256 = facts.text("sha256")
    if not _SHA256.fullmatch(sha256):
        raise facts.wrong("“sha256” is not 64 hexadecimal digits", "sha256")
    return Section(
        edition=edition.id,
        number=number,
        title=facts.text("title"),
        chapter=facts.text("chapter"),
        address=facts.text("address"),
        accessed=facts.day("accessed"),
        source_line=facts.text("source_line"),
        sha256=sha256,
    )


class _Facts:
    """The keys of a file without tables."""

    def __init__(self, folder: Path, name: str) -> None:
        self._name = f"{folder.name}/{name}"
        text, self._content = read_toml(folder / name, self._name)
        self._lines = text.splitlines()

    def wrong(self, what: str, key: str) -> RecordError:
        lines = (number for number, line in enumerate(self._lines, 1) if line.startswith(key))
        return RecordError(f"{self._name}, line {next(lines, 1)}: {what}.")

    def text(self, key: str) -> str:
        return str(self._get(key, str))

    def number(self, key: str) -> int:
        return int(self._get(key, int))

    def day(self, key: str) -> str:
        value = self.text(key)
        try:
            exact = parse_edtf(value).precision is Precision.DAY
        except ValueError:
            exact = False
        if not exact:
            raise self.wrong(f"“{value}” is not a day such as 2020-12-31", key)
        return value

    def _get(self, key: str, kind: type) -> Any:
        value = self._content.get(key)
        if not isinstance(value, kind) or value == "":
            raise self.wrong(f"“{key}” is missing or not of the right type", key)
        return value

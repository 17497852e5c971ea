"""Reads the keys of one table, or of one item within it, as what they must be."""

import re
from enum import StrEnum
from typing import Any, TypeVar

from bluebook_desktop.curated.places import Places, Site
from bluebook_desktop.curated.tables import Table
from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.records import Added
from bluebook_desktop.errors import RecordError

_Choice = TypeVar("_Choice", bound=StrEnum)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Fields:
    """The keys of a table; each is asked for once, and `finish` complains of those that nobody asked for."""

    def __init__(self, table: Table, places: Places, data: Any = None, within: str = "") -> None:
        self.table = table
        self.places = places
        self._data = table.data if data is None else data
        self._within = within
        self._asked: set[str] = set()
        if not isinstance(self._data, dict):
            raise table.wrong(f"“{within}” must hold tables in braces", within)

    def __contains__(self, key: str) -> bool:
        return key in self._data

    def wrong(self, what: str, *words: object) -> RecordError:
        """The error that this table is wrong; `words` find the line."""
        return self.table.wrong(what, *words)

    def finish(self) -> None:
        """Refuse keys that nobody asked for: a misspelt one would be lost without a word."""
        for key in self._data:
            if key not in self._asked:
                raise self.wrong(f"“{key}” is not a key of {self._name()}", key)

    def text(self, key: str, default: str | None = None) -> str:
        """A string that is not empty; `default` where the key is missing, if there is a default."""
        value = self._get(key, str, default)
        if value == "" and default is None:
            raise self.wrong(f"“{key}” is empty", key)
        return str(value)

    def slug(self, key: str = "id") -> str:
        """A word to file a record under: small letters, digits and hyphens."""
        value = self.text(key)
        if not _SLUG.fullmatch(value):
            raise self.wrong(f"“{value}” is not an id (small letters, digits and hyphens)", key, value)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings, empty where the key is missing."""
        values = self._get(key, list, [])
        for value in values:
            if not isinstance(value, str) or not value:
                raise self.wrong(f"“{key}” must hold words in quotation marks", key)
        return tuple(values)

    def flag(self, key: str) -> bool:
        """True or false; false where the key is missing."""
        return bool(self._get(key, bool, False))

    def whole_number(self, key: str, default: int | None = None) -> int:
        """A whole number from 1."""
        value = int(self._get(key, int, default))
        if value < 1:
            raise self.wrong(f"“{key}” must be 1 or more", key)
        return value

    def degrees(self, key: str, limit: int) -> float | None:
        """A position in degrees, None where the key is missing."""
        value = self._get(key, (int, float), None, optional=True)
        if value is not None and not -limit <= value <= limit:
            raise self.wrong(f"“{key}” is not between -{limit} and {limit}", key)
        return None if value is None else float(value)

    def choice(self, key: str, choices: type[_Choice]) -> _Choice:
        """One of an enumeration's values."""
        value = self.text(key)
        try:
            return choices(value)
        except ValueError:
            known = ", ".join(choices)
            raise self.wrong(f"“{value}” is not a {key}; known are {known}", key, value) from None

    def item(self, key: str) -> "Fields | None":
        """A table in braces, None where the key is missing."""
        data = self._get(key, dict, None, optional=True)
        return None if data is None else Fields(self.table, self.places, data, key)

    def items(self, key: str, *, required: bool = False) -> "list[Fields]":
        """A list of tables in braces; empty where the key is missing, unless it is `required`."""
        found = [Fields(self.table, self.places, data, key) for data in self._get(key, list, [])]
        if required and not found:
            raise self.wrong(f"{self._name()} has no {key}", key)
        return found

    def added(self) -> Added:
        """Text and source of something that the text does not say."""
        found = Added(self.text("text"), self.text("source"))
        self.finish()
        return found

    def several_added(self, key: str) -> tuple[Added, ...]:
        """A list of such things."""
        return tuple(item.added() for item in self.items(key))

    def site(self) -> Site:
        """The passage or heading that the item names."""
        if "heading" in self:
            title = self.text("heading")
            site = self.places.heading(title)
            what = f"no single heading reads “{title}”"
        else:
            number = self.whole_number("passage")
            site = self.places.passage(number)
            what = f"there is no ¶ {number}"
        if site is None:
            raise self.wrong(what, "heading" if "heading" in self else "passage")
        return site

    def excerpt(self, key: str = "exact") -> Excerpt:
        """The words under `key`, found in the passage or heading that the item names."""
        site = self.site()
        words = self.text(key)
        occurrence = self.whole_number("occurrence", 1)
        found = site.find(words, occurrence)
        if found is None:
            often = "" if occurrence == 1 else f" {occurrence} times"
            raise self.wrong(f"the words “{words}” do not occur{often} in {site}", words, f"passage = {site.passage},")
        return found

    def last_place(self) -> Excerpt:
        """An item that is a place and nothing else."""
        found = self.excerpt()
        self.finish()
        return found

    def _name(self) -> str:
        return f"“{self._within}”" if self._within else f"[[{self.table.name}]]"

    def _get(self, key: str, kind: Any, default: Any, *, optional: bool = False) -> Any:
        self._asked.add(key)
        if key not in self._data:
            if default is None and not optional:
                raise self.wrong(f"{self._name()} has no “{key}”", self._within)
            return default
        value = self._data[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.wrong(f"“{key}” is not of the right type", key)
        return value

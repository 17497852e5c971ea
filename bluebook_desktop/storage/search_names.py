"""Who and what can be asked for by name in a search, over all sections of the library."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bluebook_desktop.storage.library import readable

if TYPE_CHECKING:
    from bluebook_desktop.storage.library import Library


@dataclass(frozen=True, slots=True)
class Named:
    """Someone or something that can be asked for: its id (a name as printed, for a group) and its names."""

    id: str
    names: tuple[str, ...]


#: Leaves some sections out, given as JSON.
_ELSEWHERE = "section NOT IN (SELECT value FROM json_each(?))"


def people(library: Library, without: Collection[str] = ()) -> list[Named]:
    """Everybody who is named in any section, `without` some sections."""
    sql = f"SELECT DISTINCT slug, name, added_name FROM people WHERE {_ELSEWHERE} ORDER BY slug"
    rows = library.rows(sql, (json.dumps(list(without)),))
    return _gathered((row[0], [row[1], row[2]]) for row in rows)


def facilities(library: Library, without: Collection[str] = ()) -> list[Named]:
    """Every facility that is named in any section, with its aliases, `without` some sections."""
    sql = f"SELECT DISTINCT slug, name, aliases FROM facilities WHERE {_ELSEWHERE} ORDER BY slug"
    rows = library.rows(sql, (json.dumps(list(without)),))
    with readable("a facility"):
        return _gathered((row[0], [row[1], *json.loads(row[2])]) for row in rows)


def speakers(library: Library, without: Collection[str] = ()) -> tuple[frozenset[str], list[Named]]:
    """The ids of the people who are quoted, and the names of speakers as printed, `without` some sections."""
    slugs: set[str] = set()
    printed: dict[str, None] = {}
    with readable("a quotation"):
        sql = f"SELECT DISTINCT speakers, speaker_names FROM quotations WHERE {_ELSEWHERE}"
        for row in library.rows(sql, (json.dumps(list(without)),)):
            slugs.update(json.loads(row[0]))
            printed.update(dict.fromkeys(json.loads(row[1])))
    return frozenset(slugs), [Named(name, (name,)) for name in printed]


def gathered(several: Iterable[Named]) -> list[Named]:
    """The names of each id together."""
    return _gathered((one.id, list(one.names)) for one in several)


def _gathered(rows: Iterator[tuple[str, list[Any]]]) -> list[Named]:
    """The names of each id together."""
    found: dict[str, dict[str, None]] = {}
    for slug, names in rows:
        found.setdefault(slug, {}).update(dict.fromkeys(name for name in names if name))
    return [Named(slug, tuple(names)) for slug, names in found.items()]


def abbreviations(library: Library, without: Collection[str] = ()) -> list[tuple[str, str]]:
    """Every abbreviation with its full form, in any section, `without` some sections."""
    sql = f"SELECT DISTINCT short, full FROM abbreviations WHERE {_ELSEWHERE} ORDER BY short, full"
    rows = library.rows(sql, (json.dumps(list(without)),))
    return [(str(row[0]), str(row[1])) for row in rows]

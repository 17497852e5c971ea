"""What the program knows of U.S. Forces facilities and areas in Japan beforehand: names, kinds and places."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from bluebook_desktop.domain.records import FacilityKind
from bluebook_desktop.errors import RecordError


@dataclass(frozen=True, slots=True)
class Entry:
    """One facility or area; the first of its `names` is the one shown."""

    names: tuple[str, ...]
    kind: FacilityKind
    where: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All facilities and areas, with where this knowledge is from."""

    entries: tuple[Entry, ...]
    source: str


def load_gazetteer(path: Path) -> Gazetteer:
    """Read the gazetteer; RecordError when the file is missing or an entry is not complete."""
    try:
        content = tomllib.loads(path.read_text("utf-8"))
        entries = tuple(
            Entry(
                names=(str(item["name"]), *map(str, item.get("aliases", ()))),
                kind=FacilityKind(item["kind"]),
                where=f"{item['municipality']}, {item['prefecture']}",
                latitude=float(item["latitude"]),
                longitude=float(item["longitude"]),
            )
            for item in content["facility"]
        )
        return Gazetteer(entries, str(content["source"]))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise RecordError(f"The list of facilities in {path.name} cannot be read: {error}.") from error

"""Exports facilities as a table (CSV) and as places on a map (GeoJSON); docs/map.md describes both."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.services.export import made_from, to_json
from bluebook_desktop.services.objects import SectionObjects
from bluebook_desktop.services.origins import origin_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluebook_desktop.domain.records import Facility
    from bluebook_desktop.services.sections import OpenSection

#: Tells Excel that the file is UTF-8.
_MARK = "\ufeff"
#: A cell that begins with one of these is a formula to spreadsheets, full-width forms included.
_FORMULA = tuple("=+-@＝＋－＠")
_BETWEEN = "; "
COLUMNS = (
    "id",
    "name",
    "kind",
    "aliases",
    "roles",
    "part_of",
    "the_text_says",
    "hectares",
    "unc_may_use",
    "returned",
    "mentions",
    "passages",
    "where_added",
    "latitude_added",
    "longitude_added",
    "source_of_what_was_added",
    "notes_added",
    "origin",
    "source_line",
    "licence",
    "made_by",
)


def facilities_csv(section: OpenSection, facilities: Sequence[Facility] | None = None) -> str:
    """These facilities of a section, or all, a row each; every row says from what and by what it was made."""
    origin = made_from(section)
    by = f"{origin['made_by']['program']} {origin['made_by']['version']}"
    rest = {"source_line": origin["source_line"], "licence": origin["made_from"]["licence"], "made_by": by}
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in section.records.facilities if facilities is None else facilities:
        where_from = origin_in_words(section, Reference(Kind.FACILITY, section.id, one.id))
        row = {**_row(one), "origin": where_from, **rest}
        writer.writerow([_cell(row[column]) for column in COLUMNS])
    return _MARK + target.getvalue()


def _row(facility: Facility) -> dict[str, Any]:
    where = facility.where
    return {
        "id": facility.id,
        "name": facility.name,
        "kind": facility.kind.value,
        "aliases": _BETWEEN.join(facility.aliases),
        "roles": _BETWEEN.join(facility.roles),
        "part_of": facility.part_of,
        "the_text_says": _BETWEEN.join(f"{fact.label} (¶ {fact.excerpt.passage})" for fact in facility.facts),
        "hectares": _BETWEEN.join(fact.hectares for fact in facility.facts if fact.hectares),
        "unc_may_use": "yes" if facility.unc_may_use else "no",
        "returned": "yes" if facility.returned else "no",
        "mentions": len(facility.mentions),
        "passages": _BETWEEN.join(str(one) for one in dict.fromkeys(one.passage for one in facility.mentions)),
        "where_added": where.text if where else "",
        "latitude_added": facility.latitude,
        "longitude_added": facility.longitude,
        "source_of_what_was_added": where.source if where else "",
        "notes_added": _BETWEEN.join(f"{note.text} ({note.source})" for note in facility.notes),
    }


def _cell(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula; numbers, which may be below zero, stay numbers."""
    if isinstance(value, str):
        shown = value.lstrip()
        return f"'{value}" if shown.startswith(_FORMULA) else value
    return "" if value is None else value


def facilities_geojson(section: OpenSection, facilities: Sequence[Facility] | None = None) -> str:
    """These facilities of a section, or all, as a FeatureCollection; no geometry where there is no position."""
    objects = SectionObjects(section)
    chosen = section.records.facilities if facilities is None else facilities
    collection = {
        "type": "FeatureCollection",
        **made_from(section),
        "section": section.id,
        "positions": "Positions and places are added, not in the text; position_source says where each is from.",
        "features": [_feature(one, objects) for one in chosen],
    }
    return to_json(collection, indent=2)


def _feature(facility: Facility, objects: SectionObjects) -> dict[str, Any]:
    properties = objects.facility(facility)
    latitude, longitude = properties.pop("latitude"), properties.pop("longitude")
    placed = latitude is not None and longitude is not None
    properties["position"] = "added, not in the text" if placed else "none"
    properties["position_source"] = facility.where.source if placed and facility.where else ""
    return {
        "type": "Feature",
        "id": facility.id,
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]} if placed else None,
        "properties": properties,
    }


Write = Callable[["OpenSection", "Sequence[Facility] | None"], str]
#: Name of a format -> what writes facilities in it. The command line and the window offer what stands here.
FORMATS: dict[str, Write] = {"csv": facilities_csv, "geojson": facilities_geojson}

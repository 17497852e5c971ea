"""Exports facilities as a table (CSV) and as places on a map (GeoJSON); docs/map.md describes both."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.services.export import made_from, to_json
from bluebook_desktop.services.objects import SectionObjects
from bluebook_desktop.services.origins import origin_in_words
from bluebook_desktop.services.tables import BETWEEN, csv_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluebook_desktop.domain.records import Facility
    from bluebook_desktop.services.sections import OpenSection

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
)


def facilities_csv(section: OpenSection, facilities: Sequence[Facility] | None = None) -> str:
    """These facilities of a section, or all, a row each; every row says from what and by what it was made."""
    chosen = section.records.facilities if facilities is None else facilities
    return csv_table(section, COLUMNS, (_row(one, section) for one in chosen))


def _row(facility: Facility, section: OpenSection) -> dict[str, Any]:
    where = facility.where
    return {
        "id": facility.id,
        "name": facility.name,
        "kind": facility.kind.value,
        "aliases": BETWEEN.join(facility.aliases),
        "roles": BETWEEN.join(facility.roles),
        "part_of": facility.part_of,
        "the_text_says": BETWEEN.join(f"{fact.label} (¶ {fact.excerpt.passage})" for fact in facility.facts),
        "hectares": BETWEEN.join(fact.hectares for fact in facility.facts if fact.hectares),
        "unc_may_use": "yes" if facility.unc_may_use else "no",
        "returned": "yes" if facility.returned else "no",
        "mentions": len(facility.mentions),
        "passages": BETWEEN.join(str(one) for one in dict.fromkeys(one.passage for one in facility.mentions)),
        "where_added": where.text if where else "",
        "latitude_added": facility.latitude,
        "longitude_added": facility.longitude,
        "source_of_what_was_added": where.source if where else "",
        "notes_added": BETWEEN.join(f"{note.text} ({note.source})" for note in facility.notes),
        "origin": origin_in_words(section, Reference(Kind.FACILITY, section.id, facility.id)),
    }


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

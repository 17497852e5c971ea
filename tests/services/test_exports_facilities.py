"""Facilities as CSV and GeoJSON."""

import csv
import io
import json
from dataclasses import replace

import pytest

from bluebook_desktop import __version__
from bluebook_desktop.services.exports_facilities import COLUMNS, facilities_csv, facilities_geojson
from bluebook_desktop.services.sections import OpenSection

SOURCE_LINE = "Created by editing “Diplomatic Bluebook 2021” (Ministry of Foreign Affairs of Japan) <"


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_table_has_a_row_for_each_facility_with_what_the_text_says(section: OpenSection) -> None:
    rows = {row["id"]: row for row in rows_of(facilities_csv(section))}
    assert len(rows) == 14
    training = rows["northern-training-area"]
    assert training["name"] == "Northern Training Area"
    assert training["aliases"] == "NTA"
    assert training["the_text_says"] == "A major portion returned (¶ 24)"
    assert training["hectares"] == "approximately 4,000 hectares"
    assert (training["returned"], training["unc_may_use"]) == ("yes", "no")
    assert {row["origin"] for row in rows.values()} == {"checked by hand"}
    futenma = rows["futenma"]
    assert (futenma["mentions"], futenma["passages"]) == ("6", "1; 21; 22; 28; 35")


def test_what_was_added_says_so_and_where_it_is_from(section: OpenSection) -> None:
    rows = {row["id"]: row for row in rows_of(facilities_csv(section))}
    assert (rows["futenma"]["latitude_added"], rows["futenma"]["longitude_added"]) == ("26.274", "127.756")
    assert "not in the text" in rows["futenma"]["source_of_what_was_added"]
    assert rows["land-south-of-kadena"]["latitude_added"] == ""


def test_every_row_says_from_what_and_by_what_it_was_made(section: OpenSection) -> None:
    for row in rows_of(facilities_csv(section)):
        assert row["source_line"].startswith(SOURCE_LINE)
        assert "Public Data License" in row["licence"]
        assert row["made_by"] == f"Bluebook Desktop {__version__}"


def test_the_table_opens_in_excel_as_utf_8(section: OpenSection) -> None:
    text = facilities_csv(section)
    assert text.startswith("\ufeffid,name,")
    assert text.count("\r\n") == 15
    assert text.replace("\r\n", "").count("\n") == 0


@pytest.mark.parametrize("name", ["=1+1", "+81", "-Base", "@SUM(A1)", "\t=1", " =1", "＝1"])
def test_no_cell_is_taken_for_a_formula(section: OpenSection, name: str) -> None:
    one = replace(section.records.facilities[0], name=name, aliases=(name,), latitude=-12.5)
    (row,) = rows_of(facilities_csv(section, [one]))
    assert row["name"] == row["aliases"] == f"'{name}"
    assert row["latitude_added"] == "-12.5"


def test_the_columns_are_described(section: OpenSection) -> None:
    from bluebook_desktop.paths import bundled

    page = bundled("docs", "map.md").read_text("utf-8")
    assert [one for one in COLUMNS if one not in page] == []


def test_the_places_are_geojson_with_their_origin(section: OpenSection) -> None:
    found = json.loads(facilities_geojson(section))
    assert found["type"] == "FeatureCollection"
    assert found["source_line"].startswith(SOURCE_LINE)
    assert found["made_by"] == {"program": "Bluebook Desktop", "version": __version__}
    features = {one["id"]: one for one in found["features"]}
    assert len(features) == 14
    yokota = features["yokota"]
    assert yokota["type"] == "Feature"
    assert yokota["geometry"] == {"type": "Point", "coordinates": [139.348, 35.748]}
    assert yokota["properties"]["name"] == "Yokota Air Base"
    assert yokota["properties"]["position"] == "added, not in the text"
    assert yokota["properties"]["position_source"].startswith("General knowledge")
    assert "latitude" not in yokota["properties"]


def test_a_facility_without_a_position_has_no_geometry(section: OpenSection) -> None:
    found = json.loads(facilities_geojson(section, [section.facilities["land-south-of-kadena"]]))
    (feature,) = found["features"]
    assert feature["geometry"] is None
    assert feature["properties"]["position"] == "none"
    assert feature["properties"]["position_source"] == ""

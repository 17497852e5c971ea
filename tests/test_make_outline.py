"""The script that makes the map's outline: from TopoJSON to ranked steps."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from bluebook_desktop.domain.outline import unpack
from bluebook_desktop.paths import bundled

#: One island of two arcs, the second of which is walked backwards, and one that is too small to be seen.
TOPOLOGY = {
    "transform": {"scale": [0.5, 0.25], "translate": [130, 30]},
    "arcs": [[[0, 0], [4, 0], [0, 8]], [[0, 0], [0, 8], [4, 0]], [[40, 0], [0, 0], [0, 0], [0, 0]]],
    "objects": {
        "land": {
            "type": "GeometryCollection",
            "geometries": [{"type": "MultiPolygon", "arcs": [[[0, -2]], [[2]]]}],
        }
    },
}


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_outline", bundled("packaging", "make_outline.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_arcs_are_joined_to_rings_forwards_and_backwards(maker: ModuleType) -> None:
    assert maker.rings_of(TOPOLOGY)[0] == [(130.0, 30.0), (132.0, 30.0), (132.0, 32.0), (130.0, 32.0)]


def test_what_no_zoom_would_show_is_left_out(maker: ModuleType) -> None:
    square = [(0.0, 0.0), (50.0, 0.4), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)]
    assert [point[:2] for point in maker.ranked(square)] == [(0, 0), (100, 0), (100, 100), (0, 100)]
    assert maker.ranked([(0.0, 0.0), (2.0, 0.0), (2.0, 2.0)]) == []


def test_a_whole_file_is_made(
    maker: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "land.json", tmp_path / "made" / "outline.bin"
    source.write_text(json.dumps(TOPOLOGY), "utf-8")
    monkeypatch.setattr(maker, "TARGET", target)
    maker.main(source)
    (ring,) = unpack(target.read_bytes()).rings()
    assert len(ring) == 4
    assert capsys.readouterr().out == f"1 rings, 4 points, {target.stat().st_size} bytes\n"

"""Makes resources/map/outline.bin from Natural Earth's land (docs/map.md says where to get it).

Usage: python packaging/make_outline.py land-10m.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bluebook_desktop.domain.geometry import box_of, clip_ring, deviations, project  # noqa: E402
from bluebook_desktop.domain.outline import TOLERANCES, UNITS, pack  # noqa: E402

#: West, south, east, north: Japan and its neighbours, and the open sea that a wide window shows beside them.
REGION = (110.0, 20.0, 180.0, 50.0)
#: Points that no zoom would show, and islands of fewer steps in width and height, are left out.
FINEST = 1.2
LEAST_SIZE = 3
TARGET = ROOT / "resources" / "map" / "outline.bin"

Ring = list[tuple[float, float]]


def decode_arcs(topology: dict[str, Any]) -> list[Ring]:
    """The arcs of a TopoJSON file as longitudes and latitudes."""
    (scale_x, scale_y), (from_x, from_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + from_x, y * scale_y + from_y))
        arcs.append(points)
    return arcs


def rings_of(topology: dict[str, Any]) -> list[Ring]:
    """All rings of all land, outer and inner, each without its last point, which is its first."""
    arcs = decode_arcs(topology)
    rings = []
    for geometry in topology["objects"]["land"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for ring in (ring for polygon in polygons for ring in polygon):
            points: Ring = []
            for index in ring:
                arc = arcs[index] if index >= 0 else arcs[~index][::-1]
                points += arc[1:] if points else arc
            rings.append(points[:-1])
    return rings


def ranked(ring: Ring) -> list[tuple[int, int, int]]:
    """A ring in steps, thinned to what can be seen, each point with its rank; nothing when it is too small."""
    steps: list[tuple[int, int]] = []
    for x, y in ring:
        here = round(x), round(y)
        if not steps or steps[-1] != here:
            steps.append(here)
    if len(steps) > 1 and steps[0] == steps[-1]:
        steps.pop()
    for values in zip(*steps, strict=True):
        if max(values) - min(values) < LEAST_SIZE:
            return []
    kept = [one for one, away in zip(steps, deviations(steps), strict=True) if away >= FINEST]
    if len(kept) < 3:
        return []
    aways = deviations(kept)
    return [(x, y, sum(away >= least for least in TOLERANCES)) for (x, y), away in zip(kept, aways, strict=True)]


def main(source: Path) -> None:
    """Cut, thin and write."""
    frame = box_of(*REGION)
    step = frame.width / UNITS
    rings = []
    for ring in rings_of(json.loads(source.read_text("utf-8"))):
        points = [project(latitude, longitude) for longitude, latitude in ring]
        clipped = clip_ring([(point.x, point.y) for point in points], frame)
        found = ranked([((x - frame.left) / step, (frame.top - y) / step) for x, y in clipped]) if clipped else []
        if found:
            rings.append(found)
    content = pack(frame, rings)
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(content)
    sys.stdout.write(f"{len(rings)} rings, {sum(map(len, rings))} points, {len(content)} bytes\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

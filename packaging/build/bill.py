"""The bill of materials (CycloneDX 1.6) and the licence texts, written into the frozen folder."""

import json
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from build import common, components
from build.components import Component

_HEAD = """What Bluebook Desktop {version} is made of, and under which licences.

The text of the Bluebook comes under the Public Data License (Version 1.0) of the Ministry of Foreign Affairs of Japan,
www.mofa.go.jp/about/legalmatters.html. Qt and PySide6 are used under the GNU Lesser General Public License, version 3,
as separate libraries below lib/PySide6 that may be exchanged for others of the same interface. Their source is at
download.qt.io/archive/qt and code.qt.io; who cannot get it there is sent it for the cost of sending, for three years,
by whoever handed on this program. Every text of a licence follows below; the same list for machines is sbom.cdx.json.

"""


def write(folder: Path, python: Path, windows: dict[str, Any] | None = None) -> Path:
    """Put the licence texts, the list of all and `sbom.cdx.json` into the folder; `windows` as in `components`."""
    found = components.of_folder(folder, python, windows)
    resources = folder / "lib" / "resources"
    licences = resources / "licences"
    for one in found:
        for name, text in one.texts.items():
            (licences / _file_name(one, name)).write_text(text, "utf-8")
    (licences / "a-list-of-all.txt").write_text(list_of_all(found), "utf-8")
    bill = resources / "sbom.cdx.json"
    bill.write_text(cyclonedx(found), "utf-8")
    common.say(f"{len(found)} components with their licences")
    return bill


def _file_name(one: Component, text: str) -> str:
    """What a licence's text is called in the folder, and so in About."""
    name = text.removesuffix(".txt").removesuffix(".md")
    if text.startswith(components.COMMON):
        return f"{name}.txt"
    slug = "".join(letter if letter.isalnum() else "-" for letter in one.name.lower())
    return f"{slug}-{name}.txt"


def list_of_all(found: list[Component]) -> str:
    """A table for people."""
    rows = [(one.name, one.version, one.licence.replace("LicenseRef-", "")) for one in found]
    wide, middle = (max(len(row[column]) for row in rows) + 2 for column in (0, 1))
    lines = [f"{name:{wide}}{version:{middle}}{licence}" for name, version, licence in rows]
    return _HEAD.format(version=common.version()) + "\n".join(lines) + "\n"


def cyclonedx(found: list[Component]) -> str:
    """The bill as CycloneDX has it; dated and numbered by what it says, so that it is the same for the same build."""
    moment = datetime.fromtimestamp(common.source_date(), UTC).isoformat().replace("+00:00", "Z")
    parts = [_part(one) for one in found]
    number = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps([moment, common.version(), parts]))
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{number}",
        "version": 1,
        "metadata": {
            "timestamp": moment,
            "component": {
                "type": "application",
                "name": common.NAME,
                "version": common.version(),
                "licenses": [{"expression": "MIT"}],
            },
        },
        "components": parts,
    }
    return json.dumps(bill, indent=1, ensure_ascii=False) + "\n"


def _part(one: Component) -> dict[str, object]:
    part: dict[str, object] = {"type": "library", "name": one.name, "licenses": [{"expression": one.licence}]}
    if one.version:
        part["version"] = one.version
    if one.purl:
        part["purl"] = part["bom-ref"] = one.purl
    return part

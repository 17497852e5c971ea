"""Every library has a licence that is known, and the bill of materials says so."""

import json
import sys
from pathlib import Path

import pytest

from build import bill, common, components
from build.components import Component

ROOT = Path(__file__).parents[2]
FOUND = [
    Component("click", "8.5.1", "BSD-3-Clause", "pkg:pypi/click@8.5.1", texts={"LICENSE.txt": "text"}),
    Component("Qt", "6.11.3", "LGPL-3.0-only", "pkg:generic/qt@6.11.3"),
    Component("Natural Earth", "", "LicenseRef-public-domain"),
]


@pytest.fixture(autouse=True)
def dated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


def test_every_python_package_that_the_program_needs_has_a_licence_that_is_known() -> None:
    told = common.ask(Path(sys.executable), components.ASK, *common.libraries())
    assert {"pyside6-essentials", "sqlite-utils", "lxml", "click"} <= set(told["packages"])
    unknown = [name for name, about in told["packages"].items() if not components.spdx(about["licence"])]
    assert not unknown
    assert told["qt"].startswith("6.11")


@pytest.mark.parametrize(
    ("said", "spdx"),
    [
        ("MIT", "MIT"),
        ("Apache License, Version 2.0", "Apache-2.0"),
        ("Apache-2.0 AND CNRI-Python", "Apache-2.0 AND CNRI-Python"),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", "LGPL-3.0-only"),
        ("License :: Public Domain", "LicenseRef-public-domain"),
        ("UNKNOWN licence, see file", ""),
        ("", ""),
    ],
)
def test_licences_are_named_as_spdx_does(said: str, spdx: str) -> None:
    assert components.spdx(said) == spdx


@pytest.mark.parametrize("name", components.licence_files())
def test_the_text_of_what_is_inside_of_other_things_is_there(name: str) -> None:
    assert (ROOT / "resources" / "licences" / name).stat().st_size > 500


def test_the_bill_is_cyclonedx_and_the_same_each_time() -> None:
    written = bill.cyclonedx(FOUND)
    assert written == bill.cyclonedx(FOUND)
    read = json.loads(written)
    assert (read["bomFormat"], read["specVersion"]) == ("CycloneDX", "1.6")
    assert read["metadata"]["component"]["version"] == common.version()
    assert read["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"
    assert read["components"][0] == {
        "type": "library",
        "name": "click",
        "version": "8.5.1",
        "purl": "pkg:pypi/click@8.5.1",
        "bom-ref": "pkg:pypi/click@8.5.1",
        "licenses": [{"expression": "BSD-3-Clause"}],
    }


def test_the_list_for_people_names_all_and_where_qts_source_is() -> None:
    told = bill.list_of_all(FOUND)
    assert f"Bluebook Desktop {common.version()}" in told
    assert all(one.name in told for one in FOUND)
    assert "download.qt.io" in told
    assert "LicenseRef" not in told

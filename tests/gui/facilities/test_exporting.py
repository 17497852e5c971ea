"""Exporting the facilities that are shown."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui.facilities.panel import FacilitiesPanel
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.widgets.export_button import ExportButton
from bluebook_desktop.services.exports_facilities import facilities_csv
from bluebook_desktop.services.sections import OpenSection


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, section: OpenSection) -> FacilitiesPanel:
    panel = FacilitiesPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(680, 660)
    panel.set_section(section)
    panel.show()
    return panel


def entries(panel: FacilitiesPanel) -> list[str]:
    return [one.text() for one in panel.findChild(ExportButton).menu().actions()]


def export(panel: FacilitiesPanel, monkeypatch: pytest.MonkeyPatch, which: int, answer: Path | str) -> list[str]:
    """Choose an entry of the menu and answer the dialog; the names that the dialog proposed."""
    proposed: list[str] = []

    def ask(_parent: object, _title: str, name: str, _filter: str) -> tuple[str, str]:
        proposed.append(name)
        return str(answer), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    panel.findChild(ExportButton).menu().actions()[which].trigger()
    return proposed


def test_all_are_exported_as_csv(
    panel: FacilitiesPanel, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, section: OpenSection
) -> None:
    said: list[str] = []
    panel.said.connect(said.append)
    assert entries(panel) == ["All 14 as CSV…", "All 14 as GeoJSON…"]
    target = tmp_path / "out.csv"
    assert export(panel, monkeypatch, 0, target) == ["facilities-2021-en-4.2.2.csv"]
    in_rows = sorted(section.records.facilities, key=lambda one: one.name.lower())
    assert target.read_bytes().decode("utf-8") == facilities_csv(section, in_rows)
    assert said == ["Facilities written to out.csv: 14"]


def test_only_those_that_the_filter_leaves_are_exported(
    qtbot: QtBot, panel: FacilitiesPanel, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    qtbot.keyClicks(panel.findChild(QLineEdit), "kanagawa")
    assert entries(panel)[1] == "The 2 shown of 14 as GeoJSON…"
    export(panel, monkeypatch, 1, tmp_path / "out")
    found = json.loads((tmp_path / "out.geojson").read_text("utf-8"))
    assert [one["id"] for one in found["features"]] == ["camp-zama", "yokosuka"]


def test_nothing_shown_is_nothing_to_export(qtbot: QtBot, panel: FacilitiesPanel) -> None:
    qtbot.keyClicks(panel.findChild(QLineEdit), "xyz")
    assert not panel.findChild(ExportButton).isEnabled()


def test_a_dialog_that_is_cancelled_writes_nothing(
    panel: FacilitiesPanel, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    export(panel, monkeypatch, 0, "")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_is_told_in_a_sentence(
    panel: FacilitiesPanel, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: told.append(text))
    target = tmp_path / "missing" / "out.csv"
    export(panel, monkeypatch, 0, target)
    assert told == [f"{target} cannot be written: no such file or directory."]

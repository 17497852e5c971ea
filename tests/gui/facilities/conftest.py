"""The tab with the real section, and a map of its own."""

import pytest
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui.facilities.canvas import MapCanvas
from bluebook_desktop.gui.facilities.panel import FacilitiesPanel
from bluebook_desktop.gui.facilities.scene import Dot
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.services.sections import OpenSection


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, section: OpenSection) -> FacilitiesPanel:
    panel = FacilitiesPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(680, 660)
    panel.set_section(section)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    return panel


@pytest.fixture
def canvas(panel: FacilitiesPanel) -> MapCanvas:
    return panel.findChild(MapCanvas)


@pytest.fixture
def alone(qtbot: QtBot, theme: Theme) -> MapCanvas:
    """A map of its own, for facilities that the section has not."""
    canvas = MapCanvas(theme)
    qtbot.addWidget(canvas)
    canvas.resize(800, 400)
    with qtbot.waitExposed(canvas):
        canvas.show()
    return canvas


def dot(canvas: MapCanvas, id_: str) -> Dot:
    return next(one for one in canvas.scene.dots if one.spot.facility.id == id_)

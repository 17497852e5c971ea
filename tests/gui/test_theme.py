"""Colours that can be read (WCAG 2, level AA), in both themes, and type that is the reading face."""

import os
import subprocess
import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui.theme import _DARK, _LIGHT, READING_FAMILY, Theme

GROUNDS = ("paper", "panel", "chrome")
#: Ink on ground, wherever the two meet as text.
PAIRS = [
    *product(("ink", "soft", "accent"), (*GROUNDS, "accent_soft", "hover")),
    *product(("diplomacy", "agreements", "defence", "realignment", "incidents"), GROUNDS),
    ("hit_ink", "hit"),
    ("on_accent", "accent"),
    ("paper", "ink"),
]


def luminance(color: str) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    one = QColor(color)
    return 0.2126 * linear(one.redF()) + 0.7152 * linear(one.greenF()) + 0.0722 * linear(one.blueF())


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_the_w3c_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("values", [_LIGHT, _DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_every_pair_used_for_text_has_enough_contrast(values: dict[str, str], ink: str, ground: str) -> None:
    assert contrast(values[ink], values[ground]) >= 4.5, f"{ink} on {ground}"


@pytest.mark.parametrize("values", [_LIGHT, _DARK], ids=["light", "dark"])
def test_the_focus_ring_stands_out(values: dict[str, str]) -> None:
    assert all(contrast(values["accent"], values[ground]) >= 3 for ground in GROUNDS)


def test_both_themes_know_the_same_colours() -> None:
    assert list(_LIGHT) == list(_DARK)


def test_the_style_sheet_names_only_colours_of_the_theme() -> None:
    root = Path(__file__).parent.parent.parent
    sheet = (root / "resources" / "style" / "bluebook.qss").read_text("utf-8")
    names = {word.strip("$;").rstrip(";") for word in sheet.replace(";", " ").split() if word.startswith("$")}
    assert names <= set(_LIGHT)
    assert "#" not in sheet.replace("QWidget#", "").replace("QTreeView#", "").replace("QListView#", "").replace(
        "QScrollArea#", ""
    ).replace("QTableView#", "")


def test_small_print_is_never_below_eleven_and_a_half_pixels() -> None:
    import re

    root = Path(__file__).parent.parent.parent
    sheet = (root / "resources" / "style" / "bluebook.qss").read_text("utf-8")
    assert min(float(size) for size in re.findall(r"font-size: ([\d.]+)px", sheet)) >= 11.5


def test_the_reading_face_is_bundled_with_a_true_semi_bold(theme: Theme) -> None:
    assert READING_FAMILY in QFontDatabase.families()
    assert QFontInfo(theme.font("serif")).family() == READING_FAMILY
    assert {"Regular", "SemiBold"} <= set(QFontDatabase.styles(READING_FAMILY))


def test_choosing_a_theme_tells_once_and_the_same_again_does_not(theme: Theme, in_theme) -> None:
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(theme.is_dark))
    in_theme("dark")
    in_theme("dark")
    in_theme("light")
    assert told == [True, False]
    theme.changed.disconnect()


ICONS = sorted((Path(__file__).parent.parent.parent / "resources" / "icons").glob("*.svg"))
ICONS = [path for path in ICONS if path.stem != "bluebook"]  # the program's own, in colours of its own


@pytest.mark.parametrize("path", ICONS, ids=[path.stem for path in ICONS])
def test_every_icon_is_drawn_in_the_themes_colour(theme: Theme, path: Path) -> None:
    assert "currentColor" in path.read_text("utf-8")
    image = theme.icon(path.stem, "accent").pixmap(20).toImage()
    seen = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    hue = theme.color("accent").hue()
    assert any(one.alpha() > 100 and abs(one.hue() - hue) < 6 for one in seen)


_RUNS = """
import sys
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication
from bluebook_desktop.gui.theme import Theme
application = QApplication(sys.argv)
theme = Theme(application)
for role in ("interface", "serif"):
    layout = QTextLayout("Contents 日本国", theme.font(role))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    print(role, all(0 not in run.glyphIndexes() for run in runs), sorted({run.rawFont().familyName() for run in runs}))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fontconfig is told to know no typeface")
def test_a_system_without_any_typeface_shows_letters_and_no_boxes(tmp_path: Path) -> None:
    (tmp_path / "fonts.conf").write_text(f"<fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>", "utf-8")
    environment = {**os.environ, "FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", _RUNS], env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == [
        "interface True ['M PLUS 1p']",
        "serif True ['M PLUS 1p', 'Source Serif 4']",
    ], done.stderr


class _Dressed(QWidget):
    """Counts how often the style sheet dresses it."""

    times = 0

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        self.times += event.type() == QEvent.Type.StyleChange
        super().changeEvent(event)


def test_a_change_of_theme_dresses_no_widget_again_for_every_one_around_it(
    qtbot: QtBot, theme: Theme, in_theme: Callable[[str], None]
) -> None:
    theme.style()
    outermost = QWidget()
    qtbot.addWidget(outermost)
    inner = outermost
    for _ in range(8):
        inner = QWidget(inner)
    inner = _Dressed(inner)
    outermost.show()
    inner.times = 0
    in_theme("dark")
    assert 1 <= inner.times <= 3
    assert inner.palette().window().color() == theme.color("chrome")

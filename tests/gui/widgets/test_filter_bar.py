"""The bar above a table or list, in wide and narrow windows."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.widgets.chips import ChipRow
from bluebook_desktop.gui.widgets.filter_bar import FilterBar
from bluebook_desktop.gui.widgets.filter_field import FilterField

from ..hands import settle


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> FilterBar:
    chips = ChipRow("Which")
    chips.set_chips({"all": "All 14", "some": "Some 7", "few": "Few 2"})
    filters = [QPushButton(words) for words in ("Form", "Speaker", "Date")]
    bar = FilterBar(chips, filters, [QPushButton("Export")], FilterField(theme, "Filter"))
    qtbot.addWidget(bar)
    bar.show()
    return bar


def tops(bar: FilterBar, width: int) -> dict[str, int]:
    """Where the middles of its parts are, with the bar as wide."""
    bar.resize(width, bar.heightForWidth(width) if bar.hasHeightForWidth() else bar.sizeHint().height())
    settle()
    bar.adjustSize()
    bar.resize(width, bar.height())
    settle()
    parts: list[QWidget] = [*bar.findChildren(QPushButton), bar.findChild(FilterField)]
    return {one.text() or "field": one.mapTo(bar, one.rect().center()).y() for one in parts}


def test_a_wide_bar_is_one_line(bar: FilterBar) -> None:
    found = tops(bar, 900)
    assert max(found.values()) - min(found.values()) <= 2


def test_a_narrower_one_has_filters_and_field_in_a_second_line(bar: FilterBar) -> None:
    found = tops(bar, 420)
    assert found["Form"] - found["All 14"] > 15
    assert abs(found["field"] - found["Form"]) <= 2
    assert abs(found["Export"] - found["All 14"]) <= 2


def test_it_can_be_as_narrow_as_its_widest_parts(bar: FilterBar) -> None:
    tops(bar, 900)
    assert bar.minimumSizeHint().width() < 260


def test_the_field_keeps_to_the_room_there_is(bar: FilterBar) -> None:
    for width in (900, 600, 420, 300):
        tops(bar, width)
        field = bar.findChild(FilterField)
        assert field.least_width <= field.width() <= 220

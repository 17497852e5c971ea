"""What happened, what is planned and what is due can be told apart at every zoom; precision is drawn as it is."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from bluebook_desktop.domain.records import Event, EventKind, Status
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.timeline.axis import TimelineAxis
from bluebook_desktop.gui.timeline.entries import entries_of
from bluebook_desktop.gui.timeline.layout import Mark
from bluebook_desktop.gui.timeline.painting import FOOT, HEADER
from bluebook_desktop.gui.timeline.scale import Window, day_number
from tests.gui.timeline.conftest import made_up

HORIZON = day_number("2021-01-01")
LIMITS = Window(day_number("1950-01-01"), day_number("2026-01-01"))
#: A stretch of each zoom; all of them show the last days of 2020.
ZOOMS = {
    "decades": LIMITS,
    "years": Window(day_number("2013-01-01"), day_number("2026-01-01")),
    "year": Window(day_number("2020-01-01"), day_number("2021-07-01")),
    "months": Window(day_number("2020-11-01"), day_number("2021-03-01")),
    "days": Window(day_number("2020-12-18"), day_number("2021-01-05")),
}
PRECISIONS = {
    "day": "2020-12-22",
    "days": "2020-12-21/2020-12-23",
    "month": "2020-12",
    "year": "2020",
    "fiscal year": "2020-04/2021-03",
    "span": "2020-07/2020-12",
    "since": "2018/..",
    "until": "../2020",
}
Show = Callable[..., tuple[TimelineAxis, Mark]]


@pytest.fixture
def show(qtbot: QtBot, theme: Theme) -> Show:
    """Shows one event without a title, so that nothing but its mark is painted."""

    def show(edtf: str, status: Status, window: Window) -> tuple[TimelineAxis, Mark]:
        axis = TimelineAxis(theme)
        qtbot.addWidget(axis)
        axis.resize(900, 120)
        event: Event = replace(made_up(0, edtf, EventKind.INCIDENTS, status), title="")
        axis.set_entries(entries_of([event], HORIZON), LIMITS, HORIZON)
        axis.set_window(window)
        (mark,) = axis.picture.marks
        return axis, mark

    return show


def painted(axis: TimelineAxis, mark: Mark) -> QImage:
    """The mark and nothing else."""
    lane = axis.picture.lanes[0]
    left, right = max(mark.left, axis.scale.left) - 2, min(mark.right, axis.scale.right) + 2
    ratio = axis.devicePixelRatio()
    top = lane.row_middle(mark.row) - 9
    whole = axis.grab().toImage()
    return whole.copy(round(left * ratio), round(top * ratio), round((right - left) * ratio), round(18 * ratio))


def strongly(image: QImage, color: QColor) -> int:
    """How many pixels have nearly a colour."""

    def near(x: int, y: int) -> bool:
        here = image.pixelColor(x, y)
        return all(abs(a - b) < 40 for a, b in zip(here.getRgb()[:3], color.getRgb()[:3], strict=True))

    return sum(near(x, y) for x in range(image.width()) for y in range(image.height()))


@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("precision", PRECISIONS)
def test_the_three_statuses_look_different_at_every_zoom_and_precision(show: Show, zoom: str, precision: str) -> None:
    pictures = [painted(*show(PRECISIONS[precision], status, ZOOMS[zoom])) for status in Status]
    happened, planned, deadline = pictures
    assert happened != planned
    assert happened != deadline
    mark = show(PRECISIONS[precision], Status.PLANNED, ZOOMS[zoom])[1]
    has_end = mark.right < 880 or (mark.left > 100 and not mark.entry.open_start)
    if not mark.entry.open_end and has_end and mark.left > 100:
        assert planned != deadline  # by their ends, where one is in view


@pytest.mark.parametrize("zoom", ZOOMS)
def test_planned_is_dashed_and_has_less_of_its_colour_than_what_happened(show: Show, theme: Theme, zoom: str) -> None:
    color = theme.color("incidents")
    amounts = [
        strongly(painted(*show("2020", status, ZOOMS[zoom])), color) for status in (Status.HAPPENED, Status.PLANNED)
    ]
    assert 0 < amounts[1] < amounts[0] * 0.85


def test_the_outline_of_a_long_planned_bar_is_dashed_without_a_hole(show: Show, theme: Theme) -> None:
    axis, mark = show("2020-12", Status.PLANNED, ZOOMS["days"])
    assert mark.right - mark.left > 600
    image, color = painted(axis, mark), theme.color("incidents")
    outline = [strongly(image.copy(x, 0, 9, 4), color) for x in range(20, image.width() - 30)]
    assert min(outline) > 0


def test_each_precision_is_as_long_as_it_is(show: Show) -> None:
    axis, _ = show("2020", Status.HAPPENED, ZOOMS["year"])
    x = axis.scale.x
    for edtf, first, last in (
        ("2020-12", "2020-12-01", "2021-01-01"),
        ("2020", "2020-01-01", "2021-01-01"),
        ("2020-04/2021-03", "2020-04-01", "2021-04-01"),
        ("2020-07/2020-12", "2020-07-01", "2021-01-01"),
    ):
        _, mark = show(edtf, Status.HAPPENED, ZOOMS["year"])
        assert mark.is_bar
        assert (mark.left, mark.right) == pytest.approx((x(day_number(first)), x(day_number(last))))
    _, mark = show("2020-12-22", Status.HAPPENED, ZOOMS["days"])
    assert not mark.is_bar


def test_what_lies_after_the_texts_period_is_shaded(show: Show, theme: Theme) -> None:
    axis, _ = show("2020-06", Status.HAPPENED, ZOOMS["year"])
    picture = axis.grab().toImage()
    x, y = axis.scale.x(HORIZON), 90
    assert picture.pixelColor(round(x) - 30, y) == theme.color("paper")
    assert picture.pixelColor(round(x) + 30, y) == theme.color("chrome")


def test_an_open_end_fades_after_the_period_and_an_open_start_before_its_end(show: Show, theme: Theme) -> None:
    axis, since = show("2018/..", Status.HAPPENED, ZOOMS["years"])
    assert since.right > axis.scale.x(HORIZON) + 20
    _, until = show("../2020", Status.HAPPENED, ZOOMS["years"])
    image = painted(axis, until)
    assert image.width() > 10
    fading = painted(*show("../2020", Status.HAPPENED, ZOOMS["years"]))
    middle = fading.height() // 2
    lightness = [fading.pixelColor(x, middle).lightness() for x in (4, fading.width() - 8)]
    assert lightness[0] > lightness[1]


def test_the_same_theme_draws_dots_and_bars_once(show: Show) -> None:
    axis, _ = show("2020-12-22", Status.PLANNED, ZOOMS["year"])
    axis.grab()
    sprites = axis._painter.sprites
    assert sprites.dot("incidents", Status.PLANNED) is sprites.dot("incidents", Status.PLANNED)


def test_another_theme_draws_them_anew(show: Show, theme: Theme) -> None:
    axis, mark = show("2020-12-22", Status.HAPPENED, ZOOMS["year"])
    light = painted(axis, mark)
    theme.choose("dark")
    try:
        assert strongly(painted(axis, axis.picture.marks[0]), theme.color("incidents")) > 20
        assert painted(axis, axis.picture.marks[0]) != light
    finally:
        theme.choose("light")


def test_the_lines_of_the_grid_go_straight_down_and_the_shade_begins_at_the_end_of_the_period(
    show: Show, theme: Theme
) -> None:
    axis, _ = show("2020-12-22", Status.HAPPENED, ZOOMS["years"])
    image = axis.grab().toImage()
    top, foot = round(HEADER), round(axis.height() - FOOT)
    for tick in axis.picture.ticks:
        x = round(axis.scale.x(tick.day))
        ends = {image.pixelColor(x, y).name() for y in (top - 5, top - 1, foot - 1)}
        assert ends == {theme.color("rule").name()}
    before, after = (round(axis.scale.x(HORIZON) + beside) for beside in (-6, 6))
    below_the_mark = range(round(axis.picture.lanes[0].row_middle(1)), foot)
    assert {image.pixelColor(before, y).name() for y in below_the_mark} == {theme.color("paper").name()}
    assert {image.pixelColor(after, y).name() for y in range(top + 2, foot)} == {theme.color("chrome").name()}

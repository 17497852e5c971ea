"""The events as rows."""

from dataclasses import replace

from PySide6.QtCore import Qt

from bluebook_desktop.gui.timeline.entries import entries_of
from bluebook_desktop.gui.timeline.model import Column, TimelineModel
from bluebook_desktop.gui.timeline.scale import day_number
from bluebook_desktop.services.sections import OpenSection
from tests.gui.timeline.conftest import made_up


def model_of(section: OpenSection) -> TimelineModel:
    model = TimelineModel()
    model.set_entries(entries_of(section.records.events, day_number("2021-01-01")))
    return model


def column(model: TimelineModel, number: Column) -> list[str]:
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def test_the_first_order_is_that_of_time(section: OpenSection) -> None:
    dates = column(model_of(section), Column.WHEN)
    assert dates[0] == "Jun 1950"
    assert dates[-1] == "FY2023"


def test_a_row_tells_date_title_kind_and_paragraph(section: OpenSection) -> None:
    model = model_of(section)
    row = model.row_of("sma-validity-end")
    assert row is not None
    assert [model.index(row, one).data() for one in Column] == [
        "31 Mar 2022",
        f"{section.events['sma-validity-end'].title} (deadline)",
        "Agreements",
        "27",
    ]


def test_every_column_sorts_both_ways(section: OpenSection) -> None:
    model = model_of(section)
    model.sort(Column.PASSAGE)
    numbers = [int(one) for one in column(model, Column.PASSAGE)]
    assert numbers == sorted(numbers)
    model.sort(Column.PASSAGE, Qt.SortOrder.DescendingOrder)
    assert [int(one) for one in column(model, Column.PASSAGE)] == numbers[::-1]
    model.sort(Column.KIND)
    assert column(model, Column.KIND)[0] == "Diplomacy"
    assert column(model, Column.KIND)[-1] == "Incidents"
    model.sort(Column.WHAT)
    titles = [one.strip("“").casefold() for one in column(model, Column.WHAT)]
    assert titles == sorted(titles)


def test_the_sorted_column_says_so_in_its_heading(section: OpenSection) -> None:
    model = model_of(section)

    def headings() -> list[object]:
        return [model.headerData(one, Qt.Orientation.Horizontal) for one in Column]

    assert headings() == ["When ↑", "What", "Kind", "¶"]
    model.sort(Column.KIND, Qt.SortOrder.DescendingOrder)
    assert headings() == ["When", "What", "Kind ↓", "¶"]


def test_every_cell_has_words_for_a_screen_reader(section: OpenSection) -> None:
    model = model_of(section)
    for row in range(model.rowCount()):
        for one in Column:
            assert model.index(row, one).data(Qt.ItemDataRole.AccessibleTextRole)
    row = model.row_of("treaty-signed")
    assert row is not None
    assert [model.index(row, one).data(Qt.ItemDataRole.AccessibleTextRole) for one in Column] == [
        "19 January 1960, Japan-U.S. Security Treaty signed, Agreements, paragraph 3",
        "What: Japan-U.S. Security Treaty signed",
        "Kind: Agreements",
        "Paragraph 3",
    ]


def test_every_row_has_a_name_of_its_own(section: OpenSection) -> None:
    model = model_of(section)
    names = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert len(set(names)) == len(names)


def test_headings_say_in_words_how_the_list_is_sorted(section: OpenSection) -> None:
    model = model_of(section)
    model.sort(Column.PASSAGE, Qt.SortOrder.DescendingOrder)
    said = [model.headerData(one, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole) for one in Column]
    assert said == ["When", "What", "Kind", "Paragraph, sorted, falling"]


def test_a_tip_is_never_taken_for_markup(section: OpenSection) -> None:
    model = TimelineModel()
    event = replace(made_up(1, "2020-03"), title="<b>bold</b>")
    model.set_entries(entries_of([event], day_number("2021-01-01")))
    tip = model.index(0, Column.WHAT).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;bold" in tip
    assert "March 2020 · to the month" in tip

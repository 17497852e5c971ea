"""What a screen reader gets of the timeline, asked through Qt's accessibility interfaces as it asks."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bluebook_desktop.domain.dates import describe
from bluebook_desktop.gui.timeline.panel import TimelinePanel
from bluebook_desktop.services.sections import OpenSection
from tests.gui.timeline.conftest import choose, reference


def interface_of(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def name_of(interface: QAccessibleInterface) -> str:
    return interface.text(QAccessible.Text.Name)


def cells(panel: TimelinePanel) -> list[str]:
    """The names of all cells of the list and of its headings."""
    table = interface_of(panel._table)
    children = [table.child(number) for number in range(table.childCount())]
    return [name_of(one) for one in children if one is not None and one.role() == QAccessible.Role.Cell]


def test_every_event_is_a_row_whose_name_says_all_of_it(panel: TimelinePanel, section: OpenSection) -> None:
    names = cells(panel)
    for event in section.records.events:
        told = [one for one in names if one.startswith(describe(event.date.span, full=True)) and event.title in one]
        assert len(told) == 1, event.title
        assert told[0].endswith(f"paragraph {event.date_excerpt.passage}")
        assert ("(planned)" in told[0], "(deadline)" in told[0]) == (
            event.status == "planned",
            event.status == "deadline",
        )


def test_no_cell_is_without_a_name(panel: TimelinePanel) -> None:
    assert all(cells(panel))


def test_every_row_of_the_list_is_called_by_its_date_and_title(panel: TimelinePanel, section: OpenSection) -> None:
    table = interface_of(panel._table)
    children = [table.child(number) for number in range(table.childCount())]
    names = [name_of(one) for one in children if one is not None and one.role() == QAccessible.Role.RowHeader]
    assert sorted(names) == sorted(
        f"{describe(event.date.span, full=True)}, {event.title}" for event in section.records.events
    )
    assert len(set(names)) == len(names)


def test_headings_are_read_without_arrows_and_signs(panel: TimelinePanel) -> None:
    table = interface_of(panel._table)
    children = [table.child(number) for number in range(table.childCount())]
    headings = [name_of(one) for one in children if one is not None and one.role() == QAccessible.Role.ColumnHeader]
    assert headings == ["When, sorted, rising", "What", "Kind", "Paragraph"]


def test_controls_have_distinct_names(panel: TimelinePanel) -> None:
    controls = [*panel._filters._menus.values(), panel._filters._field, panel._filters._clear]
    controls += [panel._zoom.wider, panel._zoom.closer, panel._zoom.fit, panel._axis, panel._overview, panel._table]
    names = [name_of(interface_of(one)) for one in controls]
    assert all(names)
    assert len(set(names)) == len(names)


def test_a_filter_says_what_it_is_set_to_and_its_lines_how_many_they_leave(panel: TimelinePanel) -> None:
    choose(panel, "Kind", "Realignment")
    button = panel._filters._menus["kind"]
    assert name_of(interface_of(button)) == "Kind: Realignment"
    menu = interface_of(button.menu())
    lines = [menu.child(number) for number in range(menu.childCount())]
    names = [" ".join(name_of(one).split()) for one in lines if one.role() != QAccessible.Role.Separator]
    assert names[:2] == ["All kinds 51", "Diplomacy 18"]


def test_the_axis_says_which_time_it_shows_and_what_is_selected(qtbot: QtBot, panel: TimelinePanel) -> None:
    axis = interface_of(panel._axis)
    assert axis.text(QAccessible.Text.Description) == "Shows 2013 – 2024"
    panel.select(reference("treaty-signed"))
    assert "Selected: 19 January 1960, Japan-U.S. Security Treaty signed" in axis.text(QAccessible.Text.Description)


def test_the_event_that_the_keyboard_is_on_is_selected_for_a_screen_reader_too(
    qtbot: QtBot, panel: TimelinePanel
) -> None:
    panel._table.setFocus()
    qtbot.keyClick(panel._table, Qt.Key.Key_Down)
    focus = interface_of(panel._table).focusChild()
    assert focus is not None
    assert name_of(focus).startswith("June 1950, Start of the Korean War, Incidents")
    assert focus.state().selected

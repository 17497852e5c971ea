"""The facility table as a user meets it, with the real section."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHeaderView, QLabel, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from bluebook_desktop.domain.records import Facility, Origin
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.gui.facilities.canvas import MapCanvas
from bluebook_desktop.gui.facilities.panel import FacilitiesPanel
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.widgets.menu_chip import MenuChip
from bluebook_desktop.services.sections import OpenSection

SECTION = "2021-en/4.2.2"
UNC_SEVEN = {
    "Camp Zama",
    "U.S. Fleet Activities, Yokosuka",
    "U.S. Fleet Activities, Sasebo",
    "Yokota Air Base",
    "Kadena Air Base",
    "Marine Corps Air Station Futenma",
    "White Beach Area",
}


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, section: OpenSection) -> FacilitiesPanel:
    panel = FacilitiesPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(680, 660)
    panel.set_section(section)
    panel.show()
    return panel


def table_of(panel: FacilitiesPanel) -> QTableView:
    return panel.findChild(QTableView)


def names(panel: FacilitiesPanel) -> list[str]:
    model = table_of(panel).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def row_of(panel: FacilitiesPanel, name: str) -> int:
    return names(panel).index(name)


def click_chip(qtbot: QtBot, panel: FacilitiesPanel, beginning: str) -> None:
    chip = next(one for one in panel.findChildren(QPushButton) if one.text().startswith(beginning))
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)


def click_row(qtbot: QtBot, panel: FacilitiesPanel, name: str) -> None:
    table = table_of(panel)
    rect = table.visualRect(table.model().index(row_of(panel, name), 0))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def listen(panel: FacilitiesPanel) -> list[Reference]:
    told: list[Reference] = []
    panel.selected.connect(told.append)
    return told


def reference(id_: str) -> Reference:
    return Reference(Kind.FACILITY, SECTION, id_)


def test_shows_all_fourteen_facilities_by_name(panel: FacilitiesPanel) -> None:
    assert len(names(panel)) == 14
    assert names(panel) == sorted(names(panel), key=str.lower)
    assert panel.status == "Facilities: 14"


def test_each_row_says_kind_place_facts_and_mentions(panel: FacilitiesPanel) -> None:
    model, row = table_of(panel).model(), row_of(panel, "Northern Training Area")
    cells = [model.index(row, column).data() for column in range(5)]
    assert cells == [
        "Northern Training Area",
        "Area",
        "Okinawa",
        "A major portion returned, approximately 4,000 hectares",
        "1",
    ]


def test_the_heading_of_where_says_that_it_is_added(panel: FacilitiesPanel) -> None:
    header = table_of(panel).model().headerData(2, Qt.Orientation.Horizontal)
    assert header == "Where (added)"


def test_the_chips_count_and_filter(qtbot: QtBot, panel: FacilitiesPanel) -> None:
    chips = [one.text() for one in panel.findChildren(QPushButton) if one.isCheckable()]
    assert chips == ["All 14", "UNC may use 7", "Returned 2", "Planned 1"]
    click_chip(qtbot, panel, "UNC may use")
    assert set(names(panel)) == UNC_SEVEN
    assert panel.status == "Facilities: 7 of 14"
    click_chip(qtbot, panel, "Planned")
    assert names(panel) == ["Futenma Replacement Facility"]


def menu_entries(panel: FacilitiesPanel, name: str) -> list[str]:
    return [one.text() for one in menu_of(panel, name).menu().actions() if not one.isSeparator()]


def menu_of(panel: FacilitiesPanel, name: str) -> MenuChip:
    return next(one for one in panel.findChildren(MenuChip) if one.accessibleName().startswith(name))


def choose(panel: FacilitiesPanel, name: str, beginning: str) -> None:
    menu = menu_of(panel, name).menu()
    next(one for one in menu.actions() if one.text().startswith(beginning)).trigger()


def test_kind_and_prefecture_filter_with_counts_that_follow_each_other(qtbot: QtBot, panel: FacilitiesPanel) -> None:
    prefectures = ["Kanagawa\t2", "Nagasaki\t1", "Okinawa\t10", "Tokyo\t1"]
    assert menu_entries(panel, "Where (added)") == ["Everywhere\t14", *prefectures]
    assert menu_entries(panel, "Kind") == ["All kinds\t14", "Facility\t7", "Area\t5", "Part\t1", "Planned\t1"]
    choose(panel, "Where (added)", "Okinawa")
    assert menu_entries(panel, "Kind")[1] == "Facility\t3"
    choose(panel, "Kind", "Facility")
    assert set(names(panel)) == {"Camp Zukeran", "Kadena Air Base", "Marine Corps Air Station Futenma"}
    assert menu_entries(panel, "Where (added)")[1] == "Kanagawa\t2"
    click_chip(qtbot, panel, "Returned")
    assert names(panel) == []
    messages = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert messages == ["No facility matches all filters."]
    next(one for one in panel.findChildren(QPushButton) if one.text() == "Clear all filters").click()
    assert len(names(panel)) == 14
    assert table_of(panel).hasFocus() or not panel.isActiveWindow()
    choose(panel, "Where (added)", "Okinawa")
    panel.select(reference("sasebo"))
    assert len(names(panel)) == 14


def test_kind_and_place_are_restored_and_nonsense_is_passed_over(panel: FacilitiesPanel) -> None:
    panel.restore({"kind": "area", "place": "Okinawa"})
    assert len(names(panel)) == 5
    assert (panel.state()["kind"], panel.state()["place"]) == ("area", "Okinawa")
    panel.restore({"kind": "castle", "place": 3})
    assert panel.state()["kind"] == ""


def test_what_has_no_known_place_can_be_asked_for(panel: FacilitiesPanel, section: OpenSection) -> None:
    lost = replace(section.facilities["henoko"], where=None, latitude=None, longitude=None)
    panel.set_section(with_facilities(section, (lost, section.facilities["yokota"])))
    assert menu_entries(panel, "Where (added)") == ["Everywhere\t2", "Tokyo\t1", "Not known\t1"]
    choose(panel, "Where (added)", "Not known")
    assert names(panel) == ["Henoko"]


def test_every_cell_tells_a_screen_reader_whose_it_is(panel: FacilitiesPanel) -> None:
    model = table_of(panel).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [str(model.index(row, column).data(role)) for row in range(14) for column in range(5)]
    assert len(set(said)) == len(said)
    assert "Henoko, Kind: Area" in said
    row_names = [model.headerData(row, Qt.Orientation.Vertical) for row in range(14)]
    assert row_names == names(panel)
    source = "General knowledge of the editors of this program, positions rounded; not in the text"
    assert f"Henoko, Where (added): Nago, Okinawa (added: {source})" in said
    assert [model.headerData(column, Qt.Orientation.Horizontal, role) for column in range(5)] == [
        "Name, sorted, rising",
        *("Kind", "Where (added)", "The text says", "Mentions"),
    ]


def test_list_and_map_say_the_same_words_of_every_facility(panel: FacilitiesPanel, section: OpenSection) -> None:
    model = table_of(panel).model()
    spoken = QAccessible.queryAccessibleInterface(panel.findChild(MapCanvas))
    for row in range(14):
        index = model.index(row, 0)
        table_of(panel).setCurrentIndex(index)
        said = index.data(Qt.ItemDataRole.AccessibleTextRole)
        assert said.startswith(f"{index.data()}, ")
        assert spoken.text(QAccessible.Text.Description).endswith(f"Selected: {said}")


def test_a_section_without_facilities_says_how_to_go_on_and_shows_no_empty_map(
    panel: FacilitiesPanel, section: OpenSection
) -> None:
    panel.set_section(with_facilities(section, ()))
    messages = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert messages[0].startswith("This section names no facility of the U.S. Forces in Japan")
    assert not panel.findChild(MapCanvas).isVisible()
    panel.set_section(section)
    assert panel.findChild(MapCanvas).isVisible()


def test_what_the_program_found_is_said_in_the_status(panel: FacilitiesPanel, section: OpenSection) -> None:
    other = with_facilities(section, section.records.facilities)
    origins = {("facility", one.id): Origin("a rule", 0.9) for one in section.records.facilities[:2]}
    other.__dict__["records"] = replace(section.records, origins=origins)
    panel.set_section(other)
    assert panel.status == "Facilities: 14 · 2 of them found by the program"


def with_facilities(section: OpenSection, facilities: tuple[Facility, ...]) -> OpenSection:
    other = OpenSection(section._library, section.edition, section.section)
    other.__dict__["records"] = replace(section.records, facilities=facilities)
    return other


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("fleet sasebo", {"U.S. Fleet Activities, Sasebo"}),
        ("NTA", {"Northern Training Area"}),
        ("firefighting", {"Marine Corps Air Station Futenma"}),
        ("11 hectares", {"Facilities and Engineering Compound in Camp Zukeran"}),
        ("kanagawa", {"Camp Zama", "U.S. Fleet Activities, Yokosuka"}),
    ],
)
def test_the_filter_finds_names_aliases_facts_and_places(
    qtbot: QtBot, panel: FacilitiesPanel, typed: str, found: set[str]
) -> None:
    panel.focus_filter()
    qtbot.keyClicks(panel.findChild(QLineEdit), typed)
    assert set(names(panel)) == found


def test_a_filter_that_finds_nothing_names_the_word_that_failed(qtbot: QtBot, panel: FacilitiesPanel) -> None:
    qtbot.keyClicks(panel.findChild(QLineEdit), "zukeran xyz")
    messages = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert messages == ["No facility of this section has “xyz”."]


def test_escape_empties_the_filter(qtbot: QtBot, panel: FacilitiesPanel) -> None:
    field = panel.findChild(QLineEdit)
    qtbot.keyClicks(field, "zama")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert len(names(panel)) == 14


def test_a_click_on_a_heading_sorts_and_a_second_turns_the_order(qtbot: QtBot, panel: FacilitiesPanel) -> None:
    header: QHeaderView = table_of(panel).horizontalHeader()
    at = QPoint(header.sectionViewportPosition(4) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    model = table_of(panel).model()
    assert names(panel)[0] == "Marine Corps Air Station Futenma"
    assert model.headerData(4, Qt.Orientation.Horizontal) == "Mentions ↓"
    counts = [int(model.index(row, 4).data()) for row in range(14)]
    assert counts == sorted(counts, reverse=True)


def test_a_click_tells_which_facility_was_selected(qtbot: QtBot, panel: FacilitiesPanel) -> None:
    told = listen(panel)
    click_row(qtbot, panel, "Camp Zama")
    assert told == [reference("camp-zama")]


def test_a_second_click_on_the_selected_row_tells_it_again(qtbot: QtBot, panel: FacilitiesPanel) -> None:
    panel.select(reference("camp-zama"))
    told = listen(panel)
    click_row(qtbot, panel, "Camp Zama")
    assert told == [reference("camp-zama")]


def test_the_arrow_keys_walk_and_enter_reads(qtbot: QtBot, panel: FacilitiesPanel) -> None:
    told = listen(panel)
    panel.select(reference("camp-zama"))
    qtbot.keyClick(table_of(panel), Qt.Key.Key_Down)
    assert told == [reference("camp-zukeran")]
    with qtbot.waitSignal(panel.read_requested) as read:
        qtbot.keyClick(table_of(panel), Qt.Key.Key_Return)
    assert read.args == [reference("camp-zukeran")]


def test_home_and_end_go_to_the_first_and_last_row(qtbot: QtBot, panel: FacilitiesPanel) -> None:
    told = listen(panel)
    qtbot.keyClick(table_of(panel), Qt.Key.Key_End)
    qtbot.keyClick(table_of(panel), Qt.Key.Key_Home)
    assert told == [reference("yokota"), reference("camp-schwab-henokosaki")]


def test_typing_ahead_finds_a_name(qtbot: QtBot, panel: FacilitiesPanel) -> None:
    told = listen(panel)
    qtbot.keyClicks(table_of(panel), "kad")
    assert told[-1] == reference("kadena")


def test_a_double_click_reads(qtbot: QtBot, panel: FacilitiesPanel) -> None:
    table = table_of(panel)
    rect = table.visualRect(table.model().index(row_of(panel, "Henoko"), 0))
    with qtbot.waitSignal(panel.read_requested) as read:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert read.args == [reference("henoko")]


def test_selecting_from_outside_tells_nobody(panel: FacilitiesPanel) -> None:
    told = listen(panel)
    panel.select(reference("yokota"))
    assert table_of(panel).currentIndex().data() == "Yokota Air Base"
    panel.select(None)
    assert not table_of(panel).selectedIndexes()
    assert told == []


def test_selecting_what_is_filtered_out_brings_all_rows_back(qtbot: QtBot, panel: FacilitiesPanel) -> None:
    click_chip(qtbot, panel, "Planned")
    panel.select(reference("yokota"))
    assert table_of(panel).currentIndex().data() == "Yokota Air Base"
    assert panel.status == "Facilities: 14"


def test_filtering_keeps_the_selection_and_tells_nobody(qtbot: QtBot, panel: FacilitiesPanel) -> None:
    panel.select(reference("yokota"))
    told = listen(panel)
    click_chip(qtbot, panel, "UNC may use")
    assert table_of(panel).currentIndex().data() == "Yokota Air Base"
    click_chip(qtbot, panel, "Returned")
    assert not table_of(panel).selectedIndexes()
    assert told == []


def test_chip_filter_and_order_are_restored(qtbot: QtBot, theme: Theme, section: OpenSection) -> None:
    first, second = FacilitiesPanel(theme), FacilitiesPanel(theme)
    for panel in (first, second):
        qtbot.addWidget(panel)
        panel.set_section(section)
    first.restore({"chip": "unc", "filter": "okinawa", "sort": "mentions", "descending": True})
    second.restore(first.state())
    assert names(second)[0] == "Marine Corps Air Station Futenma"
    assert set(names(second)) == {"Marine Corps Air Station Futenma", "Kadena Air Base", "White Beach Area"}


def test_a_state_that_makes_no_sense_is_passed_over(panel: FacilitiesPanel) -> None:
    panel.restore({"chip": 7, "filter": None, "sort": "price", "descending": "yes"})
    assert len(names(panel)) == 14


@pytest.mark.parametrize("width", [600, 680, 1320])
def test_the_columns_fill_the_width_and_never_more(qtbot: QtBot, panel: FacilitiesPanel, width: int) -> None:
    panel.resize(width, 660)
    table = table_of(panel)
    qtbot.waitUntil(lambda: table.width() == width)
    assert sum(table.columnWidth(column) for column in range(5)) == table.viewport().width()


def test_a_filter_leaves_columns_and_rows_as_they_are_whether_the_scroll_bar_stays_or_not(
    qtbot: QtBot, panel: FacilitiesPanel
) -> None:
    table = panel.findChild(QTableView)

    def sizes() -> tuple[list[int], dict[str, int]]:
        model = table.model()
        rows = range(model.rowCount())
        places = [table.columnViewportPosition(column) for column in range(model.columnCount())]
        return places, {str(model.index(row, 0).data()): table.rowHeight(row) for row in rows}

    places, heights = sizes()
    assert table.verticalScrollBar().isVisible()
    assert len(set(heights.values())) > 1
    field = panel.findChild(QLineEdit)
    qtbot.keyClicks(field, "futenma")
    fewer_places, fewer = sizes()
    assert not table.verticalScrollBar().isVisible()
    assert fewer_places == places
    assert len(fewer) < len(heights)
    assert fewer.items() <= heights.items()
    field.clear()
    assert sizes() == (places, heights)


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_below_the_last_row_is_paper(
    panel: FacilitiesPanel, theme: Theme, in_theme: Callable[[str], None], choice: str
) -> None:
    in_theme(choice)
    panel.restore({"map": False})
    panel.resize(1320, 1200)
    image = panel.grab().toImage()
    for x in (4, image.width() // 2, image.width() - 4):
        shown, paper = image.pixelColor(x, image.height() - 20), theme.color("paper")
        assert abs(shown.lightness() - paper.lightness()) < 9  # displays of 16 bits round

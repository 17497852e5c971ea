"""Going and coming back over all tabs, and the one selection that they share."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QToolButton

from bluebook_desktop.domain.references import Kind, parse_locator
from bluebook_desktop.gui.details.panel import DetailsPanel
from bluebook_desktop.gui.facilities.canvas import MapCanvas
from bluebook_desktop.gui.timeline.axis import TimelineAxis
from bluebook_desktop.gui.widgets.links import LinkButton

from .hands import Hands, settle


def row_text(hands: Hands) -> str:
    """What the selected row of the open tab says."""
    view = hands.rows_view()
    return " ".join(str(index.data()) for index in view.selectionModel().selectedIndexes())


def test_at_first_there_is_nowhere_to_go_back_to(hands: Hands) -> None:
    top = hands.window.workspace.top
    assert not top.back.isEnabled()
    assert not top.forward.isEnabled()
    hands.press("Alt+Left")
    assert (hands.tab, hands.top()) == ("reader", 1)


def test_back_and_forward_lead_over_tabs_and_places(hands: Hands) -> None:
    hands.window.open_locator(parse_locator("bluebook:2021-en/4.2.2/12"))
    hands.press("Ctrl+2")
    hands.press("Ctrl+4")
    seen = []
    for _ in range(3):
        hands.press("Alt+Left")
        seen.append((hands.tab, hands.top()))
    assert seen == [("timeline", 12), ("reader", 12), ("reader", 1)]
    seen = []
    for _ in range(3):
        hands.press("Alt+Right")
        seen.append(hands.tab)
    assert seen == ["reader", "timeline", "quotations"]


def test_the_buttons_do_what_the_keys_do(hands: Hands) -> None:
    top = hands.window.workspace.top
    hands.click_tab("Timeline")
    hands.click(top.back)
    assert hands.tab == "reader"
    hands.click(top.forward)
    assert hands.tab == "timeline"
    assert (top.back.isEnabled(), top.forward.isEnabled()) == (True, False)


@pytest.mark.parametrize("tab", ["reader", "timeline", "facilities", "quotations"])
def test_the_mouses_own_buttons_go_back_and_forward_wherever_it_is(hands: Hands, tab: str) -> None:
    other = "timeline" if tab == "reader" else "reader"
    hands.do(other)
    hands.do(tab)
    centre = hands.window.workspace.centre
    view = centre.reader.view if tab == "reader" else hands.rows_view()
    hands.click(view.viewport(), button=Qt.MouseButton.BackButton)
    assert hands.tab == other
    hands.click(hands.contents.viewport(), button=Qt.MouseButton.ForwardButton)
    assert hands.tab == tab
    assert hands.window.workspace.navigator.selection is None


def test_coming_back_to_the_text_finds_it_where_it_was_scrolled_to(hands: Hands) -> None:
    bar = hands.window.reader.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    top = hands.top()
    hands.press("Ctrl+3")
    hands.press("Alt+Left")
    assert hands.top() == top


def test_a_tab_opened_by_arrow_keys_is_a_step_too(hands: Hands) -> None:
    bar = next(one for one in hands.window.findChildren(QTabBar) if one.accessibleName() == "Views")
    bar.setFocus()
    hands.press("Right", times=2)
    assert hands.tab == "facilities"
    hands.click(hands.window.workspace.top.back)
    assert hands.tab == "timeline"
    hands.click(hands.window.workspace.top.back)
    assert hands.tab == "reader"


def test_selecting_a_row_shows_its_details_with_the_excerpt(hands: Hands) -> None:
    hands.do("timeline")
    hands.pick_row(0)
    assert "¶ " in hands.details()
    assert "Read in place" in hands.details()


@pytest.mark.parametrize("tab", ["timeline", "facilities", "quotations"])
def test_read_in_place_marks_the_words_in_the_text(hands: Hands, tab: str) -> None:
    hands.do(tab)
    hands.pick_row(1)
    selected = hands.window.workspace.navigator.selection
    excerpt = hands.window._section.main_excerpt(selected)
    hands.click(hands.button("Read in place"))
    assert hands.tab == "reader"
    assert hands.marked("accent_soft") == [excerpt.exact]
    assert hands.sees(excerpt.passage, excerpt.exact[:20])
    hands.press("Alt+Left")
    assert hands.tab == tab
    assert hands.window.workspace.navigator.selection == selected
    assert row_text(hands)


@pytest.mark.parametrize(("tab", "row"), [("timeline", 3), ("facilities", 0), ("quotations", 2)])
def test_enter_on_a_row_reads_it_in_place(hands: Hands, tab: str, row: int) -> None:
    hands.do(tab)
    hands.pick_row(row)
    hands.press("Enter")
    assert hands.tab == "reader"
    assert hands.marked("accent_soft")


def test_a_word_of_the_text_leads_to_its_record_on_the_timeline(hands: Hands) -> None:
    hands.click_words(1, "2020")
    selection = hands.window.workspace.navigator.selection
    assert selection.kind is Kind.EVENT
    assert "2020" in hands.details()
    hands.click(hands.button("On timeline"))
    assert hands.tab == "timeline"
    assert row_text(hands)
    assert hands.window.workspace.navigator.selection == selection


def test_the_record_tabs_share_one_selection(hands: Hands) -> None:
    hands.do("facilities")
    hands.pick_row(4)
    facility = row_text(hands)
    hands.do("timeline")
    assert row_text(hands) == ""
    assert hands.window.workspace.navigator.selection.kind is Kind.FACILITY
    hands.do("facilities")
    assert row_text(hands) == facility
    hands.do("timeline")
    hands.pick_row(0)
    hands.do("facilities")
    assert row_text(hands) == ""


def test_back_brings_the_former_selection_back(hands: Hands) -> None:
    hands.do("quotations")
    hands.pick_row(0)
    first = row_text(hands)
    hands.pick_row(3)
    hands.press("Alt+Left")
    assert row_text(hands) == first


def test_a_margin_number_selects_its_passage(hands: Hands) -> None:
    from PySide6.QtCore import QPoint

    at = hands.point_of(1, "Under the security")
    left = int(hands.window.reader.view.column.left) - 40
    hands.click(hands.window.reader.view.viewport(), QPoint(left, at.y()))
    assert hands.window.workspace.navigator.selection.number == 1
    assert "¶ 1" in hands.details()


def test_ctrl_i_shows_the_details_of_the_passage_that_is_read(hands: Hands) -> None:
    hands.window.open_locator(parse_locator("bluebook:2021-en/4.2.2/8"))
    hands.press("Ctrl+D")
    hands.press("Ctrl+I")
    assert "Trump" in hands.details()


def test_back_after_each_way_of_going_leads_to_where_the_reader_was(hands: Hands) -> None:
    section = hands.window._section
    navigator = hands.window.workspace.navigator
    mention = next(iter(section.facilities.values())).mentions[-1]
    for go in (
        lambda: hands.window.open_locator(parse_locator("bluebook:2021-en/4.2.2/12")),
        lambda: navigator.read_excerpt(mention),
        lambda: hands.contents.heading_chosen.emit(section.document.headings[6].position),
        lambda: hands.window.open_locator(parse_locator("bluebook:2021-en/4.2.2/30")),
        navigator.read_beginning,
    ):
        before = hands.top()
        go()
        settle()
        assert hands.top() != before
        there = hands.top()
        hands.press("Alt+Left")
        assert hands.top() == before
        hands.press("Alt+Right")
        assert hands.top() == there


# Pointers printed in the text


def test_a_pointer_of_the_text_leads_to_its_heading_and_back(hands: Hands) -> None:
    hands.click_words(1, "Special Feature page")
    assert hands.tab == "reader"
    assert hands.heading.startswith("Sixtieth Anniversary")
    assert hands.sees(2, "Prime Minister Kishi") or hands.top() == 2
    hands.press("Alt+Left")
    assert hands.top() == 1
    assert hands.sees(1, "Special Feature page")
    hands.press("Alt+Right")
    assert hands.heading.startswith("Sixtieth Anniversary")


def test_enter_on_a_pointer_follows_it(hands: Hands) -> None:
    hands.press("Alt+Down", times=3)
    hands.press("Return")
    assert hands.heading.startswith("Sixtieth Anniversary")
    assert hands.window.workspace.navigator.selection is None


def test_a_pointer_in_details_leads_there_too(hands: Hands) -> None:
    hands.window.open_locator(parse_locator("bluebook:2021-en/4.2.2/29"))
    hands.press("Ctrl+I")
    panel = hands.window.findChild(DetailsPanel)
    hands.click(next(one for one in panel.findChildren(LinkButton) if one.words.startswith("see the Column")))
    assert hands.heading.startswith("Project to Promote Exchanges")
    hands.press("Alt+Left")
    assert hands.top() == 29


@pytest.mark.parametrize(
    ("button", "tab", "kind"), [("On timeline", "timeline", Kind.EVENT), ("On map", "facilities", Kind.FACILITY)]
)
def test_a_passage_leads_to_its_events_and_facilities(hands: Hands, button: str, tab: str, kind: Kind) -> None:
    hands.window.open_locator(parse_locator("bluebook:2021-en/4.2.2/35"))
    hands.press("Ctrl+I")
    hands.click(hands.button(button))
    assert hands.tab == tab
    selection = hands.window.workspace.navigator.selection
    assert selection.kind is kind
    section = hands.window._section
    assert selection in [one for _, one in section.references_by_passage[35]]
    assert row_text(hands)
    hands.press("Alt+Left")
    assert (hands.tab, hands.top()) == ("reader", 35)


def test_on_map_shows_the_map_where_it_was_hidden(hands: Hands) -> None:
    hands.do("facilities")
    panel = hands.window.workspace.centre.panel("facilities")
    hands.click(next(one for one in panel.findChildren(QToolButton) if one.accessibleName() == "Hide the map"))
    assert not panel.findChild(MapCanvas).isVisible()
    hands.window.open_locator(parse_locator("bluebook:2021-en/4.2.2/35"))
    hands.press("Ctrl+I")
    hands.click(hands.button("On map"))
    assert panel.findChild(MapCanvas).isVisible()


def test_on_timeline_shows_all_events_of_a_passage_with_the_first_one_selected(hands: Hands) -> None:
    hands.window.open_locator(parse_locator("bluebook:2021-en/4.2.2/35"))
    hands.press("Ctrl+I")
    hands.click(hands.button("On timeline"))
    section = hands.window._section
    ids = [one.id for _, one in section.references_by_passage[35] if one.kind is Kind.EVENT]
    axis = hands.window.findChild(TimelineAxis)
    shown = axis.window_shown
    for id_ in ids:
        entry = hands.window.workspace.centre.panel("timeline")._find(id_)
        assert shown.first <= entry.first
        assert entry.last <= shown.last
    assert shown.last - shown.first < 20 * 366
    assert hands.window.workspace.navigator.selection.id == ids[0]

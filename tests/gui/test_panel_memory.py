"""How the tabs were left is how they are found again."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton

from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.settings import Settings

from .conftest import MakeWindow
from .hands import Hands, settle

SECTION = "2021-en/4.2.2"


def test_chips_orders_and_zoom_are_as_they_were_left_and_words_are_not(make_window: MakeWindow) -> None:
    settings = Settings(None)
    first = make_window(settings)
    panel = first.workspace.centre.panel("facilities")
    panel.restore({"chip": "unc", "sort": "mentions", "filter": "camp", "map_look": [139.5, 38.0, 90.0]})
    first.remember()
    second = make_window(settings).workspace.centre.panel("facilities")
    state = second.state()
    assert (state["chip"], state["sort"], state["filter"]) == ("unc", "mentions", "")
    assert state["map_look"][2] == 90.0


def test_a_tab_that_was_not_opened_keeps_what_was_remembered(make_window: MakeWindow) -> None:
    settings = Settings(None)
    settings.set("panels", {"quotations": {"chip": "terms"}})
    window = make_window(settings)
    window.remember()
    assert settings.get("panels") == {"quotations": {"chip": "terms"}}
    assert window.workspace.centre.panel("quotations").status == "Quotations: 13 terms"


def test_a_tab_that_was_made_ready_but_not_opened_keeps_what_was_remembered(make_window: MakeWindow) -> None:
    settings = Settings(None)
    kept = {"timeline": {"splitter": [420, 130]}, "facilities": {"map_share": 0.7}}
    settings.set("panels", kept)
    window = make_window(settings)
    for _ in window.preparing():
        pass
    window.remember()
    assert settings.get("panels") == kept


def test_what_is_selected_is_shown_whatever_was_remembered(make_window: MakeWindow) -> None:
    settings = Settings(None)
    settings.set("panels", {"quotations": {"chip": "terms"}})
    window = make_window(settings)
    window.workspace.navigator.show_on("quotations", Reference(Kind.QUOTATION, SECTION, "alliance-of-hope"))
    assert window.workspace.centre.panel("quotations").status == "Quotations: 7 statements"


@pytest.mark.parametrize(
    "left", [{"facilities": 3}, {"facilities": {"chip": []}}, {"quotations": {"dates": {}}}, {1: 2}]
)
def test_what_makes_no_sense_is_passed_over(make_window: MakeWindow, left: dict[object, object]) -> None:
    settings = Settings(None)
    settings.set("panels", left)
    window = make_window(settings)
    for tab in ("facilities", "quotations", "people", "timeline"):
        assert window.workspace.centre.panel(tab).status


def choose_kind(hands: Hands, words: str) -> None:
    panel = hands.window.workspace.centre.panel("timeline")
    button = next(one for one in panel.findChildren(QPushButton) if one.accessibleName().startswith("Kind: "))
    next(one for one in button.menu().actions() if one.text().startswith(words)).trigger()
    settle()


def kind_of(hands: Hands) -> str:
    panel = hands.window.workspace.centre.panel("timeline")
    return next(one.text() for one in panel.findChildren(QPushButton) if one.accessibleName().startswith("Kind: "))


def test_filters_of_a_tab_come_back_with_the_next_run(qtbot, make_window: MakeWindow, tmp_path: Path) -> None:
    file = tmp_path / "settings.conf"
    hands = Hands(make_window(Settings(file)), qtbot)
    hands.do("timeline")
    choose_kind(hands, "Defence")
    hands.press("Ctrl+F")
    hands.write("cabinet")
    rows = hands.rows_view().model().rowCount()
    hands.window.close()
    hands = Hands(make_window(Settings(file)), qtbot)
    assert hands.tab == "timeline"
    assert kind_of(hands) == "Defence ▾"
    field = hands.window.workspace.centre.panel("timeline").findChild(QLineEdit)
    assert field.text() == ""
    assert rows < hands.rows_view().model().rowCount() == 15


def test_a_selection_is_shown_even_where_the_remembered_filter_hides_it(
    qtbot, make_window: MakeWindow, tmp_path: Path
) -> None:
    file = tmp_path / "settings.conf"
    hands = Hands(make_window(Settings(file)), qtbot)
    hands.do("timeline")
    choose_kind(hands, "Defence")
    hands.do("reader")
    hands.window.close()
    hands = Hands(make_window(Settings(file)), qtbot)
    hands.window.workspace.navigator.show_on("timeline", Reference(Kind.EVENT, "2021-en/4.2.2", "treaty-signed"))
    settle()
    assert "treaty-signed" in {one.event.id for one in hands.window.workspace.centre.panel("timeline")._shown}

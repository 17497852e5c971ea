"""What the tabs remember from run to run."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPushButton

from bluebook_desktop.settings import Settings

from .conftest import MakeWindow
from .hands import Hands, settle


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
    assert field.text() == "cabinet"
    assert hands.rows_view().model().rowCount() == rows < 15


def test_a_tab_that_was_not_opened_keeps_what_it_remembered(qtbot, make_window: MakeWindow, tmp_path: Path) -> None:
    file = tmp_path / "settings.conf"
    hands = Hands(make_window(Settings(file)), qtbot)
    hands.do("timeline")
    choose_kind(hands, "Defence")
    hands.do("reader")
    hands.window.close()
    make_window(Settings(file)).close()
    hands = Hands(make_window(Settings(file)), qtbot)
    hands.do("timeline")
    assert kind_of(hands) == "Defence ▾"


def test_a_selection_is_shown_even_where_the_remembered_filter_hides_it(
    qtbot, make_window: MakeWindow, tmp_path: Path
) -> None:
    from bluebook_desktop.domain.references import Kind, Reference

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


def test_what_cannot_be_read_of_a_settings_file_is_passed_over(qtbot, make_window: MakeWindow, tmp_path: Path) -> None:
    file = tmp_path / "settings.conf"
    file.write_text("panels = {'timeline': 'weather', 'facilities': {'chip': 3}}\ntab = 'timeline'\n", "utf-8")
    hands = Hands(make_window(Settings(file)), qtbot)
    assert kind_of(hands) == "Kind ▾"
    hands.do("facilities")
    assert hands.tab == "facilities"

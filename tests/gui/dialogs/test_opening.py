"""The window's menu: what it holds, what is ticked, and that it fits."""

from PySide6.QtWidgets import QApplication

from ..hands import Hands, offscreen_cannot_raise


@offscreen_cannot_raise
def test_the_menu_ticks_the_colours_in_use(hands: Hands) -> None:
    hands.do("theme_dark")
    hands.click(hands.window.workspace.top.menu)
    ticked = [one for one in ("system", "light", "dark") if hands.window.actions_by_id[f"theme_{one}"].isChecked()]
    assert ticked == ["dark"]
    hands.press("Esc")


@offscreen_cannot_raise
def test_the_menu_shows_all_actions_that_are_not_for_keys_alone(hands: Hands) -> None:
    hands.click(hands.window.workspace.top.menu)
    menu = QApplication.activePopupWidget()
    menus = [menu, *(action.menu() for action in menu.actions() if action.menu())]
    shown = {action.objectName() for one in menus for action in one.actions() if action.objectName()}
    assert set(hands.window.actions_by_id) - shown == {"find_next", "find_previous", "next_pane"}
    menu.close()


@offscreen_cannot_raise
def test_the_menu_stands_in_one_column_on_a_small_screen(hands: Hands) -> None:
    hands.click(hands.window.workspace.top.menu)
    menu = QApplication.activePopupWidget()
    assert menu.sizeHint().height() <= 612
    menu.close()

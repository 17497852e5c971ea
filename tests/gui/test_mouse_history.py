"""The mouse's own buttons for Back and Forward."""

import pytest
from PySide6.QtCore import Qt

from .hands import Hands


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


def test_they_do_so_on_the_windows_own_ground_too(hands: Hands) -> None:
    hands.do("timeline")
    hands.click(hands.window.workspace.top, button=Qt.MouseButton.BackButton)
    assert hands.tab == "reader"

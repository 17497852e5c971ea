"""The line at the bottom of the window."""

from PySide6.QtWidgets import QLabel

from .hands import Hands


def test_the_status_bar_tells_where_the_reader_is(hands: Hands) -> None:
    assert hands.status.startswith("2021 › Chapter 4 › ")
    assert hands.status.endswith("› ¶ 1")
    words = [one.text() for one in hands.window.statusBar().findChildren(QLabel)]
    assert words[1:] == ["36 passages · 1 edition", "100 %"]

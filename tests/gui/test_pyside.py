"""The binding itself: PySide6 6.12.0 loses references to None on Python 3.11 and aborts after some thousand calls."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_calls_that_return_nothing_leave_the_references_to_none_alone(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(1_000):
        label.setText("¶ 12")
    assert abs(sys.getrefcount(None) - before) < 50

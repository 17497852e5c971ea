"""Work in small steps: the user has a turn between them, and what is closed is not finished."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui import steps
from bluebook_desktop.gui.steps import Steps


@pytest.fixture(autouse=True)
def every_step_takes_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "_TURN", 0)


def test_what_the_user_does_is_answered_between_two_steps(qtbot: QtBot) -> None:
    heard: list[str] = []

    def work() -> Iterator[None]:
        QTimer.singleShot(0, lambda: heard.append("the user"))
        heard.append("first")
        yield
        heard.append("second")
        yield
        heard.append("third")

    parent = QObject()
    one = Steps(work(), lambda: True, parent)
    with qtbot.waitSignal(one.ended):
        one.start()
    assert heard[0] == "first"
    assert heard.index("the user") < heard.index("third")


def test_steps_end_where_nobody_waits_for_them_any_more(qtbot: QtBot) -> None:
    done: list[int] = []
    parent = QObject()
    one = Steps((done.append(number) for number in range(10)), lambda: len(done) < 3, parent)
    with qtbot.assertNotEmitted(one.ended, wait=20):
        one.start()
    assert done == [0, 1, 2]

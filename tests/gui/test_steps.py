"""Work in small steps: the user has a turn between them, and what is closed is not finished."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui import steps
from bluebook_desktop.gui.steps import Steps, dressing
from bluebook_desktop.gui.theme import Theme


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


def test_steps_with_pauses_let_the_user_go_first_however_short_they_are(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "_TURN", 60)
    heard: list[str] = []

    def work() -> Iterator[None]:
        for number in range(3):
            QTimer.singleShot(0, lambda number=number: heard.append(f"the user, {number}"))
            heard.append(f"step {number}")
            yield

    parent = QObject()
    one = Steps(work(), lambda: True, parent, pause=1)
    with qtbot.waitSignal(one.ended):
        one.start()
    assert heard == [f"{who}{number}" for number in range(3) for who in ("step ", "the user, ")]


def test_what_is_dressed_beforehand_has_the_typeface_that_it_will_be_seen_in(qtbot: QtBot, theme: Theme) -> None:
    theme.style()
    outer = QWidget()
    qtbot.addWidget(outer)
    labels = [QLabel("A caption", outer) for _ in range(20)]
    for label in labels:
        label.setProperty("role", "label")
    assert len(list(dressing(outer))) > 1
    assert {label.font().pixelSize() for label in labels} == {12}

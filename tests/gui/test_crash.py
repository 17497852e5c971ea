"""What nobody foresaw is written down and said once."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui.crash import CrashHook, last_crash_notice
from bluebook_desktop.gui.dialogs.crash import CrashDialog
from bluebook_desktop.logs import CrashLog

from .hands import settle


@pytest.fixture
def log(tmp_path: Path) -> Iterator[CrashLog]:
    import faulthandler

    was_enabled = faulthandler.is_enabled()
    log = CrashLog(tmp_path)
    log.start()
    yield log
    log.end()
    if was_enabled:
        faulthandler.enable(sys.__stderr__)


@pytest.fixture
def hook(log: CrashLog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashHook]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back in the end
    hook = CrashHook(log, lambda: "Diagnostics: of the test")
    hook.install()
    yield hook
    hook.remove()
    for dialog in dialogs():
        dialog.close()
    settle()


def dialogs() -> list[CrashDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, CrashDialog)]


def go_wrong(words: str) -> None:
    try:
        raise ZeroDivisionError(words)
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)


@pytest.mark.usefixtures("hook")
def test_an_unforeseen_error_is_shown_with_its_report(capsys: pytest.CaptureFixture[str]) -> None:
    go_wrong("boom")
    (dialog,) = dialogs()
    report = dialog.findChild(QPlainTextEdit).toPlainText()
    assert "ZeroDivisionError: boom" in report
    assert "Diagnostics: of the test" in report
    assert "ZeroDivisionError: boom" in capsys.readouterr().err


@pytest.mark.usefixtures("hook")
def test_a_second_error_opens_no_second_dialog() -> None:
    go_wrong("one")
    go_wrong("two")
    assert len(dialogs()) == 1


@pytest.mark.usefixtures("hook")
def test_after_going_on_the_next_error_is_shown_again(qtbot: QtBot) -> None:
    go_wrong("one")
    go_on = next(one for one in dialogs()[0].findChildren(QPushButton) if one.text() == "Go on")
    go_on.click()
    settle()
    assert dialogs() == []
    go_wrong("two")
    assert "two" in dialogs()[0].findChild(QPlainTextEdit).toPlainText()


@pytest.mark.usefixtures("hook")
def test_the_report_can_be_copied() -> None:
    go_wrong("boom")
    copy = next(one for one in dialogs()[0].findChildren(QPushButton) if one.text() == "Copy the report")
    copy.click()
    assert "ZeroDivisionError: boom" in QGuiApplication.clipboard().text()


@pytest.mark.usefixtures("hook")
def test_the_next_start_is_told(log: CrashLog, tmp_path: Path) -> None:
    go_wrong("boom")
    log.end()
    following = CrashLog(tmp_path)
    following.start()
    try:
        assert following.last is not None
        assert "ZeroDivisionError: boom" in following.last.read_text("utf-8")
        assert str(following.last) in last_crash_notice(following.last)
    finally:
        following.end()

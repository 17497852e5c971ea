"""Help → Check this installation: the program's own check of itself, shown in a dialog."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bluebook_desktop import __version__
from bluebook_desktop.gui.dialogs import installation
from bluebook_desktop.gui.dialogs.installation import InstallationDialog

from ..hands import Hands


@pytest.fixture
def check(
    hands: Hands, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], InstallationDialog]:
    monkeypatch.setenv("BLUEBOOK_HOME", str(tmp_path))

    def choose() -> InstallationDialog:
        hands.do("installation")
        dialog = hands.dialog(InstallationDialog)
        qtbot.waitUntil(dialog.copy.isEnabled, timeout=60_000)
        return dialog

    return choose


def test_it_shows_what_was_found_and_copies_it(check: Callable[[], InstallationDialog], hands: Hands) -> None:
    dialog = check()
    assert dialog.outcome.text() == "All that the program needs is there."
    dialog.copy.click()
    lines = hands.clipboard()
    assert f"ok      Bluebook Desktop: {__version__}" in lines
    assert re.search(r"^ok      Library: as the original texts say, letter by letter \(", lines, re.MULTILINE)
    assert dialog.lines.toPlainText().replace("\t", " ") == re.sub(r"(?m)^(ok|note) +", r"\1 ", lines)
    dialog.close()


def test_a_program_that_cannot_be_started_is_said(
    check: Callable[[], InstallationDialog], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(installation, "window_program", lambda: [str(tmp_path / "gone")])
    dialog = check()
    assert dialog.outcome.text() == "The program could not be started once more to check itself."
    dialog.close()


def test_closing_it_early_ends_the_check(hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BLUEBOOK_HOME", str(tmp_path))
    hands.do("installation")
    dialog = hands.dialog(InstallationDialog)
    process = dialog._process
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Close").click()
    assert process.state() is process.ProcessState.NotRunning

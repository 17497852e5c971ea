import sys
from pathlib import Path

import pytest

from bluebook_desktop import replacing
from bluebook_desktop.replacing import put_in_place


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft"
    path.write_text("new", "utf-8")
    return path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "target"
    path.write_text("old", "utf-8")
    return path


class Windows:
    """Windows' way with files that somebody has open, and a clock that only moves while one waits."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, refusals: int) -> None:
        self.refusals, self.now = refusals, 0.0
        self._replace = Path.replace
        monkeypatch.setattr(sys, "platform", "win32")
        monkeypatch.setattr(Path, "replace", lambda draft, target: self.replace(draft, target))  # noqa: PLW0108 - gives the draft along
        monkeypatch.setattr(replacing.time, "monotonic", lambda: self.now)
        monkeypatch.setattr(replacing.time, "sleep", self.wait)

    def replace(self, draft: Path, target: Path) -> Path:
        if self.refusals:
            self.refusals -= 1
            raise PermissionError(13, "Access is denied")
        return self._replace(draft, target)

    def wait(self, seconds: float) -> None:
        self.now += seconds


def test_a_draft_takes_the_place_of_the_file(draft: Path, target: Path) -> None:
    put_in_place(draft, target)
    assert target.read_text("utf-8") == "new"
    assert not draft.exists()


def test_on_windows_a_file_that_is_being_read_is_waited_for(
    draft: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Windows(monkeypatch, refusals=3)
    put_in_place(draft, target)
    assert target.read_text("utf-8") == "new"


def test_one_that_stays_open_is_given_up_within_a_second(
    draft: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows = Windows(monkeypatch, refusals=1_000_000)
    with pytest.raises(PermissionError):
        put_in_place(draft, target)
    assert windows.now < 1
    assert target.read_text("utf-8") == "old"


def test_elsewhere_a_refusal_is_final(draft: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    windows = Windows(monkeypatch, refusals=1)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(PermissionError):
        put_in_place(draft, target)
    assert windows.now == 0

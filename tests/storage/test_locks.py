"""One at a time holds a lock; whoever ends lets go of it."""

import errno
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bluebook_desktop.storage.locks import Lock

_HOLDER = """
import sys
from pathlib import Path
from bluebook_desktop.storage.locks import Lock
lock = Lock(Path(sys.argv[1]))
print(lock.take() and "held", flush=True)
sys.stdin.read()
"""


def test_a_second_one_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    first, second = Lock(tmp_path / "lock"), Lock(tmp_path / "lock")
    assert first.take()
    assert not second.take()
    first.release()
    assert second.take()
    second.release()


def test_who_waits_gets_it_when_the_other_lets_go(tmp_path: Path) -> None:
    first, second = Lock(tmp_path / "lock"), Lock(tmp_path / "lock")
    assert first.take()
    timer = threading.Timer(0.3, first.release)
    timer.start()
    assert second.wait(10, lambda: False)
    timer.join()
    second.release()


def test_who_waits_can_give_up(tmp_path: Path) -> None:
    first, second = Lock(tmp_path / "lock"), Lock(tmp_path / "lock")
    assert first.take()
    assert not second.wait(0.2, lambda: False)
    assert not second.wait(60, lambda: True)
    first.release()


def test_a_killed_program_holds_no_lock(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    assert not Lock(path).take()
    holder.kill()
    holder.communicate()
    after = Lock(path)
    assert after.take()
    after.release()


def test_a_file_system_without_locks_is_no_other_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fcntl = pytest.importorskip("fcntl")

    def refuse(_file: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    lock = Lock(tmp_path / "lock")
    assert lock.take()
    lock.release()


def test_a_refusal_without_a_reason_is_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fcntl = pytest.importorskip("fcntl")

    def refuse(_file: int, _how: int) -> None:
        raise OSError(0, "Error")  # what Wine's runtime says where Windows' says that access is denied

    monkeypatch.setattr(fcntl, "flock", refuse)
    assert not Lock(tmp_path / "lock").take()


def test_where_no_lock_can_be_had_nobody_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    assert Lock(tmp_path / "file" / "lock").take()

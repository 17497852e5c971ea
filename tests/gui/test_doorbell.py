"""A second start rings at the first."""

import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui.doorbell import Doorbell
from bluebook_desktop.gui.single_instance import _pipe, ring

posix = pytest.mark.skipif(sys.platform == "win32", reason="a named pipe there, and no socket")
windows = pytest.mark.skipif(sys.platform != "win32", reason="named pipes of Windows")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "window.sock"


@pytest.fixture
def doorbell(path: Path, qtbot: QtBot) -> Iterator[Doorbell]:
    doorbell = Doorbell(path)
    assert doorbell.listen()
    yield doorbell
    doorbell.close()


def test_the_address_reaches_the_first_window(doorbell: Doorbell, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(doorbell.rung) as rung:
        assert ring(path, "bluebook:2021-en/4.2.2/12")
    assert rung.args == ["bluebook:2021-en/4.2.2/12"]


def test_a_start_without_address_rings_too(doorbell: Doorbell, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(doorbell.rung) as rung:
        assert ring(path, "")
    assert rung.args == [""]


def test_several_ring_one_after_another(doorbell: Doorbell, path: Path, qtbot: QtBot) -> None:
    heard: list[str] = []
    doorbell.rung.connect(heard.append)
    for number in range(5):
        assert ring(path, str(number))
    qtbot.waitUntil(lambda: len(heard) == 5)
    assert heard == list("01234")


def test_where_nobody_listens_nobody_is_told(path: Path) -> None:
    assert not ring(path, "anything")


@posix
def test_the_socket_of_a_program_that_was_killed_is_no_obstacle(path: Path, qtbot: QtBot) -> None:
    dead = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    dead.bind(str(path))
    dead.close()
    assert path.exists()
    assert not ring(path, "x")
    doorbell = Doorbell(path)
    assert doorbell.listen()
    with qtbot.waitSignal(doorbell.rung):
        assert ring(path, "x")
    doorbell.close()


def test_after_closing_nothing_is_left(path: Path, qtbot: QtBot) -> None:
    doorbell = Doorbell(path)
    doorbell.listen()
    doorbell.close()
    doorbell.close()
    assert not path.exists()
    assert not ring(path, "x")


@posix
def test_only_the_user_may_ring(doorbell: Doorbell, path: Path) -> None:
    assert path.stat().st_mode & 0o077 == 0


def test_lines_and_long_addresses_are_cut_to_one_line(doorbell: Doorbell, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(doorbell.rung) as rung:
        assert ring(path, "a\nb" + "x" * 10_000)
    assert rung.args[0].startswith("a b")
    assert len(rung.args[0]) <= 2_000


@posix
def test_a_caller_that_hangs_up_or_talks_rubbish_does_not_stop_the_listening(
    doorbell: Doorbell, path: Path, qtbot: QtBot
) -> None:
    for rubbish in (b"", b"\xff\xfe\x00", b"y" * 5_000):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as caller:
            caller.connect(str(path))
            caller.sendall(rubbish)
    heard: list[str] = []
    doorbell.rung.connect(heard.append)
    assert ring(path, "still there")
    qtbot.waitUntil(lambda: "still there" in heard)


@posix
def test_a_folder_too_deep_for_a_socket_works_all_the_same(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    deep = tmp_path.joinpath(*["a-rather-long-name"] * 8, "window.sock")
    doorbell = Doorbell(deep)
    assert doorbell.listen()
    with qtbot.waitSignal(doorbell.rung):
        assert ring(deep, "x")
    doorbell.close()


@posix
def test_a_folder_that_cannot_be_written_to_means_no_listening_and_no_error(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    doorbell = Doorbell(tmp_path / "file" / "window.sock")
    assert not doorbell.listen()
    doorbell.close()


@posix
def test_a_program_that_hangs_does_not_hang_the_next_start(path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as silent:
        silent.bind(str(path))
        silent.listen(1)
        answers: list[bool] = []
        caller = threading.Thread(target=lambda: answers.append(ring(path, "x")))
        caller.start()
        caller.join(timeout=60)
        assert answers == [False]


@windows
def test_a_caller_that_says_nothing_or_too_much_does_not_stop_the_pipe(
    doorbell: Doorbell, path: Path, qtbot: QtBot
) -> None:
    from multiprocessing.connection import Client

    for rubbish in (None, b"y" * 5_000):
        with Client(_pipe(str(path)), "AF_PIPE") as caller:
            if rubbish:
                caller.send_bytes(rubbish)
    heard: list[str] = []
    doorbell.rung.connect(heard.append)
    assert ring(path, "still there")
    qtbot.waitUntil(lambda: "still there" in heard)


@windows
def test_a_folder_is_the_same_in_capitals(doorbell: Doorbell, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(doorbell.rung):
        assert ring(Path(str(path).upper()), "x")

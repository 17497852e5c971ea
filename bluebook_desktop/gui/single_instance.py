"""One running program: a later start hands its address to the first and ends. Knows no Qt: it runs before it.

A socket in the user's folder (a named pipe on Windows); one line of plain text, at most 2,000 bytes.
"""

from __future__ import annotations

import contextlib
import os
import socket
import sys
import time
from pathlib import Path

_LONGEST = 2_000
_ANSWER = b"ok\n"
_PATIENCE = 2.0
#: The longest path that a socket's address may have, less on some systems.
_LONGEST_PATH = 100


def ring_patiently(path: Path, text: str, seconds: float = 5.0) -> bool:
    """As `ring`, for a program that may still be starting; False when it does not answer in so many seconds."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if path_exists(path) and ring(path, text):
            return True
        time.sleep(0.05)
    return False


def path_exists(path: Path) -> bool:
    """Whether there is something to ring at; pipes of Windows cannot be asked."""
    return sys.platform == "win32" or Path(short_path(path)).exists()


def ring(path: Path, text: str) -> bool:
    """Hand `text` to the program that listens at `path`; False where none does."""
    try:
        return _send(short_path(path), text.encode("utf-8", "replace")[:_LONGEST].replace(b"\n", b" ") + b"\n")
    except OSError:  # nobody listens, or nobody can: this start opens a window of its own
        return False


def short_path(path: Path) -> str:
    """A path that fits into a socket's address: in a runtime folder where the user's own is too deep."""
    if sys.platform == "win32" or len(str(path).encode()) < _LONGEST_PATH:
        return str(path)
    digest = _digest(str(path))
    folder = os.environ.get("XDG_RUNTIME_DIR") or f"/tmp/bluebook-{os.getuid()}"  # noqa: S108 - made private below
    Path(folder).mkdir(mode=0o700, exist_ok=True)
    return str(Path(folder) / f"bluebook-{digest}.sock")


class SocketServer:
    """Takes one line from each caller."""

    def __init__(self, path: str) -> None:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):
            Path(path).unlink()  # left by a program that was killed: nobody answered there
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.bind(path)
        Path(path).chmod(0o600)
        self._socket.listen(4)

    def receive(self) -> str | None:
        caller, _ = self._socket.accept()
        with caller, contextlib.suppress(OSError):  # who called is gone again, and opens a window of its own
            caller.settimeout(_PATIENCE)
            received = b""
            while not received.endswith(b"\n") and len(received) <= _LONGEST:
                piece = caller.recv(_LONGEST)
                if not piece:
                    return None  # only knocked
                received += piece
            caller.sendall(_ANSWER)
            return received.decode("utf-8", "replace").strip()
        return None

    def close(self) -> None:
        with contextlib.suppress(OSError):  # some systems refuse it where nobody is connected
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


class PipeServer:
    """The same over a named pipe."""

    def __init__(self, name: str) -> None:
        from multiprocessing.connection import Listener  # noqa: PLC0415 - Windows only

        self._name = _pipe(name)
        self._listener = Listener(self._name, "AF_PIPE")
        self._is_closed = False

    def receive(self) -> str | None:
        with self._listener.accept() as caller:
            if self._is_closed:
                raise OSError("closed")
            with contextlib.suppress(OSError, EOFError):
                if not caller.poll(_PATIENCE):
                    return None  # only knocked
                received: bytes = caller.recv_bytes(_LONGEST + 1)
                caller.send_bytes(_ANSWER)
                return received.decode("utf-8", "replace").strip()
        return None

    def close(self) -> None:
        from multiprocessing.connection import Client  # noqa: PLC0415 - Windows only

        self._is_closed = True
        with contextlib.suppress(OSError):
            Client(self._name, "AF_PIPE").close()  # nothing else wakes who waits for a caller
        self._listener.close()


def listen(path: str) -> SocketServer | PipeServer:
    """Begin to listen at a path made by `short_path`. Raises OSError where that cannot be."""
    return PipeServer(path) if sys.platform == "win32" else SocketServer(path)


def _send(path: str, line: bytes) -> bool:
    if sys.platform == "win32":
        return _send_by_pipe(path, line)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as caller:
        caller.settimeout(_PATIENCE)
        caller.connect(path)
        caller.sendall(line)
        return caller.recv(len(_ANSWER)) == _ANSWER


def _send_by_pipe(path: str, line: bytes) -> bool:
    from multiprocessing.connection import Client  # noqa: PLC0415 - Windows only

    with Client(_pipe(path), "AF_PIPE") as pipe:
        _let_come_forward()
        pipe.send_bytes(line)
        return bool(pipe.poll(_PATIENCE) and pipe.recv_bytes(len(_ANSWER)) == _ANSWER)


def _let_come_forward() -> None:
    """Windows lets only the program that was just started show its window above others, unless that passes it on."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)


def _pipe(name: str) -> str:
    # Upper and lower case are one in a path of Windows, and so the folder's name may be written either way.
    return rf"\\.\pipe\bluebook-desktop-{_digest(os.path.normcase(name))}"


def _digest(name: str) -> str:
    import hashlib  # noqa: PLC0415 - OpenSSL takes 4 MB, and most have no need of a digest here

    return hashlib.sha256(name.encode()).hexdigest()[:16]

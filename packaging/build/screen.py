"""A screen that nobody sees, hands that type on it, and pictures of it: on the host, so that a tree stays bare."""

import os
import struct
import subprocess
import tempfile
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from build import common

_SIZE = (1280, 800)
#: Bytes of an XWD header before its name, and of each of its colours.
_COLOUR = 12


class Screen:
    """An X server with a window manager, for as long as the `with` lasts."""

    def __enter__(self) -> "Screen":
        self._folder = tempfile.TemporaryDirectory()
        reader, writer = os.pipe()
        size = f"{_SIZE[0]}x{_SIZE[1]}x24"
        server = [common.tool("Xvfb", "xvfb"), "-displayfd", str(writer), "-ac", "-screen", "0", size]
        quiet = subprocess.DEVNULL
        options = ["-nolisten", "tcp", "-fbdir", self._folder.name]
        self._running = [subprocess.Popen([*server, *options], pass_fds=[writer], stdout=quiet, stderr=quiet)]
        os.close(writer)
        with os.fdopen(reader) as answer:
            self.display = f":{answer.readline().strip()}"
        self._environment = {**os.environ, "DISPLAY": self.display}
        manager = subprocess.Popen(
            [common.tool("openbox", "openbox")], env=self._environment, stdout=quiet, stderr=quiet
        )
        self._running.append(manager)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in reversed(self._running):
            process.terminate()
            process.wait()
        self._folder.cleanup()

    def type(self, *words: str) -> str:
        """Let xdotool do something, such as `key ctrl+k`; what it prints."""
        command = [common.tool("xdotool", "xdotool"), *words]
        done = subprocess.run(command, env=self._environment, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def windows(self) -> list[str]:
        """The program's windows that are shown."""
        return self.type("search", "--onlyvisible", "--class", "bluebook").split()

    def picture(self) -> bytes:
        """What is on the screen, as PNG."""
        return png_of_xwd(self.pixels())

    def pixels(self) -> bytes:
        """The same as an X window dump, of four bytes a pixel."""
        return Path(self._folder.name, "Xvfb_screen0").read_bytes()


def wait_for(condition: Callable[[], bool], seconds: float = 60) -> bool:
    """Whether something came true within the time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.2)
    return condition()


def png_of_xwd(content: bytes) -> bytes:
    """An X window dump of 32 bits a pixel as PNG."""
    head = struct.unpack(">25I", content[:100])
    start, width, height, line, colours = head[0], head[4], head[5], head[12], head[19]
    first = start + colours * _COLOUR
    rows = []
    for y in range(height):
        row = content[first + y * line : first + y * line + width * 4]
        colour = bytearray(width * 3)
        colour[0::3], colour[1::3], colour[2::3] = row[2::4], row[1::4], row[0::4]
        rows.append(b"\0" + colour)
    packed = zlib.compress(b"".join(rows), 6)
    shape = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", shape) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

"""Makes the icons of the window, and the program's for Windows and macOS, from resources/icons/bluebook.svg.

Usage: .venv/bin/python packaging/make_icons.py
"""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "resources" / "icons" / "bluebook.svg"
#: The window's own, which the system draws in title bars and lists of windows: beside the source, as PNG.
WINDOW_SIDES = (16, 32, 48, 128)
ICO = ROOT / "packaging" / "windows" / "bluebook.ico"
ICNS = ROOT / "packaging" / "macos" / "bluebook.icns"
#: Windows shows these sizes in lists, the task bar and folders, at factors from 1 to 2.
ICO_SIDES = (16, 20, 24, 32, 40, 48, 64, 256)
#: macOS's names of its sizes, a second time for screens of double density.
ICNS_KINDS = {
    b"icp4": 16,
    b"icp5": 32,
    b"ic07": 128,
    b"ic08": 256,
    b"ic09": 512,
    b"ic11": 32,
    b"ic12": 64,
    b"ic13": 256,
    b"ic14": 512,
    b"ic10": 1024,
}


def png(side: int) -> bytes:
    """The icon drawn at a size, as PNG."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico() -> bytes:
    """All sizes as Windows wants them."""
    pictures = [(side, png(side)) for side in ICO_SIDES]
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    entries = b""
    for side, picture in pictures:
        entries += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return head + entries + b"".join(picture for _, picture in pictures)


def icns() -> bytes:
    """All sizes as macOS wants them."""
    parts = [(kind, png(side)) for kind, side in ICNS_KINDS.items()]
    body = b"".join(kind + struct.pack(">I", 8 + len(picture)) + picture for kind, picture in parts)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


if __name__ == "__main__":
    for side in WINDOW_SIDES:
        SOURCE.with_name(f"bluebook-{side}.png").write_bytes(png(side))
    ICO.write_bytes(ico())
    ICNS.write_bytes(icns())

"""Pictures of a screen that nobody sees."""

import struct

from PySide6.QtGui import QImage

from build.screen import png_of_xwd


def test_a_dump_of_a_window_becomes_a_picture_of_the_same_colours() -> None:
    head = [0] * 25
    name, colours = 4, 2
    head[0], head[4], head[5], head[12], head[19] = 100 + name, 2, 2, 8, colours
    pixels = bytes([1, 2, 3, 0, 4, 5, 6, 0, 255, 0, 0, 0, 0, 255, 0, 0])  # blue, green, red, nothing
    dump = struct.pack(">25I", *head) + b"scr\0" + bytes(12 * colours) + pixels
    image = QImage.fromData(png_of_xwd(dump))
    assert [image.pixelColor(x, y).getRgb()[:3] for y in (0, 1) for x in (0, 1)] == [
        *((3, 2, 1), (6, 5, 4), (0, 0, 255), (0, 255, 0))
    ]

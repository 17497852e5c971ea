"""Draws icons of straight lines and circles without QtSvg: it takes 3 MB, and every window shows some."""

import re

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

_SHAPE = re.compile(r"<(path|circle|rect|line|g)\b([^>]*)/?>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_STEP = re.compile(r"([A-Za-z])|(-?\d*\.?\d+)")
_TAKES = {"M": 2, "L": 2, "l": 2, "H": 1, "h": 1, "V": 1, "v": 1}


def line_path(svg: str) -> QPainterPath | None:
    """The strokes of an icon of ``resources/icons``, in its 24 units; None where it has other shapes than these."""
    path = QPainterPath()
    for kind, attributes in _SHAPE.findall(svg):
        values = dict(_ATTRIBUTE.findall(attributes))
        if kind == "circle":
            radius = float(values["r"])
            path.addEllipse(QPointF(float(values["cx"]), float(values["cy"])), radius, radius)
        elif kind != "path" or not _add_lines(path, values["d"]):
            return None
    return path


def _add_lines(path: QPainterPath, data: str) -> bool:
    """Add the lines of a path's data; False for anything that is no line."""
    command, numbers, at = "", [], QPointF()
    for letter, number in _STEP.findall(data):
        if letter:
            command = letter
            if command not in _TAKES:
                return False
            continue
        numbers.append(float(number))
        if len(numbers) == _TAKES.get(command, 0):
            at = _next(command, numbers, at)
            path.moveTo(at) if command == "M" else path.lineTo(at)
            numbers = []
    return not numbers


def _next(command: str, numbers: list[float], at: QPointF) -> QPointF:
    match command:
        case "M" | "L":
            return QPointF(*numbers)
        case "l":
            return at + QPointF(*numbers)
        case "H" | "h":
            return QPointF(numbers[0] + (at.x() if command == "h" else 0), at.y())
    return QPointF(at.x(), numbers[0] + (at.y() if command == "v" else 0))

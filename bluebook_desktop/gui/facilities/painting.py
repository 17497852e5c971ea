"""Paints the map: sea, land and coasts, the insets, dots with their words, the line at the foot."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from bluebook_desktop.domain.labels import Rect
from bluebook_desktop.domain.records import FacilityKind
from bluebook_desktop.gui.facilities import outline
from bluebook_desktop.gui.facilities.scene import EDGE

if TYPE_CHECKING:
    from bluebook_desktop.domain.geometry import View
    from bluebook_desktop.gui.facilities.scene import Dot, Inset, Region, Scene
    from bluebook_desktop.gui.theme import ColorName, Theme

translate = QCoreApplication.translate
#: The palest thing that still tells words from the coast below them.
_HALO = 190
#: Pixels of halo around words.
_ROUND = 2
_MOST_KEPT = 400
_BETWEEN = " · "


def to_qt(rect: Rect) -> QRectF:
    """The same rectangle as Qt has it."""
    return QRectF(rect.left, rect.top, rect.right - rect.left, rect.bottom - rect.top)


def foot_words() -> list[str]:
    """Where the outline is from, and that the text gives no positions."""
    return [
        translate("Facilities", "Outline: Natural Earth, public domain"),
        translate("Facilities", "positions added, not in the text"),
    ]


def region_words(key: str) -> str:
    """The caption of an inset."""
    return {"okinawa": translate("Facilities", "Okinawa"), "kanto": translate("Facilities", "Kanto")}[key]


class MapPainter:
    """Paints one picture."""

    def __init__(self, theme: Theme, painter: QPainter, engraver: Engraver, scale_of_screen: float) -> None:
        self._theme = theme
        self._engraver = engraver
        self._painter = painter
        self._screen = scale_of_screen
        self._small = theme.font("small")
        self._strong = theme.font("small_strong")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def on(self, painter: QPainter) -> MapPainter:
        """The same for another picture."""
        return MapPainter(self._theme, painter, self._engraver, self._screen)

    def ground(self, scene: Scene) -> None:
        """Sea, land and coasts, on the map and in the insets."""
        self._ground(scene.view, None)
        for rect in scene.frames:
            self._frame(rect)
        for inset in scene.insets:
            self._inset(inset)

    def facilities(self, scene: Scene, selected: str) -> None:
        """The dots with their words."""
        for dot in reversed(scene.dots):  # the first, which is the selected one, on top
            self._dot(dot, is_selected=dot.spot.facility.id == selected)
        for dot in scene.dots:
            self.words(dot, is_selected=dot.spot.facility.id == selected)

    def foot(self, lines: list[tuple[Rect, str]]) -> None:
        """The small print."""
        for rect, words in lines:
            self._text(to_qt(rect), words, self._small, "soft", "sea")

    def _color(self, name: ColorName) -> QColor:
        """With high contrast the platform's colours, of which none is for sea, land and coast."""
        if self._theme.high_contrast:
            plain: dict[ColorName, ColorName] = {
                "sea": "paper", "land": "panel", "coast": "ink", "realignment": "ink",
            }  # fmt: skip
            name = plain.get(name, name)
        return self._theme.color(name)

    def _ground(self, view: View, region: Region | None) -> None:
        """Sea and land of a view whose corner is at the painter's origin."""
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)  # the coast covers the edges
        painter.fillRect(QRectF(0, 0, view.width, view.height).toAlignedRect(), self._color("sea"))
        level = outline.level_for(view.scale * self._screen)
        paths = outline.paths(level, region.box if region is not None else None)
        painter.save()
        painter.setTransform(outline.transform(view), combine=True)
        painter.fillPath(paths.land, self._color("land"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._color("coast"), 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(paths.coast)
        painter.restore()

    def _frame(self, rect: Rect) -> None:
        """A frame on the main map around what an inset shows."""
        self._painter.setPen(QPen(self._color("soft"), 1))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(to_qt(rect), 2, 2)

    def _inset(self, inset: Inset) -> None:
        painter, frame = self._painter, to_qt(inset.rect)
        shape = QPainterPath()
        shape.addRoundedRect(frame, 6, 6)
        painter.save()
        painter.setClipPath(shape)
        painter.translate(frame.topLeft())
        self._ground(inset.view, inset.region)
        painter.restore()
        painter.setPen(QPen(self._color("rule" if not self._theme.high_contrast else "ink"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        caption = QRectF(frame.left() + 10, frame.top() + 6, frame.width() - 20, 18)
        self._text(caption, region_words(inset.region.key), self._strong, "soft", "sea")

    def _dot(self, dot: Dot, *, is_selected: bool) -> None:
        painter = self._painter
        color = self._color("accent" if is_selected else "realignment")
        centre = QPointF(dot.x, dot.y)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color("paper"))
        painter.drawEllipse(centre, dot.radius + 1.5, dot.radius + 1.5)
        if dot.spot.facility.kind is FacilityKind.PLANNED:
            painter.setPen(QPen(color, 2))
            painter.drawEllipse(centre, dot.radius - 1, dot.radius - 1)
            return
        painter.setBrush(color)
        painter.drawEllipse(centre, dot.radius, dot.radius)

    def words(self, dot: Dot, *, is_selected: bool = False) -> None:
        """A dot's words, line by line, flush with the dot where they stand left of it."""
        if dot.rect is None:
            return
        face = self._strong if is_selected else self._small
        rect, lines = to_qt(dot.rect), dot.words.split("\n")
        high = rect.height() / len(lines)
        for number, line in enumerate(lines):
            left = rect.left()
            if rect.right() < dot.x:
                left = rect.right() - QFontMetricsF(face).horizontalAdvance(line)
            self._text(QRectF(left, rect.top() + number * high, rect.width(), high), line, face, "ink", "land")

    def _text(self, rect: QRectF, words: str, face: QFont, color: ColorName, ground: ColorName) -> None:
        """Words on a halo of the ground's colour, which keeps the coast out of the letters."""
        ink, halo = self._color(color), QColor(self._color(ground))
        halo.setAlpha(_HALO)
        picture = self._engraver.picture(words, face, ink, halo, self._screen)
        high = picture.height() / self._screen
        self._painter.drawPixmap(
            QPointF(round(rect.left()) - _ROUND, round(rect.top() + (rect.height() - high) / 2)), picture
        )


class Ground:
    """Sea, land and coasts as a picture, kept while the same stretch is shown: they take longer than all else.

    While the map is dragged or zoomed every stretch is a new one: a picture is made when one is painted again.
    """

    def __init__(self) -> None:
        self._of: tuple[object, ...] = ()
        self._picture: QPixmap | None = None

    def forget(self) -> None:
        """Paint anew what is painted next: the colours changed."""
        self._of, self._picture = (), None

    def paint(self, map_painter: MapPainter, painter: QPainter, scene: Scene, screen: float) -> None:
        """Paint the ground of a scene at the painter's origin."""
        shown = (scene.view, scene.insets, tuple(scene.frames), screen)
        if shown != self._of:
            self._of, self._picture = shown, None
            map_painter.ground(scene)
            return
        if self._picture is None:
            view = scene.view
            self._picture = QPixmap(ceil(view.width * screen), ceil(view.height * screen))
            self._picture.setDevicePixelRatio(screen)
            within = QPainter(self._picture)
            map_painter.on(within).ground(scene)
            within.end()
        painter.drawPixmap(0, 0, self._picture)


class Engraver:
    """Words with their halo as pictures, kept because halos are slow to draw and words are seldom new."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, int, int, float], QPixmap] = {}

    def picture(self, words: str, face: QFont, ink: QColor, halo: QColor, scale: float) -> QPixmap:
        """The words with `_ROUND` pixels of halo around them."""
        key = (words, face.key(), ink.rgba(), halo.rgba(), scale)
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = self._engrave(words, face, ink, halo, scale)
        return self._kept[key]

    @staticmethod
    def _engrave(words: str, face: QFont, ink: QColor, halo: QColor, scale: float) -> QPixmap:
        metrics = QFontMetricsF(face)
        size = QSize(ceil(metrics.horizontalAdvance(words)) + 2 * _ROUND, ceil(metrics.height()) + 2 * _ROUND)
        picture = QPixmap(size * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = QPointF(_ROUND, _ROUND + metrics.ascent())
        shape = QPainterPath()
        shape.addText(base, face, words)
        pen = QPen(halo, 2 * _ROUND - 1)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(shape, pen)
        painter.setFont(face)
        painter.setPen(ink)
        painter.drawText(base, words)
        painter.end()
        return picture


def measure_foot(theme: Theme, parts: list[str], height: float, most: float) -> list[tuple[Rect, str]]:
    """Where the parts of the foot stand: in one line, or in as many as the room needs, the last one lowest."""
    metrics, left = QFontMetricsF(theme.font("small")), EDGE + 2
    lines: list[list[str]] = [[]]
    for part in parts:
        if lines[-1] and metrics.horizontalAdvance(_BETWEEN.join([*lines[-1], part])) > most - left - EDGE:
            lines[-1][-1] += _BETWEEN.rstrip()
            lines.append([])
        lines[-1].append(part)
    found, top = [], height - EDGE + 2 - len(lines) * (metrics.height() + 1)
    for line in lines:
        x = left
        for number, part in enumerate(line):
            words = part if number == len(line) - 1 else part + _BETWEEN
            wide = metrics.horizontalAdvance(words)
            found.append((Rect(x, top, x + wide, top + metrics.height()), words))
            x += wide
        top += metrics.height() + 1
    return found

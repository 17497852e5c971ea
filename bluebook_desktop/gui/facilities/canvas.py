"""The map as a widget: zooms, pans, selects. The table beside it says the same to those who cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from bluebook_desktop.domain.geometry import Direction, Point, View, nearest_towards
from bluebook_desktop.domain.labels import Rect
from bluebook_desktop.gui.facilities import outline
from bluebook_desktop.gui.facilities.painting import Engraver, Ground, MapPainter, foot_words, measure_foot
from bluebook_desktop.gui.facilities.refining import Refiner
from bluebook_desktop.gui.facilities.scene import EDGE, Dot, Inset, Scene, Spot, arrange, left_of, spot_of, whole_view
from bluebook_desktop.gui.facilities.words import map_in_words, missing_words, tip_of
from bluebook_desktop.gui.facilities.zoom_buttons import ZoomButtons
from bluebook_desktop.gui.spoken_roles import speak_as
from bluebook_desktop.gui.widgets.painted_view import PaintedView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bluebook_desktop.domain.records import Facility
    from bluebook_desktop.gui.theme import Theme

WHEEL_ZOOM = 1.25
STEP_ZOOM = 1.6
_PAN_SHARE = 0.2
#: Pixels a degree, beyond which the outline has no more to show.
_CLOSEST = 4000.0
_IN_VIEW = 48.0
_ARROWS: dict[int, tuple[Direction, int, int]] = {
    Qt.Key.Key_Left: ("left", 1, 0),
    Qt.Key.Key_Right: ("right", -1, 0),
    Qt.Key.Key_Up: ("up", 0, 1),
    Qt.Key.Key_Down: ("down", 0, -1),
}


class MapCanvas(PaintedView):
    """Facilities where they lie. It shows a selection that its owner sets, and asks for changes of it."""

    chosen = Signal(str)  # the id of the facility that the user selected
    read_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        speak_as(self, "picture")
        self._theme = theme
        self._all: list[Spot] = []
        self._shown: list[Spot] = []
        self._without: list[Facility] = []
        self._outside: list[Facility] = []
        self._missing_at_most: list[str] = []
        self._selected: Facility | None = None
        #: None while all is seen: then the view follows the size of the widget.
        self._closer: View | None = None
        self._scene: Scene | None = None
        self._foot: list[tuple[Rect, str]] = []
        self._engraver = Engraver()
        self._ground = Ground()
        self._refiner = Refiner(self)
        self._dragged_from: View | None = None
        self.setAccessibleName(self.tr("Map of the facilities"))
        self._buttons = ZoomButtons(theme, self)
        self._buttons.move(int(EDGE), int(EDGE))
        self._buttons.out_requested.connect(self.zoom_out)
        self._buttons.in_requested.connect(self.zoom_in)
        self._buttons.fit_requested.connect(self.fit)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def sizeHint(self) -> QSize:
        return QSize(640, 290)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 150)

    # What is shown

    @property
    def view_shown(self) -> View:
        """The visible stretch of the plane, beside the insets."""
        return self.scene.view

    @property
    def look(self) -> list[float]:
        """Where a closer look is taken, and how close, to be remembered; nothing while all is seen."""
        if self._closer is None:
            return []
        return [round(one, 4) for one in (self._closer.centre.x, self._closer.centre.y, self._closer.scale)]

    def look_again(self, look: Sequence[float]) -> None:
        """Take up what was remembered."""
        x, y, scale = look
        if 0 < scale <= _CLOSEST and outline.frame().contains(Point(x, y)):
            self._look(View(Point(x, y), scale, max(1, self.width()), max(1, self.height())))

    @property
    def is_whole(self) -> bool:
        """Whether all is seen."""
        return self._closer is None

    @property
    def scene(self) -> Scene:
        """Where everything stands at present."""
        if self._scene is None:
            self._scene = self._arrange()
        return self._scene

    def set_facilities(self, everything: Sequence[Facility]) -> None:
        """Show another section's facilities, all of them."""
        self._all = [spot for one in everything if (spot := spot_of(one)) is not None]
        self._set_shown(everything)
        missing = missing_words(self._without, self._outside)
        self._missing_at_most = [missing] if missing else []  # a filter must not move the land
        self._closer = None
        self._selected = None
        self._refresh()

    def set_shown(self, shown: Sequence[Facility]) -> None:
        """Show these of them; the view stays."""
        before = self._shown, self._without, self._outside
        self._set_shown(shown)
        if before != (self._shown, self._without, self._outside):
            self._refresh()

    def _set_shown(self, shown: Sequence[Facility]) -> None:
        ids = {one.id for one in shown}
        frame = outline.frame()
        placed = [spot for spot in self._all if spot.facility.id in ids]
        self._shown = [spot for spot in placed if frame.contains(spot.point)]
        self._outside = [spot.facility for spot in placed if not frame.contains(spot.point)]
        placed_ids = {spot.facility.id for spot in placed}
        self._without = [one for one in shown if one.id not in placed_ids]

    def select(self, facility: Facility | None) -> None:
        """Mark a facility as selected and bring it into view."""
        if facility is self._selected and self._closer is None:
            return
        self._selected = facility
        spot = self._selected_spot()
        if spot is not None and self._closer is not None:
            self._closer = self._closer.showing(spot.point, _IN_VIEW).within(outline.frame())
        self._refresh()

    def fit(self) -> None:
        """Show everything."""
        self._set_view(None)

    def zoom_in(self) -> None:
        """Look closer at the selection where it is in view, else at the middle."""
        self._zoom(STEP_ZOOM)

    def zoom_out(self) -> None:
        """Show more."""
        if not self.is_whole:
            self._zoom(1 / STEP_ZOOM)

    def _zoom(self, factor: float) -> None:
        view, dot = self.scene.view, self._selected_dot()
        middle = view.width / 2, view.height / 2
        inset = self.scene.inset_at(dot.x, dot.y) if dot is not None else None
        if dot is None:
            seen = left_of(self.scene.insets, view.width) / 2, view.height / 2
            self._zoom_on(view.to_plane(*seen), view.scale * factor, *middle)
        elif inset is not None:
            self._zoom_on(dot.spot.point, inset.view.scale * factor, *middle)
        else:
            self._zoom_on(dot.spot.point, view.scale * factor, dot.x, dot.y)

    def _zoom_on(self, point: Point, scale: float, x: float, y: float) -> None:
        """Show a point at a pixel, at a scale; out of an inset the main map takes over its scale."""
        self._look(self.scene.view.anchored(point, min(scale, _CLOSEST), x, y))

    def _look(self, view: View) -> None:
        """Show a view, or everything when it would show as much as that."""
        self._set_view(None if view.scale <= self._whole()[0].scale else view)

    def _set_view(self, view: View | None) -> None:
        self._closer = None if view is None else view.within(outline.frame())
        self._refresh()

    def _whole(self) -> tuple[View, tuple[Inset, ...]]:
        width, height = max(1, self.width()), max(1, self.height())

        def foot(most: float) -> float:
            lines = measure_foot(self._theme, [*self._missing_at_most, *foot_words()], height, most)
            return height - lines[0][0].top

        return whole_view(self._all, outline.frame(), width, height, foot)

    def drawing(self) -> Iterator[None]:
        """Read the coast lines and write the names that are seen first, each in a step of its own."""
        if not self.isVisible():  # it has no size yet; the window's is near enough
            self.resize(self.window().width() * 2 // 3, self.window().height() // 3)
        scene, screen = self.scene, self.devicePixelRatioF()
        for view, box in [(scene.view, None), *((inset.view, inset.region.box) for inset in scene.insets)]:
            outline.paths(outline.level_for(view.scale * screen), box)
            yield
        nowhere = QPixmap(1, 1)
        for dot in scene.dots:
            painter = QPainter(nowhere)
            MapPainter(self._theme, painter, self._engraver, screen).words(dot)
            painter.end()
            yield

    def _measure_foot(self, height: float, most: float) -> list[tuple[Rect, str]]:
        parts = foot_words()
        if missing := missing_words(self._without, self._outside):
            parts.insert(0, missing)
        return measure_foot(self._theme, parts, height, most)

    def _arrange(self) -> Scene:
        whole, insets = self._whole()
        view = self._closer or whole
        insets = insets if self._closer is None else ()
        self._foot = self._measure_foot(view.height, left_of(insets, view.width))
        corner = self._buttons.geometry()
        buttons = Rect(corner.left(), corner.top(), corner.right() + 1, corner.bottom() + 1)
        taken = [buttons, *(rect for rect, _ in self._foot)]
        selected = self._selected.id if self._selected else ""
        return arrange(self._shown, selected, view=view, insets=insets, taken=taken, measure=self._measure)

    def _measure(self, words: str, strong: bool) -> tuple[float, float]:
        metrics = self._strong if strong else self._small
        lines = words.split("\n")
        return max(map(metrics.horizontalAdvance, lines)) + 2, metrics.height() * len(lines) - 2

    def _selected_spot(self) -> Spot | None:
        return next((one for one in self._shown if one.facility is self._selected), None)

    def _selected_dot(self) -> Dot | None:
        return next((one for one in self.scene.dots if one.spot.facility is self._selected), None)

    def _refresh(self) -> None:
        self._scene = None
        whole = self._closer is None
        self._buttons.set_whole(whole)
        self._describe()
        self.update()

    def _describe(self) -> None:
        """Say in words what is painted."""
        missing = missing_words(self._without, self._outside)
        absent = [*self._without, *self._outside]
        self.describe(map_in_words(len(self._shown), missing, absent, self._selected, is_whole=self.is_whole))

    def _on_theme_changed(self) -> None:
        self._small = QFontMetricsF(self._theme.font("small"))
        self._strong = QFontMetricsF(self._theme.font("small_strong"))
        self._ground.forget()
        self._buttons.dress()
        self._refresh()

    # Qt

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        scene = self.scene
        screen = self.devicePixelRatioF()
        picture = MapPainter(self._theme, painter, self._engraver, screen)
        self._ground.paint(picture, painter, scene, screen)
        picture.facilities(scene, self._selected.id if self._selected else "")
        picture.foot(self._foot)
        painter.setPen(QPen(self._theme.color("rule"), 1))
        painter.setBrush(self._theme.color("paper"))
        painter.drawRoundedRect(QRectF(self._buttons.geometry()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self.paint_focus(painter, self._theme.color("accent"))
        painter.end()
        self._refiner.wait()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._closer is not None:
            centre, scale = self._closer.centre, self._closer.scale
            self._look(View(centre, scale, max(1, self.width()), max(1, self.height())))
        self._refresh()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip = self.tip_at(QPointF(event.pos()))
            if tip:
                QToolTip.showText(event.globalPos(), tip, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def tip_at(self, at: QPointF) -> str:
        """What hovering there tells."""
        dots = self.scene.dots_at(at.x(), at.y())
        if dots:
            return tip_of([dot.spot.facility for dot in dots])
        absent = [*self._without, *self._outside]
        if absent and self._foot[0][0].contains(at.x(), at.y()):
            return tip_of(absent)
        return ""

    # Pointer

    def wheelEvent(self, event: QWheelEvent) -> None:
        at, turned = event.position(), event.angleDelta().y()
        if turned:
            point, scale = self.scene.plane_at(at.x(), at.y())
            factor = WHEEL_ZOOM ** (turned / 120)
            if factor > 1 or not self.is_whole:  # nor out of an inset, which is closer than the whole
                self._zoom_on(point, scale * factor, at.x(), at.y())
        event.accept()

    def _hover_at(self, at: QPointF) -> None:
        over = bool(self.scene.dots_at(at.x(), at.y()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def _begin_drag(self) -> None:
        self._dragged_from = self.scene.view

    def _drag_by(self, moved: QPointF) -> None:
        if self._dragged_from is not None:
            self._set_view(self._dragged_from.moved(moved.x(), moved.y()))

    def _click_at(self, at: QPointF) -> None:
        """Select the dot there; where several lie, each click selects the next."""
        facilities = [dot.spot.facility for dot in self.scene.dots_at(at.x(), at.y())]
        if facilities:
            after = facilities.index(self._selected) + 1 if self._selected in facilities else 0
            self.chosen.emit(facilities[after % len(facilities)].id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        dots = self.scene.dots_at(event.position().x(), event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and self._selected in [dot.spot.facility for dot in dots]:
            self._read()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.unsetCursor()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = _ARROWS.get(event.key())
        if arrow is not None:
            direction, dx, dy = arrow
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                view = self.scene.view
                self._set_view(view.moved(dx * view.width * _PAN_SHARE, dy * view.height * _PAN_SHARE))
            else:
                self._step(direction)
            return
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case Qt.Key.Key_0:
                self.fit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._selected is not None:
                self._read()
            case _:
                super().keyPressEvent(event)

    def _step(self, direction: Direction) -> None:
        """Select the nearest facility in a direction; with none selected, the first one."""
        if not self._shown:
            return
        spot = self._selected_spot()
        if spot is None:
            self.chosen.emit(self._shown[0].facility.id)
            return
        found = nearest_towards([one.point for one in self._shown], self._shown.index(spot), direction)
        if found is not None:
            self.chosen.emit(self._shown[found].facility.id)

    def _read(self) -> None:
        if self._selected is not None:
            self.read_requested.emit(self._selected.id)

"""Colours, type and icons by meaning, in light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QGuiApplication,
    QPalette,
)
from PySide6.QtWidgets import QApplication

from bluebook_desktop.paths import bundled

if TYPE_CHECKING:
    from PySide6.QtGui import QBrush, QIcon, QPainter, QPixmap

ColorName = Literal[
    "paper",
    "panel",
    "chrome",
    "ink",
    "soft",
    "rule",
    "accent",
    "accent_soft",
    "on_accent",
    "hover",
    "hit",
    "hit_ink",
    "diplomacy",
    "agreements",
    "defence",
    "realignment",
    "incidents",
    "sea",
    "land",
    "coast",
]
Role = Literal["interface", "strong", "small", "small_strong", "title", "serif"]

_LIGHT: dict[ColorName, str] = {
    "paper": "#FFFFFF",
    "panel": "#FAF9F6",
    "chrome": "#F3F2EE",
    "ink": "#1E2329",
    "soft": "#59626E",
    "rule": "#DEDAD2",
    "accent": "#1F4F8F",
    "accent_soft": "#E4ECF7",
    "on_accent": "#FFFFFF",
    "hover": "#EFEDE7",
    "hit": "#FFE38A",
    "hit_ink": "#1E2329",
    "diplomacy": "#2A66B0",
    "agreements": "#6B47A6",
    "defence": "#0E7268",
    "realignment": "#3B751A",
    "incidents": "#AD4E06",
    "sea": "#E9EFF3",
    "land": "#F7F4EC",
    "coast": "#A9B2B8",
}
_DARK: dict[ColorName, str] = {
    "paper": "#16191D",
    "panel": "#202429",
    "chrome": "#1B1E23",
    "ink": "#E5E2DB",
    "soft": "#A0A8B3",
    "rule": "#343A42",
    "accent": "#8FB8F4",
    "accent_soft": "#263447",
    "on_accent": "#16191D",
    "hover": "#2A2F36",
    "hit": "#5E4E0E",
    "hit_ink": "#FFF6D8",
    "diplomacy": "#7FB0EE",
    "agreements": "#BBA0EA",
    "defence": "#5CC2B4",
    "realignment": "#93C86C",
    "incidents": "#EFA063",
    "sea": "#1A2229",
    "land": "#2A2E32",
    "coast": "#5B6670",
}
_FACES = ("SourceSerif4_400Regular", "SourceSerif4_600SemiBold")
#: With high contrast these are the platform's; the colours of kinds are never the only sign.
_PLATFORM: dict[ColorName, QPalette.ColorRole] = {
    "paper": QPalette.ColorRole.Base,
    "panel": QPalette.ColorRole.Window,
    "chrome": QPalette.ColorRole.Window,
    "ink": QPalette.ColorRole.WindowText,
    "soft": QPalette.ColorRole.WindowText,
    "rule": QPalette.ColorRole.WindowText,
    "accent": QPalette.ColorRole.WindowText,
    "accent_soft": QPalette.ColorRole.Base,
    "on_accent": QPalette.ColorRole.Window,
    "hover": QPalette.ColorRole.Window,
    "hit": QPalette.ColorRole.Highlight,
    "hit_ink": QPalette.ColorRole.HighlightedText,
}
_ITALIC = "SourceSerif4_400Regular_Italic"
READING_FAMILY = "Source Serif 4"
_SPARE = "MPLUS1p_400Regular"
#: Has Latin and Japanese letters, for systems that have none.
SPARE_FAMILY = "M PLUS 1p"
#: Pixel sizes at 100 %.
_SIZES: dict[Role, float] = {
    "interface": 13,
    "strong": 13,
    "small": 11.5,
    "small_strong": 11.5,
    "title": 15,
    "serif": 15,
}
#: Icons are drawn in a square of so many units, with strokes of that width.
_UNITS = 24
_STROKE = 1.75
#: A lighter ground than this is a light theme's.
_MIDDLE = 128
_STRONG = frozenset({"strong", "small_strong", "title"})


class Theme(QObject):
    """The look of the program; `changed` says that colours are others now."""

    changed = Signal()

    def __init__(self, application: QApplication, choice: str = "system") -> None:
        """`choice` is ``system``, ``light`` or ``dark``."""
        super().__init__(application)
        self._application = application
        self._choice = choice
        self._styled = False
        self._colors: dict[ColorName, QColor] = {}
        self._icons: dict[tuple[str, str], QIcon] = {}
        self._has_italic = False
        for face in _FACES:
            _load(face)
        _lend_letters(application)
        application.setFont(self.font("interface"))
        # The platform's own palette tells light from dark without the Qt namespace (see FirstFrame).
        self._platform = application.palette()
        self._system_is_dark = self._platform.color(QPalette.ColorRole.Window).lightness() < _MIDDLE
        self._high_contrast = False
        self._apply()

    @property
    def choice(self) -> str:
        """What the user chose: ``system``, ``light`` or ``dark``."""
        return self._choice

    @property
    def is_dark(self) -> bool:
        """Whether the colours in use are the dark ones."""
        return self._system_is_dark if self._choice == "system" else self._choice == "dark"

    def follow_system(self) -> None:
        """Change with the system's colours from now on."""
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_scheme_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_contrast_changed)
        self._on_scheme_changed()
        self._on_contrast_changed()

    def choose(self, choice: str) -> None:
        """Change to ``system``, ``light`` or ``dark`` at once."""
        if choice != self._choice:
            self._choice = choice
            self._apply()
            self.changed.emit()

    def color(self, name: ColorName) -> QColor:
        """The colour of that meaning."""
        return self._colors[name]

    def brush(self, name: ColorName) -> QBrush:
        """The colour as a brush, made without the Qt namespace, which QBrush(QColor) would load."""
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, self._colors[name])
        return palette.brush(QPalette.ColorRole.Text)

    def font(self, role: Role) -> QFont:
        """The typeface of that role; `serif` is the reading face at the size that Details use."""
        font = QFont(READING_FAMILY if role == "serif" else self._application.font().family())
        font.setPixelSize(round(_SIZES[role]))
        if role in _STRONG:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def italic(self) -> QFont:
        """The reading face in italics, loaded when it is first asked for."""
        if not self._has_italic:
            self._has_italic = True
            _load(_ITALIC)
        font = self.font("serif")
        font.setItalic(True)
        return font

    def icon(self, name: str, color: ColorName = "soft") -> QIcon:
        """A line icon from ``resources/icons`` in a colour of the theme."""
        key = (name, self._colors[color].name())
        if key not in self._icons:
            from PySide6.QtGui import QIcon  # noqa: PLC0415 - the first icon loads it

            icon = QIcon()
            for scale in (1, 2):
                icon.addPixmap(self._draw(name, self._colors[color], 20, scale))
            faded = QColor(self._colors[color])
            faded.setAlphaF(0.4)
            icon.addPixmap(self._draw(name, faded, 20, 2), QIcon.Mode.Disabled)
            self._icons[key] = icon
        return self._icons[key]

    def _draw(self, name: str, color: QColor, size: int, scale: int) -> QPixmap:
        from PySide6.QtCore import QSize, Qt  # noqa: PLC0415 - the first icon loads them
        from PySide6.QtGui import QPainter, QPixmap  # noqa: PLC0415

        pixmap = QPixmap(QSize(size, size) * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(color.alphaF())
        _paint_icon(painter, name, color, size)
        painter.end()
        return pixmap

    def _on_scheme_changed(self) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - see FirstFrame

        scheme = QGuiApplication.styleHints().colorScheme()
        if scheme == Qt.ColorScheme.Unknown or self._system_is_dark == (scheme == Qt.ColorScheme.Dark):
            return
        self._system_is_dark = scheme == Qt.ColorScheme.Dark
        if self._choice == "system":
            self._apply()
            self.changed.emit()

    def _on_contrast_changed(self) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - as above

        wanted = QGuiApplication.styleHints().accessibility().contrastPreference()
        self.set_high_contrast(wanted == Qt.ContrastPreference.HighContrast)

    @property
    def high_contrast(self) -> bool:
        """Whether the platform's colours are in use: what only a tint tells needs a line as well."""
        return self._high_contrast

    def set_high_contrast(self, wanted: bool) -> None:
        """Let the platform's own colours win, as it asks for where the reader needs high contrast."""
        if wanted != self._high_contrast:
            self._high_contrast = wanted
            self._apply()
            self.changed.emit()

    def _values(self) -> dict[ColorName, str]:
        """The colours in use, by name."""
        own = _DARK if self.is_dark else _LIGHT
        if not self._high_contrast:
            return own
        return {**own, **{name: self._platform.color(role).name() for name, role in _PLATFORM.items()}}

    def _apply(self) -> None:
        values = self._values()
        self._colors = {name: QColor(value) for name, value in values.items()}
        if self._styled:
            # Where one sheet follows another Qt dresses each widget once for every widget around it; after none, once.
            self._application.setStyleSheet("")
        self._application.setPalette(self._palette())
        if self._styled:
            self._application.setStyleSheet(self._style_sheet(values))

    def style(self) -> None:
        """Give plain widgets their shape from now on; the first paint has none."""
        self._styled = True
        self._application.setStyleSheet(self._style_sheet(self._values()))

    @staticmethod
    def _style_sheet(values: dict[ColorName, str]) -> str:
        """``resources/style/bluebook.qss`` with the names of colours replaced."""
        sheet = bundled("resources", "style", "bluebook.qss").read_text("utf-8")
        for name in sorted(values, key=len, reverse=True):
            sheet = sheet.replace(f"${name}", values[name])
        return sheet

    def _palette(self) -> QPalette:
        palette = QPalette()
        groups: dict[QPalette.ColorRole, ColorName] = {
            QPalette.ColorRole.Window: "chrome",
            QPalette.ColorRole.WindowText: "ink",
            QPalette.ColorRole.Base: "paper",
            QPalette.ColorRole.AlternateBase: "panel",
            QPalette.ColorRole.Text: "ink",
            QPalette.ColorRole.Button: "paper",
            QPalette.ColorRole.ButtonText: "ink",
            QPalette.ColorRole.BrightText: "on_accent",
            QPalette.ColorRole.Highlight: "accent_soft",
            QPalette.ColorRole.HighlightedText: "ink",
            QPalette.ColorRole.PlaceholderText: "soft",
            QPalette.ColorRole.ToolTipBase: "panel",
            QPalette.ColorRole.ToolTipText: "ink",
            QPalette.ColorRole.Link: "accent",
            QPalette.ColorRole.Accent: "accent",
            QPalette.ColorRole.Mid: "rule",
        }
        for role, name in groups.items():
            palette.setColor(role, self._colors[name])
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self._colors["soft"])
        return palette


def _load(face: str) -> None:
    QFontDatabase.addApplicationFont(str(bundled("resources", "fonts", f"{face}.ttf")))


def _lend_letters(application: QApplication) -> None:
    """On a system without letters, or without Japanese ones, text would be boxes: load a typeface that has both.

    Qt falls back to it by itself; only where the interface has no typeface at all does it have to be named.
    """
    if QFontDatabase.families(QFontDatabase.WritingSystem.Japanese):
        return
    bare = QFontInfo(application.font()).family() == READING_FAMILY  # which is ours, so the system has none
    _load(_SPARE)
    if bare:
        application.setFont(QFont(SPARE_FAMILY))


def _paint_icon(painter: QPainter, name: str, color: QColor, size: int) -> None:
    """Paint an icon of ``resources/icons`` into a square."""
    from PySide6.QtCore import QByteArray, QRectF, Qt  # noqa: PLC0415 - as above
    from PySide6.QtGui import QColor, QPen  # noqa: PLC0415

    from bluebook_desktop.gui.line_icons import line_path  # noqa: PLC0415

    svg = bundled("resources", "icons", f"{name}.svg").read_text("utf-8")
    lines = line_path(svg)
    if lines is None:
        from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - 3 MB that not every window needs

        renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", color.name()).encode()))
        renderer.render(painter, QRectF(0, 0, size, size))
        return
    ends, joins = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(QColor(color.name()), _STROKE, Qt.PenStyle.SolidLine, ends, joins))
    painter.scale(size / _UNITS, size / _UNITS)
    painter.drawPath(lines)

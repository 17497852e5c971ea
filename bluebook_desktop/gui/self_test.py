"""`bluebook-desktop --self-test`: whether this installation has all that the program needs, and what it found."""

from __future__ import annotations

import functools
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import (
    QBuffer,
    QCollator,
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QMarginsF,
    QPluginLoader,
    qVersion,
)
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFontInfo,
    QGuiApplication,
    QIcon,
    QInputMethodEvent,
    QPainter,
    QPdfWriter,
    QTextLayout,
)
from PySide6.QtWidgets import QApplication, QLineEdit

from bluebook_desktop.errors import BluebookError
from bluebook_desktop.gui.search.field import SearchField
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.paths import bundled, user_folders
from bluebook_desktop.services.installation import Check, check_installation, look

#: Qt's plugins that the program cannot do without, or has so that it fits in; by system.
_PLUGINS = {
    "linux": (
        *("platforms/libqxcb", "platforms/libqwayland", "platforms/libqoffscreen", "iconengines/libqsvgicon"),
        *("imageformats/libqsvg", "platforminputcontexts/libcomposeplatforminputcontextplugin"),
        *("platforminputcontexts/libibusplatforminputcontextplugin", "platformthemes/libqxdgdesktopportal"),
        *("wayland-shell-integration/libxdg-shell", "wayland-decoration-client/libadwaita"),
        *("xcbglintegrations/libqxcb-egl-integration", "xcbglintegrations/libqxcb-glx-integration"),
    ),
    "win32": ("platforms/qwindows", "platforms/qoffscreen", "iconengines/qsvgicon", "styles/qmodernwindowsstyle"),
    "darwin": ("platforms/libqcocoa", "platforms/libqoffscreen", "iconengines/libqsvgicon", "styles/libqmacstyle"),
}
_ENDINGS = {"linux": ".so", "win32": ".dll", "darwin": ".dylib"}
#: Latin, with a macron as names have it, and Japanese.
_LETTERS = "Kōno 外務省 いろは"
#: By language; by code point “Zoo” would come first and “Ärger” last.
_SORTED = ["apple", "Ärger", "zebra", "Zoo", "いろは"]
_UNSORTED = ["Zoo", "いろは", "Ärger", "zebra", "apple"]
_SIDE = 32


def self_test(report: Path | None) -> int:
    """Print each check as it is done, and write all of it into a file where one is named; the exit status."""
    lines = []
    failed = False
    for check in _checks():
        lines.append(str(check))
        failed = failed or check.state == "failed"
        _tell(lines[-1])
    lines.append("Something is missing or damaged." if failed else "All that the program needs is there.")
    _tell(lines[-1])
    if report is not None:
        try:
            report.write_text("\n".join(lines) + "\n", "utf-8")
        except OSError as error:
            raise BluebookError(f"The report cannot be written to {report}.") from error
    return 1 if failed else 0


def _tell(line: str) -> None:
    """Print at once; a window's program has no standard output on Windows."""
    if sys.stdout is not None:
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.write(f"{line}\n".encode(encoding, "backslashreplace").decode(encoding))
        sys.stdout.flush()


def _checks() -> Iterator[Check]:
    yield from check_installation(user_folders())
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    theme = Theme(application)
    yield Check("Qt", "ok", f"{qVersion()}, PySide6 {pyside_version}")
    yield look("Display", _display)
    for name in _PLUGINS.get(sys.platform, ()):
        yield _plugin(name)
    yield look("Pictures", _draw_svg)
    yield look("Letters", lambda: _letters(theme))
    yield look("Order", _sort)
    yield look("Input method", lambda: _compose(theme))
    yield look("Accessibility", _read_aloud)
    yield look("PDF", lambda: _print(theme))


def _display() -> str:
    screens = [
        f"{screen.size().width()}x{screen.size().height()} at factor {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    ]
    return f"{QGuiApplication.platformName()}, {', '.join(screens) or 'no screen'}"


def _plugin(name: str) -> Check:
    """Load a plugin with all the libraries that it needs.

    Ours must be there; where only the host lacks a library, as one for Wayland under X11 alone, it is done without.
    """
    title = f"Plugin {name.replace('/lib', '/')}"
    path = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), name + _ENDINGS[sys.platform])
    if not path.is_file():
        return Check(title, "failed", f"{path} is missing")
    loader = QPluginLoader(str(path))
    if loader.load():
        return Check(title, "ok", "loads")
    lacking = re.search(r"(\S+): cannot open shared object file", loader.errorString())
    why = f"this system lacks {lacking[1]}" if lacking else loader.errorString()
    return Check(title, "note", f"not of use here, since {why}")


def _draw_svg() -> str:
    image = QIcon(str(bundled("resources", "icons", "search.svg"))).pixmap(_SIDE, _SIDE).toImage()
    drawn = any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))
    if not drawn:
        raise BluebookError("SVG icons are not drawn.")
    return "SVG icons are drawn"


def _letters(theme: Theme) -> str:
    """Every letter must have a shape of its own in some typeface, else it is shown as a box."""
    families: dict[str, None] = {}
    for font in (theme.font("interface"), theme.font("serif")):
        layout = QTextLayout(_LETTERS, font)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        for run in layout.glyphRuns():
            families[run.rawFont().familyName()] = None
            if 0 in run.glyphIndexes():
                raise BluebookError(f"{QFontInfo(font).family()} shows boxes instead of letters in “{_LETTERS}”.")
    return f"“{_LETTERS}” in {', '.join(families)}"


def _sort() -> str:
    collator = QCollator(QLocale(QLocale.Language.English))
    found = sorted(_UNSORTED, key=functools.cmp_to_key(collator.compare))
    if found != _SORTED:
        raise BluebookError(f"Words are not sorted by language: {', '.join(found)}.")
    return f"by language ({', '.join(found)})"


def _compose(theme: Theme) -> str:
    """What an input method does: letters not yet decided on, then the words that were chosen."""
    field = SearchField(theme)
    told: list[str] = []
    field.typed.connect(told.append)
    QCoreApplication.sendEvent(field, QInputMethodEvent("にほん", []))
    undecided = field.text()
    chosen = QInputMethodEvent("", [])
    chosen.setCommitString("日本")
    QCoreApplication.sendEvent(field, chosen)
    if undecided or told[-1:] != ["日本"]:
        raise BluebookError("The search field does not take what an input method writes.")
    asked = os.environ.get("QT_IM_MODULES") or os.environ.get("QT_IM_MODULE") or "the platform’s own"
    return f"the search field takes what one writes; asked for: {asked.replace(';', ', ')}"


def _read_aloud() -> str:
    field = QLineEdit()
    field.setAccessibleName("Search")
    interface = QAccessible.queryAccessibleInterface(field)
    if interface is None or interface.text(QAccessible.Text.Name) != "Search":
        raise BluebookError("Widgets do not say their names to screen readers.")
    return "widgets say their names"


def _print(theme: Theme) -> str:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageMargins(QMarginsF(20, 20, 20, 20))
    painter = QPainter(writer)
    painter.setFont(theme.font("serif"))
    painter.setPen(QColor("black"))
    painter.drawText(200, 400, _LETTERS)
    painter.end()
    size = buffer.size()
    if not buffer.data().startsWith(b"%PDF") or b"/FontFile2" not in bytes(buffer.data().data()):
        raise BluebookError("A page cannot be written as PDF with its typeface.")
    return f"a page of {size:,} bytes with its typefaces"

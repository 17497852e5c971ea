"""What to tell whoever helps: versions, library, screen; nothing of what was read or searched."""

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.services.about import facts
from bluebook_desktop.storage.library import Library


def diagnostics(library: Library, theme: Theme) -> str:
    """Lines of names and values, ready to be pasted."""
    lines = [str(facts(library)), f"Qt: {qVersion()}, PySide6 {pyside_version}"]
    lines.append(f"Platform plugin: {QGuiApplication.platformName()}")
    for screen in QGuiApplication.screens():
        size = screen.size()
        lines.append(f"Screen: {size.width()}x{size.height()} at factor {screen.devicePixelRatio():g}")
    lines.append(f"Colours: {theme.choice} ({'dark' if theme.is_dark else 'light'})")
    lines.append(f"Interface font: {QGuiApplication.font().family()}")
    return "\n".join(lines) + "\n"

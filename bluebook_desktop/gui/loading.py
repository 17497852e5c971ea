"""Loads, after the first paint, what the finished window is made of, in portions.

Two thirds of what it costs to build the window is loading its modules; one at a time, and the text can be scrolled
meanwhile.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Lower layers first: each module takes with it only what is not loaded yet, so that no portion is large.
_PORTIONS = (
    "gui.crash",
    "gui.single_instance",
    "gui.doorbell",  # the first that needs the Qt namespace, which comes whole
    "gui.actions",
    "gui.appearance",
    "domain.imports",
    "gui.importing.controller",
    "domain.dates",
    "domain.records",
    "services.marks",
    "gui.mark_choice",
    "gui.navigation",
    "gui.widgets.chips",
    "gui.decisions.strip",
    "gui.decisions.window",
    "gui.dialogs.opening",
    "gui.widgets.tips",
    "gui.status_bar",
    "gui.window_memory",
    "gui.centre",
    "domain.notebook",
    "gui.decisions.desk",
    "gui.navigator",
    "gui.tasks",
    "gui.search.controller",
    "gui.panes",
    "gui.contents.panel",
    "gui.side_bar",
    "gui.top_bar",
    "gui.workspace",
    "gui.line_icons",
    "gui.mouse_history",
    "gui.reader.mark_lines",
    "gui.reader.painting",
    "domain.folding",
    "services.pointers",
    "gui.reader.explaining",
    "gui.reader.guide",
    "gui.reader.marking",
    "domain.decisions",
    "domain.laying",
    "storage.records",
    "gui.notebook_keeper",
    "storage.backups",
    "gui.importing.drops",
    "gui.importing.helpers",
    "storage.notebook_decisions",
    "services.notebook",
    "services.going_over",
    "gui.libraries",
)


def load_modules() -> Iterator[None]:
    """Load a portion at each step."""
    for name in _PORTIONS:
        import_module(f"bluebook_desktop.{name}")
        yield


def load_types() -> None:
    """Let PySide make the types of all widgets, which it does when it first meets one that Qt has made itself."""
    QScrollArea().viewport()


def load_tab(tab: str) -> Iterator[None]:
    """Load what the panel of a tab beside the reader is made of."""
    import_module(f"bluebook_desktop.gui.{tab}.panel")
    yield

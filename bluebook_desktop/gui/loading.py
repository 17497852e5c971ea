"""Loads, after the first paint, what the finished window is made of, in portions; then what the other tabs are.

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
#: What the tabs beside the reader and Details are made of, the same way.
_VIEWS = (
    "gui.timeline.scale",
    "gui.timeline.entries",
    "gui.timeline.moving",
    "gui.timeline.layout",
    "gui.timeline.words",
    "gui.timeline.cards",
    "gui.timeline.labels",
    "gui.timeline.sprites",
    "gui.timeline.painting",
    "gui.timeline.keys",
    "gui.widgets.painted_view",
    "gui.timeline.axis",
    "gui.widgets.export_button",
    "gui.timeline.exporting",
    "gui.timeline.filtering",
    "gui.widgets.menu_chip",
    "gui.timeline.filters",
    "gui.timeline.model",
    "gui.timeline.overview",
    "gui.widgets.record_views",
    "gui.timeline.table",
    "gui.timeline.zoom_row",
    "gui.widgets.filter_bar",
    "gui.timeline.panel",
    "domain.geometry",
    "domain.labels",
    "domain.outline",
    "gui.facilities.outline",
    "gui.facilities.scene",
    "gui.facilities.painting",
    "gui.facilities.words",
    "gui.facilities.canvas",
    "gui.facilities.filtering",
    "gui.facilities.model",
    "gui.widgets.text_block",
    "gui.facilities.delegate",
    "gui.facilities.exporting",
    "gui.widgets.filtered_panel",
    "gui.facilities.panel",
    "gui.quotations.filtering",
    "gui.quotations.date_filter",
    "gui.quotations.exporting",
    "gui.widgets.record_rows",
    "gui.quotations.model",
    "gui.quotations.delegate",
    "gui.quotations.panel",
    "gui.widgets.links",
    "gui.widgets.text_view",
    "gui.details.cards",
    "services.relations",
    "gui.details.composing",
    "gui.people.model",
    "gui.people.delegate",
    "gui.details.stock",
    "gui.details.card_view",
    "gui.decisions.words",
    "gui.details.people",
    "gui.people.page",
    "gui.people.panel",
    "gui.details.button_row",
    "gui.decisions.form",
    "services.origins",
    "services.decisions",
    "gui.details.deciding",
    "gui.details.events",
    "gui.details.facilities",
    "gui.details.passages",
    "gui.details.quotations",
    "gui.details.panel",
    "gui.details.wiring",
)


def load_modules() -> Iterator[None]:
    """Load a portion at each step."""
    for name in _PORTIONS:
        import_module(f"bluebook_desktop.{name}")
        yield


def load_views() -> Iterator[None]:
    """Load, likewise, what is seen when another tab is opened or something is selected."""
    for name in _VIEWS:
        import_module(f"bluebook_desktop.{name}")
        yield


def load_types() -> None:
    """Let PySide make the types of all widgets, which it does when it first meets one that Qt has made itself."""
    QScrollArea().viewport()


def load_tab(tab: str) -> Iterator[None]:
    """Load what the panel of a tab beside the reader is made of."""
    import_module(f"bluebook_desktop.gui.{tab}.panel")
    yield

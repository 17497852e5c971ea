"""The five tabs. A panel is made when its tab is first opened, or before, when there is nothing else to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from bluebook_desktop.gui.reader.panel import ReaderPanel
from bluebook_desktop.gui.spoken_roles import speak_as
from bluebook_desktop.gui.steps import dressing
from bluebook_desktop.gui.theme import Theme

if TYPE_CHECKING:
    from bluebook_desktop.domain.references import Reference
    from bluebook_desktop.gui.tasks import AnyLane, Lane
    from bluebook_desktop.services.sections import OpenSection

TABS = ("reader", "timeline", "facilities", "quotations", "people")


@dataclass(frozen=True, slots=True)
class PanelLanes:
    """Where the work of the panels is done: `files` writes what is exported, `filtering` finds what is filtered."""

    files: AnyLane
    filtering: Lane


class RecordPanel(Protocol):
    """What the panels of the tabs beside the reader have in common.

    Some have `followed` (a record that a link in them leads to), `place_requested` (words to read in place) and `said`
    (what was done, in a sentence) besides; some make ready, step by step, widgets before they know a section
    (`preparing`) or pictures when they do (`drawing`).
    """

    selected: SignalInstance
    read_requested: SignalInstance
    status_changed: SignalInstance

    @property
    def status(self) -> str:
        """A line for the status bar."""

    def set_section(self, section: OpenSection) -> None:
        """Show the records of a section."""

    def select(self, reference: Reference | None) -> None:
        """Select a record without telling."""

    def state(self) -> dict[str, Any]:
        """What to remember."""

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what was remembered."""


def _make_timeline(theme: Theme, lanes: PanelLanes) -> QWidget:
    from bluebook_desktop.gui.timeline.panel import TimelinePanel  # noqa: PLC0415 - made at first sight

    return TimelinePanel(theme, lane=lanes.files, filtering=lanes.filtering)


def _make_facilities(theme: Theme, lanes: PanelLanes) -> QWidget:
    from bluebook_desktop.gui.facilities.panel import FacilitiesPanel  # noqa: PLC0415

    return FacilitiesPanel(theme, lane=lanes.files)


def _make_quotations(theme: Theme, lanes: PanelLanes) -> QWidget:
    from bluebook_desktop.gui.quotations.panel import QuotationsPanel  # noqa: PLC0415

    return QuotationsPanel(theme, lane=lanes.files)


def _make_people(theme: Theme, _lanes: PanelLanes) -> QWidget:
    from bluebook_desktop.gui.people.panel import PeoplePanel  # noqa: PLC0415

    return PeoplePanel(theme)


_MAKERS: dict[str, Callable[[Theme, PanelLanes], QWidget]] = {
    "timeline": _make_timeline,
    "facilities": _make_facilities,
    "quotations": _make_quotations,
    "people": _make_people,
}


class Centre(QWidget):
    """Reader, Timeline, Facilities, Quotations, People.

    `opened` tells which tab is shown, `clicked` that the user chose it.
    """

    opened = Signal(str)
    clicked = Signal(str)
    panel_made = Signal(str, object)

    def __init__(self, theme: Theme, reader: ReaderPanel, lanes: PanelLanes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._theme = theme
        self._panels: dict[str, Any] = {}
        #: Panels that were made before their tab was opened, and know no section yet.
        self._bare: set[str] = set()
        self._opened: set[str] = set()
        self._asked = False
        self._section: OpenSection | None = None
        self._selection: Reference | None = None
        #: Tabs that show records, or a selection, as they were before.
        self._outdated: set[str] = set()
        self._behind: set[str] = set()
        self.reader = reader
        self._bar = QTabBar(self)
        self._bar.setAccessibleName(self.tr("Views"))
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.setElideMode(Qt.TextElideMode.ElideNone)
        titles = (
            self.tr("Reader"),
            self.tr("Timeline"),
            self.tr("Facilities"),
            self.tr("Quotations"),
            self.tr("People"),
        )
        for name, words in zip(TABS, titles, strict=True):
            self._bar.setTabData(self._bar.addTab(words), name)
        self._stack = QStackedWidget(self)
        strip = QWidget(self)
        speak_as(strip, "group")
        strip.setAccessibleName(self._bar.accessibleName())  # of a row of tabs Qt says but the one that is open
        strip.setObjectName("tab_strip")
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        in_strip = QVBoxLayout(strip)
        in_strip.setContentsMargins(12, 0, 12, 0)
        in_strip.addWidget(self._bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(strip)
        layout.addWidget(self._stack, 1)
        self._bar.currentChanged.connect(self._on_changed)
        self._bar.tabBarClicked.connect(self._on_clicked)

    def take_reader(self) -> None:
        """Let the reader stand here from now on; until then it may be shown elsewhere."""
        self._stack.insertWidget(0, self.reader)
        self._stack.setCurrentWidget(self.reader)

    @property
    def tab(self) -> str:
        """The name of the tab that is shown."""
        return str(self._bar.tabData(self._bar.currentIndex()))

    @property
    def made(self) -> dict[str, Any]:
        """The panels whose tabs were opened so far, by tab, without the reader."""
        return {tab: panel for tab, panel in self._panels.items() if tab in self._opened}

    def panel(self, tab: str) -> Any:
        """The panel of a tab beside the reader, made when it is first asked for."""
        self._opened.add(tab)
        return self._ready(tab)

    def _ready(self, tab: str) -> Any:
        if tab not in self._panels:
            self._make(tab)
        if tab in self._bare:
            self._bare.discard(tab)
            self.panel_made.emit(tab, self._panels[tab])
        return self._panels[tab]

    def _make(self, tab: str) -> Any:
        panel = _MAKERS[tab](self._theme, self._lanes)
        self._panels[tab] = panel
        self._bare.add(tab)
        self._stack.addWidget(panel)
        return panel

    def preparing(self) -> Iterator[None]:
        """Make, step by step, the panels of the tabs that were not opened yet."""
        for tab in _MAKERS:
            if tab not in self._panels:
                panel = self._make(tab)
                yield
                yield from dressing(panel)
                if hasattr(panel, "preparing"):
                    yield from panel.preparing()
                self._ready(tab)
                yield
                if hasattr(panel, "drawing"):
                    yield from panel.drawing()

    # What the panels show: the one that is seen at once, the others when they are

    def set_section(self, section: OpenSection) -> None:
        """Show the records of a section in all panels; the reader shows its text already."""
        self._section = section
        self._outdated = set(self._panels)
        self._bring_up_to_date(self.tab)

    def select(self, reference: Reference | None) -> None:
        """Show something as selected in all panels that were made so far."""
        self._selection = reference
        self._behind = set(self._panels)
        self._bring_up_to_date(self.tab)

    def show_anew(self) -> None:
        """Show the records as they were last decided on; what is filtered and selected stays."""
        self._outdated = {"reader", *self._panels}
        self._bring_up_to_date(self.tab)

    def _bring_up_to_date(self, tab: str) -> None:
        panel = self._panels.get(tab)
        if tab in self._outdated and self._section is not None:
            self._outdated.discard(tab)
            if panel is None:
                self.reader.show_records()
            else:
                panel.set_section(self._section)
                self._behind.add(tab)
        if panel is not None and tab in self._behind:
            self._behind.discard(tab)
            panel.select(self._selection)

    def show_tab(self, tab: str) -> None:
        """Show a tab."""
        self._asked = True
        self._bar.setCurrentIndex(TABS.index(tab))
        self._asked = False

    def focus(self) -> None:
        """Give the keyboard to the panel that is shown."""
        shown = self._stack.currentWidget()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_changed(self, index: int) -> None:
        name = str(self._bar.tabData(index))
        focus = self.window().focusWidget()
        had_focus = focus is not None and self._stack.isAncestorOf(focus)
        self._stack.setCurrentWidget(self.reader if name == "reader" else self.panel(name))
        self._bring_up_to_date(name)
        if had_focus:  # Qt would give it to whatever comes next
            self.focus()
        self.opened.emit(name)
        if not self._asked:  # by the arrow keys in the row of tabs
            self.clicked.emit(name)

    def _on_clicked(self, index: int) -> None:
        if index >= 0:
            self.clicked.emit(str(self._bar.tabData(index)))

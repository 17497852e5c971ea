"""The bar at the top: Back, Forward, the search field and the menu."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from bluebook_desktop.gui.search.field import SearchField
from bluebook_desktop.gui.theme import Theme


class TopBar(QWidget):
    """Holds the search field in its middle; the buttons show the actions they are given."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(48)
        self.back = self._button("back", self.tr("Back"))
        self.forward = self._button("forward", self.tr("Forward"))
        self.menu = self._button("menu", self.tr("Menu"))
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.field = SearchField(theme, self)
        left = QWidget(self)
        buttons = QHBoxLayout(left)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(8)
        buttons.addWidget(self.back)
        buttons.addWidget(self.forward)
        buttons.addStretch(1)
        right = QWidget(self)
        at_right = QHBoxLayout(right)
        at_right.setContentsMargins(0, 0, 0, 0)
        at_right.addStretch(1)
        at_right.addWidget(self.menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(12)
        layout.addWidget(left, 1)
        layout.addWidget(self.field, 4)
        layout.addWidget(right, 1)
        theme.changed.connect(self._dress)
        self._dress()

    def set_actions(self, back: QAction, forward: QAction) -> None:
        """Let the buttons do what the actions do, and be on as they are."""
        for button, action in ((self.back, back), (self.forward, forward)):
            button.setEnabled(action.isEnabled())
            button.clicked.connect(action.trigger)
            action.enabledChanged.connect(button.setEnabled)
            button.setToolTip(f"{action.text()} ({action.shortcut().toString()})")

    def _button(self, icon: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("icon_name", icon)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setIconSize(QSize(18, 18))
        button.setFixedSize(32, 30)
        return button

    def _dress(self) -> None:
        for button in (self.back, self.forward, self.menu):
            button.setIcon(self._theme.icon(button.property("icon_name"), "ink"))

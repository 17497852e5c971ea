"""Words that are read and can be selected, as tall as they are long."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.widgets.text_view import ExcerptView, TextView


def test_the_height_follows_the_words_and_the_width(qtbot: QtBot, theme: Theme) -> None:
    view = TextView(theme)
    qtbot.addWidget(view)
    view.set_words("rock solid")
    low = view.heightForWidth(200)
    view.set_words("rock solid " * 20)
    high = view.heightForWidth(200)
    assert high > 4 * low
    assert view.heightForWidth(400) < high


def test_an_excerpt_of_a_wrapped_original_runs_on(qapp: QApplication, theme: Theme) -> None:
    view = ExcerptView(theme)
    view.set_pieces([("… whose\nfirst journey took ", False), ("her\nto Tokyo", True), (" …", False)], "Around it")
    assert view.toPlainText() == "… whose first journey took her to Tokyo …"

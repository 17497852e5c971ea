"""Words that are as tall as they are long."""

from pytestqt.qtbot import QtBot

from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.widgets.text_view import TextView


def test_the_height_follows_the_words_and_the_width(qtbot: QtBot, theme: Theme) -> None:
    view = TextView(theme)
    qtbot.addWidget(view)
    view.set_words("rock solid")
    low = view.heightForWidth(200)
    view.set_words("rock solid " * 20)
    high = view.heightForWidth(200)
    assert high > 4 * low
    assert view.heightForWidth(400) < high

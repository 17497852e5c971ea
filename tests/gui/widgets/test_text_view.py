"""Words that are read and can be selected."""

from PySide6.QtWidgets import QApplication

from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.widgets.text_view import ExcerptView


def test_an_excerpt_of_a_wrapped_original_runs_on(qapp: QApplication, theme: Theme) -> None:
    view = ExcerptView(theme)
    view.set_pieces([("… whose\nfirst journey took ", False), ("her\nto Tokyo", True), (" …", False)], "Around it")
    assert view.toPlainText() == "… whose first journey took her to Tokyo …"

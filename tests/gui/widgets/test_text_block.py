"""Words set for painting: which of them is at a point."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.widgets.text_block import Run, TextBlock

INK = QColor("black")


def block(theme: Theme, *words: str) -> TextBlock:
    return TextBlock([Run(one, INK) for one in words], theme.font("interface"), 400, line_height=20)


def test_the_word_at_a_point_is_found_in_code_points(qapp: QApplication, theme: Theme) -> None:
    found = block(theme, "😀😀 Abe", "\N{LINE SEPARATOR}Speech")
    assert found.offset_at(1, 5) == 0
    assert found.offset_at(found.natural_width + 30, 5) is None
    second = found.offset_at(2, 25)
    assert second is not None
    assert found.text[second] == "S"


def test_beside_the_words_there_is_nothing(qapp: QApplication, theme: Theme) -> None:
    found = block(theme, "Abe")
    for x, y in ((-1, 5), (390, 5), (5, -1), (5, 21)):
        assert found.offset_at(x, y) is None


def test_the_lines_of_a_wrapped_original_are_parted_by_blanks(qapp: QApplication, theme: Theme) -> None:
    """Qt itself would draw “willdefend”."""
    assert block(theme, "The United States will\ndefend Japan", "\r\nby every means").text == (
        "The United States will defend Japan  by every means"
    )

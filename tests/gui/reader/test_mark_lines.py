"""How marks look: each kind by its form alone, dark enough in both themes, where the words are."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from bluebook_desktop.gui.reader.mark_lines import LOOKS, draw_line, pen_of
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.services.marks import MarkKind

from ..hands import Hands, settle


def luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def form(kind: MarkKind, theme: Theme) -> bytes:
    """The line of a kind in one colour, as its rows and gaps."""
    image = QImage(120, 12, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = pen_of(LOOKS[kind], theme)
    pen.setColor(QColor("black"))
    painter.setPen(pen)
    draw_line(painter, 4, 116, 4.5)
    painter.end()
    return bytes(255 if image.pixelColor(x, y).value() > 160 else 0 for y in range(12) for x in range(120))


def test_no_two_kinds_have_a_line_of_one_form(theme: Theme) -> None:
    forms = {kind: form(kind, theme) for kind in MarkKind}
    assert set(forms) == set(LOOKS)
    for kind in MarkKind:
        for other in MarkKind:
            if kind is not other:
                differing = sum(a != b for a, b in zip(forms[kind], forms[other], strict=True))
                assert differing >= 15, (kind, other)


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_every_line_stands_out_from_the_paper(theme: Theme, in_theme: Callable[[str], None], choice: str) -> None:
    in_theme(choice)
    paper = luminance(theme.color("paper"))
    for look in LOOKS.values():
        line = luminance(theme.color(look.color))
        assert (max(paper, line) + 0.05) / (min(paper, line) + 0.05) >= 4.5


def colored(hands: Hands, color: str) -> int:
    """How many pixels of the text's area are of a colour of the theme."""
    view = hands.window.reader.view
    image = view.viewport().grab().toImage()
    wanted = hands.window._theme.color(color)
    return sum(image.pixelColor(x, y) == wanted for y in range(image.height()) for x in range(image.width()))


def test_the_text_is_painted_with_its_marks_and_without_them_when_they_are_off(hands: Hands) -> None:
    assert colored(hands, "accent") > 100  # the link's line
    hands.do("marks")
    assert colored(hands, "accent") == 0
    hands.do("marks")
    assert colored(hands, "accent") > 100


def test_lines_follow_the_words_when_the_column_gets_narrower(hands: Hands) -> None:
    view = hands.window.reader.view
    for width in (1280, 700, 520):
        hands.window.resize(width, 800)
        settle()
        view.viewport().grab()
        for block, _ in view.visible_blocks():
            for stroke in view._marks.drawn(block).strokes:
                assert view.column.left - 1 <= stroke.x < stroke.end <= view.column.right + 1

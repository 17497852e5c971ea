"""Where a card stands, for any words in any window."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from bluebook_desktop.gui.reader.placing import LEAST, place_card

ROOM = QRect(8, 8, 1264, 784)


def test_a_card_stands_below_the_words_where_there_is_room() -> None:
    line = QRect(400, 300, 120, 24)
    assert place_card(QSize(300, 120), [line], line, ROOM) == QRect(400, 329, 300, 120)


def test_at_the_foot_of_the_window_it_stands_above() -> None:
    line = QRect(400, 740, 120, 24)
    assert place_card(QSize(300, 120), [line], line, ROOM) == QRect(400, 614, 300, 120)


def test_beside_words_that_fill_the_height_it_stands_at_their_right() -> None:
    words = [QRect(300, top, 500, 24) for top in range(0, 800, 27)]
    shown = place_card(QSize(300, 120), words, words[10], ROOM)
    assert shown is not None
    assert shown.left() == 805


def test_where_words_fill_the_window_the_line_that_is_pointed_at_stays_free() -> None:
    words = [QRect(10, top, 1200, 24) for top in range(0, 800, 27)]
    shown = place_card(QSize(300, 120), words, words[10], ROOM)
    assert shown is not None
    assert not shown.intersects(words[10])


_edge = st.integers(0, 700)
_lines = st.builds(QRect, _edge, _edge, st.integers(1, 400), st.integers(1, 40))


@given(_lines, st.integers(1, 12), st.integers(60, 400))
def test_it_is_always_inside_and_never_over_the_line(first: QRect, lines: int, high: int) -> None:
    words = [first.translated(0, number * first.height()) for number in range(lines)]
    line = words[lines // 2]
    shown = place_card(QSize(320, high), words, line, ROOM)
    if shown is None:
        above, below = line.top() - ROOM.top(), ROOM.bottom() - line.bottom()
        assert max(above, below) < LEAST + 6
    else:
        assert ROOM.contains(shown)
        assert not shown.intersects(line)


@given(_edge, _edge, st.integers(60, 90))
def test_it_is_never_over_other_lines_of_the_words_where_it_need_not_be(left: int, top: int, high: int) -> None:
    words = [QRect(left, top, 200, 24), QRect(left, top + 24, 200, 24)]
    shown = place_card(QSize(320, high), words, words[0], ROOM)
    assert shown is not None
    assert not any(shown.intersects(one) for one in words)

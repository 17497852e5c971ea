"""Words on the axis are shortened well."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.timeline.labels import Labels, elided

LONG = (
    "Return of a portion of the warehouse area of the Facilities and Engineering Compound in Camp Zukeran, agreed upon"
    " in the Consolidation Plan for Facilities and Areas in Okinawa"
)


@pytest.fixture(scope="module")
def metrics(theme: Theme) -> QFontMetricsF:
    return QFontMetricsF(theme.font("small"))


def test_what_has_room_is_left_whole(metrics: QFontMetricsF) -> None:
    assert elided(metrics, LONG, metrics.horizontalAdvance(LONG) + 2) == LONG


def test_a_title_ends_after_a_whole_word_without_marks(metrics: QFontMetricsF) -> None:
    room = metrics.horizontalAdvance("Return of a portion of the warehouse ar…") + 1
    assert elided(metrics, LONG, room) == "Return of a portion of the warehouse…"
    room = metrics.horizontalAdvance("Camp Zukeran, a…") + 1
    assert elided(metrics, "Camp Zukeran, agreed upon", room) == "Camp Zukeran…"


def test_a_long_word_is_cut_rather_than_left_out(metrics: QFontMetricsF) -> None:
    room = metrics.horizontalAdvance("On rearrang…") + 1
    assert elided(metrics, "On rearrangements", room) == "On rearrang…"


@settings(deadline=None)
@given(text=st.text(st.sampled_from("ab ,(“é日"), max_size=60), room=st.integers(20, 400))
def test_what_is_shown_never_takes_more_than_its_room(metrics: QFontMetricsF, text: str, room: int) -> None:
    assert metrics.horizontalAdvance(elided(metrics, text, room)) <= max(room, metrics.horizontalAdvance("…")) + 1


TITLES = (
    LONG,
    "Meeting of the Ministers for Foreign Affairs and Defense (“2+2”)",
    "日米安全保障協議委員会(2+2)共同発表 令和2年8月",
    "Kōno Tarō: “AV To WA, Ty.” – f i",
)


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_as_wide_as_its_words_together(theme: Theme, metrics: QFontMetricsF, title: str) -> None:
    assert Labels(theme.font("small")).width(title) == pytest.approx(metrics.horizontalAdvance(title), abs=1.5)


@pytest.mark.parametrize("title", TITLES)
def test_a_label_is_shortened_as_its_whole_text_would_be(theme: Theme, metrics: QFontMetricsF, title: str) -> None:
    labels = Labels(theme.font("small"))
    for room in range(72, round(metrics.horizontalAdvance(title)) - 6, 6):
        assert labels.laid_out(title, room).text() == elided(metrics, title, room)


@settings(deadline=None)
@given(text=st.text(st.sampled_from("ab ,(“é日ש"), max_size=60), room=st.integers(20, 400))
def test_a_label_is_whole_or_ends_with_an_ellipsis(theme: Theme, text: str, room: int) -> None:
    labels = Labels(theme.font("small"))
    shown = labels.laid_out(text, room).text()
    assert shown == text or shown.endswith("…")
    assert labels.width(shown) <= room + 2


def test_a_label_is_laid_out_once(theme: Theme) -> None:
    labels = Labels(theme.font("small"))
    assert labels.laid_out(LONG, 200) is labels.laid_out(LONG, 200)
    assert labels.laid_out(LONG).text() == LONG
    assert labels.laid_out(LONG, 200).text().endswith("…")

"""Words beside dots."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bluebook_desktop.domain.labels import Anchor, Rect, place_labels

ROOM = Rect(0, 0, 600, 300)
anchors = st.lists(
    st.builds(
        Anchor,
        st.integers(0, 600),
        st.integers(0, 300),
        st.just(4.5),
        st.tuples(st.tuples(st.integers(20, 160), st.just(14)), st.tuples(st.integers(10, 40), st.just(14))),
        st.just(ROOM),
    ),
    max_size=30,
)
others = st.lists(
    st.builds(lambda x, y: Rect(x, y, x + 90, y + 30), st.integers(0, 500), st.integers(0, 250)), max_size=3
)


def anchor(x: float, y: float, width: float = 80, *others: float) -> Anchor:
    return Anchor(x, y, 4.5, ((width, 14), *((one, 14) for one in others)), ROOM)


@given(anchors, others)
def test_words_cover_no_other_words_no_dot_and_nothing_that_is_taken(found: list[Anchor], taken: list[Rect]) -> None:
    placed = [one.rect for one in place_labels(found, taken) if one is not None]
    covered = [*(one.kept_clear for one in found), *taken]
    for number, rect in enumerate(placed):
        assert ROOM.holds(rect)
        assert not any(rect.overlaps(other) for other in covered)
        assert not any(rect.overlaps(other) for other in placed[number + 1 :])


def test_words_stand_to_the_right_where_they_can() -> None:
    (found,) = place_labels([anchor(100, 100)])
    assert found is not None
    assert found.rect == Rect(108.5, 93, 188.5, 107)


def test_at_the_right_edge_they_stand_to_the_left_and_in_a_narrow_place_above() -> None:
    left, above = place_labels([anchor(590, 100), anchor(300, 200, 590)])
    assert left is not None
    assert left.rect.right < 590
    assert above is not None
    assert above.rect.bottom <= 200 - 4.5


def test_words_that_are_too_wide_for_either_side_are_shifted_into_the_room() -> None:
    (found,) = place_labels([anchor(350, 100, 590)])
    assert found is not None
    assert (found.rect.left, found.rect.right) == (10, 600)
    assert found.rect.bottom < 100 - 4.5


def test_dots_that_lie_close_above_each_other_have_their_words_beside_them() -> None:
    found = place_labels([anchor(590, 100), anchor(592, 109), anchor(591, 91)])
    assert all(one is not None and one.rect.right < 590 for one in found)


def test_the_short_form_is_taken_where_the_long_one_has_no_room() -> None:
    (found,) = place_labels([anchor(300, 100, 700, 40)])
    assert found is not None
    assert found.form == 1


def test_the_first_of_a_crowd_has_the_first_choice_and_the_last_may_have_none() -> None:
    crowd = [anchor(300, 150, 290) for _ in range(12)]
    found = place_labels(crowd)
    assert found[0] is not None
    assert found[-1] is None


def test_words_that_must_be_seen_rather_cover_a_dot_than_other_words() -> None:
    dots = [replace(anchor(300, 150), must=True), *(anchor(300 + x, 150 + y) for x in (-30, 30) for y in (-12, 0, 12))]
    found = place_labels(dots)
    assert found[0] is not None
    assert any(found[0].rect.overlaps(one.dot) for one in dots[1:])
    assert place_labels([replace(dots[0], must=False), *dots[1:]])[0] is None
    assert place_labels(dots, [ROOM])[0] is None

"""The history alone."""

from bluebook_desktop.gui.navigation import History, Place

A, B, C = Place("reader", None, 1), Place("timeline"), Place("reader", None, 9)


def walked(*places: Place) -> History:
    history = History()
    for place in places:
        history.visit(place)
    return history


def test_a_new_history_leads_nowhere() -> None:
    history = History()
    assert (history.can_go_back, history.can_go_forward, history.current) == (False, False, None)
    assert (history.back(), history.forward()) == (None, None)


def test_back_and_forward_walk_the_places() -> None:
    history = walked(A, B, C)
    assert (history.back(), history.back(), history.back()) == (B, A, None)
    assert (history.forward(), history.forward(), history.forward()) == (B, C, None)


def test_a_new_place_forgets_what_lay_ahead() -> None:
    history = walked(A, B)
    history.back()
    history.visit(C)
    assert not history.can_go_forward
    assert history.back() == A


def test_the_same_place_twice_is_one_step() -> None:
    assert not walked(A, A).can_go_back


def test_back_leads_to_where_the_reader_had_scrolled() -> None:
    history = walked(A)
    history.moved(7)
    history.visit(B)
    assert history.back() == Place("reader", None, 7)


def test_the_oldest_of_very_many_places_are_forgotten() -> None:
    history = walked(*(Place("reader", None, number) for number in range(500)))
    steps = 0
    while history.back():
        steps += 1
    assert steps == 199


def test_changes_are_told() -> None:
    history = History()
    told: list[bool] = []
    history.changed.connect(lambda: told.append(history.can_go_back))
    history.visit(A)
    history.visit(B)
    history.back()
    assert told == [False, True, False]

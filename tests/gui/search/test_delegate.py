"""How a hit is painted."""

from dataclasses import replace

from bluebook_desktop.gui.search.delegate import HitDelegate
from bluebook_desktop.gui.search.model import HIT

from ..hands import Hands, settle


def test_a_snippet_of_a_wrapped_original_runs_on(hands: Hands) -> None:
    """Qt itself would draw “rock-solidAlliance”."""
    hands.search("rock solid")
    settle()
    view = hands.results
    hits = [view.model().index(row, 0).data(HIT) for row in range(view.model().rowCount())]
    hit = next(one for one in hits if one is not None)
    delegate = view.itemDelegate()
    assert isinstance(delegate, HitDelegate)
    laid = delegate._layout(replace(hit, snippet=hit.snippet.replace(" ", "\n")))
    assert laid.layout.text().strip("“”") == hit.snippet


def _head(hands: Hands, title: str, width: int = 260) -> tuple[str, ...]:
    hands.search("alliance")
    settle()
    view = hands.results
    view.resize(width + view.width() - view.viewport().width(), view.height())
    hit = view.model().index(0, 0).data(HIT)
    delegate = view.itemDelegate()
    assert isinstance(delegate, HitDelegate)
    return delegate._head(replace(hit, title=title), "¶ 12")


def test_a_name_that_has_room_stands_beside_the_place(hands: Hands) -> None:
    assert _head(hands, "Abe") == ("Abbreviation  ¶ 12 · Abe",)


def test_a_name_that_has_none_has_a_line_of_its_own_and_is_whole(hands: Hands) -> None:
    name = "Foreign Minister Motegi Toshimitsu"
    assert _head(hands, name) == ("Abbreviation  ¶ 12", name)


def test_of_many_names_as_many_are_shown_as_have_room_each_whole(hands: Hands) -> None:
    names = "The four ministers, Antony Blinken, Lloyd Austin, Motegi Toshimitsu"
    first, second = _head(hands, names)
    assert first == "Abbreviation  ¶ 12"
    assert second.endswith(", …")
    assert names.startswith(second.removesuffix("…"))


def test_a_row_with_two_lines_above_its_snippet_is_taller_by_one(hands: Hands) -> None:
    hands.search("alliance")
    settle()
    view = hands.results
    hit, delegate = view.model().index(0, 0).data(HIT), view.itemDelegate()
    assert isinstance(delegate, HitDelegate)
    one, two = (delegate.height_of(replace(hit, title=title), "¶ 12") for title in ("A", "A long name " * 9))
    assert two - one == delegate._faces.head_metrics.height()


def test_a_title_that_is_too_long_for_a_line_is_cut_after_a_word(hands: Hands) -> None:
    title = "Second Foreign Ministers' Meeting on the realignment of forces"
    _, shown = _head(hands, title)
    assert shown.endswith(" …")
    assert title.startswith(shown.removesuffix("…"))
    assert _head(hands, "x" * 99)[1].endswith("x…")

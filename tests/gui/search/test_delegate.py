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

"""Where the passages of a quotation are looked for by its rarest words alone, none is passed over."""

import random

import pytest

from bluebook_desktop.services import quotation_candidates
from bluebook_desktop.services.quotation_candidates import Candidates
from bluebook_desktop.services.sections import OpenSection
from bluebook_desktop.storage.library import Library


def cuts(section: OpenSection) -> list[str]:
    """Words on end of the real text, three of a passage."""
    dice = random.Random(7)  # noqa: S311 - the same cuts every time
    found = []
    for passage in section.document.passages:
        parts = passage.text.split()
        for least, most in ((1, 2), (3, 8), (9, 40)):
            start = dice.randrange(len(parts))
            found.append(" ".join(parts[start : start + dice.randint(least, most)]))
    return found


@pytest.mark.parametrize("most", [0, 1, 120])
def test_the_rarest_words_lead_to_all_passages_that_the_phrase_leads_to(
    library: Library, section: OpenSection, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    candidates = Candidates(library)

    def rows() -> list[list[int]]:
        found = []
        for words in (*cuts(section), "the zebra of the alliance", "alliance the of"):
            candidates.begin()
            found.append(sorted(one.row for one in candidates.whole(words, everywhere=True)))
        return found

    by_phrases = rows()
    monkeypatch.setattr(quotation_candidates, "_DEAR", 0)
    monkeypatch.setattr(quotation_candidates, "_MOST_WITH_RAREST", most)
    # Of some more the characters tell that they hold the words elsewhere.
    assert all(set(some) <= set(more) for some, more in zip(by_phrases, rows(), strict=True))

"""What goes of ICU's data, and what must stay: sorting by language."""

import pytest

from build import icu


@pytest.mark.parametrize("item", ["coll/root.res", "coll/ja.res", "coll/ucadata.icu", "root.res", "ja.res", "pool.res"])
def test_what_sorting_needs_stays(item: str) -> None:
    assert not icu.is_dropped(item)


@pytest.mark.parametrize(
    "item", ["nfkc.nrm", "uemoji.icu", "likelySubtags.res", "cnvalias.icu", "supplementalData.res"]
)
def test_what_is_small_and_may_be_asked_for_stays(item: str) -> None:
    assert not icu.is_dropped(item)


@pytest.mark.parametrize(
    "item", ["brkitr/cjdict.dict", "curr/ja.res", "zone/en.res", "translit/root.res", "euc-tw-2014.cnv", "unames.icu"]
)
def test_what_nothing_asks_for_goes(item: str) -> None:
    assert icu.is_dropped(item)

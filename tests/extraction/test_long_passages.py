"""What is read of a passage grows with its length and no faster, whatever its sentences tell."""

import sys
from types import FrameType

import pytest

from bluebook_desktop.extraction import Gazetteer, extract
from tests.extraction.conftest import make_document, make_edition

FEW = 60


def steps(gazetteer: Gazetteer, sentence: str, number: int) -> int:
    """How many calls and turns of generators it takes to read a sentence so often."""
    counted = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    document = make_document(sentence * number)
    sys.setprofile(count)
    try:
        extract(document, make_edition(), gazetteer)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize(
    "sentence",
    [
        "On May 3, Prime Minister Abe said that it was so. ",
        "“We will go on,” Minister Doe said. ",
        "The two leaders agreed with President Ada Sall at Camp Zama that they would go on. ",
        "Abe came to Futenma with Minister Doe, and Abe told her that he would stay. ",
    ],
)
def test_twice_the_sentences_take_about_twice_the_steps(gazetteer: Gazetteer, sentence: str) -> None:
    steps(gazetteer, sentence, 1)
    once, twice, four = (steps(gazetteer, sentence, FEW * times) for times in (1, 2, 4))
    assert four - twice < 2.2 * (twice - once)

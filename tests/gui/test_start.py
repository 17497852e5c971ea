"""Options are checked before anything is opened; each mistake is one sentence."""

from pathlib import Path

import pytest

from bluebook_desktop.domain.references import parse_locator
from bluebook_desktop.errors import UsageError
from bluebook_desktop.gui.start import Options, read_options


def test_no_options_are_all_defaults() -> None:
    assert read_options({}, "") == Options()


def test_options_are_read() -> None:
    words = {"screenshot": "a.png", "tab": "timeline", "search": "x", "theme": "dark", "size": "1280X800", "scale": "2"}
    assert read_options(words, "bluebook:2021-en/4.2.2/12") == Options(
        place=parse_locator("2021-en/4.2.2/12"),
        picture=Path("a.png"),
        tab="timeline",
        search="x",
        theme="dark",
        size=(1280, 800),
        scale=2.0,
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"tab": "map"}, "--tab takes reader, timeline, facilities, quotations or people, not “map”."),
        ({"theme": "red"}, "--theme takes system, light or dark, not “red”."),
        ({"size": "big"}, "--size takes a width and a height such as 1280x800, not “big”."),
        ({"size": "1280"}, "--size takes a width and a height such as 1280x800, not “1280”."),
        ({"size": "-5x10"}, "--size takes a width and a height such as 1280x800, not “-5x10”."),
        ({"size": "1x1"}, "--size takes from 320x240 to 8192x8192 pixels."),
        ({"size": "99999x800"}, "--size takes from 320x240 to 8192x8192 pixels."),
        ({"scale": "0"}, "--scale takes a number from 0.5 to 4, not “0”."),
        ({"scale": "nan"}, "--scale takes a number from 0.5 to 4, not “nan”."),
        ({"scale": "two"}, "--scale takes a number from 0.5 to 4, not “two”."),
        ({"tab": ""}, "--tab takes reader, timeline, facilities, quotations or people, not “”."),
        ({"size": "²x²"}, "--size takes a width and a height such as 1280x800, not “²x²”."),
    ],
)
def test_a_wrong_option_is_said_in_one_sentence(words: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError) as error:
        read_options(words, "")
    assert str(error.value) == said

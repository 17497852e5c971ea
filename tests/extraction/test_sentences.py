"""Sentences of the bundled text, and of whatever else."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook_desktop.extraction.sentences import sentence_spans
from bluebook_desktop.paths import bundled
from bluebook_desktop.sources.plaintext import read_plaintext


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Japan and the U.S. Forces in Japan are on U.S. soil.",
        "The ceremony (January 19, 1960, Washington D.C., U.S.; Photo: Jiji) was short.",
        "Its validity was extended through March 31. 2022.",
        "It was signed by Christian A. Herter for the U.S, and by the Prime Minister himself.",
        "The U.S. Department of Defense has launched it.",
    ],
)
def test_these_are_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("He came in November", "In addition, talks were held."),
        ("Exchanges between Japan and the U.S.", "Misawa City has mountains."),
        ("He said “yes.”", "In addition, he left."),
        ("It was held in June 2020.", "They agreed."),
        ("They fought in World War II.", "Exactly seven months later, he came."),
        ("He honored “all who were lost during World War II.”", "Exactly seven months later, he came."),
    ],
)
def test_these_are_two_sentences(first: str, second: str) -> None:
    assert sentences(f"{first} {second}") == [first, second]


def test_the_bundled_passages_fall_into_sentences_that_begin_with_a_capital() -> None:
    text = bundled("data", "editions", "2021-en", "4.2.2", "text.txt").read_text(encoding="utf-8")
    found = [one for passage in read_plaintext(text).passages for one in sentences(passage.text)]
    assert len(found) == 109
    assert all(one[0].isupper() for one in found)


@given(st.text(alphabet="ABab .,!?“”()U.S19\n-", max_size=80))
def test_nothing_but_white_space_lies_outside_the_sentences(text: str) -> None:
    spans = sentence_spans(text)
    rest = text
    for start, end in reversed(spans):
        assert text[start:end] == text[start:end].strip() != ""
        rest = rest[:start] + rest[end:]
    assert rest.strip() == ""
    assert spans == sorted(spans)


def test_importing_the_module_does_not_import_syntok() -> None:
    code = "import sys, bluebook_desktop.extraction.sentences; print('syntok' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"

"""What must hold of any quotation, told by rules that share nothing with the check's own."""

import re
import unicodedata

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bluebook_desktop.domain.checking.concerns import COMMON
from bluebook_desktop.domain.checking.units import Units
from bluebook_desktop.domain.checking.verdicts import Verdict
from bluebook_desktop.services.quotation_check import QuotationChecker
from bluebook_desktop.services.quotation_places import Place
from bluebook_desktop.services.sections import OpenSection
from bluebook_desktop.storage.library import Library

GOOD = (Verdict.EXACT, Verdict.SAME_WORDS)
#: Letters and signs that look alike or are not seen, and what parts words.
TRICKS = (
    "oOоОаaеeсcрpIlі10OV5 \u00a0\u2009\u200b\u200d\u2060\u00ad\ufeff\u202e\u0301\u0338\u20e0\ufe0f"
    "-‐‑–—−_.,;:!?…·•'’‘ʼ`´\"“”«»()[]/\\|%&ﬁſß²½Ⅴ５，．　\n\t"
)
many = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def checker(library: Library) -> QuotationChecker:
    return QuotationChecker(library)


def bare(text: str) -> str:
    """A text without what may differ between the same words, by a rule of its own."""
    seen = "".join(c for c in text if unicodedata.category(c) != "Cf")
    narrow = "".join(
        unicodedata.normalize("NFKC", c) if unicodedata.decomposition(c).startswith(("<wide>", "<narrow>")) else c
        for c in seen
    )
    plain = re.sub("[‘’‚‛`´]", "'", unicodedata.normalize("NFC", narrow)).lower()
    plain = re.sub(r"(?<![^\W_])'|'(?![^\W_])", "", plain)  # a mark of quotation, or after a plural
    plain = re.sub('["“”„‟«»‹›「」『』,，、﹐､]', "", plain)
    return "".join(re.sub(r"[-‐‑‒–—―−﹣－\s]+", " ", plain).split(" "))


def is_cut_within(text: str, place: int) -> bool:
    """Whether a cut would part a word or a number."""
    return bool(re.search(r"\w['’]?\Z", text[:place]) and re.match(r"['’]?\w", text[place:])) or bool(
        re.search(r"\d[.,]?\Z", text[:place]) and re.match(r"[.,]?\d", text[place:])
    )


def told_by(section: OpenSection, place: Place) -> str:
    """The text that a place is in."""
    if place.heading is not None:
        return section.document.headings[place.heading].full_title
    return section.document.passage(place.passage).text


@many
@given(data=st.data())
def test_any_cut_between_words_is_exact_whatever_signs_it_begins_and_ends_with(
    checker: QuotationChecker, section: OpenSection, data: st.DataObject
) -> None:
    text = data.draw(st.sampled_from(section.document.passages)).text
    places = [place for place in range(len(text) + 1) if not is_cut_within(text, place)]
    first = data.draw(st.integers(0, len(places) - 2))
    last = data.draw(st.integers(first + 1, min(len(places) - 1, first + 120)))
    start, end = places[first], places[last]
    assume(re.search(r"[^\W_]", text[start:end]))
    assume(not re.match(r"\w['’](?!\w)", text[end - 1 :]))  # *Forces'* owns what follows, *Forces* does not
    assume(not re.match(r"\s*[-−]\d", text[start:end]))  # which reads as a minus: of *QZS-6* no *-6* is said
    assert checker.check(text[start:end]).verdict is Verdict.EXACT


@many
@given(data=st.data())
def test_what_is_called_the_same_words_has_the_same_letters_in_the_text(
    checker: QuotationChecker, section: OpenSection, data: st.DataObject
) -> None:
    """Whatever is done to a quotation by a few tricks of print: soundness, by another rule than the check's."""
    text = data.draw(st.sampled_from(section.document.passages)).text
    runs = list(re.finditer(r"\S+", text))
    first = data.draw(st.integers(0, len(runs) - 1))
    last = data.draw(st.integers(first, min(first + 14, len(runs) - 1)))
    words = text[runs[first].start() : runs[last].end()]
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(words)))
        kept = data.draw(st.integers(0, 1))
        words = words[:at] + data.draw(st.sampled_from(["", *TRICKS])) + words[at + kept :]
    assume(re.search(r"[^\W_]", words))
    answer = checker.check(words)
    if answer.verdict in GOOD and not answer.shortened:
        for place in answer.places:
            assert told_by(section, place)[place.start : place.end] == place.matched
            assert bare(words) == bare(place.matched), (words, place.matched)
    if answer.verdict is Verdict.EXACT and not answer.shortened:
        assert answer.places[0].matched in words
    # Of a splice words may be told that are in none of its parts.
    assert bool(answer.differences) == (answer.verdict is Verdict.ALTERED) or answer.verdict is Verdict.SPLICED


@many
@given(data=st.data())
def test_a_part_left_out_between_two_cuts_is_shortened_and_in_order_only(
    checker: QuotationChecker, section: OpenSection, data: st.DataObject
) -> None:
    passage = data.draw(st.sampled_from([one for one in section.document.passages if len(one.text.split()) > 24]))
    runs = list(re.finditer(r"\S+", passage.text))
    starts = sorted(data.draw(st.lists(st.integers(0, len(runs) - 4), min_size=2, max_size=2, unique=True)))
    assume(starts[1] - starts[0] >= 6)
    one, other = (passage.text[runs[at].start() : runs[at + 3].end()] for at in starts)
    assume(not re.search(r"[\[\]…]|\.\.", one + other))
    assume(not re.search(r"\b(not|no|never|without|nor)\b", passage.text[runs[starts[0]].start() : runs[-1].end()]))
    answer = checker.check(f"{one} … {other}")
    # The same words may stand there before, in capitals.
    assert answer.verdict in GOOD
    assert answer.shortened
    backwards = checker.check(f"{other} … {one}")
    if backwards.verdict in GOOD:  # it stands so elsewhere
        matched = backwards.places[0].matched
        assert bare(matched).find(bare(other)) < bare(matched).rfind(bare(one))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_has_two_thirds_of_its_words_in_order_and_close_together_is_altered(
    checker: QuotationChecker, section: OpenSection, data: st.DataObject
) -> None:
    """Words changed, dropped, added, swapped: told by laying the rest over every stretch of every passage."""
    texts = [passage.text for passage in section.document.passages]
    parted = data.draw(st.sampled_from(texts)).split()
    size = data.draw(st.integers(4, 14))
    assume(len(parted) >= size)
    first = data.draw(st.integers(0, len(parted) - size))
    typed = parted[first : first + size]
    some_word = st.sampled_from(data.draw(st.sampled_from(texts)).split())
    for _ in range(data.draw(st.integers(1, 1 + size // 2))):
        at = data.draw(st.integers(0, len(typed) - 1))
        match data.draw(st.sampled_from(["change", "drop", "add", "swap", "invent"])):
            case "change":
                typed[at] = data.draw(some_word)
            case "drop" if len(typed) > 4:
                del typed[at]
            case "add":
                typed.insert(at, data.draw(some_word))
            case "swap":
                typed[at : at + 2] = typed[at : at + 2][::-1]
            case _:
                typed[at] = "zebra"
    words = " ".join(typed)
    assume(not re.search(r"\.\.|…|\[", words))
    answer = checker.check(words)
    wanted = word_keys(words)
    if any(stands_altered(wanted, word_keys(text)) for text in texts):
        assert answer.verdict in (*GOOD, Verdict.ALTERED)
    if answer.verdict is Verdict.ALTERED:
        there = word_keys(told_by(section, answer.places[0]))
        assert 3 * most_in_order(wanted, there)[0] >= 2 * len(wanted)


def word_keys(text: str) -> list[str]:
    return [unit.key for unit in Units(text).all if unit.is_word]


def stands_altered(wanted: list[str], words: list[str]) -> bool:
    """The rule of docs/checking.md, to the letter, but for what may be left out unmarked."""
    if len(wanted) < 4 or 3 * most_in_order(wanted, words)[0] < 2 * len(wanted):
        return False
    telling = sum(word not in COMMON for word in wanted)
    for first in range(len(words)):
        for last in range(first + 1, min(first + 2 * len(wanted), len(words)) + 1):
            if words[first] not in wanted or words[last - 1] not in wanted:
                continue
            found, said = most_in_order(wanted, words[first:last])
            others = last - first - found
            if 3 * found >= 2 * len(wanted) and len(wanted) - found + others <= found:
                close = 4 * found >= 3 * len(wanted) and others <= len(wanted) - found
                if close or (said and 2 * said >= telling):
                    return True
    return False


def most_in_order(wanted: list[str], words: list[str]) -> tuple[int, int]:
    """How many words two rows have in order, and how many of these carry a meaning, by the plain table."""
    row = [(0, 0)] * (len(wanted) + 1)
    for word in words:
        above, row = row, [(0, 0)]
        for place, one in enumerate(wanted):
            best = max(above[place + 1], row[-1])
            if one == word:
                best = max(best, (above[place][0] + 1, above[place][1] + (one not in COMMON)))
            row.append(best)
    return row[-1]

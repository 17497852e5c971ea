import contextlib
import random
import re
from collections import Counter

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bluebook_desktop.domain.checking.verdicts import Change, Concern, Folding, Side, Verdict
from bluebook_desktop.errors import BluebookError, UsageError
from bluebook_desktop.services.quotation_answers import Checking
from bluebook_desktop.services.quotation_candidates import Candidates
from bluebook_desktop.services.quotation_check import QuotationChecker
from bluebook_desktop.services.quotation_places import Place
from bluebook_desktop.services.quotation_sources import SpeakerCheck
from bluebook_desktop.services.sections import OpenSection
from bluebook_desktop.storage.library import Library

GOOD = (Verdict.EXACT, Verdict.SAME_WORDS)
MESSAGE = "the rock-solid Alliance between the two great nations has been essential to peace, security, and prosperity"


@pytest.fixture(scope="module")
def checker(library: Library) -> QuotationChecker:
    return QuotationChecker(library)


@pytest.fixture(scope="module")
def checking(library: Library) -> Checking:
    return Checking(library)


def cuts(section: OpenSection, least: int = 1, most: int = 80) -> st.SearchStrategy[tuple[int, str]]:
    """A passage's number and some of its words, cut at blanks."""

    @st.composite
    def draw_cut(draw: st.DrawFn) -> tuple[int, str]:
        passage = draw(st.sampled_from(section.document.passages))
        runs = list(re.finditer(r"\S+", passage.text))
        assume(len(runs) >= least)
        first = draw(st.integers(0, len(runs) - least))
        size = draw(st.integers(least, min(most, len(runs) - first)))
        return passage.number, passage.text[runs[first].start() : runs[first + size - 1].end()]

    return draw_cut()


def text_at(section: OpenSection, place: Place) -> str:
    """The passage, or the line of the heading, that a place is in."""
    if place.heading is not None:
        return section.document.headings[place.heading].full_title
    return section.document.passage(place.passage).text


on_real_text = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@on_real_text
@given(data=st.data())
def test_any_words_cut_from_the_text_are_exact_and_where_they_stand(
    checker: QuotationChecker, section: OpenSection, data: st.DataObject
) -> None:
    number, words = data.draw(cuts(section))
    assume(re.search(r"\w", words))
    answer = checker.check(words)
    assert answer.verdict is Verdict.EXACT
    assert number in [place.passage for place in answer.places]
    for place in answer.places:
        assert text_at(section, place)[place.start : place.end] == place.matched
        assert words.strip("“”\"'") in place.matched or place.matched in words


@on_real_text
@given(data=st.data())
def test_folded_characters_make_the_same_words_and_are_named(
    checker: QuotationChecker, section: OpenSection, data: st.DataObject
) -> None:
    _, words = data.draw(cuts(section, least=4))
    folds = {
        Folding.CASE: str.upper,
        Folding.WHITE_SPACE: lambda text: text.replace(" ", "  \n "),
        Folding.COMMAS: lambda text: text.replace(", ", " "),
        Folding.HYPHENS: lambda text: text.replace("-", "–"),
        Folding.QUOTES: lambda text: text.replace("’", "'").replace("'", "’"),
    }
    folding = data.draw(st.sampled_from(list(folds)))
    folded = folds[folding](words)
    assume(folded != words)
    answer = checker.check(folded)
    # What was folded may stand so elsewhere in the text.
    assert answer.verdict in GOOD
    if answer.verdict is Verdict.SAME_WORDS:
        assert folding in answer.foldings


@on_real_text
@given(data=st.data())
def test_a_word_changed_dropped_added_or_swapped_is_never_the_same(
    checker: QuotationChecker, section: OpenSection, data: st.DataObject
) -> None:
    _, words = data.draw(cuts(section, least=5))
    parted = words.split()
    at = data.draw(st.integers(1, len(parted) - 2))
    match data.draw(st.sampled_from(["changed", "dropped", "added", "swapped"])):
        case "changed":
            parted[at] = "zebras"
        case "dropped":
            assume(re.search(r"\w", parted[at]))
            del parted[at]
        case "added":
            parted.insert(at, "not")
        case "swapped":
            parted[at], parted[at + 1] = parted[at + 1], parted[at]
    altered = " ".join(parted)
    everywhere = [" ".join(passage.text.split()) for passage in section.document.passages]
    everywhere += [heading.full_title for heading in section.document.headings]
    bare = re.compile(r"[\s,\"'“”’‘–—-]+")
    assume(not any(bare.sub("", altered).casefold() in bare.sub("", text).casefold() for text in everywhere))
    assert checker.check(altered).verdict not in GOOD


@on_real_text
@given(data=st.data())
def test_up_to_five_altered_words_of_twenty_find_their_place(
    checker: QuotationChecker, section: OpenSection, data: st.DataObject
) -> None:
    number, words = data.draw(cuts(section, least=20))
    parted = words.split()
    for at in data.draw(st.lists(st.integers(0, len(parted) - 1), min_size=1, max_size=5, unique=True)):
        parted[at] = "zebras"
    answer = checker.check(" ".join(parted))
    assert answer.verdict is Verdict.ALTERED
    assert answer.places[0].passage == number


@given(st.text(max_size=200))
@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_has_an_answer_or_a_sentence(checker: QuotationChecker, text: str) -> None:
    with contextlib.suppress(BluebookError):
        assert checker.check(text).verdict in Verdict


@pytest.mark.parametrize("text", ["", "  ", "…", "“”", "!?;:", "\ud800 - ,", "\u200f"])
def test_a_text_without_words_is_refused_in_a_sentence(checker: QuotationChecker, text: str) -> None:
    if text.startswith("\ud800"):
        assert checker.check(f"{text} x").verdict is Verdict.NOT_FOUND
        return
    with pytest.raises(UsageError, match=r"^There are no words to check\.$"):
        checker.check(text)


@pytest.mark.parametrize(
    "part", ["alliance ", "a", "[", "[a] ", "…", "'", "a\u0301", "1,", "\0", "\ud800", "日本", "! "]
)
def test_a_text_of_a_megabyte_is_refused_in_a_sentence(checker: QuotationChecker, part: str) -> None:
    with pytest.raises(UsageError, match=r"2,000 words at most"):
        checker.check(part * (1_000_000 // len(part)))


def test_what_stands_several_times_is_counted(checker: QuotationChecker, section: OpenSection) -> None:
    answer = checker.check("Alliance")
    texts = [one.text for one in section.document.passages] + [one.full_title for one in section.document.headings]
    written = sum(len(re.findall(r"\bAlliance\b", text)) for text in texts)
    assert answer.verdict is Verdict.EXACT
    assert len(answer.places) == written > 10
    assert answer.occurrences >= written


def test_a_phrase_across_a_full_stop_is_altered(checker: QuotationChecker) -> None:
    answer = checker.check("values and interests in addition")
    assert answer.verdict is Verdict.ALTERED
    assert [(one.kind, one.text) for one in answer.differences] == [(Change.LEFT_OUT, ".")]


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("under the provisions of Article V of the Treaty", None),  # an erratum: printed “ArticleV”
        ("the US Forces' facilities and areas in Japan", None),
        ("UNC may use the US Forces' facilities and areas in Japan to the minimum extent", 35),
    ],
)
def test_equivalents_never_count_as_the_same_words(checker: QuotationChecker, text: str, passage: int | None) -> None:
    answer = checker.check(text)
    assert answer.verdict not in GOOD
    if passage is not None:
        assert (answer.verdict, answer.places[0].passage) == (Verdict.ALTERED, passage)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("the rock-solid Alliance … over the past six decades", Verdict.EXACT),
        ("the rock solid Alliance [...] over the past six decades", Verdict.SAME_WORDS),
        ("dedicated service in protecting [their] common values and interests", Verdict.EXACT),
        ("[T]o the men and women of the United States Armed Forces", Verdict.SAME_WORDS),
        ("the rock-solid Alliance … has never been essential to peace, security, and prosperity", Verdict.ALTERED),
        ("over the past six decades … the rock-solid Alliance", Verdict.SPLICED),
    ],
)
def test_an_ellipsis_and_a_bracket_are_honoured(checker: QuotationChecker, text: str, verdict: Verdict) -> None:
    answer = checker.check(text)
    assert (answer.verdict, answer.shortened) == (verdict, True)


@pytest.mark.parametrize(
    ("text", "differences"),
    [
        ("the rock-solid Alliance between the two great nations has [not] been essential to peace", ["[not]"]),
        ("the rock-solid Alliance between the two great nations has [never really] been essential", ["[never really]"]),
    ],
)
def test_a_not_in_brackets_is_a_word_of_the_quotation(
    checker: QuotationChecker, text: str, differences: list[str]
) -> None:
    answer = checker.check(text)
    assert answer.verdict is Verdict.ALTERED
    assert [one.given for one in answer.differences if one.concern is Concern.NEGATION] == differences


def test_what_an_ellipsis_leaves_out_is_no_part_of_the_words_changed_beside_it(checker: QuotationChecker) -> None:
    answer = checker.check(
        "the rock-solid Alliance … is essential to peace, security, and prosperity for the United States, Japan"
    )
    assert answer.verdict is Verdict.ALTERED
    assert [(one.kind, one.given, one.text) for one in answer.differences] == [(Change.CHANGED, "is", "has been")]
    assert [(piece.side, piece.words) for piece in answer.woven][1:4] == [
        (Side.LEFT_OUT, "between the two great nations"),
        (Side.GIVEN, "is"),
        (Side.TEXT, "has been"),
    ]


def test_a_quotation_with_much_left_out_unmarked_is_altered(checker: QuotationChecker) -> None:
    answer = checker.check(
        "the rock-solid Alliance between our two great nations will be essential over the next six decades"
    )
    assert answer.verdict is Verdict.ALTERED
    left_out = [one for one in answer.differences if one.kind is Change.LEFT_OUT]
    assert [one.text[:40] for one in left_out] == ["to peace, security, and prosperity for t"]
    changed = [(one.given, one.text) for one in answer.differences if one.kind is Change.CHANGED]
    assert sorted(changed) == [("next", "past"), ("our", "the"), ("will be", "has been")]


def test_an_ellipsis_hides_no_not(checker: QuotationChecker, section: OpenSection) -> None:
    found = [
        match
        for passage in section.document.passages
        for match in re.finditer(r"(\w+ \w+ \w+ \w+) (not|without|never) (\w+ \w+ \w+ \w+)", passage.text)
    ]
    assert found
    for match in found:
        answer = checker.check(f"{match[1]} … {match[3]}")
        assert answer.verdict is Verdict.ALTERED
        assert (answer.differences[0].text, answer.differences[0].concern) == (match[2], Concern.NEGATION)


@pytest.mark.parametrize(
    "typed",
    [
        "between the two sides over matters …",
        "the two sides over matters...",
        "[…] concerning the usage of facilities",
    ],
)
def test_an_ellipsis_at_an_end_may_not_hide_a_not_beside_it(checker: QuotationChecker, typed: str) -> None:
    answer = checker.check(typed)
    assert (answer.verdict, answer.shortened) == (Verdict.ALTERED, True)
    assert [(one.kind, one.text, one.concern) for one in answer.differences] == [
        (Change.LEFT_OUT, "not", Concern.NEGATION)
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "the deterrence of the Japan-U.S. Alliance …",
        "… for the peace and security of Japan",
        "… over matters not concerning the usage …",
        "the deterrence of the Japan-U.S. Alliance … for the peace and security of Japan",
    ],
)
def test_not_only_denies_nothing_when_both_words_are_left_out(checker: QuotationChecker, typed: str) -> None:
    answer = checker.check(typed)
    assert (answer.verdict, answer.shortened) == (Verdict.EXACT, True)
    for bare, hidden in (
        ("peace, stability and prosperity … only of Japan", "not"),
        ("prosperity not … of Japan", "only"),
    ):
        assert [one.text for one in checker.check(bare).differences] == [hidden]


def test_a_bracket_that_the_text_prints_itself_is_no_leave_to_leave_words_out(checker: QuotationChecker) -> None:
    assert checker.check("dedicated service in [our]").verdict is Verdict.NOT_FOUND
    answer = checker.check("for their dedicated service in [our] common values and interests")
    assert answer.verdict is Verdict.ALTERED
    assert [one.text for one in answer.differences] == ["protecting"]


def test_a_quotation_of_two_passages_is_spliced_and_both_are_shown(checker: QuotationChecker) -> None:
    answer = checker.check(
        "the rock-solid Alliance between the two great nations as well as a pillar safeguarding freedom, liberty, "
        "democracy, human rights and the rule of law"
    )
    assert answer.verdict is Verdict.SPLICED
    assert [place.passage for place in answer.places] == [8, 10]
    assert [(one.kind, one.given) for one in answer.differences] == [(Change.ADDED, "as well as")]


def test_parts_that_an_ellipsis_joins_out_of_two_places_are_spliced_though_one_is_long(
    checker: QuotationChecker,
) -> None:
    answer = checker.check("is the only solution … The Government of Japan will continue to work closely with the UNC")
    assert answer.verdict is Verdict.SPLICED
    assert [place.matched for place in answer.places] == [
        "is the only solution",
        "The Government of Japan will continue to work closely with the UNC",
    ]


def test_words_at_an_end_that_stand_on_the_other_side_were_moved(checker: QuotationChecker) -> None:
    answer = checker.check("keep shining even more, it is for us to let the rays of hope")
    assert answer.verdict is Verdict.ALTERED
    assert [(one.kind, one.text) for one in answer.differences] == [(Change.MOVED, "keep shining even more")]


@pytest.mark.parametrize(
    ("typed", "given", "text"),
    [
        ("the rock-solid Alliance (between the two great nations)", ["(", ")"], ["", ""]),
        ("scheduled to commence operations in FY 2023", ["FY 2023"], ["FY2023"]),
    ],
)
def test_a_mark_beside_the_words_is_no_part_of_what_was_changed(
    checker: QuotationChecker, typed: str, given: list[str], text: list[str]
) -> None:
    differences = checker.check(typed).differences
    assert [one.given for one in differences] == given
    assert [one.text for one in differences] == text


@pytest.mark.parametrize(
    "typed",
    [
        "Japan and the U.S. agreed to end the alliance",
        "U.S. and Japan and UN",
        "the of and in the",
        "not only but also",
    ],
)
def test_a_text_merely_about_the_same_thing_is_not_altered(checker: QuotationChecker, typed: str) -> None:
    assert checker.check(typed).verdict in (Verdict.IN_PART, Verdict.NOT_FOUND)


def test_words_that_none_of_the_parts_of_a_splice_has_are_told(checker: QuotationChecker) -> None:
    answer = checker.check(
        "liberty, democracy, human rights and the rule of law, said Suga, are not the rock-solid Alliance between the "
        "two great nations"
    )
    assert answer.verdict is Verdict.SPLICED
    told = [(one.kind, one.given, one.text, one.concern) for one in answer.differences]
    assert told == [(Change.ADDED, "said Suga, are not", "", Concern.NEGATION)]


@pytest.mark.parametrize(
    ("typed", "added"),
    [
        ("the the rock-solid alliance", "the"),
        ("the the the rock-solid alliance between", "the the"),
        ("the rock-solid the the alliance between", "the the"),
        ("the rock-solid alliance between the two great nations nations", "nations"),
    ],
)
def test_a_doubled_word_was_added_and_nothing_else_is_different(
    checker: QuotationChecker, typed: str, added: str
) -> None:
    answer = checker.check(typed)
    assert answer.verdict is Verdict.ALTERED
    assert [(one.kind, one.given, one.text) for one in answer.differences] == [(Change.ADDED, added, "")]


def test_a_ligature_is_a_difference_that_touches_no_number(checker: QuotationChecker) -> None:
    answer = checker.check("Japanese o\ufb03cials accessed the site \ufb01ve times")
    assert answer.verdict is Verdict.ALTERED
    assert [(one.text, one.concern) for one in answer.differences] == [
        ("officials", Concern.NONE),
        ("five", Concern.NONE),
    ]


def test_a_changed_word_that_is_usual_elsewhere_makes_no_splice(checker: QuotationChecker) -> None:
    answer = checker.check("strengthen the Japan-U.S. Alliance, which is stronger than ever")
    assert answer.verdict is Verdict.ALTERED
    assert [(one.given, one.text) for one in answer.differences] == [("U.S.", "US")]
    assert answer.places[0].passage == 14


def test_a_quotation_of_which_little_is_there_is_found_in_part(checker: QuotationChecker) -> None:
    answer = checker.check(
        "Nobody ever heard him say that the rock-solid Alliance between them will see better days soon"
    )
    assert answer.verdict is Verdict.IN_PART
    assert answer.places[0].matched == "that “the rock-solid Alliance between"


def test_what_was_not_looked_for_everywhere_is_said(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Nobody ever heard him say that the rock-solid Alliance between them will see better days soon"
    assert not QuotationChecker(library).check(text).cut_short
    monkeypatch.setattr("bluebook_desktop.services.quotation_candidates._FOR_RUNS", 0)
    for function in ("_vote_of_phrases", "_vote_of_words"):
        nothing = (Counter(), Counter(), 0) if function == "_vote_of_phrases" else Counter()
        monkeypatch.setattr(Candidates, function, lambda *_, nothing=nothing: nothing)
    answer = QuotationChecker(library).check(text)
    assert (answer.verdict, answer.cut_short) == (Verdict.NOT_FOUND, True)
    told = Checking(library)
    assert told.as_object(told.check(text))["searched"]["complete"] is False
    assert told.check(MESSAGE).answer.verdict is Verdict.EXACT


def test_what_is_not_there_is_not_found(checker: QuotationChecker) -> None:
    for text in ("cheese goes well with bread and red wine", "Abe spoke", "日米同盟は強い", "the best cheese"):
        answer = checker.check(text)
        assert (answer.verdict, answer.places) == (Verdict.NOT_FOUND, ())


def test_random_word_salad_of_the_texts_own_words_is_neither_exact_nor_altered(
    checker: QuotationChecker, section: OpenSection
) -> None:
    chance = random.Random(7)  # noqa: S311 - a test's own dice
    words = [word for passage in section.document.passages for word in passage.text.split()]
    for _ in range(40):
        answer = checker.check(" ".join(chance.choices(words, k=chance.randint(8, 30))))
        assert answer.verdict in (Verdict.NOT_FOUND, Verdict.IN_PART)


def test_the_answer_says_whose_words_they_are(checking: Checking) -> None:
    def kind(text: str) -> str | None:
        source = checking.check(text).source
        return source.kind if source else None

    assert kind("the rock-solid Alliance between the two great nations") == "message"
    assert kind("Japan has been making steady efforts to develop") == "narration"
    assert (
        kind("congratulatory message for the reception praising that “the rock-solid Alliance")
        == "narration and quotation"
    )
    assert kind("Free and Open Indo-Pacific") in ("term", "reported")


@pytest.mark.parametrize(
    ("speaker", "told"),
    [
        ("Trump", SpeakerCheck.AGREES),
        ("President Trump", SpeakerCheck.AGREES),
        ("Mr. Trump", SpeakerCheck.AGREES),
        ("Abe", SpeakerCheck.DIFFERS),
        ("Ivanka Trump", SpeakerCheck.DIFFERS),
        ("???", SpeakerCheck.UNKNOWN),
    ],
)
def test_a_claimed_speaker_is_checked(checking: Checking, speaker: str, told: SpeakerCheck) -> None:
    assert checking.check(MESSAGE, speaker).speaker_check is told


@pytest.mark.parametrize("speaker", ["Trump", "Abe"])
def test_a_splice_is_of_no_single_speaker(checking: Checking, speaker: str) -> None:
    checked = checking.check(
        "the rock-solid Alliance between the two great nations a pillar safeguarding freedom, liberty", speaker
    )
    found = checking.as_object(checked)
    assert found["speakers"] == ["Trump", "Abe"]
    assert [(one["speakers"], one["quotation_kind"]) for one in found["places"]] == [
        (["Trump"], "message"),
        (["Abe"], "speech"),
    ]
    assert checked.speaker_check is SpeakerCheck.DIFFERS


def test_of_several_places_that_one_comes_first_where_the_speaker_said_it(
    checking: Checking, section: OpenSection
) -> None:
    said = checking.check("Alliance", "Trump")
    assert said.speaker_check is SpeakerCheck.AGREES
    assert said.source is not None
    assert said.source.speakers == ("Trump",)
    assert len(said.answer.places) == len(checking.check("Alliance").answer.places)
    assert set(said.answer.places) == set(checking.check("Alliance").answer.places)


def test_the_narrators_words_are_nobodys(checking: Checking) -> None:
    checked = checking.check("Japan has been making steady efforts to develop", "Abe")
    assert checked.speaker_check is SpeakerCheck.DIFFERS
    assert checked.source is not None
    assert checked.source.speakers == ()


def test_a_slip_of_the_source_is_told(checking: Checking, section: OpenSection) -> None:
    slip = next(one for one in section.records.errata if one.excerpt.exact == "affirmedthat")
    text = section.document.passage(slip.excerpt.passage).text
    around = text[max(text.rfind(" ", 0, slip.excerpt.start - 20), 0) : text.find(" ", slip.excerpt.end + 20)]
    found = checking.as_object(checking.check(around))
    assert found["verdict"] == "exact"
    assert found["sic"] == [{"printed": "affirmedthat", "correct": slip.correct}]


@pytest.mark.parametrize("scope", ["", "2021-en", "2021-en/4.2.2"])
def test_few_passages_are_always_searched_to_the_end(library: Library, scope: str) -> None:
    told = (
        "The United States will defend Japan by every means at our disposal, and the Alliance is stronger than it has "
        "ever been in the history of our two countries"
    )
    answer = QuotationChecker(library, scope).check(told)
    assert (answer.verdict, answer.cut_short) == (Verdict.NOT_FOUND, False)

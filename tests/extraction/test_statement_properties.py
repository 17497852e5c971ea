"""Whatever the verb and the speaker: a clause said in so many words is a statement, a term in marks never is."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bluebook_desktop.domain.records import QuotationKind, Records
from tests.extraction.conftest import Extract

_VERBS = st.sampled_from(
    ["stated", "said", "emphasized", "stressed", "declared", "remarked", "pointed out", "warned", "noted", "argued"]
)
_TERM_VERBS = st.sampled_from(
    ["stated", "announced", "explained", "welcomed", "reaffirmed", "proposed", "advocated", "called for", "mentioned"]
)
_SPEAKERS = st.sampled_from(
    [
        "Prime Minister Noda",
        "Foreign Minister Hina Khar",
        "the two leaders",
        "the Government of Japan",
        "the Joint Statement",
        "the Chinese side",
        "Minister for Foreign Affairs of Thailand Surapong",
        "a student from Kenya",
        "Kenya",
        "many participants",
        "the Security Council",
        "Ambassador of Japan to France Seiichi Kondo",
    ]
)
_CLAUSES = st.sampled_from(
    ["We will never give up our efforts for peace", "The alliance is stronger than ever before", "I hope to come again"]
)
_STATED = st.sampled_from(
    [
        "At the meeting in May, {s} {v}, “{t}.”",
        "In response to the question by President Calderón, {s} {v} that “{t}.”",
        "With regard to North Korea, {s}, for its part, {v}: “{t}.”",
        "“{t},” {s} {v} in Tokyo.",
        "On the following day, {s} visited Kyoto and {v}, “{t}.”",
    ]
)
_WORDS = st.sampled_from(
    ["free", "open", "order", "peace", "regional", "growth", "values", "people", "security", "new", "blue"]
)
_SMALL = st.sampled_from([" ", " ", " of ", " and ", " for the ", " based on "])
_TERMS = st.lists(st.tuples(_WORDS, _SMALL), min_size=1, max_size=8).map(
    lambda pairs: "".join(word + small for word, small in pairs).rstrip(" ") + " society"
)
_CALLED = st.sampled_from(
    [
        "Prime Minister Noda {v} the “{t}” in his speech.",
        "Prime Minister Noda {v} his “{t}” initiative.",
        "Prime Minister Noda {v} the concept of “{t}.”",
        "Under the vision of “{t},” Prime Minister Noda {v} his plans.",
        "Prime Minister Noda {v} that “{t}” was important.",
        "Prime Minister Noda {v} the slogan “{t}.”",
        "Prime Minister Noda {v} “{t}” and other policies.",
        "Prime Minister Noda {v} a plan called “{t}.”",
        "Prime Minister Noda {v} his support for “{t}” at the meeting.",
        "The report, “{t},” which Prime Minister Noda {v}, was published.",
    ]
)


def _said(found: Records) -> list[tuple[str, ...]]:
    unsaid = (QuotationKind.TERM, QuotationKind.REPORTED)
    return [one.speaker_names for one in found.quotations if one.kind not in unsaid]


@settings(max_examples=60, deadline=None)
@given(_STATED, _SPEAKERS, _VERBS, _CLAUSES)
def test_a_clause_after_a_verb_of_saying_is_its_subjects(
    find: Extract, frame: str, speaker: str, verb: str, clause: str
) -> None:
    (names,) = _said(find(frame.format(s=speaker, v=verb, t=clause)))
    assert "; ".join(names) == speaker


@settings(max_examples=60, deadline=None)
@given(_CALLED, _TERM_VERBS, _TERMS, st.booleans())
def test_what_is_named_in_marks_is_never_a_statement(
    find: Extract, frame: str, verb: str, term: str, titled: bool
) -> None:
    words = term.title() if titled else term
    assert _said(find(frame.format(v=verb, t=words))) == []

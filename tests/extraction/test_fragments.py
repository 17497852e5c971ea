"""Fragments of what somebody said, woven into a sentence: statements, however few words; names and slogans are none."""

import pytest

from bluebook_desktop.domain.records import QuotationKind
from tests.extraction.conftest import Extract

_UNSAID = (QuotationKind.TERM, QuotationKind.REPORTED)


def _said(find: Extract, *paragraphs: str) -> list[tuple[str, str]]:
    said = [one for one in find(*paragraphs).quotations if one.kind not in _UNSAID]
    return [(" ".join(one.text.split()[:2]), "; ".join(one.speaker_names)) for one in said]


@pytest.mark.parametrize(
    ("words", "first", "speaker"),
    [
        # What goes on with "to", "will" or "not" is a verb.
        (
            "President Hu stressed that China would “unswervingly follow the path of peace.”",
            "unswervingly follow",
            "President Hu",
        ),
        (
            "The Security Council demanded that the DPRK “not conduct any further launches.”",
            "not conduct",
            "The Security Council",
        ),
        (
            "Prime Minister Noda said he would “stand at the head of the effort” in Tohoku.",
            "stand at",
            "Prime Minister Noda",
        ),
        (
            "In his report, Premier Wen set out the goals to “steadily raise the living standard.”",
            "steadily raise",
            "Premier Wen",
        ),
        (
            "The ministers adopted a statement, in which they “reaffirm the commitment to open trade.”",
            "reaffirm the",
            "The ministers",
        ),
        # When something is to be, and what it is like, are no names.
        (
            "Minister Doe and Minister Roe agreed upon its return “within five years.”",
            "within five",
            "Minister Doe; Minister Roe",
        ),
        ("The Agency concluded that the plan was “consistent with its standards.”", "consistent with", "The Agency"),
        ("Minister Doe conveyed Japan’s “deep concern at the use of force.”", "deep concern", "Minister Doe"),
        ("The children called out, “Bonjour!”", "Bonjour!", "The children"),
        (
            "Before Director Doe left, he promised that it would stay “until the last drop.”",
            "until the",
            "Director Doe",
        ),
        # The predicate of what somebody says.
        ("The Constitution says that the people “desire peace for all time.”", "desire peace", "The Constitution"),
        ("Foreign Minister Gemba said the region “is at a turning point.”", "is at", "Foreign Minister Gemba"),
        ("According to the ministry, the vessel “entered the waters by mistake.”", "entered the", "the ministry"),
        # Verdicts.
        (
            "The joint press statement described the talks as “frank and constructive.”",
            "frank and",
            "The joint press statement",
        ),
        (
            "Secretary Kerry called the agreement “a historic step away from the brink.”",
            "a historic",
            "Secretary Kerry",
        ),
        (
            "Calling the launch “an act that threatens aviation,” Prime Minister Abe demanded restraint.",
            "an act",
            "Prime Minister Abe",
        ),
        (
            "The Korean Central News Agency reported that the test had been “a perfect success.”",
            "a perfect",
            "The Korean Central News Agency",
        ),
        ("The ministry issued a statement that the award is “final and legally binding.”", "final and", "The ministry"),
        # Prepositional phrases and gerunds.
        (
            "The Ministers stated that it should be closed “at the earliest possible date after 2014.”",
            "at the",
            "The Ministers",
        ),
        (
            "The Ministers announced that they had begun talks on “delinking the transfer of troops from the plan.”",
            "delinking the",
            "The Ministers",
        ),
        (
            "President Zelenskyy thanked Japan “for its leadership and support” in his address.",
            "for its",
            "President Zelenskyy",
        ),
        # What is seen and felt.
        ("Premier Wen warned of “growing downward pressure on exports.”", "growing downward", "Premier Wen"),
        ("The ROK side pointed out a “serious lack of sincerity” in the answer.", "serious lack", "The ROK side"),
        (
            "President Obama extended his “deepest condolences and regrets” to the families.",
            "deepest condolences",
            "President Obama",
        ),
        # A small verb among names.
        (
            "The two leaders affirmed that “Article V of the Treaty covers the Senkaku Islands.”",
            "Article V",
            "The two leaders",
        ),
        # A whole clause behind a comma or colon.
        (
            "The Chairman named feats since the Congress held that year, “We built; we opened; we fed our people.”",
            "We built;",
            "The Chairman",
        ),
        ("Mayor Taue read out the Peace Declaration: “We must never repeat this tragedy.”", "We must", "Mayor Taue"),
    ],
)
def test_a_fragment_is_a_statement_of_its_subject(find: Extract, words: str, first: str, speaker: str) -> None:
    assert _said(find, words) == [(first, speaker)]


@pytest.mark.parametrize(
    "words",
    [
        "Prime Minister Noda explained the plan under the slogan to “leave no one behind in Tohoku.”",
        "“Our strength is small, but it is not nothing” is the motto of our campaign, she said.",
        "The region has been called “the last frontier of growth” for years, and Japan stated its interest.",
        "The leaders agreed to raise relations to a “comprehensive strategic partnership.”",
        "They confirmed that they would build “constructive and stable Japan-China relations” through dialogue.",
        "Foreign Minister Kono emphasized the need for “complete and irreversible dismantlement” of the weapons.",
        "Prime Minister Fukuda stated that he would further develop “diplomacy in synergy with the alliance.”",
        "Mr. Abe pointed out that the economy was in a transition to a “new normal” of slower growth.",
        "Experts noted the “rule of law” in the region, and the Minister spoke of the “three arrows.”",
        "The Ministry issued a pamphlet, “What we can do for peace,” which the Ambassador explained.",
        "Japan maintained “quiet diplomacy” through the year, and Governor Ota ruled out “Plan B.”",
        "Prime Minister Modi advocates “Act East” as a policy, and Japan welcomed it.",
        "The seminar on “women, peace and security” was held, and many participants stated their views.",
    ],
)
def test_a_name_slogan_or_aim_in_marks_is_no_statement(find: Extract, words: str) -> None:
    assert _said(find, words) == []


def test_fragments_go_on_with_the_statement_before_them_in_their_sentence(find: Extract) -> None:
    found = _said(
        find,
        "President Hu declared that the Party would “lift every village out of poverty,” “basically complete reform” "
        "through “opening the markets of the inland provinces to the world,” and “build a rich country” by 2030, under "
        "the “Twelfth Plan.”",
    )
    assert [first for first, _ in found] == ["lift every", "basically complete", "opening the", "build a"]
    assert {speaker for _, speaker in found} == {"President Hu"}


def test_aims_quoted_from_a_statement_of_the_sentence_before_are_its_issuers(find: Extract) -> None:
    found = _said(
        find,
        "The four ministers issued a joint statement. They updated their common aims, among which are to “deter "
        "provocations in the region,” and to “maintain the safety of the sea lanes.”",
    )
    assert [first for first, _ in found] == ["deter provocations", "maintain the"]


def test_an_aim_that_no_statement_tells_of_is_a_term(find: Extract) -> None:
    assert _said(find, "The program aims to “leave no one behind” in the villages.") == []


def test_words_that_lost_their_closing_mark_end_before_the_verb_that_follows_them(find: Extract) -> None:
    found = find(
        "“I have never been so proud of my post, said Ambassador Foley, who visited it; he added that “my country "
        "will stand by you for as long as it takes.”"
    )
    said = [one for one in found.quotations if one.kind not in _UNSAID]
    assert [one.text for one in said] == [
        "I have never been so proud of my post,",
        "my country will stand by you for as long as it takes.",
    ]
    assert {one.speaker_names for one in said} == {("Ambassador Foley",)}


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("“On a bright morning the world was changed,” President Carter began.", "President Carter"),
        ("“I have full confidence in him,” was how the Chancellor described the talks.", "the Chancellor"),
        ("“We lost everything, but we kept our hope,” one resident told the visitors.", "one resident"),
    ],
)
def test_what_opens_its_sentence_is_of_whoever_stands_behind_it(find: Extract, words: str, speaker: str) -> None:
    assert [names for _, names in _said(find, words)] == [speaker]


@pytest.mark.parametrize(
    ("words", "first", "speaker"),
    [
        # What somebody resolves, or asks of others, "to …" is no name.
        ("The ministers resolved “to stand by the families of the lost.”", "to stand", "The ministers"),
        ("The two sides called on the young to travel “to see with their own eyes.”", "to see", "The two sides"),
        # A charge, a threat and what somebody calls a thing or himself are his own words.
        ("President Aquino accused the company of having “poisoned” the river.", "poisoned", "President Aquino"),
        ("Premier Wen warned that such ships would meet “swift and firm measures.”", "swift and", "Premier Wen"),
        ("Secretary Clinton called the test “deeply regrettable.”", "deeply regrettable.", "Secretary Clinton"),
        ("President Lee called himself “a Friend of the Sea.”", "a Friend", "President Lee"),
        ("Chancellor Merkel praised Japan's “steady hand in a time of crisis.”", "steady hand", "Chancellor Merkel"),
        (
            "President Bush described the pact as adding to “the safety of every family.”",
            "the safety",
            "President Bush",
        ),
        # Since when, amid what: a phrase of time.
        ("The agency reported that the reactor had been running “since the end of March.”", "since the", "The agency"),
        ("President Noynoy Aquino ran to the door and shouted “Arigato!”", "Arigato!", "President Noynoy Aquino"),
        # Who said it may be told of in an aside before the verb behind the marks.
        (
            "“We have nothing to hide from anyone,” President Putin, who arrived on May 3, told reporters.",
            "We have",
            "President Putin",
        ),
    ],
)
def test_what_is_somebodys_own_is_a_statement_in_few_words(find: Extract, words: str, first: str, speaker: str) -> None:
    assert _said(find, words) == [(first, speaker)]


def test_what_a_term_names_does_not_hide_what_is_said_behind_it(find: Extract) -> None:
    words = "Minister Lavrov described the talks held under the title “New Steps” as “frank and useful.”"
    assert _said(find, words) == [("frank and", "Minister Lavrov")]


def test_a_resolution_that_condemns_also_decides(find: Extract) -> None:
    words = "The Council “condemns the attack” and decided to take “further steps should the violence go on.”"
    assert _said(find, words) == [("condemns the", "The Council"), ("further steps", "The Council")]


@pytest.mark.parametrize(
    "words",
    [
        "The Government pledged to support the slogan “to leave no one behind.”",
        "Prime Minister Noda called for the “free and fair society” in his speech.",
        "President Obama welcomed Japan's “proactive contribution to peace” policy.",
        "The group that calls itself “Islamic State in the East” claimed the attack.",
        "The two leaders described the plan as part of the “2020 vision.”",
        "Prime Minister Kishida pledged that Japan would promote “digital garden city” plans.",
        "The leaders set out “five principles for peace” and stressed trade.",
        "The ministers agreed to hold “two plus two” talks and decided to start “strategic dialogue” on trade.",
    ],
)
def test_what_a_plan_is_called_stays_a_term(find: Extract, words: str) -> None:
    assert _said(find, words) == []


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("President Trump hailed the agreement as “historic.”", "historic."),
        ("Minister Motegi found the reply “wholly insufficient.”", "wholly insufficient."),
        ("Minister Motegi considered the step “a grave violation of the agreement.”", "a grave"),
        ("Minister Motegi summed up the talks as “candid and constructive.”", "candid and"),
        ("Minister Motegi termed the act “unforgivable.”", "unforgivable."),
    ],
)
def test_a_verdict_states_something_in_one_word(find: Extract, words: str, first: str) -> None:
    assert [said for said, _ in _said(find, words)] == [first]


@pytest.mark.parametrize(
    "words",
    [
        "They called the boy “Taro” and the dog “Hachi.”",
        "The Government regards the plan as its “third arrow.”",
        "The ship was described as a “floating hospital” in the pamphlet.",
        "Minister Kono found the “missing link” in the archive.",
        "The Minister described the plan as “carbon neutrality.”",
    ],
)
def test_what_a_thing_is_called_is_no_verdict(find: Extract, words: str) -> None:
    assert _said(find, words) == []

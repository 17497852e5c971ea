"""Whose words a passage tells: subjects in passing, in relative clauses, of several verbs."""

import pytest

from bluebook_desktop.domain.records import QuotationKind
from tests.extraction.conftest import Extract

_UNSAID = (QuotationKind.TERM, QuotationKind.REPORTED)


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        (
            "The Report was published in May. The powers, it says, should “never lose sight of the victims.”",
            "The Report",
        ),
        (
            "Six European members alone issued a statement, which said that they “condemn the attack.”",
            "Six European members",
        ),
        ("The rain stopped. One of them looked at me and said in Japanese, “Let us begin.”", "One of them"),
        ("A woman in her eighties held his hand and said, “Thank you for coming back.”", "A woman in her eighties"),
        ("My great-grandmother was a girl then. “I looked for my sister here,” she said.", "My great-grandmother"),
        (
            "China's defense ministry insisted that the zone “is in line with the practice of all.”",
            "China's defense ministry",
        ),
        (
            "Premier Li said “We must keep order.” The government policies were followed, and stating “We will go on.”",
            "Premier Li",
        ),
        (
            "“There is no time to lose,” Chief Cabinet Secretary Doe Taro, also Minister in charge of Ur, stressed.",
            "Chief Cabinet Secretary Doe Taro",
        ),
        (
            "He came, to which President Anna Sall of Senegal, Chairperson of the Union, replied: “Ur asks for trade.”",
            "President Anna Sall",
        ),
        ("“We must begin again”, Minister Kono told the press.", "Minister Kono"),
        ("“I have seen a city that never sleeps,” Captain Hase is said to have written from Ur.", "Captain Hase"),
        ("“It was cold,” said Tano Ichiro, a farmer from Niigata.", "Tano Ichiro"),
        ("President Sall spoke. Minister Koda had visited Ur, where he called it “the land of rain.”", "Minister Koda"),
        ("He found a letter from a child at the gate. It said: “Thank you for coming to us.”", "a child"),
        (
            "The Supreme Court held on May 3, 2005 that the limit was “a restriction without reason.”",
            "The Supreme Court",
        ),
        ("Governor Tama met Minister Kono, who began with “I apologize once more to all of you.”", "Minister Kono"),
        ("Prime Minister Doe said, “Peace begins here.”", "Prime Minister Doe"),
        ("He met President Zed. He thanked Ur for having been “the first nation to come.”", "President Zed"),
        (
            "Two pupils went there. “I had never spoken to a foreigner before,” one of them, Hana Sato, recalls.",
            "Hana Sato",
        ),
        (
            "“You bow before you fall,” the old porter of the gymnasium laughed on my first day.",
            "the old porter of the gymnasium",
        ),
        ("“It is no end, it is a start,” smiled Ms. Kana Doi, a teacher from Ur.", "Ms. Kana Doi"),
        (
            "President Zed met Minister Kono and went on: the islands, he declared, “belong to nobody’s map alone.”",
            "President Zed",
        ),
        (
            "United States Trade Representative (USTR) Mike Frome observed that “the end is coming into focus.”",
            "United States Trade Representative (USTR) Mike Frome",
        ),
        (
            "The minister was silent, while one negotiator complained of “a summit that moves away at each step.”",
            "one negotiator",
        ),
        ("Minister Doe protested in the strongest terms: “This can never be tolerated by anybody.”", "Minister Doe"),
        ("“We will not rest,” Doe Ken, Minister in charge of Ur, promised the families at the rally.", "Doe Ken"),
        (
            "The Government of Japan announced that Ambassador Doe would return, calling it “extremely regrettable.”",
            "The Government of Japan",
        ),
        ("As Prime Minister Doe put it in Ur, “the future belongs to those who build it.”", "Prime Minister Doe"),
        (
            "Minister Okada told his counterpart, Minister Zed of Ur, that “the incident cannot be overlooked.”",
            "Minister Okada",
        ),
        (
            "Speaking after it, the widow of the ambassador said, “He would have been glad.”",
            "the widow of the ambassador",
        ),
        ("The chair's summary notes that “participants shared grave concern over it.”", "The chair's summary"),
        ("The message, sent by President Zed of Ur, read: “Our hearts are with the people.”", "President Zed"),
        ("When asked, the villagers answered in one voice: “The water came in time.”", "the villagers"),
        ("Visitors from Fiji came. “We had expected snow,” one of them confessed.", "one of them"),
        ("In the view of the mayor, this was “a promise kept after forty years.”", "the mayor"),
        ("Minister Doe Ken shrugged: “Diplomacy never fails, it only pauses.”", "Minister Doe Ken"),
        ("Ms. Ota Sae used to say that “there are no humanitarian solutions to it.”", "Ms. Ota Sae"),
        ("Foreign Secretary Ann Roe joked that she had “come for the sushi alone.”", "Foreign Secretary Ann Roe"),
        ("Article 9 says that the people “forever renounce war as a right of the nation.”", "Article 9"),
        ("Minister Doe told the Diet that the Council “reflects the world of yesterday.”", "Minister Doe"),
        ("Minister Doe confirmed that the issue was “resolved finally and irreversibly.”", "Minister Doe"),
        ("Minister Doe expressed anew “his most sincere apologies and remorse to all who suffered.”", "Minister Doe"),
        ("The Koreas signed a text in May, in which the North “expressed regret” over it.", "the North"),
        ("Minister Doe said the gesture “speaks louder than any words.”", "Minister Doe"),
        ("Minister Doe thanked Japan “for schools, bridges and patience.”", "Minister Doe"),
        ("“Consensus does not mean unanimity,” Minister Doe ruled to long applause.", "Minister Doe"),
        (
            "“The law contains bad provisions,” then Minister Doe Ken pointed out to Minister Roe.",
            "then Minister Doe Ken",
        ),
        ("Minister Doe appealed to President Roe by his first name: “Jack, we see the same end.”", "Minister Doe"),
        ("President Doe, visiting Ur, held up one of the shirts and joked, “It does not smell.”", "President Doe"),
        (
            "The wives of the miners, in a letter to the Agency, wrote that they would “never forget who helped us.”",
            "The wives of the miners",
        ),
        (
            "“We came as neighbors,” General Ann Field, Commander of U.S. Forces, Japan, told the people of Ur.",
            "General Ann Field",
        ),
    ],
)
def test_the_speaker_is_found(find: Extract, words: str, speaker: str) -> None:
    said = [one for one in find(words).quotations if one.kind not in _UNSAID]
    assert said
    assert {"; ".join(one.speaker_names) for one in said} == {speaker}


@pytest.mark.parametrize(
    "words",
    [
        "In the phrase “I apologize once more to the victims” many heard regret.",
        "The slogan is “I will always love my town.”",
        "“Free and open seas”, the Minister’s theme, was welcomed.",
        "President Roe spoke of the “three S’s”: speed, scale and spread.",
        "It was thanked for “three bridges.”",
    ],
)
def test_a_term_has_no_speaker(find: Extract, words: str) -> None:
    assert [one.kind for one in find(words).quotations] == [QuotationKind.TERM]


@pytest.mark.parametrize(
    ("words", "verb", "speakers"),
    [
        (
            "Minister Kono met his counterpart, Minister Figueiredo, in Ur and expressed his regret over it.",
            "expressed",
            "Minister Kono",
        ),
        ("President Obama told Prime Minister Noda that the ties were strong.", "told", "President Obama"),
        ("Governor Ota replied on May 20, and again in June, that it was impossible.", "replied", "Governor Ota"),
        ("President Trump, with whom Mr. Abe met in May, told reporters that he was glad.", "told", "President Trump"),
        ("Foreign Minister Hayashi spoke about cooperation in many areas.", "spoke", "Foreign Minister Hayashi"),
        (
            "Prime Minister Mori asked for talks, and President Putin replied that he agreed.",
            "asked",
            "Prime Minister Mori; President Putin",
        ),
        ("The court ruled that the measure was illegal.", "ruled", "The court"),
        ("When I came into office, I emphasized that this was a great task.", "emphasized", "I"),
    ],
)
def test_a_report_has_its_verb_and_its_speakers(find: Extract, words: str, verb: str, speakers: str) -> None:
    reports = [one for one in find(words).quotations if one.kind is QuotationKind.REPORTED]
    assert [(one.verb, "; ".join(one.speaker_names)) for one in reports] == [(verb, speakers)]


def test_what_goes_on_behind_a_quotation_is_reported_from_its_verb_on(find: Extract) -> None:
    found = find("Premier Li said, “We must keep order,” and emphasized the stable management of the state.")
    (report,) = [one for one in found.quotations if one.kind is QuotationKind.REPORTED]
    assert (report.text, report.speakers) == ("emphasized the stable management of the state.", ("li",))


@pytest.mark.parametrize(
    "words",
    [
        "The two countries maintained close cooperation in the field of energy.",
        "Governor Ota ruled out the use of force.",
        "Repeated launches by North Korea are a threat.",
        "I believe that the alliance will go on.",
        "The ministers issued a statement in May.",
    ],
)
def test_what_looks_like_a_verb_of_saying_without_that_reports_nothing(find: Extract, words: str) -> None:
    assert [one for one in find(words).quotations if one.kind is QuotationKind.REPORTED] == []


def test_he_means_whom_the_sentence_before_opens_with_rather_than_who_spoke_long_before(find: Extract) -> None:
    words = (
        "President Arroyo told the press that work was under way. Chancellor Schroeder, who was received in May, "
        "visited the dam. “We have seen what water can do,” he warned."
    )
    said = [one for one in find(words).quotations if one.kind not in _UNSAID]
    assert [one.speaker_names for one in said] == [("Chancellor Schroeder",)]


def test_they_means_the_leaders_of_states_told_by_their_number(find: Extract) -> None:
    words = (
        "The leaders of the five river States issued a joint statement, in which they affirmed “that the river "
        "belongs to all who live on it.”"
    )
    said = [one for one in find(words).quotations if one.kind not in _UNSAID]
    assert [one.speaker_names for one in said] == [("The leaders of the five river States",)]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("The Ministry of Trade announced on July 3 that the plant would close.", "The Ministry of Trade"),
        ("Governor Nakaima claimed a week later that nobody had been asked.", "Governor Nakaima"),
        ("Mayor Inamine told the assembly two days later, on May 6, that he had not agreed.", "Mayor Inamine"),
        ("Ambassador Baker assured the families of his deepest sympathy.", "Ambassador Baker"),
        ("General Wright apologized to Governor Nakaima for the noise.", "General Wright"),
        ("UNC replied that the call had been made.", "UNC"),
    ],
)
def test_a_report_may_tell_when_or_to_whom_before_what(find: Extract, words: str, speaker: str) -> None:
    reports = [one for one in find(words).quotations if one.kind is QuotationKind.REPORTED]
    assert ["; ".join(one.speaker_names) for one in reports] == [speaker]


@pytest.mark.parametrize(
    "words",
    [
        "Secretary Rice never said that the plan was final.",
        "Special Envoy Mori called on her in Seoul and handed her a letter.",
        "The Guidelines announced in April 2015 also provide that both countries work together.",
    ],
)
def test_what_was_never_said_and_a_visit_report_nothing(find: Extract, words: str) -> None:
    assert not [one for one in find(words).quotations if one.kind is QuotationKind.REPORTED]


@pytest.mark.parametrize(("which", "speaker"), [("latter", "Governor Ota Masahide"), ("former", "Minister Okada")])
def test_the_latter_and_the_former_are_of_the_two_told_of_last(find: Extract, which: str, speaker: str) -> None:
    words = f"Minister Okada met with Governor Ota Masahide in Naha. “We must speak openly,” the {which} remarked."
    said = [one for one in find(words).quotations if one.kind not in _UNSAID]
    assert [one.speaker_names for one in said] == [(speaker,)]


@pytest.mark.parametrize(
    ("words", "speakers"),
    [
        (
            "At the summit, Prime Minister Kan spoke to Minister Doe. “What is it to lead? It is to serve,” he asked.",
            ("Prime Minister Kan",),
        ),
        (
            "Minister Doe and Ambassador Roe agreed upon its return “within five to seven years.”",
            ("Minister Doe", "Ambassador Roe"),
        ),
        (
            "The International Atomic Agency (“IAA”) had concluded that the plan was “consistent with its standards.”",
            ("The International Atomic Agency",),
        ),
    ],
)
def test_openings_and_brackets_do_not_hide_who_speaks(find: Extract, words: str, speakers: tuple[str, ...]) -> None:
    said = [one for one in find(words).quotations if one.kind not in (QuotationKind.TERM, QuotationKind.REPORTED)]
    assert [one.speaker_names for one in said] == [speakers]


def test_what_opens_a_sentence_is_nobody(find: Extract) -> None:
    found = find("Under the Joint Plan of Action (JPA), it was stated that “the sanctions will be lifted at once.”")
    assert not any(name.startswith("Under") for one in found.quotations for name in one.speaker_names)


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        (
            "He met him. In reply, his counterpart, President Xi Jinping, said that it was useful.",
            "President Xi Jinping",
        ),
        ("He met him. In reply to his guest, President Xi Jinping said that it was useful.", "President Xi Jinping"),
        ("Minister Doe met his counterpart, President Xi Jinping, and said that it was useful.", "Minister Doe"),
        ("On May 3, the Minister and his guest, President Xi Jinping, said that it was useful.", "the Minister"),
        ("Minister Doe spoke, and his counterpart, President Xi Jinping, said that it was so.", "President Xi Jinping"),
        ("Minister Doe received a letter from a child. It said that all was well.", "a child"),
        ("In the words of Minister Doe, the visit of President Xi was “a step for all of us.”", "Minister Doe"),
    ],
)
def test_only_whom_a_verb_or_preposition_governs_is_not_the_subject(find: Extract, words: str, speaker: str) -> None:
    said = [one for one in find(words).quotations if one.kind is not QuotationKind.TERM]
    assert ["; ".join(one.speaker_names) for one in said] == [speaker]


def test_a_letter_that_is_but_told_of_says_nothing(find: Extract) -> None:
    found = find("The Ministry confirmed that a letter had arrived on May 3. It said that all was well.")
    assert [one.speaker_names for one in found.quotations] == [("The Ministry",)]

"""Statements with their speakers, and terms that are none, in the manner of many years; all sentences are our own."""

import pytest

from bluebook_desktop.domain.records import QuotationKind, Records
from bluebook_desktop.extraction import Gazetteer, extract
from tests.extraction.conftest import Extract, make_document, make_edition, with_heading

_UNSAID = (QuotationKind.TERM, QuotationKind.REPORTED)


def statements(found: Records) -> list[tuple[str, str]]:
    """The first words of every statement, and who said it."""
    said = [one for one in found.quotations if one.kind not in _UNSAID]
    return [(" ".join(one.text.split()[:3]), "; ".join(one.speaker_names)) for one in said]


@pytest.mark.parametrize(
    ("words", "first", "speaker"),
    [
        (
            "In his address in September, Prime Minister Noda stated, “Japan will remain a force for peace.”",
            "Japan will remain",
            "Prime Minister Noda",
        ),
        (
            "“We will never forget this support,” Prime Minister Kan said in Sendai.",
            "We will never",
            "Prime Minister Kan",
        ),
        ("“Thank you for coming,” said a local teacher with a smile.", "Thank you for", "a local teacher"),
        (
            "Foreign Minister Okada protested to the other side, saying, “This is totally unacceptable.”",
            "This is totally",
            "Foreign Minister Okada",
        ),
        (
            "In a message to President Sarkozy, Prime Minister Aso wrote that “Japan stands with France in this hour.”",
            "Japan stands with",
            "Prime Minister Aso",
        ),
        (
            "The Chair's Statement noted that “serious concerns were expressed over the situation at sea.”",
            "serious concerns were",
            "The Chair's Statement",
        ),
        (
            "According to the communiqué, “the leaders commit to ensuring that the recovery is sustained.”",
            "the leaders commit",
            "the communiqué",
        ),
        (
            "UN Security Council Resolution 1999 “condemns in the strongest terms the recent nuclear test.”",
            "condemns in the",
            "UN Security Council Resolution 1999",
        ),
        (
            "Chief Cabinet Secretary Sengoku issued a statement to the effect that “the Government cannot accept it.”",
            "the Government cannot",
            "Chief Cabinet Secretary Sengoku",
        ),
        (
            "President Clinton, for his part, responded that “the United States is behind Japan in this matter.”",
            "the United States",
            "President Clinton",
        ),
        (
            "The Constitution declares in its preamble that “all peoples have the right to live in peace.”",
            "all peoples have",
            "The Constitution",
        ),
        (
            "The DPRK declared that it would “never give up its weapons under any circumstances.”",
            "never give up",
            "The DPRK",
        ),
        (
            "Ms. Mori Yuko went to Peru. In her letter, she wrote: “Dear friends, I will not forget your kindness.”",
            "Dear friends, I",
            "Ms. Mori Yuko",
        ),
        (
            "Ambassador Roos said: ‘The people of Tohoku have shown what courage is.’",
            "The people of",
            "Ambassador Roos",
        ),
        (
            "Prime Minister Singh stated: “Our partnership [with Japan] ... is of the highest importance.”",
            "Our partnership [with",
            "Prime Minister Singh",
        ),
        (
            "In the speech I delivered in January, I made a pledge to “make every effort to explain our diplomacy.”",
            "make every effort",
            "I",
        ),
        (
            "“I have a dream of a world without any weapons.” (President Carter, in his address)",
            "I have a",
            "President Carter",
        ),
        ("Minister Kono: “We are ready to talk at any time.”", "We are ready", "Minister Kono"),
        (
            "In it, “the two sides resolved to face history and to look to the future.”",
            "the two sides",
            "the two sides",
        ),
        (
            "“We are filled with anger at this act,” read the statement of Prime Minister Abe.",
            "We are filled",
            "the statement of Prime Minister Abe",
        ),
        (
            "President Doe boarded the ship and greeted U.S. service members: “You are the best of the best.”",
            "You are the",
            "President Doe",
        ),
        ("His mother, Tano Junko, said: “It must not be repeated.”", "It must not", "Tano Junko"),
        ("Old Ekal, the keeper of the well, laughed and said, “The pump does not ask.”", "The pump does", "Old Ekal"),
        (
            "Talks ended, and Special Representative Lakhdar Brahimi resigned. “I am sorry,” he had said on May 5.",
            "I am sorry,",
            "Special Representative Lakhdar Brahimi",
        ),
        (
            "President Park praised the project as “a symbol of the friendship between our two peoples.”",
            "a symbol of",
            "President Park",
        ),
    ],
)
def test_a_statement_is_found_with_its_speaker(find: Extract, words: str, first: str, speaker: str) -> None:
    assert statements(find(words)) == [(first, speaker)]


def test_a_statement_in_two_parts_has_one_speaker(find: Extract) -> None:
    found = find("“The door to dialogue,” the Prime Minister emphasized, “is always open.”")
    assert statements(found) == [("The door to", "the Prime Minister"), ("is always open.", "the Prime Minister")]


def test_each_of_two_speakers_has_their_own_words(find: Extract) -> None:
    found = find(
        "One participant commented, “I was impressed by how kind people were,” while another said, “I would like to "
        "come back to Japan someday.”"
    )
    assert statements(found) == [("I was impressed", "One participant"), ("I would like", "another")]


def test_a_fragment_goes_on_with_the_statement_before_it(find: Extract) -> None:
    found = find(
        "The report described the past as a time in which the country “was poor,” telling how it “stood up” under new "
        "leaders and “grew rich” in later years."
    )
    assert [text for text, _ in statements(found)][-2:] == ["stood up", "grew rich"]


def test_a_feeling_expressed_in_two_words_is_still_the_speakers_own(find: Extract) -> None:
    found = find("Prime Minister Koizumi expressed “deep remorse” and “heartfelt apology” for the past.")
    assert statements(found) == [
        ("deep remorse", "Prime Minister Koizumi"),
        ("heartfelt apology", "Prime Minister Koizumi"),
    ]


def test_the_office_is_the_person_last_named_with_it(find: Extract) -> None:
    found = find("Prime Minister Hatoyama met the press. “I will keep this promise,” the Prime Minister said.")
    (said,) = [one for one in found.quotations if one.kind not in _UNSAID]
    assert said.speakers == ("hatoyama",)


def test_words_that_lost_their_closing_mark_are_kept_where_a_verb_leads_to_a_sentence(find: Extract) -> None:
    found = find("Prime Minister Mori stated, “Japan will work for peace in Africa. In addition, aid was given.")
    assert [one.text for one in found.quotations if one.kind not in _UNSAID] == ["Japan will work for peace in Africa."]
    assert statements(find("The Minister explained the “Guidelines and the report in detail.")) == []


@pytest.mark.parametrize(
    "words",
    [
        "Prime Minister Kan announced the “Partnership for Quality Infrastructure” at the conference in May.",
        "He delivered a keynote speech titled “Peace and prosperity in Asia, forevermore” in Singapore.",
        "Foreign Minister Okada explained Japan's policy of “dialogue and pressure” and “action for action.”",
        "The ministers called for “complete, verifiable, and irreversible dismantlement” of all weapons.",
        "The issue of the so-called “comfort women” was also discussed, and Japan stated its position.",
        "The theme of the Year was “Where Tradition Meets the Future,” and Prime Minister Noda welcomed it.",
        "Prime Minister Abe stressed that “Abenomics” was progressing, and that the “three arrows” were effective.",
        "Prime Minister Abe expressed his intention to create “a society in which all women shine.”",
        "Under the slogan “No one will be left behind,” Japan announced its assistance.",
        "They agreed on the principle that “nothing is agreed until everything is agreed.”",
        "The Prime Minister advocated “diplomacy that takes a panoramic perspective of the world map.”",
        "“A world without nuclear weapons,” which President Obama advocated in Prague, remains the goal.",
        "“Kizuna” means bonds in Japanese, Prime Minister Kan explained.",
        "At the exhibition “I want to live in peace” held in Geneva, the Ambassador stated his views.",
        "The keynote speech, “Japan and the World,” was delivered by Mr. Hayashi, who stated that aid was needed.",
        "The leaders said the region needs an “open, stable and rules-based order.”",
        "Their motto is “all for one and one for all,” the Ambassador explained.",
        "North Korea announced that it had launched the “satellite” “Kwangmyongsong-2.”",
        "The Koizumi Cabinet, in its magazine “Lion Heart,” described the visit of President Chirac.",
        "The communiqué welcomed the ‘Global Partnership’ and the leaders stated their support.",
        'He said that "Cool Japan" would be promoted.',
    ],
)
def test_a_term_title_or_slogan_states_nothing(find: Extract, words: str) -> None:
    assert statements(find(words)) == []


def test_marks_in_a_heading_are_a_term(gazetteer: Gazetteer) -> None:
    document = with_heading(make_document("The text."), "Revision of the “Guidelines”")
    (term,) = extract(document, make_edition(), gazetteer).quotations
    assert term.kind is QuotationKind.TERM
    assert term.excerpt.heading == 0


@pytest.mark.parametrize(
    ("words", "verb", "speaker"),
    [
        ("Both sides shared the view that the issue should be resolved.", "shared the view", "Both sides"),
        ("The Foreign Ministers condemned the attack in the strongest terms.", "condemned", "The Foreign Ministers"),
        ("Support was expressed by the Government of Iraq for the plan.", "expressed", "the Government of Iraq"),
        ("Kenya, as the host country, stated that it would support the plan.", "stated", "Kenya"),
        ("Many countries expressed support for the proposal.", "expressed", "Many countries"),
        ("Foreign Minister Komura noted Japan is facing a hard time.", "noted", "Foreign Minister Komura"),
        ("The report described the setting of a new goal.", "described", "The report"),
        ("Secretary Doe called the law extremely regrettable.", "called", "Secretary Doe"),
        (
            "The expert committee under Professor Roe reported on March 9 that, as for Ur, it knew.",
            "reported",
            "The expert committee",
        ),
        ("Governor Doe revoked the permit in May, claiming that it was flawed.", "claiming", "Governor Doe"),
        ("The Secretary-General appealed to the parties to exercise restraint.", "appealed", "The Secretary-General"),
        ("North Korea notified Japan through the embassy that it would wait.", "notified", "North Korea"),
        ("Prime Minister Aso promised a loan for a new airport.", "promised", "Prime Minister Aso"),
        (
            "At the meeting with President Bush, Prime Minister Aso explained that aid would go on.",
            "explained",
            "Prime Minister Aso",
        ),
    ],
)
def test_what_is_reported_has_its_verb_and_speaker(find: Extract, words: str, verb: str, speaker: str) -> None:
    reports = [one for one in find(words).quotations if one.kind is QuotationKind.REPORTED]
    assert [(one.verb, "; ".join(one.speaker_names)) for one in reports] == [(verb, speaker)]


def test_a_tag_at_the_end_tells_whose_words_a_sentence_reports(find: Extract) -> None:
    found = find("Foreign Minister Matsumoto spoke. Japan has worked for its alliance, he said.")
    (report,) = [one for one in found.quotations if one.kind is QuotationKind.REPORTED]
    assert report.text == "Japan has worked for its alliance, he said."
    assert report.speakers == ("matsumoto",)


@pytest.mark.parametrize(
    "words",
    [
        "Japan welcomes this policy of the United States.",
        "Japan will announce further measures, and will urge other countries to act.",
        "Their Majesties visited Palau to mourn and pay tribute to those who died.",
        "In April, Japan declared a state of emergency.",
        "The project, announced in 2015, aims at reducing poverty.",
        "As mentioned above, the situation remains severe.",
        "Article 5 of the Treaty provides that both sides shall consult.",
        "Efforts to address climate change were stepped up.",
        "Questions that are sent in are answered by the Ministry.",
        "Under the Plan of Action agreed with Ur, enrichment is limited.",
        "Japan lodged a protest with Ur through diplomatic channels.",
        "Special Envoy Roe called on her in Ur in May and handed her a letter to read.",
        "He left early, as talks at home were to be concluded by June 1.",
        "Many years have gone by since Minister Doe and Ambassador Roe agreed on the return of the land.",
    ],
)
def test_acts_intentions_and_rules_report_nothing(find: Extract, words: str) -> None:
    assert [one for one in find(words).quotations if one.kind is QuotationKind.REPORTED] == []


def test_words_called_somebodys_are_theirs_not_the_subjects(find: Extract) -> None:
    found = find(
        "Foreign Minister Nakasone gave a speech, expressing support for President Carter’s determination to “seek the "
        "peace and security of a world without war.”"
    )
    assert statements(found) == [("seek the peace", "President Carter")]


def test_two_offices_joined_are_two_people(find: Extract) -> None:
    found = find(
        "Prime Minister Aso met President Biden. The Prime Minister and the President stressed unity that counts."
    )
    (report,) = [one for one in found.quotations if one.kind is QuotationKind.REPORTED]
    assert report.speakers == ("aso", "biden")


def test_a_document_that_is_no_joint_statement_speaks_in_a_message(find: Extract) -> None:
    (said,) = find("The report stated, “there are strong concerns in the whole of the region.”").quotations
    assert (said.kind, said.speaker_names) == (QuotationKind.MESSAGE, ("The report",))


def test_a_statement_may_be_announced_in_the_paragraph_before_and_go_on_over_several(find: Extract) -> None:
    found = find(
        "In the statement issued in August, Prime Minister Murayama declared as follows:",
        "“Our task is to convey to the younger generations the horrors of war.",
        "“It is also our task to promote friendly relations with our neighbors.”",
        "The “Basic Plan” was agreed.",
    )
    assert statements(found) == [("Our task is", "Prime Minister Murayama"), ("It is also", "Prime Minister Murayama")]


def test_what_was_confirmed_by_nobody_named_is_told_by_those_who_met(find: Extract) -> None:
    words = "At the meeting, it was confirmed that the Alliance would be strengthened."
    found = find(f"Foreign Minister Aso met Secretary of State Rice. {words}", words)
    reports = [one for one in found.quotations if one.kind is QuotationKind.REPORTED]
    assert [(one.excerpt.passage, one.speakers) for one in reports] == [(1, ("aso", "rice"))]


def test_sentences_in_marks_go_on_with_the_speaker_before_them(find: Extract) -> None:
    found = find(
        'Prime Minister Koizumi said: "Japan caused great suffering." "It squarely faces these facts of history." He '
        'continued, "We will not forget."'
    )
    assert [speaker for _, speaker in statements(found)] == ["Prime Minister Koizumi"] * 3


def test_a_pronoun_that_opens_a_paragraph_is_shown_by_the_name_told_of_before_it(find: Extract) -> None:
    found = find(
        "Prime Minister Aso stated that peace was needed.",
        "He also emphasized, “We will go on with our efforts.” A student said, “I was glad.” She "
        "added, “I will come back.”",
    )
    assert [speaker for _, speaker in statements(found)] == ["Prime Minister Aso", "A student", "A student"]
    assert all(one.speakers == () for one in found.quotations if one.excerpt.passage == 2)

"""Paragraphs in the Bluebook's manner, of other years and other wordings, each with what is to be found."""

import pytest

from bluebook_desktop.domain.records import QuotationKind, Records, Status
from tests.extraction.conftest import Extract


def _dates(found: Records) -> list[str]:
    return [event.date.span.edtf for event in sorted(found.events, key=lambda e: e.date_excerpt.start)]


def _names(found: Records) -> set[str]:
    return {person.name for person in found.people}


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("The talks were held from May 3 to 5 in Tokyo.", ["2020-05-03/2020-05-05"]),
        ("The system was developed between 2015 and 2018.", ["2015/2018"]),
        ("The survey covered April 2019 – March 2020.", ["2019-04/2020-03"]),
        ("The ceremony took place on 19 January 1960 in Washington, D.C.", ["1960-01-19"]),
        ("Exercises were held in the early 2010s.", ["2010/2013"]),
        ("Consultations took place in April and June 2015.", ["2015-04", "2015-06"]),
        ("The agreement was signed in May 2006 and entered into force in the following year.", ["2006-05", "2007"]),
        ("The war began in June 1950. In the same month, the Council met.", ["1950-06", "1950-06"]),
        ("The plan was agreed in December 2013. In the following month, work began.", ["2013-12", "2014-01"]),
        ("It will be completed by the end of March 2025.", ["2025-03"]),
        (
            "The Guidelines announced in April 2015 remain in force. In August, a meeting was held.",
            ["2015-04", "2020-08"],
        ),
        ("In FY2019, construction began.", ["2019-04/2020-03"]),
        ("The project ran from December 2019 to March 2020.", ["2019-12/2020-03"]),
    ],
)
def test_dates_are_read_with_their_precision(find: Extract, words: str, dates: list[str]) -> None:
    assert _dates(find(words)) == dates


@pytest.mark.parametrize(
    "words",
    [
        "UN Security Council resolution 1874 was welcomed.",
        "Approximately 1900 Marines may leave (see page 2010).",
        "Today, 60 years since the signing, the Alliance is stronger than ever.",
        "This may strengthen ties over the past 20 years on the 50th anniversary.",
        "The 2030 Agenda is a common goal.",
    ],
)
def test_words_that_date_nothing_are_no_events(find: Extract, words: str) -> None:
    assert _dates(find(words)) == []


def test_a_carried_year_says_why_in_words_that_stand_in_the_text(find: Extract) -> None:
    found = find("In June 1950, the war began. The Command was set up in July of the same year.")
    reason = found.events[1].date.year_reason
    assert reason == "The sentence before says “In June 1950” (¶ 1)."


def test_the_covered_year_is_the_last_resort(find: Extract) -> None:
    found = find("In October, Foreign Minister Aso visited Washington, D.C.", year=2008)
    assert found.events[0].date.span.edtf == "2007-10"
    assert found.events[0].date.year_reason == "No year is printed nearby: the edition covers the year 2007."


def test_a_term_that_ends_ahead_is_a_deadline(find: Extract) -> None:
    found = find("The two governments agreed to extend the agreement through March 31, 2026.")
    assert found.events[0].status is Status.DEADLINE


def test_both_name_orders_are_one_person(find: Extract) -> None:
    found = find(
        "Foreign Minister Toshimitsu Motegi met Secretary of State Mike Pompeo.",
        "Foreign Minister Motegi Toshimitsu left.",
    )
    assert len(found.people) == 2
    assert {len(person.mentions) for person in found.people} == {1, 2}


def test_short_mentions_go_to_the_person_of_that_title(find: Extract) -> None:
    found = find(
        "Prime Minister Yasuo Fukuda spoke. Defense Minister Takeo Fukuda listened. Prime Minister Fukuda then left.",
        year=2008,
    )
    mentions = {person.name: len(person.mentions) for person in found.people}
    assert mentions == {"Yasuo Fukuda": 2, "Takeo Fukuda": 1}


def test_a_list_after_its_number_names_each_of_its_people(find: Extract) -> None:
    found = find(
        "The two Ministers, Minister for Foreign Affairs Hayashi Yoshimasa and Secretary of State Blinken, met."
    )
    assert _names(found) == {"Hayashi Yoshimasa", "Blinken"}


def test_an_administration_is_no_person(find: Extract) -> None:
    assert _names(find("The Bush administration and President Obama's team cooperated.")) == {"Obama"}


def test_straight_marks_and_another_verb_make_a_statement(find: Extract) -> None:
    found = find(
        'President Bush emphasized that "the alliance is a cornerstone of peace in the whole region."', year=2008
    )
    (quotation,) = found.quotations
    assert quotation.kind is QuotationKind.SPEECH
    assert quotation.speaker_names == ("President Bush",)


@pytest.mark.parametrize(
    "words",
    [
        "Prime Minister Abe explained the policy of “Proactive Contribution to Peace” to the leaders.",
        "The ministers welcomed the “United States-Japan Roadmap for Realignment Implementation.”",
        "The two leaders confirmed the importance of a “rules-based international order.”",
        "The so-called “arc of freedom and prosperity along the outer rim” was announced.",
        "Both governments agreed on the “2+2” meeting.",
    ],
)
def test_a_term_or_title_is_no_statement(find: Extract, words: str) -> None:
    marked = [q for q in find(words).quotations if q.kind is not QuotationKind.REPORTED]
    assert [q.kind for q in marked] == [QuotationKind.TERM]


def test_what_is_reported_without_marks_has_its_speakers(find: Extract) -> None:
    found = find(
        "On February 3, Prime Minister Abe and President Trump held talks. The two leaders confirmed that the "
        "Alliance is strong.",
        year=2018,
    )
    (report,) = [q for q in found.quotations if q.kind is QuotationKind.REPORTED]
    assert len(report.speakers) == 2
    assert report.date is not None
    assert report.date.span.edtf == "2017-02-03"


def test_facilities_are_found_by_name_form_and_short_form(find: Extract) -> None:
    found = find(
        "The Naval Air Facility (NAF) Atsugi and Camp Hansen were used. Embassy staff and Camp David are none; "
        "the Kita Training Area (KTA) is. Part of the KTA was returned to Kin Town."
    )
    names = {facility.name: len(facility.mentions) for facility in found.facilities}
    assert names == {"Naval Air Facility (NAF) Atsugi": 1, "Camp Hansen": 1, "Kita Training Area": 2}


@pytest.mark.parametrize(
    ("words", "short", "full"),
    [
        ("the Acquisition and Cross-Servicing Agreement (ACSA)", "ACSA", "Acquisition and Cross-Servicing Agreement"),
        ("the DPRI (Defense Policy Review Initiative)", "DPRI", "Defense Policy Review Initiative"),
        ("many non-governmental organizations (NGOs) took part", "NGOs", "non-governmental organizations"),
        ("the Self-Defense Forces (hereinafter “SDF”)", "SDF", "Self-Defense Forces"),
        ("the Proliferation Security Initiative (PSI, launched in 2003)", "PSI", "Proliferation Security Initiative"),
    ],
)
def test_short_forms_are_found_with_their_full_forms(find: Extract, words: str, short: str, full: str) -> None:
    assert [(a.short, a.full) for a in find(f"They discussed {words}.").abbreviations] == [(short, full)]


@pytest.mark.parametrize("words", ["(Tokyo)", "(Photo: MOFA)", "(Rear)", "(about 11 hectares)", "(front row, left)"])
def test_other_brackets_introduce_nothing(find: Extract, words: str) -> None:
    assert find(f"The United Nations Command {words} was there.").abbreviations == ()


def test_a_pointer_to_another_chapter_has_no_target(find: Extract) -> None:
    (pointer,) = find("Efforts continued (see Chapter 3, Section 1).").cross_references
    assert pointer.excerpt.exact == "see Chapter 3, Section 1"
    assert pointer.target is None


def test_japanese_dates_and_quotations_are_found(find: Extract) -> None:
    found = find(
        "令和2年8月、日米外相会談が行われた。同月、両国は協議した。翌年3月に開催された。"
        "茂木大臣は「日米同盟はかつてなく強固である」と述べた。「自由で開かれたインド太平洋」の実現。",
        language="ja",
    )
    assert _dates(found) == ["2020-08", "2020-08", "2021-03"]
    assert [q.kind for q in found.quotations] == [QuotationKind.SPEECH, QuotationKind.TERM]


def test_a_paragraph_in_the_manner_of_2008(find: Extract) -> None:
    found = find(
        "In May 2007, the Japan-U.S. Security Consultative Committee (“2+2”) met in Washington, D.C., "
        "attended by Foreign Minister "
        "Taro Aso, Defense Minister Fumio Kyuma, Secretary of State Condoleezza Rice and Secretary of Defense "
        "Robert Gates. "
        "The four ministers reaffirmed that the Roadmap of May 2006 should be carried out steadily. In "
        "November, Prime Minister "
        "Yasuo Fukuda visited the United States and stated, “The alliance is the cornerstone of Japan's "
        "foreign policy.”",
        year=2008,
    )
    assert _dates(found) == ["2007-05", "2006-05", "2007-11"]
    assert _names(found) == {"Taro Aso", "Fumio Kyuma", "Condoleezza Rice", "Robert Gates", "Yasuo Fukuda"}
    kinds = [q.kind for q in found.quotations]
    assert kinds == [QuotationKind.TERM, QuotationKind.REPORTED, QuotationKind.SPEECH]
    assert len(found.quotations[1].speakers) == 4
    assert found.quotations[2].speakers == ("yasuo-fukuda",)


def test_a_paragraph_in_the_manner_of_2017(find: Extract) -> None:
    found = find(
        "On December 21, 2016, the U.S. returned a major portion of the Northern Training Area (NTA, "
        "approximately 4,000 hectares). "
        "On the following day, a ceremony was held in Nago City. In December, Defense Minister Inada and "
        "Secretary of Defense "
        "Ash Carter announced the return. Work toward completion of the Futenma Replacement Facility (FRF) "
        "will continue until FY2022.",
        year=2017,
    )
    assert _dates(found) == ["2016-12-21", "2016-12-22", "2016-12", "2022-04/2023-03"]
    assert {f.name for f in found.facilities} == {"Northern Training Area", "Futenma Replacement Facility (FRF)"} or {
        f.name for f in found.facilities
    } == {"Northern Training Area", "Futenma Replacement Facility"}
    assert {a.short for a in found.abbreviations} == {"NTA", "FRF"}

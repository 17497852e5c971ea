"""Titles of events: the thing that is dated or what is told of it, in few words."""

import pytest

from bluebook_desktop.domain.records import EventKind
from bluebook_desktop.extraction import Gazetteer, extract
from tests.extraction.conftest import Extract, make_document, make_edition, with_heading


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        (
            "In May, Secretary-General Doe visited Japan to exchange views with the leaders of all sides.",
            ["Secretary-General Doe visited Japan to exchange views with the leaders of all sides"],
        ),
        (
            "The year 2012 saw frequent exchanges between the two countries.",
            ["Frequent exchanges between the two countries"],
        ),
        (
            "In relations with Asia, 2012 marked the 40th anniversary of the treaty.",
            ["40th anniversary of the treaty"],
        ),
        (
            "The Ministry of Health, Labour and Welfare published a list in July.",
            ["Ministry of Health, Labour and Welfare published a list"],
        ),
        (
            "Attacks were made in Ur on October 22, in Lod on December 15 and 16, and in Paris on November 7.",
            ["Attacks were made in Ur", "Attacks were made in Lod", "Attacks were made in Paris"],
        ),
        ("Japan, for its part, amended its act in May.", ["Japan amended its act"]),
        (
            "Charter flights from Ur, the first of which landed in May, have ended.",
            ["First of charter flights from Ur landed"],
        ),
        ("Tano Ichiro, a physician who had worked there, was shot on May 4.", ["Tano Ichiro was shot"]),
        ("After the earthquake in Sichuan Province on May 12, a team was sent.", ["Earthquake in Sichuan Province"]),
        (
            "Camp Kuwae will follow in FY2022 or later, the Gimbaru Area in FY2024 and Naha Port in FY2028 or later.",
            ["Camp Kuwae will follow", "Gimbaru Area will follow", "Naha Port will follow"],
        ),
        (
            "Minister Doe visited Ur in May, Lod in June and Eridu in July.",
            ["Minister Doe visited Ur", "Minister Doe visited Lod", "Minister Doe visited Eridu"],
        ),
        (
            (
                "In response to the crash of an airplane off Ur in August and the fire of a helicopter in Lod in May, "
                "Minister Kono Taro made a request to the Ambassador."
            ),
            ["Crash of an airplane off Ur", "Fire of a helicopter in Lod"],
        ),
        (
            (
                "The plot, the largest return since the reversion of Okinawa to mainland Japan in 1972, was returned "
                "in May 2020."
            ),
            ["Reversion of Okinawa to mainland Japan", "Plot was returned"],
        ),
        (
            "President Hu Jintao came to Ur on May 6. On May 7, he signed a statement.",
            ["President Hu Jintao came to Ur", "Hu Jintao signed a statement"],
        ),
        (
            "Talks begun in April by Motegi, then Minister in charge of Trade, and Mr. Roe came to an end in May.",
            ["Motegi, then Minister in charge of Trade", "Talks came to an end"],
        ),
        (
            "2020 saw the rise of the Islamic State of Iraq and the Levant (ISIL), which took Mosul on June 10.",
            [
                "Rise of the Islamic State of Iraq",
                "Islamic State of Iraq and the Levant took Mosul",
            ],
        ),
        ("They spoke during Foreign Minister Roe's visit to Peru in June.", ["Foreign Minister Roe's visit to Peru"]),
        (
            "The alliance was confirmed at the Summit Meeting in April 2012.",
            ["Alliance was confirmed at the Summit Meeting"],
        ),
        ("Japan recovered after the Great North Earthquake of March 11, 2011.", ["Great North Earthquake"]),
        (
            "In August, General Doe, Chief of Staff of the Army, paid a courtesy call.",
            ["General Doe paid a courtesy call"],
        ),
        ("The Guidelines, which were formulated in 2012, were revised.", ["Guidelines were formulated"]),
        (
            "Two attacks happened: the bombing at a station in Ur, Roe, in May; the attack in Lod, in June.",
            ["Bombing at a station in Ur, Roe", "Attack in Lod"],
        ),
        (
            "In April, the Emperor visited Palau, and in August, a statement was issued.",
            ["Emperor visited Palau", "Statement was issued"],
        ),
        ("In May, July, and October 2012, meetings of experts were held.", ["Meetings of experts were held"] * 3),
        (
            "In the April 2012 joint statement, both sides affirmed the plan.",
            ["Joint statement: both sides affirmed the plan"],
        ),
        (
            "They issued a press release in July on the fight against floods.",
            ["They issued a press release on the fight against floods"],
        ),
        (
            "A council of the towns was set up in May, and met again in June.",
            ["Council of the towns was set up", "Council of the towns met again"],
        ),
        (
            "Even under the conditions of 2012, Ur and Lod continued to hold exercises.",
            ["Ur and Lod continued to hold exercises"],
        ),
        (
            "It rests on the Agreement on Cooperation in the Field of Fisheries of 2005.",
            ["Agreement on Cooperation in the Field of Fisheries"],
        ),
        ("This coincided with the start of the Great Northern War in June 1750.", ["Start of the Great Northern War"]),
        ("The list has: (i) the Old Pier, in 2025; (ii) the New Pier, in 2028.", ["Old Pier", "New Pier"]),
        ("Due to the flood, the fair was postponed in June.", ["Fair was postponed"]),
        ("The carrier, named after an admiral, was sent to Ur in May.", ["Carrier was sent to Ur"]),
        ("Secretary Doe, who visited Ur in May, told Minister Roe that it was safe.", ["Secretary Doe visited Ur"]),
        ("When Minister Doe met Minister Roe in Ur in May, both were glad.", ["Minister Doe met Minister Roe in Ur"]),
        (
            "The agreement, signed in May, entered into force in June and will remain in effect until July.",
            ["Agreement signed", "Agreement entered into force", "Agreement will remain in effect"],
        ),
        ("Squadrons will go to Ur, to be completed by 2014.", ["Squadrons will go to Ur"]),
        ("The Act, under which the area was returned in May, was amended.", ["Area was returned"]),
        ("Doe took office in January, and Roe in May.", ["Doe took office", "Roe took office"]),
        ("The two sides decided in May to build a bridge.", ["Two sides decided to build a bridge"]),
        (
            "Governor Roe replied in May, and again in June, that it was impossible.",
            ["Governor Roe replied that it was impossible"] * 2,
        ),
        ("The Committee for Water (CW, “2+2”) met in Ur in May.", ["Committee for Water met in Ur"]),
        ("Talks went on. 2012 was the year of the reform.", ["Year of the reform"]),
        ("Ur, Lod and the court settled the case in May.", ["Ur, Lod and the court settled the case"]),
        (
            "The Government announced in May that the base3 would be moved.",
            ["Government announced that the base would be moved"],
        ),
        ("17 May: The second unit takes over", ["The second unit takes over"]),
        ("May 2014 (planned): Fair in Ur", ["Fair in Ur"]),
        ("In the evening of May 3, the plane made a landing near Ur.", ["Plane made a landing near Ur"]),
        (
            "The Convention on Mines, which Japan accepted in May, is in force.",
            ["Japan accepted the Convention on Mines"],
        ),
        ("Talks on trout were held in May, and a quota was agreed.", ["Talks on trout were held"]),
        ("Over 200 people who had fled were living in Ur as of May.", ["Over 200 people were living in Ur"]),
        ("As of the end of 2012, 809 Japanese were on the staff.", ["809 Japanese were on the staff"]),
        (
            "In addition, Israel's military attacks on the Strip that began in May showed how unstable it was.",
            ["Israel's military attacks on the Strip began"],
        ),
        (
            "The Ur Conference of May 2012 had set the goal of concluding the talks by June.",
            ["Ur Conference", "Ur Conference had set the goal of concluding the talks"],
        ),
        ("Both sides decided in May to meet again.", ["Both sides decided to meet again"]),
        (
            "Minister Doe hosted the summit from May 19 to 21.11 At the meeting, he spoke.",
            ["Minister Doe hosted the summit"],
        ),
        (
            "In May, Minister Doe visited Ur and announced that Japan, as the chair, would help.",
            ["Minister Doe visited Ur"],
        ),
        ("This was followed by a visit by General Doe Jane in May.", ["Visit by General Doe Jane"]),
        (
            "“The voice of the street must be heard,” President Doe said in May.",
            ["President Doe: “The voice of the street must be heard”"],
        ),
        (
            (
                "In May, Secretary of State Ann Doe adopted with Premier Roe a joint text on the occasion "
                "of the gathering in Ur."
            ),
            ["Secretary of State Ann Doe adopted with Premier Roe a joint text"],
        ),
        (
            "On May 3, Secretary Jane Doe told Minister for Foreign Affairs Roe Taro in Ur that nothing would change.",
            ["Secretary Jane Doe told Minister for Foreign Affairs Roe Taro in Ur that nothing would change"],
        ),
    ],
)
def test_a_title_says_what_is_dated(find: Extract, words: str, titles: list[str]) -> None:
    assert [event.title for event in find(words, year=2013).events] == titles


def test_no_title_is_long_or_ends_within_a_phrase(find: Extract) -> None:
    (event,) = find(
        "In May, the Government of Japan and the Government of the Republic of Somewhere signed a memorandum of "
        "cooperation on the peaceful uses of outer space and on the exchange of students and teachers.",
    ).events
    assert len(event.title) <= 96
    assert not event.title.endswith((" of", " and", " the", " on", ","))


@pytest.mark.parametrize(
    ("words", "lane"),
    [
        ("In May, a suicide bombing struck the market.", EventKind.INCIDENTS),
        ("In May, the two sides signed the agreement.", EventKind.AGREEMENTS),
        ("In May, a joint exercise with the Navy took place.", EventKind.DEFENCE),
        (
            "In June, the four ministers, Foreign Minister Doe and Minister of Defense Roe among them, met.",
            EventKind.DIPLOMACY,
        ),
        ("In June, the 30th anniversary of the signing of the treaty was celebrated.", EventKind.DIPLOMACY),
        ("In June, a rocket exploded after two missiles had been launched.", EventKind.INCIDENTS),
        ("In June, a driver was arrested on suspicion of assault.", EventKind.INCIDENTS),
        ("In June, the Governments exchanged Notes on space.", EventKind.AGREEMENTS),
        ("In June, the destroyer USS Doe joined the fleet.", EventKind.DEFENCE),
        ("In June, General John Doe paid a courtesy call.", EventKind.DEFENCE),
        ("In May, the Consulate-General in Ur was opened.", EventKind.DIPLOMACY),
        ("In May, the area was returned after the relocation of the forces.", EventKind.REALIGNMENT),
    ],
)
def test_an_event_stands_in_the_lane_of_its_words(find: Extract, words: str, lane: EventKind) -> None:
    assert [event.kind for event in find(words).events] == [lane]


def test_the_heading_above_decides_where_the_words_say_little(gazetteer: Gazetteer) -> None:
    document, edition = make_document("In June, the work was resumed."), make_edition(2013)
    lanes = [
        extract(with_heading(document, title), edition, gazetteer).events[0].kind
        for title in ("Realignment of the Forces", "Missile Defense", "Exchanges")
    ]
    assert lanes == [EventKind.REALIGNMENT, EventKind.DEFENCE, EventKind.DIPLOMACY]

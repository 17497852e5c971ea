"""When something was said: not whenever a date stands near it."""

import pytest

from bluebook_desktop.domain.records import QuotationKind, Records
from tests.extraction.conftest import Extract


def said(found: Records) -> str:
    """The dates of all statements in order, with – where there is none."""
    spoken = [one for one in found.quotations if one.kind is not QuotationKind.TERM]
    spoken.sort(key=lambda one: one.excerpt.start)
    return "; ".join(one.date.span.edtf if one.date else "–" for one in spoken)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        # What lies ahead is no occasion.
        (
            (
                "The 20th Conference met in Lima from December 1 to 14, 2020. Secretary-General Ban Ki-moon wrote: "
                "“Humanity has a choice, and it must choose now.” Japan will cut its emissions by 2030."
            ),
            "2020-12-01/2020-12-14",
        ),
        (
            (
                "On March 5, 2020, Premier Li Keqiang delivered his report. He announced that growth would reach "
                "6 percent by 2035."
            ),
            "2020-03-05",
        ),
        # Nor is what lies years back, where the covered year is told of.
        (
            (
                "The Conference was held in Tunis on August 27, 2020. The first had been held in 1993. Prime "
                "Minister Abe Shinzo said that “Japan wants to grow together with Africa.”"
            ),
            "2020-08-27",
        ),
        (
            (
                "On April 1, 2020, Minister Motegi Toshimitsu presented the report. Facing the crisis since the Great "
                "Earthquake of March 11, 2011, he said that Japan would do its utmost."
            ),
            "2020-04-01",
        ),
        # What is told behind the verb has dates of its own.
        (
            (
                "The new agreement entered into force on April 25, 2020. The Government explained that fuel had "
                "been provided seventeen times from June to September."
            ),
            "2020-04-25",
        ),
        # By the way.
        (
            (
                "The two leaders met in Tokyo on May 24, 2020. At the meeting Prime Minister Abe Shinzo, who had been "
                "sworn in on the day before, declared: “We oppose any attempt to change the order by force.”"
            ),
            "2020-05-24",
        ),
        # A date beside the verb is its own.
        (
            (
                "A helicopter crashed on August 5, 2020. Minister Kono Taro requested the next day that flights be "
                "suspended."
            ),
            "2020-08-06",
        ),
        (
            "The move began in August 2020. Mayor Fukuda Yoshihiko of Iwakuni had announced his consent on June 30.",
            "2020-06-30",
        ),
        # The occasion that opens a sentence holds for the next one.
        (
            (
                "In the joint statement issued in April 2019, the two leaders affirmed that it applies. They also "
                "affirmed that space is vital."
            ),
            "2019-04; 2019-04",
        ),
        # A book is written at no hour.
        (
            (
                "On January 19, 1960, Prime Minister Kishi Nobusuke signed it. In his memoir, Prime Minister Kishi "
                "explained that the revision was the policy of the greatest importance."
            ),
            "–",
        ),
        ("In 1960 Prime Minister Kishi Nobusuke stated that the Treaty would last.", "1960"),
    ],
)
def test_what_was_said_has_the_date_of_its_occasion(find: Extract, text: str, dates: str) -> None:
    assert said(find(text)) == dates


def test_each_of_several_occasions_keeps_its_own(find: Extract) -> None:
    text = (
        "On May 9, 2020, Minister Motegi Toshimitsu said that “talks will go on as long as they must.” On July 2, he "
        "stated that the talks were over. In 2021, both sides will meet again. He added that Japan was ready."
    )
    assert said(find(text)) == "2020-05-09; 2020-07-02; 2020-07-02"

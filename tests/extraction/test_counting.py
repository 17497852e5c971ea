"""Dates counted from those told before, in an edition of 2019, which covers 2018."""

import pytest

from bluebook_desktop.extraction import Gazetteer, extract
from tests.extraction.conftest import Extract, as_column, dates_of, make_document, make_edition


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        # days and months counted from a day
        ("On July 5, a missile was launched. Two days later, the Council met.", "2018-07-05; 2018-07-07"),
        ("The team left on May 30 and arrived three days later.", "2018-05-30; 2018-06-02"),
        ("The Minister arrived on August 30. The next morning he met the President.", "2018-08-30; 2018-08-31"),
        ("A storm hit on September 4. That same evening the airport was closed.", "2018-09-04; 2018-09-04"),
        ("The treaty was signed on May 9. A reception had been held the day before.", "2018-05-09; 2018-05-08"),
        ("A ship sank on March 1; on the day after, the search began.", "2018-03-01; 2018-03-02"),
        ("The office opened on April 2, and a month later the first guests came.", "2018-04-02; 2018-05"),
        ("Talks began in May 2015 and ended two years later.", "2015-05; 2017-05"),
        ("The bridge was opened in May 1988. Thirty years later, it was closed.", "1988-05; 2018"),
        ("In 1956, Japan joined. Eight years earlier, it had applied in vain.", "1956; 1948"),
        # the nearest month or season of a name
        ("The pact was signed in December 2015 and took effect the following February.", "2015-12; 2016-02"),
        ("The council was set up in March 2014 and reported the following June.", "2014-03; 2014-06"),
        ("The election of May 2017 followed the crisis of the previous December.", "2017-05; 2016-12"),
        ("The committee met in the spring of 2017 and again that autumn.", "2017-03/2017-05; 2017-09/2017-11"),
        ("A protest was lodged in June 2016 and answered that October.", "2016-06; 2016-10"),
        ("The ban of March 2011 was lifted in April of the year after.", "2011-03; 2012-04"),
        # said by who writes
        (
            "In August last year, Japan hosted the forum. In June this year, it will host the summit.",
            "2018-08; 2019-06!p",
        ),
        ("Last December, I visited Yangon. This February, I spoke to the Diet.", "2018-12; 2019-02"),
        ("Next June, the summit will be held in Osaka.", "2019-06!p"),
        ("In late March and early April, a mission will visit Europe.", "2019-03!p; 2019-04!p"),
        ("In March, the leaders confirmed that they will cooperate.", "2018-03"),
        # said by who is quoted
        ("The President said, “This year marks a milestone. Last year was hard.”", "2018; 2017"),
        ("“Seventy-three years ago, a bomb fell on us,” the mayor said on August 6.", "2018-08-06"),
        # which of the dates before is meant
        (
            "On May 9, the plan shown in the October 2016 report was adopted. Later that month, on May 30, it began.",
            "2018-05-09; 2016-10; 2018-05; 2018-05-30",
        ),
        (
            "On June 1, a guard missing since May 2 was found. The same evening his family came.",
            "2018-06-01; 2018-05-02/..; 2018-06-01",
        ),
        (
            "The treaty will turn 50 in March 2019, and the review in April of the same year will follow.",
            "2019-03!p; 2019-04!p",
        ),
        ("On June 12, the leaders met. // The following day, the Secretary flew to Seoul.", "2018-06-12; 2018-06-13"),
        # what date it is that runs on from another
        ("The flights were resumed on December 19, and the drills on January 6.", "2018-12-19; 2019-01-06"),
        ("Visits followed in November, on December 3 and on February 2.", "2018-11; 2018-12-03; 2019-02-02"),
        ("A deal was reached in July 2015. In May, one party withdrew.", "2015-07; 2018-05"),
        ("Since March 2011, imports have been restricted. In July, the rules were eased.", "2011-03/..; 2018-07"),
        ("The test took place in February 2019. The ship, which had come in March, is back.", "2019-02; 2018-03"),
        ("From October to March of the following year, the ship was at sea.", "2018-10/2019-03"),
        ("The drill, the third since 2005, was held between November 10 and 17.", "2005; 2018-11-10/2018-11-17"),
        ("On March 9, he came to Seoul; on the 11th he left.", "2018-03-09; 2018-03-11"),
        ("He said in January 2014 that he would go to Delhi that month.", "2014-01; 2014-01"),
        (
            "Talks went on from the fall of 2015 to the spring of the following year.",
            "2015-09/2015-11; 2016-03/2016-05",
        ),
        ("It was signed on January 19 and entered into force on June 23, 1960.", "1960-01-19; 1960-06-23"),
        ("It was begun in May and completed in June 2016, then praised.", "2016-05; 2016-06"),
        ("In May, the side met and praised the pact of June 2016.", "2018-05; 2016-06"),
        ("The Diet passed the Act for fiscal 2019 in December.", "2019-04/2020-03; 2018-12"),
        ("On May 30, the pact took effect, and for Ur two weeks and a day later.", "2018-05-30; 2018-06-14"),
        (
            "The King came on May 30 and 31. Six days after his departure, talks began.",
            "2018-05-30/2018-05-31; 2018-06-06",
        ),
        (
            "A tanker was hit on June 13. The leader told him that day that it was an accident.",
            "2018-06-13; 2018-06-13",
        ),
        ("The conference was opened on May 3. Ur, which spoke on that first day, agreed.", "2018-05-03; 2018-05-03"),
        ("The mission left on June 23. The King, elected earlier that month, agreed.", "2018-06-23; 2018-06"),
        ("In resolution 2178 of May 24, the Council acted; Ur followed two months later.", "2018-05-24; 2018-07"),
        # lengths of time count nothing
        ("Six months after the withdrawal had been announced, the pact ended.", ""),
        ("More than two years later, nothing has changed. A few days later, he left.", ""),
        ("The day after the attack, a message was sent.", ""),
    ],
)
def test_what_is_counted_from_another_date(find: Extract, words: str, dates: str) -> None:
    assert dates_of(find(*words.split(" // "), year=2019)) == dates


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("Units will move by U.S. fiscal year 2022.", "2021-10/2022-09!d"),
        ("Training will move, beginning in Japanese fiscal year 2020.", "2020-04/2021-03!p"),
        ("The area will be returned in FY2024 or later.", "2024-04/..!p"),
        ("The cost is 10 billion dollars (in U.S. fiscal year 2008 dollars).", ""),
        ("Support stays at the level of FY2010.", ""),
        ("Emissions fell by 14 percent from fiscal year 2013 levels in FY2017.", "2017-04/2018-03"),
        ("On December 27 (Hawaii time; December 28 in Japan), he laid a wreath.", "2018-12-27"),
        ("On September 11 (September 12, Japan time), they spoke by telephone.", "2018-09-11"),
        ("An officer called June August met us in June.", "2018-06"),
        ("A fair named “March of Peace in May” was held in June.", "2018-06"),
        ("From its accession in 1956 until 2016, it served eleven times.", "1956/2016"),
        ("The report appears every March, and the prize is given in October each year.", ""),
        ("All states were required to send the workers home by December 22, 2018.", "2018-12-22!d"),
        ("The goal will not meet the targeted date of 2024.", "2024!d"),
        ("A growth target for 2018 was announced in March.", "2018!p; 2018-03"),
        ("The Governor replied on March 2, 2018, that it would be impossible.", "2018-03-02"),
        ("The sister ship was to follow in 2020.", "2020!p"),
    ],
)
def test_what_looks_like_another_date(find: Extract, words: str, dates: str) -> None:
    assert dates_of(find(words, year=2019)) == dates


def test_a_date_counted_from_the_paragraph_before_says_so(find: Extract) -> None:
    found = find("On June 12, the leaders met.", "The following day, the Secretary flew to Seoul.", year=2019)
    assert found.events[1].date.year_reason == "The paragraph before says “June 12” (¶ 1)."


def test_months_run_on_in_a_column_that_tells_of_other_times(gazetteer: Gazetteer) -> None:
    document = make_document("In March 1945 the family fled to the hills.", "In August, a bomb fell on the city.")
    edition = make_edition(2019)
    assert dates_of(extract(as_column(document), edition, gazetteer)) == "1945-03; 1945-08"
    assert dates_of(extract(document, edition, gazetteer)) == "1945-03; 2018-08"


@pytest.mark.parametrize(
    ("paragraphs", "dates"),
    [
        (("Talks were held in July.", "A year earlier, on June 28, the leaders had met."), "2018-07; 2017-06-28"),
        (("It began in March 2010. Two years later, on May 3, it ended.",), "2010-03; 2012-05-03"),
        (("Two years later, on May 3, it ended.",), "2018-05-03"),
    ],
)
def test_years_apart_are_counted_from_what_was_told(find: Extract, paragraphs: tuple[str, ...], dates: str) -> None:
    assert dates_of(find(*paragraphs, year=2019)) == dates


def test_months_run_on_no_longer_where_the_paragraph_before_came_to_later_times(gazetteer: Gazetteer) -> None:
    document = make_document(
        "In January 1614 the ship left. The town was struck by the tsunami of March 11, 2011.",
        "In October, pupils sang.",
    )
    found = extract(as_column(document), make_edition(2019), gazetteer)
    assert dates_of(found) == "1614-01; 2011-03-11; 2018-10"

"""Forms of dates as other years print them, with what they mean in an edition of 2019, which covers 2018."""

from dataclasses import replace

import pytest

from bluebook_desktop.domain.documents import Document
from bluebook_desktop.extraction import Gazetteer, extract
from tests.extraction.conftest import Extract, dates_of, make_document, make_edition


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("The leaders met in Tokyo from July 7 to 9.", "2018-07-07/2018-07-09"),
        ("The forum was held on July 7-9.", "2018-07-07/2018-07-09"),
        ("The forum took place on July 7 and 8.", "2018-07-07/2018-07-08"),
        (
            "On May 3, the ministers met. On the 15th of the same month, a statement was issued.",
            "2018-05-03; 2018-05-15",
        ),
        ("In May, the ministers met, and on the 25th, a statement was issued.", "2018-05; 2018-05-25"),
        ("In late August, heavy rain hit the area.", "2018-08"),
        ("In early 2015, negotiations began.", "2015-01/2015-04"),
        ("In mid-December, the Prime Minister visited India.", "2018-12"),
        ("At the beginning of the year, the two leaders spoke by telephone.", "2018-01"),
        ("At the end of FY2012, the project was completed.", "2013-03"),
        ("In fiscal year 2018, 200 students were invited.", "2018-04/2019-03"),
        ("In JFY 2018, Japan provided support.", "2018-04/2019-03"),
        ("In the 1990s, the economy slowed.", "1990/1999"),
        ("In the second half of the 2000s, trade grew.", "2005/2009"),
        ("In the summer of 2013, the talks resumed.", "2013-06/2013-08"),
        ("In January and March, consultations were held.", "2018-01; 2018-03"),
        ("In May, July and October, meetings were held.", "2018-05; 2018-07; 2018-10"),
        ("In May, July, and October 2016, meetings were held.", "2016-05; 2016-07; 2016-10"),
        ("Between April and June, three rounds were held.", "2018-04/2018-06"),
        ("ASEAN has grown since its establishment in 1967.", "1967"),
        ("In June 2017, the talks were held. In the previous year, there had been none.", "2017-06; 2016"),
        ("Last year, Japan hosted the summit.", "2018"),
        ("This year, Japan will host the G20 Summit.", "2019!p"),
        ("As of January 2019, 164 members belong to the WTO.", "2019-01"),
        ("The Government aims to achieve the goal by 2030.", "2030!d"),
        ("The measure is valid until the end of March 2020.", "2020-03-31!d"),
        ("Prime Minister Abe visited New York (September).", "2018-09"),
        ("Japan-France Summit Meeting (May 27, Tokyo)", "2018-05-27"),
        (
            'Foreign Minister Kono attending the "2+2" (April 20, Washington, D.C., U.S.; Photo: Jiji Press)',
            "2018-04-20",
        ),
        ("After the 9/11 attacks, the situation changed.", ""),
        ("The year marked the 60th anniversary of the treaty.", ""),
        ("Japan promoted the 2030 Agenda and the Agenda 2030.", ""),
        ("TICAD V was held in 2013 in Yokohama.", "2013"),
        ("Expo 2025 will be held in Osaka.", ""),
        ("Indonesia's Vision 2025 and the World Cup 2019 were discussed.", ""),
        ("Under the 2015 Guidelines, cooperation advanced.", ""),
        ("Prime Minister May visited Japan in August.", "2018-08"),
        ("The issue may be resolved. May the two countries prosper.", ""),
        ("They march together in March 2018.", "2018-03"),
        ("In August 2017, the Minister visited China. // In September, he visited India.", "2017-08; 2018-09"),
        ("In 2018, the 40th anniversary was celebrated. In May, the Premier visited Japan.", "2018; 2018-05"),
        ("Talks were held on June 12 in Singapore; the previous meeting was in March.", "2018-06-12; 2018-03"),
        ("In February 2019, the second summit was held. In March, working talks followed.", "2019-02; 2019-03"),
        ("In December 2017, the report was issued. In January, the leaders met.", "2017-12; 2018-01"),
        ("In November 2017, Mr. X took office. In February, he visited Japan.", "2017-11; 2018-02"),
        ("From April 2018 to March 2019, 30 people were dispatched.", "2018-04/2019-03"),
        ("From 2013 to 2017, aid totaled 32 billion dollars.", "2013/2017"),
        ("The program, which ran 2010-2015, ended.", "2010/2015"),
        ("The agreement entered into force on December 30, 2018.", "2018-12-30"),
        ("The election is scheduled for April 2019.", "2019-04!p"),
        ("The Olympic and Paralympic Games Tokyo 2020 will be held.", ""),
        ("In the run-up to the 2020 Olympic Games, preparations advanced.", ""),
        ("Over the past ten years, trade has doubled.", ""),
        ("For the first time in 11 years, the Foreign Minister visited.", ""),
        ("The Minister visited Iraq in May for the first time in 11 years.", "2018-05"),
        ("In the same year, the Diet approved it.", "2018"),
        ("In 2005, the treaty was signed. The following year, it entered into force.", "2005; 2006"),
        ("In 1972, ties were normalized. Since then, relations have developed.", "1972"),
        ("Since 2001, the talks have been held annually.", "2001/.."),
        ("Since April 2003, the office has been open.", "2003-04/.."),
        ("By the end of 2018, 30 countries had joined.", "2018-12"),
        ("At the end of 2017, negotiations were concluded.", "2017-12"),
        ("By the end of the year, 30 countries had joined.", "2018-12"),
        ("In the first half of 2018, exports rose.", "2018-01/2018-06"),
        ("In the first half of the year, exports rose.", "2018-01/2018-06"),
        ("Early in the year, President Trump visited.", "2018-01/2018-04"),
        ("Throughout 2018, the two leaders met four times.", "2018"),
        ("Throughout the year, the two leaders met four times.", "2018"),
        ("The Treaty of 1951 was signed in San Francisco in September 1951.", "1951; 1951-09"),
        ("UN General Assembly resolution 1540 (2004) was recalled.", ""),
        ("The UN Security Council adopted resolution 2375 in September.", "2018-09"),
        ("The 2018 G20 Buenos Aires Summit was held on November 30 and December 1.", "2018-11-30; 2018-12-01"),
        ("The summit was held from November 30 to December 1.", "2018-11-30/2018-12-01"),
        ("In 2018, the trade volume was 2000 tons.", "2018"),
        ("The figure in 2017 was up from 2016.", "2017; 2016"),
        ("President Obama's 2009 speech in Prague was recalled.", "2009"),
        ("At the October 2013 meeting, the ministers agreed.", "2013-10"),
        ("The April 27 Inter-Korean summit was welcomed.", "2018-04-27"),
        ("During his January visit to Japan, the Premier met the Emperor.", "2018-01"),
        ("In the May election, the opposition won.", "2018-05"),
        ("On Sunday, June 3, elections were held.", "2018-06-03"),
        ("On January 1st, the law took effect.", "2018-01-01"),
        ("On the 1st of January, the law took effect.", "2018-01-01"),
        ("On 11 March 2011, the earthquake occurred.", "2011-03-11"),
        ("The Great East Japan Earthquake of March 11, 2011 struck.", "2011-03-11"),
        ("In April of the same year, he resigned.", "2018-04"),
        ("In March 2016, the law took effect; in April of the following year, it was amended.", "2016-03; 2017-04"),
        ("Later in the year, the talks resumed.", "2018"),
        ("Later that month, the talks resumed.", ""),
        ("In May, talks began. Later that month, they ended.", "2018-05; 2018-05"),
        ("In the spring, talks will be held.", "2018-03/2018-05"),
        ("In the autumn of 2018, talks were held.", "2018-09/2018-11"),
        ("Around 2020, the number is expected to peak.", "2020!p"),
        ("As of the end of 2018, 70 offices were open.", "2018-12"),
        ("As of December 31, 2018, 70 offices were open.", "2018-12-31"),
        ("During the period from FY2016 to FY2020, Japan will bear the cost.", "2016-04/2021-03!p"),
        ("The next meeting will be held in 2020.", "2020!p"),
        ("In the second quarter of 2018, growth slowed.", "2018-04/2018-06"),
        ("In the 19th century, ties began.", ""),
        ("In the 20-year period to 2018, trade grew.", "2018"),
        ("The first such visit since 2009 was made.", "2009"),
        ("Prime Minister Abe visited in April, the first such visit in seven years since 2011.", "2018-04; 2011"),
        (
            "In January, the Minister visited Manila, and in June, the President made a state visit to Japan.",
            "2018-01; 2018-06",
        ),
        ("Since the normalization of relations in 1972, ties have grown.", "1972"),
        ("The Peace and Friendship Treaty of 1978 was recalled.", "1978"),
        ("The survey covers the period from October 2016 to September 2017.", "2016-10/2017-09"),
        ("UN Security Council resolution 1325 (2000) on women was implemented.", ""),
        ("Japan served as a non-permanent member for the two years from January 2016.", "2016-01"),
        ("In the first half of FY2016, exports fell.", "2016-04/2016-09"),
        ("The “Japan Revitalization Strategy 2016” was decided upon.", ""),
        ("In the election held on October 22, the coalition won.", "2018-10-22"),
        ("On the night of July 1, 2016, gunmen attacked a restaurant.", "2016-07-01"),
        ("The terrorist attack in Dhaka, Bangladesh, in July 2016 shocked all.", "2016-07"),
        ("The San Francisco Peace Treaty of 1951 and the 1956 Joint Declaration were recalled.", "1951"),
        ("Aid was given from 2013 through 2017 and between FY2013 and FY2015.", "2013/2017; 2013-04/2016-03"),
        ("In the three years from 2016 to 2018, 3 billion dollars was given.", "2016/2018"),
        ("The share is to rise by around 2025.", "2025!d"),
        ("The plan looks toward 2020 and until at least 2021.", "2020!p; 2021!d"),
        ("Ties have grown since as early as January 2017.", "2017-01"),
        ("The law must be revised no later than December 31, 2019.", "2019-12-31!d"),
        ("At 2:46 p.m. on March 11, 2011, an earthquake occurred.", "2011-03-11"),
        ("In its 2015 White Paper, the Government said so.", ""),
        ("The December 2015 agreement was reviewed.", "2015-12"),
        ("At the end of last year, an agreement was reached.", "2018-12"),
        ("There are 110 schools (as of October 1, 2017).", "2017-10-01"),
        ("The budget was cut (FY2016).", "2016-04/2017-03"),
        ("Growth fell (2016: 5.6%).", "2016"),
        ("The leaders met (Tokyo, March 2018).", "2018-03"),
        ("The summit (May 26-27) was a success.", "2018-05-26/2018-05-27"),
        ("The forum took place from the 17th to the 19th of May.", "2018-05-17/2018-05-19"),
        ("The visa has been needed since around 2012.", "2012/.."),
        ("The Rugby World Cup 2019 and the Olympic Games Tokyo 2020 will be held.", ""),
        ("The Tokyo 2020 Games were prepared.", ""),
        ("A total of 1945 people took part.", ""),
        ("The term runs July 2015–June 2016.", "2015-07/2016-06"),
        ("On 13 November 2015, attacks took place in Paris.", "2015-11-13"),
        ("The attacks of 13 November in Paris were condemned.", "2018-11-13"),
        (
            (
                "On June 12, 2018, the first U.S.-North Korea summit was held in Singapore, and on the "
                "following day, ministers met."
            ),
            "2018-06-12; 2018-06-13",
        ),
        ("He took office in May 2017. In July, he dissolved the house.", "2017-05; 2017-07"),
        (
            "In May, Mr. X, who took office in December 2017, visited Tokyo. In July, he visited Osaka.",
            "2018-05; 2017-12; 2018-07",
        ),
        ("The fourth round was held in March following that of October 2017.", "2018-03; 2017-10"),
        ("In 2014, it was decided that the bridge be built. In August, work began.", "2014; 2014-08"),
        ("Japan, which had acceded in 1956, was elected in June for the eleventh time.", "1956; 2018-06"),
        (
            (
                "Following the visit in October 2017, a return visit took place in February 2018. In May, "
                "the talks went on."
            ),
            "2017-10; 2018-02; 2018-05",
        ),
        (
            (
                "Prime Minister Abe, who visited Iran in June, met President Rouhani again in New York in "
                "September and in Tokyo in December."
            ),
            "2018-06; 2018-09; 2018-12",
        ),
        ("A working-level meeting is held every year in March.", ""),
        ("The number rose from 1.2 million in 2012 to 6.3 million in 2018.", "2012; 2018"),
        ("In March 2019, the plan will be reviewed.", "2019-03!p"),
        ("In March 2019, the plan was reviewed.", "2019-03"),
        ("The next TICAD will be held in Yokohama in August 2019.", "2019-08!p"),
        ("Japan will assume the presidency from December 2018.", "2018-12"),
        ("The treaty is to enter into force by the end of 2019.", "2019-12!d"),
        ("The General Election was held on February 14, 2019.", "2019-02-14"),
        ("The ceremony was held on March 30 and 31, 2018 at Camp X.", "2018-03-30/2018-03-31"),
        ("It was agreed at the summits on April 17 and 18, and June 7, 2018.", "2018-04-17/2018-04-18; 2018-06-07"),
        ("On April 17-18 and on June 7, summits were held.", "2018-04-17/2018-04-18; 2018-06-07"),
        ("In the year since May 2017, much has changed.", "2017-05/.."),
        ("In mid-2018, the talks stopped.", "2018-05/2018-08"),
        ("In late 2017 and early 2018, the talks went on.", "2017-09/2017-12; 2018-01/2018-04"),
        ("In the mid-1990s, aid grew.", "1994/1996"),
        ("From the late 1980s to the early 1990s, aid grew.", "1987/1989; 1990/1993"),
        ("In the latter half of 2018, prices rose.", "2018-07/2018-12"),
        (
            "In the fall, elections were held; they were the first since the fall of 2014.",
            "2018-09/2018-11; 2014-09/2014-11",
        ),
        ("After the fall of the Berlin Wall, much changed.", ""),
        ("Spring came. The spring festival was held.", ""),
        ("Mr. April Smith met Mr. August Jones.", ""),
        ("In May 2012 (and again in May 2014), he visited.", "2012-05; 2014-05"),
        ("The conference was held over two days from May 10.", "2018-05-10"),
        ("The conference was held in Geneva (from April 23 to May 4).", "2018-04-23/2018-05-04"),
        ("He attended as the first Foreign Minister in 27 years.", ""),
        ("The year 2018 marks the 150th anniversary of the Meiji Restoration in 1868.", "2018; 1868"),
        ("The 40th anniversary falls in 2018.", "2018"),
        ("On August 15, the 73rd anniversary of the end of the war, he sent a message.", "2018-08-15"),
        ("It came into effect as of April 1.", "2018-04-01"),
        ("Applications opened on and after April 1.", "2018-04-01"),
        ("Work goes on with the aim of completion in FY2022 or later.", "2022-04/..!p"),
        ("The area will be returned in FY2024 or after.", "2024-04/..!p"),
        ("The number of Japanese (as of October 2017) was 1,351,970.", "2017-10"),
        ("Statistics (January-December 2017) show it.", "2017-01/2017-12"),
        ("The team worked there from mid-July to early August.", "2018-07/2018-08"),
        ("Rain fell from late June to the beginning of July 2018.", "2018-06/2018-07"),
        ("In the first quarter of FY2018, exports rose.", "2018-04/2018-06"),
        ("In the 2017 fiscal year, 200 people came.", "2017-04/2018-03"),
        ("In the 2017 Japanese fiscal year, 200 people came.", "2017-04/2018-03"),
        ("In the second half of May, talks resumed.", "2018-05"),
        ("Between 2013 and 2017, and again from 2012 onward, aid grew.", "2013/2017; 2012/.."),
        ("He was born on May 1, 1960 and died in 2018.", "1960-05-01; 2018"),
        ("Aid worth 10 million dollars was disbursed during FY2016 and FY2017.", "2016-04/2017-03; 2017-04/2018-03"),
        ("In 2015, 2016, and 2017, seminars were held.", "2015; 2016; 2017"),
        ("From May through October, ships patrolled.", "2018-05/2018-10"),
        ("Two years later, in 2018, it reopened.", "2018"),
        ("At the November 2017 and May 2018 meetings, it was raised.", "2017-11; 2018-05"),
        ("Talks were held in Tokyo (May), Seoul (July) and Beijing (November 2018).", "2018-05; 2018-07; 2018-11"),
        (
            "The first meeting (May 2017), the second (October) and the third (February 2018) were held.",
            "2017-05; 2017-10; 2018-02",
        ),
        ("A joint exercise was held July 3 to 8.", "2018-07-03/2018-07-08"),
        ("It opened Monday, April 2, and closes Sunday, September 30.", "2018-04-02; 2018-09-30"),
        ("During the Golden Week in May, he went to Vietnam.", "2018-05"),
        ("Parliament was dissolved on the 28th of September, 2017.", "2017-09-28"),
        ("The Crown Prince visited in the autumn.", "2018-09/2018-11"),
        ("It was signed this January.", "2018-01"),
        ("In the last three months of 2018, orders fell.", "2018-10/2018-12"),
        ("Ten years earlier, in 2008, it had failed.", "2008"),
        ("From the Meiji Restoration of 1868 to the present, much has changed.", "1868"),
        ("From 1990 to the present, aid has grown.", "1990"),
        ("The Act of March 31, 2011, as amended on June 1, 2015, applies.", "2011-03-31; 2015-06-01"),
        ("Between January 1 and March 31, 2018, 40 cases were reported.", "2018-01-01/2018-03-31"),
        ("By May, 20 countries had signed; by the year's end, 30.", "2018-05"),
        (
            "The G7 Ise-Shima Summit took place on May 26 and 27, 2016 and that of 2017 in Taormina.",
            "2016-05-26/2016-05-27; 2017",
        ),
        ("The 2nd meeting of 2018 was held.", "2018"),
        ("As of 2018, 20 states are members.", "2018"),
        ("The 2017-2018 term ended.", "2017/2018"),
        ("The Security Council met in its 8,100th session on 22 November 2017.", "2017-11-22"),
        ("The Government will spend 200 billion yen by FY2020 and 300 billion thereafter.", "2020-04/2021-03!d"),
        ("The talks were held in Ur on 19 February; the report of 4 July praised them.", "2018-02-19; 2018-07-04"),
        ("17 March: A medical team arrives in Lod.", "2018-03-17"),
        ("The wing will move between July 2019 and around May 2020.", "2019-07/2020-05!p"),
        ("Aid is given for education over the five years from 2016.", "2016/2020"),
        ("Aid reached 7 billion yen in the year to February 2018.", "2017-02/2018-02"),
        ("The area was returned in May 2013. In March two years later, the rest followed.", "2013-05; 2015-03"),
        ("They met on May 27. Exactly seven months later, they met again.", "2018-05-27; 2018-12-27"),
        ("By December 2018 all had come, and a status was created on the first of that month.", "2018-12; 2018-12-01"),
        ("The presidency passed to Ur in January of the new year.", "2019-01"),
        ("The accord, signed on May 3, 2018, replaced that of 2011 from April 1.", "2018-05-03; 2011; 2018-04-01"),
        ("The Convention sets 29 April 2021 as the final date for it.", "2021-04-29!d"),
        ("The third unit leaves in February 2019 (planned).", "2019-02!p"),
        ("For Ur, which chose a king in September, 2018 was a year of feasts.", "2018-09; 2018"),
        ("The talks held in Ur on August 11 and the day after, brought an accord.", "2018-08-11/2018-08-12"),
        (
            "The strikes began on August 8 and spread on the twenty-third of the following month.",
            "2018-08-08; 2018-09-23",
        ),
        ("It entered into force on the first of December.", "2018-12-01"),
        ("Aid came to 95 million dollars in the first nine months of the year.", "2018-01/2018-09"),
        ("It was put into force on the first day of 2019.", "2019-01-01"),
        (
            "Ur left the Union in January 2019; the transition lasts until the last day of the year.",
            "2019-01; 2019-12-31!d",
        ),
        (
            "The Plan was agreed on November 24, 2017, and in force since January 20 of the next year.",
            "2017-11-24; 2018-01-20/..",
        ),
        ("The course is to be doubled in size in the coming fiscal year.", "2019-04/2020-03!p"),
        ("The Organization was told on New Year’s Eve.", "2018-12-31"),
        (
            "The measures taken in October 2016 were prolonged on October 10, until April 13.",
            "2016-10; 2018-10-10; 2019-04-13!d",
        ),
        ("The date was put off to the end of June 2019, with a framework by the end of March.", "2019-06!d; 2019-03"),
        ("I was to come home in July 2019; all were called back in March.", "2019-07!p; 2019-03"),
        (
            "Ten people had been killed in January 2017. The Minister announced a policy on February 17.",
            "2017-01; 2018-02-17",
        ),
        (
            "Seven died in Ur on July 1, 2016. Tano Ichiro, a physician, was shot on December 4.",
            "2016-07-01; 2018-12-04",
        ),
        ("The summit, which should have been held in December 2018, was put off.", "2018-12!p"),
        ("They blew it up half a year after the date that had been set (the end of 2017).", "2017-12!d"),
        ("Note: Figures for 2018 are preliminary.", ""),
        ("The election was set for March 15 to 17, 2019.", "2019-03-15/2019-03-17!p"),
        ("Minister Doe met Minister Roe on January 7, 2019 and said that Ur would help.", "2019-01-07"),
        ("The talks were to be concluded by June 1.", "2018-06-01!d"),
        ("Half of it is to be returned in FY2021 or later.", "2021-04/..!p"),
        ("For details, please refer to the White Paper published in 2016.", ""),
        ("They named the day “Day of Victory over Ur and the End of the Great War (1945).”", ""),
        (
            "He was killed when his airplane crashed on August 23. The following day, Ur mourned.",
            "2018-08-23; 2018-08-24",
        ),
        ("It has been one of the most important tools since 1954.", "1954/.."),
        ("It was the most since 1954.", "1954"),
        ("Ur would give loans of two billion yen over the five years to 2020.", "2016/2020!p"),
        ("Aid amounts to 10 billion dollars over five years from 2017.", "2017/2021!p"),
        ("The Council, established within the Cabinet in April 2006, met six times during the year.", "2006-04; 2018"),
        ("In April 2006, the Council, newly established, met six times during the year.", "2006-04; 2006"),
        (
            "On May 3 the city was closed. He left on the evening of the 28th and came back the next morning.",
            "2018-05-03; 2018-05-28; 2018-05-29",
        ),
        ("Fewer passports were issued in 2018 than in any year since 1977.", "2018"),
        ("In late April, on the 25th, Ur announced aid.", "2018-04-25"),
        ("The visit, planned for June 26 to 28, was put off because of them.", "2018-06-26/2018-06-28!p"),
        ("The visit took place from June 26 to 28.", "2018-06-26/2018-06-28"),
        ("He called the coming year the year of the forest.", ""),
        ("In the coming year it will be shown.", "2019!p"),
        (
            "It was held on May 29. The missiles that Ur launched on May 4 fell down. Mr. Doe protested the same day.",
            "2018-05-29; 2018-05-04; 2018-05-04",
        ),
    ],
)
def test_what_a_sentence_dates(find: Extract, words: str, dates: str) -> None:
    assert dates_of(find(*words.split(" // "), year=2019)) == dates


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("Forty years ago, relations were normalized.", "1979"),
        ("It was the first such meeting in about 40 years.", ""),
        ("More than 40 years ago, relations were normalized.", ""),
        ("In July 20173, the measures were extended.", "2017-07"),
        ("He took office in September of last year.", "2018-09"),
        ("Aid grew in the early 2000s. On May 18, a meeting was held.", "2000/2003; 2018-05-18"),
        ("It runs from Feb. 3 to 5 and ended on Dec 12, 2018.", "2018-02-03/2018-02-05; 2018-12-12"),
        ("The chapter “Japanese Diplomacy in 2018” tells of it.", ""),
        ("In this Bluebook, Chapter 1 reviews the efforts made in 2018.", ""),
        ("The efforts made in 2018 were many (see Chapter 1).", "2018"),
        ("It covers 1 January 2017 to 31 December 2017.", "2017-01-01/2017-12-31"),
        (
            (
                "In 2018, ties grew. In May, the Premier came, the first since Premier Doe visited Japan in 2009. "
                "In June, an agreement was reached."
            ),
            "2018; 2018-05; 2009; 2018-06",
        ),
        ("The rules were revised for the first time since 1997. In July, they were used.", "1997; 2018-07"),
        ("The port was closed at the end of March 2015, and in July of the same year it was sold.", "2015-03; 2015-07"),
        ("The current accord, which began in April 2014, expires at the end of March 2019.", "2014-04; 2019-03!d"),
        ("In January 2019, he said, “We will go on.”", "2019-01"),
        ("In January 2019 the summit, originally scheduled for December 2018, was held.", "2019-01; 2018-12"),
        ("They met four times during the year.", "2018"),
        ("In June of next year, the summit will be held.", "2020-06!p"),
        ("This year marks the 30th year of the union.", "2019"),
        (
            "The mission, ordered on May 23, ended on the 31st of the month. In the same month, it was praised.",
            "2018-05-23; 2018-05-31; 2018-05",
        ),
        ("They adopted the Harbor Declaration 2016 in August.", "2016-08"),
        ("The election scheduled for February 2019 is near.", "2019-02!p"),
        ("Following the October 2016 coup, work stalled; an accord was signed on May 5.", "2016-10; 2018-05-05"),
        ("The accord signed in October 2016, which took effect in November, goes on.", "2016-10; 2016-11"),
        ("The Framework for Action 2015-2030 was adopted in 2015.", "2015"),
        ("He was elected for the term 2016-17.", "2016/2017"),
    ],
)
def test_what_only_the_context_or_a_name_tells(find: Extract, words: str, dates: str) -> None:
    assert dates_of(find(words, year=2019)) == dates


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("The school is to be moved by the end of March 2021.", "2021-03!d"),
        ("The accord lasts until the end of March 2021.", "2021-03-31!d"),
        ("The Council adopted Resolution 2094 on March 7.", "2018-03-07"),
        ("The works should be finished around May this year.", "2019-05!p"),
        ("The envoy is to visit Oslo in April this year.", "2019-04!p"),
        ("In June, he spoke. In March this year, they met.", "2018-06; 2018-03"),
        ("He hopes to visit the port in August.", "2019-08!p"),
        ("He hoped to visit the port in August.", "2018-08"),
        ("The two sides are to the north of the line drawn in August.", "2018-08"),
        ("The return is expected in or after FY2025.", "2025-04/..!p"),
        ("The move will not come about before 2036.", "2036/..!p"),
        ("Talks did not end before 2016.", "2016"),
    ],
)
def test_what_is_to_come_is_of_the_year_of_writing_and_ends_where_it_says(
    find: Extract, words: str, dates: str
) -> None:
    assert dates_of(find(words, year=2019)) == dates


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        (
            (
                "In 1993, the conference was launched. The third was convened in Oslo in August 2016. In preparation, "
                "he visited Bern from January 10 to 14."
            ),
            "1993; 2016-08; 2018-01-10/2018-01-14",
        ),
        (
            "The issue was settled by the Agreement of 1965, most recently after the judgment of July 10.",
            "1965; 2018-07-10",
        ),
        (
            (
                "On September 3, a test was made. In the joint statement of October 10, the leaders condemned it. "
                "On the following day, a rocket was fired."
            ),
            "2018-09-03; 2018-10-10; 2018-10-11",
        ),
        (
            "A first test took place on April 5. A second test followed on May 25. It was condemned the next month.",
            "2018-04-05; 2018-05-25; 2018-06",
        ),
        ("She was elected on December 19. The envoy called on her in Bern on January 4.", "2018-12-19; 2019-01-04"),
        (
            "On December 30, 2018, it was put off. On January 3, the leaders spoke. On January 21, they met.",
            "2018-12-30; 2019-01-03; 2019-01-21",
        ),
        ("The report was issued in December. The ministers had met in January.", "2018-12; 2018-01"),
        (
            "In January, talks began. In December, they ended. In January, a port was closed.",
            "2018-01; 2018-12; 2018-01",
        ),
        ("Kings came (December), and envoys. In January, a forum was held.", "2018-12; 2018-01"),
        (
            (
                "On February 10, 2019, a pupil was hurt. He spoke of it on February 12. The Secretary, who visited "
                "Japan on February 27, was sorry."
            ),
            "2019-02-10; 2019-02-12; 2019-02-27",
        ),
        (
            "The rules were last revised in May 1997. It is to end by 2020. The Cabinet adopted a plan on May 17.",
            "1997-05; 2020!d; 2018-05-17",
        ),
        ("The Protocol to amend the Guam Agreement of June 2009 was signed in Ur on May 3.", "2009-06; 2018-05-03"),
    ],
)
def test_months_run_on_from_what_is_told_not_from_what_is_named(find: Extract, words: str, dates: str) -> None:
    assert dates_of(find(words, year=2019)) == dates


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        (
            "Land was returned in June of the year before last, and a road in April of the following year.",
            "2017-06; 2018-04",
        ),
        ("They met in November. In a telephone talk of that month, he agreed.", "2018-11; 2018-11"),
        ("On May 25, a test was made. On the morning after, the ministers spoke.", "2018-05-25; 2018-05-26"),
        ("A visit is expected within the year.", "2019!p"),
        ("They met within the year.", "2018"),
        ("It was done within the year of 2016.", "2016"),
        ("The film ‘A Day in August’ was shown; its actress, April Han, spoke.", ""),
        ("She wrote to the magazine August. Her daughter, June, looks on.", ""),
        ("The fiscal year runs from April to March of the following year.", ""),
        ("The fair runs from April to September.", "2018-04/2018-09"),
        ("On February 7, 2019, they met. Two weeks before, on January 21, he spoke.", "2019-02-07; 2019-01-21"),
        ("On February 7, 2019, they met. Three months before, on November 5, he spoke.", "2019-02-07; 2018-11-05"),
        ("On November 11, a man was held. He was charged two months later, in January.", "2018-11-11; 2019-01"),
        ("The move should be finished around May this year. He had agreed on June 30.", "2019-05!p; 2018-06-30"),
    ],
)
def test_distances_and_names_of_months_are_told_apart(find: Extract, words: str, dates: str) -> None:
    assert dates_of(find(words, year=2019)) == dates


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        (
            (
                "He visited Bern from November 5 to 7. At the summit on the second day the two leaders agreed. "
                "The same afternoon he left."
            ),
            "2018-11-05/2018-11-07; 2018-11-06; 2018-11-06",
        ),
        ("They met on March 26 and 27. On the first of the two days, he spoke.", "2018-03-26/2018-03-27; 2018-03-26"),
        (
            "The talks lasted from May 3 to 5. On the last day, they agreed. On the fifth day, nothing happened.",
            "2018-05-03/2018-05-05; 2018-05-05",
        ),
        ("The fair lasted from May 3 to 5. On the first day of school, it rained.", "2018-05-03/2018-05-05"),
        ("They met on May 3. On the second day, they parted.", "2018-05-03"),
        ("The program was suspended in 2016 and 2017.", "2016/2017"),
        ("Costs will be lowered in FY2019 and FY2020.", "2019-04/2021-03!p"),
        ("Elections were held in 2012 and 2016.", "2012; 2016"),
        ("They were adopted in 2012 and 2013, respectively.", "2012; 2013"),
    ],
)
def test_days_are_counted_within_what_lasted_and_years_side_by_side_are_one(
    find: Extract, words: str, dates: str
) -> None:
    assert dates_of(find(words, year=2019)) == dates


def test_a_year_that_begins_between_two_dates_says_why(find: Extract) -> None:
    _, january = find("In December 2017, the report was issued. In January, the leaders met.", year=2019).events
    reason = "The sentence before says “In December 2017” (¶ 1), and the edition covers the year 2018."
    assert january.date.year_reason == reason


@pytest.mark.parametrize(
    ("title", "dates"),
    [
        ("Announcement of the Two Ministers at the Joint Press Occasion May 28, 2018", ["2018-05-28"]),
        ("Incidents and Accidents in 2018 and the Measures Taken", []),
        ("May 28, 2018", []),
        ("Summit in Ur (May 19 to 21)", ["2018-05-19/2018-05-21"]),
        ("Aid to Ur (May 3 Fund)", []),
    ],
)
def test_a_heading_is_an_event_where_it_gives_its_day(gazetteer: Gazetteer, title: str, dates: list[str]) -> None:
    document = make_document("Prime Minister Doe welcomed it.")
    titled = Document((replace(document.headings[0], title=title),), document.passages)
    events = extract(titled, make_edition(2019), gazetteer).events
    assert [event.date.span.edtf for event in events] == dates
    assert all(event.excerpt.heading == 0 and event.date_excerpt.exact in title for event in events)
    assert not any(event.people for event in events)


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("Elections took place at the end of January 2018, on the 31st.", "2018-01-31"),
        ("Resolutions 1737 (December 2006), 1747 and 1803 say so. It reported on May 5.", "2006-12; 2018-05-05"),
        (
            "In May 2016 it met. The Five-Year Strategy (2016-2020) came. In June the same year it ended.",
            "2016-05; 2016-06",
        ),
        (
            "Ur, in office since its launch in December 2016, announced on May 20 that it was over.",
            "2016-12; 2018-05-20",
        ),
        ("They had set the goal of concluding the talks by the end of 2018.", "2018-12!d"),
        ("They confirmed on May 7 that they aimed to reach an agreement within 2019.", "2018-05-07; 2019!d"),
        ("In 2013 it was 16, and the target is about 30 in 2020.", "2013; 2020!d"),
        ("From the autumn of 2011 to the spring of 2012 experts were sent.", "2011-09/2012-05"),
        ("By the end of March 2019, Japan had accepted 22 people.", "2019-03"),
        (
            "A summit is scheduled for the fall of 2019 in Ur (October 8-9).",
            "2019-09/2019-11!p; 2019-10-08/2019-10-09!p",
        ),
        ("In May, they agreed to meet by the end of this fiscal year.", "2018-05; 2019-03!d"),
        (
            "It led to the forum in June and the summit in July, both of which Ur is to host in 2019.",
            "2019-06!p; 2019-07!p; 2019!p",
        ),
        (
            "It lasted from May 3 to 7. On its first day, and in the morning of the last day, he spoke.",
            "2018-05-03/2018-05-07; 2018-05-03; 2018-05-07",
        ),
        (
            "It opened on May 3. On the 27th Prime Minister Doe came; by the end of the month, it was over.",
            "2018-05-03; 2018-05-27; 2018-05",
        ),
        ("Continuing on from 2017, statements were read out in June.", "2018-06"),
        ("Growth was 8.1%, the highest since 2011.", ""),
        ("It was the third time, following 1945 and 1981.", "1945; 1981"),
        ("It fell to the level before the 2014 “annexation” of Ur.", ""),
        ("By December 31, North Korea was to disable the plant.", "2018-12-31!d"),
        ("They met on May 3, and talks lasted from the evening of the 22nd.", "2018-05-03; 2018-05-22"),
        ("The Bank expects growth of 3 percent in 2019.", "2019!p"),
        ("The term ends in December 2020.", "2020-12!d"),
    ],
)
def test_what_other_sections_taught(find: Extract, words: str, dates: str) -> None:
    assert dates_of(find(words, year=2019)) == dates

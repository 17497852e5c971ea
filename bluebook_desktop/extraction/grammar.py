"""The forms in which English prints a date, from the longest to the shortest, and what each says.

Lengths of time, *today*, anniversaries and ages are no forms of it: they date nothing. Whether a number of four
digits is a year is weighed in `years`.
"""

import re

from bluebook_desktop.extraction.counted_from import HAPPENINGS
from bluebook_desktop.extraction.parsers import (
    MONTHS,
    NAMED_DAYS,
    ORDINALS,
    TIME_OF_DAY,
    Parser,
    ago,
    american_year,
    day,
    day_and_next,
    day_of_month,
    days,
    decade,
    edge_day,
    first_months,
    fiscal_year,
    fiscal_years,
    later,
    month_alone,
    month_portion,
    months,
    named,
    named_day,
    named_day_of_month,
    nth_day,
    relative,
    seasons,
    two_days,
    two_years,
    whole_year,
    year,
    year_portion,
    year_to,
    years,
    years_counted,
    years_from,
    years_to,
)
from bluebook_desktop.extraction.titles import YEAR_IS

_M = (
    rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
    r"(?:\.|(?= (?:[0-9]{1,2}|20[0-9]{2})(?![0-9]))))"
)
_Y = r"(?:1[6-9]|20)[0-9]{2}(?![0-9])"
_MONTH_NAME = rf"(?:{'|'.join(MONTHS)})\b"
#: After a month; a footnote's mark may follow it: “in July 20143”.
_YM = rf"(?:{_Y}|20[0-4][0-9](?=[0-9]{{1,2}}(?:[,.;:)]|$| [a-z])))"
_D = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9])(?! ?(?:percent|%|hectares))"
_TH = r"(?:3[01]|[12][0-9]|[1-9]) ?(?:st|nd|rd|th)"
_TO = r"(?: (?:to|through|until|till) (?:the )?| ?[-–—~] ?)"
_AROUND = r"(?:(?:around|about|approximately|early|mid-?|late|the end of|the beginning of) ?)?"
_FY = r"(?:(?:Japanese )?(?:[Ff]iscal [Yy]ear|fiscal)s? (?:\((?:J?FY)\) ?)?|J?FYs? ?)"
_OF_YEAR = (
    r"(?:(?:same|that|this|that same|following|next|new|previous|preceding|last) (?:fiscal )?year"
    r"|year before last|year (?:before|after)(?=[,.;:)]|$| (?:in|at|and|to)\b))"
)
#: “After the change of government in September, 2008 was a year of …”: the year is told of, and no part of the date.
_TOLD_OF = rf"(?<=, (?:19|20)..)(?= {YEAR_IS.pattern})"
_OF = rf"(?:,? (?:of )?(?P<year>{_YM})(?!{_TOLD_OF})| (?:of )?(?:the )?(?P<of>{_OF_YEAR}))?"
_ONES = r"one|two|three|four|five|six|seven|eight|nine"
_NUMERAL = (
    rf"(?:[0-9]{{1,3}}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:{_ONES}))?|an?|{_ONES}"
    r"|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
_PORTION = (
    r"(?:(?P<portion>[Ee]arly|[Mm]id(?:dle)?|[Ll]ate|(?:[Bb]eginning|[Ss]tart|[Ee]nd|[Mm]iddle)(?: of)?(?! in\b)"
    r"|(?:[Ff]irst|[Ss]econd|[Ll]atter|[Ff]ormer) half(?: of)?|(?:[Ff]irst|[Ss]econd|[Tt]hird"
    r"|[Ff]ourth) quarter(?: of)?)"
    r"(?:[- ]to[- ](?:mid|late))?(?: in| part of)?[ -](?:the )?)?"
)
_NEEDED_PORTION = _PORTION[:-1]
_PART = r"(?:(?:[Ee]arly|[Mm]id|[Ll]ate|(?:the )?(?:beginning|end|middle) of)[- ])?"
_SEASON = r"(?P<portion>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
#: Which month or season of that name is meant: “the following April”, “that same November”.
_WHICH = (
    r"(?P<which>[Tt]he (?:following|next|previous|preceding|same)|[Tt]hat(?: same)?|[Tt]his|(?<!the )[Ll]ast"
    r"|(?<!the )[Nn]ext)"
)
_NOT_COUNTED = "".join(
    f"(?<!{word} )" for word in ("than", "about", "around", "over", "nearly", "some", "almost", "approximately", "for")
)
#: “The twenty-third”.
_NAMED_DAY = rf"(?:{'|'.join(NAMED_DAYS)})"
#: What was told before, from which days are counted: “six days after his departure”.
_ITS_HAPPENING = rf"(?= (?:his|her|its|their) (?:{HAPPENINGS})\b)"
#: What stands behind “the day after” and the like where they are not followed by what they are counted from.
_ALONE = r"(?=[,.;:)*”\"]|$| (?:in|at|and|by|with|when|to)\b)"

#: Two years that are not told one by one.
_TOGETHER = r"(?!,? respectively|,? (?:and|or) |, [0-9])(?=[,.;:)]|$| [a-z(])"

#: From the longest forms to the shortest; a later one never takes words of an earlier one.
_FORMS: tuple[tuple[str, Parser], ...] = (
    (
        (
            rf"(?<=[Bb]etween )(?P<first>{_M}) (?P<day>{_D})(?:,? (?P<first_year>{_YM}))? and (?P<last>{_M}) "
            rf"(?P<last_day>{_D})(?:,? (?P<year>{_YM}))?"
        ),
        two_days,
    ),
    (
        (
            rf"\b(?P<first>{_M}) (?P<day>{_D})(?:,? (?P<first_year>{_YM}))?{_TO}(?P<last>{_M}) (?P<last_day>{_D})"
            rf"(?:,? (?P<year>{_YM}))?"
        ),
        two_days,
    ),
    (
        (
            rf"\b(?P<day>{_D}) (?P<first>{_M})(?:,? (?P<first_year>{_YM}))?{_TO}(?P<last_day>{_D}) (?P<last>{_M})"
            rf"(?:,? (?P<year>{_YM}))?"
        ),
        two_days,
    ),
    (rf"\b(?P<month>{_M}) (?P<day>{_D})(?:, {_D})*(?:{_TO}|,? and )(?P<last_day>{_D}){_OF}", days),
    (rf"\b(?P<day>{_D})(?:{_TO}|,? and )(?P<last_day>{_D}) (?P<month>{_M}){_OF}", days),
    (
        (
            rf"\b(?P<month>{_M}) (?P<day>{_D})(?:,? (?P<year>{_YM}))? "
            r"and the (?:day after|(?:next|following) day)(?=[,.;)])"
        ),
        day_and_next,
    ),
    (rf"\b(?P<month>{_M}) (?P<day>{_D})(?:[,.]? (?:of )?(?P<year>{_YM})| (?:of )?(?:the )?(?P<of>{_OF_YEAR}))?", day),
    (rf"\b(?P<day>{_D}) (?P<month>{_M})(?:,? (?P<year>{_YM}))", day),
    (rf"(?:(?<=\b[Oo]n )|(?<=\b[Oo]f ))(?:the )?(?P<day>{_D}) (?:of )?(?P<month>{_M}){_OF}", day),
    (
        (
            rf"(?<![\w$¥€£.,/–—-])(?<!(?:cle|ion|No\.|age|ter|ure|Day) )(?P<day>{_D}) (?P<month>{_MONTH_NAME}){_OF}"
            r"(?! [0-9]{1,2}(?![0-9]))"
        ),
        day,
    ),
    (rf"(?:the )?(?P<day>{_TH})(?:{_TO}|,? and )(?:the )?(?P<last_day>{_TH}) of (?P<month>{_M}){_OF}", days),
    (rf"\b(?:the )?(?P<day>{_TH}) of (?P<month>{_M}){_OF}", day),
    (rf"\b{_PORTION}(?P<month>{_M})(?:,? (?P<year>{_YM}))?, on the (?P<day>{_TH})(?=[,.;)]|$)", day),
    (
        rf"(?<=\b[Oo]n )the (?P<day>{_TH}) of (?P<of>(?:the )?(?:same |that |this |following |next |previous )?month)",
        day_of_month,
    ),
    (
        (
            rf"(?<=\b[Oo]n )the (?P<day>{_TH})(?=[,.;)]|$| (?:in|at|and|to|he|she|they|it|the|Prime|Foreign|President"
            r"|Minister|Ministers|Secretary|Premier|Chancellor|Ambassador|Japan)\b)"
        ),
        day_of_month,
    ),
    (
        (
            rf"(?:(?<=\b[Ss]ince )|(?<=\b[Ff]rom )|(?<=\b[Bb]y )|(?<=\b[Uu]ntil ))the (?P<day>{_TH}) of "
            r"(?P<of>(?:the |that )?(?:same )?month)"
        ),
        day_of_month,
    ),
    (
        (
            r"(?:(?<=\b[Oo]n )|(?<=\b[Ss]ince )|(?<=\b[Ff]rom )|(?<=\b[Bb]y )|(?<=\b[Uu]ntil ))"
            rf"the {TIME_OF_DAY} of the (?P<day>{_TH})(?=[,.;)]|$| (?!of\b)[a-z]+\b)"
        ),
        day_of_month,
    ),
    (
        rf"(?<=\b[Oo]n )the (?P<nth>{_NAMED_DAY}) of (?P<of>(?:the|that) (?:same |following |next |previous )?month)",
        named_day_of_month,
    ),
    (rf"(?<=\b[Oo]n )the (?P<nth>{_NAMED_DAY})(?: day)? of (?P<month>{_M}){_OF}", named_day),
    (
        (
            rf"\b[Tt]he (?P<nth>first|last|final) day of (?:(?P<month>{_M}){_OF}|(?P<only>{_Y})(?!['’]?s\b)"
            r"|(?P<whole>the (?:same |following |next |previous )?year))"
        ),
        edge_day,
    ),
    (rf"\bNew Year['’]s (?P<nth>Eve|Day)\b(?:,? (?:of )?(?P<year>{_YM}))?", named_day),
    (
        (
            rf"\b[Tt]he (?P<nth>first|last|final) (?P<number>{_NUMERAL}) months of (?:(?P<year>{_Y})(?!['’]?s\b)"
            rf"|{_FY}(?P<fiscal>{_Y})|(?:the )?(?P<of>{_OF_YEAR}|(?:fiscal )?year)\b)"
        ),
        first_months,
    ),
    (
        rf"\b{_PART}(?P<first>{_M})(?:,? (?:of )?(?P<first_year>{_YM}))?{_TO}{_PART}(?P<last>{_M}){_OF}",
        months,
    ),
    (
        rf"(?<=[Bb]etween ){_AROUND}(?P<first>{_M})(?:,? (?P<first_year>{_YM}))? and {_AROUND}(?P<last>{_M}){_OF}",
        months,
    ),
    (rf"\b[Tt]he year (?:to|ending(?: in)?|up to) (?P<month>{_M}) (?P<year>{_YM})", year_to),
    (rf"\b(?P<month>{_M}) (?P<number>(?i:{_NUMERAL})) (?P<unit>year)s? (?P<way>later|earlier|before|after)\b", later),
    (rf"\b{_WHICH} (?P<month>{_M})\b(?! [0-9])", named),
    (rf"\b{_PORTION}(?P<month>{_M}){_OF}", month_alone),
    (rf"\b(?:U\.S\.|US|American)(?: federal)? (?:[Ff]iscal [Yy]ear|fiscal|FY) ?(?P<year>{_Y})", american_year),
    (rf"(?<=[Bb]etween ){_FY}(?P<first>{_Y}) and (?:{_FY})?(?P<last>{_Y})", fiscal_years),
    (rf"\b{_FY}(?P<first>{_Y}){_TO}(?:{_FY})?(?P<last>(?:{_Y}|[0-9]{{2}}))(?![0-9])", fiscal_years),
    (
        (
            rf"\b(?:the )?(?P<number>(?i:{_NUMERAL}))[- ]years?(?: period)?,?"
            rf" (?:from|starting (?:in|from)|beginning (?:in|with)) (?P<fiscal>{_FY})?(?P<year>{_Y})(?!{_TO})"
        ),
        years_counted,
    ),
    (rf"\b(?:the )?(?P<number>(?i:{_NUMERAL})) years (?:up )?to (?P<year>{_Y})\b", years_to),
    (rf"(?<=\b[Ii]n )(?P<fiscal>{_FY})(?P<first>{_Y}) and (?:{_FY})?(?P<last>{_Y}){_TOGETHER}", two_years),
    (rf"(?<=\b[Ii]n )(?P<first>{_Y}) and (?P<last>{_Y}){_TOGETHER}", two_years),
    (rf"\b{_PORTION}{_FY}(?P<year>{_Y})", fiscal_year),
    (rf"\b(?P<year>{_Y})(?P<portion>) (?:Japanese )?fiscal year\b", fiscal_year),
    (rf"\b{_PORTION}(?P<year>(?:1[6-9]|20)[0-9]0)['’]?s\b", decade),
    (rf"\b[Ff]rom (?:[a-z-]+ ){{1,4}}in (?P<first>{_Y}) (?:to|until|till|through) (?P<last>{_Y})", years_from),
    (rf"(?:(?<=[Ff]rom )|(?<=[Bb]etween ))(?P<first>{_Y})(?: (?:to|and|through|until) )(?P<last>{_Y})", years),
    (rf"(?<![0-9$¥€£.,/-])(?P<first>{_Y})(?: ?[-–—~] ?| to )(?P<last>{_Y})(?![-–—0-9])", years),
    (rf"(?<![0-9$¥€£.,/-])(?P<first>{_Y})[-–](?P<last>[0-9]{{2}})(?![-–—0-9])", years),
    (
        (
            rf"\b(?P<first>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter) (?:of |in )?(?P<first_year>{_Y}) "
            rf"(?:to|through|until) (?:the )?(?P<last>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all) (?:of |in )?(?P<year>{_Y})"
        ),
        seasons,
    ),
    (rf"\b{_NEEDED_PORTION}(?:(?:the year )?(?P<year>{_Y})|(?P<of>{_OF_YEAR}|year))\b(?!['’]s)", year_portion),
    (rf"\b{_NEEDED_PORTION}(?P<of>(?:the|that) (?:same )?month)\b(?! (?:of|before|after))", month_portion),
    (rf"\b{_SEASON} (?:of |in )?(?:(?P<year>{_Y})|(?:the )?(?P<of>{_OF_YEAR}))", year_portion),
    (rf"\b{_WHICH} {_SEASON}\b", named),
    (rf"(?<=\b[Ii]n )(?:the )?{_SEASON}(?P<year>)(?P<of>)(?=[,.;)]|$)", year_portion),
    (
        (
            r"\b(?:(?P<portion>[Ll]ater|[Ee]arlier|[Ee]arly|[Ll]ate) (?:in )?)?"
            r"(?P<of>(?:[Tt]he (?:same|following|next|previous|preceding)|[Tt]his|[Tt]hat(?: same)?|[Ll]ast"
            r"|[Nn]ext|(?:(?<=[Ii]n )|(?<=[Oo]ver )|(?<=[Dd]uring )|(?<=[Ff]or )|(?<=[Oo]f ))the coming)"
            r" (?:fiscal )?year"
            r"|(?:[Tt]he (?:same|following|next|previous|preceding)|[Tt]hat same|(?<=[Ll]ater )that"
            r"|(?<=[Ee]arlier )that|(?<=[Ii]n )that|(?<=[Oo]f )that)"
            r" month|that month(?=[,.;)]|$)"
            r"|(?:[Tt]he (?:very )?(?:same|following|next|previous|preceding)|[Tt]hat same|(?<=[Oo]n )that"
            r"|(?<=[Ll]ater )that|(?<=[Ee]arlier )that|[Tt]hat first) (?:day|date)"
            r"|that day(?= that\b|[,.;])"
            rf"|(?:[Tt]he (?:same|following|next|previous)|[Tt]hat(?: same)?) {TIME_OF_DAY}"
            rf"|[Tt]he (?:day|month|year|morning|evening) (?:before|after){_ALONE})(?!['’]s|s\b)"
        ),
        relative,
    ),
    (
        (
            rf"\b{_NOT_COUNTED}(?P<exact>[Ee]xactly )?(?:(?P<weeks>(?i:{_NUMERAL})) weeks? and )?"
            rf"(?P<number>(?i:{_NUMERAL})) (?P<unit>day|week|month|year)s?"
            rf" (?P<way>later|earlier|(?:before|after){_ITS_HAPPENING}"
            rf"|(?:before|after|afterwards?|thereafter){_ALONE})"
            rf"(?!,? (?:in|on) (?:{_M}|{_Y})| than)"
        ),
        later,
    ),
    (
        (
            r"(?:(?<=\b[Oo]n )|(?<=\bmorning of )|(?<=\bafternoon of )|(?<=\bevening of )|(?<=\bnight of ))"
            rf"(?:the|its|their) (?P<nth>{'|'.join(ORDINALS)}|last|final) (?:of the (?:two|three|four|five) days|day)\b"
            r"(?! (?:of|in|for|since|after) (?!the (?:summit|meeting|visit|conference|talks|session|event)))"
        ),
        nth_day,
    ),
    (
        (
            r"\b(?:[Tt]hroughout|[Dd]uring|[Ll]ater in|[Ee]arlier in|[Ii]n the course of"
            r"|[Oo]ver the course of|[Ww]ithin) (?P<words>the year)\b(?! (?:of|[0-9]))"
        ),
        whole_year,
    ),
    (
        rf"\b(?<!-){_NOT_COUNTED}(?P<number>(?i:{_NUMERAL})) years? ago\b",
        ago,
    ),
    (rf"(?<![0-9$¥€£.,/A-Za-z–—-]){_Y}(?!['’]?s\b)(?![-–/][0-9A-Za-z]|,[0-9]|\.[0-9])", year),
)
FORMS = tuple((re.compile(pattern), parser) for pattern, parser in _FORMS)

"""Whether a number of four digits is a year that dates something, and not an amount or a part of a name."""

import re

#: What stands before a number that is a year.
_AFTER = re.compile(
    r"(?:\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Tt]hrough|[Ff]rom|[Tt]o|[Bb]y|[Oo]f|[Dd]uring|[Bb]efore|[Aa]fter|[Yy]ear"
    r"|[Aa]round|[Bb]etween|[Tt]hroughout|[Ff]or|[Aa]s(?: of)?|[Tt]he|[Oo]ver|[Ww]ithin|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er"
    r"|[Ww]ith|[Vv]ersus|[Tt]owards?|[Ff]ollowing|[Uu]p ?to|at least|later than|earlier than)|['’]s?|\() ?$"
)
_LIST = re.compile(r"\b(?:1[6-9]|20)[0-9]{2}(?:,? (?:and|or) |, )$")
_NO_YEAR_BEHIND = re.compile(
    r"(?:[Rr]esolutions?|Article|No\.|[Nn]umbers?|pages?|pp?\.|[Aa]pproximately|[Ss]ome|[Nn]early|[Aa]bout"
    r"|(?<!later )(?<!earlier )[Tt]han)(?: [0-9]+,?| and| or| \([^()]{4,24}\),?)* $|[0-9] \($"
)
_NO_YEAR_BEFORE = re.compile(
    r" (?:hectares?|personnel|people|troops|met(?:er|re)s|kilomet|km|yen|dollars|members|[A-Z]\S* (?:Marines|troops)"
    r"|Marines|soldiers|aircraft|hours|square|tons|students|times|percent|islands|facilities|participants|cases|units"
    r"|victims|persons|vessels|projects|companies|countries|staff|police|experts|schools|years|points"
    r"|Agenda|Olympic|Paralympic|Tokyo Olympic|Goals)|%| ?(?:million|billion|trillion)"
)
_TELLING = re.compile(r" (?:was|is|marks|marked|saw|will|has|had|became|witnessed|brought|falls|fell)\b")
#: A name that begins with its year: “the 2015 Guidelines”, “the 2010 NPT Review Conference”.
_NAMED = re.compile(r" [A-Z“\"]")
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|\w['’]s|s['’]) $")


def is_number_of_thing(match: re.Match[str]) -> bool:
    """Whether a number of four digits is that of a resolution, an article or the like."""
    return _NO_YEAR_BEHIND.search(match.string[max(0, match.start() - 80) : match.start()]) is not None


def is_year(match: re.Match[str]) -> bool:
    """Whether a number is a year that dates something."""
    text, start, end = match.string, match.start(), match.end()
    before = text[max(0, start - 80) : start]
    if _NO_YEAR_BEFORE.match(text, end) or _NO_YEAR_BEHIND.search(before):
        return False
    if _ARTICLE.search(before) and _NAMED.match(text, end):
        return False
    opens = not before.strip() or re.search(r"(?:[.!?][”\"]?|,|;|:) $", before)
    return bool(_AFTER.search(before) or _LIST.search(before) or (opens and _TELLING.match(text, end)))

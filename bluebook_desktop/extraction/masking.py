"""A sentence with signs in place of its dates and quotations, so that its commas part clauses."""

import re
from collections.abc import Sequence

from bluebook_desktop.extraction.nouns import DATE, OTHER
from bluebook_desktop.extraction.text import Span

#: Stands for the date in a sentence; what is quoted, and a comma that parts nothing, stand for themselves as one sign.
_FIRST_SIGN = 0xE000
_QUOTED = re.compile(r"“[^“”]*”|(?<![\w])\"[^\"]*\"(?!\w)|(?<!\w)‘[^‘’]*’(?!\w)")
_BRACKETS = re.compile(r" ?\([^()]*\)| ?\[[^\[\]]*\]")
_NO_COMMA = re.compile(
    r", (?=D\.C\.|Inc\.|Ltd\.|Jr\.|Sr\.|[A-Z][\w-]+ (?:Prefecture|Province|City)\b)|(?<=D\.C\.),|(?<=Jr\.),"
)
#: Names listed behind a preposition are one noun: “the Ministry of Health, Labour and Welfare”.
_NOBODY = (
    r"(?!(?:[A-Z][\w-]+ )?(?:Ministers?|Presidents?|Secretary|Ambassador|Mr|Ms|Dr|General|Admiral|Chancellor|Premier"
    r"|Emperor|Chair|Governor|Commander|Director|King|Queen|Pope|Senator)\b)"
)
_CAPITALS = rf"(?:the )?{_NOBODY}[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
_LISTED = re.compile(rf"\b(?:of|between|among) {_CAPITALS}(?:, {_CAPITALS})+,? and (?:the )?{_NOBODY}(?=[A-Z])")
_COMMA = re.compile(r", ")
#: What is put in without telling anything.
_PUT_IN = re.compile(r", (?:for (?:its|his|her|their) part|however|in turn|among others|on the other hand),")
#: What leads to a date and goes with it.
_LED = re.compile(
    r"(?:,? ?\b(?:(?:exactly|just|only|once more|as early as|as late as|ever) )?"
    r"(?:in|on|at|since|from|by|until|till|through|throughout|during|around|about|before|after|for|between|within|over"
    r"|(?:late )?(?:in|on|at) the (?:morning|afternoon|evening|night|course|spring|summer|autumn|winter|eve) of"
    r"|to|as of|starting|beginning|dated|no later than)(?: (?:the )?(?:same|early|late|mid-?|end of|beginning of"
    r"|start of|middle of|close of|course of|first|second|latter|half of|morning of|evening of|night of|afternoon of"
    r"|around|about|the|that|this|both))*)? ?$",
    re.IGNORECASE,
)
#: The figure of a footnote’s mark behind a word.
_FOOTNOTE = re.compile(r"(?<=[a-z][a-z)”])(?:[0-9]{1,2}(?=[ ,.)]|$)|\.[0-9]{1,2}$)")

#: What leads to a date stands so near before it.
_FAR = 70


def without_dates(sentence: str, date: Span, others: Sequence[Span]) -> str:
    """The sentence with a sign in place of the date and what leads to it, and without the other dates."""
    words = sentence
    for start, end in sorted({*others, date}, reverse=True):
        lead = _LED.search(words, max(0, start - _FAR), start)
        begin = lead.start() if lead else start
        sign = f" {DATE if (start, end) == date else OTHER} "
        words = words[:begin] + ("," if words[begin : begin + 1] == "," else "") + sign + words[end:]
    return re.sub(r" +", " ", re.sub(r" (?=[,.;:)])", "", words)).strip()


def masked(words: str) -> tuple[str, list[str]]:
    """The words with a sign for each quotation and no brackets, and what the signs stand for."""
    signs: list[str] = []

    def sign(match: re.Match[str]) -> str:
        if DATE in match.group():
            return match.group()
        signs.append(match.group())
        return chr(_FIRST_SIGN + len(signs) - 1)

    words = _NO_COMMA.sub(sign, _QUOTED.sub(sign, _PUT_IN.sub("", words[:1500])))
    words = _BRACKETS.sub(lambda match: match.group() if DATE in match.group() else "", words)
    return _LISTED.sub(lambda match: _COMMA.sub(sign, match.group()), words), signs


def plain(words: str, signs: list[str]) -> str:
    """Words with what the signs stand for, without those of dates and footnotes."""
    words = re.sub(rf"(?<=\w) of(?: the)? ?(?={OTHER} ?(?:[a-z]|$))", "", words)  # “the Conference of May had set”
    words = words.replace(DATE, " ").replace(OTHER, " ")
    for number, sign in enumerate(signs):
        words = words.replace(chr(_FIRST_SIGN + number), sign)
    words = _FOOTNOTE.sub("", re.sub(r",(?=”)| (?=[,.;)])", "", " ".join(words.split())))
    return words.strip(" ,;:*")

"""The sentences of a passage, as spans of its text.

syntok does the work; what it cannot know is put right afterwards: a full stop for the comma of a date
("March 31. 2022") ends no sentence, a month before a capitalised word that opens one ("in November In addition")
does, and so does an abbreviation that stands last in its sentence ("Japan and the U.S. Misawa City has …").
syntok is imported when first needed: a start of the program pays nothing for it.
"""

import re
from collections.abc import Iterable

Span = tuple[int, int]

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WITHIN_DATE = re.compile(rf"\b{_MONTH} \d{{1,2}}\. (?=\d{{4}}\b)")
#: A boundary is after the blank.
_LOST_STOP = re.compile(rf"\b{_MONTH} (?=(?:In|On|At|The|This|These|They|Furthermore|However|Based) [a-z])")
_FORCES = (
    r"(?:Forces|Armed|Marine|Navy|Army|Air|Space|Fleet|Indo|White|Department|Secretary|Embassy|Government|President)"
)
_LAST_ABBREVIATION = re.compile(
    rf"\bthe U\.S\. (?!{_FORCES}\b)(?=[A-Z][a-z]+(?: [A-Z][a-z]+)* (?:has|have|is|are|was|were|will)\b)"
)


#: The mark of a footnote stands right behind a full stop: “from May 19 to 21.11 At the meeting, …”.
_FOOTNOTE = re.compile(
    r"(?<=[a-z0-9)”’])\.[”’)]?[0-9]{1,2} (?=(?:The|This|These|At|In|On|It|As|For|To|With|Under|After|During|From|By|He"
    r"|She|They|We|Both|Japan|However|Furthermore|Moreover|Meanwhile|Regarding|Based|Through|Since|Prime|Foreign|President"
    r"|Minister|Also|Thus|There|Such)\b)"
)
#: A year that opens a sentence: “… were held. 2012 was a year of …”.
_YEAR_OPENS = re.compile(
    r"(?<=[a-z)”][.!?] )(?=(?:19|20)[0-9]{2} (?:was|is|marked|marks|saw|had|has|will|witnessed|became|brought)\b)"
)

#: A number in letters stands last in its sentence: “… during World War II.” Seven months later”.
_NUMERAL = re.compile(r"(?<=[a-z] )(?:I{2,3}|IV|VI{1,3}|IX|XI{1,3}|XIV|XVI{0,3})\.[”\"’)]{0,2} (?=[“\"]?[A-Z])")


def sentence_spans(text: str) -> list[Span]:
    """Start and end of each sentence, in order; only white space lies between and around them."""
    starts = {start for start, _ in _segmented(text)} | {0}
    starts -= {match.end() for match in _WITHIN_DATE.finditer(text)}
    for pattern in (_LOST_STOP, _LAST_ABBREVIATION, _YEAR_OPENS, _FOOTNOTE, _NUMERAL):
        starts |= {match.end() for match in pattern.finditer(text)}
    return list(_trimmed(text, sorted(starts)))


def _segmented(text: str) -> Iterable[Span]:
    from syntok import segmenter  # noqa: PLC0415 - takes long to import and is needed when a library is built alone

    for paragraph in segmenter.process(text):
        for sentence in paragraph:
            last = sentence[-1]
            yield sentence[0].offset, last.offset + len(last.value)


def _trimmed(text: str, starts: list[int]) -> Iterable[Span]:
    """The stretches from each start to the next, without white space around them."""
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        piece = text[start:end]
        if stripped := piece.strip():
            lead = len(piece) - len(piece.lstrip())
            yield start + lead, start + lead + len(stripped)

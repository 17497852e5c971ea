"""A title that says nothing by itself gives way to the printed words around its date.

“Review”, “He said” or “Seen in discussions” are no headings; a few words as they are printed, with … where they were
cut, always tell something, and never anything that the text does not.
"""

import re

from bluebook_desktop.extraction.text import Span

_LONGEST = 80
#: So few words beside the date tell nothing either: more of the sentence is shown.
_FEWEST = 5
#: “I believe that Japan succeeded in …”: who believes it is told by whose message it is.
_OPINION = re.compile(
    r"^(?:I|We) (?:(?:firmly|strongly|sincerely|truly) )?(?:believe|think|hope|feel|trust|am (?:sure|convinced)"
    r"|are (?:sure|convinced))(?: that)? (?=\S+ \S+ \S+)"
)
_PRONOUN = re.compile(r"(?:I|We|You|He|She|They|It|This|These|Those|That)\b")
#: What was done, without what it was done to: “Seen in discussions over …”.
_SUBJECTLESS = re.compile(
    r"(?:Seen|Held|Taken|Made|Given|Known|Shown|Written|Brought|Caused|Falls?|Fell|First ever \w+ed|First ever held)"
    r" (?:in|at|on|over|by|to|from|with|within|under|during|through|upon|as)\b"
)
_BOUNDARY = re.compile(r"[,;:–—] |\.(?= [A-Z])")


def telling_title(title: str, sentence: str, date: Span) -> str:
    """The title where it tells something by itself, else the words of the sentence around its date."""
    if opinion := _OPINION.match(title):
        rest = title[opinion.end() :]
        title = rest[:1].upper() + rest[1:]
    return title if _tells(title) else _printed(sentence, date) or title


def _tells(title: str) -> bool:
    words = title.split()
    if len(words) < 2 or (len(words) == 2 and _PRONOUN.match(title)):
        return False
    return _SUBJECTLESS.match(title) is None


def _printed(sentence: str, date: Span) -> str:
    """The printed words from the last comma before a date to the next behind it, and more where these are few."""
    ends = [0, *(match.end() for match in _BOUNDARY.finditer(sentence)), len(sentence)]
    before = [end for end in ends if end <= date[0]]
    behind = [end for end in ends if end >= date[1]] or [len(sentence)]  # “March 1. 2000” goes on behind a full stop
    start, stop = before.pop(), behind.pop(0)
    while len(sentence[start:stop].split()) - len(sentence[date[0] : date[1]].split()) < _FEWEST and (before or behind):
        start, stop = (before.pop(), stop) if before else (start, behind.pop(0))
    words = sentence[start:stop]
    if len(words) > _LONGEST:
        words = _cut(words, date[0] - start, date[1] - start)
        start = sentence.index(words)
    words = " ".join(words.strip(" ,;:–—.").split())
    is_end = " ".join(sentence[start:].split()).strip(" .") == words
    return f"{'… ' if start else ''}{words}{'' if is_end else ' …'}" if words else ""


def _cut(words: str, begin: int, end: int) -> str:
    """At most so many letters with the date among them, broken between words."""
    start = max(0, min(begin, end - _LONGEST, len(words) - _LONGEST))
    start = words.find(" ", start) + 1 if start else 0
    start = min(start, begin)
    stop = min(len(words), max(start + _LONGEST, end))
    if stop < len(words):
        stop = max(words.rfind(" ", start, stop), end)
    return words[start:stop]

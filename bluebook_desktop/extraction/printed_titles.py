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
#: A relative, a conjunction or a preposition: who or what it is told of stands before it.
_CUT_OFF = re.compile(
    r"(?:Who|Which|Whom|Whose|Where|And|But|Or|When|While|Because|Although|Though|Than|Nor|According to|Concerning"
    r"|Regarding|Amid|Apart from|Despite|Between|Among|Under|With|Until|Before|During|In|On|At|By|From|Of|To|For"
    r"|Towards?|Into|Through|After|Less than|More often than|[A-Z][a-z]+ (?:[a-z]+ )?ones)\b"
)
#: What was done, without who did it or what it was done to: “Seen in …”, “Blew up the tower”, “Attending the …”.
_PARTICLE = r"in|at|on|over|by|to|from|with|within|under|during|through|upon|as|up|out|off|into|down|away"
_WHAT = r"the|an?|its|his|her|their|office|place|part"
_SUBJECTLESS = re.compile(
    rf"(?:Seen|Held|Taken|Made|Given|Known|Shown|Written|Brought|Caused|Falls?|Fell|First ever \w+ed|First ever held"
    rf"|Set|Left|Sent|Built|Put|Led|Met|Won|Lost|Told|Said) (?:{_PARTICLE})\b"
    rf"|(?:Blew|Took|Came|Went|Gave|Fell|Rose|Struck|Broke|Became|Began|Brought|Drew|Left|Saw|Sent|Spoke|Stood|Threw"
    rf"|Withdrew|Built|Accepts?|Calls|Takes|Gives|Carries) (?:{_PARTICLE}|{_WHAT})\b"
    rf"|(?!United|Limited|Combined|Advanced|Armed)[A-Z][a-z]+ed (?:(?:{_PARTICLE}|{_WHAT})\b|$)"
    rf"|(?!Morning|Evening|Spring|Remaining|Ceiling|Building)[A-Z][a-z]+ing (?:(?:{_WHAT}|with|to|that)\b|$)"
)
#: “It had done”, “They are to sign”: neither who nor what.
_PRONOUN_ALONE = re.compile(r"(?:It|They|This|These|We)(?: \S+){1,3}|(?:Its|Their|His|Her) \S+")
_MORE_FOLLOWS = re.compile(
    r"(?: (?:on )?(?:how|whether|what|which|that|why)| \S+[’']s| (?:and|or|of|the|by|with|an?))$"
)
_ABOUT_MUCH = re.compile(r"(?:About|Around|Over|Nearly|More than|Some) [0-9][0-9,.]*$")
_BOUNDARY = re.compile(r"[,;:–—] |\.(?= [A-Z])")


def telling_title(title: str, sentence: str, date: Span) -> str:
    """The title where it tells something by itself, else the words of the sentence around its date."""
    if opinion := _OPINION.match(title):
        rest = title[opinion.end() :]
        title = rest[:1].upper() + rest[1:]
    return title if _tells(title) else printed_around(sentence, date) or title


def _tells(title: str) -> bool:
    words = title.split()
    if len(words) < 2 or (len(words) == 2 and _PRONOUN.match(title)):
        return False
    if _PRONOUN_ALONE.fullmatch(title) or _ABOUT_MUCH.match(title) or _MORE_FOLLOWS.search(title):
        return False
    return not (_CUT_OFF.match(title) or _SUBJECTLESS.match(title))


def printed_around(sentence: str, date: Span) -> str:
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

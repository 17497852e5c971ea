"""A short title for an event, cut from the sentence's own words: the thing that is dated, or what is told of it."""

import re

_NOUN = (
    r"(?:[Mm]eeting|[Ss]ummit|[Vv]isit|[Tt]alks|[Dd]ialogue|[Aa]greement|[Tt]reaty|[Ee]xercise|[Cc]onference"
    r"|[Cc]onsultation|[Ss]tatement|[Dd]eclaration|[Rr]eturn of|[Ss]igning|[Aa]ccident|[Ii]ncident|[Ll]eak|[Cc]eremony"
    r"|[Rr]eception|[Dd]iscussion|[Pp]lan|[Rr]oadmap|[Gg]uidelines|[Rr]elease|[Rr]esolution \d+|[Ww]ar|[Dd]ecision"
    r"|[Nn]egotiation|[Bb]oard|[Cc]ourtesy call|[Cc]ongress|[Ff]orum|[Ee]lection|[Ss]ymposium|[Ss]eminar|[Ss]ession"
    r"|[Aa]ttack|[Ee]arthquake|[Cc]all|[Ss]peech|[Ee]vent|[Ff]estival|[Ll]aunch|[Ee]stablishment|[Aa]doption)s?\b"
)
_WORD = r"\(?[A-Z0-9“][\w“”+.’'–-]*\)?"
_PHRASE = re.compile(
    rf"(?<![\w’])(?:{_WORD}[ ](?:(?:of|on|for|and|in|the) )?){{0,7}}(?:\b(?!the |an? |of |at |in |on |and |was "
    rf"|were )[a-z-]+ )?{_NOUN}"
)
_CONNECTIVE = (
    r"[Ii]n addition(?: to)?|[Ff]urthermore|[Mm]oreover|[Ii]n particular|[Hh]owever|[Ff]or example|[Aa]lso|[Tt]hen"
    r"|[Tt]herefore|[Aa]nd|[Oo]n the other hand|[Ss]ubsequently|[Bb]ased on this|[Aa]s a result|[Mm]eanwhile"
    r"|[Aa]mong others"
    r"|[Aa]t the same time|[Ss]ince then|[Ii]n this (?:context|process|regard)|[Aa]dditionally|[Aa]fter that"
    r"|[Ll]ikewise"
)
_LEAD = re.compile(
    rf"^(?:(?:{_CONNECTIVE})|Note [0-9]+\)?|[Aa]s of|[Bb]ut|[Tt]he(?: following)?|[Aa]n?|[Ii]n|[Oo]n|[Aa]t"
    rf"|[Dd]uring|[Ff]rom"
    rf"|[Ff]or|[Ss]ince"
    rf"|[Bb]y|[Uu]ntil|when"
    r"|which|that|based on|including|such as|of|held|with|as|to|[Ee]ver|[Tt]here (?:was|were|is|are|has been"
    r"|have been)|[●・•○]|-)[ ,]+"
)
#: A sentence's opening that says where or of whom, not what: “With regard to Asia, …”.
_OPENING = re.compile(
    r"^(?:[Ii]n|[Aa]t|[Oo]n|[Uu]nder|[Ww]ith|[Rr]egarding|[Aa]s for|[Tt]hrough|[Ff]ollowing|[Bb]ased on"
    r"|[Dd]uring|[Aa]mid"
    r"|[Ff]or|[Cc]oncerning|[Ss]ince|[Aa]fter) [^,]{3,90}, (?=(?:[^ ]+ ){2})"
)
#: What a year does of which something is told: “2018 marked the anniversary”.
_YEAR_DOES = re.compile(
    r"^(?:(?:which|that) [^,]*, )?(?:saw|marked|marks|was|is|witnessed|brought|became|has been|will (?:be|mark|see)"
    r"|turned out to be)\b ?"
)
_AUXILIARY = re.compile(r"^(?:has|have|had|was|were|is|are|will|would|been|being|continued?)\b")
_TAIL = re.compile(
    r"(?:[ ,;:(]|\b(?:in|on|at|since|from|by|of|the|an?|during|to|and|or|until|through|throughout|held|as|for"
    r"|with|early"
    r"|late|for example|was|were|is|are|be|been|being|has|have|had|its|their|that|which|who|where|also|than|between|mid"
    r"|later|end|beginning|half|first|second|latter|around|over|up|based|will))+$"
)
FINITE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|took|held|met|made|began|became|gave|saw|set|paid|led|left|won|rose"
    r"|fell|came|went|put|said|told|sent|spoke|wrote|grew|brought|stood|drew|laid|[a-z]{2,}ed)\b"
)
_ADVERBIAL = re.compile(
    r"(?:just|only|exactly|after|before|following|during|with|in|at|on|under|amid|as|based|through|to|for|and)\b",
    re.IGNORECASE,
)
#: “…, which are scheduled to begin”: of whom that is told, and what.
_RELATIVE = re.compile(
    r"(?P<of>.*?),? (?:which|that|who) (?:was|were|is|are|(?:has|have|had) been|has|have|will|would)? ?(?P<told>.+)$"
)
_BREAKS = re.compile(
    r", (?:which|who|where|and|during|as|in|with|while|on)\b| (?:that|which|in order to|on the occasion|as the"
    r"|as well as"
    r"|in spite|with a view|in response to|with the aim|aimed at|based on|through which"
    r"|(?<!ed )(?<!inue )to (?!be )[a-z]+ [a-z])"
    r"| while |; |, |(?<=[a-z]{2})\.(?= )"
)
#: Before these a long title may end, but not within a name (“Republic of Korea”).
_BEFORE_PREPOSITION = re.compile(
    r"(?<=[\w’”)]) (?:and|of|for|in|with|between|on|at|by|from|under|toward|regarding|including) (?:the )?(?P<next>\w)"
)
_LAST_OF = re.compile(r"(?:.*\b(?:of|in|by|for|after|since|from|with|to|at|on) (?:the |an? )|.*, |^)(?P<noun>[^,]+)$")
_LONGEST = 80
_LOOKED_AT = 600
#: The figure of a footnote's mark behind a word.
_FOOTNOTE = re.compile(r"(?<=[a-z][a-z)”])[0-9]{1,2}(?=[ ,.)]|$)")
_LONGEST_JAPANESE = 40
_PARTICLES = re.compile(r"^(?:には|にも|に|は|から|までに|まで|の|も|で|、|，|以降|以来)+")


def title_of(before: str, after: str, wider: str, *, caption: bool) -> str:
    """A title from the words of a clause before and after its date; `wider` is all of the sentence before the date."""
    before, after, wider = before[-_LOOKED_AT:], after[:_LOOKED_AT], wider[-_LOOKED_AT:]
    left, right = _trim(before), _trim(after)
    if caption:
        return _shortened(re.sub(r"\s*\($", "", left) or right)
    left = _whole(left, right, wider)
    return _shortened(_thing(before, left, right) or _telling(left, right, wider))


def _whole(left: str, right: str, wider: str) -> str:
    """The words before the date with whom they tell of, where that stands before their clause."""
    if _AUXILIARY.match(left):
        pieces = re.split(r", (?!\w+ $)|; ", wider)
        subject, left = _subject(pieces[:-1]), _trim(pieces[-1])
        if _AUXILIARY.match(left) and 0 < len(subject.split()) <= 8:
            left = f"{subject} {left}"
    if left and len(left.split()) < 3 and len(right.split()) < 3:
        left = _with_subject(left, wider)
    listed = left.rsplit(": ", 1)[-1]
    return _trim(listed) if len(listed.split()) >= 3 else left


def _subject(pieces: list[str]) -> str:
    """The last of a sentence's pieces that only names something, else what its first clause speaks of."""
    for piece in reversed(pieces):
        named = re.sub(r"^(?:and|but) ", "", piece.strip())
        if not FINITE.search(named) and not _ADVERBIAL.match(named) and _trim(named):
            return _trim(named)
    return _trim(FINITE.split(pieces[0], maxsplit=1)[0]) if pieces else ""


def _thing(before: str, left: str, right: str) -> str:
    """The thing or happening that the date itself belongs to; empty where it dates what is told."""
    if before.endswith((" of ", " of the ")) and (named := _LAST_OF.match(left)):
        return _trim(named["noun"])
    if before.endswith((" the ", "’s ", "'s ", " its ", " their ")) and right[:1].islower():
        return _trim(FINITE.split(re.split(r"[,;]", right)[0])[0]) or right
    if _YEAR_DOES.match(right) and (not left or before.endswith((", ", "year "))):
        return _trim(_YEAR_DOES.sub("", right))
    return _without_relative(_thing_before(left))


def _telling(left: str, right: str, wider: str) -> str:
    """What is told to have happened, from the words before the date or those behind it."""
    if left.startswith(("who ", "which ")):
        return _with_subject(left.split(" ", 1)[1], wider)
    if left and FINITE.match(right):
        return f"{left} {right}"
    tells = len(left.split()) > 3 or (len(left.split()) == 3 and FINITE.search(left) is not None)
    if len(right.split()) >= 3 and not tells:
        return _told_after(right)
    return _told_before(left) or right or _told_before(_trim(wider))


def japanese_title(before: str, after: str) -> str:
    """A title from the Japanese words of a clause before and after its date."""
    told = _PARTICLES.sub("", after).strip("、。（）()　 ")
    pieces = re.split(r"(?<=.{6})[、。]", told, maxsplit=1)
    words = pieces[0] if len(pieces[0]) > 3 else re.split(r"[、。]", before.strip("、。（(　 "))[-1] or told
    return words if len(words) <= _LONGEST_JAPANESE else f"{words[: _LONGEST_JAPANESE - 1]}…"


def _with_subject(left: str, wider: str) -> str:
    """The few words before a date with what they are told of: “SMA, which began in May, expires” as “SMA expires”."""
    relative = re.search(r"(?P<of>[^,;]+),? (?:which|that|who) [^,;]*$", wider)
    if relative and FINITE.match(left) and (named := _LAST_OF.match(_trim(relative["of"]))):
        return f"{_trim(named['noun'])} {left}"
    subject = _trim(wider.split(", ", 1)[0]) if ", " in wider else ""
    return f"{subject} {left}" if 0 < len(subject.split()) <= 8 and left.islower() else left


def _thing_before(left: str) -> str:
    """The happening whose name stands just before the date: “the Summit Meeting in Tokyo in May”."""
    near = list(_PHRASE.finditer(left))
    if not near:
        return ""
    rest = left[near[-1].end() :]
    close = len(rest) <= 40 or (len(rest) <= 70 and "," not in rest and not FINITE.search(rest))
    return _trim(left[near[-1].start() :]) if close and len(near[-1].group()) > 8 else ""


def _told_after(right: str) -> str:
    """What follows a date that opens its sentence: subject and verb, without what is put between them."""
    pieces = right.split(", ")
    for index, piece in enumerate(pieces):
        verb = FINITE.search(piece)
        if verb is None or piece.startswith(("who ", "which ")):
            continue
        if index and verb.start() == 0:
            subjects = [one for one in pieces[:index] if not _ADVERBIAL.match(one)]
            return f"{_trim(subjects[0])} {piece}" if subjects else piece
        return _trim(piece) if index and len(_trim(piece).split()) > 2 else right
    return right


def _without_relative(words: str) -> str:
    """“Guidelines, which were revised” as “Guidelines revised”."""
    relative = _RELATIVE.match(words)
    if relative and len(relative["told"].split()) <= 6 and (named := _LAST_OF.match(_trim(relative["of"]))):
        return f"{_trim(named['noun'])} {relative['told']}"
    return words


def _told_before(left: str) -> str:
    """What leads up to a date: the last clause that tells something by itself."""
    if (shorter := _without_relative(left)) != left:
        return shorter
    if len(left) <= _LONGEST:
        return left
    pieces = [piece for piece in re.split(r", | which |; |(?<=ed) that ", left) if len(piece.split()) >= 3]
    while len(pieces) > 1 and _AUXILIARY.match(pieces[-1]):
        pieces.pop()
    return _trim(pieces[-1]) if pieces else left


def _trim(words: str) -> str:
    words = words.strip(" ,.;:()")
    if _LEAD.fullmatch(f"{words} "):
        return ""
    while lead := _LEAD.match(words):
        shorter = _OPENING.sub("", words, count=1)
        words = shorter if shorter != words else words[lead.end() :]
    return _TAIL.sub("", words).strip(" ,;:(")


def _is_within_name(words: str, match: re.Match[str]) -> bool:
    """Whether a preposition stands between two words with capitals."""
    return match["next"].isupper() and words[: match.start()].rsplit(" ", 1)[-1][:1].isupper()


def _shortened(words: str) -> str:
    """At most eighty letters, broken where a phrase ends, with its marks and brackets in pairs."""
    if len(words) > _LONGEST:
        ends = [match.start() for match in _BREAKS.finditer(words) if 24 <= match.start() <= _LONGEST]
        ends = ends or [
            match.start()
            for match in _BEFORE_PREPOSITION.finditer(words)
            if 24 <= match.start() <= _LONGEST and not _is_within_name(words, match)
        ]
        words = _TAIL.sub("", words[: ends[-1]] if ends else words[:_LONGEST].rsplit(" ", 1)[0])
    words = _FOOTNOTE.sub("", words)
    for opening, closing in ("“”", "()", "[]"):
        if words.count(opening) > words.count(closing):
            words = words[: words.rindex(opening)] if words.rindex(opening) > 12 else words.replace(opening, "", 1)
        elif words.count(closing) > words.count(opening):
            words = words.replace(closing, "", 1)
    words = re.sub(r"\b([A-Z]\.[A-Z])$", r"\1.", _TAIL.sub("", words.strip()))
    return words[:1].upper() + words[1:]

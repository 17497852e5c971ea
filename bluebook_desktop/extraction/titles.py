"""A short title for an event, cut from the sentence's own words: the thing that is dated, or what is told of it."""

import re

_NOUN = (
    r"(?:[Mm]eeting|[Ss]ummit|[Vv]isit|[Tt]alks|[Dd]ialogue|[Aa]greement|[Tt]reaty|[Ee]xercise|[Cc]onference"
    r"|[Cc]onsultation|[Ss]tatement|[Dd]eclaration|[Rr]eturn of|[Ss]igning|[Aa]ccident|[Ii]ncident|[Ll]eak|[Cc]eremony"
    r"|[Rr]eception|[Dd]iscussion|[Pp]lan|[Rr]oadmap|[Gg]uidelines|[Rr]elease|[Rr]esolution \d+|[Ww]ar|[Dd]ecision"
    r"|[Nn]egotiation|[Bb]oard|[Cc]ourtesy call|[Cc]ongress|[Ff]orum|[Ee]lection|[Ss]ymposium|[Ss]eminar|[Ss]ession"
    r"|[Aa]ttack|[Ee]arthquake|[Cc]all|[Ss]peech|[Ee]vent|[Ff]estival|[Ll]aunch|[Ee]stablishment|[Aa]doption|[Aa]ddress|[Rr]uling|[Rr]eferendum|[Bb]riefing)s?\b"
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
    r"|[Ll]ikewise|[Pp]rior to (?:this|that)"
)
#: The mark of a list's entry or of a note, before its words.
_ENTRY = re.compile(
    r"^(?:.*: )?(?:\((?:[0-9]{1,2}|[ivx]{1,4}|[a-z])\) |\*+ ?(?:[0-9]{1,2} )?|[0-9]{1,2} (?=[A-Z][a-z]))"
)
_LEAD = re.compile(
    rf"^(?:(?:{_CONNECTIVE})|Note [0-9]+\)?|[Aa]s of|[Bb]ut|[Tt]he(?: following)?|[Aa]n?|[Ii]n|[Oo]n|[Aa]t"
    rf"|[Dd]uring|[Ff]rom"
    rf"|[Ff]or|[Ss]ince|[Aa]fter the|[Uu]nder the(?= [A-Z])|[Ff]ollowing|[Cc]oincident with|[Ii]n line with|[Aa]head of"
    rf"|[Bb]y|[Uu]ntil|when"
    r"|which|that|based on|including|such as|of|held|with|as|to|[Ee]ver|[Tt]here (?:was|were|is|are|has been"
    r"|have been)|[●・•○]|-)[ ,]+"
)
#: A sentence's opening that says where or of whom, not what: “With regard to Asia, …”.
_OPENING = re.compile(
    r"^(?:[Ii]n|[Aa]t|[Oo]n|[Uu]nder|[Ww]ith|[Rr]egarding|[Aa]s for|[Tt]hrough|[Ff]ollowing|[Bb]ased on"
    r"|[Dd]uring|[Aa]mid|[Aa]s a result of|[Dd]ue to|[Ee]ven (?:under|in|after)|[Dd]espite|[Gg]iven|[Cc]oincident with"
    r"|[Ff]or|[Cc]oncerning|[Ss]ince|[Aa]fter) [^,]{3,90}, (?=(?:[^ ]+ ){2})"
)
#: What a year does of which something is told: “2018 marked the anniversary”.
_YEAR_DOES = re.compile(
    r"^(?:(?:which|that) [^,]*, )?(?:saw|marked|marks|was|is|witnessed|brought|became|had marked|has been"
    r"|will (?:be|mark|see)|turned out to be)\b ?"
)
#: “…, 2018 was a year of summits”: so is nothing else told of.
YEAR_IS = re.compile(r"(?:was|is|will be) (?:an?|the) (?:[a-z]+ )?year\b")
_AUXILIARY = re.compile(r"^(?:has|have|had|was|were|is|are|will|would|been|being|continued?)\b")
_TAIL = re.compile(
    r"(?:[ ,;:(]|\b(?:in|on|at|since|from|by|of|the|an?|during|to|and|or|until|through|throughout|held|as|for"
    r"|with|early"
    r"|late|for example|was|were|is|are|be|been|being|has|have|had|its|their|his|her|that|which|who"
    r"|where|also|than|between|mid"
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
    r"(?<=[\w’”)]) (?:and|of|for|in|with|between|on|at|by|from|under|toward|regarding|including|after|before"
    r"|during|following|through|into|against) (?:the )?(?P<next>\w)"
)
#: A name in capitals, with its small words, at the end of words: “Agreement on Cooperation in the Field of …”.
_NAME_AT_END = re.compile(
    r"[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|of|on|in|the|for|and|to|with|between|by|regard|relating|concerning))+$"
)
_BEGINNING = re.compile(r"\b(?P<of>(?:start|outbreak|beginning|end|conclusion|signing) of )(?:the )?$")
#: What says nothing of itself: a statement of whom, the review of what?
_GENERIC = re.compile(
    r"(?:(?:joint|press|telephone|final|draft|new|first|second|formal|the|“2\+2”|japan-u\.s\.|summit) )*"
    r"(?:statement|release|conference|talk|review|incident|shooting|agreement|report|declaration|resolution|meeting"
    r"|visit|exercise|discussion|accident|ceremony|election|speech|address|call|plan|dialogue|consultation|decision)s?",
    re.IGNORECASE,
)
#: An opening that says under what circumstances something was done: “Even under the conditions of 2020, …”.
_UNDER_WHAT = re.compile(r"^(?:Even|Despite|Amid|Given|Due to|In (?:spite|light|view) of|Under)\b")
_IN_WHICH = re.compile(r"^(?:[A-Z][a-z]+, )?(?:[Ii]n|[Aa]t|[Dd]uring|[Oo]n|[Tt]hrough) ")
_OPENING_WORDS = 9
#: “The joint statement of May”, “the April joint statement”, “his visit in May”.
_DATED_THING = re.compile(r"(?:\bof(?: the)?|\bthe|[’']s|\bits|\btheir) $")
#: No thing that a date is that of: “in the evening of December 13”, “that of 2011”.
_PART_OF_TIME = re.compile(
    r"\b(?:morning|afternoon|evening|night|eve|course|end|beginning|middle|spring|summer|autumn|winter|half|days"
    r"|that|those|[Aa]s) of(?: the)? $"
)
_AFTER_DATE = re.compile(r"(?: ?\([^()]*\))?: (?P<told>[A-Z0-9“\"][^\n]{3,90})$")
_GENERIC_OF = re.compile(
    r"^ ?(?P<of>(?:on|between|of|for|regarding|concerning|with) (?:(?![,;]|\.(?: |$)| which | that ).)+)"
)
#: A verb without whom it is told of.
_SUBJECTLESS = re.compile(
    r"(?:will|would|was|were|is|are|has|have|had|entered|brought|adopted|met|served|approved|followed|began|ended|issued"
    r"|decided)\b",
    re.IGNORECASE,
)
_LAST_OF = re.compile(r"(?:.*\b(?:of|in|by|for|after|since|from|with|to|at|on) (?:the |an? )|.*, |^)(?P<noun>[^,]+)$")
_PRONOUNS = {"it", "they", "he", "she", "this", "these", "which", "who", "there"}
_LONGEST = 80
_LOOKED_AT = 600
#: The figure of a footnote's mark behind a word.
_FOOTNOTE = re.compile(r"(?<=[a-z][a-z)”])[0-9]{1,2}(?=[ ,.)]|$)")
_LONGEST_JAPANESE = 40
_PARTICLES = re.compile(r"^(?:には|にも|に|は|から|までに|まで|の|も|で|、|，|以降|以来)+")


def title_of(before: str, after: str, wider: str, told: str, *, caption: bool) -> str:
    """A title from the words of a clause before and after its date; `wider` is all of the sentence before the date.

    `told` is what the clause tells with subject and verb, as far as that is known.
    """
    before, after, wider = before[-_LOOKED_AT:], after[:_LOOKED_AT], wider[-_LOOKED_AT:]
    left, right = _trim(before), _trim(after)
    if caption:
        return _shortened(re.sub(r"\s*\($", "", left) or right)
    left = _whole(left, right, wider)
    thing = _thing(before, left, right, is_of_date=not after.startswith((",", ";")))
    if thing and (not told or _is_dated_thing(before, left, right) or _says_less(told, thing)):
        return _shortened(_completed(thing, before, after, wider))
    if told:
        paired = _paired(told)
        return paired if len(paired) >= len(told) else _TAIL.sub("", paired)
    return _shortened(_completed(thing or _telling(left, right, wider, before), before, after, wider))


def entry_title(after: str) -> str:
    """The title of a chronology's entry, which stands behind its date: “February 2012 (planned): Third unit leaves”."""
    entry = _AFTER_DATE.match(after)
    return _paired(_FOOTNOTE.sub("", entry["told"]).rstrip(". ")) if entry else ""


def _is_dated_thing(before: str, left: str, right: str) -> bool:
    """Whether a date belongs to a thing or a happening that is named, and to nothing that is told."""
    if _PART_OF_TIME.search(before):
        return False
    if _DATED_THING.search(before):
        return True
    if _YEAR_DOES.match(right) and (not FINITE.search(left) or YEAR_IS.match(right)):
        return True
    return not FINITE.search(before)


def _says_less(told: str, thing: str) -> bool:
    """Whether a clause about *it* or *them* says less than the thing that is dated."""
    return told.split(maxsplit=1)[0].lower() in _PRONOUNS and len(thing.split()) > 2


def _completed(title: str, before: str, after: str, wider: str) -> str:
    """A title that says too little by itself, with what it is that of, what came of it or who it is told of."""
    if _GENERIC.fullmatch(title):
        return _with_what_came(title, before, after)
    if _SUBJECTLESS.match(title) and not re.search(r"\b(?:which|that|who|whom|whose)\b[^,]*$", wider):
        subject = _trim(FINITE.split(_OPENING.sub("", _ENTRY.sub("", wider), count=1), maxsplit=1)[0].split(", ")[0])
        if len(subject.split()) > 8:
            subject = _TAIL.sub("", _BEFORE_PREPOSITION.split(subject, maxsplit=1)[0])
        words = subject.split()
        if 0 < len(words) <= 8 and not title.lower().startswith(subject.lower()) and words[0].lower() not in _PRONOUNS:
            return f"{subject} {title[:1].lower()}{title[1:]}"
    return title


def _with_what_came(title: str, before: str, after: str) -> str:
    """“Joint statement” with what it is on, or where it opens the sentence with what was done in it."""
    behind = after.lstrip()
    if behind.lower().startswith(title.lower()):
        after = behind[len(title) :]
    if of := _GENERIC_OF.match(after):
        return f"{title} {of['of']}"
    if not after.startswith(",") or not _IN_WHICH.match(before) or len(before.split()) > _OPENING_WORDS:
        return title
    told = _told_after(_trim(after)) if FINITE.search(after) else ""
    return title if len(told.split()) < 3 or told.startswith(("which", "who", "during")) else f"{title}: {told}"


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


def _thing(before: str, left: str, right: str, *, is_of_date: bool) -> str:
    """The thing or happening that the date itself belongs to; empty where it dates what is told."""
    if _UNDER_WHAT.match(before) and FINITE.search(right):
        return ""
    if before.endswith((" of ", " of the ")) and (named := _LAST_OF.match(left)):
        name = _NAME_AT_END.search(left)
        return _trim(name.group() if name else named["noun"])
    if is_of_date and before.endswith((" the ", "’s ", "'s ", " its ", " their ")) and right[:1].isalpha():
        return _trim(FINITE.split(re.split(r"[,;] ", right)[0])[0]) or right
    if _YEAR_DOES.match(right) and (not left or before.endswith((", ", "year "))):
        return _trim(_YEAR_DOES.sub("", right))
    return _without_relative(_thing_before(left))


def _telling(left: str, right: str, wider: str, before: str) -> str:
    """What is told to have happened, from the words before the date or those behind it."""
    if _UNDER_WHAT.match(before) and FINITE.search(right) and not FINITE.search(left):
        return _told_after(right)
    if left.startswith(("who ", "which ")):
        return _with_subject(left.split(" ", 1)[1], wider)
    if left and FINITE.match(right):
        return f"{left} {right}"
    done = len(left.split()) > 1 and FINITE.search(before) and not FINITE.search(right)
    tells = bool(done) or len(left.split()) > 3 or (len(left.split()) == 3 and FINITE.search(left) is not None)
    if len(right.split()) >= 3 and not tells:
        return _told_after(right)
    return _told_before(left) or right or _told_before(_trim(wider))


def japanese_title(before: str, after: str) -> str:
    """A title from the Japanese words of a clause before and after its date."""
    if before.endswith(("(", "（")) and after[:1] in (")", "）"):
        # A day in brackets is that of what stands before them.
        return _short_japanese(re.split(r"[、。]|(?<=[)）])(?:及び|並びに|や|と)", before.strip("（(　 "))[-1])
    told = _PARTICLES.sub("", after).strip("、。（）()　 ")
    pieces = re.split(r"(?<=.{6})[、。]", told, maxsplit=1)
    words = pieces[0] if len(pieces[0]) > 3 else re.split(r"[、。]", before.strip("、。（(　 "))[-1] or told
    if len(pieces) > 1 and words.endswith(("は", "が")) and not told[len(words) :].startswith("。"):
        words = f"{words}、{re.split('[、。]', pieces[1], maxsplit=1)[0]}"  # a subject alone tells nothing
    return _short_japanese(re.sub(r"(?:において|に際し(?:て)?|に当たり|の際に?)$", "", words))


def _short_japanese(words: str) -> str:
    words = words.strip("、。　 ")
    return words if len(words) <= _LONGEST_JAPANESE else f"{words[: _LONGEST_JAPANESE - 1]}…"


def _with_subject(left: str, wider: str) -> str:
    """The few words before a date with what they are told of: “SMA, which began in May, expires” as “SMA expires”."""
    relative = re.search(r"(?P<of>[^,;]+),? (?:which|that|who) [^,;]*$", wider)
    if relative and FINITE.match(left) and (named := _LAST_OF.match(_trim(relative["of"]))):
        return f"{_trim(named['noun'])} {left}"
    subject = _trim(wider.split(", ", 1)[0]) if ", " in wider else ""
    near = 0 < len(subject.split()) <= 8 and not re.search(r"[0-9]{4}", subject)
    return f"{subject} {left}" if near and left.islower() else left


def _thing_before(left: str) -> str:
    """The happening whose name stands just before the date: “the Summit Meeting in Tokyo in May”."""
    near = list(_PHRASE.finditer(left))
    if not near:
        return ""
    rest = left[near[-1].end() :]
    close = len(rest) <= 40 or (len(rest) <= 70 and "," not in rest and not FINITE.search(rest))
    if not close or len(near[-1].group()) <= 8:
        return ""
    begun = _BEGINNING.search(left[: near[-1].start()])
    start = begun.start() if begun else near[-1].start()
    return _trim(left[start:])


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
    words = _ENTRY.sub("", words.lstrip()).strip(" ,.;:()")
    opened = _OPENING.sub("", words, count=1)
    words = opened if FINITE.search(opened) else words
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
    """At most so many letters, broken where a phrase ends, with its marks and brackets in pairs."""
    if len(words) > _LONGEST:
        ends = [match.start() for match in _BREAKS.finditer(words) if 24 <= match.start() <= _LONGEST]
        ends = ends or [
            match.start()
            for match in _BEFORE_PREPOSITION.finditer(words)
            if 24 <= match.start() <= _LONGEST and not _is_within_name(words, match)
        ]
        words = _TAIL.sub("", words[: ends[-1]] if ends else words[:_LONGEST].rsplit(" ", 1)[0])
    return _paired(_TAIL.sub("", _paired(_FOOTNOTE.sub("", words))))


def _paired(words: str) -> str:
    """Words with their marks and brackets in pairs, and a capital first."""
    for opening, closing in ("“”", "()", "[]"):
        if words.count(opening) > words.count(closing):
            words = words[: words.rindex(opening)] if words.rindex(opening) > 12 else words.replace(opening, "", 1)
        elif words.count(closing) > words.count(opening):
            words = words.replace(closing, "", 1)
    if words.count('"') % 2:
        words = words.replace('"', "", 1).strip()
    words = re.sub(r"\b([A-Z]\.[A-Z])$", r"\1.", words.strip(" ,;:("))
    return words[:1].upper() + words[1:]

"""A short title for an event, cut from the sentence's own words."""

import re

_NOUN = (
    r"(?:[Mm]eetings?|[Ss]ummit|[Vv]isits?|[Tt]alks|[Dd]ialogues?|[Aa]greement|[Tt]reaty|[Ee]xercises?|[Cc]onference|[Cc]onsultations?"
    r"|[Ss]tatement|[Dd]eclaration|[Rr]eturn of|[Ss]igning|[Aa]ccident|[Ii]ncident|[Ll]eak|[Cc]eremony"
    r"|[Rr]eception|[Dd]iscussions?"
    r"|[Pp]lan|[Rr]oadmap|[Gg]uidelines|[Rr]elease|[Rr]esolution \d+|[Ww]ar|[Dd]ecision|[Nn]egotiations"
    r"|[Bb]oard|[Cc]ourtesy call)"
)
_PHRASE = re.compile(rf"(?:[A-Z0-9“][\w“”+.’'-]*[ ](?:(?:of|on|for|and|in|the) )?){{0,7}}{_NOUN}")
_LEAD = re.compile(
    r"^(?:[Ii]n addition(?: to)?|[Ff]urthermore|[Mm]oreover|[Ii]n particular|[Hh]owever|[Ff]or example|[Aa]lso"
    r"|[Tt]hen|[Tt]herefore|[Aa]nd"
    r"|[Oo]n the other hand|[Ss]ubsequently|[Bb]ased on this|[Tt]he|[Aa]n?|[Ii]n|[Oo]n|[Aa]t|[Dd]uring|[Ff]rom"
    r"|[Ss]ince|[Bb]y|[Uu]ntil|when"
    r"|which|that|based on|including|of|held|with|as)[ ,]+"
)
_TAIL = re.compile(
    r"(?:[ ,;:(]|\b(?:in|on|at|since|from|by|of|the|during|to|and|until|through|held|as|for|with|early|late"
    r"|for example))+$"
)
_BREAKS = re.compile(
    r", (?:which|who|where|and|during|as|in|with|while|on)\b| (?:that|which|in order to|on the occasion|as the"
    r"|in spite|with a view)\b|; |, "
)
_LONGEST = 80


def title_of(before: str, after: str, *, caption: bool) -> str:
    """A title from the words of a clause before and after its date."""
    left, right = _trim(before), _trim(after)
    if caption:
        return _shortened(re.sub(r"\s*\($", "", left) or right)
    near = list(_PHRASE.finditer(left[-110:]))
    if near and near[-1].end() >= len(left[-110:]) - 24:
        return _shortened(_trim(near[-1].group()))
    words = right if len(right.split()) >= 3 and len(left.split()) < 4 else left
    if words is left and len(left) > _LONGEST:
        pieces = [piece for piece in re.split(r", | that | which |; ", left) if len(piece.split()) >= 3]
        words = _trim(pieces[-1]) if pieces else left
    return _shortened(words or right or left)


def _trim(words: str) -> str:
    words = words.strip(" ,.;:()")
    while lead := _LEAD.match(words):
        words = words[lead.end() :]
    return _TAIL.sub("", words).strip(" ,;:(")


def _shortened(words: str) -> str:
    """At most eighty letters, broken where a phrase ends."""
    if len(words) > _LONGEST:
        breaks = [match.start() for match in _BREAKS.finditer(words) if 20 <= match.start() <= _LONGEST]
        words = words[: breaks[0]] if breaks else words[:_LONGEST].rsplit(" ", 1)[0]
        words = _TAIL.sub("", words)
    return words[:1].upper() + words[1:]

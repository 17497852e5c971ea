"""A heading in few letters: where it may be broken, and what must not be its last word."""

import re

from bluebook_desktop.extraction.verbs import finite_verb

#: A heading is broken before the first of these letters where it says enough by then, and always before the second.
_SHORT, LONGEST = 80, 96
_BREAK = re.compile(
    r"(?<=[\w’”)\].]) (?=(?:and|or|of|for|in|with|between|on|at|by|from|under|toward|towards|regarding|including|after"
    r"|before|during|following|through|into|to|that|which|who|whose|where|when|while|as|because|via|than|against|over"
    r"|within|without|concerning|among|upon|about|amid|since|until|based|aimed|involving|called|titled)\b)|, "
)
_LOOSE = re.compile(
    r"(?:[ ,;:(–—-]|\b(?:in|on|at|since|from|by|of|the|an?|during|to|and|or|until|through|throughout|as|for|with|its"
    r"|their|his|her|that|which|who|where|when|also|than|between|around|over|into|based|both|approximately|about|such"
    r"|so|not|will|would|was|were|is|are|be|been|has|have|had|following|after|before|under|within|including|among"
    r"|early|late|mid|again and|and again|even|less|more|a new|each|other’s))+$"
)

#: What a verb is about, with the small words before it: “called for an effort”.
_OBJECT = re.compile(
    r"(?: (?:for|on|upon|in|into|to|of|the|an?|its|their|his|her|by|with|from|at|not|also|as|no|been|be|[a-z]+ly))*"
    r" [^ ,]+"
)


def without_loose_end(words: str) -> str:
    """Words without those at their end that need another."""
    return _LOOSE.sub("", words)


def fitted(subject: str, told: str) -> str:
    """Subject and verb in at most so many letters, broken where a phrase ends, first behind the verb."""
    words = f"{subject} {told}".strip()
    if len(words) > _SHORT:
        needed = _needed(told)
        if len(subject) + 1 + needed > LONGEST - 4:
            subject = _shorter(subject, LONGEST - 4 - needed)
            words = f"{subject} {told}"
        least = len(subject) + 1 + needed
        ends = [match.start() for match in _BREAK.finditer(words) if least <= match.start() <= LONGEST]
        short = [end for end in ends if end <= _SHORT]
        if short:
            words = words[: short[-1]]
        elif len(words) > LONGEST:
            words = words[: ends[0]] if ends else words[:LONGEST].rsplit(" ", 1)[0]
    return without_loose_end(words).strip(" ,;:")


def _needed(told: str) -> int:
    """How far a predicate goes until it says something: behind *that* its verb, behind *to* what is done."""
    verb = finite_verb(told)
    end = verb.end if verb else 0
    if that := re.match(r"[^,;]{0,30}? that ", told[end:]):
        inner = finite_verb(told[end + that.end() :])
        if inner is None:
            return end
        inside = end + that.end() + inner.end
        following = re.match(r" (?:not |also )?[^ ]+", told[inside:])
        return inside + (following.end() if following else 0)
    if to := re.match(r" (?:\w+ )?to \w+ (?:the |an? |its |their )?[^ ]+", told[end:]):
        return end + to.end()
    object_ = _OBJECT.match(told, end)
    return object_.end() if object_ else end


def _shorter(subject: str, most: int) -> str:
    ends = [match.start() for match in _BREAK.finditer(subject) if 3 < match.start() <= max(most, 20)]
    return without_loose_end(subject[: ends[-1]]) if ends else subject

"""A heading in few letters: where it may be broken, and what must not be its last word."""

import re

from bluebook_desktop.extraction.verbs import finite_verb

#: A heading is broken before the first of these letters where it says enough by then, and always before the second.
_SHORT, LONGEST = 80, 96
#: So many letters tell something, so that no name need be broken.
_TELLING = 45
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

#: What has a meaning only with what it is of: “in the face of”, “on the occasion of”, “under the theme”.
_RELATIONAL = re.compile(
    r",? (?:in|on|at|under|with|by|for|as|to|through|from|against|upon) (?:the |an? )?(?:face|occasion|light|themes?"
    r"|aim|participation|basis|purpose|wake|view|margins|sidelines|framework|context|way|spirit|course|name|presence|auspices"
    r"|chairmanship|leadership|invitation|request|matters|form|part|event|series|backdrop|premise|initiative|direction"
    r"|format|eve|sake|behalf|absence|process|capacity|field|hands|scope|result|means|terms|slogan|title|motto|request"
    r"|front|cooperation|collaboration|coordination|accordance|line|conjunction|response|addition)$"
    r"|(?<! is)(?<! are)(?<! was)(?<! were)(?<! been)(?<! be) (?:together|jointly|equipped|aimed|based|along)$"
)
_OF_NAME = re.compile(r" ?(?:of|for|on) (?:the )?[A-Z]")
_SAID_THAT = re.compile(r" and (?:also )?[a-z]+(?:ed|id|ld) that (?P<what>[^,;]+)$")

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
    words = whole = f"{subject} {told}".strip()
    if len(words) > LONGEST:
        needed = _needed(told)
        if len(subject) + 1 + needed > LONGEST - 4:
            subject = _shorter(subject, LONGEST - 4 - needed)
            words = f"{subject} {told}"
        least = len(subject) + 1 + needed
        ends = [match.start() for match in _BREAK.finditer(words) if least <= match.start() <= LONGEST]
        apart = [end for end in ends if not _is_within_name(words, end)]
        ends = apart if apart and apart[-1] >= _TELLING else ends
        short = [end for end in ends if end <= _SHORT]
        if short:
            words = words[: short[-1]]
        elif len(words) > LONGEST:
            words = words[: ends[0]] if ends else words[:LONGEST].rsplit(" ", 1)[0]
        words = _without_hanging(words, whole[len(words) :])
    that = _SAID_THAT.search(words)
    if that and finite_verb(that["what"]) is None:
        words = words[: that.start()]  # “visited Ur and announced that Japan | , as the chair, would …”
    return without_loose_end(words).strip(" ,;:")


def quoting(speaker: str, words: str) -> str:
    """Who said something and what, in so many letters: “Minister X: “We will bring back everybody””."""
    room = LONGEST - len(speaker) - len(": ")
    if len(words) > room:
        words = f"{words[: max(room - 2, 12)].rsplit(' ', 1)[0].rstrip(' ,;:.')}…{words[-1]}"
    return f"{speaker}: {words}"


def _is_within_name(words: str, end: int) -> bool:
    """Whether a small word stands between two with capitals: “Minister | for Foreign Affairs”."""
    within = _OF_NAME.match(words, end)
    return within is not None and words[:end].rsplit(" ", 1)[-1][:1].isupper()


def _without_hanging(words: str, rest: str) -> str:
    """Words without what only the part that was cut off would complete: “issued a statement on the occasion | of”."""
    if rest.startswith((" of ", " to ", " for ", " with ", " that ", " between ", " in ", " “")):
        return _RELATIONAL.sub("", words)
    return words


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

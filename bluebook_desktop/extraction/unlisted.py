"""Whoever stands before a verb of saying though no list has them: a body’s name, a neighbour, one negotiator."""

import re

from bluebook_desktop.extraction.governing import is_governed
from bluebook_desktop.extraction.told import OPENS_PHRASE, Speakers

#: Whoever stands right before the verb in small letters at the beginning of a clause or behind what was said: “one
#: negotiator complained of “…””, “…,” the old porter of the gymnasium laughed.
_COMMON = re.compile(
    r"(?:^|[,;:] |[”\"’»],? ?|\b(?:while|and|but|whereas|although|though|as|then|once|that|so) )"
    r"(?P<who>(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Mm]y|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir) "
    r"(?:(?!who\b|which\b|that\b|and\b|of\b|in\b|at\b|from\b)[a-z][\w’'-]* ){0,3}?(?!\w+ed\b)[a-z][\w’'-]+"
    r"(?: (?:of|from|in|at) (?:(?!and\b)[\w.’'-]+ ){0,4}?[\w.’'-]+)?)"
    r"(?: (?:also|then|had|has|have|once|again|later|\w+ly))* $"
)
#: The same with something told between commas: “The wives of the miners, in a letter to the Agency, wrote”.
_COMMON_ASIDE = re.compile(
    r"^(?P<who>(?:The|An?|One|Another) (?:[a-z][\w’'-]* ){0,2}?[a-z][\w’'-]+(?: of (?:the |an? )?[\w’'-]+)?), "
    r"(?:in|at|on|after|with|from|during|through|speaking|asked|writing) [^,“”]{3,70}, $"
)
_OF_WHICH = re.compile(r"\b(?:which|where) (?P<who>(?:the|both|its) [\w’'-]+(?: [\w’'-]+)?) $")
#: Any name that stands right before the verb, when nothing else can be its subject.
_PROPER = re.compile(
    r"(?<![\w-])(?P<who>(?:[Tt]he )?[A-Z][\w.’'-]*(?: (?:of |and |for |the )*[A-Z][\w.’'-]*)*)"
    r"(?: \([“\"]?[A-Z]+[”\"]?\))?"
    r"(?: also| further| then| has| had| have| \w+ly)* $"
)
_SAYS_NOTHING = re.compile(
    r"\b(?:Agreement|Treaty|Convention|Act|Law|Guidelines|Meetings?|Summit|Conference|Exercise|Program(?:me)?|Project"
    r"|Initiative"
    r"|Plan|Games|Fund|Policy|Strategy|War|Earthquake|Accident|Charter|Protocol|January|February|March|April|May"
    r"|June|July"
    r"|August|September|October|November|December|In|On|At|It|This|That|These|As|Both|He|She|They|We|I|[A-Z]|\w*[0-9])$"
)
_APPOSED = re.compile(
    r"(?P<who>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}), (?:the|an?|my|our|his|her) [^,“”;:.]{2,70}, [^,“”;:.]{0,40}$"
)


def common_before(text: str, begin: int, verb: int) -> Speakers:
    """Somebody in small letters right before the verb: “one negotiator complained”, “the widow of the envoy said”."""
    common = _COMMON.search(text[begin:verb]) or _COMMON_ASIDE.search(text[begin:verb])
    return Speakers(names=(common["who"],), start=begin + common.start("who")) if common else Speakers()


def of_which(before: str, start: int) -> Speakers:
    """Who is told of within a relative clause right before the marks: “an agreement, in which the North “…””."""
    found = _OF_WHICH.search(before)
    return Speakers(names=(found["who"],), start=start + found.start("who")) if found else Speakers()


def proper_before(text: str, start: int, verb: int) -> Speakers:
    """A name of a body right before the verb: "the Korean Central News Agency reported"."""
    proper = _PROPER.search(text, max(start, verb - 120), verb)
    if (
        proper is None
        or _SAYS_NOTHING.search(proper["who"])
        or OPENS_PHRASE.match(proper["who"])
        or is_governed(text[start : proper.start()])
    ):
        return Speakers()
    return Speakers(names=(proper["who"],), start=proper.start("who"))


def apposed_at(text: str, start: int, verb: int) -> Speakers:
    """Somebody without an office who opens the sentence and is said to be something: "Old X, the keeper, said"."""
    apposed = _APPOSED.match(text, start, verb)
    if apposed is None or _SAYS_NOTHING.search(apposed["who"]):
        return Speakers()
    return Speakers(names=(apposed["who"],), start=start)

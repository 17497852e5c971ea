"""What beside a name shows that it is not who speaks: a preposition, a verb whose object it is, a noun of its own."""

import re

from bluebook_desktop.extraction.speaking import VERB

_GOVERNED = re.compile(
    r"\b(?:with|by|of|to|between|for|from|at|on|in|under|against|toward|towards|including|among|through|than|via|about"
    r"|over|after|before|since|until|during|into|onto|upon|as|like|such as|within|despite|following|defending"
    r"|visiting|visited"
    r"|met|hosted|invited|received|held up|took up|picked up|lifted|raised|showed|handed|brought|sent|saw|found|thanked"
    r") (?:the |then-|both )?$"
)
#: Who somebody met is named behind what he is to him: “met his counterpart, Minister X, and expressed …”. Not so where
#: that opens a clause: “In reply, his counterpart, Minister X, said”.
_COUNTERPART = re.compile(
    r"\b(?:(?<!, )and|(?!(?:and|but|that|when|while|then|as|where|before|after|because) )[a-z]+)"
    r" (?:his|her|their|its|the) (?:[A-Za-z]+ )?"
    r"(?:counterparts?|hosts?|colleagues?|guests?|predecessors?|successors?|wife|husband|spouse|daughter|son)"
    r", (?:the )?$"
)
_CONJUNCTION = re.compile(r"\b(?:since|before|after|until|as) (?:the |then-)?$")
#: The object of another verb of saying: "urged North Korea …, and stressed".
_OBJECT = re.compile(rf"(?:{VERB.pattern}) (?:the |both |all )?$")
#: Who these are, only their verb right behind them shows: "another said", not "made another speech".
_BARE = re.compile(r"(?:another|others|some|one|everyone|nobody)", re.IGNORECASE)
#: A noun that takes the words before it as its own: "an official policy document", "the student exchange".
_GOES_ON = re.compile(
    rf" (?!(?:the|this|its|his|her|their|our"
    rf"|who|whose|that|which|and|or|of|from|in|at|to|with|also|then|was|were|is|are|has|have|had|will|would"
    rf"|under|with|for|on|by|over|after|before|during|into|about|against|toward|through|within|between|among"
    rf"|soon|often|always|never|just|ever|suddenly"
    rf"|both|all|not|alone|only|each|themselves|itself|today|later|once|again|still|now|thus|therefore|however|first"
    rf"|held|took|gave|came|went|made|found|felt|saw|met|began|stood|sat|left|brought|thought|lost|sent|built"
    rf"|led|got|did"
    rf"|knew|grew|ran|rose|won|set|put|let|fell|kept|taught|sang|wept|who|{VERB.pattern})\b|\w+(?:ed|ing"
    rf"|ly)\b)[a-z]{{3,}}"
)
#: "The government policies": a body named only to tell what the noun behind it is of.
_ADJUNCT = re.compile(
    r" (?:dollars|troops|soldiers|sailors|aircraft|vessels|nationals"
    r"|policies|policy|work|reports?|plans?|programs?|agenc(?:y|ies)|bodies|buildings?|sources?|data|debt|spending"
    r"|funds?|bonds?|offices?|efforts|measures|candidates?|election|elections|employees|cooperation|relations|alliance"
    r"|Alliance|economy|economies|meetings?|talks|visits?|Report|Plan)\b"
)
#: "President X, with whom Prime Minister Y met on Friday, told": nobody within the commas is the subject.
_ASIDE = re.compile(
    r", (?:(?:(?:with|of|to|for|from|by|under|at|in) )?(?:whom|which|whose|who|where|when)|(?:re-?)?elected|appointed"
    r"|aged|born|backed|accused|(?:issued|adopted|signed|sent|written|drafted|published|released|delivered|dated"
    r"|presented)(?= (?:by|in|on|at|to|from)))\b [^,;]{2,110}(?:, [0-9]{4})?,"
)
#: Without a verb of its own it is no aside: “to which President X of Y, Chairperson of Z, replied”.
_DOES = re.compile(
    r"\b(?:[a-z]{2,}ed|met|held|had|has|have|was|were|is|are|will|would|made|gave|took|saw|sat|stood|spoke|came|went|led|sent"
    r"|won|written|wrote|knew|said|says?|lost|left|brought|became|works?|lives?|serves?)\b"
)
#: Whom something was done to: "summoned the Ambassador and expressed …".
_DONE_TO = re.compile(
    r"\b(?!(?:re-?)?(?:elected|appointed|designated|retired|named|united|allied|so-called)\b)[a-z]{2,}ed (?:the )?$"
)


def is_taken(text: str, start: int, begin: int, stop: int) -> bool:
    """Whether a preposition governs what stands from `begin` to `stop`, or another verb has it for its object."""
    before = text[max(start, begin - 40) : begin]
    return bool(
        _GOVERNED.search(before)
        or (text.startswith(",", stop) and _COUNTERPART.search(text, max(start, begin - 60), begin))
        or _OBJECT.search(before)
        or _DONE_TO.search(before)
    )


def is_governed(before: str) -> bool:
    """Whether words end with a preposition, or what governs a noun as it does."""
    return _GOVERNED.search(before) is not None


def joins_clause(before: str) -> bool:
    """Whether the preposition that words end with is a conjunction as well: “since X and Y agreed”."""
    return _CONJUNCTION.search(before) is not None


def is_bare(text: str, begin: int, stop: int, end: int) -> bool:
    """Whether a word such as *another* stands too far from the verb at `end` to be its subject."""
    return bool(_BARE.fullmatch(text, begin, stop)) and text[stop:end].strip() not in {"", "also"}


def goes_on(text: str, stop: int) -> bool:
    """Whether a noun follows that takes those before it as its own: “the student exchange”."""
    return _GOES_ON.match(text, stop) is not None


def is_adjunct(text: str, stop: int) -> bool:
    """Whether a body is named only to tell what the noun behind it is of: “the government policies”."""
    return _ADJUNCT.match(text, stop) is not None


def asides(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What is told of somebody between commas, in which nobody is the subject of the sentence."""
    return [match.span() for match in _ASIDE.finditer(text, start, end) if _DOES.search(match.group())]

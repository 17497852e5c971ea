"""The verb of saying that leads to words in quotation marks, or stands behind them."""

import re
from dataclasses import dataclass

from bluebook_desktop.extraction.marks import Quoted
from bluebook_desktop.extraction.speaking import VERB, is_toned, is_verb
from bluebook_desktop.extraction.text import Site, Span

#: "“…” was how the Prime Minister described it": the verb of saying stands in the clause behind.
_WAS_HOW = re.compile(
    r",? (?:was|were|is) (?:how|what|the (?:way|words|message|answer|reply|comment)s?(?: in which| with which| that)?) "
    r"(?:[^“”.;:]{2,60}? )?(?P<verb>described|put|said|told|expressed|summed|characterized|called|greeted|responded"
    r"|replied|wrote|concluded|answered|stated)\b"
)
_BEGAN = re.compile(
    r",? (?:[^“”.;:,]{1,60} )?(?P<verb>began|begins|continued|continues|read|reads|went on)(?=[.,;]|$| (?:in|by"
    r"|his|her|at)\b)"
)
#: What a name may be followed by between commas: “X, also Minister for Y, said”, “X, Chairperson of the Union, said”.
_APPOSED = r"also|now|currently|formerly|concurrently|the|an?|one|himself|herself|(?:[A-Z][\w-]+ ){1,3}(?:of|for|in)"
#: What goes on behind a verb: its own object, or another verb; a day on which it was said is neither.
_GOES_ON = re.compile(
    r",? that\b| (?:the|a|an|his|her|its|their|for)\b"
    r"| to (?!(?:the|an?|his|her|its|their|all|those|everybody|everyone|reporters|journalists"
    r"|visitors|guests|whoever|me|us|him|them|(?:long |loud |great )?(?:applause"
    r"|laughter|cheers)|[A-Z][\w’'-]*)\b)| on\b(?! (?:[A-Z][a-z]+ [0-9]|[0-9]|the (?:same|next"
    r"|following)\b|that\b))|, (?:is|was|will|[a-z]+ed)\b"
)
#: “…,” read the statement of Prime Minister X.
_SO_READ = re.compile(
    r",? (?P<verb>reads?|ran|runs|went) (?:the|an?|his|her|its|their) (?:[a-z]+ )?"
    r"(?:statement|message|letter|telegram|declaration|resolution|inscription|sign|report|communiqu[eé]|text)\b"
)
#: “…,” X is said to have written: who told it is not known, whose words they are is.
_IS_SAID_TO = re.compile(
    r",? (?:[^\s“”;:,]+ ){1,6}?(?P<verb>(?:is|was|are|were) (?:said|reported|believed|known|recorded) to have"
    r" (?:said|written|told|answered|replied|exclaimed|remarked|declared|asked|shouted|cried|whispered|noted))\b"
    r"|,? (?:[^\s“”;:,]+ ){1,6}?(?P<quoted>(?:is|was|were) quoted as (?:saying|having said))\b"
)
#: “…?” the foreman wanted to know.
_WANTED_TO_KNOW = re.compile(
    r" (?:(?!(?:is|was|are|were|which|that|why|how)\b)[^\s“”;:,]+ ){1,8}?"
    r"(?P<verb>want(?:s|ed) to know|wonder(?:s|ed)|(?:in|en)quire[sd])"
    r"(?=[.,;]|$| (?:from|in|on|at|when|as|while|after|before)\b)"
)
#: Whose object is who is told, not what: “…,” she promised the families.
_TO_SOMEBODY = re.compile(
    r"told|tells|asked|assured|reassured|reminded|informed|wrote|promised|warned|urged|advised|admonished|cautioned"
    r"|greeted|implored|thanked|congratulated|whispered"
)
#: How far before the marks what leads to them may begin.
FAR = 1500


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a span is a statement, the verb that introduces it, and how sure that is."""

    statement: bool
    verb: re.Match[str] | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Before:
    """The span in marks before the one that is judged, in the same passage, and what was found of it."""

    span: Span
    judgement: Judgement


def verb_before(site: Site, offset: int, previous: Before | None) -> re.Match[str] | None:
    """The nearest verb of saying before an offset in its sentence, outside the quotation before it."""
    start, _ = site.sentence(offset)
    # A sentence may go on for pages in a text without full stops; what leads to the marks stands near them.
    inside = [match for match in VERB.finditer(site.text, max(start, offset - FAR), offset) if is_verb(match)]
    if previous is not None:
        begin, end = previous.span
        inside = [match for match in inside if not begin <= match.start() < end]
    if inside:
        return inside[-1]
    lead = re.search(r"[.:] ?$", site.text[max(0, offset - 3) : offset])
    if lead and start == offset and offset > 2:
        begin, end = site.sentence(offset - 3)
        earlier = [match for match in VERB.finditer(site.text, begin, end) if is_verb(match)]
        return earlier[-1] if earlier and site.text[end - 1] == ":" else None
    return None


def verb_behind(site: Site, quoted: Quoted, lead: str) -> re.Match[str] | None:
    """The verb after a quotation that opens its sentence: “…,” he said."""
    text, end = site.text, quoted.end
    ended = re.search(r"[,!?—–-]$", text[: end - quoted.closed].rstrip()[-1:]) or text.startswith(", ", end)
    if not ended or (lead.strip() and not re.search(r"[:.,] ?$", lead)):
        return None
    if re.search(r"\w", lead) and VERB.search(lead):
        return None
    if told := _WAS_HOW.match(text, end) or _BEGAN.match(text, end):
        return re.compile(r"\w+").match(text, told.start("verb"))
    asked = _WANTED_TO_KNOW.match(text, end) if text[end - quoted.closed - 1] == "?" else None
    if asked:
        return re.compile(re.escape(asked["verb"])).match(text, asked.start("verb"))
    if (passive := _IS_SAID_TO.match(text, end)) and (group := passive.lastgroup):
        return re.compile(re.escape(passive[group])).match(text, passive.start(group))
    stop = min(len(text), end + 220)
    if paper := _SO_READ.match(text, end):
        return re.compile(r"\w+").match(text, paper.start("verb"))
    tag = re.compile(
        r",? ?(?! ?(?:which|that|who|as|where|whose)\b)(?:[^\s“”;:]+ ){0,9}?"
        rf"(?:(?<=[\w)], )(?:who|whose|whom|then|speaking|standing|visiting|[a-z]+ed|{_APPOSED})\b"
        r"[^“”;:.]{2,100}?, )?(?=" + VERB.pattern + ")"
    ).match(text, end, stop)
    verb = VERB.match(text, tag.end()) if tag else None
    if verb is None or (not is_verb(verb) and verb.group() not in {"said", "says"}):
        return None
    rest = text[verb.end() : verb.end() + 24]
    inverted = tag.group().strip(" ,") in {"", "has", "had", "have"} if tag else False
    to_somebody = _TO_SOMEBODY.fullmatch(verb.group()) is not None
    toned = to_somebody or is_toned(verb)
    going_on = not inverted and not toned and _GOES_ON.match(rest)
    return None if going_on else verb

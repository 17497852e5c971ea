"""Whether words in quotation marks state something, or are a term, a name or a title."""

import re
from dataclasses import dataclass

from bluebook_desktop.extraction.marks import Quoted
from bluebook_desktop.extraction.speakers import VERB, is_verb
from bluebook_desktop.extraction.text import Site, Span

_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|am|will|would|shall|should|must|can|could|has|have|had|cannot|do|does|did|let us"
    r"|Let us|need|needs"
    r"|may|might|hope|believe|remains?|I|[Ww]e|[Oo]ur|my|me|us|you|there|it)\b"
)
_NAMING = re.compile(
    r"\b(?:called|entitled|titled|named|dubbed|known as|so-called|termed|the (?:term|theme|title|slogan|motto"
    r"|concept|phrase|name"
    r"|vision|principles?|idea|policy|keywords?|words?|framework|banner|spirit|notion) (?:of |is |was |being )?"
    r"|under|based on"
    r"|referred to as|defined as|described as|designated as|indicated as|expression|theme,?|themed|namely"
    r"|publication|book"
    r"|report|article|paper|film|document|plan|strategy|initiative|project|program|resolution|satellite|vessel|of|through|via"
    r"|the|a|an|this|as|for|towards?|realize|promote|achieve|realizing|promoting|establish) $"
)
_WOVEN = re.compile(r"\b(?:its|their|his|her|that|to|while|and|,|:|by|for|with|as) ?$")
_FUNCTION = {
    "and",
    "or",
    "but",
    "while",
    "when",
    "which",
    "that",
    "who",
    "where",
    "in",
    "on",
    "at",
    "to",
    "for",
    "with",
    "by",
    "from",
    "as",
    "of",
    "is",
    "was",
    "were",
    "are",
    "has",
    "had",
    "will",
    "would",
    "during",
    "after",
    "before",
    "through",
    "because",
    "since",
    "between",
    "under",
    "toward",
    "towards",
    "regarding",
    "concerning",
    "against",
    "amid",
    "if",
    "he",
    "she",
    "they",
    "it",
    "said",
    "stated",
    "also",
    "then",
    "so",
    "not",
    "among",
    "based",
    "using",
    "including",
    "into",
    "upon",
    "yet",
}
_SMALL = {
    "of",
    "and",
    "the",
    "for",
    "on",
    "in",
    "to",
    "between",
    "with",
    "by",
    "a",
    "an",
    "at",
    "or",
    "from",
    "as",
    "toward",
    "towards",
    "vs",
    "via",
    "its",
    "against",
    "under",
    "into",
}
_NOMINAL_VERBS = ("shar", "exchang", "agree", "propos", "announc", "recogni", "confirm", "concur")


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a span is a statement, the verb that introduces it, and how sure that is."""

    statement: bool
    verb: re.Match[str] | None
    confidence: float


def judge(site: Site, quoted: Quoted, previous: Span | None) -> Judgement:
    """Statement or term; `previous` is the statement before it in the passage."""
    text = site.text
    inner = quoted.inner(text).strip()
    words = inner.split()
    verb = verb_before(site, quoted.start, previous)
    score = _weight(inner, words, opens_text=text[: quoted.start].strip() == "")
    before = text[max(0, quoted.start - 60) : quoted.start]
    if verb is not None:
        score += 2
        between = text[verb.end() : quoted.start]
        adjacent = len(between.split()) <= 3 and not re.search(r"\bthe $|\bof $", between)
        score += adjacent
        score += bool(re.search(r"(?:that|,|:|saying|as follows:?) ?$", between))
    elif after := _verb_behind(site, quoted.end):
        verb = after
        score += 2
    if _NAMING.search(before):
        score -= 2
    elif verb is not None and _WOVEN.search(before):
        score += 0.5
    follows = re.match(r" ([A-Za-z][\w-]*)", text[quoted.end :])
    if follows and follows[1] not in _FUNCTION and not follows[1].endswith("ly") and inner[-1:] not in ".!?,":
        score -= 2
    statement = score >= 3 and (verb is not None or score >= 4)
    return Judgement(statement, verb, min(0.97, 0.6 + 0.08 * abs(score - 3)))


def _weight(inner: str, words: list[str], *, opens_text: bool) -> float:
    """How much the words themselves look like a statement."""
    score = 0.0
    if len(words) <= 3:
        score -= 1 if inner[-1:] in "!?" else 3
    score += (len(words) >= 6) + (len(words) >= 10)
    if _is_title(words):
        return score - 4
    if _CLAUSE.search(inner):
        score += 1.5
    if inner[-1:] in ".!?" and inner[:1].isupper():
        score += 1
    return score + (1 if opens_text and len(words) >= 6 else 0)


def _is_title(words: list[str]) -> bool:
    """Whether the words are written as a name or title: all but the small ones with a capital."""
    counted = [word.strip("()[],.:;!?—–-’'") for word in words]
    content = [word for word in counted if word and word.lower() not in _SMALL]
    if not content:
        return True
    capitals = sum(not word[0].islower() for word in content)
    return capitals >= 0.8 * len(content) and (len(content) > 1 or not content[0][0].islower())


def verb_before(site: Site, offset: int, previous: Span | None) -> re.Match[str] | None:
    """The nearest verb of saying before an offset in its sentence, outside the quotation before it."""
    start, _ = site.sentence(offset)
    inside = [match for match in VERB.finditer(site.text, start, offset) if is_verb(match)]
    if previous is not None:
        inside = [match for match in inside if not previous[0] <= match.start() < previous[1]]
    if inside:
        return inside[-1]
    lead = re.search(r"[.:] ?$", site.text[max(0, offset - 3) : offset])
    if lead and start == offset and offset > 2:
        begin, end = site.sentence(offset - 3)
        earlier = [match for match in VERB.finditer(site.text, begin, end) if is_verb(match)]
        return earlier[-1] if earlier and site.text[end - 1] == ":" else None
    return None


def _verb_behind(site: Site, end: int) -> re.Match[str] | None:
    """The verb after a quotation: “…,” he said."""
    _, stop = site.sentence(max(0, end - 1))
    match = re.compile(r",? ?(?:[\w.]+ ){0,5}?").match(site.text, end)
    verb = VERB.search(site.text, end, min(stop, end + 60)) if match and site.text[end - 2 : end - 1] in ",!?" else None
    return verb if verb and is_verb(verb) else None

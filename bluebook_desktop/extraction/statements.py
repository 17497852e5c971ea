"""Whether words in quotation marks state something, or are a term, a name or a title.

What leads to the marks decides first: a verb of saying with nothing but *that*, a comma, a colon or *its* between; a
noun beside the marks ("the slogan “…”", "the “…” initiative") makes a term of them. Then the words themselves: a clause
states, a few words do not. In doubt it is a term.
"""

import re

from bluebook_desktop.extraction.fragments import SOURCE, calls_himself, is_no_name, is_predicate, says_of
from bluebook_desktop.extraction.leading import FAR, Before, Judgement, verb_before, verb_behind
from bluebook_desktop.extraction.marks import Quoted
from bluebook_desktop.extraction.naming import follows_noun, is_called, is_motto, is_named, is_title
from bluebook_desktop.extraction.speaking import VERB
from bluebook_desktop.extraction.text import Site
from bluebook_desktop.extraction.weighing import (
    LISTED_BEHIND,
    OWN,
    SAYING_NOUN,
    VIEW_THAT,
    is_direct,
    score,
    score_without_verb,
)
from bluebook_desktop.extraction.wording import ADJECTIVES, SENTENCE, Words, is_clause

#: What stands in the marks goes on with these: it is no verb.
_DETERMINED = re.compile(
    r"\b(?:the|a|an|this|these|its|their|his|her|of|on|in|for|with|by|as|about|under|called|(?:en)?titled|named"
    r"|so-called) $"
)
#: Nothing but this stands between words that go on with one another: "“…,” “…” through “…,” and “…”".
_GOES_ON = re.compile(
    r"(?:[\s,;]|\b(?:and|or|but|as well as|then|also|further|finally|etc\.?|while|to|that|would|will|it|its|they"
    r"|he|she|thereby|in order to|in \d{4}|by \d{4}|in the future)(?!\w))*"
    r"(?P<by>\b(?:by|through|with|in|for|at which it) )?"
)
#: "It “condemns …” and decided to take “…”": the same sentence tells what else was said.
_AND_DOES = re.compile(
    r",? (?:and|but)(?: also| further)? (?:[a-z]+(?:ed|es|s)|set out)(?: to [a-z]+| for| on| that)? "
)
#: “The United States, she declared, “opposes …””.
_IN_PASSING = re.compile(r", (?:it|he|she|they|[^,“”\"]{3,60}) $")
#: “It was, she said, “truly devastating” to see …”.
_IS_BEFORE = re.compile(
    r"\b(?:[Ii]t|[Tt]his|[Tt]hat|[Tt]hey|[Hh]e|[Ss]he|there) (?:is|was|were|are|had been|has been)$"
)
_VERDICT = 2
#: “Vowed to build “a new country, in which nobody will be poor””: no name goes on so.
_VOWS = re.compile(r"vow(?:s|ed)|pledge[sd]|promise[sd]|swore")
_TO_MAKE = re.compile(r" to [a-z]+ ")
_IN_WHICH_IT = re.compile(r"(?:an?|the) [a-z][^,]*, (?:(?:in|of|by|for|from|on|to) )?(?:which|whose|where|who) ")
#: “… an agreement, in which the North “expressed regret””.
_IN_WHICH = re.compile(r"\b(?:in|at|by|under) which (?:the |both )?[^,“”]{2,40} $")
#: A verb among names: "Article V of the Treaty covers the Islands".
_SMALL_VERB = re.compile(
    r"[A-Z][\w.’'-]*(?: \([A-Z]+\))? (?:is|are|was|were|will|has|have|had|shall|must|should|can|(?!as\b|its\b"
    r"|this\b|towards\b"
    r"|versus\b)[a-z]{2,}s) "
)
_PAPER_BEFORE = re.compile(
    r"\b(?:[Ss]tatement|[Rr]esolution|[Dd]eclaration|[Cc]ommuniqu[eé]|[Rr]eport|[Cc]ouncil|[Dd]ocument"
    r"|[Cc]onstitution|[Tt]reaty)"
    r"(?: \d+)? $"
)
_SAYS = re.compile(
    rf"(?:\w+ly |also |further )?(?:(?:{VERB.pattern})(?<=[sd])|took note|takes note|supports?|stands?)\b"
)
#: “In it, “the two sides resolved to …””: the subject and its verb both stand within the marks.
_IN_PAPER = re.compile(
    r"(?:[Ii]n|[Uu]nder) (?:it|which|this|(?:the|a|their|its|this) (?:[a-z]+ ){0,2}(?:statement|declaration|document"
    r"|communiqu[eé]|resolution|agreement|message))(?: [^“”\";:,]{1,60})?, $"
)
_SUBJECT_RESOLVES = re.compile(
    r"(?:the|both|all|its) (?:[a-z]+ ){1,3}(?P<verb>[a-z]{3,}ed|will|would|shall|must|should)(?: to| that| the| on)?"
    r" [a-z]"
)


#: What one who speaks says of himself is no name, whatever leads to it.
_I_SAY = re.compile(
    r"(?:I|We)(?: (?:also|once more|\w+ly))? (?:apologi[sz]e|thank|promise|pledge|hope|believe|regret|appeal|ask|urge"
    r"|want|will|have|am|are|was|were|would|cannot|can|shall|must|know|think|feel|remember|vow|condemn|support|stand|reaffirm"
    r"|express|welcome)\b"
)
_SAYS_I = 5
_GOES_ON_BEHIND = re.compile(r"[^“”\".;:]{0,80}, [“\"][a-z]")
#: So many words tell what a paper says.
_WHOLE = 6


def judge(site: Site, quoted: Quoted, previous: Before | None) -> Judgement:
    """Statement or term; `previous` is the span in marks before it in the passage."""
    text = site.text
    inner = " ".join(quoted.inner(text).split())
    lead = text[max(site.sentence(quoted.start)[0], quoted.start - FAR) : quoted.start]
    verb = verb_before(site, quoted.start, previous)
    words = Words(inner, len(inner.split()), is_clause(inner))
    if not quoted.closed:
        return _unclosed(site, words, quoted, verb, previous)
    title = is_title(inner) and not (verb and _states_in_capitals(inner, lead))
    named = title or is_motto(lead, text, quoted.end) or follows_noun(text, quoted.end, inner, clause=words.clause)
    lead_span = (max(site.sentence(quoted.start)[0], quoted.start - 60), quoted.start)
    himself = calls_himself(inner, text, lead_span) or _resolves_within(words, lead, quoted, text)
    if himself:
        return Judgement(True, himself, 0.8)
    if verb and _cries_out(inner, verb, text[verb.end() : quoted.start]):
        return Judgement(True, verb, 0.8)
    woven = None if named else _woven_in(site, words, quoted, verb, previous)
    if woven:
        return woven
    behind = verb_behind(site, quoted, lead)
    opinion = words.clause and words.count >= 4 and SAYING_NOUN.search(lead)
    written = bool(
        verb and verb.group() in {"wrote", "writes"} and words.clause and is_direct(text[verb.end() : quoted.start])
    )
    told_of = verb or VIEW_THAT.search(lead)
    judged = told_of and ADJECTIVES.match(inner) and re.search(r"\bthat\b.* (?:is|are|was|were|been) $", lead[-200:])
    named = title or (is_named(lead) and not opinion and not written and not judged)
    outside = text[quoted.end - quoted.closed - 1] not in ",!?—–-"  # the comma stands behind the marks, as by a term
    goes_on = behind and _GOES_ON_BEHIND.match(text, behind.end())  # “Ur,” he told the Diet, “will stand by its word.”
    if behind and (goes_on or not (named or (outside and (not words.clause or words.count < SENTENCE)))):
        enough = words.count >= 3 or (words.clause and words.count >= 2)
        return Judgement(bool(goes_on) or enough, behind, 0.9)
    if within := _verb_within(inner, text, quoted, text[verb.end() : quoted.start] if verb else None):
        return Judgement(True, within, 0.8)
    noun = is_motto(lead, text, quoted.end) or follows_noun(text, quoted.end, inner, clause=words.clause)
    says_i = _I_SAY.match(inner) and words.count >= _SAYS_I and not (title or noun or is_called(lead))
    if named or noun or says_i:
        return Judgement(bool(says_i), verb, 0.7 if says_i else 0.9)
    if verb is None:
        weight = score_without_verb(site, words, lead, quoted, previous)
    else:
        weight = score(words, text, quoted, verb, previous)
    return Judgement(weight >= 0, verb, min(0.95, 0.65 + 0.1 * abs(weight)))


def _resolves_within(words: "Words", lead: str, quoted: Quoted, text: str) -> re.Match[str] | None:
    """The verb within the marks by which a paper tells what was resolved: "In it, “the two sides resolved to …”"."""
    within = _SUBJECT_RESOLVES.match(words.text)
    if within is None or words.count < _WHOLE or not _IN_PAPER.search(lead):
        return None
    return re.compile(r"\w+").match(text, text.index(within["verb"], quoted.start))


def _cries_out(inner: str, verb: re.Match[str], between: str) -> bool:
    """Whether somebody calls out the words, of which one is enough: "and shouted, “Kaibigan!”"."""
    return bool(
        re.match(r"shout|exclaim|whisper|call\w* out|cri(?:ed|es)", verb.group())
        and re.search(r"[!?],?$", inner)
        and (not between.strip(" ,:") or is_direct(between))
    )


def _woven_in(
    site: Site, words: Words, quoted: Quoted, verb: re.Match[str] | None, previous: Before | None
) -> Judgement | None:
    """A statement of which only some words are quoted: they go on with others, or can be no name where they stand."""
    text, begin = site.text, site.sentence(quoted.start)[0]
    if previous and previous.judgement.statement and previous.span[0] >= begin:
        rest = text[previous.span[1] : quoted.start]
        link = _GOES_ON.fullmatch(rest)
        comma = rest.strip() or text[previous.span[1] - 2] == ","
        if link and comma and words.count >= (4 if link["by"] else 1):
            return Judgement(True, previous.judgement.verb, 0.8)
        if _AND_DOES.fullmatch(rest) and words.count >= 5 and words.text[:1].islower() and not is_called(rest):
            return Judgement(True, previous.judgement.verb, 0.75)
    passing = verb and text[verb.end() : quoted.start] == ", " and _IN_PASSING.search(text, begin, verb.start())
    if passing and (
        (words.count >= 3 and is_predicate(words.text))
        or (words.count >= _VERDICT and _IS_BEFORE.search(text, begin, passing.start()))
    ):
        return Judgement(True, verb, 0.8)
    if verb and _VOWS.fullmatch(verb.group()) and _TO_MAKE.fullmatch(text, verb.end(), quoted.start):
        return Judgement(True, verb, 0.75) if words.count >= _WHOLE and _IN_WHICH_IT.match(words.text) else None
    start = max(begin, quoted.start - 160, previous.span[1] if previous and previous.judgement.statement else 0)
    listed = not words.clause and LISTED_BEHIND.match(text, quoted.end)
    if not listed and (said := says_of(words.text, text, (start, quoted.start))):
        return Judgement(True, said, 0.8)
    between = text[verb.end() if verb else begin : quoted.start]
    if verb is None and (source := re.match(r"(?:According to|In the words of) [^,]{2,80},", between)):
        between = " that" + between[source.end() :]
    if is_no_name(words.text, between[-300:]) and (
        verb or between.startswith(" that") or _has_source(site, quoted.start)
    ):
        return Judgement(True, verb, 0.75)
    return None


def _has_source(site: Site, offset: int) -> bool:
    """Whether the sentence, or one of the two before it, tells of a statement, a speech or a paper."""
    first = max(0, site.sentence_index(offset) - 2)
    return SOURCE.search(site.text, site.sentences[first][0], offset) is not None


def _verb_within(inner: str, text: str, quoted: Quoted, between: str | None) -> re.Match[str] | None:
    """The verb of saying that stands first within the marks: "Resolution 1874 “condemns …”"."""
    says = _SAYS.match(inner)
    lead = text[max(0, quoted.start - 60) : quoted.start]
    least = 2 if _PAPER_BEFORE.search(lead) or _IN_WHICH.search(lead) else 4
    if says is None or (len(inner.split()) < least and says.end() < len(inner)) or _DETERMINED.search(lead):
        return None
    if between is not None and (not between.strip() or OWN.search(between) or is_direct(between)):
        return None
    return VERB.search(text, quoted.start + 1, min(quoted.end, quoted.start + 40))


def _unclosed(
    site: Site, words: Words, quoted: Quoted, verb: re.Match[str] | None, previous: Before | None
) -> Judgement:
    """Words whose closing mark is lost state something only where a verb leads straight to a whole sentence."""
    text = site.text
    between = text[verb.end() : quoted.start] if verb else "-"
    direct = is_direct(between) or not between.strip()
    goes_on = not text[: quoted.start].strip() and (words.clause or (previous and previous.judgement.statement))
    whole = words.text[:1].isupper() and words.text[-1:] in ".!?" and words.count >= 6
    # The sentence that quotes may go on behind them.
    whole = whole or (words.text[-1:] == "," and words.clause and words.count >= 6)
    behind = words.clause and words.count >= 4 and verb_behind(site, quoted, text[: quoted.start][-1:].strip())
    return Judgement(bool((whole and (direct or goes_on)) or behind), behind or verb, 0.6)


def _states_in_capitals(inner: str, lead: str) -> bool:
    """Whether words full of names are a sentence all the same: *that* leads to them, and a small word is its verb."""
    return bool(re.search(r"\bthat $", lead)) and bool(_SMALL_VERB.search(inner)) and len(inner.split()) >= 6

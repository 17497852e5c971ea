"""Whether words in quotation marks state something, or are a term, a name or a title.

What leads to the marks decides first: a verb of saying with nothing but *that*, a comma, a colon or *its* between; a
noun beside the marks ("the slogan “…”", "the “…” initiative") makes a term of them. Then the words themselves: a clause
states, a few words do not. In doubt it is a term.
"""

import re
from dataclasses import dataclass

from bluebook_desktop.extraction.fragments import SOURCE, calls_himself, is_no_name, says_of, speaks_for_itself
from bluebook_desktop.extraction.leading import FAR, Before, Judgement, verb_before, verb_behind
from bluebook_desktop.extraction.marks import Quoted
from bluebook_desktop.extraction.naming import follows_noun, is_called, is_motto, is_named, is_title
from bluebook_desktop.extraction.offices import TITLE
from bluebook_desktop.extraction.speaking import VERB
from bluebook_desktop.extraction.text import Site

_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|will|would|shall|should|must|can|could|has|have|had|cannot|do|does|did|let us"
    r"|Let us|need|needs|may|might|hope|believe|remains?|I|[Ww]e|you|there|it|they|he|she|thank|Thank|Please|please)\b"
    r"|[’'](?:s|re|ve|ll|m) (?=[a-z])|n[’']t\b"
)
#: A noun phrase with a clause of its own within: "a society in which all women shine".
_PHRASE = re.compile(
    r"(?:(?:an?|the|such|this|one|all|more|[a-z]+ing) .*?|(?!hope|belief|regret|concern|view|confiden"
    r"|determin)[a-z][\w-]*(?: [\w-]+){0,3}? )"
    r"\b(?:which|that|who|where|whose|whom)\b"
)
#: Verbs whose object is an idea as often as words: “…” directly behind them states something only as a clause.
_OF_IDEAS = re.compile(r"explain|advocat|propos|announc|mention|address|suggest|describ|introduc")
_AUXILIARY = re.compile(
    r"(?:is|are|was|were|will|would|shall|should|must|can|could|has|have|had|cannot|may|might|did|does|do|not|never"
    r"|fully|strongly|always|deeply|firmly|continues?|remains?|stands?|supports?|need|needs|ought)\b"
)
#: After the marks: the words in them were the subject of what was said, or of the sentence.
_PREDICATE_BEHIND = re.compile(
    r",? (?:is|are|was|were|will|would|has|have|had|should|must|can|could|may|might|remains?|serves?|constitutes?)\b"
)
#: Nothing but this stands between a verb of saying and the words said: "stated at the Diet,", "told reporters that".
_DIRECT = re.compile(
    r"(?:(?:,? (?:again|there|also|further|as follows|the following|once more|clearly|firmly|repeatedly|in [A-Z]\w+"
    r"|in (?:part|particular|reply|response|return|conclusion)))*"
    r"|,? (?:to|at|in|on|during|before|of|with|from|through|by) [^“”\".;:]{2,200}?"
    r"| (?:the |a |his |her |their |its )?(?:U\.S\.|[^“”\".;:,]){2,60}?)"
    r"(?P<link>,|:|,? that|,? saying|,? stating| [—–-])\s*"
)
#: Other nouns go on with what stands in marks: "“…” and other policies".
_LISTED_BEHIND = re.compile(r",? (?:and|or|as well as) (?:the|its|their|his|her|a|an|other|various|several|many|new)\b")
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
#: A verb among names: "Article V of the Treaty covers the Islands".
_SMALL_VERB = re.compile(
    r"[A-Z][\w.’'-]*(?: \([A-Z]+\))? (?:is|are|was|were|will|has|have|had|shall|must|should|can|(?!as\b|its\b"
    r"|this\b|towards\b"
    r"|versus\b)[a-z]{2,}s) "
)
#: "Who we are" is a noun as much as a clause.
_NOMINAL = re.compile(r"(?:who|what|where|how|why|when|whether|which)\b")
_SAYING_NOUN = re.compile(
    r"\b(?:statement|remarks?|comments?|message|opinions?|voices|feedback|impressions|words|announcement|declaration"
    r"|pledge|promise"
    r"|warning|appeal|assertion|claim|conclusion|view|belief|recognition|reply|answer|quote|determination|hope"
    r"|commitment|resolve"
    r"|intention|desire|wish)s?"
    r"(?:,? (?:such as|like|including|to the effect|that reads?|reading|saying|stating|which (?:said|read)))?"
    r"(?P<link>,? that|:|,|)\s*$"
)
_SOURCE = re.compile(r"\b(?:[Aa]ccording to|[Ii]n the words of|[Tt]o quote|[Aa]s [^“”,]{2,60}? put it)[^“”]{2,80}, ?$")
_PAPER_BEFORE = re.compile(
    r"\b(?:[Ss]tatement|[Rr]esolution|[Dd]eclaration|[Cc]ommuniqu[eé]|[Rr]eport|[Cc]ouncil|[Dd]ocument"
    r"|[Cc]onstitution|[Tt]reaty)"
    r"(?: \d+)? $"
)
_SAYS = re.compile(
    rf"(?:\w+ly |also |further )?(?:(?:{VERB.pattern})(?<=[sd])|took note|takes note|supports?|stands?)\b"
)
_OWN = re.compile(r"\b(?:its|their|his|her|my|our)(?: \w+)? $")
_PRONOUN = re.compile(r"\b(?:it|he|she|they|we|I|who|which|this)(?: (?:also|both|has|have|had))? $")
#: "The remark by Foreign Minister X that “…”".
_BY = re.compile(
    r"\b(?:statement|remarks?|comments?|words|announcement|claim|assertion|argument|view)(?: made| issued)? (?:by|of"
    r"|from) "
    r"[^“”,;]{3,80}? (?:that|:) $"
)
#: "Minister X: “…”".
_DIALOGUE = re.compile(rf"(?:[Tt]he )?{TITLE}(?: [^:“”]{{2,50}})?: ?")
#: “In it, “the two sides resolved to …””: the subject and its verb both stand within the marks.
_IN_PAPER = re.compile(
    r"(?:[Ii]n|[Uu]nder) (?:it|which|this|(?:the|a|their|its|this) (?:[a-z]+ ){0,2}(?:statement|declaration|document"
    r"|communiqu[eé]|resolution|agreement|message))(?: [^“”\";:,]{1,60})?, $"
)
_SUBJECT_RESOLVES = re.compile(
    r"(?:the|both|all|its) (?:[a-z]+ ){1,3}(?P<verb>[a-z]{3,}ed|will|would|shall|must|should)(?: to| that| the| on)?"
    r" [a-z]"
)
_CALLS_IT = re.compile(r"(?:describ|charact|hail|prais|condemn|denounc|laud|critici|evaluat)")
#: "Commended the islanders’ “patience …”": what is praised or blamed in somebody is said of him.
_PRAISES = re.compile(r"commend|prais|welcom|laud|hail|condemn|denounc|critici|deplor|lament|appreciat")
_OF_SOMEBODY = re.compile(r"\w[’']s? $")
#: "Warned that they would face “…”": what follows is threatened or promised in these words.
_PROMISES = re.compile(r"warn|vow|swore|pledg|promis|caution")
_WOULD_DO = re.compile(r"\b(?:would|will|must|could|may|might) [a-z]+ $")
_BEING = re.compile(
    r"\b(?:is|are|was|were|be|been|as|becomes?|became|remain(?:s|ed)?|has|have|had|will|would|must|should|could"
    r"|can|may)"
    r"(?: (?:not|also|now|still|truly|indeed))? $"
)
#: "The test had been “a perfect success”": it says what somebody thinks of a thing, not what the thing is called.
_JUDGES = re.compile(r"(?:an?|no|one) \S")
#: The same in adjectives: "the award is “final and binding”".
_ADJECTIVES = re.compile(
    r"(?:not|too|so|very|more|most|far|[a-z]+ly) \S|[a-z-]+, (?:but|yet|if|though) \S"
    r"|[a-z]{3,}(?:ent|ant|al|ible|able|ary|ory|sed|ted) (?:with|to|of|for|in) \S"
    r"|(?:[a-z-]+,? (?:and |but )?(?:[a-z]+ly )?)?[a-z]{3,}(?:ing|able|ible|ful|ous|ive|ant|less)[.,]?$"
)
_COORDINATED = re.compile(r"(?:,? (?:and|or|but|as well as|then|and then)|,) $")


#: So many words make a sentence that no comma within the marks shows to be one.
_SENTENCE = 4
#: What one who speaks says of himself is no name, whatever leads to it.
_I_SAY = re.compile(
    r"(?:I|We)(?: (?:also|once more|\w+ly))? (?:apologi[sz]e|thank|promise|pledge|hope|believe|regret|appeal|ask|urge"
    r"|want|will|have|am|are|was|were|would|cannot|can|shall|must|know|think|feel|remember|vow|condemn|support|stand|reaffirm"
    r"|express|welcome)\b"
)
_SAYS_I = 5
_GOES_ON_BEHIND = re.compile(r"[^“”\".;:]{0,80}, [“\"][a-z]")
#: “The Secretary-General’s verdict was short: “…””.
_NOUN_SAID = re.compile(
    r"\b(?:answer|reply|response|verdict|message|words?|comment|conclusion|appeal|warning|plea|promise|question|advice"
    r"|request|prayer)s?\b[^:“”.]{0,40}: ?$"
)
#: “The view that the plan was “not realistic””.
_VIEW_THAT = re.compile(
    r"\b(?:view|belief|opinion|conviction|warning|claim|remark|statement|conclusion|verdict|fear|assessment) that"
    r" [^“”]{3,80} (?:is|are|was|were|had been|has been|would be|will be) $"
)
#: “For Minister X the visit was “the beginning of a long road””.
_FOR_WHOM = re.compile(
    r"(?:For|In the (?:eyes|view|opinion) of) (?:the |then-)?[A-Z][^“”.;:]{3,120}"
    r" (?:is|are|was|were|had been|has been|would be|will be|remains?|remained) $"
)
#: What somebody is told to do: “urged all to “step back from the brink””.
_URGES = re.compile(r"urg|ask|request|demand|appeal|implor|call|warn|told")
#: *That* is left out behind these.
_OMITS_THAT = re.compile(r"sa(?:id|ys)|noted|added|argued|told")
#: So many words tell what a paper says.
_WHOLE = 6


def judge(site: Site, quoted: Quoted, previous: Before | None) -> Judgement:
    """Statement or term; `previous` is the span in marks before it in the passage."""
    text = site.text
    inner = " ".join(quoted.inner(text).split())
    lead = text[max(site.sentence(quoted.start)[0], quoted.start - FAR) : quoted.start]
    verb = verb_before(site, quoted.start, previous)
    words = _Words(inner, len(inner.split()), is_clause(inner))
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
    opinion = words.clause and words.count >= 4 and _SAYING_NOUN.search(lead)
    written = bool(
        verb and verb.group() in {"wrote", "writes"} and words.clause and _direct(text[verb.end() : quoted.start])
    )
    told_of = verb or _VIEW_THAT.search(lead)
    judged = told_of and _ADJECTIVES.match(inner) and re.search(r"\bthat\b.* (?:is|are|was|were|been) $", lead[-200:])
    named = title or (is_named(lead) and not opinion and not written and not judged)
    outside = text[quoted.end - quoted.closed - 1] not in ",!?—–-"  # the comma stands behind the marks, as by a term
    goes_on = behind and _GOES_ON_BEHIND.match(text, behind.end())  # “Ur,” he told the Diet, “will stand by its word.”
    if behind and (goes_on or not (named or (outside and (not words.clause or words.count < _SENTENCE)))):
        enough = words.count >= 3 or (words.clause and words.count >= 2)
        return Judgement(bool(goes_on) or enough, behind, 0.9)
    if within := _verb_within(inner, text, quoted, text[verb.end() : quoted.start] if verb else None):
        return Judgement(True, within, 0.8)
    noun = is_motto(lead, text, quoted.end) or follows_noun(text, quoted.end, inner, clause=words.clause)
    says_i = _I_SAY.match(inner) and words.count >= _SAYS_I and not (title or noun or is_called(lead))
    if named or noun or says_i:
        return Judgement(bool(says_i), verb, 0.7 if says_i else 0.9)
    score = (
        _without_verb(site, words, lead, quoted, previous)
        if verb is None
        else _score(words, text, quoted, verb, previous)
    )
    return Judgement(score >= 0, verb, min(0.95, 0.65 + 0.1 * abs(score)))


def _resolves_within(words: "_Words", lead: str, quoted: Quoted, text: str) -> re.Match[str] | None:
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
        and (not between.strip(" ,:") or _direct(between))
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands between the marks: its length in words, and whether it is a clause."""

    text: str
    count: int
    clause: bool


def _woven_in(
    site: Site, words: _Words, quoted: Quoted, verb: re.Match[str] | None, previous: Before | None
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
    start = max(begin, quoted.start - 160, previous.span[1] if previous and previous.judgement.statement else 0)
    listed = not words.clause and _LISTED_BEHIND.match(text, quoted.end)
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


def _score(words: _Words, text: str, quoted: Quoted, verb: re.Match[str], previous: Before | None) -> float:
    """How surely a verb of saying leads to the words: 0 or more for a statement."""
    between = text[verb.end() : quoted.start]
    if previous and verb.end() <= previous.span[0] and _coordinated(between, previous, verb):
        if previous.judgement.statement:
            return 1.0
        return -2.0 if words.clause else -4.0
    if not between.strip():
        listed = not words.clause and _LISTED_BEHIND.match(text, quoted.end)
        return -2.0 if listed else _by_size(words, least=99 if _OF_IDEAS.match(verb.group()) else 6)
    subject = bool(_PREDICATE_BEHIND.match(text, quoted.end)) and (not words.clause or words.text[-1:] not in ".,!?")
    if _direct(between):
        return -2.0 if subject else _by_size(words, least=5)
    return -1.0 if subject and _PRONOUN.search(between) else _woven(words, between, verb.group())


def _woven(words: _Words, between: str, verb: str) -> float:
    """How surely words woven into the sentence of a verb of saying are what was said."""
    least: int | None = None
    if _PRONOUN.search(between):
        least = 2
    elif _OWN.search(between) or (_PRAISES.match(verb) and _OF_SOMEBODY.search(between)):
        least = 5
    elif _PROMISES.match(verb) and _WOULD_DO.search(between):
        least = 3
    elif re.search(r"\bto $", between):
        least = 8 if re.match(r"(?:the|a|an)\b", words.text) else 4 if _URGES.match(verb) else 6
    elif _BEING.search(between) and (
        _CALLS_IT.match(verb) or _OMITS_THAT.fullmatch(verb) or re.search(r"\bthat\b", between)
    ):
        least = 1 if _JUDGES.match(words.text) or _ADJECTIVES.match(words.text) else 4 if words.clause else 5
    elif re.search(r"\bthat\b.* [\w.’']+ $", between) and _AUXILIARY.match(words.text):
        least = 3
    elif words.clause:
        least = _clause_woven(words, between)
    return 1.0 if least is not None and words.count >= least else -1.0


def _clause_woven(words: _Words, between: str) -> int | None:
    """How many words a clause must have where a noun of saying or only a comma leads to it."""
    if _BY.search(between):
        return 4
    if noun := _SAYING_NOUN.search(between):
        return 4 if noun["link"] else 6
    return 5 if speaks_for_itself(words.text, between) else None


def _coordinated(between: str, previous: Before, verb: re.Match[str]) -> bool:
    """Whether the words go on with what the span before them began: "“…,” “…” and “…”."""
    rest = between[previous.span[1] - verb.end() :]
    return bool(_COORDINATED.fullmatch(rest)) or (
        previous.judgement.statement
        and bool(re.search(r"(?:, and| and|,|,? while|,? by|,? in) (?:at which it |that |it |to )?$", rest))
        and len(rest) < 90
    )


def _direct(between: str) -> bool:
    return bool(_DIRECT.fullmatch(between)) or bool(
        re.search(r"(?:, saying|, stating|as follows|the following)[:,]? ?$", between)
    )


def _by_size(words: _Words, *, least: int) -> float:
    """Whether words directly after a verb of saying are enough of a statement."""
    if words.clause and words.count >= (2 if least < 6 else 3):
        return 2.0
    sentence = words.text[:1].isupper() and words.text[-1:] == "." and words.count >= 3 and least < 6
    if sentence or (words.text[-1:] in "!?" and words.count >= 2):
        return 1.0
    return 1.0 if words.count >= least and not _PHRASE.match(words.text) else -1.0


def _without_verb(site: Site, words: _Words, lead: str, quoted: Quoted, previous: Before | None) -> float:
    """A statement for which no verb of saying stands in its sentence: a sentence of its own, or "according to …"."""
    if _SOURCE.search(lead):
        return 1.0 if words.count >= 5 else -1.0
    if _BY.search(lead) or _DIALOGUE.fullmatch(lead):
        return 1.0 if words.clause and words.count >= 4 else -1.0
    if (noun := _SAYING_NOUN.search(lead)) and words.clause and words.count >= 4:
        return 0.5 if noun["link"] or words.count >= 6 else -1.0
    if _is_opinion(words, lead):
        return 0.5
    if words.text[:1].isupper() and words.text[-1:] in ".!?" and speaks_for_itself(words.text, lead):
        return 0.5
    alone = not lead.strip(' ’”"') and words.text[-1:] in ".!?…" and words.text[:1].isupper()
    behind = site.text[quoted.end : quoted.end + 3].strip()
    follows = not behind or behind[:1].isupper() or behind[:1] in "“(—–-"
    if previous and previous.judgement.statement:
        return 0.5 if alone and follows and words.count >= (3 if words.clause else 6) else -2.0
    return 0.5 if alone and follows and words.clause and words.count >= 6 else -2.0


def _is_opinion(words: _Words, lead: str) -> bool:
    """Whether a noun of saying, or whose eyes it is seen with, leads to the words."""
    if _NOUN_SAID.search(lead) and words.clause and words.text[-1:] in ".!?" and words.count >= _SENTENCE:
        return True
    judges = words.text[:1].islower() and (_JUDGES.match(words.text) or _ADJECTIVES.match(words.text))
    if _VIEW_THAT.search(lead) and judges:
        return True
    the = re.match(r"the (?:[a-z]+ ){1,3}(?:of|to|for|in)\b", words.text)
    return bool(_FOR_WHOM.fullmatch(lead) and (judges or the) and words.count >= _SENTENCE)


def _verb_within(inner: str, text: str, quoted: Quoted, between: str | None) -> re.Match[str] | None:
    """The verb of saying that stands first within the marks: "Resolution 1874 “condemns …”"."""
    says = _SAYS.match(inner)
    lead = text[max(0, quoted.start - 60) : quoted.start]
    least = 2 if _PAPER_BEFORE.search(lead) else 4
    if says is None or (len(inner.split()) < least and says.end() < len(inner)) or _DETERMINED.search(lead):
        return None
    if between is not None and (not between.strip() or _OWN.search(between) or _direct(between)):
        return None
    return VERB.search(text, quoted.start + 1, min(quoted.end, quoted.start + 40))


def _unclosed(
    site: Site, words: _Words, quoted: Quoted, verb: re.Match[str] | None, previous: Before | None
) -> Judgement:
    """Words whose closing mark is lost state something only where a verb leads straight to a whole sentence."""
    text = site.text
    between = text[verb.end() : quoted.start] if verb else "-"
    direct = _direct(between) or not between.strip()
    goes_on = not text[: quoted.start].strip() and (words.clause or (previous and previous.judgement.statement))
    whole = words.text[:1].isupper() and words.text[-1:] in ".!?" and words.count >= 6
    # The sentence that quotes may go on behind them.
    whole = whole or (words.text[-1:] == "," and words.clause and words.count >= 6)
    behind = words.clause and words.count >= 4 and verb_behind(site, quoted, text[: quoted.start][-1:].strip())
    return Judgement(bool((whole and (direct or goes_on)) or behind), behind or verb, 0.6)


def _states_in_capitals(inner: str, lead: str) -> bool:
    """Whether words full of names are a sentence all the same: *that* leads to them, and a small word is its verb."""
    return bool(re.search(r"\bthat $", lead)) and bool(_SMALL_VERB.search(inner)) and len(inner.split()) >= 6


def is_clause(inner: str) -> bool:
    """Whether the words have a finite verb of their own, not only one within a clause that describes a noun."""
    finite = None if _NOMINAL.match(inner) else _FINITE.search(inner)
    phrase = _PHRASE.match(inner)
    return finite is not None and not (phrase and phrase.end() <= finite.start() + 1 and not _late(inner, phrase.end()))


def _late(inner: str, offset: int) -> bool:
    """Whether a second finite verb follows: that of the sentence itself."""
    return len(_FINITE.findall(inner, offset)) >= 2

"""How surely words in quotation marks state something: by the verb or noun that leads to them, or by themselves."""

import re

from bluebook_desktop.extraction.agents import AGENT, GROUP, STATE_LIST
from bluebook_desktop.extraction.fragments import is_predicate, speaks_for_itself
from bluebook_desktop.extraction.leading import Before
from bluebook_desktop.extraction.marks import Quoted
from bluebook_desktop.extraction.naming import is_called
from bluebook_desktop.extraction.offices import TITLE
from bluebook_desktop.extraction.text import Site
from bluebook_desktop.extraction.wording import ADJECTIVES, JUDGES, PHRASE, SENTENCE, Words, has_subject

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
#: “Told his counterpart, Minister X of Ur, that”.
_TOLD_WHOM = re.compile(
    r" (?:(?:his|her|its|their|the) (?:[\w-]+ )?(?:counterparts?|colleagues?|hosts?|guests?|predecessors?|successors?)"
    r"|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}|reporters|journalists|the press), [^“”\";:]{3,120}?, that\s*"
)
#: Other nouns go on with what stands in marks: "“…” and other policies".
LISTED_BEHIND = re.compile(r",? (?:and|or|as well as) (?:the|its|their|his|her|a|an|other|various|several|many|new)\b")
SAYING_NOUN = re.compile(
    r"\b(?:statement|remarks?|comments?|message|opinions?|voices|feedback|impressions|words|announcement|declaration"
    r"|pledge|promise"
    r"|warning|appeal|assertion|claim|conclusion|view|belief|recognition|reply|answer|quote|determination|hope"
    r"|commitment|resolve"
    r"|intention|desire|wish)s?"
    r"(?:,? (?:such as|like|including|to the effect|that reads?|reading|saying|stating|which (?:said|read)))?"
    r"(?P<link>,? that|:|,|)\s*$"
)
_SOURCE = re.compile(r"\b(?:[Aa]ccording to|[Ii]n the words of|[Tt]o quote|[Aa]s [^“”,]{2,60}? put it)[^“”]{2,80}, ?$")
OWN = re.compile(r"\b(?:its|their|his|her|my|our)(?: \w+)? $")
_PRONOUN = re.compile(r"\b(?:it|he|she|they|we|I|who|which|this)(?: (?:also|both|has|have|had))? $")
#: "The remark by Foreign Minister X that “…”".
_BY = re.compile(
    r"\b(?:statement|remarks?|comments?|words|announcement|claim|assertion|argument|view)(?: made| issued)? (?:by|of"
    r"|from) "
    r"[^“”,;]{3,80}? (?:that|:) $"
)
#: "Minister X: “…”".
_DIALOGUE = re.compile(rf"(?:[Tt]he )?{TITLE}(?: [^:“”]{{2,50}})?: ?")
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
_COORDINATED = re.compile(r"(?:,? (?:and|or|but|as well as|then|and then)|,) $")
#: “The Secretary-General’s verdict was short: “…””.
_NOUN_SAID = re.compile(
    r"\b(?:answer|reply|response|verdict|message|words?|comment|conclusion|appeal|warning|plea|promise|question|advice"
    r"|request|prayer)s?\b[^:“”.]{0,40}: ?$"
)
#: “His view that the plan was “not realistic””: the remark that is only told of is nobody’s whom the sentence names.
VIEW_THAT = re.compile(
    r"(?:\b(?:his|her|their|its|my|our)|[’']s?) (?:\w+ ){0,2}?"
    r"(?:view|belief|opinion|conviction|warning|claim|remark|statement|conclusion|verdict|fear|assessment) that"
    r" [^“”]{3,80} (?:is|are|was|were|had been|has been|would be|will be) $"
)
#: “For Minister X the visit was “the beginning of a long road””.
_FOR_WHOM = re.compile(
    r"(?:For|In the (?:eyes|view|opinion) of) (?P<who>(?:the |then-)?[A-Z]|(?:the|his|her|their|many|most|some) [a-z])"
    r"[^“”.;:]{3,120}"
    r" (?:is|are|was|were|had been|has been|would be|will be|remains?|remained) $"
)
_STATES = re.compile(STATE_LIST)
_HOLDER = re.compile(rf"(?:the |then-)?{TITLE}\b|[A-Z][\w’'-]+ [A-Z][\w’'-]+(?:,| [a-z])")
#: What somebody is told to do: “urged all to “step back from the brink””.
_URGES = re.compile(r"urg|ask|request|demand|appeal|implor|call|warn|told")
_SOMETHING = re.compile(r" (?:the|this|its|his|her|their|such an?) (?:[\w’'-]+ ){1,4}")
#: *That* is left out behind these.
_OMITS_THAT = re.compile(r"sa(?:id|ys)|noted|added|argued|told")


def score(words: Words, text: str, quoted: Quoted, verb: re.Match[str], previous: Before | None) -> float:
    """How surely a verb of saying leads to the words: 0 or more for a statement."""
    between = text[verb.end() : quoted.start]
    if previous and verb.end() <= previous.span[0] and _coordinated(between, previous, verb):
        if previous.judgement.statement:
            return 1.0
        return -2.0 if words.clause else -4.0
    if not between.strip():
        listed = not words.clause and LISTED_BEHIND.match(text, quoted.end)
        return -2.0 if listed else _by_size(words, least=99 if _OF_IDEAS.match(verb.group()) else 6)
    subject = bool(_PREDICATE_BEHIND.match(text, quoted.end)) and (not words.clause or words.text[-1:] not in ".,!?")
    if is_direct(between):
        return -2.0 if subject else _by_size(words, least=5)
    return -1.0 if subject and _PRONOUN.search(between) else _woven(words, between, verb.group())


def _woven(words: Words, between: str, verb: str) -> float:
    """How surely words woven into the sentence of a verb of saying are what was said."""
    least: int | None = None
    if _PRONOUN.search(between):
        least = 2
    elif OWN.search(between) or (_PRAISES.match(verb) and _OF_SOMEBODY.search(between)):
        least = 5
    elif _PROMISES.match(verb) and _WOULD_DO.search(between):
        least = 3
    elif re.search(r"\bto $", between):
        least = 8 if re.match(r"(?:the|a|an)\b", words.text) else 4 if _URGES.match(verb) else 6
    elif _BEING.search(between) and (
        _CALLS_IT.match(verb) or _OMITS_THAT.fullmatch(verb) or re.search(r"\bthat\b", between)
    ):
        least = 1 if JUDGES.match(words.text) or ADJECTIVES.match(words.text) else 4 if words.clause else 5
    elif re.search(r"\bthat\b.* [\w.’']+ $", between) and _AUXILIARY.match(words.text):
        least = 3
    elif _OMITS_THAT.fullmatch(verb) and _SOMETHING.fullmatch(between) and is_predicate(words.text):
        least = 4  # “said the gesture “speaks louder than words””
    elif words.clause:
        least = _clause_woven(words, between)
    return 1.0 if least is not None and words.count >= least else -1.0


def _clause_woven(words: Words, between: str) -> int | None:
    """How many words a clause must have where a noun of saying or only a comma leads to it."""
    if _BY.search(between):
        return 4
    if noun := SAYING_NOUN.search(between):
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


def is_direct(between: str) -> bool:
    """Whether what stands between a verb and the marks leads straight to what was said."""
    return (
        bool(_DIRECT.fullmatch(between))
        or bool(_TOLD_WHOM.fullmatch(between))
        or bool(re.search(r"(?:, saying|, stating|as follows|the following)[:,]? ?$", between))
    )


def _by_size(words: Words, *, least: int) -> float:
    """Whether words directly after a verb of saying are enough of a statement."""
    if words.clause and words.count >= (2 if least < 6 else 3):
        return 2.0
    if words.count >= least and has_subject(words.text):
        return 1.0
    sentence = words.text[:1].isupper() and words.text[-1:] == "." and words.count >= 3 and least < 6
    if sentence or (words.text[-1:] in "!?" and words.count >= 2):
        return 1.0
    return 1.0 if words.count >= least and not PHRASE.match(words.text) else -1.0


def score_without_verb(site: Site, words: Words, lead: str, quoted: Quoted, previous: Before | None) -> float:
    """A statement for which no verb of saying stands in its sentence: a sentence of its own, or "according to …"."""
    if _SOURCE.search(lead):
        return 1.0 if words.count >= 5 else -1.0
    if _BY.search(lead) or _DIALOGUE.fullmatch(lead):
        return 1.0 if words.clause and words.count >= 4 else -1.0
    if (noun := SAYING_NOUN.search(lead)) and words.clause and words.count >= 4:
        return 0.5 if noun["link"] or words.count >= 6 else -1.0
    if _is_opinion(words, lead):
        return 0.5
    sentence = words.text[:1].isupper() and words.text[-1:] in ".!?"
    colon = lead.rstrip().endswith(":") and words.clause and words.count >= SENTENCE and not is_called(lead)
    if sentence and (colon or speaks_for_itself(words.text, lead)):
        return 0.5
    alone = not lead.strip(' ’”"') and words.text[-1:] in ".!?…" and words.text[:1].isupper()
    behind = site.text[quoted.end : quoted.end + 3].strip()
    follows = not behind or behind[:1].isupper() or behind[:1] in "“(—–-"
    if previous and previous.judgement.statement:
        return 0.5 if alone and follows and words.count >= (3 if words.clause else 6) else -2.0
    return 0.5 if alone and follows and words.clause and words.count >= 6 else -2.0


def _is_opinion(words: Words, lead: str) -> bool:
    """Whether a noun of saying, or whose eyes it is seen with, leads to the words."""
    if _NOUN_SAID.search(lead) and words.clause and words.text[-1:] in ".!?" and words.count >= SENTENCE:
        return True
    judges = words.text[:1].islower() and (JUDGES.match(words.text) or ADJECTIVES.match(words.text))
    if VIEW_THAT.search(lead) and judges:
        return True
    the = re.match(r"the (?:[a-z]+ ){1,3}(?:of|to|for|in)\b", words.text)
    return bool(_is_seen_by_somebody(lead) and (judges or the) and words.count >= SENTENCE)


def _is_seen_by_somebody(lead: str) -> bool:
    """Whether *For* leads to somebody who can think so: no country, in whose name the book itself speaks."""
    seen = _FOR_WHOM.fullmatch(lead)
    if seen is None:
        return False
    begin = seen.start("who")
    group = GROUP.match(lead, begin) or AGENT.match(lead, begin)
    return bool(_HOLDER.match(lead, begin)) or (group is not None and not _STATES.fullmatch(group.group()))

"""Verbs of saying that report a statement without quotation marks; acts and adjectives are none."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from bluebook_desktop.extraction.speaking import VERB, is_verb
from bluebook_desktop.extraction.text import Site, Span

#: Verbs that say something by themselves; the others need *that* or *to* behind them.
_STRONG = re.compile(
    r"(?:re)?(?:affirm|confirm)|concur|agree[sd]?$|emphasi|stress|under(?:scor|lin)|reiterat|express|welcom|condemn"
    r"|announc"
    r"|explain|state[sd]$|instruct|request|urg|call|point|shar|look|paid|pay|pledg|acknowledg|appreciat|convey|commend"
    r"|made|makes|exchanged|protest|demand|commit|prais|recogni|lament|laud|hail|highlight|advocat|appeal|describ"
    r"|denounc|deplor"
    r"|critici|reject|asked|lodged|thanked|congratulat|proposed|suggested|insist|asserted|warned|vowed|testif|clarif"
    r"|elaborat|apologi[sz]ed|promised"
)
_THAT = re.compile(
    r"(?:,[^,.;]{0,80},)? ?(?:to [\w. ]{3,40} |(?:at|in) [A-Za-z. ]{3,40} )?(?:that\b|how\b|:|the (?:importance|need"
    r"|view|necessity)\b"
    r"|(?:its|his|her|their) (?:\w+ )?(?:intention|determination|resolve|commitment|support|readiness|willingness"
    r"|gratitude|view|position"
    r"|appreciation|expectation|hope|concern|belief|opposition)\b)"
)
#: "Told the President that", "replied on February 20, and again in March, that".
_LATER_THAT = re.compile(
    r" (?:(?:on|in|at|during|to|through|with|before|after|by|as) [^.;:“”]{2,90}?"
    r"|[^.;:,“”]{2,70}?)(?:, (?:on|in|at|during|again|once) [^,.;:“”]{2,40})?,? "
    r"that\b(?! (?:is|are|was|were|will|had|has|have)\b)"
)
_TELLS = re.compile(
    r"t(?:old|ells?)|inform|notif|assur|remind|repl(?:ied|y)|respond|answer|said|says|stated|warn|pledg|promis|explain"
)
#: "Claimed three days later that", "announced on July 3 that".
_WHEN_THAT = re.compile(
    r" (?:(?:on|in|at|during|before|after|by) (?:(?:the|an?|his|her|its|their|press|news|conference|meeting|speech"
    r"|interview|statement|summit|same|next|following|day|evening|morning|month|year|of"
    r"|[A-Z0-9][\w.’'-]*)(?: |,? (?=that)))+"
    r"|(?:[\w-]+ ){1,3}(?:later|earlier|before|ago),? |(?:again|today),? )"
    r"that\b(?! (?:is|are|was|were|will|would|had|has|have|can|could|may|might|should)\b)"
)
#: "Assured him of the commitment", "called on her in Seoul": of what, and to do what.
_OF_WHAT = re.compile(r" [^.;:“”]{2,90}? of\b")
_NEVER = re.compile(r"\b(?:never|not|hardly)(?: \w+ly)? $")
#: “Spoke of the “three S’s””: a term is used, nothing reported.
_NAMES_TERM = re.compile(r" (?:of|about) (?:(?:the|an?|his|her|its|their|so-called) )?[“\"‘]")
_TAKES_NAME = re.compile(r"propos|announc|advocat|unveil|introduc|agree|concur")
_NAME_BEHIND = re.compile(r" (?:on )?(?:(?:the|an?|its|his|her|their|new) )*[“\"‘](?![^“”\"]{0,120}[”\"],? that\b)")
_SPEAKS_OF = re.compile(r" (?:of|about|on) ")
#: "Noted Japan is now facing …": *that* is left out.
_CLAUSE = re.compile(
    r" (?:(?:the |its |his |her |their )?(?:[A-Z]\w+|\w+ \w+)|it|he|she|they|there) (?:\w+ ){0,3}?"
    r"(?:is|are|was|were|will|would|has|have|had|must|should|could|can)\b"
)
_OMITS_THAT = re.compile(
    r"noted|said|says|stated|remarked|added|argued|claimed|asserted|mentioned|replied|responded|told|answered"
)
_TO = re.compile(r" (?:to|on) ")
_TAKES_TO = re.compile(r"propos|promis|commit|offer|vow|agree|declar")
_REDUCED = re.compile(r" (?:in|at|on|by|during|under|earlier|above|to be)\b")
_IMPERSONAL = re.compile(r"\b[Ii]t (?:was|has been)(?: also| \w+ly| again)* $")
_AUXILIARY = re.compile(r"\b(?:was|were|is|are|be|been|being)(?: \w+ly| also| not| again)? $")
_RELATIVE = re.compile(r"\b(?:which|that|who|whom|where)(?: [\w-]+){0,3} $")
#: “… discussions among the leaders, who concurred that …”: the sentence goes on with what they said.
_WHO_THEN = re.compile(r", who (?:also |then |both |all )?$")
#: So much of the sentence before a verb shows whether it reports.
_NEAR = 600
#: "…, he added." tells whose words the sentence reports.
_TAG = re.compile(
    r", (?:[^,.;]{2,70} )(?:said|says|added|stated|noted|remarked|explained|argued|replied|continued|concluded)\.?$"
)
#: "Called on her to act", not "called on her in Seoul and handed her a letter to …".
_CALLED_TO = re.compile(r"(?: both [^,.;:]{1,50}? and| each and every)?(?:(?! and )[^,.;:]){1,90}? (?:to [a-z]|for )")
#: "20 years have gone by since the two agreed on …": told by the way.
_LONG_AGO = re.compile(r"[a-z] since (?!then\b|last\b|[A-Z0-9][\w]* ?(?:[0-9]|,))[^,;]*$")
_SAYING = re.compile(r"claiming|saying|stating|arguing|noting|warning|adding|declaring|insisting|asserting|explaining")
#: By whom, not by when.
_BY_WHOM = re.compile(
    r"(?: \w+){0,3}? (?:by|between|among) (?!(?:the (?:end|beginning|start|summer|spring|autumn)|early|late|then|FY"
    r"|[A-Z][a-z]+ [0-9]|[0-9])\b)"
)
_VERDICT = re.compile(
    r"\b(?P<verb>called|declared|termed) (?:(?:it|him|her|them|this|that|[A-Z][\w-]+)|(?:the|this|that|his|her|its)"
    r" [\w’' -]{2,50}?) (?:(?:\w+ly )?[a-z]{3,}(?:able|ible|ful|ous|ive|less|ant)(?=[.,;]|$| and\b)"
    r"|(?:the|an?) (?:first|only|last|greatest|best|worst|complete|historic|great|true|total|grave|serious|major)\b)"
)
_GOES_ON = re.compile(
    r"(?:[^“”.;:]{0,90}?, |[^“”.;:,]{0,60}? )?(?:(?:and|but|while|as well as|then|also|further|\w+ly) )*", re.DOTALL
)
#: The book's own voice: what Japan welcomes or urges in the present tense is told by no one else.
_OWN_VOICE = re.compile(r"(?:^|[,;] |\b(?:and|but|while|, so) )Japan (?:also |\w+ly |further )*$")

_SOMEBODY = r"(?:(?:the )?[A-Z][^,;:“”]{1,60}|he|she|they)"
#: How a sentence goes over from what it reports to what it quotes.
_THEN_QUOTES = re.compile(
    rf"(?:, to which {_SOMEBODY} |;(?: [^;:“”]{{1,80}})? {_SOMEBODY} |,? and (?:then |also |further |\w+ly )?"
    r"|, and [a-z]+ed [^,;:“”]{1,80} (?:which|that) (?:he|she|they) )$"
)
_PARTICIPLE = re.compile(r"\w+ing\b")


def find_reported(site: Site, statements: Iterable[Span], introducing: set[int]) -> list[Span]:
    """The verbs that may report a statement, outside quotations and sentences that quote; captions report nothing."""
    if site.caption or site.heading is not None:
        return []
    quoted = sorted(statements)
    begun, ended, verbs = [start for start, _ in quoted], [end for _, end in quoted], sorted(introducing)
    found = []
    for start, end in site.sentences:
        if own := quoted[bisect_right(ended, start) : bisect_left(begun, end)]:
            leading = verbs[bisect_left(verbs, start) : bisect_left(verbs, end)]
            first = leading[0] if leading else start
            found += _before_participle(site, (start, end), first)
            if first < own[0][0]:
                found += _before_quotation(site, (start, end), first)
            found += _behind_quotation(site, (start, end), own, introducing)
            continue
        here = []
        for match in VERB.finditer(site.text, start, end):
            rules = match.group().startswith(("provid", "stipulat"))  # what a treaty provides nobody says
            if match.start() not in introducing and not rules and is_verb(match) and _reports(site, match, start):
                here.append(match.span())
        found += here or _tagged(site, (start, end)) or _judging(site, (start, end))
    return found


def _before_participle(site: Site, sentence: Span, quotes: int) -> list[Span]:
    """The verb that reports before a participle quotes: "announced that he would return, calling it “regrettable”"."""
    if not _PARTICIPLE.match(site.text, quotes) or not site.text.endswith(", ", 0, quotes):
        return []
    verbs = (match for match in VERB.finditer(site.text, sentence[0], quotes) if is_verb(match))
    reports = (match for match in verbs if _reports(site, match, sentence[0]))
    return [match.span() for match in reports if re.search(r"\bthat\b", site.text[match.end() : quotes])][:1]


def _before_quotation(site: Site, sentence: Span, quotes: int) -> list[Span]:
    """The verb that reports in a clause before the one that quotes: "stressed that …, to which X answered, “…””."""
    for match in VERB.finditer(site.text, *sentence):
        if match.end() > quotes:
            break
        if not is_verb(match) or not _reports(site, match, sentence[0]):
            continue
        between = site.text[match.end() : quotes]
        then = _THEN_QUOTES.search(between)
        told = _THAT.match(between) or (_TAKES_TO.match(match.group()) and _TO.match(between))
        return [match.span()] if then and (told or then.group().startswith(";")) else []
    return []


def _behind_quotation(site: Site, sentence: Span, quoted: list[Span], introducing: set[int]) -> list[Span]:
    """The verb that goes on to report after the last quotation of its sentence: "said “…,” and emphasized that"."""
    last = max(end for _, end in quoted)
    for match in VERB.finditer(site.text, last, sentence[1]):
        before = site.text[last : match.start()]
        if match.start() in introducing or not is_verb(match) or not _GOES_ON.fullmatch(before):
            continue
        behind = site.text[match.end() : match.end() + 130]
        if match.group().endswith("ing"):
            goes = before.rstrip().endswith(",") or site.text[last - 2 : last - 1] == ","
            reports = goes and bool(re.match(r" that\b|: ", behind))
        else:
            reports = _reports(site, match, last)
        if reports:
            return [match.span()]
    return []


def _tagged(site: Site, sentence: Span) -> list[Span]:
    """The verb at the end of a sentence that is all reported: "…, he said."."""
    tag = _TAG.search(site.text, *sentence)
    verbs = [match for match in VERB.finditer(site.text, tag.start(), sentence[1]) if is_verb(match)] if tag else []
    return [verbs[-1].span()] if verbs else []


def _judging(site: Site, sentence: Span) -> list[Span]:
    """The verb by which somebody says what a thing is: "called the law extremely regrettable"."""
    verdict = _VERDICT.search(site.text, *sentence)
    return [verdict.span("verb")] if verdict else []


def _is_act(word: str, behind: str) -> bool:
    """Whether a verb of saying tells of an act: “confirmed an agreement in principle”, “proposed the “… Plan””."""
    return bool(
        (word.startswith(("confirm", "reconfirm")) and re.match(r" (?:an?|the) (?:agreement|outcome|text)\b", behind))
        or (_TAKES_NAME.match(word) and _NAME_BEHIND.match(behind))
    )


def _reports(site: Site, match: re.Match[str], sentence: int) -> bool:
    """Whether the verb is finite, and followed by what it says."""
    text, word = site.text, match.group()
    before = text[max(sentence, match.start() - _NEAR) : match.start()]
    behind = text[match.end() : match.end() + 130]
    passive = bool(_AUXILIARY.search(before))
    visits = re.fullmatch(r"call\w* (?:up)?on", word) and not _CALLED_TO.match(behind)
    if _is_act(word, behind) or visits or _NEVER.search(before) or _LONG_AGO.search(before):
        return False
    if word.endswith("ing"):
        said = before.endswith(", ") and behind.startswith(" that ") and _SAYING.fullmatch(word) is not None
        return said or (bool(re.search(r"\bbeen $", before)) and bool(_STRONG.match(word)))
    if passive:
        return word != "answered" and _is_said_by(before, behind)  # what is answered others put
    if _RELATIVE.search(before) and not (
        re.search(r", (?:during|in|at) which", before[-60:])
        or (_WHO_THEN.search(before) and behind.startswith(" that "))
    ):
        return False
    if re.search(r"\b(?:will|would|should|may|might|must|can|could|shall)(?: \w+){0,2} $", before):
        return False
    if _OWN_VOICE.search(before) and not re.match(r"\w+d\b|made|spoke|wrote|swore|left", word):
        return False
    if word in {"spoke", "speaks"}:
        return bool(_SPEAKS_OF.match(behind)) and not _NAMES_TERM.match(behind)
    reduced = _REDUCED.match(behind) and not word.startswith(("concur", "agree", "call", "look"))
    return _says_what(word, behind) or (bool(_STRONG.match(word)) and not reduced)


def _says_what(word: str, behind: str) -> bool:
    """Whether *that*, *to* or a clause behind the verb is what it says."""
    omitted = _OMITS_THAT.fullmatch(word) and _CLAUSE.match(behind)
    later = _TELLS.match(word) and _LATER_THAT.match(behind)
    if _WHEN_THAT.match(behind) or (word.startswith("assur") and _OF_WHAT.match(behind)):
        return True
    return bool(_THAT.match(behind) or omitted or later or (_TAKES_TO.match(word) and _TO.match(behind)))


def _is_said_by(before: str, behind: str) -> bool:
    """Whether a passive tells whose words it reports: *by* or *between* somebody, or "it was confirmed that"."""
    if _IMPERSONAL.search(before) and behind.startswith(" that "):
        return True
    return bool(_BY_WHOM.match(behind)) and not _RELATIVE.search(before[:-5])

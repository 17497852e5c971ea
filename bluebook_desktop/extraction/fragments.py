"""Words quoted within somebody's sentence: a fragment of what was said is no name, however few words it has.

A name is a noun phrase. What goes on with "would", "to" or "that it", what is a clause, a gerund or a phrase of place
and time cannot be one; and a noun phrase is none either where the sentence says that somebody called something so.
"""

import re

from bluebook_desktop.extraction.naming import is_called
from bluebook_desktop.extraction.text import Span

#: Verbs in their bare form, as they follow "to" or "will" where leaders, statements and plans speak of what to do.
BARE_VERB = (
    r"(?:acknowledge|affirm|agree|condemn|declare|emphasize|express|note|pledge|reaffirm|recognize|reiterate|stress"
    r"|underline|underscore|urge|warn|accelerate|accept|achieve|act|adapt|address|adhere|advance|aim|allow"
    r"|apply|assist|assure|attach|avoid"
    r"|be|become"
    r"|begin|bring|build|call|carry|cease|change|combat|come|comply|condemn|confront|consider|contain|continue"
    r"|contribute|cooperate|coordinate|counter|create|cut|deal|deepen|defend|deliver|demand|deny|deserve|desire"
    r"|deter|develop|do|draw|belong|believe|depend|constitute|differ"
    r"|eliminate|embrace|enable|encourage|end|engage|enhance|ensure|eradicate|establish|expand|explore|extend|face"
    r"|facilitate|fight|find|follow|foster|fulfill?|further|gain|give|go|grow|hand|have|help|hold|honor|hope|implement"
    r"|improve|increase|inherit|invest|join|keep|lead|know|learn|leave|let|lift|live|look|lose|love|need|owe"
    r"|pose|maintain|make|meet|mobilize"
    r"|monitor|move|narrow|normalize|open|oppose|overcome|participate|pass|pay|place|play|prepare|preserve|prevent"
    r"|promote|protect|provide|pursue|push|put|raise|reach|reali[sz]e|rebuild|reduce|refrain|reinforce|reject|remain"
    r"|remember|remove|renew|resolve|respect|respond|restore|resume|return|review|safeguard|secure|seek|send|serve"
    r"|settle|shape|share|show|solve|spare|stabilize|stand|start|stop|strengthen|strive|submit|suspend|support|sustain"
    r"|take|tell|threaten|trust|turn|undermine|understand|uphold|use|violate|walk|want|wish|welcome|represent"
    r"|require|win|withdraw|work|abandon|abolish|appreciate|bless|celebrate|choose|commemorate|commit|consult|criticize"
    r"|dare|decide|dedicate|destroy|discuss|drive|earn|educate|employ|endanger|endure|enforce|enjoy|exclude|exist|expect"
    r"|explain|forget|forgive|grasp|heal|ignore|imagine|impose|include|inspire|intend|intervene|invade|listen|mean|mourn"
    r"|neglect|negotiate|obtain|occupy|perform|possess|pray|prove|punish|receive|refuse|relieve|rely|remind|renounce"
    r"|replace|rescue|retain|revive|save|sell|separate|speak|stay|suffer|suggest|surrender|survive|teach|think|treat|try"
    r"|unite|wage|weaken|worry|write|yield)"
)
_ADVERBS = r"(?:(?:never|not|no longer|also|always|only|[A-Za-z]+ly|jointly) )*"
_VERBAL = re.compile(rf"(?:to )?{_ADVERBS}{BARE_VERB}\b", re.IGNORECASE)
_WANTS_VERB = re.compile(
    r"\b(?:to|will|would|shall|should|must|can|could|may|might|cannot|not|did not|does not|do not|and|or)(?: also)? $"
)
#: “… that he had “come for the sushi””.
_HAD = re.compile(r"\bthat\b[^“”;]{0,80} (?:had|has|have) $")
_DONE = re.compile(
    r"(?:(?:never|always|already|long|just|not|[a-z]+ly) )?(?:[a-z]{3,}ed|come|gone|been|done|made|had|seen|taken|given"
    r"|known|found|felt|kept|left|lost|won|built|brought|thought|taught|learn(?:ed|t)|become|begun|broken|chosen|written|shown"
    r"|spoken|stood|understood|heard|held|met|paid|said|told|sent|put|set) [a-z]"
)
_MODAL = re.compile(r"\b(?:will|would|shall|should|must|can|could|may|might|cannot|not)(?: also)? $")
_AUXILIARY = re.compile(
    r"(?:is|are|was|were|will|would|shall|should|must|can|could|has|have|had|cannot|may|might|did|does|do|not|never"
    r"|no longer|fully|strongly|always|deeply|firmly|continues?|remains?|stands?|supports?|needs?|ought|become|becomes"
    r"|constitutes?|represents?|serves?|violates?|threatens?|poses?|undermines?|deserves?)\b"
)
_PREPOSITIONAL = re.compile(
    r"(?:at|in|by|with|on|from|without|as|under|through|until|towards?|for|before|after|only|within|during|across"
    r"|since|amid|around|throughout|prior to|due to|owing to|regardless of"
    r"|beyond|despite|because|if|when|while|unless|so that|as soon as|in order to|based on|finally|completely"
    r"|unanimously"
    r"|immediately|together|more|less|even|ever|already|premised on|out of|in line with)\b"
)
#: A noun right before words that would be its verb: none that a preposition, an article or a verb leads on from.
_SUBJECT_BEFORE = re.compile(
    rf"\bthat\b.*?(?<!\w)(?!(?:of|in|on|at|to|for|from|by|with|between|among|and|or|a|an|the|is|are|was|were|be"
    rf"|been|its"
    rf"|their|his|her|such|as|under|into|including|{BARE_VERB}(?:s|es|d|ed|ing)?)\b)[\w.’'-]+ $"
)
_PRONOUN_BEFORE = re.compile(r"\b(?:it|he|she|they|we|who)(?: also| both)? $")
_PREDICATE = re.compile(
    rf"(?:(?:[a-z]+ly|forever|never|always|also|no longer) )?(?:{BARE_VERB}(?:s|es|d|ed)?|[a-z]{{3,}}ed)\b"
    r"|[a-z]{3,}s (?:the|an?|its|their|his|her|our|us|no|not|to|in|on|for|with|from|into|upon|that|all|every|what|how"
    r"|only|more)\b"
)
#: Who speaks of *us* and *you* speaks; a name does so only where a noun calls it one.
_OF_US = re.compile(r"\b(?:I|we|our|us|you|your|my|me)\b")
#: "Thanked Japan “for its support”", "urged him “not to lose hope”": what is said to whom has a form of its own.
_TO_SOMEBODY = re.compile(
    r"^ (?:(?:him|her|them|us|me|it|all|everyone)|(?:the|his|her|their|its|our|both|all) (?:[\w’'-]+ ){0,3}?[\w’'-]+"
    r"|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}) $"
)
_BEHIND_OBJECT = re.compile(
    r"(?:for (?:the|its|his|her|their|all|having|\w+ing|[a-z]+(?:,| and) [a-z]+)|not to|to|with|without|against)\b"
)
_GERUND = re.compile(r"(?:(?:not|never|[a-z]+ly) )?(?!during\b|king\b|bring\b|spring\b|string\b|thing)[a-z]{3,}ing\b")
_TO_GERUND = re.compile(r"\b(?:on|about|by|against|for|at|from|as|of)(?: [a-z]+ly)? $")
#: A noun that gives what stands in the marks a name of its own: "the concept of “leaving no one behind”".
_NAMED_BY_OF = re.compile(r"\b\w+ of $")
#: Verbs whose object is what somebody saw or felt, not what is called so: "pointed out a “challenging environment”".
_SEEN = re.compile(
    r"\b(?P<verb>point(?:s|ed|ing)? (?:out|to)|warn(?:s|ed|ing)?(?: of| against| about)?|sp(?:oke|eaks?"
    r"|eaking)(?: of| about)"
    r"|talk(?:s|ed|ing) (?:of|about)|lament(?:s|ed|ing)?|cit(?:es|ed|ing)|not(?:es|ed|ing)"
    r"|(?:acknowledg|express|voic|convey|deplor|denounc|condemn|criticiz|criticis|complain)(?:es|ed|ing|s)(?: of)?"
    r"|call(?:s|ed|ing)? attention to|dr[ae]w(?:s|ing)? attention to|refer(?:s|red|ring)? to)"
    r" (?P<article>a |an |the |its |his |her |their )?$"
)
#: "Called the Alliance “the cornerstone of peace”": somebody says of a thing what it is.
_CALLS = re.compile(
    r"\b(?P<verb>called|calls|(?<=as to )call|(?<=on to )call|[Cc]alling"
    r"|described|describes|[Dd]escribing|characteri[sz](?:ed|es|ing)|hailed"
    r"|hails|[Hh]ailing"
    r"|praised|praises|[Pp]raising|condemned|condemns|[Cc]ondemning|denounced|denounces|[Dd]enouncing|branded|portrayed"
    r"|found|finds|thought|considered|considers|deemed|deems|judged|termed|summed up|sums up"
    r"|depicted|viewed|saw|defined|dismissed|rejected|rejects|regarded|assessed|positioned|referred to"
    r"|refers to|[Rr]eferring to|spoke of|speaks of"
    r"|welcomed|criticized|criticised|likened|compared)"
    r" (?P<object>(?:(?:it|him|her|them|this|that|each other|(?:the|a|an|his|her|its|their|this|these"
    r"|that)(?: [\w.’'“”\"()-]+)+?"
    r"|[A-Z][\w.’'-]*(?: [\w.’'“”\"()-]+)*?|[a-z][\w-]*(?: [\w.’'“”\"()-]+)*?(?= as ))) )"
    r"(?P<as>(?:as (?P<doing>\w+ing (?:to |for |on )?)?|to ))?$"
)
_CALLS_WITHOUT_AS = re.compile(r"[Cc]all|brand")
#: After these only a verdict is what somebody thinks: "found the reply “wholly insufficient”".
_THINKS = re.compile(r"found|finds|thought|consider|deem|judged|termed")
#: A verdict in one word: "rejected it as “groundless”".
_ADJECTIVE = re.compile(r"(?:un|in)?[a-z]{3,}(?:able|ible|ful|ous|ive|ant|less|ic|ical)[.,]?$")
#: "Called himself “a son of the islands”": nobody but the speaker gives him that name.
_CALLS_HIMSELF = re.compile(
    r"\b(?P<verb>called|calls|calling|described|describes|describing) (?:himself|herself|myself) (?:as )?$"
)
#: "Accused them of having “broken” their word": the charge is somebody's own, in one word too.
_ACCUSES = re.compile(
    r"\b(?P<verb>accus(?:ed|es|ing)|suspect(?:ed|s|ing)|blam(?:ed|es|ing)|charg(?:ed|es|ing)) [^“”;.]{2,60}? "
    r"(?:of|for|with) (?P<having>having )?$"
)
#: "Resolved “to stand together”", "set forth as an aim “bringing …”": what somebody means to do.
_RESOLVES = re.compile(
    r"\b(?P<verb>resolv(?:ed|es|ing)|decid(?:ed|es|ing)|undertook|undertakes|determined|pledg(?:ed|es|ing)|vow(?:ed|s|ing)"
    r"|set(?:s|ting)? (?:forth|out)|laid out|spelled out)(?: as (?:an?|its|their|one|the) (?:[\w-]+ ){1,4}?)? ?$"
)
_INFINITIVE = re.compile(
    rf"(?:never |not )?to {_ADVERBS}(?!(?:the|an?|its|their|his|her|our|my|this|that|these|those|all|any|each|some"
    r"|many|no|what|which|whom|where|[a-z]+ing)\b)[a-z]{2,}\b"
)
#: "Described the talks as “frank and constructive”": what is said of a thing, not its name, in however few words.
_VERDICT = re.compile(
    r"(?:an?|one|not|no|too|so|very|more|most|[a-z]+ly) |[a-z-]+(?:, [a-z-]+)*,? (?:and|but|yet"
    r"|if not) (?:[a-z]+ly )?[a-z-]+[.,]?$"
)
#: "Thanked Japan for having been “the first nation to …”": what somebody is praised or blamed for being.
_FOR_BEING = re.compile(
    r"\b(?P<verb>(?:thank|prais|commend|condemn|criticiz|criticis|congratulat|honor|blam|laud)(?:ed|es|ing|s))"
    r" [^“”;.]{2,60}? (?:for|as) (?:having been|being|having become|becoming) $"
)
#: "Saw in the talks “a step in the right direction”".
_SEES_IN = re.compile(r"\b(?P<verb>saw|sees|found) in [^“”;.:]{2,50} $")
_VERB_WORDS = re.compile(r"\w+(?: (?:out|to|of|about|against)\b)?")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|so|commonly|also|often|generally)(?: \w+ly)? $")
_OFFERED = re.compile(
    r"\b(?P<verb>(?:extend|offer|voic|express|convey|reiterat|renew)(?:s|es|ed|ing)|sent|sends|gave|gives)"
    r"(?: [^“”,;.]{1,50})?? (?:(?:his|her|its|their|the|a|an|both|(?:the )?[A-Z][\w-]*[’']s)(?: own)? )?$"
)
#: What is offered in so few words is still somebody's own: "extended his “deepest condolences”".
FEELING = re.compile(
    r"\b(?:concern|regret|remorse|apolog(?:y|ies)|condolences|sympath(?:y|ies)|gratitude|thanks|appreciation"
    r"|respect|hope"
    r"|support|opposition|determination|commitment|disappointment|anger|dissatisfaction|satisfaction|outrage"
    r"|indignation"
    r"|confidence|condemnation|solidarity|sorrow|grief|welcome|congratulations|wishes|prayers|admiration"
    r"|resolve|sadness"
    r"|apprehension|doubts?|fears?|alarm|shock|dismay)s?[.,]?$"
)
_FELT = (
    r"(?:concern|regret|remorse|gratitude|appreciation|respect|hope|support|opposition|determination|commitment"
    r"|disappointment|satisfaction|outrage|confidence|solidarity|sorrow|sympath(?:y|ies)|alarm|dismay|apolog(?:y|ies)"
    r"|condolences|thanks|congratulations|welcome)s?"
)
_FEELING_AT = re.compile(
    rf"(?:[a-z]+ ){{0,4}}{_FELT}(?:,? and (?:[a-z]+ ){{0,3}}{_FELT})? "
    r"(?:at|over|about|for|to|that|on|with|in|regarding)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|us|[Mm]y|[Ll]et us|[Ll]et[’']s)\b")
#: What sets out in writing or speech what is to be done, though it is no verb of saying.
SOURCE = re.compile(
    r"\b(?:[Jj]oint [Ss]tatement|[Ss]tatements?|[Dd]eclaration|[Cc]ommuniqu[eé]|[Rr]eport|[Ss]peech"
    r"|(?:[Kk]eynote|[Oo]pening|[Pp]olicy|[Hh]is|[Hh]er|[Aa]n|[Tt]he) [Aa]ddress|[Rr]emarks"
    r"|[Ll]etter|[Mm]essage|[Rr]esolution|[Ii]nterview|[Pp]ress [Cc]onference|[Oo]utcome [Dd]ocument|[Mm]emorandum"
    r"|[Ww]hite [Pp]aper|set(?:s|ting)? out|laid out|outlin(?:ed|es|ing)|unveil(?:ed|s)|spelled out|lays? out)\b"
)


#: When something is to be: no name, wherever it stands behind a verb of saying.
_BY_WHEN = re.compile(
    r"(?:within|by the end of|until|no later than|not later than|as (?:soon|early|quickly) as|at the earliest"
    r"|at the latest|before the end of|in the near future|without (?:delay|exception|precondition))\b"
)


def goes_as_verb(inner: str, lead: str) -> bool:
    """Whether the words are the verb, with all that follows, of the sentence that leads to them."""
    if _HAD.search(lead) and _DONE.match(inner):
        return True
    if _WANTS_VERB.search(lead) and _VERBAL.match(inner):
        return not re.search(r"\b(?:and|or) $", lead) or bool(re.search(r"\b(?:to|will|would|should|must)\b", lead))
    return bool(_MODAL.search(lead)) and inner[:1].islower()


def is_no_name(inner: str, between: str) -> bool:
    """Whether the words can be no noun phrase, and so no name, where they stand behind a verb of saying."""
    count = len(inner.split())
    subject = _SUBJECT_BEFORE.search(between) or _PRONOUN_BEFORE.search(between)
    if goes_as_verb(inner, between) or (subject and _PREDICATE.match(inner)):
        return count >= 3
    if _OF_US.search(inner) and inner[:1].islower() and not is_called(between):
        return count >= 5
    if _AUXILIARY.match(inner) and re.search(r"[\w.’')\]] $", between) and re.search(r"\w \S", between):
        return count >= 3
    if _INFINITIVE.match(inner) and not is_called(between):
        return count >= 4
    if _BY_WHEN.match(inner) and between.strip() and not is_called(between):
        return count >= 3
    if _PREPOSITIONAL.match(inner) and re.search(r"\bthat\b", between) and not _TO_GERUND.search(between):
        return count >= 3
    if _TO_SOMEBODY.search(between) and _BEHIND_OBJECT.match(inner):
        return count >= 4 and not is_called(between)
    return bool(_GERUND.match(inner)) and count >= 6 and _takes_gerund(between)


def is_predicate(inner: str) -> bool:
    """Whether the words begin with a verb in a finite form, as those do whose subject stands before the marks."""
    return bool(_PREDICATE.match(inner) or _AUXILIARY.match(inner))


def _takes_gerund(between: str) -> bool:
    """Whether a preposition leads to the words, but no noun with *of* that they would be the name of."""
    return not between.strip() or (bool(_TO_GERUND.search(between)) and not _NAMED_BY_OF.search(between))


def says_of(inner: str, text: str, lead: Span) -> re.Match[str] | None:
    """The verb by which somebody says what he saw or felt, or what a thing is to him, in the words behind `lead`.

    "Warned of a “serious threat to peace”", "extended his “deepest condolences”", "called the Alliance “the cornerstone
    of peace”".
    """
    count = len(inner.split())
    if not inner[:1].islower():
        return None
    if blamed := _blames(text, lead, count):
        return _verb_of(blamed)
    resolved = _RESOLVES.search(text, *lead)
    if resolved and count >= 4 and (_INFINITIVE.match(inner) or _GERUND.match(inner)):
        return _verb_of(resolved)
    offered = _OFFERED.search(text, *lead)
    if offered and count >= 2 and (FEELING.search(inner) or _FEELING_AT.match(inner)):
        return _verb_of(offered)
    seen = _SEEN.search(text, *lead)
    least = 6 if seen and seen["article"] == "the " else 3 if _VERDICT.match(inner) else 4
    if seen and count >= least:
        return _verb_of(seen)
    calls = _CALLS.search(text, *lead)
    verdict = _VERDICT.match(inner) or _ADJECTIVE.fullmatch(inner)
    least = 5 if calls and calls["doing"] else min(count, 2) if calls and verdict else 4
    if calls is None or count < least or _PASSIVE.search(text, lead[0], calls.start()):
        return None
    if verdict and _THINKS.match(calls["verb"]):
        return _verb_of(calls)
    return _verb_of(calls) if calls["as"] or _CALLS_WITHOUT_AS.match(calls["verb"]) else None


def _blames(text: str, lead: Span, count: int) -> re.Match[str] | None:
    """What charges somebody with something, or thanks somebody for being it."""
    accused = _ACCUSES.search(text, *lead)
    if accused and count >= (1 if accused["having"] else 3):
        return accused
    return (_FOR_BEING.search(text, *lead) or _SEES_IN.search(text, *lead)) if count > 2 else None


def calls_himself(inner: str, text: str, lead: Span) -> re.Match[str] | None:
    """The verb by which somebody says of himself what he is, which may have the capitals of a name."""
    himself = _CALLS_HIMSELF.search(text, *lead)
    return _verb_of(himself) if himself and len(inner.split()) >= 3 else None


def _verb_of(match: re.Match[str]) -> re.Match[str] | None:
    return _VERB_WORDS.match(match.string, match.start("verb"))


def speaks_for_itself(inner: str, between: str) -> bool:
    """Whether the words are a whole clause that somebody said of himself, or that only a comma or colon leads to."""
    count = len(inner.split())
    led = re.search(r"[,:;—–] ?$", between)
    return bool(led) and (count >= 8 or (count >= 5 and bool(_FIRST_PERSON.search(inner))))

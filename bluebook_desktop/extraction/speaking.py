"""Verbs of saying: their forms, and whether what looks like one is a verb at all."""

import re

_REGULAR = (
    "affirm|reaffirm|confirm|reconfirm|underscor|underlin|explain|instruct|emphasi[sz]|reiterat|prais|"
    "declar|pledg|promis|argu|welcom|condemn|acknowledg|respond|remark|mention|address|announc|"
    "highlight|stress|request|urg|claim|express|convey|not|recogni[sz]|report|insist|propos|suggest|"
    "commend|appreciat|assert|warn|demand|remind|repl(?:i|y)|commit|protest|oppos|answer|lament|appeal|"
    "laud|hail|describ|comment|exclaim|advocat|vow|recall|proclaim|conclud|testif(?:i|y)|caution|clarif(?:i|y)|"
    "reassur|assur|criticis|criticiz|denounc|deplor|elaborat|observ|stipulat|congratulat|thank|preach|"
    "contend|counter|object|remember|register|renew|reject|refut|reveal|quot|cit|inform|implor|shout|whisper|indicat|provid|tweet"
    "|repeat|maintain|complain|disclos|predict|hint|recount|admitt|conced|deni|rul|plead|recommend|apologi[sz]"
    "|confess|boast|regret|regrett|confid|alleg|marvel|admonish|retort|attest|quipp|quip|jok|mus|murmur|mutter|laugh"
    "|smil|sigh|chuckl|recollect|advis|gasp|grumbl|sobb|grinn|interject|beam|yell"
)
_IRREGULAR = (
    "continued|continues|began|concur|concurs|concurred|concurring|agree|agrees|agreed|state|states|stated|stating|say|says|said|"
    "saying|tell|tells|told|telling|speak|spoke|ask|asked|asks|call for|calls for|called for|called on|"
    "called upon|calls on|calls upon|call on|"
    "calling for|calling on|calling upon|point out|points out|pointed out|pointing out|paid tribute|pay tribute|"
    "paying tribute|"
    "look back on|looked back on|looks back on|share the view|shared the view|shares the view|"
    "shared the recognition|share the recognition|shared the importance|share the importance|"
    "share the|shared the|shares the|shared their|shared his|share a|shared a|"
    "shared its|exchanged views|made clear|makes clear|made it clear|wrote|write|writes|writing|"
    "committed|put it|put forward|made a pledge|made a promise|made a statement|made a remark|made a proposal|"
    "issued a statement|issued statements|issued a joint statement|issued a press release|released a statement|"
    "called out|calls out|calling out|cried|cries|cried out|cries out|"
    "read|reads|read out|reads out|read aloud|added|adding|"
    "were of one mind|was of the view|were of the view|was of the opinion|were of the opinion|took the view|"
    "takes the view|prayed|prays|hoped|hopes|believed|feared|wished|thought|"
    "held|left the words|swore|pays tribute|went on|goes on|greeted|greets|notified|notifies"
)
#: A verb of saying in a finite form or a participle; no word boundary is asked for before a joined "that".
_WHOLE = "|".join(word.replace(" ", r"\s") for word in sorted(_IRREGULAR.split("|"), key=len, reverse=True))
VERB = re.compile(rf"\b(?:(?:{_REGULAR})(?:ed|es|s|ing|e)?(?=that\b|\b)|(?:{_WHOLE})\b)")
_NOUNS = frozenset(
    re.findall(
        r"[^|]+",
        "protests|proposals|appeals|warnings|not|note|notes|report|reports|address|addresses|state|states|claim|claims|request|"
        "requests|appeal|answer|answers|protest|protests|mention|praise|stress|highlight|"
        "highlights|remark|remarks|promise|promises|pledge|pledges|commit|welcome|demand|demands|"
        "highlighting|reporting|proposing|demanding|ask|speak|say|tell|comment|comments|cite|vow|"
        "quote|quotes|object|objects|counter|register|thank|thanks|caution|share the|"
        "conclude|observe|inform|write|call for|call on",
    )
)
#: These are verbs of saying only before *that*, or words in marks.
_ONLY_THAT = re.compile(
    r"repeat|remember|maintain|complain|disclos|predict|hint|recount|admitt|conced|deni|rul|plead|recommend|issued|released"
    r"|confess|boast|regret|confid|alleg|marvel|admonish|retort|attest|recollect|advis"
)
#: How somebody says what stands in the marks beside them.
_ONLY_MARKS = re.compile(
    r"qui(?:p|pp)|jok|mus|murmur|mutter|laugh|smil|sigh|chuckl|gasp|grumbl|sobb|grinn|interject|beam|yell"
)
_SOUNDS = re.compile(r"laugh|smil|sigh|chuckl|gasp|sobb|grinn|interject|beam|yell")
#: The clause that follows words in marks: “…,” the old man …
_BEHIND_MARKS = re.compile(
    r"(?:[,!?—–-][”\"’»],?|[”\"’»],)\s(?:[^“”\";:.]|(?<=\b[A-Z])\.|(?<=\b[DM][rs])\.|(?<=\bMrs)\.){0,110}$"
)
#: What a paper notes, reports or states: a verb though it looks like a noun.
_PAPER_SAYS = re.compile(
    r"\b(?:statement|summary|declaration|document|communiqu[eé]|report|paper|preamble|resolution|strategy|agreement"
    r"|treaty|letter|message|outlook|guidelines|editorial|book|article|constitution|review|survey|study) $",
    re.IGNORECASE,
)
_DETERMINED = re.compile(
    r"\b(?:the|a|an|its|their|his|her|this|that|of|joint|such|any|no|mutual|as|previously|newly|more|aforementioned"
    r"|our|these|those|new|official|strong|public|with|by|for) $"
)
#: What looks like a noun is a verb only right behind its subject.
_SUBJECT_BEFORE = re.compile(
    r"(?:[a-z]s|[A-Z]\w*\.?|\b(?:[Ww]e|[Tt]hey|I|which|who|that|[Ii]t|[Hh]e|[Ss]he)|also|\w\)|,) $"
)
#: After "to mourn and" these are infinitives too.
_BASE_FORMS = frozenset(
    re.findall(
        r"[^|]+",
        "pay tribute|look back on|call for|call on|share the|share a|state|say|tell|agree|concur|"
        "write|point out|express|urge|affirm|confirm|reaffirm|explain|emphasize|stress|announce|"
        "declare|request|convey|appeal|promise|pledge|praise|welcome|condemn|highlight|recognize|"
        "acknowledge|demand|protest|propose|suggest",
    )
)
#: Who greets somebody says what stands behind the colon: “greeted the crew: “…””.
_GREETS = re.compile(r" (?:U\.S\.|[^.;:“”\"]){2,80}?(?:: ?| with (?:the words )?| by saying,? )[“\"]")
#: What somebody feels is told as said only where the words are quoted.
_FELT = frozenset(("prayed", "prays", "hoped", "hopes", "believed", "feared", "wished", "thought"))
#: One word in marks is not what somebody felt: “many thought that “peace” would come”.
_THAT_CLAUSE = re.compile(r" that [“\"][^“”\"\s]+(?: |$)")
#: A court holds that something is so; others hold meetings.
_COURT = re.compile(
    r"\b(?:Court|Tribunal|[Jj]udges?|Chamber|Panel)(?: of [A-Z]\w+)?(?: (?:had|has|have|unanimously|also))* $"
)
#: "Went on to say" says it; "asked them to say" does not.
_SAYS_BY_INFINITIVE = re.compile(
    r"\b(?:went on|goes on|continued|proceeded|was the first|took the floor|rose|used) to $"
)


def is_verb(match: re.Match[str]) -> bool:
    """Whether what looks like a verb of saying is one, not a noun or adjective."""
    text, words = match.string, match.group()
    before, after = text[max(0, match.start() - 90) : match.start()], text[match.end() : match.end() + 14]
    determined = _DETERMINED.search(before)
    gerund = words.endswith("ing") and re.search(r"\b(?:with|by|for|as) $", before)
    relative = re.search(r"\b[Tt]hat $", before) and words not in _NOUNS
    if determined and not gerund and not relative:
        return False
    if re.search(r"\bto (?:\w+ly )?$", before):
        return bool(_SAYS_BY_INFINITIVE.search(before))
    if words in _BASE_FORMS and re.search(r"\bto \w+[^.;]{0,60}? and (?:\w+ly )?$", before):
        return False
    if words.lower() in _NOUNS and not _SUBJECT_BEFORE.search(before):
        return words.endswith("s") and after.startswith(" that ") and _PAPER_SAYS.search(before) is not None
    if words == "ruled" and _holds(match, before):
        return True
    return _holds(match, before) if words == "held" else _is_complete(match, before, after)


def is_toned(match: re.Match[str]) -> bool:
    """Whether a verb tells only how the words beside it were said: “…,” he laughed on the first day."""
    return _ONLY_MARKS.match(match.group()) is not None


def _holds(match: re.Match[str], before: str) -> bool:
    """Whether a court holds that something is so."""
    after = match.string[match.end() : match.end() + 45]
    return bool(_COURT.search(before) and re.match(r"(?: (?:on|in) [^;.]{3,30}?)? that\b", after))


def _leads_to_words(words: str, before: str, after: str) -> bool:
    """Whether what was said stands beside a verb that else says nothing: in marks, or behind *that*."""
    if words in _FELT:
        return _THAT_CLAUSE.match(after) is not None
    that = "" if _SOUNDS.match(words) else ",? that\\b|"
    return bool(_BEHIND_MARKS.search(before) or re.match(rf"{that},? [“\"‘]|: ?[“\"]", after))


def _is_complete(match: re.Match[str], before: str, after: str) -> bool:
    """Whether a word that says something only in some constructions stands in one."""
    words, text, end = match.group(), match.string, match.end()
    if words in {"greeted", "greets"}:
        return after.startswith((": “", ': "')) or bool(_GREETS.match(text, end))
    if words in {"read", "reads", "continued", "continues", "began", "went on", "goes on"}:
        return bool(re.match(r"(?: in (?:part|full))?(?:,?:? ?[“\"‘]|:)| as follows", after))
    if words in _FELT or _ONLY_THAT.match(words) or _ONLY_MARKS.match(words):
        return _leads_to_words(words, before, after)
    if re.match(r"call\w* out|cri(?:ed|es)", words):
        return bool(re.match(r",? ?[“\"]|: ?[“\"]", after))
    if words.startswith("provid"):
        return bool(re.match(r",? that\b|, [“\"]|:", after))
    if words in {"not", "note", "cite", "register", "commit"} and not after[:1].isspace():
        return False
    if words == "quoted" or words.startswith("thank"):
        return words.startswith("thanked") or bool(re.search(r"\b(?:was|were|is|has|have|he|she) $", before))
    return not (words == "stated" and re.match(r" (?:goal|aim|above|below)", after))

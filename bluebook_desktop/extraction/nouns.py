"""Nouns before and behind verbs: what may be a subject, and the noun phrase that words end with."""

import re

from bluebook_desktop.extraction.verbs import finite_verb

#: Stand for the date of which a sentence is read, and for its other dates.
DATE, OTHER = "\x01", "\x02"
PREPOSITION = re.compile(
    r"(?:[Ii]n|[Aa]t|[Oo]n|[Uu]nder|[Ww]ith|[Rr]egarding|[Aa]s (?:for|to|of|part|a)|[Tt]hrough|[Ff]ollowing|[Bb]ased on"
    r"|[Dd]uring|[Aa]mid|[Dd]ue to|[Dd]espite|[Gg]iven|[Cc]oincident|[Ff]or|[Cc]oncerning|[Ss]ince|[Aa]fter"
    r"|[Bb]efore|[Pp]rior to|[Ff]rom|[Tt]o|[Bb]y|[Oo]f|[Aa]long with|[Tt]ogether with|[Aa]ccording to|[Aa]mong"
    r"|[Ii]ncluding|[Ss]uch as|[Uu]ntil|[Bb]etween|[Aa]gainst|[Oo]ver|[Ww]ithin|[Ww]ithout|[Ii]nto|[Aa]cross|[Uu]pon"
    r"|[Aa]head of|[Tt]oward|[Tt]owards|[Bb]esides|[Ii]nstead of|[Aa]part from|[Ll]ike|[Uu]nlike|[Nn]ot"
    r"|[Ee]ven (?:in|under|after)|[Jj]ust|[Oo]nly)\b"
)
_NOUN_AT_END = re.compile(
    r"(?:^|.*\s)(?P<noun>(?:the|an?|its|their|his|her|two|three|four|some|this|[0-9][0-9,.]*) (?:(?!the |an? ).)+)$"
)
#: “The Islamic State of Iraq and the Levant”: the last article is within the name.
_WITHIN_NAME = re.compile(
    r"\bthe [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)* of [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)* and (?=the [A-Z])"
)
_WHOLE_NAME_AT_END = re.compile(
    r"(?:[A-Z][\w’'.&-]*|[\ue000-\uf8ff])"
    r"(?: (?:of|for|and|the|on|to|in|[A-Z0-9][\w’'.&-]*|[\ue000-\uf8ff]))*$"
)

#: Many things, without an article: “thanks for Japanese yen loans”.
_MANY_AT_END = re.compile(
    r"\b(?:for|of|on|with|by|against|toward) (?P<noun>(?:[A-Z][\w-]+ )?(?:[a-z][a-z-]+ ){0,2}[a-z]{2,}s)$"
)


def is_subject(words: str) -> bool:
    """Whether words before a verb name something, and are no mere adverbs."""
    bare = re.sub(r"\b(?:also|then|again|first|later|\w+ly|not|never|still|now|just|even|only)\b", "", words)
    bare = bare.replace(DATE, "").strip(" ,")
    return bool(bare) and not (PREPOSITION.match(bare) and not of_opening(bare))


def of_opening(words: str) -> str:
    """A subject without what stands before it: “At Ur [in May] the two sides” as “the two sides”."""
    words = words.strip()
    if DATE in words and words.index(DATE) < len(words) * 0.7:
        behind = words[words.index(DATE) + 1 :].strip(" ,")
        if behind and not PREPOSITION.match(behind):
            return behind
    if not PREPOSITION.match(words):
        return words
    inner = re.search(r" (?=(?:the|an?|its|their|both) [^ ]+(?: [^ ]+){0,8}$)", words[12:])
    return words[12 + inner.end() :] if inner and words[12:].find(DATE) < inner.start() + 9 else ""


def last_noun(words: str, *, person: bool = False) -> str:
    """The noun phrase that words end with; of a `person` the name."""
    words = words.replace(DATE, " ").replace(OTHER, " ").strip(" ,")
    found = _NOUN_AT_END.search(words)
    noun = found["noun"] if found else ""
    if (
        found
        and (longer := list(_WITHIN_NAME.finditer(words, 0, found.end())))
        and longer[-1].end() == found.start("noun")
    ):
        noun = words[longer[-1].start() :]
    name = _WHOLE_NAME_AT_END.search(words)
    if name and (not noun or person or finite_verb(noun)):
        leads = PREPOSITION.match(name.group()) if name.start() == 0 else None
        return name.group()[leads.end() :].strip() if leads else name.group()
    if noun and not finite_verb(noun):
        return noun
    many = None if name else _MANY_AT_END.search(words)
    return many["noun"] if many and not finite_verb(many["noun"]) else ""


def is_name_list(part: str, start: int, end: int) -> bool:
    """Whether *and* joins two objects rather than two verbs: between … and, both … and."""
    return re.search(r"\b(?:between|both|from)\b[^,]*$", part[start:end]) is not None

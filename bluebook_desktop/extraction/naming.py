"""Words in quotation marks that only name: titles, and what a noun beside the marks calls a term, title or slogan."""

import re

_NAMES = (
    r"called|entitled|titled|named|dubbed|known as|so-called|termed|themed|coined|labell?ed|nicknamed|(?:re)?branded"
    r"|referred to as|refers to(?: \w+){0,3} as|refer to(?: \w+){0,3} as|defined as|designated as"
    r"|designated(?: \w+){0,4} as"
    r"|indicated as|positioned(?: \w+){0,4} as|regarded as"
    r"|terms?|themes?|titles?|slogans?|mottos?|catchphrases?|catchwords?|taglines?|concepts?|phrases?|names?|nicknames?"
    r"|visions?|principles?|ideas?|policy|policies|keywords?|buzzwords?|framework|banner|spirit|notions?|doctrine"
    r"|proverb"
    r"|expressions?|subjects?|topics?|pillars?|headings?|categor(?:y|ies)|label|approach|formula|mantra|philosophy"
    r"|publications?|books?|reports?|articles?|papers?|films?|movies?|documentar(?:y|ies)|novels?|songs?|poems?"
    r"|exhibitions?"
    r"|events?"
    r"|campaigns?|symposium|symposia|seminars?|lectures?|magazines?|newspapers?|websites?|dramas?|operas?|plays?"
    r"|anime|manga"
    r"|document|plan|strategy|initiatives?|projects?|programs?|programmes?|satellites?|vessels?|ships?|package|pamphlet"
    r"|leaflet|brochure|award|prize|memorial|monument|statue|tour|festival|network|fund|association|group|panel"
    r"|forum|namely"
)
#: A naming word right before the marks, perhaps with *of*, *is* or a comma.
_NAMED = re.compile(
    rf"(?:\b(?:{_NAMES})|\b(?:[Cc]olumn|[Ff]eature|[Cc]hapter|[Ss]ection))"
    r"(?:,? (?:of|is|was|being|for the year was|such as|like|including|that|that is,|called"
    r"|with the title))?[,:]? (?:the )?$"
)
_IS_A_NAME = re.compile(
    r",? (?:is|was|are|were|became|has been|being|serves? as|served as|means|meaning) (?:also |still |now )?"
    r"(?:(?:the|an?|our|its|their|his|her|my|one of the|chosen as the) (?:[\w-]+ ){0,2}?"
    r"(?:mottos?|slogans?|themes?|titles?|names?|catchphrases?|catchwords?|keywords?|terms?|concepts?|phrases?|words?"
    r"|watchwords?|taglines?|proverbs?|sayings?|expressions?)\b)"
)
#: What stands behind these is a name, whatever its form: "the slogan to “leave no one behind”".
_SLOGAN = re.compile(
    r"\b(?:slogan|motto|catchphrase|catchword|campaign|theme|concept|vision|mantra|keyword)s? (?:to|that|of) $"
)
#: What governs the marks as it governs a noun: "under “…”", "the “…”", "a new “…”".
_GOVERNED = re.compile(
    r"\b(?:under|of|through|via|towards?|into|within|between|among|against|about|regarding|concerning|including|like"
    r"|such as|based on|on|in|at|with|from|for|by|the|a|an|this|these|those|that the|new|first|second|two|three)$"
)
#: How something is said, not what it is called: “protested in the strongest terms: “…””.
_IN_TERMS = re.compile(
    r"\bin (?:the |no |such |these )?(?:[a-z]+ ){1,2}(?:terms|words|phrases)[:,]$"
    r"|\bby (?:his|her|their|its) (?:first |given |full )?names?[:,]$"
)
_PREPOSITION_OF_VERB = re.compile(r"\b(?:call(?:s|ed|ing)? (?:for|on|upon)|comment(?:ed)? on)$")
_REALIZES = re.compile(
    r"\bto (?:create|build|reali[sz]e|promote|achieve|establish|become|launch|develop|advance|hold|support"
    r"|strengthen|form"
    r"|construct|deepen|implement|adopt|introduce|organi[sz]e|propose|use|join|foster|maintain|ensure|attain)"
    r"(?: (?:the|a|an|its|their))?$"
)
_FUNCTION = frozenset(
    re.findall(
        r"\S+",
        "and or but while when which that who where in on at to for with by from as of is was were are has "
        "had have will would during after before through because since between under toward towards regarding "
        "concerning against amid if he she they it said stated also then so not among based using including "
        "into upon yet without about over across should must can could may might remains until unless "
        "although though whereas per than via within throughout following given thus therefore thereby how "
        "what we I there here both all each some many no due along prior "
        "the a an its their his her this these those any",
    )
)
_SMALL = frozenset(
    re.findall(
        r"\S+",
        "of and the for on in to between with by a an at or from as toward towards vs via its against under "
        "into & de la - – —",
    )
)


def is_called(lead: str) -> bool:
    """Whether a noun or verb right before the marks says that what is in them is a name."""
    return _NAMED.search(re.sub(r"[\s(]+$", "", lead) + " ") is not None


def is_named(lead: str) -> bool:
    """Whether what stands before the marks makes a name of what is in them."""
    lead = re.sub(r"[\s(]+$", "", lead) + (" " if lead else "")
    bare = lead.rstrip()
    if _IN_TERMS.search(bare):
        return False
    if _NAMED.search(lead) or _REALIZES.search(bare):
        return True
    return bool(_GOVERNED.search(bare)) and not _PREPOSITION_OF_VERB.search(bare)


def is_title(inner: str) -> bool:
    """Whether the words are written as a name or title: all but the small ones with a capital."""
    words = [word for part in inner.split() for word in re.split(r"(?<=\w)[-–—/](?=\w)", part)]
    counted = [word.strip("()[],.:;!?—–-’'‘“”\"") for word in words]
    content = [word for word in counted if word and word.lower() not in _SMALL]
    if not content:
        return True
    capitals = sum(not word[0].islower() for word in content)
    shouted = inner.rstrip('”’"')[-1:] in "!?" and re.search(r"\b(?:[Yy]ou|[Ww]e|I|[Uu]s)\b", inner)
    return capitals >= 0.8 * len(content) and (len(content) > 1 or not content[0][0].islower()) and not shouted


def follows_noun(text: str, end: int, inner: str, *, clause: bool) -> bool:
    """Whether a noun behind the marks takes them as its adjective: "the “nine-dash” line"."""
    follows = re.match(r"[’']?s? ([A-Za-zÀ-ž][\w-]*)", text[end:])
    if follows is None or inner[-1:] in ".!?,;":
        return False
    word = follows[1]
    if word in _FUNCTION or word.endswith("ly"):
        return False
    return len(inner.split()) < 9 or not clause


def is_motto(lead: str, text: str, end: int) -> bool:
    """Whether what stands beside the marks says that they hold a motto: "the slogan to “…”", "“…” is our motto"."""
    return bool(_SLOGAN.search(lead) or _IS_A_NAME.match(text, end))

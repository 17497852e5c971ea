"""Finite verbs and participles, told by their forms and their neighbours, without a dictionary."""

import re
from dataclasses import dataclass

_ALWAYS = (
    r"was|were|is|are|has|have|had|will|would|shall|should|can|could|may|might|must|did|does|do"
    r"|took|became|began|gave|came|went|saw|spoke|wrote|grew|drew|rose|fell|told|said|stood|withdrew|struck|ran|broke"
    r"|chose|flew|knew|sang|sank|swore|wore|overcame|undertook|underwent|arose|threw|awoke|forgave|rang|drove|swam"
    r"|remains?|continues?|expires?|marks|begins|becomes|thanks|arrives?|takes|gives|makes|stands|serves|shows|calls"
    r"|includes|provides|visits|speaks|heads|goes|falls|comes|means|needs"
)
#: Forms that are a past tense or a participle.
_EITHER = (
    r"held|met|made|led|left|paid|won|built|lost|sent|brought|sold|taught|set|put|cut|hit|found|kept|laid|shot|sought"
    r"|spent|heard|bound|caught|fought|stuck|hung|read|shut|split|thought|understood|dealt|felt|lent"
    r"|(?!(?:need|indeed|hundred|united|exceed|proceed|succeed|speed|breed|agreed-upon|so-called|red|bed|seed)\b)"
    r"[a-z]{2,}(?:[a-z]-)?ed"
)
_VERB = re.compile(rf"(?<![\w’'-])(?:(?P<always>{_ALWAYS})|(?P<either>{_EITHER}))(?![\w’'-])")
#: Before these a participle stands for an adjective: “the planned site”, “newly built”.
_BEFORE_ADJECTIVE = re.compile(
    r"(?:\b(?:the|an?|its|their|his|her|our|this|these|those|that|of|for|with|by|to|in|on|at|newly|so-called|all|some|more"
    r"|most|highly|jointly|and|or|as|such|other|many|new|being|be|been|having|without|under|from|between|no|not|both)"
    r"|’s|'s) $"
)
_PARTS_OF = re.compile(r" (?:by|in|at|on|under|as|for|to|with|from|off|into|between|of|after|that)\b|$|\x01| \x01")
_BARRIER = re.compile(
    r"[,;:“”]|\b(?:and|but|or|who|which|that|whom|whose|when|where|while|as|because|if|what|how|why|whether|than)\b"
)
_PARTICIPLE = re.compile(rf"\W*(?:(?:also|first|later|newly|now|then|long|once|\w+ly) )?(?:{_EITHER}|[a-z]{{2,}}ing)\b")
_ING = re.compile(r"\W*(?:\w+ly )?[a-z]{2,}ing\b")


@dataclass(frozen=True, slots=True)
class Verb:
    """Where the first word of a predicate stands in some words; `surely` where it can be no participle."""

    start: int
    end: int
    surely: bool


def finite_verb(words: str) -> Verb | None:
    """The verb of a clause's words, which is the first that is no participle belonging to a noun."""
    found = [match for match in _VERB.finditer(words) if not _is_adjective(words, match)]
    for number, match in enumerate(found):
        if match["either"] and _belongs_to_noun(words, match, found[number + 1 :]):
            continue
        return Verb(match.start(), match.end(), match["always"] is not None)
    return None


def is_participle(words: str, verb: Verb | None) -> bool:
    """Whether words begin with a participle and tell nothing of their own: “signed in Ur”, “named after an admiral”."""
    if _PARTICIPLE.match(words) is None:
        return False
    if verb is not None:
        return not verb.surely and words[: verb.start].strip() == ""
    return _ING.match(words) is None and all(not match["always"] for match in _VERB.finditer(words))


def _is_adjective(words: str, match: re.Match[str]) -> bool:
    if match["either"] is None:
        return False
    before = words[max(0, match.start() - 14) : match.start()]
    if not _BEFORE_ADJECTIVE.search(before):
        return False
    return not re.search(r"\b(?:and|or|that|this) $", before) or words[match.end() : match.end() + 2] == ""


def _belongs_to_noun(words: str, match: re.Match[str], later: list[re.Match[str]]) -> bool:
    """Whether a form that may be a participle is one: a verb of the same clause follows it."""
    if not _PARTS_OF.match(words, match.end()):
        return False
    return any(not _BARRIER.search(words, match.end(), other.start()) for other in later)

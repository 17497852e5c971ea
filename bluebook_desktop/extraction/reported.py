"""Verbs of saying that report a statement without quotation marks; acts and adjectives are none."""

import re
from collections.abc import Iterable

from bluebook_desktop.extraction.speakers import VERB, is_verb
from bluebook_desktop.extraction.text import Site, Span, overlaps_any

#: Verbs that say something by themselves; the others need *that* or *to* behind them.
_STRONG = re.compile(
    r"(?:re)?(?:affirm|confirm)|concur|agree[sd]?$|emphasi|stress|under(?:scor|lin)|reiterat|express|welcom|condemn|announc"
    r"|explain|state[sd]$|instruct|request|urg|call|point|shar|look|paid|pay|declar|pledg|acknowledg|appreciat|convey|commend"
    r"|made|makes|exchanged|protest|demand|commit|prais|recogni|lament|laud|hail|highlight"
)
_THAT = re.compile(r"(?:,[^,.;]{0,80},)? ?(?:to [\w. ]{3,40} )?(?:that\b|how\b|:|the (?:importance|need|view)\b)")
_TO = re.compile(r" (?:to|on) ")
_TAKES_TO = re.compile(r"propos|promis|commit|offer|vow|agree")
_REDUCED = re.compile(r" (?:in|at|on|by|during|under|earlier|above|to be)\b")
_AUXILIARY = re.compile(r"\b(?:was|were|is|are|be|been|being)(?: \w+ly| also| not| again)? $")
_RELATIVE = re.compile(r"\b(?:which|that|who|whom|where)(?: [\w-]+){0,3} $")


def find_reported(site: Site, statements: Iterable[Span], introducing: set[int]) -> list[Span]:
    """The verbs that may report a statement, outside quotations and sentences that quote; captions report nothing."""
    if site.caption or site.heading is not None:
        return []
    quoted = list(statements)
    found = []
    for start, end in site.sentences:
        if overlaps_any((start, end), quoted):
            continue
        for match in VERB.finditer(site.text, start, end):
            if match.start() not in introducing and is_verb(match) and _reports(site, match, start):
                found.append(match.span())
    return found


def _reports(site: Site, match: re.Match[str], sentence: int) -> bool:
    """Whether the verb is finite, and followed by what it says."""
    text, word = site.text, match.group()
    before = text[sentence : match.start()]
    behind = text[match.end() : match.end() + 130]
    passive = bool(_AUXILIARY.search(before))
    if word.endswith("ing"):
        return bool(re.search(r"\bbeen $", before)) and bool(_STRONG.match(word))
    if passive:
        return bool(re.match(r"(?: \w+){0,3}? (?:by|between|among) ", behind)) and not _RELATIVE.search(before[:-5])
    if _RELATIVE.search(before) and not re.search(r", (?:during|in|at) which", before[-60:]):
        return False
    if _THAT.match(behind):
        return True
    if _TAKES_TO.match(word) and _TO.match(behind):
        return True
    return bool(_STRONG.match(word)) and not (
        _REDUCED.match(behind) and not word.startswith(("concur", "agree", "call", "look"))
    )

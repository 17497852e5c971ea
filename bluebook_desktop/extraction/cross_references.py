"""Pointers printed in the text, and the headings that they mean where these are in the section."""

import re

from bluebook_desktop.domain.documents import Heading, HeadingKind
from bluebook_desktop.domain.records import CrossReference
from bluebook_desktop.extraction.text import Ids, Text

_SUBPART = r"(?: ?\([0-9A-Za-z]{1,3}\))"
_APART = r"(?:[Ss]pecial [Ff]eature|[Cc]olumn|Topic|Opinion|Chart|Figure|Reference|Table|Map|Box)s?"
#: What may be pointed to; the first of a pointer must say what it is.
_FIRST = (
    rf"(?:(?:the |an? )?(?:[Ff]eature |[Oo]pening |following |related )?{_APART}\b(?: pages?)?(?: entitled,?)?"
    r"(?:[:,]? “[^”]+”|(?<=Reference): [A-Z][^();.]+)?(?: [0-9]+(?:[-–][0-9]+)*)?"
    rf"|(?:Chapters?|Sections?|Parts?|Items?) [0-9IVX]+(?:[-–][0-9]+)*{_SUBPART}*|pages? [0-9]+|pp?\.? ?[0-9]+"
    rf"|[0-9]+(?:[-–][0-9]+)*{_SUBPART}+|[0-9]+(?:[-–][0-9]+)+|\([0-9]+\)|“[^”]+”)"
)
_NEXT = (
    rf"(?:{_FIRST}|pages? (?:on )?[0-9]+|on [0-9]+|below|above|[A-Z]\b(?! [a-z])"
    rf"|[0-9]+(?:[-–][0-9]+)*{_SUBPART}*(?! [a-z]))"
)
_POINTER = re.compile(
    rf"\b(?:(?:[Ff]or (?:more |further )?details?,? )?(?:[Pp]lease )?(?:[Ss]ee(?: also)?|[Rr]efer to)) {_FIRST}"
    rf"(?:(?:,? (?:and |of |on |in )*|(?<=[0-9)])-){_NEXT})*"
)
_SET_APART = {"Special Feature": HeadingKind.FEATURE, "Column": HeadingKind.COLUMN}


def find_cross_references(text: Text) -> list[CrossReference]:
    """Every *see …* of the passages; the first pointer to a column means the first column, and so on."""
    ids = Ids()
    found: list[CrossReference] = []
    used: set[int] = set()
    for site in text.passages:
        for match in _POINTER.finditer(site.text):
            target = _target(match.group(), text.document.headings, used)
            page = re.search(r"\bpages? (?:on )?([0-9]+)|\bp\.? ?([0-9]+)", match.group())
            note = f"Page {page[1] or page[2]} of the printed edition." if page else ""
            found.append(CrossReference(ids.make(match.group()), site.cut(*match.span()), target, note))
    return found


def _target(words: str, headings: tuple[Heading, ...], used: set[int]) -> int | None:
    if titled := re.search(r"“([^”]+)”", words):
        named = " ".join(titled[1].split(": ")[-1].strip(" ,.").lower().split())
        return next((h.position for h in headings if h.title.strip().lower() == named), None)
    for name, kind in _SET_APART.items():
        if name.lower() in words.lower():
            target = next((h.position for h in headings if h.kind is kind and h.position not in used), None)
            used |= {target} if target is not None else set()
            return target
    if chapter := re.match(r"\w+(?: also| to)? (Chapter \S+?)(?:,|$)", words):
        if "Section" in words or re.search(r"[0-9]\b.*[0-9]", words):
            return None
        return next((h.position for h in headings if h.kind is HeadingKind.CHAPTER and h.label == chapter[1]), None)
    if part := re.fullmatch(r"\w+(?: also)? (\([0-9]+\))(?: (?:above|below))?", words):
        return next((h.position for h in headings if h.kind is HeadingKind.PART and h.label == part[1]), None)
    return None

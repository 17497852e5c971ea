"""Whom an event's title tells of: *he* and *she* by name, and the people whose names it took from its sentence."""

import re
from collections.abc import Collection, Iterable, Sequence

from bluebook_desktop.domain.records import Person
from bluebook_desktop.extraction.mentions import Mentions
from bluebook_desktop.extraction.referents import opens_with
from bluebook_desktop.extraction.text import Site, Span
from bluebook_desktop.extraction.told import Named, names_in

_SOMEBODY = re.compile(r"(?:He|She) (?=[a-z])")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he) (?=[a-z])")
_OF_WHOM = re.compile(r"\bwhom $")
_NEAR = 400
#: More than one is the subject, or something of one: “X and Y met”, “X’s wife came”.
_NOT_ALONE = re.compile(r",? (?:and|or|as well as|together with) |[’']")


def with_name(
    title: str, site: Site, offset: int, people: Sequence[Person], mentions: Mentions
) -> tuple[str, tuple[str, ...]]:
    """A title about *he* or *she* with the name, and whose it is: with whom the sentence, or the one before, opens."""
    told, index = _SOMEBODY.match(title), site.sentence_index(offset)
    if told is None or not site.sentences:
        return title, ()
    begin, _ = site.sentences[index]
    before = list(_PRONOUN.finditer(site.text, max(begin, offset - _NEAR), offset))
    if before and _OF_WHOM.search(site.text, begin, before[-1].start()):
        return title, ()  # “President X, with whom he talked on May 3, replied …”
    opens = before and before[0].start() == begin
    subject = None if opens else _subject(site, mentions, index, offset)
    if subject is None and index and (opens or not _named(site, mentions, index, offset)):
        subject = _subject(site, mentions, index - 1, offset)
    if subject is None:
        return title, ()
    name = next(person.name for person in people if person.id == subject.person)
    return f"{name} {title[told.end() :]}", (subject.person,)


def _subject(site: Site, mentions: Mentions, index: int, offset: int) -> Named | None:
    """With whom alone a sentence opens, before an offset."""
    one = opens_with(site, _named(site, mentions, index, offset), index)
    return None if one is None or _NOT_ALONE.match(site.text, one.end) else one


def _named(site: Site, mentions: Mentions, index: int, offset: int) -> list[Named]:
    """The people whom a sentence names before an offset."""
    begin, end = site.sentences[index]
    return names_in(site, mentions.of(site, (begin, min(end, offset))))


def of_title(mentions: Mentions, title: str, site: Site, sentence: Span) -> list[str]:
    """Who is named in a title that was cut from a sentence, though not in the clause of its date."""
    words = f" {title} "
    return [person for person, mention in mentions.of(site, sentence) if f" {mention.exact} " in words]


def in_order(people: Iterable[Person], found: Collection[str]) -> tuple[str, ...]:
    """The ids of those found, in the order of the people."""
    return tuple(person.id for person in people if person.id in found)

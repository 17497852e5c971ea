"""Whom an event's title tells of: *he* and *she* by name, and the people whose names it took from its sentence."""

import re
from collections.abc import Collection, Iterable, Sequence

from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.records import Person
from bluebook_desktop.extraction.referents import opens_with
from bluebook_desktop.extraction.text import Site, Span
from bluebook_desktop.extraction.told import names_in

_SOMEBODY = re.compile(r"(?:He|She) (?=[a-z])")
#: More than one is the subject, or something of one: “X and Y met”, “X’s wife came”.
_NOT_ALONE = re.compile(r",? (?:and|or|as well as|together with) |[’']")


def with_name(title: str, site: Site, offset: int, people: Sequence[Person]) -> tuple[str, tuple[str, ...]]:
    """A title about *he* or *she* with the name, and whose it is, where the sentence before opens with one person."""
    told, index = _SOMEBODY.match(title), site.sentence_index(offset)
    if told is None or index == 0:
        return title, ()
    before = site.sentences[index - 1]
    named = names_in(site, [(person.id, mention) for person, mention in _mentions(people, site, before)])
    subject = opens_with(site, named, index - 1)
    if subject is None or _NOT_ALONE.match(site.text, subject.end):
        return title, ()
    name = next(person.name for person in people if person.id == subject.person)
    return f"{name} {title[told.end() :]}", (subject.person,)


def of_title(people: Sequence[Person], title: str, site: Site, sentence: Span) -> list[str]:
    """Who is named in a title that was cut from a sentence, though not in the clause of its date."""
    words = f" {title} "
    return [one.id for one, mention in _mentions(people, site, sentence) if f" {mention.exact} " in words]


def in_order(people: Iterable[Person], found: Collection[str]) -> tuple[str, ...]:
    """The ids of those found, in the order of the people."""
    return tuple(person.id for person in people if person.id in found)


def _mentions(people: Iterable[Person], site: Site, span: Span) -> Iterable[tuple[Person, Excerpt]]:
    for person in people:
        for mention in person.mentions:
            if site.holds(mention) and span[0] <= mention.start < span[1]:
                yield person, mention

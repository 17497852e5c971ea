"""What of a record is searched: its title and its words."""

from dataclasses import dataclass

from bluebook_desktop.domain.records import Records
from bluebook_desktop.domain.references import Kind


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A record as it is searched, with the passage that it stands in."""

    kind: Kind
    id: str
    passage: int
    title: str
    text: str


def entries_of(records: Records) -> list[SearchEntry]:
    """Title and text of every record, in reading order."""
    found: list[SearchEntry] = []
    people = {person.id: person for person in records.people}
    for one in records.quotations:
        printed = ", ".join(one.speaker_names)
        names = [people[slug].name for slug in one.speakers if slug in people]
        title = ", ".join(filter(None, [printed, *(name for name in names if name not in printed)]))
        found.append(SearchEntry(Kind.QUOTATION, one.id, one.excerpt.passage, title, one.text))
    for event in records.events:
        found.append(SearchEntry(Kind.EVENT, event.id, event.excerpt.passage, event.title, event.sentence))
    for place in records.facilities:
        text = " · ".join(dict.fromkeys((*place.aliases, *place.roles, *(f.label for f in place.facts))))
        found.append(SearchEntry(Kind.FACILITY, place.id, place.mentions[0].passage, place.name, text))
    for person in records.people:
        names = [person.added_name.text] if person.added_name else []
        text = " · ".join([*dict.fromkeys(role.title for role in person.roles), *names])
        found.append(SearchEntry(Kind.PERSON, person.id, person.mentions[0].passage, person.name, text))
    for short in records.abbreviations:
        found.append(SearchEntry(Kind.ABBREVIATION, short.id, short.excerpt.passage, short.short, short.full))
    return sorted(found, key=lambda entry: (entry.passage, list(Kind).index(entry.kind)))

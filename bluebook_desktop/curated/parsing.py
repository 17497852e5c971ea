"""Turns tables into records: every key, every excerpt, every word that must stand in the text."""

from collections.abc import Callable, Iterable, Iterator

from bluebook_desktop.curated.dating import read_date
from bluebook_desktop.curated.fields import Fields
from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.records import (
    Abbreviation,
    CrossReference,
    Erratum,
    Event,
    EventKind,
    Facility,
    FacilityKind,
    Fact,
    Person,
    Quotation,
    QuotationKind,
    Role,
    Status,
)


def _require_words(fields: Fields, key: str, words: Iterable[str], texts: Iterable[str], where: str) -> None:
    """Refuse words that stand in none of `texts`."""
    pool = list(texts)
    for word in words:
        if not any(word in text for text in pool):
            raise fields.wrong(f"the words “{word}” do not occur in {where}", key, word)


def _texts_of(fields: Fields, excerpts: Iterable[Excerpt]) -> list[str]:
    return [fields.places.of(excerpt).text for excerpt in excerpts]


def read_event(fields: Fields, sentence_of: Callable[[Excerpt], str | None]) -> tuple[Event, list[Excerpt]]:
    """An event, and those of its further places whose words another record tells too."""
    excerpt = fields.excerpt("excerpt")
    date, date_excerpt = read_date(fields, excerpt)
    also, shared = [], []
    for item in fields.items("also"):
        place = item.excerpt()
        if item.flag("shared"):
            shared.append(place)
        item.finish()
        also.append(place)
    sentence = sentence_of(excerpt)
    if sentence is None:
        raise fields.wrong("the excerpt runs over the end of a sentence", "excerpt")
    event = Event(
        id=fields.slug(),
        title=fields.text("title"),
        kind=fields.choice("kind", EventKind),
        status=fields.choice("status", Status),
        date=date,
        sentence=sentence,
        excerpt=excerpt,
        date_excerpt=date_excerpt,
        also=tuple(also),
        people=fields.texts("people"),
        participants=fields.texts("participants"),
        facilities=fields.texts("facilities"),
        place=fields.text("place", ""),
        added=fields.several_added("added"),
    )
    texts = _texts_of(fields, [excerpt, *also])
    _require_words(fields, "participants", event.participants, texts, "the event's passages")
    _require_words(fields, "place", [event.place], texts, "the event's passages")
    return event, shared


def split_at_errata(
    text: str, sentences: Iterable[tuple[int, int]], errata: Iterable[Erratum]
) -> Iterator[tuple[int, int]]:
    """Sentences, parted also where an erratum supplies a lost full stop ("in November In addition")."""
    lost = set()
    for erratum in errata:
        exact, right = erratum.excerpt.exact, erratum.correct
        same = next((i for i, (one, other) in enumerate(zip(exact, right, strict=False)) if one != other), len(exact))
        if right[same : same + 2] == ". " and exact[same : same + 1] == " ":
            lost.add(erratum.excerpt.start + same)
    for start, end in sentences:
        cuts = sorted(place for place in lost if start < place < end)
        yield from zip([start, *(cut + 1 for cut in cuts)], [*cuts, end], strict=True)


def read_facility(fields: Fields) -> Facility:
    """A facility with its mentions and facts."""
    mentions = tuple(item.last_place() for item in fields.items("mentions", required=True))
    where = fields.item("where")
    facility = Facility(
        id=fields.slug(),
        name=fields.text("name"),
        kind=fields.choice("kind", FacilityKind),
        mentions=mentions,
        aliases=fields.texts("aliases"),
        roles=fields.texts("roles"),
        facts=tuple(map(_read_fact, fields.items("facts"))),
        part_of=fields.text("part_of", ""),
        unc_may_use=fields.flag("unc_may_use"),
        returned=fields.flag("returned"),
        where=where.added() if where else None,
        latitude=fields.degrees("latitude", 90),
        longitude=fields.degrees("longitude", 180),
        notes=fields.several_added("notes"),
    )
    texts = _texts_of(fields, mentions)
    names = (facility.name, *facility.aliases)
    _require_words(fields, "name", names, texts, "the passages that mention it")
    _require_words(fields, "roles", facility.roles, texts, "the passages that mention it")
    for mention in mentions:
        if not any(name in mention.exact or mention.exact in name for name in names):
            raise fields.wrong(f"“{mention.exact}” is neither the name nor an alias of {facility.name}", mention.exact)
    if (facility.latitude is None) != (facility.longitude is None):
        raise fields.wrong("latitude and longitude come together", "latitude")
    return facility


def _read_fact(item: Fields) -> Fact:
    fact = Fact(item.text("label"), item.excerpt(), item.text("hectares", ""))
    item.finish()
    _require_words(item, "hectares", [fact.hectares], [fact.excerpt.exact], "the fact's excerpt")
    return fact


def read_quotation(fields: Fields) -> tuple[Quotation, Excerpt | None]:
    """A quotation, and the verb that introduces it, where there is one. Its date is that of its event, set later."""
    kind = fields.choice("kind", QuotationKind)
    if fields.flag("whole"):
        site = fields.site()
        excerpt = site.cut(0, len(site.text))
    else:
        excerpt = fields.excerpt("excerpt")
    marked = excerpt.exact.startswith("“") and excerpt.exact.endswith("”")
    unmarked = kind in {QuotationKind.TESTIMONY, QuotationKind.REPORTED}
    if marked == unmarked:
        raise fields.wrong(f"a {kind} is told {'without' if unmarked else 'in'} quotation marks", "excerpt", "kind")
    quotation = Quotation(
        id=fields.slug(),
        kind=kind,
        text=excerpt.exact[1:-1] if marked else excerpt.exact,
        excerpt=excerpt,
        speakers=fields.texts("speakers"),
        speaker_names=fields.texts("speaker_names"),
        occasion=fields.text("occasion", ""),
        verb=fields.text("verb", ""),
        event=fields.text("event", ""),
    )
    _check_speakers(fields, quotation)
    return quotation, _verb(fields, quotation)


def _check_speakers(fields: Fields, quotation: Quotation) -> None:
    if quotation.kind is QuotationKind.TERM:
        if quotation.speakers or quotation.speaker_names or quotation.verb:
            raise fields.wrong("a term is nobody's statement: it has neither speaker nor verb", "speaker")
        return
    if not quotation.speaker_names:
        raise fields.wrong(f"a {quotation.kind} needs speaker_names", "id")
    passage = fields.places.document.passage(quotation.excerpt.passage)
    above = fields.places.document.headings_above(passage)
    texts = [passage.text, *(heading.title for heading in above[-1:])]
    _require_words(fields, "speaker_names", quotation.speaker_names, texts, f"¶ {passage.number}")


def _verb(fields: Fields, quotation: Quotation) -> Excerpt | None:
    """The last occurrence of the verb before a statement in marks, the first within a reported one."""
    if quotation.kind in {QuotationKind.TERM, QuotationKind.TESTIMONY}:
        return None
    site = fields.places.of(quotation.excerpt)
    if not quotation.verb:
        raise fields.wrong(f"a {quotation.kind} needs its verb", "id")
    if quotation.kind is QuotationKind.REPORTED:
        start = site.text.find(quotation.verb, quotation.excerpt.start, quotation.excerpt.end)
    else:
        start = site.text.rfind(quotation.verb, 0, quotation.excerpt.start)
    if start < 0:
        raise fields.wrong(f"the verb “{quotation.verb}” does not introduce the words in {site}", "verb")
    return site.cut(start, start + len(quotation.verb))


def read_person(fields: Fields) -> Person:
    """A person with offices and mentions."""
    mentions = tuple(item.last_place() for item in fields.items("mentions", required=True))
    added = fields.item("added_name")
    person = Person(
        id=fields.slug(),
        name=fields.text("name"),
        roles=tuple(map(_read_role, fields.items("roles", required=True))),
        mentions=mentions,
        sort_name=fields.text("sort_name"),
        added_name=added.added() if added else None,
        note=fields.text("note", ""),
    )
    _require_words(fields, "name", [person.name], _texts_of(fields, mentions), "the passages that mention this person")
    for mention in mentions:
        if mention.exact not in person.name:
            raise fields.wrong(f"“{mention.exact}” is not part of the name {person.name}", mention.exact)
    return person


def _read_role(item: Fields) -> Role:
    role = Role(item.text("title"), item.excerpt())
    item.finish()
    _require_words(item, "title", [role.title], [role.excerpt.exact], "the role's excerpt")
    return role


def read_abbreviation(fields: Fields) -> tuple[Abbreviation, list[Excerpt]]:
    """An abbreviation, and the further places that introduce it."""
    found = Abbreviation(fields.text("short"), fields.text("full"), fields.excerpt("excerpt"))
    also = [item.last_place() for item in fields.items("also")]
    for place in (found.excerpt, *also):
        _require_words(fields, "short", [found.short], [place.exact], f"“{place.exact}”")
        _require_words(fields, "full", [found.full], [place.exact], f"“{place.exact}”")
    return found, also


def read_cross_reference(fields: Fields) -> CrossReference:
    """A pointer and the heading that it means; without `target` it leads out of the library."""
    target = None
    if "target" in fields:
        title = fields.text("target")
        site = fields.places.heading(title)
        if site is None:
            raise fields.wrong(f"no single heading reads “{title}”", "target")
        target = site.heading
    return CrossReference(fields.slug(), fields.excerpt("excerpt"), target, fields.text("note", ""))


def read_erratum(fields: Fields) -> Erratum:
    """A slip with its right reading."""
    erratum = Erratum(fields.slug(), fields.excerpt("excerpt"), fields.text("correct"), fields.text("reason"))
    if erratum.correct == erratum.excerpt.exact:
        raise fields.wrong("the right reading is the same as the slip", "correct")
    return erratum


def read_excuse(fields: Fields) -> list[Excerpt]:
    """The places of a ``non_…`` table, which must give its reason."""
    fields.text("reason")
    return [item.last_place() for item in fields.items("places", required=True)]

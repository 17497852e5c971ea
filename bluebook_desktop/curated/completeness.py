"""Whether the records tell all of the text: every expression a finder finds, each once, and nothing else."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bluebook_desktop.curated import finders
from bluebook_desktop.curated.places import Places, contains, in_reading_order, overlaps, same_site
from bluebook_desktop.curated.tables import Table
from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.errors import RecordError


@dataclass(frozen=True, slots=True)
class Cover:
    """Words that a table accounts for; a shared one only lies over another's, and accounts for nothing by itself."""

    table: Table
    excerpt: Excerpt
    shared: bool = False

    def wrong(self, what: str) -> RecordError:
        """The error that these words are wrong, at their line."""
        passage = "heading" if self.excerpt.heading is not None else f"passage = {self.excerpt.passage},"
        return self.table.wrong(what, self.excerpt.exact, passage)


@dataclass(frozen=True, slots=True)
class Rule:
    """What a finder finds must be accounted for in `file`; `name` is what it is called."""

    name: str
    finder: Callable[[Places], list[Excerpt]]
    file: str
    #: Whether each record must hold something that the finder finds (a slip may be one that no machine sees).
    both_ways: bool = True


#: By the kind of table that answers for it.
RULES = {
    "event": Rule("expression of time", finders.dates, "records/events.toml"),
    "facility": Rule("place", finders.facilities, "records/facilities.toml"),
    "quoted": Rule("quotation", finders.quoted, "records/quotations.toml"),
    "testimony": Rule("testimony", finders.testimonies, "records/quotations.toml"),
    "quotation": Rule("verb of saying", finders.verbs_of_saying, "records/quotations.toml"),
    "person": Rule("name", finders.people, "records/people.toml"),
    "abbreviation": Rule("bracket or short form", finders.short_forms, "records/abbreviations.toml"),
    "cross_reference": Rule("pointer", finders.pointers, "records/cross_references.toml"),
    "erratum": Rule("slip", finders.slips, "errata.toml", both_ways=False),
}


def find_gaps(places: Places, covers: dict[str, list[Cover]], text: str) -> list[RecordError]:
    """All that is told by no record, by two, or by one where the finder finds nothing; `text` gives line numbers."""
    problems: list[RecordError] = []
    for kind, rule in RULES.items():
        own = sorted(covers.get(kind, []), key=lambda cover: in_reading_order(cover.excerpt))
        expressions = rule.finder(places)
        problems += _uncovered(places, expressions, own, rule, text)
        problems += _doubled(own, rule)
        if rule.both_ways:
            problems += _unfounded(places, expressions, own, rule)
    return problems


def _uncovered(
    places: Places, expressions: list[Excerpt], covers: list[Cover], rule: Rule, text: str
) -> Iterator[RecordError]:
    for expression in expressions:
        if not any(contains(cover.excerpt, expression) for cover in covers if not cover.shared):
            site = places.of(expression)
            line = text.count("\n", 0, site.source_start + expression.start) + 1
            words = expression.exact if len(expression.exact) <= 60 else f"{expression.exact[:60]}…"
            yield RecordError(f"text.txt, line {line}: the {rule.name} “{words}” in {site} is not told in {rule.file}.")


def _doubled(covers: list[Cover], rule: Rule) -> Iterator[RecordError]:
    for index, cover in enumerate(covers):
        for other in covers[index + 1 :]:
            if not same_site(cover.excerpt, other.excerpt):
                break
            if overlaps(cover.excerpt, other.excerpt) and not (cover.shared or other.shared):
                yield other.wrong(f"the {rule.name} “{other.excerpt.exact}” is told twice in {rule.file}")


def _unfounded(places: Places, expressions: list[Excerpt], covers: list[Cover], rule: Rule) -> Iterator[RecordError]:
    for cover in covers:
        if not any(overlaps(cover.excerpt, expression) for expression in expressions):
            site = places.of(cover.excerpt)
            yield cover.wrong(f"“{cover.excerpt.exact}” in {site} holds no {rule.name}")

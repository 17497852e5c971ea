"""Whom and what a filter means: people, speakers, facilities and editions by their names."""

from __future__ import annotations

from functools import cached_property

from bluebook_desktop.domain.folding import words
from bluebook_desktop.domain.querying import Field, Filter, Query
from bluebook_desktop.domain.querying.facets import (
    edition_facet,
    facility_facet,
    kind_facet,
    person_facet,
    place_facet,
    section_facet,
    section_facets,
    speaker_facet,
    year_facet,
)
from bluebook_desktop.domain.querying.filters import PLACES, years_of
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.services.search_overlay import NOTHING_DECIDED, Overlay
from bluebook_desktop.storage import search_names as stored
from bluebook_desktop.storage.expressions import Plan
from bluebook_desktop.storage.library import Library
from bluebook_desktop.storage.search_names import Named, gathered

_NAMED = (Field.SPEAKER, Field.PERSON, Field.FACILITY, Field.EDITION, Field.YEAR)


class Names:
    """Everybody and everything that a library names; read when it is first asked for."""

    def __init__(self, library: Library, overlay: Overlay = NOTHING_DECIDED) -> None:
        """`overlay` tells whom and what the sections name that were decided on."""
        self._library = library
        self._overlay = overlay

    @cached_property
    def _people(self) -> list[Named]:
        return gathered([*stored.people(self._library, self._overlay.sections), *self._overlay.people()])

    @cached_property
    def _facilities(self) -> list[Named]:
        return gathered([*stored.facilities(self._library, self._overlay.sections), *self._overlay.facilities()])

    @cached_property
    def _speakers(self) -> list[Named]:
        slugs, printed = stored.speakers(self._library, self._overlay.sections)
        more_slugs, more = self._overlay.speakers()
        return [*(one for one in self._people if one.id in slugs | more_slugs), *gathered([*printed, *more])]

    @cached_property
    def _editions(self) -> list[str]:
        return [edition.id for edition in self._library.editions()]

    @cached_property
    def _years(self) -> tuple[int, int]:
        """The years that anything can be dated by: those of the editions, and long before."""
        years = [edition.year for edition in self._library.editions()]
        return 1850, max(years, default=2100) + 30

    def plan(self, query: Query, scope: str) -> Plan:
        """What the index is asked: of the filters of one kind any may hold, of different kinds all must."""
        groups: dict[Field, list[str]] = {}
        barred: list[str] = []
        for one in query.filters:
            if one.without:
                barred += self._facets(one)
            else:
                groups.setdefault(one.field, []).extend(self._facets(one))
        required = [tuple(dict.fromkeys(group)) for group in groups.values()]
        if scope:
            required.append((section_facet(scope) if "/" in scope else edition_facet(scope),))
        return Plan(query, tuple(required), tuple(dict.fromkeys(barred)))

    def _facets(self, one: Filter) -> list[str]:
        match one.field:
            case Field.YEAR:
                first, last = years_of(one.value)
                least, most = self._years
                return [year_facet(year) for year in range(max(first, least), min(last, most) + 1)]
            case Field.IN:
                return [place_facet(one.value)]
            case Field.KIND:
                return [kind_facet(one.value)]
            case Field.EDITION:
                return [
                    edition_facet(one_of)
                    for one_of in self._editions
                    if one.value in (one_of, one_of.partition("-")[0])
                ]
            case Field.SECTION:
                whole = [one.value] if "/" in one.value else [f"{edition}/{one.value}" for edition in self._editions]
                return [section_facet(section) for section in whole]
            case Field.SPEAKER:
                return [speaker_facet(named.id) for named in meant(self._speakers, one.value)]
            case Field.PERSON:
                return [person_facet(named.id) for named in meant(self._people, one.value)]
            case Field.FACILITY:
                return [facility_facet(named.id) for named in meant(self._facilities, one.value)]

    def unknown(self, query: Query) -> list[Filter]:
        """The filters by a name that nobody and nothing has, and by an edition, section or year that there is not."""
        return [one for one in query.filters if not one.without and not self._is_known(one)]

    def _is_known(self, one: Filter) -> bool:
        if one.field is Field.SECTION:
            wanted = set(self._facets(one))
            sections = (section_facets(section.edition, section.number) for section in self._library.sections())
            return any(not wanted.isdisjoint(facets) for facets in sections)
        return one.field not in _NAMED or bool(self._facets(one))

    def all_of(self, field: Field) -> list[str]:
        """Everything that can stand after a field's colon, for completion: names, editions, kinds, places."""
        match field:
            case Field.SPEAKER:
                return _names(self._speakers)
            case Field.PERSON:
                return _names(self._people)
            case Field.FACILITY:
                return _names(self._facilities)
            case Field.EDITION:
                return list(self._editions)
            case Field.SECTION:
                return [section.id for section in self._library.sections()]
            case Field.KIND:
                return [kind.value for kind in Kind]
            case Field.IN:
                return list(PLACES)
            case Field.YEAR:
                return []


def _names(several: list[Named]) -> list[str]:
    found = dict.fromkeys(one.names[0] for one in several if one.names)
    return sorted(found, key=str.casefold)


def meant(several: list[Named], asked: str) -> list[Named]:
    """Those whose name holds all words that are asked for, the last of them perhaps only begun."""
    wanted = asked.split()
    parted = [(one, [[word.folded for word in words(name)] for name in one.names]) for one in several]
    whole = [one for one, names in parted if any(set(wanted) <= set(name) for name in names)]
    if whole or not wanted:
        return whole
    *first, last = wanted
    return [
        one
        for one, names in parted
        if any(set(first) <= set(name) and any(word.startswith(last) for word in name) for name in names)
    ]

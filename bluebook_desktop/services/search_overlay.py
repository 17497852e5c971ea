"""How the reader's decisions change a search: the index knows nothing of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bluebook_desktop.storage.search import Candidate, entries_in

if TYPE_CHECKING:
    from bluebook_desktop.domain.decisions import Decision
    from bluebook_desktop.storage.library import Library


@dataclass(frozen=True, slots=True)
class Overlay:
    """Entries that a search leaves out, by number, and those that it looks at in the stead of some of them."""

    without: frozenset[int] = frozenset()
    changed: tuple[Candidate, ...] = ()


NOTHING_DECIDED = Overlay()


def overlay_of(library: Library, decided: Mapping[str, tuple[Decision, ...]], scope: str = "") -> Overlay:
    """What the decisions by section change; the title of one record may hold the name of another."""
    without: set[int] = set()
    changed: list[Candidate] = []
    for section in library.sections() if decided else ():
        if section.id not in decided or not _in_scope(section.id, scope):
            continue
        shown = _shown_entries(library, section.id, decided[section.id])
        for candidate in entries_in(library, section.id):
            wanted = shown.get((candidate.kind, candidate.id))
            if wanted == (candidate.title, candidate.text):
                continue
            without.add(candidate.order)
            if wanted is not None:
                changed.append(replace(candidate, title=wanted[0], text=wanted[1]))
    return Overlay(frozenset(without), tuple(changed))


def _shown_entries(
    library: Library, section: str, decisions: tuple[Decision, ...]
) -> dict[tuple[str, str], tuple[str, str]]:
    """Title and text of the records of a section as its reader wants them, by kind and id."""
    from bluebook_desktop.domain.entries import entries_of  # noqa: PLC0415 - only where something was decided
    from bluebook_desktop.services.decisions import lay_section  # noqa: PLC0415

    records = lay_section(library, section, decisions).records
    return {(one.kind, one.id): (one.title, one.text) for one in entries_of(records)}


def _in_scope(section: str, scope: str) -> bool:
    return not scope or section == scope or section.startswith(f"{scope}/")

"""`bluebook people`: people that the text names, with the offices that it gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bluebook_desktop.cli.listing import Listing, gathered, nothing_named, open_sections
from bluebook_desktop.cli.options import command, json_option, sections_option
from bluebook_desktop.cli.origins import write_all_checked, write_origin

if TYPE_CHECKING:
    from bluebook_desktop.cli.output import Output
    from bluebook_desktop.domain.records import Person
    from bluebook_desktop.services.sections import OpenSection


@command("people", about="Print people and the offices that the text gives them.", example="bluebook people Kishi")
@click.argument("name", nargs=-1)
@sections_option
@json_option
def run(name: tuple[str, ...], section: str | None, as_json: bool) -> int:
    """Print the people that all sections, an edition or a section name, or those of one name or office."""
    from bluebook_desktop.services.browsing import find_people

    wanted = " ".join(name)
    with open_sections(section) as sections:
        found = gathered(sections, lambda one: find_people(one, wanted))
        nothing = "" if found else nothing_named("person", wanted, sections)
        listing = Listing("people", sections, found, nothing, lambda objects, one: objects.person(one))
        return listing.print(
            lambda output: listing.in_each(output, lambda text, people: _write(output, text, people)), as_json=as_json
        )


def _write(output: Output, section: OpenSection, people: list[Person]) -> None:
    from bluebook_desktop.domain.references import Kind

    for number, person in enumerate(people):
        if number:
            output.line()
        output.heading(person.name)
        for role, passages in _roles(person).items():
            output.paragraph(f"{role} ({', '.join(f'¶ {one}' for one in passages)})", indent=2)
        if person.note:
            output.paragraph(person.note, indent=2)
        if person.added_name:
            output.aside(f"Added: {person.added_name.text} ({person.added_name.source})", indent=2)
        named = dict.fromkeys(mention.passage for mention in person.mentions)
        output.paragraph(f"named in {', '.join(f'¶ {one}' for one in named)}", indent=2)
        write_origin(output, section, Kind.PERSON, person.id)
    write_all_checked(output, Kind.PERSON, [(section, one.id) for one in people])


def _roles(person: Person) -> dict[str, list[int]]:
    """Each office once, with the passages that give it."""
    roles: dict[str, list[int]] = {}
    for role in person.roles:
        roles.setdefault(role.title, []).append(role.excerpt.passage)
    return roles

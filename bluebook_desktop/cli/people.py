"""`bluebook people`: people that the text names, with the offices that it gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bluebook_desktop.cli.options import FOUND, NOTHING_FOUND, command, json_option, open_section, section_option
from bluebook_desktop.cli.origins import write_all_checked, write_origin
from bluebook_desktop.cli.output import Output

if TYPE_CHECKING:
    from bluebook_desktop.domain.records import Person
    from bluebook_desktop.services.sections import OpenSection


@command("people", about="Print people and the offices that the text gives them.", example="bluebook people Kishi")
@click.argument("name", nargs=-1)
@section_option
@json_option
def run(name: tuple[str, ...], section: str | None, as_json: bool) -> int:
    """Print the people that a section names, or those of one name or office."""
    from bluebook_desktop.services.browsing import find_people
    from bluebook_desktop.services.objects import SectionObjects

    wanted = " ".join(name)
    with open_section(section) as text:
        found = find_people(text, wanted)
        output = Output()
        if as_json:
            objects = SectionObjects(text)
            output.json({"section": text.id, "people": [objects.person(one) for one in found]})
        elif not found:
            output.line(f"The text names nobody “{wanted}”." if wanted else "The text names nobody.")
        else:
            _write(output, text, found)
    return FOUND if found else NOTHING_FOUND


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
    write_all_checked(output, section, Kind.PERSON, [one.id for one in people])


def _roles(person: Person) -> dict[str, list[int]]:
    """Each office once, with the passages that give it."""
    roles: dict[str, list[int]] = {}
    for role in person.roles:
        roles.setdefault(role.title, []).append(role.excerpt.passage)
    return roles

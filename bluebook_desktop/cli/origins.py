"""Says of printed records where they are from: checked by hand, found by the program, or the reader's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluebook_desktop.domain.references import Reference

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bluebook_desktop.cli.output import Output
    from bluebook_desktop.domain.references import Kind
    from bluebook_desktop.services.sections import OpenSection


def write_origin(output: Output, section: OpenSection, kind: Kind, id_: str, *, indent: int = 2) -> bool:
    """A line below a record that was not checked by hand, with the id that `bluebook decide` takes; whether it was."""
    from bluebook_desktop.services.origins import CHECKED, origin_in_words, origin_of

    reference = Reference(kind, section.id, id_)
    if origin_of(section, reference) == CHECKED:
        return False
    output.aside(f"{origin_in_words(section, reference)} (id: {id_})", indent=indent)
    return True


def write_all_checked(output: Output, kind: Kind, ids: Iterable[tuple[OpenSection, str]]) -> None:
    """A line below records that were all checked by hand, which none of them says of itself."""
    from bluebook_desktop.services.origins import CHECKED, origin_of

    if all(origin_of(section, Reference(kind, section.id, one)) == CHECKED for section, one in ids):
        output.line()
        output.aside("All of these were checked by hand.")

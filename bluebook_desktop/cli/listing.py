"""What the commands that list records share: the sections that they look through, and how their answer is given."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from bluebook_desktop.cli.exporting import write_export
from bluebook_desktop.cli.options import FOUND, NOTHING_FOUND, open_library, read_decisions
from bluebook_desktop.cli.output import Output, counted, warn
from bluebook_desktop.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bluebook_desktop.services.joining import Part, Write
    from bluebook_desktop.services.objects import SectionObjects
    from bluebook_desktop.services.sections import OpenSection

_T = TypeVar("_T")


@contextlib.contextmanager
def open_sections(wanted: str | None) -> Iterator[list[OpenSection]]:
    """The section asked for, all sections of the edition asked for, or all that the library has."""
    from bluebook_desktop.services.browsing import open_sections as find_sections

    with open_library() as library:
        sections = find_sections(library, wanted)
        decisions = read_decisions()
        for section in sections:
            section.decide_by(lambda section=section: decisions.get(section.id, ()))  # type: ignore[misc]
        yield sections


@contextlib.contextmanager
def open_section_with(wanted: str | None, what: str, has: Callable[[OpenSection], bool]) -> Iterator[OpenSection]:
    """The one of the sections asked for that has a record; the first where none has it. UsageError for several.

    `what` names the record in that error.
    """
    with open_sections(wanted) as sections:
        having = [section for section in sections if has(section)]
        if len(having) > 1:
            names = f"{', '.join(section.id for section in having[:5])}{', …' if len(having) > 5 else ''}"
            raise UsageError(f"{len(having)} sections have {what} ({names}): say which with --edition and --section.")
        yield having[0] if having else sections[0]


@dataclass(frozen=True)
class Listing(Generic[_T]):
    """Records of some sections, and how the answer that holds them is given."""

    #: What the records are in JSON: ``events``.
    name: str
    #: All that were looked through.
    sections: Sequence[OpenSection]
    #: The records in the order in which they are printed, each with its section.
    found: Sequence[tuple[OpenSection, _T]]
    #: A sentence for the case that there are none.
    nothing: str
    describe: Callable[[SectionObjects, _T], dict[str, Any]]

    @property
    def is_of_several(self) -> bool:
        """Whether several sections were looked through."""
        return len(self.sections) > 1

    @property
    def parts(self) -> list[Part[_T]]:
        """The sections in which something was found, each with it."""
        every = ((section, [one for where, one in self.found if where is section]) for section in self.sections)
        return [part for part in every if part[1]]

    def print(self, write: Callable[[Output], None], *, as_json: bool) -> int:
        """Print the records as JSON, or as text by `write`; the exit status."""
        output = Output()
        if as_json:
            output.json(self._object())
        elif self.found:
            write(output)
        else:
            output.line(self._nothing())
        return FOUND if self.found else NOTHING_FOUND

    def export(self, form: str, formats: Mapping[str, Write], target: str | None, *, as_json: bool) -> int:
        """Print the records in a format, or write them to a file; the exit status. Of nothing nothing is written."""
        if not self.found:
            warn(self._nothing())
            return NOTHING_FOUND
        from bluebook_desktop.services.joining import joined

        exported = joined(form, formats, self.parts) if self.is_of_several else formats[form](*self.parts[0])
        write_export(Output(), exported, target, as_json=as_json)
        return FOUND

    def in_each(self, output: Output, write: Callable[[OpenSection, list[_T]], None]) -> None:
        """Print by section; where several were looked through, each under its title."""
        for number, (section, records) in enumerate(self.parts):
            if number:
                output.line()
            if self.is_of_several:
                output.heading(f"{section.id}  {section.section.title}")
                output.line()
            write(section, list(records))

    def place(self, section: OpenSection, passage: int) -> str:
        """``¶ 12``, or ``2021-en/4.2.2 ¶ 12`` where several sections are told of in one list."""
        return f"{section.id} ¶ {passage}" if self.is_of_several else f"¶ {passage}"

    def _object(self) -> dict[str, Any]:
        """What JSON has; of several sections every record says its own."""
        from bluebook_desktop.services.objects import SectionObjects

        objects = {section.id: SectionObjects(section) for section in self.sections}
        records = [self.describe(objects[section.id], one) for section, one in self.found]
        if not self.is_of_several:
            return {"section": self.sections[0].id, self.name: records}
        told = [{"section": section.id, **record} for (section, _), record in zip(self.found, records, strict=True)]
        return {"sections": [section.id for section in self.sections], self.name: told}

    def _nothing(self) -> str:
        """That there are none, and where they were looked for if that was in several sections."""
        count = len(self.sections)
        return f"{self.nothing} All {count} sections were looked through." if self.is_of_several else self.nothing


def nothing_named(kind: str, wanted: str, sections: Sequence[OpenSection]) -> str:
    """That no record of a kind has a name, and how many passages hold its words nevertheless.

    The program may not have recognised in them what they name.
    """
    from bluebook_desktop.services.browsing import count_passages

    if not wanted:
        return f"No {kind} is recorded."
    said = f"No {kind} is recorded under the name “{wanted}”."
    count = count_passages(sections, wanted)
    hold = "holds" if count == 1 else "hold"
    return f"{said} {counted(count, 'passage')} {hold} it: “bluebook search” shows where." if count else said


def gathered(sections: Sequence[OpenSection], find: Callable[[OpenSection], list[_T]]) -> list[tuple[OpenSection, _T]]:
    """What is found in each section, with its section."""
    return [(section, one) for section in sections for one in find(section)]

"""Options that several commands share, and how their library and section are opened."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bluebook_desktop.cli.output import warn
from bluebook_desktop.errors import BluebookError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bluebook_desktop.domain.dates import Span
    from bluebook_desktop.domain.decisions import Decision
    from bluebook_desktop.services.sections import OpenSection
    from bluebook_desktop.storage.library import Library

#: Exit statuses.
FOUND, NOTHING_FOUND, WRONG = 0, 1, 2
CommandFunction = TypeVar("CommandFunction", bound="Callable[..., int]")

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
_EDITION = "bluebook.edition"


def _keep_edition(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    context.meta[_EDITION] = value


def _with_edition(context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """A section with its edition, as far as they were named: ``2021-en/4.2.2``, ``4.2.2``, ``2021-en`` or none."""
    edition = context.meta.get(_EDITION)
    if edition and value and "/" not in value:
        return f"{edition}/{value}"
    return value or edition


def add_section(function: CommandFunction, *, section: str, edition: str) -> CommandFunction:
    """`--edition` and `--section` with their help; the command is given both as one `section`."""
    of_section = click.option("--section", metavar="SECTION", callback=_with_edition, help=section)
    of_edition = click.option(
        "--edition", metavar="EDITION", callback=_keep_edition, expose_value=False, is_eager=True, help=edition
    )
    return of_edition(of_section(function))


def section_option(function: CommandFunction) -> CommandFunction:
    """`--edition` and `--section` of a command that speaks of one section."""
    return add_section(
        function,
        section="The section, such as 4.2.2 or 2021-en/4.2.2; without it the first of the newest edition.",
        edition="The edition, such as 2021-en; without --section its first section.",
    )


def sections_option(function: CommandFunction) -> CommandFunction:
    """`--edition` and `--section` of a command that looks through all there are; it is given both as one `section`."""
    return add_section(
        function,
        section="The section, such as 2021-en/4.2.2, or 4.2.2 of any edition; without it all of them.",
        edition="The edition, such as 2021-en; without it all of them.",
    )


def command(name: str, *, about: str, example: str) -> Callable[[CommandFunction], click.Command]:
    """A command with its line in the list of all, and a help that ends with an example.

    Its function returns the exit status.
    """
    return click.command(name, short_help=about, epilog=f"\b\nExample:\n  {example}")


@contextlib.contextmanager
def open_library() -> Iterator[Library]:
    """The user's library; what its reader should be told about it goes to standard error."""
    from bluebook_desktop.paths import user_folders
    from bluebook_desktop.services.library import open_library as open_current

    opened = open_current(user_folders())
    for notice in opened.notices:
        warn(notice)
    try:
        yield opened.library
    finally:
        opened.close()


@contextlib.contextmanager
def open_section(wanted: str | None) -> Iterator[OpenSection]:
    """The section asked for, or the first of the newest edition; where others are what was asked for, that is said."""
    from bluebook_desktop.services.browsing import open_section as find_section

    with open_library() as library:
        section = find_section(library, wanted)
        tell_of_others(library, wanted, section)
        section.decide_by(lambda: read_decisions().get(section.id, ()))
        yield section


def tell_of_others(library: Library, wanted: str | None, section: OpenSection) -> None:
    """Say on standard error which section it is, where several could have been meant."""
    from bluebook_desktop.services.browsing import count_matching

    count = count_matching(library, wanted)
    if count > 1:
        warn(f"This is {section.id}, the first of {count} sections; --edition and --section name another.")


def read_decisions(*, wanted: bool = False) -> Mapping[str, tuple[Decision, ...]]:
    """What the reader decided, by section; what cannot be read of it is said on standard error.

    Where nothing can be read though it is what is `wanted`, that is an error: BluebookError.
    """
    from bluebook_desktop.paths import user_folders

    folders = user_folders()
    if not folders.notebook.exists() and not (folders.data / "backups").exists():
        return {}
    from bluebook_desktop.services.decisions import by_section, read_kept

    kept, problem = read_kept(folders)
    if problem and wanted and not kept:
        raise BluebookError(problem)
    if problem:
        warn(problem)
    return by_section(kept)


class DateType(click.ParamType[Any]):
    """A day, month or year."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Span:
        from bluebook_desktop.domain.dates import parse_edtf

        try:
            return parse_edtf(str(value).strip())
        except ValueError:
            self.fail(f"“{value}” is no date; a date looks like 2020, 2020-03 or 2020-03-15", param, ctx)


class KindType(click.ParamType[Any]):
    """One of the values of an enumeration that is not imported before it is needed."""

    name = "kind"

    def __init__(self, module: str, enumeration: str, values: tuple[str, ...]) -> None:
        self._module, self._enumeration, self.values = module, enumeration, values

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return "|".join(self.values)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        from importlib import import_module

        wanted = str(value).strip().lower().replace("-", "_").replace(" ", "_")
        if wanted not in self.values:
            self.fail(f"“{value}” is none of {', '.join(self.values)}", param, ctx)
        return getattr(import_module(self._module), self._enumeration)(wanted)


_RECORDS = "bluebook_desktop.domain.records"
EVENT_KIND = KindType(_RECORDS, "EventKind", ("diplomacy", "agreements", "defence", "realignment", "incidents"))
STATUS = KindType(_RECORDS, "Status", ("happened", "planned", "deadline"))
QUOTATION_KIND = KindType(
    _RECORDS, "QuotationKind", ("speech", "joint_statement", "message", "testimony", "reported", "term")
)
RECORD_KIND = KindType(
    "bluebook_desktop.domain.references",
    "Kind",
    ("quotation", "event", "facility", "person", "abbreviation"),
)
SEARCH_KIND = KindType(
    "bluebook_desktop.domain.references",
    "Kind",
    ("passage", "quotation", "event", "facility", "person", "abbreviation", "heading"),
)

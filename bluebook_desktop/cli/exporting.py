"""`--format` and `--output` of the commands that can export the records that they found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from bluebook_desktop.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluebook_desktop.cli.output import Output

CommandFunction = TypeVar("CommandFunction", bound="Callable[..., int]")


def export_options(*formats: str) -> Callable[[CommandFunction], CommandFunction]:
    """`--format`, given to the command as `form`, and `--output`, given as `target`."""

    def add(function: CommandFunction) -> CommandFunction:
        form = click.option(
            "--format", "form", type=click.Choice(formats), help="Export in this format instead of printing text."
        )
        target = click.option("--output", "target", metavar="FILE", help="With --format: write to this file; - prints.")
        return form(target(function))

    return add


def check_export(form: str | None, target: str | None, formats: tuple[str, ...], *, as_json: bool) -> None:
    """UsageError for options that cannot go together."""
    if target is not None and form is None:
        known = " or ".join(f"--format {one}" for one in formats)
        raise UsageError(f"--output needs {known}.")
    if as_json and form is not None and target in (None, "-"):
        raise UsageError("--json and --format would both print: leave one of them out, or write to a file.")


def write_export(output: Output, exported: str, target: str | None, *, as_json: bool) -> None:
    """Print what was exported, or write it to a file, whole or not at all."""
    from bluebook_desktop.services.export import write_atomically

    if target in (None, "-"):
        output.whole(exported)
        return
    path = Path(str(target))
    write_atomically(path, exported)
    if as_json:
        output.json({"file": str(path.resolve())})
    else:
        output.line(f"Written to {path}")

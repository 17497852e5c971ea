"""The command line `bluebook`: its commands, and what becomes of errors.

Each command lives in a module of its own, which is imported when it is called.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

import click

from bluebook_desktop import __version__
from bluebook_desktop.cli.options import FOUND, WRONG
from bluebook_desktop.cli.output import Output, warn
from bluebook_desktop.errors import BluebookError, LibraryDamagedError

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The commands in the order of the help.
COMMANDS = (
    "search",
    "read",
    "contents",
    "timeline",
    "facilities",
    "quotations",
    "people",
    "abbreviations",
    "decide",
    "decisions",
    "cite",
    "check-quote",
    "verify",
    "build",
    "export",
    "editions",
    "import",
    "remove",
)
#: A command whose name is a word of Python lives in a module of another name.
_MODULES = {"import": "importing", "check-quote": "check_quote"}
_INTERRUPTED, _PIPE_CLOSED = 130, 141


class PipeClosedError(Exception):
    """Whoever read the output has gone."""


class Commands(click.Group):
    """The group of all commands; an error becomes one sentence on standard error and an exit status."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"bluebook_desktop.cli.{_MODULES.get(cmd_name, cmd_name)}")
        found: click.Command = module.run
        return found

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:  # click would end the program itself, as if nothing was found
            raise PipeClosedError from error

    def main(  # type: ignore[override]  # of click's own settings only these two are ever given
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **settings: Any
    ) -> NoReturn:
        """Run a command and leave with its exit status."""
        settings.update(standalone_mode=False, windows_expand_args=False)
        try:
            try:
                status = self._run(args, prog_name, settings)
                sys.stdout.flush()
            except KeyboardInterrupt:
                status = _INTERRUPTED
            except (BrokenPipeError, PipeClosedError):
                status = _leave_pipe(_PIPE_CLOSED)
            except OSError as error:  # of a file it says which; of the output, which has no name, it does not
                if not (closed := _is_pipe_of_windows(error)):
                    what = (
                        "The answer cannot be written" if error.filename is None else f"{error.filename} cannot be used"
                    )
                    warn(f"{what}: {(error.strerror or str(error)).lower()}.")
                status = _leave_pipe(_PIPE_CLOSED if closed else WRONG)
        finally:
            with contextlib.suppress(OSError):  # there is nowhere left to say it
                sys.stderr.flush()
        sys.exit(status)

    def _run(self, args: Sequence[str] | None, prog_name: str | None, settings: dict[str, Any]) -> int:
        """Run a command; should the library turn out to be damaged on the way, once more on one built anew."""
        try:
            damage = ""
            try:
                status = super().main(args, prog_name or "bluebook", **settings)
            except LibraryDamagedError as error:
                damage = str(error)
            if damage:  # the error is gone, and with it what kept the damaged file open
                _rebuild(damage)
                status = super().main(args, prog_name or "bluebook", **settings)
        except click.exceptions.NoArgsIsHelpError as error:
            Output().line(error.message)
            return FOUND
        except click.exceptions.Abort:
            return _INTERRUPTED
        except click.ClickException as error:
            warn(_sentence(error))
            return WRONG
        except BluebookError as error:
            warn(str(error))
            return WRONG
        return status if isinstance(status, int) else FOUND


def _rebuild(damage: str) -> None:
    from bluebook_desktop.paths import user_folders
    from bluebook_desktop.services.library import build_library

    _, notices = build_library(user_folders())
    warn(f"{damage} It was rebuilt from the original texts{'' if notices else '; nothing is lost'}.")
    for notice in notices:
        warn(notice)


def _is_pipe_of_windows(error: OSError) -> bool:
    """Whether nobody reads the output any more: Windows calls that an invalid argument."""
    return sys.platform == "win32" and error.errno == errno.EINVAL


def _leave_pipe(status: int) -> int:
    """Keep Python from writing to a closed output once more when it ends."""
    with contextlib.suppress(OSError, ValueError):  # an output that is no file of the system needs no such care
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status


def _sentence(error: click.ClickException) -> str:
    """What click says of a wrong call, as one sentence that names the help."""
    said = error.format_message().strip().replace("\n", " ").replace(". ", "; ").rstrip(".")
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "bluebook"
    hint = "; put -- before words that begin with a dash" if isinstance(error, click.NoSuchOption) else ""
    return f"{said}{hint} (“{path} --help” tells how it is used)."


@click.group(
    "bluebook",
    cls=Commands,
    no_args_is_help=True,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
    epilog="Exit status: 0 found, 1 nothing found (or, for verify, something wrong), 2 wrong use or error.",
)
@click.version_option(__version__, prog_name="Bluebook Desktop", message="%(prog)s %(version)s")
def commands() -> None:
    """Read, search and cite the Diplomatic Bluebook, offline.

    A place is a paragraph number (12, ¶ 12, 12-15) or a locator (bluebook:2021-en/4.2.2/12).
    """


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line; leaves with the exit status."""
    commands.main(arguments, "bluebook")


if __name__ == "__main__":
    main()

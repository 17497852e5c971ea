"""Writes docs/cli.md from the commands' own help: ``python -m bluebook_desktop.cli.docs > docs/cli.md``."""

from __future__ import annotations

import sys

import click

from bluebook_desktop.cli.main import COMMANDS, commands

_WIDTH = 100
_HEAD = """# The command line

Made from the commands' own help by `python -m bluebook_desktop.cli.docs > docs/cli.md`; a test keeps it so.
What `bluebook export` writes is described in [export.md](export.md).

- `BLUEBOOK_HOME` moves all of the user's data, for portable use and for tests. A file named `portable` beside the
  installed program does so, too: the data is then in the folder `bluebook-data` beside it.
- Notices and errors go to standard error, one sentence each; results go to standard output.
- With `--json` the result is one JSON object in UTF-8, whatever the terminal's encoding.
- `NO_COLOR` turns bold and underlined type off. Output that goes to a file or a pipe is neither wrapped nor styled, and
  on Windows it is UTF-8.
- Words that begin with a dash are searched for after `--`: `bluebook search -- --kind`.
"""


def render() -> str:
    """The whole page."""
    parts = [_HEAD, _part(commands, "bluebook", None)]
    with click.Context(commands, info_name="bluebook", **commands.context_settings) as context:
        for name in COMMANDS:
            command = commands.get_command(context, name)
            if command is not None:
                parts.append(_part(command, name, context))
    return "\n".join(parts)


def _part(command: click.Command, name: str, parent: click.Context | None) -> str:
    settings = {**command.context_settings, "terminal_width": _WIDTH, "max_content_width": _WIDTH}
    context = click.Context(command, info_name=name, parent=parent, **settings)
    lines = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    return f"## {context.command_path}\n\n```\n{lines}\n```\n"


if __name__ == "__main__":
    sys.stdout.write(render())

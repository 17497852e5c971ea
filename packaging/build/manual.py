"""Manual pages and completion, made from the programs' own words so that they never say something else."""

import gzip
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from build import common

#: Prints the help of `bluebook` and of each command as JSON.
_ASK = """
import json, click
from bluebook_desktop.cli.main import COMMANDS, commands
from bluebook_desktop.__main__ import _USAGE
width = {"terminal_width": 76, "max_content_width": 76}
helps = {}
with click.Context(commands, info_name="bluebook", **{**commands.context_settings, **width}) as top:
    helps[""] = commands.get_help(top)
    for name in COMMANDS:
        command = commands.get_command(top, name)
        settings = {**command.context_settings, **width}
        helps[name] = command.get_help(click.Context(command, info_name=name, parent=top, **settings))
print(json.dumps({"window": _USAGE, "commands": helps}))
"""
_SHELLS = {
    "bash": "bash-completion/completions/bluebook",
    "zsh": "zsh/vendor-completions/_bluebook",
    "fish": "fish/vendor_completions.d/bluebook.fish",
}
_FILES = """.SH FILES
.TP
.I ~/.local/share/bluebook-desktop
The library, imported originals and the notebook; kept when the program is removed.
.TP
.I ~/.config/bluebook-desktop
Settings.
.SH ENVIRONMENT
.TP
.B BLUEBOOK_HOME
A folder where all of this is kept instead.
"""


def write(share: Path, folder: Path, python: Path) -> None:
    """Write the pages of both programs and the completion of three shells below `share`."""
    told = common.ask(python, _ASK)
    pages = share / "man" / "man1"
    pages.mkdir(parents=True)
    usage, _, rest = told["window"].partition("\n\n")
    window = _head("BLUEBOOK-DESKTOP", "bluebook-desktop \\- read the Diplomatic Bluebook offline", usage)
    window += f".SH OPTIONS\n{_as_is(rest)}{_FILES}.SH SEE ALSO\n.BR bluebook (1)\n"
    _compressed(pages / "bluebook-desktop.1.gz", window)
    helps = told["commands"]
    usage, _, rest = helps.pop("").partition("\n\n")
    line = _head("BLUEBOOK", "bluebook \\- search and cite the Diplomatic Bluebook from a terminal", usage)
    line += f".SH DESCRIPTION\n{_as_is(rest)}.SH COMMANDS\n"
    line += "".join(f".SS {_roff(name)}\n{_as_is(text)}" for name, text in helps.items())
    _compressed(pages / "bluebook.1.gz", f"{line}{_FILES}.SH SEE ALSO\n.BR bluebook-desktop (1)\n")
    for shell, place in _SHELLS.items():
        target = share / place
        target.parent.mkdir(parents=True)
        target.write_text(_completion(folder, shell), "utf-8")


def _completion(folder: Path, shell: str) -> str:
    """What click writes for a shell; it asks the program itself for its commands and options."""
    program = folder / common.COMMAND_LINE
    asked = common.environment(_BLUEBOOK_COMPLETE=f"{shell}_source", HOME=str(common.WORK))
    done = subprocess.run([program], env=asked, capture_output=True, encoding="utf-8", check=False)
    if "bluebook" not in done.stdout:
        raise common.BuildError(f"The command line does not write completion for {shell}: {done.stderr.strip()}")
    return done.stdout


def _head(title: str, name: str, usage: str) -> str:
    date = datetime.fromtimestamp(common.source_date(), UTC).date()
    head = f'.TH {_roff(title)} 1 {date} "Bluebook Desktop {common.version()}" "User Commands"\n.SH NAME\n{name}\n'
    return f"{head}.SH SYNOPSIS\n{_as_is(usage.removeprefix('Usage: '))}"


def _as_is(text: str) -> str:
    """Lines as they are written."""
    return f".nf\n{_roff(text.strip())}\n.fi\n"


def _roff(text: str) -> str:
    lines = text.replace("\\", "\\e").replace("-", "\\-").split("\n")
    return "\n".join(f"\\&{line}" if line.startswith((".", "'")) else line for line in lines)


def _compressed(path: Path, text: str) -> None:
    path.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))

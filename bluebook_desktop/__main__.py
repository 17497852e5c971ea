"""Chooses window or command line; the only module that knows both. Imports nothing heavy."""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn, TextIO

_USAGE = """Usage: bluebook-desktop [PLACE] [--screenshot FILE] [--tab TAB] [--search WORDS]
                        [--check WORDS] [--theme THEME] [--size WxH] [--scale N]
       bluebook-desktop --self-test[=FILE]

  PLACE               a place to open, such as bluebook:2021-en/4.2.2/12
  --screenshot FILE   save a picture of the window as PNG and exit; needs no display
  --tab TAB           reader, timeline, facilities, quotations or people
  --search WORDS      search for words
  --check WORDS       check whether a quotation is the text's; the picture is of its window
  --theme THEME       light, dark or system
  --size WxH          size of the window in pixels, such as 1280x800
  --scale N           scale factor, such as 2
  --self-test[=FILE]  check this installation, print what was found (and write it to FILE); needs no display
  --version           the program's version

The command line is called bluebook: bluebook --help."""
_OPTIONS = {"--screenshot", "--tab", "--search", "--check", "--theme", "--size", "--scale"}


def main() -> None:
    """Run the window: `bluebook-desktop`."""
    arguments = sys.argv[1:]
    if any(one in ("-h", "--help") for one in arguments[:1]):
        _say(_USAGE, sys.stdout)
        return
    if arguments[:1] == ["--version"]:
        from bluebook_desktop import __version__

        _say(f"Bluebook Desktop {__version__}", sys.stdout)
        return
    if arguments and arguments[0].partition("=")[0] == "--self-test":
        _test_itself(arguments)
    import gc

    from bluebook_desktop.errors import BluebookError

    gc.disable()  # nothing that a start makes is garbage; gui/app.py turns collecting on again
    try:
        options, place = _read_arguments(arguments)
        from bluebook_desktop.gui.start import start

        sys.exit(start(options, place))
    except (BluebookError, ImportError) as error:
        _refuse(error)


def _say(text: str, stream: "TextIO | None") -> None:
    """Print, or show a box: a program with a window has no output on Windows, unless it is given one."""
    if stream is not None or sys.platform != "win32":
        print(text, file=stream)
        return
    import ctypes

    ctypes.windll.user32.MessageBoxW(None, text, "Bluebook Desktop", 0)


def _test_itself(arguments: list[str]) -> "NoReturn":
    """Check the installation, and end."""
    from bluebook_desktop.errors import BluebookError

    try:
        from bluebook_desktop.gui.start import start_self_test

        sys.exit(start_self_test(arguments))
    except (BluebookError, ImportError) as error:
        _refuse(error)


def _refuse(error: Exception) -> "NoReturn":
    """End with one sentence; an import that fails for another reason than a library of the system is a bug."""
    if isinstance(error, ImportError):
        library, found, _ = str(error).partition(": cannot open shared object file")
        if not found:
            raise error
        error = ImportError(f"This system lacks the library {library}; docs/install.md names the package that has it.")
    _say(f"bluebook-desktop: {error}", sys.stderr)
    sys.exit(2)


def choose() -> None:
    """Run a command of `bluebook` where one is named, else the window: `python3 -m bluebook_desktop`."""
    if len(sys.argv) > 1 and _is_command(sys.argv[1]):
        from bluebook_desktop.cli.main import main as command_line

        command_line()
    else:
        main()


def _is_command(word: str) -> bool:
    """Whether the first argument is meant as a command: plain words, as no place in the library is."""
    return word.islower() and all(part.isalpha() for part in word.split("-"))


def _read_arguments(arguments: list[str]) -> tuple[dict[str, str], str]:
    """Options by name without dashes, and the place to open."""
    from bluebook_desktop.errors import UsageError

    options: dict[str, str] = {}
    place = ""
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        name, equals, value = word.partition("=")
        if name in _OPTIONS:
            if not equals and not rest:
                raise UsageError(f"{name} needs a value; bluebook-desktop --help tells which.")
            options[name.removeprefix("--")] = value if equals else rest.pop(0)
        elif word.startswith("-"):
            raise UsageError(f"There is no option {word}; bluebook-desktop --help lists them.")
        elif place:
            raise UsageError("One place can be opened at a time.")
        else:
            place = word
    return options, place


if __name__ == "__main__":
    choose()

"""What is decided before Qt is loaded: options, the display, and whether a window is open already."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from bluebook_desktop.domain.references import Locator, parse_locator
from bluebook_desktop.errors import BluebookError, UsageError
from bluebook_desktop.gui.plain_imports import import_plainly

_TABS = ("reader", "timeline", "facilities", "quotations", "people")
_THEMES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Options:
    """How the window was asked for; None where nothing was said."""

    place: Locator | None = None
    picture: Path | None = None
    tab: str | None = None
    search: str | None = None
    check: str | None = None
    theme: str | None = None
    size: tuple[int, int] | None = None
    scale: float | None = None


def start(words: dict[str, str], place: str) -> int:
    """Open the window or save a picture of it; the exit status. UsageError for options that cannot be."""
    options = read_options(words, place)
    if options.scale is not None:
        os.environ["QT_SCALE_FACTOR"] = f"{options.scale:g}"
    if options.picture is not None:
        if sys.platform.startswith("linux"):
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        import_plainly()
        from bluebook_desktop.gui.app import save_picture  # noqa: PLC0415

        return save_picture(options)
    from bluebook_desktop.gui.display import require_display  # noqa: PLC0415

    require_display()
    _reach_input_method()
    import_plainly()
    from bluebook_desktop.gui.app import run  # noqa: PLC0415

    return run(options)


def start_self_test(arguments: list[str]) -> int:
    """Check the installation, on the display where there is one; the exit status."""
    if len(arguments) > 1:
        raise UsageError("--self-test stands alone; bluebook-desktop --help tells more.")
    _, equals, report = arguments[0].partition("=")
    if equals and not report:
        raise UsageError("--self-test= needs a file to write the report to.")
    from bluebook_desktop.gui.display import require_display  # noqa: PLC0415

    _reach_input_method()
    try:
        require_display()
    except BluebookError:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from bluebook_desktop.gui.self_test import self_test  # noqa: PLC0415

    return self_test(Path(report) if report else None)


def _reach_input_method() -> None:
    """Let fcitx write, where there is one; nobody else's start pays for it."""
    if "fcitx" in os.environ.get("QT_IM_MODULES", "") + os.environ.get("QT_IM_MODULE", ""):
        from bluebook_desktop.gui.input_method import reach_fcitx  # noqa: PLC0415

        reach_fcitx()


def read_options(words: dict[str, str], place: str) -> Options:
    """Check the options; UsageError says in one sentence what is wrong."""
    return Options(
        place=parse_locator(place) if place else None,
        picture=Path(words["screenshot"]) if "screenshot" in words else None,
        tab=_one_of("tab", words, _TABS),
        search=words.get("search"),
        check=words.get("check"),
        theme=_one_of("theme", words, _THEMES),
        size=_size(words["size"]) if "size" in words else None,
        scale=_scale(words["scale"]) if "scale" in words else None,
    )


def _one_of(name: str, words: dict[str, str], known: tuple[str, ...]) -> str | None:
    value = words.get(name)
    if value is not None and value not in known:
        raise UsageError(f"--{name} takes {', '.join(known[:-1])} or {known[-1]}, not “{value}”.")
    return value


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise UsageError(f"--size takes a width and a height such as 1280x800, not “{text}”.")
    size = int(width), int(height)
    if not (320 <= size[0] <= 8192 and 240 <= size[1] <= 8192):
        raise UsageError("--size takes from 320x240 to 8192x8192 pixels.")
    return size


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not 0.5 <= scale <= 4:
        raise UsageError(f"--scale takes a number from 0.5 to 4, not “{text}”.")
    return scale

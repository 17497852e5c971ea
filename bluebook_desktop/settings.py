"""Every setting in one table: its name, type and default, and the file it is kept in.

The file holds a line a setting, ``name = value``, the value as Python writes it; it is written whole and atomically.
What cannot be read is left out: a setting is never worth an error. (Of all formats this is the one that costs a start
nothing: `ast` is loaded anyway.)
"""

import ast
import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; `choices` lists the values it may take, where they are few. `about` is shown in docs/settings.md."""

    name: str
    default: Any
    about: str
    choices: tuple[Any, ...] = ()
    least: int | None = None
    most: int | None = None

    def accepts(self, value: Any) -> bool:
        """Whether a value read from the file can be used."""
        if self.choices:
            return value in self.choices
        if type(value) is not type(self.default):
            return False
        return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)


TABLE = (
    Setting("theme", "system", "Light or dark, or as the system has it.", ("system", "light", "dark")),
    Setting(
        "zoom", 100, "Size of the reading text in per cent.", (50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
    ),
    Setting("window_geometry", "", "Where the window stood, as Qt writes it (base 64)."),
    Setting("side_width", 304, "Width of the side bar in pixels.", least=200, most=2000),
    Setting("details_width", 296, "Width of Details in pixels.", least=200, most=2000),
    Setting("side_visible", True, "Whether the side bar is shown."),
    Setting("tab", "reader", "The tab that was open.", ("reader", "timeline", "facilities", "quotations", "people")),
    Setting("panels", {}, "How the tabs were left: chips, filters, order, the map's zoom and share of the height."),
    Setting("place", "", "The place that was being read, as a locator."),
    Setting("stemming", False, "Whether a search finds all forms of a word: strengthen, strengthened, strengthening."),
    Setting("group_results", False, "Whether results are grouped by their place in the text."),
    Setting("marks", True, "Whether words of the text that records rest on are marked."),
    Setting("mark_dates", True, "Whether dates are among the marks."),
    Setting("mark_facilities", True, "Whether facilities are among the marks."),
    Setting("mark_people", True, "Whether people are among the marks."),
    Setting("mark_abbreviations", True, "Whether abbreviations are among the marks."),
    Setting("mark_quotations", True, "Whether quotations are among the marks."),
    Setting("side_face", "contents", "The face of the side bar.", ("contents", "results")),
)
_BY_NAME = {setting.name: setting for setting in TABLE}


class Settings:
    """The values of all settings, kept in one file; `path` None keeps them in memory only."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._values: dict[str, Any] = {}
        if path is not None:
            with contextlib.suppress(OSError, ValueError):  # missing or garbled: the defaults are as good
                self._values = _read(path.read_text("utf-8"))

    def get(self, name: str) -> Any:
        """The value of a setting, or its default; KeyError for an unknown name."""
        return self._values.get(name, _BY_NAME[name].default)

    def set(self, name: str, value: Any) -> None:
        """Change a setting in memory; ValueError when it does not take that value."""
        if not _BY_NAME[name].accepts(value):
            raise ValueError(f"{name} does not take {value!r}")
        self._values[name] = value

    def save(self) -> bool:
        """Write the file; whether that could be done."""
        if self._path is None:
            return False
        from bluebook_desktop.replacing import put_in_place  # noqa: PLC0415 - a start writes nothing

        draft = self._path.with_name(self._path.name + ".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            lines = [f"{name} = {value!r}\n" for name, value in sorted(self._values.items())]
            draft.write_text("".join(lines), "utf-8")
            put_in_place(draft, self._path)
        except OSError:  # the caller says so, where that matters
            return False
        return True


def _read(text: str) -> dict[str, Any]:
    """The settings of a file's text, as far as they are settings."""
    found: dict[str, Any] = {}
    for line in text.splitlines():
        name, equals, literal = (part.strip() for part in line.partition("="))
        if equals and name in _BY_NAME:
            with contextlib.suppress(ValueError, SyntaxError, RecursionError, MemoryError):
                value = ast.literal_eval(literal)
                if _BY_NAME[name].accepts(value):
                    found[name] = value
    return found

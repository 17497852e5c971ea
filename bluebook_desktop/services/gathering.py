"""Finds the files that are meant by what was named, dropped or chosen: files, and folders full of them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from bluebook_desktop.errors import StoppedError

#: Files that a folder is searched for.
ENDINGS = frozenset({".txt", ".text", ".html", ".htm", ".xhtml"})
#: More texts than all Bluebooks have sections; a folder with more was not meant.
MOST_FILES = 5_000
_DIGITS = re.compile(r"(\d+)")


@dataclass(slots=True)
class Gathered:
    """The files that were found, each once, and a sentence for each folder that gave none or not all."""

    files: list[Path] = field(default_factory=list)
    failures: list[tuple[Path, str]] = field(default_factory=list)


def gather(paths: Iterable[Path], stopped: Callable[[], bool] = lambda: False) -> Gathered:
    """The files meant: folders are searched for texts and pages. Links to folders are not followed, so none loops.

    A file that is named itself is taken whatever it is; reading it says what is wrong with it.
    """
    found = Gathered()
    for path in paths:
        if not _is_folder(path):
            found.files.append(path)
            continue
        inside, sentence = _inside(path, stopped)
        found.files += inside
        if sentence:
            found.failures.append((path, sentence))
    found.files = _each_once(found.files)
    return found


def _inside(folder: Path, stopped: Callable[[], bool]) -> tuple[list[Path], str]:
    """The texts of a folder and all below it, in the order that people count in, and what is to be said of it."""
    files: list[Path] = []
    closed: list[str] = []
    for root, names, inside in os.walk(folder, onerror=lambda error: closed.append(str(error.filename))):
        if stopped():
            raise StoppedError("The import was cancelled; the library is as it was.")
        names[:] = sorted((one for one in names if not one.startswith(".")), key=_counting)
        for name in sorted(inside, key=_counting):
            path = Path(root, name)
            if path.suffix.lower() in ENDINGS and not name.startswith(".") and _is_file(path):
                files.append(path)
        if len(files) > MOST_FILES:
            return [], f"The folder {folder} holds more than {MOST_FILES:,} texts; import a part of it at a time."
    if closed:
        return files, f"The folder {closed[0]} cannot be opened; what is in it was passed over."
    if not files:
        return [], f"The folder {folder} holds no text and no page (.txt, .html)."
    return files, ""


def _counting(name: str) -> list[tuple[int, int | str]]:
    """A key that puts ``c2`` before ``c10``."""
    return [(0, int(part)) if part.isdecimal() else (1, part.casefold()) for part in _DIGITS.split(name)]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name that no file system takes: reading it says so
        return False


def _is_file(path: Path) -> bool:
    """Whether there is a plain file, itself or by a link: no pipe, device or socket."""
    try:
        return path.is_file()
    except OSError:  # it cannot be looked at: reading it says why
        return True


def _each_once(files: list[Path]) -> list[Path]:
    """Without files that were named twice, by whatever way."""
    return list({os.path.abspath(one): one for one in reversed(files)}.values())[::-1]  # noqa: PTH100 - keeps links

"""Opens the reader's notebook. Whatever is wrong with it is said in one sentence, and nothing in it is ever deleted."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bluebook_desktop.errors import BluebookError, NewerSchemaError
from bluebook_desktop.paths import UserFolders
from bluebook_desktop.storage.backups import backups, day_of, restore, set_aside
from bluebook_desktop.storage.notebook import Notebook, look_at, open_file, opening
from bluebook_desktop.storage.notebook_errors import NotebookDamagedError

Clock = Callable[[], datetime.datetime]


@dataclass(slots=True)
class OpenedNotebook:
    """The open notebook, or None where there is none to be had, and what its reader should be told."""

    notebook: Notebook | None = None
    notices: list[str] = field(default_factory=list)
    #: Why there is none, in a sentence.
    reason: str = field(default="", compare=False)


def local_time() -> datetime.datetime:
    """The time of day where the reader is: copies are named by the reader's days."""
    return datetime.datetime.now().astimezone()


def backup_folder(folders: UserFolders) -> Path:
    """Where copies of the notebook are kept."""
    return folders.data / "backups"


def open_notebook(folders: UserFolders, now: Clock = local_time) -> OpenedNotebook:
    """Open the notebook, beginning one where there is none.

    One of a newer program is left as it is; a damaged one is set aside and the newest sound copy opened in its stead.
    """
    opened = OpenedNotebook()
    try:
        with opening(folders.data):
            _Opener(folders, now, opened).open()
    except NewerSchemaError as error:
        opened.reason = str(error)
        opened.notices.append(
            "The notebook was written by a newer version of this program and is left as it is; history is not saved."
        )
    except BluebookError as error:
        opened.reason = str(error)
        opened.notices.append(f"{str(error).removesuffix('.')}; history cannot be saved.")
    return opened


class _Opener:
    """The steps of opening a notebook, while no other process does."""

    def __init__(self, folders: UserFolders, now: Clock, opened: OpenedNotebook) -> None:
        self._path = folders.notebook
        self._backups = backup_folder(folders)
        self._now = now
        self._opened = opened

    def open(self) -> None:
        # Not within an `except`: what was raised keeps the file open, and Windows renames no open file.
        if self._is_damaged():
            self._replace_damaged()
            self._begin(back_up=False)

    def _is_damaged(self) -> bool:
        """Open the notebook, unless it is damaged."""
        try:
            holds_something = look_at(self._path)
            if not holds_something:
                holds_something = self._recover_lost()
            self._begin(back_up=holds_something)
        except NotebookDamagedError:
            return True
        return False

    def _begin(self, *, back_up: bool) -> None:
        is_new = not self._path.exists()
        try:
            notebook = open_file(self._path, self._backups, self._now)
        except BluebookError:
            if is_new and self._path.exists() and self._path.stat().st_size == 0:
                self._path.unlink()  # nothing was written; an empty file would be taken for a loss the next time
            raise
        try:
            if back_up:
                notebook.back_up(self._backups)
        except NotebookDamagedError:
            notebook.close()
            raise
        except BluebookError as error:  # a notebook without today's copy is better than none
            self._opened.notices.append(str(error))
        self._opened.notebook = notebook

    def _recover_lost(self) -> bool:
        """Where the notebook is missing or empty and there is a copy, take that; whether one was taken.

        What is there of it, an empty file or a log without its notebook, is kept beside.
        """
        copy = self._newest_sound_copy()
        if copy is None and self._path.exists() and self._path.stat().st_size:
            return False  # a database without tables: a first start was cut off before it wrote anything
        lost = "empty" if self._path.exists() else "missing"
        aside = set_aside(self._path, self._now().date())
        if aside is not None:
            lost += (
                f" and is kept as {aside.name}" if lost == "empty" else f"; what is left of it is kept as {aside.name}"
            )
        if copy is not None:
            restore(copy, self._path)
            self._opened.notices.append(f"The notebook was {lost}; its copy of {day_of(copy)} was opened in its stead.")
        elif aside is not None:
            self._opened.notices.append(f"The notebook was {lost}; there is no sound copy, so an empty one was begun.")
        return copy is not None

    def _replace_damaged(self) -> None:
        aside = set_aside(self._path, self._now().date())
        name = aside.name if aside else self._path.name
        copy = self._newest_sound_copy()
        if copy is None:
            self._opened.notices.append(
                f"The notebook was damaged and is kept as {name}; there is no sound copy, so an empty one was begun."
            )
            return
        restore(copy, self._path)
        self._opened.notices.append(
            f"The notebook was damaged and is kept as {name}; its copy of {day_of(copy)} was opened in its stead."
        )

    def _newest_sound_copy(self) -> Path | None:
        """The newest copy that is whole, holds something and is not of a newer program."""
        for path in backups(self._backups):
            try:
                if look_at(path):
                    return path
            except BluebookError:
                continue
        return None

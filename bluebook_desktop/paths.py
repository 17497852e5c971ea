"""Where things are: what the program brings along, and the user's folders.

The only module that knows about PyInstaller.
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

#: An environment variable that moves all of the user's data, for portable use and for tests.
HOME_VARIABLE = "BLUEBOOK_HOME"
#: A file beside the frozen programs that makes them portable, and the folder beside it where all data is then kept.
PORTABLE_MARK, PORTABLE_FOLDER = "portable", "bluebook-data"
_NAME = "bluebook-desktop"


def bundled(*parts: str) -> Path:
    """A file or folder that the program brings along (below ``data`` or ``resources``)."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).parent.parent
    return root.joinpath(*parts)


def command_line() -> list[str]:
    """How the command line is called as a program of its own; what follows are its arguments."""
    program = Path(sys.executable)
    if _is_frozen():
        program = program.resolve()  # both programs lie in one folder, wherever a link to one of them is
        return [str(program.with_name("bluebook").with_suffix(program.suffix))]
    return [str(program), "-m", "bluebook_desktop"]


def _is_frozen() -> bool:
    return bool(getattr(sys, "frozen", False))


def installed_in() -> Path | None:
    """The folder that holds the installed program; on macOS the one that holds its bundle. None from a checkout."""
    if not _is_frozen():
        return None
    folder = Path(sys.executable).resolve().parent
    if folder.parts[-2:] == ("Contents", "MacOS"):
        return folder.parents[2]
    return folder


def window_program() -> list[str]:
    """How the window's program is called once more; what follows are its arguments."""
    return [sys.executable] if _is_frozen() else [sys.executable, "-m", "bluebook_desktop"]


@dataclass(frozen=True, slots=True)
class UserFolders:
    """The folders of one user; none of them need exist yet."""

    data: Path
    config: Path
    log: Path

    @property
    def libraries(self) -> Path:
        """Built library files and the ``current`` file that names one of them."""
        return self.data / "library"

    @property
    def originals(self) -> Path:
        """Imported files as they were, named by their SHA-256."""
        return self.data / "originals"

    @property
    def notebook(self) -> Path:
        """The reader's own database."""
        return self.data / "notebook.db"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "settings.conf"

    @property
    def socket(self) -> Path:
        """Where a running program listens for the addresses that later starts hand over."""
        return self.data / "window.sock"


def _portable_home() -> Path | None:
    """The folder beside a portable program that keeps everything; None where the program is installed."""
    place = installed_in()
    return place / PORTABLE_FOLDER if place and (place / PORTABLE_MARK).is_file() else None


def user_folders() -> UserFolders:
    """The user's folders: below ``BLUEBOOK_HOME`` when set, beside a portable program, else where the platform says."""
    home = os.environ.get(HOME_VARIABLE)
    root = Path(home).expanduser().absolute() if home else _portable_home()
    if root is not None:
        return UserFolders(data=root, config=root, log=root / "log")
    import platformdirs  # noqa: PLC0415 - 10 ms that a portable start need not pay

    return UserFolders(
        data=Path(platformdirs.user_data_dir(_NAME, appauthor=False)),
        config=Path(platformdirs.user_config_dir(_NAME, appauthor=False)),
        log=Path(platformdirs.user_log_dir(_NAME, appauthor=False)),
    )

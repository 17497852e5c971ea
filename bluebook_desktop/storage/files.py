"""Which library file is the current one."""

import contextlib
import time
from pathlib import Path

#: The small file that names the current library; it is replaced atomically.
CURRENT = "current"
#: A draft younger than this (seconds) may be that of a build that goes on in another process.
_DRAFT_AGE = 600


def current_file(folder: Path) -> Path | None:
    """The library file that `current` names, or None when there is none."""
    try:
        name = (folder / CURRENT).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    if not name.startswith("library-") or Path(name).name != name:
        return None
    path = folder / name
    return path if path.is_file() else None


def remove_old_files(folder: Path) -> None:
    """Remove libraries that are no longer current and drafts of builds that were cut off."""
    current = current_file(folder)
    if current is None:
        return
    for path in [*folder.glob("library-*.db"), *folder.glob("building-*")]:
        with contextlib.suppress(OSError):  # still open elsewhere: the next start removes it
            if path != current and (path.name.startswith("library-") or _is_cut_off(path)):
                path.unlink()


def _is_cut_off(draft: Path) -> bool:
    return time.time() - draft.stat().st_mtime > _DRAFT_AGE

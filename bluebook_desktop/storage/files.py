"""Which library file is the current one."""

import contextlib
import os
import time
from pathlib import Path

#: The small file that names the current library; it is replaced atomically.
CURRENT = "current"
#: The list of imported files, in the folder of originals.
CATALOGUE = "catalogue.json"
#: A draft younger than this (seconds) may be that of a build that goes on in another process.
_DRAFT_AGE = 600
#: So many replaced libraries stay for so long (seconds): a window that shows one opens it again and again, until it
#: has gone over to the new one.
_REPLACED, _REPLACED_AGE = 2, 600


def current_file(folder: Path) -> Path | None:
    """The library file that `current` names, or None when there is none."""
    name = _lines(folder)[0]
    if not name.startswith("library-") or Path(name).name != name:
        return None
    path = folder / name
    return path if path.is_file() else None


def current_signature(folder: Path) -> str:
    """What `point_to` was told of the state of the bundled texts, or nothing."""
    return _lines(folder)[1]


def point_to(folder: Path, name: str, signature: str = "") -> None:
    """Make the library file of that name the current one, in one atomic step. Raises OSError."""
    from bluebook_desktop.replacing import put_in_place  # noqa: PLC0415 - a start writes nothing

    replaced = current_file(folder)
    if replaced is not None and replaced.name != name:
        with contextlib.suppress(OSError):  # it goes a little early then; a window that shows it goes over
            os.utime(replaced)  # how long it has been replaced is what counts before it goes
    draft = folder / f"building-{CURRENT}-{os.getpid()}"  # of its own, should two processes write it at once
    with draft.open("w", encoding="utf-8") as written:
        written.write(f"{name}\n{signature}\n")
        written.flush()
        os.fsync(written.fileno())
    put_in_place(draft, folder / CURRENT)


def _lines(folder: Path) -> tuple[str, str]:
    """The two lines of the `current` file, empty where there is none."""
    try:
        lines = (folder / CURRENT).read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return "", ""
    return lines[0].strip(), lines[1].strip() if len(lines) > 1 else ""


def remove_old_files(folder: Path) -> None:
    """Remove libraries that are no longer current, but for the last ones, and drafts of builds that were cut off."""
    current = current_file(folder)
    if current is None:
        return
    drafts = [path for path in folder.glob("building-*") if _is_cut_off(path)]
    replaced = sorted((path for path in folder.glob("library-*.db") if path != current), key=_age)
    stay = [path for path in replaced[:_REPLACED] if _age(path) < _REPLACED_AGE]
    for path in [*drafts, *replaced]:
        if path not in stay:
            with contextlib.suppress(OSError):  # still open elsewhere: the next build removes it
                path.unlink()


def _is_cut_off(draft: Path) -> bool:
    return _age(draft) > _DRAFT_AGE


def _age(path: Path) -> float:
    """Seconds since a file was written to, or a library replaced; of one that is gone already more than enough."""
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return float("inf")

"""Takes out of the folder's libraries where they were built: paths that a loader would search on the user's machine."""

import re
from pathlib import Path

from build import common

#: Says the same as the loader's own order does for a library in one folder with all that it needs.
_HERE = b"$ORIGIN"


def forget_places(folder: Path) -> int:
    """Replace absolute paths that libraries are looked for in by their own folder; in how many files."""
    objdump = common.tool("objdump", "binutils")
    changed = 0
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file() or not _is_elf(path):
            continue
        told = common.run("elf-objdump", [objdump, "-p", path])
        for place in re.findall(r"^ +(?:RPATH|RUNPATH) +(/\S*)$", told, re.MULTILINE):
            path.write_bytes(replaced(path.read_bytes(), place.encode()))
            changed += 1
    return changed


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def replaced(content: bytes, place: bytes) -> bytes:
    """A library that looks into its own folder instead of `place`, everything else where it was."""
    if len(place) < len(_HERE) or content.count(b"\0" + place + b"\0") != 1:
        raise common.BuildError(f"{place.decode()} cannot be taken out of a library.")
    return content.replace(b"\0" + place + b"\0", b"\0" + _HERE.ljust(len(place) + 1, b"\0"))

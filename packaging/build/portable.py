"""The portable archive: the folder, to be unpacked anywhere, which keeps all its data beside the program."""

from functools import cache
from pathlib import Path

from build import archive, common, folder

#: The file beside the program that makes it keep its data there too (`paths.py`).
MARK = "portable"


def top() -> str:
    """The folder that the archive unpacks to."""
    return f"{common.NAME}-{common.version()}"


@cache
def packed() -> Path:
    """The folder's own part of an archive, packed once for all targets (`archive.pack`)."""
    source = folder.freeze()
    part = common.WORK / "folder.tar.xz.part"
    common.say("Packing the folder")
    archive.pack(source, part, top())
    return part


def build() -> list[Path]:
    """The folder with the mark of a portable program."""
    target = common.DIST / f"{common.NAME}-{common.version()}-linux-x86_64-portable.tar.xz"
    target.write_bytes(packed().read_bytes() + archive.end(top(), {MARK: b""}))
    return [target]

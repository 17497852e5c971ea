"""Archives that come out the same whenever and wherever they are made from the same files."""

import io
import lzma
import tarfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from build import common

#: Machine code is packed a twentieth smaller when its jumps are made absolute first.
FILTERS = [{"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "preset": 6, "dict_size": 32 << 20}]


#: What ends a tar.
END = bytes(2 * tarfile.BLOCKSIZE)


def pack(folder: Path, target: Path, top: str) -> None:
    """Write a folder as `TOP/…` into an xz stream of a tar that is still open: `end` has to follow it."""
    with lzma.open(target, "wb", filters=FILTERS) as out:
        for path in (folder, *_sorted(folder.rglob("*"))):
            inner = path.relative_to(folder).as_posix()
            out.write(one_file(path, top if inner == "." else f"{top}/{inner}"))


def one_file(path: Path, name: str = "") -> bytes:
    """A file, folder or link as it stands in a tar."""
    header = _header(_member(path, name or path.name))
    if path.is_symlink() or not path.is_file():
        return header
    content = path.read_bytes()
    return header + content + bytes(-len(content) % tarfile.BLOCKSIZE)


def end(top: str = "", more: Mapping[str, bytes] | None = None) -> bytes:
    """A second xz stream that ends the archive, with a few files of its own; xz reads both streams as one."""
    blocks = b""
    for name, content in sorted((more or {}).items()):
        member = tarfile.TarInfo(f"{top}/{name}")
        member.size = len(content)
        blocks += _header(_neutral(member)) + content + bytes(-len(content) % tarfile.BLOCKSIZE)
    return lzma.compress(blocks + END, preset=6)


def _sorted(paths: Iterable[Path]) -> list[Path]:
    return sorted(paths, key=lambda path: path.as_posix())


def _header(member: tarfile.TarInfo) -> bytes:
    return member.tobuf(tarfile.GNU_FORMAT, "utf-8")


def _member(path: Path, name: str) -> tarfile.TarInfo:
    """The header of a file, folder or link as it is on the disk."""
    with tarfile.open(fileobj=io.BytesIO(), mode="w", format=tarfile.GNU_FORMAT) as scratch:
        member = scratch.gettarinfo(path, name)
    if member.islnk():  # a second name of one file is a file of its own in the archive
        member.type, member.linkname, member.size = tarfile.REGTYPE, "", path.stat().st_size
    return _neutral(member)


def _neutral(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Take away who packed it, when, and under which umask."""
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    member.mtime = common.source_date()
    if member.issym():
        member.mode = 0o777
    elif member.isdir() or member.mode & 0o100:
        member.mode = 0o755
    else:
        member.mode = 0o644
    return member

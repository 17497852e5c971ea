"""The package for Debian and Ubuntu."""

import io
import lzma
import re
import tarfile
from pathlib import Path

from build import archive, common, system

_MAGIC = b"!<arch>\n"
_HEAD = 60


def build() -> list[Path]:
    """Let nfpm write the package, and pack its data smaller than nfpm does."""
    target = common.DIST / f"{common.NAME}_{common.version()}-1_amd64.deb"
    members = read_members(system.package("deb").read_bytes())
    if members[-1][0] != "data.tar":
        raise common.BuildError(f"nfpm wrote {members[-1][0]}, where data.tar was looked for.")
    common.say("Packing its data smaller")
    packed = lzma.compress(members[-1][1], filters=archive.FILTERS)
    target.write_bytes(write_members([*members[:-1], ("data.tar.xz", packed)]))
    return [target]


def read_members(content: bytes) -> list[tuple[str, bytes]]:
    """The names and contents in an `ar` archive."""
    if not content.startswith(_MAGIC):
        raise common.BuildError("nfpm did not write a Debian package.")
    found, at = [], len(_MAGIC)
    while at < len(content):
        head = content[at : at + _HEAD]
        size = int(head[48:58])
        found.append((head[:16].decode("ascii").strip().rstrip("/"), content[at + _HEAD : at + _HEAD + size]))
        at += _HEAD + size + size % 2
    return found


def write_members(members: list[tuple[str, bytes]]) -> bytes:
    """An `ar` archive as dpkg reads it."""
    parts = [_MAGIC]
    for name, content in members:
        head = f"{name:<16}{common.source_date():<12}{0:<6}{0:<6}{'100644':<8}{len(content):<10}`\n"
        parts += [head.encode("ascii"), content, b"\n" * (len(content) % 2)]
    return b"".join(parts)


def replace_version(control: bytes, version: str) -> bytes:
    """A package's `control.tar.gz` that says another version."""
    out = io.BytesIO()
    with tarfile.open(fileobj=io.BytesIO(control)) as old, tarfile.open(fileobj=out, mode="w:gz") as new:
        for member in old:
            file = old.extractfile(member)
            content = file.read() if file else b""
            if member.name.lstrip("./") == "control":
                content = re.sub(rb"(?m)^Version: .*$", f"Version: {version}".encode(), content)
                member.size = len(content)
            new.addfile(member, io.BytesIO(content))
    return out.getvalue()

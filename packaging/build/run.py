"""The installer for one user of any Linux: a script with the packed folder behind it; and the same in an archive."""

import hashlib
import lzma
from pathlib import Path

from build import archive, common, folder, portable, system

_SCRIPT = common.PACKAGING / "linux" / "install.sh"


def build() -> list[Path]:
    """Put the script before the archive; the .tar.xz keeps the run bit on its way through mail and web."""
    target = common.DIST / f"{common.NAME}-{common.version()}-linux-x86_64.run"
    share = system.stage() / "share"
    around = {f"share/{path.relative_to(share).as_posix()}": path.read_bytes() for path in _files(share)}
    payload = portable.packed().read_bytes() + archive.end(portable.top(), around)
    target.write_bytes(script(payload, system.needed_glibc(folder.freeze())) + payload)
    target.chmod(0o755)
    kept = target.with_name(f"{target.name}.tar.xz")
    with lzma.open(kept, "wb", preset=0) as out:
        out.write(archive.one_file(target) + archive.END)
    return [target, kept]


def script(payload: bytes, glibc: str) -> bytes:
    """The script for a payload, of which it knows the hash and the line that it begins at."""
    template = _SCRIPT.read_text("utf-8")
    values = {
        "VERSION": common.version(),
        "GLIBC": glibc,
        "FIRST": str(template.count("\n") + 1),
        "SHA": hashlib.sha256(payload).hexdigest(),
    }
    return common.fill(template, values).encode("utf-8")


def _files(folder: Path) -> list[Path]:
    return sorted((path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.as_posix())

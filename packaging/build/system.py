"""What the .deb and the .rpm have in common: the folder, what is around it in the system, and nfpm."""

import gzip
import os
import re
import shutil
import subprocess
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from build import common, folder, manual

_STAGE = common.WORK / "system"
_LINUX = common.PACKAGING / "linux"
_ICON = common.ROOT / "resources" / "icons" / "bluebook.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
#: Draws the icon in all sizes with the freezing environment's Qt.
_DRAW = """
import sys
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
application = QGuiApplication(["icons"])
renderer = QSvgRenderer(sys.argv[1])
for pair in sys.argv[2:]:
    size, _, target = pair.partition(":")
    image = QImage(int(size), int(size), QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert image.save(target, "PNG"), target
"""


#: Where both packages put the folder.
PLACE = f"/usr/lib/{common.NAME}"
#: What a package's script is called with when it is to look whether the program runs, by kind and name.
_SCRIPTS = {
    ("deb", "preinst"): "install | upgrade",
    ("deb", "prerm"): "remove",
    ("rpm", "pre"): "2",  # of so many versions: an upgrade
    ("rpm", "preun"): "0",  # the last one goes
}


def package(kind: str) -> Path:
    """Let nfpm write a package (`deb` or `rpm`) into `build`, and say where."""
    folder.freeze()
    stage()
    common.say(f"Packing the .{kind}")
    return pack(kind, common.version(), common.WORK / f"nfpm.{kind}")


def pack(kind: str, version: str, target: Path) -> Path:
    """Let nfpm write a package that says a version, of the folder and what is staged around it."""
    config = common.WORK / "nfpm.yaml"
    moment = datetime.fromtimestamp(common.source_date(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    values = {
        "VERSION": version,
        "MOMENT": moment,
        "GLIBC": needed_glibc(folder.FOLDER),
        "FOLDER": str(folder.FOLDER),
        "STAGE": str(_STAGE),
    }
    config.write_text(common.fill((_LINUX / "nfpm.yaml").read_text("utf-8"), values), "utf-8")
    python = common.virtual_environment("packing", common.tools("nfpm"))
    common.run(f"nfpm-{kind}", [python.with_name("nfpm"), "package", "-f", config, "-p", kind, "-t", target])
    return target


@cache
def stage() -> Path:
    """All files around the folder, as `share/…` and by kind of package."""
    frozen = folder.freeze()
    shutil.rmtree(_STAGE, ignore_errors=True)
    share = _STAGE / "share"
    desktop_files(share)
    manual.write(share, frozen, folder.environment())
    for kind in ("deb", "rpm"):
        (_STAGE / kind).mkdir()
    shutil.copyfile(common.ROOT / "LICENSE", _STAGE / "rpm" / "LICENSE")
    shutil.copyfile(_LINUX / "lintian-overrides", _STAGE / "deb" / "lintian-overrides")
    shutil.copyfile(_LINUX / "copyright", _STAGE / "deb" / "copyright")
    (_STAGE / "deb" / "changelog.Debian.gz").write_bytes(gzip.compress(_changelog().encode(), 9, mtime=0))
    for (kind, name), when in _SCRIPTS.items():
        (_STAGE / kind / name).write_text(script(when, PLACE), "utf-8")
    for path in (_STAGE, *_STAGE.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
        os.utime(path, (common.source_date(), common.source_date()))
    return _STAGE


def script(when: str, place: str) -> str:
    """A package's script that ends the change where a program of a folder runs, if it is called with such a word."""
    what = "remove" if when in ("remove", "0") else "install"
    template = (_LINUX / "not-while-running.sh").read_text("utf-8")
    return common.fill(template, {"WHEN": when, "PLACE": place, "WHAT": what})


def desktop_files(share: Path) -> None:
    """Desktop entry, AppStream, and the icon as SVG and in all usual sizes."""
    name = common.APPLICATION_ID
    for place in ("applications", "metainfo"):
        (share / place).mkdir(parents=True)
    shutil.copyfile(_LINUX / f"{name}.desktop", share / "applications" / f"{name}.desktop")
    date = datetime.fromtimestamp(common.source_date(), UTC).date().isoformat()
    metainfo = (_LINUX / f"{name}.metainfo.xml").read_text("utf-8")
    filled = common.fill(metainfo, {"VERSION": common.version(), "DATE": date})
    (share / "metainfo" / f"{name}.metainfo.xml").write_text(filled, "utf-8")
    icons = share / "icons" / "hicolor"
    targets = {size: icons / f"{size}x{size}" / "apps" / f"{name}.png" for size in SIZES}
    for target in (*targets.values(), icons / "scalable" / "apps" / f"{name}.svg"):
        target.parent.mkdir(parents=True)
    shutil.copyfile(_ICON, icons / "scalable" / "apps" / f"{name}.svg")
    pairs = [f"{size}:{target}" for size, target in targets.items()]
    common.run("icons", [folder.environment(), "-c", _DRAW, _ICON, *pairs], QT_QPA_PLATFORM="offscreen")


def needed_glibc(frozen: Path) -> str:
    """The newest version of glibc's interface that a file in the folder asks for."""
    files = [path for path in frozen.rglob("*") if path.is_file() and (".so" in path.name or path.parent == frozen)]
    versions: set[tuple[int, ...]] = {(2, 17)}
    for path in files:
        if not path.read_bytes().startswith(b"\x7fELF"):
            continue
        told = subprocess.run([common.tool("objdump", "binutils"), "-T", path], capture_output=True, check=True).stdout
        versions |= {tuple(map(int, found.split(b"."))) for found in re.findall(rb"GLIBC_(\d+\.\d+)", told)}
    return ".".join(map(str, max(versions)))


def _changelog() -> str:
    """Debian's change log, which only names the version: what changed is in CHANGELOG.md."""
    date = datetime.fromtimestamp(common.source_date(), UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")
    maintainer = "Bluebook Desktop <maintainers@bluebook.example>"
    return (
        f"{common.NAME} ({common.version()}-1) stable; urgency=medium\n\n  * Version {common.version()}.\n\n"
        f" -- {maintainer}  {date}\n"
    )

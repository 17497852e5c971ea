"""The .rpm: read by rpm, looked at by rpmlint, unpacked by rpm2cpio into a fresh tree, and run there."""

import shutil
import subprocess
import time
from pathlib import Path

from build import common, system
from build.proofs import Installed, Report
from build.proofs_trouble import Manager, gone_wrong
from build.screen import Screen
from build.trees import READER, Tree

#: What rpmlint says of any folder with an interpreter of its own, or of every package made without a .spec.
_FILTERS = common.PACKAGING / "linux" / "rpmlint.toml"
_ASKED = ("libEGL.so.1()(64bit)", "libxcb.so.1()(64bit)", "libwayland-client.so.0()(64bit)", "xkeyboard-config")
#: Debian's rpm wants to be told that it is meant; what the package asks for is there under Debian's names.
_RPM = ["rpm", "--force-debian", "--nodeps"]
_MANAGER = Manager(
    install=[*_RPM, "--upgrade", "/srv/package.rpm"],
    remove=["rpm", "--force-debian", "--erase", common.NAME],
    unpacked="*;*",
    full="more space",
    version=["rpm", "-q", "--queryformat", "%{VERSION}-%{RELEASE}", common.NAME],
)


def verify(package: Path, suite: str, screen: Screen, needs: list[str]) -> int:
    """`needs` are Debian's packages of the libraries that the package asks for by other names."""
    report = Report("rpm")
    said = subprocess.run(
        [common.tool("rpm", "rpm"), "-qp", "--requires", package], capture_output=True, text=True, check=False
    )
    report.prove(
        "rpm reads what it asks for", all(one in said.stdout for one in _ASKED), f"{len(said.stdout.split())} words"
    )
    checked = subprocess.run(
        [common.tool("rpm", "rpm"), "-K", "--nosignature", package], capture_output=True, text=True, check=False
    )
    report.prove("its digests are right", checked.returncode == 0, checked.stdout + checked.stderr)
    lint: list[str | Path] = [common.tool("rpmlint", "rpmlint"), "-c", _FILTERS, package]
    linted = subprocess.run(lint, capture_output=True, text=True, check=False)
    clean = linted.returncode == 0 and " 0 errors, 0 warnings," in linted.stdout
    report.prove("rpmlint has neither errors nor warnings", clean, "" if clean else linted.stdout + linted.stderr)
    tree = Tree(suite)
    try:
        tree.install(*needs)
        unpack = f"rpm2cpio {package} | cpio --extract --make-directories --quiet --directory {tree.root}"
        subprocess.run(["sh", "-c", unpack], check=True)  # noqa: S607 - rpm2cpio and cpio were found by rpm
        program = Installed(tree, report, screen, system.PLACE)
        program.versions()
        program.self_test()
        program.search_and_import()
        shutil.rmtree(tree.root / system.PLACE.lstrip("/"))
        _by_rpm(package, tree, report, screen)
    finally:
        tree.close()
    return report.failed


def _by_rpm(package: Path, tree: Tree, report: Report, screen: Screen) -> None:
    """Installed, brought up to date and removed by rpm itself."""
    tree.install("rpm")
    older = system.pack("rpm", "0.0.1", common.WORK / "older.rpm")
    tree.put(older, "/srv/older.rpm")
    tree.put(package, "/srv/package.rpm")
    data = tree.root / f"home/{READER}/.local/share/{common.NAME}"
    kept = sorted(path for path in data.rglob("*") if path.is_file())
    tree.run([*_RPM, "--install", "/srv/older.rpm"], check=True)
    report.prove("an older version installs", _MANAGER.there(tree) == "0.0.1-1")
    gone_wrong(tree, report, screen, _MANAGER)
    time.sleep(2)  # rpm names what it unpacks by the second, and stumbles over what it left in this one
    done = tree.run(_MANAGER.install)
    there = _MANAGER.there(tree)
    report.prove(
        "it brings the older one up to date", done.status == 0 and there == f"{common.version()}-1", done.words
    )
    done = tree.run([*_RPM, "--upgrade", "/srv/older.rpm"])
    same = done.status != 0 and "is newer than" in done.words and _MANAGER.there(tree) == there
    report.prove("not over a newer version", same, done.words)
    works = Installed(tree, report, screen, system.PLACE)
    works.self_test()
    done = tree.run(_MANAGER.remove)
    left = (tree.root / system.PLACE.lstrip("/")).exists()
    stays = bool(kept) and all(path.is_file() for path in kept)
    report.prove(
        "removal leaves the reader's data, and nothing else", done.status == 0 and stays and not left, done.words
    )

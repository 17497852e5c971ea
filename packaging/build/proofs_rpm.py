"""The .rpm: read by rpm, looked at by rpmlint, unpacked by rpm2cpio into a fresh tree, and run there."""

import subprocess
from pathlib import Path

from build import common
from build.proofs import Installed, Report
from build.screen import Screen
from build.trees import Tree

#: What rpmlint says of any folder with an interpreter of its own, or of every package made without a .spec.
_FILTERS = common.PACKAGING / "linux" / "rpmlint.toml"
_ASKED = ("libEGL.so.1()(64bit)", "libxcb.so.1()(64bit)", "libwayland-client.so.0()(64bit)", "xkeyboard-config")


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
    last = linted.stdout.strip().splitlines()[-1:] or [linted.stderr]
    report.prove("rpmlint has no errors", linted.returncode == 0, last[0] if not linted.returncode else linted.stdout)
    tree = Tree(suite)
    try:
        tree.install(*needs)
        unpack = f"rpm2cpio {package} | cpio --extract --make-directories --quiet --directory {tree.root}"
        subprocess.run(["sh", "-c", unpack], check=True)  # noqa: S607 - rpm2cpio and cpio were found by rpm
        program = Installed(tree, report, screen, "/usr/lib/bluebook-desktop")
        program.versions()
        program.self_test()
        program.search_and_import()
    finally:
        tree.close()
    return report.failed

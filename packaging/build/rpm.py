"""The package for Fedora and openSUSE."""

import shutil
from pathlib import Path

from build import common, system


def build() -> list[Path]:
    """Let nfpm write the package."""
    target = common.DIST / f"{common.NAME}-{common.version()}-1.x86_64.rpm"
    shutil.copyfile(system.package("rpm"), target)
    return [target]

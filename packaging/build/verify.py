"""`python3 dev.py verify-package [deb|rpm|run …] [--suite NAME …]`: takes what was built through fresh systems.

Everything is mounted in a namespace of its own, and so is gone however this ends. Needs root on Debian or Ubuntu.
"""

import os
import re
import sys
from pathlib import Path

from build import common, folder, proofs_deb, proofs_rpm, proofs_run, proofs_windows
from build.screen import Screen

_KINDS = ("deb", "rpm", "run")
_UNDER_WINE = "windows"
_SUITES = ("bookworm", "trixie", "jammy", "noble")
_INSIDE = "BLUEBOOK_VERIFYING"
_USAGE = """Type python3 dev.py verify-package [deb] [rpm] [run] [windows] [--suite NAME …]

Without a kind the first three are verified, as they lie in dist of the checkout that built them: the .deb in all
suites, the others in the first; without a suite those are Debian's bookworm and trixie, and Ubuntu's jammy and noble.
It needs root and debootstrap, xvfb, openbox, xdotool, weston, strace, lintian,
desktop-file-utils, appstream, rpm, rpmlint, cpio; for windows wine64, xvfb, openbox and xdotool."""


def needs() -> list[str]:
    """The Debian packages that the .deb depends on, from its recipe."""
    recipe = (common.PACKAGING / "linux" / "nfpm.yaml").read_text("utf-8")
    depends = recipe.partition("  deb:\n    depends:\n")[2].partition("    suggests:")[0]
    return re.findall(r"^      - ([a-z0-9+.-]+)", depends, re.MULTILINE)


def built(pattern: str) -> Path:
    """The one file in `dist` of this version."""
    found = list(common.DIST.glob(pattern.replace("@", common.version())))
    if len(found) != 1:
        raise common.BuildError(f"There is no {pattern.replace('@', common.version())} in dist; build it first.")
    return found[0]


def main(arguments: list[str]) -> int:
    """Verify what is named; the number of what failed is said at the end, and the status is 1 if any did."""
    if {"-h", "--help"} & set(arguments):
        print(_USAGE)
        return 0
    words = list(arguments)
    suites = []
    while "--suite" in words:
        at = words.index("--suite")
        suites += words[at + 1 : at + 2]
        del words[at : at + 2]
    if not set(words) <= {*_KINDS, _UNDER_WINE}:
        print(_USAGE, file=sys.stderr)
        return 2
    try:
        if not os.environ.get(_INSIDE):
            return _enter(arguments)
        failed = _verify(words or list(_KINDS), suites or list(_SUITES))
    except common.BuildError as problem:
        print(problem, file=sys.stderr)
        return 1
    common.say(f"{failed} proofs failed." if failed else "Everything is proved.")
    return 1 if failed else 0


def _enter(arguments: list[str]) -> int:
    """Begin again where mounts are this program's own."""
    if os.geteuid() != 0:
        raise common.BuildError("Fresh trees are made by root alone: call it with sudo.")
    command = [common.tool("unshare", "util-linux"), "--mount", "--propagation", "private"]
    os.environ[_INSIDE] = "yes"
    os.execv(command[0], [*command, sys.executable, "-P", "-m", "build.verify", *arguments])  # noqa: S606
    return 0


def _verify(kinds: list[str], suites: list[str]) -> int:
    failed = 0
    with Screen() as screen:
        if _UNDER_WINE in kinds:
            failed += proofs_windows.verify(screen)
        if set(kinds) == {_UNDER_WINE}:
            return failed
        folder.environment()
        (common.WORK / "trees").mkdir(parents=True, exist_ok=True)
        if "deb" in kinds:
            package = built("bluebook-desktop_@-1_amd64.deb")
            failed += proofs_deb.check(package)
            for suite in suites:
                failed += proofs_deb.verify(package, suite, screen, desktop=suite == suites[0])
        if "rpm" in kinds:
            failed += proofs_rpm.verify(built("bluebook-desktop-@-1.x86_64.rpm"), suites[0], screen, needs())
        if "run" in kinds:
            installer, archive = (
                built(f"bluebook-desktop-@-linux-x86_64{end}") for end in (".run", "-portable.tar.xz")
            )
            failed += proofs_run.verify(installer, archive, suites[0], screen, needs())
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`python3 dev.py build [TARGET …]`: builds packages into `dist/`, one module a target."""

import signal
import sys
from importlib import import_module

from build import common

#: Target, and what comes out; the module of that name has `build()`, which returns the files that it made.
TARGETS = {
    "portable": "archive to unpack anywhere, data beside the program",
    "deb": "package for Debian and Ubuntu",
    "rpm": "package for Fedora and openSUSE",
    "run": "installer for one user of any Linux, without an administrator",
    "windows": "installer and portable archive for Windows; on Linux by Wine",
    "macos": "disk image with the program for macOS; on macOS alone",
}
#: Those of Linux.
ALL = ("portable", "deb", "rpm", "run")
_USAGE = "Type python3 dev.py build and one or more of:\n{}\n  all        the first four"


def usage() -> str:
    """What can be built."""
    return _USAGE.format("\n".join(f"  {name:9}  {what}" for name, what in TARGETS.items()))


def main(arguments: list[str]) -> int:
    """Build what is named, `portable` where nothing is; everything foreseen that goes wrong is one sentence."""
    wanted = [word for word in arguments if not word.startswith("-")] or ["portable"]
    unknown = [word for word in wanted if word not in (*TARGETS, "all")]
    unknown += [word for word in arguments if word.startswith("-")]
    if unknown:
        asked = unknown[0] in ("-h", "--help")
        print(usage() if asked else f"There is no '{unknown[0]}'. {usage()}", file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    built = []
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that a tool that runs ends with it
    try:
        common.DIST.mkdir(exist_ok=True)
        for target in ALL if "all" in wanted else dict.fromkeys(wanted):
            built += import_module(f"build.{target}").build()
        common.write_sums(built)
    except common.BuildError as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Interrupted; what was built before is whole.", file=sys.stderr)
        return 130
    for path in built:
        common.say(f"{common.sha256(path)}  {common.megabytes(path.stat().st_size):>8}  dist/{path.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

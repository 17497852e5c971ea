"""The installer of Windows and the program agree; what Wine gives and takes is what the driver thinks."""

import io
import json
import re
import shutil
import struct
import subprocess
import zipfile
from pathlib import Path

import pytest

from bluebook_desktop import paths
from bluebook_desktop.gui import self_test
from build import common, macos, portable, proofs_windows, windows, wine

ROOT = Path(__file__).parents[2]
RECIPE = windows.RECIPE.read_text("utf-8")
STUB = (ROOT / "packaging" / "windows" / "wine_icuuc_stub.c").read_text("utf-8")


def defined(name: str) -> str:
    """What the installer's recipe means by a name."""
    found = re.search(rf'^!define {name} "?([^"\n]+)"?$', RECIPE, re.MULTILINE)
    assert found, name
    return found[1]


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small folder in the place of the real one."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    folder = tmp_path / "bluebook-desktop"
    for name in ("bluebook-desktop.exe", "bluebook.exe", "lib/a 漢.dll", "lib/b.txt", "lib/inner/c.dll"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"MZ" + name.encode())
    for name in windows.PLUGINS:
        path = folder / "lib" / "PySide6" / "plugins" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"MZ")
    return folder


def test_every_value_that_the_recipe_asks_for_is_given() -> None:
    given = set(windows.values(Path("out"), Path("files"), 1))
    asked = set(re.findall(r"\$\{([A-Z_]+)\}", RECIPE)) - set(re.findall(r"!define ([A-Z_]+)", RECIPE))
    assert asked - {"UN_", "FROM", "PART", "STATUS", "SENTENCE"} == given


def test_the_version_is_the_programs() -> None:
    assert windows.values(Path("out"), Path("files"), 1)["VERSION"] == common.version()
    assert re.fullmatch(r"\d+\.\d+\.\d+", common.version()), "Windows wants three numbers and adds one"
    assert windows.target("setup.exe").name == f"bluebook-desktop-{common.version()}-windows-x86_64-setup.exe"


def test_names_are_the_same_everywhere() -> None:
    spec = (ROOT / "build.spec").read_text("utf-8")
    assert f'TITLE, PUBLISHER = "{defined("NAME")}", "{defined("PUBLISHER")}"' in spec
    assert defined("NAME") == macos.TITLE
    assert defined("SCHEME") == "bluebook"
    assert defined("REMOVAL") == proofs_windows._ENTRY.removeprefix("HKCU\\")
    assert (defined("INCOMING"), defined("OUTGOING")) == (proofs_windows._INCOMING, proofs_windows._OUTGOING)
    assert portable.MARK == paths.PORTABLE_MARK


def test_the_manual_names_the_exit_codes() -> None:
    manual = (ROOT / "docs" / "install.md").read_text("utf-8")
    codes = {"RUNNING": 3, "NEWER": 4, "UNSUITED": 5}
    assert {name: int(defined(name)) for name in codes} == codes
    assert (proofs_windows._RUNNING, proofs_windows._NEWER) == (3, 4)
    for code in (0, 1, 2, *codes.values()):
        assert f"| {code} | " in manual


def test_removal_takes_only_what_installation_brought() -> None:
    removal = RECIPE.partition('Section "Uninstall"')[2]
    taken = set(re.findall(r'^ +RMDir /r "\$INSTDIR\\([^"]+)"', removal, re.MULTILINE))
    assert taken == {"lib", "${INCOMING}", "${OUTGOING}"}
    assert 'RMDir /r "$INSTDIR"' not in RECIPE
    assert "bluebook-data" not in RECIPE


@pytest.mark.skipif(not shutil.which("makensis"), reason="Debian's package nsis has the compiler")
def test_the_installer_is_made_without_a_warning(frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(common, "DIST", tmp_path)
    monkeypatch.setattr(common, "WORK", tmp_path)
    made = windows._installer(frozen)
    assert made.read_bytes().startswith(b"MZ")
    assert not re.search("warning", (tmp_path / "makensis.log").read_text("utf-8"), re.IGNORECASE)


def test_one_that_is_too_large_is_refused(frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(common, "DIST", tmp_path)
    monkeypatch.setattr(common, "WORK", tmp_path)
    monkeypatch.setattr(windows, "LARGEST", 10)
    monkeypatch.setattr(windows, "_makensis", lambda: "makensis")
    monkeypatch.setattr(common, "run", lambda *_: windows.target("setup.exe").write_bytes(bytes(11)))
    with pytest.raises(common.BuildError, match=r"has 0\.0 MB; 40 MB are the most"):
        windows._installer(frozen)


def test_files_are_listed_in_one_order_and_each_in_its_folder(frozen: Path) -> None:
    lines = windows.file_list(frozen).splitlines()
    files = [line for line in lines if line.startswith("File ")]
    assert len(files) == sum(path.is_file() for path in frozen.rglob("*"))
    at = lines.index(f'File "{frozen}/lib/inner/c.dll"')
    assert lines[at - 1] == r'SetOutPath "$INSTDIR\${INCOMING}\lib\inner"'
    suffixes = [Path(line.rstrip('"')).suffix for line in files]
    assert suffixes == sorted(suffixes)


def test_a_name_that_nsis_would_read_as_a_variable_is_refused(frozen: Path) -> None:
    (frozen / "lib" / "$INSTDIR.dll").touch()
    with pytest.raises(common.BuildError, match=r"\$INSTDIR\.dll"):
        windows.file_list(frozen)


def test_the_archive_is_portable_and_the_same_each_time(
    frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(common, "DIST", tmp_path)
    first = windows._zip(frozen).read_bytes()
    (frozen / "bluebook.exe").touch()
    assert windows._zip(frozen).read_bytes() == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        names = set(archive.namelist())
        assert archive.testzip() is None
    top = f"bluebook-desktop-{common.version()}"
    assert {f"{top}/portable", f"{top}/bluebook-desktop.exe", f"{top}/lib/a 漢.dll"} <= names


@pytest.mark.parametrize("name", windows.PLUGINS)
def test_a_folder_without_one_of_qts_plugins_is_refused(frozen: Path, name: str) -> None:
    windows.inspect(frozen)
    (frozen / "lib" / "PySide6" / "plugins" / name).unlink()
    with pytest.raises(common.BuildError, match=re.escape(name)):
        windows.inspect(frozen)


def test_a_folder_with_a_library_of_wines_is_refused(frozen: Path) -> None:
    (frozen / "lib" / "MSVCP140.dll").write_bytes(b"MZ".ljust(64, b"\0") + b"Wine builtin DLL\0")
    with pytest.raises(common.BuildError, match=r"Libraries of Wine came into the frozen folder: MSVCP140\.dll"):
        windows.inspect(frozen)


def test_the_plugins_of_the_self_test_are_among_those_that_are_insisted_on() -> None:
    assert {f"{name}.dll" for name in self_test._PLUGINS["win32"]} <= set(windows.PLUGINS)


def test_paths_are_written_as_windows_has_them() -> None:
    assert wine.of_windows(Path("/srv/a b/漢.exe")) == r"Z:\srv\a b\漢.exe"


def test_the_working_folder_is_none_that_setuptools_looks_into() -> None:
    assert "." in wine.PLACE.name


def test_wine_is_told_nothing_of_the_callers_own_prefix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setenv("WINEPREFIX", "/home/reader/.wine")
    monkeypatch.setenv("BLUEBOOK_HOME", "/home/reader/notes")
    variables = wine.surroundings()
    assert variables["WINEPREFIX"] == str(wine.PREFIX)
    assert "BLUEBOOK_HOME" not in variables


@pytest.mark.skipif(not shutil.which("x86_64-w64-mingw32-gcc"), reason="gcc-mingw-w64-x86-64 compiles for Windows")
def test_the_stub_for_wine_has_what_qt_asks_for(tmp_path: Path) -> None:
    library = tmp_path / "icuuc.dll"
    command = ["x86_64-w64-mingw32-gcc", "-shared", "-nostdlib", "-Wl,-eDllMain", "-o", str(library)]
    subprocess.run([*command, str(wine._STUB)], check=True)
    names = re.findall(r"^EXPORTED .*?(\w+)\(", STUB, re.MULTILINE)
    assert len(names) == len(set(names)) == 20
    content = library.read_bytes()
    assert all(name.encode() in content for name in names)


def test_the_icon_has_every_size_of_windows() -> None:
    content = windows.ICON.read_bytes()
    reserved, kind, count = struct.unpack("<HHH", content[:6])
    assert (reserved, kind) == (0, 1)
    sides = set()
    for number in range(count):
        width, _, _, _, _, bits, size, place = struct.unpack("<BBBBHHII", content[6 + 16 * number : 22 + 16 * number])
        picture = content[place : place + size]
        assert picture.startswith(b"\x89PNG")
        assert struct.unpack(">I", picture[16:20])[0] == (width or 256)
        assert bits == 32
        sides.add(width or 256)
    assert {16, 24, 32, 48, 256} <= sides


def test_the_bill_of_windows_names_the_runtime_and_no_package_of_debian(
    frozen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from build import bill, components

    told = {"packages": {}, "python": "3.13.2", "qt": "6.11.3", "sqlite": "3.45.3", "python_text": "PSF"}
    found = components.of_folder(frozen, Path("unused"), told | {"libxml2": "2.14.6", "libxslt": "1.1.43"})
    names = {one.name for one in found}
    assert {"Microsoft Visual C++ runtime", "Python", "SQLite", "Qt"} <= names
    parts = json.loads(bill.cyclonedx(found))["components"]
    assert not any("deb/debian" in part.get("purl", "") for part in parts)

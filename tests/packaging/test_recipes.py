"""The recipes agree with the program and with each other: `build.spec`, nfpm's, the desktop entry, AppStream."""

import ast
import configparser
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from contextlib import closing
from pathlib import Path

import pytest

from bluebook_desktop.gui import self_test
from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.about import facts
from bluebook_desktop.services.library import open_library
from build import __main__ as driver
from build import common, system, verify

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "packaging" / "linux"
RECIPE = (LINUX / "nfpm.yaml").read_text("utf-8")
#: Debian's package of each library that `build.spec` leaves to the host.
PACKAGES = {
    "stdc++": "libstdc++6",
    "gcc_s": "libgcc-s1",
    "EGL": "libegl1",
    "GL": "libgl1",
    "X11": "libx11-6",
    "X11-xcb": "libx11-xcb1",
    "xcb": "libxcb1",
    "fontconfig": "libfontconfig1",
    "freetype": "libfreetype6",
    "dbus-1": "libdbus-1-3",
    "wayland-client": "libwayland-client0",
    "wayland-cursor": "libwayland-cursor0",
    "wayland-egl": "libwayland-egl1",
}
WITH_LIBGL1 = {"GLX", "GLdispatch", "OpenGL"}


def spec_value(name: str) -> object:
    """What `build.spec` assigns to a name, as far as it is written out."""
    for node in ast.parse((ROOT / "build.spec").read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == name:
            return eval(ast.unparse(node.value), {"re": re})  # noqa: S307 - our own file
    raise KeyError(name)


def test_the_spec_keeps_every_plugin_that_the_self_test_asks_for() -> None:
    kept = spec_value("PLUGINS")
    assert isinstance(kept, dict)
    for names in self_test._PLUGINS.values():
        for folder, plugin in (name.split("/") for name in names):
            assert plugin.removeprefix("lib") in kept[folder], f"{folder}/{plugin}"


def test_the_spec_excludes_no_part_of_qt_that_the_program_imports() -> None:
    excluded = spec_value("EXCLUDED_QT")
    assert isinstance(excluded, list)
    used = set()
    for path in (ROOT / "bluebook_desktop").rglob("*.py"):
        used |= {f"PySide6.{name}" for name in re.findall(r"from PySide6\.(Qt\w+) import", path.read_text("utf-8"))}
    assert "PySide6.QtWidgets" in used
    assert not used & set(excluded)


def test_the_package_asks_for_every_library_that_is_left_to_the_host() -> None:
    pattern = spec_value("HOSTS_OWN")
    assert isinstance(pattern, re.Pattern)
    left = {name.replace("\\", "") for name in re.findall(r"[\w\\+-]+", pattern.pattern.split("(", 1)[1].split(")")[0])}
    assert left - WITH_LIBGL1 == set(PACKAGES)
    assert set(PACKAGES.values()) | {"libc6", "xkb-data"} == set(verify.needs())


def test_the_recipe_is_filled_and_takes_only_what_is_there() -> None:
    values = {"VERSION": "1", "MOMENT": "2", "GLIBC": "2.36", "FOLDER": "dist", "STAGE": "build/system"}
    filled = common.fill(RECIPE, values)
    assert '  - {src: "dist/", dst: /usr/lib/bluebook-desktop, type: tree}\n' in filled
    assert "      - libc6 (>= 2.36)\n" in filled
    for name in ("lintian-overrides", "copyright", "rpmlint.toml", "install.sh"):
        assert (LINUX / name).is_file()


def test_the_desktop_entry_starts_the_window_and_opens_places() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(LINUX / f"{common.APPLICATION_ID}.desktop", "utf-8")
    fields = entry["Desktop Entry"]
    assert (fields["Exec"], fields["Icon"]) == (f"{common.NAME} %u", common.APPLICATION_ID)
    assert fields["MimeType"] == "x-scheme-handler/bluebook;"
    app = (ROOT / "bluebook_desktop" / "gui" / "app.py").read_text("utf-8")
    assert f'setDesktopFileName("{common.APPLICATION_ID}")' in app


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-validate is not installed")
def test_the_desktop_entry_is_valid() -> None:
    command = ["desktop-file-validate", LINUX / f"{common.APPLICATION_ID}.desktop"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_appstream_names_the_entry_the_programs_and_the_version() -> None:
    text = (LINUX / f"{common.APPLICATION_ID}.metainfo.xml").read_text("utf-8")
    root = ET.fromstring(common.fill(text, {"VERSION": common.version(), "DATE": "2026-11-27"}))  # noqa: S314
    assert root.findtext("id") == common.APPLICATION_ID
    assert root.findtext("launchable") == f"{common.APPLICATION_ID}.desktop"
    assert [one.text for one in root.iter("binary")] == [common.NAME, common.COMMAND_LINE]
    assert [one.get("version") for one in root.iter("release")] == [common.version()]


def test_about_both_programs_and_every_package_tell_the_version_of_one_place(tmp_path: Path) -> None:
    written = common.version()
    with closing(open_library(UserFolders(data=tmp_path, config=tmp_path, log=tmp_path / "log"))) as opened:
        assert dict(facts(opened.library).rows)["Bluebook Desktop"] == written
    for program in ("bluebook_desktop", "bluebook_desktop.cli.main"):
        said = subprocess.run([sys.executable, "-m", program, "--version"], capture_output=True, text=True, check=True)
        assert said.stdout == f"Bluebook Desktop {written}\n"
    filled = [LINUX / "nfpm.yaml", LINUX / "install.sh", LINUX / f"{common.APPLICATION_ID}.metainfo.xml"]
    assert all("@VERSION@" in path.read_text("utf-8") for path in filled)
    recipes = [*filled, ROOT / "packaging" / "windows" / "installer.nsi"]
    recipes += [ROOT / "pyproject.toml", ROOT / "build.spec"]
    number = re.compile(rf"(?<![\d.=]){re.escape(written)}(?![\d.])")
    assert not [path.name for path in recipes if number.search(path.read_text("utf-8"))]  # it could grow old there


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="icons are drawn for Linux packages")
def test_the_icon_is_drawn_in_every_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system.folder, "environment", lambda: Path(sys.executable))
    monkeypatch.setattr(common, "WORK", tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    system.desktop_files(tmp_path / "share")
    drawn = sorted((tmp_path / "share/icons/hicolor").glob(f"*/apps/{common.APPLICATION_ID}.png"))
    sizes = {int(path.parts[-3].partition("x")[0]): int.from_bytes(path.read_bytes()[16:20]) for path in drawn}
    assert sizes == {size: size for size in system.SIZES}


def test_an_unknown_target_lists_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert driver.main(["dep"]) == 2
    said = capsys.readouterr().err
    assert "There is no 'dep'." in said
    assert all(f"  {target} " in said for target in driver.TARGETS)


def test_every_target_has_its_module() -> None:
    for target in driver.TARGETS:
        assert (ROOT / "packaging" / "build" / f"{target}.py").is_file()

"""What the packages for Windows have to show in a fresh Windows of Wine: installed, used, upgraded, cut off, gone."""

import hashlib
import shutil
import subprocess
import time
import zipfile
from functools import cached_property
from pathlib import Path

from build import common, portable, windows, wine
from build.proofs import PICTURES, TEXT, Report
from build.screen import Screen, wait_for

_WINDOW, _LINE = f"{common.NAME}.exe", f"{common.COMMAND_LINE}.exe"
_INCOMING, _OUTGOING = "bluebook-incoming", "bluebook-outgoing"
_ENTRY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\BluebookDesktop"
_OPENING = r"HKCU\Software\Classes\bluebook\shell\open\command"
_PLACE = "bluebook:2021-en/4.2.2/12"
_WHOLE = "All that the program needs is there."
#: Exit codes of the installer (installer.nsi).
_FAILED, _RUNNING, _NEWER = 2, 3, 4


class Windows:
    """A fresh Windows on a screen that nobody sees, gone at the end of the `with`."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self._prefix = wine.PLACE / "proof"
        self._variables = {"WINEPREFIX": str(self._prefix), "DISPLAY": screen.display}

    def __enter__(self) -> "Windows":
        shutil.rmtree(self._prefix, ignore_errors=True)
        shutil.copytree(wine.PREFIX, self._prefix, symlinks=True)
        return self

    def __exit__(self, *_: object) -> None:
        wine.end(self._prefix)
        shutil.rmtree(self._prefix, ignore_errors=True)

    @cached_property
    def local(self) -> Path:
        """The reader's %LOCALAPPDATA%."""
        return next(self._prefix.glob("drive_c/users/*/AppData/Local"))

    @property
    def installed(self) -> Path:
        """Where the installer puts the program."""
        return self.local / "Programs" / "Bluebook Desktop"

    @property
    def data(self) -> Path:
        """Where the installed program keeps the reader's data."""
        return self.local / common.NAME

    @property
    def menu(self) -> Path:
        """The entry in the Start menu."""
        return self.local.parent / "Roaming/Microsoft/Windows/Start Menu/Programs/Bluebook Desktop.lnk"

    def run(self, *command: str | Path) -> tuple[int, str]:
        """A program's status and all that it wrote."""
        done = wine.answer(command, screen=False, **self._variables)
        return done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace").replace("\r", "").strip()

    def start(self, *command: str | Path) -> subprocess.Popen[bytes]:
        """Start a program and go on."""
        quiet = subprocess.DEVNULL
        surroundings = wine.surroundings(**self._variables)
        return subprocess.Popen(wine.line(command), env=surroundings, stdin=quiet, stdout=quiet, stderr=quiet)

    def registered(self, key: str, name: str = "") -> str:
        """A value of the registry; empty where there is none."""
        asked = ["/v", name] if name else ["/ve"]
        status, words = self.run("reg", "query", key, *asked)
        return words.splitlines()[-1].split("    ")[-1].strip() if status == 0 and words else ""

    def register(self, name: str, value: str) -> None:
        """Change what stands of the program in Apps & features."""
        self.run("reg", "add", _ENTRY, "/v", name, "/d", value, "/f")


def digests(folder: Path) -> dict[str, str]:
    """Every file of a folder by its place, with its SHA-256."""
    return {path.relative_to(folder).as_posix(): common.sha256(path) for path in folder.rglob("*") if path.is_file()}


class Proofs:
    """The proofs, in the order in which a reader would meet them."""

    def __init__(self, machine: Windows, report: Report) -> None:
        self.machine, self.report = machine, report
        self._frozen = digests(wine.PLACE / "dist" / common.NAME)

    def setup(self, *words: str) -> tuple[int, str]:
        """Run the installer without a window."""
        return self.machine.run(windows.target("setup.exe"), "/S", *words)

    def is_whole(self) -> bool:
        """Whether just what was frozen is installed, and nothing of an installation's own is left."""
        found = digests(self.machine.installed)
        theirs = {name: digest for name, digest in found.items() if name in self._frozen or name.startswith("lib/")}
        left = any((self.machine.installed / name).exists() for name in (_INCOMING, _OUTGOING))
        return theirs == self._frozen and "Uninstall.exe" in found and not left

    def finds(self, folder: Path) -> tuple[bool, str]:
        """Whether the command line in a folder finds words of the bundled text."""
        status, words = self.machine.run(folder / _LINE, "search", "rock solid")
        return status == 0 and "rock-solid" in words, words

    def passes(self, folder: Path) -> tuple[bool, str]:
        """Whether the self-test in a folder finds nothing wrong."""
        status, words = self.machine.run(folder / _WINDOW, "--self-test")
        checks = words.splitlines()
        passed = status == 0 and checks[-1:] == [_WHOLE] and "ok      Display: windows, " in words
        return passed, f"{len(checks) - 1} checks" if passed else words

    def stick(self) -> None:
        """The ZIP archive, unpacked where a path has blanks and Japanese, keeps everything beside itself."""
        place = self.machine.local / "漢字 の stick"
        with zipfile.ZipFile(windows.target("portable.zip")) as archive:
            archive.extractall(place)
        (folder,) = place.iterdir()
        complete = digests(folder) == {**self._frozen, portable.MARK: hashlib.sha256(b"").hexdigest()}
        self.report.prove("ZIP: every file", complete, f"{len(self._frozen)} files")
        self.report.prove("ZIP: search under 漢字 and blanks", *self.finds(folder))
        self.report.prove("ZIP: self-test", *self.passes(folder))
        beside = (folder / "bluebook-data" / "library").is_dir() and not self.machine.data.exists()
        self.report.prove("ZIP: data beside the program, none elsewhere", beside)

    def installation(self) -> None:
        """Silent installation: files, Start menu, scheme, Apps & features."""
        status, words = self.setup()
        self.report.prove("silent installation", status == 0 and not words and self.is_whole(), words)
        self.report.prove("Start menu", self.machine.menu.is_file(), self.machine.menu.name)
        opening = self.machine.registered(_OPENING)
        self.report.prove("bluebook: scheme", opening.endswith(rf'Desktop\{_WINDOW}" "%1"'), opening)
        entry = {name: self.machine.registered(_ENTRY, name) for name in ("DisplayName", "DisplayVersion", "Publisher")}
        right = entry["DisplayVersion"] == common.version() and all(entry.values())
        self.report.prove("Apps & features", right, ", ".join(entry.values()))

    def use(self) -> None:
        """Search, self-test and import with what is installed."""
        self.report.prove("search", *self.finds(self.machine.installed))
        self.report.prove("self-test", *self.passes(self.machine.installed))
        line = self.machine.installed / _LINE
        status, words = self.machine.run(line, "import", "--edition", "2019-en", "--section", "4.2.2", TEXT)
        _, editions = self.machine.run(line, "editions")
        self.report.prove("import", status == 0 and "2019" in editions, words)

    def window(self) -> None:
        """The window opens, is driven by keys, takes a second start's address, and keeps installer and removal away."""
        program = self.machine.installed / _WINDOW
        first = self.machine.start(program)
        shown = wait_for(lambda: bool(self.machine.screen.windows()), 120)
        time.sleep(3)
        before = self.machine.screen.picture()
        self.machine.screen.type("key", "ctrl+k")
        self.machine.screen.type("type", "--delay", "60", '"rock solid"')
        changed = wait_for(lambda: self.machine.screen.picture() != before, 60)
        time.sleep(3)
        PICTURES.mkdir(parents=True, exist_ok=True)
        (PICTURES / "windows.png").write_bytes(self.machine.screen.picture())
        self.report.prove("window and search", shown and changed, "dist/pictures/windows.png")
        self.machine.screen.type("key", "Escape")
        before = self.machine.screen.picture()
        status, words = self.machine.run(program, _PLACE)
        went = wait_for(lambda: self.machine.screen.picture() != before, 60)
        one = len(self.machine.screen.windows()) == 1 and first.poll() is None
        self.report.prove("a second start hands its address to the first", status == 0 and went and one, words)
        self._refusals()
        self.machine.screen.type("key", "ctrl+q")
        ended = wait_for(lambda: first.poll() is not None, 60)
        if not ended:
            first.kill()
        self.report.prove("the window ends", ended and first.wait() == 0)

    def _refusals(self) -> None:
        status, words = self.setup()
        self.report.prove("no upgrade of a running program", (status, "running" in words) == (_RUNNING, True), words)
        # The uninstaller goes on as a copy of itself, whose words come through, but not its status.
        _, words = self.machine.run(self.machine.installed / "Uninstall.exe", "/S")
        self.report.prove("no removal of a running program", "running" in words and self.is_whole(), words)

    def scheme(self) -> None:
        """What stands in the registry for our addresses opens one; Wine's own `start` cannot be asked to."""
        _, program, words = self.machine.registered(_OPENING).split('"', 2)
        first = self.machine.start(program, *[word.strip('"').replace("%1", _PLACE) for word in words.split()])
        opened = wait_for(lambda: bool(self.machine.screen.windows()), 120)
        time.sleep(3)
        self.machine.screen.type("key", "ctrl+q")
        closed = wait_for(lambda: first.poll() is not None, 60)
        self.report.prove("an address opens the program", opened and closed and first.wait() == 0, _PLACE)

    def upgrade(self) -> None:
        """Over an older version, never over a newer one; what is not ours stays."""
        self.machine.register("DisplayVersion", "99.0.0")
        before = digests(self.machine.installed)
        status, words = self.setup()
        kept = digests(self.machine.installed) == before
        self.report.prove("not over a newer version", status == _NEWER and "newer" in words and kept, words)
        self.machine.register("DisplayVersion", "0.0.9")
        (self.machine.installed / "lib" / "left over.dll").write_bytes(b"of an older version")
        (self.machine.installed / "a reader's own.txt").write_text("stays", "utf-8")
        status, words = self.setup()
        fresh = self.machine.registered(_ENTRY, "DisplayVersion") == common.version()
        stays = (self.machine.installed / "a reader's own.txt").is_file()
        self.report.prove("over an older version", status == 0 and fresh and stays and self.is_whole(), words)

    def interruption(self) -> None:
        """Killed while it unpacks or renames, it leaves the old program whole, or makes it whole the next time."""
        folder = self.machine.installed
        running = self.machine.start(windows.target("setup.exe"), "/S")
        begun = wait_for(lambda: len(list((folder / _INCOMING).rglob("*"))) > 100, 120)
        running.kill()
        running.wait()
        time.sleep(1)
        cut_off = begun and (folder / _INCOMING).is_dir()
        works, words = self.finds(folder)
        self.report.prove("killed while it unpacks: the old program works", cut_off and works, words)
        self.report.prove("installed the next time", self.setup()[0] == 0 and self.is_whole())
        for name in (_INCOMING, _OUTGOING):
            (folder / name).mkdir()
        for name in (_WINDOW, _LINE):
            shutil.copyfile(folder / name, folder / _INCOMING / name)
            (folder / name).rename(folder / _OUTGOING / name)
        (folder / "lib").rename(folder / _OUTGOING / "lib")
        status, words = self.setup()
        self.report.prove("killed while it renames: whole the next time", status == 0 and self.is_whole(), words)

    def full_disk(self) -> None:
        """On a full disk there is a sentence, and nothing is left."""
        small = wine.PLACE / "small"
        small.mkdir(exist_ok=True)
        subprocess.run(
            [common.tool("mount", "mount"), "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(small)], check=True
        )
        try:
            status, words = self.setup(f"/D={wine.of_windows(small / 'program')}")
            left = [path.name for path in small.rglob("*")]
        finally:
            subprocess.run([common.tool("umount", "mount"), "-l", str(small)], check=True)
        told = status == _FAILED and "disk full" in words
        self.report.prove(
            "full disk: a sentence, and nothing left", told and not left, f"{status} {words} {left or ''}"
        )
        self.report.prove("the installed program works", *self.finds(self.machine.installed))

    def removal(self) -> None:
        """Silent removal takes the program and its entries, and leaves the reader's data and own files."""
        kept = {
            path: common.sha256(path)
            for path in (self.machine.data / "notebook.db", self.machine.data / "settings.conf")
        }
        originals = digests(self.machine.data / "originals")
        _, program, option = self.machine.registered(_ENTRY, "QuietUninstallString").split('"', 2)
        status, words = self.machine.run(program, option.strip())
        gone = wait_for(lambda: not (self.machine.installed / "Uninstall.exe").exists(), 120)
        left = [path.name for path in self.machine.installed.glob("*")]
        self.report.prove("silent removal", status == 0 and gone and left == ["a reader's own.txt"], words or str(left))
        keys = [
            key
            for key in (_ENTRY, _OPENING, r"HKCU\Software\BluebookDesktop")
            if self.machine.run("reg", "query", key)[0] == 0
        ]
        self.report.prove("no entry is left", not keys and not self.machine.menu.exists(), ", ".join(keys))
        same = all(path.is_file() and common.sha256(path) == digest for path, digest in kept.items())
        same = same and bool(originals) and digests(self.machine.data / "originals") == originals
        self.report.prove("the reader's notebook, settings and imports stay", same)


def verify(screen: Screen) -> int:
    """Every proof; how many failed."""
    for kind in ("setup.exe", "portable.zip"):
        if not windows.target(kind).is_file():
            raise common.BuildError(f"There is no {windows.target(kind).name} in dist; build it first.")
    windows.inspect(wine.PLACE / "dist" / common.NAME)
    report = Report("windows")
    with Windows(screen) as machine:
        proofs = Proofs(machine, report)
        for step in (proofs.stick, proofs.installation, proofs.use, proofs.window, proofs.scheme, proofs.upgrade):
            step()
        for step in (proofs.interruption, proofs.full_disk, proofs.removal):
            step()
    return report.failed

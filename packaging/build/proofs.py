"""What every installed program has to show, whichever package it came by."""

import re
import shlex
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from build import common
from build.screen import Screen, wait_for
from build.trees import OTHER, READER, Tree, end

PICTURES = common.DIST / "pictures"
#: A section that is imported in the trees.
TEXT = common.ROOT / "data" / "editions" / "2021-en" / "4.2.2" / "text.txt"
_NO_DISPLAY = "bluebook-desktop: There is no display to open a window on; "
_HIDDEN_FONTS = "mount -t tmpfs tmpfs ROOT/usr/share/fonts"


class Report:
    """Prints each proof as it is given, and knows whether all were."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.failed = 0

    def prove(self, what: str, holds: bool, detail: str = "") -> bool:
        """Say whether something holds, with what was seen."""
        self.failed += not holds
        lines = detail.strip().splitlines()
        seen = "" if not lines else f": {lines[0]}" if holds else ":\n" + "\n".join(f"        {one}" for one in lines)
        common.say(f"{'proved' if holds else 'FAILED'}  {self._name}: {what}{seen}")
        return holds


class Installed:
    """A program that is installed in a tree, and the proofs of it."""

    def __init__(self, tree: Tree, report: Report, screen: Screen, folder: str) -> None:
        self.tree, self.report, self.screen = tree, report, screen
        self.window, self.line = f"{folder}/bluebook-desktop", f"{folder}/bluebook"
        self._on_screen = {"DISPLAY": screen.display}

    def self_test(self) -> None:
        """Every check passes, and no plugin lacks a library."""
        done = self.tree.run([self.window, "--self-test"], READER, env=self._on_screen)
        not_ok = [line for line in done.out.splitlines()[:-1] if not line.startswith("ok ")]
        checks = len(done.out.splitlines()) - 1
        passed = done.status == 0 and not not_ok and "ok      Display: xcb, " in done.out
        self.report.prove("self-test on a screen", passed, f"{checks} checks" if passed else done.words)
        bare = self.tree.run([self.window, "--self-test"], READER)
        self.report.prove("self-test without a screen", bare.status == 0, bare.out.splitlines()[-1] if bare.out else "")

    def versions(self) -> None:
        """Both programs and the project say one version."""
        said = [self.tree.run([program, "--version"], READER).out for program in (self.window, self.line)]
        self.report.prove("one version", all(common.version() in one for one in said), " / ".join(map(str.strip, said)))

    def search_and_import(self) -> None:
        """The command line finds, imports, and finds what was imported; in an environment with nothing in it."""
        found = self.tree.run([self.line, "search", "rock solid"], READER)
        self.report.prove("search", found.status == 0 and "rock-solid" in found.out, found.out or found.err)
        self.tree.put(TEXT, "/srv/一 つの text.txt")
        command = [self.line, "import", "--edition", "2019-en", "--section", "4.2.2", "/srv/一 つの text.txt"]
        done = self.tree.run(command, READER, env={"LC_ALL": "C.UTF-8"})
        editions = self.tree.run([self.line, "editions"], READER, env={"LC_ALL": "C.UTF-8"})
        self.report.prove("import", done.status == 0 and "2019" in editions.out, done.words)

    def open_window(self, name: str) -> None:
        """The window opens, a search is typed into it, a picture is taken, and it closes."""
        env = {**self._on_screen, "LANG": "C.UTF-8"}  # else Qt says that it would like one
        command = self.tree.command([self.window], READER, env=env)
        with tempfile.TemporaryFile() as words:
            process = subprocess.Popen(command, stdout=words, stderr=words)
            shown = wait_for(lambda: bool(self.screen.windows()))
            time.sleep(2)
            before = self.screen.picture()
            self.screen.type("key", "ctrl+k")
            self.screen.type("type", "--delay", "60", '"rock solid"')
            changed = wait_for(lambda: self.screen.picture() != before, 20)
            time.sleep(2)
            PICTURES.mkdir(parents=True, exist_ok=True)
            picture = PICTURES / f"{name}.png"
            picture.write_bytes(self.screen.picture())
            self.screen.type("key", "ctrl+q")
            ended = wait_for(lambda: process.poll() is not None, 20)
            if not ended:
                end(process)
            status = process.wait()
            words.seek(0)
            said = words.read().decode("utf-8", "replace").strip()
        works = shown and changed and ended and status == 0 and not said
        detail = f"dist/pictures/{picture.name}" if works else f"{shown=} {changed=} {ended=} {status=}\n{said}"
        self.report.prove("window, search and picture", works, detail)

    def two_users(self) -> None:
        """Two users have a window each at the same time."""
        commands = [self.tree.command([self.window], user, env=self._on_screen) for user in (READER, OTHER)]
        running = [subprocess.Popen(command, stderr=subprocess.DEVNULL) for command in commands]
        both = wait_for(lambda: len(self.screen.windows()) >= 2)
        for process in running:
            end(process)
        wait_for(lambda: not self.screen.windows(), 10)
        self.report.prove("two users at once", both, "two windows" if both else "")

    def bad_circumstances(self) -> None:
        """No screen, no HOME, a folder that is read-only, no network, no D-Bus."""
        dark = self.tree.run([self.window], READER)
        sentence = dark.err.startswith(_NO_DISPLAY) and len(dark.err.splitlines()) == 1
        self.report.prove("no display: one sentence", dark.status == 2 and sentence, dark.words)
        homeless = self.tree.run([self.line, "search", "rock solid"], READER, home=False)
        self.report.prove("no HOME", homeless.status == 0 and "rock-solid" in homeless.out, homeless.out)
        place = f"ROOT{shlex.quote(str(Path(self.window).parent))}"
        fixed = [f"mount --bind {place} {place}", f"mount -o remount,bind,ro {place}"]
        written = self.tree.run(["touch", f"{Path(self.window).parent}/x"], mounts=fixed).status == 0
        still = self.tree.run([self.window, "--self-test"], READER, mounts=fixed)
        detail = still.words if still.status else ""
        self.report.prove("installed where nothing can be written", still.status == 0 and not written, detail)
        locked = self.tree.run([self.line, "search", "rock solid"], READER, env={"BLUEBOOK_HOME": "/usr/nothing"})
        detail = locked.err or locked.out
        self.report.prove("a home that cannot be written to", "rock-solid" in locked.out, detail)

    def no_fonts(self) -> None:
        """With the system's typefaces hidden the bundled one draws letters; with that one hidden too, boxes."""
        pictures = {}
        bundled = str(Path(self.window).parent / "lib" / "resources" / "fonts" / "MPLUS1p_400Regular.ttf")
        boxes = [_HIDDEN_FONTS, f"mount --bind /dev/null ROOT'{bundled}'"]
        for name, mounts in (("letters", [_HIDDEN_FONTS]), ("boxes", boxes)):
            shot = f"/home/{READER}/{name}.png"
            self.tree.run(
                [self.window, "--screenshot", shot], READER, mounts=["mkdir -p ROOT/usr/share/fonts", *mounts]
            )
            taken = self.tree.root / shot.lstrip("/")
            pictures[name] = taken.read_bytes() if taken.exists() else b""
            PICTURES.mkdir(parents=True, exist_ok=True)
            (PICTURES / f"no-fonts-{name}.png").write_bytes(pictures[name])
        done = self.tree.run(
            [self.window, "--self-test"], READER, mounts=["mkdir -p ROOT/usr/share/fonts", _HIDDEN_FONTS]
        )
        letters = re.search(r"^ok +Letters: .*M PLUS 1p.*$", done.out, re.MULTILINE)
        differ = bool(pictures["letters"]) and bool(pictures["boxes"]) and pictures["letters"] != pictures["boxes"]
        self.report.prove(
            "no typefaces: the bundled one", differ and bool(letters), letters[0] if letters else done.words
        )

    def no_connection(self) -> None:
        """A trace shows only sockets of this computer: of a search, a look at a file to import, and windows."""
        calls = ""
        tracer = common.tool("strace", "strace")
        looks: list[tuple[list[str], dict[str, str]]] = [
            ([self.line, "search", "rock solid"], {}),
            ([self.line, "import", "--look", "/srv/一 つの text.txt"], {"LC_ALL": "C.UTF-8"}),
            ([self.window, "--screenshot", f"/home/{READER}/traced.png"], {}),
            ([self.window, "--self-test"], self._on_screen),
        ]
        for command, variables in looks:
            with tempfile.NamedTemporaryFile() as log:
                before = [tracer, "-f", "-qq", "-e", "trace=socket,connect,sendto", "-o", log.name]
                self.tree.run(command, READER, before=before, network=True, env=variables)
                calls += Path(log.name).read_text("utf-8", "replace")
        outside = [line for line in calls.splitlines() if re.search(r"AF_INET|AF_NETLINK|sin_addr|sin6_addr", line)]
        sockets = len(calls.splitlines())
        self.report.prove(
            "no connection attempted", not outside, f"{sockets} calls traced" if not outside else "\n".join(outside[:5])
        )

    def exchange_qt(self, original: Path) -> None:
        """A Qt library is used from its file, so that another copy of it can take its place (LGPL)."""
        place = self.tree.root / self.window.lstrip("/")
        library = place.parent / "lib" / "PySide6" / "Qt" / "lib" / original.name
        kept = library.read_bytes()
        library.unlink()
        without = self.tree.run([self.window, "--self-test"], READER)
        library.write_bytes(original.read_bytes() + b"another copy")
        done = self.tree.run([self.window, "--self-test"], READER)
        library.write_bytes(kept)
        exchanged = without.status != 0 and done.status == 0
        self.report.prove(
            "a Qt library exchanged for another copy", exchanged, original.name if exchanged else done.words
        )

    def all(self, picture: str) -> None:
        """Every proof of an installed program."""
        steps: list[Callable[[], None]] = [self.versions, self.self_test, self.search_and_import]
        for step in steps:
            step()
        self.open_window(picture)
        self.two_users()
        self.bad_circumstances()
        self.no_fonts()
        self.no_connection()

"""The .run: installed by a user without rights into a home with blanks and Japanese, and all that may go wrong."""

from pathlib import Path

from build import common
from build.proofs import TEXT, Installed, Report
from build.screen import Screen
from build.trees import READER, Tree

_FILE = "/srv/Bluebook のセットアップ.run"
_HOME = f"/home/{READER}"
_PREFIX = f"{_HOME}/外交 青書 & “$HOME” it's 100% `x`/bluebook"
_DEFAULT = f"{_HOME}/.local/opt/bluebook-desktop"


def verify(installer: Path, archive: Path, suite: str, screen: Screen, needs: list[str]) -> int:
    """Installer and portable archive; `needs` are the host's packages that a desktop has: libraries, and xz."""
    report = Report(f"run in {suite}")
    tree = Tree(suite)
    try:
        tree.put(installer, _FILE)
        _on_a_bare_system(tree, report)
        tree.install("xz-utils", *needs)
        _anywhere(tree, report, screen)
        _up_to_date(tree, report, screen)
        _gone_wrong(tree, report)
        _removed(tree, report)
        _on_a_stick(tree, report, archive)
    finally:
        tree.close()
    return report.failed


def _install(tree: Tree, *options: str, **circumstances: list[str]) -> tuple[int, str]:
    done = tree.run(["sh", _FILE, "--silent", *options], READER, mounts=circumstances.get("mounts", []))
    return done.status, done.words


def _on_a_bare_system(tree: Tree, report: Report) -> None:
    status, words = _install(tree)
    report.prove(
        "without xz: a sentence, nothing changed", status == 1 and "xz" in words and not _there(tree, _DEFAULT), words
    )
    tree.install("xz-utils")
    status, words = _install(tree)
    refused = status == 1 and "This computer cannot run it" in words and not _there(tree, _DEFAULT)
    report.prove(
        "without the desktop's libraries: which is missing, nothing changed",
        refused,
        words.splitlines()[-2] if refused else words,
    )


def _there(tree: Tree, place: str) -> bool:
    return (tree.root / place.lstrip("/")).exists()


def _anywhere(tree: Tree, report: Report, screen: Screen) -> None:
    """A folder with blanks, Japanese and quotation marks; the program works there, and from the menu's entry."""
    status, words = _install(tree, "--prefix", _PREFIX)
    what = "installs silently into a folder with blanks, marks and 漢字"
    if not report.prove(what, (status, words) == (0, ""), words or _PREFIX):
        return
    program = Installed(tree, report, screen, _PREFIX)
    program.versions()
    program.self_test()
    program.search_and_import()
    program.open_window("run")
    entry = (tree.root / f"home/{READER}/.local/share/applications/{common.APPLICATION_ID}.desktop").read_text("utf-8")
    started = tree.run(["sh", "-c", _desktop_exec(entry) + " --version"], READER)
    report.prove("the menu's entry starts it", common.version() in started.out, started.words)
    status, words = _install(tree, "--prefix", f'{_HOME}/"/bluebook')
    report.prove("a folder that Qt cannot work in is refused", status == 2 and "cannot have" in words, words)
    status, words = _install(tree, "--uninstall", "--prefix", _PREFIX)
    report.prove("removed there", status == 0 and not _there(tree, _PREFIX), words)


def _desktop_exec(entry: str) -> str:
    """The entry's command for a shell, without %u: a desktop undoes one level of backslashes and then %%."""
    line = next(line for line in entry.splitlines() if line.startswith("Exec=")).removeprefix("Exec=")
    return line.replace("\\\\", "\\").removesuffix(" %u").replace("%%", "%")


def _up_to_date(tree: Tree, report: Report, screen: Screen) -> None:
    status, words = _install(tree)
    version = tree.root / f"{_DEFAULT.lstrip('/')}/setup/version"
    report.prove("installs in the usual place", status == 0 and _there(tree, f"{_DEFAULT}/uninstall"), words)
    version.write_text("0.0.1\n", "utf-8")
    status, words = _install(tree)
    fresh = version.read_text("utf-8").strip() == common.version()
    left = [path.name for path in version.parents[2].iterdir()]
    report.prove("brings an older version up to date", status == 0 and fresh and left == ["bluebook-desktop"], words)
    version.write_text("99.0\n", "utf-8")
    status, words = _install(tree)
    kept = version.read_text("utf-8") == "99.0\n"
    report.prove("leaves a newer version alone", status == 1 and kept and "newer" in words, words)
    version.write_text(f"{common.version()}\n", "utf-8")
    script = f'"{_DEFAULT}/bluebook-desktop" & sleep 4; sh "{_FILE}" --silent; echo "status $?"; kill $!'
    done = tree.run(["sh", "-c", script], READER, env={"DISPLAY": screen.display})
    refused = "is running" in done.err and "status 1" in done.out
    report.prove("refuses while the program runs", refused, done.words)


def _gone_wrong(tree: Tree, report: Report) -> None:
    """A full disk, a cut-off copy, an interruption, a kill in the middle of the exchange: the old one still works."""
    full = [f"mount -t tmpfs -o size=40m,uid=1000 tmpfs ROOT{_HOME}/.local/opt"]
    status, words = _install(tree, mounts=full)
    report.prove("full disk: a sentence", status == 1 and "is there room" in words, words)
    whole = tree.root / _FILE.lstrip("/")
    content = whole.read_bytes()
    cut = whole.with_name("cut.run")
    cut.write_bytes(content[: len(content) // 2])
    done = tree.run(["sh", "/srv/cut.run", "--silent"], READER)
    report.prove("a file cut off on its way", done.status == 1 and "not copied whole" in done.words, done.words)
    script = f'sh "{_FILE}" --silent & sleep 1.5; kill -TERM $!; wait $!; echo "status $?"'
    done = tree.run(["sh", "-c", script], READER)
    opt = tree.root / f"{_HOME.lstrip('/')}/.local/opt"
    clean = [path.name for path in opt.iterdir()] == ["bluebook-desktop"]
    report.prove("interrupted: nothing half done is left", "status 143" in done.out and clean, done.words)
    (opt / "bluebook-desktop").rename(opt / "bluebook-desktop.old")
    (opt / "bluebook-desktop.new.999999").mkdir()
    status, words = _install(tree)
    clean = [path.name for path in opt.iterdir()] == ["bluebook-desktop"]
    report.prove("killed between the two moves: the next call mends it", status == 0 and clean, words)
    done = tree.run([f"{_DEFAULT}/bluebook", "search", "rock solid"], READER)
    report.prove("after all this it works", "rock-solid" in done.out, done.words)


def _removed(tree: Tree, report: Report) -> None:
    done = tree.run([f"{_DEFAULT}/uninstall"], READER)
    home = tree.root / _HOME.lstrip("/")
    data = home / ".local/share/bluebook-desktop"
    names = (f"*{common.APPLICATION_ID}*", "bluebook*.gz", "bluebook.fish")
    left = [str(path.relative_to(home)) for name in names for path in (home / ".local").rglob(name)]
    links = [path.name for path in (home / ".local/bin").iterdir()] if (home / ".local/bin").exists() else []
    clean = not _there(tree, _DEFAULT) and not left and not links and data.is_dir()
    report.prove(
        "the uninstaller leaves the reader's data, and nothing else",
        done.status == 0 and clean,
        f"{done.words} {left} {links}",
    )


def _on_a_stick(tree: Tree, report: Report, archive: Path) -> None:
    """The portable archive, unpacked anywhere, keeps everything beside the program; moved, it takes its data along."""
    tree.put(archive, "/srv/portable.tar.xz")
    first, moved = f"{_HOME}/外付け disk", f"{_HOME}/another place"
    unpack = ["sh", "-c", f"mkdir '{first}' && tar -xf /srv/portable.tar.xz -C '{first}'"]
    tree.run(unpack, READER, check=True)
    elsewhere = tree.root / f"{_HOME.lstrip('/')}/.local/share/bluebook-desktop"
    before = sorted(elsewhere.rglob("*"))
    (folder,) = (path.name for path in (tree.root / first.lstrip("/")).iterdir())
    tree.put(TEXT, "/srv/stick.txt")
    taken = ["import", "--edition", "2017-en", "--section", "4.2.2", "/srv/stick.txt"]
    done = tree.run([f"{first}/{folder}/bluebook", *taken], READER, env={"LC_ALL": "C.UTF-8"})
    tree.run(["mv", first, moved], READER, check=True)
    told = tree.run([f"{moved}/{folder}/bluebook", "editions"], READER, env={"LC_ALL": "C.UTF-8"})
    checked = tree.run([f"{moved}/{folder}/bluebook-desktop", "--self-test"], READER)
    works = done.status == 0 and "2017" in told.out and checked.status == 0
    beside = _there(tree, f"{moved}/{folder}/bluebook-data/library") and sorted(elsewhere.rglob("*")) == before
    report.prove("portable: moved with its data, none elsewhere", works and beside, "" if works else checked.words)

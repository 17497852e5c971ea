"""The .deb: clean to Debian's own tools, and installed, brought up to date and removed in a fresh tree."""

import subprocess
from pathlib import Path

from build import common, deb, folder, proofs_desktop
from build.proofs import TEXT, Installed, Report
from build.proofs_trouble import Manager, gone_wrong
from build.screen import Screen
from build.system import PLACE
from build.trees import READER, Tree

_DPKG = Manager(
    install=["dpkg", "-i", "/srv/package.deb"],
    remove=["dpkg", "--remove", common.NAME],
    unpacked="*.dpkg-new",
    full="No space left on device",
    version=["dpkg-query", "-W", "-f", "${Version}", common.NAME],
)
_QT = "lib/python*/site-packages/PySide6/Qt/lib/libQt6Widgets.so.6"


def check(package: Path) -> int:
    """What lintian, desktop-file-validate and appstreamcli say of it."""
    report = Report("deb")
    lintian = [common.tool("lintian", "lintian"), "--fail-on", "error", "--tag-display-limit=0", "--allow-root"]
    done = subprocess.run([*lintian, package], capture_output=True, text=True, check=False)
    report.prove("lintian has no errors", done.returncode == 0, done.stdout.strip() or "nor warnings")
    share = common.WORK / "system" / "share"
    entry = share / "applications" / f"{common.APPLICATION_ID}.desktop"
    metainfo = share / "metainfo" / f"{common.APPLICATION_ID}.metainfo.xml"
    checks: list[list[str | Path]] = [
        [common.tool("desktop-file-validate", "desktop-file-utils"), entry],
        [common.tool("appstreamcli", "appstream"), "validate", "--no-net", metainfo],
    ]
    for command in checks:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        report.prove(Path(command[0]).name, done.returncode == 0, (done.stdout + done.stderr).strip() or "clean")
    return report.failed


def verify(package: Path, suite: str, screen: Screen, *, desktop: bool) -> int:
    """From the version before to removal, in a fresh tree of a suite; with what a `desktop` brings where it is said."""
    report = Report(f"deb in {suite}")
    tree = Tree(suite)
    try:
        older = common.WORK / "older.deb"
        older.write_bytes(as_version(package.read_bytes(), "0.0.1-1"))
        tree.put(older, "/srv/older.deb")
        tree.put(package, "/srv/package.deb")
        packages = tree.install("/srv/older.deb")
        there = tree.run(["dpkg-query", "-W", "-f", "${Status} ${Version}", common.NAME]).out
        report.prove(
            "an older version installs", there == "install ok installed 0.0.1-1", f"{packages} packages in all"
        )
        _keep_something(tree)
        gone_wrong(tree, report, screen, _DPKG)
        tree.run(["dpkg", "--configure", "-a"])  # what apt asks for before it goes on after a kill
        before = _data(tree)
        tree.install("/srv/package.deb")
        fresh = _DPKG.there(tree) == f"{common.version()}-1"
        kept = _is_kept(tree, before)
        report.prove("it brings the older one up to date; notebook and imports stay", fresh and kept)
        _not_over_a_newer_one(tree, report)
        linked = Installed(tree, report, screen, PLACE)
        linked.all(f"deb-{suite}")
        started = tree.run(["/usr/bin/bluebook", "search", "rock solid"], READER)
        report.prove("started by its link in /usr/bin", started.status == 0, started.out)
        _around(tree, report)
        originals = list(folder.environment().parent.parent.glob(_QT))
        if originals:
            linked.exchange_qt(originals[0])
        if desktop:
            proofs_desktop.verify(linked, f"deb-{suite}")
        before = _data(tree)
        gone = tree.run(["dpkg", "--purge", common.NAME])
        left = (tree.root / PLACE.lstrip("/")).exists()
        clean = gone.status == 0 and not left and _is_kept(tree, before)
        report.prove("removal leaves the reader's data, and nothing else", clean, gone.words if not clean else "")
    finally:
        tree.close()
    return report.failed


def _not_over_a_newer_one(tree: Tree, report: Report) -> None:
    """Apt asks before it goes back to an older version, and does not where nobody can answer."""
    done = tree.run(["apt-get", "install", "-y", "/srv/older.deb"], env={"DEBIAN_FRONTEND": "noninteractive"})
    kept = done.status != 0 and _DPKG.there(tree) == f"{common.version()}-1"
    told = "downgrade" in done.err
    report.prove("not over a newer version", kept and told, done.err.strip().splitlines()[-1] if told else done.words)


def _keep_something(tree: Tree) -> None:
    """An import, which must outlive everything."""
    tree.put(TEXT, "/srv/kept.txt")
    command = [f"{PLACE}/bluebook", "import", "--edition", "2018-en", "--section", "4.2.2", "/srv/kept.txt"]
    tree.run(command, READER, check=True)


def _data(tree: Tree) -> dict[str, str]:
    """Every file of the reader's data, with its SHA-256."""
    place = tree.root / f"home/{READER}/.local/share/{common.NAME}"
    return {str(path.relative_to(place)): common.sha256(path) for path in place.rglob("*") if path.is_file()}


def _is_kept(tree: Tree, before: dict[str, str]) -> bool:
    """Whether the reader's data is what it was, and is at all."""
    there = {"notebook.db", "originals/catalogue.json"} <= set(before)
    return there and _data(tree) == before


def _around(tree: Tree, report: Report) -> None:
    """Menu, scheme, icons, manual and completion are where the desktop looks for them."""
    share = tree.root / "usr" / "share"
    name = common.APPLICATION_ID
    expected = [
        *(f"applications/{name}.desktop", f"metainfo/{name}.metainfo.xml"),
        *(f"icons/hicolor/48x48/apps/{name}.png", f"icons/hicolor/scalable/apps/{name}.svg"),
        *("man/man1/bluebook.1.gz", "man/man1/bluebook-desktop.1.gz"),
        *("bash-completion/completions/bluebook", "zsh/vendor-completions/_bluebook"),
        "fish/vendor_completions.d/bluebook.fish",
    ]
    missing = [one for one in expected if not (share / one).is_file()]
    entry = share / f"applications/{name}.desktop"
    scheme = entry.is_file() and "MimeType=x-scheme-handler/bluebook;" in entry.read_text("utf-8")
    report.prove("menu, scheme, icons, manual, completion", scheme and not missing, ", ".join(missing) or "all there")


def as_version(package: bytes, version: str) -> bytes:
    """The same package as if it were of another version: only what `control` says of it differs."""
    members = deb.read_members(package)
    changed = [
        (name, deb.replace_version(content, version) if name.startswith("control") else content)
        for name, content in members
    ]
    return deb.write_members(changed)

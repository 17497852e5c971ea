"""What may go wrong while dpkg or rpm installs: each time there is a sentence, and the program that was there works.

Dpkg and rpm unpack everything beside what is there, and rename it only when all is there.
"""

import shlex
from collections.abc import Sequence
from dataclasses import dataclass

from build.proofs import Report
from build.screen import Screen
from build.system import PLACE
from build.trees import IDS, READER, Tree

_SEARCH = f"{PLACE}/bluebook search 'rock solid'"
_FOUND = "rock-solid"
_SMALL = "/srv/small disk"
#: A disk that has room for the program once.
_FULL = (
    f"mkdir -p ROOT'{_SMALL}'",
    f"mount -t tmpfs -o size=150m tmpfs ROOT'{_SMALL}'",
    f"cp -a ROOT{PLACE}/. ROOT'{_SMALL}'",
    f"mount --bind ROOT'{_SMALL}' ROOT{PLACE}",
)


@dataclass(frozen=True, slots=True)
class Manager:
    """What installs: how it is called with a new package, what it removes by, and what tells of its work."""

    install: Sequence[str]
    remove: Sequence[str]
    #: What a file is called that is unpacked and not yet renamed.
    unpacked: str
    #: What it says of a full disk.
    full: str
    #: Prints the version that is installed.
    version: Sequence[str]

    def there(self, tree: Tree) -> str:
        """The version that is installed."""
        return tree.run(self.version).out.strip()


def gone_wrong(tree: Tree, report: Report, screen: Screen, manager: Manager) -> None:
    """With an older version in the tree: over a running program, into a full disk, killed while it unpacks."""
    before = manager.there(tree)
    _running(tree, report, screen, manager, before)
    done = tree.run(["sh", "-c", f"{shlex.join(manager.install)}; echo status $?; {_SEARCH}"], mounts=_FULL)
    told = manager.full in done.err and "status 0" not in done.out
    works = _FOUND in done.out and manager.there(tree) == before
    said = next((line for line in done.err.splitlines() if manager.full in line), done.words)
    report.prove("full disk: a sentence, and the old version works", told and works, said)
    count = f"$(find {PLACE} -name {shlex.quote(manager.unpacked)} | wc -l)"
    waiting = f'until [ "{count}" -gt 50 ] || ! kill -0 $!; do :; done'
    killed = f'{shlex.join(manager.install)} & {waiting}; kill -9 $!; wait $!; echo "{count}"'
    done = tree.run(["sh", "-c", killed])
    halfway = int(done.out.split()[-1]) > 50 if done.out.split() else False
    works = _FOUND in tree.run(["sh", "-c", _SEARCH], READER).out
    report.prove("killed while it unpacks: the old version works", halfway and works, done.words)


def _running(tree: Tree, report: Report, screen: Screen, manager: Manager, before: str) -> None:
    """A window that is open is neither replaced nor taken away."""
    number = IDS[READER]
    reader = f"setpriv --reuid={number} --regid={number} --clear-groups env HOME=/home/{READER}"
    for command, what in ((manager.install, "install"), (manager.remove, "remove")):
        script = f"{reader} {PLACE}/bluebook-desktop & sleep 3; {shlex.join(command)}; echo status $?; kill $!; wait"
        done = tree.run(["sh", "-c", script], env={"DISPLAY": screen.display})
        sentence = f"Bluebook Desktop is running: close it, then {what}."
        kept = "status 0" not in done.out and manager.there(tree) == before
        works = _FOUND in tree.run(["sh", "-c", _SEARCH], READER).out
        told = sentence in done.err
        report.prove(f"{what} over a running program: a sentence", told and kept and works, "" if told else done.words)

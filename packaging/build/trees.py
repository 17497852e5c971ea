"""Fresh trees of Debian and Ubuntu, and what runs in them as on computers of their own: users, mounts, no network."""

import os
import re
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from build import common

READER, OTHER = "reader", "second"
#: The numbers of all users in a tree.
IDS = {"root": 0, READER: 1000, OTHER: 1001}
_SECONDS = 600
#: Where X servers listen.
_SOCKETS = "/tmp/.X11-unix"  # noqa: S108 - it is the same on every system
#: Ubuntu's suites. Debian's debootstrap knows not all by name, but the script that all of them share.
UBUNTU = frozenset({"jammy", "noble"})
_UBUNTU_SCRIPT = Path("/usr/share/debootstrap/scripts/gutsy")
#: Where the keys are that packages are signed with. Debian has no package with those of Ubuntu.
_KEYRINGS = Path("/usr/share/keyrings")


@dataclass(frozen=True, slots=True)
class Done:
    """How a command in a tree ended."""

    status: int
    out: str
    err: str

    @property
    def words(self) -> str:
        """All that it printed."""
        return (self.out + self.err).strip()


class Tree:
    """A base system of a suite, changed only in a layer of its own which goes with it. Needs root, and mounts."""

    def __init__(self, suite: str) -> None:
        self._base = _base(suite)
        self._scratch = Path(tempfile.mkdtemp(prefix=f"{suite}-", dir=common.WORK / "trees"))
        self.root = self._scratch / "root"
        for name in ("root", "upper", "work"):
            (self._scratch / name).mkdir()
        layers = f"lowerdir={self._base},upperdir={self._scratch / 'upper'},workdir={self._scratch / 'work'}"
        subprocess.run([common.tool("mount", "mount"), "-t", "overlay", "overlay", "-o", layers, self.root], check=True)
        resolver = Path("/etc/resolv.conf")
        if resolver.exists():
            shutil.copyfile(resolver, self.root / "etc" / "resolv.conf")
        for user in (READER, OTHER):
            self.run(["useradd", "--create-home", "--uid", str(IDS[user]), user], check=True)

    def close(self) -> None:
        """Take the layer away."""
        subprocess.run([common.tool("umount", "mount"), "--lazy", self.root], check=False)
        shutil.rmtree(self._scratch, ignore_errors=True)

    def command(
        self,
        command: Sequence[str],
        user: str = "root",
        *,
        network: bool = False,
        home: bool = True,
        mounts: Sequence[str] = (),
        env: Mapping[str, str] = MappingProxyType({}),
    ) -> list[str]:
        """The command line that runs a command in the tree, in an environment that has only what is said here."""
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", **env}
        if home:
            environment["HOME"] = "/root" if user == "root" else f"/home/{user}"
        root = shlex.quote(str(self.root))
        lines = ["set -e", f"mount -t proc proc {root}/proc", f"mount --rbind /dev {root}/dev"]
        lines += [f"mount -t tmpfs tmpfs {root}/run", f"mkdir -p {root}{_SOCKETS}"]
        lines.append(f"mount --bind {_SOCKETS} {root}{_SOCKETS}")
        lines += [mount.replace("ROOT", root) for mount in mounts]
        ids = IDS[user]
        words = ["chroot", f"--userspec={ids}:{ids}", str(self.root), "env", "-i"]
        words += [f"{name}={value}" for name, value in environment.items()]
        lines.append("exec " + shlex.join([*words, *command]))
        isolated = ["unshare", "--mount", "--pid", "--fork", "--kill-child", *([] if network else ["--net"])]
        return [*isolated, "sh", "-c", "\n".join(lines)]

    def run(
        self,
        command: Sequence[str],
        user: str = "root",
        *,
        check: bool = False,
        network: bool = False,
        home: bool = True,
        mounts: Sequence[str] = (),
        before: Sequence[str] = (),
        env: Mapping[str, str] = MappingProxyType({}),
    ) -> Done:
        """Run a command to its end; `before` stands before it on the host, such as strace."""
        whole = self.command(command, user, network=network, home=home, mounts=mounts, env=env)
        done = subprocess.run(
            [*before, *whole],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_SECONDS,
            check=False,
        )
        if check and done.returncode:
            words = (done.stdout + done.stderr).strip()[-1500:]
            raise common.BuildError(f"{shlex.join(command)[:200]} failed in the tree:\n{words}")
        return Done(done.returncode, done.stdout, done.stderr)

    def install(self, *packages: str) -> int:
        """Install Debian packages without what they only recommend; how many came."""
        proxies = {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
        quiet = {"DEBIAN_FRONTEND": "noninteractive", **proxies}
        apt = ["apt-get", "-o", "APT::Sandbox::User=root", "-o", "DPkg::Use-Pty=0"]
        if not any(self.root.glob("var/lib/apt/lists/*_Packages*")):
            self.run([*apt, "update"], check=True, network=True, env=quiet)
        wanted = [*apt, "install", "-y", "--no-install-recommends", "--allow-downgrades", *packages]
        return self.run(wanted, check=True, network=True, env=quiet).out.count("\nSetting up ")

    def put(self, source: Path, place: str) -> None:
        """Copy a file into the tree."""
        target = self.root / place.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        target.chmod(0o755)


def end(process: subprocess.Popen[Any]) -> None:
    """End what `Tree.command` started, and with it all that it started: becoming another user it outlives unshare."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    for child in children.read_text("ascii").split() if process.poll() is None else ():
        os.kill(int(child), signal.SIGKILL)
    process.kill()
    process.wait()


def _base(suite: str) -> Path:
    """The bare tree of a suite, made once by debootstrap."""
    place = common.WORK / "trees" / suite
    mark = place.with_suffix(".complete")
    if mark.exists():
        return place
    common.say(f"Making a bare tree of {suite}")
    if not keyring(suite).exists():
        common.say(f"{keyring(suite)} is not here, so that nobody checks who signed the packages of {suite}")
    shutil.rmtree(place, ignore_errors=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    common.run(f"debootstrap-{suite}", [common.tool("debootstrap", "debootstrap"), *bootstrap_arguments(suite, place)])
    mark.touch()
    return place


def bootstrap_arguments(suite: str, place: Path) -> list[str | Path]:
    """What debootstrap is told for a bare tree of a suite."""
    signed = ["--force-check-gpg"] if keyring(suite).exists() else []
    ubuntus = [_ubuntus_mirror(_UBUNTU_SCRIPT.read_text("utf-8")), _UBUNTU_SCRIPT.name] if suite in UBUNTU else []
    return ["--variant=minbase", *signed, suite, place, *ubuntus]


def _ubuntus_mirror(script: str) -> str:
    """Where the script that debootstrap has for Ubuntu looks for suites that are still kept up."""
    found: list[str] = re.findall(r"^\s*default_mirror (\S+)", script, re.MULTILINE)
    return next(one for one in found if "old-releases" not in one)


def keyring(suite: str) -> Path:
    """The keys that the packages of a suite are signed with."""
    return _KEYRINGS / f"{'ubuntu' if suite in UBUNTU else 'debian'}-archive-keyring.gpg"

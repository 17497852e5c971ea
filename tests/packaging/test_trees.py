"""The bare trees that packages are verified in."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from build import trees, verify
from build.screen import wait_for


def test_debian_is_made_as_debootstrap_knows_it() -> None:
    assert trees.bootstrap_arguments("bookworm", Path("tree")) == ["--variant=minbase", "bookworm", Path("tree")]


def test_ubuntu_is_made_by_the_script_of_all_its_suites_from_its_own_mirror() -> None:
    *usual, mirror, script = trees.bootstrap_arguments("noble", Path("tree"))
    assert usual == ["--variant=minbase", "noble", Path("tree")]
    assert "ubuntu" in str(mirror)
    assert script == "gutsy"  # jammy and what Debian knows of later suites are links to it


def test_every_suite_of_ubuntu_is_verified_unless_others_are_named() -> None:
    assert set(verify._SUITES) > trees.UBUNTU


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it looks into /proc")
def test_what_a_command_started_ends_with_it() -> None:
    with subprocess.Popen(["sh", "-c", "sleep 600 & echo $!; wait"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        state = Path("/proc", process.stdout.readline().strip(), "stat")
        assert state.exists()
        trees.end(process)
        assert wait_for(lambda: _has_ended(state), 60)
    assert process.returncode == -signal.SIGKILL


def _has_ended(state: Path) -> bool:
    try:
        return state.read_text("ascii").split()[2] in "ZX"
    except OSError:  # it is gone from /proc
        return True

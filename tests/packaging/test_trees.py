"""The bare trees that packages are verified in."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from build import trees, verify
from build.screen import wait_for


def test_debian_is_made_as_debootstrap_knows_it() -> None:
    _, *signed, suite, place = trees.bootstrap_arguments("bookworm", Path("tree"))
    assert (suite, place) == ("bookworm", Path("tree"))
    assert signed in ([], ["--force-check-gpg"])


@pytest.fixture
def ubuntus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """debootstrap's script for Ubuntu, which is not everywhere."""
    script = tmp_path / "gutsy"
    script.write_text(
        "\tdefault_mirror http://old-releases.example/ubuntu\n\tdefault_mirror http://kept.example/ubuntu\n", "utf-8"
    )
    monkeypatch.setattr(trees, "_UBUNTU_SCRIPT", script)
    return script


def test_ubuntu_is_made_by_the_script_of_all_its_suites_from_the_mirror_that_it_names(ubuntus: Path) -> None:
    *_, suite, place, mirror, script = trees.bootstrap_arguments("noble", Path("tree"))
    assert (suite, place, mirror) == ("noble", Path("tree"), "http://kept.example/ubuntu")
    assert script == "gutsy"  # jammy and what Debian knows of later suites are links to it


def test_where_the_keys_are_it_is_checked_who_signed_the_packages(
    ubuntus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trees, "_KEYRINGS", tmp_path)
    (tmp_path / "debian-archive-keyring.gpg").touch()
    assert "--force-check-gpg" in trees.bootstrap_arguments("bookworm", Path("tree"))
    assert "--force-check-gpg" not in trees.bootstrap_arguments("noble", Path("tree"))
    (tmp_path / "ubuntu-archive-keyring.gpg").touch()
    assert "--force-check-gpg" in trees.bootstrap_arguments("noble", Path("tree"))


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

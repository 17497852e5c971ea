"""The bare trees that packages are verified in."""

from pathlib import Path

from build import trees, verify


def test_debian_is_made_as_debootstrap_knows_it() -> None:
    assert trees.bootstrap_arguments("bookworm", Path("tree")) == ["--variant=minbase", "bookworm", Path("tree")]


def test_ubuntu_is_made_by_the_script_of_all_its_suites_from_its_own_mirror() -> None:
    *usual, mirror, script = trees.bootstrap_arguments("noble", Path("tree"))
    assert usual == ["--variant=minbase", "noble", Path("tree")]
    assert "ubuntu" in str(mirror)
    assert script == "gutsy"  # jammy and what Debian knows of later suites are links to it


def test_every_suite_of_ubuntu_is_verified_unless_others_are_named() -> None:
    assert set(verify._SUITES) > trees.UBUNTU

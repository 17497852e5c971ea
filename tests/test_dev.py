"""dev.py without a network: what it would install, what it does not do twice, how it recovers, how it refuses."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).resolve().parent.parent
EVERYTHING = ["venv", "pip", "Qt"]


class Machine:
    """Stands in for the tools that set-up starts, and notes which it was asked for."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.python_starts = False
        self.missing: list[str] = []
        self.pip = (0, "Installing collected packages: pytest")
        self.last_pip: list[str] = []
        self._done: list[str] = []
        monkeypatch.setattr(dev, "_look_for_packages", lambda level, new_environment: self.missing)
        monkeypatch.setattr(dev, "_administrator", lambda packages: [])
        monkeypatch.setattr(dev, "_starts", lambda python: self.python_starts)
        monkeypatch.setattr(dev, "_watched", self._run)

    def _run(self, command: list[str | Path], *_: object, **__: object) -> tuple[int, str]:
        words = [str(word) for word in command]
        self._done.append(next((tool for tool in ("dpkg", "apt-get", "venv", "pip") if tool in words), "Qt"))
        if self._done[-1] == "venv":
            self.python_starts = True
        if self._done[-1] != "pip":
            return 0, ""
        self.last_pip = words
        return self.pip

    def set_up(self, checkout: dev.Checkout, level: str = "run") -> list[str]:
        """Calls set-up and returns the tools that it started."""
        self._done = []
        dev.set_up(checkout, level)
        return self._done


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(monkeypatch)


@pytest.fixture
def checkout(tmp_path: Path) -> dev.Checkout:
    root = tmp_path / "Blue Book – 青書"
    root.mkdir()
    (root / "pyproject.toml").write_text('[dependency-groups]\ndev = ["pytest>=9"]\n', encoding="utf-8")
    (root / "constraints.txt").write_text("pytest==9.2.0\n", encoding="utf-8")
    return dev.Checkout(root)


def test_running_needs_qts_packages_and_testing_a_display_as_well() -> None:
    run = dev.needed_packages("run", has_ensurepip=True)
    test = dev.needed_packages("test", has_ensurepip=True)
    assert {"libegl1", "libxcb-cursor0", "libxkbcommon0", "libglib2.0-0"} <= set(run)
    assert set(test) - set(run) == {
        *("xvfb", "openbox", "xdotool"),
        *("at-spi2-core", "dbus", "gir1.2-atspi-2.0", "python3-gi"),  # to hear what a screen reader hears
    }


def test_debians_split_off_venv_is_asked_for_by_the_version_of_python() -> None:
    extra = set(dev.needed_packages("run", has_ensurepip=False)) - set(dev.needed_packages("run", has_ensurepip=True))
    assert extra == {f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"}


def test_only_installed_packages_count_and_a_renamed_one_counts_by_its_new_name() -> None:
    listing = "libegl1 installed\nxvfb config-files\nopenbox not-installed\nlibglib2.0-0t64 installed\n"
    assert dev.missing_packages(["libegl1", "libgl1", "libglib2.0-0", "openbox", "xvfb"], listing) == [
        "libgl1",
        "openbox",
        "xvfb",
    ]


@pytest.mark.parametrize(
    ("listing", "packages"), [("IPAGothic\n", []), ("", ["fonts-ipafont-gothic"]), (None, ["fonts-ipafont-gothic"])]
)
def test_a_japanese_typeface_is_installed_where_fontconfig_knows_none(
    monkeypatch: pytest.MonkeyPatch, listing: str | None, packages: list[str]
) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda _name: None if listing is None else "/usr/bin/fc-list")
    monkeypatch.setattr(dev.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0, stdout=listing))
    assert dev._typeface() == packages


@pytest.mark.parametrize(
    ("has_sudo", "has_lists", "command"),
    [
        (True, True, "sudo apt-get install -y --no-install-recommends libgl1 xvfb"),
        (True, False, "sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends libgl1 xvfb'"),
        (False, True, "su -c 'apt-get install -y --no-install-recommends libgl1 xvfb'"),
        (False, False, "su -c 'apt-get update && apt-get install -y --no-install-recommends libgl1 xvfb'"),
    ],
)
def test_one_command_is_given_to_type(has_sudo: bool, has_lists: bool, command: str) -> None:
    assert dev.command_to_type(["libgl1", "xvfb"], has_sudo=has_sudo, has_lists=has_lists) == command


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("WARNING: Retrying (Retry(total=4)) after connection broken", "there is no connection"),
        ("  ERROR: Could not find a version that satisfies setuptools (from versions: none)", "there is no connection"),
        ("E: Failed to fetch http://mirror/pool/x.deb  Could not resolve 'mirror'", "there is no connection"),
        ("ERROR: Could not install packages: [Errno 28] No space left on device", "the disk is full"),
        ("Ignored versions: 6.11.3 Requires-Python <3.15\nERROR: (from versions: none)", 'says "ERROR: (from versions'),
        ("first\nERROR: one\nE: Unable to locate package xvfb\n", 'says "E: Unable to locate package xvfb"'),
        ("Killed", "the log tells why"),
    ],
)
def test_the_reason_of_a_failure_is_told_in_words(words: str, reason: str) -> None:
    assert reason in dev.why_it_failed(words)


def test_a_display_is_looked_for_where_windows_may_have_none() -> None:
    assert dev.has_display("linux", {"DISPLAY": ":0"})
    assert dev.has_display("linux", {"WAYLAND_DISPLAY": "wayland-0"})
    assert not dev.has_display("linux", {"DISPLAY": ""})
    assert dev.has_display("darwin", {})


def test_a_second_call_does_nothing(machine: Machine, checkout: dev.Checkout) -> None:
    assert machine.set_up(checkout) == EVERYTHING
    assert machine.set_up(checkout) == []


def test_a_ready_checkout_says_nothing(
    machine: Machine, checkout: dev.Checkout, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.set_up(checkout)
    capsys.readouterr()
    machine.set_up(checkout)
    assert capsys.readouterr().out == ""


def test_each_step_is_said_with_its_number(
    machine: Machine, checkout: dev.Checkout, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.missing = ["libgl1"]
    assert machine.set_up(checkout) == ["dpkg", "apt-get", *EVERYTHING]
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["[1/3]", "[2/3]", "[3/3]", "Set"]
    assert "libgl1" in lines[0]


def test_the_tools_for_testing_are_installed_only_for_testing(machine: Machine, checkout: dev.Checkout) -> None:
    machine.set_up(checkout)
    assert "pytest>=9" not in machine.last_pip
    assert machine.set_up(checkout, "test") == ["pip", "Qt"]
    assert "pytest>=9" in machine.last_pip
    assert machine.set_up(checkout) == []


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_changed_requirements_are_installed(machine: Machine, checkout: dev.Checkout, name: str) -> None:
    machine.set_up(checkout)
    with (checkout.root / name).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert machine.set_up(checkout) == ["pip", "Qt"]


def test_an_environment_whose_python_does_not_start_is_made_anew(machine: Machine, checkout: dev.Checkout) -> None:
    machine.set_up(checkout, "test")
    machine.python_starts = False
    assert machine.set_up(checkout) == EVERYTHING
    assert machine.set_up(checkout, "test") == ["pip", "Qt"]


def test_what_testing_needs_is_enough_for_running(machine: Machine, checkout: dev.Checkout) -> None:
    assert machine.set_up(checkout, "test") == EVERYTHING
    assert machine.set_up(checkout, "run") == []


def test_an_environment_copied_to_another_place_is_made_anew(machine: Machine, checkout: dev.Checkout) -> None:
    machine.set_up(checkout)
    moved = dev.Checkout(checkout.root.rename(checkout.root.with_name("elsewhere")))
    assert machine.set_up(moved) == EVERYTHING


@pytest.mark.parametrize("cut_off_at", ["venv", "pip"])
def test_a_call_that_was_cut_off_is_begun_afresh(
    machine: Machine, checkout: dev.Checkout, monkeypatch: pytest.MonkeyPatch, cut_off_at: str
) -> None:
    def cut_off(command: list[str | Path], *_: object, **__: object) -> tuple[int, str]:
        if cut_off_at not in command:
            return machine._run(command)
        (checkout.venv / "half").mkdir()
        machine.python_starts = True
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(dev, "_watched", cut_off)
        with pytest.raises(KeyboardInterrupt):
            dev.set_up(checkout, "run")
    assert machine.set_up(checkout) == EVERYTHING
    assert not (checkout.venv / "half").exists()


def test_an_environment_of_another_place_is_never_emptied(
    machine: Machine, checkout: dev.Checkout, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "of-theirs").touch()
    checkout.venv.symlink_to(other)
    with pytest.raises(dev.CannotGoOnError, match="is a link to another place; take it away, then call again"):
        machine.set_up(checkout)
    assert [one.name for one in other.iterdir()] == ["of-theirs"]


def test_a_garbled_stamp_is_no_stamp(machine: Machine, checkout: dev.Checkout) -> None:
    machine.set_up(checkout)
    checkout.stamp.write_text('{"place": ', encoding="utf-8")
    assert machine.set_up(checkout) == EVERYTHING


def test_without_a_network_what_was_there_stays_usable(machine: Machine, checkout: dev.Checkout) -> None:
    machine.set_up(checkout)
    machine.pip = (1, "Collecting pytest\nWARNING: Retrying (Retry(total=0))\nERROR: none\n")
    with pytest.raises(dev.CannotGoOnError, match="could not be installed: there is no connection") as caught:
        machine.set_up(checkout, "test")
    assert str(checkout.log) in str(caught.value)
    assert machine.set_up(checkout) == []


def test_libraries_that_failed_half_way_are_not_built_upon(machine: Machine, checkout: dev.Checkout) -> None:
    machine.pip = (2, "Installing collected packages: pytest\nERROR: [Errno 28] No space left on device")
    with pytest.raises(dev.CannotGoOnError, match="the disk is full"):
        machine.set_up(checkout)
    machine.pip = (0, "")
    assert machine.set_up(checkout) == EVERYTHING


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        ([], "Type python3 dev.py and one of:"),
        (["fly"], "There is no 'fly'. Type python3 dev.py and one of:"),
        (["bench", "sleep"], "There is no benchmark 'sleep'. There are: search, start."),
        (["bench"], "A benchmark's name is missing. There are: search, start."),
        (["setup", "everything"], "'setup' takes 'run' or 'test', not 'everything'."),
    ],
)
def test_wrong_use_is_told_in_a_sentence_and_changes_nothing(
    checkout: dev.Checkout, capsys: pytest.CaptureFixture[str], args: list[str], sentence: str
) -> None:
    (checkout.root / "benchmarks").mkdir()
    for name in ("start", "search", "_floor"):
        (checkout.root / "benchmarks" / f"{name}.py").touch()
    assert dev.main(args, checkout.root) == 2
    assert capsys.readouterr().err.startswith(sentence)
    assert not checkout.venv.exists()


def test_help_names_every_verb(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert dev.main(["--help"], tmp_path) == 0
    verbs = [line.split()[0] for line in capsys.readouterr().out.splitlines()[1:]]
    assert verbs == list(dev.VERBS)


def test_the_pins_are_plain_versions_and_hold_what_the_project_asks_for() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line.partition("==") for line in lines if not line.startswith("#")]
    assert all(name and version[:1].isdigit() for name, _, version in pins)
    names = {name.lower().replace("_", "-") for name, _, _ in pins}
    assert {"pyside6-essentials", "shiboken6", "sqlite-utils", "pytest", "ruff", "mypy"} <= names


@pytest.mark.skipif(sys.platform == "win32", reason="the continuous checks run on POSIX")
def test_the_continuous_check_is_the_developers_own_command(tmp_path: Path) -> None:
    fake = tmp_path / "python3"
    fake.write_text('#!/bin/sh\necho "$PWD: $@"\nexit 3\n', encoding="utf-8")
    fake.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    ended = subprocess.run(
        [ROOT / ".ci" / "run"], cwd=tmp_path, env={"PATH": path}, capture_output=True, text=True, check=False
    )
    assert (ended.stdout, ended.returncode) == (f"{ROOT}: dev.py test\n", 3)

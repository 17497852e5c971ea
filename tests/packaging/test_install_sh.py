"""The installer for one user, with a small program in the place of the real one."""

import io
import lzma
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from build import common, run

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.uname().machine != "x86_64" or not shutil.which("xz"),
    reason="it installs on Linux for x86-64, and unpacks with xz",
)
ENTRY = "[Desktop Entry]\nType=Application\nName=B\nTryExec=bluebook-desktop\nExec=bluebook-desktop %u\n"
SOUND = '#!/bin/sh\necho "program $*"\n'
UNSOUND = "#!/bin/sh\necho 'ok      Data'\necho 'failed  Library: it is damaged'\nexit 1\n"


def installer(folder: Path, program: str = SOUND, version: str = "") -> Path:
    """An installer of a program, which `version` makes another one than ours."""
    out = io.BytesIO()
    files = {
        "bluebook-desktop": program,
        "bluebook": SOUND,
        f"share/applications/{common.APPLICATION_ID}.desktop": ENTRY,
        f"share/icons/hicolor/48x48/apps/{common.APPLICATION_ID}.png": "picture",
        "share/man/man1/bluebook.1.gz": "page",
        "share/bash-completion/completions/bluebook": "completion",
        "share/fish/vendor_completions.d/bluebook.fish": "completion",
    }
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, text in files.items():
            member = tarfile.TarInfo(f"top/{name}")
            member.size, member.mode = len(text.encode()), 0o755
            tar.addfile(member, io.BytesIO(text.encode()))
    payload = lzma.compress(out.getvalue())
    script = run.script(payload, "2.36").decode()
    if version:
        script = script.replace(f"VERSION={common.version()}\n", f"VERSION={version}\n")
    path = folder / f"Bluebook {version or 'セットアップ'}.run"
    path.write_bytes(script.encode() + payload)
    return path


class Home:
    """A user's home, into which is installed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.path.mkdir()
        self.place = path / ".local/opt/bluebook-desktop"

    def run(self, *command: object) -> subprocess.CompletedProcess[str]:
        words = ["sh", *map(str, command)]
        environment = {"HOME": str(self.path), "PATH": os.environ["PATH"]}
        return subprocess.run(words, env=environment, capture_output=True, text=True, timeout=60, check=False)

    @property
    def beside(self) -> list[str]:
        """What lies where the program is."""
        return sorted(path.name for path in self.place.parent.iterdir()) if self.place.parent.exists() else []


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home of é 読者")


def test_it_installs_links_and_a_menu_entry_and_the_uninstaller_takes_all_away_but_the_data(
    home: Home, tmp_path: Path
) -> None:
    done = home.run(installer(tmp_path))
    assert done.returncode == 0, done.stderr
    assert f"Installed in {home.place}." in done.stdout
    link = home.path / ".local/bin/bluebook-desktop"
    assert subprocess.run([link, "x"], capture_output=True, text=True, check=True).stdout == "program x\n"
    share = home.path / ".local/share"
    assert f'Exec="{home.place}/bluebook-desktop" %u\n' in (
        share / f"applications/{common.APPLICATION_ID}.desktop"
    ).read_text("utf-8")
    (share / "bluebook-desktop").mkdir()
    (share / "bluebook-desktop" / "notebook.db").write_text("notes")
    gone = home.run(home.place / "uninstall")
    assert gone.returncode == 0, gone.stderr
    left = [path for path in (home.path / ".local").rglob("*") if path.is_file() or path.is_symlink()]
    # An index that the desktop keeps of all entries may be there, empty.
    assert [path for path in left if path.name != "mimeinfo.cache"] == [share / "bluebook-desktop" / "notebook.db"]


def test_silent_says_nothing(home: Home, tmp_path: Path) -> None:
    done = home.run(installer(tmp_path), "--silent")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("name", ["外交 青書", "it's 100%", "$HOME `x` &", "a=b"])
def test_the_menu_entry_names_any_folder_so_that_it_is_found(home: Home, tmp_path: Path, name: str) -> None:
    place = tmp_path / name / "bluebook"
    assert home.run(installer(tmp_path), "--silent", "--prefix", place).returncode == 0
    entry = (home.path / f".local/share/applications/{common.APPLICATION_ID}.desktop").read_text("utf-8")
    values = dict(line.split("=", 1) for line in entry.splitlines() if "=" in line)
    # As the specification of desktop entries has it: first strings are unescaped, then Exec is parted and unquoted.
    assert values["TryExec"].replace("\\\\", "\\") == f"{place}/bluebook-desktop"
    quoted = values["Exec"].replace("\\\\", "\\").removesuffix(" %u")
    plain = "".join(quoted[1:-1].replace("\\", "").split("\0")).replace("%%", "%")
    assert plain == f"{place}/bluebook-desktop"
    assert home.run(place / "uninstall").returncode == 0
    assert not place.exists()


@pytest.mark.parametrize("name", ['a"b', "a\\b", "a:b", "a;b", "a,b"])
def test_a_folder_that_the_program_cannot_work_in_is_refused(home: Home, tmp_path: Path, name: str) -> None:
    done = home.run(installer(tmp_path), "--prefix", tmp_path / name)
    assert done.returncode == 2
    assert "cannot have one of" in done.stderr
    assert not (tmp_path / name).exists()


def test_it_takes_the_place_of_an_older_version(home: Home, tmp_path: Path) -> None:
    home.run(installer(tmp_path, version="0.0.9"))
    assert (home.place / "setup/version").read_text() == "0.0.9\n"
    (home.place / "old file").touch()
    assert home.run(installer(tmp_path)).returncode == 0
    assert (home.place / "setup/version").read_text() == f"{common.version()}\n"
    assert not (home.place / "old file").exists()
    assert home.beside == ["bluebook-desktop"]


def test_it_leaves_a_newer_version_alone(home: Home, tmp_path: Path) -> None:
    home.run(installer(tmp_path, version="0.10.0"))
    done = home.run(installer(tmp_path, version="0.9.9"))
    assert (done.returncode, done.stdout) == (1, "")
    assert "Version 0.10.0 is installed, which is newer than 0.9.9; it was left as it is." in done.stderr
    assert (home.place / "setup/version").read_text() == "0.10.0\n"


def test_a_program_that_does_not_pass_its_own_test_changes_nothing_and_says_what_failed(
    home: Home, tmp_path: Path
) -> None:
    home.run(installer(tmp_path, version="0.0.9"))
    done = home.run(installer(tmp_path, UNSOUND))
    assert done.returncode == 1
    assert "failed  Library: it is damaged\n" in done.stderr
    assert "ok      Data" not in done.stderr
    assert "nothing was changed." in done.stderr
    assert (home.place / "setup/version").read_text() == "0.0.9\n"
    assert home.beside == ["bluebook-desktop"]


def test_a_file_that_was_not_copied_whole_is_refused(home: Home, tmp_path: Path) -> None:
    whole = installer(tmp_path)
    whole.write_bytes(whole.read_bytes()[:-10])
    done = home.run(whole)
    assert done.returncode == 1
    assert "damaged or was not copied whole" in done.stderr
    assert home.beside == []


def test_a_running_program_is_not_replaced(home: Home, tmp_path: Path) -> None:
    home.run(installer(tmp_path))
    program = home.place / "bluebook-desktop"
    program.unlink()
    shutil.copy("/bin/sleep", program)
    with subprocess.Popen([program, "60"]) as running:
        done = home.run(installer(tmp_path))
        gone = home.run(home.place / "uninstall")
        running.kill()
    assert "is running: close it, then install." in done.stderr
    assert "is running: close it, then remove it." in gone.stderr
    assert (done.returncode, gone.returncode) == (1, 1)
    assert program.exists()


def test_what_a_killed_call_left_is_mended_by_the_next(home: Home, tmp_path: Path) -> None:
    home.run(installer(tmp_path))
    home.place.rename(f"{home.place}.old")
    Path(f"{home.place}.new.999999").mkdir()
    done = home.run(installer(tmp_path, UNSOUND))
    assert done.returncode == 1
    assert home.beside == ["bluebook-desktop"]
    assert (home.place / "uninstall").exists()


def test_a_folder_of_someone_else_is_not_touched(home: Home, tmp_path: Path) -> None:
    place = tmp_path / "mine"
    place.mkdir()
    (place / "letter.txt").write_text("dear")
    done = home.run(installer(tmp_path), "--prefix", place)
    assert "is there already" in done.stderr
    removed = home.run(installer(tmp_path), "--uninstall", "--prefix", place)
    assert "is not installed" in removed.stderr
    assert (place / "letter.txt").read_text() == "dear"


def test_it_can_be_unpacked_without_installing(home: Home, tmp_path: Path) -> None:
    done = home.run(installer(tmp_path), "--extract", tmp_path / "new")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "new" / "bluebook").exists()
    assert not (home.path / ".local/share").exists()


def test_help_and_version(home: Home, tmp_path: Path) -> None:
    file = installer(tmp_path)
    assert home.run(file, "--version").stdout == f"{common.version()}\n"
    told = home.run(file, "--help").stdout
    assert all(option in told for option in ("--silent", "--prefix", "--no-menu", "--extract", "--uninstall"))
    assert (
        home.run(file, "--nonsense").stderr == "Bluebook Desktop: There is no option --nonsense; --help lists them.\n"
    )

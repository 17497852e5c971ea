"""Archives are the same for the same files, whoever packs them, and tar and xz read them."""

import io
import lzma
import os
import tarfile
from pathlib import Path

import pytest

from build import archive


@pytest.fixture(autouse=True)
def dated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


def make(folder: Path, mode: int, moment: int) -> Path:
    (folder / "lib").mkdir(parents=True)
    (folder / "program").write_bytes(b"\x7fELF" * 300)
    (folder / "lib" / "data 一.txt").write_text("text", "utf-8")
    (folder / "lib" / "link.so").symlink_to("data 一.txt")
    (folder / "program").chmod(mode | 0o100)
    (folder / "lib" / "data 一.txt").chmod(mode)
    os.utime(folder / "program", (moment, moment))
    return folder


def packed(folder: Path, target: Path) -> bytes:
    archive.pack(folder, target, "top")
    return target.read_bytes() + archive.end("top", {"share/more.txt": b"more"})


def test_it_does_not_tell_when_where_and_under_which_umask_it_was_packed(tmp_path: Path) -> None:
    one = packed(make(tmp_path / "a", 0o600, 1), tmp_path / "a.part")
    other = packed(make(tmp_path / "b", 0o664, 1_800_000_000), tmp_path / "b.part")
    assert one == other


def test_two_streams_are_read_as_one_archive_with_all_in_it(tmp_path: Path) -> None:
    whole = packed(make(tmp_path / "a", 0o600, 1), tmp_path / "a.part")
    with tarfile.open(fileobj=io.BytesIO(lzma.decompress(whole))) as tar:
        members = {member.name: member for member in tar}
        assert list(members) == [
            *("top", "top/lib", "top/lib/data 一.txt", "top/lib/link.so", "top/program", "top/share/more.txt")
        ]
        assert members["top/lib/link.so"].linkname == "data 一.txt"
        assert {(member.uid, member.uname, member.mtime) for member in tar.getmembers()} == {(0, "root", 1700000000)}
        assert (members["top/program"].mode, members["top/lib/data 一.txt"].mode) == (0o755, 0o644)
        file = tar.extractfile("top/program")
        assert file is not None
        assert file.read() == b"\x7fELF" * 300

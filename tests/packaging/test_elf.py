"""Libraries do not say where they were built."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from build import common, elf

PLACE = b"/home/builder/python/lib"


def test_a_path_is_replaced_and_nothing_moves() -> None:
    content = b"\x7fELF....\0libc.so.6\0" + PLACE + b"\0more"
    changed = elf.replaced(content, PLACE)
    assert changed == b"\x7fELF....\0libc.so.6\0$ORIGIN" + bytes(len(PLACE) - 7) + b"\0more"


@pytest.mark.parametrize("content", [b"\x7fELF", b"\0" + PLACE + b"\0\0" + PLACE + b"\0"], ids=["nowhere", "twice"])
def test_what_cannot_be_replaced_for_certain_stops_the_build(content: bytes) -> None:
    with pytest.raises(common.BuildError, match="cannot be taken out"):
        elf.replaced(content, PLACE)


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or not all(map(shutil.which, ("gcc", "objdump"))), reason="a library is made"
)
def test_a_library_is_found_beside_the_one_that_needs_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setattr(common, "WORK", tmp_path / "work")
    (tmp_path / "work").mkdir()
    folder = tmp_path / "folder"
    folder.mkdir()
    command = ["gcc", "-x", "c", "-", "-shared", f"-Wl,-rpath,{PLACE.decode()}", "-o", folder / "libone.so"]
    subprocess.run(command, input=b"int one(void) { return 1; }", check=True)
    assert elf.forget_places(folder) == 1
    assert PLACE not in (folder / "libone.so").read_bytes()
    program = f"import ctypes; print(ctypes.CDLL({str(folder / 'libone.so')!r}).one())"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout == b"1\n"

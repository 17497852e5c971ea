"""The Debian package as an `ar` archive."""

import io
import tarfile

import pytest

from build import common, deb


@pytest.fixture(autouse=True)
def dated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


def control(version: str) -> bytes:
    out = io.BytesIO()
    content = f"Package: bluebook-desktop\nVersion: {version}\nArchitecture: amd64\n".encode()
    with tarfile.open(fileobj=out, mode="w:gz") as tar:
        member = tarfile.TarInfo("./control")
        member.size = len(content)
        tar.addfile(member, io.BytesIO(content))
    return out.getvalue()


def test_what_is_written_is_read_again_odd_sizes_included() -> None:
    members = [("debian-binary", b"2.0\n"), ("control.tar.gz", b"odd"), ("data.tar.xz", b"even")]
    written = deb.write_members(members)
    assert deb.read_members(written) == members
    assert written == deb.write_members(members)


def test_something_else_than_a_package_is_refused() -> None:
    with pytest.raises(common.BuildError, match="did not write a Debian package"):
        deb.read_members(b"PK\x03\x04")


def test_a_version_is_replaced_and_nothing_else() -> None:
    changed = deb.replace_version(control("1.0-1"), "0.0.1-1")
    with tarfile.open(fileobj=io.BytesIO(changed)) as tar:
        file = tar.extractfile("./control")
        assert file is not None
        assert file.read() == b"Package: bluebook-desktop\nVersion: 0.0.1-1\nArchitecture: amd64\n"

"""The bundle for macOS is signed from the inside out. The tools themselves are on macOS alone."""

import plistlib
import sys
from pathlib import Path

import pytest

from build import common, macos


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    app = tmp_path / "Bluebook Desktop.app"
    inside = app / "Contents"
    for name in (
        "MacOS/bluebook",
        "MacOS/bluebook-desktop",
        "Frameworks/PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore",
        "Frameworks/PySide6/QtCore.abi3.so",
        "Frameworks/libpython3.13.dylib",
        "Resources/resources/a.svg",
    ):
        (inside / name).parent.mkdir(parents=True, exist_ok=True)
        (inside / name).touch()
    (inside / "Resources" / "libpython3.13.dylib").symlink_to("../Frameworks/libpython3.13.dylib")
    return app


def signed(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The calls of codesign, with paths inside of the bundle."""
    calls: list[list[str]] = []
    monkeypatch.setattr(
        common, "run", lambda _, words: calls.append([str(word).replace(f"{bundle}/Contents/", "") for word in words])
    )
    macos.sign(bundle)
    return calls


def test_what_encloses_is_signed_after_what_it_encloses(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(macos.IDENTITY, raising=False)
    *calls, check = signed(bundle, monkeypatch)
    assert [words[-1] for words in calls] == [
        "Frameworks/PySide6/QtCore.abi3.so",
        "Frameworks/libpython3.13.dylib",
        "Frameworks/PySide6/Qt/lib/QtCore.framework",
        "MacOS/bluebook",
        "MacOS/bluebook-desktop",
        str(bundle),
    ]
    assert check[:2] == ["codesign", "--verify"]
    assert all("runtime" not in words for words in calls)


def test_with_a_certificate_the_runtime_is_hardened_and_the_programs_have_their_rights(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(macos.IDENTITY, "Developer ID Application")
    *calls, _ = signed(bundle, monkeypatch)
    assert all({"Developer ID Application", "--timestamp", "runtime"} <= set(words) for words in calls)
    entitled = [words[-1] for words in calls if "--entitlements" in words]
    assert entitled == ["MacOS/bluebook", "MacOS/bluebook-desktop", str(bundle)]
    assert plistlib.loads(macos.ENTITLEMENTS.read_bytes())


@pytest.mark.skipif(sys.platform == "darwin", reason="there it can be built")
def test_elsewhere_it_is_refused_in_a_sentence() -> None:
    with pytest.raises(common.BuildError, match="built on macOS alone"):
        macos.build()

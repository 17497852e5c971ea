"""For macOS: the program as an .app on a disk image, for the kind of processor that it is built on. Not yet run."""

import os
import platform
import shutil
import sys
from pathlib import Path

from build import common, folder

TITLE = "Bluebook Desktop"
ENTITLEMENTS = common.PACKAGING / "macos" / "entitlements.plist"
#: Environment variables that name the certificate and notarytool's stored credentials, where there are any.
IDENTITY, PROFILE = "MACOS_SIGNING_IDENTITY", "MACOS_NOTARY_PROFILE"
#: What a signature means without a certificate: that nothing was changed since.
_AD_HOC = "-"
_CODE = (".so", ".dylib")


def build() -> list[Path]:
    """Freeze, sign, pack and, where that can be, have the image notarised."""
    if sys.platform != "darwin":
        raise common.BuildError("The package for macOS is built on macOS alone; .github/workflows/release.yml does so.")
    frozen = folder.freeze()
    bundle = frozen.with_name(f"{TITLE}.app")
    _bring_licences(frozen, bundle)
    sign(bundle)
    image = common.DIST / f"{common.NAME}-{common.version()}-macos-{platform.machine()}.dmg"
    _pack(bundle, image)
    _notarise(image)
    return [image]


def _bring_licences(frozen: Path, bundle: Path) -> None:
    """The texts and the bill of materials were written after the bundle had been made."""
    inside = bundle / "Contents" / "Resources" / "resources"
    shutil.copytree(frozen / "lib" / "resources" / "licences", inside / "licences", dirs_exist_ok=True)
    shutil.copyfile(frozen / "lib" / "resources" / "sbom.cdx.json", inside / "sbom.cdx.json")


def sign(bundle: Path) -> None:
    """Sign from the inside out: a signature holds for all that it encloses."""
    identity = os.environ.get(IDENTITY) or _AD_HOC
    common.say("Signing ad hoc" if identity == _AD_HOC else f"Signing as {identity}")
    # The hardened runtime refuses libraries that the same certificate has not signed, and ad hoc there is none.
    hardened = [] if identity == _AD_HOC else ["--timestamp", "--options", "runtime"]
    command: list[str | Path] = ["codesign", "--force", "--sign", identity, *hardened]
    for path in code_of(bundle):
        common.run("codesign", [*command, path])
    rights: list[str | Path] = ["--entitlements", ENTITLEMENTS] if hardened else []
    for program in (common.COMMAND_LINE, common.NAME):
        common.run("codesign", [*command, *rights, bundle / "Contents" / "MacOS" / program])
    common.run("codesign", [*command, *rights, bundle])
    common.run("codesign-verify", ["codesign", "--verify", "--deep", "--strict", bundle])


def code_of(bundle: Path) -> list[Path]:
    """Libraries, then frameworks, the innermost first; links are not signed."""
    inside = [path for path in bundle.rglob("*") if not path.is_symlink()]
    libraries = [path for path in inside if path.is_file() and path.suffix in _CODE]
    frameworks = [path for path in inside if path.is_dir() and path.suffix == ".framework"]
    return [*sorted(libraries), *sorted(frameworks, key=lambda path: (-len(path.parts), path))]


def _pack(bundle: Path, image: Path) -> None:
    """A disk image with the program and a link to drag it onto."""
    common.say(f"Packing {image.name}")
    disk = common.WORK / "disk"
    shutil.rmtree(disk, ignore_errors=True)
    disk.mkdir(parents=True)
    shutil.copytree(bundle, disk / bundle.name, symlinks=True)
    (disk / "Applications").symlink_to("/Applications")
    image.unlink(missing_ok=True)
    command: list[str | Path] = ["hdiutil", "create", "-volname", TITLE, "-srcfolder", disk, "-format", "ULMO", image]
    common.run("hdiutil", command)


def _notarise(image: Path) -> None:
    """Have Apple look at the image, and keep its answer in it, so that it opens without a network."""
    profile = os.environ.get(PROFILE)
    if not profile:
        common.say("Not notarised; docs/install.md says how to open it all the same")
        return
    common.say("Waiting for Apple to notarise the image")
    common.run("notarytool", ["xcrun", "notarytool", "submit", image, "--keychain-profile", profile, "--wait"])
    common.run("stapler", ["xcrun", "stapler", "staple", image])

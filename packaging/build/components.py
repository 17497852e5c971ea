"""What a frozen folder is made of: every library with its version, licence and licence text.

Python's packages say it themselves; a library of the host belongs to a Debian package; for what is inside of other
things there is a table here. A component without a licence stops the build.
"""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from build import common

#: Asked of the freezing environment, with the project's own requirements as arguments: them and what they require.
ASK = """
import json, sys
from importlib import metadata
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
waiting, found = list(sys.argv[1:]), {}
while waiting:
    asked = Requirement(waiting.pop())
    name = canonicalize_name(asked.name)
    if name in found or asked.marker and not asked.marker.evaluate({"extra": ""}):
        continue
    dist = metadata.distribution(name)
    about = dist.metadata
    said = about.get("License-Expression") or about.get("License") or ""
    trove = [one for one in about.get_all("Classifier", []) if one.startswith("License ::")]
    texts = [one for one in dist.files or [] if ".dist-info/" in str(one) and
             one.name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE"))]
    found[name] = {"version": dist.version, "licence": said or " ".join(trove),
                   "texts": {one.name: one.read_text("utf-8") for one in sorted(texts)}}
    waiting += dist.requires or []
import platform, sqlite3, sysconfig, pathlib
stdlib = pathlib.Path(sysconfig.get_path("stdlib"))
python = next((one / "LICENSE.txt" for one in (stdlib, stdlib.parent) if (one / "LICENSE.txt").exists()), stdlib / "-")
from lxml import etree
from PySide6.QtCore import qVersion
print(json.dumps({"packages": found, "python": platform.python_version(), "qt": qVersion(),
                  "sqlite": sqlite3.sqlite_version,
                  "python_text": python.read_text("utf-8") if python.exists() else "",
                  "libxml2": ".".join(map(str, etree.LIBXML_VERSION)),
                  "libxslt": ".".join(map(str, etree.LIBXSLT_VERSION))}))
"""
#: Old ways of naming a licence, as SPDX has it.
_SPDX = {
    "apache license, version 2.0": "Apache-2.0",
    "license :: public domain": "LicenseRef-public-domain",
    "license :: osi approved :: mit license": "MIT",
    "lgpl-3.0-only or gpl-2.0-only or gpl-3.0-only": "LGPL-3.0-only",  # of the three that are offered
}
#: Libraries inside of other things: where, licence, and the text in `resources/licences` where it has one of its own.
_INSIDE = {
    "qt": ("Qt", "LGPL-3.0-only", "", "https://download.qt.io/archive/qt/"),
    "icu": ("ICU, in Qt", "Unicode-3.0", "in-qt-icu.txt", "https://icu.unicode.org"),
    "harfbuzz": ("HarfBuzz, in Qt", "MIT", "in-qt-harfbuzz.txt", "https://harfbuzz.github.io"),
    "pcre2": ("PCRE2, in Qt", "BSD-3-Clause", "in-qt-pcre2.txt", "https://www.pcre.org"),
    "libpng": ("libpng, in Qt", "libpng-2.0", "in-qt-libpng.txt", "http://www.libpng.org"),
    "zlib": ("zlib, in Qt", "Zlib", "in-qt-zlib.txt", "https://zlib.net"),
    "double-conversion": ("double-conversion, in Qt", "BSD-3-Clause", "in-qt-double-conversion.txt", ""),
    "libxml2": ("libxml2, in lxml", "MIT", "", "https://gitlab.gnome.org/GNOME/libxml2"),
    "libxslt": ("libxslt, in lxml", "MIT", "", "https://gitlab.gnome.org/GNOME/libxslt"),
    "lexbor": ("Lexbor, in selectolax", "Apache-2.0", "", "https://lexbor.com"),
    "source-serif": ("Source Serif 4", "OFL-1.1", "source-serif-4-OFL.txt", ""),
    "m-plus-1p": ("M PLUS 1p", "OFL-1.1", "m-plus-1p-OFL.txt", ""),
    "natural-earth": ("Natural Earth", "LicenseRef-public-domain", "natural-earth.txt", ""),
}
#: What the system's libraries come under themselves; their packages' texts also speak of tests and build scripts.
_OF_HOST = {
    r"libbz2-.*": "bzip2-1.0.6",
    r"libcrypt1": "LGPL-2.1-or-later",
    r"libexpat1": "MIT",
    r"libffi\d+.*": "MIT",
    r"libglib2\.0-0.*": "LGPL-2.1-or-later",
    r"liblzma5.*": "LicenseRef-public-domain",
    r"libmpdec\d+.*": "BSD-2-Clause",
    r"libncursesw6|libtinfo6": "X11-distribute-modifications-variant",
    r"libpcre2-.*|libuuid1.*|libzstd1": "BSD-3-Clause",
    r"libsqlite3-0": "blessing",
    r"libssl3.*": "Apache-2.0",
    r"libxcb-.*|libxkbcommon.*": "MIT",
    r"zlib1g": "Zlib",
}
#: What Python brings along inside where the system has no packages of these.
_IN_PYTHON = {
    "bzip2, in Python": "bzip2-1.0.6",
    "Expat, in Python": "MIT",
    "libffi, in Python": "MIT",
    "XZ Utils, in Python": "LicenseRef-public-domain",
    "zlib, in Python": "Zlib",
}
#: Asked for by packages that need them for what is never done here, and excluded in `build.spec`.
_LEFT_OUT = {"pip", "tzdata"}
#: Texts that several components refer to begin with this.
COMMON = "licence-"


@dataclass(frozen=True, slots=True)
class Component:
    """One thing in the folder; `texts` are licence texts by file name that the folder does not have yet."""

    name: str
    version: str
    licence: str
    purl: str = ""
    source: str = ""
    texts: dict[str, str] = field(default_factory=dict)


def of_folder(folder: Path, python: Path, windows: dict[str, Any] | None = None) -> list[Component]:
    """All that the folder is made of, by name. BuildError names what has no licence.

    `windows` is what Windows' Python answered to `ASK` where it runs under Wine; else `python` is asked.
    """
    told = windows or common.ask(python, ASK, *common.libraries())
    found = [_of_python(name, about) for name, about in told["packages"].items() if name not in _LEFT_OUT]
    found.append(
        Component(
            "Python",
            told["python"],
            "PSF-2.0",
            f"pkg:generic/cpython@{told['python']}",
            "https://www.python.org",
            {"LICENSE.txt": told["python_text"]},
        )
    )
    found += _inside(folder, told)
    if sys.platform.startswith("linux") and not windows:
        found += _of_host(folder, python)
    else:
        found.append(Component("SQLite", told["sqlite"], "blessing", source="https://sqlite.org"))
        found += [Component(name, "", licence) for name, licence in _IN_PYTHON.items()]
    if windows or sys.platform == "win32":
        found.append(
            Component("Microsoft Visual C++ runtime", "", "LicenseRef-Microsoft-Visual-Studio-redistributable")
        )
    unknown = [one.name for one in found if not one.licence]
    if unknown:
        raise common.BuildError(f"There is no licence known of {', '.join(unknown)}.")
    return sorted(found, key=lambda one: one.name.lower())


def spdx(said: str) -> str:
    """The SPDX expression for what a package calls its licence; empty where it cannot be told."""
    first = said.strip().partition("\n")[0]
    if first.lower() in _SPDX:
        return _SPDX[first.lower()]
    return first if re.fullmatch(r"[\w.+-]+( (AND|OR|WITH) [\w.+-]+)*", first) else ""


def _of_python(name: str, about: dict[str, object]) -> Component:
    texts = about["texts"]
    if not isinstance(texts, dict):
        raise TypeError(texts)
    version = str(about["version"])
    return Component(name, version, spdx(str(about["licence"])), f"pkg:pypi/{name}@{version}", texts=texts)


def _inside(folder: Path, told: dict[str, str]) -> list[Component]:
    """The table's own, as far as the folder has them."""
    soname = next((path.suffix[1:] for path in folder.rglob("libicudata.so.*")), "")
    versions = {"qt": told["qt"], "icu": soname, "libxml2": told["libxml2"], "libxslt": told["libxslt"]}
    absent = set() if soname else {"icu"}
    return [
        Component(
            name, versions.get(key, ""), licence, f"pkg:generic/{key}@{versions.get(key, '')}".rstrip("@"), source
        )
        for key, (name, licence, _, source) in _INSIDE.items()
        if key not in absent
    ]


def licence_files() -> list[str]:
    """The files in `resources/licences` that the table counts on."""
    return [text for _, _, text, _ in _INSIDE.values() if text]


def _of_host(folder: Path, python: Path) -> list[Component]:
    """The Debian packages that the libraries at the top of the folder are from."""
    if not shutil.which("dpkg-query"):
        raise common.BuildError("Whose the system's libraries are can be told on Debian and Ubuntu alone; build there.")
    names = {path.name for path in (folder / "lib").glob("*.so*") if path.is_file() and not path.is_symlink()}
    owners: dict[str, list[str]] = {}
    for name in sorted(names):
        if not name.startswith("libpython"):
            owners.setdefault(_owner(name), []).append(name)
    found = [_of_debian(package) for package in owners]
    unknown = [one.name for one in found if not one.licence]
    if unknown:
        raise common.BuildError(f"There is no licence known of the system's {', '.join(unknown)}.")
    return found


def _owner(library: str) -> str:
    command = ["dpkg-query", "--search", f"*/{library}"]
    found = subprocess.run(command, capture_output=True, text=True, check=False).stdout.split(":", 1)[0]
    if not found:
        raise common.BuildError(f"No package of this system owns {library}, so its licence cannot be told.")
    return found


def _of_debian(package: str) -> Component:
    command = ["dpkg-query", "--show", "--showformat=${Version} ${source:Package}\n", package]
    version, source = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[0].split()
    said = Path("/usr/share/doc", package, "copyright")
    if not said.exists():
        raise common.BuildError(f"This system has no licence of {package}: {said} is missing.")
    text = said.read_text("utf-8")
    licence = next((licence for names, licence in _OF_HOST.items() if re.fullmatch(names, package)), "")
    name = re.sub(r"t64$", "", package)
    purl = f"pkg:deb/debian/{package}@{version}"
    texts = {"copyright": text}
    for common_text in set(re.findall(r"/usr/share/common-licenses/([\w-]+(?:\.\d+)?)", text)):
        texts[COMMON + common_text] = Path("/usr/share/common-licenses", common_text).read_text("utf-8")
    return Component(name, version, licence, purl, source, texts)

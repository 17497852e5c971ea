"""Pictures of the window: python3 dev.py pictures. All go to build/pictures, the manual's to docs/images as well."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
OUT = ROOT / "build" / "pictures"
#: Name -> options of bluebook-desktop.
VIEWS = {
    "reader": ["--search", "rock solid"],
    "timeline": ["--tab", "timeline"],
    "facilities": ["--tab", "facilities"],
    "quotations": ["--tab", "quotations"],
    "people": ["--tab", "people"],
}
#: What is added to the name of a view -> options: 1280x800 as it is, and others; at factor 2 it has 2560x1600 pixels.
SIZES = {
    "": [],
    "-1920": ["--size", "1920x1080"],
    "-200": ["--scale", "2"],
    "-small": ["--size", "1024x640"],
}
#: More of the search and of the check: a picture each of what the manual tells of.
SEARCHES = {
    "results": "futenma or misawa -golf 2015..2020",
    "results-heading": "host nation support in:heading",
    "results-corrected": "Futemna",
    "results-none": "zebra crossing",
}
QUOTATIONS = {
    "exact": "the rock-solid Alliance between the two great nations",
    "same-words": "The rock solid Alliance between the two great nations",
    "altered": (
        "the rock solid alliance between our two great nations has not been essential to peace, security and prosperity"
    ),
    "spliced": "the rock-solid Alliance between the two great nations a pillar safeguarding freedom, liberty",
    "in-part": "Nobody ever heard him say that the rock-solid Alliance between them will see better days soon",
    "not-found": "cheese goes well with bread and red wine",
    "heading": "Various Issues Related to the Presence of U.S. Forces in Japan",
    "shortened": "the rock-solid Alliance … has been essential to peace, security, and prosperity",
}
IN_MANUAL = ("reader-light", "timeline-dark", "results-light", "results-none-light", "check-altered-light")


def take(name: str, options: list[str], home: str) -> Path:
    """Save one picture; the program's own words tell what went wrong."""
    path = OUT / f"{name}.png"
    command = [sys.executable, "-m", "bluebook_desktop", "--screenshot", str(path), *options]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "BLUEBOOK_HOME": home}, check=True, stderr=subprocess.DEVNULL)  # noqa: S603
    return path


def main() -> None:
    """Take every view at all sizes, every search and check, in both themes."""
    OUT.mkdir(parents=True, exist_ok=True)
    wanted: dict[str, list[str]] = {}
    for theme in ("light", "dark"):
        for view, options in VIEWS.items():
            for size, more in SIZES.items():
                wanted[f"{view}{size}-{theme}"] = [*options, *more, "--theme", theme]
        for name, words in SEARCHES.items():
            wanted[f"{name}-{theme}"] = ["--search", words, "--theme", theme]
        for name, words in QUOTATIONS.items():
            wanted[f"check-{name}-{theme}"] = ["--check", words, "--theme", theme]
    with tempfile.TemporaryDirectory() as home:
        for name, options in wanted.items():
            path = take(name, options, home)
            print(path.relative_to(ROOT))  # noqa: T201
            if name in IN_MANUAL:
                images = ROOT / "docs" / "images"
                images.mkdir(exist_ok=True)
                shutil.copy(path, images / path.name)


if __name__ == "__main__":
    main()

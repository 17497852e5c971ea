"""Pictures of the window: python3 dev.py pictures. All go to build/pictures, README's two to docs/images as well."""

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
IN_README = ("reader-light", "timeline-dark")


def take(name: str, options: list[str], home: str) -> Path:
    """Save one picture; the program's own words tell what went wrong."""
    path = OUT / f"{name}.png"
    command = [sys.executable, "-m", "bluebook_desktop", "--screenshot", str(path), *options]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "BLUEBOOK_HOME": home}, check=True, stderr=subprocess.DEVNULL)  # noqa: S603
    return path


def main() -> None:
    """Take every view in both themes, and the reader at other sizes."""
    OUT.mkdir(parents=True, exist_ok=True)
    wanted = {
        f"{view}-{theme}": [*options, "--theme", theme]
        for view, options in VIEWS.items()
        for theme in ("light", "dark")
    }
    for view, options in VIEWS.items():
        wanted[f"{view}-1920"] = [*options, "--size", "1920x1080"]
        wanted[f"{view}-200"] = [*options, "--scale", "2"]
        wanted[f"{view}-small"] = [*options, "--size", "1024x640"]
    with tempfile.TemporaryDirectory() as home:
        for name, options in wanted.items():
            path = take(name, options, home)
            print(path.relative_to(ROOT))  # noqa: T201
            if name in IN_README:
                images = ROOT / "docs" / "images"
                images.mkdir(exist_ok=True)
                shutil.copy(path, images / path.name)


if __name__ == "__main__":
    main()

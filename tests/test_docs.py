"""The documents say what the program does: generated pages are current, and what they point to exists."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import click
import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def load_generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_reference", ROOT / "docs" / "make_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["settings.md", "shortcuts.md"])
def test_a_generated_page_is_current(name: str) -> None:
    expected = load_generator().PAGES[name]()
    written = (ROOT / "docs" / name).read_text("utf-8")
    assert written == expected, f"run: python3 docs/make_reference.py (docs/{name} is old)"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name} points to {target}, which is not there"


def test_the_readme_names_the_two_commands_and_every_command_of_the_command_line() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "python3 dev.py run" in readme
    assert "python3 dev.py test" in readme
    from bluebook_desktop.cli.main import commands

    for command in commands.list_commands(click.Context(commands)):
        assert f"bluebook {command}" in readme, f"README does not show bluebook {command}"


def test_the_changelog_tells_of_this_version() -> None:
    from bluebook_desktop import __version__

    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")

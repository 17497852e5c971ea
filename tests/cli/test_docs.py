from bluebook_desktop.cli.docs import render
from bluebook_desktop.paths import bundled


def test_the_page_about_the_command_line_is_current() -> None:
    current = bundled("docs", "cli.md").read_text("utf-8")
    assert current == render(), "run: python -m bluebook_desktop.cli.docs > docs/cli.md"

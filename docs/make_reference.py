"""Writes docs/settings.md and docs/shortcuts.md from the program's own tables: python3 docs/make_reference.py.

tests/test_docs.py fails when they are not current.
"""

from pathlib import Path

from bluebook_desktop.gui.actions import ACTIONS
from bluebook_desktop.settings import TABLE

FOLDER = Path(__file__).parent


def settings_page() -> str:
    """Every setting with its default."""
    rows = [
        f"| `{one.name}` | `{one.default!r}` | {one.about} {_choices(one.choices)}".rstrip() + " |" for one in TABLE
    ]
    return "\n".join(
        [
            "# Settings",
            "",
            "Kept in `settings.conf` in the user's configuration folder (in `BLUEBOOK_HOME` where that is set),",
            "a line a setting.",
            "Made from `bluebook_desktop/settings.py` by `docs/make_reference.py`.",
            "",
            "| name | default | what it is |",
            "| --- | --- | --- |",
            *rows,
            "",
        ]
    )


def _choices(choices: tuple[object, ...]) -> str:
    return f"One of {', '.join(f'`{one!r}`' for one in choices)}." if choices else ""


def shortcuts_page() -> str:
    """Every action with its keys, by group."""
    lines = [
        "# Keyboard",
        "",
        "F1 or ? shows this map in the program. On macOS Ctrl is the command key.",
        "Made from `bluebook_desktop/gui/actions.py` by `docs/make_reference.py`.",
    ]
    group = ""
    for spec in ACTIONS:
        if spec.group != group:
            group = spec.group
            lines += ["", f"## {group}", "", "| what | keys |", "| --- | --- |"]
        keys = ", ".join(f"`{one}`" for one in spec.keys) or "in the menu"
        lines.append(f"| {spec.text} | {keys} |")
    lines += [
        "",
        "## While searching",
        "",
        "Up and Down walk the results and the text follows; Enter goes to the result; Esc returns to where you were.",
        "",
        "## At a mark in the text",
        "",
        "Enter shows its details or follows a cross-reference, Esc puts the card away, the menu key (Shift+F10)",
        "offers the rest.",
        "",
        "## On the timeline",
        "",
        "With the axis in focus: Left and Right go from event to event, Up and Down to another lane, Home and End to",
        "the first and last event; with Shift they move the time. + and − zoom, F fits what the filters leave, 0 shows",
        "all time.",
        "Enter reads the event in place or opens its cluster, Space lists the cluster, Esc clears the filters.",
        "More: [timeline.md](timeline.md).",
        "",
    ]
    return "\n".join(lines)


PAGES = {"settings.md": settings_page, "shortcuts.md": shortcuts_page}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), "utf-8")

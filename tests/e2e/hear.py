"""What a screen reader gets of a program, printed as JSON: run by the system's Python, which knows the bus.

`hear.py PID` prints a tree of objects with `name`, `description`, `role`, `states`, `columns` (of a table) and `parts`.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - the version comes first

STATES = ("ENABLED", "SENSITIVE", "SHOWING", "FOCUSABLE", "FOCUSED", "SELECTABLE", "SELECTED", "CHECKABLE", "CHECKED")
_SECONDS = 60


def told(one: Atspi.Accessible) -> dict[str, object]:
    """An object with all below it."""
    states = one.get_state_set()
    parts = (one.get_child_at_index(number) for number in range(one.get_child_count()))
    table = one.get_table_iface()
    return {
        "name": one.get_name() or "",
        "description": one.get_description() or "",
        "role": one.get_role_name(),
        "states": [name.lower() for name in STATES if states.contains(getattr(Atspi.StateType, name))],
        "columns": table.get_n_columns() if table is not None else 0,
        "parts": [told(part) for part in parts if part is not None],
    }


def main() -> None:
    """Wait until the program is on the bus, and print what it says."""
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until:
        desktop = Atspi.get_desktop(0)
        programs = [desktop.get_child_at_index(number) for number in range(desktop.get_child_count())]
        mine = [one for one in programs if one is not None and one.get_process_id() == int(sys.argv[1])]
        if mine and mine[0].get_child_count():
            sys.stdout.write(json.dumps(told(mine[0])))
            return
        time.sleep(0.1)
    sys.exit("the program is not on the bus of screen readers")


if __name__ == "__main__":
    main()

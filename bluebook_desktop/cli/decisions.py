"""`bluebook decisions`: all that the reader decided on what the program found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bluebook_desktop.cli.options import (
    FOUND,
    NOTHING_FOUND,
    command,
    json_option,
    open_library,
    read_decisions,
    sections_option,
)
from bluebook_desktop.cli.output import Output

if TYPE_CHECKING:
    from bluebook_desktop.services.decisions import ListedDecision


@command("decisions", about="List what you decided on what the program found.", example="bluebook decisions --json")
@sections_option
@json_option
def run(section: str | None, as_json: bool) -> int:
    """List what was confirmed, corrected and rejected, in all sections or in one.

    A decision whose words are gone from the text, or whose section from the library, has lost its place: it is kept,
    and applies to nothing.
    """
    from bluebook_desktop.services.browsing import find_scope
    from bluebook_desktop.services.decisions import list_decisions

    with open_library() as library:
        scope = find_scope(library, section) if section else ""
        found = list_decisions(library, read_decisions(wanted=True), scope)
    output = Output()
    if as_json:
        output.json({"decisions": [_object(one) for one in found]})
    elif found:
        _write(output, found)
    else:
        output.line("Nothing was decided.")
    return FOUND if found else NOTHING_FOUND


def _object(one: ListedDecision) -> dict[str, Any]:
    decision = one.decision
    return {
        "section": decision.section,
        "kind": decision.kind.value,
        "id": one.record or decision.record,
        "title": decision.title,
        "verdict": decision.verdict.value,
        "values": dict(decision.values),
        "passage": one.passage,
        "exact": decision.anchor.exact,
        "lost": one.is_lost,
        "decided_at": decision.decided_at,
    }


def _write(output: Output, found: list[ListedDecision]) -> None:
    section = ""
    for one in found:
        decision = one.decision
        if decision.section != section:
            if section:
                output.line()
            section = decision.section
            output.heading(section)
        place = f"lost its place, was ¶ {one.passage}" if one.is_lost else f"¶ {one.passage}"
        kind, id_ = decision.kind.value, one.record or decision.record
        output.paragraph(
            f"{decision.title} ({kind}, {place}, id: {id_})", label=f"{decision.verdict.value}  ", indent=2
        )
        for name, value in decision.values.items():
            output.aside(f"{name}: {value}", indent=4)

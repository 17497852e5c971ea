"""`bluebook decide`: confirm, correct or reject what the program found, or take that back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bluebook_desktop.cli.listing import open_section_with
from bluebook_desktop.cli.options import FOUND, RECORD_KIND, command, json_option, sections_option
from bluebook_desktop.cli.output import Output, warn
from bluebook_desktop.errors import UsageError

if TYPE_CHECKING:
    from bluebook_desktop.domain.references import Kind, Reference
    from bluebook_desktop.services.decisions import Step
    from bluebook_desktop.services.sections import OpenSection


@command(
    "decide",
    about="Confirm, correct or reject what the program found.",
    example='bluebook decide event visited-ruritania --set "date=2018-05-03" --edition 2019-en --section 3.1.2',
)
@click.argument("kind", type=RECORD_KIND)
@click.argument("record", metavar="ID")
@click.option("--confirm", is_flag=True, help="What the program found is right.")
@click.option("--reject", is_flag=True, help="It is no such thing: show it no more.")
@click.option("--undo", is_flag=True, help="Forget what was decided on it.")
@click.option("--set", "changes", metavar="FIELD=VALUE", multiple=True, help="Correct a field; may be repeated.")
@sections_option
@json_option
def run(
    *,
    kind: Kind,
    record: str,
    confirm: bool,
    reject: bool,
    undo: bool,
    changes: tuple[str, ...],
    section: str | None,
    as_json: bool,
) -> int:
    """Decide on a record that the program found in an imported section. It is kept in the notebook, over imports too.

    The ids are printed with the records (bluebook timeline, quotations, …). What can be set: of an event title, date
    (2020-08, 2020-04/2021-03, 2006/..), kind and status; of a quotation speakers (with ; between several), kind,
    occasion and date (empty for none); of a facility name and kind; of a person name and offices; of an abbreviation
    full. The words of the text stay as they are. bluebook decisions lists all that was decided.
    """
    from bluebook_desktop.domain.references import Reference
    from bluebook_desktop.paths import user_folders
    from bluebook_desktop.services.decisions import can_be_decided, decision_on, write_once

    deeds = [deed for deed, asked in (("confirmed", confirm), ("rejected", reject), ("undo", undo)) if asked]
    if len(deeds) + bool(changes) != 1:
        raise UsageError("One of --confirm, --reject, --set and --undo is needed, and no two of them.")
    deed = deeds[0] if deeds else None

    def has_it(text: OpenSection) -> bool:
        reference = Reference(kind, text.id, record)
        return can_be_decided(text, reference) or decision_on(text, reference) is not None

    with open_section_with(section, f"the {kind.value} “{record[:80]}”", has_it) as text:
        step = _step(text, Reference(kind, text.id, record), deed, changes)
        for notice in write_once(user_folders(), step):
            warn(notice)
    output = Output()
    done = {"": "Taken back", "confirmed": "Confirmed", "corrected": "Corrected", "rejected": "Rejected"}
    verdict = step.after.verdict.value if step.after else ""
    if as_json:
        values = dict(step.after.values) if step.after else {}
        output.json({"section": text.id, "kind": kind.value, "id": record, "verdict": verdict, "values": values})
    else:
        output.line(f"{done[verdict]}: {step.decision.title} ({kind.value}, {text.id})")
    return FOUND


def _step(section: OpenSection, reference: Reference, deed: str | None, changes: tuple[str, ...]) -> Step:
    from bluebook_desktop.domain.records import Verdict
    from bluebook_desktop.services.decisions import decide, take_back

    if deed == "undo":
        return take_back(section, reference)
    if deed is not None:
        return decide(section, reference, Verdict(deed))
    values = {}
    for change in changes:
        name, equals, value = change.partition("=")
        if not equals:
            raise UsageError(f"“{change[:80]}” sets nothing; write --set FIELD=VALUE.")
        values[name.strip()] = value
    return decide(section, reference, Verdict.CORRECTED, values)

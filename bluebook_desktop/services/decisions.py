"""Deciding on what the program found: which decisions can be taken, and which are kept."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bluebook_desktop.domain.decisions import (
    Decision,
    PrintedWords,
    check_printed,
    checked,
    places_of,
    records_of,
    title_of,
    values_of,
)
from bluebook_desktop.domain.records import Verdict
from bluebook_desktop.errors import BluebookError, UsageError
from bluebook_desktop.services.notebook import open_notebook
from bluebook_desktop.services.origins import key_of

if TYPE_CHECKING:
    from bluebook_desktop.domain.decisions import Record
    from bluebook_desktop.domain.laying import Laid
    from bluebook_desktop.domain.references import Kind, Reference
    from bluebook_desktop.paths import UserFolders
    from bluebook_desktop.services.sections import OpenSection
    from bluebook_desktop.storage.library import Library
    from bluebook_desktop.storage.notebook import Notebook

#: Decisions by the section that they are of.
BySection = Mapping[str, tuple[Decision, ...]]


@dataclass(frozen=True, slots=True)
class Step:
    """What a decision changes in the notebook: from nothing or one decision to another or to nothing."""

    before: Decision | None
    after: Decision | None

    @property
    def reversed(self) -> Step:
        """The step back."""
        return Step(self.after, self.before)

    @property
    def decision(self) -> Decision:
        """The decision that the step is about."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a step from nothing to nothing")
        return found


def by_section(decisions: Iterable[Decision]) -> dict[str, tuple[Decision, ...]]:
    """Decisions by their sections, in the order in which they were taken."""
    found: dict[str, list[Decision]] = {}
    for one in decisions:
        found.setdefault(one.section, []).append(one)
    return {section: tuple(several) for section, several in found.items()}


def unreadable_words(count: int) -> str:
    """Tells of decisions that cannot be read; nothing where all can be."""
    if not count:
        return ""
    one = "One decision in the notebook cannot be read; it is left out, and kept."
    return one if count == 1 else f"{count:,} decisions in the notebook cannot be read; they are left out, and kept."


def read_kept(folders: UserFolders) -> tuple[tuple[Decision, ...], str]:
    """The decisions of the reader's notebook, and a sentence where they cannot be read, some or all.

    The file is opened for reading alone; where there is none, none is made.
    """
    path = folders.notebook
    if not path.exists():
        lost = (folders.data / "backups").is_dir()
        return (), "The notebook is missing; opening the window brings back its newest copy." if lost else ""
    if path.stat().st_size == 0:
        return (), "The notebook’s file is empty; your decisions are not shown."
    # Most readers of a library never decided anything: they pay for none of this.
    from bluebook_desktop.storage.notebook import look_at  # noqa: PLC0415
    from bluebook_desktop.storage.notebook_decisions import read_file  # noqa: PLC0415

    try:
        if not look_at(path):
            return (), ""
        kept = read_file(path)
    except BluebookError as error:
        return (), f"{str(error).removesuffix('.')}; your decisions are not shown."
    return kept.decisions, unreadable_words(kept.unreadable)


# Taking decisions


def find_record(section: OpenSection, reference: Reference) -> Record:
    """A record that the program found, rejected or not, as it found it.

    Raises UsageError where the section has none such, and for one that was checked by hand.
    """
    kind, name = reference.kind, f"{reference.kind.value} “{reference.id[:80]}”"
    record = next((one for one in records_of(section.found, kind) if one.id == reference.id), None)
    if record is None:
        raise UsageError(f"{section.id} has no {name}.")
    if not can_be_decided(section, reference):
        raise UsageError(f"The {name} was checked by hand; only what the program found can be decided on.")
    return record


def can_be_decided(section: OpenSection, reference: Reference) -> bool:
    """Whether the program found a record, so that its reader may say what it is worth."""
    return key_of(reference) in section.found.origins


def decide(
    section: OpenSection,
    reference: Reference,
    verdict: Verdict,
    values: Mapping[str, str] | None = None,
    now: Callable[[], datetime.datetime] = lambda: datetime.datetime.now(datetime.UTC),
) -> Step:
    """The step that decides on a found record. Nothing is written.

    For a correction, `values` are the reader's; what they leave out is as it was last. Values like those that the
    program found are no correction of theirs. Raises UsageError, with a sentence, where it cannot be so.
    """
    record = find_record(section, reference)
    before = section.laid.decisions.get(key_of(reference))
    kept: dict[str, str] = {}
    if verdict is Verdict.CORRECTED:
        kept = _corrected(section, record, reference.kind, {**(before.values if before else {}), **(values or {})})
    after = Decision(
        key=before.key if before else uuid.uuid4().hex,
        section=section.id,
        kind=reference.kind,
        record=reference.id,
        title=title_of(record),
        verdict=verdict,
        anchor=places_of(record)[0],
        decided_at=now().astimezone(datetime.UTC).isoformat(timespec="microseconds"),
        values=kept,
    )
    return Step(before, after)


def _corrected(section: OpenSection, record: Record, kind: Kind, values: Mapping[str, str]) -> dict[str, str]:
    found = {name: _levelled(value) for name, value in values_of(record).items()}
    wanted = checked(kind, {name: one for name, one in values.items() if _levelled(one) != found.get(name)})
    if not wanted:
        raise UsageError("That is what the program found; confirm it if it is right.")
    check_printed(record, wanted, PrintedWords(section.document))
    return wanted


def _levelled(value: str) -> str:
    return " ".join(value.split())


def decision_on(section: OpenSection, reference: Reference) -> Decision | None:
    """What was decided on a record, also where that lost its place."""
    key = key_of(reference)
    lost = (one for one in section.laid.lost if (one.kind.value, one.record) == key)
    return section.laid.decisions.get(key) or next(lost, None)


def take_back(section: OpenSection, reference: Reference) -> Step:
    """The step that forgets the decision on a record, also where it lost its place; UsageError where there is none."""
    before = decision_on(section, reference)
    if before is None:
        raise UsageError(f"Nothing was decided on the {reference.kind.value} “{reference.id[:80]}” of {section.id}.")
    return Step(before, None)


def write_step(notebook: Notebook, step: Step) -> Step:
    """Write a step into the notebook; the step itself, once it is written."""
    if step.after is not None:
        notebook.put_decision(step.after)
    elif step.before is not None:
        notebook.remove_decision(step.before.key)
    return step


def write_once(folders: UserFolders, step: Step) -> list[str]:
    """Open the notebook, write a step and close it; what should be told. BluebookError where it cannot be written."""
    opened = open_notebook(folders)
    if opened.notebook is None:
        raise BluebookError(opened.reason)
    try:
        write_step(opened.notebook, step)
    finally:
        opened.notebook.close()
    return opened.notices


def after_step(kept: BySection, step: Step) -> BySection:
    """The kept decisions after a step; `kept` stays as it is."""
    key, section = step.decision.key, step.decision.section
    left = [one for one in kept.get(section, ()) if one.key != key]
    several = (*left, step.after) if step.after is not None else tuple(left)
    others = {name: value for name, value in kept.items() if name != section}
    return {**others, section: several} if several else others


# Listing


@dataclass(frozen=True, slots=True)
class ListedDecision:
    """A decision as it is listed: `record` is the id of what it applies to, or nothing where it lost its place."""

    decision: Decision
    record: str = ""
    passage: int = 0

    @property
    def is_lost(self) -> bool:
        """Whether its words are gone from the text, or the text from the library."""
        return not self.record


def list_decisions(library: Library, kept: BySection, scope: str = "") -> list[ListedDecision]:
    """All decisions with what they apply to now, section by section; of an edition or section, if asked."""
    known = {one.id for one in library.sections()}
    found: list[ListedDecision] = []
    for section, decisions in sorted(kept.items()):
        if scope and section != scope and not section.startswith(f"{scope}/"):
            continue
        laid = lay_section(library, section, decisions) if section in known else None
        found += [_listed(one, laid) for one in decisions]
    return found


def list_decisions_of(address: str, kept: BySection) -> list[ListedDecision]:
    """The same over a connection of its own to the library of an address, so that it can be made in the background."""
    from bluebook_desktop.storage.library import Library  # noqa: PLC0415 - as above

    library = Library(address, any_thread=True)
    try:
        return list_decisions(library, kept)
    finally:
        library.close()


def _listed(decision: Decision, laid: Laid | None) -> ListedDecision:
    """A decision with the record that it applies to and where that stands now, or where it stood."""
    if laid is not None:
        key = next((key for key, applied in laid.decisions.items() if applied.key == decision.key), None)
        shown = {one.id: one for one in records_of(laid.records, decision.kind)}
        if key is not None:
            record = laid.rejected[key] if key in laid.rejected else shown[key[1]]
            return ListedDecision(decision, record.id, places_of(record)[0].passage)
    return ListedDecision(decision, "", decision.anchor.passage)


def lay_section(library: Library, section: str, decisions: Sequence[Decision]) -> Laid:
    """The records of a section of a library with decisions laid over."""
    from bluebook_desktop.domain.laying import lay_over  # noqa: PLC0415 - as above
    from bluebook_desktop.storage.records import read_records  # noqa: PLC0415

    return lay_over(read_records(library, section), library.document(section), decisions)

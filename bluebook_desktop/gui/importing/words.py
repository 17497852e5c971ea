"""How an import is put into words: steps, outcomes, counts, and the report as a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bluebook_desktop.domain.imports import FileReport, Outcome, Phase, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

#: More sections than these are only counted.
_NAMED = 3

translate = QCoreApplication.translate


def files_in_words(number: int) -> str:
    """``1 file``, ``3 files``."""
    return translate("Importing", "1 file") if number == 1 else translate("Importing", "{0} files").format(number)


def sections_in_words(ids: Sequence[str]) -> str:
    """Sections by their ids where they are few, else their number."""
    if len(ids) <= _NAMED:
        return ", ".join(ids)
    return translate("Importing", "{0} sections").format(f"{len(ids):,}")


def passages_in_words(number: int) -> str:
    """``1 passage``, ``1,204 passages``."""
    if number == 1:
        return translate("Importing", "1 passage")
    return translate("Importing", "{0} passages").format(f"{number:,}")


def headings_in_words(number: int) -> str:
    """``1 heading``, ``20 headings``."""
    return translate("Importing", "1 heading") if number == 1 else translate("Importing", "{0} headings").format(number)


def problems_in_words(number: int) -> str:
    """How many things were not understood."""
    if number == 1:
        return translate("Importing", "1 thing not understood or left out")
    return translate("Importing", "{0} things not understood or left out").format(number)


def problems_in_short(number: int) -> str:
    """The same for a row."""
    return translate("Importing", "{0} not understood").format(number)


def records_in_words(records: Mapping[str, int]) -> str:
    """What was found by kind: ``52 events · 40 quotations``."""
    names = {
        "events": (translate("Importing", "1 event"), translate("Importing", "{0} events")),
        "quotations": (translate("Importing", "1 quotation"), translate("Importing", "{0} quotations")),
        "facilities": (translate("Importing", "1 facility"), translate("Importing", "{0} facilities")),
        "people": (translate("Importing", "1 person"), translate("Importing", "{0} people")),
        "abbreviations": (translate("Importing", "1 short form"), translate("Importing", "{0} short forms")),
    }
    found = [names[kind][0] if number == 1 else names[kind][1].format(number) for kind, number in records.items()]
    return " · ".join(found)


def step_in_words(step: Step) -> str:
    """What goes on, for the line beside the progress bar."""
    name = step.path.name if step.path is not None else ""
    return {
        Phase.WAITING: translate("Importing", "Waiting for another import to end …"),
        Phase.READING: translate("Importing", "Reading {0} …"),
        Phase.FINDING: translate("Importing", "Finding dates, quotations and names in {0} …"),
        Phase.READ: translate("Importing", "Reading {0} …"),
        Phase.BUILDING: translate("Importing", "Building the library …"),
        Phase.COMMITTING: translate("Importing", "Putting the new library in its place …"),
    }[step.phase].format(name)


def prospect_in_words(outcome: Outcome) -> str:
    """What would become of a file, for its row."""
    return {
        Outcome.IMPORTED: translate("Importing", "New"),
        Outcome.REPLACED: translate("Importing", "Replaces the one there"),
        Outcome.UNCHANGED: translate("Importing", "In the library already"),
        Outcome.SUPERSEDED: translate("Importing", "Same place as another file"),
        Outcome.FAILED: translate("Importing", "Cannot be read"),
    }[outcome]


def outcome_in_words(outcome: Outcome) -> str:
    """What became of a file, for its row."""
    return {
        Outcome.IMPORTED: translate("Importing", "Imported"),
        Outcome.REPLACED: translate("Importing", "Replaced the one there"),
        Outcome.UNCHANGED: translate("Importing", "Unchanged"),
        Outcome.SUPERSEDED: translate("Importing", "Lost its place"),
        Outcome.FAILED: translate("Importing", "Could not be read"),
    }[outcome]


def summary_of(reports: Iterable[FileReport]) -> str:
    """How many files had which outcome: ``2 imported · 1 could not be read``."""
    words = {
        Outcome.IMPORTED: translate("Importing", "{0} imported"),
        Outcome.REPLACED: translate("Importing", "{0} replaced"),
        Outcome.UNCHANGED: translate("Importing", "{0} unchanged"),
        Outcome.SUPERSEDED: translate("Importing", "{0} without a place"),
        Outcome.FAILED: translate("Importing", "{0} could not be read"),
    }
    counts = dict.fromkeys(words, 0)
    for one in reports:
        counts[one.outcome] += 1
    return " · ".join(words[outcome].format(number) for outcome, number in counts.items() if number)


def details_of(report: FileReport) -> list[str]:
    """What was read and found in a file, line by line, and what was not understood."""
    if report.outcome is Outcome.FAILED:
        return [report.sentence]
    lines = [f"{report.title}", f"{headings_in_words(report.headings)} · {passages_in_words(report.passages)}"]
    if report.records:
        lines.append(translate("Importing", "Found by the program: {0}").format(records_in_words(report.records)))
    if report.sentence:
        lines.append(report.sentence)
    if report.problems:
        lines += ["", f"{problems_in_words(len(report.problems))}:"]
        lines += [translate("Importing", "Line {0}: {1}").format(one.line, one.sentence) for one in report.problems]
    return lines


def report_as_text(reports: Iterable[FileReport], notices: Iterable[str]) -> str:
    """The whole report, ready to be pasted."""
    every = list(reports)
    parts = [summary_of(every)]
    for one in every:
        place = f" → {one.section}" if one.section else ""
        lines = details_of(one)
        parts.append(
            "\n".join([f"{outcome_in_words(one.outcome)}: {one.path}{place}", *(f"  {x}" for x in lines if x)])
        )
    return "\n\n".join([*parts, *notices]) + "\n"


def offer_in_words(files: list[Path], folders: list[Path]) -> str:
    """What a drop would do."""
    if len(files) == 1 and not folders:
        return translate("Importing", "Import {0}").format(files[0].name)
    if len(folders) == 1 and not files:
        return translate("Importing", "Import all texts and pages of the folder {0}").format(folders[0].name)
    if not folders:
        return translate("Importing", "Import {0} files").format(len(files))
    if not files:
        return translate("Importing", "Import all texts and pages of {0} folders").format(len(folders))
    several = translate("Importing", "1 folder") if len(folders) == 1 else translate("Importing", "{0} folders")
    both = translate("Importing", "Import {0} and all texts and pages of {1}")
    return both.format(files_in_words(len(files)), several.format(len(folders)))

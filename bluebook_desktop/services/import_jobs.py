"""An import as a job for a helper program: what it is to do, and what it tells, as plain values for JSON.

The window never imports by itself: a file of 60 MB keeps an interpreter busy for minutes, a hostile one may bring it
down, and both can be stopped at once where they are a process of their own. That process is `bluebook import --job`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bluebook_desktop.domain.imports import FileReport, ImportReport, Outcome, Phase, Place, Problem, Step
from bluebook_desktop.errors import BluebookError, UsageError

if TYPE_CHECKING:
    from bluebook_desktop.paths import UserFolders

#: One message of a helper; `kind` is one of ``step``, ``report``, ``removed``, ``failed``.
Message = dict[str, Any]


class Action(StrEnum):
    """What a helper can be asked to do."""

    LOOK = "look"
    IMPORT = "import"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Job:
    """What to do with which files; `places` are those that a file does not say itself. To be removed are `sections`."""

    action: Action
    paths: tuple[Path, ...] = ()
    places: Mapping[Path, Place] = field(default_factory=dict)
    sections: tuple[str, ...] = ()

    def to_json(self) -> Message:
        """The job as plain values."""
        places = {str(path): [place.edition, place.section] for path, place in self.places.items()}
        paths = [str(path) for path in self.paths]
        return {"action": self.action.value, "paths": paths, "places": places, "sections": list(self.sections)}

    @staticmethod
    def from_json(value: Message) -> Job:
        """The job that `to_json` wrote; UsageError for anything else."""
        try:
            return Job(
                Action(value["action"]),
                tuple(Path(one) for one in value["paths"]),
                {Path(path): Place(edition, section) for path, (edition, section) in value["places"].items()},
                tuple(str(one) for one in value["sections"]),
            )
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise UsageError("That is no job for an import.") from error


def run_job(
    folders: UserFolders, job: Job, tell: Callable[[Message], None], cancelled: Callable[[], bool] = lambda: False
) -> bool:
    """Do a job and tell of every step; whether it went well. What went wrong is told in a sentence."""
    from bluebook_desktop.services.importing import import_files, look_at, remove  # noqa: PLC0415 - jobs are rare

    def progress(step: Step) -> None:
        tell({"kind": "step", **step_to_json(step)})

    try:
        if job.action is Action.REMOVE:
            gone = remove(folders, job.sections, progress=progress)
            tell({"kind": "removed", "sections": list(gone.sections), "notices": list(gone.notices)})
            return True
        work = look_at if job.action is Action.LOOK else import_files
        report = work(folders, job.paths, places=job.places, progress=progress, cancelled=cancelled)
    except BluebookError as error:
        tell({"kind": "failed", "sentence": str(error)})
        return False
    tell({"kind": "report", **report_to_json(report)})
    return True


def step_to_json(step: Step) -> Message:
    """A step as plain values."""
    return {
        "phase": step.phase.value,
        "done": step.done,
        "total": step.total,
        "path": str(step.path) if step.path is not None else None,
        "report": file_to_json(step.report) if step.report is not None else None,
    }


def step_from_json(value: Message) -> Step:
    """The step that `step_to_json` wrote."""
    report = file_from_json(value["report"]) if value["report"] is not None else None
    path = Path(value["path"]) if value["path"] is not None else None
    return Step(Phase(value["phase"]), value["done"], value["total"], path, report)


def report_to_json(report: ImportReport) -> Message:
    """A report as plain values."""
    return {"files": [file_to_json(one) for one in report.files], "notices": list(report.notices)}


def report_from_json(value: Message) -> ImportReport:
    """The report that `report_to_json` wrote."""
    return ImportReport(tuple(file_from_json(one) for one in value["files"]), tuple(value["notices"]))


def file_to_json(report: FileReport) -> Message:
    """What became of a file as plain values."""
    return {**asdict(report), "path": str(report.path), "outcome": report.outcome.value}


def file_from_json(value: Message) -> FileReport:
    """What `file_to_json` wrote."""
    plain = dict(value)
    plain["path"] = Path(plain["path"])
    plain["outcome"] = Outcome(plain["outcome"])
    plain["problems"] = tuple(Problem(**one) for one in plain["problems"])
    plain["says"] = Place(**plain["says"])
    return FileReport(**plain)

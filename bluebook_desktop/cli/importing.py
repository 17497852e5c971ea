"""`bluebook import`: takes files into the library."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bluebook_desktop.cli.options import FOUND, NOTHING_FOUND, WRONG, command, json_option
from bluebook_desktop.cli.output import Output, StatusLine, counted, warn

if TYPE_CHECKING:
    from bluebook_desktop.domain.imports import FileReport, ImportReport, Step
    from bluebook_desktop.services.import_jobs import Message

_LONGEST_JOB = 64 * 1024 * 1024
_INPUT, _CHUNK = 0, 65_536
_RECORDS = {
    "events": ("event", "events"),
    "quotations": ("quotation", "quotations"),
    "facilities": ("facility", "facilities"),
    "people": ("person", "people"),
    "abbreviations": ("short form", "short forms"),
}


@command("import", about="Take sections into the library.", example="bluebook import c030101.html --edition 2019-en")
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("--edition", metavar="EDITION", help="The edition, such as 2019-en, where the file does not say it.")
@click.option("--section", metavar="SECTION", help="The section, such as 3.1.2, where the file does not say it.")
@click.option("--look", is_flag=True, help="Only say where each file belongs and what it holds; import nothing.")
@click.option("--job", is_flag=True, hidden=True, help="For the window: see docs/importing.md.")
@json_option
def run(
    files: tuple[str, ...], edition: str | None, section: str | None, *, look: bool, job: bool, as_json: bool
) -> int:
    """Take files (plain text as published, or the Ministry's pages) or folders of them into the library.

    What is read: headings, numbered passages, and the dates, quotations, facilities, people and short forms that the
    program finds, marked as found by the program. The files themselves are kept. A file with the same bytes changes
    nothing; another one for the same section takes its place. Ctrl+C leaves the library as it was.
    """
    if job:
        return _do_job()
    if not files:
        raise click.UsageError("Missing argument 'FILE...'.")
    from bluebook_desktop.domain.imports import Outcome

    report = _import([Path(one) for one in files], edition, section, look=look)
    output = Output()
    if as_json:
        from bluebook_desktop.services.import_jobs import report_to_json

        output.json(report_to_json(report))
    else:
        for one in report.files:
            _print(output, one, look=look)
    for notice in report.notices:
        warn(notice)
    failed = [one for one in report.files if one.outcome is Outcome.FAILED]
    for one in failed:
        warn(one.told)
    if failed:
        return WRONG
    return FOUND if report.files else NOTHING_FOUND


def _import(files: list[Path], edition: str | None, section: str | None, *, look: bool) -> ImportReport:
    """Import files, or only look at them, and tell of every step on a terminal."""
    from bluebook_desktop.domain.imports import Place, check_place
    from bluebook_desktop.paths import user_folders
    from bluebook_desktop.services.importing import import_files, look_at

    status = StatusLine()

    def progress(step: Step) -> None:
        status.tell(_step_in_words(step))

    try:
        if look:
            place = Place(edition or "", section or "")
            check_place(place)
            return look_at(user_folders(), files, default=place, progress=progress)
        return import_files(user_folders(), files, edition=edition, section=section, progress=progress)
    except KeyboardInterrupt:
        status.end()
        warn("The import was cancelled; the library is as it was.")
        raise
    finally:
        status.end()


def _step_in_words(step: Step) -> str:
    """A step as a line for the terminal."""
    name = step.path.name if step.path is not None else ""
    where = f"[{min(step.done + 1, step.total)}/{step.total}] {name}"
    return {
        "waiting": "Waiting for another import to end …",
        "reading": f"{where}: reading …",
        "finding": f"{where}: finding dates, quotations, facilities and people …",
        "read": f"[{step.done}/{step.total}] {name}",
        "building": "Building the library …",
        "committing": "Building the library …",
    }[step.phase.value]


def _print(output: Output, report: FileReport, *, look: bool) -> None:
    if not report.section:
        return
    said = {
        "imported": "would be" if look else "is now",
        "replaced": "would take the place of" if look else "takes the place of",
        "unchanged": "is already",
        "superseded": "has lost its place",
    }[report.outcome.value]
    output.heading(f"{report.path.name} {said} {report.section}")
    headings, passages = counted(report.headings, "heading"), counted(report.passages, "passage")
    output.paragraph(f"{report.title.rstrip('.')}: {headings}, {passages}.", indent=2)
    if report.sentence:
        output.paragraph(report.sentence, indent=2)
    if report.records:
        found = [counted(number, *_RECORDS[kind]) for kind, number in report.records.items() if kind in _RECORDS]
        output.paragraph(f"Found by the program: {', '.join(found)}.", indent=2)
    if report.problems:
        said = counted(len(report.problems), "thing was", "things were")
        output.aside(f"{said} not understood or left out:", indent=2)
        for problem in report.problems:
            output.aside(f"Line {problem.line}: {problem.sentence}", indent=4)


# For the window: one job, and one line of JSON for every step


def _do_job() -> int:
    """Do the job that stands on standard input; when that ends early, whoever asked has cancelled or is gone."""
    from bluebook_desktop.paths import user_folders
    from bluebook_desktop.services.import_jobs import Job, run_job

    try:
        wanted = json.loads(_first_line())
    except ValueError:
        wanted = None
    job = Job.from_json(wanted)
    return FOUND if run_job(user_folders(), job, _Watch().tell) else WRONG


def _first_line() -> bytes:
    """The first line of standard input, read past Python's buffer, which the watch could not let go of at the end."""
    read = b""
    while b"\n" not in read and len(read) < _LONGEST_JOB:
        more = os.read(_INPUT, _CHUNK)
        if not more:
            break
        read += more
    return read.partition(b"\n")[0]


class _Watch:
    """Interrupts the work when standard input ends, unless the new library takes its place just then."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._committing = False
        threading.Thread(target=self._wait, name="cancel", daemon=True).start()

    def tell(self, message: Message) -> None:
        """Write one message as a line."""
        if message.get("phase") == "committing" or message["kind"] != "step":
            with self._lock:
                self._committing = True
        sys.stdout.buffer.write(json.dumps(message).encode("ascii") + b"\n")
        sys.stdout.buffer.flush()

    def _wait(self) -> None:
        import _thread

        with contextlib.suppress(OSError):  # an input that breaks has ended
            while os.read(_INPUT, _CHUNK):
                pass
        with self._lock:
            if not self._committing:
                _thread.interrupt_main()

"""`bluebook import`: takes files into the library."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bluebook_desktop.cli.options import FOUND, WRONG, command, json_option
from bluebook_desktop.cli.output import Output, counted, warn

if TYPE_CHECKING:
    from bluebook_desktop.services.importing import FileReport

_MOST_PROBLEMS = 10


@command("import", about="Take sections into the library.", example="bluebook import c030101.html --edition 2019-en")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--edition", metavar="EDITION", help="The edition, such as 2019-en, where the file does not say it.")
@click.option("--section", metavar="SECTION", help="The section, such as 3.1.2, where the file does not say it.")
@json_option
def run(files: tuple[str, ...], edition: str | None, section: str | None, as_json: bool) -> int:
    """Take files (plain text as published, or the Ministry's pages) or folders of them into the library.

    What is read: headings, numbered passages, and the dates, quotations, facilities, people and short forms that the
    program finds, marked as found by the program. The files themselves are kept. A file with the same bytes changes
    nothing; another one for the same section takes its place.
    """
    from bluebook_desktop.paths import user_folders
    from bluebook_desktop.services.importing import Outcome, import_files

    def progress(done: int, total: int, name: str) -> None:
        if sys.stderr.isatty() and total > 1 and name:
            warn(f"[{done + 1}/{total}] {name}")

    reports = import_files(
        user_folders(), [Path(one) for one in files], edition=edition, section=section, progress=progress
    )
    output = Output()
    if as_json:
        output.json(
            {"files": [{**asdict(one), "path": str(one.path), "outcome": one.outcome.value} for one in reports]}
        )
    else:
        for report in reports:
            _print(output, report)
    failed = [one for one in reports if one.outcome is Outcome.FAILED]
    for one in failed:
        warn(f"{one.path}: {one.sentence}")
    return WRONG if failed else FOUND


def _print(output: Output, report: FileReport) -> None:
    if not report.section:
        return
    words = {"imported": "is now", "replaced": "takes the place of", "unchanged": "is already"}[report.outcome.value]
    output.heading(f"{report.path.name} {words} {report.section}")
    headings, passages = counted(report.headings, "heading"), counted(report.passages, "passage")
    output.paragraph(f"{report.title}: {headings}, {passages}.", indent=2)
    for problem in report.problems[:_MOST_PROBLEMS]:
        output.aside(problem, indent=2)
    if len(report.problems) > _MOST_PROBLEMS:
        output.aside(f"{len(report.problems) - _MOST_PROBLEMS} more lines were not understood.", indent=2)

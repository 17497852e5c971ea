"""The log file and the crash log."""

import faulthandler
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bluebook_desktop.logs import CrashLog, start_logging


@pytest.fixture(autouse=True)
def logger() -> Iterator[logging.Logger]:
    """The program's logger and faulthandler as they were."""
    logger = logging.getLogger("bluebook_desktop")
    before = (list(logger.handlers), logger.level, logger.propagate)
    was_enabled = faulthandler.is_enabled()
    yield logger
    for handler in set(logger.handlers) - set(before[0]):
        handler.close()
    logger.handlers, logger.level, logger.propagate = before[0], before[1], before[2]
    if was_enabled:
        faulthandler.enable(sys.__stderr__)


def started(folder: Path) -> CrashLog:
    log = CrashLog(folder)
    log.start()
    return log


def test_what_is_logged_is_in_the_file(tmp_path: Path, logger: logging.Logger) -> None:
    start_logging(tmp_path / "log")
    logging.getLogger("bluebook_desktop.gui.crash").error("something ¶ 12")
    text = (tmp_path / "log" / "bluebook-desktop.log").read_text("utf-8")
    assert text.rstrip().endswith("ERROR bluebook_desktop.gui.crash: something ¶ 12")


def test_nothing_is_written_before_there_is_something_to_say(tmp_path: Path) -> None:
    start_logging(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_log_above_a_megabyte_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "bluebook-desktop.log"
    path.write_text("x" * 1_000_001, "utf-8")
    start_logging(tmp_path)
    logging.getLogger("bluebook_desktop").warning("new")
    assert path.stat().st_size < 1_000
    assert (tmp_path / "bluebook-desktop.log.1").stat().st_size == 1_000_001


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    start_logging(tmp_path / "file" / "log")
    log = started(tmp_path / "file" / "log")
    log.write("report")
    log.end()
    assert log.last is None


def test_a_run_that_ended_well_tells_the_next_nothing(tmp_path: Path) -> None:
    started(tmp_path).end()
    following = started(tmp_path)
    following.end()
    assert following.last is None


def test_a_report_is_kept_for_the_next_start_and_told_once(tmp_path: Path) -> None:
    first = started(tmp_path)
    first.write("what went wrong")
    first.end()
    second = started(tmp_path)
    second.end()
    assert second.last is not None
    assert second.last.read_text("utf-8") == "what went wrong\n"
    third = started(tmp_path)
    third.end()
    assert third.last is None


def test_a_program_that_dies_outright_leaves_its_stack(tmp_path: Path) -> None:
    program = (
        "import faulthandler, sys; from pathlib import Path; from bluebook_desktop.logs import CrashLog;"
        "CrashLog(Path(sys.argv[1])).start(); faulthandler._sigabrt()"
    )
    code = "import os; os.environ['X'] = '1'; "
    died = subprocess.run(
        [sys.executable, "-c", code + program, str(tmp_path)], capture_output=True, env=os.environ, check=False
    )
    assert died.returncode != 0
    following = started(tmp_path)
    following.end()
    assert following.last is not None
    assert "Fatal Python error" in following.last.read_text("utf-8")


def test_what_the_program_lived_on_after_is_no_crash(tmp_path: Path) -> None:
    log = started(tmp_path)
    faulthandler.dump_traceback(log._file)  # as faulthandler does on Windows for errors that Qt then deals with
    assert (tmp_path / "crash.log").stat().st_size
    log.end()
    later = started(tmp_path)
    later.end()
    assert later.last is None


def test_a_report_is_told_also_where_faulthandler_wrote(tmp_path: Path) -> None:
    log = started(tmp_path)
    faulthandler.dump_traceback(log._file)
    log.write("ValueError: unexpected")
    log.end()
    later = started(tmp_path)
    later.end()
    assert later.last is not None
    assert "ValueError: unexpected" in later.last.read_text("utf-8")

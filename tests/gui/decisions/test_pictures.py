"""A picture of the window shows the records as its reader decided on them."""

import os
import subprocess
import sys
from pathlib import Path

from bluebook_desktop.domain.records import Verdict
from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.decisions import decide, take_back, write_once
from tests.services.deciding import SECTION, event_about, opened


def picture(folders: UserFolders, path: Path) -> bytes:
    command = [sys.executable, "-m", "bluebook_desktop", f"bluebook:{SECTION}", "--tab", "timeline"]
    environment = os.environ | {"BLUEBOOK_HOME": str(folders.data)}
    subprocess.run([*command, "--screenshot", str(path)], env=environment, check=True, capture_output=True)
    return path.read_bytes()


def test_a_picture_leaves_out_what_was_rejected(folders: UserFolders, tmp_path: Path) -> None:
    before = picture(folders, tmp_path / "before.png")
    with opened(folders) as (_, section):
        write_once(folders, decide(section, event_about(section, "Yokota"), Verdict.REJECTED))
    assert picture(folders, tmp_path / "rejected.png") != before
    with opened(folders) as (_, section):
        write_once(folders, take_back(section, event_about(section, "Yokota")))
    assert picture(folders, tmp_path / "again.png") == before

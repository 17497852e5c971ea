"""A library that SQLite finds sound but that no build writes is rebuilt when it is opened, and that is said."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.library import build_library, open_library


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE passages SET text = x'ff41' WHERE number = 8",
        "UPDATE headings SET title = x'ff41' WHERE position = 3",
        "UPDATE entries SET text = x'ff41' WHERE id = (SELECT min(id) FROM entries)",
        "DELETE FROM passages",
        "DELETE FROM sections",
    ],
)
def test_what_no_build_writes_is_rebuilt(tmp_path: Path, damage: str) -> None:
    folders = UserFolders(data=tmp_path, config=tmp_path, log=tmp_path / "log")
    path, _ = build_library(folders)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(damage)
        connection.commit()
    with closing(open_library(folders)) as opened:
        section = opened.library.sections()[0]
        texts = [passage.text for passage in opened.library.document(section.id).passages]
        assert len(texts) == 36
        assert all(isinstance(text, str) for text in texts)
        assert opened.notices == [
            "The library file is damaged. It was rebuilt from the original texts; nothing is lost."
        ]

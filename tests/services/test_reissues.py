"""A corrected issue of a text that names no section takes the place that the text was given."""

from pathlib import Path

import pytest

from bluebook_desktop.domain.imports import Outcome
from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.importing import import_files, look_at

MESSAGE = (
    "Diplomatic Bluebook 2012\n\nMessage from the Minister\n\n"
    "In March 2011, the Great East Japan Earthquake struck. People of 163 countries and"
    " regions offered their help, and Japan will never forget the hands that were held out to it in those"
    " days. In return it stated that it would share what it had learned with all who face such a disaster.\n"
)
OTHER = (
    "Diplomatic Bluebook 2012\n\nMessage from the Deputy\n\nIn May 2011, the leaders of Japan, China and the Republic"
    " of Korea met in Tokyo. They visited those who had lost their homes, and agreed that the three would work together"
    " on the safety of nuclear power, on tourism, and on trade that serves all of them in the years to come.\n"
)
JAPANESE = (
    "外交青書2012\n\n巻頭言\n\n"
    "2011年3月、東日本大震災が発生した。163の国・地域から支援の申出があり、日本はその手を決して忘れない。\n"
)


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    home = tmp_path / "home"
    return UserFolders(data=home, config=home, log=home / "log")


def take(folders: UserFolders, path: Path, text: str) -> tuple[str, Outcome]:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    looked, report = look_at(folders, [path]).files[0], import_files(folders, [path]).files[0]
    assert looked.section == report.section
    return report.section, report.outcome


@pytest.mark.parametrize("name", ["message.txt", "message-corrected.txt"])
def test_a_corrected_issue_replaces_it_whatever_the_file_is_called(
    folders: UserFolders, tmp_path: Path, name: str
) -> None:
    assert take(folders, tmp_path / "message.txt", MESSAGE) == ("2012-en/1", Outcome.IMPORTED)
    assert take(folders, tmp_path / name, MESSAGE.replace("March", "April")) == ("2012-en/1", Outcome.REPLACED)


def test_another_text_is_another_document_though_its_file_has_the_same_name(
    folders: UserFolders, tmp_path: Path
) -> None:
    take(folders, tmp_path / "message.txt", MESSAGE)
    assert take(folders, tmp_path / "deputy" / "message.txt", OTHER) == ("2012-en/2", Outcome.IMPORTED)


def test_japanese_is_compared_by_its_characters(folders: UserFolders, tmp_path: Path) -> None:
    assert take(folders, tmp_path / "kantogen.txt", JAPANESE) == ("2012-ja/1", Outcome.IMPORTED)
    corrected = JAPANESE.replace("3月", "4月")
    assert take(folders, tmp_path / "kantogen.txt", corrected) == ("2012-ja/1", Outcome.REPLACED)


def test_an_issue_of_a_text_whose_file_is_lost_is_a_document_of_its_own(folders: UserFolders, tmp_path: Path) -> None:
    take(folders, tmp_path / "message.txt", MESSAGE)
    for kept in folders.originals.iterdir():
        if kept.suffix != ".json":
            kept.unlink()
    assert take(folders, tmp_path / "message.txt", MESSAGE.replace("March", "April"))[0] == "2012-en/2"

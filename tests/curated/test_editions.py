"""What edition.toml and section.toml say, and what is said of them when they are wrong."""

import hashlib
import shutil
from pathlib import Path

import pytest

from bluebook_desktop.curated import load_edition, load_section_facts
from bluebook_desktop.errors import RecordError


def test_the_bundled_edition_is_one_yearbook_in_one_language(folder: Path) -> None:
    edition = load_edition(folder.parent)
    assert (edition.id, edition.title, edition.year, edition.language) == (
        *("2021-en", "Diplomatic Bluebook 2021", 2021, "en"),
    )


def test_the_bundled_section_knows_the_hash_of_its_text(folder: Path) -> None:
    section = load_section_facts(folder, load_edition(folder.parent))
    assert section.id == "2021-en/4.2.2"
    assert section.sha256 == hashlib.sha256((folder / "text.txt").read_bytes()).hexdigest()
    assert section.address in section.source_line


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("year = 2021", "year = 2020", "the folder is called “2021-en”, not “2020-en”"),
        ('language = "en"', "", "“language” is missing or not of the right type"),
        ("2020-12-31", "2020-12-32", "“2020-12-32” is not a day such as 2020-12-31"),
    ],
)
def test_a_wrong_edition_is_refused_in_a_sentence(folder: Path, tmp_path: Path, old: str, new: str, said: str) -> None:
    copy = tmp_path / "2021-en"
    copy.mkdir()
    content = (folder.parent / "edition.toml").read_text(encoding="utf-8")
    (copy / "edition.toml").write_text(content.replace(old, new), encoding="utf-8")
    with pytest.raises(RecordError, match=r"^2021-en/edition\.toml, line \d+: ") as caught:
        load_edition(copy)
    assert said in str(caught.value)


def test_a_section_whose_hash_is_none_is_refused(folder: Path, tmp_path: Path) -> None:
    edition = load_edition(folder.parent)
    copy = tmp_path / "4.2.2"
    copy.mkdir()
    shutil.copy(folder / "section.toml", copy)
    content = (copy / "section.toml").read_text(encoding="utf-8")
    (copy / "section.toml").write_text(content.replace('sha256 = "', 'sha256 = "x'), encoding="utf-8")
    with pytest.raises(RecordError, match="“sha256” is not 64 hexadecimal digits"):
        load_section_facts(copy, edition)

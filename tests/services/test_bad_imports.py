"""What a reader may drop on the program by mistake, or somebody by malice: one sentence, the library as it was."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from bluebook_desktop.domain.imports import FileReport, Outcome
from bluebook_desktop.errors import UsageError
from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.importing import import_files
from bluebook_desktop.services.library import open_library
from bluebook_desktop.services.verify import verify_current
from bluebook_desktop.storage.originals import Originals

JAPANESE = "外交青書2019\n\n第3章 国益と世界全体の利益を増進する外交\n\n令和2年8月、河野外務大臣は米国を訪問した。\n"
posix = pytest.mark.skipif(os.name == "nt", reason="pipes and devices of POSIX")


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    home = tmp_path / "home"
    return UserFolders(data=home, config=home, log=home / "log")


def take(folders: UserFolders, *paths: Path) -> tuple[FileReport, ...]:
    return import_files(folders, paths).files


def library_of(folders: UserFolders) -> tuple[list[str], list[Path]]:
    with closing(open_library(folders)) as opened:
        return [one.id for one in opened.library.sections()], sorted(folders.originals.glob("*"))


def refused(folders: UserFolders, path: Path) -> str:
    """The sentence that a file is refused with; the library must be as before."""
    before = library_of(folders)
    report = take(folders, path)[0]
    assert report.outcome is Outcome.FAILED
    assert library_of(folders) == before
    return report.sentence


@pytest.mark.parametrize("encoding", ["utf-8", "shift_jis", "euc_jp", "iso2022_jp", "utf-16", "utf-16-le", "utf-16-be"])
def test_japanese_is_read_in_every_encoding_it_is_kept_in(folders: UserFolders, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "seisho.txt"
    path.write_bytes(JAPANESE.encode(encoding))
    report = take(folders, path)[0]
    assert (report.section, report.language) == ("2019-ja/3", "ja")
    with closing(open_library(folders)) as opened:
        assert "河野外務大臣は米国を訪問した。" in opened.library.document("2019-ja/3").passages[0].text


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.txt", b"", "empty.txt is empty."),
        ("blank.txt", b" \n\n\t\n", "blank.txt holds no words."),
        (
            "picture.txt",
            b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
            "picture.txt is a picture; plain text and HTML pages",
        ),
        ("noise.txt", bytes(range(256)) * 40, "noise.txt is not a text."),
        ("paper.pdf", b"%PDF-1.7 ...", "paper.pdf is a PDF file; plain text and HTML pages can be read."),
        ("empty.html", b"<html><body><script>x</script></body></html>", "empty.html holds no words."),
        ("deep.html", b"<div>" * 30_000 + b"words", "deep.html is nested too deeply to be read."),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(
    folders: UserFolders, tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    said = refused(folders, path)
    assert said.startswith(sentence)
    assert said.endswith(".")


def test_entities_that_would_multiply_are_only_words(folders: UserFolders, tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 20))
    path = tmp_path / "laughs.html"
    path.write_text(f'<!DOCTYPE html [<!ENTITY l0 "ha">{entities}]><html><body><p>Start &l19; end.</p></body></html>')
    report = take(folders, path)[0]
    assert report.outcome is Outcome.IMPORTED
    with closing(open_library(folders)) as opened:
        words = "".join(one.text for one in opened.library.document(report.section).passages)
    assert len(words) < 2_000


def test_a_file_above_64_mb_is_refused_without_being_read(folders: UserFolders, tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)
    assert refused(folders, path) == "large.txt is too large: a text may have up to 64 MB."


@posix
def test_a_pipe_is_not_waited_for(folders: UserFolders, tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    assert refused(folders, path) == "pipe.txt is no file but a pipe or a device, which cannot be read."


@posix
def test_a_name_in_another_encoding_is_no_obstacle(folders: UserFolders, tmp_path: Path) -> None:
    """On Linux a name is bytes; here é in Latin-1, which no database and no list would take."""
    path, bad = tmp_path / os.fsdecode(b"caf\xe9.txt"), tmp_path / os.fsdecode(b"caf\xe9-empty.txt")
    path.write_text("A letter of some words.\n", "utf-8")
    bad.write_bytes(b"")
    letter, empty = take(folders, path, bad)
    assert (letter.outcome, letter.section) == (Outcome.IMPORTED, "other-en/1")
    assert empty.sentence == "caf\ufffd-empty.txt is empty."
    assert [one.name for one in Originals(folders.originals).entries()] == ["caf\ufffd.txt"]
    with closing(open_library(folders)) as opened:
        assert opened.library.section("other-en/1").source_line == "Source: File: caf\ufffd.txt."
    assert verify_current(folders).is_sound


@pytest.mark.parametrize(("first", "second"), [("letter.txt", "copy of letter.txt"), ("c030101.txt", "c030102.txt")])
def test_the_same_bytes_under_another_name_change_nothing_but_what_the_name_says(
    folders: UserFolders, tmp_path: Path, first: str, second: str
) -> None:
    """A document has no place of its own, so it is the same one; a name that tells another place is believed."""
    for name in (first, second):
        (tmp_path / name).write_text("Diplomatic Bluebook 2019\n\nA letter of some words.\n" * 2, "utf-8")
    one, other = (take(folders, tmp_path / name)[0] for name in (first, second))
    if first == "letter.txt":
        assert (other.outcome, other.section) == (Outcome.UNCHANGED, one.section)
    else:
        assert (other.outcome, one.section, other.section) == (Outcome.IMPORTED, "2019-en/3.1.1", "2019-en/3.1.2")
    assert [path.name for path in folders.originals.iterdir() if path.suffix != ".json"] == [one.sha256]


@posix
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_refused(folders: UserFolders, device: str) -> None:
    assert refused(folders, Path(device)).endswith("is no file but a pipe or a device, which cannot be read.")


def test_a_file_without_permission_is_refused(
    folders: UserFolders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("words", "utf-8")

    def denied(_path: str, _flags: int) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("bluebook_desktop.sources.reading._open_at_once", denied)
    assert refused(folders, path) == "secret.txt cannot be read: permission denied."


def test_a_file_that_is_not_there_is_told_and_the_others_are_imported(folders: UserFolders, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("A letter of some words.\n", "utf-8")
    gone, letter = take(folders, tmp_path / "gone.txt", path)
    assert gone.sentence == f"{tmp_path / 'gone.txt'} does not exist."
    assert letter.outcome is Outcome.IMPORTED


def test_a_folder_without_texts_is_refused(folders: UserFolders, tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.png").write_bytes(b"\x89PNG")
    with pytest.raises(UsageError, match=r"pictures holds no text and no page \(\.txt, \.html\)\.$"):
        take(folders, tmp_path / "pictures")


def test_beside_a_text_a_folder_without_texts_is_told_of(folders: UserFolders, tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    path = tmp_path / "letter.txt"
    path.write_text("A letter of some words.\n", "utf-8")
    letter, folder = take(folders, path, tmp_path / "pictures")
    assert letter.outcome is Outcome.IMPORTED
    assert folder.sentence.endswith("holds no text and no page (.txt, .html).")


def test_a_text_in_a_folder_that_cannot_be_looked_at_is_told_of(
    folders: UserFolders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "texts").mkdir()
    path = tmp_path / "texts" / "letter.txt"
    path.write_text("A letter of some words.\n", "utf-8")

    def denied(*_arguments: object) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_file", denied)
    monkeypatch.setattr("bluebook_desktop.sources.reading._open_at_once", denied)
    assert [one.sentence for one in take(folders, tmp_path / "texts")] == [
        "letter.txt cannot be read: permission denied."
    ]


@posix
def test_links_that_lead_in_a_circle_end(folders: UserFolders, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / "again").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / "inner" / "c2.txt").write_text("The second of two letters.\n", "utf-8")
    (folder / "inner" / "c10.txt").write_text("The tenth of many letters.\n", "utf-8")
    assert [one.path.name for one in take(folders, folder)] == ["c2.txt", "c10.txt"]


@posix
def test_a_link_that_leads_to_itself_is_refused(folders: UserFolders, tmp_path: Path) -> None:
    path = tmp_path / "self.txt"
    path.symlink_to(path)
    assert "self.txt" in refused(folders, path)


def test_a_folder_with_too_many_texts_was_not_meant(
    folders: UserFolders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bluebook_desktop.services.gathering.MOST_FILES", 2)
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text("words", "utf-8")
    with pytest.raises(UsageError, match="holds more than 2 texts; import a part of it at a time"):
        take(folders, tmp_path)


def test_a_damaged_list_of_imports_is_told_and_left_as_it_is(folders: UserFolders, tmp_path: Path) -> None:
    folders.originals.mkdir(parents=True)
    (folders.originals / "catalogue.json").write_text("{", "utf-8")
    path = tmp_path / "letter.txt"
    path.write_text("A letter of some words.\n", "utf-8")
    with pytest.raises(Exception, match="The list of imported files"):
        take(folders, path)
    assert (folders.originals / "catalogue.json").read_text("utf-8") == "{"
    assert Originals(folders.originals).has("x") is False

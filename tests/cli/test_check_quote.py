import io
import json
import zipfile
from pathlib import Path

import pytest
from docx import Document

from bluebook_desktop.paths import UserFolders

from .conftest import Run

ROCK = "the rock-solid Alliance between the two great nations"


def test_an_exact_quotation_says_where_it_stands_and_who_said_it(home: UserFolders, bluebook: Run) -> None:
    result = bluebook("check-quote", ROCK, "--json", "--speaker", "President Trump")
    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert list(found) == [
        "verdict",
        "given",
        "place",
        "passage",
        "matched",
        "places",
        "differences",
        "foldings",
        "shortened",
        "occurrences",
        "more_occurrences",
        "speakers",
        "speaker_check",
        "quotation_kind",
        "origin",
        "citation",
        "source_line",
        "sic",
        "searched",
    ]
    assert (found["verdict"], found["passage"], found["matched"]) == ("exact", 8, ROCK)
    assert found["places"] == [
        {"locator": "bluebook:2021-en/4.2.2/8", "passage": 8, "start": 79, "end": 132, "matched": ROCK}
    ]
    assert (found["speakers"], found["speaker_check"], found["quotation_kind"]) == (["Trump"], "agrees", "message")
    assert found["citation"].startswith("Ministry of Foreign Affairs of Japan, Diplomatic Bluebook 2021, Chapter 4")
    assert found["source_line"].startswith("Source: “Diplomatic Bluebook 2021.”")
    assert (found["searched"]["editions"], found["searched"]["passages"]) == (1, 36)


def test_an_altered_one_names_its_difference_and_fails(home: UserFolders, bluebook: Run) -> None:
    result = bluebook("check-quote", "the rock-solid Alliance between the two grand nations", "--json")
    found = json.loads(result.stdout)
    assert result.exit_code == 1
    assert found["verdict"] == "altered"
    assert found["differences"] == [{"kind": "changed", "given": "grand", "text": "great", "concern": None}]


def test_words_for_people_say_what_differs_and_what_was_searched(home: UserFolders, bluebook: Run) -> None:
    result = bluebook("check-quote", "the rock solid Alliance", "--speaker", "Abe")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:4] == [
        "Same words",
        "  Differs only in: hyphens.",
        "  2021-en/4.2.2 ¶ 8  the rock-solid Alliance",
        "  Message: Trump. The speaker differs.",
    ]
    assert result.stdout.endswith("36 passages of 1 edition searched.\n")


def test_a_list_is_answered_with_one_object_a_line(home: UserFolders, bluebook: Run, tmp_path: Path) -> None:
    listed = tmp_path / "quotes.txt"
    listed.write_text(f"{ROCK}\n\nno such words in any text\n“{ROCK.upper()}”\n", encoding="utf-8")
    result = bluebook("check-quote", "--lines", str(listed), "--json")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert [(one["line"], one["verdict"]) for one in found] == [(1, "exact"), (3, "not found"), (4, "same words")]


DRAFT = f"""# A draft

The President spoke of “{ROCK}” and of a *"free"* press.

> the rock-solid **Alliance** between
> the two great nations

He said "{ROCK.replace("great", "grand")}".
"""


@pytest.mark.parametrize("form", ["md", "txt", "docx"])
def test_every_quoted_span_of_a_draft_is_checked(home: UserFolders, bluebook: Run, tmp_path: Path, form: str) -> None:
    draft = tmp_path / f"draft.{form}"
    if form == "docx":
        document = Document()
        for paragraph in DRAFT.split("\n\n"):
            document.add_paragraph(paragraph.replace("> ", "").replace("*", "").replace("\n", " "))
        document.paragraphs[2].style = "Quote"
        document.save(str(draft))
    else:
        draft.write_text(DRAFT if form == "md" else DRAFT.replace("*", ""), encoding="utf-8")
    result = bluebook("check-quote", "--file", str(draft), "--json")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    block = [] if form == "txt" else ["exact"]
    assert [one["verdict"] for one in found] == ["exact", "exact", *block, "altered"]
    assert [one["given"] for one in found][:2] == [ROCK, "free"]
    assert result.exit_code == 1


def test_one_that_is_too_long_is_said_to_be_and_the_others_are_checked(
    home: UserFolders, bluebook: Run, tmp_path: Path
) -> None:
    listed = tmp_path / "quotes.txt"
    listed.write_text(f"{ROCK}\n{'Alliance ' * 120_000}\n{ROCK}\n", encoding="utf-8")
    result = bluebook("check-quote", "--lines", str(listed), "--json")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert [(one["line"], one["verdict"]) for one in found] == [(1, "exact"), (2, None), (3, "exact")]
    sentence = "A quotation to be checked has 2,000 words at most; check this in parts."
    assert found[1]["problem"] == sentence
    assert len(found[1]["given"]) < 250
    assert "problem" not in found[0]
    said = bluebook("check-quote", "--lines", str(listed)).stdout
    assert "line 2: Not checked" in said
    assert sentence in said


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_json_has_nothing_but_objects_where_there_is_nothing_to_check(
    home: UserFolders, bluebook: Run, tmp_path: Path, content: str
) -> None:
    listed = tmp_path / "quotes.txt"
    listed.write_text(content, encoding="utf-8")
    result = bluebook("check-quote", "--lines", str(listed), "--json")
    assert (result.exit_code, result.stdout) == (0, "")


def test_a_line_without_words_is_answered_too(home: UserFolders, bluebook: Run, tmp_path: Path) -> None:
    listed = tmp_path / "quotes.txt"
    listed.write_text(f"…\n\n{ROCK}\n!?\n", encoding="utf-8")
    result = bluebook("check-quote", "--lines", str(listed), "--json")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert [(one["line"], one["verdict"], one.get("problem")) for one in found] == [
        (1, None, "There are no words to check."),
        (3, "exact", None),
        (4, None, "There are no words to check."),
    ]


def test_a_draft_without_quotations_is_told_so(home: UserFolders, bluebook: Run, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Nothing was said.", encoding="utf-8")
    result = bluebook("check-quote", "--file", str(draft))
    assert (result.exit_code, result.stdout) == (0, "There is nothing in quotation marks to check.\n")


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (65 * 1024 * 1024))
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.docx", b"PK\x03\x04 no archive", "a.docx cannot be read as a Word file."),
        ("a.docx", b"no archive", "a.docx cannot be read as a Word file."),
        ("b.docx", bomb(), "b.docx is too large: a text may have up to 64 MB."),
        ("a.txt", b"%PDF-1.7 \x00\x01", "a.txt"),
    ],
)
def test_what_is_no_draft_is_refused_in_a_sentence(
    home: UserFolders, bluebook: Run, tmp_path: Path, *, name: str, content: bytes, sentence: str
) -> None:
    (tmp_path / name).write_bytes(content)
    result = bluebook("check-quote", "--file", str(tmp_path / name))
    assert result.exit_code == 2
    assert result.stderr.startswith(sentence)
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "Give a text, a draft (--file) or a list (--lines): one of the three."),
        (("words", "--file", "a.txt"), "Give a text, a draft (--file) or a list (--lines): one of the three."),
        (("…",), "There are no words to check."),
        (("--file", "nowhere.txt"), "nowhere.txt does not exist."),
    ],
)
def test_wrong_use_is_told_in_a_sentence(
    home: UserFolders, bluebook: Run, arguments: tuple[str, ...], sentence: str
) -> None:
    result = bluebook("check-quote", *arguments)
    assert (result.exit_code, result.stderr) == (2, f"{sentence}\n")


def test_places_that_are_not_exact_are_not_counted_as_such(home: UserFolders, bluebook: Run) -> None:
    first, *rest = bluebook("check-quote", "the Alliance").stdout.splitlines()
    assert first == "Exact, 5 places, and 1 more with the same words"
    assert sum(line.startswith("  2021-en/4.2.2 ¶ ") for line in rest) == 5
    assert bluebook("check-quote", "rock-solid").stdout.splitlines()[0] == "Exact"


def test_what_was_moved_is_said_once(home: UserFolders, bluebook: Run) -> None:
    said = bluebook("check-quote", "to make it a pillar safeguarding liberty, freedom, democracy, human rights").stdout
    assert "  moved “liberty”\n" in said

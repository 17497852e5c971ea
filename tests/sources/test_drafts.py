"""Reading drafts: what somebody may hand in as a Word file that is none, or is made to do harm."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bluebook_desktop.errors import BluebookError
from bluebook_desktop.sources import drafts
from bluebook_desktop.sources.drafts import read_draft

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
SAID = "He said “the rock-solid Alliance” there."


def word_file(words: str = SAID, before: str = "", relations: str = _RELATIONS, types: str = _TYPES) -> bytes:
    """A Word file of one paragraph, made by hand."""
    return word_body(f"<w:p>{run(words)}</w:p>", before, relations, types)


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def word_body(paragraphs: str, before: str = "", relations: str = _RELATIONS, types: str = _TYPES) -> bytes:
    body = f"<w:body>{paragraphs}</w:body>"
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = f'<?xml version="1.0" encoding="utf-8"?>{before}<w:document {space}>{body}</w:document>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", relations)
        archive.writestr("word/document.xml", document)
    return packed.getvalue()


def in_entries(content: bytes, local: int, central: int, change: Callable[[int], int]) -> bytes:
    """An archive with one byte of every entry changed, in both places that tell of it."""
    found = bytearray(content)
    for sign, offset in ((b"PK\x03\x04", local), (b"PK\x01\x02", central)):
        at = found.find(sign)
        while at >= 0:
            found[at + offset] = change(found[at + offset])
            at = found.find(sign, at + 4)
    return bytes(found)


def lying(content: bytes) -> bytes:
    """An archive that says of its last entry that it is small."""
    found = bytearray(content)
    at = found.rfind(b"PK\x01\x02")
    found[at + 24 : at + 28] = (1_000).to_bytes(4, "little")
    return bytes(found)


def garbled(content: bytes) -> bytes:
    found = bytearray(content)
    found[content.find(b"word/document.xml") + 40] ^= 0xFF
    return bytes(found)


_ENTITIES = "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(12))


def test_a_word_file_made_by_hand_is_read(tmp_path: Path) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(word_file())
    assert [one.text for one in read_draft(file)] == [SAID]


def test_tracked_changes_are_read_as_the_draft_would_stand(tmp_path: Path) -> None:
    struck = '<w:r><w:delText xml:space="preserve">gladly </w:delText></w:r>'
    file = tmp_path / "draft.docx"
    file.write_bytes(
        word_body(
            f"<w:p>{run('“It will ')}<w:ins>{run('not ')}</w:ins><w:del>{struck}</w:del>"
            f"<w:moveFrom>{run('soon ')}</w:moveFrom><w:hyperlink>{run('last')}</w:hyperlink>{run('.”')}</w:p>"
        )
    )
    assert [one.text for one in read_draft(file)] == ["“It will not last.”"]


def test_tables_within_tables_controls_and_text_boxes_are_read(tmp_path: Path) -> None:
    def table(*cells: str) -> str:
        return f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"

    outer = table(f"<w:p>{run('cell')}</w:p>" + table(f"<w:p>{run('inner')}</w:p>"), "<w:p/>")
    box = f"<w:r><w:pict><w:txbxContent><w:p>{run('box')}</w:p></w:txbxContent></w:pict></w:r>"
    control = f"<w:sdt><w:sdtContent><w:p>{run('control')}</w:p></w:sdtContent></w:sdt>"
    file = tmp_path / "draft.docx"
    file.write_bytes(
        word_body(f"{outer}{control}<w:p>{run('rock')}<w:r><w:noBreakHyphen/></w:r>{run('solid')}{box}</w:p>")
    )
    read = [(one.line, one.text) for one in read_draft(file)]
    assert read == [(1, "control"), (2, "rock-solid"), (3, "cell"), (4, "inner"), (6, "box")]


def test_a_box_that_stands_there_twice_is_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent><w:p>{run('box')}</w:p></w:txbxContent>"
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    file = tmp_path / "draft.docx"
    file.write_bytes(
        word_body(f"<w:p>{run('words')}<w:r><mc:AlternateContent {space}>{both}</mc:AlternateContent></w:r></w:p>")
    )
    assert [one.text for one in read_draft(file)] == ["words", "box"]


def test_notes_at_the_foot_and_at_the_end_are_read(tmp_path: Path) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(with_notes(f"<w:p>{run('At the foot “it is said”.')}</w:p>", f"<w:p>{run('At the end.')}</w:p>"))
    assert [one.text for one in read_draft(file)] == [SAID, "At the foot “it is said”.", "At the end."]


@pytest.mark.parametrize("before", ["<!DOCTYPE x>", '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]>', "<"])
def test_notes_that_are_no_sound_xml_are_refused_with_the_file(tmp_path: Path, before: str) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(with_notes(f"<w:p>{run('words')}</w:p>", before=before))
    with pytest.raises(BluebookError, match=r"^draft\.docx cannot be read as a Word file\.$"):
        read_draft(file)


def with_notes(foot: str, end: str = "", before: str = "") -> bytes:
    """A Word file of one paragraph and notes."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    names = {"footnotes": foot, "endnotes": end} if end else {"footnotes": foot}
    relations = "".join(f'<Relationship Id="{name}" Type="{kind}/{name}" Target="{name}.xml"/>' for name in names)
    content = io.BytesIO(
        word_file(
            types=_TYPES.replace("<Override", '<Default Extension="xml" ContentType="application/xml"/><Override')
        )
    )
    with zipfile.ZipFile(content, "a") as archive:
        root = _RELATIONS.partition("<Relationship ")[0]
        archive.writestr("word/_rels/document.xml.rels", f"{root}{relations}</Relationships>")
        for name, paragraphs in names.items():
            notes = f'<w:{name} {space}><w:note w:id="1">{paragraphs}</w:note></w:{name}>'
            archive.writestr(f"word/{name}.xml", f'<?xml version="1.0"?>{before}{notes}')
    return content.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        in_entries(word_file(), 6, 8, lambda flags: flags | 1),  # encrypted
        in_entries(word_file(), 8, 10, lambda _: 99),  # packed in a way that nobody knows
        garbled(word_file()),
        word_file()[:400],
        lying(word_file("a" * 3_000_000)),
        word_file("“&x;”", '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]>'),
        word_file("“&m;”", f'<!DOCTYPE x [<!ENTITY a "lol">{_ENTITIES}]>'),
        word_file(f"“said”{SAID}", "<!DOCTYPE x>"),
        word_file("“&#55357; half a surrogate”"),
        word_file("“&#1; a control character”"),
        word_file(relations=_RELATIONS.replace("word/document.xml", "../../../etc/passwd")),
        word_file(relations=_RELATIONS.replace("/>", ' TargetMode="External"/>').replace("word/", "http://127.0.0.1/")),
        word_file(types=_TYPES.replace("wordprocessingml.document", "spreadsheetml.sheet")),
        word_file(types="<Types"),
    ],
    ids=[
        "encrypted",
        "unknown packing",
        "garbled",
        "cut off",
        "lying of its size",
        "an entity of a file",
        "a billion laughs",
        "a document type",
        "half a surrogate",
        "a control character",
        "a path out of it",
        "an address",
        "a spreadsheet",
        "no types",
    ],
)
def test_what_is_no_sound_word_file_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(content)
    with pytest.raises(BluebookError, match=r"^draft\.docx cannot be read as a Word file\.$"):
        read_draft(file)


def test_what_unpacks_to_too_much_is_refused_whatever_it_says_of_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(word_file("a" * 3_000_000))
    monkeypatch.setattr(drafts, "LARGEST", 1_000_000)
    with pytest.raises(BluebookError, match=r"^draft\.docx is too large: a text may have up to 64 MB\.$"):
        read_draft(file)


def test_a_paragraph_that_nobody_wrote_is_refused_and_told_where_it_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "MOST_IN_PARAGRAPH", 1_000)
    plain, word = tmp_path / "draft.txt", tmp_path / "draft.docx"
    plain.write_text(f"{SAID}\n\n{SAID}\n{'a word ' * 200}\n", encoding="utf-8")
    word.write_bytes(word_file("a word " * 200))
    for file, line in ((plain, 3), (word, 1)):
        with pytest.raises(BluebookError) as raised:
            read_draft(file)
        assert str(raised.value) == (
            f"{file.name} cannot be checked: the paragraph that begins in line {line} has more than 1,000 characters. "
            "Part it with empty lines."
        )


def test_paragraphs_that_are_long_together_alone_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "MOST_IN_PARAGRAPH", 1_000)
    file = tmp_path / "draft.txt"
    file.write_text(f"{SAID}\n\n" * 100, encoding="utf-8")
    assert len(read_draft(file)) == 100


def test_a_draft_of_another_kind_is_told_what_can_be_read(tmp_path: Path) -> None:
    file = tmp_path / "draft.rtf"
    file.write_bytes(b"{\\rtf1 said}")
    with pytest.raises(BluebookError) as caught:
        read_draft(file)
    assert str(caught.value) == ("draft.rtf is an RTF file; plain text, Markdown and Word files (.docx) can be read.")

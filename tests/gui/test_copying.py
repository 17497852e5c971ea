"""What is copied, and that it is said."""

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from bluebook_desktop.domain.references import Kind, Reference, passage_reference
from bluebook_desktop.gui.copying import Copier
from bluebook_desktop.services.sections import OpenSection


def copied(section: OpenSection, reference: Reference) -> tuple[str, list[str]]:
    copier, said = Copier(), []
    copier.said.connect(said.append)
    copier.set_section(section)
    QGuiApplication.clipboard().setText("before")
    copier.copy_reference(reference)
    return QGuiApplication.clipboard().text(), said


def test_every_record_is_copied_with_its_words_and_place(section: OpenSection, qtbot: QtBot) -> None:
    for kind, records in (
        (Kind.EVENT, section.events),
        (Kind.FACILITY, section.facilities),
        (Kind.QUOTATION, section.quotations),
        (Kind.PERSON, section.people),
        (Kind.ABBREVIATION, section.abbreviations),
    ):
        for id_ in records:
            reference = Reference(kind, section.id, id_)
            excerpt = section.main_excerpt(reference)
            text, said = copied(section, reference)
            assert f"¶ {excerpt.passage}" in text, reference
            assert section.section.source_line in text
            assert said == ["Copied with citation"]


def test_a_passage_is_copied_whole(section: OpenSection, qtbot: QtBot) -> None:
    text, _ = copied(section, passage_reference(section.id, 26))
    words = text.split("\n")[0].strip("“”")
    assert len(words) == len(section.document.passage(26).text)


def test_what_there_is_none_of_copies_nothing(section: OpenSection, qtbot: QtBot) -> None:
    assert copied(section, Reference(Kind.EVENT, section.id, "no-such-event")) == ("before", [])

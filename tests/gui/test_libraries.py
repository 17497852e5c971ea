"""The window goes over to another library file: nothing is mixed, nothing jumps, nothing is lost."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel

from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.services.importing import import_files, remove

from .desk import TEXT, Desk
from .hands import offscreen_cannot_raise, settle, text_of

pytestmark = offscreen_cannot_raise


def elsewhere(desk: Desk, *texts: str) -> None:
    """Another program imports."""
    paths = [desk.write_file(f"{n}.txt", text, number=n) for n, text in enumerate(texts, 1)]
    import_files(desk.folders, paths)


def focus(desk: Desk) -> None:
    """The window gets the keyboard."""
    QCoreApplication.sendEvent(desk.window, QEvent(QEvent.Type.WindowActivate))
    settle()


def test_what_another_program_imported_is_there_when_the_window_gets_the_keyboard(desk: Desk) -> None:
    elsewhere(desk, TEXT)
    assert "3.1 Efforts for Peace" not in desk.listed()
    focus(desk)
    assert desk.listed()[-2:] == ["Diplomatic Bluebook 2019", "3.1 Efforts for Peace"]
    assert desk.said() == "Another program changed the library: added 2019-en/3.1."
    assert "38 passages · 2 editions" in [one.text() for one in desk.window.statusBar().findChildren(QLabel)]


def test_getting_the_keyboard_changes_nothing_where_nothing_happened(desk: Desk) -> None:
    before = desk.window.library
    focus(desk)
    assert desk.window.library is before
    assert desk.said() == ""


def test_the_text_that_is_read_does_not_move(desk: Desk) -> None:
    desk.press("Ctrl+F")
    desk.write("Okinawa")
    bar = desk.window.reader.view.verticalScrollBar()
    bar.setValue(2_345)
    settle()
    section, found = desk.window.section, desk.marked("hit")
    elsewhere(desk, TEXT)
    focus(desk)
    assert bar.value() == 2_345
    assert desk.window.section is section
    assert desk.marked("hit") == found
    assert desk.listed()[-1] == "3.1 Efforts for Peace"


def test_a_section_that_is_opened_anew_with_the_same_text_does_not_move_either(desk: Desk) -> None:
    """As after an update of the program, whose rules find other records in it."""
    desk.select_words(13, "Japan")
    bar = desk.window.reader.view.verticalScrollBar()
    bar.setValue(2_345)
    section = desk.window.section
    desk.window.reopen(section.id)
    settle()
    assert desk.window.section is not section
    assert bar.value() == 2_345
    assert desk.window.reader.view.textCursor().selectedText() == "Japan"


def test_a_search_is_answered_by_the_new_library(desk: Desk) -> None:
    desk.search("Ruritania")
    assert desk.rows() == []
    elsewhere(desk, TEXT)
    focus(desk)
    assert desk.rows()
    assert desk.field.text() == "Ruritania"
    remove(desk.folders, ["2019-en"])
    focus(desk)
    assert desk.rows() == []


def test_an_open_section_that_was_replaced_is_read_anew_at_the_same_passage(desk: Desk) -> None:
    long = TEXT.replace(
        "In June 2018", "\n\n".join(f"Paragraph {n} of many words." for n in range(60)) + "\n\nIn June 2018"
    )
    elsewhere(desk, long)
    focus(desk)
    desk.window.importing.section_chosen.emit("2019-en/3.1")
    settle()
    desk.window.reader.return_to(30)
    settle()
    desk.window.workspace.navigator.select(Reference(Kind.PASSAGE, "2019-en/3.1", "62"))
    elsewhere(desk, long.replace("many words", "more words").replace("Paragraph 59 of more words.\n\n", ""))
    focus(desk)
    assert "more words" in text_of(desk.window, 30)
    assert desk.top() == 30
    assert "2019-en/3.1 was replaced by another issue, which is shown now." in desk.said()
    assert desk.window.workspace.navigator.selection is None  # there is no ¶ 62 any more


def test_a_record_that_is_in_the_new_issue_too_stays_selected_and_is_shown(desk: Desk) -> None:
    elsewhere(desk, TEXT)
    focus(desk)
    desk.window.importing.section_chosen.emit("2019-en/3.1")
    settle()
    event = Reference(Kind.EVENT, "2019-en/3.1", next(iter(desk.window.section.events)))
    desk.do("timeline")
    desk.window.workspace.navigator.select(event)
    elsewhere(desk, TEXT.replace("on peace", "on trade"))
    focus(desk)
    assert "on trade" in text_of(desk.window, 1)
    assert desk.window.workspace.navigator.selection == event
    assert desk.window.section.events[event.id].title in desk.details()


def test_a_record_that_is_gone_is_no_longer_selected(desk: Desk) -> None:
    elsewhere(desk, TEXT)
    focus(desk)
    desk.window.importing.section_chosen.emit("2019-en/3.1")
    settle()
    person = next(iter(desk.window.section.people))
    desk.window.workspace.navigator.select(Reference(Kind.PERSON, "2019-en/3.1", person))
    elsewhere(desk, TEXT.replace("Foreign Minister Kono Taro", "Somebody").replace("Minister Kono", "Somebody"))
    focus(desk)
    assert desk.window.workspace.navigator.selection is None
    desk.do("back")
    desk.do("forward")


def test_back_to_a_section_that_is_gone_says_so(desk: Desk) -> None:
    elsewhere(desk, TEXT)
    focus(desk)
    desk.window.importing.section_chosen.emit("2019-en/3.1")
    settle()
    desk.window.importing.section_chosen.emit("2021-en/4.2.2")
    settle()
    remove(desk.folders, ["2019-en"])
    focus(desk)
    desk.do("back")
    assert "The library has no section 2019-en/3.1." in desk.said()
    assert desk.window.section.id == "2021-en/4.2.2"


def test_history_and_records_stay_over_many_libraries(desk: Desk) -> None:
    desk.do("timeline")
    rows = desk.rows_view().model().rowCount()
    for number in range(2, 6):
        elsewhere(desk, *[TEXT] * number)
        focus(desk)
    assert len(desk.window.library.sections()) == 6
    assert desk.tab == "timeline"
    assert desk.rows_view().model().rowCount() == rows
    desk.do("back")
    assert desk.tab == "reader"
    desk.search("Futenma")
    assert desk.rows()


def test_a_library_of_a_newer_program_is_left_alone(desk: Desk) -> None:
    import sqlite3
    from contextlib import closing

    elsewhere(desk, TEXT)
    current = desk.folders.libraries / "current"
    path = desk.folders.libraries / current.read_text("utf-8").split("\n")[0]
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    focus(desk)
    assert "newer version of this program" in desk.said()
    assert "2019-en/3.1" in [one.id for one in desk.window.library.sections()]  # in a library of its own


@pytest.mark.parametrize("order", [["2020-en", "2018-en"], ["2018-en", "2020-en"]])
def test_the_contents_group_sections_by_edition_the_open_one_in_its_place(desk: Desk, order: list[str]) -> None:
    for edition in order:
        paths = [desk.write_file(f"{edition}-{n}.txt", number=n) for n in (1, 2)]
        import_files(desk.folders, paths, edition=edition)
    focus(desk)
    desk.window.importing.section_chosen.emit("2020-en/3.2")
    settle()
    assert desk.listed() == [
        "Diplomatic Bluebook 2021",
        "4.2.2 Japan-U.S. Security Arrangements",
        "Diplomatic Bluebook 2020",
        "3.1 Efforts for Peace",
        "Chapter 3 Interests of the Nation",
        "2 Efforts for Peace",
        "Diplomatic Bluebook 2018",
        "3.1 Efforts for Peace",
        "3.2 Efforts for Peace",
    ]


def test_a_document_without_headings_has_its_row(desk: Desk) -> None:
    elsewhere(desk, "A letter of some words.\n\nAnd more.\n")
    focus(desk)
    desk.window.importing.section_chosen.emit("other-en/1")
    settle()
    assert desk.listed()[-2:] == ["Other documents", "1 A letter of some words."]


def many_editions(desk: Desk) -> None:
    for year in (2016, 2017, 2018):
        paths = [desk.write_file(f"{year}-{n}.txt", number=n) for n in range(1, 16)]
        import_files(desk.folders, paths, edition=f"{year}-en")
    focus(desk)


def test_with_many_sections_only_the_open_edition_shows_its_own(desk: Desk) -> None:
    many_editions(desk)
    assert desk.said() == "Another program changed the library: added 45 sections."
    rows = desk.listed()
    assert rows[-3:] == ["Diplomatic Bluebook 2018", "Diplomatic Bluebook 2017", "Diplomatic Bluebook 2016"]
    assert len(rows) == 20 + 3
    model = desk.contents.model()
    last = model.index(model.rowCount() - 1, 0)
    assert last.data(Qt.ItemDataRole.AccessibleTextRole) == "Diplomatic Bluebook 2016, 15 sections, folded"
    desk.contents.setCurrentIndex(last)
    desk.contents.setFocus()
    desk.press("Right")
    assert desk.listed()[-15:] == [f"3.{n} Efforts for Peace" for n in range(1, 16)]
    assert last.data(Qt.ItemDataRole.AccessibleTextRole) == "Diplomatic Bluebook 2016, 15 sections, unfolded"
    desk.press("Left")
    assert len(desk.listed()) == 20 + 3
    desk.press("Return")
    assert len(desk.listed()) == 20 + 3 + 15


def test_an_edition_that_was_unfolded_stays_so_when_another_section_is_opened(desk: Desk) -> None:
    many_editions(desk)
    model = desk.contents.model()
    row = next(r for r in range(model.rowCount()) if model.index(r, 0).data() == "Diplomatic Bluebook 2017")
    desk.contents.scrollTo(model.index(row, 0))
    settle()
    desk.click(desk.contents.viewport(), desk.contents.visualRect(model.index(row, 0)).center())
    desk.window.importing.section_chosen.emit("2018-en/3.2")
    settle()
    rows = desk.listed()
    assert rows[:2] == ["Diplomatic Bluebook 2021", "Diplomatic Bluebook 2018"]
    at = rows.index("Diplomatic Bluebook 2017")
    assert rows[at + 1] == "3.1 Efforts for Peace"
    assert rows[-1] == "Diplomatic Bluebook 2016"


def test_the_contents_show_the_open_section_wherever_it_stands_among_all(desk: Desk) -> None:
    many_editions(desk)
    for section in ("2016-en/3.15", "2021-en/4.2.2", "2018-en/3.15"):
        desk.window.importing.section_chosen.emit(section)
        settle()
        rect = desk.contents.visualRect(desk.contents.currentIndex())
        assert desk.contents.viewport().rect().contains(rect.center())


def test_a_closed_window_looks_no_more(desk: Desk) -> None:
    before = desk.window.library
    desk.window.close()
    elsewhere(desk, TEXT)
    focus(desk)
    assert desk.window.library is before

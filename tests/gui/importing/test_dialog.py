"""An import from the files to the report, as its reader sees it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit, QProgressBar, QWidget

from bluebook_desktop.gui.importing.dialog import ImportDialog, State

from ..desk import TEXT, Desk
from ..hands import offscreen_cannot_raise, settle, spoken

pytestmark = offscreen_cannot_raise


def buttons(dialog: ImportDialog) -> list[str]:
    return [one.text() for one in dialog.findChildren(QAbstractButton) if one.isVisible() and one.text()]


def words(dialog: ImportDialog) -> str:
    return "\n".join(spoken(dialog.findChildren(QWidget)))


def field(dialog: ImportDialog, beginning: str) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName().startswith(beginning))


def test_ctrl_o_asks_for_files_and_shows_where_they_belong(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.write_file("peace.txt")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_given: ([str(path)], ""))
    desk.press("Ctrl+O")
    dialog = desk.import_dialog()
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert desk.rows_of(dialog) == [["peace.txt", "2019-en", "3.1", "New · 2 passages"]]
    assert "The file says so itself." in words(dialog)
    assert buttons(dialog) == ["Add files …", "Take off the list", "Cancel", "Import 1 file"]


def test_a_folder_is_searched_for_texts(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in (10, 2):
        desk.write_file(f"in/c{number}.txt", number=number)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(desk.files / "in"))
    desk.press("Ctrl+Shift+O")
    assert [row[0] for row in desk.rows_of(desk.import_dialog())] == ["c2.txt", "c10.txt"]


def test_a_folder_without_texts_is_told_in_the_dialog(desk: Desk) -> None:
    (desk.files / "none").mkdir(parents=True)
    dialog = desk.take(desk.files / "none")
    assert "none holds no text and no page (.txt, .html)." in words(dialog)
    assert not dialog.act.isEnabled()


def test_after_an_import_the_report_counts_and_the_window_shows_the_new_section(desk: Desk) -> None:
    bad = desk.write_file("empty.txt", "")
    dialog = desk.import_all(desk.write_file("peace.txt"), bad)
    assert dialog.state is State.REPORT
    assert desk.rows_of(dialog) == [
        ["peace.txt", "2019-en", "3.1", "Imported · 2 passages"],
        ["empty.txt", "", "", "empty.txt is empty."],
    ]
    said = words(dialog)
    assert "1 imported · 1 could not be read" in said
    assert "4 headings · 2 passages" in said or "3 headings · 2 passages" in said
    assert "Found by the program: 2 events · 1 quotation · 0 facilities · 1 person · 0 short forms" in said
    assert desk.listed()[-2:] == ["Diplomatic Bluebook 2019", "3.1 Efforts for Peace"]
    assert "38 passages · 2 editions" in desk.words()


def test_open_leads_to_the_imported_section(desk: Desk) -> None:
    dialog = desk.import_all(desk.write_file("peace.txt"))
    desk.click(dialog.act)
    assert not dialog.isVisible()
    assert "visited Ruritania" in desk.shown()


def test_enter_on_a_row_of_the_report_opens_it(desk: Desk) -> None:
    dialog = desk.import_all(desk.write_file("a.txt"), desk.write_file("b.txt", number=2))
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    settle()
    assert desk.window.section is not None
    assert desk.window.section.id == "2019-en/3.2"


def test_enter_imports_and_f2_goes_to_the_place(desk: Desk) -> None:
    dialog = desk.take(desk.write_file("a.txt"))
    assert dialog.focusWidget() is dialog.table
    QTest.keyClick(dialog.table, Qt.Key.Key_F2)
    assert dialog.focusWidget() is field(dialog, "Edition")
    QTest.keyClick(field(dialog, "Edition"), Qt.Key.Key_Return)
    settle()
    assert dialog.state is State.REPORT


def test_the_report_can_be_copied_with_line_numbers(desk: Desk) -> None:
    text = TEXT.replace("In May", "(1) Overview\n\nIn May").replace("In June", "(4) Out of order\n\nIn June")
    path = desk.write_file("peace.txt", text)
    dialog = desk.import_all(path)
    desk.click(dialog.copy)
    copied = desk.clipboard()
    assert copied.startswith("1 imported\n\nImported: ")
    assert f"{path} → 2019-en/3.1" in copied
    assert "Line 13: “(4) Out of order” is out of the order of its numbering." in copied


def test_a_file_that_names_no_edition_can_be_given_one(desk: Desk) -> None:
    dialog = desk.take(desk.write_file("letter.txt", "A letter.\n\nIt has two paragraphs.\n"))
    assert desk.rows_of(dialog)[0][1:3] == ["other-en", "1"]
    assert "The file names no edition: it becomes a document." in words(dialog)
    edition = field(dialog, "Edition")
    edition.setFocus()
    edition.selectAll()
    desk.qtbot.keyClicks(edition, "2018")
    assert desk.rows_of(dialog)[0][1:3] == ["2018-en", "1"]  # a year alone is one in the file's language
    desk.click(dialog.act)
    assert "2018-en/1" in [one.id for one in desk.window.library.sections()]


def test_what_is_no_place_is_told_and_cannot_be_imported(desk: Desk) -> None:
    dialog = desk.take(desk.write_file("peace.txt"))
    section = field(dialog, "Section")
    section.setFocus()
    section.selectAll()
    desk.qtbot.keyClicks(section, "three")
    assert "“three” is no section; a section is a number such as 3.1.2." in words(dialog)
    assert desk.rows_of(dialog)[0][3] == "Needs a place"
    assert not dialog.act.isEnabled()
    section.clear()
    desk.qtbot.keyClicks(section, "3.9")
    assert dialog.act.isEnabled()
    desk.click(dialog.act)
    assert desk.rows_of(dialog)[0][2] == "3.9"


def test_one_edition_can_be_named_for_many_files(desk: Desk) -> None:
    letters = [desk.write_file(f"{n}.txt", f"The letter of number {n}, in some words.\n") for n in (1, 2)]
    dialog = desk.take(*letters)
    dialog.table.selectAll()
    settle()
    assert not field(dialog, "Section").isEnabled()
    edition = field(dialog, "Edition")
    edition.setFocus()
    edition.selectAll()
    desk.qtbot.keyClicks(edition, "2017-en")
    assert [row[1:3] for row in desk.rows_of(dialog)] == [["2017-en", "1"], ["2017-en", "2"]]


def test_two_files_for_one_place_are_pointed_out(desk: Desk) -> None:
    first, second = desk.write_file("a.txt"), desk.write_file("b.txt", TEXT.replace("peace", "trade"))
    dialog = desk.take(first, second)
    assert desk.rows_of(dialog)[0][3] == "Same place as another file · 2 passages"
    desk.click(dialog.act)
    assert [row[3] for row in desk.rows_of(dialog)] == ["Lost its place · 2 passages", "Imported · 2 passages"]


def test_files_can_be_left_out_by_their_box_and_taken_off_the_list(desk: Desk) -> None:
    dialog = desk.take(desk.write_file("a.txt"), desk.write_file("b.txt", number=2), desk.write_file("c.txt", number=3))
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert desk.rows_of(dialog)[0][3] == "Left out"
    assert dialog.act.text() == "Import 2 files"
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    settle()
    assert [row[0] for row in desk.rows_of(dialog)] == ["a.txt", "c.txt"]
    desk.click(dialog.act)
    assert [row[0] for row in desk.rows_of(dialog)] == ["c.txt"]
    assert "2019-en/3.1" not in [one.id for one in desk.window.library.sections()]


def test_the_same_bytes_are_told_to_be_there_already(desk: Desk) -> None:
    path = desk.write_file("peace.txt")
    desk.import_all(path).reject()
    before = desk.window.library
    dialog = desk.take(path)
    assert desk.rows_of(dialog)[0][3] == "In the library already · 2 passages"
    desk.click(dialog.act)
    assert desk.rows_of(dialog)[0][3] == "Unchanged · 2 passages"
    assert desk.window.library is before


def test_while_files_are_imported_the_steps_are_told_and_the_text_can_be_read(slow_desk: Desk) -> None:
    desk = slow_desk
    dialog = desk.take(desk.write_file("a.txt"), desk.write_file("b.txt", number=2))
    assert dialog.state is State.LOOKING
    helper = desk.step_helper()
    helper.work()
    helper.tell(99)
    helper.end()
    desk.click(dialog.act)
    helper = desk.step_helper()
    helper.work()
    helper.tell(2)
    assert "Finding dates, quotations and names in a.txt …" in words(dialog)
    assert [row[3] for row in desk.rows_of(dialog)] == ["Being read …", "New · 2 passages"]
    assert buttons(dialog) == ["Go on reading", "Cancel the import"]
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)  # once too often
    assert not desk.step_helper().cancelled
    desk.qtbot.waitUntil(dialog.findChild(QProgressBar).isVisible)  # what takes less than 150 ms shows none
    desk.click(dialog.leave)
    assert not dialog.isVisible()
    desk.qtbot.waitUntil(desk.window.importing.button.isVisible)
    helper.tell(2)
    assert desk.window.importing.button.text() == "Importing 2 of 2 …"
    desk.press("Ctrl+O")  # while an import goes on it only comes to the front
    assert dialog.isVisible()
    desk.click(dialog.leave)
    helper.tell(99)
    helper.end()
    assert desk.window.importing.button.text() == "Import done: 2 imported"
    desk.click(desk.window.importing.button)
    assert dialog.state is State.REPORT
    assert dialog.isVisible()


def begin_import(desk: Desk) -> ImportDialog:
    dialog = desk.take(desk.write_file("a.txt"))
    desk.step_helper().work()
    desk.step_helper().tell(99)
    desk.step_helper().end()
    desk.click(dialog.act)
    return dialog


def test_a_cancelled_import_is_back_at_its_files_with_the_library_as_it_was(slow_desk: Desk) -> None:
    dialog = begin_import(slow_desk)
    before = slow_desk.window.library
    slow_desk.click(dialog.act)
    assert slow_desk.step_helper().cancelled
    assert "Cancelling …" in words(dialog)
    slow_desk.step_helper().end()
    assert "The import was cancelled; the library is as it was." in words(dialog)
    assert dialog.state is State.READY
    assert slow_desk.window.library is before


def test_an_import_that_was_done_before_it_could_be_cancelled_says_so(slow_desk: Desk) -> None:
    dialog = begin_import(slow_desk)
    helper = slow_desk.step_helper()
    slow_desk.click(dialog.act)
    helper.work()
    helper.tell(99)
    helper.end()
    assert "The import was done before it could be cancelled." in words(dialog)
    assert dialog.state is State.REPORT


def test_a_helper_that_breaks_off_is_told_and_nothing_is_lost(slow_desk: Desk) -> None:
    dialog = begin_import(slow_desk)
    slow_desk.step_helper().end(False)
    assert "The import broke off; the library is as it was." in words(dialog)
    assert dialog.state is State.READY
    assert dialog.act.isEnabled()


def test_a_helper_that_was_killed_after_its_commit_is_finished_by_the_window(slow_desk: Desk) -> None:
    dialog = begin_import(slow_desk)
    helper = slow_desk.step_helper()
    helper.work()
    (slow_desk.folders.libraries / "current").unlink()  # as if it was killed between list and library
    helper.end(False)
    assert "the library is the new one" in words(dialog)
    assert "2019-en/3.1" in [one.id for one in slow_desk.window.library.sections()]


def test_what_cannot_be_written_is_told_in_a_sentence(slow_desk: Desk) -> None:
    dialog = begin_import(slow_desk)
    sentence = "The library cannot be written to /full: no space left on device."
    slow_desk.step_helper().told.emit({"kind": "failed", "sentence": sentence})
    slow_desk.step_helper().end(True)
    assert sentence in words(dialog)


def test_closing_the_window_stops_the_import(slow_desk: Desk) -> None:
    begin_import(slow_desk)
    slow_desk.window.close()
    assert slow_desk.step_helper().closed


def test_esc_while_looking_stops_looking(slow_desk: Desk) -> None:
    dialog = slow_desk.take(slow_desk.write_file("a.txt"))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert slow_desk.step_helper().cancelled
    slow_desk.step_helper().work()
    slow_desk.step_helper().tell(99)
    slow_desk.step_helper().end()
    assert not dialog.isVisible()
    assert slow_desk.rows_of(dialog) == []


def test_where_nothing_can_be_saved_the_actions_are_off(hands) -> None:
    names = ("import_files", "import_folder", "remove_sections")
    assert not any(hands.window.actions_by_id[name].isEnabled() for name in names)


def test_paths_with_strange_letters_are_taken(desk: Desk) -> None:
    path = desk.write_file("外交 “青書” ½.txt")
    dialog = desk.import_all(path)
    assert desk.rows_of(dialog)[0][0] == Path(path).name

"""Confirming, correcting and rejecting in the window, by mouse and by keys, with the notebook behind it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.gui.decisions.form import CorrectionForm
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.paths import UserFolders
from tests.gui.hands import Hands, settle
from tests.services.deciding import SECTION, TEXT, bring_in

from .conftest import Begin, decide, event_about, section_of, select, titles

#: The words of its row and of the map.
YOKOTA = "Yokota Air Base, Fussa and neighbouring municipalities, Tokyo, position added, not in the text"


def buttons(hands: Hands) -> list[str]:
    """The buttons of Details that can be pressed, in words."""
    panel = hands.window.findChild(QWidget, "details")
    found = panel.findChildren(QPushButton)
    return [one.text() for one in found if one.isVisible() and one.isEnabled() and not one.property("link")]


def form_of(hands: Hands) -> CorrectionForm:
    return next(one for one in hands.window.findChildren(CorrectionForm) if one.isVisible())


def field(hands: Hands, name: str) -> QLineEdit:
    found = form_of(hands).findChildren(QLineEdit)
    return next(one for one in found if one.accessibleName() == name)


def fill(hands: Hands, name: str, text: str) -> None:
    line = field(hands, name)
    line.setFocus()
    line.selectAll()
    hands.write(text)


def offer(hands: Hands) -> str:
    """What the status bar offers to undo."""
    undo = next((one for one in hands.window.statusBar().findChildren(QPushButton) if one.text() == "Undo"), None)
    if undo is None or not undo.isVisible():
        return ""
    return undo.parentWidget().findChild(QLabel).text()


def test_details_say_how_a_record_was_found_and_offer_what_can_be_decided(hands: Hands) -> None:
    select(hands, event_about(hands, "visited"))
    assert "Found by the program · a date with its year · sure to 95 %" in hands.details()
    assert buttons(hands)[:3] == ["Confirm", "Correct …", "Reject"]


def test_what_was_checked_by_hand_says_so_and_has_no_such_buttons(hands: Hands) -> None:
    hands.window.workspace.navigator.read(Reference(Kind.EVENT, "2021-en/4.2.2", "treaty-signed"))
    settle()
    assert "Checked by hand" in hands.details()
    assert "Confirm" not in buttons(hands)
    hands.press("Ctrl+Del")
    words = "Only what the program found can be confirmed, corrected or rejected."
    assert hands.window.statusBar().currentMessage() == words


def test_a_confirmed_record_is_yours_everywhere_and_after_a_restart(hands: Hands, begin: Begin) -> None:
    hands.do("timeline")
    select(hands, event_about(hands, "visited"))
    decide(hands, lambda: hands.click(hands.button("Confirm")))
    assert "Yours · confirmed · found by: a date with its year, sure to 95 %" in hands.details()
    assert titles(hands)[0].endswith("visited Ruritania · yours")
    assert all(one.endswith(" · found") for one in titles(hands)[1:] if "(planned)" not in one)
    assert offer(hands).startswith("Confirmed: Foreign Minister Kono Taro")
    again = begin()
    again.do("timeline")
    assert titles(again)[0].endswith("visited Ruritania · yours")


def test_a_rejected_event_leaves_every_view_and_details_offer_to_restore_it(hands: Hands) -> None:
    hands.do("timeline")
    reference = event_about(hands, "Yokota")
    select(hands, reference)
    before = titles(hands)
    decide(hands, lambda: hands.press("Ctrl+Del"))
    assert titles(hands) == [one for one in before if not one.startswith("Yokota")]
    assert "You rejected this." in hands.details()
    assert buttons(hands) == ["Restore"]
    assert hands.window.workspace.navigator.selection == reference
    hands.search("Yokota Air Base hosted")
    assert not [one for one in hands.rows() if "event" in one.lower()]
    hands.press("Esc")
    decide(hands, lambda: hands.click(hands.button("Restore")))
    assert titles(hands) == before
    assert "Found by the program" in hands.details()


def test_tabs_that_are_not_open_are_brought_up_to_date_when_they_are(hands: Hands) -> None:
    hands.do("timeline")
    hands.do("facilities")
    before = hands.rows_view().model().rowCount()
    facility = section_of(hands).found.facilities[0]
    hands.do("timeline")
    select(hands, Reference(Kind.FACILITY, SECTION, facility.id))
    decide(hands, lambda: hands.press("Ctrl+Del"))
    hands.do("facilities")
    assert hands.rows_view().model().rowCount() == before - 1


def marks_of(hands: Hands) -> int:
    view = hands.window.reader.view
    return len(list(view._marks._marks.in_blocks(0, len(view.page.blocks) - 1)))


def test_the_reader_marks_no_more_what_was_rejected(hands: Hands) -> None:
    select(hands, Reference(Kind.PERSON, SECTION, "kono-taro"))
    before = marks_of(hands)
    decide(hands, lambda: hands.press("Ctrl+Del"))
    assert 0 < marks_of(hands) < before


def test_decisions_are_undone_and_done_again_in_order(hands: Hands) -> None:
    hands.do("timeline")
    before = titles(hands)
    for words in ("visited", "Yokota"):
        select(hands, event_about(hands, words))
        decide(hands, lambda: hands.press("Ctrl+Del"))
    assert len(titles(hands)) == len(before) - 2
    assert offer(hands).startswith("Rejected: Yokota")
    decide(hands, lambda: hands.press("Ctrl+Z"))
    assert len(titles(hands)) == len(before) - 1
    decide(hands, lambda: hands.press("Ctrl+Z"))
    assert titles(hands) == before
    assert [one.text() for one in hands.window.statusBar().findChildren(QPushButton) if one.isVisible()] == ["Redo"]
    hands.press("Ctrl+Z")  # there is nothing left
    decide(hands, lambda: hands.press("Ctrl+Shift+Z"))
    decide(hands, lambda: hands.press("Ctrl+Y"))
    assert len(titles(hands)) == len(before) - 2
    undo = next(one for one in hands.window.statusBar().findChildren(QPushButton) if one.text() == "Undo")
    decide(hands, lambda: hands.click(undo))
    assert len(titles(hands)) == len(before) - 1


def test_an_event_is_corrected_by_keys_alone(hands: Hands) -> None:
    hands.do("timeline")
    reference = event_about(hands, "treaty")
    found = section_of(hands).events[reference.id].title
    select(hands, reference)
    hands.rows_view().setFocus()
    hands.press("Ctrl+E")
    assert QApplication.focusWidget() is field(hands, "Title")
    hands.write("Treaty to be signed")
    hands.press("Tab")
    assert QApplication.focusWidget() is field(hands, "Date")
    hands.write("2019-06")
    assert "June 2019\nThe program had found: fiscal year 2019" in hands.details()
    decide(hands, lambda: hands.press("Return"))
    said = hands.details()
    assert "Treaty to be signed" in said
    assert "June 2019 · to the month · yours" in said
    assert "“FY2019”" in said
    assert "A treaty will be signed in FY2019." in said
    assert f"Yours · corrected\nThe program had found: Title “{found}”, Date “fiscal year 2019”" in said
    assert "Treaty to be signed (planned) · yours" in titles(hands)
    assert hands.rows_view().hasFocus()


def test_what_is_yours_already_is_not_confirmed_over_by_its_key(hands: Hands) -> None:
    select(hands, event_about(hands, "visited"))
    hands.press("Ctrl+E")
    fill(hands, "Title", "My title")
    decide(hands, lambda: hands.press("Return"))
    hands.press("Ctrl+Return")
    words = "You decided on this already: correct it, or take that back."
    assert hands.window.statusBar().currentMessage() == words
    assert "My title" in hands.details()
    decide(hands, lambda: hands.press("Ctrl+Del"))
    hands.press("Ctrl+E")
    assert "You rejected this." in hands.details()


def test_the_kind_is_chosen_among_chips(hands: Hands) -> None:
    hands.do("timeline")
    select(hands, event_about(hands, "visited"))
    hands.click(hands.button("Correct …"))
    hands.click(hands.button("Incidents"))
    decide(hands, lambda: hands.click(hands.button("Save")))
    assert "EVENT · INCIDENTS" in hands.details()
    rows = hands.rows_view().model()
    kinds = [rows.index(row, 2).data() for row in range(rows.rowCount())]
    assert kinds.count("Incidents") == 1


def test_a_value_that_cannot_be_is_told_in_a_sentence_and_nothing_is_lost(hands: Hands) -> None:
    select(hands, event_about(hands, "visited"))
    hands.press("Ctrl+E")
    fill(hands, "Title", "My title")
    fill(hands, "Date", "in May")
    hands.press("Return")
    assert "“in May” is no date; write 2020, 2020-08 or 2020-08-15, two of them with / between" in hands.details()
    assert field(hands, "Title").text() == "My title"
    assert section_of(hands).records.yours == {}
    hands.press("Esc")
    assert "Found by the program" in hands.details()
    assert not [one for one in hands.window.findChildren(CorrectionForm) if one.isVisible()]


def test_what_is_as_it_was_found_is_no_correction(hands: Hands) -> None:
    select(hands, event_about(hands, "visited"))
    hands.press("Ctrl+E")
    hands.press("Ctrl+Return")
    assert "That is what the program found; confirm it if it is right." in hands.details()


def test_a_form_that_is_left_with_changes_is_there_again_with_its_record(hands: Hands, theme: Theme) -> None:
    first, second = event_about(hands, "visited"), event_about(hands, "Yokota")
    select(hands, first)
    hands.press("Ctrl+E")
    fill(hands, "Title", "Half a ti")
    theme.choose("dark")
    settle()
    theme.choose("light")
    settle()
    assert field(hands, "Title").text() == "Half a ti"
    select(hands, second)
    assert "Found by the program" in hands.details()
    select(hands, first)
    assert field(hands, "Title").text() == "Half a ti"
    hands.press("Ctrl+E")  # in the form its key saves
    hands.qtbot.waitUntil(lambda: "Yours · corrected" in hands.details())
    select(hands, second)
    select(hands, first)
    assert "Yours · corrected" in hands.details()


def test_speakers_that_the_text_does_not_print_are_told(hands: Hands) -> None:
    quotation = section_of(hands).found.quotations[0]
    hands.do("quotations")
    select(hands, Reference(Kind.QUOTATION, SECTION, quotation.id))
    hands.press("Ctrl+E")
    fill(hands, "Speakers", "the King of Ruritania")
    decide(hands, lambda: hands.press("Return"))
    assert "Not in the text: Speakers" in hands.details()
    assert "The King of Ruritania" in hands.details()
    row = hands.rows_view().model().index(0, 0)
    said = str(row.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "· yours. " in said
    assert quotation.excerpt.exact in said


def test_a_facility_says_beside_its_name_where_it_is_from(hands: Hands) -> None:
    hands.do("facilities")
    index = hands.rows_view().model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"{YOKOTA} · found"
    select(hands, Reference(Kind.FACILITY, SECTION, section_of(hands).found.facilities[0].id))
    decide(hands, lambda: hands.press("Ctrl+Return"))
    index = hands.rows_view().model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"{YOKOTA} · yours"


def test_the_focus_stays_with_the_buttons_after_a_decision(hands: Hands) -> None:
    select(hands, event_about(hands, "visited"))
    confirm = hands.button("Confirm")
    confirm.setFocus()
    decide(hands, lambda: QTest.keyClick(confirm, Qt.Key.Key_Space))
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Correct …"


def test_filter_and_window_stay_when_a_record_is_decided_on(hands: Hands) -> None:
    hands.do("timeline")
    panel = hands.window.workspace.centre.panel("timeline")
    kept = {"section": SECTION, "filters": {"kind": "diplomacy"}, "window": ["2018-04-01", "2018-12-01"]}
    panel.restore(kept)
    before = panel.state()
    select(hands, event_about(hands, "visited"))
    decide(hands, lambda: hands.press("Ctrl+Return"))
    assert panel.state()["filters"]["kind"] == "diplomacy"
    assert panel.state()["window"] == before["window"]


def test_after_an_import_of_changed_text_decisions_hold_or_are_listed_as_lost(
    begin: Begin, folders: UserFolders, tmp_path: Path
) -> None:
    first = begin()
    for words in ("visited", "Yokota"):
        select(first, event_about(first, words))
        decide(first, lambda: first.press("Ctrl+Del"))
    first.window.close()
    changed = TEXT.replace("Yokota Air Base hosted the", "Yokota Air Base was host to the").replace(
        "In May", "Peace came first.\n\nIn May"
    )
    bring_in(folders, tmp_path, changed)
    again = begin()
    again.do("timeline")
    assert not [one for one in titles(again) if "visited" in one]
    assert [one for one in titles(again) if "Yokota" in one]
    assert [one.title for one in section_of(again).laid.lost] == ["Yokota Air Base hosted the Ruritania exercise"]


def test_without_a_notebook_the_buttons_are_off_and_say_why(begin: Begin, folders: UserFolders) -> None:
    begin().window.close()
    with closing(sqlite3.connect(folders.notebook, isolation_level=None)) as other:
        other.execute("INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('notebook', 'of_the_future')")
    hands = begin()
    select(hands, event_about(hands, "visited"))
    why = "The notebook was written by a newer version of this program and is left as it is."
    assert "Confirm" not in buttons(hands)
    confirm = hands.button("Confirm")
    assert (confirm.toolTip(), confirm.accessibleDescription()) == (why, why)
    hands.press("Ctrl+Return")
    assert hands.window.statusBar().currentMessage() == why


def test_a_damaged_decision_is_told_and_the_others_hold(begin: Begin, folders: UserFolders) -> None:
    first = begin()
    for words in ("visited", "Yokota"):
        select(first, event_about(first, words))
        decide(first, lambda: first.press("Ctrl+Del"))
    first.window.close()
    with closing(sqlite3.connect(folders.notebook)) as other, other:
        other.execute("UPDATE decisions SET verdict = 'burnt' WHERE title LIKE 'Yokota%'")
    again = begin()
    told = "One decision in the notebook cannot be read; it is left out, and kept."
    assert again.window.workspace.notices.text == told
    again.do("timeline")
    assert [one for one in titles(again) if "Yokota" in one]
    assert not [one for one in titles(again) if "visited" in one]


def test_what_cannot_be_written_is_told_and_what_was_typed_is_there_still(hands: Hands) -> None:
    select(hands, event_about(hands, "visited"))
    notebook = hands.window._keeper._notebook
    notebook._connection.execute("PRAGMA query_only = ON")
    hands.press("Ctrl+E")
    fill(hands, "Title", "A long journey")
    hands.press("Return")
    hands.qtbot.waitUntil(lambda: bool(hands.window.workspace.notices.text))
    assert hands.window.workspace.notices.text == "The notebook cannot be written: the file cannot be written."
    assert field(hands, "Title").text() == "A long journey"
    assert section_of(hands).records.yours == {}
    notebook._connection.execute("PRAGMA query_only = OFF")
    decide(hands, lambda: hands.press("Ctrl+Return"))
    assert "A long journey" in hands.details()
    notebook._connection.execute("PRAGMA query_only = ON")
    hands.press("Ctrl+Z")
    hands.qtbot.wait(100)
    assert "A long journey" in hands.details()
    notebook._connection.execute("PRAGMA query_only = OFF")
    decide(hands, lambda: hands.press("Ctrl+Z"))
    assert "Found by the program" in hands.details()

"""The list of quotations as a user meets it, with the real section."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QListView, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from bluebook_desktop.domain.records import Origin
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.gui.quotations.panel import QuotationsPanel
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.widgets.export_button import ExportButton
from bluebook_desktop.gui.widgets.menu_chip import ChipButton
from bluebook_desktop.services.exports_quotations import quotations_markdown
from bluebook_desktop.services.sections import OpenSection

from ..hands import offscreen_cannot_raise

SECTION = "2021-en/4.2.2"
RoleText = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, section: OpenSection) -> QuotationsPanel:
    panel = QuotationsPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(680, 660)
    panel.set_section(section)
    panel.show()
    return panel


def list_of(panel: QuotationsPanel) -> QListView:
    return panel.findChild(QListView)


def rows(panel: QuotationsPanel) -> list[str]:
    """The rows as a screen reader says them, without the blanks that keep words together."""
    model = list_of(panel).model()
    spoken = [str(model.index(row, 0).data(RoleText)) for row in range(model.rowCount())]
    return [one.replace("\N{NO-BREAK SPACE}", " ") for one in spoken]


def click_chip(qtbot: QtBot, panel: QuotationsPanel, beginning: str) -> None:
    chip = next(one for one in panel.findChildren(QPushButton) if one.text().startswith(beginning))
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)


def chips(panel: QuotationsPanel) -> list[str]:
    return [one.text() for one in panel.findChildren(QPushButton) if one.isCheckable()]


def menu_chip(panel: QuotationsPanel, name: str) -> ChipButton:
    """One of the buttons with a menu, which is filled when it is about to be shown."""
    found = next(one for one in panel.findChildren(ChipButton) if one.accessibleName().startswith(name))
    found.menu().aboutToShow.emit()
    return found


def entries(panel: QuotationsPanel, name: str) -> list[str]:
    return [one.text() for one in menu_chip(panel, name).menu().actions() if not one.isSeparator() and not one.menu()]


def action(panel: QuotationsPanel, name: str, beginning: str, within: str = "") -> QAction:
    menu = menu_chip(panel, name).menu()
    if within:
        menu = next(one.menu() for one in menu.actions() if one.menu() and one.text() == within)
    return next(one for one in menu.actions() if one.text().startswith(beginning))


def choose(panel: QuotationsPanel, name: str, beginning: str, within: str = "") -> None:
    """Choose an entry of one of the menus above the list."""
    action(panel, name, beginning, within).trigger()


def points_of_people(view: QListView, row: int) -> dict[str, QPoint]:
    """Where in a row a pointer is on the name of a person."""
    rect = view.visualRect(view.model().index(row, 0))
    found: dict[str, QPoint] = {}
    for y in range(rect.top(), rect.bottom(), 4):
        for x in range(rect.left(), rect.right(), 3):
            person = view.person_at(QPoint(x, y))
            if person:
                found.setdefault(person, QPoint(x + 3, y))
    return found


def listen(panel: QuotationsPanel) -> list[Reference]:
    told: list[Reference] = []
    panel.selected.connect(told.append)
    return told


def reference(id_: str) -> Reference:
    return Reference(Kind.QUOTATION, SECTION, id_)


def test_first_shows_the_seven_statements(panel: QuotationsPanel) -> None:
    assert len(rows(panel)) == 7
    assert panel.status == "Quotations: 7 statements"


def test_a_statement_is_shown_with_its_marks_speaker_form_date_and_place(panel: QuotationsPanel) -> None:
    row = next(one for one in rows(panel) if "rock-solid" in one)
    assert row.startswith("“the rock-solid Alliance between the two great nations")
    assert row.endswith(
        "over the past six decades.”. President Trump. message · 19 Jan 2020 · paragraph 8. "
        "Congratulatory message for the reception"
    )


def test_a_joint_statement_names_the_four_who_made_it(panel: QuotationsPanel) -> None:
    assert "Motegi, Kono Taro, Mike Pompeo, Mark Esper. joint statement · 17 Jan 2020 · paragraph 6" in rows(panel)[0]


def test_the_chips_count_every_kind(panel: QuotationsPanel, section: OpenSection) -> None:
    total = len(section.records.quotations)
    reported = total - 7 - 2 - 13
    assert chips(panel) == ["Statements 7", f"Reported {reported}", "Testimony 2", "Terms 13", f"All {total}"]


def test_what_is_reported_stands_under_a_caption_that_says_so(qtbot: QtBot, panel: QuotationsPanel) -> None:
    click_chip(qtbot, panel, "Reported")
    assert rows(panel)[0] == "Reported (no quotation marks in the text)"
    assert any(
        "The two governments. reported: affirmed · Feb 2017 · paragraph 22. Joint statement of February" in row
        for row in rows(panel)
    )


def test_ministers_are_not_named_where_the_text_does_not_name_them(qtbot: QtBot, panel: QuotationsPanel) -> None:
    click_chip(qtbot, panel, "Reported")
    row = next(one for one in rows(panel) if "paragraph 18" in one)
    assert ". The four ministers. reported: shared the importance · Oct 2020 · paragraph 18" in row


def test_terms_say_what_they_stand_for(qtbot: QtBot, panel: QuotationsPanel) -> None:
    click_chip(qtbot, panel, "Terms")
    first = "“2+2”. stands for Japan-U.S. Security Consultative Committee · paragraph 12, place 1 of 4"
    assert first in rows(panel)
    assert "“Free and Open Indo-Pacific (FOIP),”. in short FOIP · paragraph 12" in rows(panel)
    assert "“seamless”. paragraph 12" in rows(panel)


def test_all_shows_every_group_under_its_caption(qtbot: QtBot, panel: QuotationsPanel, section: OpenSection) -> None:
    click_chip(qtbot, panel, "All")
    assert len(rows(panel)) == len(section.records.quotations) + 4


def test_a_speaker_can_be_chosen_with_counts(qtbot: QtBot, panel: QuotationsPanel) -> None:
    choose(panel, "Speaker", "Abe\t3")
    assert len(rows(panel)) == 2
    assert chips(panel) == ["Statements 2", "Reported 1", "Testimony 0", "Terms 0", "All 3"]
    choose(panel, "Speaker", "All speakers")
    assert len(rows(panel)) == 7


def test_whoever_is_only_reported_is_shown_though_statements_were_asked_for(panel: QuotationsPanel) -> None:
    choose(panel, "Speaker", "Kishi Nobuo")
    assert rows(panel)[0] == "Reported (no quotation marks in the text)"
    assert chips(panel)[-1] == "All 5"


def test_a_form_can_be_chosen_and_its_chip_follows(qtbot: QtBot, panel: QuotationsPanel) -> None:
    forms = ["Speech\t2", "Joint statement\t4", "Message\t1", "Reported\t18", "Testimony\t2", "Term\t13"]
    assert entries(panel, "Form") == ["All forms\t40", *forms]
    choose(panel, "Form", "Message")
    assert [one.split(".")[-2].strip() for one in rows(panel)] == ["message · 19 Jan 2020 · paragraph 8"]
    choose(panel, "Form", "Testimony")
    assert panel.status == "Quotations: 2 testimonies"
    click_chip(qtbot, panel, "Statements")
    assert len(rows(panel)) == 7
    assert menu_chip(panel, "Form").text() == "Form ▾"


def test_a_year_can_be_chosen_and_the_rest_of_the_filters_count_with_it(panel: QuotationsPanel) -> None:
    assert entries(panel, "Date")[0] == "Any date\t40"
    choose(panel, "Date", "2017")
    assert rows(panel)[0] == "Reported (no quotation marks in the text)"
    assert len(rows(panel)) == 2
    assert menu_chip(panel, "Date").text() == "2017 ▾"
    assert "Abe\t0" in entries(panel, "Speaker")
    assert not action(panel, "Speaker", "Abe").isEnabled()
    choose(panel, "Date", "Any date")
    assert "Abe\t3" in entries(panel, "Speaker")


def test_what_was_said_from_one_month_to_another(qtbot: QtBot, panel: QuotationsPanel) -> None:
    click_chip(qtbot, panel, "All")
    choose(panel, "Date", "April 2019", within="From")
    choose(panel, "Date", "January 2020", within="Until")
    assert menu_chip(panel, "Date").text() == "Apr 2019 – Jan 2020 ▾"
    dates = {
        part for row in rows(panel) for part in row.split(" · ") if part[-4:].isdigit() and "paragraph" not in part
    }
    assert dates == {"Apr 2019", "17 Jan 2020", "19 Jan 2020"}
    choose(panel, "Date", "Any", within="From")
    assert menu_chip(panel, "Date").accessibleName() == "Date: until Jan 2020"


def test_what_has_no_date_can_be_asked_for(panel: QuotationsPanel) -> None:
    choose(panel, "Date", "Without a date")
    assert menu_chip(panel, "Date").text() == "No date ▾"
    assert not any(" 2020 · " in row for row in rows(panel))
    assert any("His memoir" in row for row in rows(panel))


def test_filters_combine(qtbot: QtBot, panel: QuotationsPanel) -> None:
    choose(panel, "Speaker", "Abe")
    choose(panel, "Date", "2020")
    panel.focus_filter()
    qtbot.keyClicks(panel.findChild(QLineEdit), "hope")
    assert len(rows(panel)) == 1
    assert entries(panel, "Form")[1] == "Speech\t1"


def test_rows_are_sorted_by_date_and_by_speaker_within_their_group(qtbot: QtBot, panel: QuotationsPanel) -> None:
    click_chip(qtbot, panel, "Reported")
    choose(panel, "Order", "By date")
    assert "Feb 2017" in rows(panel)[1]
    assert "paragraph 3. His memoir" in next(row for row in rows(panel) if "memoir" in row)
    assert " 20" not in rows(panel)[-1].split("paragraph")[0][-14:]
    choose(panel, "Order", "By speaker")
    assert ". Prime Minister Abe. " in rows(panel)[1]
    choose(panel, "Order", "As in the text")
    assert "paragraph 3" in rows(panel)[1]


def test_every_row_has_words_of_its_own(qtbot: QtBot, panel: QuotationsPanel) -> None:
    click_chip(qtbot, panel, "All")
    assert len(set(rows(panel))) == len(rows(panel))


def test_each_of_several_speakers_can_be_followed(qtbot: QtBot, panel: QuotationsPanel) -> None:
    view = list_of(panel)
    told: list[Reference] = []
    panel.followed.connect(told.append)
    selected = listen(panel)
    found = points_of_people(view, 0)
    assert list(found) == ["motegi", "kono-taro", "mike-pompeo", "mark-esper"]
    for at in found.values():
        qtbot.mouseMove(view.viewport(), at)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told == [Reference(Kind.PERSON, SECTION, id_) for id_ in found]
    assert selected == []


@offscreen_cannot_raise
def test_a_row_s_menu_leads_to_the_speakers_without_a_mouse(qtbot: QtBot, panel: QuotationsPanel) -> None:
    view = list_of(panel)
    panel.select(reference("predecessors"))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), view.mapToGlobal(QPoint(1, 1)))
    view.contextMenuEvent(event)
    menu = QApplication.activePopupWidget()
    names = ["Page of Motegi", "Page of Kono Taro", "Page of Mike Pompeo", "Page of Mark Esper"]
    assert [one.text() for one in menu.actions()] == ["Read in place", *names]
    with qtbot.waitSignal(panel.followed) as told:
        menu.actions()[2].trigger()
    menu.close()
    assert told.args == [Reference(Kind.PERSON, SECTION, "kono-taro")]


def test_a_section_without_quotations_says_so_and_how_to_go_on(
    qtbot: QtBot, panel: QuotationsPanel, section: OpenSection
) -> None:
    bare = OpenSection(section._library, section.edition, section.section)
    bare.__dict__["records"] = replace(section.records, quotations=())
    panel.set_section(bare)
    messages = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert messages[0].startswith("This section quotes nobody, or the program recognises nothing")


def test_a_section_that_only_reports_begins_with_all(panel: QuotationsPanel, section: OpenSection) -> None:
    reports = tuple(one for one in section.records.quotations if one.kind == "reported")
    other = OpenSection(section._library, section.edition, section.section)
    other.__dict__["records"] = replace(section.records, quotations=reports)
    panel.set_section(other)
    assert panel.status == "Quotations: 18"


def test_what_the_program_found_is_said_in_the_status(panel: QuotationsPanel, section: OpenSection) -> None:
    origins = {("quotation", one.id): Origin("a rule", 0.9) for one in section.records.quotations}
    other = OpenSection(section._library, section.edition, section.section)
    other.__dict__["records"] = replace(section.records, origins=origins)
    panel.set_section(other)
    assert panel.status == "Quotations: 7 statements · found by the program, not checked by hand"


def test_what_is_shown_is_exported_in_its_order(
    panel: QuotationsPanel, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, section: OpenSection
) -> None:
    button = panel.findChild(ExportButton)
    choose(panel, "Speaker", "Abe")
    names = [one.text() for one in button.menu().actions()]
    assert names[0] == "The 2 shown of 40 as CSV…"
    assert names[2:] == [
        "The 2 shown of 40 as Markdown with citations…",
        "The 2 shown of 40 as plain text with citations…",
    ]
    said: list[str] = []
    panel.said.connect(said.append)
    proposed: list[str] = []

    def ask(_parent: object, _title: str, name: str, _filter: str) -> tuple[str, str]:
        proposed.append(name)
        return str(tmp_path / "out.md"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    button.menu().actions()[2].trigger()
    chosen = [section.quotations[one] for one in ("keep-and-enhance", "alliance-of-hope")]
    assert (tmp_path / "out.md").read_text("utf-8") == quotations_markdown(section, chosen)
    assert proposed == ["quotations-2021-en-4.2.2.md"]
    assert said == ["Quotations written to out.md: 2"]


def test_the_two_kishis_are_two_speakers(panel: QuotationsPanel) -> None:
    menus = [action.text() for menu in panel.findChildren(QMenu) for action in menu.actions()]
    assert [text for text in menus if text.startswith("Kishi")] == ["Kishi Nobuo\t5", "Kishi Nobusuke\t1"]


def test_the_filter_looks_at_words_speaker_and_date(qtbot: QtBot, panel: QuotationsPanel) -> None:
    panel.focus_filter()
    qtbot.keyClicks(panel.findChild(QLineEdit), "trump 2020")
    assert len(rows(panel)) == 1


def test_a_filter_that_finds_nothing_names_the_word_that_failed(qtbot: QtBot, panel: QuotationsPanel) -> None:
    qtbot.keyClicks(panel.findChild(QLineEdit), "hope xyz")
    messages = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert messages == ["No quotation of this section has “xyz”."]


def test_a_filter_that_only_another_kind_meets_says_so(qtbot: QtBot, panel: QuotationsPanel) -> None:
    qtbot.keyClicks(panel.findChild(QLineEdit), "memoir")
    messages = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert messages == ["None of this kind; the other kinds have 1."]


def test_the_keys_walk_tell_and_read(qtbot: QtBot, panel: QuotationsPanel) -> None:
    told = listen(panel)
    qtbot.keyClick(list_of(panel), Qt.Key.Key_End)
    qtbot.keyClick(list_of(panel), Qt.Key.Key_Up)
    assert told == [reference("alliance-of-hope"), reference("keep-and-enhance")]
    with qtbot.waitSignal(panel.read_requested) as read:
        qtbot.keyClick(list_of(panel), Qt.Key.Key_Return)
    assert read.args == [reference("keep-and-enhance")]


def test_typing_ahead_needs_no_quotation_mark(qtbot: QtBot, panel: QuotationsPanel) -> None:
    told = listen(panel)
    qtbot.keyClicks(list_of(panel), "the rock")
    assert told[-1] == reference("rock-solid-alliance")


def test_the_arrow_keys_pass_over_captions(qtbot: QtBot, panel: QuotationsPanel) -> None:
    click_chip(qtbot, panel, "All")
    panel.select(reference("alliance-of-hope"))
    told = listen(panel)
    qtbot.keyClick(list_of(panel), Qt.Key.Key_Down)
    assert told == [reference("memoir-revision")]


def test_selecting_from_outside_shows_the_kind_and_tells_nobody(panel: QuotationsPanel) -> None:
    told = listen(panel)
    panel.select(reference("testimony-ikeda"))
    assert str(list_of(panel).currentIndex().data()).startswith("At the start of the program")
    assert panel.status == "Quotations: 2 testimonies"
    assert told == []


def test_long_texts_are_cut_after_four_lines(qtbot: QtBot, panel: QuotationsPanel) -> None:
    panel.select(reference("testimony-ikeda"))
    view = list_of(panel)
    tallest = max(view.visualRect(view.model().index(row, 0)).height() for row in range(view.model().rowCount()))
    assert tallest == 4 * 24 + 4 + 2 * 20 + 2 * 15


def test_chip_speaker_and_filter_are_restored(qtbot: QtBot, theme: Theme, section: OpenSection) -> None:
    first, second = QuotationsPanel(theme), QuotationsPanel(theme)
    for panel in (first, second):
        qtbot.addWidget(panel)
        panel.set_section(section)
    first.restore({"chip": "reported", "speaker": "abe", "dates": "2020-01/..", "order": "date", "filter": "golf"})
    second.restore(first.state())
    assert second.state() == first.state()
    assert second.state()["dates"] == "2020-01/.."
    assert len(rows(second)) == 2
    assert "Prime Minister Abe looked back" in rows(second)[1]


@pytest.mark.parametrize("dates", [3, "2020", "2020-13/..", "2021-01/2020-01", "../..", "x/y", "2020-01-01/.."])
def test_a_state_that_makes_no_sense_is_passed_over(panel: QuotationsPanel, dates: object) -> None:
    panel.restore({"chip": None, "speaker": "nobody", "form": 7, "order": "age", "dates": dates, "filter": 3})
    assert len(rows(panel)) == 7

"""The list of quotations as a user meets it, with the real section."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.gui.quotations.panel import QuotationsPanel
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.services.sections import OpenSection

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


def choose_speaker(panel: QuotationsPanel, beginning: str) -> None:
    menu = next(one for one in panel.findChildren(QMenu) if any(a.text() == "All speakers" for a in one.actions()))
    next(action for action in menu.actions() if action.text().startswith(beginning)).trigger()


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
    assert row.endswith("over the past six decades.”. President Trump. message · 19 Jan 2020 · ¶ 8")


def test_a_joint_statement_names_the_four_who_made_it(panel: QuotationsPanel) -> None:
    assert "Motegi, Kono Taro, Mike Pompeo, Mark Esper. joint statement · 17 Jan 2020 · ¶ 6" in rows(panel)[0]


def test_the_chips_count_every_kind(panel: QuotationsPanel, section: OpenSection) -> None:
    total = len(section.records.quotations)
    reported = total - 7 - 2 - 13
    assert chips(panel) == ["Statements 7", f"Reported {reported}", "Testimony 2", "Terms 13", f"All {total}"]


def test_what_is_reported_stands_under_a_caption_that_says_so(qtbot: QtBot, panel: QuotationsPanel) -> None:
    click_chip(qtbot, panel, "Reported")
    assert rows(panel)[0] == "Reported (no quotation marks in the text)"
    assert any("The two governments. affirmed · Feb 2017 · ¶ 22" in row for row in rows(panel))


def test_ministers_are_not_named_where_the_text_does_not_name_them(qtbot: QtBot, panel: QuotationsPanel) -> None:
    click_chip(qtbot, panel, "Reported")
    row = next(one for one in rows(panel) if one.endswith("¶ 18"))
    assert ". The four ministers. shared the importance · Oct 2020 · ¶ 18" in row


def test_terms_say_what_they_stand_for(qtbot: QtBot, panel: QuotationsPanel) -> None:
    click_chip(qtbot, panel, "Terms")
    assert "“2+2”. stands for Japan-U.S. Security Consultative Committee · ¶ 12" in rows(panel)
    assert "“Free and Open Indo-Pacific (FOIP),”. in short FOIP · ¶ 12" in rows(panel)
    assert "“seamless”. ¶ 12" in rows(panel)


def test_all_shows_every_group_under_its_caption(qtbot: QtBot, panel: QuotationsPanel, section: OpenSection) -> None:
    click_chip(qtbot, panel, "All")
    assert len(rows(panel)) == len(section.records.quotations) + 4


def test_a_speaker_can_be_chosen_with_counts(qtbot: QtBot, panel: QuotationsPanel) -> None:
    choose_speaker(panel, "Abe (3)")
    assert len(rows(panel)) == 2
    assert chips(panel) == ["Statements 2", "Reported 1", "Testimony 0", "Terms 0", "All 3"]
    choose_speaker(panel, "All speakers")
    assert len(rows(panel)) == 7


def test_the_two_kishis_are_two_speakers(panel: QuotationsPanel) -> None:
    menus = [action.text() for menu in panel.findChildren(QMenu) for action in menu.actions()]
    assert [text for text in menus if text.startswith("Kishi")] == ["Kishi Nobuo (5)", "Kishi Nobusuke (1)"]


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
    assert tallest == 4 * 24 + 4 + 20 + 2 * 15


def test_chip_speaker_and_filter_are_restored(qtbot: QtBot, theme: Theme, section: OpenSection) -> None:
    first, second = QuotationsPanel(theme), QuotationsPanel(theme)
    for panel in (first, second):
        qtbot.addWidget(panel)
        panel.set_section(section)
    first.restore({"chip": "reported", "speaker": "abe", "filter": "golf"})
    second.restore(first.state())
    assert len(rows(second)) == 2
    assert "Prime Minister Abe looked back" in rows(second)[1]


def test_a_state_that_makes_no_sense_is_passed_over(panel: QuotationsPanel) -> None:
    panel.restore({"chip": None, "speaker": "nobody", "filter": 3})
    assert len(rows(panel)) == 7

"""The tab of people as a user meets it, with the real section."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.records import Added, Person
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.gui.people.delegate import PersonDelegate
from bluebook_desktop.gui.people.model import entry_of
from bluebook_desktop.gui.people.page import PersonPage
from bluebook_desktop.gui.people.panel import PeoplePanel
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.widgets.links import LinkButton
from bluebook_desktop.gui.widgets.menu_chip import MenuChip
from bluebook_desktop.services.sections import OpenSection

from ..hands import spoken

SECTION = "2021-en/4.2.2"
RoleText = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, section: OpenSection) -> PeoplePanel:
    panel = PeoplePanel(theme)
    qtbot.addWidget(panel)
    panel.resize(900, 660)
    panel.set_section(section)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    return panel


def list_of(panel: PeoplePanel) -> QListView:
    return panel.findChild(QListView)


def rows(panel: PeoplePanel) -> list[str]:
    model = list_of(panel).model()
    return [str(model.index(row, 0).data(RoleText)) for row in range(model.rowCount())]


def names(panel: PeoplePanel) -> list[str]:
    model = list_of(panel).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def page(panel: PeoplePanel) -> list[str]:
    """All that the page says."""
    return spoken(panel.findChild(PersonPage).findChildren(QWidget))


def link(panel: PeoplePanel, beginning: str) -> LinkButton:
    links = panel.findChild(PersonPage).findChildren(LinkButton)
    return next(one for one in links if one.accessibleName().startswith(beginning))


def listen(panel: PeoplePanel) -> list[Reference]:
    told: list[Reference] = []
    panel.selected.connect(told.append)
    return told


def person(id_: str) -> Reference:
    return Reference(Kind.PERSON, SECTION, id_)


def with_people(section: OpenSection, people: tuple[Person, ...]) -> OpenSection:
    other = OpenSection(section._library, section.edition, section.section)
    other.__dict__["records"] = replace(section.records, people=people)
    return other


def test_everybody_whom_the_text_names_is_listed_by_family_name(panel: PeoplePanel, section: OpenSection) -> None:
    assert len(rows(panel)) == len(section.records.people) == 20
    assert names(panel)[:3] == ["Abe", "Lloyd Austin", "David Berger"]
    assert panel.status == "People: 20"


def test_a_row_tells_offices_and_how_often_somebody_is_quoted_and_named(panel: PeoplePanel) -> None:
    assert rows(panel)[0] == "Abe. Prime Minister. 2 quotations · 1 reported · 1 event · named 2 times"
    assert len(set(rows(panel))) == 20


def test_the_page_of_the_first_is_open_at_once(panel: PeoplePanel) -> None:
    assert page(panel)[0] == "Abe"
    assert list_of(panel).currentIndex().row() == 0


def test_the_page_has_added_name_offices_quotations_reports_events_and_mentions(panel: PeoplePanel) -> None:
    panel.select(person("motegi"))
    words = page(panel)
    added = words.index("FULL NAME · ADDED, NOT IN THE TEXT")
    assert words[added + 1] == "Motegi Toshimitsu"
    assert words[added + 2].startswith("Source: ")
    assert "Foreign Minister · ¶ 6" in words
    order = [one for one in words if one.isupper() and "(" in one]
    assert order == [
        "QUOTATIONS (4)",
        "REPORTED, NO QUOTATION MARKS IN THE TEXT (5)",
        "EVENTS (3)",
        "MENTIONS (2)",
    ]


def test_the_two_kishis_have_two_pages(panel: PeoplePanel) -> None:
    panel.select(person("kishi-nobuo"))
    assert not any("memoir" in one for one in page(panel))
    panel.select(person("kishi-nobusuke"))
    assert any("In his memoir, Prime Minister Kishi" in one for one in page(panel))


def test_picking_a_row_tells_and_enter_goes_on_to_the_page(qtbot: QtBot, panel: PeoplePanel) -> None:
    told = listen(panel)
    list_of(panel).setFocus()
    qtbot.keyClick(list_of(panel), Qt.Key.Key_Down)
    assert told == [person("lloyd-austin")]
    assert page(panel)[0] == "Lloyd Austin"
    qtbot.keyClick(list_of(panel), Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert isinstance(focus, LinkButton)
    assert panel.findChild(PersonPage).isAncestorOf(focus)


def test_a_quotation_on_the_page_is_told_and_the_page_stays(qtbot: QtBot, panel: PeoplePanel) -> None:
    panel.select(person("mark-esper"))
    told = listen(panel)
    qtbot.mouseClick(link(panel, "Quotation: “predecessors"), Qt.MouseButton.LeftButton)
    assert told == [Reference(Kind.QUOTATION, SECTION, "predecessors")]
    panel.select(told[0])
    assert page(panel)[0] == "Mark Esper"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "Read in place, paragraph 6: Quotation: “predecessors",
            "“predecessors for their wisdom, courage, and vision”",
        ),
        ("Foreign Minister, paragraph 6", "Foreign Minister Motegi"),
        ("Place 2 of 2: paragraph 12", "Motegi"),
    ],
)
def test_quotations_offices_and_mentions_lead_to_their_words(
    qtbot: QtBot, panel: PeoplePanel, name: str, words: str
) -> None:
    panel.select(person("motegi"))
    with qtbot.waitSignal(panel.place_requested) as asked:
        qtbot.mouseClick(link(panel, name), Qt.MouseButton.LeftButton)
    assert isinstance(asked.args[0], Excerpt)
    assert asked.args[0].exact == words


def test_an_event_leads_to_the_words_that_tell_of_it(qtbot: QtBot, panel: PeoplePanel, section: OpenSection) -> None:
    panel.select(person("john-raymond"))
    with qtbot.waitSignal(panel.place_requested) as asked:
        qtbot.mouseClick(link(panel, "Read in place, paragraph 14: Event:"), Qt.MouseButton.LeftButton)
    assert asked.args == [section.events["raymond-visit"].excerpt]


def test_every_link_of_a_page_has_a_name_of_its_own(panel: PeoplePanel, section: OpenSection) -> None:
    for one in section.records.people:
        panel.select(person(one.id))
        links = panel.findChild(PersonPage).findChildren(LinkButton)
        found = [each.accessibleName() for each in links if each.isVisibleTo(panel)]
        assert len(set(found)) == len(found), one.name


def test_a_quotation_or_an_event_from_outside_opens_whom_it_concerns(panel: PeoplePanel) -> None:
    told = listen(panel)
    panel.select(Reference(Kind.QUOTATION, SECTION, "rock-solid-alliance"))
    assert page(panel)[0] == "Trump"
    panel.select(Reference(Kind.EVENT, SECTION, "raymond-visit"))
    assert page(panel)[0] == "John Raymond"
    panel.select(None)
    assert page(panel)[0] == "John Raymond"
    assert told == []


def test_chips_and_filter_count_together(qtbot: QtBot, panel: PeoplePanel) -> None:
    chips = [one.text() for one in panel.findChildren(QPushButton) if one.isCheckable()]
    assert chips == ["All 20", "Quoted 8", "Reported 6", "In events 17"]
    panel.focus_filter()
    qtbot.keyClicks(panel.findChild(QLineEdit), "secretary of")
    chips = [one.text() for one in panel.findChildren(QPushButton) if one.isCheckable()]
    assert chips[0] == f"All {len(rows(panel))}"
    qtbot.mouseClick(
        next(one for one in panel.findChildren(QPushButton) if one.text().startswith("Quoted")),
        Qt.MouseButton.LeftButton,
    )
    assert names(panel) == ["Mark Esper", "Mike Pompeo"]
    assert panel.status == "People: 2 of 20"


def test_an_added_name_is_found_too(qtbot: QtBot, panel: PeoplePanel) -> None:
    qtbot.keyClicks(panel.findChild(QLineEdit), "shinzo")
    assert names(panel) == ["Abe"]


def test_the_order_can_be_that_of_the_text_or_by_mentions(panel: PeoplePanel, section: OpenSection) -> None:
    chip = panel.findChild(MenuChip)
    chip.menu().actions()[2].trigger()
    assert names(panel) == [one.name for one in section.records.people]
    chip.menu().actions()[3].trigger()
    counts = [len(one.mentions) for one in section.records.people]
    most = section.records.people[counts.index(max(counts))]
    assert names(panel)[0] == most.name


def test_selecting_somebody_whom_the_filter_hides_takes_it_back(qtbot: QtBot, panel: PeoplePanel) -> None:
    qtbot.keyClicks(panel.findChild(QLineEdit), "trump")
    panel.select(person("abe"))
    assert len(rows(panel)) == 20
    assert page(panel)[0] == "Abe"


def test_nobody_found_names_the_word_that_failed(qtbot: QtBot, panel: PeoplePanel) -> None:
    qtbot.keyClicks(panel.findChild(QLineEdit), "abe xyz")
    messages = [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]
    assert messages == ["Nobody of this section is called “xyz”."]


def test_a_section_that_names_nobody_says_how_to_go_on(panel: PeoplePanel, section: OpenSection) -> None:
    panel.set_section(with_people(section, ()))
    messages = [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]
    assert messages[0].startswith("This section names nobody, or the program recognises no name")
    assert messages[0].endswith("Ctrl+K searches the text for any name.")


def test_hostile_and_long_names_are_shown_as_they_are(panel: PeoplePanel, section: OpenSection) -> None:
    hostile = "<b>bold</b> &amp; " + "Maximilian " * 40
    one = replace(section.people["abe"], name=hostile, added_name=Added("<i>x</i>", "<u>y</u>"))
    panel.set_section(with_people(section, (one,)))
    assert page(panel)[0] == hostile.strip() or page(panel)[0] == hostile
    assert "<i>x</i>" in page(panel)
    assert panel.width() == 900


def test_a_narrow_tab_has_the_list_above_the_page(panel: PeoplePanel) -> None:
    panel.resize(420, 660)
    top = list_of(panel).mapTo(panel, QPoint(0, 0))
    below = panel.findChild(PersonPage).mapTo(panel, QPoint(0, 0))
    assert below.y() > top.y()
    assert below.x() == top.x()


def test_chip_order_and_room_are_restored(qtbot: QtBot, theme: Theme, section: OpenSection) -> None:
    first, second = PeoplePanel(theme), PeoplePanel(theme)
    for one in (first, second):
        qtbot.addWidget(one)
        one.set_section(section)
    first.restore({"chip": "quoted", "order": "mentions", "filter": "m", "share": 0.5})
    second.restore(first.state())
    assert second.state() == first.state()
    assert rows(second) == rows(first)
    second.restore({"chip": "tall", "order": 3, "filter": None, "share": 7})
    assert second.state() == first.state()


def test_records_shown_anew_leave_a_page_alone_of_which_nothing_changed(
    panel: PeoplePanel, section: OpenSection
) -> None:
    panel.select(person("abe"))
    panel.findChild(PersonPage).focus_first()
    focus = QApplication.focusWidget()
    assert isinstance(focus, LinkButton)
    others = tuple(replace(one, note="Noted") if one.id != "abe" else one for one in section.records.people)
    panel.set_section(with_people(section, others))
    assert QApplication.focusWidget() is focus
    changed = tuple(replace(one, note="Noted") if one.id == "abe" else one for one in section.records.people)
    panel.set_section(with_people(section, changed))
    assert "Noted" in page(panel)


def test_a_change_of_colours_keeps_the_page(panel: PeoplePanel, in_theme: Callable[[str], None]) -> None:
    panel.select(person("motegi"))
    before = page(panel)
    in_theme("dark")
    assert page(panel) == before


def test_no_line_of_a_row_begins_with_a_dot_and_no_count_is_parted(panel: PeoplePanel, theme: Theme) -> None:
    view = panel.findChild(QListView)
    delegate = view.itemDelegate()
    assert isinstance(delegate, PersonDelegate)
    for width in range(220, 420, 10):
        for row in range(view.model().rowCount()):
            entry = entry_of(view.model().index(row, 0))
            layout = delegate._set(entry, width)[-1]._layout
            lines = [layout.lineAt(number) for number in range(layout.lineCount())]
            shown = [layout.text()[one.textStart() : one.textStart() + one.textLength()] for one in lines]
            whole = set(entry.counts.split(" · "))
            for line in shown:
                parts = (
                    line.replace("\N{NO-BREAK SPACE}", " ").strip().removesuffix(" ·").removesuffix(" …").split(" · ")
                )
                assert not line.lstrip().startswith("·")
                assert set(parts) <= whole

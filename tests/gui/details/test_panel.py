"""Details as a user meets it: what it shows of each kind of record, and where its links and buttons lead."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.records import Facility
from bluebook_desktop.domain.references import Kind, Reference, passage_reference
from bluebook_desktop.gui.details.panel import DetailsPanel
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.widgets.links import LinkButton, Rail
from bluebook_desktop.gui.widgets.text_view import ExcerptView, TextView
from bluebook_desktop.gui.wording import event_line
from bluebook_desktop.services.sections import OpenSection

SECTION = "2021-en/4.2.2"
Show = Callable[[Kind, str], list[str]]


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, section: OpenSection) -> DetailsPanel:
    panel = DetailsPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(296, 700)
    panel.set_section(section)
    panel.show()
    return panel


@pytest.fixture
def show(panel: DetailsPanel) -> Show:
    """Shows a record; answers with all that is to be read, in order."""

    def shown(kind: Kind, id_: str) -> list[str]:
        panel.show_reference(Reference(kind, SECTION, id_))
        return words(panel)

    return shown


def words(panel: DetailsPanel) -> list[str]:
    found = []
    for widget in panel.findChildren(QWidget):
        text = ""
        if not widget.isVisibleTo(panel):
            continue
        if isinstance(widget, LinkButton):
            text = widget.words
        elif isinstance(widget, QTextEdit):
            text = widget.toPlainText()
        elif isinstance(widget, QLabel | QPushButton):
            text = widget.text()
        found.append(text.replace("\N{NO-BREAK SPACE}", " "))
    return [text for text in found if text]


def shown_links(panel: DetailsPanel) -> list[LinkButton]:
    return [one for one in panel.findChildren(LinkButton) if one.isVisibleTo(panel)]


def link(panel: DetailsPanel, name: str) -> LinkButton:
    return next(one for one in shown_links(panel) if one.accessibleName() == name)


def marked(panel: DetailsPanel) -> list[str]:
    """The words that are marked in the excerpts."""
    found = []
    for view in panel.findChildren(ExcerptView):
        block = view.document().begin()
        while block.isValid():
            iterator = block.begin()
            while not iterator.atEnd():
                fragment = iterator.fragment()
                if fragment.charFormat().background().style() is not Qt.BrushStyle.NoBrush:
                    found.append(fragment.text())
                iterator += 1
            block = block.next()
    return found


def test_says_what_it_is_for_when_nothing_is_selected(panel: DetailsPanel) -> None:
    assert words(panel) == [
        "DETAILS",
        "Select an event, a facility, a quotation or a person to see all that the text says of it.",
    ]


def test_an_event_shows_its_date_with_its_precision_and_why_the_year(show: Show, panel: DetailsPanel) -> None:
    text = show(Kind.EVENT, "raymond-visit")
    assert "EVENT · DEFENCE" in text
    assert "August 2020 · to the month" in text
    assert "“August”" in text
    assert any(one.startswith("The year is added, not printed there. The sentence before says") for one in text)
    assert any(one.startswith("In August, General John Raymond, Chief of Space Operations") for one in text)
    assert marked(panel) == ["August"]
    assert "“the Prime Minister”" in text


def test_a_date_is_marked_where_it_stands_in_the_sentence(show: Show, panel: DetailsPanel) -> None:
    show(Kind.EVENT, "security-discussions")
    assert marked(panel) == ["October"]


def test_a_planned_event_says_so(show: Show) -> None:
    text = show(Kind.EVENT, "qzs-operation")
    assert "EVENT · DEFENCE · PLANNED" in text
    assert "fiscal year 2023 · to the fiscal year, April to March" in text


def test_a_facility_shows_names_facts_events_mentions_and_what_was_added(show: Show) -> None:
    text = show(Kind.FACILITY, "futenma")
    assert "also “Marine Corps Air Station (MCAS) Futenma”, “MCAS Futenma”" in text
    assert "To be relocated and returned · ¶ 21" in text
    assert "MENTIONS (6)" in text
    assert text.index("Feb 2017 · Joint statement on Futenma at the summit level") > text.index("OVER TIME")
    added = text.index("WHERE · ADDED, NOT IN THE TEXT")
    assert text[added + 1] == "Ginowan, Okinawa\n26.27° N 127.76° E"
    assert text[added + 2].startswith("Source: ")


def test_what_happened_at_a_facility_stands_in_order_of_time_on_one_line(
    show: Show, panel: DetailsPanel, section: OpenSection
) -> None:
    show(Kind.FACILITY, "futenma")
    events = [one for one in panel.findChildren(LinkButton) if one.accessibleName().startswith("Event: ")]
    assert [one._mark.rail for one in events] == [Rail.FIRST, *[Rail.MIDDLE] * (len(events) - 2), Rail.LAST]
    starts = {f"Event: {event_line(one)}": one.date.span.start or "" for one in section.records.events}
    times = [starts[one.accessibleName()] for one in events]
    assert len(times) >= 3
    assert times == sorted(times)


def test_the_line_joins_the_marks(show: Show, panel: DetailsPanel, theme: Theme) -> None:
    show(Kind.FACILITY, "futenma-replacement-facility")
    first, last = [one for one in panel.findChildren(LinkButton) if one.accessibleName().startswith("Event: ")]
    line = theme.color("soft")

    def has_line(button: LinkButton, y: int) -> bool:
        image = button.grab().toImage()
        return any(abs(image.pixelColor(x, y).lightness() - line.lightness()) < 60 for x in range(6, 12))

    assert has_line(first, first.height() - 2)
    assert not has_line(first, 1)
    assert has_line(last, 1)
    assert not has_line(last, last.height() - 2)


def test_a_facility_without_a_position_or_a_place_says_so(
    show: Show, panel: DetailsPanel, section: OpenSection
) -> None:
    text = show(Kind.FACILITY, "land-south-of-kadena")
    assert any("No one position: it is not on the map." in one for one in text)
    lost = replace(section.facilities["henoko"], where=None, latitude=None, longitude=None)
    panel.set_section(_with_facility(section, lost))
    panel.show_reference(Reference(Kind.FACILITY, SECTION, "henoko"))
    assert "Neither the text nor the program says where it lies: it is not on the map." in words(panel)


def test_a_person_has_quotations_and_reports_apart_and_a_page(qtbot: QtBot, show: Show, panel: DetailsPanel) -> None:
    text = show(Kind.PERSON, "abe")
    assert text.index("QUOTATIONS (2)") < text.index("REPORTED, NO QUOTATION MARKS IN THE TEXT (1)")
    with qtbot.waitSignal(panel.people_requested) as told:
        next(one for one in panel.findChildren(QPushButton) if one.text() == "Person’s page").click()
    assert told.args == [Reference(Kind.PERSON, SECTION, "abe")]


def test_what_others_say_of_a_facility_is_a_note_marked_as_added(show: Show) -> None:
    text = show(Kind.FACILITY, "northern-training-area")
    note = text.index("NOTE · ADDED, NOT IN THE TEXT")
    assert "December 2016" in text[note + 1]
    assert "usembassy.gov" in text[note + 2]
    assert "A major portion returned, approximately 4,000 hectares · ¶ 24" in text


def test_a_quotation_is_shown_whole_with_its_place(show: Show, section: OpenSection) -> None:
    text = show(Kind.QUOTATION, "keep-and-enhance")
    assert "QUOTATION · SPEECH" in text
    assert "Prime Minister Abe" in text
    assert section.quotations["keep-and-enhance"].excerpt.exact in text
    assert "Diplomatic Bluebook 2021, ch. 4, 2 (1), Special Feature, ¶ 10" in text


def test_a_reported_statement_says_that_it_has_no_marks(show: Show) -> None:
    text = show(Kind.QUOTATION, "memoir-revision")
    assert "REPORTED STATEMENT · NO QUOTATION" in text
    assert any("reported, no quotation marks in the text" in one for one in text)


def test_a_term_says_that_it_states_nothing(show: Show) -> None:
    assert "TERM · NO STATEMENT" in show(Kind.QUOTATION, "term-seamless")


def test_a_link_to_what_is_reported_is_not_called_a_quotation(show: Show, panel: DetailsPanel) -> None:
    show(Kind.PERSON, "kishi-nobusuke")
    names = [one.accessibleName() for one in panel.findChildren(LinkButton)]
    assert any(one.startswith("Reported: In his memoir, Prime Minister Kishi") for one in names)
    assert not any(one.startswith("Quotation: ") for one in names)


def test_people_called_a_group_are_named_beside_the_words_printed(show: Show) -> None:
    text = show(Kind.QUOTATION, "predecessors")
    assert "Motegi, Kono Taro, Mike Pompeo, Mark Esper" in text
    assert "printed as “the four ministers”" in text


def test_a_fuller_name_is_marked_as_added(show: Show) -> None:
    text = show(Kind.PERSON, "motegi")
    at = text.index("FULL NAME · ADDED, NOT IN THE TEXT")
    assert text[at + 1] == "Motegi Toshimitsu"
    assert "Foreign Minister · ¶ 6" in text


def test_a_person_named_in_a_heading_alone_is_shown_there(show: Show, panel: DetailsPanel) -> None:
    assert "heading above ¶ 31" in show(Kind.PERSON, "kawamura-yukino")
    assert marked(panel) == ["Kawamura Yukino"]


def test_an_abbreviation_shows_its_full_form_and_where_it_is_introduced(show: Show, panel: DetailsPanel) -> None:
    text = show(Kind.ABBREVIATION, "TOFU")
    assert "Think of Okinawa's Future in the U.S." in text
    assert marked(panel) == ["TOFU: Think of Okinawa's Future in the U.S."]


def test_a_passage_shows_its_slips_with_the_right_reading(show: Show) -> None:
    text = show(Kind.PASSAGE, "12")
    assert "“affirmedthat” [sic]\nright: “affirmed that”" in text
    assert any("2 (2), A, ¶ 12" in one for one in text)


def test_a_passage_lists_its_records_the_first_at_once_and_all_on_request(
    qtbot: QtBot, show: Show, panel: DetailsPanel
) -> None:
    show(Kind.ABBREVIATION, "ACM")
    before = [one for one in panel.findChildren(LinkButton) if one.isVisible()]
    more = next(one for one in before if one.words.startswith("Show "))
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    after = [one for one in panel.findChildren(LinkButton) if one.isVisible()]
    assert len(after) > len(before)
    assert not more.isVisible()


def test_a_link_to_a_record_selects_it(qtbot: QtBot, show: Show, panel: DetailsPanel) -> None:
    show(Kind.EVENT, "raymond-visit")
    with qtbot.waitSignal(panel.selected) as told:
        qtbot.mouseClick(link(panel, "Person: John Raymond"), Qt.MouseButton.LeftButton)
    assert told.args == [Reference(Kind.PERSON, SECTION, "john-raymond")]


def test_a_mention_asks_for_its_place_and_shows_its_words(
    qtbot: QtBot, show: Show, panel: DetailsPanel, section: OpenSection
) -> None:
    show(Kind.FACILITY, "futenma")
    with qtbot.waitSignal(panel.place_requested) as told:
        qtbot.mouseClick(link(panel, "Place 6 of 6: paragraph 35"), Qt.MouseButton.LeftButton)
    assert told.args == [section.facilities["futenma"].mentions[5]]
    assert isinstance(told.args[0], Excerpt)
    assert marked(panel) == ["Marine Corps Air Station Futenma"]


@pytest.mark.parametrize(
    ("words", "signal", "kind", "id_"),
    [
        ("Read in place", "read_requested", Kind.QUOTATION, "rock-solid-alliance"),
        ("Copy with citation", "copy_requested", Kind.QUOTATION, "rock-solid-alliance"),
        ("On timeline", "timeline_requested", Kind.EVENT, "anniversary-reception"),
        ("In quotations", "quotations_requested", Kind.QUOTATION, "rock-solid-alliance"),
    ],
)
def test_each_button_asks_for_what_it_says(panel: DetailsPanel, words: str, signal: str, kind: Kind, id_: str) -> None:
    panel.show_reference(Reference(Kind.QUOTATION, SECTION, "rock-solid-alliance"))
    told: list[Reference] = []
    getattr(panel, signal).connect(told.append)
    next(one for one in panel.findChildren(QPushButton) if one.text() == words).click()
    assert told == [Reference(kind, SECTION, id_)]


def test_the_button_that_leads_to_the_open_tab_is_left_out(show: Show, panel: DetailsPanel) -> None:
    assert "On map" in show(Kind.FACILITY, "yokota")
    panel.set_tab("facilities")
    assert "On map" not in words(panel)
    assert {"Read in place", "Copy with citation"} <= set(words(panel))


def test_a_facility_without_a_position_is_shown_in_the_table(show: Show, section: OpenSection) -> None:
    without = next(one for one in section.records.facilities if one.latitude is None)
    text = show(Kind.FACILITY, without.id)
    assert "In facilities" in text
    assert "On map" not in text


def captions(text: list[str]) -> list[str]:
    return [one for one in text if one.isupper() and one.endswith(")") and "(" in one]


def test_a_passage_lists_all_that_it_bears_out_by_kind_with_counts(show: Show, section: OpenSection) -> None:
    assert captions(show(Kind.PASSAGE, "12")) == [
        "EVENTS (5)",
        "PEOPLE (4)",
        "QUOTATIONS (8)",
        "TERMS IN QUOTATION MARKS (6)",
        "ABBREVIATIONS (4)",
    ]
    slips = sum(one.excerpt.passage == 12 for one in section.records.errata)
    assert f"SLIPS OF THE SOURCE ({slips}) · READINGS ADDED" in show(Kind.PASSAGE, "12")
    assert captions(show(Kind.PASSAGE, "1")) == [
        "EVENTS (1)",
        "FACILITIES (1)",
        "ABBREVIATIONS (2)",
        "CROSS-REFERENCES (1)",
    ]


def test_the_counts_of_a_passage_are_those_of_its_links(show: Show, panel: DetailsPanel, section: OpenSection) -> None:
    for passage in section.document.passages:
        show(Kind.PASSAGE, str(passage.number))
        links = [one for one in shown_links(panel) if not one.words.startswith("Show ")]
        counted = sum(int(one.rpartition("(")[2].rstrip(")")) for one in captions(words(panel)) if "SLIPS" not in one)
        assert len(links) == counted


def test_what_a_heading_bears_out_is_listed_below_it_and_said_to_be_there(show: Show) -> None:
    assert "Kawamura Yukino · in the heading above" in show(Kind.PASSAGE, "31")


def test_a_passage_leads_to_timeline_and_map_where_it_has_something_there(show: Show, panel: DetailsPanel) -> None:
    assert {"On timeline", "On map"} <= set(show(Kind.PASSAGE, "35"))
    told: list[Reference] = []
    panel.timeline_requested.connect(told.append)
    panel.map_requested.connect(told.append)
    for wanted in ("On timeline", "On map"):
        next(one for one in panel.findChildren(QPushButton) if one.text() == wanted).click()
    assert [one.kind for one in told] == [Kind.EVENT, Kind.FACILITY]
    assert not {"On timeline", "On map"} & set(show(Kind.PASSAGE, "19"))


def test_a_pointer_of_a_passage_says_where_it_leads_and_asks_to_be_followed(
    qtbot: QtBot, show: Show, panel: DetailsPanel, section: OpenSection
) -> None:
    text = show(Kind.PASSAGE, "29")
    assert any(one.startswith("see the Column on page 222 · Project to Promote") for one in text)
    button = next(one for one in panel.findChildren(LinkButton) if one.words.startswith("see the Column"))
    with qtbot.waitSignal(panel.pointer_followed) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [section.records.cross_references[1]]


def test_records_on_the_same_words_are_offered_terms_too(show: Show) -> None:
    text = show(Kind.ABBREVIATION, "2+2")
    at = text.index("ON THE SAME WORDS")
    assert text[at + 1] == "“2+2” · term"


def test_an_abbreviation_lists_where_it_is_used_again(show: Show, section: OpenSection) -> None:
    uses = sum(passage.text.count("2+2") for passage in section.document.passages) - 1
    assert f"USED IN ({uses})" in show(Kind.ABBREVIATION, "2+2")


def test_the_close_button_closes(qtbot: QtBot, panel: DetailsPanel) -> None:
    button = next(one for one in panel.findChildren(QToolButton) if one.accessibleName() == "Close details")
    with qtbot.waitSignal(panel.closed):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_record_of_another_section_is_told_apart(panel: DetailsPanel) -> None:
    panel.show_reference(Reference(Kind.EVENT, "2021-en/9.9", "raymond-visit"))
    assert "The open section has no such record." in words(panel)


@pytest.mark.parametrize("id_", ["0", "37", "x", "²", "-1"])
def test_a_passage_that_does_not_exist_is_no_error(panel: DetailsPanel, id_: str) -> None:
    panel.show_reference(Reference(Kind.PASSAGE, SECTION, id_))
    assert "The open section has no such record." in words(panel)


def test_tab_reaches_every_link_and_excerpt_and_each_has_a_name(show: Show, panel: DetailsPanel) -> None:
    show(Kind.FACILITY, "futenma")
    wanted = {w for w in panel.findChildren(QWidget) if isinstance(w, LinkButton | ExcerptView) and w.isVisible()}
    reached = set()
    widget = panel.nextInFocusChain()
    while widget is not panel:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.add(widget)
        widget = widget.nextInFocusChain()
    assert wanted <= reached
    assert all(one.accessibleName() for one in wanted)


def test_tab_and_screen_readers_meet_the_links_in_the_order_in_which_they_stand(
    show: Show, panel: DetailsPanel
) -> None:
    for kind, id_ in ((Kind.PASSAGE, "12"), (Kind.EVENT, "raymond-visit"), (Kind.FACILITY, "futenma")):
        show(kind, id_)
        stops = [w for w in panel.findChildren(QWidget) if isinstance(w, LinkButton | ExcerptView) and w.isVisible()]
        places = [w.mapTo(panel, w.rect().topLeft()) for w in stops]
        assert [(at.y(), at.x()) for at in places] == sorted((at.y(), at.x()) for at in places)
        chain, widget = [], panel.nextInFocusChain()
        while widget is not panel:
            chain.append(widget)
            widget = widget.nextInFocusChain()
        assert [one for one in chain if one in stops] == stops
        after = next(
            one for one in panel.findChildren(QPushButton) if one.text() == "Read in place" and one.isVisible()
        )
        assert chain.index(stops[-1]) < chain.index(after)


def test_the_next_card_is_shown_in_the_same_widgets(show: Show, panel: DetailsPanel) -> None:
    show(Kind.EVENT, "raymond-visit")
    show(Kind.FACILITY, "futenma")
    made = set(panel.findChildren(QWidget))
    show(Kind.EVENT, "raymond-visit")
    assert set(panel.findChildren(QWidget)) == made
    assert "“August”" in words(panel)


def test_what_a_shorter_card_leaves_over_says_nothing(show: Show, panel: DetailsPanel) -> None:
    show(Kind.PASSAGE, "12")
    show(Kind.ABBREVIATION, "TOFU")
    hidden = [one for one in panel.findChildren(LinkButton) if not one.isVisible()]
    assert hidden
    assert {(one.words, one.accessibleName()) for one in hidden} == {("", "")}
    views = [one for one in panel.findChildren(ExcerptView) if not one.isVisible()]
    assert {(one.toPlainText(), one.accessibleName()) for one in views} <= {("", "")}


def test_nothing_of_a_card_is_cut_off_or_stands_on_something_else(show: Show, panel: DetailsPanel) -> None:
    for kind, id_ in ((Kind.PASSAGE, "12"), (Kind.FACILITY, "futenma"), (Kind.PERSON, "abe")):
        show(kind, id_)
        for width in (296, 420, 296):
            panel.resize(width, 500)
            QApplication.processEvents()
            card = panel.findChild(QWidget, "details_card")
            shown = [one for one in card.children() if isinstance(one, QWidget) and one.isVisible()]
            for one in shown:
                assert one.height() >= one.heightForWidth(one.width())
                assert card.rect().contains(one.geometry())
            for one, other in pairwise(shown):
                assert not one.geometry().intersects(other.geometry())


def test_following_a_place_shows_its_words_also_where_another_record_is_shown_then(
    qtbot: QtBot, show: Show, panel: DetailsPanel
) -> None:
    show(Kind.FACILITY, "futenma")
    panel.place_requested.connect(lambda _one: show(Kind.EVENT, "raymond-visit"))
    qtbot.mouseClick(link(panel, "Place 6 of 6: paragraph 35"), Qt.MouseButton.LeftButton)
    assert marked(panel) == ["August"]


def test_an_excerpt_can_be_selected_and_copied_as_words_alone(show: Show, panel: DetailsPanel) -> None:
    show(Kind.EVENT, "raymond-visit")
    view = panel.findChild(ExcerptView)
    view.selectAll()
    view.copy()
    data = QApplication.clipboard().mimeData()
    assert data.text().startswith("In August, General John Raymond")
    assert not data.hasHtml()


def test_every_record_and_passage_of_the_section_can_be_shown(show: Show, section: OpenSection) -> None:
    records = section.records
    for kind, ones in (
        (Kind.EVENT, records.events),
        (Kind.FACILITY, records.facilities),
        (Kind.QUOTATION, records.quotations),
        (Kind.PERSON, records.people),
        (Kind.ABBREVIATION, records.abbreviations),
    ):
        for one in ones:
            assert "The open section has no such record." not in show(kind, one.id), one.id
    for passage in section.document.passages:
        assert f"¶ {passage.number}" in show(Kind.PASSAGE, str(passage.number))


def test_hostile_words_are_shown_as_they_are(panel: DetailsPanel, section: OpenSection) -> None:
    hostile = "<b>bold</b> <img src='file:///x'> &amp; " + "x" * 300
    facility = replace(section.facilities["henoko"], name=hostile)
    panel.set_section(_with_facility(section, facility))
    panel.show_reference(Reference(Kind.FACILITY, SECTION, "henoko"))
    assert hostile in words(panel)
    assert panel.width() == 296


def _with_facility(section: OpenSection, facility: Facility) -> OpenSection:
    """The section with one made-up facility in place of the real one of its id."""
    other = OpenSection(section._library, section.edition, section.section)
    kept = [facility if one.id == facility.id else one for one in section.records.facilities]
    other.__dict__["records"] = replace(section.records, facilities=tuple(kept))
    return other


def test_a_change_of_theme_repaints_and_keeps_the_record(
    show: Show, panel: DetailsPanel, theme: Theme, in_theme: Callable[[str], None]
) -> None:
    before = show(Kind.EVENT, "raymond-visit")
    in_theme("dark")
    assert words(panel) == before
    shown = panel.grab().toImage().pixelColor(3, 300)
    assert abs(shown.lightness() - theme.color("panel").lightness()) < 9  # displays of 16 bits round


def test_a_passage_reference_works_as_the_reader_makes_it(panel: DetailsPanel) -> None:
    panel.show_reference(passage_reference(SECTION, 9))
    assert "PASSAGE · CAPTION" in words(panel)


def test_a_link_that_says_something_else_now_is_not_under_the_pointer_any_more(
    qtbot: QtBot, show: Show, panel: DetailsPanel
) -> None:
    show(Kind.EVENT, "raymond-visit")
    button = link(panel, "Person: John Raymond")
    QApplication.sendEvent(button, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)  # as Qt does when the pointer comes
    show(Kind.PERSON, "abe")
    assert button.words != "John Raymond"
    assert not button.underMouse()


def test_an_excerpt_keeps_clear_of_the_words_above_it(show: Show, panel: DetailsPanel) -> None:
    for kind, id_ in ((Kind.QUOTATION, "keep-and-enhance"), (Kind.PASSAGE, "12")):
        show(kind, id_)
        excerpt = next(one for one in panel.findChildren(ExcerptView) if one.isVisible())
        above = max(one.geometry().bottom() for one in panel.findChildren(TextView) if one.y() < excerpt.y())
        assert excerpt.y() - above > 8

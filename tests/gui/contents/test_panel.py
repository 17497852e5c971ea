"""The contents in step with the text."""

from bluebook_desktop.domain.references import parse_locator

from ..hands import Hands, settle


def titles(hands: Hands) -> list[str]:
    """All headings, in order."""
    found, index = [], hands.contents.model().index(0, 0)
    while index.isValid():
        found.append(str(index.data()))
        index = hands.contents.indexBelow(index)
    return found


def click_heading(hands: Hands, beginning: str) -> None:
    index = hands.contents.model().index(0, 0)
    while not str(index.data()).startswith(beginning):
        index = hands.contents.indexBelow(index)
    hands.contents.scrollTo(index)
    settle()
    hands.click(hands.contents.viewport(), hands.contents.visualRect(index).center())


def test_all_twenty_headings_are_shown_in_order(hands: Hands) -> None:
    shown = titles(hands)
    assert len(shown) == 20
    assert shown[0] == "Diplomatic Bluebook 2021"
    assert shown[3].startswith("(1) ")


def test_at_the_start_the_heading_of_the_first_passage_is_marked(hands: Hands) -> None:
    assert hands.heading == "(1) Overview of Japan-U.S. Security Relationship"
    assert hands.contents.verticalScrollBar().value() == 0


def test_scrolling_the_text_marks_its_heading_and_keeps_it_in_view(hands: Hands) -> None:
    bar = hands.window.reader.view.verticalScrollBar()
    seen = []
    for value in range(0, bar.maximum() + 1, 100):
        bar.setValue(value)
        settle()
        if not seen or seen[-1] != hands.heading:
            seen.append(hands.heading)
        rect = hands.contents.visualRect(hands.contents.currentIndex())
        assert hands.contents.viewport().rect().intersects(rect)
    document = hands.window._section.document
    order = iter([document.headings[passage.heading].full_title for passage in document.passages])
    assert len(seen) > 10
    assert all(heading in order for heading in seen)  # one after another: `in` moves the iterator on


def test_a_heading_leads_to_its_text(hands: Hands) -> None:
    click_heading(hands, "(4) ")
    assert hands.heading.startswith("(4) Host Nation Support")
    assert hands.status.split(" › ")[-2].startswith("(4) ")
    view = hands.window.reader.view
    assert view.cursorForPosition(view.viewport().rect().topLeft()).block().text()


def test_every_heading_leads_to_a_place_where_it_can_be_read(hands: Hands) -> None:
    view = hands.window.reader.view
    page = view.page
    for heading in hands.window._section.document.headings:
        hands.contents.heading_chosen.emit(heading.position)
        settle()
        block = view.document().findBlockByNumber(page.block_of_heading[heading.position])
        top = view.block_rect(block).top() - view.verticalScrollBar().value()
        assert 0 <= top < view.viewport().height() - 20, heading.full_title


def test_a_heading_chosen_on_another_tab_opens_the_reader_and_back_returns(hands: Hands) -> None:
    hands.do("facilities")
    click_heading(hands, "(3) ")
    assert hands.tab == "reader"
    hands.press("Alt+Left")
    assert hands.tab == "facilities"


def test_enter_on_a_heading_reads_it(hands: Hands) -> None:
    hands.contents.setFocus()
    hands.press("Down", times=4)
    chosen = hands.heading
    hands.press("Enter")
    assert hands.heading == chosen
    assert hands.top() > 1


def test_columns_and_special_features_are_said_to_be_such(hands: Hands) -> None:
    from PySide6.QtCore import Qt

    spoken = []
    index = hands.contents.model().index(0, 0)
    while index.isValid():
        spoken.append(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        index = hands.contents.indexBelow(index)
    assert sum(one.endswith(", special feature") for one in spoken) == 1
    assert sum(one.endswith(", column") for one in spoken) == 1


def test_the_selected_passages_heading_is_marked(hands: Hands) -> None:
    hands.window.open_locator(parse_locator("bluebook:2021-en/4.2.2/36"))
    document = hands.window._section.document
    assert hands.heading == document.headings[document.passage(36).heading].full_title

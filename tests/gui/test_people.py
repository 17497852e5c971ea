"""How all parts of the window lead to a person's page, and back."""

from PySide6.QtWidgets import QAbstractItemView, QWidget

from bluebook_desktop.domain.references import Kind, Reference

from .hands import Hands, spoken

SECTION = "2021-en/4.2.2"


def page(hands: Hands) -> str:
    """Whose page is open."""
    from bluebook_desktop.gui.people.page import PersonPage

    return spoken(hands.window.findChild(PersonPage).findChildren(QWidget))[0]


def test_ctrl_5_opens_the_tab(hands: Hands) -> None:
    hands.press("Ctrl+5")
    assert (hands.tab, hands.status) == ("people", "People: 20")
    assert isinstance(hands.window.focusWidget(), QAbstractItemView)


def test_a_result_that_is_a_person_leads_to_the_page(hands: Hands) -> None:
    hands.search("Raymond")
    hands.click_chip("People")
    hands.press("Ctrl+K")
    hands.press("Return")
    assert (hands.tab, page(hands)) == ("people", "John Raymond")
    hands.do("back")
    assert hands.tab == "reader"
    hands.do("forward")
    assert (hands.tab, page(hands)) == ("people", "John Raymond")


def test_a_speaker_in_details_leads_to_the_page_and_back_leads_to_the_quotation(hands: Hands) -> None:
    hands.do("quotations")
    hands.pick_row(0)
    hands.click(link(hands, "Person: Mike Pompeo"))
    assert (hands.tab, page(hands)) == ("people", "Mike Pompeo")
    hands.do("back")
    assert hands.tab == "quotations"
    assert "Motegi, Kono Taro" in hands.details()


def test_back_and_forward_walk_over_pages(hands: Hands) -> None:
    navigator = hands.window.workspace.navigator
    for id_ in ("abe", "motegi", "trump"):
        navigator.show_on("people", Reference(Kind.PERSON, SECTION, id_))
    hands.do("back")
    assert page(hands) == "Motegi"
    hands.do("back")
    assert page(hands) == "Abe"
    hands.do("forward")
    assert page(hands) == "Motegi"


def test_details_do_not_repeat_the_page_and_come_back_with_a_record_or_another_tab(hands: Hands) -> None:
    hands.do("people")
    hands.pick_row(1)
    assert hands.details() == ""
    hands.click(link(hands, "Quotation: ") if has_link(hands, "Quotation: ") else link(hands, "Event: "))
    assert hands.details() != ""
    hands.pick_row(2)
    assert hands.details() == ""
    hands.do("reader")
    assert "David Berger" in hands.details()


def test_a_mention_on_the_page_is_read_in_place(hands: Hands) -> None:
    hands.window.workspace.navigator.show_on("people", Reference(Kind.PERSON, SECTION, "john-raymond"))
    hands.click(link(hands, "Place 1 of 1: paragraph 14"))
    assert hands.tab == "reader"
    assert hands.sees(14, "John Raymond")
    hands.do("back")
    assert (hands.tab, page(hands)) == ("people", "John Raymond")


def test_the_card_of_a_person_has_a_button_to_the_page(hands: Hands) -> None:
    hands.window.workspace.navigator.select(Reference(Kind.PERSON, SECTION, "trump"))
    hands.click(hands.button("Person’s page"))
    assert (hands.tab, page(hands)) == ("people", "Trump")


def has_link(hands: Hands, beginning: str) -> bool:
    return any(one.accessibleName().startswith(beginning) for one in links(hands))


def links(hands: Hands) -> list[QWidget]:
    from bluebook_desktop.gui.widgets.links import LinkButton

    return [one for one in hands.window.findChildren(LinkButton) if one.isVisible()]


def link(hands: Hands, beginning: str) -> QWidget:
    return next(one for one in links(hands) if one.accessibleName().startswith(beginning))

"""Results of a library with several editions: every row, caption and part of the bar says which it is of."""

from bluebook_desktop.gui.search.parts import SpreadBar

from ..desk import Desk
from ..hands import offscreen_cannot_raise, settle

pytestmark = offscreen_cannot_raise


def searched(desk: Desk) -> None:
    desk.import_all(desk.write_file("kono.txt")).close()
    desk.window.workspace.search.patience = 0
    desk.search("minister ")


def test_a_row_names_its_section_once_there_are_several(desk: Desk) -> None:
    desk.search("minister ")
    assert not any("2021-en" in row for row in desk.rows())
    searched(desk)
    sections = {row.split(", ")[1] for row in desk.rows()}
    assert sections == {"2021-en/4.2.2", "2019-en/3.1"}


def test_captions_and_bar_name_the_edition(desk: Desk) -> None:
    searched(desk)
    results = desk.window.workspace.side.results()
    next(one for one in results._menu.actions() if one.text() == "Group by place").trigger()
    settle()
    captions = [row for row in desk.rows() if " › " in row]
    assert captions[0] == "2019-en › 3.1 Efforts for Peace"
    assert {caption.split(" › ")[0] for caption in captions} == {"2019-en", "2021-en"}
    said = desk.window.findChild(SpreadBar).accessibleDescription()
    assert "2019-en/3.1 Efforts for Peace: " in said
    assert "2021-en/4.2.2 Japan-U.S. Security Arrangements: " in said


def test_a_hit_of_another_section_is_gone_to_with_its_words_marked(desk: Desk) -> None:
    searched(desk)
    desk.search("Ruritania kind:passage")
    desk.press("Return")
    assert desk.status.startswith("2019 › ")
    assert "Ruritania" in desk.marked("hit")

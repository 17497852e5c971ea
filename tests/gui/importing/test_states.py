"""Every state of the dialogs: named, reached by Tab, translated, nothing cut off."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QDialog, QLabel, QLineEdit, QPushButton, QWidget

from bluebook_desktop.gui.importing.removing import RemoveDialog

from ..desk import TEXT, Desk, MakeDesk
from ..hands import offscreen_cannot_raise, settle
from ..test_accessibility import by_tab, in_use, name_of
from ..test_translation import in_longer_language, is_cut, said, visible  # noqa: F401 - a fixture among them

pytestmark = offscreen_cannot_raise


def ready(desk: Desk) -> QDialog:
    return desk.take(desk.write_file("a.txt"), desk.write_file("b.txt", "A letter.\n"), desk.write_file("c.txt", ""))


def wrong(desk: Desk) -> QDialog:
    dialog = ready(desk)
    desk.import_dialog().model.set_place([0], edition="x", section="")
    settle()
    return dialog


def several(desk: Desk) -> QDialog:
    dialog = ready(desk)
    desk.import_dialog().table.selectAll()
    settle()
    return dialog


def report(desk: Desk) -> QDialog:
    return desk.import_all(
        desk.write_file("a.txt", TEXT.replace("In June", "(4) Out\n\nIn June")), desk.write_file("c.txt", "")
    )


def removal(desk: Desk) -> QDialog:
    report(desk).reject()
    desk.do("remove_sections")
    found = desk.window.findChild(RemoveDialog)
    assert found is not None
    return found


STATES: dict[str, Callable[[Desk], QDialog]] = {
    "ready": ready,
    "wrong": wrong,
    "several": several,
    "report": report,
    "removal": removal,
}
#: What is the reader's or the text's, not the program's.
DATA = ("a.txt", "b.txt", "c.txt", "2019-en", "other-en", "3.1", "Efforts for Peace", "A letter.", "/")


@pytest.mark.parametrize("state", STATES)
def test_everything_has_a_name_and_is_reached_by_tab(desk: Desk, state: str) -> None:
    dialog = STATES[state](desk)
    used = in_use(dialog)
    assert [type(one).__name__ for one in used if not name_of(one)] == []
    dialog.activateWindow()
    settle()
    if not dialog.isAncestorOf(dialog.focusWidget() or desk.window):
        dialog.setFocus()
    reached = by_tab(dialog)
    missed = [name_of(one) for one in used if one.isEnabled() and one.focusProxy() is None and one not in reached]
    assert missed == []


@pytest.mark.parametrize("state", STATES)
def test_every_row_says_itself_in_words(desk: Desk, state: str) -> None:
    dialog = STATES[state](desk)
    from PySide6.QtCore import Qt

    for view in dialog.findChildren(QAbstractItemView):
        model = view.model()
        if view.isVisible() and view.objectName() == "import_files":
            spoken = [model.index(r, 0).data(Qt.ItemDataRole.AccessibleTextRole) for r in range(model.rowCount())]
            assert len(set(spoken)) == model.rowCount()
            assert all(", " in one for one in spoken)


@pytest.mark.parametrize("state", STATES)
def test_every_word_is_translated_and_none_is_cut_off(
    in_longer_language: None,  # noqa: F811 - the fixture
    make_desk: MakeDesk,
    state: str,
) -> None:
    desk = make_desk(False)
    dialog = STATES[state](desk)
    plain = set()
    for one in [dialog, *visible(dialog, QWidget)]:
        words = said(one) if isinstance(one, QAbstractButton | QLabel | QLineEdit | QDialog) else []
        plain |= {w for w in words if "[" not in w and not any(data in w for data in DATA) and not w.isdecimal()}
    problems = {"“x” is no edition; an edition is a year and a language, such as 2019-en."}
    assert plain - problems == set()
    assert [one.text() for one in visible(dialog, QLabel, QPushButton) if is_cut(one)] == []

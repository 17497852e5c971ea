"""A list of records as views and screen readers ask for it."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from bluebook_desktop.gui.widgets.record_rows import ROW, RecordRows


@dataclass(frozen=True)
class Named:
    key: str
    typed: str = "typed"
    spoken: str = "spoken"


def test_rows_are_found_by_their_records_and_say_what_they_are(qtmodeltester: ModelTester) -> None:
    model: RecordRows[Named] = RecordRows()
    qtmodeltester.check(model)
    abe = Named("abe", "Abe", "Abe, Prime Minister")
    model.show_rows([Named(""), abe])
    row = model.row_of("abe")
    assert (model.rowCount(), row.row()) == (2, 1)
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, ROW)
    assert [row.data(role) for role in roles] == ["Abe", "Abe, Prime Minister", abe]
    assert not model.row_of("kishi").isValid()
    assert model.data(QModelIndex(), ROW) is None
    model.show_rows([])
    assert not model.row_of("abe").isValid()

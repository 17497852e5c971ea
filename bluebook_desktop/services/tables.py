"""Tables as CSV (RFC 4180) that spreadsheets open as they are: what all exports of records as tables share."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from bluebook_desktop.services.export import made_from, storable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bluebook_desktop.services.sections import OpenSection

#: Tells Excel that the file is UTF-8.
_MARK = "\ufeff"
#: A cell that begins with one of these is a formula to spreadsheets, full-width forms included.
_FORMULA = tuple("=+-@＝＋－＠")
#: Between several values in one cell.
BETWEEN = "; "
#: The last columns of every table: from what and by what it was made.
ORIGIN = ("section", "source_line", "licence", "made_by")


def csv_table(section: OpenSection, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Rows under their columns; every row says from what and by what it was made."""
    origin = made_from(section)
    by = f"{origin['made_by']['program']} {origin['made_by']['version']}"
    licence = origin["made_from"]["licence"]
    rest = {"section": section.id, "source_line": origin["source_line"], "licence": licence, "made_by": by}
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    every = (*columns, *ORIGIN)
    writer.writerow(every)
    for one in rows:
        row = {**one, **rest}
        writer.writerow([_cell(row[column]) for column in every])
    return _MARK + target.getvalue()


def _cell(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula; numbers, which may be below zero, stay numbers."""
    if not isinstance(value, str):
        return "" if value is None else value
    whole = storable(value)
    return f"'{whole}" if whole.lstrip().startswith(_FORMULA) else whole

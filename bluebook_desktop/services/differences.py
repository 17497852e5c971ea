"""What tells two rows of a library apart, and how that is said to a reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluebook_desktop.storage.raw import Row

#: How much of a text is shown around the place where it differs.
_AROUND = 24
_NAMES = {
    "editions": "edition",
    "sections": "section",
    "headings": "heading",
    "passages": "passage",
    "excerpts": "excerpt",
    "events": "event",
    "facilities": "facility",
    "quotations": "quotation",
    "people": "person",
    "abbreviations": "abbreviation",
    "cross_references": "cross-reference",
    "errata": "slip",
    "origins": "rule of the record",
    "entries": "search entry",
    "frequencies": "count of the word",
}
_TITLES = ("title", "name", "short", "exact", "text", "slug")


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that differs, or with no column a whole row that is missing or should not be there.

    `row` is the row as it should be, or where there should be none the one that is there.
    """

    table: str
    key: Any
    row: Row
    column: str
    expected: Any
    found: Any

    @property
    def section(self) -> str:
        """The section that the row belongs to, or nothing."""
        return str(self.row.get("section", ""))

    @property
    def passage(self) -> int | None:
        """The passage that the row itself names."""
        for column in ("number", "passage", "first_passage"):
            if isinstance(number := self.row.get(column), int):
                return number
        return None


def compare_rows(table: str, expected: dict[Any, Row], found: dict[Any, Row]) -> Iterator[Difference]:
    """Every value of a table's rows that differs, in the rows' order."""
    for key in [*expected, *(key for key in found if key not in expected)]:
        wanted, held = expected.get(key), found.get(key)
        if wanted is None or held is None:
            yield Difference(table, key, wanted or held or {}, "", wanted, held)
            continue
        for column, value in wanted.items():
            if not _same(value, held[column]):
                yield Difference(table, key, wanted, column, value, held[column])


def _same(one: Any, other: Any) -> bool:
    """Whether two values are equal and of one type, so that 1 is not taken for 1.0 or "1"."""
    plain_one, plain_other = (str(value) if isinstance(value, str) else value for value in (one, other))
    return type(plain_one) is type(plain_other) and bool(plain_one == plain_other)


def sentence(difference: Difference, passage: int | None) -> str:
    """A difference in one sentence."""
    if difference.table == "meta":
        return _of_meta(difference)
    subject = _subject(difference, passage)
    if not difference.column:
        return f"{subject} is missing." if difference.found is None else f"{subject} does not stand in the original."
    return f"{subject} differs from the original {_where(difference)}."


def _of_meta(difference: Difference) -> str:
    if difference.key == "fingerprint" and difference.found is not None:
        return (
            "The library was built from other originals or by another version of the program; "
            "“bluebook build” makes it anew."
        )
    return f"The library’s own entry “{difference.key}” is not as it should be."


def _subject(difference: Difference, passage: int | None) -> str:
    if difference.table == "passages":
        return f"¶ {passage}"
    title = next((difference.row[name] for name in _TITLES if difference.row.get(name)), difference.key)
    place = "" if passage is None else f" (¶ {passage})"
    return f"The {_NAMES[difference.table]} “{_cut(str(title), 60)}”{place}"


def _where(difference: Difference) -> str:
    """The place within the row and both readings."""
    is_text = difference.table == "passages" and difference.column == "text"
    named = "" if is_text else f"in its {difference.column.replace('_', ' ')}"
    expected, found = difference.expected, difference.found
    if not isinstance(expected, str) or not isinstance(found, str):
        return f"{named}: {_value(found)} instead of {_value(expected)}"
    at = next(
        (i for i, (a, b) in enumerate(zip(expected, found, strict=False)) if a != b), min(len(expected), len(found))
    )
    place = f"at character {at + 1}" if is_text else f"{named} at character {at + 1}"
    return f"{place}: “{_around(found, at)}” instead of “{_around(expected, at)}”"


def _value(value: Any) -> str:
    return "nothing" if value is None else f"“{_cut(str(value), 60)}”"


def _around(text: str, at: int) -> str:
    """The word at a place, or as much of it as can be shown."""
    start = max(text.rfind(" ", 0, at) + 1, at - _AROUND)
    end = text.find(" ", at + 1)
    end = min(len(text) if end < 0 else end, at + _AROUND)
    return text[start:end]


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"

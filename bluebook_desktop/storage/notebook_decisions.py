"""The reader's decisions as rows of the notebook, and read from a notebook that nobody need open for writing."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bluebook_desktop.domain.decisions import FIELDS, Decision, checked
from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.records import Verdict
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.errors import UsageError
from bluebook_desktop.storage.notebook_errors import reading_closely
from bluebook_desktop.storage.notebook_migrations import tables

if TYPE_CHECKING:
    from pathlib import Path

_COLUMNS = (
    "key",
    "section",
    "kind",
    "record",
    "title",
    "verdict",
    "fields",
    "passage",
    "heading",
    "exact",
    "prefix",
    "suffix",
    "start",
    "end",
    "decided_at",
)
_ANCHOR = _COLUMNS[7:14]
_NAMED = ", ".join(f'"{one}"' for one in _COLUMNS)
_PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class KeptDecisions:
    """The decisions of a notebook in the order in which they were taken; `unreadable` rows are left out, and alone."""

    decisions: tuple[Decision, ...] = ()
    unreadable: int = 0


def read(connection: sqlite3.Connection, section: str = "") -> KeptDecisions:
    """All decisions, or those on one section."""
    where, values = (" WHERE section = ?", (section,)) if section else ("", ())
    rows = connection.execute(f"SELECT {_NAMED} FROM decisions{where} ORDER BY decided_at, id", values).fetchall()
    found = [_decision(dict(zip(_COLUMNS, row, strict=True))) for row in rows]
    decisions = tuple(one for one in found if one is not None)
    return KeptDecisions(decisions, len(found) - len(decisions))


def put(connection: sqlite3.Connection, decision: Decision) -> None:
    """Keep a decision in the stead of the one of its key, and of any on the same words of the same record."""
    anchor = decision.anchor
    connection.execute(
        'DELETE FROM decisions WHERE "key" = ? OR (section = ? AND kind = ? AND record = ? AND exact = ?'
        ' AND "prefix" = ? AND "suffix" = ? AND passage = ? AND "start" = ?)',
        (
            decision.key,
            decision.section,
            decision.kind.value,
            decision.record,
            anchor.exact,
            anchor.prefix,
            anchor.suffix,
            anchor.passage,
            anchor.start,
        ),
    )
    row = _row(decision)
    holders = ", ".join("?" for _ in _COLUMNS)
    connection.execute(f"INSERT INTO decisions ({_NAMED}) VALUES ({holders})", [row[one] for one in _COLUMNS])


def remove(connection: sqlite3.Connection, key: str) -> bool:
    """Forget a decision; whether there was one of that key."""
    return connection.execute('DELETE FROM decisions WHERE "key" = ?', (key,)).rowcount > 0


def read_file(path: Path) -> KeptDecisions:
    """The decisions of a notebook's file, which is opened for reading only; none where there is no file.

    Raises NotebookDamagedError where it cannot be read as a notebook, BluebookError where it cannot be read at all.
    """
    with reading_closely():
        if not path.exists():
            return KeptDecisions()
        with contextlib.closing(sqlite3.connect(address_of(path), uri=True, timeout=_PATIENCE)) as connection:
            connection.text_factory = lambda text: text.decode("utf-8", "replace")
            return read(connection) if "decisions" in tables(connection) else KeptDecisions()


def address_of(path: Path) -> str:
    """What opens a notebook for reading alone. Where nobody has it open not even the files of a reader are made."""
    in_use = any(path.with_name(path.name + tail).exists() for tail in ("-wal", "-journal"))
    return f"{path.absolute().as_uri()}?mode=ro{'' if in_use else '&immutable=1'}"


def _row(decision: Decision) -> dict[str, Any]:
    anchor = decision.anchor
    return {
        "key": decision.key,
        "section": decision.section,
        "kind": decision.kind.value,
        "record": decision.record,
        "title": decision.title,
        "verdict": decision.verdict.value,
        "fields": json.dumps(dict(decision.values), ensure_ascii=False),
        "passage": anchor.passage,
        "heading": anchor.heading,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "start": anchor.start,
        "end": anchor.end,
        "decided_at": decision.decided_at,
    }


def _decision(row: dict[str, Any]) -> Decision | None:
    """A row as a decision; None where it holds what no program of this version writes."""
    with contextlib.suppress(ValueError, UsageError, RecursionError):
        kind, verdict = Kind(row["kind"]), Verdict(row["verdict"])
        values = json.loads(row["fields"])
        if not isinstance(values, dict) or not all(isinstance(one, str) for one in values.values()):
            return None
        anchor = Excerpt(**{one: row[one] for one in _ANCHOR})
        if kind not in FIELDS or bool(values) != (verdict is Verdict.CORRECTED) or not anchor.exact:
            return None
        return Decision(
            key=row["key"],
            section=row["section"],
            kind=kind,
            record=row["record"],
            title=row["title"],
            verdict=verdict,
            anchor=anchor,
            decided_at=row["decided_at"],
            values=checked(kind, values),
        )
    return None

"""Rows of units that a quotation and a text have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bluebook_desktop.domain.checking.units import Units


@dataclass(frozen=True, slots=True)
class Run:
    """Units that are the same in both: where they start in the quotation and in the text, and how many."""

    given: int
    text: int
    size: int


def words_in(runs: Sequence[Run], given: Units) -> int:
    """How many words runs have."""
    return sum(given.all[run.given + step].is_word for run in runs for step in range(run.size))

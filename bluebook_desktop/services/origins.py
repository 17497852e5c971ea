"""Where a record is from: found by the program, checked by hand, or the reader's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bluebook_desktop.domain.references import Reference
    from bluebook_desktop.services.sections import OpenSection

FOUND, CHECKED, YOURS = "found by the program", "checked by hand", "yours"


def key_of(reference: Reference) -> tuple[str, str]:
    """A record's key in `Records.origins`."""
    return reference.kind.value, reference.id


def origin_of(section: OpenSection, reference: Reference) -> str:
    """Where a record is from, in the words of the interface: FOUND, CHECKED or YOURS."""
    if key_of(reference) in section.records.yours:
        return YOURS
    return FOUND if key_of(reference) in section.records.origins else CHECKED


def origin_in_words(section: OpenSection, reference: Reference) -> str:
    """The same in a line with the rule, how sure it is, and what was found before a correction.

    ``found by the program: a date in the sentence, sure to 85 %``
    """
    records = section.records
    origin, yours = records.origins.get(key_of(reference)), records.yours.get(key_of(reference))
    state = origin_of(section, reference)
    if origin is None:
        return state
    how = f"{origin.rule}, sure to {percent(origin.confidence)}"
    if yours is None:
        return f"{state}: {how}"
    before = ", ".join(f"{name} “{value}”" for name, value in yours.found.items())
    found = f"the program had found {before}" if before else f"the program had found it ({how})"
    added = f"; not in the text: {', '.join(sorted(yours.unprinted))}" if yours.unprinted else ""
    return f"{state}, {yours.verdict.value}; {found}{added}"


def percent(confidence: float) -> str:
    """``85 %``."""
    return f"{round(confidence * 100)} %"

"""Where a reader wants to go, as typed: ``12``, ``¶ 12``, ``12-15``, or a locator with or without its scheme."""

import re
from dataclasses import dataclass

from bluebook_desktop.domain.references import parse_locator
from bluebook_desktop.errors import UsageError

_NUMBERS = re.compile(r"¶{0,2}\s*([0-9]{1,6})(?:\s*[-–—]\s*¶?\s*([0-9]{1,6}))?", re.ASCII)
_LOCATED = re.compile(r"(.+/[0-9]{1,6})\s*[-–—]\s*([0-9]{1,6})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Place:
    """Passages `first` to `last` of a section; no section means the one at hand, no passage the whole of it."""

    section: str | None
    first: int | None
    last: int | None

    def passages(self, count: int) -> range:
        """The numbers meant, of a section that has `count` passages; UsageError when it has not all of them."""
        if self.first is None or self.last is None:
            return range(1, count + 1)
        for number in (self.first, self.last):
            if not 1 <= number <= count:
                raise UsageError(f"There is no ¶ {number}: the section has ¶ 1 to ¶ {count}.")
        return range(self.first, self.last + 1)


def parse_place(text: str) -> Place:
    """Read a place as typed; UsageError when it is none or runs backwards."""
    typed = text.strip()
    if numbers := _NUMBERS.fullmatch(typed):
        first = int(numbers[1])
        return _place(None, first, int(numbers[2] or first))
    located = _LOCATED.fullmatch(typed)
    locator = parse_locator(located[1] if located else typed)
    if locator.passage is None:
        return Place(locator.section_id, None, None)
    return _place(locator.section_id, locator.passage, int(located[2]) if located else locator.passage)


def _place(section: str | None, first: int, last: int) -> Place:
    if last < first:
        raise UsageError(f"¶ {first} to ¶ {last} runs backwards.")
    return Place(section, first, last)

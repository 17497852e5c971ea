"""Where the reading column stands: centred, of a comfortable measure, with room for the margin numbers."""

from __future__ import annotations

from dataclasses import dataclass

from bluebook_desktop.gui.reader.layout import GUTTER, MEASURE, RIGHT_MARGIN, reading_size

#: Below this width the gutter is narrower.
_ROOMY = 560
_NARROW_GUTTER = 64
_LEAST = 120


@dataclass(frozen=True, slots=True)
class Column:
    """Left edge and width of the column, in pixels of the view."""

    left: float
    width: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width


def column_in(room: int, zoom: int) -> Column:
    """The column of a view that is `room` pixels wide, at a zoom in per cent."""
    gutter = GUTTER if room >= _ROOMY else _NARROW_GUTTER
    width = max(_LEAST, min(round(MEASURE * reading_size(zoom)), room - gutter - RIGHT_MARGIN))
    return Column(float(max(gutter, (room - width) // 2)), float(width))

"""How work grows with a text: compared with that for an eighth of it, so that no clock of a busy machine decides."""

import time
from collections.abc import Callable

#: A part of a text is this much shorter than the whole: even work takes as many times less.
PARTS = 8
#: Work that grows with the square of a text takes 64 times as long for eight times as much, even work eight times. The
#: bound lies as far from the one as from the other, so that a full cache or a busy neighbour decides nothing.
MOST = 23.0
#: Shorter than this nothing can be measured, nor does it matter.
_LEAST = 0.02
_TIMES = 3


def growth(work: Callable[[str], object], part: str, whole: str) -> float:
    """How many times the processor time for an eighth of a text that for the whole is; 1 where both are too short."""
    shorter = longer = float("inf")
    for _ in range(_TIMES):
        shorter, longer = min(shorter, _spent(work, part)), min(longer, _spent(work, whole))
        if longer < _LEAST or longer / shorter < MOST:
            break
    return longer / shorter if longer >= _LEAST else 1.0


def _spent(work: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    work(text)
    return max(time.process_time() - begun, 1e-6)

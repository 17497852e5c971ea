"""How work grows with a text: compared with that for one half as long, so that no clock of a busy machine decides."""

import time
from collections.abc import Callable

#: Work that grows with the square of a text is four times as long for one twice as long; even work is twice as long.
MOST = 3.2
#: Shorter than this nothing can be measured, nor does it matter.
_LEAST = 0.02
_TIMES = 3


def growth(work: Callable[[str], object], half: str, whole: str) -> float:
    """How many times the processor time for half a text that for the whole one is; 1 where both are too short."""
    shorter = longer = float("inf")
    for _ in range(_TIMES):
        shorter, longer = min(shorter, _spent(work, half)), min(longer, _spent(work, whole))
        if longer < _LEAST or longer / shorter < MOST:
            break
    return longer / shorter if longer >= _LEAST else 1.0


def _spent(work: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    work(text)
    return max(time.process_time() - begun, 1e-6)

"""Puts a finished file in the place of an older one. On Windows that may have to wait for who is reading it."""

import sys
import time
from pathlib import Path

#: Seconds after which whoever holds the file is taken to keep it.
_PATIENCE = 0.5
_PAUSE = 0.01


def put_in_place(draft: Path, target: Path) -> None:
    """Rename a draft over its target, in one step. Raises OSError.

    Windows refuses while anybody has the target open, as another program of ours that reads it, or a virus scanner
    that looks at every new file; that is over in a moment.
    """
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            draft.replace(target)
        except PermissionError:
            if sys.platform != "win32" or time.monotonic() > until:
                raise
            time.sleep(_PAUSE)
        else:
            return

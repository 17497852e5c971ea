"""A lane whose answers come when a test wants them to."""

from collections.abc import Callable
from typing import Any


class HeldLane:
    """Keeps the newest thing that it is asked for until it is told to do it; `held` False for at once."""

    def __init__(self, *, held: bool = True) -> None:
        self.held = held
        self._asked: tuple[Callable[[], Any], Callable[[Any], None], Callable[[BaseException], None]] | None = None

    @property
    def is_asked(self) -> bool:
        """Whether something waits."""
        return self._asked is not None

    def submit(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[BaseException], None]
    ) -> int:
        self._asked = work, done, failed
        if not self.held:
            self.work()
        return 1

    def cancel(self) -> None:
        self._asked = None

    def close(self) -> None:
        self.cancel()

    def work(self) -> None:
        """Do what was asked for last; what that asks for waits in its turn."""
        asked, self._asked = self._asked, None
        if asked is not None:
            work, done, _ = asked
            done(work())

    def fail(self, error: BaseException) -> None:
        """Let what was asked for last go wrong."""
        asked, self._asked = self._asked, None
        if asked is not None:
            asked[2](error)

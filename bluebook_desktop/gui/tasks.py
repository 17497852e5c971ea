"""Background work that the window never waits for: numbered, cancellable, and the newest wins."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal

Work = Callable[[], Any]
Done = Callable[[Any], None]
Failed = Callable[[BaseException], None]


class Cancelled(Exception):  # noqa: N818 - not an error: nobody waits for the answer any more
    """Raised by work that noticed that it was cancelled."""


class Lane(Protocol):
    """One line of background work, such as searching. A later request replaces all earlier ones."""

    def submit(self, work: Work, done: Done, failed: Failed) -> int:
        """Run `work` elsewhere and then `done` with its result, or `failed`, here; the request's number."""

    def cancel(self) -> None:
        """Drop whatever runs or waits."""

    def close(self) -> None:
        """End the lane; nothing is delivered after it."""


class AnyLane(Protocol):
    """Any line of background work: whether all of it is done, or only the newest, is for its owner to choose."""

    def submit(self, work: Work, done: Done, failed: Failed) -> object:
        """Run `work` elsewhere and then `done` with its result, or `failed`, here."""


class ThreadLane(QObject):
    """A lane with a thread of its own, which starts with the first request.

    `stop` is called from the window's thread to interrupt the work that runs when a newer request comes.
    """

    _finished = Signal(int, object, object)

    def __init__(self, name: str, stop: Callable[[], None] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._stop = stop
        self._queue: SimpleQueue[tuple[int, Work] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._newest = 0
        self._running = 0
        self._waiting: dict[int, tuple[Done, Failed]] = {}
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def submit(self, work: Work, done: Done, failed: Failed) -> int:
        """See `Lane`."""
        self.cancel()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()
        self._waiting = {self._newest: (done, failed)}
        self._queue.put((self._newest, work))
        return self._newest

    def cancel(self) -> None:
        """See `Lane`."""
        self._newest += 1
        self._waiting.clear()
        if self._stop is not None and self._running:
            self._stop()

    def close(self) -> None:
        """See `Lane`; waits for the thread, which was told to stop."""
        self.cancel()
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join(timeout=5)
            self._thread = None

    def _run(self) -> None:
        while (request := self._queue.get()) is not None:
            number, work = request
            if number != self._newest:
                continue
            self._running = number
            try:
                result, error = work(), None
            except BaseException as caught:  # noqa: BLE001 - told to whoever asked, in their thread, unless they left
                result, error = None, caught
            self._running = 0
            self._finished.emit(number, result, error)

    def _on_finished(self, number: int, result: Any, error: BaseException | None) -> None:
        asked = self._waiting.pop(number, None) if number == self._newest else None
        if asked is None:
            return
        done, failed = asked
        if error is None:
            done(result)
        elif not isinstance(error, Cancelled):
            failed(error)


class OrderedLane(QObject):
    """Work that must all be done, in the order in which it was asked for, such as writing to one database."""

    _finished = Signal(object, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closing = False
        self._queue: SimpleQueue[tuple[Work, Done | None, Failed | None] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def submit(self, work: Work, done: Done | None = None, failed: Failed | None = None) -> None:
        """Run `work` after all that was submitted before, then `done` with its result, or `failed`, here.

        An error that nobody takes is raised here, where the window's hook for crashes tells of it.
        """
        self._queue.put((work, done, failed))

    def close(self) -> None:
        """Wait until all is done, then end."""
        self._closing = True
        self._queue.put(None)
        self._thread.join(timeout=10)

    def _run(self) -> None:
        while (request := self._queue.get()) is not None:
            work, done, failed = request
            try:
                result = work()
            except BaseException as error:  # noqa: BLE001 - told to whoever asked, in their thread
                if self._closing:  # nobody is told any more
                    logging.getLogger(__name__).error("The last work of the lane failed: %s", error)
                self._finished.emit(failed or (None if self._closing else _raise), error)
            else:
                self._finished.emit(done, result)

    def _on_finished(self, told: Done | None, result: Any) -> None:
        if told is not None:
            told(result)


def _raise(error: BaseException) -> None:
    raise error


class ImmediateLane:
    """A lane for tests and for pictures: the work is done at once, in this thread."""

    def __init__(self) -> None:
        self._count = 0

    def submit(self, work: Work, done: Done, failed: Failed) -> int:
        """See `Lane`."""
        self._count += 1
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - told to whoever asked, as the threads do
            failed(error)
        else:
            done(result)
        return self._count

    def cancel(self) -> None:
        """Nothing ever waits."""

    def close(self) -> None:
        """Nothing is open."""

"""Background work: only the newest request is answered."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui.tasks import Cancelled, ImmediateLane, OrderedLane, ThreadLane


class Answers:
    """What a lane delivers."""

    def __init__(self) -> None:
        self.done: list[Any] = []
        self.failed: list[BaseException] = []


class Gate:
    """Work that waits until it is let go."""

    def __init__(self, result: object) -> None:
        self._result = result
        self.began, self.free = threading.Event(), threading.Event()

    def __call__(self) -> object:
        self.began.set()
        assert self.free.wait(5)
        return self._result


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def stopped() -> list[bool]:
    return []


@pytest.fixture
def lane(stopped: list[bool]) -> Iterator[ThreadLane]:
    lane = ThreadLane("of a test", lambda: stopped.append(True))
    yield lane
    lane.close()


def submit(lane: ThreadLane, work: Callable[[], object], answers: Answers) -> int:
    return lane.submit(work, answers.done.append, answers.failed.append)


def test_the_answer_arrives_in_the_windows_thread(lane: ThreadLane, qtbot: QtBot) -> None:
    threads: list[object] = []
    lane.submit(threading.current_thread, lambda worker: threads.extend([worker, threading.current_thread()]), print)
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


def test_of_two_requests_only_the_newest_is_answered(lane: ThreadLane, answers: Answers, qtbot: QtBot) -> None:
    slow = Gate("first")
    submit(lane, slow, answers)
    assert slow.began.wait(5)
    submit(lane, lambda: "second", answers)
    slow.free.set()
    qtbot.waitUntil(lambda: bool(answers.done))
    qtbot.wait(20)
    assert answers.done == ["second"]


def test_requests_that_wait_are_never_begun_when_a_newer_one_comes(
    lane: ThreadLane, answers: Answers, qtbot: QtBot
) -> None:
    begun: list[int] = []
    slow = Gate(0)
    submit(lane, slow, answers)
    assert slow.began.wait(5)
    for number in range(1, 6):
        submit(lane, lambda number=number: begun.append(number) or number, answers)
    slow.free.set()
    qtbot.waitUntil(lambda: bool(answers.done))
    assert (begun, answers.done) == ([5], [5])


def test_an_answer_on_its_way_is_dropped_when_a_newer_request_comes(
    lane: ThreadLane, answers: Answers, qtbot: QtBot
) -> None:
    finished = threading.Event()
    submit(lane, lambda: finished.set() or "first", answers)
    assert finished.wait(5)
    submit(lane, lambda: "second", answers)
    qtbot.waitUntil(lambda: bool(answers.done))
    assert answers.done == ["second"]


def test_a_newer_request_stops_the_one_that_runs(lane: ThreadLane, answers: Answers, stopped: list[bool]) -> None:
    slow = Gate(0)
    submit(lane, slow, answers)
    assert slow.began.wait(5)
    assert stopped == []
    submit(lane, lambda: 1, answers)
    slow.free.set()
    assert stopped == [True]


def test_what_was_cancelled_is_not_answered(lane: ThreadLane, answers: Answers, qtbot: QtBot) -> None:
    slow = Gate(0)
    submit(lane, slow, answers)
    assert slow.began.wait(5)
    lane.cancel()
    slow.free.set()
    qtbot.wait(30)
    assert (answers.done, answers.failed) == ([], [])


def test_a_failure_is_told(lane: ThreadLane, answers: Answers, qtbot: QtBot) -> None:
    error = ValueError("of the test")

    def fail() -> None:
        raise error

    submit(lane, fail, answers)
    qtbot.waitUntil(lambda: bool(answers.failed))
    assert (answers.done, answers.failed) == ([], [error])


def test_work_that_noticed_that_it_was_cancelled_tells_nobody(lane: ThreadLane, answers: Answers, qtbot: QtBot) -> None:
    def give_up() -> None:
        raise Cancelled

    submit(lane, give_up, answers)
    qtbot.wait(30)
    assert (answers.done, answers.failed) == ([], [])


def test_a_failure_does_not_end_the_lane(lane: ThreadLane, answers: Answers, qtbot: QtBot) -> None:
    submit(lane, lambda: 1 // 0, answers)
    qtbot.waitUntil(lambda: bool(answers.failed))
    submit(lane, lambda: "after", answers)
    qtbot.waitUntil(lambda: answers.done == ["after"])


def test_after_closing_nothing_is_answered_and_no_thread_is_left(answers: Answers, qtbot: QtBot) -> None:
    lane = ThreadLane("closed")
    slow = Gate(0)
    submit(lane, slow, answers)
    assert slow.began.wait(5)
    threading.Timer(0.02, slow.free.set).start()
    lane.close()
    qtbot.wait(30)
    assert (answers.done, answers.failed) == ([], [])
    assert "closed" not in [one.name for one in threading.enumerate()]


def test_a_lane_that_was_never_used_has_no_thread(qtbot: QtBot) -> None:
    lane = ThreadLane("idle")
    assert "idle" not in [one.name for one in threading.enumerate()]
    lane.close()


def test_requests_are_numbered_upwards(lane: ThreadLane, answers: Answers) -> None:
    numbers = [submit(lane, lambda: 0, answers) for _ in range(3)]
    assert numbers == sorted(set(numbers))


# Work that must all be done


@pytest.fixture
def ordered() -> Iterator[OrderedLane]:
    lane = OrderedLane("ordered")
    yield lane
    lane.close()


def test_all_that_is_submitted_is_done_in_order(ordered: OrderedLane, qtbot: QtBot) -> None:
    done: list[int] = []
    for number in range(20):
        ordered.submit(lambda number=number: number, done.append)
    qtbot.waitUntil(lambda: len(done) == 20)
    assert done == list(range(20))


def test_a_failure_is_told_and_the_rest_is_done(ordered: OrderedLane, answers: Answers, qtbot: QtBot) -> None:
    ordered.submit(lambda: 1 // 0, answers.done.append, answers.failed.append)
    ordered.submit(lambda: "after", answers.done.append, answers.failed.append)
    qtbot.waitUntil(lambda: answers.done == ["after"])
    assert [type(one) for one in answers.failed] == [ZeroDivisionError]


def test_a_failure_that_nobody_takes_is_raised_for_the_crash_hook(ordered: OrderedLane, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as raised:
        ordered.submit(lambda: 1 // 0)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError


def test_what_fails_when_the_window_is_gone_stands_in_the_log(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    lane, gate = OrderedLane("failing late"), Gate(None)
    lane.submit(gate)
    lane.submit(lambda: 1 // 0)
    threading.Timer(0.2, gate.free.set).start()
    lane.close()
    assert caplog.messages == ["The last work of the lane failed: integer division or modulo by zero"]


def test_closing_waits_for_what_is_not_done_yet(qtbot: QtBot) -> None:
    lane, done = OrderedLane("closed in time"), []
    for number in range(5):
        lane.submit(lambda number=number: done.append(number))
    lane.close()
    assert done == [0, 1, 2, 3, 4]
    assert "closed in time" not in [one.name for one in threading.enumerate()]


def test_the_immediate_lane_answers_at_once(answers: Answers) -> None:
    lane = ImmediateLane()
    lane.submit(lambda: 5, answers.done.append, answers.failed.append)
    lane.submit(lambda: 1 // 0, answers.done.append, answers.failed.append)
    assert answers.done == [5]
    assert isinstance(answers.failed[0], ZeroDivisionError)

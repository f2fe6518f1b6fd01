"""Each job ends once whatever happens to the workers. They are simulated in this process."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import cycle, pairwise
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import event, example, given
from hypothesis import strategies as st

from solver.batch import dispatch
from solver.batch.dispatch import (
    CHUNK_S,
    CHUNKS_A_WORKER,
    LARGEST,
    MAX_FAILURES,
    MAX_SILENT_POLLS,
    POLL_S,
    run,
)
from solver.batch.job import (
    Done,
    Failed,
    JobEnd,
    SetAside,
    WorkersGone,
)

NEVER = 10**9


class WorkerDeath(BaseException):
    """Raised by a task: its worker dies, and the executor is broken."""


class ChunkLoss(BaseException):
    """Raised by a task: its chunk is lost and nothing else, as on a cluster."""


class KilledWorker(Exception):
    """What a cluster raises for a lost chunk."""


@dataclass(frozen=True)
class Sent:
    """A chunk that was sent, and how many were unanswered then, itself included."""

    data: list[Any]
    unanswered: int


class SimulatedExecutor(Executor):
    """Runs a chunk when asked to; refuses chunks beyond its `capacity`."""

    def __init__(self, capacity: int, sent: list[Sent], pick: Callable[[int], int]) -> None:
        self.capacity = capacity
        self.sent = sent
        self.pick = pick
        self.unanswered: list[tuple[Future[Any], Callable[[], Any]]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if not self.capacity:
            raise RuntimeError("takes no more")
        self.capacity -= 1
        future: Future[Any] = Future()
        self.unanswered.append((future, partial(fn, *args, **kwargs)))
        self.sent.append(Sent(list(args[1]), len(self.unanswered)))
        return future

    def work(self) -> None:
        if not self.unanswered:
            return
        future, call = self.unanswered.pop(self.pick(len(self.unanswered)))
        try:
            future.set_result(call())
        except ChunkLoss:
            future.set_exception(KilledWorker("gave up"))
        except WorkerDeath:
            self.capacity = 0
            for one in [future, *(other for other, _ in self.unanswered)]:
                one.set_exception(BrokenProcessPool("a worker died"))
            self.unanswered.clear()


class Cancelling(SimulatedExecutor):
    """Cancels unanswered chunks, like Dask's executor when it loses its scheduler."""

    def work(self) -> None:
        for future, _ in self.unanswered:
            future.cancel()
            future.set_running_or_notify_cancel()
        self.unanswered.clear()
        self.capacity = 0


@dataclass
class SimulatedWorkers:
    """Simulated workers: they do the oldest chunk next, or the one that `pick` chooses of so many.

    They do `per_wait` chunks in every `period`th wait, and a wait returns at most `shown` of those done, the latest
    ones. `capacity` gives the number of chunks that the nth executor accepts, `missing` the executor that cannot be
    opened, `cancels` the one that cancels its chunks, `dead` whether a worker process is known to have ended.
    """

    count: int = 2
    capacity: Callable[[int], int] = lambda _: NEVER
    pick: Callable[[int], int] = lambda _: 0
    per_wait: int = 1
    period: int = 1
    shown: int = NEVER
    missing: int = 0
    cancels: int = 0
    dead: bool = False
    opened: int = 0
    closed: int = 0
    waits: int = 0
    now: float = 0
    sent: list[Sent] = field(default_factory=list)

    def open(self) -> Executor:
        self.opened += 1
        if self.opened == self.missing:
            raise WorkersGone("no worker")
        make = Cancelling if self.opened == self.cancels else SimulatedExecutor
        self.executor = make(self.capacity(self.opened), self.sent, self.pick)
        return self.executor

    def one_died(self) -> bool:
        return self.dead

    def close(self) -> None:
        self.closed += 1

    def perf_counter(self) -> float:
        return self.now

    def wait(
        self, futures: Collection[Future[Any]], timeout: float | None = None, return_when: str = ALL_COMPLETED
    ) -> Any:
        self.waits += 1
        assert self.waits < 10_000, "waits without end"
        assert return_when == FIRST_COMPLETED
        assert timeout == POLL_S, "waits without checking for interrupts"
        for _ in range(0 if self.waits % self.period else self.per_wait):
            self.executor.work()
        return SimpleNamespace(done={*[one for one in futures if one.done()][-self.shown :]})

    def times(self, data: Any) -> int:
        return sum(chunk.data.count(data) for chunk in self.sent)

    def again(self) -> list[Sent]:
        """The chunks with something that was sent before."""
        seen: set[Any] = set()
        repeated = []
        for chunk in self.sent:
            if not seen.isdisjoint(chunk.data):
                repeated.append(chunk)
            seen.update(chunk.data)
        return repeated


@contextmanager
def simulated(workers: SimulatedWorkers) -> Iterator[None]:
    """Replace the waiting function and the clock of a batch by those of simulated workers."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dispatch, "wait", workers.wait)
        patch.setattr(dispatch, "time", workers)
        yield


def numbered(data: Iterable[Any]) -> list[tuple[str, Any]]:
    return [(f"job {number}", one) for number, one in enumerate(data)]


def ends(
    workers: SimulatedWorkers, task: Callable[[Any], Any], jobs: Sequence[tuple[str, Any]]
) -> dict[str, JobEnd[Any]]:
    """How each job ended; asserts that each ended once and that no executor was left open."""
    with simulated(workers):
        found = list(run(jobs, task, workers))
    assert sorted(one.key for one in found) == sorted(key for key, _ in jobs)
    assert workers.opened == workers.closed
    return {one.key: one for one in found}


def results(found: dict[str, JobEnd[Any]]) -> dict[str, Any]:
    assert {type(one) for one in found.values()} <= {Done}
    return {key: one.result for key, one in found.items() if isinstance(one, Done)}


def square(number: int) -> int:
    return number * number


@dataclass
class Raising:
    """Squares, but raises `how` for some data, as many times as `times_left` gives for it."""

    how: type[BaseException]
    times_left: dict[int, int]

    def __call__(self, number: int) -> int:
        if self.times_left.get(number, 0):
            self.times_left[number] -= 1
            raise self.how(f"no {number}")
        return square(number)


SQUARES = {key: square(number) for key, number in numbered(range(20))}


# ---- nothing fails


@pytest.mark.parametrize("count", [1, 2, 5])
@pytest.mark.parametrize("size", [1, 2, 7, 200])
def test_every_job_ends_once_with_its_result(count: int, size: int) -> None:
    workers = SimulatedWorkers(count)
    jobs = numbered(range(size))
    assert results(ends(workers, square, jobs)) == {key: square(number) for key, number in jobs}
    assert workers.opened == 1


def test_each_job_has_its_own_seconds() -> None:
    workers = SimulatedWorkers()

    def spend(seconds: float) -> None:
        workers.now += seconds

    jobs = numbered([0.5, 0.25, 2.0, *[0.125] * 40])
    found = ends(workers, spend, jobs)
    assert max(len(chunk.data) for chunk in workers.sent) > 1
    assert [found[key] for key, _ in jobs] == [Done(key, None, seconds) for key, seconds in jobs]


def test_an_empty_batch_sends_nothing() -> None:
    workers = SimulatedWorkers()
    assert ends(workers, square, []) == {}
    assert workers.sent == []


@pytest.mark.parametrize("size", [3, 100])
def test_jobs_begin_in_the_order_given(size: int) -> None:
    workers = SimulatedWorkers()
    order = sorted(range(size), key=lambda number: 37 * number % 101)
    ends(workers, square, numbered(order))
    assert [number for chunk in workers.sent for number in chunk.data] == order


def test_jobs_may_come_from_an_iterator() -> None:
    with simulated(workers := SimulatedWorkers()):
        found = list(run(iter(numbered(range(20))), square, workers))
    assert {one.key for one in found} == set(SQUARES)


def test_a_result_is_yielded_while_other_jobs_are_unanswered() -> None:
    workers = SimulatedWorkers(pick=lambda unanswered: unanswered - 1)
    with simulated(workers), closing(run(numbered(range(4)), square, workers)) as running:
        assert next(running) == Done("job 3", 9, 0)
        assert len(workers.executor.unanswered) == 3


def test_waiting_without_a_result_is_no_failure() -> None:
    workers = SimulatedWorkers(period=2 * MAX_FAILURES)
    assert results(ends(workers, square, numbered(range(20)))) == SQUARES
    assert workers.opened == 1


# ---- a task that raises


def test_a_task_that_raises_fails_only_its_own_job_and_says_why() -> None:
    found = ends(SimulatedWorkers(), Raising(ValueError, {3: 1}), numbered(range(20)))
    assert found.pop("job 3") == Failed("job 3", "ValueError: no 3")
    assert results(found) == {key: one for key, one in SQUARES.items() if key != "job 3"}


def test_a_task_that_raises_fails_no_other_job_of_its_chunk() -> None:
    workers = SimulatedWorkers()
    found = ends(workers, Raising(KeyError, {54: 1, 56: 1}), numbered(range(100)))
    (chunk,) = (one.data for one in workers.sent if 55 in one.data)
    assert {54, 55, 56, 57} < set(chunk)
    assert {key for key, one in found.items() if isinstance(one, Failed)} == {"job 54", "job 56"}
    assert [found["job 55"], found["job 57"]] == [Done("job 55", 3025, 0), Done("job 57", 3249, 0)]


def test_a_task_that_raised_is_not_retried() -> None:
    workers = SimulatedWorkers()
    ends(workers, Raising(ValueError, {3: 1}), numbered(range(20)))
    assert workers.again() == []


# ---- chunks


def chunk_sizes(workers: SimulatedWorkers, seconds: Sequence[float]) -> list[int]:
    """The number of jobs in each chunk if each job takes so many seconds."""

    def spend(data: tuple[int, float]) -> None:
        workers.now += data[1]

    ends(workers, spend, numbered(enumerate(seconds)))
    return [len(chunk.data) for chunk in workers.sent]


@pytest.mark.parametrize("seconds", [CHUNK_S, 4 * CHUNK_S])
def test_long_jobs_are_sent_one_to_a_chunk(seconds: float) -> None:
    assert chunk_sizes(SimulatedWorkers(), [seconds] * 60) == [1] * 60


def test_short_jobs_are_sent_many_to_a_chunk_but_not_more_than_the_largest() -> None:
    assert max(chunk_sizes(SimulatedWorkers(), [0.001] * 600)) == LARGEST


def test_a_chunk_of_short_jobs_takes_about_the_time_that_one_should() -> None:
    sizes = chunk_sizes(SimulatedWorkers(), [CHUNK_S / 7.5] * 200)
    assert max(sizes) == 7
    assert sizes.count(7) > len(sizes) / 2


def test_chunks_become_small_again_when_jobs_become_long() -> None:
    workers = SimulatedWorkers()
    chunk_sizes(workers, [0.001] * 300 + [4 * CHUNK_S] * 200)
    (last_short,) = (place for place, chunk in enumerate(workers.sent) if 299 in {number for number, _ in chunk.data})
    known = workers.sent[last_short + 2 * CHUNKS_A_WORKER * workers.count :]
    assert {len(chunk.data) for chunk in known} == {1}
    assert len(known) > 50


@pytest.mark.parametrize("count", [1, 2, 5])
@pytest.mark.parametrize("seconds", [0.001, 1.0])
def test_every_worker_is_kept_busy_with_no_more_chunks_sent_than_planned(count: int, seconds: float) -> None:
    workers = SimulatedWorkers(count)
    chunk_sizes(workers, [seconds] * 300)
    full = CHUNKS_A_WORKER * count
    assert [chunk.unanswered for chunk in workers.sent] == [*range(1, full), *[full] * (len(workers.sent) - full + 1)]


@pytest.mark.parametrize("count", [1, 3])
def test_the_last_jobs_are_spread_over_the_workers(count: int) -> None:
    sizes = chunk_sizes(SimulatedWorkers(count), [0.001] * 300)
    assert max(sizes) > 1
    assert sizes[-CHUNKS_A_WORKER * count :] == [1] * CHUNKS_A_WORKER * count
    left = 300
    for size in sizes:
        assert size <= max(1, left // (CHUNKS_A_WORKER * count))
        left -= size


# ---- a worker's death


@pytest.mark.parametrize("fatal", [0, 3, 12, 19])
@pytest.mark.parametrize("per_wait", [1, 3])
def test_no_result_is_lost_when_a_worker_dies(fatal: int, per_wait: int) -> None:
    workers = SimulatedWorkers(per_wait=per_wait)
    assert results(ends(workers, Raising(WorkerDeath, {fatal: 1}), numbered(range(20)))) == SQUARES
    assert workers.opened == 2


@pytest.mark.parametrize("fatal", [0, 60])
def test_jobs_unanswered_at_a_death_are_retried_one_at_a_time(fatal: int) -> None:
    workers = SimulatedWorkers()
    ends(workers, Raising(WorkerDeath, {fatal: 1}), numbered(range(100)))
    again = workers.again()
    assert len(again) >= CHUNKS_A_WORKER * workers.count
    assert {(len(chunk.data), chunk.unanswered) for chunk in again} == {(1, 1)}
    assert workers.times(fatal) == 2


@pytest.mark.parametrize("fatal", [0, 60])
def test_a_job_that_kills_its_worker_twice_is_set_aside_and_no_other(fatal: int) -> None:
    workers = SimulatedWorkers()
    found = ends(workers, Raising(WorkerDeath, {fatal: NEVER}), numbered(range(100)))
    assert found.pop(f"job {fatal}") == SetAside(f"job {fatal}", "BrokenProcessPool: a worker died")
    assert results(found) == {key: square(data) for key, data in numbered(range(100)) if data != fatal}
    assert (workers.times(fatal), workers.opened) == (2, 3)


def test_a_chunk_answered_before_the_death_is_not_retried() -> None:
    workers = SimulatedWorkers()
    ends(workers, Raising(WorkerDeath, {2: 1}), numbered(range(20)))
    assert [workers.times(number) for number in (0, 1, 2, 3, 19)] == [1, 1, 2, 2, 1]


def test_a_chunk_answered_together_with_the_death_is_not_retried() -> None:
    workers = SimulatedWorkers(per_wait=2, shown=1)
    assert results(ends(workers, Raising(WorkerDeath, {1: 1}), numbered(range(20)))) == SQUARES
    assert [workers.times(number) for number in range(4)] == [1, 2, 2, 2]


def test_a_death_reported_chunk_by_chunk_is_one_failure() -> None:
    workers = SimulatedWorkers(MAX_FAILURES, shown=1)
    assert results(ends(workers, Raising(WorkerDeath, {0: 1}), numbered(range(20)))) == SQUARES
    assert workers.opened == 2


def test_many_deaths_with_results_between_them_stop_nothing() -> None:
    workers = SimulatedWorkers()
    fatal = range(0, 60, 3)
    found = ends(workers, Raising(WorkerDeath, dict.fromkeys(fatal, NEVER)), numbered(range(60)))
    assert workers.opened > 2 * MAX_FAILURES
    assert {key for key, one in found.items() if isinstance(one, SetAside)} == {f"job {number}" for number in fatal}


def test_workers_that_always_die_raise_workers_gone() -> None:
    workers = SimulatedWorkers()
    found: list[JobEnd[int]] = []
    with (
        simulated(workers),
        pytest.raises(WorkersGone, match=f"{MAX_FAILURES} times in a row.*BrokenProcessPool: a worker"),
    ):
        found.extend(run(numbered(range(100)), Raising(WorkerDeath, dict.fromkeys(range(100), NEVER)), workers))
    assert (workers.opened, workers.closed) == (MAX_FAILURES, MAX_FAILURES)


def test_what_was_yielded_before_workers_gone_is_valid() -> None:
    workers = SimulatedWorkers()
    found: list[JobEnd[int]] = []
    with simulated(workers), pytest.raises(WorkersGone):
        found.extend(run(numbered(range(100)), Raising(WorkerDeath, dict.fromkeys(range(10, 100), NEVER)), workers))
    done = [one for one in found if isinstance(one, Done)]
    assert {one.key: one.result for one in done} == {key: one for key, one in SQUARES.items() if one < 100}
    assert all(int(one.key.split()[1]) >= 10 for one in found if not isinstance(one, Done))


# ---- a worker that died while it wrote its answer


def test_jobs_without_an_answer_are_retried_when_a_worker_is_dead() -> None:
    workers = SimulatedWorkers(period=MAX_SILENT_POLLS + 1, dead=True)
    with simulated(workers), closing(run(numbered(range(20)), square, workers)) as running:
        first = next(running)
    assert (workers.waits, workers.opened) == (MAX_SILENT_POLLS + 1, 2)
    assert first == Done("job 0", 0, 0)
    assert workers.again() == [Sent([0], 1)]


def test_answers_are_waited_for_as_long_as_some_come() -> None:
    workers = SimulatedWorkers(period=MAX_SILENT_POLLS, dead=True)
    assert results(ends(workers, square, numbered(range(20)))) == SQUARES
    assert (workers.opened, workers.again()) == (1, [])


def test_a_job_that_twice_leaves_no_answer_is_set_aside_and_says_why() -> None:
    workers = SimulatedWorkers(period=NEVER, dead=True)
    found: list[JobEnd[int]] = []
    with simulated(workers), pytest.raises(WorkersGone):
        found.extend(run(numbered(range(20)), square, workers))
    assert found[0] == SetAside("job 0", "BrokenExecutor: a worker died during its answer")
    assert workers.waits == MAX_FAILURES * MAX_SILENT_POLLS


# ---- an executor that refuses


@pytest.mark.parametrize("capacity", [1, 3, 4, 5])
def test_an_executor_that_refuses_chunks_is_replaced(capacity: int) -> None:
    workers = SimulatedWorkers(capacity=lambda _: capacity)
    assert results(ends(workers, square, numbered(range(20)))) == SQUARES
    assert workers.opened > 1
    assert [number for chunk in workers.sent for number in chunk.data] == list(range(20))


def test_an_executor_that_refuses_chunks_still_answers_those_it_has() -> None:
    workers = SimulatedWorkers(capacity=lambda nth: 3 if nth == 1 else NEVER, period=2 * MAX_FAILURES)
    assert results(ends(workers, square, numbered(range(20)))) == SQUARES
    assert (workers.opened, workers.again()) == (2, [])


def test_an_executor_that_refuses_its_first_chunk_is_replaced() -> None:
    workers = SimulatedWorkers(capacity=lambda nth: 0 if nth < MAX_FAILURES else NEVER)
    assert results(ends(workers, square, numbered(range(20)))) == SQUARES
    assert workers.opened == MAX_FAILURES


def test_a_result_resets_the_count_of_failures() -> None:
    workers = SimulatedWorkers(capacity=lambda nth: 1 if nth == 1 else 0 if nth < MAX_FAILURES else NEVER)
    assert results(ends(workers, square, numbered(range(20)))) == SQUARES
    assert workers.opened == MAX_FAILURES


def test_executors_that_always_refuse_raise_workers_gone() -> None:
    workers = SimulatedWorkers(capacity=lambda _: 0)
    with (
        simulated(workers),
        pytest.raises(WorkersGone, match=f"{MAX_FAILURES} times in a row.*RuntimeError: takes no more"),
    ):
        next(run(numbered(range(20)), square, workers))
    assert (workers.opened, workers.closed, workers.sent) == (MAX_FAILURES, MAX_FAILURES, [])


def test_what_was_yielded_before_every_executor_refused_is_valid() -> None:
    workers = SimulatedWorkers(capacity=lambda nth: 3 if nth == 1 else 0)
    found: list[JobEnd[int]] = []
    with simulated(workers), pytest.raises(WorkersGone):
        found.extend(run(numbered(range(20)), square, workers))
    assert found == [Done(f"job {number}", number**2, 0) for number in range(3)]


@pytest.mark.parametrize("nth", [1, 2])
def test_workers_that_cannot_be_opened_raise_workers_gone_at_once(nth: int) -> None:
    workers = SimulatedWorkers(missing=nth)
    with simulated(workers), pytest.raises(WorkersGone, match="no worker"):
        list(run(numbered(range(20)), Raising(WorkerDeath, {0: 1}), workers))
    assert (workers.opened, workers.closed) == (nth, nth)


# ---- a lost chunk of an executor that works on


def test_only_the_jobs_of_a_lost_chunk_are_retried() -> None:
    workers = SimulatedWorkers()
    assert results(ends(workers, Raising(ChunkLoss, {3: 1}), numbered(range(20)))) == SQUARES
    assert (workers.opened, workers.again()) == (1, [Sent([3], 1)])


def test_the_jobs_of_a_lost_chunk_are_retried_one_at_a_time() -> None:
    workers = SimulatedWorkers()
    found = ends(workers, Raising(ChunkLoss, {60: NEVER}), numbered(range(100)))
    (lost,) = (chunk.data for chunk in workers.sent if 60 in chunk.data and len(chunk.data) > 1)
    assert workers.again() == [Sent([number], 1) for number in lost]
    assert found.pop("job 60") == SetAside("job 60", "KilledWorker: gave up")
    assert len(results(found)) == 99


def test_an_executor_that_loses_every_chunk_raises_workers_gone() -> None:
    workers = SimulatedWorkers()
    with simulated(workers), pytest.raises(WorkersGone, match=f"{MAX_FAILURES} times in a row.*KilledWorker: gave up"):
        list(run(numbered(range(100)), Raising(ChunkLoss, dict.fromkeys(range(100), NEVER)), workers))
    assert workers.opened == workers.closed


# ---- a batch that is stopped


def test_a_closed_batch_closes_its_workers_and_sends_no_more() -> None:
    workers = SimulatedWorkers()
    with simulated(workers):
        running = run(numbered(range(100)), square, workers)
        next(running)
        sent = len(workers.sent)
        running.close()
    assert (workers.opened, workers.closed) == (1, 1)
    assert len(workers.sent) == sent < 10
    assert list(running) == []


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_an_exception_of_the_caller_closes_the_workers(error: type[BaseException]) -> None:
    workers = SimulatedWorkers()

    def take_all() -> None:
        with closing(run(numbered(range(100)), square, workers)) as running:
            for _ in running:
                raise error

    with simulated(workers), pytest.raises(error):
        take_all()
    assert (workers.opened, workers.closed) == (1, 1)


def test_an_interrupt_while_waiting_closes_the_workers() -> None:
    workers = SimulatedWorkers()

    def interrupt(_: int) -> int:
        raise KeyboardInterrupt

    workers.pick = interrupt
    with simulated(workers), pytest.raises(KeyboardInterrupt):
        next(run(numbered(range(100)), square, workers))
    assert (workers.opened, workers.closed) == (1, 1)


def test_no_worker_is_opened_before_the_first_result_is_asked_for() -> None:
    workers = SimulatedWorkers()
    run(numbered(range(100)), square, workers).close()
    assert (workers.opened, workers.closed) == (0, 0)


# ---- all of it together


HARMLESS = ("fine", "raises")
FATAL = {
    "dies once": (WorkerDeath, 1),
    "dies always": (WorkerDeath, NEVER),
    "lost once": (ChunkLoss, 1),
    "lost always": (ChunkLoss, NEVER),
}

jobs_of_all_kinds = st.tuples(
    st.lists(st.sampled_from(HARMLESS), max_size=40),
    st.lists(st.sampled_from(sorted(FATAL)), max_size=3),  # few enough not to reach MAX_FAILURES
).flatmap(lambda both: st.permutations([*both[0], *both[1]]))


@given(
    jobs_of_all_kinds,
    st.integers(1, 3),
    st.integers(1, 3),
    st.integers(1, 3),
    st.sampled_from([0.0, 0.125, 1.0]),
    st.lists(st.integers(0, 9), min_size=1, max_size=9),
)
@example(["dies always", "dies once", "lost always"], 1, 1, 1, 0.0, [0])
def test_every_job_ends_once_and_in_the_right_way(
    jobs: list[str], count: int, per_wait: int, shown: int, seconds: float, picks: list[int]
) -> None:
    picked = cycle(picks)
    workers = SimulatedWorkers(count, pick=lambda unanswered: next(picked) % unanswered, per_wait=per_wait, shown=shown)
    left = {number: FATAL[kind][1] for number, kind in enumerate(jobs) if kind in FATAL}

    def act(data: tuple[int, str]) -> int:
        number, kind = data
        workers.now += seconds
        if left.get(number, 0):
            left[number] -= 1
            raise FATAL[kind][0]
        if kind == "raises":
            raise ValueError
        return number

    found = ends(workers, act, numbered(enumerate(jobs)))
    for number, kind in enumerate(jobs):
        end = found[f"job {number}"]
        event(f"{kind}: {type(end).__name__}")
        match kind:
            case "fine":
                assert end == Done(f"job {number}", number, seconds)
            case "raises":
                assert isinstance(end, Failed)
            case "dies always" | "lost always":
                assert isinstance(end, SetAside)
            case _:  # another job's death may have been counted for it before its own
                assert isinstance(end, Done) or len(left) > 1


def test_a_refused_retry_is_still_sent_alone() -> None:
    workers = SimulatedWorkers(capacity=lambda nth: 0 if nth == 2 else NEVER)
    ends(workers, Raising(WorkerDeath, {0: 1}), numbered(range(100)))
    assert {(len(chunk.data), chunk.unanswered) for chunk in workers.again()} == {(1, 1)}


def test_a_job_that_never_kills_is_not_set_aside_after_a_refusal() -> None:
    workers = SimulatedWorkers(
        capacity=lambda nth: 0 if nth == 2 else NEVER, pick=lambda unanswered: min(1, unanswered - 1)
    )
    found = ends(workers, Raising(WorkerDeath, {1: 1, 5: 1}), numbered(range(20)))
    assert not isinstance(found["job 0"], SetAside)


def test_cancelled_chunks_are_retried() -> None:
    workers = SimulatedWorkers(cancels=1)
    assert results(ends(workers, square, numbered(range(20)))) == SQUARES
    assert workers.opened == 2


def test_a_cancelled_retry_is_still_sent_alone() -> None:
    workers = SimulatedWorkers(cancels=2)
    assert results(ends(workers, Raising(WorkerDeath, {0: 1}), numbered(range(100)))) == {
        key: square(number) for key, number in numbered(range(100))
    }
    assert {(len(chunk.data), chunk.unanswered) for chunk in workers.again()} == {(1, 1)}


def test_jobs_may_take_no_measurable_time() -> None:
    assert len(ends(SimulatedWorkers(), square, numbered(range(2000)))) == 2000


def test_a_result_that_comes_with_a_death_resets_the_count_of_failures() -> None:
    workers = SimulatedWorkers(1, per_wait=2, shown=1)

    def act(number: int) -> int:
        workers.now += CHUNK_S
        if number % 2:
            raise WorkerDeath
        return number

    found = ends(workers, act, numbered(range(20)))
    assert [isinstance(found[f"job {number}"], SetAside) for number in range(20)] == [False, True] * 10


def test_nothing_is_sent_beside_a_retry_that_takes_long() -> None:
    """Else another job that kills its worker would be the retry's second death."""
    died: list[int] = []

    def task(number: int) -> int:
        if number == 0 and not died:
            died.append(number)
            raise WorkerDeath
        return number

    workers = SimulatedWorkers(period=3)
    with simulated(workers):
        assert {type(end) for end in run(numbered(range(40)), task, workers)} == {Done}
    retries = workers.again()
    after = [later for sent, later in pairwise(workers.sent) if any(sent is retry for retry in retries)]
    assert after
    assert {sent.unanswered for sent in (*retries, *after)} == {1}

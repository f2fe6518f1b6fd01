"""Every job has one outcome whatever happens to the workers, who are played in this process, one chunk at a time."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import cycle
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import event, example, given
from hypothesis import strategies as st

from solver.batch import running
from solver.batch.job import (
    Done,
    Failed,
    JobEnd,
    SetAside,
    WorkersGone,
)
from solver.batch.running import (
    CHUNK_S,
    DEATHS,
    IN_FLIGHT,
    LARGEST,
    run,
)

NEVER = 10**9


class Death(BaseException):
    """A task that kills its worker, and with it the executor."""


class Loss(BaseException):
    """A task that takes its own chunk away and nothing else, as on a cluster."""


class KilledWorker(Exception):
    """What such a cluster says."""


@dataclass(frozen=True)
class Sent:
    """A chunk as it was sent, and how many were in flight then, itself included."""

    data: list[Any]
    flying: int


class Desk(Executor):
    """Does chunks when told to; refuses further ones after `lasts`."""

    def __init__(self, lasts: int, sent: list[Sent], pick: Callable[[int], int]) -> None:
        self.lasts = lasts
        self.sent = sent
        self.pick = pick
        self.flying: list[tuple[Future[Any], Callable[[], Any]]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if not self.lasts:
            raise RuntimeError("takes no more")
        self.lasts -= 1
        future: Future[Any] = Future()
        self.flying.append((future, partial(fn, *args, **kwargs)))
        self.sent.append(Sent(list(args[1]), len(self.flying)))
        return future

    def work(self) -> None:
        if not self.flying:
            return
        future, call = self.flying.pop(self.pick(len(self.flying)))
        try:
            future.set_result(call())
        except Loss:
            future.set_exception(KilledWorker("gave up"))
        except Death:
            self.lasts = 0
            for one in [future, *(other for other, _ in self.flying)]:
                one.set_exception(BrokenProcessPool("a worker died"))
            self.flying.clear()


@dataclass
class Played:
    """Workers who do the oldest chunk next, or the one that `pick` says of so many.

    They do `turns` chunks in every `pace`th wait, and a wait `tells` of so many at most, the latest ones. `lasts` says
    how many chunks the nth executor takes, `gone_at` which one cannot be had.
    """

    count: int = 2
    lasts: Callable[[int], int] = lambda _: NEVER
    pick: Callable[[int], int] = lambda _: 0
    turns: int = 1
    pace: int = 1
    tells: int = NEVER
    gone_at: int = 0
    opened: int = 0
    closed: int = 0
    waits: int = 0
    now: float = 0
    sent: list[Sent] = field(default_factory=list)

    def open(self) -> Executor:
        self.opened += 1
        if self.opened == self.gone_at:
            raise WorkersGone("nobody is there")
        self.desk = Desk(self.lasts(self.opened), self.sent, self.pick)
        return self.desk

    def one_died(self) -> bool:
        return False

    def close(self) -> None:
        self.closed += 1

    def perf_counter(self) -> float:
        return self.now

    def wait(
        self, futures: Collection[Future[Any]], timeout: float | None = None, return_when: str = ALL_COMPLETED
    ) -> Any:
        self.waits += 1
        assert self.waits < 10_000, "waits for ever"
        if return_when == ALL_COMPLETED:
            while self.desk.flying:
                self.desk.work()
            assert all(one.done() for one in futures), "waits for ever"
            return SimpleNamespace(done=set(futures))
        assert return_when == FIRST_COMPLETED
        assert timeout is not None, "does not hear Ctrl-C where waiting does not hear it"
        for _ in range(0 if self.waits % self.pace else self.turns):
            self.desk.work()
        return SimpleNamespace(done={*[one for one in futures if one.done()][-self.tells :]})

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
def at_work(workers: Played) -> Iterator[None]:
    """While the batch waits, they work; its clock is theirs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "wait", workers.wait)
        patch.setattr(running, "time", workers)
        yield


def numbered(data: Iterable[Any]) -> list[tuple[str, Any]]:
    return [(f"job {number}", one) for number, one in enumerate(data)]


def outcomes(workers: Played, task: Callable[[Any], Any], jobs: Sequence[tuple[str, Any]]) -> dict[str, JobEnd[Any]]:
    """Every job's, after a look that each has one and that no executor is left open."""
    with at_work(workers):
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
class Mortal:
    """Squares, but raises `how` for some data: as often as `lives` says, the first times."""

    how: type[BaseException]
    lives: dict[int, int]

    def __call__(self, number: int) -> int:
        if self.lives.get(number, 0):
            self.lives[number] -= 1
            raise self.how(f"no {number}")
        return square(number)


SQUARES = {key: square(number) for key, number in numbered(range(20))}


# ---- without mishaps


@pytest.mark.parametrize("count", [1, 2, 5])
@pytest.mark.parametrize("size", [1, 2, 7, 200])
def test_every_job_comes_back_once_with_its_result(count: int, size: int) -> None:
    workers = Played(count)
    jobs = numbered(range(size))
    assert results(outcomes(workers, square, jobs)) == {key: square(number) for key, number in jobs}
    assert workers.opened == 1


def test_an_outcome_has_the_seconds_of_its_own_job() -> None:
    workers = Played()

    def spend(seconds: float) -> None:
        workers.now += seconds

    jobs = numbered([0.5, 0.25, 2.0, *[0.125] * 40])
    found = outcomes(workers, spend, jobs)
    assert max(len(chunk.data) for chunk in workers.sent) > 1
    assert [found[key] for key, _ in jobs] == [Done(key, None, seconds) for key, seconds in jobs]


def test_an_empty_batch_has_no_outcomes() -> None:
    workers = Played()
    assert outcomes(workers, square, []) == {}
    assert workers.sent == []


@pytest.mark.parametrize("size", [3, 100])
def test_jobs_begin_in_the_order_given(size: int) -> None:
    workers = Played()
    order = sorted(range(size), key=lambda number: 37 * number % 101)
    outcomes(workers, square, numbered(order))
    assert [number for chunk in workers.sent for number in chunk.data] == order


def test_jobs_may_come_from_an_iterator() -> None:
    with at_work(workers := Played()):
        found = list(run(iter(numbered(range(20))), square, workers))
    assert {one.key for one in found} == set(SQUARES)


def test_outcomes_come_while_others_are_in_flight() -> None:
    workers = Played(pick=lambda flying: flying - 1)
    with at_work(workers), closing(run(numbered(range(4)), square, workers)) as running:
        assert next(running) == Done("job 3", 9, 0)
        assert len(workers.desk.flying) == 3


def test_waiting_without_an_outcome_blames_nobody() -> None:
    workers = Played(pace=2 * DEATHS)
    assert results(outcomes(workers, square, numbered(range(20)))) == SQUARES
    assert workers.opened == 1


# ---- a task that raises


def test_a_task_that_raises_costs_its_own_job_and_says_why() -> None:
    found = outcomes(Played(), Mortal(ValueError, {3: 1}), numbered(range(20)))
    assert found.pop("job 3") == Failed("job 3", "ValueError: no 3")
    assert results(found) == {key: one for key, one in SQUARES.items() if key != "job 3"}


def test_a_task_that_raises_costs_no_other_job_of_its_chunk() -> None:
    workers = Played()
    found = outcomes(workers, Mortal(KeyError, {54: 1, 56: 1}), numbered(range(100)))
    (chunk,) = (one.data for one in workers.sent if 55 in one.data)
    assert {54, 55, 56, 57} < set(chunk)
    assert {key for key, one in found.items() if isinstance(one, Failed)} == {"job 54", "job 56"}
    assert [found["job 55"], found["job 57"]] == [Done("job 55", 3025, 0), Done("job 57", 3249, 0)]


def test_a_task_that_raises_is_not_done_again() -> None:
    workers = Played()
    outcomes(workers, Mortal(ValueError, {3: 1}), numbered(range(20)))
    assert workers.again() == []


# ---- chunks


def paced(workers: Played, seconds: Sequence[float]) -> list[int]:
    """Jobs in each chunk, where they take so long."""

    def spend(data: tuple[int, float]) -> None:
        workers.now += data[1]

    outcomes(workers, spend, numbered(enumerate(seconds)))
    return [len(chunk.data) for chunk in workers.sent]


@pytest.mark.parametrize("seconds", [CHUNK_S, 4 * CHUNK_S])
def test_long_jobs_are_sent_one_to_a_chunk(seconds: float) -> None:
    assert paced(Played(), [seconds] * 60) == [1] * 60


def test_short_jobs_are_sent_many_to_a_chunk_but_not_more_than_the_largest() -> None:
    assert max(paced(Played(), [0.001] * 600)) == LARGEST


def test_a_chunk_of_short_jobs_takes_about_the_time_that_one_should() -> None:
    sizes = paced(Played(), [CHUNK_S / 7.5] * 200)
    assert max(sizes) == 7
    assert sizes.count(7) > len(sizes) / 2


def test_chunks_become_small_again_when_jobs_become_long() -> None:
    workers = Played()
    paced(workers, [0.001] * 300 + [4 * CHUNK_S] * 200)
    (last_short,) = (place for place, chunk in enumerate(workers.sent) if 299 in {number for number, _ in chunk.data})
    known = workers.sent[last_short + 2 * IN_FLIGHT * workers.count :]
    assert {len(chunk.data) for chunk in known} == {1}
    assert len(known) > 50


@pytest.mark.parametrize("count", [1, 2, 5])
@pytest.mark.parametrize("seconds", [0.001, 1.0])
def test_every_worker_is_kept_busy_with_no_more_in_flight_than_planned(count: int, seconds: float) -> None:
    workers = Played(count)
    paced(workers, [seconds] * 300)
    full = IN_FLIGHT * count
    assert [chunk.flying for chunk in workers.sent] == [*range(1, full), *[full] * (len(workers.sent) - full + 1)]


@pytest.mark.parametrize("count", [1, 3])
def test_the_last_jobs_are_spread_over_the_workers(count: int) -> None:
    sizes = paced(Played(count), [0.001] * 300)
    assert max(sizes) > 1
    assert sizes[-IN_FLIGHT * count :] == [1] * IN_FLIGHT * count
    left = 300
    for size in sizes:
        assert size <= max(1, left // (IN_FLIGHT * count))
        left -= size


# ---- a worker's death


@pytest.mark.parametrize("who", [0, 3, 12, 19])
@pytest.mark.parametrize("turns", [1, 3])
def test_a_death_loses_nothing(who: int, turns: int) -> None:
    workers = Played(turns=turns)
    assert results(outcomes(workers, Mortal(Death, {who: 1}), numbered(range(20)))) == SQUARES
    assert workers.opened == 2


@pytest.mark.parametrize("who", [0, 60])
def test_what_was_in_flight_at_a_death_is_done_again_alone(who: int) -> None:
    workers = Played()
    outcomes(workers, Mortal(Death, {who: 1}), numbered(range(100)))
    again = workers.again()
    assert len(again) >= IN_FLIGHT * workers.count
    assert {(len(chunk.data), chunk.flying) for chunk in again} == {(1, 1)}
    assert workers.times(who) == 2


@pytest.mark.parametrize("who", [0, 60])
def test_a_job_that_kills_twice_is_set_aside_and_no_other(who: int) -> None:
    workers = Played()
    found = outcomes(workers, Mortal(Death, {who: NEVER}), numbered(range(100)))
    assert found.pop(f"job {who}") == SetAside(f"job {who}", "BrokenProcessPool: a worker died")
    assert results(found) == {key: square(data) for key, data in numbered(range(100)) if data != who}
    assert (workers.times(who), workers.opened) == (2, 3)


def test_a_chunk_that_came_back_before_the_death_is_not_done_again() -> None:
    workers = Played()
    outcomes(workers, Mortal(Death, {2: 1}), numbered(range(20)))
    assert [workers.times(number) for number in (0, 1, 2, 3, 19)] == [1, 1, 2, 2, 1]


def test_a_chunk_that_came_back_with_the_death_is_not_done_again() -> None:
    workers = Played(turns=2, tells=1)
    assert results(outcomes(workers, Mortal(Death, {1: 1}), numbered(range(20)))) == SQUARES
    assert [workers.times(number) for number in range(4)] == [1, 2, 2, 2]


def test_a_death_that_is_heard_of_chunk_by_chunk_is_one() -> None:
    workers = Played(DEATHS, tells=1)
    assert results(outcomes(workers, Mortal(Death, {0: 1}), numbered(range(20)))) == SQUARES
    assert workers.opened == 2


def test_many_deaths_are_borne_where_there_are_results_between_them() -> None:
    workers = Played()
    deadly = range(0, 60, 3)
    found = outcomes(workers, Mortal(Death, dict.fromkeys(deadly, NEVER)), numbered(range(60)))
    assert workers.opened > 2 * DEATHS
    assert {key for key, one in found.items() if isinstance(one, SetAside)} == {f"job {number}" for number in deadly}


def test_workers_who_always_die_are_gone() -> None:
    workers = Played()
    found: list[JobEnd[int]] = []
    with at_work(workers), pytest.raises(WorkersGone, match=f"{DEATHS} times in a row.*BrokenProcessPool: a worker"):
        found.extend(run(numbered(range(100)), Mortal(Death, dict.fromkeys(range(100), NEVER)), workers))
    assert (workers.opened, workers.closed) == (DEATHS, DEATHS)


def test_outcomes_before_the_workers_were_gone_stand() -> None:
    workers = Played()
    found: list[JobEnd[int]] = []
    with at_work(workers), pytest.raises(WorkersGone):
        found.extend(run(numbered(range(100)), Mortal(Death, dict.fromkeys(range(10, 100), NEVER)), workers))
    done = [one for one in found if isinstance(one, Done)]
    assert {one.key: one.result for one in done} == {key: one for key, one in SQUARES.items() if one < 100}
    assert all(int(one.key.split()[1]) >= 10 for one in found if not isinstance(one, Done))


# ---- an executor that refuses


@pytest.mark.parametrize("lasts", [1, 3, 4, 5])
def test_an_executor_that_takes_no_more_is_followed_by_another(lasts: int) -> None:
    workers = Played(lasts=lambda _: lasts)
    assert results(outcomes(workers, square, numbered(range(20)))) == SQUARES
    assert workers.opened > 1
    assert [number for chunk in workers.sent for number in chunk.data] == list(range(20))


def test_an_executor_that_takes_no_more_may_end_what_it_has() -> None:
    workers = Played(lasts=lambda nth: 3 if nth == 1 else NEVER, pace=2 * DEATHS)
    assert results(outcomes(workers, square, numbered(range(20)))) == SQUARES
    assert (workers.opened, workers.again()) == (2, [])


def test_an_executor_that_refuses_at_once_is_opened_anew() -> None:
    workers = Played(lasts=lambda nth: 0 if nth < DEATHS else NEVER)
    assert results(outcomes(workers, square, numbered(range(20)))) == SQUARES
    assert workers.opened == DEATHS


def test_executors_that_always_refuse_are_gone() -> None:
    workers = Played(lasts=lambda _: 0)
    with at_work(workers), pytest.raises(WorkersGone, match=f"{DEATHS} times in a row.*RuntimeError: takes no more"):
        next(run(numbered(range(20)), square, workers))
    assert (workers.opened, workers.closed, workers.sent) == (DEATHS, DEATHS, [])


def test_outcomes_before_every_executor_refused_stand() -> None:
    workers = Played(lasts=lambda nth: 3 if nth == 1 else 0)
    found: list[JobEnd[int]] = []
    with at_work(workers), pytest.raises(WorkersGone):
        found.extend(run(numbered(range(20)), square, workers))
    assert found == [Done(f"job {number}", number**2, 0) for number in range(3)]


@pytest.mark.parametrize("nth", [1, 2])
def test_workers_that_cannot_be_had_are_gone_at_once(nth: int) -> None:
    workers = Played(gone_at=nth)
    with at_work(workers), pytest.raises(WorkersGone, match="nobody is there"):
        list(run(numbered(range(20)), Mortal(Death, {0: 1}), workers))
    assert (workers.opened, workers.closed) == (nth, nth)


# ---- a chunk that is lost, while the executor lives


def test_a_lost_chunk_strikes_only_its_own_jobs() -> None:
    workers = Played()
    assert results(outcomes(workers, Mortal(Loss, {3: 1}), numbered(range(20)))) == SQUARES
    assert (workers.opened, workers.again()) == (1, [Sent([3], 1)])


def test_the_others_of_a_lost_chunk_are_done_again_alone() -> None:
    workers = Played()
    found = outcomes(workers, Mortal(Loss, {60: NEVER}), numbered(range(100)))
    (lost,) = (chunk.data for chunk in workers.sent if 60 in chunk.data and len(chunk.data) > 1)
    assert workers.again() == [Sent([number], 1) for number in lost]
    assert found.pop("job 60") == SetAside("job 60", "KilledWorker: gave up")
    assert len(results(found)) == 99


def test_an_executor_that_loses_every_chunk_is_gone() -> None:
    workers = Played()
    with at_work(workers), pytest.raises(WorkersGone, match=f"{DEATHS} times in a row.*KilledWorker: gave up"):
        list(run(numbered(range(100)), Mortal(Loss, dict.fromkeys(range(100), NEVER)), workers))
    assert workers.opened == workers.closed


# ---- an end before the end


def test_a_batch_that_is_closed_lets_its_workers_go_and_gives_up_the_rest() -> None:
    workers = Played()
    with at_work(workers):
        running = run(numbered(range(100)), square, workers)
        next(running)
        sent = len(workers.sent)
        running.close()
    assert (workers.opened, workers.closed) == (1, 1)
    assert len(workers.sent) == sent < 10
    assert list(running) == []


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_an_exception_of_the_one_who_listens_lets_the_workers_go(error: type[BaseException]) -> None:
    workers = Played()

    def listen() -> None:
        with closing(run(numbered(range(100)), square, workers)) as running:
            for _ in running:
                raise error

    with at_work(workers), pytest.raises(error):
        listen()
    assert (workers.opened, workers.closed) == (1, 1)


def test_ctrl_c_in_the_midst_of_waiting_lets_the_workers_go() -> None:
    workers = Played()

    def press(_: int) -> int:
        raise KeyboardInterrupt

    workers.pick = press
    with at_work(workers), pytest.raises(KeyboardInterrupt):
        next(run(numbered(range(100)), square, workers))
    assert (workers.opened, workers.closed) == (1, 1)


def test_nobody_is_called_before_the_first_outcome_is_asked_for() -> None:
    workers = Played()
    run(numbered(range(100)), square, workers).close()
    assert (workers.opened, workers.closed) == (0, 0)


# ---- whatever happens


HARMLESS = ("fine", "raises")
MORTAL = {"dies once": (Death, 1), "dies always": (Death, NEVER), "lost once": (Loss, 1), "lost always": (Loss, NEVER)}

fates = st.tuples(
    st.lists(st.sampled_from(HARMLESS), max_size=40),
    st.lists(st.sampled_from(sorted(MORTAL)), max_size=3),  # few enough not to blame the workers
).flatmap(lambda both: st.permutations([*both[0], *both[1]]))


@given(
    fates,
    st.integers(1, 3),
    st.integers(1, 3),
    st.integers(1, 3),
    st.sampled_from([0.0, 0.125, 1.0]),
    st.lists(st.integers(0, 9), min_size=1, max_size=9),
)
@example(["dies always", "dies once", "lost always"], 1, 1, 1, 0.0, [0])
def test_every_job_has_one_outcome_of_the_right_kind(
    jobs: list[str], count: int, turns: int, tells: int, seconds: float, picks: list[int]
) -> None:
    picked = cycle(picks)
    workers = Played(count, pick=lambda flying: next(picked) % flying, turns=turns, tells=tells)
    left = {number: MORTAL[fate][1] for number, fate in enumerate(jobs) if fate in MORTAL}

    def live(data: tuple[int, str]) -> int:
        number, fate = data
        workers.now += seconds
        if left.get(number, 0):
            left[number] -= 1
            raise MORTAL[fate][0]
        if fate == "raises":
            raise ValueError
        return number

    found = outcomes(workers, live, numbered(enumerate(jobs)))
    for number, fate in enumerate(jobs):
        outcome = found[f"job {number}"]
        event(f"{fate}: {type(outcome).__name__}")
        match fate:
            case "fine":
                assert outcome == Done(f"job {number}", number, seconds)
            case "raises":
                assert isinstance(outcome, Failed)
            case "dies always" | "lost always":
                assert isinstance(outcome, SetAside)
            case _:  # it may have been struck beside another before it was its own turn
                assert isinstance(outcome, Done) or len(left) > 1


def test_a_suspect_that_was_refused_is_still_done_alone() -> None:
    workers = Played(lasts=lambda nth: 0 if nth == 2 else NEVER)
    outcomes(workers, Mortal(Death, {0: 1}), numbered(range(100)))
    assert {(len(chunk.data), chunk.flying) for chunk in workers.again()} == {(1, 1)}


def test_a_job_that_never_kills_is_not_set_aside_after_a_refusal() -> None:
    workers = Played(lasts=lambda nth: 0 if nth == 2 else NEVER, pick=lambda flying: min(1, flying - 1))
    found = outcomes(workers, Mortal(Death, {1: 1, 5: 1}), numbered(range(20)))
    assert not isinstance(found["job 0"], SetAside)


class Cancelling(Desk):
    """Gives up whatever it has, as Dask's does without its scheduler."""

    def work(self) -> None:
        for future, _ in self.flying:
            future.cancel()
            future.set_running_or_notify_cancel()
        self.flying.clear()
        self.lasts = 0


def test_chunks_that_were_cancelled_are_done_again(monkeypatch: pytest.MonkeyPatch) -> None:
    workers = Played()

    def opened() -> Desk:
        workers.opened += 1
        make = Cancelling if workers.opened == 1 else Desk
        workers.desk = make(NEVER, workers.sent, workers.pick)
        return workers.desk

    monkeypatch.setattr(workers, "open", opened)
    assert results(outcomes(workers, square, numbered(range(20)))) == SQUARES


def test_jobs_may_take_less_than_the_clock_can_tell() -> None:
    assert len(outcomes(Played(), square, numbered(range(2000)))) == 2000


def test_a_result_that_comes_with_a_death_is_one_between_deaths() -> None:
    workers = Played(1, turns=2, tells=1)

    def live(number: int) -> int:
        workers.now += CHUNK_S
        if number % 2:
            raise Death
        return number

    found = outcomes(workers, live, numbered(range(20)))
    assert [isinstance(found[f"job {number}"], SetAside) for number in range(20)] == [False, True] * 10

"""The measuring itself: contenders take turns within every round, so that all see the same noise."""

import statistics
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from lab.bench.review.contender import Calls, Contender

T = TypeVar("T")

LIST, GET, WRITE, NEXT, TOGETHER = "list 50", "get one", "write a verdict", "next in queue", "8 reviewers"


@dataclass(slots=True)
class Timings:
    """Seconds of every single call, and of each round its calls a second."""

    calls: list[float] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)

    def add(self, spent: Sequence[float], took: float) -> None:
        """Keep one round: its single calls, and how long they took together."""
        self.calls += spent
        self.rates.append(len(spent) / took)

    @property
    def rate(self) -> float:
        """Calls a second, the median of the rounds."""
        return statistics.median(self.rates)

    @property
    def median(self) -> float:
        """The median call in seconds."""
        return statistics.median(self.calls)

    @property
    def p95(self) -> float:
        """What 95 of 100 calls do not exceed, in seconds."""
        return statistics.quantiles(self.calls, n=20, method="inclusive")[-1]


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured: rounds, calls of a kind in each, and steps of each of the reviewers."""

    rounds: int = 5
    calls: int = 20
    steps: int = 6
    reviewers: int = 8


Measured = dict[str, dict[str, Timings]]
"""By contender and then by call."""


def measure(contenders: Sequence[Contender], size: Size) -> Measured:
    """Take turns for all rounds; one more round before them warms up and is thrown away."""
    measured: Measured = {one.name: {} for one in contenders}
    desks = [(one.name, [one.reviewer(number) for number in range(size.reviewers)]) for one in contenders]
    for number in range(size.rounds + 1):
        for what in (LIST, GET, WRITE, NEXT, TOGETHER):
            for name, reviewers in desks:
                took = _together(reviewers, size) if what == TOGETHER else _alone(what, reviewers[0], size)
                if number:
                    measured[name].setdefault(what, Timings()).add(*took)
    for _, reviewers in desks:
        for calls in reviewers:
            calls.close()
    return measured


def _alone(what: str, calls: Calls, size: Size) -> tuple[list[float], float]:
    """Time one reviewer's calls, one after the other."""
    spent = []
    for _ in range(size.calls):
        if what in (WRITE, NEXT):
            # Each comes to another claim and settles it; one of the two is measured.
            took_next, taken = _timed(calls.next)
            took_write, _ = _timed(partial(calls.write, taken))
            spent.append(took_write if what == WRITE else took_next)
        else:
            spent.append(_timed(calls.list_50 if what == LIST else calls.get_one)[0])
    return spent, sum(spent)


def _together(reviewers: Sequence[Calls], size: Size) -> tuple[list[float], float]:
    """Let everybody come to the next one, look at one and judge at once, again and again; all calls count."""
    spent: list[list[float]] = [[] for _ in reviewers]
    begin = threading.Barrier(len(reviewers) + 1)

    def work(calls: Calls, times: list[float]) -> None:
        begin.wait()
        for _ in range(size.steps):
            times.append(_timed(calls.get_one)[0])
            took, taken = _timed(calls.next)
            times += [took, _timed(partial(calls.write, taken))[0]]

    threads = [threading.Thread(target=work, args=pair) for pair in zip(reviewers, spent, strict=True)]
    for thread in threads:
        thread.start()
    begin.wait()
    started = time.perf_counter()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - started
    times = [one for times in spent for one in times]
    if len(times) < 3 * size.steps * len(reviewers):
        raise RuntimeError("a reviewer stopped half way; its server's answer stands above")
    return times, took


def _timed(call: Callable[[], T]) -> tuple[float, T]:
    started = time.perf_counter()
    answer = call()
    return time.perf_counter() - started, answer

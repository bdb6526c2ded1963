"""The measuring itself: contenders take turns within every round, so that all see the same noise."""

import statistics
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from lab.bench.review.contender import Calls, Contender

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
                if number and took is not None:
                    measured[name].setdefault(what, Timings()).add(*took)
    for _, reviewers in desks:
        for calls in reviewers:
            calls.close()
    return measured


def _alone(what: str, calls: Calls, size: Size) -> tuple[list[float], float] | None:
    """Time one reviewer's calls, one after the other; None where there is no such call."""
    if what == NEXT and calls.next is None:
        return None
    spent = []
    for _ in range(size.calls):
        if what == WRITE:
            spent.append(_seconds(calls.write()))
        elif what == NEXT:
            assert calls.next is not None
            spent.append(_seconds(calls.next))
            calls.write()()  # so that the next one is another
        else:
            spent.append(_seconds(calls.list_50 if what == LIST else calls.get_one))
    return spent, sum(spent)


def _together(reviewers: Sequence[Calls], size: Size) -> tuple[list[float], float]:
    """Let everybody get one and write a verdict at once, again and again; every single call counts."""
    spent: list[list[float]] = [[] for _ in reviewers]
    begin = threading.Barrier(len(reviewers) + 1)

    def work(calls: Calls, times: list[float]) -> None:
        begin.wait()
        for _ in range(size.steps):
            times.append(_seconds(calls.get_one))
            started = time.perf_counter()
            write = calls.write()
            if calls.next is not None:
                times.append(time.perf_counter() - started)  # the queue's answer is waited for like any other
            times.append(_seconds(write))

    threads = [threading.Thread(target=work, args=pair) for pair in zip(reviewers, spent, strict=True)]
    for thread in threads:
        thread.start()
    begin.wait()
    started = time.perf_counter()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - started
    times = [one for times in spent for one in times]
    if len(times) < 2 * size.steps * len(reviewers):
        raise RuntimeError("a reviewer stopped half way; its server's answer stands above")
    return times, took


def _seconds(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return time.perf_counter() - started

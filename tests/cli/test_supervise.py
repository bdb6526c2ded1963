"""Processes start, come back, and end together with everything that they started."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

from cli.runfile import RUN, end_leftovers, processes_of
from cli.supervise import Program, Supervisor

MARK = "a-run-of-the-tests"

# A program with a child of its own in another process group, which neither hears SIGTERM.
STUBBORN = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"
subprocess.Popen([sys.executable, "-c", child])
time.sleep(60)
"""


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def wait_for(holds: Callable[[], bool], seconds: float = 10.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.05)
    return holds()


@pytest.fixture
def mark(tmp_path: Path) -> str:
    return f"{MARK}-{tmp_path.name}-{os.getpid()}"


@pytest.fixture
def supervisor(tmp_path: Path, mark: str) -> Iterator[Supervisor]:
    started = Supervisor(tmp_path / "log", {RUN: mark})
    yield started
    started.stop()
    assert not processes_of(mark)


def test_stopping_ends_grandchildren_that_hear_no_signal(supervisor: Supervisor, mark: str):
    supervisor.start(Program("stubborn", python(STUBBORN), grace=0.5))
    assert wait_for(lambda: len(processes_of(mark)) == 2)
    time.sleep(0.3)  # until both ignore SIGTERM
    begun = time.monotonic()
    supervisor.stop()
    assert time.monotonic() - begun < 3
    assert wait_for(lambda: not processes_of(mark), 2)


def test_what_was_killed_comes_back(supervisor: Supervisor, mark: str):
    supervisor.start(Program("sleeper", python("import time; time.sleep(60)")))
    assert wait_for(lambda: len(processes_of(mark)) == 1)
    for _ in range(6):  # more often than a program may end by itself
        [killed] = processes_of(mark)
        os.kill(killed, signal.SIGKILL)

        def is_back(killed: int = killed) -> bool:
            supervisor.check()
            return processes_of(mark) not in ([], [killed])

        assert wait_for(is_back)
    assert "ended with signal 9, started again" in supervisor.tail("sleeper")


def test_what_keeps_ending_is_given_up_with_its_log(supervisor: Supervisor):
    supervisor.start(Program("broken", python("raise SystemExit('no such table')")))

    def is_given_up() -> bool:
        try:
            supervisor.check()
        except click.ClickException as error:
            return "broken ended 5 times" in error.message and "no such table" in error.message
        return False

    assert wait_for(is_given_up, 30)


def test_nothing_of_a_supervisor_that_was_killed_lives_on(tmp_path: Path, mark: str):
    code = f"""
import sys, time
from pathlib import Path
from cli.supervise import Program, Supervisor
import signal
supervisor = Supervisor(Path({str(tmp_path)!r}), {{{RUN!r}: {mark!r}}})
supervisor.start(Program("polite", [sys.executable, "-c", "import time; time.sleep(60)"]))
supervisor.start(Program("firm", [sys.executable, "-c", {STUBBORN.split("child =")[0] + "time.sleep(60)"!r}],
                 death_signal=signal.SIGKILL))
time.sleep(60)
"""
    pid = os.spawnv(os.P_NOWAIT, sys.executable, [sys.executable, "-c", code])
    assert wait_for(lambda: len(processes_of(mark)) == 2)
    time.sleep(0.3)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    assert wait_for(lambda: not processes_of(mark))


def test_leftovers_of_a_run_are_ended_and_strangers_are_not(tmp_path: Path, mark: str):
    environment = {**os.environ, RUN: mark}
    marked = os.spawnve(os.P_NOWAIT, sys.executable, python(STUBBORN), environment)
    stranger = os.spawnve(os.P_NOWAIT, sys.executable, python("import time; time.sleep(60)"), os.environ)
    try:
        assert wait_for(lambda: len(processes_of(mark)) == 2)
        time.sleep(0.3)
        assert marked in end_leftovers(mark, patience=0.3)
        os.waitpid(marked, 0)
        assert wait_for(lambda: not processes_of(mark), 2)
        assert os.waitpid(stranger, os.WNOHANG) == (0, 0), "the stranger still runs"
    finally:
        os.kill(stranger, signal.SIGKILL)
        os.waitpid(stranger, 0)

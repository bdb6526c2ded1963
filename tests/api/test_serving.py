"""A process takes what it can begin, and no slow caller keeps a quick one waiting."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENT = 30
"""Seconds that a test waits before it gives up."""


@contextmanager
def serving(workers: int, threads: int = 4) -> Iterator[tuple[str, int]]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(64)
        command = [
            *(sys.executable, "-m", "gunicorn", "tests.api.slow_site:app"),
            *("--bind", f"fd://{listener.fileno()}", "--worker-class", "api.serving.FairWorker"),
            *("--workers", str(workers), "--threads", str(threads), "--keep-alive", "20"),
            *("--graceful-timeout", "1", "--no-control-socket", "--log-level", "warning"),
        ]
        process = subprocess.Popen(command, cwd=ROOT, pass_fds=[listener.fileno()])
        try:
            yield listener.getsockname()
        finally:
            process.terminate()
            process.wait(PATIENT)


class Client:
    """One caller, on a connection that is kept for as long as the server keeps it."""

    def __init__(self, address: tuple[str, int]) -> None:
        self.connection = http.client.HTTPConnection(*address, timeout=PATIENT)

    def ask(self, seconds: float) -> str:
        self.connection.request("GET", f"/{seconds}")
        return self.connection.getresponse().read().decode()

    def close(self) -> None:
        self.connection.close()


@pytest.fixture
def clients() -> Iterator[Callable[[tuple[str, int]], Client]]:
    """Make callers that hang up when the test ends."""
    with ExitStack() as made:

        def connect(address: tuple[str, int]) -> Client:
            client = Client(address)
            made.callback(client.close)
            return client

        yield connect


Connect = Callable[[tuple[str, int]], Client]


def in_the_background(client: Client, seconds: float) -> threading.Thread:
    thread = threading.Thread(target=client.ask, args=(seconds,))
    thread.start()
    return thread


def test_slow_requests_keep_nobody_waiting(clients: Connect) -> None:
    with serving(workers=1) as address:
        clients(address).ask(0)
        slow = [in_the_background(clients(address), 4) for _ in range(3)]
        quick = clients(address)
        for _ in range(5):
            quick.ask(0)
        assert all(one.is_alive() for one in slow)
        for one in slow:
            one.join()


def test_who_connects_and_says_nothing_keeps_nobody_waiting(clients: Connect) -> None:
    with serving(workers=1) as address:
        clients(address).ask(0)
        silent = [socket.create_connection(address, timeout=PATIENT) for _ in range(3)]
        for _ in range(3):
            clients(address).ask(0)
        # Even then the silent ones have not been hung up on: they may still speak.
        silent[0].sendall(b"GET /0 HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n\r\n")
        assert silent[0].recv(12) == b"HTTP/1.1 200"
        for one in silent:
            one.close()


def test_who_does_not_hang_up_keeps_nobody_waiting(clients: Connect) -> None:
    """Gunicorn's own worker waits two seconds for each such caller before it looks at anybody else."""
    lingers, callers = 2.0, 6
    with serving(workers=1, threads=8) as address, ExitStack() as connected:
        clients(address).ask(0)
        began = time.monotonic()
        for _ in range(callers):
            caller = connected.enter_context(socket.create_connection(address, timeout=PATIENT))
            caller.sendall(b"GET /0 HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n\r\n")
            assert caller.recv(12) == b"HTTP/1.1 200"
        assert time.monotonic() - began < callers * lingers / 2


def test_work_leaves_a_process_that_has_too_much_of_it(clients: Connect) -> None:
    """Eight callers are on connections to one process; gunicorn's own worker would keep them all."""
    with serving(workers=2, threads=8) as address:
        processes: set[str] = set()
        while len(processes) < 2:
            together = [clients(address) for _ in range(8)]
            with ThreadPoolExecutor(8) as pool:
                processes.update(pool.map(lambda client: client.ask(0.02), together))
            for client in together:
                client.close()
        stopped, busy = sorted(processes)
        callers = [clients(address) for _ in range(8)]
        os.kill(int(stopped), signal.SIGSTOP)
        try:
            assert {client.ask(0) for client in callers} == {busy}
        finally:
            os.kill(int(stopped), signal.SIGCONT)
        with ThreadPoolExecutor(8) as pool:
            answers = Counter(chain(*pool.map(lambda client: [client.ask(0.01) for _ in range(15)], callers)))
    assert sum(answers.values()) == 120
    assert answers[stopped] > 0.3 * 120, answers


def test_who_was_served_goes_behind_those_who_wait(clients: Connect) -> None:
    """A kept connection would be read before new ones: none is kept while somebody waits to come in."""
    with serving(workers=1) as address:
        tries = hung_up = 0
        while not hung_up and tries < 20:
            # Shorter than the time for which a process lets nobody else in: two come while it lasts.
            busy = in_the_background(clients(address), 0.04)
            time.sleep(0.01)
            waiting = [clients(address) for _ in range(2)]
            asking = [in_the_background(client, 0) for client in waiting]
            for one in (busy, *asking):
                one.join()
            hung_up = sum(client.connection.sock is None for client in waiting)
            tries += 1
    assert hung_up


def test_a_caller_alone_keeps_the_connection(clients: Connect) -> None:
    with serving(workers=1) as address:
        client = clients(address)
        client.ask(0)
        kept = client.connection.sock
        assert kept is not None
        for _ in range(5):
            client.ask(0)
        assert client.connection.sock is kept

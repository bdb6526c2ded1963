"""What is measured of a bench: the calls that every reviewer's work is made of, over real HTTP."""

import contextlib
import http.client
import json
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

WORKERS = 2
READY_WITHIN = 120.0


class BenchError(RuntimeError):
    """A server did not start, or answered something else than it should."""


class Line:
    """A reviewer's connection, kept alive where the server keeps it, and opened anew where it does not."""

    def __init__(self, port: int, headers: Mapping[str, str]) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._headers = dict(headers)

    def send(
        self, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None
    ) -> tuple[Any, http.client.HTTPMessage]:
        """Send a request; return the JSON answer and its headers. Raises BenchError unless it is a 2xx."""
        sent = self._headers | dict(headers or {})
        if body is not None:
            sent["Content-Type"] = "application/json"
        content = None if body is None else json.dumps(body)
        try:
            self._connection.request(method, path, content, sent)
            response = self._connection.getresponse()
        except (http.client.RemoteDisconnected, ConnectionError):
            # An idle connection that the server has closed meanwhile, as it may.
            self._connection.close()
            self._connection.request(method, path, content, sent)
            response = self._connection.getresponse()
        words = response.read()
        if response.status >= 300:
            raise BenchError(f"{method} {path}: {response.status} {words[:300]!r}")
        return json.loads(words), response.headers

    def close(self) -> None:
        """Hang up."""
        self._connection.close()


@dataclass(frozen=True, slots=True)
class Calls:
    """What one reviewer can do: ``next`` comes to a claim, which ``write`` then judges."""

    list_50: Callable[[], object]
    get_one: Callable[[], object]
    next: Callable[[], Any]
    write: Callable[[Any], object]
    close: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Contender:
    """A running server with its reviewers: ``reviewer(3)`` opens the fourth one's calls."""

    name: str
    reviewer: Callable[[int], Calls]


@contextlib.contextmanager
def serving(
    command: list[str], environment: Mapping[str, str], folder: Path, log: Path, port: int
) -> Iterator[None]:
    """Run a server from *folder* until the block ends; raises BenchError when it does not answer."""
    with log.open("wb") as file:
        process = subprocess.Popen(
            command, env=dict(environment), cwd=folder, stdin=subprocess.DEVNULL, stdout=file, stderr=file
        )
    try:
        _wait_for_answer(process, log, port)
        yield
    finally:
        process.terminate()
        process.wait(30)


def _wait_for_answer(process: subprocess.Popen[bytes], log: Path, port: int) -> None:
    end = time.monotonic() + READY_WITHIN
    while process.poll() is None and time.monotonic() < end:
        try:
            with urlopen(f"http://127.0.0.1:{port}/", timeout=5):
                return
        except HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    raise BenchError("a server did not start: " + log.read_text(errors="replace")[-1500:])


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

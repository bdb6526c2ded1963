"""Which run of `up` has this folder: one at a time, and what a killed one left behind is cleared away."""

import contextlib
import fcntl
import json
import os
import signal
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import click

RUN = "CLAIMBENCH_RUN"
"""The environment variable by which every process of a run is known, its children's children included."""

A_MOMENT, A_WHILE = 3.0, 20.0
"""Seconds: how long to wait for a run that may be ending, and for one that says it is."""


@dataclass(slots=True)
class Run:
    """A run of `up` as written in var/up.json, for the next one to read."""

    path: Path
    name: str
    pid: int
    url: str = ""
    is_ending: bool = False

    def open_at(self, url: str) -> None:
        """Say where the page is."""
        self.url = url
        self.write()

    def end(self) -> None:
        """Say that this run is ending, so that the next one waits for it."""
        self.is_ending = True
        self.write()

    def write(self) -> None:
        """Say in the file how this run stands."""
        facts = {"run": self.name, "pid": self.pid, "url": self.url, "is_ending": self.is_ending}
        self.path.write_text(json.dumps(facts), encoding="utf-8")


@contextlib.contextmanager
def only_run(var_dir: Path) -> Iterator[Run]:
    """Hold this folder for one run, once whatever a killed run left is gone.

    The kernel drops the lock with its holder, however that ends. Raises ClickException when another run
    holds it.
    """
    var_dir.mkdir(mode=0o700, parents=True, exist_ok=True)  # texts and password hashes lie there
    path = var_dir / "up.json"
    with (var_dir / "up.lock").open("a") as lock:
        _take(lock, path)
        earlier = _read(path).get("run")
        if earlier:
            end_leftovers(str(earlier))
        run = Run(path, uuid.uuid4().hex, os.getpid())
        run.write()
        try:
            yield run
        finally:
            path.unlink(missing_ok=True)


def _take(lock: TextIO, path: Path) -> None:
    begun = time.monotonic()
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = _read(path)
            patience = A_WHILE if holder.get("is_ending") else A_MOMENT
            if time.monotonic() - begun > patience:
                raise click.ClickException(_occupied(holder)) from None
            time.sleep(0.1)
        else:
            return


def _occupied(holder: dict[str, object]) -> str:
    where = f" at {holder['url']}" if holder.get("url") else ""
    return (
        f"Claimbench is already up in this folder{where} (process {holder.get('pid', 'unknown')}).\n"
        f"Use that one, or end it first: Ctrl-C where it runs, or `kill {holder.get('pid', 'PID')}`."
    )


def _read(path: Path) -> dict[str, object]:
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return facts if isinstance(facts, dict) else {}


def end_leftovers(run: str, patience: float = 6.0) -> list[int]:
    """End every process that still carries the mark of *run*; return their ids.

    The mark is a random name in their environment, so no stranger who got a recycled process id is touched.
    """
    found = left = processes_of(run)
    begun = time.monotonic()
    for pid in left:
        _send(pid, signal.SIGTERM)
    while left and time.monotonic() - begun < patience:
        time.sleep(0.1)
        left = processes_of(run)
    for pid in left:
        _send(pid, signal.SIGKILL)
    return found


def processes_of(run: str) -> list[int]:
    """Return the ids of the running processes that carry the mark of *run* (Linux; elsewhere none)."""
    mark = f"{RUN}={run}".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            variables = (folder / "environ").read_bytes().split(b"\0")
        except OSError:  # ended meanwhile, or somebody else's
            continue
        if mark in variables and int(folder.name) != os.getpid():
            found.append(int(folder.name))
    return found


def _send(pid: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)

"""How the processes of a run are started, kept running, and ended together."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import click

from models.lifeline import lifeline
from models.settings import ROOT

MOST_DEATHS, WITHIN = 5, 60.0
"""A program that ends itself this often in so many seconds is broken, and so is the run."""

TAIL = 2000
"""Bytes of a log that are worth showing."""


@dataclass(frozen=True, slots=True)
class Program:
    """One process: its name, what to run, and how it is asked to end.

    ``death_signal`` is what the kernel sends it when we are killed and can ask no more. ``grace`` is how many
    seconds it gets after SIGTERM. What others need until they have ended ``ends_last``.
    """

    name: str
    arguments: Sequence[str]
    grace: float = 5.0
    death_signal: signal.Signals = signal.SIGTERM
    inherited: tuple[int, ...] = ()
    ends_last: bool = False


@dataclass(slots=True)
class _Child:
    program: Program
    process: subprocess.Popen[bytes]
    deaths: list[float] = field(default_factory=list)


class Supervisor:
    """The processes of one run. Each leads its own session, so Ctrl-C reaches them only through us."""

    def __init__(self, log_dir: Path, environment: Mapping[str, str]) -> None:
        self.log_dir = log_dir
        self.environment = {**os.environ, **environment}
        self._children: dict[str, _Child] = {}
        log_dir.mkdir(parents=True, exist_ok=True)

    def start(self, program: Program) -> None:
        """Start a program; what it prints goes to ``<name>.log``, begun anew with each run."""
        with self._log(program.name, "wb") as output:
            self._children[program.name] = _Child(program, self._spawn(program, output))

    def check(self) -> None:
        """Start again what has ended; raises ClickException when something keeps ending."""
        for child in self._children.values():
            if not _has_ended(child.process):
                continue
            name, status = child.program.name, _end_group(child.process)
            now = time.monotonic()
            child.deaths = [death for death in child.deaths if now - death < WITHIN]
            if status != -signal.SIGKILL:  # being killed says nothing about a program
                child.deaths.append(now)
            if len(child.deaths) >= MOST_DEATHS:
                raise click.ClickException(
                    f"{name} ended {len(child.deaths)} times within a minute; the end of its log says:\n"
                    f"{self.tail(name)}"
                )
            with self._log(name, "ab") as output:
                output.write(f"--- ended with {_said(status)}, started again\n".encode())
                output.flush()
                child.process = self._spawn(child.program, output)

    def stop(self) -> None:
        """End all of them, with everything that they started: first asked, then made to."""
        children = self._children.values()
        _stop([child for child in children if not child.program.ends_last])
        _stop([child for child in children if child.program.ends_last])
        self._children.clear()

    def pid(self, name: str) -> int:
        """Return the process id under which a program runs now."""
        return self._children[name].process.pid

    def tail(self, name: str) -> str:
        """Return the end of a program's log."""
        content = (self.log_dir / f"{name}.log").read_bytes()[-TAIL:]
        return content.decode("utf-8", "replace").strip() or "(nothing)"

    def _spawn(self, program: Program, output: IO[bytes]) -> subprocess.Popen[bytes]:
        hold, parent = lifeline(program.death_signal), os.getpid()
        return subprocess.Popen(
            list(program.arguments),
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            pass_fds=program.inherited,
            # Nothing but one prepared system call runs between fork and exec.
            preexec_fn=lambda: hold(parent),
        )

    def _log(self, name: str, mode: str) -> IO[bytes]:
        return (self.log_dir / f"{name}.log").open(mode)


def _stop(children: Sequence[_Child]) -> None:
    begun = time.monotonic()
    for child in children:
        if not _has_ended(child.process):
            os.kill(child.process.pid, signal.SIGTERM)
    for child in children:
        while not _has_ended(child.process) and time.monotonic() - begun < child.program.grace:
            time.sleep(0.05)
    for child in children:
        _end_group(child.process)


def _has_ended(process: subprocess.Popen[bytes]) -> bool:
    """Say whether a process has ended, and leave it unreaped: its id cannot be another's until we reap it."""
    if process.returncode is not None:
        return True
    return os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _end_group(process: subprocess.Popen[bytes]) -> int:
    """Kill what is left of a process's group (a pool's children may outlive it); return its exit status."""
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):  # macOS says the second of zombies
            os.killpg(process.pid, signal.SIGKILL)
    return process.wait()


def _said(status: int) -> str:
    return f"signal {-status}" if status < 0 else f"status {status}"

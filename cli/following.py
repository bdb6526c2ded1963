"""How jobs are watched to their end, with a bar a job on a terminal."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from cli.connection import Connection, Json
from cli.wording import harmless

ENDS = frozenset({"succeeded", "failed", "cancelled"})
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 1.0


@dataclass(slots=True)
class Job:
    """A job as the server last described it, and what to call it on the terminal."""

    row: Json
    label: str

    @property
    def has_ended(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.row["state"] in ENDS

    @property
    def has_succeeded(self) -> bool:
        """Whether its claims are there."""
        return bool(self.row["state"] == "succeeded")

    @property
    def reason(self) -> str:
        """Why it failed, or nothing."""
        error = self.row.get("error")
        return (
            str(error.get("message", error)) if isinstance(error, dict) else str(error or "no reason given")
        )


def follow(
    server: Connection, jobs: Iterable[Job], meanwhile: Callable[[], None] = lambda: None
) -> list[Job]:
    """Ask for the jobs until all have ended, showing each one's stage on standard error.

    *meanwhile* is called between two rounds.
    """
    followed = list(jobs)
    pause = FIRST_PAUSE
    columns = [
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=24),
        TextColumn("{task.fields[stage]}"),
        TimeElapsedColumn(),
    ]
    with Progress(*columns, console=Console(stderr=True)) as progress:
        bars = [progress.add_task(harmless(job.label), total=None, stage="") for job in followed]
        while True:
            for job, bar in zip(followed, bars, strict=True):
                _show(progress, bar, job)
            if all(job.has_ended for job in followed):
                return followed
            meanwhile()
            time.sleep(pause)
            pause = min(pause * 1.5, LONGEST_PAUSE)
            for job in followed:
                if not job.has_ended:
                    job.row = server.get(f"/v1/jobs/{job.row['id']}")


def _show(progress: Progress, bar: TaskID, job: Job) -> None:
    state, now = job.row["state"], job.row.get("progress") or {}
    if job.has_ended:
        progress.update(bar, total=1, completed=1 if job.has_succeeded else 0, stage=state)
        progress.stop_task(bar)
        return
    total = now.get("total") or None
    progress.update(bar, total=total, completed=now.get("done") or 0, stage=now.get("stage") or state)

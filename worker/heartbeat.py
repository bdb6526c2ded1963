"""How a running job says that it lives, and hears that it need not go on."""

import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

import structlog

log = structlog.get_logger(__name__)

Progress = tuple[str, int, int]
"""(stage, done, total)"""


class JobLost(Exception):
    """The job was cancelled, or given to another worker because this one seemed dead."""


class Heartbeat:
    """A thread that calls *beat* with the latest progress every *every* seconds while its block runs.

    *beat* returns False when the job is no longer ours; the next :meth:`report` then raises JobLost, which
    ends the extraction at the next sentence.
    """

    def __init__(self, beat: Callable[[Progress], bool], every: float) -> None:
        self._beat = beat
        self._every = every
        self._progress: Progress = ("reading", 0, 0)
        self._is_lost = False
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="heartbeat", daemon=True)

    def report(self, stage: str, done: int, total: int) -> None:
        """Remember how far the extraction is; raises JobLost when it need not go on."""
        self._progress = (stage, done, total)
        if self._is_lost:
            raise JobLost(f"stopped at {stage} {done}/{total}")

    def _run(self) -> None:
        while not self._ended.wait(self._every):
            try:
                is_ours = self._beat(self._progress)
            except Exception:  # a busy database now is no reason to stop beating
                log.warning("heartbeat_failed", exc_info=True)
                continue
            if not is_ours:
                self._is_lost = True
                return

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()

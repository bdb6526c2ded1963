"""How commits reach the disk: one sync for all that were made while the last one ran."""

import os
from pathlib import Path
from threading import Condition


class WriteAheadLog:
    """SQLite's log of a database, which a commit must have reached on the disk before anybody is told of it.

    SQLite itself (``synchronous=FULL``) syncs inside each commit, and every other writer waits for the disk
    with it. With ``synchronous=NORMAL`` a commit is in the file and the next writer may go on; whoever made
    it waits here. Commits stand in the log in their order, so that a power cut can only take the last ones,
    which nobody was told of yet.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._turn = Condition()
        self._begun = self._ended = 0
        self._is_running = False
        self._failure: tuple[int, OSError] | None = None

    def sync(self) -> None:
        """Return when all that this thread has committed is on the disk; raises OSError when it cannot be."""
        with self._turn:
            # Only a sync that begins from now on is sure to hold what was just written.
            wanted = self._begun + 1
            while self._ended < wanted:
                if self._is_running:
                    self._turn.wait()
                else:
                    self._run()
            if self._failure is not None and self._failure[0] >= wanted:
                raise self._failure[1]

    def _run(self) -> None:
        """Sync once, with the lock given away meanwhile."""
        self._begun += 1
        self._is_running = True
        failure: OSError | None = None
        self._turn.release()
        try:
            self._sync_file()
        except OSError as error:
            failure = error
        finally:
            self._turn.acquire()
            self._is_running = False
            self._ended = self._begun
            if failure is not None:
                self._failure = (self._ended, failure)
            self._turn.notify_all()

    def _sync_file(self) -> None:
        try:
            # By name each time: whoever was the last to leave a database took its log away.
            file = os.open(self._path, os.O_RDONLY | os.O_CLOEXEC)
        except FileNotFoundError:
            return  # all of it has been moved to the database, and synced there
        try:
            os.fdatasync(file) if hasattr(os, "fdatasync") else os.fsync(file)
        finally:
            os.close(file)

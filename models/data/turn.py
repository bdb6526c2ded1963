"""Whose turn it is to write to SQLite: one queue for the threads of a process, one for the processes."""

import fcntl
import os
from pathlib import Path
from threading import Lock, get_ident


class Turn:
    """A queue of writers, of all threads of all processes that open the same database.

    SQLite lets writers that wait sleep and try again, longer each time, and whoever comes just then goes
    first. Here the next one is woken at once: a lock within the process, and between processes the lock on
    a file beside the database, which the kernel gives back when its holder is killed. Who has waited as long
    as SQLite would goes on and is refused there, so a process that was stopped in the middle of a write
    holds up one thread of each other process, and the rest get their refusal.
    """

    def __init__(self, path: Path, patience: float) -> None:
        self._path, self._patience = path, patience
        self._threads = Lock()
        self._holder: int | None = None
        self._file, self._process = -1, 0

    def __enter__(self) -> None:
        if self._threads.acquire(timeout=self._patience):
            try:
                fcntl.flock(self._own_file(), fcntl.LOCK_EX)
            except BaseException:
                self._threads.release()
                raise
            self._holder = get_ident()

    def __exit__(self, *_: object) -> None:
        if self._holder == get_ident():
            self._holder = None
            fcntl.flock(self._file, fcntl.LOCK_UN)
            self._threads.release()

    def close(self) -> None:
        """Close the file; the next writer opens it again."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _own_file(self) -> int:
        """Return the file, opened by this very process: one that was inherited shares its parent's lock."""
        if self._file < 0 or self._process != os.getpid():
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
            self._process = os.getpid()
        return self._file

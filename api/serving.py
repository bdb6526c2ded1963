"""How a web process takes requests: only as it can begin them, so that the free process gets the next one."""

import select
import time
from concurrent.futures import Future
from typing import Any

from gunicorn.workers.gthread import TConn, ThreadWorker

PATIENCE = 0.05
"""Seconds for which a request may keep its process from the next: many times what a reviewer's takes."""
AT_ONCE = 1
"""Young requests that a process works at: a second one would only slow the first."""

_HUNG_UP = object()


class FairWorker(ThreadWorker):
    """Gunicorn's threaded worker, which leaves to other processes what it could not begin at once.

    Threads of Python take turns in small pieces. A process that accepts all that comes works at eight
    requests and finishes each of them late, while the process beside it may have nothing to do. This one
    accepts a connection only while fewer than :data:`AT_ONCE` requests are young, and the rest waits
    in the listening socket's queue, first come, first served, for whichever process is free. What runs
    longer than :data:`PATIENCE` (an import, an upload over a slow line, a browser that connects ahead of
    time) is no longer in the way: there are threads for it. A connection stays open between requests
    as long as nobody waits, there or in this process; else its next request goes through the queue again.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        self._begun: dict[TConn, float] = {}
        self._most = self._most_kept = 0
        super().__init__(*arguments, **named)

    # Gunicorn reads these two before it accepts a connection and before it keeps one.

    @property
    def worker_connections(self) -> int:
        """How many connections there may be: one more than there are, or no more."""
        open_now: int = self.nr_conns
        return min(self._most, open_now + (self._young() < AT_ONCE))

    @worker_connections.setter
    def worker_connections(self, most: int) -> None:
        self._most = most

    @property
    def max_keepalived(self) -> int:
        """How many may stay open between requests: none while somebody waits, for it or to come in."""
        return 0 if len(self._begun) > 1 or self._somebody_waits() else self._most_kept

    @max_keepalived.setter
    def max_keepalived(self, most: int) -> None:
        self._most_kept = most

    def enqueue_req(self, conn: TConn) -> None:
        """Hand a request to the threads."""
        self._begun[conn] = time.monotonic()
        super().enqueue_req(conn)

    def handle(self, conn: TConn) -> Any:
        """Answer a request, in a thread of its own, and hang up there where the connection is not kept.

        Hanging up in order waits until the caller has done so too, for as long as two seconds, and gunicorn's
        own worker lets the thread wait that all requests of the process come through.
        """
        kept = super().handle(conn)
        if kept is not False:
            return kept
        self.method_queue.defer(self._begun.pop, conn, None)
        conn.close(graceful=True)
        return _HUNG_UP

    def finish_request(self, conn: TConn, fs: Future[Any]) -> None:
        """See to a connection whose request has ended."""
        self._begun.pop(conn, None)
        if not fs.cancelled() and fs.exception() is None and fs.result() is _HUNG_UP:
            self.nr_conns -= 1
        else:
            super().finish_request(conn, fs)

    def wait_for_and_dispatch_events(self, timeout: float) -> None:
        """Wait for something to happen, and no longer than until a request is no longer young."""
        if not self._accepting and self._begun:
            oldest = min(self._begun.values())
            left = oldest + PATIENCE - time.monotonic()
            if left > 0:
                timeout = min(timeout, left)
        super().wait_for_and_dispatch_events(timeout)

    def _somebody_waits(self) -> bool:
        queues = select.poll()
        for listener in self.sockets:
            queues.register(listener, select.POLLIN)
        return bool(queues.poll(0))

    def _young(self) -> int:
        since = time.monotonic() - PATIENCE
        return sum(begun > since for begun in self._begun.values())

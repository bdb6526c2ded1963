"""One database, two ways in: transactions that read and transactions that write."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from threading import Lock, get_ident
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session

from models.settings import SettingsError

BUSY_TIMEOUT_MS = 10_000


def _configure_sqlite(engine: Engine) -> None:
    """Take transactions out of pysqlite's hands; its implicit ones break savepoints and deferred writes."""

    @event.listens_for(engine, "connect")
    def connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        cursor.execute("PRAGMA foreign_keys=ON")
        # WAL with NORMAL survives a killed process; only a power cut may lose the last commits,
        # and "accepted means in the database" has to hold there too.
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer takes its lock first: read-then-write in a deferred transaction fails under load.
        mode = connection.get_execution_options().get("begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {mode}")


class Turn:
    """A process's own queue of writers to SQLite.

    SQLite lets writers that wait sleep and try again, longer each time, and whoever comes just then goes
    first; with many threads some would wait for long. A lock wakes the next one at once, so that only
    processes meet at SQLite's own. Who has waited as long as SQLite would goes on and is refused there.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._holders: set[int] = set()

    def __enter__(self) -> None:
        if self._lock.acquire(timeout=BUSY_TIMEOUT_MS / 1000):
            self._holders.add(get_ident())

    def __exit__(self, *_: object) -> None:
        if get_ident() in self._holders:
            self._holders.discard(get_ident())
            self._lock.release()


def _normal_url(url: str) -> str:
    for scheme in ("postgres://", "postgresql://"):
        if url.startswith(scheme):
            return "postgresql+psycopg://" + url.removeprefix(scheme)
    return url


def _address(url: str) -> URL:
    """Read a database's address; raises SettingsError, which does not repeat it, for its password's sake."""
    wanted = "DATABASE_URL must be sqlite:///PATH or postgresql://USER:PASSWORD@HOST/NAME"
    try:
        address = make_url(_normal_url(url))
    except (ArgumentError, ValueError):  # ValueError: a port that is no number
        raise SettingsError(f"{wanted}; what it says now is no address.") from None
    if address.drivername not in ("sqlite", "sqlite+pysqlite", "postgresql+psycopg"):
        raise SettingsError(f"{wanted}; there is no driver for {address.drivername} here.")
    return address


class Database:
    """An engine with its two kinds of transaction; one object a process."""

    def __init__(self, url: str) -> None:
        self.url = _address(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite and self.url.database:
            Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
        self.engine = create_engine(self.url, pool_pre_ping=not self.is_sqlite)
        if self.is_sqlite:
            _configure_sqlite(self.engine)
        self._turn: AbstractContextManager[None] = Turn() if self.is_sqlite else nullcontext()
        self._writer = self.engine.execution_options(begin="IMMEDIATE") if self.is_sqlite else self.engine

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Open a transaction that only reads: one consistent view."""
        with Session(self.engine, expire_on_commit=False, autoflush=False) as session, session.begin():
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Open a transaction that writes; it commits when the block ends, and rolls back on any error."""
        with self._turn, Session(self._writer, expire_on_commit=False) as session, session.begin():
            yield session

    def close(self) -> None:
        """Give back all connections, as a process must before it forks."""
        self.engine.dispose()

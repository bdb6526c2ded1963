"""One database, two ways in: transactions that read and transactions that write."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session

from models.data.durable import WriteAheadLog
from models.data.turn import Turn
from models.settings import SettingsError

BUSY_TIMEOUT_MS = 10_000
STATEMENTS_KEPT = 512
"""Prepared statements that a connection to SQLite keeps: all that the desk's requests are made of."""


def _configure_sqlite(engine: Engine) -> None:
    """Take transactions out of pysqlite's hands; its implicit ones break savepoints and deferred writes."""

    @event.listens_for(engine, "connect")
    def connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA foreign_keys=ON")
        # A commit is in the log, safe from a killed process, and the next writer may go on; who made it is
        # told only when the log is on the disk (models/data/durable.py), safe from a power cut too.
        cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        _begin(connection, _PLAIN)


def _begin(connection: Connection, statements: tuple[str, ...]) -> None:
    """Begin a transaction of SQLite's; nothing on the way makes more of these statements than they are."""
    driver: Any = connection.connection.driver_connection
    for statement in statements:
        driver.execute(statement)


class Transaction(Session):
    """A session that is one transaction, and so has one connection, which each of its statements asks for."""

    _only: Connection | None = None

    def connection(self, *arguments: Any, **named: Any) -> Connection:
        """Return the connection; SQLAlchemy would look anew whether it is still the same."""
        if arguments or named:
            return super().connection(*arguments, **named)
        if self._only is None:
            self._only = super().connection()
        return self._only


_PLAIN = ("PRAGMA query_only=OFF", "BEGIN")
# A reader that came to write would have to wait for a lock that is refused at once ("database is locked")
# when somebody has written since it began to read: so it cannot.
_READING = ("PRAGMA query_only=ON", "BEGIN")
# A writer takes its lock first, and waits for it before it has read anything.
_WRITING = ("PRAGMA query_only=OFF", "BEGIN IMMEDIATE")


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
    """An engine with its two kinds of transaction; one object a process.

    ``engine`` is for what is older than the desk's tables or larger than a request (migrations, backup);
    ``sessions`` is what :meth:`read` and :meth:`write` work with.
    """

    def __init__(self, url: str) -> None:
        self.url = _address(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._turn: Turn | None = None
        self.sessions: Engine
        self._reader: Engine
        self._log: WriteAheadLog | None = None
        if self.is_sqlite:
            self.engine = create_engine(self.url, connect_args={"cached_statements": STATEMENTS_KEPT})
            _configure_sqlite(self.engine)
            # The same connections without the event: an engine with one asks at each of its statements
            # whether somebody listens, and what a request costs is made of these statements.
            self.sessions = create_engine(self.url, pool=self.engine.pool)
            self._reader = self.sessions
        else:
            self.engine = self.sessions = create_engine(self.url, pool_pre_ping=True)
            self._reader = self.sessions.execution_options(postgresql_readonly=True)
        if self.is_sqlite and self.url.database:
            path = Path(self.url.database).absolute()
            path.parent.mkdir(parents=True, exist_ok=True)
            self._turn = Turn(path.with_name(path.name + "-turn"), BUSY_TIMEOUT_MS / 1000)
            self._log = WriteAheadLog(path.with_name(path.name + "-wal"))

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Open a transaction that only reads: one consistent view. Both databases refuse a write in it."""
        with Transaction(self._reader, expire_on_commit=False, autoflush=False) as session:
            if self.is_sqlite:
                _begin(session.connection(), _READING)
            # It ends by being closed: there is nothing to commit.
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Open a transaction that writes; it commits when the block ends, and rolls back on any error.

        When this returns, what was written outlives a power cut.
        """
        with self._turn or nullcontext(), Transaction(self.sessions, expire_on_commit=False) as session:
            if self.is_sqlite:
                _begin(session.connection(), _WRITING)
            yield session
            session.commit()
        if self._log is not None:
            # Outside of the turn: the next writer need not wait for the disk.
            self._log.sync()

    def close(self) -> None:
        """Give back all connections, as a process must before it forks."""
        self.engine.dispose()
        if self._turn is not None:
            self._turn.close()

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


def _sqlite(url: URL, *, reads_only: bool = False) -> Engine:
    """Return an engine whose transactions are not in pysqlite's hands.

    pysqlite's implicit ones break savepoints and deferred writes.
    """
    engine = create_engine(url, connect_args={"cached_statements": STATEMENTS_KEPT})

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
        if reads_only:
            # A reader that came to write would have to wait for a lock that is refused at once ("database is
            # locked") when somebody has written since it began to read: so it cannot. Said once, to
            # connections of their own: said again, it makes SQLite forget every prepared statement.
            cursor.execute("PRAGMA query_only=ON")
        cursor.close()

    return engine


def _begin(session: Session, statement: str) -> None:
    """Begin a transaction of SQLite's.

    Not by an event of the engine: one that has any asks at each of its statements whether somebody listens.
    """
    driver: Any = session.connection().connection.driver_connection
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
    """A database with its two kinds of transaction; one object a process.

    ``reader`` and ``writer`` are what :meth:`read` and :meth:`write` work with; ``engine`` is for what is
    older than the desk's tables or larger than a request (migrations, backup).
    """

    def __init__(self, url: str) -> None:
        self.url = _address(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._turn: Turn | None = None
        self._log: WriteAheadLog | None = None
        self.engine: Engine
        self.reader: Engine
        self.writer: Engine
        if self.is_sqlite:
            self.engine, self.writer = _sqlite(self.url), _sqlite(self.url)
            self.reader = _sqlite(self.url, reads_only=True)
            event.listen(self.engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
        else:
            self.engine = self.writer = create_engine(self.url, pool_pre_ping=True)
            self.reader = self.engine.execution_options(postgresql_readonly=True)
        if self.is_sqlite and self.url.database:
            path = Path(self.url.database).absolute()
            path.parent.mkdir(parents=True, exist_ok=True)
            self._turn = Turn(path.with_name(path.name + "-turn"), BUSY_TIMEOUT_MS / 1000)
            self._log = WriteAheadLog(path.with_name(path.name + "-wal"))

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Open a transaction that only reads: one consistent view. Both databases refuse a write in it."""
        with Transaction(self.reader, expire_on_commit=False, autoflush=False) as session:
            if self.is_sqlite:
                _begin(session, "BEGIN")
            # It ends by being closed: there is nothing to commit.
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Open a transaction that writes; it commits when the block ends, and rolls back on any error.

        When this returns, what was written outlives a power cut.
        """
        with self._turn or nullcontext(), Transaction(self.writer, expire_on_commit=False) as session:
            if self.is_sqlite:
                # It takes its lock first, and waits for it before it has read anything.
                _begin(session, "BEGIN IMMEDIATE")
            yield session
            session.commit()
        if self._log is not None:
            # Outside of the turn: the next writer need not wait for the disk.
            self._log.sync()

    def close(self) -> None:
        """Give back all connections, as a process must before it forks."""
        for engine in (self.engine, self.reader, self.writer):
            engine.dispose()
        if self._turn is not None:
            self._turn.close()

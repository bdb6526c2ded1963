"""How a whole desk is copied to one file while it serves, and brought back, on either database."""

import base64
import gzip
import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from alembic.migration import MigrationContext
from sqlalchemy import Connection, LargeBinary, Table, func, insert, select, text

from models.data import tables
from models.data.database import Database
from models.data.types import Instant
from models.domain.errors import Conflict, Invalid

FORMAT = 1
CHUNK = 500

Row = list[Any]


@dataclass(frozen=True, slots=True)
class Copied:
    """How many rows a backup or restore carried, by table."""

    rows: dict[str, int]

    @property
    def total(self) -> int:
        """All rows of all tables."""
        return sum(self.rows.values())


def _sorted_tables() -> list[Table]:
    return list(tables.Table.metadata.sorted_tables)


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _encoders(table: Table) -> list[Callable[[Any], Any]]:
    return [_encoder(column.type) for column in table.columns]


def _encoder(kind: Any) -> Callable[[Any], Any]:
    if isinstance(kind, LargeBinary):
        return lambda value: None if value is None else base64.b64encode(value).decode()
    return lambda value: value.isoformat() if isinstance(value, date) else value


def _decoder(column: Any) -> Callable[[Any], Any]:
    if isinstance(column.type, LargeBinary):
        return lambda value: None if value is None else base64.b64decode(value)
    if isinstance(column.type, Instant):
        return lambda value: None if value is None else datetime.fromisoformat(value)
    if column.type.python_type is date:
        return lambda value: None if value is None else date.fromisoformat(value)
    return lambda value: value


def back_up(database: Database, path: Path) -> Copied:
    """Write one consistent picture of *database* to *path* (JSON lines, gzip), readable by its owner only.

    Serving goes on: on SQLite a reader of the WAL sees one moment, on PostgreSQL a repeatable-read
    transaction does. The file appears under its name only when it is whole.
    """
    counts: dict[str, int] = {}
    unfinished = path.with_name(path.name + ".part")
    unfinished.touch(mode=0o600)
    try:
        with database.engine.connect() as plain, gzip.open(unfinished, "wt", encoding="utf-8") as file:
            connection = plain
            if not database.is_sqlite:
                connection = plain.execution_options(isolation_level="REPEATABLE READ")
            seal = _Seal(file)
            seal.write({"claimbench_backup": FORMAT, "revision": _revision(connection)})
            for table in _sorted_tables():
                counts[table.name] = _write_table(connection, table, seal)
            seal.close(sum(counts.values()))
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    unfinished.replace(path)
    return Copied(counts)


def _write_table(connection: Connection, table: Table, seal: "_Seal") -> int:
    encoders = _encoders(table)
    seal.write({"table": table.name, "columns": [column.name for column in table.columns]})
    count = 0
    rows = connection.execution_options(yield_per=CHUNK).execute(select(table))
    for row in rows:
        seal.write([encode(value) for encode, value in zip(encoders, row, strict=True)])
        count += 1
    return count


class _Seal:
    """Writes lines and, at the end, a line that proves that all of them are there."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._hash = hashlib.sha256()

    def write(self, value: Any) -> None:
        line = json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
        self._hash.update(line.encode())
        self._file.write(line)

    def close(self, rows: int) -> None:
        self._file.write(json.dumps({"end": rows, "sha256": self._hash.hexdigest()}) + "\n")


def _sealed_lines(path: Path) -> Iterator[Any]:
    """Yield every line's value but the seal; raise :class:`Invalid` unless the seal holds."""
    digest, rows = hashlib.sha256(), 0
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                value = json.loads(line)
                if isinstance(value, dict) and "end" in value:
                    if value != {"end": rows, "sha256": digest.hexdigest()}:
                        raise Invalid(f"{path} has been changed since it was written; take another backup")
                    return
                digest.update(line.encode())
                rows += isinstance(value, list)
                yield value
    except (OSError, EOFError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise Invalid(f"{path} is no whole backup ({error})") from error
    raise Invalid(f"{path} breaks off in the middle; take another backup")


def restore(database: Database, path: Path) -> Copied:
    """Bring a backup into an empty database, all of it or nothing.

    Raises:
        Invalid: the file is broken, or from another version of the tables.
        Conflict: the database is not empty.
    """
    by_name = {table.name: table for table in _sorted_tables()}
    with database.write() as session:
        connection = session.connection()
        for table in by_name.values():
            if connection.scalar(select(func.count()).select_from(table)):
                raise Conflict(f"the database is not empty ({table.name} has rows); restore into a new one")
        lines = _sealed_lines(path)
        _check_header(next(lines, None), path, _revision(connection))
        loaders: list[_Loader] = []
        for line in lines:
            if isinstance(line, dict):
                if loaders:
                    loaders[-1].flush()  # what refers to these rows comes next
                loaders.append(_Loader(connection, by_name[line["table"]], line["columns"]))
            else:
                loaders[-1].take(line)
        copied = Copied({load.table.name: load.finish() for load in loaders})
        if not database.is_sqlite:
            _count_on(connection)
    return copied


def _check_header(header: Any, path: Path, revision: str | None) -> None:
    if not isinstance(header, dict) or header.get("claimbench_backup") != FORMAT:
        raise Invalid(f"{path} is no backup of this program")
    if header["revision"] != revision:
        raise Invalid(
            f"{path} has tables of version {header['revision']}, this program of {revision}; "
            "restore it with the program that wrote it, then migrate"
        )


class _Loader:
    """Puts the rows of one table in, a chunk at a time."""

    def __init__(self, connection: Connection, table: Table, columns: list[str]) -> None:
        self.table = table
        self._connection = connection
        self._decode = [(name, _decoder(table.columns[name])) for name in columns]
        self._waiting: list[dict[str, Any]] = []
        self._count = 0

    def take(self, row: Row) -> None:
        """Take one row; they are written a chunk at a time."""
        pairs = zip(self._decode, row, strict=True)
        self._waiting.append({name: decode(value) for (name, decode), value in pairs})
        if len(self._waiting) == CHUNK:
            self.flush()

    def finish(self) -> int:
        """Write what waits and return how many rows there were."""
        self.flush()
        return self._count

    def flush(self) -> None:
        """Write the rows that wait."""
        if self._waiting:
            self._connection.execute(insert(self.table), self._waiting)
            self._count += len(self._waiting)
            self._waiting = []


def _count_on(connection: Connection) -> None:
    """Let PostgreSQL's sequences go on after the highest restored id."""
    for table in _sorted_tables():
        column = next((c for c in table.primary_key if c.autoincrement is not False), None)
        if column is None or len(table.primary_key) != 1:
            continue
        sequence = connection.scalar(
            text("SELECT pg_get_serial_sequence(:t, :c)"), {"t": table.name, "c": column.name}
        )
        if sequence:
            highest = select(func.max(column)).scalar_subquery()
            connection.execute(select(func.setval(sequence, highest)))

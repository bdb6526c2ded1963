"""One row written by one statement, past the unit of work, which spends several times as long on it.

For the few rows that every review writes. What was written is an object of the session like any other that
was loaded: nothing of it is left to flush.
"""

from functools import cache
from typing import Any

from sqlalchemy import Insert, Update, bindparam, insert, inspect, update
from sqlalchemy.orm import InstanceState, Session, make_transient_to_detached
from sqlalchemy.orm.attributes import set_committed_value

from models.data.registry import Table

_KEY = "its_id"


def insert_row(session: Session, row: Table) -> None:
    """Insert a new *row* whose key is the column ``id``, which it gets; what is not set is null.

    Related rows are not written with it: neither those that it refers to nor those that refer to it.
    """
    statement, names = _insert_into(type(row))
    values = {name: row.__dict__.get(name) for name in names}
    result = session.connection().execute(statement, values)
    assert result.inserted_primary_key is not None
    row.id = result.inserted_primary_key[0]  # type: ignore[attr-defined]
    for name, value in values.items():
        row.__dict__.setdefault(name, value)
    make_transient_to_detached(row)
    session.add(row)


def update_row(session: Session, row: Table) -> None:
    """Write the columns of a loaded *row* that were set since it was loaded; its key is the column ``id``."""
    state: InstanceState[Any] = inspect(row)
    columns = _columns_of(type(row))
    names = tuple(sorted(name for name in state.committed_state if name in columns))
    if not names:
        return
    values = {name: row.__dict__[name] for name in names}
    statement = _update_of(type(row), names)
    session.connection().execute(statement, {**values, _KEY: row.id})  # type: ignore[attr-defined]
    if state.committed_state.keys() <= columns:
        # What was written is what stands; else the session would look through the row once more.
        state._commit_all(state.dict, session.identity_map)
    else:
        for name, value in values.items():
            set_committed_value(row, name, value)


@cache
def _columns_of(kind: type[Table]) -> frozenset[str]:
    return frozenset(kind.__table__.columns.keys())


@cache
def _insert_into(kind: type[Table]) -> tuple[Insert, tuple[str, ...]]:
    return insert(kind.__table__), tuple(sorted(_columns_of(kind) - {"id"}))  # type: ignore[arg-type]


@cache
def _update_of(kind: type[Table], names: tuple[str, ...]) -> Update:
    table = kind.__table__
    return (
        update(table)  # type: ignore[arg-type]
        .where(table.c.id == bindparam(_KEY))
        .values({name: bindparam(name) for name in names})
    )

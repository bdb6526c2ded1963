"""The database of this machine, for the commands that need no server."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlalchemy.orm import Session

from models.data.database import Database
from models.settings import Settings


@contextmanager
def writing_here() -> Iterator[Session]:
    """Open one writing transaction on this installation's database."""
    with _here() as database, database.write() as session:
        yield session


@contextmanager
def reading_here() -> Iterator[Session]:
    """Open one reading transaction on this installation's database."""
    with _here() as database, database.read() as session:
        yield session


@contextmanager
def _here() -> Iterator[Database]:
    database = Database(Settings.from_environment().database_url)
    try:
        yield database
    except (OperationalError, ProgrammingError) as error:
        raise click.ClickException(
            f"the database cannot be used ({error.orig}). `./claimbench migrate` creates it;"
            " DATABASE_URL says which."
        ) from None
    finally:
        database.close()

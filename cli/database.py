"""The database of this machine, for the commands that need no server."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlalchemy.orm import Session

from models.data.database import Database
from models.settings import Settings


@contextmanager
def here() -> Iterator[Session]:
    """Open one writing transaction on this installation's database."""
    database = Database(Settings.from_environment().database_url)
    try:
        with database.write() as session:
            yield session
    except (OperationalError, ProgrammingError) as error:
        raise click.ClickException(
            f"the database cannot be used ({error.orig}). `./claimbench migrate` creates it;"
            " DATABASE_URL says which."
        ) from None
    finally:
        database.close()

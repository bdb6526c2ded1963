"""How a request reaches the desk's database: one handle an app, one transaction a use case."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app, g
from sqlalchemy.orm import Session

from models.data.database import Database
from models.settings import Settings

_EXTENSION = "claimbench"


@dataclass(frozen=True, slots=True)
class Installation:
    """What one app works with: its settings and its database."""

    settings: Settings
    database: Database


def install(app: Flask, settings: Settings, database: Database) -> None:
    """Give an app its settings and its database."""
    app.extensions[_EXTENSION] = Installation(settings, database)
    app.teardown_appcontext(lambda _: end_reading())


def installation() -> Installation:
    """Return what the current app works with."""
    return cast(Installation, current_app.extensions[_EXTENSION])


def database() -> Database:
    """Return the desk's database; use ``with database().read()`` or ``.write()`` for a transaction."""
    return installation().database


@contextmanager
def reading() -> Iterator[Session]:
    """Give the request's own reading transaction: begun by who asks first, and shared by who asks later.

    So a request finds out who asks, finds what it is about and answers from one view of the desk, and reads
    nothing twice. It ends with the request, or with :func:`end_reading` before something is written.
    """
    if "reading" not in g:
        with ExitStack() as opened:
            session = opened.enter_context(database().read())
            g.reading = (session, opened.pop_all())
    yield g.reading[0]


def end_reading() -> None:
    """End the request's reading transaction: what is read from now on is what stands then."""
    if (kept := g.pop("reading", None)) is not None:
        kept[1].close()


def settings() -> Settings:
    """Return the settings of this process."""
    return installation().settings

"""How a request reaches the desk's database: one handle an app, one transaction a use case."""

from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app

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


def installation() -> Installation:
    """Return what the current app works with."""
    return cast(Installation, current_app.extensions[_EXTENSION])


def database() -> Database:
    """Return the desk's database; use ``with database().read()`` or ``.write()`` for a transaction."""
    return installation().database


def settings() -> Settings:
    """Return the settings of this process."""
    return installation().settings

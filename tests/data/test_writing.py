"""Writers to SQLite wait for their turn and never fail for it; a commit is on the disk before it is told."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError

from models.data.database import Database
from models.data.durable import WriteAheadLog
from models.data.turn import Turn
from models.settings import ROOT
from tests.factories import Desk

READ = text("SELECT count(*) FROM desk_settings")
WRITE = text("INSERT INTO desk_settings (version, data, changed_at) VALUES (:v, '{}', '2024-01-01')")


@pytest.fixture
def sqlite(sqlite_url: str) -> Database:
    return Database(sqlite_url)


def test_a_reader_cannot_write(desk: Desk) -> None:
    with pytest.raises(DBAPIError, match=r"read-?only"), desk.database.read() as session:
        session.execute(WRITE, {"v": 1})
    with desk.database.write() as session:
        assert session.execute(READ).scalar() == 0
        session.execute(WRITE, {"v": 1})


def test_what_begins_by_reading_and_then_writes_is_locked_out_at_once(sqlite: Database) -> None:
    """The one way to "database is locked" that no waiting helps; neither of our transactions is such."""
    with sqlite.engine.connect() as upgrading, upgrading.begin():
        upgrading.execute(READ)
        with sqlite.write() as session:
            session.execute(WRITE, {"v": 1})
        with pytest.raises(OperationalError, match="database is locked"):
            upgrading.execute(WRITE, {"v": 2})


def test_a_writer_that_read_first_is_not_locked_out(sqlite: Database) -> None:
    def work(first: int) -> None:
        for version in range(first, first + 10):
            with sqlite.write() as session:
                session.execute(READ)
                time.sleep(0.002)
                session.execute(WRITE, {"v": version})

    failures = _together(lambda: work(100), lambda: work(200), lambda: work(300))
    assert failures == []
    with sqlite.read() as session:
        assert session.execute(READ).scalar() == 30


ADD_TWENTY = """
import sys
from sqlalchemy import text
from models.data.database import Database
database = Database(sys.argv[1])
for number in range(20):
    with database.write() as session:
        last = session.execute(text("SELECT coalesce(max(version), 0) FROM desk_settings")).scalar_one()
        session.execute(
            text("INSERT INTO desk_settings (version, data, changed_at) VALUES (:v, '{}', '2024-01-01')"),
            {"v": last + 1},
        )
"""


def test_writers_of_several_processes_queue(sqlite: Database, sqlite_url: str) -> None:
    command = [sys.executable, "-c", ADD_TWENTY, sqlite_url]
    processes = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE) for _ in range(3)]
    said = [process.communicate(timeout=60)[1] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0], said
    with sqlite.read() as session:
        assert session.execute(text("SELECT max(version) FROM desk_settings")).scalar() == 60


HOLD = """
import sys, time
from pathlib import Path
from models.data.turn import Turn
with Turn(Path(sys.argv[1]), 10):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_killed_process_gives_its_turn_back(tmp_path: Path) -> None:
    path = tmp_path / "turn"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    entered = threading.Event()

    def enter() -> None:
        with Turn(path, 10):
            entered.set()

    waiting = threading.Thread(target=enter)
    waiting.start()
    assert not entered.wait(0.3), "two processes have the turn"
    holder.send_signal(signal.SIGKILL)
    holder.communicate()
    waiting.join(5)
    assert entered.is_set()


def test_who_has_waited_long_enough_goes_on_without_the_turn(tmp_path: Path) -> None:
    turn = Turn(tmp_path / "turn", patience=0.1)
    went_on: list[bool] = []

    def enter() -> None:
        with turn:
            went_on.append(True)

    with turn:
        waiting = threading.Thread(target=enter)
        waiting.start()
        waiting.join(5)
        assert went_on == [True]
    # Who had no turn has given none back: the next one gets it as usual.
    with turn:
        pass


def test_a_child_does_not_share_its_parents_turn(tmp_path: Path) -> None:
    turn = Turn(tmp_path / "turn", 10)
    with turn:
        pass
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        turn.__enter__()
        os.write(write, b"held")
        time.sleep(0.3)
        os._exit(0)
    assert os.read(read, 4) == b"held"
    begun = time.monotonic()
    with turn:
        waited = time.monotonic() - begun
    os.waitpid(child, 0)
    assert waited > 0.1


def test_a_commit_is_synced_before_it_is_told_and_outside_of_the_turn(
    sqlite: Database, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    other = Database(sqlite_url)

    def sync(_: int) -> None:
        if not seen:
            seen.append(0)
            with other.read() as session:
                seen[0] = session.execute(READ).scalar_one()
            # Were the turn or SQLite's lock still held, this one would wait for it.
            with other.write() as session:
                session.execute(WRITE, {"v": 2})

    monkeypatch.setattr(os, "fdatasync", sync, raising=False)
    with sqlite.write() as session:
        session.execute(WRITE, {"v": 1})
        assert seen == []
    assert seen == [1]
    with other.read() as session:
        assert session.execute(READ).scalar() == 2


def test_commits_that_wait_for_the_disk_share_a_sync(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "log").touch()
    log = WriteAheadLog(tmp_path / "log")
    syncs: list[float] = []
    is_slow, go_on = threading.Event(), threading.Event()

    def sync(_: int) -> None:
        syncs.append(time.monotonic())
        is_slow.set()
        assert go_on.wait(5)

    monkeypatch.setattr(os, "fdatasync", sync, raising=False)
    first = threading.Thread(target=log.sync)
    first.start()
    assert is_slow.wait(5)
    others = [threading.Thread(target=log.sync) for _ in range(8)]
    for thread in others:
        thread.start()
    time.sleep(0.1)
    assert all(thread.is_alive() for thread in others), "the sync that runs began before their commits"
    go_on.set()
    for thread in [first, *others]:
        thread.join(5)
    assert len(syncs) == 2


def test_a_disk_that_fails_is_told_to_all_who_waited_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "log").touch()
    log = WriteAheadLog(tmp_path / "log")

    def fail(_: int) -> None:
        time.sleep(0.05)
        raise OSError("the disk is gone")

    monkeypatch.setattr(os, "fdatasync", fail, raising=False)
    failures = _together(*[log.sync] * 4)
    assert [str(failure) for failure in failures] == ["the disk is gone"] * 4
    monkeypatch.undo()
    log.sync()


def test_a_log_that_was_taken_away_has_been_synced(tmp_path: Path) -> None:
    WriteAheadLog(tmp_path / "none").sync()


def _together(*works: Callable[[], object]) -> list[BaseException]:
    failures: list[BaseException] = []

    def run(work: Callable[[], object]) -> None:
        try:
            work()
        except BaseException as failure:  # a thread's failure must reach the test
            failures.append(failure)

    threads = [threading.Thread(target=run, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures

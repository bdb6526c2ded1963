"""Who may come in, from the command line: users, tokens, and the demo's admin."""

import json
import sqlite3
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import demo
from cli.audit import audit
from cli.token import token
from cli.user import user
from models.data.database import Database
from models.domain.roles import Role
from models.workflow import accounts
from models.workflow.clock import now


@pytest.fixture
def database(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Database:
    monkeypatch.setenv("CLAIMBENCH_VAR", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    return Database(sqlite_url)


def test_a_user_is_added_with_a_password_made_up_where_nobody_can_answer(database: Database):
    done = CliRunner().invoke(user, ["add", "maria", "--role", "editor"])
    assert done.exit_code == 0, done.output
    password = done.stdout.strip()
    with database.read() as session:
        found = accounts.log_in(session, "maria", password)
        assert found is not None
        assert found.role == Role.EDITOR


def test_a_token_opens_the_door_until_it_is_revoked(database: Database):
    CliRunner().invoke(user, ["add", "maria", "--password", "long enough"])
    minted = json.loads(CliRunner().invoke(token, ["new", "maria", "--json"]).stdout)
    with database.read() as session:
        assert accounts.bearer(session, minted["token"]) is not None
    assert CliRunner().invoke(token, ["revoke", "maria", str(minted["id"])]).exit_code == 0
    with database.read() as session:
        assert accounts.bearer(session, minted["token"]) is None


def test_a_user_who_is_not_there_is_said(database: Database):
    done = CliRunner().invoke(token, ["new", "nobody"])
    assert done.exit_code == 1
    assert "there is no user 'nobody'" in done.stderr


def test_no_tables_is_said_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CLAIMBENCH_VAR", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    done = CliRunner().invoke(token, ["new", "maria"])
    assert done.exit_code == 1
    assert "claimbench migrate" in done.stderr


def test_the_demo_keeps_its_way_in_while_it_opens(database: Database, tmp_path: Path):
    first = demo.open_access(database, tmp_path, "http://127.0.0.1:8000")
    first.write(tmp_path)
    path = tmp_path / "demo.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert set(json.loads(path.read_text())) == {"url", "token", "user", "password"}
    second = demo.open_access(database, tmp_path, "http://127.0.0.1:8001")
    assert (second.token, second.password) == (first.token, first.password)
    assert second.url == "http://127.0.0.1:8001"


def test_the_demo_gets_a_new_way_in_when_the_old_one_is_lost(database: Database, tmp_path: Path):
    first = demo.open_access(database, tmp_path, "http://127.0.0.1:8000")
    CliRunner().invoke(user, ["add", "other", "--role", "admin", "--password", "long enough"])
    with database.write() as session:
        found = accounts.user_by_name(session, first.user)
        assert found is not None
        accounts.change_user(session, None, found.id, now(), role=Role.SUBMITTER, is_disabled=True)
    second = demo.open_access(database, tmp_path, first.url)  # no demo.json was written
    assert second.password != first.password
    assert second.token != first.token
    with database.read() as session:
        entered = accounts.log_in(session, second.user, second.password)
        assert entered is not None
        assert entered.role == Role.ADMIN
        assert accounts.bearer(session, second.token) is not None


def test_the_audit_names_what_its_events_do_not_say(database: Database):
    CliRunner().invoke(user, ["add", "maria", "--password", "long enough"])
    assert CliRunner().invoke(audit, ["verify"]).exit_code == 0
    with sqlite3.connect(str(database.url.database)) as behind_our_back:
        for (trigger,) in behind_our_back.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            behind_our_back.execute(f"DROP TRIGGER {trigger}")
        behind_our_back.execute("UPDATE events SET kind = 'promoted'")
    done = CliRunner().invoke(audit, ["verify"])
    assert done.exit_code == 1
    assert "user 1: event 1 (promoted) is not what was written" in done.stdout

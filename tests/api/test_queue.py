"""What is sent lies in the broker under the name that the worker listens to; a real Valkey shows it."""

import json
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from redis import Redis
from redis.exceptions import RedisError

from api import create_app, queue
from cli import programs
from models.jobs import EXTRACT, JOBS
from models.settings import Settings, embedded_socket
from tests.api.client import Caller
from tests.api.conftest import settings_for
from tests.factories import PASSWORD, Desk


@pytest.fixture
def settings(desk: Desk, tmp_path: Path) -> Settings:
    """Settings whose broker is an embedded one that a test may start."""
    return replace(settings_for(desk, tmp_path), broker_url=f"redis+socket://{embedded_socket(tmp_path)}")


@pytest.fixture
def broker(settings: Settings) -> Iterator[Redis]:
    """A running embedded broker."""
    process = subprocess.Popen(programs.broker(settings), stdout=subprocess.DEVNULL)
    client = Redis(unix_socket_path=str(embedded_socket(settings.var_dir)))
    end = time.monotonic() + 20
    while True:
        try:
            client.ping()
            break
        except RedisError:
            assert time.monotonic() < end, "the broker did not start"
            time.sleep(0.05)
    yield client
    process.terminate()
    process.wait(10)


def test_a_job_lies_in_the_queue_that_the_worker_reads(settings: Settings, desk: Desk, broker: Redis):
    app = create_app(settings, desk.database)
    caller = Caller(app, desk).by(desk.submitter)
    job = caller.post("/v1/articles", {"text": "One."}).json["job"]
    messages = broker.lrange(JOBS, 0, -1)
    assert len(messages) == 1
    assert json.loads(messages[0])["headers"]["task"] == EXTRACT
    assert f"[{job['id']}]" in json.loads(messages[0])["headers"]["argsrepr"]
    assert caller.get("/ready").json["broker"] == "ok"


def test_a_broker_that_comes_back_is_used_again(settings: Settings, desk: Desk, broker: Redis):
    app = create_app(settings, desk.database)
    with app.app_context():
        queue.send_extract(1)
        broker.client_kill_filter(_type="normal", skipme=True)
        queue.send_extract(2)
    assert broker.llen(JOBS) == 2


def test_failed_log_ins_are_counted_across_processes(settings: Settings, desk: Desk, broker: Redis):
    one, other = create_app(settings, desk.database), create_app(settings, desk.database)
    for index in range(10):
        client = (one, other)[index % 2].test_client()
        assert client.post("/v1/session", json={"name": "rob", "password": "wrong"}).status_code == 401
    for app in (one, other):
        refused = app.test_client().post("/v1/session", json={"name": "rob", "password": PASSWORD})
        assert refused.status_code == 429

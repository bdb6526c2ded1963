"""A desk that serves is backed up by the command, and comes back elsewhere as it was at one moment."""

import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from tests.live.installation import ROOT, Folder, free_port
from tests.live.telling import Json, Teller

pytestmark = pytest.mark.live
PAGE = {"url": "https://example.org/report", "locator": "paragraph 2"}


def claimbench(folder: Folder, *arguments: str) -> str:
    """Run one of the other commands in that folder; it must succeed."""
    done = subprocess.run(
        [str(ROOT / "claimbench"), *arguments],
        env=folder.environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@contextmanager
def people_at_work(teller: Teller) -> Iterator[list[int]]:
    """Settle claim after claim over HTTP, and give the numbers of those that were answered with 200."""
    stop, settled, refused = threading.Event(), [], []

    def write(claim: Json, method: str, step: str, body: Json | None = None) -> tuple[int, Json]:
        path, seen = f"/v1/claims/{claim['id']}/{step}", f'"{claim["version"]}"'
        return teller.ask_for_status(path, method, body, If_Match=seen)

    def work() -> None:
        for number in count():
            if stop.is_set():
                return
            status, claim = teller.ask_for_status("/v1/queue/next", "POST")
            if status == 404:  # all are settled: take one back, and go on
                claim = teller.ask(f"/v1/claims/{settled[number % len(settled)]}")
                status, claim = write(claim, "POST", "undo")
            if status < 300 and claim["state"] != "final":
                status, claim = write(claim, "PUT", "verdict", {"verdict": "supported", "evidence": [PAGE]})
            if status < 300:
                settled.append(claim["id"])
            else:
                refused.append((status, claim))

    worker = threading.Thread(target=work)
    worker.start()
    try:
        yield settled
    finally:
        stop.set()
        worker.join()
    assert not refused


def test_a_backup_of_a_serving_desk_is_one_moment_that_serves_again(folder: Folder, tmp_path: Path):
    up = folder.start("--port", str(free_port()))
    access = folder.wait_until_up(up)
    teller = Teller(access["url"], access["token"])
    copies = [tmp_path / f"desk-{n}.gz" for n in range(3)]
    with people_at_work(teller) as settled:
        for copy in copies:
            claimbench(folder, "backup", str(copy))
    assert len(settled) > 3, "somebody worked while the copies were made"
    up.send_signal(signal.SIGINT)
    up.communicate(timeout=30)

    other = Folder(tmp_path / "elsewhere")
    other.var.mkdir()
    assert "rows" in claimbench(other, "restore", str(copies[-1]))
    claimbench(other, "audit", "verify")
    restored = other.start("--port", str(free_port()))
    try:
        again = Teller(other.wait_until_up(restored)["url"], access["token"])
        claims = again.ask("/v1/claims?limit=200")["items"]
        assert {claim["state"] for claim in claims} <= {"open", "in_review", "final"}
        settled_then = [claim for claim in claims if claim["state"] == "final"]
        assert settled_then, "the verdicts came along, and so did the token that asks"
        step, seen = f"/v1/claims/{settled_then[0]['id']}/undo", f'"{settled_then[0]["version"]}"'
        assert again.ask(step, "POST", If_Match=seen)["state"] == "open", "and life goes on"
    finally:
        os.kill(restored.pid, signal.SIGINT)
        restored.communicate(timeout=30)

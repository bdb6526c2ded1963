"""The one command: it starts, tells how to come in, has its folder alone, and leaves nothing behind."""

import json
import os
import pty
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from cli.runfile import end_leftovers, processes_of

ROOT = Path(__file__).resolve().parents[2]
UP = [str(ROOT / "claimbench"), "up"]
COLD_START = 120.0

pytestmark = pytest.mark.live


def wait_for(holds: Callable[[], bool], seconds: float = COLD_START) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.1)
    return holds()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Folder:
    """A var folder of a test's own, and what is up in it."""

    def __init__(self, var: Path) -> None:
        self.var = var
        self.environment = {name: value for name, value in os.environ.items() if "CLAIMBENCH" not in name}
        self.environment |= {"CLAIMBENCH_VAR": str(var), "CLAIMBENCH_EXTRACTOR": "rules"}
        for name in ("DATABASE_URL", "BROKER_URL", "SECRET_KEY"):
            self.environment.pop(name, None)
        self.runs: set[str] = set()

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*UP, *arguments],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [*UP, *arguments]
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=COLD_START
        )

    def record(self) -> dict[str, object]:
        try:
            record = json.loads((self.var / "up.json").read_text())
        except (OSError, ValueError):
            return {}
        self.runs.add(record["run"])
        return record

    def wait_until_up(self, started: subprocess.Popen[str]) -> dict[str, str]:
        assert started.stdout is not None
        lines = []
        for line in started.stdout:
            lines.append(line)
            if "Ctrl-C ends everything" in line:
                break
        assert "Ctrl-C" in "".join(lines[-1:]), "".join(lines)
        self.record()
        return json.loads((self.var / "demo.json").read_text())

    def processes(self) -> list[int]:
        return [pid for run in self.runs for pid in processes_of(run)]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    used = Folder(tmp_path / "var")
    yield used
    used.record()
    for run in used.runs:
        end_leftovers(run, patience=1)


def fetch(access: dict[str, str], path: str) -> int:
    request = Request(access["url"] + path, headers={"Authorization": f"Bearer {access['token']}"})
    with urlopen(request, timeout=10) as answer:
        return int(answer.status)


def test_it_comes_up_alone_survives_a_kill_and_leaves_nothing(folder: Folder):
    port = str(free_port())
    first = folder.start("--port", port)
    access = folder.wait_until_up(first)
    assert stat.S_IMODE((folder.var / "demo.json").stat().st_mode) == 0o600
    assert access["url"] == f"http://127.0.0.1:{port}"
    assert fetch(access, "/v1/jobs") == 200

    second = folder.run("--port", str(free_port()))
    assert second.returncode == 1
    assert f"already up in this folder at {access['url']}" in second.stderr
    assert "Traceback" not in second.stderr
    assert json.loads((folder.var / "demo.json").read_text()) == access

    assert len(folder.processes()) >= 6
    first.kill()
    first.communicate()
    third = folder.start("--port", port)
    again = folder.wait_until_up(third)
    assert (again["token"], again["url"]) == (access["token"], access["url"])
    assert fetch(again, "/v1/jobs") == 200
    earlier = folder.runs - {str(folder.record()["run"])}
    assert len(earlier) == 1
    assert not [pid for run in earlier for pid in processes_of(run)]

    third.send_signal(signal.SIGINT)
    third.communicate(timeout=20)
    assert third.returncode == 0
    assert not folder.processes()
    assert not (folder.var / "up.json").exists()


def test_once_shows_the_claims_and_ends(folder: Folder):
    done = folder.run("--once", "--port", str(free_port()))
    assert done.returncode == 0, done.stderr
    for words in ("quoted", "says", "measure", "place", "period", "source", "status"):
        assert words in done.stdout
    assert "≥ 17 people" in done.stdout
    assert "unverified" in done.stdout
    access = json.loads((folder.var / "demo.json").read_text())
    for secret in (access["url"], access["password"], access["token"]):
        assert secret in done.stdout
    assert not (folder.var / "up.json").exists()


def test_a_port_that_is_taken_is_said(folder: Folder):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = folder.run("--once", "--port", str(port))
    assert done.returncode == 1
    assert f"port {port} on 127.0.0.1 cannot be used" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_taken_default_port_gives_way_to_the_next(folder: Folder):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        folder.environment["CLAIMBENCH_PORT"] = str(port)
        started = folder.start()
        access = folder.wait_until_up(started)
        assert access["url"] != f"http://127.0.0.1:{port}"
        assert fetch(access, "/v1/jobs") == 200
        started.terminate()
        started.communicate(timeout=20)
        assert started.returncode == 0
    assert not folder.processes()


def test_a_terminal_that_goes_away_ends_it(folder: Folder):
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(UP[0], [*UP, "--port", str(free_port())], folder.environment)
    seen = b""
    while b"Ctrl-C ends everything" not in seen:
        seen += os.read(terminal, 4096)
    folder.record()
    assert folder.processes()
    os.close(terminal)
    os.waitpid(pid, 0)
    assert wait_for(lambda: not folder.processes(), 15)


def test_a_killed_make_ends_it(folder: Folder):
    arguments = [*UP, "--end-with-parent", "--port", str(free_port())]
    code = f"import subprocess; subprocess.run({arguments!r})"
    parent = subprocess.Popen(
        [sys.executable, "-c", code],
        env=folder.environment,
        stdout=subprocess.PIPE,
        text=True,
        stderr=subprocess.STDOUT,
    )
    folder.wait_until_up(parent)
    parent.kill()
    assert wait_for(lambda: not folder.processes() and not folder.record(), 15)
    parent.communicate()

"""The one command: it starts, tells how to come in, has its folder alone, and leaves nothing behind."""

import json
import os
import pty
import signal
import socket
import stat
import subprocess
import sys
from urllib.request import Request, urlopen

import pytest

from cli.runfile import processes_of
from tests.live.installation import UP, Folder, free_port, wait_for

pytestmark = pytest.mark.live


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
        signal.signal(signal.SIGHUP, signal.SIG_DFL)  # whoever runs the tests under nohup ignores it
        os.execve(UP[0], [*UP, "--port", str(free_port())], folder.environment)
    seen = b""
    while b"Ctrl-C ends everything" not in seen:
        seen += os.read(terminal, 4096)
    folder.record()
    assert folder.processes()
    os.close(terminal)
    assert wait_for(lambda: os.waitpid(pid, os.WNOHANG)[0] == pid, 30)
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

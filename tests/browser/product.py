"""The product as processes of their own, as a browser meets it: embedded broker, worker and web server."""

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from cli import programs
from models.data.migrate import migrate
from models.lifeline import lifeline
from models.settings import ROOT, Settings

SECRET = "a secret only of these tests, long enough"
STARTS_WITHIN = 180.0  # seconds, on a machine that others use too


@contextmanager
def running_product(folder: Path, extractor: str = "rules") -> Iterator[Settings]:
    """Start everything on a new database in *folder*; its port is in the settings. Ends what it started.

    The rules find the same claims every time and need no seconds to load, so the tests take them.
    """
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("CLAIMBENCH_")},
        "CLAIMBENCH_VAR": str(folder),
        "CLAIMBENCH_EXTRACTOR": extractor,
        "CLAIMBENCH_WORKER_PROCESSES": "1",
        "CLAIMBENCH_LOG_LEVEL": "WARNING",
        "SECRET_KEY": SECRET,
    }
    for name in ("DATABASE_URL", "BROKER_URL"):
        environment.pop(name, None)
    settings = replace(Settings.from_environment(environment), port=port)
    migrate(settings.database_url)
    commands = {
        "broker": programs.broker(settings),
        "worker": programs.worker(settings),
        "web": programs.web(settings, f"fd://{listener.fileno()}"),
    }
    parent, hold = os.getpid(), lifeline()
    with ExitStack() as started:
        started.enter_context(listener)
        for name, command in commands.items():
            log = started.enter_context((folder / f"{name}.log").open("w"))
            process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                pass_fds=[listener.fileno()] if name == "web" else [],
                preexec_fn=lambda: hold(parent),
            )
            started.callback(_end, process)
        _wait_for(f"http://127.0.0.1:{port}/login", folder / "web.log")
        yield settings


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _wait_for(url: str, log: Path) -> None:
    end = time.monotonic() + STARTS_WITHIN
    while True:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            if time.monotonic() > end:
                raise AssertionError(f"the server did not start:\n{log.read_text()[-3000:]}") from None
            time.sleep(0.2)

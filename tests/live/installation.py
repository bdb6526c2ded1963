"""A folder of a test's own, and the installation that is up in it."""

import json
import os
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from cli.runfile import processes_of

ROOT = Path(__file__).resolve().parents[2]
UP = [str(ROOT / "claimbench"), "up"]
COLD_START = 120.0


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
        self.started: list[subprocess.Popen[str]] = []

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        started = subprocess.Popen(
            [*UP, *arguments],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.started.append(started)
        return started

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

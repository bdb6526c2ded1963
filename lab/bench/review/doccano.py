"""The other side: doccano from its own virtual environment, its project filled with as many examples."""

import contextlib
import itertools
import json
import os
import random
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lab.bench.peers.environments import Peer
from lab.bench.review.contender import WORKERS, BenchError, Calls, Contender, Line, free_port, serving

DOCCANO = Peer(
    "doccano", "1.8.4", "MIT", ("doccano==1.8.4", "marshmallow<4", "numpy<2", "gunicorn", "setuptools<81")
)
FILL = Path(__file__).parent / "fill_doccano.py"


@contextlib.contextmanager
def doccano(python: Path, examples: int, reviewers: int) -> Iterator[Contender]:
    """Fill a project of text classification on SQLite and serve it with gunicorn, on loopback."""
    with tempfile.TemporaryDirectory(prefix="claimbench-bench-") as name:
        folder, port = Path(name), free_port()
        environment = os.environ | {
            "DEBUG": "False",
            "STANDALONE": "True",
            "SECRET_KEY": "only for measuring",
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
            "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
            "MEDIA_ROOT": f"{folder}/media",
            "DOCCANO_HOME": name,
        }
        backend = _backend(python)
        done = subprocess.run(
            [str(python), str(FILL), str(examples), str(reviewers)],
            env=environment, cwd=backend, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            raise BenchError(f"doccano could not be filled: {done.stderr[-1500:]}")
        filled = json.loads(done.stdout.splitlines()[-1])
        command = [
            str(python), "-m", "gunicorn", "config.wsgi",
            "--bind", f"127.0.0.1:{port}", "--workers", str(WORKERS), "--log-level", "warning",
        ]  # fmt: skip
        with serving(command, environment, backend, folder / "web.log", port):
            yield Contender(f"doccano, {examples:,} examples", lambda number: _calls(filled, port, number))


def _backend(python: Path) -> Path:
    asked = [str(python), "-c", "import importlib.util as u; print(u.find_spec('backend').origin)"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BenchError(f"doccano is not installed in {python.parent.parent}")
    return Path(done.stdout.strip()).parent


def _calls(filled: dict[str, Any], port: int, number: int) -> Calls:
    line = Line(port, {"Authorization": f"Token {filled['tokens'][number]}"})
    chance = random.Random(number)
    examples = f"/v1/projects/{filled['project']}/examples"
    first, count, labels = filled["first"], filled["count"], filled["labels"]
    turns = itertools.count()

    def get_one() -> object:
        return line.send("GET", f"{examples}/{first + chance.randrange(count)}")

    def next_one() -> int:
        # What its page asks for when a person goes on: the list, cut to the one example wanted.
        turn = next(turns)
        line.send("GET", f"{examples}?limit=1&offset={turn % count}&q=&confirmed=")
        return turn

    def write(turn: int) -> object:
        # Never the same label of the same person on the same example: doccano would answer that with a 500.
        label = labels[turn // count % len(labels)]
        return line.send("POST", f"{examples}/{first + turn % count}/categories", {"label": label})

    return Calls(
        list_50=lambda: line.send("GET", f"{examples}?limit=50"),
        get_one=get_one,
        next=next_one,
        write=write,
        close=line.close,
    )

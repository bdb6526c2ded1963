"""Our own side: `./claimbench serve` with two web processes over a desk of N claims."""

import contextlib
import itertools
import os
import random
import secrets
import tempfile
from collections.abc import Iterator
from pathlib import Path

from lab.bench.desk import Filled, fill
from lab.bench.review.contender import WORKERS, Calls, Contender, Line, free_port, serving
from models.data.database import Database
from models.data.migrate import migrate

ROOT = Path(__file__).resolve().parents[3]


@contextlib.contextmanager
def claimbench(claims: int, reviewers: int, seed: int) -> Iterator[Contender]:
    """Fill a desk on SQLite and serve it."""
    with tempfile.TemporaryDirectory(prefix="claimbench-bench-") as name:
        folder, port = Path(name), free_port()
        url = f"sqlite:///{folder}/desk.db"
        migrate(url)
        database = Database(url)
        filled = fill(database, claims, seed=seed, settled=0.0, reviewers=reviewers)
        database.close()
        environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("CLAIMBENCH_")},
            "DATABASE_URL": url,
            "SECRET_KEY": secrets.token_hex(32),
            "CLAIMBENCH_VAR": name,
            "CLAIMBENCH_WEB_PROCESSES": str(WORKERS),
            "CLAIMBENCH_LOG_LEVEL": "WARNING",
        }
        command = [str(ROOT / "claimbench"), "serve", "--port", str(port)]
        with serving(command, environment, ROOT, folder / "web.log", port):
            yield Contender(f"Claimbench, {claims:,} claims", lambda number: _calls(filled, port, number))


def _calls(filled: Filled, port: int, number: int) -> Calls:
    line = Line(port, {"Authorization": f"Bearer {filled.reviewers[number].secret}"})
    chance = random.Random(number)
    turns = itertools.count()

    def get_one() -> object:
        return line.send("GET", f"/v1/claims/{chance.randint(1, filled.claims)}")

    def take() -> tuple[int, str]:
        claim, headers = line.send("POST", "/v1/queue/next")
        return claim["id"], headers["ETag"]

    def write(taken: tuple[int, str]) -> object:
        claim_id, etag = taken
        verdict = ("supported", "refuted", "missing_context")[next(turns) % 3]
        page = {"url": "https://example.org/evidence", "locator": "paragraph 2", "quote": "as reported"}
        body = {"verdict": verdict, "evidence": [page]}
        return line.send("PUT", f"/v1/claims/{claim_id}/verdict", body, {"If-Match": etag})

    return Calls(
        list_50=lambda: line.send("GET", "/v1/claims?limit=50"),
        get_one=get_one,
        next=take,
        write=write,
        close=line.close,
    )

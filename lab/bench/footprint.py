"""What a worker child costs: resident memory after reading, and how long the first article waits."""

import json
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass

_CHILD = """
import json, resource, sys, time
started = time.perf_counter()
import worker.tasks
from worker.process import pipeline
texts = json.load(sys.stdin)
reader = pipeline()
loaded = time.perf_counter() - started
reader.extract("Police said 14 people died in Lyon on Monday.")
first = time.perf_counter() - started
for text in texts:
    reader.extract(text)
with open("/proc/self/statm") as pages:
    resident = int(pages.read().split()[1]) * resource.getpagesize()
print(json.dumps({"loaded": loaded, "first": first, "resident": resident}))
"""


@dataclass(frozen=True, slots=True)
class Footprint:
    """Medians over fresh processes: seconds and megabytes."""

    loaded_s: float
    first_claim_s: float
    process_s: float
    """Of `./claimbench extract` with one short article, from start to end."""
    resident_mb: float


def measure_footprint(texts: list[str], rounds: int = 3) -> Footprint:
    """Start a worker's process afresh, let it read *texts*, and ask what it holds."""
    answers = [_ask(texts) for _ in range(rounds)]
    middle = {name: statistics.median(answer[name] for answer in answers) for name in answers[0]}
    return Footprint(
        middle["loaded"],
        middle["first"],
        min(_start() for _ in range(rounds)),
        middle["resident"] / 1e6,
    )


def _ask(texts: list[str]) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-c", _CHILD], input=json.dumps(texts), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"the worker's process failed: {done.stderr[-500:]}")
    answer: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return answer


def _start() -> float:
    """Return the seconds that `./claimbench extract` takes for one short article, from its start."""
    started = time.perf_counter()
    article = json.dumps({"id": "1", "text": "Police said 14 people died in Lyon on Monday."}) + "\n"
    subprocess.run(
        [sys.executable, "-m", "cli", "extract", "--jsonl"],
        input=article,
        capture_output=True,
        text=True,
        check=False,
    )
    return time.perf_counter() - started

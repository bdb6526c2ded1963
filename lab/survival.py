"""Does every article come through when the worker is killed again and again? The answer, measured over HTTP.

Two installations of their own, one after the other, each started by ``./claimbench up``: the first runs in
peace, the second has its worker killed with -9 at random moments. Both must end with the same claims.
"""

import argparse
import contextlib
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

ROOT = Path(__file__).resolve().parent.parent
WIKINEWS = Path(os.environ.get("CLAIMBENCH_CORPUS", ROOT.parent / "shared" / "data")) / "wikinews.jsonl"
START_WITHIN = 120.0
END_WITHIN = 1200.0
LATE_AFTER = 180.0  # seconds after the last kill within which every job must have ended
# Kills fall anywhere in this part of the time that the run in peace took: later ones might hit nobody.
UNDER_FIRE = 0.8
ASKED_AT_ONCE = 8
"""How many jobs are asked for at a time, the oldest: they end in about that order, and asking costs time."""
# What the two runs may differ in: ids count up in the order of arrival, and a hint compares a claim with
# those that have arrived, by their ids.
NOT_COMPARED = {"id", "article_id", "hint"}

Json = dict[str, Any]


@dataclass
class Run:
    """What came of one pass over the articles; times are seconds."""

    states: dict[str, int] = field(default_factory=dict)
    claims: dict[str, list[Json]] = field(default_factory=dict)
    spans: int = 0
    wrong_spans: list[str] = field(default_factory=list)
    kills: int = 0
    attempts: int = 0
    took: float = 0.0
    after_last_kill: float = 0.0

    @property
    def count(self) -> int:
        """How many claims there are in all."""
        return sum(len(claims) for claims in self.claims.values())


class Desk:
    """One running installation, spoken to over HTTP."""

    def __init__(self, process: subprocess.Popen[bytes], var: Path) -> None:
        self.process, self.var = process, var
        self.access: Json = json.loads((var / "demo.json").read_text())

    def ask(self, method: str, path: str, body: Json | None = None) -> Json:
        """Send one request and return its JSON answer."""
        request = Request(  # noqa: S310 - the address is our own installation's
            self.access["url"] + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self.access['token']}", "Content-Type": "application/json"},
        )
        with urlopen(request, timeout=60) as answer:  # noqa: S310
            return dict(json.load(answer))

    def all(self, path: str) -> Iterator[Json]:
        """Walk through a list, page by page."""
        cursor, joint = None, "&" if "?" in path else "?"
        while True:
            page = self.ask("GET", path + (f"{joint}cursor={cursor}" if cursor else ""))
            yield from page["items"]
            cursor = page["next"]
            if cursor is None:
                return

    def kill_worker(self, rng: random.Random) -> bool:
        """Kill -9 the whole worker, or one of its children; False when there was none just then."""
        workers = [pid for pid in _children(self.process.pid) if "worker" in _command(pid)]
        if not workers:
            return False
        master = workers[0]
        victims = _children(master) if rng.random() < 0.3 else [master]
        for pid in victims[:1]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
                return True
        return False


def _children(parent: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            after_name = stat.read_text().rpartition(")")[2].split()
            if int(after_name[1]) == parent:
                found.append(int(stat.parent.name))
    return sorted(found)


def _command(pid: int) -> str:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    return ""


@contextlib.contextmanager
def installation() -> Iterator[Desk]:
    """Start an installation in a folder of its own, and end it with all its processes."""
    with tempfile.TemporaryDirectory(prefix="claimbench-") as folder:
        var = Path(folder)
        environment = {**os.environ, "CLAIMBENCH_VAR": folder}
        for name in ("DATABASE_URL", "BROKER_URL"):
            environment.pop(name, None)
        with (var / "up.log").open("wb") as log:
            process = subprocess.Popen(
                [str(ROOT / "claimbench"), "up"],
                env=environment,
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        try:
            _wait_for_start(process, var)
            yield Desk(process, var)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)


def _wait_for_start(process: subprocess.Popen[bytes], var: Path) -> None:
    begun = time.monotonic()
    while time.monotonic() - begun < START_WITHIN:
        if process.poll() is not None:
            break
        if b"Ctrl-C ends everything" in (var / "up.log").read_bytes():
            return
        time.sleep(0.3)
    sys.exit("the installation did not start:\n" + (var / "up.log").read_text()[-3000:])


def run(articles: list[Json], kill_after: list[float], rng: random.Random) -> Run:
    """Send all *articles* through a new installation, killing its worker after so many seconds each time."""
    outcome = Run()
    with installation() as desk:
        begun = last_kill = time.monotonic()
        submitted = [desk.ask("POST", "/v1/articles", _body(article)) for article in articles]
        waiting = {answer["job"]["id"] for answer in submitted}
        moments = [begun + after for after in sorted(kill_after)]
        jobs: dict[int, Json] = {}
        while waiting and time.monotonic() - begun < END_WITHIN:
            if moments and time.monotonic() > moments[0] and desk.kill_worker(rng):
                del moments[0]
                outcome.kills += 1
                last_kill = time.monotonic()
            for job_id in sorted(waiting)[:ASKED_AT_ONCE]:
                with contextlib.suppress(URLError):
                    job = desk.ask("GET", f"/v1/jobs/{job_id}")
                    if job["state"] in ("succeeded", "failed", "cancelled"):
                        jobs[job_id] = job
                        waiting.discard(job_id)
            time.sleep(0.2)
        outcome.took = time.monotonic() - begun
        outcome.after_last_kill = time.monotonic() - last_kill
        for job_id in waiting:
            jobs[job_id] = desk.ask("GET", f"/v1/jobs/{job_id}")
        for job in jobs.values():
            outcome.states[job["state"]] = outcome.states.get(job["state"], 0) + 1
            outcome.attempts += job["attempt"]
        for article, answer in zip(articles, submitted, strict=True):
            claims = list(desk.all(f"/v1/articles/{answer['article']['id']}/claims?limit=200"))
            outcome.claims[article["id"]] = claims
            _check_spans(article, claims, outcome)
    return outcome


def _body(article: Json) -> Json:
    return {
        "text": article["text"],
        "title": article["title"],
        "published_on": article["published_on"],
        "source_name": "Wikinews",
        "url": article["url"],
    }


def _spans(value: Any) -> Iterator[Json]:
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for part in value.values():
            yield from _spans(part)


def _check_spans(article: Json, claims: list[Json], outcome: Run) -> None:
    for claim in claims:
        for span in _spans(claim):
            outcome.spans += 1
            if article["text"][span["start"] : span["end"]] != span["text"]:
                outcome.wrong_spans.append(f"{article['id']} {span['start']}-{span['end']}")


def compared(run: Run) -> dict[str, list[str]]:
    """Return what two runs must agree on: each article's claims, without what counts up."""
    return {
        article: sorted(
            json.dumps({k: v for k, v in claim.items() if k not in NOT_COMPARED}, sort_keys=True)
            for claim in claims
        )
        for article, claims in run.claims.items()
    }


def problems(articles: list[Json], peace: Run, war: Run) -> list[str]:
    """Return what must not be, in words; an empty list is a pass."""
    found = []
    for name, outcome in (("in peace", peace), ("under kills", war)):
        if outcome.states != {"succeeded": len(articles)}:
            found.append(f"{name}: jobs ended {outcome.states}")
        if outcome.wrong_spans:
            found.append(f"{name}: spans that do not slice back: {outcome.wrong_spans[:5]}")
        identities = [
            (article, claim["kind"], (claim["quantity"] or claim["sentence"])["start"])
            for article, claims in outcome.claims.items()
            for claim in claims
        ]
        if len(identities) != len(set(identities)):
            found.append(f"{name}: some claims stand there twice")
    left, right = compared(peace), compared(war)
    differing = [article for article in left if left[article] != right[article]]
    if differing:
        found.append(f"articles whose claims differ between the runs: {differing[:5]}")
    if war.after_last_kill > LATE_AFTER:
        found.append(f"the last job ended {war.after_last_kill:.0f} s after the last kill")
    return found


def report(articles: list[Json], peace: Run, war: Run, command: str) -> str:
    """Write the figures as Markdown."""
    digest = hashlib.sha256(json.dumps(compared(peace), sort_keys=True).encode()).hexdigest()[:16]
    rows = [
        ("articles sent over HTTP", len(articles), len(articles)),
        ("jobs that succeeded", peace.states.get("succeeded", 0), war.states.get("succeeded", 0)),
        ("attempts in all", peace.attempts, war.attempts),
        ("kills with -9", peace.kills, war.kills),
        ("claims", peace.count, war.count),
        ("spans checked", peace.spans, war.spans),
        ("spans that do not slice back", len(peace.wrong_spans), len(war.wrong_spans)),
    ]
    lines = [
        "# Every article comes through",
        "",
        f"`{command}`",
        "",
        "All articles over HTTP into a fresh installation, once in peace and once while the worker (or one",
        "of its children) is killed with -9 at random moments, spread over most of the run.",
        "",
        "| | in peace | under kills |",
        "|---|---|---|",
        *(f"| {name} | {left:,} | {right:,} |" for name, left, right in rows),
        "",
        f"Same claims in both runs: {'yes' if compared(peace) == compared(war) else 'NO'} (`{digest}`).",
        f"The last job ended {war.after_last_kill:.0f} s after the last kill;",
        f"at most {LATE_AFTER:.0f} s are allowed.",
        "",
    ]
    return "\n".join(lines)


def main() -> int:
    """Run both passes; exit status 1 and the reasons when anything is not as it must be."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--articles", type=int, default=0, help="only so many (default: all)")
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--report", type=Path, help="write the figures here as Markdown")
    options = parser.parse_args()
    if not WIKINEWS.exists():
        sys.exit(f"{WIKINEWS} is not there; set CLAIMBENCH_CORPUS to the folder that holds it")
    articles = [json.loads(line) for line in WIKINEWS.read_text().splitlines()]
    rng = random.Random(options.seed)
    if options.articles:
        articles = rng.sample(articles, options.articles)
    peace = run(articles, [], rng)
    print(f"in peace: {peace.states}, {peace.count} claims, {peace.took:.0f} s", flush=True)
    kill_after = [rng.uniform(0.5, UNDER_FIRE * peace.took) for _ in range(options.kills)]
    war = run(articles, kill_after, rng)
    print(f"under {war.kills} kills: {war.states}, {war.count} claims, {war.took:.0f} s", flush=True)
    command = " ".join(["python -m lab.survival", *sys.argv[1:]])
    if options.report:
        options.report.write_text(report(articles, peace, war, command.strip()))
    wrong = problems(articles, peace, war)
    for problem in wrong:
        print(problem, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

"""`python -m lab.bench review`: the review bench beside doccano, with few claims and with many."""

import argparse
import contextlib
import os
import sys
from pathlib import Path

from lab.bench.peers.environments import install
from lab.bench.review.claimbench import claimbench
from lab.bench.review.doccano import DOCCANO, doccano
from lab.bench.review.rounds import GET, LIST, NEXT, TOGETHER, WRITE, Measured, Size, Timings, measure

REPORT = Path(__file__).resolve().parents[2] / "reports" / "review-bench.md"
SEED = 1


def main(arguments: list[str]) -> int:
    """Measure all contenders in one run; exit status 1 when a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m lab.bench review", description=__doc__)
    parser.add_argument("--few", type=int, default=1_000)
    parser.add_argument("--many", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--calls", type=int, default=20, help="of a kind in a round")
    parser.add_argument("--doccano", type=Path, help="its interpreter (default: an environment in var/peers)")
    parser.add_argument("--alone", action="store_true", help="measure Claimbench only")
    parser.add_argument("--write", action="store_true", help=f"keep the report in lab/reports/{REPORT.name}")
    options = parser.parse_args(arguments)
    size = Size(options.rounds, options.calls)
    if options.alone and options.write:
        parser.error("the report sets Claimbench beside doccano: --write does not go with --alone")
    if options.doccano is None and not options.alone:
        install(DOCCANO)
    python = options.doccano or DOCCANO.python.absolute()
    with contextlib.ExitStack() as stack:
        contenders = [
            stack.enter_context(claimbench(options.few, size.reviewers, SEED)),
            stack.enter_context(claimbench(options.many, size.reviewers, SEED)),
        ]
        if not options.alone:
            contenders.append(stack.enter_context(doccano(python, options.few, size.reviewers)))
        measured = measure(contenders, size)
    targets = _targets(measured, *(one.name for one in contenders))
    lines = _report(measured, size, targets)
    print("\n".join(lines))
    if options.write:
        REPORT.write_text("\n".join(["# The review bench beside doccano", "", *lines]) + "\n")
    return 0 if all(is_met for _, _, is_met in targets) else 1


def _targets(measured: Measured, few: str, many: str, peer: str | None = None) -> list[tuple[str, str, bool]]:
    """Return each target in words, what was measured, and whether that meets it."""
    beside = _beside_peer(measured[few], measured[peer]) if peer is not None else []
    return [*beside, _with_many_claims(measured[few], measured[many])]


def _beside_peer(ours: dict[str, Timings], theirs: dict[str, Timings]) -> list[tuple[str, str, bool]]:
    lists = ours[LIST].rate / theirs[LIST].rate
    writes = ours[WRITE].rate / theirs[WRITE].rate
    waits = ours[TOGETHER].p95 / theirs[TOGETHER].p95
    return [
        ("at least 10 times doccano's list rate", f"{lists:.1f} times", lists >= 10),
        ("at least 2 times its write rate", f"{writes:.1f} times", writes >= 2),
        ("p95 with 8 reviewers below half of its", f"{waits:.2f} of it", waits < 0.5),
    ]


def _with_many_claims(ours: dict[str, Timings], large: dict[str, Timings]) -> tuple[str, str, bool]:
    slower = {what: large[what].median / ours[what].median for what in (LIST, GET, WRITE, NEXT)}
    worst = max(slower, key=lambda what: slower[what])
    return (
        "at most 1.5 times slower with many claims than with few",
        f"{slower[worst]:.2f} times ({worst}, the worst)",
        slower[worst] <= 1.5,
    )


def _report(measured: Measured, size: Size, targets: list[tuple[str, str, bool]]) -> list[str]:
    lines = [
        f"Made by `python -m lab.bench review --write` on {os.cpu_count()} cores,",
        f"load average {os.getloadavg()[0]:.1f} at the end.",
        "",
        "All servers stand on loopback at once, each behind gunicorn with two workers, each on SQLite",
        f"on the same disk, and take turns in each of {size.rounds} rounds after one to warm up; a round",
        f"is {size.calls} calls of a kind by one reviewer, then {size.reviewers} reviewers at once.",
        "Claimbench runs as `./claimbench serve` does (two processes of eight threads, every commit",
        "synced to the disk); doccano 1.8.4 as its own command starts it (gunicorn, sync workers, DEBUG",
        "off), from an environment of its own. Its writes are labels of a category: one row. Ours are",
        "verdicts with evidence on a leased claim, with the version that was seen: a judgement, its",
        "evidence, the claim and a line of its hash chain. Eight reviewers each get one, come to the next",
        "one and write, again and again. Our next is a claim of the queue, leased to who asked, which is a",
        "write too; doccano has no queue: there it is what its page asks when a person goes on, the list",
        "of examples cut to the next one. Both come before each write, unmeasured where the write is.",
        "",
        "| | call | calls/s, median of rounds | p50, ms | p95, ms |",
        "|---|---|---|---|---|",
    ]
    for what in (LIST, GET, WRITE, NEXT, TOGETHER):
        for name, calls in measured.items():
            if one := calls.get(what):
                lines.append(
                    f"| {name} | {what} | {one.rate:.1f} | {1000 * one.median:.1f} | {1000 * one.p95:.1f} |"
                )
    lines += ["", "| target | measured | |", "|---|---|---|"]
    lines += [f"| {words} | {value} | {'met' if ok else 'MISSED'} |" for words, value, ok in targets]
    return lines


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The figures of the hammer test as Markdown."""

import os
from collections.abc import Mapping, Sequence

from lab.hammer.run import EDITORS, LEASE_MINUTES, REVIEWERS, Outcome

NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def report(outcomes: Sequence[Outcome], command: str) -> str:
    """Lay the runs side by side."""
    rows = [
        ("claims", [f"{one.plan.claims:,}" for one in outcomes]),
        ("seed", [str(one.plan.seed) for one in outcomes]),
        ("web workers killed with -9", [str(one.killed_workers) for one in outcomes]),
        ("web masters killed with -9", [str(one.killed_masters) for one in outcomes]),
        ("requests answered", [f"{sum(one.tally.answers.values()):,}" for one in outcomes]),
        ("... by status", [in_words(one.tally.answers) for one in outcomes]),
        ("connections lost under a request", [f"{one.tally.lost:,}" for one in outcomes]),
        ("answers of 500 and above", [str(len(one.tally.failures)) for one in outcomes]),
        ("verdicts taken", [f"{one.findings.judgements:,}" for one in outcomes]),
        ("events of claims", [f"{one.findings.events:,}" for one in outcomes]),
        ("claims left behind with a lease", [str(one.left_behind) for one in outcomes]),
        ("end: claims by state", [in_words(one.findings.states) for one in outcomes]),
        ("end: final claims by persons who judged", [in_words(one.findings.judged_by) for one in outcomes]),
        *(
            (name, [f"{one.ledger.notes[name]:,}" for one in outcomes])
            for name in ("double clicks", "requests repeated with their key", "stale writes sent")
        ),
        ("seconds to fill, to hammer, to tidy up", [_times(one) for one in outcomes]),
        ("wrong", [str(len(one.wrongs)) for one in outcomes]),
    ]
    lines = [
        "# Nothing lost, nothing doubled, nothing stuck",
        "",
        f"Made by `{command}` on {os.cpu_count()} cores.",
        "",
        f"{REVIEWERS} reviewers, {EDITORS} of them editors, work at once over HTTP: a real gunicorn with two",
        "workers, kept up by a supervisor, whose workers and master are killed with -9 on the way. They",
        "take claims from the queue or by their number, judge, release, dismiss, correct, undo and reopen",
        "them, send stale versions, click twice at the same moment, and send requests again with the same",
        f"key. Leases last {LEASE_MINUTES} minute; a ninth person takes claims and never comes back. From",
        "30 % of the claims on the desk asks for two persons. At the end everything that has gone stale is",
        "reopened, and everybody works until the queue is empty.",
        "",
        "| | " + " | ".join(NAMES[one.plan.engine] for one in outcomes) + " |",
        "|---|" + "---|" * len(outcomes),
        *(f"| {name} | " + " | ".join(values) + " |" for name, values in rows),
        "",
        "Checked, each a reason to fail: a final claim has exactly one judgement, or two that agree, or two",
        "that do not and a third, all of its round, all by different persons, as many as the desk asked for;",
        "no claim is held or waits; `./claimbench audit verify` finds every chain whole and every row as its",
        "events say; every write that was confirmed stands in the trail once, with the version that was",
        "answered; no event was confirmed to two writes; nothing stands there that nobody sent; no key had",
        "two answers, no stale write was taken, no claim was given to two people, and nobody was handed a",
        "claim that they may not judge; no answer was a 500 or above.",
        "",
    ]
    for one in outcomes:
        lines += [f"- {NAMES[one.plan.engine]}: {words}" for words in one.wrongs]
    return "\n".join(lines).rstrip() + "\n"


def in_words(counts: Mapping[int, int] | Mapping[str, int]) -> str:
    """Return counts as ``200: 9,120 · 412: 80``."""
    return " · ".join(
        f"{name}: {count:,}" for name, count in sorted(counts.items(), key=lambda one: str(one[0]))
    )


def _times(one: Outcome) -> str:
    return f"{one.filled_in:.0f}, {one.hammered_for:.0f}, {one.tidied_for:.0f}"

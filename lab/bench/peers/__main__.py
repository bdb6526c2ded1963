"""Ours beside the peers: `python -m lab.bench.peers` installs them, scores all on the gold and times them."""

import argparse
import os
import platform
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from lab.bench.peers.environments import PEERS, PeerMissingError, install
from lab.evaluate_figures import GOLD, SPLITS, GoldSentence, read_gold, scores_of
from lab.figure_readers import NAMES, OURS, Answers, read_with
from lab.figure_tables import tables
from lab.hard_sentences import GOLD as HARD
from lab.hard_sentences import hard_scores, hard_table, read_hard

REPORT = Path("lab/reports/figures.md")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run every reader over the whole gold, print the tables of both halves, keep them with --write."""
    options = _parse(arguments)
    console = Console(width=110, record=True, file=sys.stdout)
    missing = _install(console)
    gold = read_gold(options.data)
    answers = [
        read_with(name, [row.asked for row in gold]) for name in NAMES if name == OURS or name not in missing
    ]
    for name, reason in missing.items():
        console.print(f"{name} is left out: {reason}", markup=False)
    console.print(speed_table(answers))
    for split in SPLITS:
        rows, theirs = half(gold, answers, split)
        figures = sum(len(row.figures) for row in rows)
        console.print(f"\n{split}: {len(rows)} sentences, {figures} quantities\n", highlight=False)
        for table in tables(scores_of(rows, theirs)):
            console.print(table)
        console.print(hard_table(hard_scores(read_hard(HARD, split))))
    if options.write:
        REPORT.write_text(_report(console.export_text()), encoding="utf-8")
    return 1 if missing else 0


def half(
    gold: Sequence[GoldSentence], answers: Sequence[Answers], split: str
) -> tuple[list[GoldSentence], list[Answers]]:
    """Take one half of the gold sentences, with every reader's answers to just these."""
    chosen = [i for i, row in enumerate(gold) if row.split == split]
    return [gold[i] for i in chosen], [
        Answers(answer.reader, [answer.readings[i] for i in chosen], answer.sentences_per_second)
        for answer in answers
    ]


def speed_table(answers: Sequence[Answers]) -> Table:
    """Sentences a second of every reader, and how many times as fast ours is."""
    table = Table(title="Speed in processor seconds, one thread", title_justify="left")
    for heading in ("reader", "sentences/s", "ours is so many times as fast"):
        table.add_column(heading, justify="left" if heading == "reader" else "right")
    ours = next(answer.sentences_per_second for answer in answers if answer.reader == OURS)
    for answer in answers:
        speed = answer.sentences_per_second
        table.add_row(answer.reader, f"{speed:,.0f}", f"{ours / speed:.1f}")
    return table


def _install(console: Console) -> dict[str, str]:
    """Install every peer; those that could not be, with the reason."""
    missing = {}
    for peer in PEERS.values():
        try:
            install(peer)
        except PeerMissingError as error:
            missing[peer.name] = str(error)
        else:
            console.print(f"{peer.name}: {', '.join(peer.requirements)} ({peer.licence})", markup=False)
    return missing


def _report(tables_as_text: str) -> str:
    body = "\n".join(line.rstrip() for line in tables_as_text.splitlines())
    return f"""# How figures are read, beside the peers

    python -m lab.bench.peers --write

{_machine()}
Gold: tests/quality/figures.jsonl (rulings: tests/quality/README.md), labelled by reading before any
reader ran; dev is for work on the reader, test is only measured. Sentences are read one by one, without
their article.

The peers know no bounds, persons or households, so they are read in their favour: a plain count stands
for any count unit, a fraction in words for its percentage, a dollar for the American one, quantulum3's
uncertainty for a range, "dozen" for twelve; of overlapping results of Recognizers-Text the one with a
unit is kept. "any count" takes person, household, building and item as one unit for all of them, ours
too.

"value" compares the best number whatever the bound, both ends where there is no best. "counted" wants an
overlap; change, period and place are judged where there is one to match. Period and place are the ones
nearest to the quantity; the peers tell neither them nor precision, counted noun and change. "(+n)" counts
the quantities found where gold has none.

```
{body}
```
"""


def _machine() -> str:
    today = datetime.now(UTC).date().isoformat()
    return f"{today}, {platform.machine()}, {os.cpu_count()} cores, CPython {platform.python_version()}."


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m lab.bench.peers", description=__doc__)
    parser.add_argument("--data", type=Path, default=GOLD, help=f"the gold sentences ({GOLD})")
    parser.add_argument("--write", action="store_true", help=f"keep the tables as {REPORT}")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())

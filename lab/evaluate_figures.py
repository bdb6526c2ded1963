"""How well are figures read? `python -m lab.evaluate_figures` scores readers against the frozen gold."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Console

from lab.bench.peers.environments import PeerMissingError
from lab.figure_readers import NAMES, OURS, Answers, Asked, read_with
from lab.figure_tables import tables
from lab.hard_sentences import GOLD as HARD
from lab.hard_sentences import hard_misses, hard_scores, hard_table, more_scores, read_hard
from lab.scoring import Reading, Score, reading_from_gold, score

GOLD = Path("tests/quality/figures.jsonl")
SPLITS = ("dev", "test")


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """One sentence of the gold set and every quantity in it."""

    id: str
    split: str
    family: str
    asked: Asked
    figures: list[Reading]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables of one split, or of both; 1 when a reader is missing."""
    options = _parse(arguments)
    console = Console(width=None if sys.stdout.isatty() else 110)
    gold = [row for row in read_gold(options.data) if options.split in (None, row.split)]
    if not gold:
        console.print(f"{options.data} has no sentence of split {options.split}")
        return 1
    try:
        answers = [read_with(name, [row.asked for row in gold]) for name in options.readers]
    except PeerMissingError as missing:
        console.print(str(missing), style="red")
        return 1
    figures = sum(len(row.figures) for row in gold)
    console.print(f"{options.split or 'dev and test'}: {len(gold)} sentences, {figures} quantities")
    for table in tables(scores_of(gold, answers)):
        console.print(table)
    hard = {} if options.data != GOLD else hard_scores(read_hard(HARD, options.split))
    if hard:
        console.print(hard_table(hard, more_scores(options.split)))
    for mistake in [*mistakes_of(gold, answers[0]), *hard_misses(hard)] if options.mistakes else ():
        console.print(mistake, markup=False, highlight=False)
    return 0


def read_gold(path: Path) -> list[GoldSentence]:
    """Read the gold file, one sentence a line (tests/quality/README.md)."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        GoldSentence(
            row["id"],
            row["split"],
            row["family"],
            Asked(row["text"], date.fromisoformat(row["published_on"])),
            [reading_from_gold(figure) for figure in row["figures"]],
        )
        for row in rows
    ]


def scores_of(gold: Sequence[GoldSentence], answers: Sequence[Answers]) -> dict[str, Score]:
    """Score every reader's answers, which must stand in the order of *gold*."""
    return {
        answer.reader: score(
            (row.family, row.figures, found) for row, found in zip(gold, answer.readings, strict=True)
        )
        for answer in answers
    }


def mistakes_of(gold: Sequence[GoldSentence], answers: Answers) -> list[str]:
    """Name the dev sentences where value, bound or unit is wrong; the test half is never looked at."""
    lines = []
    for row, found in zip(gold, answers.readings, strict=True):
        one = score([(row.family, row.figures, found)])
        if row.split == "dev" and (one.all_right.right < len(row.figures) or one.spurious.total()):
            lines.append(f"{row.id} {row.family}: {row.asked.text}")
            lines += [f"    gold {_show(row, figure)}" for figure in row.figures]
            lines += [f"    read {_show(row, figure)}" for figure in found]
    return lines


def _show(row: GoldSentence, reading: Reading) -> str:
    words = row.asked.text[slice(*reading.span)]
    return f"[{words}] {reading.bound} {reading.best} {reading.low}..{reading.high} {reading.unit}"


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m lab.evaluate_figures", description=__doc__)
    parser.add_argument("--split", choices=SPLITS, help="one half of the sentences (both)")
    parser.add_argument("--readers", type=_names, default=(OURS,), help=f"of {','.join(NAMES)} ({OURS})")
    parser.add_argument("--data", type=Path, default=GOLD, help=f"the gold sentences ({GOLD})")
    parser.add_argument("--mistakes", action="store_true", help="list the first reader's mistakes on dev")
    return parser.parse_args(arguments)


def _names(words: str) -> tuple[str, ...]:
    names = tuple(words.split(","))
    if unknown := set(names) - set(NAMES):
        raise argparse.ArgumentTypeError(f"no such reader: {', '.join(sorted(unknown))}; there are {NAMES}")
    return names


if __name__ == "__main__":
    sys.exit(main())

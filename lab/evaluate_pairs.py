"""How well pairs of figures are told apart: same figure, accuracy a relation, and the false conflicts.

python -m lab.evaluate_pairs --split dev
python -m lab.evaluate_pairs --split test --report lab/reports/pairs.md
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lab.figure_pairs import Pair, read_pairs
from models.domain.grouping.likeness import likeness
from models.domain.grouping.relating import relate
from models.domain.relations import Relation
from models.nlp.load import load_finder


@dataclass(slots=True)
class PairScore:
    """Counts over one split; ``wrong`` names what was answered for which pair."""

    pairs: int = 0
    same: Counter[tuple[bool, bool]] = field(default_factory=Counter)
    relations: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of the pairs held to be one figure, the share that is."""
        return self.same[True, True] / max(1, self.same[True, True] + self.same[False, True])

    @property
    def recall(self) -> float:
        """Of the pairs that are one figure, the share held to be."""
        return self.same[True, True] / max(1, self.same[True, True] + self.same[True, False])

    @property
    def false_conflicts(self) -> float:
        """Of the pairs that do not conflict, the share said to conflict."""
        others = [(key, count) for key, count in self.relations.items() if key[0] != Relation.CONFLICTS]
        said = sum(count for (_, told), count in others if told == Relation.CONFLICTS)
        return said / max(1, sum(count for _, count in others))


def score_pairs(pairs: Sequence[Pair]) -> PairScore:
    """Answer every pair as the product would, and count."""
    score = PairScore()
    for pair in pairs:
        found = likeness(pair.later, pair.earlier, pair.cosine)
        told = relate(pair.later, pair.earlier).relation if found.is_same else Relation.INCOMPARABLE
        score.pairs += 1
        score.same[pair.is_same, found.is_same] += 1
        score.relations[pair.relation, told] += 1
        if pair.relation != told or pair.is_same != found.is_same:
            score.wrong.append(
                f"{pair.id} {pair.relation} <- {told} ({found.probability:.2f} {found.gap or found.reason})"
            )
    return score


def table_of(score: PairScore) -> list[str]:
    """Draw a score as lines of Markdown."""
    lines = [
        f"{score.pairs} pairs. Same figure: precision {score.precision:.3f}, recall {score.recall:.3f}.",
        f"False conflicts: {score.false_conflicts:.1%}.",
        "",
        "| gold | pairs | right | said instead |",
        "|---|---|---|---|",
    ]
    for relation in Relation:
        told = {t: count for (gold, t), count in score.relations.items() if gold == relation}
        if not told:
            continue
        others = ", ".join(f"{t} {c}" for t, c in sorted(told.items(), key=lambda i: -i[1]) if t != relation)
        total = sum(told.values())
        lines.append(f"| {relation} | {total} | {told.get(relation, 0) / total:.0%} | {others} |")
    return lines


def main() -> None:
    """Measure one split, print it, and write the report where it is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=["dev", "test"], default="dev")
    parser.add_argument("--report", type=Path)
    parser.add_argument("--wrong", action="store_true", help="name the pairs that were answered wrongly")
    arguments = parser.parse_args()
    score = score_pairs(read_pairs(arguments.split, load_finder()))
    lines = table_of(score)
    print("\n".join(lines))
    if arguments.wrong:
        print("\n".join(score.wrong))
    if arguments.report:
        head = [
            f"# Pairs of figures ({arguments.split} half)",
            "",
            "Written by `python -m lab.evaluate_pairs`.",
            "",
        ]
        arguments.report.write_text("\n".join([*head, *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()

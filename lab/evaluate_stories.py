"""Whether several articles about one incident end in the right figures, by the pipeline of production.

python -m lab.evaluate_stories --split dev --misses
python -m lab.evaluate_stories --split test --write
python -m lab.evaluate_stories --split unseen --write
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from lab.stories import GOLD, UNSEEN, Gold, Mention, read_stories
from lab.story_desk import Told, tell_all
from models.domain.relations import Relation
from models.nlp.load import load_finder
from models.nlp.pipeline import Pipeline

REPORT = Path(__file__).resolve().parent / "reports" / "stories.md"
REPORT_UNSEEN = REPORT.with_name("stories-unseen.md")
SAMPLES = 1_000
HEAD = """# Stories: articles about the same incidents ({split} half)

Written by `python -m lab.evaluate_stories --split {split} --write`.

Every article of the half goes into one empty desk, by day of publication: read by the model, grouped and
hinted as in production. Claims are matched to the gold mentions by overlap of their quantities. A pair is any
two mentions of the half, within an incident or across; it is right when the desk has both in one figure and
so has the gold. A mention that was not read counts against recall. A conflict shown is false unless the gold
has the two as rival voices, or two articles of one day tell the figure differently. Brackets: 95 % of
{samples:,} bootstrap samples of the incidents.

"""


@dataclass(slots=True)
class StoryScore:
    """Counts over one split; ``cells`` holds [right, told, gold] pairs by the two stories they stand in."""

    stories: int = 0
    articles: int = 0
    mentions: int = 0
    found: int = 0
    same_found: int = 0
    """Pairs of one figure of which both mentions were read as claims."""
    cells: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    moved: Counter[str] = field(default_factory=Counter)
    """How the pairs of one figure that were read as different values show."""
    rivals: Counter[str] = field(default_factory=Counter)
    compared: int = 0
    """Pairs that do not conflict, and are of one figure or shown beside each other."""
    false_conflicts: int = 0
    misses: list[str] = field(default_factory=list)

    def total(self, which: int) -> int:
        """Return the sum of right (0), told (1) or gold (2) pairs."""
        return sum(cell[which] for cell in self.cells.values())


def score_stories(gold: Gold, told: Told) -> StoryScore:
    """Compare what the desk made of the stories with the gold, pair by pair."""
    score = StoryScore(
        stories=len({telling.story for telling in gold.tellings}),
        articles=len(gold.tellings),
        mentions=len(gold.mentions),
        found=len(told.read),
    )
    score.misses += [f"not read: {_named(m)}" for m in gold.mentions if m not in told.read]
    for one, other in gold.pairs():
        is_same, is_together = one.figure == other.figure, told.is_together(one, other)
        _count_pair(score, one, other, is_same, is_together)
        if is_same and one in told.read and other in told.read:
            score.same_found += 1
            _count_relation(score, gold, told, one, other, is_together)
        _count_conflict(score, gold, told, one, other)
    return score


def _count_pair(score: StoryScore, one: Mention, other: Mention, is_same: bool, is_together: bool) -> None:
    if not (is_same or is_together):
        return
    cell = score.cells.setdefault((one.telling.story, other.telling.story), [0, 0, 0])
    for which, holds in enumerate((is_same and is_together, is_together, is_same)):
        cell[which] += holds
    if is_same != is_together:
        kind = "parted" if is_same else "mixed"
        score.misses.append(f"{kind}: {_named(one)} | {_named(other)}")


def _count_relation(
    score: StoryScore, gold: Gold, told: Told, one: Mention, other: Mention, is_together: bool
) -> None:
    if told.read[one].value == told.read[other].value:
        return
    shown = told.between(one, other)
    said = shown[0].relation.value if shown else "not shown" if is_together else "apart"
    if said == Relation.SUPERSEDES and "correct" in shown[0].reason:
        said = "revision"
    is_rival = frozenset((one, other)) in gold.rivals
    (score.rivals if is_rival else score.moved)[said] += 1


def _count_conflict(score: StoryScore, gold: Gold, told: Told, one: Mention, other: Mention) -> None:
    shown = [said for said in told.between(one, other) if said.relation != Relation.INCOMPARABLE]
    is_same = one.figure == other.figure
    if gold.may_conflict(one, other) or not (shown or is_same):
        return
    score.compared += 1
    against = next((said for said in shown if said.relation == Relation.CONFLICTS), None)
    if against is not None:
        score.false_conflicts += 1
        score.misses.append(f"false conflict: {_named(one)} | {_named(other)}: {against.reason}")


def _named(mention: Mention) -> str:
    telling = mention.telling
    around = telling.text[max(0, mention.start - 45) : mention.end + 45].replace("\n", " ")
    return f"[{mention.figure} in {telling.story}.{telling.number}] {mention.words!r} (…{around}…)"


def intervals(score: StoryScore, seed: int = 1) -> dict[str, tuple[float, float]]:
    """Return the 95 % intervals of precision and recall when the incidents are drawn again."""
    stories = sorted({story for pair in score.cells for story in pair})
    place = {story: number for number, story in enumerate(stories)}
    weights = np.random.default_rng(seed).multinomial(
        len(stories), [1 / len(stories)] * len(stories), size=SAMPLES
    )
    sums = np.zeros((SAMPLES, 3))
    for (one, other), cell in score.cells.items():
        drawn = weights[:, place[one]]
        # A pair across two incidents is drawn as often as both are drawn together.
        sums += np.outer(drawn if one == other else drawn * weights[:, place[other]], cell)
    right, told, gold = sums.T
    shares = {"precision": right / np.maximum(told, 1), "recall": right / np.maximum(gold, 1)}
    return {name: (_percentile(share, 2.5), _percentile(share, 97.5)) for name, share in shares.items()}


def _percentile(values: np.ndarray[tuple[int, ...], np.dtype[np.float64]], which: float) -> float:
    return float(np.percentile(values, which))


def table_of(score: StoryScore) -> list[str]:
    """Draw a score as lines of Markdown."""
    right, told, same = (score.total(which) for which in range(3))
    ends = intervals(score)
    across = sum(cell[1] - cell[0] for (one, other), cell in score.cells.items() if one != other)

    def row(name: str, part: int, whole: int, ends: tuple[float, float] | None = None) -> str:
        interval = f" ({ends[0]:.3f}–{ends[1]:.3f})" if ends else ""
        return f"| {name} | {part / max(1, whole):.3f}{interval} | {part} of {whole} |"

    return [
        f"{score.stories} incidents, {score.articles} articles, {score.mentions} mentions.",
        "",
        "| | share | pairs |",
        "|---|---|---|",
        row("same figure: precision", right, told, ends["precision"]),
        row("same figure: recall", right, same, ends["recall"]),
        row("recall where both were read", right, score.same_found),
        row("mixed across incidents", across, told),
        row("false conflicts", score.false_conflicts, score.compared),
        row("mentions read as claims (single mentions)", score.found, score.mentions),
        "",
        "Pairs of one figure that were read as different values, by what their hints show:",
        "",
        "| | " + " | ".join(_SAID) + " |",
        "|---" * (len(_SAID) + 1) + "|",
        _said_row("all but rivals", score.moved),
        _said_row("rival voices", score.rivals),
    ]


_SAID = (
    "supersedes",
    "revision",
    "conflicts",
    "compatible",
    "agrees",
    "narrows",
    "incomparable",
    "not shown",
    "apart",
)


def _said_row(name: str, said: Counter[str]) -> str:
    return f"| {name} | " + " | ".join(str(said[word]) for word in _SAID) + " |"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure one split, print it, and write the report where it is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--split", choices=("dev", "test", "unseen"), default="dev")
    parser.add_argument("--misses", action="store_true", help="print the wrong pairs in words (dev only)")
    parser.add_argument("--write", action="store_true", help=f"write {REPORT.name} among the reports")
    parser.add_argument("--rules", action="store_true", help="read by the rules, without the model")
    options = parser.parse_args(arguments)
    if options.misses and options.split != "dev":
        parser.error("--misses shows single pairs: only those of the dev half may be looked at")
    finder = load_finder("rules" if options.rules else "model")
    is_unseen = options.split == "unseen"
    gold = read_stories("test" if is_unseen else options.split, UNSEEN if is_unseen else GOLD)
    score = score_stories(gold, tell_all(gold, Pipeline(finder)))
    lines = [f"Read by {finder.name}: {table_of(score)[0]}", *table_of(score)[1:]]
    print("\n".join(lines))
    if options.misses:
        print("\n".join(["", *score.misses]))
    if options.write:
        head = HEAD.format(split=options.split, samples=SAMPLES)
        report = REPORT_UNSEEN if is_unseen else REPORT
        report.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""How many hard figures have value, bound, unit and measure right together, by the rules and by the model?"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rich.table import Table

from lab.figure_readers import reading_from_quantity
from lab.scoring import Reading, Tally, is_all_right, match, reading_from_gold
from models.domain.claim import Extraction
from models.nlp.load import WEIGHTS, load_finder
from models.nlp.pipeline import Pipeline

GOLD = Path("tests/quality/hard.jsonl")
SECOND_GOLD = Path("tests/quality/hard2.jsonl")
"""All test: written after the reader had been worked on with the first set, and read for totals only."""
THIRD_GOLD = Path("tests/quality/hard3.jsonl")
"""All test: written by somebody who knows neither the reader nor the other sets."""
FOURTH_GOLD = Path("tests/quality/hard4.jsonl")
"""All test: half of what somebody else wrote, whose other half the reader was mended by."""
FIFTH_GOLD = Path("tests/quality/hard5.jsonl")
"""All test: written by a third hand, which knew the contract and the rulings and nothing else."""
WORKED_ON = Path("tests/quality/hard_dev.jsonl")
"""All dev: written to find what the reader misreads, and mended by."""
MORE_GOLD = {
    "hard, second set": SECOND_GOLD,
    "hard, third set": THIRD_GOLD,
    "hard, fourth set": FOURTH_GOLD,
    "hard, fifth set": FIFTH_GOLD,
    "hard, worked on": WORKED_ON,
}
Extract = Callable[[str, str | None, date | None], Extraction]


@dataclass(frozen=True, slots=True)
class HardSentence:
    """One sentence, its figures, and the measure of each."""

    id: str
    split: str
    family: str
    text: str
    published_on: date
    figures: list[tuple[Reading, str]]


@dataclass(slots=True)
class HardScore:
    """Figures and whole sentences right, by family, and what was invented; the misses of the dev half."""

    figures: Tally = field(default_factory=Tally)
    without_measure: Tally = field(default_factory=Tally)
    sentences: Tally = field(default_factory=Tally)
    families: dict[str, Tally] = field(default_factory=dict)
    invented: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, sentence: HardSentence, found: Sequence[tuple[Reading, str]]) -> None:
        """Count one sentence; a sentence is right where all its figures are and none is invented."""
        measure_of = {one.span: measure for one, measure in found}
        pairs = {
            mine.span: theirs
            for mine, theirs in match([one for one, _ in sentence.figures], [one for one, _ in found])
        }
        tally = self.families.setdefault(sentence.family, Tally())
        wrong = []
        for mine, measure in sentence.figures:
            theirs = pairs.get(mine.span)
            is_read = theirs is not None and is_all_right(mine, theirs)
            is_right = is_read and theirs is not None and measure_of[theirs.span] == measure
            self.without_measure.count(is_read)
            self.figures.count(is_right)
            tally.count(is_right)
            if not is_right:
                wrong.append(
                    f"    gold {_show(sentence, mine, measure)}\n    read "
                    + (_show(sentence, theirs, measure_of[theirs.span]) if theirs else "nothing")
                )
        invented = [one for one, _ in found if all(one.span != theirs.span for theirs in pairs.values())]
        self.invented += len(invented)
        self.sentences.count(not wrong and not invented)
        wrong += [f"    invented {_show(sentence, one, measure_of[one.span])}" for one in invented]
        if wrong and sentence.split == "dev":  # the test half is never looked at
            self.misses += [f"{sentence.id} {sentence.family}: {sentence.text}", *wrong]


def read_hard(path: Path, split: str | None) -> list[HardSentence]:
    """Read the sentences of one half, or of both; the rows are those of figures.jsonl."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        HardSentence(
            row["id"],
            row["split"],
            row["family"],
            row["text"],
            date.fromisoformat(row["published_on"]),
            [(reading_from_gold(figure), figure["measure"]) for figure in row["figures"]],
        )
        for row in rows
        if split in (None, row["split"])
    ]


def score_hard(sentences: Sequence[HardSentence], extract: Extract) -> HardScore:
    """Read every sentence as an article of its own, the way a desk would, and count."""
    score = HardScore()
    for sentence in sentences:
        claims = extract(sentence.text, None, sentence.published_on).claims
        found = [
            (reading_from_quantity(claim.quantity), claim.measure.value if claim.measure else "")
            for claim in claims
            if claim.quantity
        ]
        score.add(sentence, found)
    return score


def hard_scores(sentences: Sequence[HardSentence], weights: Path = WEIGHTS) -> dict[str, HardScore]:
    """Score the rules, and the model where its weights are at hand."""
    readers = {"rules": Pipeline(load_finder("rules"))}
    if (weights / "model.onnx").exists():
        readers["model"] = Pipeline(load_finder("model", weights))
    return {name: score_hard(sentences, reader.extract) for name, reader in readers.items()}


def more_scores(split: str | None) -> dict[str, dict[str, HardScore]]:
    """Score the further sets, by their title, that have sentences of the half *split*."""
    sets = {title: read_hard(path, split) for title, path in MORE_GOLD.items()}
    return {title: hard_scores(sentences) for title, sentences in sets.items() if sentences}


def hard_table(
    scores: dict[str, HardScore], more: Mapping[str, Mapping[str, HardScore]] | None = None
) -> Table:
    """Lay out the hard set: whole sentences, figures, families; the totals alone of the sets in *more*."""
    table = Table(title="Hard set: value, bound, unit and measure all right", title_justify="left")
    table.add_column("of")
    for name in scores:
        table.add_column(f"through the pipeline, {name}", justify="right")
    every = list(scores.values())
    table.add_row("sentences, whole", *(_share(one.sentences) for one in every))
    table.add_row("figures", *(_share(one.figures) for one in every))
    table.add_row("figures, the measure aside", *(_share(one.without_measure) for one in every))
    table.add_row("figures invented", *(str(one.invented) for one in every), end_section=True)
    for family in every[0].families:
        table.add_row(family, *(_share(one.families[family]) for one in every))
    for title, others in (more or {}).items():
        table.add_section()
        unseen = [others[name] for name in scores]
        table.add_row(title, *(_share(one.figures) for one in unseen))
        table.add_row("  the measure aside", *(_share(one.without_measure) for one in unseen))
        table.add_row("  sentences, whole", *(_share(one.sentences) for one in unseen))
        table.add_row("  figures invented", *(str(one.invented) for one in unseen))
    return table


def hard_misses(scores: dict[str, HardScore]) -> list[str]:
    """List what each reader misread of the dev half."""
    return [line for name, one in scores.items() for line in (f"hard set, read by {name}:", *one.misses)]


def _show(sentence: HardSentence, reading: Reading, measure: str) -> str:
    words = sentence.text[slice(*reading.span)]
    value = reading.best if reading.best is not None else f"{reading.low}..{reading.high}"
    return f"[{words}] {reading.bound} {value} {reading.unit} {measure}"


def _share(tally: Tally) -> str:
    return "–" if tally.share is None else f"{tally.share:.3f} of {tally.of}"

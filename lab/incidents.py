"""Whether figures of local incident reports and displacement excerpts are found, ranked and attributed."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from lab.scoring import Tally
from models.domain.claim import Draft, Extraction
from models.domain.vocabulary import Kind, Measure

GOLD = Path(__file__).resolve().parent.parent / "tests" / "quality" / "incidents.jsonl"
EXCERPTS = GOLD.with_name("displacement.jsonl")
"""All dev: what the weights of worth are fitted to."""
REPORTS = GOLD.with_name("incidents_dev.jsonl")
"""All dev: reports in which few had to move beside the dead, for the same fit."""
UNSEEN_EXCERPTS = GOLD.with_name("displacement2.jsonl")
"""All test: excerpts of which only totals are read, never the wrong ones."""
Extract = Callable[[str, str, date], Extraction]
HARMED = (Measure.KILLED, Measure.INJURED)
_BUILDINGS = {Measure.BUILDINGS_DAMAGED, Measure.BUILDINGS_DESTROYED}
MOVED = {Measure.DISPLACED, Measure.EVACUATED, Measure.REFUGEES, Measure.RETURNED}
_GROUPS = [MOVED, _BUILDINGS]
"""Measures that monitors record under one heading."""


@dataclass(slots=True)
class IncidentScore:
    """Right out of how many, over one split."""

    harmed_found: Tally = field(default_factory=Tally)
    """A stated count of killed or injured is the value of a figure with that measure."""
    harmed_first: Tally = field(default_factory=Tally)
    """The first of the figures with that measure, by check_worthiness, has the stated count."""
    report_first: Tally = field(default_factory=Tally)
    """The first of all figures measures what a desk wants first."""
    speakers: Tally = field(default_factory=Tally)
    """A figure that someone vouches for has a speaker whose words share half of the marked ones."""
    value: Tally = field(default_factory=Tally)
    whole: Tally = field(default_factory=Tally)
    """Value, group of measures and unit of an excerpt's figure are right together."""
    excerpt_first: Tally = field(default_factory=Tally)
    largest_first: Tally = field(default_factory=Tally)
    """The rule to beat: the largest count of the excerpt is the monitor's."""
    misses: list[str] = field(default_factory=list)


def read_gold(split: str, path: Path = GOLD) -> list[dict[str, Any]]:
    """Return the rows of one split."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if row["split"] == split]


def score_incidents(extract: Extract, split: str, path: Path = GOLD) -> IncidentScore:
    """Read every document of the split and compare."""
    score = IncidentScore()
    for row in read_gold(split, path):
        extraction = extract(row["text"], row["title"], date.fromisoformat(row["published_on"]))
        figures = sorted(
            (draft for draft in extraction.claims if draft.kind is Kind.FIGURE),
            key=lambda draft: -draft.check_worthiness,
        )
        judge = _judge_report if row["kind"] == "incident" else _judge_excerpt
        judge(row, figures, score)
    return score


def _judge_report(row: dict[str, Any], figures: Sequence[Draft], score: IncidentScore) -> None:
    gold = row["gold"]
    for measure in HARMED:
        stated = gold[measure.value]
        if stated is None:
            continue
        read = [_value(figure) for figure in figures if figure.measure is measure]
        score.harmed_found.count(Decimal(stated) in read)
        score.harmed_first.count(read[:1] == [Decimal(stated)])
        if read[:1] != [Decimal(stated)]:
            score.misses.append(f"{row['id']} {measure.value} {stated} <- {_told(figures)}")
    if gold["first"]:
        right = bool(figures) and figures[0].measure == gold["first"]
        score.report_first.count(right)
        if not right:
            score.misses.append(f"{row['id']} first {gold['first']} <- {_told(figures)}")
    for speaker in gold["speakers"]:
        quantity, source = speaker["quantity"], speaker["source"]
        said_by = [
            figure.source.span
            for figure in figures
            if figure.source and _share((figure.anchor.start, figure.anchor.end), _ends(quantity)) > 0
        ]
        right = any(2 * _share((s.start, s.end), _ends(source)) >= 1 for s in said_by)
        score.speakers.count(right)
        if not right:
            words = [span.text for span in said_by]
            score.misses.append(f"{row['id']} {quantity['text']!r} says {source['text']!r} <- {words}")


def _judge_excerpt(row: dict[str, Any], figures: Sequence[Draft], score: IncidentScore) -> None:
    gold = row["gold"]
    value = Decimal(gold["value"] or gold["low"])  # "several hundred" has no value, only ends
    same = [figure for figure in figures if _value(figure) == value]
    whole = [
        f
        for f in same
        if f.measure in group_of(gold["group"]) and f.quantity is not None and f.quantity.unit == gold["unit"]
    ]
    counts = [v for f in figures if f.quantity and f.quantity.dimension == "count" and (v := _value(f))]
    is_first = bool(figures) and _value(figures[0]) == value
    score.value.count(bool(same))
    score.whole.count(bool(whole))
    score.largest_first.count(max(counts, default=None) == value)
    if gold["first"]:
        score.excerpt_first.count(is_first)
    if not whole or (gold["first"] and not is_first):
        score.misses.append(f"{row['id']} {value} {gold['unit']} {gold['group']} <- {_told(figures)}")


def group_of(measure: str) -> set[Measure]:
    """Return the measures that monitors record under one heading with this one, itself among them."""
    own = Measure(measure)
    return next((group for group in _GROUPS if own in group), {own})


def _told(figures: Sequence[Draft]) -> str:
    return ", ".join(
        f"{f.anchor.text}={_value(f)} {f.quantity.unit} {f.measure} {f.check_worthiness:.2f}"
        for f in figures[:5]
        if f.quantity
    )


def _value(draft: Draft) -> Decimal | None:
    quantity = draft.quantity
    if quantity is None:
        return None
    return quantity.best if quantity.best is not None else quantity.low


def _ends(span: dict[str, Any]) -> tuple[int, int]:
    return span["start"], span["end"]


def _share(left: tuple[int, int], right: tuple[int, int]) -> float:
    """Return the shared extent of two spans over the longer one's."""
    shared = max(0, min(left[1], right[1]) - max(left[0], right[0]))
    return shared / max(left[1] - left[0], right[1] - right[0])


def further_scores(extract: Extract) -> dict[str, IncidentScore]:
    """Score the further excerpts by what they are called in the table: those worked on, and the unseen."""
    return {
        "worked on": score_incidents(extract, "dev", EXCERPTS),
        "unseen": score_incidents(extract, "test", UNSEEN_EXCERPTS),
    }


def incident_table(
    scores: dict[str, IncidentScore], further: dict[str, dict[str, IncidentScore]]
) -> list[str]:
    """Draw one column a reader, every share with its counts; then each of its *further* excerpts."""
    rows = {
        "killed and injured found": "harmed_found",
        "first of their measure": "harmed_first",
        "report: first of all": "report_first",
        "speaker of a figure": "speakers",
        "excerpt: value found": "value",
        "excerpt: value, group and unit": "whole",
        "excerpt: first of all": "excerpt_first",
        "excerpt: largest number": "largest_first",
    }
    of_excerpts = {label: name for label, name in rows.items() if label.startswith("excerpt")}
    lines = ["| | " + " | ".join(scores) + " |", "|---" * (len(scores) + 1) + "|"]
    for label, name in rows.items():
        cells = [_cell(getattr(score, name)) for score in scores.values()]
        lines.append(f"| {label} | " + " | ".join(cells) + " |")
    for title in next(iter(further.values()), {}):
        for label, name in of_excerpts.items():
            cells = [_cell(getattr(further[reader][title], name)) for reader in scores]
            lines.append(f"| {title} {label} | " + " | ".join(cells) + " |")
    return lines


def _cell(tally: Tally) -> str:
    return f"{tally.share:.2f} ({tally.right} of {tally.of})" if tally.share is not None else "–"

"""Measures extraction on the frozen split: `python -m lab.evaluate`, the rules beside the model."""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from lab import check_baseline, evaluate_figures
from lab.claim_scores import FIELDS, DocumentScore, average_precision, bootstrap, score_document, summed
from lab.corpus.documents import read_corpus
from lab.corpus.splits import choose
from lab.displacement import score_displacement
from lab.incidents import EXCERPTS, UNSEEN_EXCERPTS, further_scores, incident_table, score_incidents
from models.nlp.load import WEIGHTS, load_finder
from models.nlp.neural import NeuralFinder
from models.nlp.pipeline import Pipeline

REPORT = Path(__file__).resolve().parent / "reports" / "model.md"
INCIDENT_REPORT = REPORT.with_name("incidents.md")


def main() -> int:
    """Print the figures; with --write also keep them as lab/reports/model.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument(
        "--misread", action="store_true", help="print every misread measure and missed excerpt"
    )
    parser.add_argument("--write", action="store_true", help=f"keep the report in lab/reports/{REPORT.name}")
    parser.add_argument(
        "--figures", action="store_true", help="measure the reader of quantities on its own gold instead"
    )
    parser.add_argument(
        "--incidents",
        action="store_true",
        help="measure local incident reports and displacement excerpts instead (tests/quality)",
    )
    parser.add_argument(
        "--longest",
        type=int,
        help="tokens of a window that the model reads at once; 0 is each sentence alone",
    )
    options = parser.parse_args()
    if options.figures:
        return evaluate_figures.main(["--split", options.split])
    if options.incidents:
        return evaluate_incidents(options.weights, options.split, options.misread, options.write)
    documents, notes = read_corpus()
    for note in notes:
        print(f"note: {note}", file=sys.stderr)
    chosen = choose(documents, options.split)
    pipelines = pipelines_of(options.weights, options.longest)
    scores = {}
    for name, pipeline in pipelines.items():
        scores[name] = [score_document(d, pipeline.extract(d.text, d.title, d.published_on)) for d in chosen]
    baseline = {check_baseline.NAME: check_baseline.score_words(choose(documents, "train"), chosen)}
    sentences = sum(len(document.sentences) for document in chosen)
    lines = [
        f"Split {options.split}: {len(chosen)} documents, {sentences} sentences.",
        f"Read by {' and '.join(p.finder.name for p in pipelines.values())}.",
        "",
        *field_table(scores, baseline),
        "",
        *displacement_table(pipelines, options.misread),
        "",
        *confusion_lines(scores.get("model") or scores["rules"]),
    ]
    print("\n".join(lines))
    if options.write:
        REPORT.parent.mkdir(exist_ok=True)
        REPORT.write_text(
            "# The claim model, measured\n\nMade by `python -m lab.evaluate --write`.\n\n"
            + "\n".join(lines)
            + "\n"
        )
    return 0


def evaluate_incidents(weights: Path, split: str, is_verbose: bool, is_kept: bool) -> int:
    """Print, and keep on request, how well the frozen incident documents are read and ranked."""
    pipelines = pipelines_of(weights)
    scores = {name: score_incidents(pipeline.extract, split) for name, pipeline in pipelines.items()}
    further = {name: further_scores(pipeline.extract) for name, pipeline in pipelines.items()}
    if is_verbose:
        for name, score in scores.items():
            print("\n".join(f"[{name}] {miss}" for miss in score.misses))
    readers = " and ".join(pipeline.finder.name for pipeline in pipelines.values())
    lines = [
        f"Split {split} of tests/quality/incidents.jsonl, read by {readers}.",
        f"Worked on: {EXCERPTS.name} beside it, all dev; the weights of worth are fitted to it.",
        f"Unseen: {UNSEEN_EXCERPTS.name}, all test, of which nobody reads more than these totals.",
        "",
        *incident_table(scores, further),
    ]
    print("\n".join(lines))
    if is_kept:
        made_by = f"Made by `python -m lab.evaluate --incidents --split {split} --write`."
        INCIDENT_REPORT.write_text(
            "\n".join(["# Incident reports and displacement excerpts", "", made_by, "", *lines]) + "\n"
        )
    return 0


def pipelines_of(weights: Path, longest: int | None = None) -> dict[str, Pipeline]:
    """Return the rules and, where its weights are at hand, the model with windows of *longest* tokens."""
    pipelines = {"rules": Pipeline(load_finder("rules"))}
    if (weights / "model.onnx").exists():
        finder = NeuralFinder(weights)
        finder.longest = finder.longest if longest is None else longest
        pipelines["model"] = Pipeline(finder)
    else:
        print(f"note: no weights in {weights}, the rules alone are measured", file=sys.stderr)
    return pipelines


def field_table(
    scores: dict[str, list[DocumentScore]], baseline: dict[str, list[DocumentScore]]
) -> list[str]:
    """Draw precision, recall and F1 of every field, the interval drawn over documents, and AP of check.

    A *baseline* ranks sentences only.
    """
    lines = [
        "A span counts where it shares at least half of the extent of both (exact: the same words).",
        "Missed and false figures count against all of their fields.",
        "",
        "| field | read by | P | R | F1 | 95 % | exact F1 |",
        "|---|---|---|---|---|---|---|",
    ]
    ends = {name: bootstrap(parts) for name, parts in scores.items()}
    exact = {name: summed(parts, "exact") for name, parts in scores.items()}
    lenient = {name: summed(parts, "lenient") for name, parts in scores.items()}
    for field in FIELDS:
        for name in scores:
            counts = lenient[name][field]
            low, high = ends[name][field]
            lines.append(
                f"| {field} | {name} | {counts.precision:.3f} | {counts.recall:.3f} | {counts.f1:.3f} "
                f"| {low:.3f}–{high:.3f} | {exact[name][field].f1:.3f} |"
            )
    for name, parts in {**scores, **baseline}.items():
        value = average_precision([pair for part in parts for pair in part.checks])
        low, high = (ends.get(name) or bootstrap(parts))["check"]
        lines.append(f"| check (AP) | {name} | | | {value:.3f} | {low:.3f}–{high:.3f} | |")
    return lines


def displacement_table(pipelines: dict[str, Pipeline], is_verbose: bool) -> list[str]:
    """Draw the shares of displacement excerpts whose gold figure is found, whole, and first."""
    lines = [
        "Displacement excerpts coded by monitors (cues and ranking weights were set with their misses in",
        "view, so no unseen figure; some gold values are sums, some Spanish):",
        "",
        "| read by | excerpts | value found | with measure group and unit | ranked first | largest number |",
        "|---|---|---|---|---|---|",
    ]
    for name, pipeline in pipelines.items():
        misses: list[str] = []
        score = score_displacement(pipeline.extract, misses)
        if score is None:
            return ["The displacement excerpts are not at hand (CLAIMBENCH_CORPUS)."]
        lines.append(
            f"| {name} | {score.excerpts} | {score.value:.3f} | {score.whole:.3f} | {score.first:.3f} "
            f"| {score.largest_first:.3f} |"
        )
        if is_verbose:
            print("\n".join(f"[{name}] {miss}" for miss in misses))
    return lines


def confusion_lines(scores: Sequence[DocumentScore]) -> list[str]:
    """List the commonest confusions of measures, marked -> read."""
    pairs = Counter((m, r) for score in scores for m, r, _ in score.measures if m != r)
    right = sum(1 for score in scores for m, r, _ in score.measures if m == r)
    every = sum(len(score.measures) for score in scores)
    lines = [
        f"Measure of the figures found: {right} of {every} right. Commonest confusions (marked → read):",
        "",
    ]
    lines += [f"- {m} → {r}: {count}" for (m, r), count in pairs.most_common(12)]
    return lines


if __name__ == "__main__":
    sys.exit(main())

"""Draws how often measures of a given confidence are right: `python -m lab.calibration_picture`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from lab.claim_scores import score_document
from lab.corpus.documents import read_corpus
from lab.corpus.splits import choose
from models.nlp.load import WEIGHTS, load_finder
from models.nlp.pipeline import Pipeline

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "images" / "calibration.svg"
BINS = 8
_SIZE, _EDGE = 320, 46
"""Pixels of the square, and of the margin that holds its labels."""


def main() -> int:
    """Read a split and draw; prints the bins and the expected calibration error too."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument(
        "--write", action="store_true", help=f"keep the picture as docs/images/{PICTURE.name}"
    )
    options = parser.parse_args()
    documents = choose(read_corpus()[0], options.split)
    finder = load_finder("model", options.weights)
    pipeline = Pipeline(finder)
    pairs: list[tuple[float, bool]] = []
    for document in documents:
        score = score_document(
            document, pipeline.extract(document.text, document.title, document.published_on)
        )
        pairs += [(sure, marked == read) for marked, read, sure in score.measures]
    bins = bins_of(pairs)
    for sure, right, size in bins:
        print(f"confidence {sure:.2f}: right {right:.2f} of {size}")
    error = sum(size * abs(sure - right) for sure, right, size in bins) / len(pairs)
    print(f"expected calibration error {error:.3f} over {len(pairs)} figures")
    if options.write:
        words = f"{finder.name}, {options.split} split, {len(pairs)} figures; expected error {error:.3f}"
        PICTURE.write_text(draw(bins, words))
    return 0


def bins_of(pairs: Sequence[tuple[float, bool]]) -> list[tuple[float, float, int]]:
    """Return (mean confidence, share right, size) of equal parts by ascending confidence."""
    ranked = sorted(pairs)
    bins = []
    for number in range(BINS):
        part = ranked[len(ranked) * number // BINS : len(ranked) * (number + 1) // BINS]
        if part:
            mean = sum(sure for sure, _ in part) / len(part)
            bins.append((mean, sum(right for _, right in part) / len(part), len(part)))
    return bins


def draw(bins: Sequence[tuple[float, float, int]], words: str) -> str:
    """Return the picture as SVG: a point a bin, the line of perfect calibration, axes from 0 to 1."""

    def at(sure: float, right: float) -> str:
        return f"{_EDGE + sure * _SIZE:.1f},{_EDGE / 2 + (1 - right) * _SIZE:.1f}"

    whole = _SIZE + 2 * _EDGE
    low, half = _EDGE / 2 + _SIZE, _SIZE / 2
    label = 'text-anchor="middle"'
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" width="{whole}"'
            f' height="{whole}" font-family="sans-serif" font-size="12" role="img"'
            ' aria-label="Calibration of confidence.measure">'
            f'<rect width="{whole}" height="{whole}" fill="#fff"/>'
            f'<rect x="{_EDGE}" y="{_EDGE / 2}" width="{_SIZE}" height="{_SIZE}" fill="none" stroke="#888"/>'
            f'<polyline points="{at(0, 0)} {at(1, 1)}" stroke="#bbb" stroke-dasharray="4 4" fill="none"/>'
        )
    ]
    for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
        x, y = at(tick, tick).split(",")
        parts.append(f'<text x="{x}" y="{low + 16}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{_EDGE - 6}" y="{float(y) + 4}" text-anchor="end">{tick:g}</text>')
    points = " ".join(at(sure, right) for sure, right, _ in bins)
    parts.append(f'<polyline points="{points}" stroke="#1f5fa8" stroke-width="2" fill="none"/>')
    for sure, right, _ in bins:
        x, y = at(sure, right).split(",")
        parts.append(f'<circle cx="{x}" cy="{y}" r="4" fill="#1f5fa8"/>')
    middle = _EDGE + half
    parts += [
        f'<text x="{middle}" y="{low + 36}" {label}>confidence of the measure</text>',
        f'<text x="{middle}" y="{low + 54}" {label} font-size="10" fill="#555">{words}</text>',
        f'<text transform="translate(12 {_EDGE / 2 + half}) rotate(-90)" {label}>share right</text>',
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    sys.exit(main())

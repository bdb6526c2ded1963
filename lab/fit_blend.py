"""How far do the rules outweigh the model's measure? A grid over dev figures: `python -m lab.fit_blend`."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from rich.console import Console
from rich.table import Table

from lab.corpus.documents import Document, read_corpus
from lab.corpus.splits import choose
from lab.hard_sentences import GOLD, WORKED_ON, HardSentence, read_hard
from models.domain.claim import Quantity, Span
from models.nlp.decoding import Decoding, Logits, score_measures
from models.nlp.encoding import Encoded
from models.nlp.finder import Asked
from models.nlp.labels import MEASURES
from models.nlp.load import WEIGHTS
from models.nlp.neural import NeuralFinder
from models.nlp.reading import ArticleReader

_FIGURES = Path("tests/quality/figures.jsonl")
_SURE = (0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85)
_TRUST_IN_SURE = (2.0, 3.0, 4.0, 5.0, 6.0)
_TRUST_IN_GUESSES = (0.5, 1.0, 1.5, 2.0, 2.5, 3.0)


@dataclass(frozen=True, slots=True)
class MarkedFigure:
    """A quantity that was read, what the network says of its sentence, and the number of its measure."""

    text: str
    encoded: Encoded
    quantity: Quantity
    logits: Logits
    wanted: int


def main() -> int:
    """Print the share of measures right by setting, best first, and what ships now."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--rows", type=Path, nargs="*", help="files of dev rows to read instead of our own")
    parser.add_argument("--best", type=int, default=12, help="settings to print")
    options = parser.parse_args()
    finder = NeuralFinder(options.weights)
    documents, _ = read_corpus()
    paths = options.rows or [GOLD, WORKED_ON, _FIGURES]
    sets = {path.stem: list(_of_rows(finder, read_hard(path, "dev"))) for path in paths}
    sets["corpus"] = list(_of_documents(finder, choose(documents, "dev")))
    Console().print(grid_table(finder.decoding, sets, options.best))
    return 0


def grid_table(now: Decoding, sets: Mapping[str, list[MarkedFigure]], best: int) -> Table:
    """Score every setting by the mean over the sets, so that no large set speaks for all."""
    table = Table(title="Measures right, rules and model together", title_justify="left")
    for name in ("sure", "trust in sure rules", "in guesses", *sets, "mean"):
        table.add_column(name, justify="right")
    rows = []
    for sure, trust, guesses in product(_SURE, _TRUST_IN_SURE, _TRUST_IN_GUESSES):
        tried = replace(now, sure=sure, trust_in_sure_rules=trust, trust_in_guesses=guesses)
        rows.append((tried, {name: share_right(figures, tried) for name, figures in sets.items()}))
    rows.sort(key=lambda row: -sum(row[1].values()))
    for tried, shares in [(now, {name: share_right(them, now) for name, them in sets.items()}), *rows[:best]]:
        setting = (tried.sure, tried.trust_in_sure_rules, tried.trust_in_guesses)
        mean = sum(shares.values()) / len(shares)
        table.add_row(*(f"{one:g}" for one in setting), *(f"{one:.3f}" for one in (*shares.values(), mean)))
    return table


def share_right(figures: Iterable[MarkedFigure], decoding: Decoding) -> float:
    """Return how many of the figures get their measure with these settings."""
    right = [
        int(score_measures(one.text, one.encoded, one.quantity, one.logits, decoding).argmax()) == one.wanted
        for one in figures
    ]
    return sum(right) / len(right)


def _of_rows(finder: NeuralFinder, rows: Iterable[HardSentence]) -> Iterator[MarkedFigure]:
    for row in rows:
        marked = {reading.span[0]: measure for reading, measure in row.figures}
        reader = ArticleReader(row.text, None, row.published_on)
        yield from _answers(finder, [Span.of(row.text, 0, len(row.text))], reader, marked, "")


def _of_documents(finder: NeuralFinder, documents: Iterable[Document]) -> Iterator[MarkedFigure]:
    for document in documents:
        figures = (figure for sentence in document.sentences for figure in sentence.figures)
        marked = {figure.quantity[0]: figure.measure.value for figure in figures}
        spans = [Span.of(document.text, one.start, one.end) for one in document.sentences]
        reader = ArticleReader(document.text, document.title, document.published_on)
        yield from _answers(finder, spans, reader, marked, document.title)


def _answers(
    finder: NeuralFinder,
    spans: list[Span],
    reader: ArticleReader,
    marked: Mapping[int, str],
    title: str,
) -> Iterator[MarkedFigure]:
    asked = [Asked(span.text, tuple(reader.quantities(span))) for span in spans]
    for span, question, (encoded, logits) in zip(spans, asked, finder.read(asked, title), strict=True):
        for quantity in question.quantities:
            measure = marked.get(span.start + quantity.span.start)
            if measure and encoded.tokens_of(quantity.span.start, quantity.span.end):
                yield MarkedFigure(question.text, encoded, quantity, logits, MEASURES.index(measure))


if __name__ == "__main__":
    sys.exit(main())

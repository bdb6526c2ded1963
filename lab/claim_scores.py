"""How claims are compared with marks: counts per field and document, so that intervals can be drawn."""

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from lab.corpus.documents import Document, MarkedFigure, MarkedSentence, Offsets
from models.domain.claim import Draft, Extraction, Span
from models.domain.vocabulary import Kind

T = TypeVar("T")
TEXT_FIELDS = ("counted", "place", "period", "source")
FIELDS = ("quantity", "counted", "measure", "basis", "certainty", "place", "period", "source")


@dataclass(slots=True)
class Counts:
    """Hits, false finds and misses of one field."""

    hits: int = 0
    false: int = 0
    missed: int = 0

    def add(self, other: "Counts") -> None:
        """Add another document's counts."""
        self.hits += other.hits
        self.false += other.false
        self.missed += other.missed

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.hits / max(1, self.hits + self.false)

    @property
    def recall(self) -> float:
        """Share of what is there that was found right."""
        return self.hits / max(1, self.hits + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.hits / max(1, 2 * self.hits + self.false + self.missed)


@dataclass(slots=True)
class DocumentScore:
    """One document's counts: exact and lenient per field, measures as read, sentences as ranked."""

    exact: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    lenient: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    measures: list[tuple[str, str, float]] = field(default_factory=list)
    """(marked, read, confidence) of every figure found."""
    checks: list[tuple[bool, float]] = field(default_factory=list)
    """(worth checking, check_worthiness) of every sentence."""


def score_document(document: Document, extraction: Extraction) -> DocumentScore:
    """Compare what was read with what is marked. Figures pair by overlapping quantities, each at most once.

    A missed figure counts as a miss of all of its fields; a false one as a false find of all of its.
    """
    score = DocumentScore()
    drafts = [draft for draft in extraction.claims if draft.kind is Kind.FIGURE]
    marked = [figure for sentence in document.sentences for figure in sentence.figures]
    pairs = _pair(marked, drafts)
    for figure, draft in pairs:
        _compare(document, figure, draft, score)
    for figure in _unpaired(marked, [figure for figure, _ in pairs]):
        for name in FIELDS:
            missed = getattr(figure, name) is not None
            score.exact[name].missed += missed
            score.lenient[name].missed += missed
    for draft in _unpaired(drafts, [draft for _, draft in pairs]):
        for name in FIELDS:
            false = _read_value(draft, name) is not None
            score.exact[name].false += false
            score.lenient[name].false += false
    score.checks = [_check_of(sentence, extraction) for sentence in document.sentences]
    return score


def _pair(marked: Sequence[MarkedFigure], drafts: Sequence[Draft]) -> list[tuple[MarkedFigure, Draft]]:
    candidates = []
    for figure in marked:
        for draft in drafts:
            shared = min(draft.anchor.end, figure.quantity[1]) - max(draft.anchor.start, figure.quantity[0])
            if shared > 0:
                candidates.append((shared, figure, draft))
    pairs: list[tuple[MarkedFigure, Draft]] = []
    taken: set[int] = set()
    for _, figure, draft in sorted(candidates, key=lambda c: -c[0]):
        if id(figure) not in taken and id(draft) not in taken:
            taken |= {id(figure), id(draft)}
            pairs.append((figure, draft))
    return pairs


def _unpaired(everything: Iterable[T], paired: Iterable[T]) -> list[T]:
    known = {id(one) for one in paired}
    return [one for one in everything if id(one) not in known]


def _compare(document: Document, figure: MarkedFigure, draft: Draft, score: DocumentScore) -> None:
    exact = document.text[figure.quantity[0] : figure.quantity[1]] == draft.anchor.text
    score.exact["quantity"].add(Counts(hits=exact, false=not exact, missed=not exact))
    score.lenient["quantity"].hits += 1  # a pair overlaps
    assert draft.measure is not None, "a figure has a measure"
    score.measures.append((figure.measure.value, draft.measure.value, draft.confidence.get("measure", 0.0)))
    for name in ("measure", "basis", "certainty"):
        wanted, found = getattr(figure, name), _read_value(draft, name)
        for counts in (score.exact[name], score.lenient[name]):
            counts.hits += wanted == found and wanted is not None
            counts.false += found is not None and found != wanted
            counts.missed += wanted is not None and found != wanted
    for name in TEXT_FIELDS:
        _count(score, name, _read_value(draft, name), getattr(figure, name), document)


def _count(
    score: DocumentScore, name: str, found: Span | None, wanted: Offsets | None, document: Document
) -> None:
    """Count a span: exact is the same words, lenient shares at least half of the longer one's extent."""
    same = found is not None and wanted is not None and found.text == document.text[wanted[0] : wanted[1]]
    near = same
    if found is not None and wanted is not None and not same:
        shared = min(found.end, wanted[1]) - max(found.start, wanted[0])
        near = shared > 0 and 2 * shared >= max(found.end - found.start, wanted[1] - wanted[0])
    for counts, right in ((score.exact[name], same), (score.lenient[name], near)):
        counts.hits += right
        counts.false += found is not None and not right
        counts.missed += wanted is not None and not right


def _read_value(draft: Draft, name: str) -> Any:
    if name == "quantity":
        return draft.anchor
    if name == "counted":
        return draft.quantity.counted if draft.quantity else None
    value = getattr(draft, name)
    return value.span if name in TEXT_FIELDS and value is not None else value


def _check_of(sentence: MarkedSentence, extraction: Extraction) -> tuple[bool, float]:
    """Give the marked sentence the highest worth of the sentences that were read in its place."""
    worths = [
        read.check_worthiness
        for read in extraction.sentences
        if read.span.start < sentence.end and sentence.start < read.span.end
    ]
    return sentence.check == 2, max(worths, default=0.0)


def average_precision(ranked: Sequence[tuple[bool, float]]) -> float:
    """Return the mean of the precision at each positive, by descending score."""
    hits, total = 0, 0.0
    for place, (positive, _) in enumerate(sorted(ranked, key=lambda pair: -pair[1]), 1):
        if positive:
            hits += 1
            total += hits / place
    return total / max(1, hits)


def summed(scores: Sequence[DocumentScore], which: str) -> dict[str, Counts]:
    """Add up the counts of all documents; *which* is "exact" or "lenient"."""
    sums: dict[str, Counts] = {name: Counts() for name in FIELDS}
    for score in scores:
        for name, counts in getattr(score, which).items():
            sums[name].add(counts)
    return sums


def bootstrap(
    scores: Sequence[DocumentScore], seed: int = 11, rounds: int = 400
) -> dict[str, tuple[float, float]]:
    """Return the 95 % interval of every field's lenient F1 and of ``check``'s AP, drawing whole documents."""
    chooser = random.Random(seed)
    drawn: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        sample = [scores[chooser.randrange(len(scores))] for _ in scores]
        for name, counts in summed(sample, "lenient").items():
            drawn[name].append(counts.f1)
        drawn["check"].append(average_precision([pair for score in sample for pair in score.checks]))
    ends = {}
    for name, values in drawn.items():
        values.sort()
        ends[name] = (values[int(0.025 * rounds)], values[int(0.975 * rounds) - 1])
    return ends

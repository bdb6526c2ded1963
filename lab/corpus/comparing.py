"""Where two readers of one text agree: quantities in pairs, equal choices, equal spans, chance taken out."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from lab.corpus.documents import CorpusError, MarkedFigure, MarkedSentence, Offsets
from lab.corpus.second import Twice
from lab.scoring import Found, overlap
from models.domain.vocabulary import Measure

CHOICES = ("measure", "basis", "certainty")
"""What both readers choose from a list for each quantity that both marked."""
SPANS = ("counted", "place", "period", "source")
"""What both readers may find words for; each may also leave it out."""

UNLISTED = frozenset(
    map(Measure, ("other", "money", "share", "votes", "distance", "area", "duration", "age"))
)
"""Measures that say how a figure is measured, not what happened."""

Pairs = list[tuple[str, str]]
"""What the first and the second reader chose, case by case."""
Pair = tuple[MarkedFigure, MarkedFigure]
Weights = Literal["linear"] | None


@dataclass(frozen=True, slots=True)
class Side:
    """One sentence as both readers marked it, with the text it stands in."""

    document: str
    number: int
    text: str
    first: MarkedSentence
    second: MarkedSentence

    def words(self, span: Offsets | None) -> str:
        """Return the words of a span, "–" where there is none."""
        return self.text[span[0] : span[1]] if span else "–"


def sides(twice: Iterable[Twice]) -> Iterator[Side]:
    """Yield every sentence marked twice; raises CorpusError where the markings cut a text differently."""
    for first, second in twice:
        ends = [[(one.start, one.end) for one in marked.sentences] for marked in (first, second)]
        if ends[0] != ends[1]:
            raise CorpusError(
                f"{first.id}: its sentences were cut anew since the second marking; compile that again"
            )
        for number, (left, right) in enumerate(zip(first.sentences, second.sentences, strict=True)):
            yield Side(first.id, number, first.text, left, right)


def pair_up(first: Sequence[MarkedFigure], second: Sequence[MarkedFigure]) -> list[Pair]:
    """Pair quantities that share a character, one to one, the largest overlap first, ties by position."""
    candidates = sorted(
        (-shared, i, j)
        for i, mine in enumerate(first)
        for j, theirs in enumerate(second)
        if (shared := overlap(mine.quantity, theirs.quantity))
    )
    taken: dict[int, int] = {}
    for _, i, j in candidates:
        if i not in taken and j not in taken.values():
            taken[i] = j
    return [(first[i], second[taken[i]]) for i in sorted(taken)]


def quantities(marked: Iterable[Side], exact: bool) -> Found:
    """Count the quantities that both readers found, with the same ends or with any overlap."""
    found = Found()
    for side in marked:
        pairs = pair_up(side.first.figures, side.second.figures)
        found.right += sum(not exact or a.quantity == b.quantity for a, b in pairs)
        found.gold += len(side.first.figures)
        found.predicted += len(side.second.figures)
    return found


def choices(marked: Iterable[Side], field: str) -> Pairs:
    """Return what both readers chose for every quantity that both found; no basis is "none"."""
    return [
        (str(getattr(a, field) or "none"), str(getattr(b, field) or "none"))
        for side in marked
        for a, b in pair_up(side.first.figures, side.second.figures)
    ]


def basis_of_listed(marked: Iterable[Side]) -> Pairs:
    """Return both bases of what the list of measures names: people, troops, vehicles, buildings, cases."""
    return [
        (str(a.basis or "none"), str(b.basis or "none"))
        for side in marked
        for a, b in pair_up(side.first.figures, side.second.figures)
        if a.measure not in UNLISTED
    ]


def is_same(text: str, left: Offsets, right: Offsets, exact: bool) -> bool:
    """Say whether two spans are one: the same ends, or else any overlap or the same words elsewhere."""
    if left == right or exact:
        return left == right
    alike = text[left[0] : left[1]].casefold() == text[right[0] : right[1]].casefold()
    return alike or overlap(left, right) > 0


def spans(marked: Iterable[Side], field: str, exact: bool) -> Found:
    """Compare a span over the quantities that both readers found."""
    found = Found()
    for side in marked:
        for a, b in pair_up(side.first.figures, side.second.figures):
            _compare(found, side.text, getattr(a, field), getattr(b, field), exact)
    return found


def sentence_spans(marked: Iterable[Side], field: str, exact: bool) -> Found:
    """Compare a span that belongs to the sentence, such as its speaker."""
    found = Found()
    for side in marked:
        _compare(found, side.text, getattr(side.first, field), getattr(side.second, field), exact)
    return found


def _compare(found: Found, text: str, left: Offsets | None, right: Offsets | None, exact: bool) -> None:
    found.gold += left is not None
    found.predicted += right is not None
    found.right += left is not None and right is not None and is_same(text, left, right, exact)


def agreed(pairs: Pairs) -> float:
    """Return the share of pairs with the same choice; 0 when there are none."""
    return sum(a == b for a, b in pairs) / len(pairs) if pairs else 0.0


def kappa(pairs: Pairs, weights: Weights = None) -> float:
    """Return Cohen's kappa: agreement beyond what two readers with these habits would reach by chance.

    *weights* "linear" counts 0 against 2 as twice as far apart as 0 against 1 (labels must sort by rank).
    Not a number when both readers chose one label throughout.
    """
    from sklearn.metrics import cohen_kappa_score  # only the lab has it

    first, second = zip(*pairs, strict=True)
    return float(cohen_kappa_score(first, second, weights=weights))


def checks(marked: Iterable[Side]) -> Pairs:
    """Return both readers' worth of checking, "0" to "2", for every sentence."""
    return [(str(side.first.check), str(side.second.check)) for side in marked]


def worth(marked: Iterable[Side]) -> Pairs:
    """Return whether each reader would have a sentence checked, which is what the desk's queue asks."""
    return [(str(a == "2"), str(b == "2")) for a, b in checks(marked)]


def worth_found(marked: Iterable[Side]) -> Found:
    """Count the sentences that both readers would have checked."""
    pairs = worth(marked)
    return Found(
        right=sum(a == b == "True" for a, b in pairs),
        gold=sum(a == "True" for a, _ in pairs),
        predicted=sum(b == "True" for _, b in pairs),
    )


def interval(
    marked: Sequence[Side], statistic: Callable[[list[Side]], float], draws: int = 300
) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of a statistic.

    Whole documents are drawn, since the labels in one hang together.
    """
    by_document: dict[str, list[Side]] = {}
    for side in marked:
        by_document.setdefault(side.document, []).append(side)
    names = sorted(by_document)
    dice = random.Random(1)
    values = sorted(
        statistic([side for name in dice.choices(names, k=len(names)) for side in by_document[name]])
        for _ in range(draws)
    )
    return values[int(0.025 * draws)], values[int(0.975 * draws)]


def confusions(pairs: Iterable[tuple[str, str]]) -> list[tuple[tuple[str, str], int]]:
    """Return what the readers chose differently, the most frequent first."""
    return Counter((a, b) for a, b in pairs if a != b).most_common()


def disagreements(marked: Iterable[Side]) -> Iterator[str]:
    """Yield every difference as a line, "first | second"; lines quote texts, so they stay out of reports."""
    for side in marked:
        here = f"{side.document} [{side.number}]"
        pairs = pair_up(side.first.figures, side.second.figures)
        for mark, figures, kept in (
            ("only first", side.first.figures, [a for a, _ in pairs]),
            ("only second", side.second.figures, [b for _, b in pairs]),
        ):
            for figure in figures:
                if figure not in kept:
                    yield f"{here} {mark}: {side.words(figure.quantity)!r} {figure.measure}"
        for a, b in pairs:
            yield from _differences(side, here, a, b)
        if side.first.check != side.second.check:
            yield f"{here} check: {side.first.check} | {side.second.check}"
        if (side.first.source is None) != (side.second.source is None):
            yield f"{here} speaker: {side.words(side.first.source)} | {side.words(side.second.source)}"


def _differences(side: Side, here: str, a: MarkedFigure, b: MarkedFigure) -> Iterator[str]:
    name = f"{here} {side.words(a.quantity)!r}"
    if a.quantity != b.quantity:
        yield f"{name} quantity: | {side.words(b.quantity)!r}"
    for field in CHOICES:
        left, right = getattr(a, field), getattr(b, field)
        if left != right:
            yield f"{name} {field}: {left} | {right}"
    for field in SPANS:
        left, right = getattr(a, field), getattr(b, field)
        if left != right:
            yield f"{name} {field}: {side.words(left)} | {side.words(right)}"

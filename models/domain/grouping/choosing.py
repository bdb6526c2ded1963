"""Which figure a claim joins: the one whose members are most surely about the same thing."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from models.domain.grouping.about import About
from models.domain.grouping.facts import OF_ANYTHING, middle
from models.domain.grouping.likeness import FEW, Likeness
from models.domain.grouping.weights import SAME

SHARES = (0.7, 0.3)
"""How much a figure's nearest member and the next speak for it: one alone may be like by chance, and of a
toll that rises only the last ones are near."""


FLOOR = 0.1
"""No member of a figure may be less like a claim that joins it: a chain of likes leads from one event to its
twin."""


@dataclass(frozen=True, slots=True)
class Mate:
    """A possible mate of a claim: which figure it states (None: none yet), and how like they are.

    ``is_by_hand`` says that a person has put it there: then it keeps nobody out.
    """

    figure: Hashable | None
    about: About
    likeness: Likeness
    is_by_hand: bool = False

    def keeps_out(self, this: About) -> bool:
        """Say whether its figure is not that of *this*, however like another member may be."""
        if self.is_by_hand:
            return False
        if are_told_apart(this, self.about):
            return True
        if self.about.article is None or this.article is None or self.about.measure != this.measure:
            return False
        return self.likeness.gap is not None or self.likeness.probability < FLOOR


@dataclass(frozen=True, slots=True)
class Choice:
    """The figure to join, with the probability and the reason of the nearest member."""

    figure: Hashable
    score: float
    reason: str


def choose(this: About, mates: Iterable[Mate]) -> Choice | None:
    """Return the figure that *this* most likely states; None when a new one is more likely.

    A figure is out where a claim of the same article stands in it with another number: an article that
    gives two numbers means two things by them, unless it recalls the one as what the other was before. It is
    out too where any member is defined apart from *this* or hardly like it.
    """
    by_figure: dict[Hashable, list[Mate]] = {}
    kept_out: set[Hashable] = set()
    for mate in mates:
        if mate.figure is None:
            continue
        if mate.keeps_out(this):
            kept_out.add(mate.figure)
        elif mate.likeness.gap is None:
            by_figure.setdefault(mate.figure, []).append(mate)
    best: Choice | None = None
    for figure, members in by_figure.items():
        if figure in kept_out:
            continue
        # A reference is written once and in few words, by somebody trusted: its surest mate alone decides.
        count = len(SHARES) if this.article is not None else 1
        nearest = sorted(members, key=lambda mate: -mate.likeness.probability)[:count]
        told = [mate.likeness.probability for mate in nearest]
        score = sum(share * likely for share, likely in zip(SHARES, told, strict=False))
        score /= sum(SHARES[: len(told)])
        is_same = score >= SAME and any(mate.likeness.is_same for mate in nearest)
        if is_same and (best is None or score > best.score):
            best = Choice(figure, score, nearest[0].likeness.reason)
    return best


def are_told_apart(one: About, other: About) -> bool:
    """Say whether one article gives both as two things, and recalls neither as what was before.

    Two numbers that differ are two things, and so are two that are equal in one sentence ("two dead and two
    saved") or that are small and of anything ("three men", "three patients").
    """
    if one.article is None or one.article != other.article or one.is_recalled != other.is_recalled:
        return False
    here, there = middle(one.stated), middle(other.stated)
    if here != there or one.sentence == other.sentence:
        return True
    return one.measure in OF_ANYTHING and here is not None and here < FEW

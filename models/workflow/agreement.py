"""How well people agree where two of them judged the same claim in the same round."""

import math
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.data.tables import Judgement, User
from models.domain.states import STATUS_OF_VERDICT, Verdict

Item = tuple[int, int]  # claim and round


@dataclass(frozen=True, slots=True)
class Agreement:
    """One field's agreement; kappa is of one pair of people, alpha of all; NaN-free: None where undefined."""

    field: str
    people: tuple[str, str] | None
    claims: int
    observed: float | None
    kappa: float | None
    alpha: float | None


# What is compared: the verdict itself, and the coarser word that callers poll.
FIELDS: dict[str, Callable[[Verdict], str]] = {
    "verdict": lambda verdict: verdict.value,
    "status": lambda verdict: STATUS_OF_VERDICT[verdict].value,
}


def measure(session: Session) -> list[Agreement]:
    """Return the agreement of everybody together and of each pair, for each field.

    Only claims that are past their second verdict count: before it, a figure here would show the first one.
    Krippendorff's alpha and Cohen's kappa are nltk's, nominal distance.
    """
    judged: dict[Item, dict[int, Verdict]] = defaultdict(dict)
    has_seen: set[tuple[Item, int]] = set()
    rows = session.execute(
        select(
            Judgement.claim_id,
            Judgement.round,
            Judgement.reviewer_id,
            Judgement.verdict,
            Judgement.undone_at,
        ).order_by(Judgement.id)
    )
    for claim_id, round_, reviewer, verdict, undone_at in rows:
        item = (claim_id, round_)
        if undone_at is not None:
            # Taken back after another's stood: what they say next, they say knowing it.
            if set(judged[item]) - {reviewer}:
                has_seen.add((item, reviewer))
        elif (item, reviewer) not in has_seen:
            judged[item][reviewer] = Verdict(verdict)
    # Only the first two judge blind; a third who settles a disagreement has seen both.
    doubles = {item: dict(list(by.items())[:2]) for item, by in judged.items() if len(by) > 1}
    people = sorted({person for by in doubles.values() for person in by})
    names = {user.id: user.name for user in session.scalars(select(User).where(User.id.in_(people)))}
    found = []
    for field, value_of in FIELDS.items():
        values = {item: {p: value_of(v) for p, v in by.items()} for item, by in doubles.items()}
        found.append(_agreement(field, None, values))
        for one, other in combinations(people, 2):
            both = {item: by for item, by in values.items() if one in by and other in by}
            if both:
                found.append(_agreement(field, (names[one], names[other]), both))
    return found


def _agreement(field: str, people: tuple[str, str] | None, values: dict[Item, dict[int, str]]) -> Agreement:
    if not values:
        return Agreement(field, people, 0, None, None, None)
    # nltk takes half a second to import, and only this page needs it.
    from nltk.metrics.agreement import AnnotationTask

    rows = [(str(person), item, value) for item, by in values.items() for person, value in by.items()]
    task = AnnotationTask(rows)
    same = sum(len(set(by.values())) == 1 for by in values.values())
    return Agreement(
        field,
        people,
        len(values),
        same / len(values),
        _defined(task.kappa) if people else None,
        _defined(task.alpha),
    )


def _defined(figure: Callable[[], float]) -> float | None:
    """Return a figure, or None where it is not defined (everybody always said the same word)."""
    try:
        value = float(figure())
    except ZeroDivisionError:
        return None
    return value if math.isfinite(value) else None

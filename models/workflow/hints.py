"""The machine's opinion of a claim, from how it stands to its figure's other members, with reasons."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session, joinedload

from models.data.tables import Article, Claim, Figure, FigureMember, HintEvidence, Reference
from models.domain.desk import Desk
from models.domain.effective import merge
from models.domain.grouping.about import About
from models.domain.grouping.opinion import STRENGTH, hint_object
from models.domain.grouping.weights import MODEL, SAME
from models.domain.relations import Comparison, Relation
from models.domain.standing import compare_members
from models.domain.states import Opinion, State
from models.workflow import desk, grouping, merging, references, siblings, subjects, trail
from models.workflow.grouping import Partner

MOST_EVIDENCE = 12
MOST_KIN = 3
MOST_COMPARED = 60
"""Members of a figure that a claim is compared with, the nearest in time before and after it."""


@dataclass(frozen=True, slots=True)
class _Found:
    row: Claim | Reference
    score: float
    comparison: Comparison


def compare(session: Session, claim_id: int, now: datetime) -> set[int]:
    """Find a claim's figure where it waits for that, write its hint, and let those it touches wait.

    Returns the articles of those, which the caller sends. Doing it twice changes nothing; a claim that waits
    for nothing is left alone.
    """
    grouping.lock(session)
    claim = session.get(Claim, claim_id, with_for_update=True, populate_existing=True)
    if claim is None or claim.awaits is None:
        return set()
    settings = desk.current(session).desk
    is_changed = claim.awaits == trail.AWAITS_GROUPING
    claim.awaits = None
    if not claim.reading.get("quantity") or claim.article.erased_at is not None:
        return _forget(session, claim, now)
    if claim.population is None or claim.article.telling is None:
        subjects.set_columns(claim, subjects.setting(claim.article))
    this, partners = grouping.partners(session, claim, settings.vague_policy)
    if is_changed:
        before = _touched(session, claim)
        before |= _regroup(session, claim, this, partners, settings, now)
        evidence = _write(session, claim, this, partners, settings)
        after = {found.row.id for found in evidence if isinstance(found.row, Claim)}
        return _let_wait(session, before | after, claim.id)
    _write(session, claim, this, partners, settings)
    return set()


def compare_reference(session: Session, reference_id: int, now: datetime) -> set[int]:
    """Find a changed reference's figure; the claims that it touched, and touches now, wait for new hints."""
    grouping.lock(session)
    reference = session.get(Reference, reference_id, with_for_update=True, populate_existing=True)
    if reference is None or reference.awaits is None:
        return set()
    reference.awaits = None
    this, partners = grouping.partners(session, reference, desk.current(session).desk.vague_policy)
    rested = select(HintEvidence.claim_id).where(HintEvidence.reference_id == reference_id)
    touched = set(session.scalars(rested)) | set(_mates_ids(session, reference))
    if not _keeps_its_place(session, reference):
        touched |= _regroup(session, reference, this, partners, desk.current(session).desk, now)
    touched |= set(_mates_ids(session, reference))
    touched |= {p.row.id for p in partners if isinstance(p.row, Claim) and p.likeness.probability >= SAME}
    return _let_wait(session, touched, None)


def _keeps_its_place(session: Session, reference: Reference) -> bool:
    """Say whether a reference stays in its figure: with a corrected value it may conflict there."""
    member = grouping.member_of(session, reference)
    if member is None or session.get_one(Figure, member.figure_id).members < 2:
        return False
    return references.is_of_the_same(session, reference, member.added_at)


def _regroup(
    session: Session,
    row: Claim | Reference,
    this: About,
    partners: Sequence[Partner],
    settings: Desk,
    now: datetime,
) -> set[int]:
    """Find *row*'s figure, join another that proves to be the same, and return the claims that this moved."""
    kept_for_others = siblings.reserved(session, row, this, partners, settings.vague_policy)
    grouping.regroup(session, row, this, [p for p in partners if p.figure_id not in kept_for_others], now)
    kept = merging.merge(session, row, this, partners, settings.vague_policy, now)
    return set(_mates_ids(session, row)) if kept is not None else set()


def give_up(session: Session, claim_id: int) -> None:
    """Let a claim wait no more, that could not be compared: it stays without a new hint until it changes."""
    session.execute(update(Claim).where(Claim.id == claim_id).values(awaits=None))


def give_up_reference(session: Session, reference_id: int) -> None:
    """Let a reference wait no more, that could not be compared."""
    session.execute(update(Reference).where(Reference.id == reference_id).values(awaits=None))


def waiting(session: Session, article_id: int) -> Sequence[int]:
    """Return the claims of an article that wait to be compared, in text order."""
    query = select(Claim.id).where(Claim.article_id == article_id, Claim.awaits.is_not(None))
    return session.scalars(query.order_by(Claim.anchor_start, Claim.id)).all()


def articles_waiting(session: Session, at_most: int = 200) -> Sequence[int]:
    """Return articles with claims that wait to be compared: what a lost message left behind."""
    query = select(Claim.article_id).where(Claim.awaits.is_not(None)).distinct().limit(at_most)
    return session.scalars(query).all()


def references_waiting(session: Session, at_most: int = 200) -> Sequence[int]:
    """Return references that wait to be compared."""
    return session.scalars(select(Reference.id).where(Reference.awaits.is_not(None)).limit(at_most)).all()


def _forget(session: Session, claim: Claim, now: datetime) -> set[int]:
    """Take a claim that states nothing (any more) out of its figure, with its hint."""
    touched = _touched(session, claim)
    member = grouping.member_of(session, claim)
    if member is not None:
        grouping.leave(session, member, now)
    session.execute(delete(HintEvidence).where(HintEvidence.claim_id == claim.id))
    claim.hint, claim.urgency = None, 0
    return _let_wait(session, touched, claim.id)


def _touched(session: Session, claim: Claim) -> set[int]:
    """Return the claims whose hints rest on *claim*, and its mates so far."""
    rested = select(HintEvidence.claim_id).where(HintEvidence.other_claim_id == claim.id)
    return set(session.scalars(rested)) | set(_mates_ids(session, claim))


def _mates_ids(session: Session, row: Claim | Reference) -> list[int]:
    """Return the other claims of *row*'s figure, the nearest in time, as many as a hint may rest on."""
    return [mate.id for mate in _mates(session, row) if isinstance(mate, Claim)]


def _let_wait(session: Session, claim_ids: Iterable[int], but: int | None) -> set[int]:
    """Let claims wait for a new hint, and return their articles; those that wait for more keep to that."""
    ids = [claim_id for claim_id in claim_ids if claim_id != but]
    mark = update(Claim).where(Claim.id.in_(ids), Claim.awaits.is_(None)).values(awaits=trail.AWAITS_HINT)
    return set(session.scalars(mark.returning(Claim.article_id)))


def _write(
    session: Session, claim: Claim, this: About, partners: Sequence[Partner], settings: Desk
) -> list[_Found]:
    """Write a claim's hint and the rows that it rests on; return them, the strongest first."""
    household = Decimal(str(settings.household_size)) if settings.household_size else None
    near = {(type(p.row), p.row.id): p for p in partners}
    mates = _mates(session, claim)
    abouts = {(type(m), m.id): _about(m, near, settings) for m in mates}
    others = list(abouts.values())
    found = []
    for mate in mates:
        key = (type(mate), mate.id)
        score = near[key].likeness.probability if key in near else SAME
        comparison = compare_members(this, abouts[key], others, household)
        found.append(_Found(mate, max(score, SAME), comparison))
    found += _kin(claim, partners, {m.id for m in mates if isinstance(m, Claim)})
    found.sort(key=lambda f: (STRENGTH.index(f.comparison.relation), not _is_settled(f.row), -f.score))
    shown = found[:MOST_EVIDENCE]
    items = [(f.comparison.relation, f.score, _item(f)) for f in shown]
    claim.hint = hint_object(items, MODEL, _confirms(claim, found))
    claim.urgency = int(claim.hint["opinion"] == Opinion.CONFLICTS)
    session.execute(delete(HintEvidence).where(HintEvidence.claim_id == claim.id))
    session.add_all(_row(claim, f) for f in shown)
    session.flush()
    return shown


def _about(mate: Claim | Reference, near: dict[tuple[type, int], Partner], settings: Desk) -> About:
    known = near.get((type(mate), mate.id))
    return known.about if known else subjects.about(mate, settings.vague_policy)


def _mates(session: Session, row: Claim | Reference) -> list[Claim | Reference]:
    """Return the other members of *row*'s figure that stand, the nearest in time."""
    member = grouping.member_of(session, row)
    if member is None:
        return []
    mine = row.id if isinstance(row, Claim) else 0
    half = MOST_COMPARED // 2
    query = (
        select(Claim)
        .join(FigureMember, FigureMember.claim_id == Claim.id)
        .options(joinedload(Claim.article).defer(Article.text))
        .where(
            FigureMember.figure_id == member.figure_id,
            Claim.id != mine,
            ~Claim.withdrawn,
            Claim.state != State.DISMISSED.value,
        )
    )
    day = row.as_of or date.max
    before = query.where(or_(Claim.as_of <= day, Claim.as_of.is_(None)))
    rows: list[Claim | Reference] = [
        *session.scalars(before.order_by(Claim.as_of.desc(), Claim.id).limit(half)),
        *session.scalars(query.where(Claim.as_of > day).order_by(Claim.as_of, Claim.id).limit(half)),
    ]
    references = (
        select(Reference)
        .join(FigureMember, FigureMember.reference_id == Reference.id)
        .where(FigureMember.figure_id == member.figure_id, ~Reference.withdrawn)
        .order_by(Reference.as_of.desc(), Reference.id)
        .limit(half)
    )
    return rows + [r for r in session.scalars(references) if r is not row]


def _kin(claim: Claim, partners: Sequence[Partner], known: set[int]) -> list[_Found]:
    """Return what is of the same event but defined otherwise: shown so that nobody takes it for the same."""
    kin = [
        _Found(p.row, p.likeness.probability, Comparison(Relation.INCOMPARABLE, p.likeness.gap))
        for p in partners
        if p.likeness.gap is not None
        and p.likeness.probability >= SAME
        and not (isinstance(p.row, Claim) and (p.row.article_id == claim.article_id or p.row.id in known))
    ]
    return sorted(kin, key=lambda f: -f.score)[:MOST_KIN]


def _is_settled(row: Claim | Reference) -> bool:
    return isinstance(row, Reference) or row.state == State.FINAL


def _item(found: _Found) -> dict[str, Any]:
    name = "claim_id" if isinstance(found.row, Claim) else "reference_id"
    return {
        "relation": found.comparison.relation.value,
        name: found.row.id,
        "reason": found.comparison.reason,
    }


def _row(claim: Claim, found: _Found) -> HintEvidence:
    is_claim = isinstance(found.row, Claim)
    return HintEvidence(
        claim_id=claim.id,
        other_claim_id=found.row.id if is_claim else None,
        reference_id=None if is_claim else found.row.id,
        relation=found.comparison.relation.value,
        score=found.score,
        reason=found.comparison.reason,
        model=MODEL,
    )


_INTERVAL = ("bound", "best", "low", "high", "unit", "per")


def _confirms(claim: Claim, found: Sequence[_Found]) -> int | None:
    """Return the settled claim with equal interval and meaning by which a person may confirm this one."""
    mine = merge(claim.reading, claim.correction)
    for one in found:
        if not isinstance(one.row, Claim) or one.row.state != State.FINAL:
            continue
        theirs = merge(one.row.reading, one.row.correction)
        is_equal = all(mine["quantity"][k] == theirs["quantity"][k] for k in _INTERVAL)
        is_meant = mine["certainty"] == theirs["certainty"] and mine["basis"] == theirs["basis"]
        if (
            is_equal
            and is_meant
            and one.comparison.relation is Relation.AGREES
            and claim.as_of == one.row.as_of
        ):
            return one.row.id
    return None

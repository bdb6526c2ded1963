"""How a machine's reading of an article reaches its claims without disturbing what people did."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.data.tables import Article, Claim
from models.domain.claim import Extraction
from models.domain.effective import effective_fields, merge, search_columns
from models.domain.states import State
from models.domain.vocabulary import Kind
from models.domain.wire import claim_object
from models.workflow import jobs, staleness, subjects, trail
from models.workflow.jobs import StartedJob

Identity = tuple[str, int, int]


def record(session: Session, started: StartedJob, extraction: Extraction, now: datetime) -> bool:
    """Write a reading to an article's claims, in one transaction; running it twice changes nothing.

    Returns False, and writes nothing, when the job is no longer this worker's.
    """
    if not jobs.is_mine(session, started):
        return False
    existing = {
        (claim.kind, claim.anchor_start, claim.anchor_end): claim
        for claim in session.scalars(
            select(Claim).where(Claim.article_id == started.article_id).with_for_update()
        )
    }
    article = session.get_one(Article, started.article_id)
    where = subjects.setting(article)
    seen: set[Identity] = set()
    for draft in extraction.claims:
        reading = claim_object(draft)
        identity = (draft.kind.value, draft.anchor.start, draft.anchor.end)
        if identity in seen:
            continue
        seen.add(identity)
        claim = existing.get(identity)
        if claim is None:
            claim = _add(session, article, identity, reading, extraction.model, now)
        else:
            reread(session, claim, reading, extraction.model, now)
        claim.vector = draft.vector
        subjects.set_columns(claim, where)
    for identity, claim in existing.items():
        if identity not in seen and not claim.withdrawn and not has_been_touched(claim):
            trail.change(session, claim, "withdrawn", {"withdrawn": True}, None, now)
    jobs.succeed(session, started, now, extraction.model, len(extraction.sentences), len(seen))
    return True


def has_been_touched(claim: Claim) -> bool:
    """Say whether a person has acted on a claim, so that no machine may take it away."""
    return claim.state != State.OPEN or claim.correction is not None or bool(claim.judgements)


def _add(
    session: Session, article: Article, identity: Identity, reading: dict[str, Any], model: str, now: datetime
) -> Claim:
    kind, start, end = identity
    claim = Claim(
        article=article,
        kind=kind,
        anchor_start=start,
        anchor_end=end,
        reading=reading,
        model=model,
        state=State.OPEN,
        version=1,
        round=1,
        withdrawn=False,
        awaits=trail.AWAITS_GROUPING if kind == Kind.FIGURE else None,
        created_at=now,
        updated_at=now,
        **search_columns(reading),
    )
    session.add(claim)
    session.flush()
    trail.begin(session, claim, "extracted", now)
    return claim


def reread(session: Session, claim: Claim, reading: dict[str, Any], model: str, now: datetime) -> None:
    """Give a claim a new machine reading; corrections stay, and a verdict on other values goes stale."""
    changes: dict[str, Any] = {"reading": reading, "model": model, "withdrawn": False}
    if all(getattr(claim, column) == value for column, value in changes.items()):
        return
    before = effective_fields(merge(claim.reading, claim.correction))
    after = merge(reading, claim.correction)
    if effective_fields(after) != before or claim.withdrawn:
        changes["version"] = claim.version + 1
    trail.change(session, claim, "extracted", changes, None, now)
    set_search_columns(claim)
    staleness.check(session, [claim], now)


def set_search_columns(claim: Claim) -> None:
    """Bring the plain columns in step with the claim's effective values."""
    for column, value in search_columns(merge(claim.reading, claim.correction)).items():
        setattr(claim, column, value)
    subjects.set_columns(claim, subjects.setting(claim.article))


def claims_of(session: Session, article_id: int) -> Sequence[Claim]:
    """Return the standing claims of an article, in text order."""
    return session.scalars(
        select(Claim)
        .where(Claim.article_id == article_id, ~Claim.withdrawn)
        .order_by(Claim.anchor_start, Claim.anchor_end, Claim.id)
    ).all()

"""A claim as one caller sees it: effective values as this desk reads them, and nothing that is hidden."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy.orm import Session

from api import changed, ranks
from models.data import queries
from models.data.queries import Page
from models.data.tables import Claim, Evidence, Judgement
from models.domain.effective import machine_values, merge
from models.domain.errors import Invalid
from models.domain.roles import Actor
from models.domain.states import State, Status, Verdict, status
from models.domain.vocabulary import Bound, VaguePolicy
from models.domain.wire import under_policy
from models.workflow import accounts, changes, desk, leases, visibility
from models.workflow.clock import now
from models.workflow.history import PastClaim

Seen = dict[str, Any]


def claim(row: Claim, policy: VaguePolicy) -> Seen:
    """Return what everybody may see of a claim."""
    return {
        **under_policy(merge(row.reading, row.correction), policy),
        "id": row.id,
        "article_id": row.article_id,
        "status": status(State(row.state), Verdict(row.verdict) if row.verdict else None).value,
        "state": row.state,
        "verdict": row.verdict,
        "version": row.version,
        "model": row.model,
        "machine": under_policy(machine_values(row.reading, row.correction), policy),
        "hint": row.hint,
    }


def claims(session: Session, rows: Iterable[Claim]) -> list[Seen]:
    """Return what everybody may see of these claims."""
    policy = desk.current(session).desk.vague_policy
    return [claim(row, policy) for row in rows]


def page(session: Session, found: Page[Claim]) -> Page[Seen]:
    """Return a page of claims as everybody may see them."""
    return Page(claims(session, found.rows), found.next)


def claim_in_full(session: Session, row: Claim, actor: Actor) -> Seen:
    """Return a claim with the policy that its vague count is read by, its lease, and what *actor* may see."""
    seen = claims(session, [row])[0]
    is_vague = (seen["quantity"] or {}).get("bound") == Bound.VAGUE
    return {
        **seen,
        "vague_policy": desk.current(session).desk.vague_policy.value if is_vague else None,
        "lease": _lease(session, row, actor),
        "judgements": [judgement(one, actor) for one in visibility.judgements(row, actor)],
        "dismissal": row.dismissal,
        "reasons": ranks.reasons_while_waiting(row, now()),
        "created_at": row.created_at,
        "updated_at": row.updated_at,
    }


def past_claim(session: Session, then: PastClaim) -> Seen:
    """Return a claim as it stood, its vague counts as this desk reads them now."""
    policy = desk.current(session).desk.vague_policy
    state, verdict = State(then.state), Verdict(then.verdict) if then.verdict else None
    # Settled by verdicts that are hidden again: that they were given is all that may be said.
    is_hidden = state is State.FINAL and verdict is None
    reading, effective = then.reading, then.effective
    return {
        "id": then.claim_id,
        "article_id": then.article_id,
        "at": then.at,
        "status": (Status.IN_REVIEW if is_hidden else status(state, verdict)).value,
        "state": then.state,
        "verdict": then.verdict,
        "version": then.version,
        "model": then.model,
        "claim": under_policy(effective, policy) if effective is not None else None,
        "machine": under_policy(machine_values(reading, then.correction), policy)
        if reading is not None
        else None,
    }


def changes_of(session: Session, row: Claim, since: int | None, actor: Actor) -> Seen:
    """Return what happened to a claim after version *since*; None of a stale one: after it was settled."""
    events = visibility.events(row, queries.events_of(session, "claim", row.id), actor)
    is_stale = row.state == State.STALE
    if since is None and is_stale:
        since = changed.settled_version(events)
    if since is None:
        needed = ["Name the version that you have seen; only a stale claim can do without."]
        raise Invalid("there is nothing to compare with", {"since": needed})
    if since > row.version:
        raise Invalid("there is nothing to compare with", {"since": [f"It is at version {row.version}."]})
    happened = changes.since(session, row, events, since)
    differ: list[changed.FieldDifference] = []
    if happened.before is not None:
        policy = desk.current(session).desk.vague_policy
        differ = changed.fields(under_policy(happened.before, policy), under_policy(happened.after, policy))
    return {
        "since": since,
        "version": row.version,
        "events": list(happened.events),
        "fields": differ,
        "evidence": changed.cited(session, row) if is_stale else [],
    }


def judgement(row: Judgement, actor: Actor) -> Seen:
    """Copy a judgement with its reviewer and evidence while the session is open to load them."""
    is_own = row.reviewer_id == actor.user_id
    return {
        "id": row.id,
        "reviewer": _oneself(actor) if is_own else {"id": row.reviewer.id, "name": row.reviewer.name},
        "round": row.round,
        "verdict": row.verdict,
        "note": row.note,
        "evidence": [evidence(one) for one in row.evidence],
        "created_at": row.created_at,
        "undone_at": row.undone_at,
    }


def evidence(row: Evidence) -> Seen:
    """Copy a piece of evidence; a version stands only beside what it is of."""
    return {
        "url": row.url,
        "claim_id": row.cited_claim_id,
        "claim_version": None if row.cited_claim_id is None else row.cited_version,
        "reference_id": row.cited_reference_id,
        "reference_version": None if row.cited_reference_id is None else row.cited_version,
        "quote": row.quote,
        "locator": row.locator,
    }


def _lease(session: Session, row: Claim, actor: Actor) -> Seen | None:
    if row.lease_holder is None or not leases.is_live(row, now()):
        return None
    if row.lease_holder == actor.user_id:
        return {"holder": _oneself(actor), "until": row.lease_until}
    holder = accounts.get_user(session, row.lease_holder)
    return {"holder": {"id": holder.id, "name": holder.name}, "until": row.lease_until}


def _oneself(actor: Actor) -> Seen:
    """Return who asks, without asking the database once more."""
    return {"id": actor.user_id, "name": actor.name}

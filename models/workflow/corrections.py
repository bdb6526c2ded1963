"""How a person's correction of a claim is kept: beside the machine's reading, never over it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from models.data.tables import Claim
from models.domain.correction import correct
from models.domain.effective import EFFECTIVE_FIELDS, difference, effective_fields, merge
from models.domain.errors import Conflict, Invalid
from models.domain.roles import Actor, Role
from models.domain.states import State
from models.workflow import claims, extract, leases, staleness, trail


def apply(
    session: Session,
    actor: Actor,
    claim_id: int,
    version: int | None,
    patch: Mapping[str, Any],
    now: datetime,
) -> Claim:
    """Correct a claim's effective fields by a merge patch; a verdict on the old values goes stale.

    A field that comes out as the machine reads it is no correction any more. A patch that changes nothing
    writes nothing.

    Raises:
        Forbidden, NotFound, PreconditionRequired, VersionMismatch, Invalid, Conflict: in this order.
    """
    actor.require(Role.REVIEWER)
    claim = claims.take(session, claim_id)
    claims.check_version(claim, version)
    before = merge(claim.reading, claim.correction)
    return _keep(session, actor, claim, correct(claim.article.text, before, patch), sorted(patch), now)


def put_back(
    session: Session,
    actor: Actor,
    claim_id: int,
    version: int | None,
    fields: Collection[str],
    now: datetime,
) -> Claim:
    """Give some corrected fields of a claim the machine's reading again, as a correction of its own.

    Raises:
        Forbidden, NotFound, PreconditionRequired, VersionMismatch, Invalid, Conflict: in this order.
    """
    actor.require(Role.REVIEWER)
    claim = claims.take(session, claim_id)
    claims.check_version(claim, version)
    corrected = claim.correction or {}
    if strange := sorted(set(fields) - set(corrected)):
        raise Invalid(
            "the machine's reading cannot be put back", {name: ["Is not corrected."] for name in strange}
        )
    kept = {name: value for name, value in corrected.items() if name not in fields}
    return _keep(session, actor, claim, merge(claim.reading, kept), sorted(fields), now)


def _keep(
    session: Session,
    actor: Actor,
    claim: Claim,
    fields: Mapping[str, Any],
    touched: Sequence[str],
    now: datetime,
) -> Claim:
    """Make *fields* the claim's effective ones, with the event that names those that were *touched*."""
    before = merge(claim.reading, claim.correction)
    if claim.article.erased_at is not None:
        raise Conflict(f"article {claim.article_id} was taken down; its words are gone")
    if claim.state == State.DISMISSED:
        raise Conflict(f"claim {claim.id} is dismissed; reopen it first")
    leases.refuse_if_anothers(claim, actor, now)
    correction = difference(claim.reading, {name: fields.get(name) for name in EFFECTIVE_FIELDS})
    if correction == claim.correction:
        return claim
    changes: dict[str, Any] = {"correction": correction}
    if effective_fields(merge(claim.reading, correction)) != effective_fields(before):
        changes["version"] = claim.version + 1
    trail.change(session, claim, "corrected", changes, actor.user_id, now, fields=list(touched))
    extract.set_search_columns(claim)
    staleness.check(session, [claim], now)
    return claim

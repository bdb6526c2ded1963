"""How an article is taken down: its words go, its ids, hashes and trail stay."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from models.data.tables import Article, Claim, Content, Job
from models.domain.errors import Invalid, NotFound
from models.domain.roles import Actor, Role
from models.workflow import extract, staleness, trail
from models.workflow.jobs import ENDS, JobState


def take_down(session: Session, actor: Actor, article_id: int, reason: str, now: datetime) -> Article:
    """Erase an article's text and title, the words of its claims, their evidence's quotes and vectors.

    Its jobs end. Doing it twice changes nothing. The trail says who did it, when and why.
    """
    actor.require(Role.ADMIN)
    article = session.get(Article, article_id, with_for_update=True)
    if article is None:
        raise NotFound(f"there is no article {article_id}")
    if not reason.strip():
        raise Invalid("the article cannot be taken down", {"reason": ["Say why; the trail keeps it."]})
    if article.erased_at is not None:
        return article
    article.text, article.title, article.erased_at = "", None, now
    article.telling = None
    article.version += 1
    for job in session.scalars(select(Job).where(Job.article_id == article_id, Job.state.not_in(ENDS))):
        job.state, job.owner, job.finished_at = JobState.CANCELLED, None, now
    trail.append(session, "article", article_id, "taken_down", {"reason": reason}, actor.user_id, now)
    for claim in session.scalars(select(Claim).where(Claim.article_id == article_id).with_for_update()):
        _erase_words(session, claim, actor, now)
    return article


def _erase_words(session: Session, claim: Claim, actor: Actor, now: datetime) -> None:
    session.execute(delete(Content).where(Content.claim_id == claim.id))
    claim.vector = None
    for judgement in claim.judgements:
        for item in judgement.evidence:
            item.quote = None
    # Given as they are to come, so that no old words are kept aside again for the event.
    claim.reading = without_words(claim.reading)
    claim.correction = without_words(claim.correction) if claim.correction else None
    session.flush()
    evidence = [item for j in staleness.active_judgements(claim) for item in j.evidence]
    is_bound = claim.fingerprint is not None
    trail.change_erased(
        session,
        claim,
        {"fingerprint": staleness.fingerprint_now(session, claim, evidence) if is_bound else None},
        actor.user_id,
        now,
    )
    extract.set_search_columns(claim)


def without_words(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return a claim object whose quoted and derived words are empty; offsets and values stay."""

    def erase(name: str, part: Any) -> Any:
        if isinstance(part, Mapping):
            return {key: erase(key, inner) for key, inner in part.items()}
        if name in ("text", "standalone"):
            return ""
        return None if name == "cue" else part

    return {name: erase(name, part) for name, part in value.items()}

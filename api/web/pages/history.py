"""A claim's whole trail, and the claim as it stood after any step of it or at any time."""

from datetime import UTC, datetime

from flask import render_template, request

from api.session import database
from api.web.blueprint import web
from api.web.numbers import whole
from api.web.shown import ShownClaim
from api.web.visit import actor
from api.web.wording import figures
from api.web.wording import trail as trail_words
from api.web.wording.trail import FieldChange
from models.data import queries
from models.domain.effective import EFFECTIVE_FIELDS, merge
from models.domain.errors import NotFound
from models.domain.states import State, Verdict, status
from models.workflow import claims, desk, visibility
from models.workflow import history as past_claims
from models.workflow.history import PastClaim


def _instant(words: str) -> datetime | None:
    """Read a time as a link or a form writes it; without a zone it is UTC."""
    try:
        read = datetime.fromisoformat(words)
    except ValueError:
        return None
    return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)


@web.get("/claims/<int:claim_id>/history")
def history(claim_id: int) -> str:
    """Show a claim's trail and, for a time, how it stood then."""
    asked, step = (request.args.get(name, "").strip() for name in ("at", "step"))
    at = _instant(asked) if asked and not step else None
    problem = "This is no time; write it as 2026-11-22T15:45." if asked and not step and not at else ""
    past: PastClaim | None = None
    with database().read() as session:
        claim = claims.get(session, claim_id)
        events = visibility.events(claim, queries.events_of(session, "claim", claim_id), actor())
        try:
            if step:
                seq = request.args.get("step", 0, type=whole)
                past = past_claims.claim_after(session, claim_id, seq, actor())
            elif at is not None:
                past = past_claims.claim_at(session, claim_id, at, actor())
        except NotFound:
            problem = "There is no such step." if step else "The claim was not yet there at that time."
        rows = _fields(past, merge(claim.reading, claim.correction)) if past else []
        return render_template(
            "history.html",
            section="Queue",
            claim=ShownClaim.of(claim, desk.current(session).desk.vague_policy),
            trail=[trail_words.line(event) for event in reversed(events)],
            past=past,
            past_status=_status(past) if past else None,
            fields=rows,
            differs=any(row.old != row.new for row in rows),
            asked=past.at.strftime("%Y-%m-%dT%H:%M:%S") if past else asked if at else "",
            problem=problem,
        )


def _fields(past: PastClaim, today: dict[str, object]) -> list[FieldChange]:
    then = past.effective
    if then is None:
        return []
    return [
        FieldChange(
            figures.label(name),
            trail_words.field_words(name, then.get(name)),
            trail_words.field_words(name, today.get(name)),
        )
        for name in EFFECTIVE_FIELDS
    ]


def _status(past: PastClaim) -> str:
    return status(State(past.state), Verdict(past.verdict) if past.verdict else None).value

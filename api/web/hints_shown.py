"""What the page says of a claim's hint: the figures that it rests on, and what may be confirmed by one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import url_for
from sqlalchemy.orm import Session

from api.web.shown import ShownClaim
from api.web.typed import TypedEvidence, TypedVerdict
from api.web.wording import figures, review
from models.data import figure_queries
from models.data.tables import Claim, Reference
from models.domain.effective import merge
from models.domain.relations import Relation
from models.domain.states import State, Verdict
from models.domain.vocabulary import VaguePolicy
from models.domain.wire import under_policy
from models.workflow import series

Json = dict[str, Any]

SAID = {
    Relation.CONFLICTS: "Conflicts with",
    Relation.AGREES: "Agrees with",
    Relation.NARROWS: "Fits closely with",
    Relation.COMPATIBLE: "Fits with",
    Relation.SUPERSEDES: "Another report than",
    Relation.INCOMPARABLE: "Not to be compared with",
}
_EQUAL = ("bound", "best", "low", "high", "unit", "per")
CONFIRMABLE = frozenset(Verdict) - {Verdict.NOT_CHECKABLE, Verdict.NOT_ENOUGH_EVIDENCE}


@dataclass(frozen=True, slots=True)
class ShownEvidence:
    """One figure that the hint rests on, and how the claim stands to it."""

    relation: Relation
    name: str
    url: str
    says: str
    told_by: str
    as_of: date | None
    status: str | None
    reason: str

    @property
    def said(self) -> str:
        """The relation, as a sentence about the claim begins."""
        return SAID[self.relation]


@dataclass(frozen=True, slots=True)
class Offer:
    """What one key fills in: the verdict and evidence of what states the same; a second key settles."""

    name: str
    url: str
    verdict: str
    typed: TypedVerdict

    @property
    def verdict_name(self) -> str:
        """The verdict for a reader."""
        return review.NAME_OF_VERDICT[self.verdict]


@dataclass(frozen=True, slots=True)
class ShownHint:
    """The machine's opinion with what it rests on; ``independent`` counts its figure's sources."""

    opinion: str
    score: float
    near: tuple[ShownEvidence, ...]
    apart: tuple[ShownEvidence, ...]
    figure_id: int | None
    tellings: int
    independent: int
    conflicts: int
    offer: Offer | None


def shown(session: Session, claim: Claim, policy: VaguePolicy) -> ShownHint | None:
    """Read a claim's hint for its page; None while it was not compared."""
    if claim.hint is None:
        return None
    found: list[ShownEvidence] = []
    offer: Offer | None = None
    for item in claim.hint.get("evidence") or []:
        row = _row(session, item)
        if row is None:
            continue
        found.append(_evidence(item, row, policy))
        if offer is None and item["relation"] == Relation.AGREES:
            offer = _offer(claim, row)
    figure_id = figure_queries.figure_of_claim(session, claim.id)
    drawn = series.draw(session, figure_id) if figure_id is not None else None
    return ShownHint(
        opinion=claim.hint["opinion"],
        score=claim.hint["score"],
        near=tuple(one for one in found if one.relation is not Relation.INCOMPARABLE),
        apart=tuple(one for one in found if one.relation is Relation.INCOMPARABLE),
        figure_id=figure_id,
        tellings=len(drawn.members) if drawn else 0,
        independent=drawn.chains.independent if drawn else 0,
        conflicts=len(drawn.series.disputes) if drawn else 0,
        offer=offer,
    )


def _row(session: Session, item: Json) -> Claim | Reference | None:
    if item.get("claim_id"):
        return session.get(Claim, item["claim_id"])
    return session.get(Reference, item["reference_id"]) if item.get("reference_id") else None


def _evidence(item: Json, row: Claim | Reference, policy: VaguePolicy) -> ShownEvidence:
    relation = Relation(item["relation"])
    if isinstance(row, Claim):
        claim = ShownClaim.of(row, policy)
        told_by = (claim.source or {}).get("text") or row.article.source_name or row.article.title or ""
        return ShownEvidence(
            relation,
            f"claim {row.id}",
            url_for("web.claim", claim_id=row.id),
            claim.says,
            told_by,
            row.as_of,
            claim.status.value,
            item["reason"],
        )
    read = under_policy(row.data, policy)
    return ShownEvidence(
        relation,
        f"reference {row.id}",
        url_for("web.reference", reference_id=row.id),
        figures.interval(read["quantity"]),
        row.publisher,
        row.as_of,
        None,
        item["reason"],
    )


def _offer(claim: Claim, row: Claim | Reference) -> Offer | None:
    """Return what a person may confirm by; nothing is applied by itself (CONTRACT section 4)."""
    if claim.as_of != row.as_of or row.withdrawn:
        return None
    if isinstance(row, Claim):
        theirs = merge(row.reading, row.correction)
        if row.state != State.FINAL or row.verdict not in CONFIRMABLE or not _is_equal(claim, theirs):
            return None
        piece = TypedEvidence(str(row.id), "the same figure, settled", _quote(row))
        verdict, name, url = str(row.verdict), f"claim {row.id}", url_for("web.claim", claim_id=row.id)
    else:
        if not _is_equal(claim, {**row.data, "certainty": "asserted"}):
            return None
        piece = TypedEvidence(f"reference {row.id}", f"version {row.version}", row.statement[:500])
        verdict, name = Verdict.SUPPORTED.value, f"reference {row.id}"
        url = url_for("web.reference", reference_id=row.id)
    return Offer(name, url, verdict, TypedVerdict(verdict=verdict, evidence=(piece,)))


def _quote(row: Claim) -> str:
    sentence: str = merge(row.reading, row.correction)["sentence"]["text"]
    return " ".join(sentence.split())[:500]


def _is_equal(claim: Claim, theirs: Json) -> bool:
    """Say whether a claim states the very interval and certainty that another does."""
    mine = merge(claim.reading, claim.correction)
    if mine["certainty"] != theirs["certainty"]:
        return False
    return all(mine["quantity"].get(k) == theirs["quantity"].get(k) for k in _EQUAL)

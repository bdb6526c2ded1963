"""How a use case gets hold of the claim it is about, and refuses in the contract's order."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session, joinedload
from sqlalchemy.orm.attributes import set_committed_value

from models.data.tables import Article, Claim, Judgement
from models.domain.errors import NotFound, PreconditionRequired, VersionMismatch

# Every write looks at the article's hash and dates, few at its words, and these may be a megabyte.
WITH_ARTICLE = joinedload(Claim.article, innerjoin=True).defer(Article.text)


def get(session: Session, claim_id: int) -> Claim:
    """Return a claim to read, or raise :class:`NotFound`."""
    claim = session.get(Claim, claim_id)
    if claim is None:
        raise NotFound(f"there is no claim {claim_id}")
    return claim


@dataclass(frozen=True, slots=True)
class Glance:
    """As much of a claim as is asked before a write, which takes it anew in its own transaction."""

    version: int
    state: str


_GLANCE = select(Claim.version, Claim.state).where(Claim.id == bindparam("id"))


def glance(session: Session, claim_id: int) -> Glance:
    """Return how a claim stands, or raise :class:`NotFound`; a transaction that only reads asks it once."""
    kept: Glance | None = session.info.get((_GLANCE, claim_id))
    if kept is None:
        row = session.connection().execute(_GLANCE, {"id": claim_id}).first()
        if row is None:
            raise NotFound(f"there is no claim {claim_id}")
        kept = session.info[(_GLANCE, claim_id)] = Glance(row.version, row.state)
    return kept


IS_JUDGED = select(Judgement.id).where(Judgement.claim_id == Claim.id).correlate(Claim).exists()

_TAKEN = (
    select(Claim, IS_JUDGED)
    .options(WITH_ARTICLE)
    .where(Claim.id == bindparam("id"))
    .with_for_update(of=Claim)
    .execution_options(populate_existing=True)
)


def take(session: Session, claim_id: int) -> Claim:
    """Return a claim to write, its row locked (SQLite's writers queue as a whole)."""
    claim = first_asked_if_judged(session, _TAKEN, {"id": claim_id})
    if claim is None:
        raise NotFound(f"there is no claim {claim_id}")
    return claim


def first_asked_if_judged(
    session: Session, query: Select[Claim, bool], asked: Mapping[str, object]
) -> Claim | None:
    """Return the first claim of a *query* that asks :data:`IS_JUDGED` beside it; None when there is none.

    Most claims that are looked at have no judgements, and then nothing more needs to be asked for them.
    """
    row = session.execute(query, asked).first()
    if row is None:
        return None
    claim, is_judged = row
    if not is_judged:
        set_committed_value(claim, "judgements", [])
    return claim


_JUDGED = select(Judgement.id).where(Judgement.claim_id == bindparam("id")).limit(1)


def know_if_unjudged(session: Session, claim: Claim) -> None:
    """Find out with the least effort that nobody has judged a claim that was read without asking."""
    if (
        "judgements" not in claim.__dict__
        and not session.connection().execute(_JUDGED, {"id": claim.id}).first()
    ):
        set_committed_value(claim, "judgements", [])


def check_version(claim: Claim, version: int | None) -> None:
    """Refuse a write that names no version (428), or another than the one that stands (412)."""
    if version is None:
        raise PreconditionRequired("say with If-Match which version of the claim you have seen")
    if version != claim.version:
        raise VersionMismatch(
            f"claim {claim.id} is at version {claim.version}, not {version}: it has changed since you read "
            "it; read it again and decide anew"
        )

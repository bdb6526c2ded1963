"""How a use case gets hold of the claim it is about, and refuses in the contract's order."""

from sqlalchemy.orm import Session, joinedload, load_only

from models.data.tables import Article, Claim
from models.domain.errors import NotFound, PreconditionRequired, VersionMismatch

# Every write looks at the article's hash and dates, few at its words, and these may be a megabyte.
WITH_ARTICLE = joinedload(Claim.article, innerjoin=True).defer(Article.text)


def get(session: Session, claim_id: int) -> Claim:
    """Return a claim to read, or raise :class:`NotFound`."""
    claim = session.get(Claim, claim_id)
    if claim is None:
        raise NotFound(f"there is no claim {claim_id}")
    return claim


_GLANCE = load_only(Claim.version, Claim.state, Claim.round, raiseload=False)


def glance(session: Session, claim_id: int) -> Claim:
    """Return a claim of which only the version and the state are asked, or raise :class:`NotFound`.

    The rest of it loads when it is asked for.
    """
    claim = session.get(Claim, claim_id, options=[_GLANCE])
    if claim is None:
        raise NotFound(f"there is no claim {claim_id}")
    return claim


def take(session: Session, claim_id: int) -> Claim:
    """Return a claim to write, its row locked (SQLite's writers queue as a whole)."""
    claim = session.get(
        Claim, claim_id, options=[WITH_ARTICLE], with_for_update={"of": Claim}, populate_existing=True
    )
    if claim is None:
        raise NotFound(f"there is no claim {claim_id}")
    return claim


def check_version(claim: Claim, version: int | None) -> None:
    """Refuse a write that names no version (428), or another than the one that stands (412)."""
    if version is None:
        raise PreconditionRequired("say with If-Match which version of the claim you have seen")
    if version != claim.version:
        raise VersionMismatch(
            f"claim {claim.id} is at version {claim.version}, not {version}: it has changed since you read "
            "it; read it again and decide anew"
        )

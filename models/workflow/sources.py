"""Whether a document that somebody cites has a claim's number: looked up, and never stored."""

from typing import Any

from sqlalchemy.orm import Session

from models.domain.checking.limits import LONGEST_DOCUMENT
from models.domain.effective import merge
from models.domain.errors import Invalid
from models.domain.number_in_source import Finding, find_number
from models.domain.wire import under_policy
from models.workflow import claims, desk


def claim_to_check(session: Session, claim_id: int) -> dict[str, Any]:
    """Return a claim's effective values as this desk reads them, or raise NotFound."""
    claim = claims.get(session, claim_id)
    fields = merge(claim.reading, claim.correction)
    return under_policy(fields, desk.current(session).desk.vague_policy)


def look_into(claim: dict[str, Any], text: str) -> Finding:
    """Look for the claim's figure in a document's words; needs no database, and keeps nothing.

    Raises:
        Invalid: the claim states no number, or the document is empty or too long.
    """
    if not text.strip():
        raise Invalid("there is nothing to look into", {"text": ["Is empty; paste the document's words."]})
    if len(text) > LONGEST_DOCUMENT:
        problem = f"Is longer than {LONGEST_DOCUMENT:,} characters; send the part that is cited."
        raise Invalid("the document is too long", {"text": [problem]})
    return find_number(claim, text)

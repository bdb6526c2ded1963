"""How an extraction reads as JSON: the line that `./claimbench extract` prints."""

from typing import Any

from models.domain.claim import Extraction
from models.domain.vocabulary import VaguePolicy
from models.domain.wire import claim_object, sentence_object, under_policy


def to_contract(
    extraction: Extraction, text: str, policy: VaguePolicy = VaguePolicy.INTERVAL, article_id: Any = None
) -> dict[str, Any]:
    """Return ``{"id", "model", "sentences", "claims"}`` of CONTRACT section 2, vague counts under *policy*.

    *text* is the text that was read: a span that does not slice back out of it is a bug, and raises
    ValueError here rather than reaching a reader.
    """
    claims = [under_policy(claim_object(draft), policy) for draft in extraction.claims]
    for claim in claims:
        _check_offsets(claim, text)
    return {
        "id": article_id,
        "model": extraction.model,
        "sentences": [sentence_object(sentence) for sentence in extraction.sentences],
        "claims": claims,
    }


def _check_offsets(claim: dict[str, Any], text: str) -> None:
    quantity = claim["quantity"]
    counted = quantity["counted"] if quantity else None
    for span in (claim["sentence"], quantity, counted, claim["place"], claim["period"], claim["source"]):
        if span and text[span["start"] : span["end"]] != span["text"]:
            raise ValueError(f"span {span['start']}:{span['end']} does not slice back to {span['text']!r}")

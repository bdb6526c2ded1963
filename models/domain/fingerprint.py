"""What a verdict is bound to: a hash that changes only when the thing that was judged changes."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any


def canonical(value: Any) -> str:
    """Write JSON in one way only: sorted keys, no spaces, Unicode as it is."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(value: Any) -> str:
    """Return the SHA-256 of a JSON value's canonical form, in hex."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def fingerprint(
    article_sha256: str, claim: Mapping[str, Any], cited: Iterable[tuple[str, int, int]] = ()
) -> str:
    """Hash what a verdict on *claim* (a stored claim object, effective values) is bound to.

    *cited* lists ``(kind, id, version)`` of the claims and references that the evidence names. Left out
    on purpose (CONTRACT section 3): confidence, check-worthiness, standalone text, hint, model, reasons,
    and a vague count's ends, which are the desk's reading and not the article's.
    """
    quantity = claim.get("quantity") or {}
    is_vague = quantity.get("bound") == "vague"
    place, period, source = claim.get("place") or {}, claim.get("period") or {}, claim.get("source") or {}
    anchor = quantity or claim["sentence"]
    return digest(
        {
            "article": article_sha256,
            "anchor": [anchor["start"], anchor["end"]],
            "value": None if is_vague else [quantity.get("best"), quantity.get("low"), quantity.get("high")],
            "bound": quantity.get("bound"),
            "unit": quantity.get("unit"),
            "per": quantity.get("per"),
            "measure": claim.get("measure"),
            "place": [place.get("text"), place.get("country")],
            "period": [period.get("text"), period.get("first_day"), period.get("last_day")],
            "source": source.get("text"),
            "certainty": claim.get("certainty"),
            "cited": sorted([list(c) for c in cited]),
        }
    )

"""The trail of a claim as sentences: who did what, and what changed with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from api.web.wording import figures, review
from models.data.tables import Event
from models.domain.effective import EFFECTIVE_FIELDS

KINDS = {
    "extracted": "read the article",
    "leased": "took it in review",
    "released": "gave it back",
    "lease_expired": "The lease ran out",
    "settled": "settled it",
    "proposed": "gave the first verdict; a second person is wanted",
    "disagreed": "gave another verdict; a third person settles it",
    "dismissed": "dismissed it",
    "reopened": "opened it again",
    "undone": "took back the last step",
    "corrected": "corrected it",
    "went_stale": "What its verdict rested on changed: it went stale",
    "withdrawn": "A later reading no longer finds it",
    "taken_down": "took its article down",
}
# These happen by themselves and name nobody.
WITHOUT_ACTOR = frozenset({"lease_expired", "went_stale", "withdrawn"})


@dataclass(frozen=True, slots=True)
class Line:
    """One event for a reader."""

    seq: int
    at: datetime
    said: str
    details: tuple[str, ...]


def line(event: Event) -> Line:
    """Put an event into words."""
    what = KINDS.get(event.kind, event.kind.replace("_", " "))
    who = event.actor.name if event.actor else "The machine"
    said = f"{what}." if event.kind in WITHOUT_ACTOR else f"{who} {what}."
    return Line(event.seq, event.at, said, tuple(_details(event)))


def _details(event: Event) -> list[str]:
    changes = event.data.get("changes", {})
    said = []
    if verdict := changes.get("verdict", [None, None])[1]:
        said.append(f"Verdict: {review.NAME_OF_VERDICT.get(verdict, verdict)}.")
    if dismissal := changes.get("dismissal", [None, None])[1]:
        said.append(dismissal_words(dismissal))
    if reason := event.data.get("reason"):
        said.append(f"Reason: {reason}")
    if event.kind == "undone" and event.data.get("undoes"):
        said.append(f"It undid step {event.data['undoes']}.")
    if event.kind == "corrected" and event.data.get("fields"):
        said.append("Fields: " + ", ".join(figures.label(f).lower() for f in event.data["fields"]) + ".")
    if event.kind == "extracted" and (model := changes.get("model", [None, None])[1]):
        said.append(f"Model: {model}.")
    return said


def dismissal_words(dismissal: Mapping[str, Any]) -> str:
    """Say why a claim is off the desk."""
    reasons = {reason.value: words for reason, words in review.DISMISSALS.items()}
    said = reasons.get(dismissal["reason"], dismissal["reason"])
    if dismissal.get("duplicate_of"):
        said += f" (claim {dismissal['duplicate_of']})"
    return f"{said}. {dismissal['note']}" if dismissal.get("note") else f"{said}."


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One effective field of a claim, as it was and as it is."""

    field: str
    old: str
    new: str


def changed_fields(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[FieldChange]:
    """Return which effective fields of a claim differ, in words."""
    values = (
        FieldChange(
            figures.label(name), field_words(name, before.get(name)), field_words(name, after.get(name))
        )
        for name in EFFECTIVE_FIELDS
    )
    return [change for change in values if change.old != change.new]


def field_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Say which effective fields of a claim differ: "Place: Velmora is now Tarvenna"."""
    return [f"{one.field}: {one.old} is now {one.new}" for one in changed_fields(before, after)]


def field_words(name: str, value: Any) -> str:
    """Say the value of one effective field of a claim."""
    if value is None:
        return "nothing"
    if name == "quantity":
        return f"“{value['text']}” ({figures.interval(value)})"
    if name == "period":
        return figures.days(value) or f"“{value['text']}”"
    if name == "place" and value.get("country"):
        return f"“{value['text']}” ({value['country']})"
    return f"“{value['text']}”" if isinstance(value, Mapping) else str(value).replace("_", " ")

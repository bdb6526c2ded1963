"""How many independent sources a figure has: who its tellings go back to, and why."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date

from models.domain.provenance.copies import text_mark as text_mark
from models.domain.provenance.origins import Origin, origins_of
from models.domain.provenance.parties import Spoken, party_reason
from models.domain.provenance.telling import Telling as Telling


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Tellings that go back to one source: ``name`` says which, ``reason`` why, each in plain words.

    ``kind`` is what told them: "speaker", "agency", "text" or "publisher". ``party`` is a sentence when the
    source is a side in the event it speaks about, else None.
    """

    ids: tuple[Hashable, ...]
    name: str
    kind: str
    reason: str
    party: str | None


@dataclass(frozen=True, slots=True)
class Chains:
    """The sources of a figure, those with the most tellings first."""

    groups: tuple[SourceGroup, ...]

    @property
    def independent(self) -> int:
        """How many sources do not go back to one another, as far as their words show."""
        return len(self.groups)

    @property
    def parties(self) -> int:
        """How many of them are a side in the event."""
        return sum(group.party is not None for group in self.groups)


def trace_sources(tellings: Sequence[Telling]) -> Chains:
    """Group the tellings of one figure by the source that they go back to.

    A named speaker is the source, whoever prints it; without one the agency credited is, then whoever
    printed the text first; what names nobody is its publisher's own. Linear but for a short index of texts.
    """
    ordered = sorted(tellings, key=lambda telling: telling.published_on or date.max)  # who printed it first
    by_key: dict[str, list[tuple[Telling, Origin]]] = {}
    for telling, origin in zip(ordered, origins_of(ordered), strict=True):
        by_key.setdefault(origin.key, []).append((telling, origin))
    spoken = [
        Spoken(telling.sentence, telling.measure, origin.voice)
        for members in by_key.values()
        for telling, origin in members
    ]
    groups = [_group(members, spoken) for members in by_key.values()]
    return Chains(tuple(sorted(groups, key=lambda group: -len(group.ids))))


def _group(members: list[tuple[Telling, Origin]], spoken: Sequence[Spoken]) -> SourceGroup:
    first = members[0][1]
    name = next((origin.name for _, origin in members if origin.is_direct), first.name)
    voices = [origin.voice for _, origin in members if origin.voice is not None]
    return SourceGroup(
        ids=tuple(telling.id for telling, _ in members),
        name=name,
        kind=first.kind,
        reason=_reason(first.kind, name, [origin for _, origin in members]),
        party=party_reason(voices, spoken),
    )


def _reason(kind: str, name: str, origins: list[Origin]) -> str:
    direct = sum(origin.is_direct for origin in origins)
    along = len(origins) - direct
    match kind:
        case "speaker":
            said = f"It goes back to {name}." if direct == 1 else f"{direct} of them go back to {name}."
            more = f" {along} more {_carry(along)} the same text or article and {_name(along)} nobody else."
        case "agency":
            said = f"{_articles(direct)} from {name}."
            more = f" {along} more {_carry(along)} the same text."
        case _:
            said = f"{_articles(direct)} from {name}, which names no other source."
            more = f" {along} more {_carry(along)} its text."
    return said + (more if along else "")


def _carry(count: int) -> str:
    return "carries" if count == 1 else "carry"


def _name(count: int) -> str:
    return "names" if count == 1 else "name"


def _articles(count: int) -> str:
    return "It comes" if count == 1 else f"{count} of them come"

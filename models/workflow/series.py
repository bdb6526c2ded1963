"""How a stored figure is drawn over time: its members with their sources traced, and what each one says."""

from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlsplit

from sqlalchemy.orm import Session

from models.data.figure_queries import Member, members_of
from models.data.tables import Claim, Reference
from models.domain.effective import merge
from models.domain.series import Entry, Series, series_of
from models.domain.source_chains import Chains, Telling, text_mark, trace_sources
from models.domain.states import State, Verdict
from models.workflow import desk, subjects

Key = tuple[str, int]
"""("claim" | "reference", id)"""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure's members, where their numbers come from, and the series that is drawn from them."""

    members: list[Member]
    chains: Chains
    series: Series


def key_of(row: Claim | Reference) -> Key:
    """Name a member."""
    return ("claim" if isinstance(row, Claim) else "reference", row.id)


def draw(session: Session, figure_id: int) -> Drawn:
    """Draw a figure's series as the desk's settings want it."""
    settings = desk.current(session).desk
    members = members_of(session, figure_id)
    chains = trace_sources([_telling(member) for member in members])
    chain_of = {key: number for number, group in enumerate(chains.groups) for key in group.ids}
    entries = []
    for member in members:
        key = key_of(member.row)
        group = chains.groups[chain_of[key]]
        entries.append(
            Entry(
                key=key,
                about=subjects.about(member.row, settings.vague_policy),
                chain=group.name,
                said_no=_why_not(member.row),
                is_trusted=_is_trusted(member.row),
                is_named=group.kind == "speaker",
            )
        )
    household = Decimal(str(settings.household_size)) if settings.household_size else None
    return Drawn(members, chains, series_of(entries, settings.jump_limit, household))


def _telling(member: Member) -> Telling:
    row = member.row
    if isinstance(row, Reference):
        return Telling(
            id=key_of(row),
            source_name=row.publisher,
            speaker=row.publisher,
            measure=row.measure,
            published_on=row.as_of,
        )
    fields, article = merge(row.reading, row.correction), row.article
    source = fields.get("source") or {}
    return Telling(
        id=key_of(row),
        article_id=row.article_id,
        source_name=article.source_name,
        host=urlsplit(article.url).hostname if article.url else None,
        mark=text_mark(member.opening) if member.opening else None,
        speaker=source.get("text"),
        cue=source.get("cue"),
        sentence=fields["sentence"]["text"],
        measure=row.measure,
        published_on=article.published_on,
    )


def _why_not(row: Claim | Reference) -> str | None:
    """Return why a member cannot stand in a series at all."""
    if isinstance(row, Reference):
        return "It was withdrawn." if row.withdrawn else None
    if row.withdrawn:
        return "It is no longer found in its article."
    if row.state == State.DISMISSED:
        return "It was dismissed."
    if row.state == State.FINAL and row.verdict in (Verdict.REFUTED, Verdict.MISATTRIBUTED):
        return f"A reviewer found it {row.verdict}."
    return None


def _is_trusted(row: Claim | Reference) -> bool:
    if isinstance(row, Reference):
        return True
    return row.state == State.FINAL and row.verdict == Verdict.SUPPORTED

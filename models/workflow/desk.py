"""The desk's settings as they stand, and how an admin changes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from models.data.tables import Claim, DeskSettings, FigureMember
from models.domain.desk import Desk
from models.domain.errors import PreconditionRequired, VersionMismatch
from models.domain.roles import Actor, Role
from models.workflow import trail

_KEPT = "desk settings"
"""Where a session keeps them: every session of ours is one transaction."""


@dataclass(frozen=True, slots=True)
class VersionedDesk:
    """The settings with the version that a change must name; 0 before anybody changed them."""

    desk: Desk
    version: int


def current(session: Session) -> VersionedDesk:
    """Return the settings that hold now: one answer for a whole transaction, which reads them once."""
    kept: VersionedDesk | None = session.info.get(_KEPT)
    if kept is None:
        kept = session.info[_KEPT] = _read(session)
    return kept


def _read(session: Session) -> VersionedDesk:
    row = session.connection().execute(_NEWEST).first()
    return VersionedDesk(Desk.from_data(row.data), row.version) if row else VersionedDesk(Desk(), 0)


_NEWEST = select(DeskSettings.version, DeskSettings.data).order_by(DeskSettings.version.desc()).limit(1)


def change(
    session: Session, actor: Actor, settings: Mapping[str, Any], version: int | None, now: datetime
) -> VersionedDesk:
    """Replace the settings as a new version; what is left out takes its default.

    Raises:
        Forbidden: the actor is no admin.
        PreconditionRequired, VersionMismatch: *version* is missing, or not the one that holds.
        Invalid: a setting is unknown or out of its limits.
    """
    actor.require(Role.ADMIN)
    before = current(session)
    if version is None:
        raise PreconditionRequired("say with If-Match which version of the settings you change")
    if version != before.version:
        raise VersionMismatch(f"the settings are at version {before.version}, not {version}; read them again")
    desk = Desk.from_data(settings)
    session.add(
        DeskSettings(
            version=before.version + 1, data=desk.as_data(), changed_by=actor.user_id, changed_at=now
        )
    )
    session.flush()
    session.info.pop(_KEPT, None)
    old, new = before.desk.as_data(), desk.as_data()
    changed = {name: [old[name], new[name]] for name in new if old[name] != new[name]}
    trail.append(session, "settings", 1, "changed", {"changes": changed}, actor.user_id, now)
    if "household_size" in changed:
        _let_hints_wait(session, Claim.unit == "household")
    if "vague_policy" in changed:
        _let_hints_wait(session, Claim.reading["quantity"]["bound"].as_string() == "vague")
    return VersionedDesk(desk, before.version + 1)


def _let_hints_wait(session: Session, is_read_anew: ColumnElement[bool]) -> None:
    """Let every claim be compared anew whose figure has a member that the settings now read otherwise.

    The worker's sweep takes them up. A jump limit changes no hint: series are drawn when they are asked for.
    """
    member = select(FigureMember.figure_id).join(Claim, Claim.id == FigureMember.claim_id).where(is_read_anew)
    mates = select(FigureMember.claim_id).where(
        FigureMember.figure_id.in_(member), FigureMember.claim_id.is_not(None)
    )
    session.execute(
        update(Claim)
        .where(Claim.id.in_(mates), Claim.awaits.is_(None))
        .values(awaits=trail.AWAITS_HINT)
        .execution_options(synchronize_session=False)
    )

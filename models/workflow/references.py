"""How trusted figures come in: all rows of a file or none, each kept in versions that nothing overwrites."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from models.data import reference_queries
from models.data.tables import Reference, ReferenceImport, ReferenceVersion
from models.domain.effective import search_columns
from models.domain.errors import Conflict, Invalid, NotFound, PreconditionRequired, VersionMismatch
from models.domain.grouping.about import about_columns
from models.domain.grouping.setting import Locality, Setting
from models.domain.reference_rows import NATURAL, NewReference, changed_fields, read_rows
from models.domain.references.files import Row
from models.domain.roles import Actor, Role
from models.workflow import staleness, trail
from models.workflow.clock import latest_today

GROUPING = "grouping"
"""What a new or changed reference awaits: the worker groups it and compares anew what it touches."""


OF_ITS_VALUE = frozenset({"value", "url"})
"""Columns of an import that may change while a reference stays about the same thing."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, or would do: how many rows were new, changed or there already.

    ``to_compare`` are the ids of the references that are new or changed, for the caller to send.
    """

    rows: int
    new: int
    changed: int
    unchanged: int
    is_dry_run: bool
    import_id: int | None = None
    to_compare: tuple[int, ...] = ()


def check(rows: Sequence[Row], now: datetime) -> list[NewReference]:
    """Read the rows of a file, or raise :class:`Invalid` that names every cell with a problem.

    Needs no database, so that a long file holds up nobody's transaction.
    """
    if not rows:
        raise Invalid("nothing was imported", {"file": ["The file has no rows below its header."]})
    reading = read_rows(rows)
    latest = latest_today(now)
    errors = reading.errors
    for reference in reading.references:
        if date.fromisoformat(reference.data["as_of"]) > latest:
            errors[f"row.{reference.row}.as_of"] = ["Lies in the future; a trusted figure stands already."]
    if errors:
        raise Invalid("some rows cannot be taken as they are, and nothing was imported", errors)
    return reading.references


def take(
    session: Session,
    actor: Actor,
    references: Sequence[NewReference],
    now: datetime,
    *,
    sha256: str,
    file_name: str | None = None,
    is_dry_run: bool = False,
) -> Imported:
    """Keep checked references: new ones, and new versions of those that say something else now.

    A publisher's own name of a figure (external id) makes a row the same one again; without it all that
    the row says but its value does. Verdicts that rest on a changed reference go stale in this transaction.
    """
    actor.require(Role.EDITOR)
    known = reference_queries.by_key(session, [(one.publisher, one.key) for one in references])
    new = [one for one in references if (one.publisher, one.key) not in known]
    standing = [
        (known[one.publisher, one.key], one) for one in references if (one.publisher, one.key) in known
    ]
    changed = [(row, one) for row, one in standing if row.withdrawn or row.data != one.data]
    imported = Imported(
        rows=len(references),
        new=len(new),
        changed=len(changed),
        unchanged=len(references) - len(new) - len(changed),
        is_dry_run=is_dry_run,
    )
    if is_dry_run:
        return imported
    entry = ReferenceImport(
        file_name=file_name,
        sha256=sha256,
        actor_id=actor.user_id,
        created_at=now,
        rows=imported.rows,
        added=imported.new,
        changed=imported.changed,
        unchanged=imported.unchanged,
    )
    session.add(entry)
    session.flush()
    added = _add(session, actor, new, entry.id, now)
    touched = _change(session, actor, changed, entry.id, now)
    data = {"rows": imported.rows, "new": imported.new, "changed": imported.changed, "sha256": sha256}
    trail.append(session, "reference_import", entry.id, "imported", data, actor.user_id, now)
    staleness.check_citing_references(session, touched, now)
    return replace(imported, import_id=entry.id, to_compare=(*added, *touched))


def get(session: Session, reference_id: int) -> Reference:
    """Return a reference, or raise :class:`NotFound`."""
    reference = session.get(Reference, reference_id)
    if reference is None:
        raise NotFound(f"there is no reference {reference_id}")
    return reference


def by_row(session: Session, taken: NewReference) -> Reference:
    """Return the reference that a taken row is kept as."""
    return reference_queries.by_key(session, [(taken.publisher, taken.key)])[taken.publisher, taken.key]


def withdraw(
    session: Session,
    actor: Actor,
    reference_id: int,
    version: int | None,
    reason: str | None,
    now: datetime,
) -> Reference:
    """Let a reference stand no more, as its next version; the versions before it are kept.

    It leaves its figure when the worker next looks at it, and verdicts that rest on it go stale in this
    transaction. An import that brings it again lets it stand again.

    Raises:
        Forbidden, NotFound, PreconditionRequired, VersionMismatch, Conflict: in this order.
    """
    actor.require(Role.EDITOR)
    row = session.get(Reference, reference_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise NotFound(f"there is no reference {reference_id}")
    if version is None:
        raise PreconditionRequired("say with If-Match which version of the reference you have seen")
    if version != row.version:
        raise VersionMismatch(f"reference {reference_id} is at version {row.version}, not {version}")
    if row.withdrawn:
        raise Conflict(f"reference {reference_id} is withdrawn already")
    row.version += 1
    row.withdrawn = True
    row.awaits = GROUPING
    row.updated_at = now
    kept = _version(row, actor, None, now)
    kept.data = {**row.data, "withdrawn": reason or ""}
    session.add(kept)
    session.flush()
    data = {"version": row.version, "reason": reason}
    trail.append(session, "reference", row.id, "withdrawn", data, actor.user_id, now)
    staleness.check_citing_references(session, {row.id: ["withdrawn"]}, now)
    return row


def without_vector(session: Session, reference_id: int) -> tuple[int, str] | None:
    """Return version and statement of a reference that has no context vector; None where it needs none."""
    row = session.get(Reference, reference_id)
    if row is None or row.withdrawn or row.vector is not None:
        return None
    return row.version, row.statement


def keep_vector(session: Session, reference_id: int, version: int, vector: bytes) -> None:
    """Keep the context vector of a reference's statement, unless it says something else by now."""
    is_same = (Reference.id == reference_id, Reference.version == version)
    session.execute(update(Reference).where(*is_same).values(vector=vector))


def is_of_the_same(session: Session, row: Reference, then: datetime) -> bool:
    """Say whether a reference is about what it was about *then*: since, its value alone has changed."""
    stood = [v for v in reference_queries.versions_of(session, row.id) if v.created_at <= then]
    return bool(stood) and not row.withdrawn and set(changed_fields(stood[-1].data, row.data)) <= OF_ITS_VALUE


def external_id_of(reference: Reference) -> str | None:
    """Return the publisher's own name of the figure; None where it is known by its content."""
    name = reference.external_id
    return None if name is None or name.startswith(NATURAL) else name


def _add(
    session: Session, actor: Actor, new: Sequence[NewReference], import_id: int, now: datetime
) -> list[int]:
    """Keep new references as their first version; return their ids."""
    rows = [
        Reference(
            publisher=one.publisher,
            external_id=one.key,
            version=1,
            withdrawn=False,
            awaits=GROUPING,
            created_at=now,
            updated_at=now,
            **_columns(one.data),
        )
        for one in new
    ]
    session.add_all(rows)
    session.flush()
    session.add_all(_version(row, actor, import_id, now) for row in rows)
    return [row.id for row in rows]


def _change(
    session: Session,
    actor: Actor,
    changed: Sequence[tuple[Reference, NewReference]],
    import_id: int,
    now: datetime,
) -> dict[int, list[str]]:
    """Write the next version of each; return the columns that changed by the reference's id."""
    touched = {}
    for row, one in changed:
        touched[row.id] = changed_fields(row.data, one.data)
        for column, value in _columns(one.data).items():
            setattr(row, column, value)
        row.version += 1
        row.withdrawn = False
        row.vector = None  # of the old words
        row.awaits = GROUPING
        row.updated_at = now
        session.add(_version(row, actor, import_id, now))
    session.flush()
    return touched


def _version(row: Reference, actor: Actor, import_id: int | None, now: datetime) -> ReferenceVersion:
    return ReferenceVersion(
        reference_id=row.id,
        version=row.version,
        data=row.data,
        import_id=import_id,
        actor_id=actor.user_id,
        created_at=now,
    )


def _columns(data: dict[str, Any]) -> dict[str, Any]:
    """Return what of a reference is repeated in columns, by the same rules as a claim's."""
    searched = search_columns({**data, "check_worthiness": 1.0})
    facts = about_columns(data, Setting(None, data["standalone"], Locality()), None)
    names = ("measure", "unit", "low", "high", "place_text", "first_day", "last_day")
    return {
        "url": data["url"],
        "statement": data["standalone"],
        "data": data,
        **{name: searched[name] for name in names},
        "country": facts["about_country"] or searched["country"],
        **{name: facts[name] for name in ("as_of", "place_key", "population", "event")},
    }

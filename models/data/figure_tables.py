"""The tables of figures: references and their versions, figures and their members, what hints rest on."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.data.registry import Id, Table

if TYPE_CHECKING:
    from models.data.tables import User


class ReferenceImport(Table):
    """One file of references that was taken in as a whole: who brought it, and what it changed."""

    __tablename__ = "reference_imports"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    file_name: Mapped[str | None] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    actor_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime]
    rows: Mapped[int]
    added: Mapped[int]
    changed: Mapped[int]
    unchanged: Mapped[int]
    actor: Mapped["User"] = relationship()


class Reference(Table):
    """A figure from a trusted source; ``data`` is the whole of it with exact decimals.

    The plain columns repeat it for finding partners, as a claim's do. `references` is a word of SQL.
    """

    __tablename__ = "trusted_references"
    __table_args__ = (
        UniqueConstraint("publisher", "external_id"),
        Index("ix_trusted_references_near_country", "measure", "country", "as_of"),
        Index("ix_trusted_references_near", "measure", "as_of"),
        Index(
            "ix_trusted_references_awaiting",
            "id",
            sqlite_where=text("awaits IS NOT NULL"),
            postgresql_where=text("awaits IS NOT NULL"),
        ),
    )
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    publisher: Mapped[str] = mapped_column(String(200))
    # The publisher's own name of the figure: the same again is a new version. Null: found by its content.
    external_id: Mapped[str | None] = mapped_column(String(200))
    url: Mapped[str | None] = mapped_column(Text)
    statement: Mapped[str] = mapped_column(Text)
    data: Mapped[dict[str, Any]]
    vector: Mapped[bytes | None] = mapped_column(LargeBinary)

    measure: Mapped[str] = mapped_column(String(30))
    unit: Mapped[str] = mapped_column(String(60))
    low: Mapped[float | None]
    high: Mapped[float | None]
    country: Mapped[str | None] = mapped_column(String(2))
    place_text: Mapped[str | None] = mapped_column(Text)
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    as_of: Mapped[date | None]
    place_key: Mapped[str | None] = mapped_column(String(120))
    population: Mapped[str | None] = mapped_column(String(60))
    event: Mapped[str | None] = mapped_column(String(20))

    version: Mapped[int] = mapped_column(default=1)
    withdrawn: Mapped[bool] = mapped_column(Boolean, default=False)
    # As a claim's: "grouping" when it is new or was changed.
    awaits: Mapped[str | None] = mapped_column(String(10))
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class ReferenceVersion(Table):
    """A reference as it stood in one version; versions are never changed."""

    __tablename__ = "reference_versions"
    reference_id: Mapped[int] = mapped_column(ForeignKey("trusted_references.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    data: Mapped[dict[str, Any]]
    import_id: Mapped[int | None] = mapped_column(ForeignKey("reference_imports.id"), index=True)
    actor_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime]


class Figure(Table):
    """The thing in the world that several claims and references state; what it is about, for lists."""

    __tablename__ = "figures"
    __table_args__ = (Index("ix_figures_measure", "measure", "id"),)
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    # The words of the claim that speaks for it, for people to read.
    label: Mapped[str] = mapped_column(Text)
    measure: Mapped[str] = mapped_column(String(30))
    unit: Mapped[str | None] = mapped_column(String(60))
    country: Mapped[str | None] = mapped_column(String(2))
    place_text: Mapped[str | None] = mapped_column(Text)
    place_key: Mapped[str | None] = mapped_column(String(120))
    population: Mapped[str | None] = mapped_column(String(60))
    event: Mapped[str | None] = mapped_column(String(20))
    # From the first to the last day for which a member stands.
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    members: Mapped[int] = mapped_column(default=0)
    # True: a person holds it to be right as it is; the machine adds nothing to it and takes nothing away.
    pinned: Mapped[bool] = mapped_column(Boolean, default=False)
    # The figure that a person or the machine joined it to; it has no members any more. No foreign key: it
    # may be younger.
    joined_into: Mapped[int | None] = mapped_column(Id, index=True)
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class FigureMember(Table):
    """That one claim or reference states a figure: who says so, how surely, and why."""

    __tablename__ = "figure_members"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    figure_id: Mapped[int] = mapped_column(ForeignKey("figures.id"), index=True)
    claim_id: Mapped[int | None] = mapped_column(ForeignKey("claims.id"), unique=True)
    reference_id: Mapped[int | None] = mapped_column(ForeignKey("trusted_references.id"), unique=True)
    # "machine" or "person"; what a person has put somewhere, the machine leaves there.
    origin: Mapped[str] = mapped_column(String(10))
    score: Mapped[float]
    reason: Mapped[str] = mapped_column(Text)
    added_at: Mapped[datetime]


class FigureOverride(Table):
    """What a person decided about a figure, kept for every later grouping: split, join, pin or unpin."""

    __tablename__ = "figure_overrides"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    figure_id: Mapped[int] = mapped_column(ForeignKey("figures.id"), index=True)
    kind: Mapped[str] = mapped_column(String(10))
    # What was split out of it, or the figure that was joined to it.
    claim_id: Mapped[int | None] = mapped_column(ForeignKey("claims.id"), index=True)
    reference_id: Mapped[int | None] = mapped_column(ForeignKey("trusted_references.id"), index=True)
    other_figure_id: Mapped[int | None] = mapped_column(Id)
    reason: Mapped[str | None] = mapped_column(Text)
    actor_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime]
    actor: Mapped["User"] = relationship()


class HintEvidence(Table):
    """One figure that a hint rests on: so that a change there finds the hints that it touches."""

    __tablename__ = "hint_evidence"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), index=True)
    other_claim_id: Mapped[int | None] = mapped_column(ForeignKey("claims.id"), index=True)
    reference_id: Mapped[int | None] = mapped_column(ForeignKey("trusted_references.id"), index=True)
    relation: Mapped[str] = mapped_column(String(20))
    score: Mapped[float]
    reason: Mapped[str] = mapped_column(Text)
    model: Mapped[str] = mapped_column(String(80))

"""The tables of a desk: articles, jobs, claims, judgements, people, figures, and the trail of events."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Boolean, ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.data.figure_tables import Figure as Figure
from models.data.figure_tables import FigureMember as FigureMember
from models.data.figure_tables import FigureOverride as FigureOverride
from models.data.figure_tables import HintEvidence as HintEvidence
from models.data.figure_tables import Reference as Reference
from models.data.figure_tables import ReferenceImport as ReferenceImport
from models.data.figure_tables import ReferenceVersion as ReferenceVersion
from models.data.registry import Id
from models.data.registry import Table as Table


class User(Table):
    """A person with a role; disabled rather than deleted, since the trail names them."""

    __tablename__ = "users"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    password_hash: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(20))
    # Rises with every change of password, role or access: older log-ins end.
    session_epoch: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]


class EndedSession(Table):
    """A log-in that was ended before its cookie's time, so that a copy of the cookie opens nothing."""

    __tablename__ = "ended_sessions"
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    ended_at: Mapped[datetime] = mapped_column(index=True)


class Token(Table):
    """A bearer token of a user; only the SHA-256 of its 256 random bits is kept."""

    __tablename__ = "tokens"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    name: Mapped[str] = mapped_column(String(80))
    sha256: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    last_used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    user: Mapped[User] = relationship()


class Article(Table):
    """A text exactly as it was sent; its words never change, only what is known about it."""

    __tablename__ = "articles"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    title: Mapped[str | None] = mapped_column(Text)
    source_name: Mapped[str | None] = mapped_column(Text)
    url: Mapped[str | None] = mapped_column(Text)
    published_on: Mapped[date | None]
    text_sha256: Mapped[str] = mapped_column(String(64), index=True)
    # Of text, title, date, source and URL as first sent: what makes a second submission the same article.
    identity_sha256: Mapped[str] = mapped_column(String(64), unique=True)
    version: Mapped[int] = mapped_column(default=1)
    submitted_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime]
    erased_at: Mapped[datetime | None]
    # What it tells of as a whole, by its rare words; read only where figures are held against each other.
    telling: Mapped[dict[str, Any] | None] = mapped_column(deferred=True)


class Job(Table):
    """One asynchronous run over an article; the row is the truth, the broker only carries its id."""

    __tablename__ = "jobs"
    __table_args__ = (Index("ix_jobs_state_heartbeat_at", "state", "heartbeat_at"),)
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id"), index=True)
    state: Mapped[str] = mapped_column(String(20))
    attempt: Mapped[int] = mapped_column(default=0)
    owner: Mapped[str | None] = mapped_column(String(120))
    # While queued: when it was last sent. While running: when its worker last gave a sign of life.
    heartbeat_at: Mapped[datetime]
    stage: Mapped[str | None] = mapped_column(String(40))
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None] = mapped_column(Text)
    model: Mapped[str | None] = mapped_column(String(80))
    claims_found: Mapped[int | None]
    created_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    article: Mapped[Article] = relationship()


class Claim(Table):
    """One claim of an article: the machine's reading, a person's corrections, and where the review stands.

    The plain columns below ``reading`` repeat the effective values for filtering and ordering. Numbers
    stand there as doubles because they only ever serve a search; the exact decimals are in ``reading``.
    """

    __tablename__ = "claims"
    __table_args__ = (
        UniqueConstraint("article_id", "kind", "anchor_start", "anchor_end"),
        # What the queue hands out next, and the queue's page.
        Index("ix_claims_queue", "state", "withdrawn", "urgency", "check_worthiness", "id"),
        Index("ix_claims_urgent", "withdrawn", "urgency", "check_worthiness", "id"),
        # What every page of the queue counts, and the dashboard: answered from the index alone.
        Index("ix_claims_counts", "withdrawn", "state", "verdict", "check_worthiness"),
        # The list of all claims in the order in which it is read.
        Index("ix_claims_worth", "withdrawn", "check_worthiness", "id"),
        Index("ix_claims_found", "created_at", "measure", "withdrawn"),
        Index("ix_claims_figure", "measure", "country", "first_day"),
        # Likely partners: nearest in time of one measure, in a country, of one kind of event.
        Index("ix_claims_near_event", "measure", "about_country", "event", "as_of"),
        Index("ix_claims_near_country", "measure", "about_country", "as_of"),
        Index("ix_claims_near", "measure", "as_of"),
        Index(
            "ix_claims_lease_until",
            "lease_until",
            sqlite_where=text("lease_until IS NOT NULL"),
            postgresql_where=text("lease_until IS NOT NULL"),
        ),
        Index(
            "ix_claims_awaiting",
            "article_id",
            sqlite_where=text("awaits IS NOT NULL"),
            postgresql_where=text("awaits IS NOT NULL"),
        ),
    )
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id"))
    kind: Mapped[str] = mapped_column(String(20))
    anchor_start: Mapped[int]
    anchor_end: Mapped[int]
    reading: Mapped[dict[str, Any]]
    correction: Mapped[dict[str, Any] | None]
    model: Mapped[str] = mapped_column(String(80))
    vector: Mapped[bytes | None] = mapped_column(LargeBinary)

    standalone: Mapped[str] = mapped_column(Text)
    check_worthiness: Mapped[float]
    measure: Mapped[str | None] = mapped_column(String(30))
    unit: Mapped[str | None] = mapped_column(String(60))
    low: Mapped[float | None]
    high: Mapped[float | None]
    country: Mapped[str | None] = mapped_column(String(2))
    place_text: Mapped[str | None] = mapped_column(Text)
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    # What the figure is about (domain/grouping/about.py): the day for which it stands, where (the article's
    # country and place where the claim names none), whom it counts, and the kind of event it belongs to.
    as_of: Mapped[date | None]
    about_country: Mapped[str | None] = mapped_column(String(2))
    place_key: Mapped[str | None] = mapped_column(String(120))
    population: Mapped[str | None] = mapped_column(String(60))
    happened_on: Mapped[date | None]
    event: Mapped[str | None] = mapped_column(String(20))

    state: Mapped[str] = mapped_column(String(20), default="open")
    verdict: Mapped[str | None] = mapped_column(String(30))
    version: Mapped[int] = mapped_column(default=1)
    # Counts the times the claim was opened: judgements of an earlier round no longer bind.
    round: Mapped[int] = mapped_column(default=1)
    fingerprint: Mapped[str | None] = mapped_column(String(64))
    dismissal: Mapped[dict[str, Any] | None]
    lease_holder: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    lease_until: Mapped[datetime | None]
    hint: Mapped[dict[str, Any] | None]
    # 1 where the hint says that another figure conflicts, else 0: a column, since it orders the queue.
    urgency: Mapped[int] = mapped_column(default=0, server_default="0")
    # What the worker still has to do: "grouping" (find its figure, then its hint) or "hint"; null: nothing.
    awaits: Mapped[str | None] = mapped_column(String(10))
    # True when the latest extraction no longer finds it and nobody had acted on it.
    withdrawn: Mapped[bool] = mapped_column(Boolean, default=False)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    article: Mapped[Article] = relationship()
    judgements: Mapped[list["Judgement"]] = relationship(order_by="Judgement.id", back_populates="claim")


class Judgement(Table):
    """One person's verdict on a claim in one round, with the hash of what they judged."""

    __tablename__ = "judgements"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), index=True)
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    round: Mapped[int]
    verdict: Mapped[str] = mapped_column(String(30))
    note: Mapped[str | None] = mapped_column(Text)
    fingerprint: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime]
    undone_at: Mapped[datetime | None]
    claim: Mapped[Claim] = relationship(back_populates="judgements")
    reviewer: Mapped[User] = relationship()
    evidence: Mapped[list["Evidence"]] = relationship(order_by="Evidence.id", back_populates="judgement")


class Evidence(Table):
    """One thing a judgement rests on: a page, a settled claim or a reference, and where in it to look."""

    __tablename__ = "evidence"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    judgement_id: Mapped[int] = mapped_column(ForeignKey("judgements.id"), index=True)
    url: Mapped[str | None] = mapped_column(Text)
    cited_claim_id: Mapped[int | None] = mapped_column(ForeignKey("claims.id"), index=True)
    cited_reference_id: Mapped[int | None] = mapped_column(ForeignKey("trusted_references.id"), index=True)
    # Of the claim or the reference, as it stood when it was cited.
    cited_version: Mapped[int | None]
    quote: Mapped[str | None] = mapped_column(Text)
    locator: Mapped[str] = mapped_column(Text)
    judgement: Mapped[Judgement] = relationship(back_populates="evidence")


class Content(Table):
    """Words that an event refers to by hash, so that a take-down can erase them and keep the trail."""

    __tablename__ = "contents"
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    body: Mapped[dict[str, Any]]


class Event(Table):
    """One line of an append-only trail; each subject's lines form a hash chain."""

    __tablename__ = "events"
    __table_args__ = (
        UniqueConstraint("subject", "subject_id", "seq"),
        Index("ix_events_kind_at", "kind", "at"),
    )
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    subject: Mapped[str] = mapped_column(String(20))
    subject_id: Mapped[int] = mapped_column(Id)
    seq: Mapped[int]
    at: Mapped[datetime] = mapped_column(index=True)
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    kind: Mapped[str] = mapped_column(String(40))
    data: Mapped[dict[str, Any]]
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))
    actor: Mapped[User | None] = relationship()


class DeskSettings(Table):
    """One version of the desk's settings; the newest row holds."""

    __tablename__ = "desk_settings"
    version: Mapped[int] = mapped_column(Id, primary_key=True)
    data: Mapped[dict[str, Any]]
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    changed_at: Mapped[datetime]


class IdempotencyKey(Table):
    """A POST that a client may repeat: the first answer is kept for a day and given again."""

    __tablename__ = "idempotency_keys"
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), primary_key=True)
    key: Mapped[str] = mapped_column(String(255), primary_key=True)
    request_sha256: Mapped[str] = mapped_column(String(64))
    status: Mapped[int | None]
    body: Mapped[str | None] = mapped_column(Text)
    location: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(index=True)

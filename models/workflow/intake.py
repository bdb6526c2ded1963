"""How an article comes in: checked, recognised when it came before, and queued for extraction."""

import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from models.data.tables import Article, Job
from models.domain.addresses import ADDRESS_WANTED, is_web_address
from models.domain.errors import Invalid
from models.domain.fingerprint import digest, text_digest
from models.domain.roles import Actor, Role
from models.workflow import jobs, trail
from models.workflow.clock import latest_today

MAX_TEXT_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class NewArticle:
    """What a caller says about an article; the text is kept exactly as it is."""

    text: str
    title: str | None = None
    published_on: date | None = None
    source_name: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Submission:
    """What came of a submission; ``job_to_send`` is the job to send after the commit, if any."""

    article: Article
    job: Job
    is_new_article: bool
    job_to_send: int | None


def check_text(text: str) -> list[str]:
    """Return what is wrong with an article's text, in words that say what to do."""
    problems = []
    if not text.strip():
        problems.append("The text is empty; send the article's words.")
    if "\x00" in text:
        problems.append("The text holds U+0000, which no database keeps; remove it.")
    if any("\ud800" <= c <= "\udfff" for c in text):
        problems.append("The text holds half of a surrogate pair; send well-formed Unicode.")
    elif len(text.encode()) > MAX_TEXT_BYTES:
        problems.append(f"The text is longer than {MAX_TEXT_BYTES:,} bytes of UTF-8; split it.")
    return problems


def check(new: NewArticle, now: datetime) -> None:
    """Raise :class:`Invalid` that names every field that cannot be taken."""
    errors = problems_about(asdict(new), now)
    if problems := check_text(new.text):
        errors["text"] = problems
    if errors:
        raise Invalid("the article cannot be accepted as it is", errors)


def problems_about(said: Mapping[str, Any], now: datetime) -> dict[str, list[str]]:
    """Return what is wrong with what is *said* about an article, by field; its text is not looked at."""
    errors = {}
    for name in ("title", "source_name", "url"):
        value = said.get(name)
        if value is not None and ("\x00" in value or any("\ud800" <= c <= "\udfff" for c in value)):
            errors[name] = ["Holds U+0000 or half of a surrogate pair; remove it."]
    published_on, url = said.get("published_on"), said.get("url")
    if published_on and published_on > latest_today(now):
        errors["published_on"] = ["Lies in the future everywhere on Earth; send the day of publication."]
    if url is not None and not is_web_address(url):
        errors["url"] = [ADDRESS_WANTED]
    return errors


def _identity(new: NewArticle) -> str:
    """Hash what makes two submissions one article; white space and Unicode form do not tell them apart."""

    def normal(value: str | None) -> str:
        return " ".join(unicodedata.normalize("NFC", value or "").split())

    day = new.published_on.isoformat() if new.published_on else ""
    return digest([normal(new.text), normal(new.title), day, normal(new.source_name), normal(new.url)])


def submit(session: Session, actor: Actor, new: NewArticle, now: datetime) -> Submission:
    """Accept an article, or recognise it; a new job only when the last one failed or was cancelled.

    One that was taken down is recognised too, and stays down: there are no words left to read.

    Raises:
        Forbidden: the actor is no submitter.
        Invalid: the text or what is said about it cannot be taken.
    """
    actor.require(Role.SUBMITTER)
    check(new, now)
    identity = _identity(new)
    article = session.scalars(select(Article).where(Article.identity_sha256 == identity)).first()
    if article is None:
        article = Article(
            text=new.text,
            title=new.title,
            source_name=new.source_name,
            url=new.url,
            published_on=new.published_on,
            text_sha256=text_digest(new.text),
            identity_sha256=identity,
            submitted_by=actor.user_id,
            created_at=now,
        )
        try:
            with session.begin_nested():
                session.add(article)
        except IntegrityError:
            # Another request took the same article in between (PostgreSQL only: SQLite's writers queue).
            article = session.scalars(select(Article).where(Article.identity_sha256 == identity)).one()
        else:
            trail.append(
                session, "article", article.id, "submitted", {"text": article.text_sha256}, actor.user_id, now
            )
            job = jobs.create(session, article, actor.user_id, now)
            return Submission(article, job, True, job.id)
    latest = jobs.latest(session, article.id)
    if latest is None or (
        not article.erased_at and latest.state in (jobs.JobState.FAILED, jobs.JobState.CANCELLED)
    ):
        job = jobs.create(session, article, actor.user_id, now)
        return Submission(article, job, False, job.id)
    return Submission(article, latest, False, None)

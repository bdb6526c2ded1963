"""What may change about an article that is in: never its words, only what is known about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from models.data.tables import Article
from models.domain.errors import Conflict, Invalid, NotFound, PreconditionRequired, VersionMismatch
from models.domain.roles import Actor, Role
from models.workflow import intake, jobs, trail


@dataclass(frozen=True, slots=True)
class EditedArticle:
    """An article after an edit; ``job_to_send`` reads its periods again, if its date has changed."""

    article: Article
    job_to_send: int | None


def get(session: Session, article_id: int) -> Article:
    """Return an article, or raise :class:`NotFound`."""
    article = session.get(Article, article_id)
    if article is None:
        raise NotFound(f"there is no article {article_id}")
    return article


def edit(
    session: Session,
    actor: Actor,
    article_id: int,
    version: int | None,
    changes: Mapping[str, Any],
    now: datetime,
) -> EditedArticle:
    """Change title, source name, URL or publication date.

    Weekdays and "last month" hang on the publication date, so another date queues an extraction, which
    disturbs nothing that people did. What makes a second submission the same article stays as first sent.
    """
    actor.require(Role.SUBMITTER)
    article = session.get(Article, article_id, with_for_update=True)
    if article is None:
        raise NotFound(f"there is no article {article_id}")
    if version is None:
        raise PreconditionRequired("say with If-Match which version of the article you have seen")
    if version != article.version:
        raise VersionMismatch(f"article {article_id} is at version {article.version}, not {version}")
    if errors := intake.problems_about(changes, now):
        raise Invalid("the article cannot be described so", errors)
    if article.erased_at is not None:
        raise Conflict(f"article {article_id} was taken down; nothing more is kept about it")
    moved = {name: value for name, value in changes.items() if getattr(article, name) != value}
    if not moved:
        return EditedArticle(article, None)
    for name, value in moved.items():
        setattr(article, name, value)
    article.version += 1
    trail.append(session, "article", article.id, "edited", {"fields": sorted(moved)}, actor.user_id, now)
    job = jobs.begin_again(session, article, actor.user_id, now) if "published_on" in moved else None
    return EditedArticle(article, job.id if job else None)

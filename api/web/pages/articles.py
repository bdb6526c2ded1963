"""Articles: the list, and each text exactly as it is kept, with its claims marked in place."""

from collections.abc import Mapping
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from api.queue import send_extract
from api.session import database
from api.web.blueprint import web
from api.web.highlights import Mark, paragraphs, parts
from api.web.numbers import whole
from api.web.shown import ShownClaim, families_in, shown
from api.web.visit import actor
from models.data import queries
from models.data.tables import Article
from models.domain.errors import Invalid
from models.domain.roles import Role
from models.workflow import articles as known_articles
from models.workflow import desk, takedown
from models.workflow import jobs as known_jobs
from models.workflow.clock import now

PAGE = 50


@web.get("/articles")
def articles() -> Any:
    """Show the articles, newest first."""
    text = request.args.get("text", "").strip()[:200]
    with database().read() as session:
        try:
            page = queries.list_articles(session, text or None, PAGE, request.args.get("cursor"))
        except Invalid:
            return redirect(url_for("web.articles"))
        return render_template(
            "articles.html",
            section="Articles",
            articles=page.rows,
            counts=queries.claim_counts(session, [article.id for article in page.rows]),
            text=text,
            more_url=url_for("web.articles", text=text or None, cursor=page.next) if page.next else None,
        )


@web.get("/articles/<int:article_id>")
def article(article_id: int) -> str:
    """Show one article with its claims, a part at a time; those below the desk's threshold when asked for.

    ``?claim=12`` shows the part in which that claim stands, ``?part=2`` the second one.
    """
    with database().read() as session:
        return _show(session, known_articles.get(session, article_id))


def _show(session: Session, found: Article, errors: Mapping[str, list[str]] | None = None) -> str:
    shows_all = request.args.get("all") == "1"
    settings = desk.current(session).desk
    anchors = queries.anchors_of(session, found.id)
    least = 0.0 if shows_all else settings.check_threshold
    kept = [anchor for anchor in anchors if anchor.check_worthiness >= least]
    ranges = parts(found.text, [anchor.start for anchor in kept])
    at = _part_asked_for(ranges, {anchor.claim_id: anchor.start for anchor in kept})
    start, end = ranges[at]
    rows = queries.claims_within(session, found.id, start, end, least)
    claims = [claim for claim in shown(rows, settings.vague_policy) if start <= claim.row.anchor_start < end]
    marks = [_mark_within(claim, start, end) for claim in claims]
    return render_template(
        "article.html",
        section="Articles",
        article=found,
        claims={claim.id: claim for claim in claims},
        paragraphs=[] if found.erased_at else paragraphs(found.text, marks, start, end),
        families=families_in({anchor.measure for anchor in kept}),
        total=len(kept),
        hidden=len(anchors) - len(kept),
        shows_all=shows_all,
        part=at + 1,
        parts=len(ranges),
        job=known_jobs.latest(session, found.id),
        confirmation=_confirmation(found),
        errors=errors or {},
    )


def _confirmation(found: Article) -> str:
    """Return what an admin types to show that this article is meant."""
    return f"take down {found.id}"


def _mark_within(claim: ShownClaim, start: int, end: int) -> Mark:
    """Return where a claim is marked: a figure that a person moved to another part keeps its first place."""
    if start <= claim.mark.start < end:
        return claim.mark
    return Mark(claim.id, claim.row.anchor_start, claim.row.anchor_end)


def _part_asked_for(ranges: list[tuple[int, int]], starts: dict[int, int]) -> int:
    """Return the index of the part that the address names; of what is not there, the first."""
    claim_start = starts.get(request.args.get("claim", 0, type=whole))
    if claim_start is not None:
        return next((index for index, (_, end) in enumerate(ranges) if claim_start < end), 0)
    return min(max(request.args.get("part", 1, type=whole), 1), len(ranges)) - 1


@web.post("/articles/<int:article_id>/extract")
def extract_again(article_id: int) -> Response:
    """Queue another reading of an article."""
    with database().write() as session:
        job_id = known_jobs.extract_again(session, actor(), article_id, now()).id
    send_extract(job_id)
    return redirect(url_for("web.job", job_id=job_id), 303)


@web.post("/articles/<int:article_id>/take-down")
def take_down(article_id: int) -> Any:
    """Erase an article's words for good, once its number is typed."""
    actor().require(Role.ADMIN)
    reason, typed = (request.form.get(name, "").strip() for name in ("reason", "confirmation"))
    with database().read() as session:
        found = known_articles.get(session, article_id)
        wanted = _confirmation(found)
        if not reason or typed.lower() != wanted:
            errors = {} if reason else {"reason": ["Say why; the trail keeps it."]}
            if typed.lower() != wanted:
                errors["confirmation"] = [f"Type exactly: {wanted}"]
            return _show(session, found, errors), 422
    with database().write() as session:
        takedown.take_down(session, actor(), article_id, reason, now())
    flash("The article is taken down. Its words are gone; its trail stays.", "good")
    return redirect(url_for("web.article", article_id=article_id), 303)

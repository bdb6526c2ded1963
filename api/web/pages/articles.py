"""Articles: the list, and each text exactly as it is kept, with its claims marked in place."""

from typing import Any

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from api.queue import send_extract
from api.session import database
from api.web.blueprint import web
from api.web.highlights import paragraphs
from api.web.shown import families_of, shown
from api.web.visit import actor
from models.data import queries
from models.domain.errors import Invalid
from models.workflow import articles as known_articles
from models.workflow import desk, extract
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
    """Show one article with its claims; those below the desk's threshold only when asked for."""
    shows_all = request.args.get("all") == "1"
    with database().read() as session:
        found = known_articles.get(session, article_id)
        settings = desk.current(session).desk
        rows = extract.claims_of(session, article_id)
        kept = [row for row in rows if shows_all or row.check_worthiness >= settings.check_threshold]
        claims = shown(kept, settings.vague_policy)
        return render_template(
            "article.html",
            section="Articles",
            article=found,
            claims={claim.id: claim for claim in claims},
            paragraphs=[] if found.erased_at else paragraphs(found.text, [claim.mark for claim in claims]),
            families=families_of(claims),
            hidden=len(rows) - len(kept),
            shows_all=shows_all,
            job=known_jobs.latest(session, article_id),
        )


@web.post("/articles/<int:article_id>/extract")
def extract_again(article_id: int) -> Response:
    """Queue another reading of an article."""
    with database().write() as session:
        job_id = known_jobs.extract_again(session, actor(), article_id, now()).id
    send_extract(job_id)
    return redirect(url_for("web.job", job_id=job_id), 303)

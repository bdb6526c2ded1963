"""The queue: which claims wait, the most valuable first, narrowed by what the URL says."""

from dataclasses import dataclass, replace
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask import session as cookie
from werkzeug.wrappers import Response

from api.session import database
from api.web import ranks
from api.web.blueprint import web
from api.web.pages import bulk
from api.web.queue_filters import ANY, Filters
from api.web.shown import shown
from api.web.visit import actor
from api.web.wording import figures, review
from models.data import overviews, queries
from models.domain.desk import Desk
from models.domain.errors import Invalid, NotFound
from models.domain.roles import Role
from models.domain.states import State, Status
from models.workflow import articles, claims, desk, leases
from models.workflow.clock import now

PAGE = 25
# A reviewer who skips a claim does not want it back at once; the cookie holds no more than this.
REMEMBERED_SKIPS = 40


@dataclass(frozen=True, slots=True)
class Tab:
    """One status with how many claims have it under the other filters."""

    name: str
    count: int
    url: str
    is_current: bool


def _tabs(filters: Filters, counts: dict[Status, int]) -> list[Tab]:
    def tab(word: str, name: str, count: int) -> Tab:
        return Tab(name, count, replace(filters, status=word).url(), filters.status == word)

    tabs = [tab(word.value, name, counts.get(word, 0)) for word, name in review.STATUS_WORDS.items()]
    return [*tabs, tab(ANY, "All", sum(counts.values()))]


def _exports(filters: Filters, settings: Desk) -> dict[str, str]:
    endpoints = {"CSV": "exports.ClaimsAsCsv", "JSON lines": "exports.ClaimsAsJsonLines"}
    return {name: filters.export_url(endpoint, settings) for name, endpoint in endpoints.items()}


def _pickable(filters: Filters) -> tuple[State, ...]:
    """Return the states whose claims can be ticked, to be dismissed or brought back together."""
    is_of_dismissed = filters.status == Status.DISMISSED
    return (State.DISMISSED,) if is_of_dismissed else (State.OPEN, State.IN_REVIEW)


@web.get("/")
def queue() -> Any:
    """Show a page of the queue."""
    filters = Filters.of(request.args)
    with database().read() as session:
        settings = desk.current(session).desk
        wanted = filters.wanted(settings)
        try:
            page = queries.list_claims(session, wanted, "queue", PAGE, request.args.get("cursor"))
        except Invalid:
            return redirect(filters.url())
        counts = queries.count_by_status(session, replace(wanted, status=None))
        try:
            article = articles.get(session, filters.article) if filters.article else None
        except NotFound:
            return redirect(replace(filters, article=None).url())
        has_articles = bool(page.rows) or bool(queries.list_articles(session, None, 1, None).rows)
        states = overviews.count_claims_by_state_above(session, settings.check_threshold)
        rendered = render_template(
            "queue.html",
            section="Queue",
            filters=filters,
            claims=shown(page.rows, settings.vague_policy),
            reasons={row.id: ranks.reasons(session, row, now()) for row in page.rows},
            seconds_wanted=states.get(State.PROPOSED, 0),
            stale=states.get(State.STALE, 0),
            pickable=_pickable(filters) if actor().may(Role.REVIEWER) else (),
            together=bulk.dismissed_together(),
            dismissals=review.DISMISSALS,
            tabs=_tabs(filters, counts),
            total=counts.get(Status(filters.status), 0) if filters.status != ANY else sum(counts.values()),
            article=article,
            exports=_exports(filters, settings) if page.rows and actor().may(Role.EDITOR) else {},
            opinions=review.OPINIONS,
            without_article=replace(filters, article=None).url(),
            has_articles=has_articles,
            measures=figures.MEASURES,
            more_url=filters.url(cursor=page.next) if page.next else None,
        )
    # The form says every filter, the address only those that are set.
    return rendered, {"HX-Push-Url": filters.url()} if request.headers.get("HX-Request") else {}


def open_next() -> Response:
    """Lease the next claim and go to it, or back to the queue when nothing waits."""
    skipped: list[int] = cookie.get("skipped", [])
    try:
        with database().write() as session:
            claim_id = leases.next_in_queue(session, actor(), now(), skipped).id
    except NotFound:
        if skipped:
            cookie.pop("skipped")
            return open_next()
        flash("Nothing is waiting: no open claim is above the desk's threshold.", "good")
        return redirect(url_for("web.queue"), 303)
    return redirect(url_for("web.claim", claim_id=claim_id), 303)


@web.post("/next")
def next_claim() -> Response:
    """Hand out the most valuable claim that waits."""
    return open_next()


@web.post("/claims/<int:claim_id>/skip")
def skip_claim(claim_id: int) -> Response:
    """Give a claim back and hand out another one."""
    with database().write() as session:
        claim = claims.take(session, claim_id)
        if claim.lease_holder == actor().user_id:
            leases.release(session, actor(), claim_id, claim.version, now())
    cookie["skipped"] = [*cookie.get("skipped", []), claim_id][-REMEMBERED_SKIPS:]
    return open_next()

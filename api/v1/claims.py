"""Claims over HTTP: found by what they say, read one by one, with their trail."""

from typing import Any

from flask.views import MethodView

from api import seeing
from api.contracts import Asked
from api.periods import days_of
from api.routes import Routes
from api.schemas.claims import ClaimInFullSchema, ClaimSchema, ClaimsQuery, EventSchema
from api.schemas.lists import PageQuery, list_of
from api.session import database
from api.subjects import ARTICLE, CLAIM
from models.data import queries
from models.data.queries import ClaimFilter, Page
from models.domain.roles import Role
from models.domain.states import Status
from models.workflow import claims, visibility

routes = Routes("claims", "What was found in the articles, and how it stands.")


@routes.route("/claims")
class Claims(MethodView):
    """All claims."""

    @routes.guard(Role.SUBMITTER, query=ClaimsQuery)
    @routes.response(200, list_of(ClaimSchema))
    def get(self, asked: Asked) -> Any:
        """List claims, the most worth checking first, or in another order."""
        query = asked.query
        first_day, last_day = days_of(query["period"])
        wanted = ClaimFilter(
            status=Status(query["status"]) if query["status"] else None,
            measure=query["measure"],
            kind=query["kind"],
            place=query["place"],
            first_day=first_day,
            last_day=last_day,
            value_from=query["value_from"],
            value_to=query["value_to"],
            article_id=query["article"],
            text=query["text"],
            min_check_worthiness=query["min_check_worthiness"],
        )
        with database().read() as session:
            found = queries.list_claims(session, wanted, query["order"], query["limit"], query["cursor"])
            return seeing.page(session, found)


@routes.route("/articles/<article_id>/claims")
class ArticleClaims(MethodView):
    """The claims of one article."""

    @routes.guard(Role.SUBMITTER, about=ARTICLE, query=PageQuery)
    @routes.response(200, list_of(ClaimSchema))
    def get(self, asked: Asked) -> Any:
        """List the claims of an article in text order, those below the desk's threshold too."""
        with database().read() as session:
            wanted = ClaimFilter(article_id=asked.id)
            return seeing.page(session, queries.list_claims(session, wanted, "text", **asked.query))


@routes.route("/claims/<claim_id>")
class OneClaim(MethodView):
    """One claim."""

    @routes.guard(Role.SUBMITTER, about=CLAIM, shows_version=True)
    @routes.response(200, ClaimInFullSchema)
    def get(self, asked: Asked) -> Any:
        """Return a claim with its lease and the judgements that the caller may see."""
        with database().read() as session:
            return seeing.claim_in_full(session, claims.get(session, asked.id), asked.actor)


@routes.route("/claims/<claim_id>/events")
class ClaimEvents(MethodView):
    """The trail of one claim."""

    @routes.guard(Role.SUBMITTER, about=CLAIM)
    @routes.response(200, list_of(EventSchema))
    def get(self, asked: Asked) -> Any:
        """Return everything that happened to a claim, oldest first; a first verdict only to its author."""
        with database().read() as session:
            trail = queries.events_of(session, "claim", asked.id)
            claim = claims.get(session, asked.id)
            return Page(visibility.events(claim, trail, asked.actor), None)

"""Claims over HTTP: found by what they say, read one by one, with their trail."""

from typing import Any

from flask.views import MethodView

from api import changed, seeing
from api.contracts import Asked
from api.routes import Routes
from api.schemas.changes import ChangesQuery, ChangesSchema, FieldDifferenceSchema
from api.schemas.claims import (
    ClaimInFullSchema,
    ClaimSchema,
    ClaimsQuery,
    CountsFilter,
    CountsSchema,
    EventSchema,
    PastClaimSchema,
    PastQuery,
)
from api.schemas.corrections import Correction, PutBack
from api.schemas.lists import PageQuery, list_of
from api.session import database, reading
from api.subjects import ARTICLE, CLAIM
from api.wanted import claims_wanted
from models.data import queries
from models.data.queries import ClaimFilter, Page
from models.domain.correction import correct as corrected
from models.domain.effective import merge
from models.domain.errors import Conflict
from models.domain.roles import Role
from models.domain.states import Status
from models.domain.wire import under_policy
from models.workflow import claims, corrections, desk, history, visibility
from models.workflow.clock import now

routes = Routes("claims", "What was found in the articles, and how it stands.")


@routes.route("/claims")
class Claims(MethodView):
    """All claims."""

    @routes.guard(Role.SUBMITTER, query=ClaimsQuery)
    @routes.response(200, list_of(ClaimSchema))
    def get(self, asked: Asked) -> Any:
        """List claims, the most worth checking first, or in another order."""
        query = asked.query
        wanted = claims_wanted(query)
        with reading() as session:
            found = queries.list_claims(session, wanted, query["order"], query["limit"], query["cursor"])
            return seeing.page(session, found)


@routes.route("/claims/counts")
class ClaimCounts(MethodView):
    """How many claims there are."""

    @routes.guard(Role.SUBMITTER, query=CountsFilter)
    @routes.response(200, CountsSchema)
    def get(self, asked: Asked) -> Any:
        """Count the claims that meet the list's filters, by status."""
        with reading() as session:
            counts = queries.count_by_status(session, claims_wanted(asked.query))
        by_status = {word.value: counts.get(word, 0) for word in Status}
        return {"all": sum(by_status.values()), "by_status": by_status}


@routes.route("/articles/<article_id>/claims")
class ArticleClaims(MethodView):
    """The claims of one article."""

    @routes.guard(Role.SUBMITTER, about=ARTICLE, query=PageQuery)
    @routes.response(200, list_of(ClaimSchema))
    def get(self, asked: Asked) -> Any:
        """List the claims of an article in text order, those below the desk's threshold too."""
        with reading() as session:
            wanted = ClaimFilter(article_id=asked.id)
            return seeing.page(session, queries.list_claims(session, wanted, "text", **asked.query))


@routes.route("/claims/<claim_id>")
class OneClaim(MethodView):
    """One claim."""

    @routes.guard(Role.SUBMITTER, about=CLAIM, shows_version=True)
    @routes.response(200, ClaimInFullSchema)
    def get(self, asked: Asked) -> Any:
        """Return a claim with its lease and the judgements that the caller may see."""
        with reading() as session:
            return seeing.claim_in_full(session, claims.get(session, asked.id), asked.actor)

    @routes.guard(
        Role.REVIEWER,
        about=CLAIM,
        body=Correction,
        needs_version=True,
        shows_version=True,
        refuses_conflicts=True,
    )
    @routes.response(200, ClaimInFullSchema)
    def patch(self, asked: Asked) -> Any:
        """Correct a claim by a merge patch of its effective fields; the machine's values stay in `machine`.

        A verdict on the old values goes stale.
        """
        with database().write() as session:
            claim = corrections.apply(session, asked.actor, asked.id, asked.version, asked.body, now())
            return seeing.claim_in_full(session, claim, asked.actor)


@routes.route("/claims/<claim_id>/preview")
class ClaimPreview(MethodView):
    """A correction that is not made yet."""

    @routes.guard(Role.REVIEWER, about=CLAIM, body=Correction)
    @routes.response(200, list_of(FieldDifferenceSchema))
    def post(self, asked: Asked) -> Any:
        """Return what a PATCH with this body would change; nothing is written."""
        with reading() as session:
            claim = claims.get(session, asked.id)
            if claim.article.erased_at is not None:
                raise Conflict(f"article {claim.article_id} was taken down; its words are gone")
            policy = desk.current(session).desk.vague_policy
            before = merge(claim.reading, claim.correction)
            after = corrected(claim.article.text, before, asked.body)
            return Page(changed.fields(under_policy(before, policy), under_policy(after, policy)), None)


@routes.route("/claims/<claim_id>/changes")
class ClaimChanges(MethodView):
    """What happened meanwhile."""

    @routes.guard(Role.SUBMITTER, about=CLAIM, query=ChangesQuery)
    @routes.response(200, ChangesSchema)
    def get(self, asked: Asked) -> Any:
        """Return what changed after a version: events, fields before and after, and evidence gone stale."""
        with reading() as session:
            return seeing.changes_of(
                session, claims.get(session, asked.id), asked.query["since"], asked.actor
            )


@routes.route("/claims/<claim_id>/put-back")
class ClaimPutBack(MethodView):
    """A correction that is none any more."""

    @routes.guard(Role.REVIEWER, about=CLAIM, body=PutBack, needs_version=True, shows_version=True)
    @routes.response(200, ClaimInFullSchema)
    def post(self, asked: Asked) -> Any:
        """Give corrected fields the machine's reading again."""
        fields = asked.body["fields"]
        with database().write() as session:
            claim = corrections.put_back(session, asked.actor, asked.id, asked.version, fields, now())
            return seeing.claim_in_full(session, claim, asked.actor)


@routes.route("/claims/<claim_id>/at")
class ClaimAt(MethodView):
    """A claim as it was."""

    @routes.guard(Role.SUBMITTER, about=CLAIM, query=PastQuery)
    @routes.response(200, PastClaimSchema)
    def get(self, asked: Asked) -> Any:
        """Return a claim as it stood at an instant; 404 before it was found.

        What is hidden from the caller now is hidden then too.
        """
        with reading() as session:
            then = history.claim_at(session, asked.id, asked.query["time"], asked.actor)
            return seeing.past_claim(session, then)


@routes.route("/claims/<claim_id>/events")
class ClaimEvents(MethodView):
    """The trail of one claim."""

    @routes.guard(Role.SUBMITTER, about=CLAIM)
    @routes.response(200, list_of(EventSchema))
    def get(self, asked: Asked) -> Any:
        """Return everything that happened to a claim, oldest first; a first verdict only to its author."""
        with reading() as session:
            trail = queries.events_of(session, "claim", asked.id)
            claim = claims.get(session, asked.id)
            return Page(visibility.events(claim, trail, asked.actor), None)

"""How the filters of a query string become what the database is asked."""

from api.bodies import Json
from api.periods import days_of
from models.data.queries import ClaimFilter
from models.domain.states import Status


def claims_wanted(query: Json) -> ClaimFilter:
    """Return the filter that a query loaded by ``ClaimsFilter`` (or a schema of it) asks for."""
    first_day, last_day = days_of(query["period"])
    return ClaimFilter(
        status=Status(query["status"]) if query.get("status") else None,
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
        opinion=query["hint"],
    )

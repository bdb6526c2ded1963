"""How the claims that wait are compared: one short transaction each, and what they touch is sent on."""

from collections.abc import Callable, Iterable

import structlog
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from models.data.database import Database
from models.nlp.pipeline import Pipeline
from models.workflow import hints, references
from models.workflow.clock import now

log = structlog.get_logger(__name__)


def compare_article(database: Database, article_id: int) -> set[int]:
    """Compare the waiting claims of an article; return the other articles whose hints must follow."""
    with database.read() as session:
        waiting = hints.waiting(session, article_id)
    touched: set[int] = set()
    for claim_id in waiting:
        touched |= _attempt(database, claim_id, lambda s, n: hints.compare(s, n, now()), hints.give_up)
    return touched - {article_id} if touched else touched


def compare_reference(database: Database, reference_id: int, load: Callable[[], Pipeline]) -> set[int]:
    """Find a reference's figure; return the articles whose hints must follow.

    Its context vector is made first, where *load* gives a pipeline with a model.
    """
    _give_vector(database, reference_id, load)
    return _attempt(
        database, reference_id, lambda s, n: hints.compare_reference(s, n, now()), hints.give_up_reference
    )


def _give_vector(database: Database, reference_id: int, load: Callable[[], Pipeline]) -> None:
    """Write a reference's context vector; without a model it has none, and the typed columns rank it."""
    with database.read() as session:
        asked = references.without_vector(session, reference_id)
    if asked is None:
        return
    version, statement = asked
    try:
        vector = load().context_of(statement)
    except Exception:  # a model that does not load or mark must not keep the reference from its figure
        log.exception("context_failed", reference_id=reference_id)
        return
    if vector is not None:
        with database.write() as session:
            references.keep_vector(session, reference_id, version, vector)


def _attempt(
    database: Database,
    number: int,
    compare: Callable[[Session, int], Iterable[int]],
    give_up: Callable[[Session, int], None],
) -> set[int]:
    """Compare one; what fails otherwise than by the database would fail again, so it waits no more."""
    try:
        with database.write() as session:
            return set(compare(session, number))
    except OperationalError:
        raise
    except Exception:
        log.exception("comparison_failed", number=number)
        with database.write() as session:
            give_up(session, number)
        return set()

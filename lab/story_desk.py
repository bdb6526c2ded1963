"""What an empty desk makes of the stories: read, grouped and hinted as in production."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from lab.stories import Gold, Mention, Telling
from models.data.database import Database
from models.data.migrate import migrate
from models.data.tables import Claim, FigureMember, HintEvidence
from models.domain.relations import Relation
from models.domain.roles import Actor, Role
from models.domain.vocabulary import Kind
from models.nlp.pipeline import Pipeline
from models.workflow import accounts, extract, hints, intake, jobs

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Shown:
    """How a claim's hint sets it beside another claim."""

    relation: Relation
    reason: str


@dataclass(frozen=True, slots=True)
class Read:
    """What the desk has of a mention: its claim, the figure of that, and the interval that was read."""

    claim_id: int
    figure_id: int | None
    value: tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Told:
    """The desk's answer: what was read of which mention, and which claims show which others."""

    read: dict[Mention, Read]
    shown: dict[tuple[int, int], Shown]

    def is_together(self, one: Mention, other: Mention) -> bool:
        """Say whether the desk has both in one figure."""
        left, right = self.read.get(one), self.read.get(other)
        return (
            left is not None
            and right is not None
            and left.figure_id is not None
            and left.figure_id == right.figure_id
        )

    def between(self, one: Mention, other: Mention) -> list[Shown]:
        """Return what the hints of the two say of each other."""
        left, right = self.read.get(one), self.read.get(other)
        if left is None or right is None:
            return []
        ways = ((left.claim_id, right.claim_id), (right.claim_id, left.claim_id))
        return [self.shown[way] for way in ways if way in self.shown]


def tell_all(gold: Gold, pipeline: Pipeline) -> Told:
    """Bring all articles to one empty desk, one after the other by day, and return what it made of them."""
    with _empty_database() as database:
        actor = _submitter(database)
        articles = {telling: _tell(database, actor, telling, pipeline) for telling in gold.tellings}
        return _answer(database, gold, articles)


@contextmanager
def _empty_database() -> Iterator[Database]:
    folder = Path(tempfile.mkdtemp(prefix="claimbench-stories-"))
    url = f"sqlite:///{folder / 'desk.db'}"
    migrate(url)
    database = Database(url)
    try:
        yield database
    finally:
        database.close()
        shutil.rmtree(folder, ignore_errors=True)


def _submitter(database: Database) -> Actor:
    with database.write() as session:
        user = accounts.add_user(session, None, "stories", "only for one run", Role.SUBMITTER, NOW)
        return accounts.actor_of(user)


def _tell(database: Database, actor: Actor, telling: Telling, pipeline: Pipeline) -> int:
    """Do what the api and the worker do with an article; return its id."""
    new = intake.NewArticle(text=telling.text, title=telling.title, published_on=telling.published_on)
    with database.write() as session:
        submission = intake.submit(session, actor, new, NOW)
        article_id, job_id = submission.article.id, submission.job.id
    with database.write() as session:
        started = jobs.start(session, job_id, "stories", NOW)
    if started is None:
        raise RuntimeError(f"{telling.story}: two of its articles are the same text; change one of them")
    reading = pipeline.extract(started.text, started.title, started.published_on)
    with database.write() as session:
        extract.record(session, started, reading, NOW)
    _compare(database, article_id)
    return article_id


def _compare(database: Database, article_id: int) -> None:
    """Do what the tasks do, whose messages stand in a queue here."""
    queue = [article_id]
    while queue:
        with database.read() as session:
            waiting = hints.waiting(session, queue.pop(0))
        for claim_id in waiting:
            with database.write() as session:
                touched = hints.compare(session, claim_id, NOW)
            queue += sorted(touched - set(queue))


def _answer(database: Database, gold: Gold, articles: dict[Telling, int]) -> Told:
    with database.read() as session:
        figures = {
            claim: figure
            for claim, figure in session.execute(select(FigureMember.claim_id, FigureMember.figure_id))
            if claim is not None
        }
        read = {}
        for telling, article_id in articles.items():
            own = [claim for claim in extract.claims_of(session, article_id) if claim.kind == Kind.FIGURE]
            for mention in (m for m in gold.mentions if m.telling is telling):
                claim = _claim_of(mention, own)
                if claim is not None:
                    quantity = claim.reading["quantity"]
                    value = (quantity["low"], quantity["high"])
                    read[mention] = Read(claim.id, figures.get(claim.id), value)
        shown = {
            (row.claim_id, row.other_claim_id): Shown(Relation(row.relation), row.reason)
            for row in session.scalars(select(HintEvidence).where(HintEvidence.other_claim_id.is_not(None)))
            if row.other_claim_id is not None
        }
    return Told(read, shown)


def _claim_of(mention: Mention, claims: Sequence[Claim]) -> Claim | None:
    """Return the claim whose quantity shares most with the mention's span, if one overlaps it."""

    def shared(claim: Claim) -> int:
        return min(claim.anchor_end, mention.end) - max(claim.anchor_start, mention.start)

    best = max(claims, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None

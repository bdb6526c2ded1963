"""Things that tests need a lot of, made by the product's own use cases."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from sqlalchemy import text

from models.data.database import Database
from models.data.tables import Claim, Table
from models.domain.claim import Draft, Extraction, Quantity, Source, Span
from models.domain.roles import Actor, Role
from models.domain.states import Verdict
from models.domain.vocabulary import Bound, Certainty, Dimension, Kind, Measure
from models.workflow import accounts, claims, extract, intake, jobs, review
from models.workflow.desk import change as change_settings
from models.workflow.desk import current
from models.workflow.review import NewEvidence

NOON = datetime(2024, 5, 2, 12, 0, tzinfo=UTC)
PASSWORD = "correct horse battery"
TEXT = "The mayor said 21 people were killed in Velmora. Another 300 fled."
PAGE = NewEvidence(locator="paragraph 2", url="https://example.org/report", quote="21 dead")


def figure(text: str, words: str, value: int, measure: Measure, sentence: Span, worth: float = 0.9) -> Draft:
    """A draft of a figure claim whose quantity is *words* in *text*."""
    start = text.index(words)
    number = Decimal(value)
    return Draft(
        kind=Kind.FIGURE,
        sentence=sentence,
        standalone=sentence.text,
        check_worthiness=worth,
        certainty=Certainty.ASSERTED,
        measure=measure,
        quantity=Quantity(
            span=Span.of(text, start, start + len(words)),
            bound=Bound.EXACT,
            best=number,
            low=number,
            high=number,
            precision=Decimal("0.5"),
            unit="person",
            dimension=Dimension.COUNT,
            why=("number:digits",),
        ),
        source=Source(Span.of(text, 0, 9), "said", quoted=False) if sentence.start == 0 else None,
        confidence={"quantity": 0.99},
    )


def reading(text: str = TEXT, model: str = "test-1", killed: int = 21) -> Extraction:
    """What a machine would find in :data:`TEXT`."""
    stop = text.index(". ") + 1
    first, second = Span.of(text, 0, stop), Span.of(text, stop + 1, len(text))
    return Extraction(
        model,
        (),
        (
            figure(text, "21", killed, Measure.KILLED, first),
            figure(text, "300", 300, Measure.DISPLACED, second, worth=0.7),
        ),
    )


def clear(database: Database) -> None:
    """Empty a PostgreSQL database; the trail refuses TRUNCATE, and only a test may lift that."""
    tables = ", ".join(table.name for table in Table.metadata.sorted_tables)
    with database.write() as session:
        session.execute(text("SET session_replication_role = replica"))
        session.execute(text(f"TRUNCATE {tables} RESTART IDENTITY CASCADE"))
        session.execute(text("SET session_replication_role = DEFAULT"))


class Desk:
    """A database with one person of each role, and a clock that only tests move."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.now = NOON
        self._actors: dict[str, Actor] = {}
        # All five at once: adding one inside a test's own write transaction would wait for itself.
        for person in (self.submitter, self.reviewer, self.second, self.editor, self.admin):
            assert person.user_id

    def later(self, **span: float) -> datetime:
        """Move the clock on."""
        self.now += timedelta(**span)
        return self.now

    def person(self, name: str, role: Role) -> Actor:
        """Return the person of that name, added when new."""
        if name not in self._actors:
            with self.database.write() as session:
                user = accounts.add_user(session, None, name, PASSWORD, role, self.now)
                self._actors[name] = accounts.actor_of(user)
        return self._actors[name]

    @property
    def submitter(self) -> Actor:
        return self.person("sue", Role.SUBMITTER)

    @property
    def reviewer(self) -> Actor:
        return self.person("rob", Role.REVIEWER)

    @property
    def second(self) -> Actor:
        return self.person("sam", Role.REVIEWER)

    @property
    def editor(self) -> Actor:
        return self.person("eve", Role.EDITOR)

    @property
    def admin(self) -> Actor:
        return self.person("ada", Role.ADMIN)

    def set(self, **settings: object) -> None:
        """Change some of the desk's settings."""
        admin = self.admin
        with self.database.write() as session:
            before = current(session)
            change_settings(session, admin, {**before.desk.as_data(), **settings}, before.version, self.now)

    def submit(self, text: str = TEXT, title: str | None = "Blast in Velmora") -> tuple[int, int]:
        """Bring an article in; return its id and its job's."""
        submitter = self.submitter
        new = intake.NewArticle(text=text, title=title, published_on=date(2024, 5, 1))
        with self.database.write() as session:
            submission = intake.submit(session, submitter, new, self.now)
            return submission.article.id, submission.job.id

    def run(self, job_id: int, extraction: Extraction | None = None, owner: str = "worker-1") -> bool:
        """Do what a worker does with a job, with a reading of the test's own."""
        with self.database.write() as session:
            started = jobs.start(session, job_id, owner, self.now)
        assert started is not None, "the job could not be started"
        with self.database.write() as session:
            return extract.record(session, started, extraction or reading(started.text), self.now)

    def claims(self, text: str = TEXT) -> list[int]:
        """Bring an article in, extract it and return its claims' ids."""
        article_id, job_id = self.submit(text)
        self.run(job_id)
        return self.claim_ids(article_id)

    def claim_ids(self, article_id: int) -> list[int]:
        """Return the ids of an article's standing claims in text order."""
        with self.database.read() as session:
            return [claim.id for claim in extract.claims_of(session, article_id)]

    def claim(self, claim_id: int) -> Claim:
        """Return a claim as it stands (detached)."""
        with self.database.read() as session:
            return claims.get(session, claim_id)

    def decide(
        self,
        actor: Actor,
        claim_id: int,
        verdict: Verdict = Verdict.SUPPORTED,
        evidence: Sequence[NewEvidence] = (PAGE,),
        note: str | None = None,
    ) -> Claim:
        """Judge a claim at the version that stands."""
        version = self.claim(claim_id).version
        with self.database.write() as session:
            return review.decide(session, actor, claim_id, version, verdict, evidence, note, self.now)

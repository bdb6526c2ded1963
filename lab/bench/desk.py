"""A desk with N claims, the same for the same seed, written straight into the tables with a whole trail."""

import argparse
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from models.data.database import Database
from models.data.migrate import migrate
from models.data.tables import Article, Claim, Content, Event, Evidence, Job, Judgement
from models.domain.claim import Draft, Period, Place, Quantity, Source, Span
from models.domain.effective import search_columns
from models.domain.fingerprint import digest, fingerprint, text_digest
from models.domain.roles import Actor, Role
from models.domain.states import State, Verdict
from models.domain.vocabulary import Basis, Bound, Certainty, Dimension, Kind, Measure, PeriodPrecision
from models.domain.wire import claim_object
from models.workflow import accounts, trail
from models.workflow.jobs import JobState

BEGUN = datetime(2024, 3, 1, 8, 0, tzinfo=UTC)
CLAIMS_PER_ARTICLE = 10
ARTICLES_AT_ONCE = 100
PASSWORD = "only for measuring"  # noqa: S105 - of a desk that holds nothing
MODEL = "bench-1"

# Invented places, so that nobody takes these sentences for news.
PLACES = (("Velmora", "PL"), ("Ostrava Reach", "CZ"), ("Tarn Delta", None), ("Karsk", "UA"), ("Lunby", "DK"))
SOURCES = ("The mayor", "The coast guard", "A hospital", "The ministry", "An aid group")
HAPPENED = (
    ("were killed", Measure.KILLED, Basis.STOCK),
    ("were injured", Measure.INJURED, Basis.STOCK),
    ("were displaced", Measure.DISPLACED, Basis.STOCK),
    ("fled", Measure.REFUGEES, Basis.FLOW),
    ("were evacuated", Measure.EVACUATED, Basis.FLOW),
    ("were detained", Measure.DETAINED, Basis.FLOW),
)
BOUNDS = (
    (Bound.EXACT, ""),
    (Bound.AT_LEAST, "at least "),
    (Bound.MORE_THAN, "more than "),
    (Bound.ABOUT, "about "),
)


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the desk with a token's secret, to send requests with."""

    actor: Actor
    secret: str


@dataclass(frozen=True, slots=True)
class Filled:
    """What was made: the people, and how many claims of each kind of standing."""

    admin: Member
    editor: Member
    reviewers: list[Member]
    claims: int
    settled: int


def fill(
    database: Database, claims: int, *, seed: int = 1, settled: float = 0.2, reviewers: int = 8
) -> Filled:
    """Fill an empty, migrated database with *claims* claims, a share of which (*settled*) has a verdict.

    Ids are given by the database, check-worthiness is spread over 0.3 to 1, and ``./claimbench audit verify``
    finds nothing.
    """
    chance = random.Random(seed)
    with database.write() as session:
        admin = _member(session, "ada", Role.ADMIN)
        editor = _member(session, "eve", Role.EDITOR)
        people = [_member(session, f"reviewer-{number}", Role.REVIEWER) for number in range(1, reviewers + 1)]
    numbers = [min(CLAIMS_PER_ARTICLE, claims - first) for first in range(0, claims, CLAIMS_PER_ARTICLE)]
    judged = 0
    for begin in range(0, len(numbers), ARTICLES_AT_ONCE):
        with database.write() as session:
            for offset, count in enumerate(numbers[begin : begin + ARTICLES_AT_ONCE]):
                article = _article(session, begin + offset, count, chance, admin.actor)
                judged += _claims(session, article, chance, settled, people)
    return Filled(admin, editor, people, claims, judged)


def _member(session: Session, name: str, role: Role) -> Member:
    user = accounts.add_user(session, None, name, PASSWORD, role, BEGUN)
    secret = accounts.mint_token(session, None, user.id, "bench", BEGUN).secret
    return Member(accounts.actor_of(user), secret)


@dataclass(frozen=True, slots=True)
class _Written:
    """An article's row with what is to be found in it."""

    row: Article
    drafts: list[Draft]
    at: datetime


def _article(session: Session, number: int, count: int, chance: random.Random, actor: Actor) -> _Written:
    """Write an article of *count* sentences, one figure each, with its job that has succeeded."""
    at = BEGUN + timedelta(minutes=3 * number)
    lines = [_Line.of(chance) for _ in range(count)]
    text = " ".join(line.text for line in lines)
    row = Article(
        text=text,
        title=f"Report {number + 1}",
        source_name="Bench",
        url=f"https://example.org/report/{number + 1}",
        published_on=at.date(),
        text_sha256=text_digest(text),
        identity_sha256=digest([number, text]),
        submitted_by=actor.user_id,
        created_at=at,
    )
    session.add(row)
    session.flush()
    session.add(
        Job(
            article_id=row.id, state=JobState.SUCCEEDED, attempt=1, heartbeat_at=at, stage="done", done=count,
            total=count, model=MODEL, claims_found=count, created_at=at, started_at=at, finished_at=at,
        )
    )  # fmt: skip
    trail.append(session, "article", row.id, "submitted", {"text": row.text_sha256}, actor.user_id, at)
    return _Written(row, list(_drafts(text, lines, at.date(), chance)), at)


@dataclass(frozen=True, slots=True)
class _Line:
    """One sentence with its parts."""

    text: str
    source: str
    bound: Bound
    said: str
    number: int
    happened: tuple[str, Measure, Basis]
    place: tuple[str, str | None]

    @classmethod
    def of(cls, chance: random.Random) -> "_Line":
        source, happened, place = chance.choice(SOURCES), chance.choice(HAPPENED), chance.choice(PLACES)
        bound, words = chance.choice(BOUNDS)
        number = int(10 ** chance.uniform(0.5, 5))
        said = f"{words}{number:,}"
        text = f"{source} said {said} people {happened[0]} in {place[0]} on Tuesday."
        return cls(text, source, bound, said, number, happened, place)


def _drafts(text: str, lines: list[_Line], day: date, chance: random.Random) -> Iterator[Draft]:
    start = 0
    for line in lines:
        yield _draft(text, start, line, day, round(chance.uniform(0.3, 1), 4))
        start += len(line.text) + 1


def _draft(text: str, start: int, line: _Line, day: date, worth: float) -> Draft:
    def span(words: str) -> Span:
        at = start + line.text.index(words)
        return Span.of(text, at, at + len(words))

    best = Decimal(line.number)
    is_open = line.bound in (Bound.AT_LEAST, Bound.MORE_THAN)
    return Draft(
        kind=Kind.FIGURE,
        sentence=Span.of(text, start, start + len(line.text)),
        standalone=line.text,
        check_worthiness=worth,
        certainty=Certainty.ASSERTED,
        measure=line.happened[1],
        basis=line.happened[2],
        quantity=Quantity(
            span=span(line.said),
            bound=line.bound,
            best=best,
            low=best,
            high=None if is_open else best,
            precision=Decimal("0.5"),
            unit="person",
            dimension=Dimension.COUNT,
            counted=span("people"),
            why=("number:digits",),
        ),
        place=Place(span(line.place[0]), line.place[1]),
        period=Period(span("on Tuesday"), day, day, PeriodPrecision.DAY),
        source=Source(span(line.source), "said", quoted=False),
        confidence={"quantity": 0.99, "measure": 0.9},
    )


def _claims(
    session: Session, article: _Written, chance: random.Random, settled: float, people: list[Member]
) -> int:
    """Write an article's claims with their trails; return how many of them have a verdict."""
    claims = [_claim(article, draft) for draft in article.drafts]
    session.add_all(claims)
    session.flush()
    judged = 0
    for claim in claims:
        sha256 = digest(claim.reading)
        session.add(Content(claim_id=claim.id, sha256=sha256, body=claim.reading))
        columns = {name: getattr(claim, name) for name in trail.REPLAYED} | {"reading": sha256}
        begun = {"changes": {name: [None, value] for name, value in columns.items()}}
        first = _event(claim, None, "extracted", begun, None, article.at)
        session.add(first)
        if chance.random() < settled:
            _settle(session, article, claim, first, chance.choice(people).actor, chance)
            judged += 1
    return judged


def _claim(article: _Written, draft: Draft) -> Claim:
    reading = claim_object(draft)
    return Claim(
        article_id=article.row.id,
        kind=draft.kind.value,
        anchor_start=draft.anchor.start,
        anchor_end=draft.anchor.end,
        reading=reading,
        model=MODEL,
        state=State.OPEN.value,
        version=1,
        round=1,
        withdrawn=False,
        created_at=article.at,
        updated_at=article.at,
        **search_columns(reading),
    )


def _settle(
    session: Session, article: _Written, claim: Claim, first: Event, actor: Actor, chance: random.Random
) -> None:
    """Give a claim a verdict as a reviewer does: taken, and settled half a minute later."""
    taken = article.at + timedelta(hours=1)
    settled = taken + timedelta(seconds=30)
    verdict = chance.choice([Verdict.SUPPORTED, Verdict.REFUTED, Verdict.MISSING_CONTEXT])
    bound_to = fingerprint(article.row.text_sha256, claim.reading)
    address, locator = "https://example.org/evidence", "paragraph 1"
    judgement = Judgement(
        claim_id=claim.id, reviewer_id=actor.user_id, round=1, verdict=verdict.value, fingerprint=bound_to,
        created_at=settled, evidence=[Evidence(url=address, locator=locator)],
    )  # fmt: skip
    session.add(judgement)
    session.flush()
    lease: dict[str, Any] = {
        "state": ["open", "in_review"],
        "lease_holder": [None, actor.user_id],
        "version": [1, 2],
    }
    second = _event(claim, first, "leased", {"changes": lease}, actor.user_id, taken)
    changes = {
        "state": ["in_review", "final"],
        "verdict": [None, verdict.value],
        "fingerprint": [None, bound_to],
        "lease_holder": [actor.user_id, None],
        "version": [2, 3],
    }
    judged = digest(
        {"verdict": verdict.value, "note": None, "evidence": [[address, None, None, None, locator]]}
    )
    data = {"changes": changes, "judgement": judgement.id, "judged": judged}
    session.add_all([second, _event(claim, second, "settled", data, actor.user_id, settled)])
    claim.state, claim.verdict, claim.fingerprint = State.FINAL.value, verdict.value, bound_to
    claim.version, claim.updated_at = 3, settled


def _event(
    claim: Claim, before: Event | None, kind: str, data: dict[str, Any], actor_id: int | None, at: datetime
) -> Event:
    event = Event(
        subject="claim",
        subject_id=claim.id,
        seq=before.seq + 1 if before else 1,
        at=at,
        actor_id=actor_id,
        kind=kind,
        data=data,
        previous=before.hash if before else trail.FIRST,
    )
    event.hash = trail.line_hash(event)
    return event


def main() -> int:
    """Fill a new database from the command line and print a token of each kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url", help="sqlite:///PATH or postgresql://...; empty or not there yet")
    parser.add_argument("--claims", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--settled", type=float, default=0.2)
    options = parser.parse_args()
    migrate(options.url)
    database = Database(options.url)
    filled = fill(database, options.claims, seed=options.seed, settled=options.settled)
    database.close()
    print(f"{filled.claims} claims, {filled.settled} settled")
    for member in (filled.admin, filled.editor, *filled.reviewers):
        print(member.actor.name, member.secret)
    return 0


if __name__ == "__main__":
    sys.exit(main())

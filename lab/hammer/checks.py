"""Whether the desk is as it must be after the hammering, and agrees with what its reviewers were told."""

import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from lab.hammer.ledger import Deed, Entry, Ledger, by_subject
from lab.hammer.site import ROOT
from models.data.database import Database
from models.data.tables import Claim, Event, Judgement
from models.domain.states import State

SWITCH_SLACK = timedelta(seconds=2)
"""A verdict that was under way while the desk's settings changed may rest on either."""


@dataclass(slots=True)
class Findings:
    """What was checked and what was wrong, in words."""

    wrongs: list[str] = field(default_factory=list)
    states: Counter[str] = field(default_factory=Counter)
    judged_by: Counter[int] = field(default_factory=Counter)
    """Final claims by the number of persons who judged them."""
    disputes: int = 0
    events: int = 0
    judgements: int = 0


def check(database: Database, ledger: Ledger, people: Sequence[int], two_since: datetime) -> Findings:
    """Hold every claim of the desk to the rules, and the whole desk to the *ledger*.

    *people* are the ids of those who kept it; since *two_since* the desk has asked for two persons.
    """
    found = Findings(wrongs=list(ledger.wrongs))
    with database.read() as session:
        trails = _trails(session)
        claims = session.scalars(select(Claim).options(selectinload(Claim.judgements))).all()
        for claim in claims:
            found.states[claim.state] += 1
            found.wrongs += _wrongs_of(claim, trails.get(claim.id, []), two_since, found)
        found.events = sum(len(trail) for trail in trails.values())
        found.judgements = sum(len(claim.judgements) for claim in claims)
        judgements = Counter((one.reviewer_id, one.claim_id) for claim in claims for one in claim.judgements)
        found.wrongs += _against_the_ledger(trails, judgements, ledger, set(people))
    return found


def _trails(session: Session) -> dict[int, list[Event]]:
    trails: dict[int, list[Event]] = {}
    for event in session.scalars(select(Event).where(Event.subject == "claim").order_by(Event.seq)):
        trails.setdefault(event.subject_id, []).append(event)
    return trails


def _wrongs_of(claim: Claim, trail: list[Event], two_since: datetime, found: Findings) -> Iterator[str]:
    """Yield what is wrong with one claim."""
    name = f"claim {claim.id}"
    if claim.lease_holder is not None:
        yield f"{name} is still held by {claim.lease_holder}"
    if claim.state not in (State.FINAL, State.DISMISSED):
        yield f"{name} is stuck: {claim.state}"
    if claim.state != State.FINAL:
        return
    standing = [one for one in claim.judgements if one.round == claim.round and one.undone_at is None]
    persons = {one.reviewer_id for one in standing}
    found.judged_by[len(persons)] += 1
    if len(persons) != len(standing):
        yield f"{name} was judged twice by one person in a round"
    kinds = {event.data["judgement"]: event.kind for event in trail if "judgement" in event.data}
    yield from (f"{name}: {words}" for words in _wrongs_of_round(claim, standing, kinds, two_since))
    found.disputes += len(standing) == 3


def _wrongs_of_round(
    claim: Claim, standing: list[Judgement], kinds: dict[int, str], two_since: datetime
) -> Iterator[str]:
    """Yield what is wrong with the judgements that made a claim final: one, two that agree, or three."""
    steps = [kinds.get(one.id) for one in standing]
    allowed = {
        1: [["settled"]],
        2: [["proposed", "settled"]],
        3: [["proposed", "disagreed", "settled"]],
    }
    if steps not in allowed.get(len(standing), []):
        yield f"its judgements were {steps}"
        return
    if len(standing) == 1 and standing[0].created_at > two_since + SWITCH_SLACK:
        yield "one person settled it where the desk asks for two"
    if len(standing) > 1 and standing[0].created_at < two_since - SWITCH_SLACK:
        yield "two persons judged it where the desk asked for one"
    if len(standing) == 2 and standing[0].verdict != standing[1].verdict:
        yield "two verdicts that differ settled it"
    if claim.verdict != standing[-1].verdict:
        yield f"its verdict is {claim.verdict}, the last judgement says {standing[-1].verdict}"


def _against_the_ledger(
    trails: dict[int, list[Event]],
    judgements: Counter[tuple[int, int]],
    ledger: Ledger,
    people: set[int],
) -> Iterator[str]:
    """Yield what was confirmed and is not there, what is there and nobody sent, and what was overwritten."""
    made: Counter[tuple[int, int, Deed]] = Counter()
    reached: dict[tuple[int, int], Event] = {}
    for claim_id, trail in trails.items():
        for event in trail:
            if moved := event.data["changes"].get("version"):
                reached[claim_id, moved[1]] = event
            if event.actor_id in people:
                made.update((event.actor_id, claim_id, deed) for deed in Deed if event.kind in deed.events)
    yield from _unkept_promises(ledger, reached)
    done = by_subject(ledger.done())
    perhaps = by_subject(entry for entry in ledger.entries if entry.is_done or entry.is_unknown)
    for subject in made.keys() | done.keys():
        who, claim_id, deed = subject
        if not done[subject] <= made[subject] <= perhaps[subject]:
            yield (
                f"claim {claim_id}: {who} was told of {done[subject]} times {deed}, may have sent "
                f"{perhaps[subject]}, and the trail has {made[subject]}"
            )
        if deed is Deed.JUDGE and judgements[who, claim_id] != made[subject]:
            kept = judgements[who, claim_id]
            yield f"claim {claim_id}: {who} has {kept} judgements and {made[subject]} events"


def _unkept_promises(ledger: Ledger, reached: dict[tuple[int, int], Event]) -> Iterator[str]:
    """Yield the writes that were answered with a version which the trail does not give them."""
    takers: dict[int, Entry] = {}
    for entry in ledger.done():
        assert entry.version is not None
        # What a write sets off (a lease before it, a verdict that falls after it) moves the version too.
        steps = (reached.get((entry.claim_id, v)) for v in range(entry.seen + 1, entry.version + 1))
        its_own = [e for e in steps if e and e.actor_id == entry.who and e.kind in entry.deed.events]
        what = f"claim {entry.claim_id}: {entry.who} was told that {entry.deed} made version {entry.version}"
        if len(its_own) != 1:
            yield f"{what}, and the trail has {len(its_own)} such events"
        elif takers.setdefault(its_own[0].id, entry).intent != entry.intent:
            yield f"{what}, and so was another write"


def audit(site_environment: dict[str, str]) -> str:
    """Run ``./claimbench audit verify``; return what it names, and nothing when every chain is whole."""
    done = subprocess.run(
        [str(ROOT / "claimbench"), "audit", "verify"],
        env=site_environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else (done.stdout + done.stderr)[-2000:] or "it failed without a word"

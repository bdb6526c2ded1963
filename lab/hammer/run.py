"""One run on one database: a desk, eight reviewers, a server that is killed again and again, and the end."""

import random
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from lab.bench.desk import BEGUN, PASSWORD, Member, fill
from lab.hammer.checks import Findings, audit, check
from lab.hammer.client import Client, Lost, Tally
from lab.hammer.closing import Closing
from lab.hammer.ledger import Ledger
from lab.hammer.reviewer import PAUSE, TRIES, Reviewer
from lab.hammer.site import Site, empty_database
from models.data.database import Database
from models.data.migrate import migrate
from models.data.tables import Claim
from models.domain.roles import Role
from models.domain.states import State
from models.workflow import accounts, leases
from models.workflow.clock import now

EDITORS = 3
REVIEWERS = 8
LEASE_MINUTES = 1
SECOND_PERSON_FROM = 0.3
"""The share of claims after which the desk asks for two persons."""
ENOUGH = 0.8
"""The share of claims that are done with when nobody starts anything new, and the desk is tidied up."""
LEFT_BEHIND = 0.01
"""The share of claims that somebody takes and leaves for good."""
GIVE_UP_AFTER = 1800.0


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done; with ``waits`` leases run out by themselves, else the clock is put forward."""

    engine: str
    claims: int
    worker_kills: int
    master_kills: int
    seed: int
    waits: bool = True


@dataclass(slots=True)
class Outcome:
    """What came of a run; times are seconds."""

    plan: Plan
    tally: Tally
    ledger: Ledger
    findings: Findings
    killed_workers: int = 0
    killed_masters: int = 0
    filled_in: float = 0.0
    hammered_for: float = 0.0
    tidied_for: float = 0.0
    left_behind: int = 0
    wrongs: list[str] = field(default_factory=list)


def run(plan: Plan) -> Outcome:
    """Do one run and return everything that it found."""
    begun = time.monotonic()
    with empty_database(plan.engine) as url, tempfile.TemporaryDirectory(prefix="claimbench-hammer-") as var:
        migrate(url)
        database = Database(url)
        try:
            desk = _Desk(plan, database)
            filled_in = time.monotonic() - begun
            with Site(url, Path(var)) as site:
                outcome = desk.hammer(site)
                outcome.filled_in = filled_in
                outcome.wrongs += _wrongs_of_the_server(site, outcome)
                if words := audit(site.environment):
                    outcome.wrongs.append(f"audit verify: {words}")
        finally:
            database.close()
    return outcome


def _wrongs_of_the_server(site: Site, outcome: Outcome) -> list[str]:
    wrongs = outcome.tally.failures[:5]
    if len(outcome.tally.failures) > len(wrongs):
        wrongs.append(f"... and {len(outcome.tally.failures) - len(wrongs)} more")
    if "request_failed" in site.log or "Traceback" in site.log:
        wrongs.append("the server's log has an error: " + site.log[-1500:])
    return wrongs


class _Desk:
    """The desk of one run with its people."""

    def __init__(self, plan: Plan, database: Database) -> None:
        self.plan, self.database = plan, database
        filled = fill(database, plan.claims, seed=plan.seed, settled=0.0, reviewers=REVIEWERS - EDITORS)
        self.admin = filled.admin
        others = [self._add(f"editor-{number}") for number in range(2, EDITORS + 1)]
        self.people = [filled.editor, *others, *filled.reviewers]
        self.leaver = self._add("leaver")
        self.tally, self.ledger = Tally(), Ledger()
        self.closing = Closing(len(self.people))
        self.rng = random.Random(plan.seed)

    def _add(self, name: str) -> Member:
        with self.database.write() as session:
            user = accounts.add_user(session, None, name, PASSWORD, Role.EDITOR, BEGUN)
            secret = accounts.mint_token(session, None, user.id, "hammer", BEGUN).secret
            return Member(accounts.actor_of(user), secret)

    def hammer(self, site: Site) -> Outcome:
        """Let everybody work while the server is killed, then tidy up, and look."""
        self._set(site, {"second_reviewer": False})
        reviewers = [self._reviewer(site, number, member) for number, member in enumerate(self.people)]
        threads = [threading.Thread(target=one.work, daemon=True) for one in reviewers]
        begun = time.monotonic()
        for thread in threads:
            thread.start()
        left = self._leave_some_behind(site)
        two_since = self._kill_on_the_way(site, begun)
        hammered = time.monotonic()
        self._tidy_up(site, reviewers, threads)
        ended = time.monotonic()
        findings = check(self.database, self.ledger, [one.who for one in reviewers], two_since)
        return Outcome(
            self.plan, self.tally, self.ledger, findings, site.killed_workers, site.killed_masters,
            hammered_for=hammered - begun, tidied_for=ended - hammered, left_behind=left,
            wrongs=list(findings.wrongs),
        )  # fmt: skip

    def _reviewer(self, site: Site, number: int, member: Member) -> Reviewer:
        clients = (self._client(site, member), self._client(site, member))
        seed = f"{self.plan.seed}-{number}"
        return Reviewer(
            member.actor.user_id,
            number < EDITORS,
            clients,
            self.plan.claims,
            self.ledger,
            self.closing,
            seed,
        )

    def _client(self, site: Site, member: Member) -> Client:
        return Client(site.port, member.secret, self.tally)

    def _set(self, site: Site, settings: dict[str, object]) -> datetime:
        """Change the desk's settings as its admin, over HTTP; return when that was."""
        client = self._client(site, self.admin)
        wanted = {"check_threshold": 0.0, "lease_minutes": LEASE_MINUTES, **settings}
        for _ in range(TRIES):
            try:
                seen = client.send("GET", "/v1/settings")
                if (
                    seen.status == 200
                    and client.send("PUT", "/v1/settings", wanted, seen.version).status == 200
                ):
                    client.close()
                    return now()
            except Lost:
                time.sleep(PAUSE)
        raise RuntimeError("the desk's settings could not be changed")

    def _leave_some_behind(self, site: Site) -> int:
        """Take some claims and never come back."""
        client, left = self._client(site, self.leaver), 0
        count = max(2, round(self.plan.claims * LEFT_BEHIND))
        for claim_id in self.rng.sample(range(1, self.plan.claims + 1), count):
            try:
                left += client.send("POST", f"/v1/claims/{claim_id}/lease").status == 200
            except Lost:
                continue
        client.close()
        return left

    def _kill_on_the_way(self, site: Site, begun: float) -> datetime:
        """Kill at random points of the way, until enough is done; return when the second person came."""
        kills = [False] * self.plan.worker_kills + [True] * self.plan.master_kills
        self.rng.shuffle(kills)
        points = sorted(self.rng.uniform(0.02, ENOUGH - 0.05) for _ in kills)
        due = list(zip(points, kills, strict=True))
        two_since: datetime | None = None
        while (share := self._share_done()) < ENOUGH or due or two_since is None:
            if two_since is None and share >= SECOND_PERSON_FROM:
                two_since = self._set(site, {"second_reviewer": True})
            if due and share >= due[0][0] and site.kill(self.rng, master=due[0][1]):
                due.pop(0)
            if time.monotonic() - begun > GIVE_UP_AFTER:
                raise RuntimeError(
                    f"after {GIVE_UP_AFTER:.0f} s only {share:.0%} of the claims are done with"
                )
            time.sleep(0.2)
        return two_since

    def _share_done(self) -> float:
        with self.database.read() as session:
            done = session.scalar(
                select(func.count()).where(Claim.state.in_([State.FINAL.value, State.DISMISSED.value]))
            )
        return (done or 0) / self.plan.claims

    def _tidy_up(
        self, site: Site, reviewers: Sequence[Reviewer], threads: Sequence[threading.Thread]
    ) -> None:
        """Let leases run out and stale claims be reopened, and everybody work until the queue is empty."""
        if self.plan.waits:
            time.sleep(LEASE_MINUTES * 60 + 1)
        else:
            # The sweep of a minute later; everybody's leases run out under their hands.
            with self.database.write() as session:
                leases.expire_all(session, now() + timedelta(minutes=LEASE_MINUTES, seconds=1))
        editor = self._client(site, self.leaver)
        end = time.monotonic() + GIVE_UP_AFTER / 3
        for reviewer in reviewers:
            reviewer.is_tidying.set()
        self.closing.worked()  # what was found empty before leases ran out and stale claims came back
        was_due = False
        # Once more when all is quiet: what fell last must not stay behind.
        while not (was_due and self.closing.is_due) and time.monotonic() < end:
            quiet = self.closing.is_due
            was_due = self._reopen_stale(editor) and quiet
            time.sleep(PAUSE)
        for reviewer in reviewers:
            reviewer.given_up.set()
        for thread in threads:
            thread.join(60)
        editor.close()

    def _reopen_stale(self, editor: Client) -> bool:
        """Reopen what has gone stale; False when the server did not answer."""
        try:
            stale = editor.send("GET", "/v1/claims?status=stale&limit=100").body["items"]
            for claim in stale:
                self.closing.worked()
                path = f"/v1/claims/{claim['id']}/reopen"
                editor.send("POST", path, {"reason": "It has gone stale."}, claim["version"])
        except Lost:
            return False
        return True

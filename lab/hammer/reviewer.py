"""A reviewer who works in earnest, and does everything that a hurried person does on a bad line."""

import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from lab.hammer.client import Answer, Client, Json, Lost
from lab.hammer.closing import Closing
from lab.hammer.ledger import Deed, Entry, Ledger
from models.domain.states import Verdict

TRIES = 8
PAUSE = 0.25
VERDICTS = (Verdict.SUPPORTED, Verdict.REFUTED, Verdict.MISSING_CONTEXT, Verdict.NOT_CHECKABLE)


@dataclass(frozen=True, slots=True)
class Habits:
    """How often, of a hundred claims in hand, a reviewer does what is not the straight way."""

    lease_any: int = 15
    release: int = 5
    dismiss: int = 6
    correct: int = 8
    stale_write: int = 8
    double_click: int = 12
    disagree: int = 8
    undo: int = 5
    repeat: int = 15
    meddle: int = 6
    """Reopen (an editor) or correct a claim that was done with."""


class Reviewer:
    """One person with a token; :meth:`work` is the body of a thread."""

    def __init__(
        self,
        who: int,
        is_editor: bool,
        clients: tuple[Client, Client],
        claims: int,
        ledger: Ledger,
        closing: Closing,
        seed: str,
    ) -> None:
        self.who, self.is_editor, self.claims, self.ledger = who, is_editor, claims, ledger
        self.client, self.second_hand = clients
        self.closing = closing
        self.rng = random.Random(seed)
        self.habits = Habits()
        self.is_tidying = threading.Event()
        self.given_up = threading.Event()
        self._keys = 0

    def work(self) -> None:
        """Take claims and judge them until all are told to stop."""
        while not self.given_up.is_set():
            look = self.closing.look()
            try:
                if not self.is_tidying.is_set() and self._happens(self.habits.meddle):
                    self._meddle()
                in_hand = self._take()
                if in_hand is None:
                    self.closing.found_none(self.who, look)
                    time.sleep(PAUSE)
                    continue
                self.closing.worked()
                try:
                    self._treat(in_hand)
                finally:
                    self.closing.worked()
            except Lost:
                time.sleep(PAUSE)
        self.client.close()
        self.second_hand.close()

    # Taking

    def _take(self) -> Answer | None:
        """Take the next claim of the queue, or any claim, as a person who follows a link does."""
        if not self.is_tidying.is_set() and self._happens(self.habits.lease_any):
            answer = self._persist(
                lambda: self.client.send("POST", f"/v1/claims/{self._any_claim()}/lease", key=self._new_key())
            )
            if answer.status == 200:
                return answer
        key = self._new_key()
        answer = self._persist(lambda: self.client.send("POST", "/v1/queue/next", key=key))
        if answer.status == 200 and self._happens(self.habits.repeat):
            again = self._persist(lambda: self.client.send("POST", "/v1/queue/next", key=key))
            self.ledger.note("requests repeated with their key")
            if again.status == 200 and again.body["id"] != answer.body["id"]:
                self.ledger.accuse(f"one key gave claims {answer.body['id']} and {again.body['id']}")
        if answer.status == 200:
            holder = (answer.body["lease"] or {}).get("holder", {}).get("id")
            if holder not in (self.who, None):
                self.ledger.accuse(f"claim {answer.body['id']} was given to {self.who} and {holder} at once")
        return answer if answer.status == 200 else None

    # What is done with a claim in hand

    def _treat(self, in_hand: Answer) -> None:
        claim, version = in_hand.body, in_hand.version or 0
        path = f"/v1/claims/{claim['id']}"
        if self._happens(self.habits.release):
            self._post(Deed.RELEASE, claim["id"], f"{path}/release", None, version)
            return
        if claim["state"] == "in_review" and self._happens(self.habits.dismiss):
            reason = {"reason": self.rng.choice(["not_a_claim", "wrong_span"])}
            done = self._post(Deed.DISMISS, claim["id"], f"{path}/dismiss", reason, version)
            self._regret(done, claim["id"])
            return
        if self._happens(self.habits.correct):
            corrected = self._correct(claim["id"], version)
            if corrected.status != 200 or corrected.version is None:
                return
            version = corrected.version
        if version > 1 and self._happens(self.habits.stale_write):
            stale = self._judge(claim, version - 1)
            self.ledger.note("stale writes sent")
            if stale is not None and stale.status != 412:
                self.ledger.accuse(f"a stale write on claim {claim['id']} was answered {stale.status}")
        twice = self._happens(self.habits.double_click)
        answer = self._judge_twice(claim, version) if twice else self._judge(claim, version)
        if answer is not None and answer.status == 403:
            self._complain(claim["id"], version)
            self._post(Deed.RELEASE, claim["id"], f"{path}/release", None, version)
        self._regret(answer, claim["id"])

    def _complain(self, claim_id: int, version: int) -> None:
        """Accuse the queue of a claim that may not be judged, unless it was changed since it was handed out.

        A lease that ran out in between lets others judge and disagree; who may is asked before the version.
        """
        seen = self._persist(lambda: self.client.send("GET", f"/v1/claims/{claim_id}"))
        if seen.status == 200 and seen.version == version:
            self.ledger.accuse(f"claim {claim_id} was handed to somebody who may not judge it")
        else:
            self.ledger.note("claims disputed by others after the lease had run out")

    def _verdict(self, claim: Json) -> Json:
        # Most people see the same thing in a claim, or the second verdict would seldom agree.
        sees = VERDICTS[claim["id"] % len(VERDICTS)]
        verdict = self.rng.choice(VERDICTS) if self._happens(self.habits.disagree) else sees
        if verdict is Verdict.NOT_CHECKABLE:
            return {"verdict": verdict.value, "note": "Nobody keeps such figures."}
        page = {"url": "https://example.org/evidence", "locator": "paragraph 2", "quote": "as reported"}
        return {"verdict": verdict.value, "evidence": [page]}

    def _judge(self, claim: Json, version: int) -> Answer | None:
        body = self._verdict(claim)
        path = f"/v1/claims/{claim['id']}/verdict"
        return self._write(
            Deed.JUDGE, claim["id"], version, lambda: self.client.send("PUT", path, body, version)
        )

    def _judge_twice(self, claim: Json, version: int) -> Answer | None:
        """Send one verdict from two connections at the same moment; at most one may be taken."""
        body, path = self._verdict(claim), f"/v1/claims/{claim['id']}/verdict"
        self.ledger.note("double clicks")

        def click(client: Client) -> Answer | None:
            try:
                return self._write(
                    Deed.JUDGE, claim["id"], version, lambda: client.send("PUT", path, body, version)
                )
            except Lost:
                return None

        with ThreadPoolExecutor(2) as hands:
            both = list(hands.map(click, (self.client, self.second_hand)))
        taken = [answer for answer in both if answer is not None and answer.status == 200]
        if len(taken) > 1:
            self.ledger.accuse(f"both clicks on claim {claim['id']} were taken")
        return taken[0] if taken else both[0]

    def _regret(self, answer: Answer | None, claim_id: int) -> None:
        is_done = answer is not None and answer.status == 200 and answer.version is not None
        if is_done and not self.is_tidying.is_set() and self._happens(self.habits.undo):
            assert answer is not None
            self._post(Deed.UNDO, claim_id, f"/v1/claims/{claim_id}/undo", None, answer.version or 0)

    def _correct(self, claim_id: int, version: int) -> Answer:
        patch = {"certainty": self.rng.choice(["asserted", "possible", "denied"])}
        return self._write(
            Deed.CORRECT,
            claim_id,
            version,
            lambda: self.client.send("PATCH", f"/v1/claims/{claim_id}", patch, version),
        )

    def _meddle(self) -> None:
        """Look at any claim again: an editor reopens what is done with, others correct a field."""
        seen = self._persist(lambda: self.client.send("GET", f"/v1/claims/{self._any_claim()}"))
        if seen.status != 200 or seen.version is None:
            return
        if self.is_editor and seen.body["state"] in ("final", "dismissed", "stale"):
            self.reopen(seen.body["id"], seen.version)
        elif seen.body["state"] in ("final", "open", "proposed") and self._happens(40):
            self._correct(seen.body["id"], seen.version)

    def reopen(self, claim_id: int, version: int) -> Answer:
        """Open a claim for a new round."""
        body = {"reason": "Looked at once more."}
        return self._post(Deed.REOPEN, claim_id, f"/v1/claims/{claim_id}/reopen", body, version)

    # Sending

    def _post(self, deed: Deed, claim_id: int, path: str, body: Json | None, version: int) -> Answer:
        key = self._new_key()
        answer = self._write(
            deed, claim_id, version, lambda: self.client.send("POST", path, body, version, key)
        )
        if self._happens(self.habits.repeat):
            self.ledger.note("requests repeated with their key")
            again = self._persist(lambda: self.client.send("POST", path, body, version, key))
            is_another = (again.status, again.version) != (answer.status, answer.version)
            if is_another and again.status == 200 and answer.status == 200:
                self.ledger.accuse(f"one key had two answers: {path} {answer.version} {again.version}")
        return answer

    def _write(self, deed: Deed, claim_id: int, seen: int, send: Callable[[], Answer]) -> Answer:
        """Send a write until it is answered, and keep every outcome."""
        intent = self.ledger.new_intent()
        for _ in range(TRIES):
            try:
                answer = send()
            except Lost:
                self.ledger.write(Entry(intent, self.who, claim_id, deed, seen, None, None))
                time.sleep(PAUSE)
                continue
            self.ledger.write(Entry(intent, self.who, claim_id, deed, seen, answer.status, answer.version))
            return answer
        raise Lost(f"no answer in {TRIES} tries")

    def _persist(self, send: Callable[[], Answer]) -> Answer:
        """Send something that may be sent again, until it is answered."""
        for _ in range(TRIES):
            try:
                return send()
            except Lost:
                time.sleep(PAUSE)
        raise Lost(f"no answer in {TRIES} tries")

    def _new_key(self) -> str:
        self._keys += 1
        return f"hammer-{self.who}-{self._keys}"

    def _any_claim(self) -> int:
        return self.rng.randint(1, self.claims)

    def _happens(self, of_a_hundred: int) -> bool:
        return self.rng.random() * 100 < of_a_hundred

"""Every write is refused in the contract's order: 401, 403, 404, 428, 412, 422, 409."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest

from models.domain.references.files import row_of_object
from models.domain.roles import Actor
from models.domain.states import Verdict
from models.workflow import figures, references, review
from tests.api.client import Caller
from tests.factories import PAGE, TEXT, Desk
from tests.ferry import compare_all, figure_of, tell

NOWHERE = 424242
_COUNT = itertools.count()
GOOD_VERDICT = {"verdict": "supported", "evidence": [{"url": "https://example.org/r", "locator": "p. 2"}]}


def a_claim(desk: Desk) -> int:
    # Another text each time: the same article would be recognised, with its job that has run.
    return desk.claims(f"{TEXT} {next(_COUNT)}")[0]


def a_final_claim(desk: Desk) -> int:
    claim_id = a_claim(desk)
    desk.decide(desk.reviewer, claim_id)
    return claim_id


def a_dismissed_claim(desk: Desk) -> int:
    claim_id = a_claim(desk)
    with desk.database.write() as session:
        review.dismiss(
            session, desk.reviewer, claim_id, 1, review.DismissReason.NOT_A_CLAIM, None, None, desk.now
        )
    return claim_id


def an_article(desk: Desk) -> int:
    return desk.submit(f"{TEXT} {next(_COUNT)}")[0]


def a_job(desk: Desk) -> int:
    return desk.submit(f"{TEXT} {next(_COUNT)}")[1]


def a_done_job(desk: Desk) -> int:
    _, job_id = desk.submit(f"{TEXT} {next(_COUNT)}")
    desk.run(job_id)
    return job_id


def a_user(desk: Desk) -> int:
    return desk.admin.user_id


def a_figure(desk: Desk) -> int:
    claim_id = tell(desk, 7, "Some", source=f"Paper {next(_COUNT)}")
    compare_all(desk)
    return figure_of(desk, claim_id)


def a_joined_figure(desk: Desk) -> int:
    one, other = a_figure(desk), figure_apart(desk)
    with desk.database.write() as session:
        version = figures.get(session, one).version
        figures.join(session, desk.reviewer, one, version, other, None, desk.now)
    return other


def figure_apart(desk: Desk) -> int:
    claim_id = tell(desk, 7, "Others", on=date(2001, 1, 1) + timedelta(days=next(_COUNT) * 40))
    compare_all(desk)
    return figure_of(desk, claim_id)


def a_reference(desk: Desk) -> int:
    row = {"publisher": f"Agency {next(_COUNT)}", "as_of": "2024-05-01", "measure": "killed", "value": "21"}
    checked = references.check([row_of_object(row)], desk.now)
    with desk.database.write() as session:
        references.take(session, desk.editor, checked, desk.now, sha256="0" * 64)
        return references.by_row(session, checked[0]).id


def a_withdrawn_reference(desk: Desk) -> int:
    reference_id = a_reference(desk)
    with desk.database.write() as session:
        references.withdraw(session, desk.editor, reference_id, 1, None, desk.now)
    return reference_id


def nothing(_desk: Desk) -> int:
    return 0


@dataclass(frozen=True)
class Write:
    """One write route: who may, about what, and bodies that are broken, wrong and right."""

    method: str
    path: str
    by: Callable[[Desk], Actor]
    too_weak: Callable[[Desk], Actor] | None = None
    about: Callable[[Desk], int] = nothing
    is_versioned: bool = False
    wrong: dict[str, Any] | None = None
    right: dict[str, Any] | None = None
    unread: str = "text/plain"  # a content type that it does not take
    conflicting: Callable[[Desk], int] | None = None
    conflict_body: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    def at(self, number: int | str) -> str:
        return self.path.replace("ID", str(number))


def SUE(desk: Desk) -> Actor:  # noqa: N802 - short names, so that the table below can be read
    return desk.submitter


def ROB(desk: Desk) -> Actor:  # noqa: N802
    return desk.reviewer


def EVE(desk: Desk) -> Actor:  # noqa: N802
    return desk.editor


def ADA(desk: Desk) -> Actor:  # noqa: N802
    return desk.admin


WRITES = [
    Write("POST", "/v1/articles", SUE, wrong={"text": ""}, right={"text": "One."}),
    Write("PATCH", "/v1/articles/ID", SUE, about=an_article, is_versioned=True,
          wrong={"url": "ftp://x"}, right={}),
    Write("POST", "/v1/articles/ID/extract", EVE, ROB, about=an_article),
    Write("POST", "/v1/articles/ID/takedown", ADA, EVE, about=an_article,
          wrong={"reason": ""}, right={"reason": "A court said so."}),
    Write("DELETE", "/v1/jobs/ID", SUE, about=a_job, conflicting=a_done_job),
    Write("POST", "/v1/jobs/ID/retry", SUE, about=a_job, conflicting=a_done_job),
    Write("PUT", "/v1/claims/ID/verdict", ROB, SUE, about=a_claim, is_versioned=True,
          wrong={"verdict": "supported"}, right=GOOD_VERDICT, conflicting=a_final_claim),
    Write("POST", "/v1/claims/ID/lease", ROB, SUE, about=a_claim, conflicting=a_final_claim),
    Write("POST", "/v1/claims/ID/release", ROB, SUE, about=a_claim, is_versioned=True, conflicting=a_claim),
    Write("POST", "/v1/claims/ID/undo", ROB, SUE, about=a_claim, is_versioned=True, conflicting=a_claim),
    Write("POST", "/v1/claims/ID/dismiss", ROB, SUE, about=a_claim, is_versioned=True,
          wrong={"reason": "duplicate_of"}, right={"reason": "not_a_claim"}, conflicting=a_final_claim),
    Write("POST", "/v1/claims/ID/reopen", EVE, ROB, about=a_claim, is_versioned=True,
          wrong={"reason": " "}, right={"reason": "New report."}, conflicting=a_claim),
    Write("PATCH", "/v1/claims/ID", ROB, SUE, about=a_claim, is_versioned=True,
          wrong={"measure": "deaths"}, right={"measure": "injured"}, conflicting=a_dismissed_claim),
    Write("POST", "/v1/claims/ID/put-back", ROB, SUE, about=a_claim, is_versioned=True,
          wrong={"fields": []}, right={"fields": ["measure"]}),
    Write("POST", "/v1/claims/ID/preview", ROB, SUE, about=a_claim, wrong={"measure": "deaths"}),
    Write("POST", "/v1/claims/dismiss", ROB, SUE, wrong={"claims": [], "reason": "not_a_claim"}),
    Write("POST", "/v1/claims/undo", ROB, SUE, wrong={"claims": [{"id": 1}]}),
    Write("POST", "/v1/queue/next", ROB, SUE, wrong={"skip": ["a"]}),
    Write("POST", "/v1/claims/ID/check-source", ROB, SUE, about=a_claim, wrong={"text": ""},
          unread="application/msword"),
    Write("POST", "/v1/references", EVE, ROB,
          wrong={"publisher": "A", "as_of": "May", "measure": "killed", "value": "1"}),
    Write("POST", "/v1/references/ID/withdraw", EVE, ROB, about=a_reference, is_versioned=True,
          wrong={"reason": 7}, right={"reason": None}, conflicting=a_withdrawn_reference),
    Write("POST", "/v1/figures/ID/split", ROB, SUE, about=a_figure, is_versioned=True, wrong={"claim_id": 0},
          right={"claim_id": 1}, conflicting=a_joined_figure),
    Write("POST", "/v1/figures/ID/join", ROB, SUE, about=a_figure, is_versioned=True, wrong={"figure_id": 0},
          right={"figure_id": 1}, conflicting=a_joined_figure),
    Write("POST", "/v1/figures/ID/pin", ROB, SUE, about=a_figure, is_versioned=True, wrong={"pinned": 1},
          right={"pinned": True}, conflicting=a_joined_figure),
    Write("PUT", "/v1/settings", ADA, EVE, is_versioned=True, wrong={"lease_minutes": 0}, right={}),
    Write("POST", "/v1/users", ADA, EVE, wrong={"name": "x", "password": "short", "role": "editor"},
          right={"name": "x", "password": "long enough here", "role": "editor"},
          conflicting=nothing, conflict_body={"name": "rob"}),
    Write("PATCH", "/v1/users/ID", ADA, EVE, about=a_user, is_versioned=True, wrong={"password": "short"},
          right={"disabled": True}, conflicting=a_user),
    Write("POST", "/v1/tokens", SUE, wrong={"name": ""}, right={"name": "script"}),
    Write("DELETE", "/v1/tokens/ID", SUE),
]  # fmt: skip
BROKEN = b'{"half": '


def by_version(api: Caller, write: Write, number: int) -> int:
    """The version that stands, as a GET shows it."""
    path = write.at(number)
    for action in (
        "/verdict",
        "/release",
        "/undo",
        "/dismiss",
        "/reopen",
        "/withdraw",
        "/put-back",
        "/split",
        "/join",
        "/pin",
    ):
        path = path.removesuffix(action)
    return int(api.by(api.desk.admin).get(path).headers["ETag"].strip('"'))


@pytest.mark.parametrize("write", WRITES, ids=str)
def test_a_write_is_refused_in_order(api: Caller, desk: Desk, write: Write):
    has_id = "ID" in write.path
    nowhere = write.at(NOWHERE)

    def status(caller: Caller, path: str, **more: Any) -> int:
        return caller.send(write.method, path, **more).status_code

    assert status(api, nowhere, data=BROKEN) == 401
    assert status(Caller(api.app, desk, "wrong"), nowhere, data=BROKEN) == 401
    if write.too_weak is not None:
        assert status(api.by(write.too_weak(desk)), nowhere, data=BROKEN) == 403
    person = api.by(write.by(desk))
    if has_id:
        assert status(person, nowhere, data=BROKEN) == 404
    number = write.about(desk)
    here = write.at(number)
    seen: dict[str, Any] = {}
    if write.is_versioned:
        assert status(person, here, data=BROKEN) == 428
        assert status(person, here, data=BROKEN, version=99) == 412
        seen["version"] = by_version(api, write, number)
    if write.wrong is not None:
        assert status(person, here, data=BROKEN, **seen) == 400
        assert status(person, here, data=b"{}", Content_Type=write.unread, **seen) == 415
        unknown = person.send(write.method, here, {**write.wrong, "surprise": 1}, **seen)
        assert unknown.status_code == 422
        assert unknown.json["errors"]["surprise"] == ["Unknown field."]
        assert status(person, here, body=write.wrong, **seen) == 422
    if write.conflicting is not None:
        refuse_a_conflict(api, desk, write)


def refuse_a_conflict(api: Caller, desk: Desk, write: Write) -> None:
    """A wrong body is refused before the state, and the state before anything happens."""
    assert write.conflicting is not None
    number = write.conflicting(desk)
    here, person = write.at(number), api.by(write.by(desk))
    seen = {"version": by_version(api, write, number)} if write.is_versioned else {}
    if write.wrong is not None:
        wrong = {**write.wrong, **write.conflict_body}
        assert person.send(write.method, here, wrong, **seen).status_code == 422
    body = {**write.right, **write.conflict_body} if write.right is not None else None
    refused = person.send(write.method, here, body, **seen)
    assert refused.status_code == 409, refused.text
    assert refused.json["message"]


def test_the_table_knows_every_write_of_the_openapi(api: Caller):
    paths = api.get("/openapi.json").json["paths"]
    served = {
        (method.upper(), path)
        for path, operations in paths.items()
        for method in operations
        if method in ("post", "put", "patch", "delete") and path != "/v1/session"
    }
    ids = ("article_id", "job_id", "claim_id", "figure_id", "reference_id", "user_id", "token_id")
    for name in ids:
        served = {(method, path.replace(f"{{{name}}}", "ID")) for method, path in served}
    assert served == {(write.method, write.path) for write in WRITES}


@pytest.mark.parametrize(
    "number", ["0", "-1", "abc", "1.5", "9223372036854775808", "1" * 400, "²", "%00", "0x1", "%ED%A0%80"]
)
def test_what_is_no_id_is_found_nowhere(api: Caller, desk: Desk, number: str):
    admin = api.by(desk.admin)
    for write in WRITES:
        if "ID" in write.path:
            assert admin.send(write.method, write.at(number)).status_code == 404, str(write)
    for path in ("articles/ID", "articles/ID/claims", "jobs/ID", "claims/ID", "claims/ID/events", "users/ID"):
        assert admin.get(f"/v1/{path.replace('ID', number)}").status_code == 404, path


def test_who_may_not_settle_a_disagreement_is_told_so_before_the_version(api: Caller, desk: Desk):
    desk.set(second_reviewer=True)
    claim_id = a_claim(desk)
    desk.decide(desk.reviewer, claim_id, Verdict.SUPPORTED)
    desk.decide(desk.second, claim_id, Verdict.REFUTED)
    third = api.by(desk.person("tom", desk.reviewer.role))
    assert third.send("PUT", f"/v1/claims/{claim_id}/verdict", data=BROKEN).status_code == 403
    assert api.by(desk.editor).send("PUT", f"/v1/claims/{claim_id}/verdict", data=BROKEN).status_code == 428


def test_who_may_not_undo_anothers_step_is_told_so_before_the_version(api: Caller, desk: Desk):
    claim_id = a_final_claim(desk)
    assert api.by(desk.second).post(f"/v1/claims/{claim_id}/undo").status_code == 403
    assert api.by(desk.reviewer).post(f"/v1/claims/{claim_id}/undo").status_code == 428


@pytest.mark.parametrize("seen", ["*", 'W/"1"', '"0"', '"x"', "1, 2", '"1x"', '""'])
def test_an_if_match_that_names_no_standing_version_writes_nothing(api: Caller, desk: Desk, seen: str):
    claim_id = a_claim(desk)
    path = f"/v1/claims/{claim_id}/verdict"
    refused = api.by(desk.reviewer).send("PUT", path, GOOD_VERDICT, If_Match=seen)
    expected = {"*": 428, "1, 2": 200}.get(seen, 412)
    assert refused.status_code == expected
    assert (desk.claim(claim_id).state == "open") == (expected != 200)


def test_evidence_is_checked_item_by_item(api: Caller, desk: Desk):
    claim_id, other = desk.claims()
    evidence = [
        {"url": "javascript:alert(1)", "locator": "here"},
        {"claim_id": other, "locator": "here"},
        {"claim_id": claim_id, "locator": "here"},
        {"claim_id": NOWHERE, "locator": "here"},
        {"url": PAGE.url, "claim_id": other, "locator": "here"},
        {"url": PAGE.url, "locator": " "},
    ]
    path = f"/v1/claims/{claim_id}/verdict"
    refused = api.by(desk.reviewer).send("PUT", path, {"verdict": "refuted", "evidence": evidence}, version=1)
    assert refused.status_code == 422
    assert sorted(refused.json["errors"]) == [f"evidence.{index}" for index in range(6)]
    malformed = [{"url": 1, "locator": "x"}, {"claim_id": 2**63, "locator": "x"}, {"quote": "x"}, "page"]
    refused = api.by(desk.reviewer).send("PUT", path, {"verdict": "maybe", "evidence": malformed}, version=1)
    assert sorted(refused.json["errors"]) == [
        "evidence.0.url", "evidence.1.claim_id", "evidence.2.locator", "evidence.3", "verdict"
    ]  # fmt: skip

"""No GET route, of the API or of the page, tells anybody but its author what an open first verdict is.

Two desks are alike but for the first verdict. Every answer that somebody else gets must be the same on both.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from api import create_app, queue
from models.data.database import Database
from models.domain.roles import Actor, Role
from models.domain.states import Verdict
from models.workflow import review
from models.workflow.review import NewEvidence
from tests.api.client import Caller
from tests.api.conftest import settings_for
from tests.factories import PASSWORD, Desk

SECRET = "zebra-7261"  # in all that the first person writes
# Log-ins, forms, and how long the processes took: they differ between any two runs.
NOISE = re.compile(
    r'name="csrf_token" value="[^"]*"|"csrf_token": ?"[^"]*"|csrf[^"]{0,20}"[^"]{0,20}"[\w-]{30,}"'
    r"|[\w-]{43}|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|\+00:00)|\d+ \w+ \d{4}, \d\d:\d\d UTC"
    r"|claimbench_request_seconds.*|/v1/claims/\d+/at\?\S+"
)


def proposed(desk: Desk, claim_id: int, verdict: Verdict) -> None:
    """Somebody has judged, and a second verdict is awaited."""
    page = NewEvidence(locator=f"p. {SECRET}", url=f"https://example.org/{SECRET}", quote=SECRET)
    desk.decide(desk.reviewer, claim_id, verdict, (page,), f"note {SECRET} {verdict.value}")


def agreed_and_taken_back(desk: Desk, claim_id: int, verdict: Verdict) -> None:
    """A second person has agreed and taken it back: the claim awaits a second verdict again."""
    proposed(desk, claim_id, verdict)
    desk.later(minutes=1)
    page = NewEvidence(locator=SECRET, url=f"https://example.org/{SECRET}")
    judged = desk.decide(desk.person("tom", Role.REVIEWER), claim_id, verdict, (page,), SECRET)
    desk.later(minutes=1)
    with desk.database.write() as session:
        review.undo(session, desk.person("tom", Role.REVIEWER), claim_id, judged.version, desk.now)


@pytest.fixture
def twins(sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Caller]]:
    """Two empty desks that ask for two persons."""
    monkeypatch.setattr(queue, "_publish", lambda *_: None)
    callers = []
    for name in ("one", "other"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "desk.db").write_bytes(sqlite_template.read_bytes())
        desk = Desk(Database(f"sqlite:///{folder / 'desk.db'}"))
        desk.person("tom", Role.REVIEWER)
        desk.set(second_reviewer=True)
        app = create_app(settings_for(desk, folder), desk.database)
        callers.append(Caller(app, desk))
    yield callers
    for caller in callers:
        caller.desk.database.close()


def api_paths(app: Flask, ids: dict[str, int]) -> list[str]:
    """Every GET of the OpenAPI with its path parameters and required query filled in."""
    document = app.test_client().get("/openapi.json").json
    times = ("2024-05-02T12:00:00Z", "2024-05-02T12:01:00Z", "2200-01-01T00:00:00Z")
    found = []
    for path, operations in document["paths"].items():
        if "get" in operations:
            filled = path.format(**ids)
            found += [f"{filled}?time={time}" for time in times] if path.endswith("/at") else [filled]
            found += [f"{filled}?since={version}" for version in (1, 2)] if path.endswith("/changes") else []
    words = ("verified", "refuted", "disputed", "in_review", "unverified")
    found += [f"/v1/claims?status={word}" for word in words]
    found += [f"/v1/exports/claims.jsonl?status={word}" for word in words]
    return [*found, "/metrics", "/health"]


def page_paths(app: Flask, ids: dict[str, int]) -> list[str]:
    """Every page's GET address."""
    rules = [rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("web.")]
    served = [rule for rule in rules if "GET" in rule.methods and "filename" not in rule.arguments]
    paths = []
    for rule in served:
        _, path = rule.build({name: ids[name] for name in rule.arguments})
        paths.append(path)
    return [*sorted(paths), "/?status=any", "/?status=verified", "/?status=refuted"]


def answers(caller: Caller, who: Actor, ids: dict[str, int]) -> dict[str, str]:
    """All that somebody is told, by token on the API and by cookie on the pages."""
    by_token = caller.by(who)
    told = {path: by_token.get(path) for path in api_paths(caller.app, ids)}
    client = caller.app.test_client()
    assert client.post("/v1/session", json={"name": who.name, "password": PASSWORD}).status_code == 200
    told |= {f"page {path}": client.get(path) for path in page_paths(caller.app, ids)}
    assert [path for path, answer in told.items() if answer.status_code >= 500] == []
    return {
        path: NOISE.sub("", f"{answer.status_code} {answer.headers.get('ETag')} {answer.text}")
        for path, answer in told.items()
    }


@pytest.mark.parametrize("happened", [proposed, agreed_and_taken_back], ids=lambda one: one.__name__)
def test_no_answer_tells_an_open_first_verdict(
    twins: list[Caller], happened: Callable[[Desk, int, Verdict], None]
):
    told: list[dict[str, dict[str, str]]] = []
    for caller, verdict in zip(twins, (Verdict.SUPPORTED, Verdict.REFUTED), strict=True):
        desk = caller.desk
        article_id, job_id = desk.submit()
        desk.run(job_id)
        claim_id = desk.claim_ids(article_id)[0]
        happened(desk, claim_id, verdict)
        ids = {"article_id": article_id, "job_id": job_id, "claim_id": claim_id}
        told.append(
            {
                who.name: answers(
                    caller, who, {**ids, "user_id": who.user_id, "figure_id": 1, "reference_id": 1}
                )
                for who in (desk.second, desk.editor, desk.admin, desk.submitter)
            }
        )
    one, other = told
    for name, by_path in one.items():
        assert by_path["/v1/claims/1"].startswith("200")
        assert by_path["page /claims/1"].startswith("200")
        for path, answer in by_path.items():
            assert SECRET not in answer, (name, path)
            assert answer == other[name][path], (name, path)


def test_the_same_routes_do_tell_its_author(twins: list[Caller]):
    caller = twins[0]
    desk = caller.desk
    article_id, job_id = desk.submit()
    desk.run(job_id)
    claim_id = desk.claim_ids(article_id)[0]
    proposed(desk, claim_id, Verdict.SUPPORTED)
    ids = {
        "article_id": article_id,
        "job_id": job_id,
        "claim_id": claim_id,
        "figure_id": 1,
        "reference_id": 1,
    }
    told = answers(caller, desk.reviewer, {**ids, "user_id": desk.reviewer.user_id})
    assert {path for path, answer in told.items() if SECRET in answer} >= {"/v1/claims/1", "page /claims/1"}

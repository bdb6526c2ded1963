"""Jobs over HTTP: polled, listed, cancelled, begun anew, and never lost with the broker."""

from flask import Flask

from models.workflow import jobs
from tests.api.client import Caller
from tests.factories import Desk


def test_a_job_shows_how_far_it_is(api: Caller, desk: Desk):
    _, job_id = desk.submit()
    with desk.database.write() as session:
        started = jobs.start(session, job_id, "worker-1", desk.now)
        assert started is not None
        jobs.beat(session, started, desk.now, "reading sentences", 3, 8)
    job = api.by(desk.submitter).get(f"/v1/jobs/{job_id}").json
    assert (job["state"], job["attempt"]) == ("running", 1)
    assert job["progress"] == {"stage": "reading sentences", "done": 3, "total": 8}
    assert job["started_at"] == "2024-05-02T12:00:00Z"


def test_jobs_are_listed_by_state_and_article(api: Caller, desk: Desk):
    first, job_id = desk.submit("One.")
    _, waiting = desk.submit("Two.")
    with desk.database.write() as session:
        started = jobs.start(session, job_id, "worker-1", desk.now)
        assert started is not None
        jobs.fail(session, started, "the model fell over", desk.now)
    caller = api.by(desk.submitter)
    assert [job["id"] for job in caller.get("/v1/jobs").json["items"]] == [waiting, job_id]
    failed = caller.get("/v1/jobs?state=failed").json["items"]
    assert [(job["id"], job["error"]) for job in failed] == [(job_id, "the model fell over")]
    assert [job["id"] for job in caller.get(f"/v1/jobs?article={first}").json["items"]] == [job_id]
    assert caller.get("/v1/jobs?state=asleep").status_code == 422


def test_a_job_is_cancelled_once_and_begun_anew(api: Caller, desk: Desk, sent: list[int]):
    _, job_id = desk.submit()
    caller = api.by(desk.submitter)
    assert caller.send("DELETE", f"/v1/jobs/{job_id}").json["state"] == "cancelled"
    assert caller.send("DELETE", f"/v1/jobs/{job_id}").status_code == 200
    retried = caller.post(f"/v1/jobs/{job_id}/retry")
    assert retried.status_code == 202
    assert retried.headers["Location"] == f"/v1/jobs/{retried.json['id']}"
    assert sent == [retried.json["id"]]
    assert caller.post(f"/v1/jobs/{job_id}/retry").status_code == 409


def test_a_broker_that_is_down_costs_no_article(app: Flask, desk: Desk):
    answer = Caller(app, desk).by(desk.submitter).post("/v1/articles", {"text": "One."})
    assert answer.status_code == 202
    assert Caller(app, desk).get("/ready").json["broker"] == "unreachable"

"""What reviewers do over HTTP, from the lease to the reopening, each step with the version that it leaves."""

from typing import Any

from tests.api.client import Caller
from tests.factories import Desk

PAGE = {"url": "https://example.org/report", "quote": "21 dead", "locator": "paragraph 2"}
SUPPORTED = {"verdict": "supported", "evidence": [PAGE]}


def verdict(caller: Caller, claim_id: int, body: dict[str, Any], version: int) -> Any:
    return caller.send("PUT", f"/v1/claims/{claim_id}/verdict", body, version=version)


def test_a_claim_is_settled_with_its_evidence(api: Caller, desk: Desk):
    first, second = desk.claims()
    settled = verdict(api.by(desk.reviewer), first, SUPPORTED, 1)
    assert settled.status_code == 200
    said = settled.json
    assert (said["state"], said["status"], said["verdict"], said["version"]) == (
        "final",
        "verified",
        "supported",
        3,
    )
    assert settled.headers["ETag"] == '"3"'
    judgement = said["judgements"][0]
    assert judgement["reviewer"] == {"id": desk.reviewer.user_id, "name": "rob"}
    assert judgement["evidence"] == [
        {**PAGE, "claim_id": None, "claim_version": None, "reference_id": None, "reference_version": None}
    ]
    cites = {
        "verdict": "refuted",
        "evidence": [{"claim_id": first, "locator": "the claim"}],
        "note": "Same event.",
    }
    cited = verdict(api.by(desk.reviewer), second, cites, 1).json["judgements"][0]
    assert (cited["evidence"][0]["claim_id"], cited["evidence"][0]["claim_version"]) == (first, 3)
    assert cited["note"] == "Same event."


def test_what_cannot_be_checked_needs_a_note_instead_of_evidence(api: Caller, desk: Desk):
    claim_id = desk.claims()[0]
    caller = api.by(desk.reviewer)
    refused = verdict(caller, claim_id, {"verdict": "not_checkable"}, 1)
    assert (refused.status_code, list(refused.json["errors"])) == (422, ["note"])
    settled = verdict(caller, claim_id, {"verdict": "not_checkable", "note": "An opinion."}, 1)
    assert settled.json["status"] == "unverifiable"


def test_two_people_settle_a_claim_where_the_desk_wants_it(api: Caller, desk: Desk):
    desk.set(second_reviewer=True)
    claim_id = desk.claims()[0]
    proposed = verdict(api.by(desk.reviewer), claim_id, SUPPORTED, 1).json
    assert (proposed["state"], proposed["status"], proposed["verdict"]) == ("proposed", "in_review", None)
    assert verdict(api.by(desk.reviewer), claim_id, SUPPORTED, proposed["version"]).status_code == 409
    second = verdict(api.by(desk.second), claim_id, SUPPORTED, proposed["version"]).json
    assert (second["state"], second["verdict"], len(second["judgements"])) == ("final", "supported", 2)


def test_a_lease_is_taken_kept_seen_and_given_back(api: Caller, desk: Desk):
    claim_id = desk.claims()[0]
    path = f"/v1/claims/{claim_id}"
    leased = api.by(desk.reviewer).post(f"{path}/lease")
    assert (leased.json["state"], leased.json["version"]) == ("in_review", 2)
    lease = api.by(desk.submitter).get(path).json["lease"]
    assert lease["holder"] == {"id": desk.reviewer.user_id, "name": "rob"}
    assert lease["until"].endswith("Z")
    assert api.by(desk.reviewer).post(f"{path}/lease").json["version"] == 2
    assert api.by(desk.second).post(f"{path}/lease").status_code == 409
    assert verdict(api.by(desk.second), claim_id, SUPPORTED, 2).status_code == 409
    assert api.by(desk.second).post(f"{path}/release", version=2).status_code == 409
    released = api.by(desk.reviewer).post(f"{path}/release", version=2)
    assert (released.json["state"], released.json["lease"], released.headers["ETag"]) == ("open", None, '"3"')


def test_the_queue_gives_everybody_a_claim_of_their_own(api: Caller, desk: Desk):
    killed, displaced = desk.claims()
    rob, sam = api.by(desk.reviewer), api.by(desk.second)
    first = rob.post("/v1/queue/next")
    assert (first.json["id"], first.headers["ETag"]) == (killed, '"2"')
    assert rob.post("/v1/queue/next").json["id"] == killed
    assert sam.post("/v1/queue/next").json["id"] == displaced
    rob.post(f"/v1/claims/{killed}/release", version=2)
    nothing = rob.post("/v1/queue/next", {"skip": [killed]})
    assert (nothing.status_code, "queue is empty" in nothing.json["message"]) == (404, True)


def test_a_step_is_taken_back_and_a_claim_opened_again(api: Caller, desk: Desk):
    claim_id = desk.claims()[0]
    path = f"/v1/claims/{claim_id}"
    rob, eve = api.by(desk.reviewer), api.by(desk.editor)
    dismissed = rob.post(f"{path}/dismiss", {"reason": "wrong_span", "note": "Half of it."}, version=1).json
    assert (dismissed["status"], dismissed["dismissal"]) == (
        "dismissed",
        {"reason": "wrong_span", "duplicate_of": None, "note": "Half of it."},
    )
    undone = rob.post(f"{path}/undo", version=dismissed["version"]).json
    assert (undone["state"], undone["dismissal"], undone["version"]) == ("open", None, 3)
    settled = verdict(rob, claim_id, SUPPORTED, 3).json
    opened = eve.post(f"{path}/reopen", {"reason": "A new report."}, version=settled["version"]).json
    assert (opened["state"], opened["verdict"], opened["judgements"][0]["round"]) == ("open", None, 1)
    kinds = [event["kind"] for event in rob.get(f"{path}/events").json["items"]]
    assert kinds == ["extracted", "dismissed", "undone", "leased", "settled", "reopened"]


def test_a_duplicate_names_the_other_claim(api: Caller, desk: Desk):
    first, second = desk.claims()
    caller, path = api.by(desk.reviewer), f"/v1/claims/{second}/dismiss"
    for wrong in (second, 4242):
        refused = caller.post(path, {"reason": "duplicate_of", "duplicate_of": wrong}, version=1)
        assert (refused.status_code, list(refused.json["errors"])) == (422, ["duplicate_of"])
    assert caller.post(path, {"reason": "duplicate_of", "duplicate_of": first}, version=1).status_code == 200


def test_two_who_saw_the_same_version_do_not_both_write(api: Caller, desk: Desk):
    claim_id = desk.claims()[0]
    assert verdict(api.by(desk.reviewer), claim_id, SUPPORTED, 1).status_code == 200
    late = verdict(api.by(desk.second), claim_id, SUPPORTED, 1)
    assert late.status_code == 412
    assert "read it again" in late.json["message"]


def test_a_duplicate_names_a_claim_that_stays(api: Caller, desk: Desk):
    one, other = desk.claims()
    rob = api.by(desk.reviewer)
    body = {"reason": "duplicate_of", "duplicate_of": other}
    assert rob.post(f"/v1/claims/{one}/dismiss", body, version=1).status_code == 200
    back = {"claims": [{"id": other, "version": 1}], "reason": "duplicate_of", "duplicate_of": one}
    (left,) = rob.post("/v1/claims/dismiss", back).json["items"]
    assert left["refusal"]["code"] == 422, "else no claim would be left of the two"
    assert "off the desk itself" in left["refusal"]["errors"]["duplicate_of"][0]

"""What the page shows beside a claim, for programs: what changed meanwhile, what a correction would do."""

from models.domain.states import Verdict
from tests.api.client import Caller
from tests.factories import PAGE, TEXT, Desk


def test_a_stale_write_can_be_told_what_it_missed(api: Caller, desk: Desk):
    path = f"/v1/claims/{desk.claims()[0]}"
    rob, sam = api.by(desk.reviewer), api.by(desk.second)
    rob.send("PATCH", path, {"measure": "injured", "quantity": {"best": "22"}}, version=1)
    assert sam.send("PUT", f"{path}/verdict", {"verdict": "supported"}, version=1).status_code == 412
    missed = sam.get(f"{path}/changes?since=1").json
    assert (missed["since"], missed["version"]) == (1, 2)
    assert [(event["kind"], event["actor"]["name"]) for event in missed["events"]] == [("corrected", "rob")]
    fields = {one["field"]: (one["before"], one["after"]) for one in missed["fields"]}
    assert fields["measure"] == ("killed", "injured")
    assert [side["best"] for side in fields["quantity"]] == ["21", "22"]
    assert set(fields) == {"measure", "quantity"}
    assert sam.get(f"{path}/changes?since=2").json["events"] == []


def test_a_stale_claim_says_what_its_verdict_no_longer_fits(api: Caller, desk: Desk):
    cited, resting = desk.claims()
    rob = api.by(desk.reviewer)
    desk.decide(desk.reviewer, cited)
    body = {"verdict": "supported", "evidence": [{"claim_id": cited, "locator": "its value"}]}
    rob.send("PUT", f"/v1/claims/{resting}/verdict", body, version=desk.claim(resting).version)
    version = desk.claim(cited).version
    rob.send("PATCH", f"/v1/claims/{cited}", {"certainty": "possible"}, version=version)
    changed = rob.get(f"/v1/claims/{cited}/changes").json
    assert [one["field"] for one in changed["fields"]] == ["certainty"]
    assert changed["evidence"] == []
    rested = rob.get(f"/v1/claims/{resting}/changes").json
    (evidence,) = rested["evidence"]
    assert (evidence["claim_id"], evidence["reference_id"]) == (cited, None)
    assert evidence["version_then"] < evidence["version_now"] == desk.claim(cited).version
    assert rested["fields"] == []


def test_a_claim_that_is_not_stale_needs_a_version_to_compare_with(api: Caller, desk: Desk):
    path = f"/v1/claims/{desk.claims()[0]}"
    refused = api.by(desk.submitter).get(f"{path}/changes")
    assert (refused.status_code, list(refused.json["errors"])) == (422, ["since"])
    for wrong in ("0", "-1", "x", "2", "99999999999999999999"):
        assert api.by(desk.submitter).get(f"{path}/changes?since={wrong}").status_code == 422, wrong


def test_a_correction_can_be_looked_at_before_it_is_made(api: Caller, desk: Desk):
    path = f"/v1/claims/{desk.claims()[0]}"
    rob = api.by(desk.reviewer)
    start = TEXT.index("300")
    body = {"quantity": {"start": start, "end": start + 3}, "certainty": "denied"}
    seen = rob.post(f"{path}/preview", body)
    assert seen.status_code == 200, seen.text
    fields = {one["field"]: one["after"] for one in seen.json["items"]}
    assert (fields["quantity"]["text"], fields["quantity"]["best"]) == ("300", "300")
    assert fields["certainty"] == "denied"
    assert rob.get(path).json["version"] == 1
    assert rob.post(f"{path}/preview", {"measure": "killed"}).json["items"] == []
    assert list(rob.post(f"{path}/preview", {"measure": "deaths"}).json["errors"]) == ["measure"]
    assert api.by(desk.submitter).post(f"{path}/preview", body).status_code == 403


def test_a_claim_says_why_it_is_worth_the_next_minutes(api: Caller, desk: Desk):
    killed, displaced = desk.claims()
    rob, sam = api.by(desk.reviewer), api.by(desk.second)
    assert rob.get(f"/v1/claims/{displaced}").json["reasons"] == ["medium_check_worthiness"]
    desk.set(second_reviewer=True)
    desk.decide(desk.reviewer, killed)
    handed = sam.post("/v1/queue/next").json
    assert (handed["id"], handed["reasons"][0]) == (killed, "second_verdict_wanted")
    desk.decide(desk.second, killed, Verdict.REFUTED, (PAGE,))
    assert rob.get(f"/v1/claims/{killed}").json["reasons"][0] == "third_verdict_wanted"
    desk.set(second_reviewer=False)
    desk.decide(desk.reviewer, displaced)
    assert rob.get(f"/v1/claims/{displaced}").json["reasons"] == [], "nothing waits any more"


def test_claims_are_counted_by_status_under_the_lists_filters(api: Caller, desk: Desk):
    killed, _ = desk.claims()
    desk.claims(f"{TEXT} More.")
    desk.decide(desk.reviewer, killed)
    sue = api.by(desk.submitter)
    counts = sue.get("/v1/claims/counts").json
    assert (counts["all"], counts["by_status"]["verified"], counts["by_status"]["unverified"]) == (4, 1, 3)
    assert counts["by_status"]["dismissed"] == 0
    assert sue.get("/v1/claims/counts?measure=killed").json["all"] == 2
    assert sue.get("/v1/claims/counts?status=verified").status_code == 422, "the counts are of every status"


def test_claims_are_narrowed_to_what_the_machine_thinks_of_them(api: Caller, desk: Desk):
    killed, displaced = desk.claims()
    with desk.database.write() as session:
        from models.data.tables import Claim

        hint = {"opinion": "conflicts", "score": 0.9, "evidence": [], "model": "m", "confirms": None}
        session.get_one(Claim, killed).hint = hint
    sue = api.by(desk.submitter)
    assert [one["id"] for one in sue.get("/v1/claims?hint=conflicts").json["items"]] == [killed]
    assert sue.get("/v1/claims?hint=agrees").json["items"] == []
    assert sue.get("/v1/claims?hint=maybe").status_code == 422
    lines = api.by(desk.editor).get("/v1/exports/claims.jsonl?hint=conflicts").text.splitlines()
    assert len(lines) == 1
    assert displaced != killed

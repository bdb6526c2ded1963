"""Corrections over HTTP: the person's value in the claim, the machine's beside it."""

import pytest

from tests.api.client import Caller
from tests.factories import Desk


def test_the_machines_reading_stays_beside_the_persons(api: Caller, desk: Desk):
    path = f"/v1/claims/{desk.claims()[0]}"
    rob = api.by(desk.reviewer)
    done = rob.send("PATCH", path, {"measure": "injured", "quantity": {"best": "22"}}, version=1)
    assert (done.status_code, done.headers["ETag"]) == (200, '"2"')
    claim = done.json
    assert (claim["measure"], claim["quantity"]["low"], claim["quantity"]["high"]) == ("injured", "22", "22")
    assert claim["machine"]["measure"] == "killed"
    assert claim["machine"]["quantity"]["best"] == "21"
    back = rob.post(f"{path}/put-back", {"fields": ["measure"]}, version=2).json
    assert (back["measure"], list(back["machine"])) == ("killed", ["quantity"])
    assert rob.post(f"{path}/put-back", {"fields": ["measure"]}, version=3).status_code == 422


def test_a_moved_span_is_read_again(api: Caller, desk: Desk):
    text = "The mayor said 21 people were killed in Velmora. Another 300 fled."
    start = text.index("300")
    path = f"/v1/claims/{desk.claims()[0]}"
    body = {"quantity": {"start": start, "end": start + 3}}
    claim = api.by(desk.reviewer).send("PATCH", path, body, version=1).json
    assert (claim["quantity"]["text"], claim["quantity"]["best"]) == ("300", "300")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"verdict": "supported"}, "verdict"),
        ({"measure": "deaths"}, "measure"),
        ({"measure": None}, "measure"),
        ({"quantity": None}, "quantity"),
        ({"quantity": {"best": 3}}, "quantity.best"),
        ({"quantity": {"best": "1e9"}}, "quantity.best"),
        ({"quantity": {"low": "5", "high": "4"}}, "quantity.high"),
        ({"quantity": {"start": 9, "end": 3}}, "quantity"),
        ({"quantity": {"unit": "\x00"}}, "quantity.unit"),
        ({"quantity": {"change": {"direction": "sideways"}}}, "quantity.change.direction"),
        ({"place": {"start": 0, "end": 3, "country": "pl"}}, "place.country"),
        ({"period": {"start": 0, "end": 3, "first_day": "2024-02-30"}}, "period.first_day"),
        ({"source": {"start": 0, "end": 10_000}}, "source"),
        ({"source": {"start": 0, "end": 3, "quoted": 1}}, "source.quoted"),
    ],
)
def test_each_field_that_cannot_be_taken_is_named(api: Caller, desk: Desk, body, field):
    path = f"/v1/claims/{desk.claims()[0]}"
    refused = api.by(desk.reviewer).send("PATCH", path, body, version=1)
    assert refused.status_code == 422, refused.text
    assert list(refused.json["errors"]) == [field]
    assert api.by(desk.reviewer).get(path).json["version"] == 1


def test_a_past_claim_is_shown_as_it_stood(api: Caller, desk: Desk):
    claim_id = desk.claims()[0]
    path = f"/v1/claims/{claim_id}"
    api.by(desk.reviewer).send("PATCH", path, {"measure": "injured"}, version=1)
    sue = api.by(desk.submitter)
    then = sue.get(f"{path}/at?time=2024-05-02T14:00:00%2B02:00").json
    assert (then["claim"]["measure"], then["version"], then["status"]) == ("killed", 1, "unverified")
    now = sue.get(f"{path}/at?time=2200-01-01T00:00:00Z").json
    assert (now["claim"]["measure"], now["machine"]["measure"]) == ("injured", "killed")
    assert sue.get(f"{path}/at?time=2024-05-02T11:59:59Z").status_code == 404
    for wrong in (
        "",
        "?time=yesterday",
        "?time=2024-05-02",
        "?time=2024-05-02T12:00:00",
        "?time=9999-12-31T23:59:59-14:00",
    ):
        assert sue.get(f"{path}/at{wrong}").status_code == 422, wrong


def test_only_an_admin_takes_an_article_down(api: Caller, desk: Desk):
    article_id, job_id = desk.submit()
    desk.run(job_id)
    claim_id = desk.claim_ids(article_id)[0]
    path = f"/v1/articles/{article_id}/takedown"
    assert api.by(desk.editor).post(path, {"reason": "A court said so."}).status_code == 403
    erased = api.by(desk.admin).post(path, {"reason": "A court said so."})
    assert (erased.json["text"], erased.json["title"]) == ("", None)
    again = api.by(desk.admin).post(path, {"reason": "Again."})
    assert again.json["erased_at"] == erased.json["erased_at"] is not None
    assert api.by(desk.admin).get(f"/v1/claims/{claim_id}").json["standalone"] == ""
    then = api.by(desk.admin).get(f"/v1/claims/{claim_id}/at?time=2024-05-02T12:00:00Z").json
    assert (then["claim"], then["machine"]) == (None, None)


def test_many_are_dismissed_and_undone_at_once(api: Caller, desk: Desk):
    first, second = desk.claims()
    rob = api.by(desk.reviewer)
    chosen = [{"id": first, "version": 1}, {"id": second, "version": 9}, {"id": 777, "version": 1}]
    done = rob.post("/v1/claims/dismiss", {"claims": chosen, "reason": "not_a_claim"}, key="many-1")
    one, two, three = done.json["items"]
    assert (one["id"], one["claim"]["state"], one["refusal"]) == (first, "dismissed", None)
    assert (two["claim"], two["refusal"]["code"], three["refusal"]["code"]) == (None, 412, 404)
    back = rob.post("/v1/claims/undo", {"claims": [{"id": first, "version": one["claim"]["version"]}]})
    assert back.json["items"][0]["claim"]["state"] == "open"

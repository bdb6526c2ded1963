"""Claims are found by what they say, and read one by one with their lease, judgements and trail."""

from datetime import date
from typing import Any

import pytest

from models.data.tables import Claim
from models.domain.states import Verdict
from models.workflow import corrections
from tests.api.client import Caller
from tests.factories import TEXT, Desk

CONTRACT = {
    "id", "article_id", "status", "state", "verdict", "version", "model", "machine", "hint",
    "kind", "sentence", "standalone", "check_worthiness", "measure", "basis", "certainty",
    "quantity", "place", "period", "source", "confidence",
}  # fmt: skip
QUANTITY = {
    "start", "end", "text", "bound", "best", "low", "high", "precision", "unit", "dimension", "counted",
    "change", "per", "why",
}  # fmt: skip


def test_a_claim_has_the_contracts_fields(api: Caller, desk: Desk):
    killed, _ = desk.claims()
    listed = api.by(desk.submitter).get("/v1/claims").json["items"][0]
    assert set(listed) == CONTRACT
    assert set(listed["quantity"]) == QUANTITY
    assert listed["sentence"] == {"start": 0, "end": 48, "text": TEXT[:48]}
    assert (listed["id"], listed["status"], listed["state"], listed["verdict"]) == (
        killed,
        "unverified",
        "open",
        None,
    )
    assert (listed["quantity"]["best"], listed["quantity"]["precision"]) == ("21", "0.5")
    assert listed["source"] == {"start": 0, "end": 9, "text": "The mayor", "cue": "said", "quoted": False}
    assert (listed["machine"], listed["hint"], listed["model"]) == ({}, None, "test-1")
    one = api.by(desk.submitter).get(f"/v1/claims/{killed}").json
    assert {name: one[name] for name in listed} == listed
    assert set(one) - set(listed) == {
        "vague_policy", "lease", "judgements", "dismissal", "reasons", "created_at", "updated_at",
    }  # fmt: skip
    assert one["vague_policy"] is None


def test_a_persons_value_stands_over_the_machines(api: Caller, desk: Desk):
    claim_id = desk.claims()[0]
    with desk.database.write() as session:
        corrections.apply(session, desk.reviewer, claim_id, 1, {"measure": "injured"}, desk.now)
    claim = api.by(desk.submitter).get(f"/v1/claims/{claim_id}").json
    assert (claim["measure"], claim["machine"], claim["version"]) == ("injured", {"measure": "killed"}, 2)


def test_a_vague_count_is_read_as_the_desk_wants_it(api: Caller, desk: Desk):
    claim_id = desk.claims()[0]
    with desk.database.write() as session:
        claim = session.get_one(Claim, claim_id)
        vague = {"bound": "vague", "best": None, "low": "24", "high": "99"}
        quantity = {**claim.reading["quantity"], **vague, "conservative": {"low": "12", "high": "12"}}
        claim.reading = {**claim.reading, "quantity": quantity}

    def ends() -> tuple[str, str]:
        quantity = api.by(desk.submitter).get("/v1/claims?limit=1").json["items"][0]["quantity"]
        assert set(quantity) == QUANTITY
        return quantity["low"], quantity["high"]

    def named() -> str:
        policy: str = api.by(desk.submitter).get(f"/v1/claims/{claim_id}").json["vague_policy"]
        return policy

    assert (ends(), named()) == (("24", "99"), "interval")
    desk.set(vague_policy="conservative")
    assert (ends(), named()) == (("12", "12"), "conservative")


@pytest.fixture
def placed(desk: Desk) -> list[int]:
    """Two claims, the first in Poland in March 2022."""
    ids = desk.claims()
    with desk.database.write() as session:
        claim = session.get_one(Claim, ids[0])
        claim.country, claim.place_text = "PL", "Warsaw"
        claim.first_day, claim.last_day = date(2022, 3, 1), date(2022, 3, 31)
    return ids


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [0, 1]),
        ("order=newest", [1, 0]),
        ("order=text", [0, 1]),
        ("status=unverified", [0, 1]),
        ("status=verified", []),
        ("measure=displaced", [1]),
        ("kind=figure", [0, 1]),
        ("kind=statement", []),
        ("place=pl", [0]),
        ("place=wars", [0]),
        ("period=2022-03-24", [0]),
        ("period=2022-03", [0]),
        ("period=2022", [0]),
        ("period=2022-04", []),
        ("period=2022-03-31/2022-05", [0]),
        ("period=2022-04-01/..", []),
        ("period=../2022-03-01", [0]),
        ("value_from=21", [0, 1]),
        ("value_from=22", [1]),
        ("value_to=100", [0]),
        ("value_from=1e1&value_to=2e1", []),
        ("text=mayor", [0]),
        ("text=%25", []),
        ("min_check_worthiness=0.8", [0]),
        ("article=1", [0, 1]),
        ("article=9223372036854775807", []),
    ],
)
def test_claims_are_found_by_what_they_say(
    api: Caller, desk: Desk, placed: list[int], query: str, found: list[int]
):
    answer = api.by(desk.submitter).get(f"/v1/claims?{query}")
    assert answer.status_code == 200, answer.text
    assert [item["id"] for item in answer.json["items"]] == [placed[index] for index in found]


@pytest.mark.parametrize(
    "query",
    [
        "status=true", "measure=people", "kind=x", "order=id", "period=yesterday", "period=2022-13",
        "period=2022-05/2022-04", "period=0000-01-01", "value_from=nan", "value_from=1e999", "value_to=-inf",
        "value_to=1&value_from=9",
        "article=0", "article=9223372036854775808", "article=x", "text=", "place=%00",
        "min_check_worthiness=2", "unknown=1", "status=unverified&status=verified", "cursor=" + "x" * 600,
        "cursor=WzFdXV1bW1tbW1tb", "cursor=bnVsbA",
    ],
)  # fmt: skip
def test_a_filter_that_cannot_be_is_refused(api: Caller, desk: Desk, query: str):
    answer = api.by(desk.submitter).get(f"/v1/claims?{query}")
    if query.endswith(
        "WzFlOTk5LCAxXQ"
    ):  # an infinite check-worthiness is a place in the order like any other
        assert answer.status_code == 200
        return
    assert answer.status_code == 422, answer.text
    assert list(answer.json["errors"]) == [query.partition("=")[0]]


@pytest.mark.parametrize("order", ["check_worthiness", "queue", "newest", "text"])
def test_pages_join_to_the_whole_list(api: Caller, desk: Desk, order: str):
    for number in range(4):
        desk.claims(f"{TEXT} {number}")
    caller = api.by(desk.submitter)
    whole = [item["id"] for item in caller.get(f"/v1/claims?order={order}").json["items"]]
    pages: list[int] = []
    path = f"/v1/claims?order={order}&limit=3"
    while True:
        page = caller.get(path).json
        pages += [item["id"] for item in page["items"]]
        if page["next"] is None:
            break
        path = f"/v1/claims?order={order}&limit=3&cursor={page['next']}"
    assert pages == whole
    assert len(whole) == len(set(whole)) == 8


def test_an_articles_claims_come_in_text_order(api: Caller, desk: Desk):
    article_id, job_id = desk.submit()
    desk.run(job_id)
    desk.claims("Another said 21 people were killed in Velmora. Another 300 fled.")
    listed = api.by(desk.submitter).get(f"/v1/articles/{article_id}/claims").json
    assert [item["id"] for item in listed["items"]] == desk.claim_ids(article_id)
    assert listed["next"] is None
    assert api.by(desk.submitter).get(f"/v1/articles/{article_id}").json["claims"] == 2


def test_a_claim_that_is_known_already_is_not_sent_again(api: Caller, desk: Desk):
    claim_id = desk.claims()[0]
    caller, path = api.by(desk.submitter), f"/v1/claims/{claim_id}"
    tag = caller.get(path).headers["ETag"]
    assert tag == '"1"'
    assert caller.get(path, If_None_Match=tag).status_code == 304
    assert caller.get(path, If_None_Match=f'"7", W/{tag}').status_code == 304
    assert caller.get(path, If_None_Match="*").status_code == 304
    desk.decide(desk.reviewer, claim_id)
    assert caller.get(path, If_None_Match=tag).headers["ETag"] == '"3"'


def everything(api: Caller, claim_id: int) -> str:
    """All that the API's GETs say about a claim, in one text."""
    paths = [f"/v1/claims/{claim_id}", f"/v1/claims/{claim_id}/events", "/v1/claims", "/v1/articles/1/claims"]
    paths += [f"/v1/claims?status={word}" for word in ("in_review", "refuted")]
    paths += ["/metrics", "/v1/articles", "/v1/jobs"]
    return "\n".join(api.get(path).text for path in paths)


def test_a_first_verdict_is_shown_to_nobody_but_its_author(api: Caller, desk: Desk):
    desk.set(second_reviewer=True)
    claim_id = desk.claims()[0]
    desk.decide(desk.reviewer, claim_id, Verdict.MISSING_CONTEXT)
    for other in (desk.submitter, desk.second, desk.editor, desk.admin):
        said = everything(api.by(other), claim_id)
        assert '"proposed"' in said
        assert "missing_context" not in said
        assert "21 dead" not in said
        assert "disputed" not in said
    assert "missing_context" in everything(api.by(desk.reviewer), claim_id)
    desk.decide(desk.second, claim_id, Verdict.OUTDATED)
    said = api.by(desk.submitter).get(f"/v1/claims/{claim_id}").json
    assert [one["verdict"] for one in said["judgements"]] == ["missing_context", "outdated"]
    assert (said["state"], said["verdict"], said["status"]) == ("proposed", None, "in_review")


def test_the_trail_is_told_in_order_with_who_did_what(api: Caller, desk: Desk):
    claim_id = desk.claims()[0]
    desk.decide(desk.reviewer, claim_id)
    trail: list[dict[str, Any]] = api.by(desk.submitter).get(f"/v1/claims/{claim_id}/events").json["items"]
    assert [(event["seq"], event["kind"]) for event in trail] == [
        (1, "extracted"),
        (2, "leased"),
        (3, "settled"),
    ]
    assert [event["actor"] and event["actor"]["name"] for event in trail] == [None, "rob", "rob"]
    assert trail[2]["data"]["changes"]["verdict"] == [None, "supported"]
    assert all(len(event["hash"]) == 64 and event["at"].endswith("Z") for event in trail)

"""Figures over HTTP: listed, drawn over time with reasons, split, joined, pinned."""

import csv
import io
from datetime import timedelta

import pytest

from models.data.tables import Claim
from models.domain.states import Verdict
from tests.api.client import Caller
from tests.factories import Desk
from tests.ferry import DAY, compare_all, figure_of, tell


@pytest.fixture
def story(desk: Desk) -> list[int]:
    """Seventeen, twelve by a rival the same day, 21 the day after."""
    ids = [
        tell(desk, 17, "Seventeen"),
        tell(desk, 12, "Twelve", source="Mirror"),
        tell(desk, 21, "21", on=DAY + timedelta(days=1), source="Gazette"),
    ]
    compare_all(desk)
    return ids


def test_a_figure_shows_its_members_conflicts_and_days(api: Caller, desk: Desk, story: list[int]) -> None:
    reader = api.by(desk.submitter)
    (listed,) = reader.get("/v1/figures?measure=killed&least_members=2").json["items"]
    assert (listed["measure"], listed["members"], listed["country"]) == ("killed", 3, "GR")
    answer = reader.get(f"/v1/figures/{listed['id']}?on=2024-05-01")
    assert answer.headers["ETag"] == f'"{listed["version"]}"'
    seen = answer.json
    assert [member["claim_id"] for member in seen["tellings"]] == story
    assert all(member["reason"].endswith(".") for member in seen["tellings"])
    (conflict,) = seen["conflicts"]
    assert {conflict["one"]["claim_id"], conflict["other"]["claim_id"]} == set(story[:2])
    assert (seen["on"]["low"], seen["on"]["high"]) == ("12", "17")
    assert [day["best"] for day in seen["series"]["days"]][-1] == "21"
    last = seen["series"]["points"][-1]
    assert (last["change"], last["is_jump"], last["as_of"]) == ("up", False, "2024-05-02")
    assert seen["sources"]["independent"] == 3


def test_what_is_defined_apart_is_no_conflict_and_says_why(api: Caller, desk: Desk, story: list[int]) -> None:
    with desk.database.write() as session:
        session.get_one(Claim, story[1]).population = "children"
    number = figure_of(desk, story[0])
    seen = api.by(desk.submitter).get(f"/v1/figures/{number}").json
    assert seen["conflicts"] == []
    assert [(pair["one"]["claim_id"], pair["other"]["claim_id"]) for pair in seen["incomparable"]] == [
        (story[0], story[1]),
        (story[1], story[2]),
    ]
    assert all("children" in pair["reason"] for pair in seen["incomparable"])


def test_what_the_series_leaves_out_has_its_reason(api: Caller, desk: Desk, story: list[int]) -> None:
    desk.decide(desk.reviewer, story[1], Verdict.REFUTED)
    number = figure_of(desk, story[0])
    seen = api.by(desk.submitter).get(f"/v1/figures/{number}").json
    assert seen["series"]["left_out"] == [
        {"claim_id": story[1], "reference_id": None, "reason": "A reviewer found it refuted."}
    ]
    assert seen["conflicts"] == []
    rows = api.by(desk.submitter).get(f"/v1/figures/{number}/series.csv").text.splitlines()
    assert rows[0].startswith("as_of,published_on,until,bound,low,best,high")
    assert len(rows) == 4
    assert "A reviewer found it refuted." in rows[3]


def table(api: Caller, desk: Desk, path: str) -> list[dict[str, str]]:
    answer = api.by(desk.submitter).get(path)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_the_table_of_a_series_says_who_told_what_where_and_how_it_was_judged(
    api: Caller, desk: Desk, story: list[int]
) -> None:
    desk.decide(desk.reviewer, story[2], Verdict.SUPPORTED)
    number = figure_of(desk, story[0])
    rows = table(api, desk, f"/v1/figures/{number}/series.csv")
    assert [row["claim_id"] for row in rows] == [str(one) for one in story]
    last = rows[-1]
    assert {
        "figure_id": str(number), "measure": "killed", "country": "GR", "text": "21", "low": "21",
        "status": "verified", "outlet": "Gazette", "title": "Ferry sinks off Kalamata",
        "in_conflict": "False", "origin": "machine", "is_jump": "False", "is_used": "True",
    }.items() <= last.items()  # fmt: skip
    assert "21 people were killed" in last["statement"]
    assert [row["in_conflict"] for row in rows] == ["True", "True", "False"]


def test_the_days_of_a_figure_are_a_table_with_what_is_used_and_left_out(
    api: Caller, desk: Desk, story: list[int]
) -> None:
    number = figure_of(desk, story[0])
    first, last = table(api, desk, f"/v1/figures/{number}/days.csv")
    assert (first["day"], first["until"], first["low"], first["high"]) == (
        "2024-05-01", "2024-05-02", "12", "17",
    )  # fmt: skip
    assert first["used"] == f"claim {story[0]}; claim {story[1]}"
    assert first["left_out"] == f"claim {story[2]}: It stands for a later day (2024-05-02)."
    assert (last["day"], last["until"], last["best"], last["sources"]) == ("2024-05-02", "", "21", "1")
    assert f"claim {story[0]}: A later report took its place" in last["left_out"]


def test_a_day_that_is_asked_for_lists_what_it_leaves_out_and_why(
    api: Caller, desk: Desk, story: list[int]
) -> None:
    number = figure_of(desk, story[0])
    on = api.by(desk.submitter).get(f"/v1/figures/{number}?on=2024-05-01").json["on"]
    assert [one["claim_id"] for one in on["tellings"]] == story[:2]
    assert [(one["claim_id"], one["reason"]) for one in on["left_out"]] == [
        (story[2], "It stands for a later day (2024-05-02).")
    ]


def test_a_split_a_join_and_a_pin_are_kept_and_told(api: Caller, desk: Desk, story: list[int]) -> None:
    person, number = api.by(desk.reviewer), figure_of(desk, story[0])
    path = f"/v1/figures/{number}"
    version = person.get(path).json["version"]
    own = person.post(f"{path}/split", {"claim_id": story[1], "reason": "another boat"}, version=version)
    assert own.status_code == 200, own.text
    assert [m["claim_id"] for m in own.json["tellings"]] == [story[1]]
    assert own.json["tellings"][0]["origin"] == "person"
    assert person.post(f"{path}/pin", {"pinned": True}, version=version).status_code == 412
    seen = person.get(path).json
    assert [(d["kind"], d["claim_id"], d["reason"], d["by"]) for d in seen["decisions"]] == [
        ("split", story[1], "another boat", "rob")
    ]
    pinned = person.post(f"{path}/pin", {}, version=seen["version"]).json
    assert pinned["pinned"] is True
    joined = person.post(f"{path}/join", {"figure_id": own.json["id"]}, version=pinned["version"]).json
    assert sorted(m["claim_id"] for m in joined["tellings"]) == sorted(story)
    gone = person.get(f"/v1/figures/{own.json['id']}").json
    assert (gone["members"], gone["joined_into"]) == (0, number)
    assert [f["id"] for f in person.get("/v1/figures").json["items"]] == [number]


def test_the_trail_of_a_figure_says_who_came_and_who_took_what_out(
    api: Caller, desk: Desk, story: list[int]
) -> None:
    person, number = api.by(desk.reviewer), figure_of(desk, story[0])
    version = person.get(f"/v1/figures/{number}").json["version"]
    body = {"claim_id": story[1], "reason": "another boat"}
    own = person.send("POST", f"/v1/figures/{number}/split", body, version=version).json["id"]
    lines = api.by(desk.submitter).get(f"/v1/figures/{number}/events").json["items"]
    assert [line["kind"] for line in lines] == ["member_added"] * 3 + ["member_left"]
    assert (lines[-1]["data"], lines[-1]["actor"]["name"]) == ({"claim": story[1]}, desk.reviewer.name)
    assert person.get(f"/v1/figures/{own}/events").json["items"][0]["data"]["origin"] == "person"
    assert person.get("/v1/figures/999/events").status_code == 404


def test_figures_are_found_by_their_conflicts(api: Caller, desk: Desk, story: list[int]) -> None:
    alone = tell(desk, 900, "900", on=DAY - timedelta(days=900))
    compare_all(desk)
    reader = api.by(desk.submitter)
    assert len(reader.get("/v1/figures").json["items"]) == 2
    (found,) = reader.get("/v1/figures?conflicts=true").json["items"]
    assert found["id"] == figure_of(desk, story[0]) != figure_of(desk, alone)


def test_figures_are_found_by_place_and_words(api: Caller, desk: Desk, story: list[int]) -> None:
    reader = api.by(desk.submitter)
    for query, count in (("place=GR", 1), ("place=FR", 0), ("text=aurora", 1), ("text=bus", 0)):
        assert len(reader.get(f"/v1/figures?{query}").json["items"]) == count, query
    assert reader.get("/v1/figures?measure=deaths").status_code == 422


def test_what_is_no_member_cannot_be_split_out(api: Caller, desk: Desk, story: list[int]) -> None:
    number = figure_of(desk, story[0])
    person = api.by(desk.reviewer)
    version = person.get(f"/v1/figures/{number}").json["version"]
    refused = person.post(f"/v1/figures/{number}/split", {"claim_id": 999}, version=version)
    assert (refused.status_code, list(refused.json["errors"])) == (422, ["claim_id"])

"""The story of twelve articles, told over HTTP with a live worker, comes out as a careful person draws it."""

from collections.abc import Iterator
from typing import Any

import pytest

from models.data.database import Database
from models.workflow import accounts
from models.workflow.clock import now
from tests.browser.product import running_product
from tests.factories import Desk
from tests.live.telling import Teller

pytestmark = pytest.mark.live
Json = dict[str, Any]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Teller]:
    """Somebody who has told all of it, with the model that the product ships."""
    with running_product(tmp_path_factory.mktemp("story"), "auto") as settings:
        database = Database(settings.database_url)
        desk = Desk(database)
        editor = desk.editor
        with database.write() as session:
            token = accounts.mint_token(session, None, editor.user_id, "story", now()).secret
        teller = Teller(f"http://127.0.0.1:{settings.port}", token)
        teller.tell_all()
        yield teller
        database.close()


@pytest.fixture(scope="module")
def killed(told: Teller) -> Json:
    """The figure of those killed in the explosion."""
    return told.figure_of(told.claim(5, "9", "killed"))


def point(told: Teller, figure: Json, article: int, value: str) -> Json:
    """The point of a series that one article's number is."""
    claim = told.claim(article, value, "killed")
    return next(p for p in figure["series"]["points"] if p["claim_id"] == claim["id"])


def relation(told: Teller, claim: Json, other: Json) -> tuple[str, str]:
    """How a claim's hint says that it stands to another claim, and why."""
    evidence = told.read_again(claim)["hint"]["evidence"]
    found = [(e["relation"], e["reason"]) for e in evidence if e.get("claim_id") == other["id"]]
    assert found, (claim["quantity"]["text"], other["quantity"]["text"], evidence)
    return found[0]


def members(figure: Json) -> set[int]:
    return {telling["claim_id"] for telling in figure["tellings"]}


def test_the_series_of_the_killed_has_each_days_number_of_each_source(told: Teller, killed: Json) -> None:
    drawn = [
        (p["as_of"], p["bound"], p["best"] or p["low"], p["source"].removeprefix("the "))
        for p in killed["series"]["points"]
    ]
    assert sorted(drawn) == [
        ("2025-03-03", "at_least", "4", "Mayor Elena Dimova"),
        ("2025-03-04", "exact", "12", "Burgas Dockers' Union"),
        ("2025-03-04", "exact", "7", "Health Ministry"),
        ("2025-03-05", "exact", "9", "Health Ministry"),
        ("2025-03-06", "exact", "8", "Health Ministry"),
        ("2025-03-07", "exact", "8", "Burgas Dockers' Union"),
        ("2025-03-08", "exact", "10", "Health Ministry"),
    ]
    assert [d["day"] for d in killed["series"]["days"]] == [f"2025-03-0{n}" for n in range(3, 9)]
    assert [d["best"] for d in killed["series"]["days"]][-3:] == ["8", "8", "10"]


def test_wire_copies_are_one_source_and_counted_once(told: Teller, killed: Json) -> None:
    wire, copy = told.claim(1, "4", "killed"), told.claim(2, "4", "killed")
    first, second = told.claim(7, "8", "killed"), told.claim(8, "8", "killed")
    chains = [{t["claim_id"] for t in group["tellings"]} for group in killed["sources"]["groups"]]
    assert any({wire["id"], copy["id"]} <= chain for chain in chains)
    assert any({first["id"], second["id"]} <= chain for chain in chains)
    assert killed["sources"]["independent"] == 3, "the mayor, the ministry and the union"
    left = {one["claim_id"]: one["reason"] for one in killed["series"]["left_out"]}
    assert len({wire["id"], copy["id"]} & set(left)) == 1
    assert len({first["id"], second["id"]} & set(left)) == 1
    assert "counted once" in left[copy["id"]]


def test_what_the_toll_was_before_is_no_telling_of_its_own(told: Teller, killed: Json) -> None:
    recalled = told.claim(3, "4", "killed")
    left = {one["claim_id"]: one["reason"] for one in killed["series"]["left_out"]}
    assert left[recalled["id"]] == "It recalls what the number was before."


@pytest.mark.parametrize(
    ("later", "value", "earlier", "before"),
    [(3, "7", 1, "4"), (5, "9", 3, "7"), (11, "10", 7, "8")],
)
def test_a_higher_toll_supersedes(
    told: Teller, killed: Json, later: int, value: str, earlier: int, before: str
) -> None:
    newer, older = told.claim(later, value, "killed"), told.claim(earlier, before, "killed")
    answer, reason = relation(told, newer, older)
    assert answer == "supersedes", reason
    here, there = point(told, killed, later, value), point(told, killed, earlier, before)
    assert there["until"] == {3: "2025-03-04", 5: "2025-03-05", 11: "2025-03-08"}[later]
    assert here["change"] == "up"


def test_rivals_of_one_day_conflict_and_the_queue_says_so(told: Teller, killed: Json) -> None:
    ministry, union = told.claim(3, "7", "killed"), told.claim(4, "12", "killed")
    for one, other in ((ministry, union), (union, ministry)):
        assert relation(told, one, other)[0] == "conflicts"
        assert told.read_again(one)["hint"]["opinion"] == "conflicts"
    pairs = [{c["one"]["claim_id"], c["other"]["claim_id"]} for c in killed["conflicts"]]
    assert {ministry["id"], union["id"]} in pairs
    reasons = [c["reason"] for c in killed["conflicts"]]
    assert any("cannot both hold on the same day." in reason for reason in reasons), reasons


def test_the_unions_number_stands_until_the_union_withdraws_it(told: Teller, killed: Json) -> None:
    assert point(told, killed, 4, "12")["until"] == "2025-03-07"


def test_a_correction_is_a_revision_downward_and_said_to_be_one(told: Teller, killed: Json) -> None:
    corrected, before = told.claim(7, "8", "killed"), told.claim(5, "9", "killed")
    answer, reason = relation(told, corrected, before)
    assert (answer, reason) == ("supersedes", "A correction: 9 was revised to 8 on 2025-03-06.")
    eight = point(told, killed, 7, "8")
    assert (eight["change"], eight["is_jump"]) == ("down", False)
    assert "correct" in eight["reason"].lower()
    assert point(told, killed, 5, "9")["until"] == "2025-03-06"


def test_rivals_agree_in_the_end_from_two_independent_sources(told: Teller, killed: Json) -> None:
    union, ministry = told.claim(9, "8", "killed"), told.claim(7, "8", "killed")
    assert relation(told, union, ministry)[0] == "agrees"
    assert told.read_again(union)["hint"]["opinion"] == "agrees"
    figure = told.ask(f"/v1/figures/{killed['id']}?on=2025-03-07")
    assert (figure["on"]["low"], figure["on"]["best"], figure["on"]["high"]) == ("8", "8", "8")
    used = {t["claim_id"] for t in figure["on"]["tellings"]}
    assert used == {union["id"], ministry["id"]} or used == {
        union["id"],
        told.claim(8, "8", "killed")["id"],
    }


def test_each_day_has_its_low_best_and_high(told: Teller, killed: Json) -> None:
    known = {}
    for day in (4, 5, 8):
        on = told.ask(f"/v1/figures/{killed['id']}?on=2025-03-0{day}")["on"]
        known[day] = (on["low"], on["high"])
    assert known == {4: ("7", "12"), 5: ("9", "12"), 8: ("10", "10")}


def test_casualties_missing_and_injured_are_figures_of_their_own(told: Teller, killed: Json) -> None:
    inside = members(killed)
    casualties = next(c for c in told.claims(told.articles[4]) if c["quantity"]["best"] == "41")
    assert casualties["measure"] == "casualties"
    assert casualties["id"] not in inside
    assert casualties["hint"]["opinion"] != "conflicts"
    missing = told.claim(5, "3", "missing")
    nobody = told.claim(7, "0", "missing")
    assert not {missing["id"], nobody["id"]} & inside
    assert told.read_again(missing)["hint"]["opinion"] != "conflicts"
    injured = told.claim(1, "11", "injured")
    assert injured["id"] not in inside


@pytest.mark.parametrize(
    ("one", "value", "other", "other_value", "measure"),
    [(3, "1200", 6, "410", "evacuated"), (10, "20000000", 10, "5000000", "money")],
)
def test_households_and_persons_and_pledged_and_paid_never_conflict(
    told: Teller, one: int, value: str, other: int, other_value: str, measure: str
) -> None:
    here, there = told.claim(one, value, measure), told.claim(other, other_value, measure)
    assert there["id"] not in members(told.figure_of(here))
    for claim in (here, there):
        assert told.read_again(claim)["hint"]["opinion"] in ("nothing_found", "compatible", "agrees")


def test_the_bus_crash_is_another_figure(told: Teller, killed: Json) -> None:
    crash, toll = told.claim(12, "10", "killed"), told.claim(11, "10", "killed")
    assert toll["id"] in members(killed)
    assert members(told.figure_of(crash)) == {crash["id"]}
    evidence = told.read_again(crash)["hint"]["evidence"]
    assert toll["id"] not in [e.get("claim_id") for e in evidence if e["relation"] != "incomparable"]


def test_a_verdict_goes_stale_when_the_claim_it_rested_on_is_corrected(told: Teller, killed: Json) -> None:
    rested, nine = told.read_again(told.claim(3, "7", "killed")), told.claim(5, "9", "killed")
    page = {"url": "https://example.org/story/invented/ministry", "locator": "the table", "quote": "7"}
    decide(told, rested, [page])
    decide(told, nine, [{"claim_id": rested["id"], "locator": "the toll of the day before"}])
    now_final = told.read_again(rested)
    assert now_final["status"] == "verified"
    patch = {"quantity": {"best": "6", "low": "6", "high": "6"}}
    told.ask(f"/v1/claims/{rested['id']}", "PATCH", patch, If_Match=f'"{now_final["version"]}"')
    assert told.read_again(rested)["status"] == "stale"
    assert told.read_again(nine)["status"] == "stale"


def test_a_verdict_goes_stale_when_the_reference_it_rested_on_is_corrected(told: Teller) -> None:
    row = {
        "publisher": "Health Ministry (invented)",
        "external_id": "burgas-killed",
        "as_of": "2025-03-08",
        "place": "Burgas",
        "country": "BG",
        "measure": "killed",
        "value": "10",
        "unit": "person",
        "statement": "killed in the explosion at the grain terminal in Burgas (invented example)",
    }
    reference = told.ask("/v1/references", "POST", row)
    ten = told.claim(11, "10", "killed")
    told.wait_for(
        lambda: any(e.get("reference_id") for e in told.read_again(ten)["hint"]["evidence"]),
        "the reference to be compared",
    )
    evidence = told.read_again(ten)["hint"]["evidence"]
    assert [e["relation"] for e in evidence if e.get("reference_id") == reference["id"]] == ["agrees"]
    decide(told, ten, [{"reference_id": reference["id"], "locator": "its last version"}])
    assert told.read_again(ten)["status"] == "verified"
    told.ask("/v1/references", "POST", {**row, "value": "11"})
    assert told.read_again(ten)["status"] == "stale"


def decide(told: Teller, claim: Json, evidence: list[Json]) -> None:
    """Settle a claim as supported."""
    stands = told.read_again(claim)
    body = {"verdict": "supported", "evidence": evidence}
    told.ask(f"/v1/claims/{claim['id']}/verdict", "PUT", body, If_Match=f'"{stands["version"]}"')

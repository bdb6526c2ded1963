"""A person's correction wins, stands beside the machine's reading, and can be taken back."""

from typing import Any

import pytest

from models.domain.effective import machine_values, merge
from models.domain.errors import Conflict, Forbidden, Invalid, VersionMismatch
from models.domain.states import DismissReason, State
from models.workflow import audit, corrections, jobs, review, trail
from tests.factories import TEXT, Desk, reading


def correct(desk: Desk, claim_id: int, patch: dict[str, Any], version: int | None = None) -> dict[str, Any]:
    with desk.database.write() as session:
        stands = version or desk.claim(claim_id).version
        claim = corrections.apply(session, desk.reviewer, claim_id, stands, patch, desk.now)
        return merge(claim.reading, claim.correction)


def test_a_corrected_field_wins_and_the_machines_value_stays(desk: Desk) -> None:
    claim_id = desk.claims()[0]
    effective = correct(desk, claim_id, {"measure": "injured", "quantity": {"bound": "at_least"}})
    assert effective["measure"] == "injured"
    assert (effective["quantity"]["low"], effective["quantity"]["high"]) == ("21", None)
    claim = desk.claim(claim_id)
    machine = machine_values(claim.reading, claim.correction)
    assert machine["measure"] == "killed"
    assert machine["quantity"]["bound"] == "exact"
    assert (claim.version, claim.measure, claim.high) == (2, "injured", None)


def test_ends_that_a_person_gives_a_vague_count_hold_under_both_policies(desk: Desk) -> None:
    claim_id = desk.claims()[0]
    vague = {"bound": "vague", "best": None, "low": "24", "high": "99"}
    least = {"low": "12", "high": "12"}
    quantity = correct(desk, claim_id, {"quantity": {**vague, "conservative": least}})["quantity"]
    assert quantity["conservative"] == least
    quantity = correct(desk, claim_id, {"quantity": {"unit": "civilian"}})["quantity"]
    assert quantity["conservative"] == least, "ends that nobody touched stay"
    quantity = correct(desk, claim_id, {"quantity": {"low": "200", "high": "999"}})["quantity"]
    assert quantity["conservative"] is None
    with pytest.raises(Invalid) as refused:
        correct(desk, claim_id, {"quantity": {"conservative": {"low": "9", "high": "3"}}})
    assert "quantity.conservative" in refused.value.fields
    exact = {"bound": "exact", "best": "21", "conservative": least}
    assert correct(desk, claim_id, {"quantity": exact})["quantity"]["conservative"] is None


def test_extracting_again_does_not_disturb_a_correction(desk: Desk) -> None:
    article_id, job_id = desk.submit()
    desk.run(job_id)
    claim_id = desk.claim_ids(article_id)[0]
    correct(desk, claim_id, {"measure": "injured"})
    with desk.database.write() as session:
        job_id = jobs.extract_again(session, desk.editor, article_id, desk.now).id
    desk.run(job_id, reading(model="test-2"))
    claim = desk.claim(claim_id)
    assert (claim.model, claim.measure, claim.version) == ("test-2", "injured", 2)


def test_setting_it_back_to_the_machines_value_is_no_correction_any_more(desk: Desk) -> None:
    claim_id = desk.claims()[0]
    correct(desk, claim_id, {"measure": "injured"})
    correct(desk, claim_id, {"measure": "killed"})
    assert (desk.claim(claim_id).correction, desk.claim(claim_id).version) == (None, 3)


def test_a_patch_that_changes_nothing_writes_nothing(desk: Desk) -> None:
    claim_id = desk.claims()[0]
    correct(desk, claim_id, {"measure": "killed"})
    with desk.database.read() as session:
        assert trail.last_event(session, "claim", claim_id).kind == "extracted"  # type: ignore[union-attr]
    assert desk.claim(claim_id).version == 1


def test_a_moved_span_is_read_again_in_code_points(desk: Desk) -> None:
    text = "😀 e\u0301 The mayor said 21 people were killed, among them more than 2 million of his friends."
    article_id, job_id = desk.submit(text)
    desk.run(job_id, _only_first(text))
    claim_id = desk.claim_ids(article_id)[0]
    words = "more than 2 million"
    start = text.index(words)
    effective = correct(desk, claim_id, {"quantity": {"start": start, "end": start + len(words)}})
    quantity = effective["quantity"]
    assert quantity["text"] == words
    assert (quantity["bound"], quantity["low"], quantity["high"]) == ("more_than", "2000000", None)
    with pytest.raises(Invalid, match="cannot be taken") as refused:
        correct(desk, claim_id, {"quantity": {"start": 5, "end": 14}})
    assert "no number" in refused.value.fields["quantity"][0]


def _only_first(text: str) -> Any:
    from dataclasses import replace

    from models.domain.claim import Span
    from models.domain.vocabulary import Measure
    from tests.factories import figure

    draft = figure(text, "21", 21, Measure.KILLED, Span.of(text, 0, len(text)))
    return replace(reading(), claims=(replace(draft, source=None),))


@pytest.mark.parametrize(
    ("patch", "field"),
    [
        ({"status": "verified"}, "status"),
        ({"verdict": "supported"}, "verdict"),
        ({"measure": "deaths"}, "measure"),
        ({"measure": None}, "measure"),
        ({"certainty": 3}, "certainty"),
        ({"quantity": None}, "quantity"),
        ({"quantity": {"best": "many"}}, "quantity.best"),
        ({"quantity": {"best": 21}}, "quantity.best"),
        ({"quantity": {"best": "1e999999"}}, "quantity.best"),
        ({"quantity": {"low": "30", "high": "20"}}, "quantity.high"),
        ({"quantity": {"start": 5, "end": 5}}, "quantity"),
        ({"quantity": {"start": 0, "end": 10**9}}, "quantity"),
        ({"quantity": {"colour": "red"}}, "quantity.colour"),
        ({"place": {"start": 0}}, "place"),
        ({"place": {"start": 0, "end": 3, "country": "Poland"}}, "place.country"),
        ({"period": {"start": 0, "end": 3, "first_day": "May"}}, "period.first_day"),
        (
            {"period": {"start": 0, "end": 3, "first_day": "2024-05-02", "last_day": "2024-05-01"}},
            "period.last_day",
        ),
    ],
)
def test_what_cannot_be_taken_is_named(desk: Desk, patch: dict[str, Any], field: str) -> None:
    claim_id = desk.claims()[0]
    with pytest.raises(Invalid) as refused:
        correct(desk, claim_id, patch)
    assert field in refused.value.fields
    assert desk.claim(claim_id).version == 1


def test_a_place_can_be_given_and_taken_away(desk: Desk) -> None:
    claim_id = desk.claims()[0]
    start = TEXT.index("Velmora")
    effective = correct(desk, claim_id, {"place": {"start": start, "end": start + 7, "country": "PL"}})
    assert effective["place"] == {"start": start, "end": start + 7, "text": "Velmora", "country": "PL"}
    assert desk.claim(claim_id).country == "PL"
    assert correct(desk, claim_id, {"place": None})["place"] is None


def test_a_verdict_on_other_values_goes_stale_and_undo_brings_back_the_correction_only(desk: Desk) -> None:
    claim_id = desk.claims()[0]
    desk.decide(desk.reviewer, claim_id)
    correct(desk, claim_id, {"measure": "injured"})
    assert desk.claim(claim_id).state == State.STALE


def test_undo_takes_a_correction_back(desk: Desk) -> None:
    claim_id = desk.claims()[0]
    correct(desk, claim_id, {"measure": "injured"})
    with desk.database.write() as session:
        review.undo(session, desk.reviewer, claim_id, 2, desk.now)
    claim = desk.claim(claim_id)
    assert (claim.correction, claim.measure, claim.version) == (None, "killed", 3)
    with desk.database.read() as session:
        assert list(audit.verify(session)) == []


def test_who_may_and_when(desk: Desk) -> None:
    claim_id = desk.claims()[0]
    with desk.database.write() as session:
        with pytest.raises(Forbidden):
            corrections.apply(session, desk.submitter, claim_id, 1, {}, desk.now)
        with pytest.raises(VersionMismatch):
            corrections.apply(session, desk.reviewer, claim_id, 7, {}, desk.now)
        review.dismiss(session, desk.reviewer, claim_id, 1, DismissReason.NOT_A_CLAIM, None, None, desk.now)
    with pytest.raises(Conflict, match="reopen"):
        correct(desk, claim_id, {"measure": "injured"})


def test_the_machines_reading_is_put_back_by_field(desk: Desk) -> None:
    claim_id = desk.claims()[0]
    machine = merge(desk.claim(claim_id).reading, None)
    correct(desk, claim_id, {"measure": "injured", "quantity": {"bound": "at_least"}})
    with desk.database.write() as session:
        version = desk.claim(claim_id).version
        corrections.put_back(session, desk.reviewer, claim_id, version, ["quantity"], desk.now)
    claim = desk.claim(claim_id)
    assert claim.correction == {"measure": "injured"}
    assert merge(claim.reading, claim.correction)["quantity"] == machine["quantity"]
    assert (claim.version, claim.high) == (3, 21.5)


def test_only_what_is_corrected_can_be_put_back(desk: Desk) -> None:
    claim_id = desk.claims()[0]
    with pytest.raises(Invalid) as refused, desk.database.write() as session:
        corrections.put_back(session, desk.reviewer, claim_id, 1, ["place"], desk.now)
    assert refused.value.fields == {"place": ["Is not corrected."]}

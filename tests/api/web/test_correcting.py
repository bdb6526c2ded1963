"""A correction as it is typed: words found in the article, values read, the machine's reading beside."""

from typing import Any

import pytest

from api.web.typed_correction import TypedCorrection, TypedSpan
from models.domain.effective import merge
from models.domain.errors import Invalid
from tests.api.web.test_pages import Visit, version_of
from tests.factories import Desk

TEXT = "In Kyiv, up to 12 drones fell on 3 March 2022, the mayor said 21 people died. Another 300 fled. Kyiv."


def form_of(desk: Desk, claim_id: int) -> dict[str, Any]:
    """Return the form as a browser sends it back untouched."""
    claim = desk.claim(claim_id)
    typed = TypedCorrection.of_claim(merge(claim.reading, claim.correction))
    sent: dict[str, Any] = {}
    for name in TypedCorrection.__dataclass_fields__:
        value = getattr(typed, name)
        if isinstance(value, TypedSpan):
            sent |= {f"{name}_words": value.words, f"{name}_start": value.start, f"{name}_end": value.end}
        else:
            sent[name] = value
    return {name: "" if value is None else value for name, value in sent.items()}


def correct(desk: Desk, visit: Visit, claim_id: int, **changed: Any) -> tuple[int, str]:
    visitor = visit(desk.reviewer)
    version = version_of(visitor.text(f"/claims/{claim_id}"))
    answer = visitor.send(
        f"/claims/{claim_id}/correct", version=version, **{**form_of(desk, claim_id), **changed}
    )
    return answer.status_code, answer.text


def effective(desk: Desk, claim_id: int) -> dict[str, Any]:
    claim = desk.claim(claim_id)
    return merge(claim.reading, claim.correction)


def test_a_value_is_typed_in_words_and_the_machines_stands_beside_it(desk: Desk, visit: Visit):
    (claim_id, _) = desk.claims(TEXT)
    status, html = correct(desk, visit, claim_id, value="up to 12", measure="injured")
    assert status == 200
    quantity = effective(desk, claim_id)["quantity"]
    assert (quantity["bound"], quantity["low"], quantity["high"]) == ("at_most", None, "12")
    assert quantity["unit"] == "person", "a bare number says nothing of its unit"
    assert "machine read: <s>“21” (21 people)</s>" in html
    assert "machine read: <s>killed</s>" in html


def test_a_vague_value_brings_the_ends_of_both_policies(desk: Desk, visit: Visit):
    (claim_id, _) = desk.claims(TEXT)
    for typed, low, least in (("dozens", "24", "12"), ("hundreds", "200", "100")):
        correct(desk, visit, claim_id, value=typed)
        quantity = effective(desk, claim_id)["quantity"]
        assert (quantity["bound"], quantity["low"]) == ("vague", low)
        assert quantity["conservative"] == {"low": least, "high": least}
    desk.set(vague_policy="conservative")
    assert "100 people" in visit(desk.reviewer).text(f"/claims/{claim_id}")


@pytest.mark.parametrize(
    ("typed", "unit", "dimension"),
    [("12 houses", "building", "count"), ("5 %", "percent", "share"), ("$3 million", "USD", "money")],
)
def test_a_value_that_names_its_unit_brings_it(
    desk: Desk, visit: Visit, typed: str, unit: str, dimension: str
):
    (claim_id, _) = desk.claims(TEXT)
    correct(desk, visit, claim_id, value=typed)
    quantity = effective(desk, claim_id)["quantity"]
    assert (quantity["unit"], quantity["dimension"]) == (unit, dimension)


def test_words_are_found_in_the_article_and_read(desk: Desk, visit: Visit):
    (claim_id, _) = desk.claims(TEXT)
    typed = {"place_words": "Kyiv", "period_words": "3 March  2022", "source_words": "the mayor"}
    blank = {f"{name}_{end}": "" for name in ("place", "period", "source") for end in ("start", "end")}
    assert correct(desk, visit, claim_id, **typed, **blank)[0] == 200
    claim = effective(desk, claim_id)
    assert (claim["place"]["start"], claim["place"]["country"]) == (3, "UA")
    assert (claim["period"]["first_day"], claim["period"]["last_day"]) == ("2022-03-03", "2022-03-03")
    assert (claim["source"]["text"], claim["source"]["cue"]) == ("the mayor", "said")


def test_marked_words_win_over_nearer_ones(desk: Desk, visit: Visit):
    (claim_id, _) = desk.claims(TEXT)
    end = len(TEXT) - 1
    correct(desk, visit, claim_id, place_words="Kyiv", place_start=end - 4, place_end=end)
    assert effective(desk, claim_id)["place"]["start"] == end - 4


def test_a_moved_figure_is_read_again(desk: Desk, visit: Visit):
    (claim_id, _) = desk.claims(TEXT)
    start = TEXT.index("up to 12 drones")
    moved = {"quantity_words": "up to 12", "quantity_start": start, "quantity_end": start + 8}
    correct(desk, visit, claim_id, **moved, value="")
    quantity = effective(desk, claim_id)["quantity"]
    assert (quantity["text"], quantity["high"], quantity["counted"]["text"]) == ("up to 12", "12", "drones")


def test_what_cannot_be_read_is_said_beside_its_field_and_stays_typed(desk: Desk, visit: Visit):
    (claim_id, _) = desk.claims(TEXT)
    status, html = correct(
        desk, visit, claim_id, value="plenty", place_words="Atlantis", place_start="", place_end=""
    )
    assert status == 422
    assert 'value="plenty"' in html
    assert 'value="Atlantis"' in html
    assert "No number can be read in “plenty”" in html
    assert "do not stand in the article" in html
    assert desk.claim(claim_id).correction is None


def test_a_form_that_changes_nothing_says_so(desk: Desk, visit: Visit):
    (claim_id, _) = desk.claims(TEXT)
    status, html = correct(desk, visit, claim_id)
    assert status == 422
    assert "Nothing differs" in html
    assert desk.claim(claim_id).version == 1


def test_the_machines_reading_is_put_back(desk: Desk, visit: Visit):
    (claim_id, _) = desk.claims(TEXT)
    correct(desk, visit, claim_id, value="dozens", measure="injured")
    visitor = visit(desk.reviewer)
    version = version_of(visitor.text(f"/claims/{claim_id}"))
    assert visitor.send(f"/claims/{claim_id}/put-back", version=version, field="quantity").status_code == 200
    claim = desk.claim(claim_id)
    assert claim.correction == {"measure": "injured"}


def test_a_preview_says_what_would_change_and_writes_nothing(desk: Desk, visit: Visit):
    (claim_id, _) = desk.claims(TEXT)
    visitor = visit(desk.reviewer)
    sent = {**form_of(desk, claim_id), "value": "at least 1,000"}
    html = visitor.send(f"/claims/{claim_id}/correct/preview", **sent).text
    assert "Quantity: “21” (21 people) is now “21” (1,000 people or more)" in html
    assert desk.claim(claim_id).version == 1


def test_a_submitter_corrects_nothing(desk: Desk, visit: Visit):
    (claim_id, _) = desk.claims(TEXT)
    visitor = visit(desk.submitter)
    assert "Correct it" not in visitor.text(f"/claims/{claim_id}")
    assert visitor.send(f"/claims/{claim_id}/correct/preview").status_code == 403
    assert visitor.send(f"/claims/{claim_id}/correct", version=1).status_code == 403


@pytest.mark.parametrize(
    "bound", ["about 3,000", "at least 17", "more than 2,000,000", "up to 12", "fewer than 5", "2 to 3"]
)
def test_what_the_form_shows_reads_as_what_stands(bound: str):
    from models.domain.quantities import read_quantities
    from models.domain.wire import quantity_object

    (read,) = read_quantities(bound)
    claim = {
        "kind": "figure",
        "sentence": {"start": 0, "end": 0, "text": ""},
        "quantity": quantity_object(read),
    }
    assert TypedCorrection.of_claim(claim).value == bound


def test_overlong_and_foreign_places_are_refused():
    typed = TypedSpan("x" * 3, 5, 99)
    assert typed.find("nothing here", {"start": 0, "end": 7}) is None
    with pytest.raises(Invalid):
        TypedCorrection(place=TypedSpan("Atlantis")).patch(
            "Kyiv.", {"kind": "statement", "sentence": {"start": 0, "end": 5, "text": "Kyiv."}}, None
        )

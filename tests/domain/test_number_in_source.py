"""A cited document either has the claim's number, in whatever form, or it does not; and one is told where."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.checking.passages import passages
from models.domain.errors import Invalid
from models.domain.number_in_source import Standing, find_number
from tests.domain.pace import grows_linearly


def figure(best: str | None = "6301", bound: str = "exact", **more: Any) -> dict[str, Any]:
    """A claim object with one quantity; *more* overrides its fields or the quantity's."""
    ends = {"at_most": (None, best), "less_than": (None, best), "at_least": (best, None)}
    low, high = ends.get("at_least" if bound == "more_than" else bound, (best, best))
    quantity = {"bound": bound, "best": best, "low": low, "high": high, "precision": "0.5", "per": None}
    quantity |= {"unit": "person", "dimension": "count", "counted": {"start": 0, "end": 6, "text": "people"}}
    quantity |= {name: value for name, value in more.items() if name in quantity}
    rest = {name: value for name, value in more.items() if name not in quantity}
    claim = {"measure": "killed", "basis": "stock", "certainty": "asserted", "period": None, "place": None}
    return {**claim, "quantity": quantity, "standalone": "", **rest}


MONEY = {"unit": "USD", "dimension": "money", "measure": "money", "counted": None}
SHARE = {"unit": "percent", "dimension": "share", "measure": "displaced", "counted": None}

FORMS = [
    (figure(), "In all, 6,301 people died.", "same", "6,301"),
    (figure(), "The toll stands at 6 301 dead.", "same", "6 301"),
    (figure(), "Six thousand three hundred and one people lost their lives.", "same", "Six thousand three"),
    (figure(), "The quake killed 6.3 thousand people.", "rounded", "6.3 thousand"),
    (figure(), "About 6,300 people were killed.", "rounded", "About 6,300"),
    (figure(), "More than 6,000 people were killed.", "within", "More than 6,000"),
    (figure(), "Between 6,000 and 7,000 people died.", "within", "Between 6,000"),
    (figure(), "People killed: 6,310, said the mayor.", "contradicts", "6,310"),
    (figure("6000", "more_than"), "More than 6,000 people were killed.", "same", "More than 6,000"),
    (figure("6000", "more_than"), "It killed over 6,000 people.", "same", "over 6,000"),
    (figure("6000", "more_than"), "It killed 6,000 people.", "same", "6,000"),
    (figure("6000", "more_than"), "It killed 6,301 people.", "within", "6,301"),
    (figure("17", "at_least"), "At most 12 people were killed.", "contradicts", "At most 12"),
    (figure("1500000", **MONEY), "The bridge cost $1.5m.", "same", "$1.5m"),
    (figure("1500000", **MONEY), "It cost 1,500,000 dollars.", "same", "1,500,000 dollars"),
    (figure("12", **SHARE), "12 per cent of the population are displaced.", "same", "12 per cent"),
    (figure("12", **SHARE), "Displaced: 12.3% of the population.", "rounded", "12.3%"),
    (figure("12", **SHARE), "13 % of the population are displaced.", "contradicts", "13 %"),
    (figure("20", **SHARE), "One in five has been displaced.", "same", "One in five"),
    (
        figure("10", unit="kilometre", dimension="length", measure="distance", counted=None),
        "It lies 10,000 metres off.", "same", "10,000 metres",
    ),
    (figure(), "Killed\n6301\nInjured\n8000\n", "same", "6301"),
    (
        figure(None, "between", low="150000", high="190000", measure="troops"),
        "From 150,000 to 190,000 troops stand there.", "same", "From 150,000",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "text", "standing", "number"), FORMS, ids=[form[1] for form in FORMS])
def test_a_number_is_found_in_every_form(claim: dict[str, Any], text: str, standing: str, number: str):
    found = find_number(claim, text)
    best = found.hits[0]
    assert (found.standing, best.standing) == (standing, standing)
    assert text[best.number.start : best.number.end] == best.number.text
    assert best.number.text.startswith(number)
    assert best.number.text in found.reason
    assert found.reason.count(".") >= 1


ELSEWHERE = [
    "6,301 people were injured.",
    "6,301 houses burned down.",
    "It cost 6,301 dollars.",
    "12 people were killed.",
    "More than 100 people were killed.",
    "6,301 kilometres away, nobody was told.",
    "No figures were given.",
    "",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_another_things_number_is_not_the_claims(text: str):
    found = find_number(figure(), text)
    assert found.standing is Standing.ABSENT, found
    assert found.reason


def test_the_same_number_of_something_else_is_shown_as_such():
    found = find_number(figure(), "They counted 6,301 injured.")
    assert "count something else" in found.reason
    assert found.hits[0].standing is Standing.ABSENT


def test_hits_are_ordered_by_how_they_stand_and_how_their_words_fit():
    text = "6,301 fans.\n\nIn Lima, 6,301 people were killed. Elsewhere 6,301 died. 6,100 were killed."
    claim = figure(place={"start": 0, "end": 4, "text": "Lima"})
    hits = find_number(claim, text).hits
    assert [hit.standing for hit in hits] == ["same", "same", "same", "contradicts"]
    assert "No word beside it" in hits[2].reason  # the fans
    assert hits[0].sentence.text == "In Lima, 6,301 people were killed."
    assert hits[0].locator == "paragraph 2"
    assert [hit.fit for hit in hits if hit.standing == "same"] == sorted(
        (hit.fit for hit in hits if hit.standing == "same"), reverse=True
    )


def test_a_near_miss_needs_the_same_place_somewhere_in_the_document():
    claim = figure(place={"start": 0, "end": 7, "text": "Velmora"})
    assert find_number(claim, "In Velmora 6,100 people were killed.").standing == "contradicts"
    assert find_number(claim, "In Ostrevik 6,100 people were killed.").standing == "absent"


def test_money_is_a_near_miss_only_where_the_sentence_speaks_of_the_same():
    claim = figure(
        "25000000", **MONEY, standalone="The government releases 25 million dollars for first repairs."
    )
    same = "The government will release 30 million dollars for the first repairs."
    assert find_number(claim, same).standing == "contradicts"
    assert find_number(claim, "A footballer was sold for 30 million dollars.").standing == "absent"


def test_pages_of_a_document_are_counted():
    found = find_number(figure(), "Contents\fDeaths\n\nIn all 6,301 people died.")
    assert found.hits[0].locator == "page 2, paragraph 2"


def test_a_statement_has_no_number_to_look_for():
    with pytest.raises(Invalid, match="states no number"):
        find_number({"quantity": None}, "6,301 died.")


def test_two_cells_of_a_table_are_two_numbers():
    found = find_number(figure("300200"), "Killed\n300\n200\n")
    assert found.standing is Standing.ABSENT


@given(st.text(max_size=400))
def test_any_text_is_cut_into_passages_that_slice_back(text: str):
    last = 0
    for passage in passages(text):
        assert last <= passage.span.start < passage.span.end
        assert text[passage.span.start : passage.span.end] == passage.span.text
        assert passage.span.text == passage.span.text.strip()
        last = passage.span.end


@given(st.text(alphabet=st.sampled_from("0123456789,. \nkilledpo%$-–m"), max_size=120))
def test_any_document_is_searched_without_error(text: str):
    found = find_number(figure(), text)
    assert (found.standing is not Standing.ABSENT) <= bool(found.hits)


def test_searching_takes_time_in_line_with_the_document():
    sentence = "The mayor said 17 died and 40 are missing. "
    assert grows_linearly(lambda text: find_number(figure(), text), sentence, times=100)

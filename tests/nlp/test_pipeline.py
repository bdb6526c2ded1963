"""The pipeline: every span slices back, every quantity is one figure, what is left out is carried safely."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.domain.claim import Draft, Extraction
from models.domain.vocabulary import Certainty, Kind, Measure, VaguePolicy
from models.nlp.pipeline import Pipeline
from models.nlp.rules import RulesFinder
from models.nlp.wire import to_contract

PIECES = [
    "At least 14 people were killed", "in Kabul", "on Monday", "officials said", "12,000 families fled", "½",
    "１２", "«около 20»", "\u202e", "👩‍👩‍👧‍👦", "e\u0301vacue\u0301", "\n\n", ". ", "“dozens”", "$61 billion",
    "\r\n", "IV", "…", "3–4",
]  # fmt: skip


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(RulesFinder())


def figures(extraction: Extraction) -> dict[str, Draft]:
    return {d.quantity.span.text: d for d in extraction.claims if d.quantity is not None}


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)))
def test_every_span_slices_back_out_of_any_text(text: str) -> None:
    extraction = Pipeline(RulesFinder()).extract(text, "A title", date(2024, 5, 2))
    for draft in extraction.claims:
        spans = [draft.sentence, draft.anchor, draft.quantity and draft.quantity.counted]
        spans += [part and part.span for part in (draft.place, draft.period, draft.source)]
        for span in filter(None, spans):
            assert text[span.start : span.end] == span.text
    for sentence in extraction.sentences:
        assert 0 <= sentence.check_worthiness <= 1
        assert text[sentence.span.start : sentence.span.end] == sentence.span.text
    assert [d.anchor.start for d in extraction.claims] == sorted(d.anchor.start for d in extraction.claims)


def test_every_quantity_is_one_figure_with_its_own_fields(pipeline: Pipeline) -> None:
    text = "Police said on Friday that two men were shot dead in Lyon and 14 people injured."
    found = figures(pipeline.extract(text, published_on=date(2024, 5, 6)))
    assert {words: d.measure for words, d in found.items()} == {"two": Measure.KILLED, "14": Measure.INJURED}
    two = found["two"]
    assert (two.place and two.place.country, two.source and two.source.cue) == ("FR", "said")
    assert two.period is not None
    assert two.period.first_day == date(2024, 5, 3)


def test_the_title_is_context_and_never_a_claim(pipeline: Pipeline) -> None:
    extraction = pipeline.extract("Nothing was heard.", title="Quake kills 400 people in Chile")
    assert not [draft for draft in extraction.claims if draft.kind is Kind.FIGURE]
    assert len(extraction.sentences) == 1


def test_a_text_without_claims_has_none(pipeline: Pipeline) -> None:
    assert pipeline.extract("Good morning, everyone.").claims == ()
    assert pipeline.extract("").sentences == ()


def test_a_statement_stands_where_a_sentence_without_numbers_is_worth_checking(pipeline: Pipeline) -> None:
    text = "The alliance has refused a no-fly zone, its secretary-general said. How are you?"
    (claim,) = pipeline.extract(text).claims
    assert (claim.kind, claim.quantity, claim.measure, claim.basis) == (Kind.STATEMENT, None, None, None)
    assert claim.anchor == claim.sentence


def test_figures_of_people_stand_before_statements(pipeline: Pipeline) -> None:
    text = (
        "At least 40 people were killed in the flood, the minister said. "
        "The alliance has refused a no-fly zone, its secretary-general said."
    )
    extraction = pipeline.extract(text)
    figure, statement = extraction.claims
    assert (figure.kind, statement.kind) == (Kind.FIGURE, Kind.STATEMENT)
    assert figure.check_worthiness > statement.check_worthiness >= 0.5
    assert extraction.sentences[1].check_worthiness >= statement.check_worthiness


def test_progress_counts_every_stage_up_to_its_end(pipeline: Pipeline) -> None:
    seen: list[tuple[str, int, int]] = []
    pipeline.extract(
        "One man died. Two women fled. Nobody else came.", on_progress=lambda *at: seen.append(at)
    )
    ends = {stage: (done, total) for stage, done, total in seen}
    assert set(ends) == {"reading", "marking", "resolving"}
    assert all(done == total == 3 for done, total in ends.values())


def test_the_contract_object_follows_the_policy_for_vague_counts(pipeline: Pipeline) -> None:
    text = "Dozens of people were arrested."
    extraction = pipeline.extract(text)
    ends = {}
    for policy in VaguePolicy:
        (claim,) = to_contract(extraction, text, policy)["claims"]
        assert "conservative" not in claim["quantity"]
        ends[policy] = (claim["quantity"]["low"], claim["quantity"]["high"])
    assert ends == {VaguePolicy.INTERVAL: ("24", "99"), VaguePolicy.CONSERVATIVE: ("12", "12")}


def test_a_text_that_was_not_read_is_refused_by_the_wire(pipeline: Pipeline) -> None:
    extraction = pipeline.extract("Four people drowned.")
    with pytest.raises(ValueError, match="does not slice back"):
        to_contract(extraction, "Five people drowned.")


def test_standalone_names_the_only_country_and_leaves_the_rest(pipeline: Pipeline) -> None:
    text = "Floods struck Nepal. At least 14 people died in the country's west, officials said."
    assert "Nepal's west" in pipeline.extract(text).claims[-1].standalone
    text = "Floods struck Nepal and India. At least 14 people died in the country."
    assert "the country" in pipeline.extract(text).claims[-1].standalone


def test_a_stated_zero_is_asserted(pipeline: Pipeline) -> None:
    found = figures(pipeline.extract("No casualties were reported, the minister denied that 12 had died."))
    zero = next(draft for draft in found.values() if draft.quantity and draft.quantity.best == 0)
    assert zero.certainty is Certainty.ASSERTED

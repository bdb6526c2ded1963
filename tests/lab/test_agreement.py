"""Are two readings compared mark by mark, and is what a second reader marked kept apart from the first?"""

from dataclasses import replace

import pytest

from lab.corpus import agreement, second
from lab.corpus.comparing import (
    Side,
    agreed,
    basis_of_listed,
    checks,
    choices,
    confusions,
    disagreements,
    interval,
    kappa,
    pair_up,
    quantities,
    sentence_spans,
    sides,
    spans,
    worth_found,
)
from lab.corpus.documents import (
    CorpusError,
    Document,
    MarkedFigure,
    MarkedSentence,
    Offsets,
    document_of,
    read_rows,
)
from lab.corpus.sheet import compile_sheet
from models.domain.vocabulary import Basis, Certainty, Measure

TEXT = "Kyiv said 14 soldiers died on Monday. Kyiv later counted 15."


def figure(start: int, end: int, **fields: object) -> MarkedFigure:
    plain = MarkedFigure(
        (start, end), None, Measure.KILLED, Basis.STOCK, Certainty.ASSERTED, None, None, None, None
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def sentence(start: int, end: int, *figures: MarkedFigure, check: int = 2) -> MarkedSentence:
    return MarkedSentence(start, end, check, Certainty.ASSERTED, None, None, None, None, figures)


def side(first: MarkedSentence, other: MarkedSentence, document: str = "d") -> Side:
    return Side(document, 0, TEXT, first, other)


def test_the_largest_overlap_is_paired_first_and_nothing_twice() -> None:
    left, right = [figure(0, 10), figure(10, 14)], [figure(8, 14)]
    assert pair_up(left, right) == [(left[1], right[0])]
    assert pair_up([figure(0, 2)], [figure(2, 4)]) == []


def test_ends_that_differ_count_as_overlap_only() -> None:
    marked = [side(sentence(0, 36, figure(10, 12)), sentence(0, 36, figure(10, 21), figure(30, 32)))]
    assert quantities(marked, exact=True).right == 0
    loose = quantities(marked, exact=False)
    assert (loose.right, loose.gold, loose.predicted) == (1, 1, 2)
    assert loose.f1 == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("left", "right", "exact", "loose"),
    [
        ((0, 4), (0, 4), 1, 1),
        ((0, 4), (38, 42), 0, 1),  # the same word in the next sentence
        ((0, 4), (0, 9), 0, 1),
        ((0, 4), (27, 36), 0, 0),
        ((0, 4), None, 0, 0),
    ],
)
def test_spans_agree_by_ends_overlap_or_words(
    left: Offsets, right: Offsets | None, exact: int, loose: int
) -> None:
    marked = [side(sentence(0, 60, figure(10, 12, place=left)), sentence(0, 60, figure(10, 12, place=right)))]
    assert spans(marked, "place", exact=True).right == exact
    found = spans(marked, "place", exact=False)
    assert (found.right, found.gold, found.predicted) == (loose, 1, int(right is not None))


def test_a_missing_basis_is_a_choice_like_any_other() -> None:
    marked = [side(sentence(0, 36, figure(10, 12, basis=None)), sentence(0, 36, figure(10, 12)))]
    assert choices(marked, "basis") == [("none", "stock")]
    assert basis_of_listed(marked) == [("none", "stock")]
    assert agreed(choices(marked, "measure")) == 1
    assert confusions(choices(marked, "basis")) == [(("none", "stock"), 1)]


def test_basis_of_listed_leaves_money_out() -> None:
    money = figure(10, 12, measure=Measure.MONEY)
    assert basis_of_listed([side(sentence(0, 36, money), sentence(0, 36, money))]) == []


def test_worth_is_found_where_both_say_two() -> None:
    marked = [
        side(sentence(0, 36, check=a), sentence(0, 36, check=b)) for a, b in [(2, 2), (2, 1), (1, 1), (0, 2)]
    ]
    assert checks(marked)[1] == ("2", "1")
    assert worth_found(marked).f1 == pytest.approx(0.5)


@pytest.mark.train
def test_kappa_takes_chance_out_and_weighs_near_misses() -> None:
    pytest.importorskip("sklearn")
    pairs = [("0", "0"), ("2", "2"), ("1", "2"), ("2", "1")]
    assert kappa([("a", "a"), ("b", "b")]) == pytest.approx(1)
    assert kappa([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")]) == pytest.approx(0)
    assert kappa(pairs, "linear") > kappa(pairs)


def test_the_interval_draws_whole_documents() -> None:
    same, other = sentence(0, 36, check=2), sentence(0, 36, check=1)
    marked = [side(same, same, "a")] * 9 + [side(same, other, "b")] * 9
    ends = interval(marked, lambda drawn: agreed(checks(drawn)))
    assert ends == (0, 1)
    assert interval([side(same, same)], lambda drawn: len(drawn)) == (1, 1)


def test_disagreements_name_the_words() -> None:
    first = sentence(0, 36, figure(10, 12, counted=(13, 21)), figure(30, 36))
    lines = list(disagreements([side(first, sentence(0, 36, figure(10, 12), check=1))]))
    assert lines == [
        "d [0] only first: 'Monday' killed",
        "d [0] '14' counted: soldiers | –",
        "d [0] check: 2 | 1",
    ]


def test_markings_that_cut_a_text_differently_are_refused() -> None:
    one = Document("d", "", None, "wire", TEXT, (sentence(0, 60),))
    two = replace(one, sentences=(sentence(0, 36), sentence(38, 60)))
    with pytest.raises(CorpusError, match="cut anew"):
        list(sides([(one, two)]))


def test_the_speaker_of_a_sentence_is_compared() -> None:
    named = replace(sentence(0, 36), source=(0, 4))
    assert sentence_spans([side(named, named)], "source", exact=True).f1 == 1


SHEET = [
    '{"doc":"w9-001","title":"T","date":"2023-05-02","genre":"wire"}',
    '{"s":"Kyiv said 14 had died.","c":2}',
    '{"s":"No more is known.","p":1,"c":1}',
]


def test_a_second_sheet_by_numbers_gets_offsets_and_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    (first,), _ = compile_sheet(SHEET, {})
    monkeypatch.setattr(second, "read_rows", lambda path: [first] if path == second.WRITTEN else [])
    numbered = ['{"doc":"w9-001"}', '{"i":0,"c":2,"f":[{"q":"14","m":"killed"}]}', '{"i":1,"c":0}']
    (row,), errors = second.compile_second(numbered)
    assert errors == []
    assert set(row) == {"id", "sha256", "sentences"}
    assert row["sentences"][0]["figures"][0]["quantity"] == [10, 12]
    assert document_of(row, first).sentences[1].start == first["sentences"][1]["start"]
    _, errors = second.compile_second(numbered[:2])
    assert errors == ["w9-001: the sheet does not name every sentence of the text"]


def test_the_second_marking_holds_no_text_and_can_be_compared() -> None:
    rows = read_rows(second.SECOND)
    assert all(set(row) == {"id", "sha256", "sentences"} for row in rows)
    twice, _ = second.read_twice()
    assert twice
    assert quantities(list(sides(twice)), exact=False).f1 > 0.8


def test_the_report_repeats_the_rulings() -> None:
    assert agreement.rulings().startswith("## Rulings")
    assert agreement.RULINGS not in agreement.rulings()

"""Cutting a text at its claims: the runs always join to the text, whatever the marks."""

from hypothesis import given
from hypothesis import strategies as st

from api.web.highlights import Mark, around, cut, paragraph_ranges, paragraphs

TEXT = "Some 21 people fled.\n\n“At least 17 were killed,” he said.\r\nNo more."


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(alphabet="ab \n\r\u0301😀é", max_size=60))
    edge = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(edge, edge), max_size=8))
    return text, [Mark(i, min(pair), max(pair)) for i, pair in enumerate(pairs)]


@given(marked_texts())
def test_the_runs_join_to_the_text_and_name_exactly_the_marks_that_cover_them(case: tuple[str, list[Mark]]):
    text, marks = case
    found = [run for paragraph in paragraphs(text, marks) for run in paragraph.runs]
    assert "".join(run.text for run in found) == text
    for run in found:
        assert text[run.start : run.start + len(run.text)] == run.text
        for position in range(run.start, run.start + len(run.text)):
            assert set(run.claim_ids) == {m.claim_id for m in marks if m.start <= position < m.end}


@given(marked_texts())
def test_every_claim_opens_once_and_belongs_to_one_paragraph(case: tuple[str, list[Mark]]):
    text, marks = case
    found = paragraphs(text, marks)
    opened = [claim_id for paragraph in found for run in paragraph.runs for claim_id in run.opens]
    assert sorted(opened) == sorted(m.claim_id for m in marks if m.end > m.start)
    assert len({i for p in found for i in p.claim_ids}) == sum(len(p.claim_ids) for p in found)


@given(marked_texts(), st.integers(0, 30))
def test_an_excerpt_holds_what_it_is_about(case: tuple[str, list[Mark]], reach: int):
    text, marks = case
    for mark in marks:
        first, last = around(text, mark.start, mark.end, reach)
        assert 0 <= first <= mark.start <= mark.end <= last <= len(text)
        assert mark.start - first <= max(reach, 0)
        assert last - mark.end <= max(reach, 0)


def test_the_innermost_claim_is_the_one_that_a_click_is_about():
    start = TEXT.index("At least 17")
    sentence = Mark(1, start - 1, TEXT.index(" he said"))
    figure = Mark(2, start, start + len("At least 17"))
    runs = {run.text: run for run in cut(TEXT, [figure, sentence])}
    assert runs["At least 17"].claim_ids == (1, 2)
    assert runs["At least 17"].claim_id == 2
    assert runs["“"].opens == (1,)
    assert runs[" were killed,”"].claim_id == 1
    assert runs[" were killed,”"].opens == ()


def test_claims_that_touch_stay_two():
    runs = cut("1213", [Mark(1, 0, 2), Mark(2, 2, 4)])
    assert [(run.text, run.claim_ids) for run in runs] == [("12", (1,)), ("13", (2,))]


def test_paragraphs_keep_their_line_breaks():
    assert [TEXT[start:end] for start, end in paragraph_ranges(TEXT)] == [
        "Some 21 people fled.\n\n",
        "“At least 17 were killed,” he said.\r\n",
        "No more.",
    ]


def test_a_long_paragraph_is_cut_between_words():
    text = "word " * 300 + "21 killed" + " word" * 300
    start = text.index("21")
    first, last = around(text, start, start + 2, 52)
    assert text[first:last].startswith("word word")
    assert text[first:last].endswith("word")
    assert last - first < 120

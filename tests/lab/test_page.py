"""Does the page of a document show every mark where it stands, and lead from each figure to what it names?"""

import re
from pathlib import Path

import pytest

from lab.corpus import page
from lab.corpus.documents import Document, document_of
from lab.corpus.sheet import compile_sheet

SHEET = """
{"doc":"w9-001","title":"Toll & tally","date":"2023-05-02","genre":"wire"}
{"s":"Kyiv said 14 <tired> soldiers died on Monday.","c":2,"src":"Kyiv","cue":"said","f":[FIGURE]}
{"s":"A day later it was 15.","c":CHECK,"p":1,"f":[{"q":"15","m":"killed","where":"Kyiv@-1"}]}
"""
FIGURE = '{"q":"14","n":"soldiers","m":"killed","b":"stock","when":"Monday","src":"Kyiv","cue":"said"}'


def document(figure: str = FIGURE, check: int = 2) -> Document:
    sheet = SHEET.replace("FIGURE", figure).replace("CHECK", str(check))
    (row,), errors = compile_sheet(sheet.strip().splitlines(), {})
    assert errors == []
    return document_of(row)


def test_every_link_leads_to_a_mark_on_the_page() -> None:
    html = page.render(document(), document(check=1))
    links = set(re.findall(r'href="#([^"]+)"', html))
    assert links
    assert links <= set(re.findall(r'id="([^"]+)"', html))
    assert len(re.findall(r'id="first-0-4"', html)) == 1


def test_the_pieces_of_a_sentence_are_its_text() -> None:
    marked = document()
    for sentence in marked.sentences:
        words = "".join(piece.words for piece in page.pieces("first", marked, sentence))
        assert words == marked.text[sentence.start : sentence.end]


def test_a_place_named_by_a_later_sentence_is_marked_where_it_stands() -> None:
    (kyiv, *_) = page.pieces("first", document(), document().sentences[0])
    assert kyiv.words == "Kyiv"
    assert kyiv.kinds == ("place", "source")


def test_text_is_escaped_and_the_page_needs_no_other_file() -> None:
    html = page.render(document())
    assert "&lt;tired&gt;" in html
    assert "<h1>Toll &amp; tally</h1>" in html
    assert "http" not in html
    assert "<link" not in html


def test_one_marking_shows_one_reading_and_no_differences() -> None:
    (first, _) = page.rows(document())
    (reading,) = first.readings
    assert not reading.check_differs
    assert not any(fact.differs for card in reading.cards for fact in card.facts)
    assert [fact.value for fact in reading.cards[0].facts if fact.name == "source"] == ["as the sentence"]


def test_two_markings_stand_side_by_side_and_differences_are_named() -> None:
    other = document('{"q":"14","n":"soldiers","m":"missing","when":"Monday"}', check=1)
    (first, second) = page.rows(document(), other)
    left, right = first.readings
    assert {fact.name for fact in left.cards[0].facts if fact.differs} == {"measure", "basis", "source"}
    assert ("source", "none") in {(fact.name, fact.value) for fact in right.cards[0].facts}
    assert second.starts_paragraph
    assert all(reading.check_differs for reading in second.readings)


def test_a_quantity_of_one_reader_is_shown_as_alone() -> None:
    (first, _) = page.rows(document(), document('{"q":"Monday","m":"other"}'))
    assert [card.alone for reading in first.readings for card in reading.cards] == [True, True]


def test_all_pages_and_their_list_are_written(tmp_path: Path) -> None:
    marked = document()
    page.write_all([marked], {marked.id: marked}, tmp_path / "pages")
    assert 'href="w9-001.html"' in (tmp_path / "pages" / "index.html").read_text()
    assert 'href="index.html"' in (tmp_path / "pages" / "w9-001.html").read_text()


def test_an_unknown_document_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["page", "w9-999"])
    assert page.main() == 1
    assert "w9-999" in capsys.readouterr().err

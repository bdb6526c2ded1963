"""Whether the claim's number stands in a document, over HTTP: pasted, as plain text, or as a page."""

from typing import Any

import pytest

from models.documents import pdf as documents
from models.domain.checking.pages import text_of_page
from models.domain.errors import Invalid
from tests.api.client import Caller
from tests.factories import Desk
from tests.pdfs import locked, pdf

PDF = "application/pdf"

HAS_IT = "Contents.\n\nOfficials in Velmora said that twenty-one people had been killed."
PAGE = f"""<!doctype html><html><head><title>21 dead</title><style>p {{}}</style></head><body>
<script>var killed = 21;</script><table><tr><td>Injured</td><td>40</td></tr></table>
<p>{HAS_IT.split("Contents.")[1].strip()}</p></body></html>"""


def check(api: Caller, body: Any = None, **more: Any) -> Any:
    claim_id = api.desk.claims()[0]
    return api.by(api.desk.reviewer).send("POST", f"/v1/claims/{claim_id}/check-source", body, **more)


def test_the_number_is_found_in_another_form_with_its_place(api: Caller):
    found = check(api, {"text": HAS_IT})
    assert found.status_code == 200, found.text
    best = found.json["hits"][0]
    assert (found.json["standing"], best["standing"], best["locator"]) == ("same", "same", "paragraph 2")
    assert HAS_IT[best["number"]["start"] : best["number"]["end"]] == best["number"]["text"] == "twenty-one"
    assert best["sentence"]["text"].startswith("Officials")


def test_another_number_of_the_same_thing_contradicts(api: Caller):
    found = check(api, {"text": "In Velmora 19 people were killed."}).json
    assert (found["standing"], found["hits"][0]["number"]["text"]) == ("contradicts", "19")


def test_a_document_without_it_says_so(api: Caller):
    found = check(api, {"text": "It rained for three days."}).json
    assert (found["standing"], found["hits"]) == ("absent", [])
    assert found["reason"]


@pytest.mark.parametrize(("kind", "content"), [("text/plain", HAS_IT), ("text/html; charset=utf-8", PAGE)])
def test_a_document_may_be_sent_as_it_is(api: Caller, kind: str, content: str):
    found = check(api, data=content.encode("utf-8-sig"), Content_Type=kind)
    assert found.status_code == 200, found.text
    assert found.json["standing"] == "same"
    assert len(found.json["hits"]) == 1


def test_a_pdf_is_read_and_its_pages_are_named(api: Caller):
    words = "Officials in Velmora said that twenty-\none people had been\nkilled (so far), as reck-\noned."
    found = check(api, data=pdf("Contents. 40 pages.", words), Content_Type=PDF)
    assert found.status_code == 200, found.text
    best = found.json["hits"][0]
    assert (found.json["standing"], best["number"]["text"]) == ("same", "twenty-one")
    assert best["locator"].startswith("page 2"), best["locator"]
    assert best["sentence"]["text"].endswith("had been killed (so far), as reckoned.")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (pdf("", ""), "no words, as scans have"),
        (locked(pdf("21 people were killed."), "secret"), "is encrypted"),
        (pdf(*["21 killed."] * 301), "has 301 pages"),
        (pdf("21 people were killed.")[:200], "is no pdf"),
        (b"%PDF-1.7\n" + b"9" * 5_000, "is no pdf"),
        (b"21 people were killed.", "is no pdf"),
        (b"%PDF-" + b" " * 8_000_000, "is larger than 8 mb"),
        (pdf("21 people were killed.", packed=300_000_000), "too much memory"),
    ],
    ids=["scanned", "locked", "pages", "cut", "junk", "text", "large", "bomb"],
)
def test_a_pdf_that_cannot_be_read_says_what_to_do(api: Caller, content: bytes, says: str):
    refused = check(api, data=content, Content_Type=PDF)
    assert refused.status_code == 422, refused.text
    assert says in refused.json["errors"]["text"][0].lower()


def test_a_pdf_that_anybody_may_open_is_read(api: Caller):
    content = locked(pdf("In Velmora 21 people were killed."), "")
    assert check(api, data=content, Content_Type=PDF).json["standing"] == "same"


def test_a_pdf_has_no_more_time_and_memory_than_is_lent(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(documents, "LONGEST_WAIT", 0.01)
    with pytest.raises(Invalid) as refused:
        documents.words_of_pdf(pdf("21 people were killed."))
    assert "too long" in refused.value.fields["text"][0]


def test_scripts_and_styles_of_a_page_are_not_its_words():
    words = text_of_page(PAGE)
    assert "var" not in words
    assert "p {" not in words
    assert "Injured\n40" in words


@pytest.mark.parametrize(
    "html", ["", "<", "<p", "</p></p>", "<script>", "&#0;&amp;", "<!--", "<p>a<br/>b<td>c"]
)
def test_broken_pages_are_read(html: str):
    assert isinstance(text_of_page(html), str)


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"body": {"text": " "}}, 422),
        ({"body": {"text": "x" * 250_001}}, 422),
        ({"body": {}}, 422),
        ({"body": {"text": "a\x00"}}, 422),
        ({"data": b"\xff", "Content_Type": "text/plain"}, 422),
        ({"data": b"PK", "Content_Type": "application/msword"}, 415),
        ({"data": b"x" * 10_000_001, "Content_Type": "text/plain"}, 413),
    ],
)
def test_what_cannot_be_looked_into_is_refused(api: Caller, more: dict[str, Any], status: int):
    refused = check(api, **more)
    assert refused.status_code == status
    assert refused.json["message"]


def test_nothing_of_it_is_kept(api: Caller, desk: Desk):
    claim_id = desk.claims()[0]
    before = api.by(desk.reviewer).get(f"/v1/claims/{claim_id}").json
    reviewer = api.by(desk.reviewer)
    reviewer.post(f"/v1/claims/{claim_id}/check-source", {"text": HAS_IT})
    assert reviewer.get(f"/v1/claims/{claim_id}").json == before
    assert len(reviewer.get(f"/v1/claims/{claim_id}/events").json["items"]) == 1

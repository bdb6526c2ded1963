"""A document is chosen as a file on the claim's page, and its words are looked into."""

import io

import pytest

from tests.api.web.test_pages import Visit
from tests.factories import Desk
from tests.pdfs import pdf


def check(desk: Desk, visit: Visit, content: bytes, name: str) -> tuple[int, str]:
    claim_id = desk.claims()[0]
    sent = visit(desk.reviewer).send(f"/claims/{claim_id}/check-source", file=(io.BytesIO(content), name))
    return sent.status_code, sent.text


def test_a_pdf_is_taken_as_a_file_and_its_page_named(desk: Desk, visit: Visit):
    status, html = check(desk, visit, pdf("Contents.", "In Velmora 21 people were killed."), "Report.PDF")
    assert status == 200
    assert "The document has this number" in html
    assert "page 2" in html


@pytest.mark.parametrize(
    ("content", "says"), [(pdf(""), "as scans have"), (pdf("x")[:99], "Is no PDF that can be read")]
)
def test_a_pdf_that_cannot_be_read_says_so_beside_the_form(
    desk: Desk, visit: Visit, content: bytes, says: str
):
    status, html = check(desk, visit, content, "report.pdf")
    assert status == 422
    assert says in html

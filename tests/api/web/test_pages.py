"""The pages as HTTP: who may see and do what, and what a refused form looks like."""

import io
import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
from flask import Flask

from api.auth import CSRF_FIELD
from models.data.tables import Claim
from models.domain.states import DismissReason, State, Verdict
from models.workflow import jobs, leases, review
from models.workflow.clock import now
from tests.api.web.conftest import Visitor
from tests.factories import TEXT, Desk

Visit = Callable[..., Visitor]
PAGE = {"what": "https://example.org/report", "locator": "paragraph 2", "quote": ""}


def version_of(html: str) -> str:
    found = re.search(r'name="version" value="(\d+)"', html)
    assert found is not None
    return found[1]


@pytest.mark.parametrize(
    "path", ["/", "/submit", "/jobs", "/articles", "/articles/1", "/claims/1", "/desk", "/account"]
)
def test_nobody_sees_a_page_without_logging_in(app: Flask, path: str):
    answer = app.test_client().get(path)
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/login")


def test_logging_in_goes_on_to_where_one_was_going_but_never_away(app: Flask, desk: Desk, visit: Visit):
    assert desk.reviewer
    answer = app.test_client().get("/claims/7?x=1")
    assert answer.headers["Location"] == "/login?next=/claims/7?x%3D1"
    inside = visit(desk.reviewer)
    assert inside.get("/login?next=/jobs").headers["Location"] == "/jobs"
    for elsewhere in ("https://evil.example", "//evil.example", "/\\evil.example"):
        assert inside.get(f"/login?next={elsewhere}").headers["Location"] == "/"


def test_a_form_without_the_sessions_secret_is_refused(desk: Desk, visit: Visit):
    (claim_id, _) = desk.claims()
    visitor = visit(desk.reviewer)
    answer = visitor.client.post(f"/claims/{claim_id}/lease", data={CSRF_FIELD: "guessed"})
    assert answer.status_code == 403
    assert desk.claim(claim_id).state == State.OPEN


def test_every_page_is_strict_about_scripts_and_stays_out_of_caches(desk: Desk, visit: Visit):
    answer = visit(desk.reviewer).get("/")
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|style=", answer.text)


def test_the_queue_counts_and_narrows_as_its_address_says(desk: Desk, visit: Visit):
    killed, displaced = desk.claims()
    visitor = visit(desk.reviewer)
    html = visitor.text("/")
    assert f"/claims/{killed}" in html
    assert f"/claims/{displaced}" in html
    assert html.index(f"/claims/{killed}") < html.index(f"/claims/{displaced}"), "the most valuable first"
    narrowed = visitor.text("/?measure=killed")
    assert f"/claims/{displaced}" not in narrowed
    assert re.search(r'Unverified <span class="num">1<', narrowed)
    assert "No claim meets these filters" in visitor.text("/?text=nowhere")
    desk.decide(desk.reviewer, killed)
    assert f"/claims/{killed}" not in visitor.text("/")
    assert f"/claims/{killed}" in visitor.text("/?status=verified")
    assert re.search(r'Verified <span class="num">1<', visitor.text("/"))


def test_unknown_filters_and_cursors_do_no_harm(desk: Desk, visit: Visit):
    desk.claims()
    visitor = visit(desk.reviewer)
    assert visitor.get("/?status=wrong&measure=wrong&article=x").status_code == 200
    assert visitor.get("/?cursor=wrong").headers["Location"] == "/"
    assert visitor.get("/?article=999").headers["Location"] == "/"


def test_claims_below_the_threshold_stay_hidden_until_asked_for(desk: Desk, visit: Visit):
    desk.set(check_threshold=0.8)
    killed, displaced = desk.claims()
    visitor = visit(desk.reviewer)
    assert f"/claims/{displaced}" not in visitor.text("/")
    assert f"/claims/{displaced}" in visitor.text("/?low=1")
    article = desk.claim(killed).article_id
    assert f'id="at-{displaced}"' not in visitor.text(f"/articles/{article}")
    assert "Show 1 more" in visitor.text(f"/articles/{article}")
    assert f'id="at-{displaced}"' in visitor.text(f"/articles/{article}?all=1")


def test_a_vague_count_names_the_policy_that_it_is_read_by(desk: Desk, visit: Visit):
    (vague, plain) = desk.claims()
    with desk.database.write() as session:
        claim = session.get_one(Claim, vague)
        words = {"bound": "vague", "best": None, "low": "24", "high": "99"}
        quantity = {**claim.reading["quantity"], **words, "conservative": {"low": "12", "high": "12"}}
        claim.reading = {**claim.reading, "quantity": quantity}
    visitor = visit(desk.reviewer)
    assert "a vague count" not in visitor.text(f"/claims/{plain}")
    assert "24 to 99 people" in visitor.text(f"/claims/{vague}")
    assert "“interval” policy" in visitor.text(f"/claims/{vague}")
    desk.set(vague_policy="conservative")
    assert "12 people" in visitor.text(f"/claims/{vague}")
    assert "“conservative” policy" in visitor.text(f"/claims/{vague}")


def test_an_article_is_shown_exactly_as_it_is_kept(desk: Desk, visit: Visit):
    text = "<b>21</b> & “300”…\n\n  Someone\u0301 said 😀 300 fled. <script>alert(1)</script>"
    article_id, _ = desk.submit(text)
    html = visit(desk.reviewer).text(f"/articles/{article_id}")
    shown = "".join(re.findall(r"data-start=\"\d+\">([^<]*)<", html))
    assert unescape(shown) == text
    assert "<script>alert" not in html


def test_next_hands_out_the_most_valuable_claim_and_skipping_another(desk: Desk, visit: Visit):
    killed, displaced = desk.claims()
    visitor = visit(desk.reviewer)
    assert visitor.send("/next").request.path == f"/claims/{killed}"
    assert visitor.send("/next").request.path == f"/claims/{killed}", "a live lease comes again"
    assert visitor.send(f"/claims/{killed}/skip").request.path == f"/claims/{displaced}"
    assert desk.claim(killed).state == State.OPEN
    assert visit(desk.second).send("/next").request.path == f"/claims/{killed}"
    empty = visitor.send(f"/claims/{displaced}/verdict", version=2, verdict="supported", then="next", **PAGE)
    assert empty.request.path == "/"
    assert "Nothing is waiting" in empty.text


def test_a_verdict_settles_and_shows_its_evidence(desk: Desk, visit: Visit):
    killed, _ = desk.claims()
    answer = visit(desk.reviewer).send(
        f"/claims/{killed}/verdict", version=1, verdict="refuted", note="Wrong.", **PAGE
    )
    assert answer.status_code == 200
    assert desk.claim(killed).verdict == "refuted"
    assert "https://example.org/report" in answer.text
    assert "rob settled it" in answer.text


def test_a_refused_verdict_keeps_what_was_typed_and_says_what_is_missing(desk: Desk, visit: Visit):
    killed, _ = desk.claims()
    typed = {"what": "ftp://example.org/<x>", "locator": "page “4”", "quote": "", "note": "a\r\nb"}
    answer = visit(desk.reviewer).send(f"/claims/{killed}/verdict", version=1, verdict="supported", **typed)
    assert answer.status_code == 422
    assert 'value="ftp://example.org/&lt;x&gt;"' in answer.text
    assert 'value="page “4”"' in answer.text
    assert "a\nb</textarea>" in answer.text
    assert re.search(r'value="supported"[^>]*checked', answer.text)
    assert "must begin with http" in answer.text.lower()
    assert desk.claim(killed).state == State.OPEN


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({}, "Choose one of the eight"),
        ({"verdict": "supported"}, "needs at least one piece of evidence"),
        ({"verdict": "not_checkable"}, "needs a note"),
        ({"verdict": "supported", **PAGE, "locator": ""}, "where to look"),
        ({"verdict": "supported", **PAGE, "what": "999"}, "There is no claim 999"),
    ],
)
def test_what_a_verdict_lacks_is_said_beside_it(
    desk: Desk, visit: Visit, fields: dict[str, str], problem: str
):
    killed, _ = desk.claims()
    answer = visit(desk.reviewer).send(f"/claims/{killed}/verdict", version=1, **fields)
    assert answer.status_code == 422
    assert problem in answer.text


def test_a_settled_claim_is_cited_by_its_number(desk: Desk, visit: Visit):
    killed, displaced = desk.claims()
    desk.decide(desk.second, displaced)
    visit(desk.reviewer).send(
        f"/claims/{killed}/verdict",
        version=1,
        verdict="supported",
        what=f"#{displaced}",
        locator="all of it",
        quote="",
    )
    with desk.database.read() as session:
        judgement = session.get_one(type(desk.claim(killed)), killed).judgements[-1]
        assert [item.cited_claim_id for item in judgement.evidence] == [displaced]


def test_a_stale_write_is_refused_with_what_changed(desk: Desk, visit: Visit):
    killed, _ = desk.claims()
    desk.decide(desk.second, killed, Verdict.OUTDATED)
    answer = visit(desk.reviewer).send(
        f"/claims/{killed}/verdict", version=1, verdict="supported", note="mine", **PAGE
    )
    assert answer.status_code == 412
    assert "has changed since you read it" in answer.text
    assert "sam settled it. Verdict: Outdated." in answer.text
    assert "mine</textarea>" in answer.text, "what was typed is still there"
    assert desk.claim(killed).verdict == "outdated"


def test_a_claim_in_anothers_hands_is_no_ones_else(desk: Desk, visit: Visit):
    killed, _ = desk.claims()
    with desk.database.write() as session:
        leases.lease(session, desk.second, killed, now())
    visitor = visit(desk.reviewer)
    html = visitor.text(f"/claims/{killed}")
    assert "sam looks at it" in html
    assert 'name="verdict"' not in html
    answer = visitor.send(f"/claims/{killed}/verdict", version=2, verdict="supported", **PAGE)
    assert answer.status_code == 409
    assert "in review by someone else" in answer.text


def test_the_first_of_two_verdicts_is_its_authors_alone(desk: Desk, visit: Visit):
    desk.set(second_reviewer=True)
    killed, _ = desk.claims()
    author, other, editor = visit(desk.reviewer), visit(desk.second), visit(desk.editor)
    author.send(
        f"/claims/{killed}/verdict", version=1, verdict="missing_context", note="secret words", **PAGE
    )
    assert "Missing context" in author.text(f"/claims/{killed}").split("Evidence and verdicts")[1]
    for stranger in (other, editor):
        html = stranger.text(f"/claims/{killed}")
        assert "secret words" not in html
        assert "https://example.org/report" not in html
        assert "Missing context" not in html.split("Evidence and verdicts")[1]
        assert "secret words" not in stranger.text("/?status=any")
    answer = other.send(f"/claims/{killed}/verdict", version=3, verdict="supported", **PAGE)
    assert answer.status_code == 200
    assert "secret words" in answer.text, "both are shown once both are in"
    assert desk.claim(killed).state == State.PROPOSED
    # A stale form of the author's must not tell more than the trail.
    late = editor.send(f"/claims/{killed}/verdict", version=1, verdict="supported", **PAGE)
    assert late.status_code == 412


def test_dismiss_undo_and_reopen(desk: Desk, visit: Visit):
    killed, displaced = desk.claims()
    visitor = visit(desk.reviewer)
    refused = visitor.send(f"/claims/{killed}/dismiss", version=1, reason="duplicate_of", duplicate_of="")
    assert refused.status_code == 422
    assert "Name the other claim" in refused.text
    done = visitor.send(
        f"/claims/{killed}/dismiss", version=1, reason="duplicate_of", duplicate_of=f"#{displaced}"
    )
    assert f"(claim {displaced})" in done.text
    assert desk.claim(killed).state == State.DISMISSED
    visitor.send(f"/claims/{killed}/undo", version=version_of(done.text))
    assert desk.claim(killed).state == State.OPEN
    desk.decide(desk.second, displaced)
    assert f'action="/claims/{displaced}/reopen' not in visitor.text(f"/claims/{displaced}")
    editor = visit(desk.editor)
    version = version_of(editor.text(f"/claims/{displaced}"))
    assert editor.send(f"/claims/{displaced}/reopen", version=version, reason=" ").status_code == 422
    editor.send(f"/claims/{displaced}/reopen", version=version, reason="New report.")
    assert desk.claim(displaced).state == State.OPEN


def test_a_submitter_reads_but_does_not_review(desk: Desk, visit: Visit):
    killed, _ = desk.claims()
    visitor = visit(desk.submitter)
    html = visitor.text(f"/claims/{killed}")
    assert 'name="verdict"' not in html
    assert "Next" not in html
    answer = visitor.send(f"/claims/{killed}/verdict", version=1, verdict="supported", **PAGE)
    assert answer.status_code == 403
    assert visitor.get("/desk").status_code == 403


def test_a_pasted_text_is_kept_without_the_line_breaks_of_forms(desk: Desk, visit: Visit, sent: list[int]):
    visitor = visit(desk.submitter)
    answer = visitor.send(
        "/submit", text="One.\r\nTwo.", title=" T ", published_on="2024-05-01", source_name="", url=""
    )
    assert "Waiting for a worker" in answer.text
    assert len(sent) == 1
    with desk.database.read() as session:
        article = jobs.get(session, sent[0]).article
        assert (article.text, article.title, article.source_name) == ("One.\nTwo.", "T", None)
    again = visitor.send(
        "/submit", text="One.\nTwo.", title="T", published_on="2024-05-01", source_name="", url=""
    )
    assert "here already" in again.text
    assert len(sent) == 1


def test_a_file_is_kept_byte_for_byte_but_for_its_mark(desk: Desk, visit: Visit, sent: list[int]):
    upload = (io.BytesIO("\ufeffOne é.\r\nTwo.".encode()), "a.txt")
    visit(desk.submitter).send("/submit", file=upload, text="")
    with desk.database.read() as session:
        assert jobs.get(session, sent[0]).article.text == "One é.\r\nTwo."


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"text": "  "}, "The text is empty"),
        ({"text": "x", "published_on": "2999-01-01"}, "in the future"),
        ({"text": "x", "published_on": "soon"}, "no calendar day"),
        ({"text": "x", "url": "javascript:alert(1)"}, "http:// or https://"),
        ({"text": "é" * 600_000}, "longer than 1,000,000 bytes"),
        ({"file": (io.BytesIO(b"caf\xe9"), "a.txt")}, "Is not UTF-8 (byte 4)"),
        ({"file": (io.BytesIO(b"x"), "a.txt"), "text": "y"}, "only one of the two"),
    ],
)
def test_an_article_that_cannot_be_taken_is_refused_by_field(
    desk: Desk, visit: Visit, sent: list[int], fields: dict[str, object], problem: str
):
    answer = visit(desk.submitter).send("/submit", **{"title": "Kept", **fields})
    assert answer.status_code == 422
    assert problem in answer.text
    assert 'value="Kept"' in answer.text
    assert not sent


def test_a_text_of_almost_a_megabyte_is_taken(desk: Desk, visit: Visit, sent: list[int]):
    visit(desk.submitter).send("/submit", text="word " * 199_000)
    assert len(sent) == 1


def test_a_failed_job_says_why_and_is_tried_again(desk: Desk, visit: Visit, sent: list[int]):
    _, job_id = desk.submit()
    with desk.database.write() as session:
        started = jobs.start(session, job_id, "w", desk.now)
        assert started is not None
        jobs.fail(session, started, "the text could not be read", desk.now)
    visitor = visit(desk.submitter)
    assert "the text could not be read" in visitor.text("/jobs?state=failed")
    assert "the text could not be read" in visitor.text(f"/jobs/{job_id}")
    answer = visitor.send(f"/jobs/{job_id}/retry")
    assert "Waiting for a worker" in answer.text
    assert sent == [job_id + 1]
    assert "Cancelled" in visitor.send(f"/jobs/{job_id + 1}/cancel").text
    assert "only a failed or cancelled job" not in visitor.send(f"/jobs/{job_id + 1}/retry").text


def test_a_job_that_waits_long_says_what_may_be_missing(desk: Desk, visit: Visit):
    desk.now = now() - timedelta(minutes=2)
    _, job_id = desk.submit()
    assert "Is a worker running?" in visit(desk.submitter).text(f"/jobs/{job_id}")


def test_what_is_not_there_says_so_to_people_and_to_programs(desk: Desk, visit: Visit):
    visitor = visit(desk.reviewer)
    browser = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    for path in ("/claims/999", "/articles/999", "/jobs/999", "/nowhere"):
        answer = visitor.get(path, headers=browser)
        assert answer.status_code == 404
        assert "<h1>Not here</h1>" in answer.text
    assert visitor.get("/nowhere", headers={"Accept": "*/*"}).is_json
    assert visitor.get("/v1/nowhere", headers=browser).is_json


def test_an_article_taken_down_shows_no_words(desk: Desk, visit: Visit):
    from models.workflow import takedown

    killed, _ = desk.claims()
    with desk.database.write() as session:
        takedown.take_down(session, desk.admin, desk.claim(killed).article_id, "Court order.", now())
    visitor = visit(desk.reviewer)
    for path in (f"/claims/{killed}", f"/articles/{desk.claim(killed).article_id}", "/?status=any"):
        html = visitor.text(path)
        assert TEXT[:20] not in html
        assert "were killed" not in html


def test_a_dismissal_by_someone_else_is_seen_by_a_stale_form(desk: Desk, visit: Visit):
    killed, _ = desk.claims()
    with desk.database.write() as session:
        review.dismiss(session, desk.second, killed, 1, DismissReason.NOT_A_CLAIM, None, "opinion", now())
    answer = visit(desk.reviewer).send(f"/claims/{killed}/dismiss", version=1, reason="not_a_claim")
    assert answer.status_code == 412
    assert "sam dismissed it. Not a claim. opinion" in answer.text


def test_a_body_far_too_long_is_refused_with_a_page(desk: Desk, visit: Visit):
    answer = visit(desk.submitter).send("/submit", text="x" * 11_000_000)
    assert answer.status_code == 413
    assert "Too much at once" in answer.text


@pytest.mark.parametrize("number", ["0", str(2**63), "9" * 20, "9" * 5000])
@pytest.mark.parametrize("page", ["articles", "claims", "jobs"])
def test_a_number_that_names_nothing_is_not_found(desk: Desk, visit: Visit, page: str, number: str):
    assert visit(desk.reviewer).get(f"/{page}/{number}").status_code == 404

"""The pages that show much at once: reasons in the queue, articles in parts, history, and the dashboard."""

import json
import re
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest

from api.web.charts import stacked
from api.web.highlights import parts
from models.data.tables import Claim
from models.domain.claim import Extraction, Span
from models.domain.states import Verdict
from models.domain.vocabulary import Measure
from models.workflow import corrections
from models.workflow.clock import now
from models.workflow.review import NewEvidence
from tests.api.web.test_pages import Visit, version_of
from tests.factories import Desk, figure

MANY = 10_000


@pytest.fixture(scope="module")
def long_text() -> str:
    return "\n\n".join(f"In town {n} some {n + 1} people died there." for n in range(MANY))


def submit_long(desk: Desk, text: str) -> int:
    """Bring in an article with ten thousand claims, one a paragraph."""
    article_id, job_id = desk.submit(text)
    drafts, at = [], 0
    for paragraph in text.split("\n\n"):
        number = paragraph.split()[4]
        sentence = Span.of(text, at, at + len(paragraph))
        draft = figure(paragraph, f"some {number}", int(number), Measure.KILLED, Span.of(paragraph, 0, 5))
        assert draft.quantity is not None
        quantity = draft.quantity.shifted(at)
        drafts.append(replace(draft, sentence=sentence, standalone=paragraph, quantity=quantity, source=None))
        at += len(paragraph) + 2
    desk.run(job_id, Extraction("test-1", (), tuple(drafts)))
    return article_id


def test_ten_thousand_claims_are_light_to_look_at(desk: Desk, visit: Visit, long_text: str):
    article_id = submit_long(desk, long_text)
    visitor = visit(desk.reviewer)
    queue = visitor.get("/")
    assert "10,000" in queue.text
    loaded = re.findall(r'<(?:script|link)[^>]* (?:src|href)="([^"]+)"', queue.text)
    assert len(loaded) >= 4, "the icon, the style and the scripts"
    unpacked = len(queue.data)
    for path in loaded:
        with closing(visitor.get(unescape(path))) as file:
            unpacked += len(file.data)
    assert unpacked < 100_000, "docs/review.md says so of the first view"
    page = visitor.get(f"/articles/{article_id}")
    assert len(page.data) < 1_000_000
    assert "Part 1 of" in page.text
    last = desk.claim_ids(article_id)[-1]
    there = visitor.text(f"/articles/{article_id}?claim={last}")
    assert f'id="at-{last}"' in there


def test_parts_join_to_the_text_and_none_is_too_long():
    text = "one two three. " * 50 + "\n\n" + "x" * 500 + "\n" + "four five."
    starts = list(range(0, 740, 15))
    ranges = parts(text, starts, most_claims=7, most_words=200)
    assert [left for left, _ in ranges] == [0, *(right for _, right in ranges[:-1])]
    assert ranges[-1][1] == len(text)
    for left, right in ranges:
        assert right - left <= 200
        assert sum(left <= start < right for start in starts) <= 7
    assert parts("", []) == [(0, 0)]


def test_the_queue_says_why_each_claim_stands_there(desk: Desk, visit: Visit):
    desk.now = now()
    killed, displaced = desk.claims()
    visitor = visit(desk.reviewer)
    assert "high check-worthiness" in visitor.text("/")
    assert ">new<" in visitor.text("/")
    desk.decide(desk.reviewer, killed)
    with desk.database.write() as session:
        patch = {"measure": "injured"}
        corrections.apply(session, desk.second, killed, desk.claim(killed).version, patch, now())
    assert "Stale: measure changed" in visitor.text("/?status=stale")
    desk.set(second_reviewer=True)
    desk.decide(desk.reviewer, displaced)
    html = visitor.text("/?status=in_review")
    assert "Second review wanted" in html
    desk.decide(desk.second, displaced, Verdict.REFUTED)
    assert "Two verdicts disagree" in visitor.text("/?status=in_review")
    assert "1 waits" in visitor.text("/")


def test_the_queue_narrows_to_a_period_that_its_address_says(desk: Desk, visit: Visit):
    claim_id, _ = desk.claims()
    with desk.database.write() as session:
        days = {"start": 0, "end": 3, "first_day": "2024-03-01", "last_day": "2024-03-31"}
        corrections.apply(session, desk.reviewer, claim_id, 1, {"period": days}, now())
    visitor = visit(desk.reviewer)
    assert f'/claims/{claim_id}"' in visitor.text("/?from=2024-03-20&to=2024-04-20")
    assert "No claim meets these filters" in visitor.text("/?from=2024-04-01")
    assert visitor.get("/?from=someday").status_code == 200


def test_the_queue_narrows_to_values_and_hints_and_hands_out_what_it_shows(desk: Desk, visit: Visit):
    killed, displaced = desk.claims()
    with desk.database.write() as session:
        hint = {"opinion": "conflicts", "score": 0.9, "evidence": [], "model": "m", "confirms": None}
        session.get_one(Claim, displaced).hint = hint
    visitor = visit(desk.editor)
    for narrowed, shown, hidden in (
        ("value_from=100", displaced, killed),
        ("value_to=100", killed, displaced),
        ("value_from=200&value_to=1%2C000", displaced, killed),
        ("hint=conflicts", displaced, killed),
    ):
        html = visitor.text(f"/?{narrowed}")
        assert f'/claims/{shown}"' in html, narrowed
        assert f'/claims/{hidden}"' not in html, narrowed
        assert "1 claim meets these filters" in html
        (path,) = re.findall(r'href="(/v1/exports/claims\.jsonl[^"]*)"', html)
        exported = visitor.get(unescape(path)).text.splitlines()
        assert [json.loads(line)["id"] for line in exported] == [shown], path
    for garbage in ("value_from=nan", "value_to=inf", "value_from=1e999", "hint=maybe", "value_to=x"):
        assert "/v1/exports/claims.csv?status=unverified&amp;min" in visitor.text(f"/?{garbage}"), garbage
    assert "/v1/exports/" not in visit(desk.reviewer).text("/"), "exports are an editor's"
    assert "/v1/exports/" not in visitor.text("/?text=nowhere"), "there is nothing to take along"


def test_a_stale_claim_shows_what_changed_old_beside_new(desk: Desk, visit: Visit):
    claim_id, _ = desk.claims()
    desk.decide(desk.reviewer, claim_id)
    with desk.database.write() as session:
        patch = {"quantity": {"bound": "at_least"}}
        corrections.apply(session, desk.second, claim_id, desk.claim(claim_id).version, patch, now())
    html = visit(desk.reviewer).text(f"/claims/{claim_id}")
    assert "What changed since the verdict" in html
    assert '<s>“21” (21 people)</s></td><td class="strong">“21” (21 people or more)' in html


def test_a_verdict_whose_evidence_changed_says_which(desk: Desk, visit: Visit):
    cited, claim_id = desk.claims()
    desk.decide(desk.second, cited)
    desk.decide(desk.reviewer, claim_id, evidence=[NewEvidence(locator="value", claim_id=cited)])
    with desk.database.write() as session:
        corrections.apply(
            session, desk.second, cited, desk.claim(cited).version, {"measure": "injured"}, now()
        )
    html = visit(desk.reviewer).text(f"/claims/{claim_id}")
    assert f"claim {cited}" in html
    assert "stale" in html


def test_two_verdicts_that_differ_stand_side_by_side(desk: Desk, visit: Visit):
    claim_id, _ = desk.claims()
    desk.set(second_reviewer=True)
    desk.decide(desk.reviewer, claim_id)
    assert "versus" not in visit(desk.editor).text(f"/claims/{claim_id}")
    desk.decide(desk.second, claim_id, Verdict.REFUTED)
    html = visit(desk.editor).text(f"/claims/{claim_id}")
    both = html[html.index('class="versus"') :]
    assert both.index("Supported") < both.index("Refuted")
    assert "Yours settles it." in html


def test_history_shows_the_claim_as_it_stood(desk: Desk, visit: Visit):
    desk.now = now() - timedelta(hours=3)
    claim_id, _ = desk.claims()
    with desk.database.write() as session:
        corrections.apply(session, desk.reviewer, claim_id, 1, {"measure": "injured"}, now())
    visitor = visit(desk.reviewer)
    assert "Choose a step" in visitor.text(f"/claims/{claim_id}/history")
    then = (desk.now + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M")
    html = visitor.text(f"/claims/{claim_id}/history?at={then}")
    assert re.search(r"Measure</th><td>killed</td><td>injured</td>", html)
    assert "not yet there" in visitor.text(f"/claims/{claim_id}/history?at=2001-01-01")
    assert "This is no time" in visitor.text(f"/claims/{claim_id}/history?at=yesterday")


def test_history_leads_to_each_step_even_of_one_moment(desk: Desk, visit: Visit):
    claim_id, _ = desk.claims()
    desk.decide(desk.reviewer, claim_id)
    visitor = visit(desk.reviewer)
    links = re.findall(r'href="([^"]*/history\?step=\d+)#then"', visitor.text(f"/claims/{claim_id}/history"))
    assert [link.rpartition("=")[2] for link in links] == ["3", "2", "1"]
    for link in links:
        current = re.findall(r'aria-current="step"><span[^>]*>(\d+)<', visitor.text(link))
        assert current == [link.rpartition("=")[2]]
    assert "There is no such step" in visitor.text(f"/claims/{claim_id}/history?step=99")
    assert "There is no such step" in visitor.text(f"/claims/{claim_id}/history?step=x")


def test_history_keeps_a_first_verdict_from_the_second_reviewer(desk: Desk, visit: Visit):
    desk.now = now()
    claim_id, _ = desk.claims()
    desk.set(second_reviewer=True)
    desk.decide(desk.reviewer, claim_id, note="a telling note")
    html = visit(desk.second).text(f"/claims/{claim_id}/history?at={now():%Y-%m-%dT%H:%M:%S}")
    assert "Supported" not in html
    assert "a telling note" not in html


def test_the_dashboard_counts_by_day_person_state_and_age(desk: Desk, visit: Visit):
    desk.now = now()
    first, _ = desk.claims()
    visitor = visit(desk.reviewer)
    assert "Nothing was done" in visitor.text("/dashboard")
    desk.set(second_reviewer=True)
    desk.decide(desk.reviewer, first)
    desk.decide(desk.second, first, Verdict.REFUTED)
    html = visitor.text("/dashboard?days=7")
    assert re.search(r'scope="row">rob', html)
    assert re.search(r"Open</th><td[^>]*>1</td>", html)
    assert "rob and sam" in html
    assert "<rect" in html
    assert "Supported" not in html
    assert "style=" not in html
    assert visitor.get("/dashboard?days=9999").status_code == 200


def test_bars_stack_from_below_to_the_full_height():
    chart = stacked([("1 May", {"settled": 1, "dismissed": 3}), ("2 May", {"settled": 0, "dismissed": 0})])
    assert (chart.top, chart.total, len(chart.bars)) == (4, 4, 2)
    settled, dismissed = chart.bars
    assert (settled.y, settled.height) == (75.0, 25.0)
    assert (dismissed.y, dismissed.height) == (0.0, 75.0)


def test_an_admin_takes_an_article_down_once_it_is_typed(desk: Desk, visit: Visit):
    claim_id, _ = desk.claims()
    article_id = desk.claim(claim_id).article_id
    visitor = visit(desk.admin)
    path = f"/articles/{article_id}/take-down"
    answer = visitor.send(path, reason="a court order", confirmation="yes")
    assert answer.status_code == 422
    assert f"Type exactly: take down {article_id}" in answer.text
    assert 'value="a court order"' in answer.text
    assert (
        visit(desk.editor).send(path, reason="x", confirmation=f"take down {article_id}").status_code == 403
    )
    answer = visitor.send(path, reason="a court order", confirmation=f"take down {article_id}")
    assert "This article was taken down" in answer.text
    assert "killed in Velmora" not in answer.text


def test_a_lease_is_renewed_and_left_by_the_page(desk: Desk, visit: Visit):
    claim_id, _ = desk.claims()
    visitor = visit(desk.reviewer)
    visitor.send(f"/claims/{claim_id}/lease")
    html = visitor.text(f"/claims/{claim_id}")
    assert version_of(html) == "2"
    assert re.search(r'data-seconds-left="(89\d|900)"', html)
    secret = re.search(r'name="csrf_token" value="([^"]+)"', html)
    assert secret is not None
    form, asks = {"csrf_token": secret[1]}, {"Accept": "application/json"}
    answer = visitor.client.post(f"/claims/{claim_id}/lease", data=form, headers=asks)
    assert answer.json["seconds_left"] > 890
    assert visitor.client.post(f"/claims/{claim_id}/leave", data=form).status_code == 204
    assert re.search(r'data-seconds-left="1\d"', visitor.text(f"/claims/{claim_id}"))
    visitor.client.delete_cookie("claimbench")
    answer = visitor.client.post(f"/claims/{claim_id}/lease", data=form, headers=asks)
    assert answer.status_code == 401

"""Forms and addresses that no page of ours ever sends: refused in words, and never a failure of ours."""

import re
from pathlib import Path

import pytest
from flask import Flask

from tests.api.web.test_pages import Visit
from tests.factories import Desk
from tests.ferry import compare_all

WEB = Path(__file__).resolve().parents[3] / "api" / "web"
NAMES = sorted(
    {
        name
        for path in [*WEB.rglob("*.py"), *WEB.rglob("*.html")]
        for name in re.findall(r'(?:form(?:\.get|\.getlist)?[(\[]|name=)"([a-z_]+)"', path.read_text())
    }
    - {"csrf_token"}
)
GARBAGE = [
    "",
    "²",
    "9" * 30,
    "9" * 5_000,
    "-1",
    "1:²",
    "٣:٣",
    f"{2**63}:1",
    "\x00",
    "‮e\u0301🧨",
    "[]",
    "1e400",
    "nan",
]


@pytest.mark.parametrize("value", GARBAGE, ids=lambda one: repr(one[:8]))
def test_no_form_of_garbage_is_a_failure_of_ours(app: Flask, desk: Desk, visit: Visit, value: str):
    article_id, job_id = desk.submit()
    desk.run(job_id)
    compare_all(desk)
    ids = {"article_id": article_id, "job_id": job_id, "claim_id": desk.claim_ids(article_id)[0]}
    ids |= {"figure_id": 1, "reference_id": 1, "user_id": desk.submitter.user_id, "token_id": 1}
    visitor = visit(desk.admin)
    failed = {}
    for rule in app.url_map.iter_rules():
        if rule.endpoint.startswith("web.") and "POST" in (rule.methods or ()):
            _, path = rule.build({name: ids[name] for name in rule.arguments}) or ("", "")
            if path not in ("/logout", "/login"):
                garbage = dict.fromkeys(NAMES, value)
                for sent in (garbage, {**garbage, "version": "1", "reason": "not_a_claim"}):
                    status = visitor.send(path, **sent).status_code
                    if status >= 500:
                        failed[path] = status
    assert not failed


@pytest.mark.parametrize("value", [*GARBAGE, "%ED%A0%80", "%FF"], ids=lambda one: repr(one[:8]))
def test_no_address_of_garbage_is_a_failure_of_ours(app: Flask, desk: Desk, visit: Visit, value: str):
    desk.claims()
    visitor = visit(desk.admin)
    asked = ("status", "measure", "hint", "place", "text", "from", "to", "value_from", "value_to", "article")
    asked += (
        "low",
        "cursor",
        "days",
        "at",
        "step",
        "on",
        "all",
        "claim",
        "part",
        "publisher",
        "confirm",
        "state",
    )
    written = value if value.startswith("%") else None
    pages = "/ /figures /articles /references /jobs /dashboard /claims/1 /claims/1/history /articles/1"
    for path in pages.split():
        for name in asked:
            address = f"{path}?{name}={written}" if written else path
            query = None if written else {name: value}
            assert visitor.get(address, query_string=query).status_code < 500, (path, name)

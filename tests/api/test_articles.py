"""Articles come in over HTTP once, are recognised, described better, and read again."""

import json
from datetime import date, timedelta

import pytest

from models.workflow.clock import now
from tests.api.client import Caller
from tests.factories import TEXT, Desk

NEW = {
    "text": TEXT,
    "title": "Blast",
    "published_on": "2024-05-01",
    "source_name": "Radio",
    "url": "https://x.org/1",
}


def test_an_article_comes_in_and_its_job_is_sent(api: Caller, desk: Desk, sent: list[int]):
    answer = api.by(desk.submitter).post("/v1/articles", NEW)
    assert answer.status_code == 202
    article, job = answer.json["article"], answer.json["job"]
    assert sent == [job["id"]]
    assert answer.headers["Location"] == f"/v1/jobs/{job['id']}"
    assert job == api.by(desk.submitter).get(answer.headers["Location"]).json
    assert job["state"] == "queued"
    assert job["progress"] == {"stage": None, "done": 0, "total": 0}
    assert job["created_at"].endswith("Z")
    assert {name: article[name] for name in NEW if name != "text"} == {
        k: v for k, v in NEW.items() if k != "text"
    }
    assert (article["version"], article["claims"], article["job"]["id"]) == (1, 0, job["id"])


def test_the_same_article_again_is_recognised_and_sends_nothing(api: Caller, desk: Desk, sent: list[int]):
    first = api.by(desk.submitter).post("/v1/articles", NEW).json
    again = api.by(desk.reviewer).post("/v1/articles", NEW)
    assert (again.status_code, again.json["job"]["id"]) == (202, first["job"]["id"])
    assert again.json["article"]["id"] == first["article"]["id"]
    assert len(sent) == 1
    other = api.by(desk.submitter).post("/v1/articles", {**NEW, "source_name": "Other Radio"}).json
    assert other["article"]["id"] != first["article"]["id"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": " \n"}, "text"),
        ({"text": None}, "text"),
        ({"text": 5}, "text"),
        ({"text": "a\x00b"}, "text"),
        ({"text": "\ud800"}, "text"),
        ({"text": "ж" * 500_001}, "text"),
        ({"title": "a\x00"}, "title"),
        ({"title": ["x"]}, "title"),
        ({"source_name": "\udfff"}, "source_name"),
        ({"published_on": "20240501"}, "published_on"),
        ({"published_on": "2024-05-32"}, "published_on"),
        ({"published_on": "2024-W18-3"}, "published_on"),
        ({"published_on": 20240501}, "published_on"),
        ({"published_on": (now().date() + timedelta(days=3)).isoformat()}, "published_on"),
        ({"url": "ftp://x.org"}, "url"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"body": "x"}, "body"),
    ],
    ids=repr,
)
def test_what_cannot_be_taken_is_named(
    api: Caller, desk: Desk, sent: list[int], changed: dict[str, object], field: str
):
    answer = api.by(desk.submitter).post("/v1/articles", {**NEW, **changed})
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == [field]
    assert all(isinstance(words, str) for words in answer.json["errors"][field])
    assert sent == []


def test_a_text_of_a_million_bytes_is_taken_however_json_writes_it(api: Caller, desk: Desk):
    caller = api.by(desk.submitter)
    escaped = json.dumps({"text": "\x01" * 999_999 + "a"}).encode()
    assert len(escaped) > 5_900_000
    assert caller.post("/v1/articles", data=escaped).status_code == 202
    assert caller.post("/v1/articles", {"text": "a" * 1_000_001}).json["errors"]["text"]


def test_the_text_comes_back_as_it_was_sent(api: Caller, desk: Desk):
    text = "\ufeff Line one\r\nline two\u2028 👩‍👩‍👧 e\u0301 \u0007 end "
    article = api.by(desk.submitter).post("/v1/articles", {"text": text}).json["article"]
    assert "text" not in article
    assert api.by(desk.submitter).get(f"/v1/articles/{article['id']}").json["text"] == text


def test_articles_are_listed_newest_first_page_by_page(api: Caller, desk: Desk):
    ids = [desk.submit(f"Text {number}.", title=f"Title {number % 2}")[0] for number in range(5)]
    caller, found, cursor = api.by(desk.submitter), [], ""
    while True:
        page = caller.get(f"/v1/articles?limit=2{cursor}").json
        found += [item["id"] for item in page["items"]]
        if page["next"] is None:
            break
        cursor = f"&cursor={page['next']}"
    assert found == ids[::-1]
    titled = caller.get("/v1/articles?text=title%201").json["items"]
    assert [item["id"] for item in titled] == [ids[3], ids[1]]


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=201",
        "limit=x",
        "limit=1&limit=2",
        "cursor=!",
        "cursor=WyJ4Il0",
        "text=",
        "text=%00",
        "what=1",
    ],
)
def test_a_list_that_cannot_be_is_refused(api: Caller, desk: Desk, query: str):
    answer = api.by(desk.submitter).get(f"/v1/articles?{query}")
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == [query.partition("=")[0]]


def test_another_publication_date_reads_the_article_again(api: Caller, desk: Desk, sent: list[int]):
    article_id, job_id = desk.submit()
    desk.run(job_id)
    caller, path = api.by(desk.submitter), f"/v1/articles/{article_id}"
    titled = caller.send("PATCH", path, {"title": "Better"}, version=1)
    assert (titled.json["title"], titled.json["version"], titled.headers["ETag"]) == ("Better", 2, '"2"')
    assert sent == []
    dated = caller.send("PATCH", path, {"published_on": "2024-04-30", "title": None}, version=2).json
    assert (dated["title"], dated["published_on"]) == (None, date(2024, 4, 30).isoformat())
    assert sent == [dated["job"]["id"]]
    assert caller.send("PATCH", path, {"text": "Other"}, version=3).status_code == 422


def test_an_article_that_is_known_already_is_not_sent_again(api: Caller, desk: Desk):
    article_id, _ = desk.submit()
    path = f"/v1/articles/{article_id}"
    first = api.by(desk.submitter).get(path)
    again = api.by(desk.submitter).get(path, If_None_Match=first.headers["ETag"])
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert api.by(desk.submitter).get(path, If_None_Match='"99"').status_code == 200


def test_an_editor_has_an_article_read_again(api: Caller, desk: Desk, sent: list[int]):
    article_id, job_id = desk.submit()
    path = f"/v1/articles/{article_id}/extract"
    running = api.by(desk.editor).post(path)
    assert (running.status_code, running.json["job"]["id"]) == (202, job_id)
    desk.run(job_id)
    again = api.by(desk.editor).post(path)
    assert again.json["job"]["id"] != job_id
    assert again.headers["Location"] == f"/v1/jobs/{again.json['job']['id']}"
    assert sent[-1] == again.json["job"]["id"]

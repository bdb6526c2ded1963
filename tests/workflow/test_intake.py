"""Articles come in whole, are recognised when they come again, and never vanish."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from models.domain.errors import Conflict, Forbidden, Invalid, PreconditionRequired, VersionMismatch
from models.domain.roles import Actor, Role
from models.workflow import articles, extract, intake, jobs, takedown
from models.workflow.intake import NewArticle, Submission
from tests.factories import TEXT, Desk, reading

ARTICLE = NewArticle(text=TEXT, title="Blast", published_on=date(2024, 5, 1), source_name="The Bell")


def submit(desk: Desk, new: NewArticle) -> Submission:
    actor = desk.submitter
    with desk.database.write() as session:
        return intake.submit(session, actor, new, desk.now)


def test_a_new_article_is_stored_as_sent_with_a_job_to_send(desk: Desk) -> None:
    text = "  Twenty-one died.\r\n\r\nMore later. \u00e9\u0301 \U0001f600 "
    submission = submit(desk, replace(ARTICLE, text=text))
    with desk.database.read() as session:
        article = articles.get(session, submission.article.id)
        assert article.text == text
        assert jobs.get(session, submission.job.id).state == "queued"
    assert submission.is_new_article
    assert submission.job_to_send == submission.job.id


def test_the_same_again_is_the_same_article_and_job(desk: Desk) -> None:
    first = submit(desk, ARTICLE)
    again = submit(desk, replace(ARTICLE, text=TEXT.replace(" ", "  ")))
    assert (again.article.id, again.job.id, again.job_to_send) == (first.article.id, first.job.id, None)
    assert not again.is_new_article


@pytest.mark.parametrize(
    "other",
    [
        {"source_name": "The Gong"},
        {"title": "Another"},
        {"published_on": date(2024, 4, 30)},
        {"url": "https://example.org/a"},
        {"text": TEXT + " More."},
    ],
)
def test_another_source_title_day_url_or_text_is_another_article(
    desk: Desk, other: dict[str, object]
) -> None:
    assert submit(desk, ARTICLE).article.id != submit(desk, replace(ARTICLE, **other)).article.id


@pytest.mark.parametrize("end", ["failed", "cancelled", "succeeded"])
def test_it_gets_a_new_job_only_when_the_last_one_came_to_nothing(desk: Desk, end: str) -> None:
    first = submit(desk, ARTICLE)
    with desk.database.write() as session:
        jobs.get(session, first.job.id).state = end
    again = submit(desk, ARTICLE)
    assert again.article.id == first.article.id
    assert (again.job.id != first.job.id) == (end != "succeeded")
    assert (again.job_to_send is not None) == (end != "succeeded")


@pytest.mark.parametrize(
    ("bad", "field", "message"),
    [
        ({"text": " \n"}, "text", "empty"),
        ({"text": "a\x00b"}, "text", r"U\+0000"),
        ({"text": "a\ud800b"}, "text", "surrogate"),
        ({"text": "é" * 500_001}, "text", "1,000,000 bytes"),
        ({"title": "a\x00"}, "title", r"U\+0000"),
        ({"url": "ftp://example.org"}, "url", "http"),
        ({"url": "javascript:alert(1)"}, "url", "http"),
        ({"url": "https://"}, "url", "host"),
        ({"url": "http://example.org\njavascript:alert(1)"}, "url", "white space"),
        ({"published_on": date(2024, 5, 4)}, "published_on", "future"),
    ],
)
def test_what_cannot_be_taken_is_named(desk: Desk, bad: dict[str, object], field: str, message: str) -> None:
    with pytest.raises(Invalid) as refused:
        submit(desk, replace(ARTICLE, **bad))
    assert list(refused.value.fields) == [field]
    import re

    assert re.search(message, refused.value.fields[field][0])


def test_today_is_not_the_future_anywhere_on_earth(desk: Desk) -> None:
    desk.later(hours=-1)  # 11:00 UTC is 01:00 of the next day in UTC+14
    tomorrow = desk.now.date() + timedelta(days=1)
    assert submit(desk, replace(ARTICLE, published_on=tomorrow)).is_new_article


def test_a_million_bytes_are_taken(desk: Desk) -> None:
    assert submit(desk, replace(ARTICLE, text="é" * 500_000)).is_new_article


def test_somebody_without_a_role_in_the_house_is_refused(desk: Desk) -> None:
    with pytest.raises(Forbidden), desk.database.write() as session:
        jobs.extract_again(session, desk.submitter, 1, desk.now)
    assert Actor(1, "x", Role.EDITOR).may(Role.SUBMITTER)


def test_another_date_reads_the_article_again(desk: Desk) -> None:
    article_id, _ = desk.submit()
    with desk.database.write() as session:
        edited = articles.edit(
            session, desk.submitter, article_id, 1, {"published_on": date(2024, 4, 1)}, desk.now
        )
        assert edited.article.version == 2
        assert edited.job_to_send is not None
    with desk.database.write() as session:
        same = articles.edit(session, desk.submitter, article_id, 2, {"title": "Blast in Velmora"}, desk.now)
        assert (same.article.version, same.job_to_send) == (2, None)
    with desk.database.write() as session, pytest.raises(VersionMismatch):
        articles.edit(session, desk.submitter, article_id, 1, {}, desk.now)
    with desk.database.write() as session, pytest.raises(PreconditionRequired):
        articles.edit(session, desk.submitter, article_id, None, {}, desk.now)


def redate(desk: Desk, article_id: int) -> int | None:
    with desk.database.write() as session:
        changes = {"published_on": date(2024, 4, 1)}
        return articles.edit(session, desk.submitter, article_id, 1, changes, desk.now).job_to_send


def test_another_date_while_the_article_is_read_begins_that_job_again(desk: Desk) -> None:
    article_id, job_id = desk.submit()
    with desk.database.write() as session:
        under_way = jobs.start(session, job_id, "worker-1", desk.now)
    assert under_way is not None
    assert redate(desk, article_id) == job_id
    with desk.database.write() as session:
        assert not extract.record(session, under_way, reading(TEXT), desk.now), "it knew the old date only"
        begun_again = jobs.start(session, job_id, "worker-1", desk.now)
    assert begun_again is not None
    assert begun_again.published_on == date(2024, 4, 1)
    with desk.database.write() as session:
        assert extract.record(session, begun_again, reading(TEXT), desk.now)


def test_another_date_before_the_article_is_read_needs_no_second_job(desk: Desk) -> None:
    article_id, job_id = desk.submit()
    assert redate(desk, article_id) == job_id


def test_an_article_that_was_taken_down_stays_down(desk: Desk) -> None:
    first = submit(desk, ARTICLE)
    desk.run(first.job.id)
    with desk.database.write() as session:
        job_id = jobs.extract_again(session, desk.editor, first.article.id, desk.now).id
    with desk.database.write() as session:
        takedown.take_down(session, desk.admin, first.article.id, "asked for", desk.now)
    again = submit(desk, ARTICLE)
    assert (again.article.id, again.job.id, again.job_to_send) == (first.article.id, job_id, None)
    with desk.database.write() as session, pytest.raises(Conflict, match="taken down"):
        jobs.retry(session, desk.submitter, job_id, desk.now)
    with desk.database.write() as session, pytest.raises(Conflict, match="taken down"):
        articles.edit(session, desk.submitter, first.article.id, 2, {"title": "Blast"}, desk.now)

"""The page: what people see of a desk in their browser, rendered here and sent as HTML."""

from api.web import frame
from api.web.blueprint import web
from api.web.pages import (
    account,
    articles,
    bulk,
    claims,
    correct,
    dashboard,
    desk,
    door,
    figures,
    history,
    jobs,
    queue,
    references,
    review,
    source_checks,
    submit,
)

__all__ = [
    "account",
    "articles",
    "bulk",
    "claims",
    "correct",
    "dashboard",
    "desk",
    "door",
    "figures",
    "frame",
    "history",
    "jobs",
    "queue",
    "references",
    "review",
    "source_checks",
    "submit",
    "web",
]

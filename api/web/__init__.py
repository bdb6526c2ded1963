"""The page: what people see of a desk in their browser, rendered here and sent as HTML."""

from api.web import frame
from api.web.blueprint import web
from api.web.pages import account, articles, claims, desk, door, jobs, queue, review, submit

__all__ = [
    "account",
    "articles",
    "claims",
    "desk",
    "door",
    "frame",
    "jobs",
    "queue",
    "review",
    "submit",
    "web",
]

"""What a route can be about, how it is found by its id, and which version of it stands."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session
from werkzeug.routing import IntegerConverter, Map

from models.domain.errors import NotFound
from models.workflow import accounts, articles, claims, desk, figures, jobs, references

LARGEST_ID = 2**63 - 1


class RowNumber(IntegerConverter):
    """The ``int`` of the pages' addresses: what no database can count to names no page."""

    regex = r"\d{1,19}"

    def __init__(self, url_map: Map) -> None:
        super().__init__(url_map, max=LARGEST_ID)


@dataclass(frozen=True, slots=True)
class Subject:
    """A kind of thing: ``find`` raises :class:`NotFound`, ``version`` is what an ETag shows."""

    noun: str
    find: Callable[[Session, int], Any]
    version: Callable[[Any], int] = lambda found: int(found.version)
    glance: Callable[[Session, int], Any] | None = None
    """Finds as much of it as is asked before a write, which takes it anew in its own transaction."""

    def number(self, written: str) -> int:
        """Read an id from a path; what cannot be an id names nothing."""
        is_number = written.isascii() and written.isdigit() and len(written) <= 19
        if not is_number or not 1 <= int(written) <= LARGEST_ID:
            raise NotFound(f"there is no {self.noun} {written!r}: ids are whole numbers from 1")
        return int(written)


ARTICLE = Subject("article", articles.get)
JOB = Subject("job", jobs.get)
CLAIM = Subject("claim", claims.get, glance=claims.glance)
USER = Subject("user", accounts.get_user, lambda user: int(user.session_epoch))
DESK = Subject("settings", lambda session, _: desk.current(session))
FIGURE = Subject("figure", figures.get)
REFERENCE = Subject("reference", references.get)
TOKEN = Subject("token", accounts.get_token)

"""What a route asks of its callers, and what it gets once they have met it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from marshmallow import Schema
from sqlalchemy.orm import Session

from api.bodies import Json
from api.subjects import Subject
from models.domain.roles import Actor, Role

NOBODY = Actor(0, "nobody", Role.SUBMITTER)
"""Who asks where everybody may."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that may go ahead: who asks, about which id, having seen which version, with which values."""

    actor: Actor
    id: int = 0
    version: int = 0
    body: Json = field(default_factory=dict)
    query: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Guard:
    """What a route asks of its callers; what does not apply is None or False.

    ``role`` None lets everybody in, known or not. ``allows`` raises Forbidden for a caller who has the role
    but not the right to this id. ``other_bodies`` read what is sent under other content types than JSON.
    ``shown_again`` writes a kept answer without what is shown only once.
    """

    role: Role | None
    about: Subject | None = None
    allows: Callable[[Session, Actor, int], None] | None = None
    body: type[Schema] | None = None
    other_bodies: Mapping[str, Callable[[bytes], Json]] = field(default_factory=dict)
    is_body_required: bool = True
    query: type[Schema] | None = None
    needs_version: bool = False
    shows_version: bool = False
    refuses_conflicts: bool = False
    may_be_missing: bool = False
    shown_again: Callable[[str], str] = lambda body: body

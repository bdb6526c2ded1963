"""What a route asks of its callers, and what it gets once they have met it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from marshmallow import Schema

from api.bodies import Json
from api.subjects import Subject
from models.domain.roles import Actor, Role


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
    """What a route asks of its callers; what does not apply is None or False."""

    role: Role
    about: Subject | None = None
    body: type[Schema] | None = None
    is_body_required: bool = True
    query: type[Schema] | None = None
    needs_version: bool = False
    shows_version: bool = False
    refuses_conflicts: bool = False
    may_be_missing: bool = False
    shown_again: Callable[[str], str] = lambda body: body

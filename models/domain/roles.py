"""Who may do what: four roles, each with all rights of the one before it."""

from dataclasses import dataclass
from enum import StrEnum

from models.domain.errors import Forbidden


class Role(StrEnum):
    """The roles of CONTRACT section 5, from least to most rights."""

    SUBMITTER = "submitter"
    REVIEWER = "reviewer"
    EDITOR = "editor"
    ADMIN = "admin"

    @property
    def rank(self) -> int:
        """Position among the roles, from 0."""
        return _RANKS[self]


_RANKS = {role: rank for rank, role in enumerate(Role)}


@dataclass(frozen=True, slots=True)
class Actor:
    """The person on whose behalf something happens."""

    user_id: int
    name: str
    role: Role

    def may(self, needed: Role) -> bool:
        """Say whether this person has the rights of *needed*."""
        return self.role.rank >= needed.rank

    def require(self, needed: Role) -> None:
        """Raise :class:`Forbidden` unless this person has the rights of *needed*."""
        if not self.may(needed):
            raise Forbidden(f"this needs the role {needed.value}; {self.name} is {self.role.value}")

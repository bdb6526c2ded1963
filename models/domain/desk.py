"""How one desk works: the settings that an admin changes, each with its default and its limits."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from models.domain.errors import Invalid
from models.domain.vocabulary import VaguePolicy


@dataclass(frozen=True, slots=True)
class Desk:
    """The desk's settings; infrastructure lives in the environment instead.

    ``household_size`` is persons a household (None: never converted); ``jump_limit`` is the factor
    between two values of one figure above which a revision is flagged.
    """

    vague_policy: VaguePolicy = VaguePolicy.INTERVAL
    second_reviewer: bool = False
    check_threshold: float = 0.5
    household_size: float | None = None
    jump_limit: float = 2.0
    lease_minutes: int = 15

    def as_data(self) -> dict[str, Any]:
        """Return the settings as JSON values."""
        return {**asdict(self), "vague_policy": self.vague_policy.value}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Desk":
        """Build settings from JSON values; raise :class:`Invalid` that names each field that is off."""
        errors: dict[str, list[str]] = {}
        known = {f.name for f in fields(cls)}
        for name in sorted(set(data) - known):
            errors[name] = [f"Unknown setting; there are: {', '.join(sorted(known))}."]
        values = {**cls().as_data(), **{k: v for k, v in data.items() if k in known}}
        checks = {
            "vague_policy": (values["vague_policy"] in list(VaguePolicy), "interval or conservative"),
            "second_reviewer": (isinstance(values["second_reviewer"], bool), "true or false"),
            "check_threshold": (_is_number(values["check_threshold"], 0, 1), "a number from 0 to 1"),
            "household_size": (
                values["household_size"] is None or _is_number(values["household_size"], 1, 20),
                "null or a number from 1 to 20",
            ),
            "jump_limit": (_is_number(values["jump_limit"], 1, 1000), "a number from 1 to 1000"),
            "lease_minutes": (
                _is_number(values["lease_minutes"], 1, 240) and isinstance(values["lease_minutes"], int),
                "a whole number from 1 to 240",
            ),
        }
        for name, (is_right, wanted) in checks.items():
            if not is_right:
                errors[name] = [f"Must be {wanted}."]
        if errors:
            raise Invalid("some settings cannot be taken as they are", errors)
        return cls(**{**values, "vague_policy": VaguePolicy(values["vague_policy"])})


def _is_number(value: Any, low: float, high: float) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high

"""What can go wrong for a caller, each with the HTTP meaning that api/errors.py gives it."""


class ClaimbenchError(Exception):
    """A refusal with a message that says what to do; ``fields`` names the offending input."""

    def __init__(self, message: str, fields: dict[str, list[str]] | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.fields = fields or {}


class Forbidden(ClaimbenchError):
    """The caller is known but has not the right (403)."""


class NotFound(ClaimbenchError):
    """There is no such thing (404)."""


class PreconditionRequired(ClaimbenchError):
    """A write that must say which version it is about does not (428)."""


class VersionMismatch(ClaimbenchError):
    """The claim has changed since the caller read it (412)."""


class Invalid(ClaimbenchError):
    """The input cannot be accepted as it is (422)."""


class Conflict(ClaimbenchError):
    """The input is fine, but not in the present state (409)."""

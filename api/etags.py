"""Which version a caller has seen: the ETag is the version in quotes, and If-Match repeats it."""

from flask import Response, request

from models.domain.errors import PreconditionRequired, VersionMismatch


def check_seen(version: int, noun: str) -> None:
    """Refuse a write that names no version (428), or another than *version*, which stands (412).

    ``If-Match: *`` names none: it would write over what somebody else has just done.
    """
    seen = request.if_match
    if "If-Match" not in request.headers or seen.star_tag:
        raise PreconditionRequired(
            f'say with If-Match which version of the {noun} you have seen, such as If-Match: "{version}" '
            "(the ETag of your last GET)"
        )
    if not seen.contains(str(version)):
        raise VersionMismatch(
            f"the {noun} is at version {version}: it has changed since you read it; read it again and "
            "decide anew"
        )


def show(answer: Response, version: int) -> Response:
    """Put the version on an answer, and leave out the body of a GET that the caller has already."""
    answer.set_etag(str(version))
    if request.method in ("GET", "HEAD") and request.if_none_match.contains_weak(str(version)):
        answer.status_code = 304
        answer.set_data(b"")
        del answer.headers["Content-Type"]
    return answer

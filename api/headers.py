"""What every answer tells the browser not to do."""

from flask import Flask, Response, request

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def install(app: Flask) -> None:
    """Give every answer of an app these headers."""
    app.after_request(_add)


# What one person may see is in no shared cache; an ETag still saves the sending.
API_HEADERS = {**HEADERS, "Cache-Control": "private, no-cache"}


def _add(answer: Response) -> Response:
    wanted = API_HEADERS if request.path.startswith("/v1/") else HEADERS
    # Asked of the names at once: a header that is missing costs werkzeug an exception each time.
    given = {name.lower() for name in answer.headers.keys()}  # noqa: SIM118  (iterating gives pairs)
    answer.headers.extend({name: value for name, value in wanted.items() if name.lower() not in given})
    return answer

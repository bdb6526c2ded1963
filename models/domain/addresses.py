"""Which addresses of the web are taken in: http or https, with a host, in one piece."""

from urllib.parse import urlsplit

ADDRESS_WANTED = "Must begin with http:// or https://, name a host, and hold no white space."
"""What a refusal says, for every place where somebody gives an address."""


def is_web_address(url: str) -> bool:
    """Say whether *url* can stand behind a link: no other scheme, no control character, and a host.

    Nobody fetches it, so nothing is said about what is there.
    """
    if any(c.isspace() or not c.isprintable() for c in url):
        return False
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:  # an open bracket, or a port that is no number
        return False
    return parts.scheme in ("http", "https") and bool(host)

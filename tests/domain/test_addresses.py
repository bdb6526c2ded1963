"""An address is taken when a browser could open it as a page, and nothing else is."""

import pytest

from models.domain.addresses import is_web_address


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org",
        "HTTPS://EXAMPLE.ORG/a?b=c#d",
        "https://example.org:8443/%20",
        "http://[::1]/",
        "https://müller.example/straße",
        "https://ana@example.org/(a)",
    ],
)
def test_an_address_of_the_web_is_taken(url: str) -> None:
    assert is_web_address(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "ftp://example.org",
        "javascript:alert(1)",
        "data:text/html,x",
        "http://",
        "http:///path",
        "http:example.org",
        "https://?q",
        "http://[::1",
        "http://example.org:port",
        "http://example.org/a b",
        "http://example.org\njavascript:alert(1)",
        " http://example.org",
        "http://example.org/\u202egro",
        "http://example.org/\x00",
        "http://example.org/\ud800",
    ],
)
def test_what_no_browser_opens_as_a_page_is_not(url: str) -> None:
    assert not is_web_address(url)

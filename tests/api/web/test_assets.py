"""Style sheets and scripts: small on the way, and asked for again only when they changed."""

import gzip
import re
from collections.abc import Callable

from tests.api.web.conftest import Visitor
from tests.factories import Desk

Visit = Callable[..., Visitor]


def test_assets_travel_compressed_to_browsers_that_take_that(desk: Desk, visit: Visit):
    visitor = visit(desk.reviewer)
    path = re.findall(r'href="(/assets/page\.css[^"]*)"', visitor.text("/"))[0]
    plain = visitor.get(path)
    packed = visitor.get(path, headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data) / 2
    assert packed.headers["ETag"] != plain.headers["ETag"]
    plain.close()

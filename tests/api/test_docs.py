"""docs/api.md names every route of the OpenAPI with the role that it asks for, and none besides."""

import re
from pathlib import Path

from flask import Flask

from models.domain.roles import Role
from tests.api.client import Caller

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "api.md"
ROUTE = re.compile(r"^\| `([A-Z]+) (/v1/[^`]*)` \| (\w+) \|", re.MULTILINE)


def roles_by_route(app: Flask) -> dict[tuple[str, str], str]:
    """The role that each route's guard asks for."""
    found = {}
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        if not rule.rule.startswith("/v1/"):
            continue
        for method in rule.methods - {"HEAD", "OPTIONS"}:
            role: Role | None = getattr(view.view_class, method.lower())._apidoc["guard"].role
            path = re.sub(r"<(\w+)>", r"{\1}", rule.rule)
            found[method, path] = role.value if role else "anybody"
    return found


def test_the_page_names_the_routes_that_there_are(app: Flask, api: Caller):
    written = {(method, path): role for method, path, role in ROUTE.findall(PAGE.read_text())}
    documented = {
        (method.upper(), path)
        for path, operations in api.get("/openapi.json").json["paths"].items()
        for method in set(operations) & {"get", "post", "put", "patch", "delete"}
    }
    assert set(written) == documented
    assert written == roles_by_route(app)

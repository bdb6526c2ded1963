"""A visitor of the pages without a browser: one that logs in and sends forms."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from models.domain.roles import Actor
from tests.factories import PASSWORD, Desk

CSRF = re.compile(r'name="csrf_token" value="([^"]+)"')


@dataclass(frozen=True)
class Visitor:
    """A client with its cookies; forms carry the secret that the page gave it."""

    client: FlaskClient

    def get(self, path: str, **more: Any) -> TestResponse:
        return self.client.get(path, **more)

    def text(self, path: str, status: int = 200) -> str:
        """Return a page's HTML, which must have come with *status*."""
        answer = self.get(path)
        assert answer.status_code == status, f"{path}: {answer.status_code}"
        return answer.text

    def send(self, path: str, **fields: Any) -> TestResponse:
        """Send a form as a page of this session would; the answer of a redirect is followed."""
        secret = CSRF.search(self.text("/account"))
        assert secret is not None
        return self.client.post(path, data={"csrf_token": secret[1], **fields}, follow_redirects=True)


@pytest.fixture
def visit(app: Flask, desk: Desk, sent: list[int]) -> Callable[[Actor], Visitor]:
    """Log somebody in: ``visit(desk.reviewer)``."""

    def log_in(person: Actor) -> Visitor:
        client = app.test_client()
        secret = CSRF.search(client.get("/login").text)
        assert secret is not None
        answer = client.post(
            "/login", data={"csrf_token": secret[1], "name": person.name, "password": PASSWORD}
        )
        assert answer.status_code == 303
        return Visitor(client)

    return log_in

"""A caller of the API: JSON in and out, with somebody's token."""

import json
from dataclasses import dataclass, field, replace
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

from models.domain.roles import Actor
from models.workflow import accounts
from models.workflow.clock import now
from tests.factories import Desk


@dataclass(frozen=True)
class Caller:
    """Sends requests to one app, as nobody or with a token."""

    app: Flask
    desk: Desk
    token: str | None = None
    tokens: dict[int, str] = field(default_factory=dict)

    def by(self, person: Actor) -> "Caller":
        """Return the same caller with that person's token."""
        if person.user_id not in self.tokens:
            with self.desk.database.write() as session:
                minted = accounts.mint_token(session, None, person.user_id, "test", now())
            self.tokens[person.user_id] = minted.secret
        return replace(self, token=self.tokens[person.user_id])

    def send(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        version: int | str | None = None,
        key: str | None = None,
        data: bytes | None = None,
        **headers: str,
    ) -> TestResponse:
        """Send one request; *version* goes into If-Match, *key* into Idempotency-Key."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.token is not None:
            sent["Authorization"] = f"Bearer {self.token}"
        if version is not None:
            sent["If-Match"] = f'"{version}"'
        if key is not None:
            sent["Idempotency-Key"] = key
        if body is not None:
            data = json.dumps(body).encode()
        if data is not None:
            sent.setdefault("Content-Type", "application/json")
        return self.app.test_client().open(path, method=method, data=data, headers=sent)

    def get(self, path: str, **headers: str) -> TestResponse:
        """Send a GET."""
        return self.send("GET", path, **headers)

    def post(self, path: str, body: Any = None, **more: Any) -> TestResponse:
        """Send a POST."""
        return self.send("POST", path, body, **more)

"""One reviewer's line to the server: a kept-alive connection, and what was answered or not."""

import http.client
import json
from collections import Counter
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

Json = dict[str, Any]

PATIENCE = 30.0
"""Seconds until an answer counts as lost."""


class Lost(Exception):
    """The connection broke, or nothing came: whether the request was carried out nobody can say."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said; ``version`` is the ETag's, None where there was none."""

    status: int
    body: Json
    version: int | None
    is_repeat: bool


@dataclass(slots=True)
class Tally:
    """What all clients of a run met: answers by status, lost connections, and the bodies of 5xx answers."""

    answers: Counter[int] = field(default_factory=Counter)
    lost: int = 0
    failures: list[str] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    def count(self, what: str, answer: Answer | None) -> None:
        """Count one answer; None is a lost one."""
        with self.lock:
            if answer is None:
                self.lost += 1
                return
            self.answers[answer.status] += 1
            if answer.status >= 500:
                self.failures.append(f"{what}: {answer.status} {answer.body}")


class Client:
    """Sends one request at a time with one person's token."""

    def __init__(self, port: int, secret: str, tally: Tally) -> None:
        self.port, self.secret, self.tally = port, secret, tally
        self._connection: http.client.HTTPConnection | None = None

    def send(
        self, method: str, path: str, body: Any = None, version: int | None = None, key: str | None = None
    ) -> Answer:
        """Send a request and return its answer; raises Lost, and the next request opens a new connection."""
        headers = {"Authorization": f"Bearer {self.secret}"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        if version is not None:
            headers["If-Match"] = f'"{version}"'
        if key is not None:
            headers["Idempotency-Key"] = key
        try:
            answer = self._exchange(method, path, None if body is None else json.dumps(body), headers)
        except (OSError, http.client.HTTPException, ValueError) as error:
            self.close()
            self.tally.count(path, None)
            raise Lost(str(error)) from error
        self.tally.count(f"{method} {path}", answer)
        return answer

    def _exchange(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Answer:
        if self._connection is None:
            self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        self._connection.request(method, path, body, headers)
        with self._connection.getresponse() as response:
            content = response.read()
            etag = response.headers.get("ETag")
            is_repeat = response.headers.get("Idempotent-Replayed") == "true"
        return Answer(
            response.status,
            json.loads(content) if content else {},
            int(etag.strip('W/"')) if etag else None,
            is_repeat,
        )

    def close(self) -> None:
        """Hang up."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

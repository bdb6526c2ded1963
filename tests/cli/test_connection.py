"""What a server's answers become on the command line."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from cli.connection import Connection, RefusedError, connect


class Server(BaseHTTPRequestHandler):
    answers: dict[str, tuple[int, Any]] = {}  # noqa: RUF012
    seen: list[tuple[str, str | None]] = []  # noqa: RUF012

    def do_GET(self) -> None:
        self.seen.append((self.path, self.headers["Authorization"]))
        status, body = self.answers[self.path]
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    Server.answers, Server.seen = {}, []
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as listening:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_port}"
        listening.shutdown()


def test_a_list_is_fetched_page_after_page(server: str):
    Server.answers = {
        "/v1/claims?measure=killed&limit=3": (200, {"items": [{"id": 1}, {"id": 2}], "next": "c"}),
        "/v1/claims?measure=killed&limit=1&cursor=c": (200, {"items": [{"id": 3}], "next": "d"}),
    }
    found = Connection(server, "secret").get_all("/v1/claims", 3, measure="killed", status=None)
    assert [claim["id"] for claim in found] == [1, 2, 3]
    assert {token for _, token in Server.seen} == {"Bearer secret"}


def test_a_refusal_names_its_fields(server: str):
    errors = {"json": {"text": ["The text is empty."], "published_on": ["Lies in the future."]}}
    Server.answers = {
        "/x": (422, {"code": 422, "status": "Unprocessable", "message": "no", "errors": errors})
    }
    with pytest.raises(RefusedError) as raised:
        Connection(server, "t").get("/x")
    assert raised.value.status == 422
    assert raised.value.message.splitlines() == [
        "no (422)",
        "  json.text: The text is empty.",
        "  json.published_on: Lies in the future.",
    ]


def test_a_missing_token_says_how_to_get_one(server: str):
    Server.answers = {"/x": (401, {"code": 401, "status": "Unauthorized", "message": "who are you?"})}
    with pytest.raises(RefusedError, match="token new"):
        Connection(server, "").get("/x")


def test_an_answer_that_is_no_json_is_no_traceback(server: str):
    Server.answers = {"/x": (502, b"<html>"), "/y": (200, b"<html>")}
    with pytest.raises(RefusedError, match="502"):
        Connection(server, "").get("/x")
    with pytest.raises(Exception, match="no JSON"):
        Connection(server, "").get("/y")


def test_options_win_over_environment_over_the_demo_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CLAIMBENCH_VAR", str(tmp_path))
    monkeypatch.delenv("CLAIMBENCH_URL", raising=False)
    monkeypatch.delenv("CLAIMBENCH_TOKEN", raising=False)
    (tmp_path / "demo.json").write_text(json.dumps({"url": "http://demo", "token": "d"}))
    assert connect(None, None) == Connection("http://demo", "d")
    monkeypatch.setenv("CLAIMBENCH_URL", "http://env")
    assert connect(None, None) == Connection("http://env", ""), "the demo's token is for the demo's server"
    monkeypatch.setenv("CLAIMBENCH_TOKEN", "e")
    assert connect("http://option", "o") == Connection("http://option", "o")
    assert connect(None, None) == Connection("http://env", "e")

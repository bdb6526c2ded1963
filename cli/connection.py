"""How a command reaches a server: where it is, with which token, and what its answers look like."""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import Any, ParamSpec, TypeVar
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import click

from models.settings import Settings

Json = dict[str, Any]
P = ParamSpec("P")
R = TypeVar("R")


class RefusedError(click.ClickException):
    """The server said no: ``status`` is HTTP's, the message is what it said about what to do."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class UnreachableError(click.ClickException):
    """No server answers at that address."""


@dataclass(frozen=True, slots=True)
class Connection:
    """One server and the token to call it with; answers are JSON objects."""

    url: str
    token: str
    timeout: float = 30.0

    def get(self, path: str, **filters: object) -> Json:
        """Fetch one thing or one page of a list; a filter that is None is left out."""
        query = urlencode({name: value for name, value in filters.items() if value is not None})
        return self._call("GET", f"{path}?{query}" if query else path)

    def get_all(self, path: str, limit: int, **filters: object) -> Iterator[Json]:
        """Fetch the items of a list, page after page, *limit* at most."""
        cursor = None
        while limit > 0:
            page = self.get(path, **filters, limit=min(limit, 100), cursor=cursor)
            yield from page["items"][:limit]
            limit -= len(page["items"])
            cursor = page.get("next")
            if not cursor:
                return

    def post(self, path: str, body: Json) -> Json:
        """Send a body and return what became of it."""
        return self._call("POST", path, body)

    def post_file(self, path: str, content: bytes, kind: str) -> Json:
        """Send a file under its content type and return what became of it."""
        return self._call("POST", path, content=content, kind=kind)

    def _call(
        self,
        method: str,
        path: str,
        body: Json | None = None,
        content: bytes | None = None,
        kind: str = "application/json",
    ) -> Json:
        headers = {"Authorization": f"Bearer {self.token}", "Accept": "application/json"}
        if body is not None:
            content = json.dumps(body).encode()
        if content is not None:
            headers["Content-Type"] = kind
        request = Request(self.url.rstrip("/") + path, content, headers, method=method)  # noqa: S310
        try:
            with urlopen(request, timeout=self.timeout) as answer:  # noqa: S310  (checked in `connect`)
                return _object(answer.read())
        except HTTPError as error:
            raise RefusedError(error.code, _said(error.code, error.read())) from None
        except (URLError, HTTPException, OSError) as error:
            reason = getattr(error, "reason", None) or error
            raise UnreachableError(
                f"no Claimbench answers at {self.url} ({reason}). Start one with `make up`, or say where"
                " it is with --url or CLAIMBENCH_URL."
            ) from None


def _object(content: bytes) -> Json:
    try:
        answer = json.loads(content or b"{}")
    except ValueError:
        raise click.ClickException("the answer is no JSON: is this the address of a Claimbench?") from None
    return answer if isinstance(answer, dict) else {"items": answer}


def _said(status: int, content: bytes) -> str:
    """Put a refusal into one message, with the fields it names."""
    try:
        body = json.loads(content)
    except ValueError:
        return f"the server answered {status}"
    lines = [f"{body.get('message') or body.get('status') or 'refused'} ({status})"]
    lines += [f"  {name}: {problem}" for name, problem in _problems(body.get("errors") or {})]
    if status == 401:
        lines.append(
            "  Give a token with --token or CLAIMBENCH_TOKEN; `./claimbench token new USER` mints one."
        )
    return "\n".join(lines)


def _problems(errors: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Flatten nested field errors to pairs of dotted name and words."""
    if isinstance(errors, dict):
        for name, inner in errors.items():
            yield from _problems(inner, f"{path}.{name}" if path else str(name))
    elif isinstance(errors, list):
        for inner in errors:
            yield from _problems(inner, path)
    else:
        yield path, str(errors)


def connect(url: str | None, token: str | None) -> Connection:
    """Decide which server to talk to: the options, the environment, or what `make up` last wrote."""
    demo = _demo_file(Settings.from_environment().var_dir / "demo.json")
    url = url or os.environ.get("CLAIMBENCH_URL") or demo.get("url")
    if not url:
        raise click.UsageError(
            "which server? Start one with `make up`, or give --url and --token (or CLAIMBENCH_URL and"
            " CLAIMBENCH_TOKEN)."
        )
    if not url.startswith(("http://", "https://")):
        raise click.UsageError(f"{url!r} is no address: it must begin with http:// or https://")
    # The demo's token is for the demo's server and nobody else's.
    own = demo.get("token") if url == demo.get("url") else None
    return Connection(url, token or os.environ.get("CLAIMBENCH_TOKEN") or own or "")


def _demo_file(path: Path) -> dict[str, str]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def server_options(command: Callable[P, R]) -> Callable[P, R]:
    """Add --url and --token to a command."""
    command = click.option("--token", help="API token (default: CLAIMBENCH_TOKEN, or the demo's).")(command)
    return click.option("--url", help="The server (default: CLAIMBENCH_URL, or the demo's).")(command)

"""The demo: its user, its token, and its articles sent in as any program would send them."""

import json
import os
import secrets
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from cli.connection import Connection, Json
from cli.following import Job, follow
from models.data.database import Database
from models.data.tables import User
from models.domain.roles import Role
from models.workflow import accounts
from models.workflow.clock import now
from seeds.load import demo_articles, demo_references

NAME = "demo"
FILE = "demo.json"
COMPARED_WITHIN = 20.0
"""Seconds that the table waits for hints, which come after the reading; it is shown without them then."""


@dataclass(frozen=True, slots=True)
class Access:
    """What var/demo.json says: where the demo is and how to come in, as an admin."""

    url: str
    token: str
    user: str
    password: str

    def write(self, var_dir: Path) -> None:
        """Write the file anew, readable by nobody else from its first byte on."""
        new = var_dir / f"{FILE}.new"
        new.unlink(missing_ok=True)
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            json.dump(asdict(self), file, indent=2)
            file.write("\n")
        new.replace(var_dir / FILE)


def open_access(database: Database, var_dir: Path, url: str) -> Access:
    """Return the demo admin's way in: the one that the file keeps, or a new one."""
    kept = _kept(var_dir)
    with database.write() as session:
        password, token = kept.get("password", ""), kept.get("token", "")
        user = accounts.user_by_name(session, NAME)
        if user is None:
            password = secrets.token_urlsafe(12)
            user = accounts.add_user(session, None, NAME, password, Role.ADMIN, now())
        elif not _opens(user, accounts.log_in(session, NAME, password)):
            password = secrets.token_urlsafe(12)
            accounts.change_user(
                session, None, user.id, now(), password=password, role=Role.ADMIN, is_disabled=False
            )
        known = accounts.bearer(session, token)
        if known is None or known.actor.user_id != user.id:
            token = accounts.mint_token(session, None, user.id, "demo", now()).secret
    return Access(url, token, NAME, password)


def send_articles(server: Connection) -> list[Json]:
    """Send the demo articles; those that are there already are recognised. Returns the answers."""
    return [server.post("/v1/articles", asdict(article)) for article in demo_articles()]


def send_references(server: Connection) -> None:
    """Send the demo references; those that are there already stay as they are."""
    for path in demo_references():
        server.post_file(f"/v1/references?file_name={path.name}", path.read_bytes(), "text/csv")


def read_articles(server: Connection, answers: list[Json], meanwhile: Callable[[], None]) -> list[Job]:
    """Watch the articles being read, to the end."""
    jobs = [Job(answer["job"], _label(answer["article"])) for answer in answers]
    return follow(server, jobs, meanwhile)


def compared_claims(server: Connection, article_id: int, until: float) -> list[Json]:
    """Return an article's claims once each figure has its hint, or as they stand at *until* (monotonic)."""
    while True:
        claims = list(server.get_all(f"/v1/articles/{article_id}/claims", 1000))
        if all(claim["hint"] for claim in claims if claim["quantity"]) or time.monotonic() >= until:
            return claims
        time.sleep(0.3)


def _label(article: Json) -> str:
    title = str(article["title"])
    return title if len(title) <= 44 else title[:43].rstrip() + "…"


def _opens(user: User, entered: User | None) -> bool:
    return entered is not None and entered.id == user.id and user.role == Role.ADMIN


def _kept(var_dir: Path) -> dict[str, str]:
    try:
        content = json.loads((var_dir / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}

"""The story of twelve articles, told to a running product over HTTP, and what it answers."""

import json
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

STORY = Path(__file__).parent / "story"
PATIENCE = 120.0  # seconds for an article to be read and compared, on a machine that others use too
Json = dict[str, Any]


def written_articles() -> list[Json]:
    """Return the twelve as bodies of POST /v1/articles, in their order."""
    found = []
    for path in sorted(STORY.glob("[0-9]*.md")):
        head, _, text = path.read_text(encoding="utf-8").partition("\n\n")
        named = dict(line.split(": ", 1) for line in head.splitlines())
        found.append({**named, "text": text})
    return found


@dataclass
class Teller:
    """Somebody with a token at a running product."""

    url: str
    token: str
    articles: list[int] = field(default_factory=list)

    def ask(self, path: str, method: str = "GET", body: Json | None = None, **headers: str) -> Any:
        """Return the answer's JSON; a refusal fails with what it says."""
        status, answer = self.ask_for_status(path, method, body, **headers)
        assert status < 300, answer
        return answer

    def ask_for_status(
        self, path: str, method: str = "GET", body: Json | None = None, **headers: str
    ) -> tuple[int, Any]:
        """Return the answer's status and JSON."""
        sent = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        data = json.dumps(body).encode() if body is not None else None
        try:
            with urlopen(Request(self.url + path, data, sent, method=method), timeout=30) as answer:
                return answer.status, json.loads(answer.read() or b"null")
        except HTTPError as refused:
            return refused.code, json.loads(refused.read() or b"null")

    def tell(self, article: Json) -> int:
        """Submit one article, and wait until it has been read and each of its figures compared."""
        sent = self.ask("/v1/articles", "POST", article)
        number, job = sent["article"]["id"], sent["job"]["id"]
        self._wait(lambda: self.ask(f"/v1/jobs/{job}")["state"] == "succeeded", f"job {job} to succeed")
        self._wait(
            lambda: all(c["hint"] for c in self.claims(number) if c["kind"] == "figure"),
            f"hints in article {number}",
        )
        self.articles.append(number)
        return int(number)

    def tell_all(self) -> None:
        """Tell the whole story in its order."""
        for article in written_articles():
            self.tell(article)

    def claims(self, article_id: int) -> list[Json]:
        """Return an article's claims in text order."""
        found: list[Json] = self.ask(f"/v1/articles/{article_id}/claims?limit=200")["items"]
        return found

    def claim(self, article: int, value: str, measure: str) -> Json:
        """Return the one claim of an article (counted from 1, as the story does) with this value."""
        found = [
            c
            for c in self.claims(self.articles[article - 1])
            if c["measure"] == measure and (c["quantity"]["best"] or c["quantity"]["low"]) == value
        ]
        assert len(found) == 1, (article, value, measure, [c["quantity"]["text"] for c in found])
        return found[0]

    def read_again(self, claim: Json) -> Json:
        """Return a claim as it stands now."""
        found: Json = self.ask(f"/v1/claims/{claim['id']}")
        return found

    def figures(self) -> list[Json]:
        """Return every figure, in full."""
        listed = self.ask("/v1/figures?limit=200")["items"]
        return [self.ask(f"/v1/figures/{one['id']}") for one in listed]

    def figure_of(self, claim: Json) -> Json:
        """Return the figure that a claim states."""
        return next(
            f for f in self.figures() if claim["id"] in [telling["claim_id"] for telling in f["tellings"]]
        )

    def wait_for(self, holds: Any, what: str) -> None:
        """Wait until *holds*() is true."""
        self._wait(holds, what)

    def _wait(self, holds: Any, what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, f"waited in vain for {what}"
            time.sleep(0.2)

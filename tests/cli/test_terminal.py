"""A terminal shows what articles and files hold, and obeys none of it."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from cli import submit
from cli.following import Job, follow
from cli.table import claims_table
from cli.wording import harmless

SPAN = {"start": 0, "end": 2, "text": "17"}
CLAIM: dict[str, Any] = {
    "id": 1, "kind": "statement", "status": "unverified", "quantity": None, "measure": None, "period": None,
    "sentence": {"start": 0, "end": 9, "text": "\x1b[2J[/red] \u202eevil"},
    "place": {**SPAN, "text": "[bold]Velmara[/]", "country": None},
    "source": {**SPAN, "text": "\x1b]0;owned\x07agency"},
}  # fmt: skip


def test_neither_markup_nor_escapes_of_an_article_reach_the_terminal() -> None:
    out = StringIO()
    Console(file=out, width=300, force_terminal=True, no_color=True).print(
        claims_table([CLAIM], title="[/b] Dam \x1b[31mbreaks")
    )
    shown = out.getvalue()
    assert "[/b] Dam \ufffd[31mbreaks" in shown
    assert "[bold]Velmara[/]" in shown
    assert "\ufffd[2J[/red] \ufffdevil" in shown
    for command in ("\x1b[2J", "\x1b]0", "\x1b[31m", "\x07", "\u202e"):
        assert command not in shown


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        ([{"relation": "conflicts", "claim_id": 12, "reason": ""}], "conflicts with claim 12"),
        ([{"relation": "agrees", "reference_id": 3, "reason": ""}], "agrees with reference 3"),
        (
            [
                {"relation": "incomparable", "claim_id": 5, "reason": ""},
                {"relation": "narrows", "claim_id": 6, "reason": ""},
            ],
            "fits closely with claim 6",
        ),
        ([{"relation": "incomparable", "claim_id": 5, "reason": ""}], None),
        ([], None),
    ],
)
def test_a_hint_stands_below_what_the_claim_says(evidence: list[dict[str, Any]], said: str | None) -> None:
    def lines(hint: dict[str, Any] | None) -> list[str]:
        out = StringIO()
        Console(file=out, width=100).print(claims_table([{**CLAIM, "hint": hint}], with_ids=True))
        return out.getvalue().splitlines()

    shown, without = lines({"opinion": "any", "evidence": evidence}), lines(None)
    assert max(map(len, shown)) <= 100
    if said is None:
        assert shown == without
    else:
        # The cell is narrow, so its words may be broken over lines; each of them is there.
        added = " ".join(shown).split()
        assert [word for word in said.split() if word not in added] == []
        assert len(shown) >= len(without)
        assert shown != without


def test_harmless_leaves_words_of_every_script_alone() -> None:
    words = "Zoe\u0301 \U0001f468\u200d\U0001f469\u200d\U0001f467 \u0642\u062a\u0644 5\u00a0000"
    assert harmless(words) == words


def test_a_file_whose_name_looks_like_markup_is_followed_under_its_name(
    capfd: pytest.CaptureFixture[str],
) -> None:
    ended = {"id": 1, "state": "succeeded"}
    follow(None, [Job(ended, "[/red]x.txt")])  # type: ignore[arg-type]
    assert "[/red]x.txt" in capfd.readouterr().err


def test_a_byte_order_mark_is_not_sent(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_bytes(b"\xef\xbb\xbfTwo died.\r\n")
    assert submit._text(str(story)) == "Two died.\r\n"


def test_json_after_waiting_says_how_the_article_stands_now(capsys: pytest.CaptureFixture[str]) -> None:
    class Server:
        def get_all(self, _path: str, _limit: int) -> list[dict[str, int]]:
            return [{"id": 7}]

    sent = {
        "article": {"id": 3, "claims": 0, "job": {"id": 1, "state": "queued"}},
        "job": {"state": "queued"},
    }
    submit._say_read(Server(), sent, Job({"id": 1, "state": "succeeded"}, "-"), True)  # type: ignore[arg-type]
    said = json.loads(capsys.readouterr().out)
    assert said["article"] == {"id": 3, "claims": 1, "job": {"id": 1, "state": "succeeded"}}
    assert (said["job"]["state"], said["claims"]) == ("succeeded", [{"id": 7}])

"""How claims and jobs look on a terminal."""

from collections.abc import Iterable

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from cli import wording
from cli.wording import Json

STATUS_STYLES = {
    "verified": "green",
    "refuted": "red",
    "disputed": "yellow",
    "stale": "magenta",
    "in_review": "cyan",
    "unverifiable": "dim",
    "dismissed": "dim",
    "succeeded": "green",
    "running": "cyan",
    "failed": "red",
    "cancelled": "dim",
}

RELATION_STYLES = {"conflicts": "not bold red", "agrees": "not bold green"}


def claims_table(claims: Iterable[Json], title: str | None = None, *, with_ids: bool = False) -> Table:
    """Build the table of claims: quoted figure, what it says, measure, place, period, source, status.

    Below what a claim says stands how it relates to another figure, where its hint knows one.
    """
    table = _table(title)
    if with_ids:
        table.add_column("id", justify="right", style="dim")
    table.add_column("quoted", ratio=5)
    table.add_column("says", ratio=5, style="bold")
    table.add_column("measure", ratio=3, style="cyan")
    table.add_column("place", ratio=3)
    table.add_column("period", ratio=3, min_width=10)
    table.add_column("source", ratio=4)
    table.add_column("status", no_wrap=True, min_width=10)
    for claim in claims:
        quantity = claim.get("quantity")
        says = _cell(wording.interval(quantity) or "–")
        if moved := wording.change(quantity):
            says.append(f" {moved}", "not bold dim")
        if relation := wording.hint(claim):
            colour = RELATION_STYLES.get(relation.partition(" ")[0], "not bold dim")
            says.append(f"\n{relation}", colour)
        status = claim.get("status", "")
        table.add_row(
            *([str(claim["id"])] if with_ids else []),
            _cell(wording.quoted(claim)),
            says,
            _cell(_measure(claim)),
            _cell(wording.place(claim)),
            _cell(wording.period(claim)),
            _cell(wording.words(claim.get("source"))),
            Text(status, STATUS_STYLES.get(status, "")),
        )
    return table


def jobs_table(jobs: Iterable[Json]) -> Table:
    """Build the table of jobs: id, article, state, how far, and why it failed."""
    table = _table(None)
    table.add_column("job", justify="right")
    table.add_column("article", justify="right")
    table.add_column("state", no_wrap=True)
    table.add_column("progress", ratio=2)
    table.add_column("since", no_wrap=True)
    table.add_column("error", ratio=5, style="red")
    for job in jobs:
        progress = job.get("progress") or {}
        done, total = progress.get("done") or 0, progress.get("total") or 0
        how_far = f"{progress.get('stage') or ''} {done}/{total}" if total else progress.get("stage") or ""
        table.add_row(
            str(job["id"]),
            str(job.get("article_id", "")),
            Text(job["state"], STATUS_STYLES.get(job["state"], "")),
            _cell(how_far),
            str(job.get("created_at", ""))[:19].replace("T", " "),
            _cell(_reason(job)),
        )
    return table


def console() -> Console:
    """Open standard output for tables: as wide as the terminal, 140 columns where there is none."""
    found = Console()
    return found if found.is_terminal else Console(width=140)


def _cell(words: str) -> Text:
    """Return words as they are: what articles and sources hold is neither markup nor a terminal's command."""
    return Text(wording.harmless(words))


def _table(title: str | None) -> Table:
    return Table(
        title=None if title is None else _cell(title),
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        expand=True,
        pad_edge=False,
        header_style="dim",
    )


def _measure(claim: Json) -> str:
    measure = str(claim.get("measure") or claim["kind"]).replace("_", " ")
    certainty = claim.get("certainty", "asserted")
    return measure if certainty == "asserted" else f"{measure}, {certainty}"


def _reason(job: Json) -> str:
    error = job.get("error")
    return str(error.get("message", error)) if isinstance(error, dict) else str(error or "")

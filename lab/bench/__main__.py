"""`python -m lab.bench`: every bench that can run here, or one by its name with options of its own."""

import sys
from collections.abc import Callable

from lab.bench.review.doccano import DOCCANO

NAMES = ("throughput", "figures", "review")


def main(arguments: list[str]) -> int:
    """Run the named bench, or all of them one after the other and say what is skipped; 1 when one fails."""
    if arguments and arguments[0] in NAMES:
        return _run(arguments[0], arguments[1:])
    if arguments:
        print(f"there is no bench {arguments[0]!r}; there are {', '.join(NAMES)}", file=sys.stderr)
        return 2
    alone = [] if DOCCANO.is_installed else ["--alone"]
    if alone:
        print(
            "skipped: doccano, beside which the review bench is measured, is not installed; "
            "`python -m lab.bench review` installs it (an environment of its own in var/peers)",
            file=sys.stderr,
        )
    print("skipped: figures on PostgreSQL; `python -m lab.bench figures --postgresql`", file=sys.stderr)
    failed = [name for name in NAMES if _run_announced(name, alone if name == "review" else [])]
    if failed:
        print(f"not as wanted, or broken off: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _run_announced(name: str, arguments: list[str]) -> int:
    print(f"\n== {name} ==\n", flush=True)
    return _run(name, arguments)


def _run(name: str, arguments: list[str]) -> int:
    run: Callable[[list[str]], int | None]
    # Here, since each draws in what it measures: torch for one, a whole web server for another.
    match name:
        case "review":
            from lab.bench.review.main import main as run
        case "figures":
            from lab.bench.figures import main as run
        case _:
            from lab.bench.throughput import main as run
    return run(arguments) or 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

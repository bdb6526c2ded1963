"""Puts the measured figures into docs/model-card.md: `python -m lab.card`, after the reports are made."""

import re
import sys
from pathlib import Path

REPORTS = Path(__file__).resolve().parent / "reports"
CARD = Path(__file__).resolve().parent.parent / "docs" / "model-card.md"
TABLES = {"model": "model.md", "incidents": "incidents.md", "parity": "parity.md", "learning": "learning.md"}


def main() -> int:
    """Rewrite the card's tables."""
    CARD.write_text(with_figures(CARD.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


def with_figures(card: str) -> str:
    """Return the card with the first table of each report between its markers; raises KeyError for others."""
    return re.sub(
        r"<!-- (\w+) -->\n.*?<!-- end -->",
        lambda found: f"<!-- {found[1]} -->\n{first_table(REPORTS / TABLES[found[1]])}\n<!-- end -->",
        card,
        flags=re.DOTALL,
    )


def first_table(report: Path) -> str:
    """Return the first table of a Markdown file."""
    found = re.search(r"(?:^\|.*\n)+", report.read_text(encoding="utf-8"), re.MULTILINE)
    if found is None:
        raise ValueError(f"{report} has no table: make it again with --write")
    return found[0].rstrip()


if __name__ == "__main__":
    sys.exit(main())

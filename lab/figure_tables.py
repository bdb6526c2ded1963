"""How the scores of readers of quantities are shown: fields, precision and recall, families."""

from collections.abc import Mapping

from rich.table import Table

from lab.scoring import FIELDS, Found, Score, Tally

Scores = Mapping[str, Score]


def tables(scores: Scores) -> list[Table]:
    """Lay out every score of every reader, side by side."""
    return [found_table(scores), field_table(scores), family_table(scores)]


def found_table(scores: Scores) -> Table:
    """Quantities found: precision, recall and F1 by span, by value, by value with unit."""
    table = _table("Quantities found", scores, "by · P / R / F1")
    for name, founds in (
        ("span (overlap)", [score.by_span for score in scores.values()]),
        ("value", [score.by_value for score in scores.values()]),
        ("value + unit, any count", [score.by_value_and_kind for score in scores.values()]),
        ("value + unit", [score.by_value_and_unit for score in scores.values()]),
    ):
        table.add_row(name, *map(_found, founds))
    table.add_row("value + bound + unit, of gold", *(_share(score.all_right) for score in scores.values()))
    return table


def field_table(scores: Scores) -> Table:
    """Exact match a field, over matched quantities; optional fields where there is something to match."""
    table = _table("Exact match a field, of matched", scores, "field")
    for name in FIELDS:
        table.add_row(name, *(_share(score.fields[name]) for score in scores.values()))
    return table


def family_table(scores: Scores) -> Table:
    """Value, bound and unit all right in each case family, and how many quantities were invented in it."""
    table = _table("All three right, by family", scores, "family (invented)")
    first = next(iter(scores.values()))
    for family in first.families:
        cells = (f"{_share(score.families[family])} (+{score.spurious[family]})" for score in scores.values())
        table.add_row(family, *cells)
    return table


def _table(title: str, scores: Scores, first: str) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column(first)
    for reader in scores:
        table.add_column(reader, justify="right")
    return table


def _found(found: Found) -> str:
    return f"{found.precision:.3f} / {found.recall:.3f} / {found.f1:.3f}"


def _share(tally: Tally) -> str:
    return "–" if tally.share is None else f"{tally.share:.3f} of {tally.of}"

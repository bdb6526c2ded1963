"""How far two readers of the guide agree: the ceiling of what a model can learn from their labels."""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from lab.corpus.comparing import (
    CHOICES,
    SPANS,
    Pairs,
    Side,
    agreed,
    basis_of_listed,
    checks,
    choices,
    confusions,
    disagreements,
    interval,
    kappa,
    quantities,
    sentence_spans,
    sides,
    spans,
    worth,
    worth_found,
)
from lab.corpus.documents import HERE
from lab.corpus.second import Twice, read_twice

REPORT = HERE.parent / "reports" / "agreement.md"
DECISIONS = HERE / "DECISIONS.md"
RULINGS = "## After the second marking"
"""The heading in DECISIONS.md whose section the report repeats."""


def render(twice: Sequence[Twice]) -> str:
    """Write the report: tables of figures, what was confused with what, and the rulings."""
    marked = list(sides(twice))
    parts = [
        opening(twice, marked),
        quantity_table(marked),
        choice_table(marked),
        span_table(marked),
        sentence_table(marked),
        confusion_table(marked),
        rulings(),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def opening(twice: Sequence[Twice], marked: Sequence[Side]) -> str:
    """Say what was marked twice and how to read the figures."""
    wikinews = sum(first.genre == "wikinews" for first, _ in twice)
    written = len(twice) - wikinews
    written = len(twice) - wikinews
    return f"""# Agreement of two readers

{len(twice)} documents ({written} written, {wikinews} Wikinews; {len(marked)} sentences) were marked twice:
once for the corpus, once by a second reader who saw the guide and the texts, neither the first labels nor the
rulings of the first readers. Written by `python -m lab.corpus.agreement`; `--show` prints every difference.

Each figure is a ceiling: a model scored against one reader cannot be expected to agree with that reader more
than another one does. Both readers learned the task from one guide, so that readers of another desk would
differ more. F1 takes neither reader as right. Kappa is Cohen's, agreement beyond chance. The brackets hold
the 95 % interval of a bootstrap over documents."""


def quantity_table(marked: Sequence[Side]) -> str:
    """Quantities that both readers found."""
    rows = []
    for name, exact in (("same ends", True), ("any overlap", False)):
        found = quantities(marked, exact)
        ends = interval(marked, partial(_quantity_f1, exact=exact))
        rows.append((name, str(found.gold), str(found.predicted), str(found.right), _with(found.f1, ends)))
    return _table("Quantities", ("quantity", "first", "second", "both", "F1"), rows)


def choice_table(marked: Sequence[Side]) -> str:
    """Measure, basis and certainty of the quantities that both found."""
    asked: list[tuple[str, Callable[[Iterable[Side]], Pairs]]] = [
        *((field, partial(choices, field=field)) for field in CHOICES),
        ("basis, of people and things listed", basis_of_listed),
    ]
    rows = []
    for name, ask in asked:
        pairs = ask(marked)
        share = interval(marked, partial(_agreed_on, ask=ask))
        beyond = interval(marked, partial(_kappa_of, ask=ask))
        rows.append((name, str(len(pairs)), _with(agreed(pairs), share), _with(kappa(pairs), beyond)))
    return _table("Choices, over matched quantities", ("field", "pairs", "agreement", "kappa"), rows)


def span_table(marked: Sequence[Side]) -> str:
    """Counted noun, place, period and source of the quantities that both found."""
    rows = []
    for field in SPANS:
        exact, loose = spans(marked, field, exact=True), spans(marked, field, exact=False)
        ends = interval(marked, partial(_span_f1, field=field))
        counts = (str(exact.gold), str(exact.predicted), str(loose.right))
        rows.append((field, *counts, f"{exact.f1:.3f}", _with(loose.f1, ends)))
    heads = ("field", "first", "second", "both", "F1, same ends", "F1, overlap or same words")
    return _table("Spans, over matched quantities", heads, rows)


def _quantity_f1(marked: list[Side], exact: bool) -> float:
    return quantities(marked, exact).f1


def _agreed_on(marked: list[Side], ask: Callable[[Iterable[Side]], Pairs]) -> float:
    return agreed(ask(marked))


def _kappa_of(marked: list[Side], ask: Callable[[Iterable[Side]], Pairs]) -> float:
    return kappa(ask(marked))


def _span_f1(marked: list[Side], field: str) -> float:
    return spans(marked, field, exact=False).f1


def sentence_table(marked: Sequence[Side]) -> str:
    """Worth of checking, and the speaker of a sentence."""
    levels, binary, found = checks(marked), worth(marked), worth_found(marked)
    source = sentence_spans(marked, "source", exact=False)
    measured: list[tuple[str, float, Callable[[list[Side]], float]]] = [
        ("check 0, 1 or 2: agreement", agreed(levels), lambda drawn: agreed(checks(drawn))),
        ("check 0, 1 or 2: kappa", kappa(levels), lambda drawn: kappa(checks(drawn))),
        (
            "check 0, 1 or 2: kappa, linear weights",
            kappa(levels, "linear"),
            lambda drawn: kappa(checks(drawn), "linear"),
        ),
        ("worth checking (2) or not: kappa", kappa(binary), lambda drawn: kappa(worth(drawn))),
        ("worth checking (2): F1", found.f1, lambda drawn: worth_found(drawn).f1),
        (
            "speaker of the sentence: F1, overlap or same words",
            source.f1,
            lambda drawn: sentence_spans(drawn, "source", exact=False).f1,
        ),
    ]
    rows = [(name, _with(value, interval(marked, statistic))) for name, value, statistic in measured]
    counted = (
        f"The first reader gave {found.gold} sentences a 2, the second {found.predicted}, both {found.right}."
    )
    return _table("Sentences", ("question", "value"), rows) + "\n\n" + counted


def confusion_table(marked: Sequence[Side], most: int = 6) -> str:
    """What was chosen differently most often."""
    asked: Iterable[tuple[str, Pairs]] = [
        *((field, choices(marked, field)) for field in CHOICES),
        ("check", checks(marked)),
    ]
    rows = [
        (name, first, second, str(times))
        for name, pairs in asked
        for (first, second), times in confusions(pairs)[:most]
    ]
    return _table("Chosen differently", ("field", "first", "second", "times"), rows)


def rulings() -> str:
    """Repeat the section of DECISIONS.md that settles the disagreements; "" when it has none."""
    text = DECISIONS.read_text(encoding="utf-8") if DECISIONS.exists() else ""
    _, found, rest = text.partition(RULINGS + "\n")
    section = rest.split("\n## ")[0].strip()
    return f"## Rulings\n\n{section}" if found else ""


def _with(value: float, ends: tuple[float, float]) -> str:
    return f"{value:.3f} [{ends[0]:.2f}, {ends[1]:.2f}]"


def _table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join([f"## {title}", "", *_lines([heads, ["---"] * len(heads), *rows])])


def _lines(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    for row in rows:
        yield f"| {' | '.join(row)} |"


def main() -> int:
    """Measure the agreement and write lab/reports/agreement.md; --show prints every disagreement instead."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--show", action="store_true", help="print every disagreement, write nothing")
    options = parser.parse_args()
    twice, notes = read_twice()
    for note in notes:
        print(note, file=sys.stderr)
    if not twice:
        print("no document is marked twice here; see lab/corpus/second.jsonl", file=sys.stderr)
        return 1
    if options.show:
        print("\n".join(disagreements(sides(twice))))
        return 0
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(render(twice), encoding="utf-8")
    print(f"{REPORT.relative_to(HERE.parent.parent)}: {len(twice)} documents")
    return 0


if __name__ == "__main__":
    sys.exit(main())

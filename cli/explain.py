"""`claimbench explain`: one sentence, what its numbers say, and the words and rules that it was read by."""

from datetime import datetime

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from models.domain.claim import Draft, Extraction
from models.domain.explain import explain as explain_quantity
from models.domain.explain_periods import explain_period
from models.domain.explain_places import explain_place
from models.nlp.load import load_finder
from models.nlp.pipeline import Pipeline

_COLOURS = {
    "quantity": "bold black on yellow",
    "counted": "green",
    "place": "cyan",
    "period": "magenta",
    "source": "blue",
}


@click.command()
@click.argument("sentence")
@click.option("--title", help="The article's title: context only.")
@click.option(
    "--published-on",
    type=click.DateTime(["%Y-%m-%d"]),
    help='The day that "yesterday" counts from.',
)
@click.option("--rules", is_flag=True, help="Read with the rules alone, without the trained model.")
def explain(sentence: str, title: str | None, published_on: datetime | None, rules: bool) -> None:
    """Show how the numbers of SENTENCE are read, and why.

    \b
    Example:
      ./claimbench explain "Kyiv said at least 14 people were killed on Monday." --published-on 2024-05-02
    """
    pipeline = Pipeline(load_finder("rules" if rules else None))
    day = published_on.date() if published_on else None
    extraction = pipeline.extract(sentence, title, day)
    console = Console(highlight=False, soft_wrap=True)
    console.print(paint(sentence, extraction))
    console.print(Text("  ").join(Text(name, style) for name, style in _COLOURS.items()))
    for draft in extraction.claims:
        console.print()
        console.print(table_of(sentence, draft))
    if not extraction.claims:
        console.print("Nothing to check in it: no quantity, and no statement worth checking.")


def paint(sentence: str, extraction: Extraction) -> Text:
    """Colour the words of every claim: the quantity over its counted noun over place, period and source."""
    painted = Text(sentence)
    for draft in extraction.claims:
        parts = {
            "source": draft.source and draft.source.span,
            "period": draft.period and draft.period.span,
            "place": draft.place and draft.place.span,
            "counted": draft.quantity and draft.quantity.counted,
            "quantity": draft.quantity and draft.quantity.span,
        }
        for name, span in parts.items():
            if span:
                painted.stylize(_COLOURS[name], span.start, span.end)
    return painted


def table_of(sentence: str, draft: Draft) -> Table:
    """Lay out one claim: its words on the left, the rule and what it says beside them."""
    table = Table(title=draft.anchor.text, title_justify="left", title_style="bold", box=None, pad_edge=False)
    for heading in ("words", "rule", "says"):
        table.add_column(heading, header_style="dim", overflow="fold")
    if draft.quantity:
        for words, rule, meaning in explain_quantity(sentence, draft.quantity):
            table.add_row(Text(words), rule, meaning)
    sure = draft.confidence.get("measure")
    if draft.measure:
        said = f"{draft.measure}, {draft.basis or 'no stock or flow'}, {draft.certainty}"
        counted = draft.quantity.counted.text if draft.quantity and draft.quantity.counted else ""
        table.add_row(Text(counted), "measure", said if sure is None else f"{said} ({sure:.0%} sure)")
    if draft.place:
        reasons = " ".join(explain_place(draft.place))
        table.add_row(
            Text(draft.place.span.text), "place", f"{draft.place.country or 'no country'}. {reasons}"
        )
    if draft.period:
        table.add_row(Text(draft.period.span.text), "period", " ".join(explain_period(draft.period)))
    if draft.source:
        cue = draft.source.cue or "no verb of saying"
        quoted = ", in quotation marks" if draft.source.quoted else ""
        table.add_row(Text(draft.source.span.text), "source", f"{cue}{quoted}")
    table.add_row("", "worth", f"{draft.check_worthiness:.2f} of 1 to a desk")
    return table

"""What the page shows of a claim: its effective values as this desk reads them, with their words."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from api.web.highlights import Mark, Run, cut
from api.web.wording import figures, reasons
from models.data.tables import Article, Claim
from models.domain.effective import machine_values, merge
from models.domain.states import State, Status, Verdict, status
from models.domain.vocabulary import Bound, VaguePolicy
from models.domain.wire import under_policy

Json = dict[str, Any]
SHORTENED = 70


@dataclass
class ShownClaim:
    """One claim for the templates; ``fields`` is the contract's claim object with people's corrections."""

    row: Claim
    fields: Json
    policy: VaguePolicy

    @classmethod
    def of(cls, row: Claim, policy: VaguePolicy) -> "ShownClaim":
        """Read a row as a desk with this vague-count *policy* does."""
        return cls(row, under_policy(merge(row.reading, row.correction), policy), policy)

    @property
    def id(self) -> int:
        """The claim's number."""
        return self.row.id

    @property
    def article_id(self) -> int:
        """Its article's number."""
        return self.row.article_id

    @property
    def article(self) -> Article:
        """Its article."""
        return self.row.article

    @property
    def version(self) -> int:
        """What a write must name."""
        return self.row.version

    @property
    def state(self) -> State:
        """Where it stands in the review."""
        return State(self.row.state)

    @property
    def verdict(self) -> str | None:
        """The word of its verdict, once final."""
        return self.row.verdict

    @property
    def status(self) -> Status:
        """The one word that callers poll."""
        return status(self.state, Verdict(self.row.verdict) if self.row.verdict else None)

    @property
    def quantity(self) -> Json | None:
        """What its number says; None for a statement."""
        return self.fields.get("quantity")

    @property
    def place(self) -> Json | None:
        """Where it holds."""
        return self.fields.get("place")

    @property
    def period(self) -> Json | None:
        """When it holds."""
        return self.fields.get("period")

    @property
    def source(self) -> Json | None:
        """Who says it."""
        return self.fields.get("source")

    @property
    def family(self) -> str:
        """The family of its measure, by which it is coloured and underlined."""
        return figures.family(self.fields.get("measure")) if self.quantity else "statement"

    @property
    def measure_name(self) -> str:
        """The measure for a reader."""
        return figures.label(self.fields.get("measure")) if self.quantity else "Statement"

    @property
    def says(self) -> str:
        """The interval in plain words; "" for a statement."""
        return figures.interval(self.quantity)

    @property
    def read_by(self) -> str:
        """The policy in force that gives a vague count its ends; "" for what the words fix."""
        return figures.POLICIES[self.policy] if (self.quantity or {}).get("bound") == Bound.VAGUE else ""

    @property
    def compared_as(self) -> str:
        """The interval that comparison uses."""
        return figures.compared_as(self.quantity)

    @property
    def is_comparison_worth_saying(self) -> bool:
        """Whether the interval of comparison tells a reader more than the value: 17 killed is just 17."""
        quantity = self.quantity or {}
        return quantity.get("dimension") != "count" or Decimal(quantity.get("precision") or 0) >= 1

    @property
    def change(self) -> str:
        """The rise or fall it reports."""
        return figures.change(self.quantity)

    @property
    def days(self) -> str:
        """Its period as calendar days."""
        return figures.days(self.period)

    @property
    def short(self) -> str:
        """The first words of the claim."""
        text = " ".join(self.fields["standalone"].split())
        return text if len(text) <= SHORTENED else text[: SHORTENED - 1].rstrip() + "…"

    @property
    def anchor(self) -> Json:
        """The words that the claim stands on: the quantity's, or the sentence's."""
        found: Json = self.quantity or self.fields["sentence"]
        return found

    @property
    def mark(self) -> Mark:
        """Its place in the article's text."""
        return Mark(self.id, self.anchor["start"], self.anchor["end"])

    @cached_property
    def sentence_runs(self) -> list[Run]:
        """Its sentence, cut around the figure."""
        sentence = self.fields["sentence"]
        first = sentence["start"]
        anchor = self.quantity
        marks = [Mark(self.id, anchor["start"] - first, anchor["end"] - first)] if anchor else []
        return cut(sentence["text"], marks)

    @property
    def why(self) -> list[str]:
        """The machine's reasons, in words."""
        return reasons.in_words((self.quantity or {}).get("why") or [])

    @property
    def machine(self) -> Json:
        """The machine's value of each field that a person has corrected."""
        return machine_values(self.row.reading, self.row.correction)


def shown(rows: Iterable[Claim], policy: VaguePolicy) -> list[ShownClaim]:
    """Prepare claims for the templates."""
    return [ShownClaim.of(row, policy) for row in rows]


def families_in(measures: Collection[str | None]) -> list[str]:
    """Return the families of these measures (None: statements), in the order of the legend."""
    present = {figures.family(measure) for measure in measures}
    return [name for name in figures.FAMILIES if name in present]

"""What the readers know so far about one quantity, while they walk through its sentence."""

from dataclasses import dataclass, field
from decimal import Decimal

from models.domain.claim import Change, Interval
from models.domain.reading.number import Number
from models.domain.vocabulary import Bound, Dimension

_ONE = Decimal(1)


@dataclass(slots=True)
class Mention:
    """A quantity in the making: tokens ``[first, last)`` are its span, ``[core, tail)`` its bare number.

    ``ends`` are the ends of a range or of a vague count, ``kept`` the vague count's conservative ends.
    """

    first: int
    last: int
    value: Decimal
    step: Decimal
    shape: str
    scale: Decimal = _ONE
    core: int = -1
    tail: int = -1
    ends: Interval | None = None
    kept: Interval | None = None
    bound: Bound = Bound.EXACT
    is_rounded: bool = False  # an approximating word stands beside it
    is_fraction: bool = False
    is_zero: bool = False  # "no casualties": the number is said by a word of negation
    is_money: bool = False
    is_adjective: bool = False  # "10-storey", "three-day": it stands before the noun it describes
    is_named: bool = False  # its unit is written, not inferred
    unit: str = ""
    dimension: Dimension = Dimension.COUNT
    counted: tuple[int, int] | None = None
    change: Change | None = None
    per: str | None = None
    why: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.core < 0:
            self.core, self.tail = self.first, self.last

    @classmethod
    def of(cls, number: Number) -> "Mention":
        """Begin a mention with a bare *number*."""
        return cls(number.first, number.last, number.value, number.step, number.shape, number.scale)

    @property
    def is_vague(self) -> bool:
        """Say whether the words give no number ("dozens")."""
        return self.bound is Bound.VAGUE

    @property
    def is_range(self) -> bool:
        """Say whether the words give two ends."""
        return self.bound is Bound.BETWEEN

    def take(self, first: int, last: int) -> None:
        """Widen the span to tokens ``[first, last)``."""
        self.first, self.last = min(self.first, first), max(self.last, last)

    def because(self, rule: str, meaning: str, words: str = "") -> None:
        """Note a rule that spoke, what it says and by which words: "unit:person:civilians"."""
        code = f"{rule}:{meaning}"
        words = words.replace(" ", "_")
        self.why.append(code if words in ("", meaning) else f"{code}:{words}")

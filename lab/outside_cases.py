"""What two public collections of number cases want of a reader, in our words, and whether it was met."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from lab.bench.peers.translate import unit_named
from lab.scoring import COUNT_UNITS, PLAIN_COUNT, Offsets, Reading, overlap, split_rate

#: Their floats against our exact decimals: equal to a millionth.
TOLERANCE = Decimal("1e-6")

CURRENCIES = {
    "dollar": "USD", "united_states_dollar": "USD", "canadian_dollar": "CAD", "australian_dollar": "AUD",
    "hong_kong_dollar": "HKD", "new_zealand_dollar": "NZD", "euro": "EUR", "pound": "GBP",
    "british_pound": "GBP", "pound_sterling": "GBP", "japanese_yen": "JPY", "chinese_yuan": "CNY",
    "swiss_franc": "CHF", "mexican_peso": "MXN", "turkish_lira": "TRY", "rupee": "INR",
    "sri_lankan_rupee": "LKR", "georgian_lari": "GEL", "lao_kip": "LAK", "costa_rican_colón": "CRC",
    "finnish_markka": "FIM", "netherlands_guilder": "NLG", "peseta": "ESP",
}  # fmt: skip
#: Our unit, and what else they call it: their bare degrees and tons are ours, an age is in years.
SAME = {
    "degree": ("celsius",),
    "year": ("age",),
    "tonne": ("ton",),
    "millilitre": ("cubic_centimetre",),
}
#: What a row without results wants none of; any quantity where the kind is not here.
DIMENSIONS = {
    "CurrencyModel": ("money",),
    "TemperatureModel": ("temperature",),
    "AgeModel": ("time",),
    "PercentModel": ("share",),
    "DimensionModel": ("length", "area", "mass", "volume", "speed"),
}
MINOR_COINS = {"cent": "USD", "pence": "GBP", "penny": "GBP"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One result of their gold: where, the number or both ends of it, and the unit (None: not said)."""

    span: Offsets
    low: Decimal | None
    high: Decimal | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class OutsideCase:
    """One row of their file, by its number from 0."""

    row: int
    kind: str
    text: str
    wanted: tuple[Wanted, ...]


def read_recognizers(path: Path) -> list[OutsideCase]:
    """Read recognizers_text_en.jsonl, one case a line; their `end` is inclusive."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_recognizers_case(row, json.loads(line)) for row, line in enumerate(lines)]


def read_quantulum3(path: Path) -> list[OutsideCase]:
    """Read quantulum3_quantities.json; its results stand where their surface does, in order."""
    return [_quantulum3_case(row, told) for row, told in enumerate(json.loads(path.read_text("utf-8")))]


def is_met(case: OutsideCase, found: Sequence[Reading]) -> bool:
    """Say whether every wanted result was read right, and none of its kind where nothing is wanted.

    Ordinals are no quantities with us: an OrdinalModel row is met when none of its results was read as one.
    """
    if case.kind == "OrdinalModel":
        return not any(overlap(wanted.span, one.span) for wanted in case.wanted for one in found)
    if not case.wanted:
        unwanted = DIMENSIONS.get(case.kind)
        return not any(unwanted is None or one.dimension in unwanted for one in found)
    return all(any(_is_same(wanted, one) for one in found) for wanted in case.wanted)


def _is_same(wanted: Wanted, found: Reading) -> bool:
    if not overlap(wanted.span, found.span) or (wanted.low is None and wanted.high is None):
        return False
    if not _same_unit(wanted.unit, found):
        return False
    low, high = found.low, found.high
    if wanted.low == wanted.high and found.best is not None:
        low = high = found.best  # they know no bounds: "more than 2 million" is 2 million to them
    ends = [(low, high)]
    if found.unit == "percent" and wanted.unit in (None, PLAIN_COUNT):
        ends.append((_hundredth(low), _hundredth(high)))  # "a third" is 33.333 percent to us
    return any(_near(a, wanted.low) and _near(b, wanted.high) for a, b in ends)


def _same_unit(wanted: str | None, found: Reading) -> bool:
    if wanted is None:
        return True
    if wanted == PLAIN_COUNT:
        return found.unit in COUNT_UNITS or found.unit == "percent"
    unit, per = split_rate(wanted, None)
    ours, our_per = split_rate(found.unit, found.per)
    return unit in (ours, *SAME.get(ours, ())) and per in (None, our_per)


def _near(found: Decimal | None, wanted: Decimal | None) -> bool:
    if found is None or wanted is None:
        return found is wanted
    # a share is kept to three decimals of a percent
    return abs(found - wanted) <= max(TOLERANCE * abs(wanted), Decimal("5.1e-6") if abs(wanted) < 1 else 0)


def _hundredth(number: Decimal | None) -> Decimal | None:
    return None if number is None else number / 100


def _recognizers_case(row: int, told: dict[str, Any]) -> OutsideCase:
    wanted = []
    for result in told["results"]:
        span = (result["start"], result["end"] + 1)
        wanted.append(_recognizers_wanted(span, told["model"], result["resolution"]))
    return OutsideCase(row, told["model"], told["text"], tuple(wanted))


def _recognizers_wanted(span: Offsets, model: str, resolution: dict[str, Any]) -> Wanted:
    value = str(resolution.get("value"))
    if model == "NumberRangeModel":
        low, high = (_number(end) for end in value.strip("[]()").split(","))
        return Wanted(span, low, high, None)
    number = _number(value.rstrip("%"))
    unit = None
    if model == "PercentModel":
        unit = "percent"
    elif resolution.get("unit"):
        number, unit = _measured(number, str(resolution["unit"]), model == "CurrencyModel")
    return Wanted(span, number, number, unit)


def _quantulum3_case(row: int, told: dict[str, Any]) -> OutsideCase:
    wanted, at = [], 0
    for result in told["res"]:
        start = told["req"].find(result["surface"], at)
        at = start + len(result["surface"])
        number, unit = _measured(Decimal(str(result["value"])), result["unit"], is_money=False)
        around = Decimal(str(result.get("uncertainty") or 0))
        if number is not None:
            wanted.append(Wanted((start, at), number - around, number + around, unit))
    return OutsideCase(row, "quantity", told["req"], tuple(wanted))


def _measured(number: Decimal | None, told: str, is_money: bool) -> tuple[Decimal | None, str]:
    """Say a number with its unit in our names: cents as dollars, a dozen as twelve."""
    name, separator, per = told.lower().replace(" ", "_").partition("_per_")
    if separator:
        number, unit = _measured(number, name, is_money)
        return number, f"{unit}_per_{per}"
    if name in MINOR_COINS:
        return _hundredth(number), MINOR_COINS[name]
    if name in CURRENCIES and (is_money or name != "pound"):
        return number, CURRENCIES[name]
    if name == "dozen" and number is not None:
        return number * 12, PLAIN_COUNT
    return number, unit_named(name)


def _number(told: str) -> Decimal | None:
    try:
        return Decimal(told.strip())
    except InvalidOperation:  # an open end, "current+1" or "null"
        return None

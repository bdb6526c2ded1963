"""Which two amounts are one, its coins named apart: "3 dollars 50 cents"."""

from decimal import Decimal

from models.domain.reading.mention import Mention

_CENT = Decimal("0.01")


def merge_coins(mentions: list[Mention]) -> list[Mention]:
    """Return *mentions* with coins added to the whole money that stands right before them."""
    merged: list[Mention] = []
    for mention in mentions:
        whole = merged[-1] if merged else None
        if whole is not None and _is_its_change(whole, mention):
            whole.value += mention.value
            whole.step = _CENT
            whole.take(whole.first, mention.last)
        else:
            merged.append(mention)
    return merged


def _is_its_change(whole: Mention, coins: Mention) -> bool:
    is_money = whole.is_money and coins.is_money and whole.unit == coins.unit
    return (
        is_money and whole.last == coins.first and whole.step == 1 and coins.step == _CENT and coins.value < 1
    )

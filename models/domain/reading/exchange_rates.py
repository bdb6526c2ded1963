"""Which bare number is what a currency is worth: "the hryvnia slid past 41 to the dollar"."""

from models.domain.reading.currencies import NAMES, CurrencyHint, money_after
from models.domain.reading.mention import Mention
from models.domain.reading.tokens import Tokens
from models.domain.vocabulary import Dimension

_AGAINST = frozenset(["to", "per", "against", "for"])
_ARTICLES = frozenset(["the", "a", "one", "us", "u.s"])
_STRONG = frozenset(["dollar", "euro", "pound", "greenback"])
_FURTHEST = 14
"""Tokens back to the currency that the sentence is about."""


def name_exchange_rates(tokens: Tokens, mentions: list[Mention], hint: CurrencyHint) -> None:
    """Give a rate against the dollar, euro or pound the currency that it is told of."""
    if _STRONG.isdisjoint(tokens.vocabulary):
        return
    for mention in mentions:
        if mention.unit or mention.is_vague or not _is_rate(tokens, mention.last):
            continue
        for at in range(mention.first - 1, max(mention.first - _FURTHEST, -1), -1):
            money = money_after(tokens, at, hint) if tokens.words[at] in NAMES else None
            if money is not None and tokens.words[at] not in _STRONG:
                mention.unit, mention.dimension, mention.is_money = money.code, Dimension.MONEY, True
                mention.is_named = True
                mention.because("unit", money.code, tokens.words[at])
                break


def _is_rate(tokens: Tokens, at: int) -> bool:
    """Say whether "to the dollar" begins at token *at*."""
    if tokens.words[at] not in _AGAINST:
        return False
    at += 1
    while tokens.words[at] in _ARTICLES:
        at += 1
    return tokens.words[at] in _STRONG

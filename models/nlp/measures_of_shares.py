"""What a share or a rise in percent measures where no word around it says what happened."""

import re

from models.domain.claim import Quantity, Span
from models.domain.vocabulary import Dimension, Measure
from models.nlp.measure_cues import ends_ahead
from models.nlp.measure_links import is_amount, is_part

_RATES = re.compile(
    r"\b(?:GDP|econom(?:y|ies)|growth|inflation|unemployment|rates?|yields?|turnout|stake|share of|index|"
    r"Nikkei|FTSE|"
    r"IMF|World Bank|OECD|economists|Dow|DAX|Nasdaq|S&P|Sensex)\b",
    re.IGNORECASE,
)
_PRICES = re.compile(
    r"\b(?:wages?|salar(?:y|ies)|pay|prices?|pensions?|(?<!the )shares|stocks?|fares?|premiums?|rents?|"
    r"costs?|revenues?|gold|silver|copper|"
    r"profits?|spending|budget|debt|crude|bitcoin|lira|peso|rou?ble|pound|euro|yen|rupee|naira|rand|hryvnia|"
    r"fees?|bills|earnings|incomes?|funding|aid)\b",
    re.IGNORECASE,
)
_OF_MONEY = re.compile(
    r"\s*(?:funded|more (?:pay|money)|(?:pay |wage |salary )?(?:raise|discount)|"
    r"(?:pay|wage|salary) (?:rise|increase|cut|offer|deal|award|claim)|"
    r"of (?:(?:the|its|their|our|that|this|his|her|all) )?(?:[\w-]+ )?"
    r"(?:turnover|budget|debt|incomes?|spending|revenues?|wages?|salar(?:y|ies)|costs?|funds?|funding|"
    r"pledges?|"
    r"appeal|aid|sum|"
    r"loans?|price|bill|profits?|money|tax(?:es)?)|of what (?:it|they|was|is|he|she) )\b",
    re.IGNORECASE,
)
_VOTED = re.compile(r"\s+(?:have |had )?voted (?:yes|no|for|against|in favou?r)\b")
_OF_VALUE = re.compile(r"\s*of (?:its|their|the) (?:\w+ )?(?:value|worth)\b")
_ELECTORS = re.compile(r"\b(?:voters|electors|the electorate)\b", re.IGNORECASE)
_CHOSE = re.compile(r"\s+(?:have |had )?(?:back|support|oppos|reject|approv|vot|chos|cast|turned out)\w*")
_TO_THE_SUM = re.compile(r"\s*of (?:the |its |their |an? |that )?$", re.IGNORECASE)
_AT_A_RATE = re.compile(
    r"\b(?:(?:repo|policy|interest|lending|deposit|key|benchmark|base|bank|discount) rates?|inflation|"
    r"unemployment)(?: \w+)? (?:at|to|of) (?:\w+ ){0,2}$",
    re.IGNORECASE,
)
_ELECTION = re.compile(
    r"\b(?:elections?|(?:re-?)?elected (?:by|with|on)|points? (?:ahead|clear|behind)|candidates?|rivals?|"
    r"runner-up|run-?off|referendum|"
    r"incumbent|first round|exit polls?|"
    r"ballots?|votes|seats|polled|majority|(?:took|won|wins?|got|gets|scored|secured)\b(?=.*\b(?:part(?:y|"
    r"ies)|Greens|"
    r"Liberals|Socialists|Conservatives|Labour|Democrats|Republicans|coalition|alliance|bloc|far right)))\b|"
    r"\b(?:Greens|Liberals|Socialists|Conservatives|Labour|Democrats|Republicans|part(?:y|ies)) (?:took|"
    r"won|got|scored)\b",
    re.IGNORECASE,
)


def measure_of_share(
    text: str,
    quantities: tuple[Quantity, ...],
    which: int,
    counted: Span | None,
    found: tuple[Measure, float],
) -> tuple[Measure, float]:
    """Return money, votes, share or other for the share ``quantities[which]`` of which no event is told."""
    mine = quantities[which]
    is_range = mine.change is not None and mine.best is None
    if (is_amount(mine) or is_range) and mine.unit == "percent":
        return _of_what_moves(text[: mine.span.start]) or _of_what_moves(text) or Measure.OTHER, 0.6
    after = next(iter(quantities[which + 1 :]), None)
    if after is not None and after.dimension is Dimension.MONEY:
        between = text[mine.span.end : after.span.start]
        if _TO_THE_SUM.fullmatch(between):
            return Measure.MONEY, 0.8
    before = quantities[which - 1] if which else None
    if before is not None and before.dimension is Dimension.MONEY and is_part(text, mine):
        return Measure.MONEY, 0.8  # "€300m, a third of it in loans"
    if _OF_MONEY.match(text, mine.span.end):
        return Measure.MONEY, 0.7
    if _VOTED.match(text, mine.span.end):
        return Measure.VOTES, 0.7
    if _OF_VALUE.match(text, mine.span.end) and _PRICES.search(text):
        return Measure.MONEY, 0.6  # "shares lost a fifth of their value"
    if counted is not None and _ELECTORS.search(counted.text) and _CHOSE.match(text, counted.end):
        return Measure.VOTES, 0.7
    if counted is None and _ELECTION.search(text):
        return Measure.VOTES, 0.6
    return found


def is_of_money(text: str, quantity: Quantity) -> bool:
    """Say whether a share is of a sum of money, whatever happened to it: "two-thirds | of its profit"."""
    return quantity.dimension is Dimension.SHARE and _OF_MONEY.match(text, quantity.span.end) is not None


def is_at_a_rate(text: str, quantity: Quantity) -> bool:
    """Say whether a share is the rate of a bank or of prices, whoever votes on it: "repo rate at | 6%"."""
    is_share = quantity.dimension is Dimension.SHARE
    return is_share and ends_ahead(_AT_A_RATE, text, quantity, _REACH) is not None


_REACH = 60


def _of_what_moves(text: str) -> Measure | None:
    """Return what the last name of a rate or a price in *text* is; None where it names neither."""
    last: tuple[int, Measure] | None = None
    for pattern, measure in ((_RATES, Measure.SHARE), (_PRICES, Measure.MONEY)):
        for match in pattern.finditer(text):
            if last is None or match.start() >= last[0]:
                last = (match.start(), measure)
    return last[1] if last else None

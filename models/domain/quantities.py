"""Which quantities a sentence states, each as an interval with its unit, its words and its reasons."""

import re
from decimal import Decimal
from itertools import pairwise

from models.domain.claim import Interval, Quantity, Span
from models.domain.reading.ages import name_ages
from models.domain.reading.bounds import take_bound_behind_noun, take_bounds
from models.domain.reading.changes import link_changes
from models.domain.reading.coins import merge_coins
from models.domain.reading.contests import drop_results
from models.domain.reading.context import ReadingContext, read_context
from models.domain.reading.counted_nouns import find_counted, head_of, is_bare, share_counted
from models.domain.reading.earlier_values import complete_earlier_values
from models.domain.reading.exact import half_of, place_of_last_digit, tidy
from models.domain.reading.exchange_rates import name_exchange_rates
from models.domain.reading.labelled_counts import take_label
from models.domain.reading.measuring import drop_dash, is_temperature, take_unit
from models.domain.reading.mention import Mention
from models.domain.reading.nouns import unit_of_noun
from models.domain.reading.number_finder import find_numbers
from models.domain.reading.number_words import TRIGGERS
from models.domain.reading.pairs_again import AGAIN, pairs_again
from models.domain.reading.people_context import is_about_people
from models.domain.reading.ranges import lend_units, merge_ranges
from models.domain.reading.rates import take_rates
from models.domain.reading.ratios import merge_ratios
from models.domain.reading.tokens import Tokens, tokenize
from models.domain.reading.word_lists import words_of
from models.domain.vocabulary import Bound, Dimension

__all__ = ["ReadingContext", "read_context", "read_quantities"]

_DEFAULT = ReadingContext()
_BUILDINGS_HARM = frozenset(
    ["destroyed", "destroying", "damaged", "damaging", "flattened", "gutted", "burned", "flooded", "razed"]
)
_BUILDINGS_FATES = frozenset(["burned", "burnt", "collapsed", "found", "left"])
_DIGIT = re.compile(r"\d")


def read_quantities(sentence: str, context: ReadingContext = _DEFAULT) -> list[Quantity]:
    """Return every quantity of *sentence* in text order; spans are code points into it and never overlap.

    Any Unicode text is read without error, in time linear in its length (CONTRACT section 2).
    """
    tokens = tokenize(sentence)
    if TRIGGERS.isdisjoint(tokens.vocabulary) and not _DIGIT.search(sentence):
        return []
    mentions = find_numbers(tokens)
    if not mentions:
        return []
    for mention in mentions:
        take_unit(tokens, mention, context.currency)
    _keep_apart(mentions)
    floor = 0
    for mention in mentions:
        take_bounds(tokens, mention, floor)
        if not mention.unit and mention.last > mention.tail:
            take_unit(tokens, mention, context.currency)  # "the 90-odd miles", "30 or so kilometres"
        floor = mention.last
    if len(mentions) > 1:
        mentions = drop_results(tokens, merge_coins(mentions))
        mentions = merge_ranges(tokens, merge_ratios(tokens, mentions))
        lend_units(tokens, mentions)
    if not mentions:
        return []
    name_exchange_rates(tokens, mentions, context.currency)
    complete_earlier_values(tokens, mentions)
    name_ages(tokens, mentions)
    mentions = take_rates(tokens, mentions)
    if not mentions:  # a bare "deaths per 100 000 people" is a rate of nothing
        return []
    _count_nouns(tokens, mentions)
    link_changes(tokens, mentions)
    _keep_apart(mentions)
    return [_quantity(tokens, mention) for mention in mentions]


def _keep_apart(mentions: list[Mention]) -> None:
    """Let no span reach into its neighbour's: the first that took words keeps them."""
    for earlier, later in pairwise(mentions):
        earlier.last = min(earlier.last, max(later.core, earlier.tail))
        later.first = max(later.first, earlier.last)


def _count_nouns(tokens: Tokens, mentions: list[Mention]) -> None:
    """Give every mention what it counts and, from that, the unit it has not yet."""
    limits = [mention.first for mention in mentions[1:]] + [tokens.count]
    for mention, limit in zip(mentions, limits, strict=True):
        mention.counted = find_counted(tokens, mention, limit)
        take_label(tokens, mention)
        take_bound_behind_noun(tokens, mention)
    for earlier, later in zip(mentions[-2::-1], mentions[:0:-1], strict=True):
        share_counted(tokens, earlier, later)
    again = pairs_again(tokens, mentions) if len(mentions) > 3 else frozenset[int]()
    before = ""
    for index, mention in enumerate(mentions):
        if index in again:
            mention.unit = mentions[index - 2].unit
            mention.because("unit", mention.unit, AGAIN)
        _mend_thousands(tokens, mention)
        if index and mention.unit == "" and mentions[index - 1].dimension is Dimension.TIME:
            _take_up_time(tokens, mentions[index - 1], mention)
        if mention.unit == "":
            _name_unit(tokens, mention, before)
        drop_dash(tokens, mention)
        if mention.dimension is Dimension.COUNT or mention.unit == "percent":
            before = mention.unit
    for part, whole in pairwise(mentions):
        _take_up_whole(tokens, part, whole)


def _take_up_whole(tokens: Tokens, part: Mention, whole: Mention) -> None:
    """Read "700,000 of the 2.1m who need help": the part counts what its whole does."""
    gap = tokens.words[part.last : whole.first]
    is_part = gap[:1] == ["of"] and len(gap) < 4 and part.counted is None and part.unit == "item"
    if is_part and whole.dimension is Dimension.COUNT and whole.unit != "item":
        part.unit = whole.unit
        part.because("unit", whole.unit, "lent")


def _take_up_time(tokens: Tokens, earlier: Mention, mention: Mention) -> None:
    """Read "27 years in jail, 18 of them on the island", "was to last 72 hours and collapsed after nine"."""
    goes_on = tokens.words[mention.last : mention.last + 2] == ["of", "them"]
    goes_on |= tokens.words[mention.first - 1] in _TIMES_AFTER and tokens.words[mention.last] in _ENDS
    if goes_on and earlier.is_named and not _is_age(earlier):
        mention.unit, mention.dimension = earlier.unit, earlier.dimension
        mention.because("unit", earlier.unit, "before")


_TIMES_AFTER = frozenset(["after", "within", "lasted", "took", "for", "than"])
_ENDS = frozenset([".", ",", ";", "", "!"])


def _is_age(mention: Mention) -> bool:
    return "unit:year:age" in mention.why or mention.is_adjective


def _goes_on_in_percent(tokens: Tokens, mention: Mention) -> bool:
    """Say whether a bare number behind a share is one: "4 per cent, and Labour 7", "7.5", "rival on 27"."""
    before = tokens.words[mention.first - 1]
    is_poll = before in _STANDS_AT and not _POLLS.isdisjoint(tokens.vocabulary)
    return tokens.is_capitalised(mention.first - 1) or 0 < mention.step < 1 or is_poll


_STANDS_AT = frozenset(["on", "at", "with", "for"])
_POLLS = words_of("poll polls votes election party rival candidate coalition lead ahead")


def _name_unit(tokens: Tokens, mention: Mention, before: str) -> None:
    if mention.counted is not None:
        head = head_of(tokens, mention.counted)
        is_whole = not 0 < mention.step < 1 or mention.per is not None  # nobody counts 2.5 men
        mention.unit = unit_of_noun(head) if is_whole else "item"
        if head == "others" and before == "building" and tokens.words[mention.first - 1] in _BUILDINGS_HARM:
            mention.unit = "building"  # "damaged 80 houses, destroyed 20 others"
        if mention.unit == "building" and "of" in tokens.words[slice(*mention.counted)]:
            mention.unit = "item"  # houses of parliament
        mention.because("unit", mention.unit, head)
    elif before not in ("", "percent") and _is_compared(tokens, mention):
        mention.unit = before
        mention.because("unit", before, "before")
    elif is_temperature(tokens, mention):
        mention.unit, mention.dimension = "celsius", Dimension.TEMPERATURE
        mention.because("unit", "celsius", "context")
    elif before == "building" and tokens.words[mention.last] in _BUILDINGS_FATES:
        mention.unit = "building"  # "of the 900 houses, 300 burned"
        mention.because("unit", "building", "before")
    elif is_about_people(tokens, mention):
        mention.unit = "person"
        mention.because("unit", "person", "context")
    elif before == "percent":
        is_listed = is_bare(tokens, mention) and mention.scale == 1 and _goes_on_in_percent(tokens, mention)
        mention.unit, mention.dimension = (
            ("percent", Dimension.SHARE) if is_listed else ("item", Dimension.COUNT)
        )
        mention.because("unit", mention.unit, "before" if is_listed else "default")
    else:
        follows = bool(before) and is_bare(tokens, mention)
        mention.unit = before if follows else "item"
        mention.because("unit", mention.unit, "before" if follows else "default")


def _is_compared(tokens: Tokens, mention: Mention) -> bool:
    """Say whether the number is told beside the one before: "40 villages, a dozen more than in spring"."""
    more, than = tokens.words[mention.last : mention.last + 2]
    return more in ("more", "fewer", "less") and than == "than"


def _mend_thousands(tokens: Tokens, mention: Mention) -> None:
    """Read "3.500 people" as thousands: what is counted whole has no three decimals."""
    whole, point, decimals = tokens.raw[mention.core].partition(".")
    if not point:
        return
    is_told = mention.counted is not None or tokens.words[mention.last : mention.last + 2] == ["of", "them"]
    is_count = mention.unit == "" and is_told and mention.per is None and not mention.is_range
    if (
        is_count
        and point
        and len(decimals) == 3
        and len(whole) < 4
        and whole != "0"
        and mention.shape == "digits"
    ):
        mention.value, mention.step = tidy(mention.value * 1000), Decimal(1)
        mention.because("number", "thousands", f"{whole}.{decimals}")


def _quantity(tokens: Tokens, mention: Mention) -> Quantity:
    start, end = tokens.starts[mention.first], tokens.ends[mention.last - 1]
    counted = None
    if mention.counted is not None:
        first, last = mention.counted
        counted = Span.of(tokens.text, tokens.starts[first], tokens.ends[last - 1])
    value = tidy(mention.value)
    ends = _interval(mention, value)
    has_best = mention.bound not in (Bound.BETWEEN, Bound.VAGUE)
    return Quantity(
        span=Span.of(tokens.text, start, end),
        bound=mention.bound,
        best=value if has_best else None,
        low=ends.low,
        high=ends.high,
        precision=_precision(mention, value),
        unit=mention.unit,
        dimension=mention.dimension,
        counted=counted,
        change=mention.change,
        per=mention.per,
        why=tuple(mention.why),
        conservative=mention.kept,
    )


def _interval(mention: Mention, value: Decimal) -> Interval:
    """Return low and high as the contract's table has them."""
    if mention.ends is not None:
        return mention.ends
    match mention.bound:
        case Bound.AT_LEAST | Bound.MORE_THAN:
            return Interval(value, None)
        case Bound.AT_MOST | Bound.LESS_THAN:
            return Interval(None, value)
    return Interval(value, value)


def _precision(mention: Mention, value: Decimal) -> Decimal:
    """Return half a unit of the last digit written; rounded words leave the last digit that is not zero."""
    exact = half_of(mention.step)
    if not mention.is_rounded or mention.is_vague:
        return exact
    return max(exact, half_of(place_of_last_digit(value)))

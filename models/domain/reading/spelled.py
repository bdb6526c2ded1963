"""What number a run of number words spells: "two hundred and fifty thousand", "twenty-five", "a dozen"."""

from dataclasses import dataclass, replace
from decimal import Decimal

from models.domain.reading.number import Number
from models.domain.reading.number_words import FRACTION_PARTS, NUMBER_WORDS, ONES, SCALES, TENS
from models.domain.reading.tokens import Tokens
from models.domain.reading.word_lists import words_of

_ONE = Decimal(1)
_HUNDRED = Decimal(100)
_DIGITS = {**{word: value for word, value in ONES.items() if value < 10}, "nought": 0, "oh": 0}
_LARGEST = Decimal(10) ** 15

# "the hundred or so", "Dozen killed in blast": a scale word that stands for one of itself.
_BEFORE_BARE_SCALE = (words_of(
    """
    the this that last first past nearly about almost over than some around roughly every extra
    """
) | {""})  # fmt: skip


def spell(tokens: Tokens, at: int) -> Number | None:
    """Return the number spelled from token *at* on, an article before a scale word included, or None."""
    words = tokens.words
    word = words[at]
    if word in ("a", "an"):
        if words[at + 1] == "score" and words[at + 2] == "of":
            return Number(at, at + 2, Decimal(20), Decimal(20), "words+scale", Decimal(20))
        return _chain(tokens, at, at + 1) if words[at + 1] in SCALES else None
    if word in NUMBER_WORDS or (word in SCALES and words[at - 1] in _BEFORE_BARE_SCALE):
        return _with_point(tokens, _chain(tokens, at, at))
    return None


def _with_point(tokens: Tokens, number: Number | None) -> Number | None:
    """Take in decimals that are spelled ("one point four")."""
    if number is None or number.shape != "words" or tokens.words[number.last] != "point":
        return number
    at, digits = number.last + 1, ""
    while (digit := _DIGITS.get(tokens.words[at])) is not None and len(digits) < 9:
        digits += str(digit)
        at += 1
    if not digits:
        return number
    step = _ONE.scaleb(-len(digits))
    return replace(number, last=at, value=number.value + int(digits) * step, step=step)


@dataclass(slots=True)
class _Sum:
    """What the words read so far add up to; ``step`` is what one of the last word counts."""

    total: Decimal = Decimal(0)
    current: Decimal = Decimal(0)
    step: Decimal = _ONE
    scale: Decimal = _ONE  # the last word's own factor
    ceiling: Decimal = _LARGEST  # the next thousand, million … must be smaller than the one before it

    def takes(self, word: str) -> bool:
        """Add *word* when it continues the number, and say whether it did."""
        if word in SCALES:
            return self._take_scale(SCALES[word])
        value = ONES.get(word, TENS.get(word, -1))
        below = self.current % 100
        if value < 0 or (below and (below < 20 or below % 10 or not 0 < value < 10)):
            return False  # "two three" are two numbers, "twenty three" is one
        self.current, self.step = self.current + value, _ONE
        return True

    def _take_scale(self, factor: Decimal) -> bool:
        if factor == _HUNDRED:
            if self.current >= 100 or (self.total and not self.current):
                return False
            self.current = (self.current or _ONE) * factor
        elif self.total and not self.current:  # "hundred thousand million" multiplies on
            if self.total * factor > _LARGEST:
                return False
            self.total *= factor
        elif factor < self.ceiling:
            self.total += (self.current or _ONE) * factor
            self.current, self.ceiling = Decimal(0), factor
        else:
            return False
        self.step, self.scale = self.step * factor, factor
        return self.total <= _LARGEST


def _chain(tokens: Tokens, first: int, at: int) -> Number | None:
    """Add up number words from token *at* on; *first* is the token of an article before them."""
    found = _Sum()
    best: Number | None = None
    while found.takes(tokens.words[at]):
        at += 1
        shape = "words+scale" if found.scale > 1 else "words"
        best = Number(first, at, found.total + found.current, found.step, shape, found.step)
        at = _past_connector(tokens, at, found)
    return best


def _past_connector(tokens: Tokens, at: int, found: _Sum) -> int:
    """Step over a hyphen, or an "and" that joins the parts of one number ("two hundred and fifty")."""
    words = tokens.words
    if words[at] in ("-", "‑"):
        return at + 1 if tokens.touch(at - 1) and tokens.touch(at) else at
    if words[at] != "and" or words[at - 1] not in SCALES or words[at + 1] not in NUMBER_WORDS:
        return at
    after = at + 2 + (2 if words[at + 2] == "-" else words[at + 1] in TENS and words[at + 2] in ONES)
    # "a hundred and two hundred" are two numbers; "three hundred and fifty thousand" is one.
    if words[after] in FRACTION_PARTS:  # "six million and two thirds"
        return at
    next_scale = SCALES.get(words[after], _ONE)
    is_apart = next_scale == _HUNDRED or (next_scale > 1 and next_scale <= found.scale)
    return at if is_apart else at + 1

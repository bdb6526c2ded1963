"""How many "dozens", "several" and "tens of thousands" are, by either policy of the contract."""

from decimal import Decimal

from models.domain.claim import Interval
from models.domain.reading.mention import Mention
from models.domain.reading.number_words import NUMBER_WORDS, PLURAL_SCALES, SCALES
from models.domain.reading.tokens import Tokens
from models.domain.reading.word_lists import words_of
from models.domain.vocabulary import Bound

_ONE = Decimal(1)
_TEN = Decimal(10)
# Words whose interval is not "two to under ten of its unit" (CONTRACT section 2, vague policies).
_OWN_HIGH = {Decimal(12): Decimal(99), Decimal(20): Decimal(199)}
_SCORES_AFTER = words_of(
    """
    of were was killed dead injured wounded more arrested missing feared have remain others still hurt
    evacuated detained fled
    """
)
_SCORES_BEFORE = (words_of(
    """
    while and with by killed killing leaving left said , injuring wounding that but at least in have for
    as
    """
) | {""})  # fmt: skip
_HARMING = words_of(
    """
    killed killing injured injuring wounded wounding hurting displaced displacing trapped trapping stranded
    stranding arrested arresting detained detaining
    """
)
_FEW_BEFORE = words_of(
    """
    a last past next first these those every only coming previous
    """
)
_NO_VAGUE_AFTER = frozenset(["dollar", "pound"])


def read_vague(tokens: Tokens, at: int) -> Mention | None:
    """Return the vague count that begins at token *at*, or None."""
    word = tokens.words[at]
    if word in PLURAL_SCALES:
        return _read_plural(tokens, at, at, _ONE)
    if word in ("several", "few", "handful", "couple"):
        return _read_some(tokens, at)
    return None


def _read_plural(tokens: Tokens, first: int, at: int, factor: Decimal) -> Mention | None:
    words = tokens.words
    if words[at] == "scores" and not _is_scores_a_count(tokens, at):
        return None
    unit, last = factor * PLURAL_SCALES[words[at]], at + 1
    while words[last] == "of" and words[last + 1] in PLURAL_SCALES and unit < 10**12:
        unit, last = unit * PLURAL_SCALES[words[last + 1]], last + 2
    if words[at] == "tens" and last == at + 1:
        if words[last] not in ("of", "or"):
            return None
        if words[last : last + 2] == ["or", "hundreds"]:
            return None
    low = unit * 2
    high = _OWN_HIGH.get(unit, unit * _TEN - 1)
    return _vague(tokens, first, last, Interval(low, high), unit)


def _is_scores_a_count(tokens: Tokens, at: int) -> bool:
    """Tell "scores of people" from "test scores" and "he scores"."""
    if tokens.words[at + 1] == "of":
        return tokens.words[at - 1] not in _SCORES_NOT
    before, after = tokens.words[at - 1], tokens.words[at + 1]
    if before in _HARMING and not after[:1].isalpha():
        return True  # "injuring scores."
    return after in _SCORES_AFTER and before in _SCORES_BEFORE


_SCORES_NOT = words_of(
    """
    test exam credit the his her their high low average final its
    """
)


def _read_some(tokens: Tokens, at: int) -> Mention | None:
    """Read "several", "a few", "a handful of", "a couple of", alone or before a scale word."""
    words = tokens.words
    word, before = words[at], words[at - 1]
    first, last = at, at + 1
    if before == "a":
        first = at - 1 if words[at - 2] != "quite" else at - 2
    if word == "few" and before not in _FEW_BEFORE and words[last] not in SCALES:
        return None
    if word in ("handful", "couple"):
        if words[last] == "of":
            last += 1
        elif words[last] not in SCALES or word == "handful":
            return (
                _vague(tokens, first, last, Interval(Decimal(3), Decimal(9)), Decimal(3))
                if word == "handful"
                else None
            )
    unit, last = _scales_after(tokens, last)
    if words[last] in PLURAL_SCALES and words[last] != "tens":
        return _read_plural(tokens, first, last, unit)
    if unit == 1 and words[last - 1] == "of":
        last -= 1
    if unit == 1 and words[last] in NUMBER_WORDS:
        return None
    least = Decimal(2) if word == "couple" else Decimal(3)
    if word == "couple":
        return _vague(
            tokens, first, last, Interval(least * unit, (least + 1) * unit - (unit > 1)), least * unit
        )
    high = 9 * unit if unit == 1 else _TEN * unit - 1
    return _vague(tokens, first, last, Interval(least * unit, high), least * unit)


def _scales_after(tokens: Tokens, at: int) -> tuple[Decimal, int]:
    """Multiply the scale words from token *at* on: "(several) hundred thousand"."""
    unit = _ONE
    while tokens.words[at] in SCALES and unit < 10**12:
        unit, at = unit * SCALES[tokens.words[at]], at + 1
    return unit, at


def _vague(tokens: Tokens, first: int, last: int, ends: Interval, least: Decimal) -> Mention:
    found = Mention(first, last, Decimal(0), Decimal(0), "vague", bound=Bound.VAGUE)
    found.ends, found.kept = ends, Interval(least, least)
    found.because("vague", tokens.joined(first, last).removeprefix("a ").replace(" ", "_"))
    return found

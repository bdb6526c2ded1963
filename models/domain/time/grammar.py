"""Which time expression begins at a word of a sentence, and where it ends."""

from models.domain.time.calendar_dates import Found, read_bare_year, read_date, read_year
from models.domain.time.combinations import Between, Bounded
from models.domain.time.expressions import Absolute, DayOffset, Expression, OfYear, Recurring, Weekday
from models.domain.time.names import READERS, read_ordinal
from models.domain.time.phrases import Here, read_counted
from models.domain.time.tokens import APOSTROPHES, DASHES, SMALL_PREPOSITIONS, Tokens
from models.domain.time.words import MONTHS, NUMBERS, VAGUE_AMOUNTS

#: How deep expressions nest ("the end of the first week of March" is three): keeps reading linear.
MAX_DEPTH = 5
LONGEST_BEGINNING = 7
"""How many words may say what began: "since the latest outbreak of the disease began in October"."""
_BEGINNINGS = frozenset(
    {"began", "begun", "broke", "commenced", "declared", "erupted", "invaded", "resumed", "started"}
)
_LEADS = {
    ("since",): "since",
    ("until",): "until",
    ("till",): "until",
    ("up", "until"): "until",
    ("up", "to"): "until",
    ("through",): "until",
    ("by",): "by",
    ("before",): "before",
    ("prior", "to"): "before",
    ("after",): "after",
    ("from",): "from",
    ("starting",): "from",
    ("beginning",): "from",
    ("between",): "between",
    ("as", "of"): "as_of",
    ("as", "at"): "as_of",
}
_LEADS_BY_WORD = {words[0]: [(w, side) for w, side in _LEADS.items() if w[0] == words[0]] for words in _LEADS}
_JOINTS = {"between": ("and", "to"), "from": ("to", "until", "till", "through")}
_STARTS = {"the", *_LEADS_BY_WORD, *READERS, *MONTHS, *NUMBERS, *VAGUE_AMOUNTS, "couple", *APOSTROPHES}
_ENDS_OF_RANGES = (Recurring, Absolute, OfYear, Weekday)


def read_expression(tokens: Tokens, i: int) -> Found | None:
    """Return the time expression that begins at token *i*, and the index after it.

    Words that change the days belong to it ("since", "until", "by", "between"); a plain "on" or "in"
    does not. Returns None where none begins. The work per token is bounded.
    """
    word = tokens.word(i)
    if word not in _STARTS and not word[:1].isdecimal():
        return None
    for words, side in _LEADS_BY_WORD.get(word, ()):
        if tokens.has(i, *words):
            found = _after_lead(tokens, i + len(words), side)
            if found is not None:
                return found
    left = _simple(tokens, i, 0)
    if left is None or not isinstance(left[0], _ENDS_OF_RANGES):
        return left
    return _range(tokens, left, ("to", "through", "until")) or left


def _after_lead(tokens: Tokens, i: int, side: str) -> Found | None:
    if side == "since":
        i = _past_beginning(tokens, i)
    if tokens.word(i) in SMALL_PREPOSITIONS:
        i += 1
    left = _simple(tokens, i, 1)
    if left is None:
        return None
    expression, j = left
    if side in _JOINTS and (joined := _range(tokens, left, _JOINTS[side])) is not None:
        return joined
    if side == "between":
        return left if isinstance(expression, Between) else None
    if side == "as_of" or (side == "from" and isinstance(expression, Between)):
        return left
    if isinstance(expression, Between | Bounded) or _belongs_to_noun(tokens, j, side):
        return None
    if side == "until" and isinstance(expression, DayOffset) and expression.rule == "now":
        return None
    if side == "from":
        return _from(tokens, expression, j)
    return Bounded(side, expression), j


def _past_beginning(tokens: Tokens, i: int) -> int:
    """Return where the day stands in "since (the outbreak began in) October"; *i* where nothing begins."""
    for j in range(i, i + LONGEST_BEGINNING):
        if tokens.word(j) in _BEGINNINGS:
            return j + 1 + (tokens.word(j + 1) in ("again", "out"))
        if not tokens.word(j).isalpha():
            break
    return i


def _belongs_to_noun(tokens: Tokens, j: int, side: str) -> bool:
    """Say whether a noun follows: "after Monday's attack" is about Monday, not the days after it."""
    return side != "since" and tokens.word(j) in APOSTROPHES and tokens.word(j + 1) == "s"


def _from(tokens: Tokens, expression: Expression, j: int) -> Found | None:
    onwards = tokens.word(j) in ("onwards", "onward", "forward")
    on = tokens.word(j) == "on" and not tokens.word(j + 1).isalnum()
    if isinstance(expression, Absolute | DayOffset) and not (onwards or on):
        return None  # "a report from 2019", "footage from yesterday"
    return Bounded("from", expression), j + (onwards or on)


def _range(tokens: Tokens, left: Found, joints: tuple[str, ...]) -> Found | None:
    """Read "– March", "to Friday", "and 2020" after the left side of a range."""
    expression, j = left
    if not isinstance(expression, _ENDS_OF_RANGES):
        return None
    if tokens.word(j) not in joints and tokens.word(j) not in DASHES:
        return None
    j += 1
    j += tokens.word(j) in SMALL_PREPOSITIONS
    right = read_bare_year(tokens, j) or _simple(tokens, j, 1)
    if right is None or not isinstance(right[0], _ENDS_OF_RANGES):
        return None
    return Between(expression, right[0]), right[1]


def _simple(tokens: Tokens, i: int, depth: int) -> Found | None:
    """Read one expression without a leading "since" and the like, with its "the"."""
    if depth > MAX_DEPTH:
        return None
    the = tokens.word(i) == "the"
    here = Here(tokens, i + the, the, lambda j: _simple(tokens, j, depth + 1))
    word = tokens.word(here.i)
    if word[:1].isdecimal():
        dated = read_date(tokens, here.i) or read_year(tokens, here.i) or read_ordinal(here)
        return dated or read_counted(here)
    if word in APOSTROPHES:
        return read_year(tokens, here.i)
    if tokens.month(here.i) is not None:
        return read_date(tokens, here.i)
    reader = READERS.get(word)
    found = reader(here) if reader else None
    return found if found is not None else read_counted(here)

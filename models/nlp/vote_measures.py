"""Whether a figure is one side of a vote."""

import re
from collections.abc import Sequence

from models.domain.claim import Quantity, Span
from models.domain.vocabulary import Dimension
from models.nlp.measure_cues import ends_ahead

_CLAUSE = 300

_ON_WHAT = re.compile(
    r"\b(?:vot\w+|ballots?|motion|bill|resolution|parliament|law|amendment|council(?:lors)?|senat\w+|house|"
    r"congress|"
    r"assembly|lawmakers|MPs|deputies|measure|treaty|budget|House|abstain\w*)\b",
    re.IGNORECASE,
)
_SIDES = re.compile(
    r"\s*(?:votes? |members |in all |were |was |had )?(?:in favou?r|for(?=[,;.]| it| and)|no\b|yes\b|"
    r"against|abstain\w*|"
    r"abstention\w*|"
    r"(?:voting|voted)(?: (?:no|yes|for|against))?|oppos(?:ed|ing)|supporting|back(?:ed|ing))\b"
)
_VOTERS = re.compile(
    r"(?:\w+ )?(?:Democrats|Republicans|Conservatives|Tories|Socialists|Liberals|independents?|peers|"
    r"deputies|MPs|lawmakers|senators|members|councillors|legislators|"
    r"delegates)\b"
)
_PASSED_BY = re.compile(
    r"\b(?:backed|passed|approved|rejected|carried|defeated|adopted|threw out|failed|voted)\b[^.;]*\bby "
    r"(?:[\w-]+ (?:votes )?to )?$"
)


_AGAINST = re.compile(r"\s*(?:[-–—‑]|to|against)\s*(?:just |only )?")
_DECIDED = re.compile(
    r"\b(?:vot(?:e|es|ed)|pass(?:ed|es)?|approv\w+|reject\w+|carried|defeat\w+|adopt\w+|backed|fail(?:ed|s)|"
    r"clear(?:ed|s)|confirm(?:ed|s)|threw out|by|split|bill|motion|amendment|budget|deal|law|resolution|"
    r"measure|"
    r"it|ruled|decided) $|"
    r"\b(?:voted|passed|approved|rejected|carried|defeated|adopted|backed|failed|cleared|confirmed|threw out|"
    r"split)\b(?:[^.;:]*(?:,| by| on a vote of)|(?: \S+){1,5}) $",
    re.IGNORECASE,
)
_SPLITS = re.compile(
    r"\b(?:senat\w+|court|justices|judges|lords|commons|committee|split|cabinet|delegates)\b", re.IGNORECASE
)


def is_of_votes(text: str, quantities: Sequence[Quantity], which: int, counted: Span | None) -> bool:
    """Say whether votes are counted: "45 in favour", "passed by 19 to twelve", "12 deputies abstained"."""
    quantity = quantities[which]
    if quantity.dimension is not Dimension.COUNT:
        return False
    if counted is None and (_is_side(text, quantities, which) or _is_side(text, quantities, which - 1)):
        return True
    if counted is None and ends_ahead(_PASSED_BY, text, quantity, _CLAUSE):
        return True
    if counted is not None and not _VOTERS.match(counted.text):
        return False
    end = counted.end if counted is not None else quantity.span.end
    return _SIDES.match(text, end) is not None and _ON_WHAT.search(text) is not None


def _is_side(text: str, quantities: Sequence[Quantity], which: int) -> bool:
    """Say whether this figure and the next are the sides of a vote: "passed the bill 52 to 48", "310-98"."""
    if which < 0 or which + 1 >= len(quantities):
        return False
    mine, other = quantities[which], quantities[which + 1]
    if mine.dimension is not other.dimension or mine.unit != other.unit:
        return False
    is_pair = _AGAINST.fullmatch(text[mine.span.end : other.span.start]) is not None
    is_told = _ON_WHAT.search(text) or _SPLITS.search(text)
    return is_pair and is_told is not None and ends_ahead(_DECIDED, text, mine) is not None

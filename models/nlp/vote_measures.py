"""Whether a figure is one side of a vote."""

import re

from models.domain.claim import Quantity, Span
from models.domain.vocabulary import Dimension
from models.nlp.measure_cues import ends_ahead

_CLAUSE = 300

_ON_WHAT = re.compile(
    r"\b(?:vot\w+|ballots?|motion|bill|resolution|parliament|law|amendment|council(?:lors)?|senat\w+|house|"
    r"congress|"
    r"assembly|lawmakers|MPs|deputies|measure|treaty|budget|abstain\w*)\b",
    re.IGNORECASE,
)
_SIDES = re.compile(
    r"\s*(?:votes? |members |in all |were |was |had )?(?:in favou?r|for(?=[,;.]| it)|against|abstain\w*|"
    r"abstention\w*|"
    r"voting|voted|opposed|backed)\b"
)
_VOTERS = re.compile(
    r"(?:\w+ )?(?:deputies|MPs|lawmakers|senators|members|councillors|legislators|"
    r"delegates)\b"
)
_PASSED_BY = re.compile(
    r"\b(?:backed|passed|approved|rejected|carried|defeated|adopted|threw out|failed|voted)\b[^.;]*\bby "
    r"(?:[\w-]+ (?:votes )?to )?$"
)


def is_of_votes(text: str, quantity: Quantity, counted: Span | None) -> bool:
    """Say whether votes are counted: "45 in favour", "passed by 19 to twelve", "12 deputies abstained"."""
    if quantity.dimension is not Dimension.COUNT:
        return False
    if counted is None and ends_ahead(_PASSED_BY, text, quantity, _CLAUSE):
        return True
    if counted is not None and not _VOTERS.match(counted.text):
        return False
    end = counted.end if counted is not None else quantity.span.end
    return _SIDES.match(text, end) is not None and _ON_WHAT.search(text) is not None

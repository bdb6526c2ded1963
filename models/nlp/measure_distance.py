"""How far a word stands from the figure that it may speak of: words, clauses and other figures between."""

import re
from collections.abc import Sequence

from models.domain.claim import Quantity
from models.nlp.measure_cues import AUXILIARY, LABEL, Cue, Slot

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
_CLAUSE_END = frozenset(',;:—–()"“”')
_NEW_CLAUSE = frozenset(["and", "but", "while", "as", "whereas", "including"])
# "Twenty people, among them nine children, died": what stands between commas is passed over.
_INSERTED = re.compile(
    r", (?:aged \d[\d, and]{1,40}|(?:among them|including|mostly|mainly|aged|all|both|women and children|"
    r"most|nearly all|"
    r"(?:\S+ ){1,3}of (?:them|whom))\b[^,;.]{1,80}|"
    r"(?:some|or|about|around|nearly|more than) [\d,.]+(?: \w+)?),"
)
# "78 soldiers held by villagers for three days | had been let go": who is meant, then what is said of them.
_WHICH_ONES = re.compile(
    r"\s(?:\w+(?:ed|en)|held|caught|lost|left|hurt)\s(?:by|in|on|at|from|since|during|near|for|after|under)\s"
    r"[^,;:.()]{1,80}?(?=\s(?:have|has|had|are|is|were|was)\s(?:(?:been|since|now|all|still)\s)*\w+)"
)
_VERBS = re.compile(r"\b(?:said|says|put|told|left|took|made|fell|rose|\w{3,}ed)\b")
_WITH = re.compile(r"\bwith\s*$")
_NEW_SUBJECT = re.compile(r"\b(?:as|while|when|after|because|before|if|where)\s+\S+\s", re.IGNORECASE)
_CONTRAST = re.compile(r"(?:,? (?:while|whereas|but)|;)\s", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|and|or)\s*(?:an |the )?")


def distance(text: str, quantities: Sequence[Quantity], which: int, cue: Cue) -> float:
    """Return the words between, dearer across a clause or another quantity, cheaper behind the quantity."""
    span = quantities[which].span
    is_within = span.start <= cue.start and cue.end <= span.end
    if is_within or (cue.start < span.start and span.end < cue.end):
        return 0.0
    after = cue.start >= span.end
    low, high = (span.end, cue.start) if after else (cue.end, span.start)
    cost = (5.0 if _is_of_which_ones(text, quantities[which], cue) else 0.0) if after else 1.5
    if not after and LABEL.match(text[low:high]):
        return 0.2
    inserted = _inserted_between(text, quantities[which], low, cue) if after else None
    between = text[low : inserted.start()] + text[inserted.end() : high] if inserted else text[low:high]
    if inserted:
        quantities = [q for q in quantities if not inserted.start() <= q.span.start < inserted.end()]
    crossed = [q for q in quantities if low <= q.span.start < high and not _is_amount(q)]
    listed = text[low : crossed[-1].span.start] if crossed and not inserted else between
    is_list = after and not (AUXILIARY.search(listed) or _VERBS.search(listed) or _WITH.search(listed))
    mine = quantities[which].counted if not inserted else None
    if mine and len(crossed) == 1 and _AND.fullmatch(text[mine.end : crossed[0].span.start]):
        last = crossed[0].counted or crossed[0].span  # "18 soldiers and four civilians | were killed"
        between = text[min(last.end, high) : high]
    words = _WORD.findall(between)
    for number, word in enumerate(words):
        if word in _CLAUSE_END:
            cost += 1 if is_list and word == "," else 4
        elif word.lower() in _NEW_CLAUSE and not (word == "as" and number == len(words) - 1):
            cost += 1 if is_list else 3
        else:
            cost += 1
    if after and crossed and _CONTRAST.search(text[low : crossed[0].span.start]):
        cost += 8  # "rose to 2,460, while 31 patients died"
    if after and cue.slot is Slot.SUBJECT and _NEW_SUBJECT.search(between):
        cost += 5  # "deaths top 300 as the minister flees"
    return cost + (1 if is_list else 5) * len(crossed)


def _is_of_which_ones(text: str, quantity: Quantity, cue: Cue) -> bool:
    """Say whether the word tells which ones are meant: "soldiers | held by villagers … had been let go"."""
    here = quantity.counted.end if quantity.counted else quantity.span.end
    clause = _WHICH_ONES.match(text, here)
    return clause is not None and cue.start < clause.end()


def _inserted_between(text: str, quantity: Quantity, low: int, cue: Cue) -> re.Match[str] | None:
    """Return what stands between the figure and the word that is not said of it."""
    if found := _INSERTED.search(text, low, cue.start):
        return found
    clause = _WHICH_ONES.match(text, quantity.counted.end) if quantity.counted else None
    return clause if clause is not None and clause.end() <= cue.start else None


def _is_amount(quantity: Quantity) -> bool:
    """Say whether the figure is how much another moved: "deaths were down | a third | to 412"."""
    change = quantity.change
    return quantity.unit == "factor" or (change is not None and change.by_value == quantity.best)

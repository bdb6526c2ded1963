"""Which measure the words beside a number name, for documents that no model reads."""

import re
from functools import lru_cache

from models.domain.claim import Span

#: Whole words and beginnings of words (with *) by which a document names a measure.
CUES = {
    "killed": "kill* dead death* die dies died dying perish* fatal* toll bodies corpses slain murdered lives "
    "drowned",
    "injured": "injur* wound* hurt hospitalised hospitalized",
    "casualties": "casualt* victim*",
    "missing": "missing unaccounted trapped disappeared",
    "detained": "arrest* detain* detention imprison* jailed custody prisoner* captured hostage* kidnap* "
    "abduct*",
    "evacuated": "evacuat* airlifted sheltered shelters relocated",
    "returned": "return* repatriat*",
    "refugees": "refugee* asylum crossed abroad border migrants",
    "displaced": "displac* idps homeless uprooted fled flee fleeing",
    "affected": "affect* stranded marooned need",
    "cases": "case cases infect* infections tested diagnosed",
    "votes": "vote* ballot* seats voters",
    "buildings_destroyed": "destroy* destruction collaps* demolish* razed burned burnt flattened",
    "buildings_damaged": "damag* flooded inundated submerged uninhabitable",
    "troops": "troop* soldier* servicemen personnel fighters militants marines recruits",
    "weapons": "missile* rocket* gun guns rifle* bomb bombs shells weapon* drone* warhead* mines",
    "vehicles": "tank tanks vehicle* aircraft plane* jet jets helicopter* ship ships boat* truck* car cars "
    "bus buses",
    "units": "battalion* brigade* division* regiment* squadron*",
}
#: A soldier who died is one killed: what happened counts before who it happened to.
NOUNS = frozenset({"troops", "weapons", "vehicles", "units"})
_WORD = re.compile(r"[^\W\d_]+")
_MEASURE_OF: dict[str, str] = {}
_BEGINNINGS: list[tuple[str, str]] = []
for _measure, _words in CUES.items():
    for _one in _words.split():
        if _one.endswith("*"):
            _BEGINNINGS.append((_one[:-1], _measure))
        else:
            _MEASURE_OF[_one] = _measure
#: A comma or "and" parts one count from the next: "17 killed, 40 missing".
_PARTING = re.compile(r"[,;:]|\b(?:and|but|while)\b")
_FARTHEST = 140


def cue_measure(sentence: str, number: Span) -> str | None:
    """Return the measure whose word stands nearest to *number* (a span of the sentence); None without one."""
    begin = max(0, number.start - _FARTHEST)
    best: tuple[int, str] | None = None
    for found in _WORD.finditer(sentence, begin, min(len(sentence), number.end + _FARTHEST)):
        measure = measure_word(found.group().lower())
        if measure is None:
            continue
        cost = _distance(sentence, number, found.start(), found.end()) + (60 if measure in NOUNS else 0)
        if best is None or cost < best[0]:
            best = (cost, measure)
    return best[1] if best else None


@lru_cache(maxsize=8192)
def measure_word(word: str) -> str | None:
    """Return the measure that one lower-case word names."""
    if word in _MEASURE_OF:
        return _MEASURE_OF[word]
    return next((measure for start, measure in _BEGINNINGS if word.startswith(start)), None)


def _distance(sentence: str, number: Span, start: int, end: int) -> int:
    """Return how many characters are between, words before the number and behind a comma counting more."""
    is_before = end <= number.start
    between = sentence[end : number.start] if is_before else sentence[number.end : start]
    lines = between.count("\n") * (5 if is_before else 40)  # in a table the label comes first
    return len(between) + 25 * len(_PARTING.findall(between)) + (10 if is_before else 0) + lines

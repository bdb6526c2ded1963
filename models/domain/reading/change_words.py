"""Which words say that a figure rose or fell, and by what factor."""

from decimal import Decimal

from models.domain.reading.tokens import Tokens
from models.domain.reading.word_lists import words_of

_UP = words_of(
    """
    rise rises rose risen rising increase increases increased increasing climb climbs climbed climbing
    jump jumps jumped jumping grow grows grew grown growing surge surges surged surging soar soars soared
    soaring swell swells swelled swollen swelling raise raises raised raising gain gains gained gaining
    expand expands expanded expanding boost boosts boosted boosting skyrocket skyrocketed spike spikes
    spiked spiking mount mounted mounting up higher upgraded revised accelerated widen widens widened
    widening accelerate quickened hike hiked hikes hiking leap leapt leaped upped rocketed rally rallied
    advance advanced strengthened reinforced bolstered
    """
)
_DOWN = words_of(
    """
    fall falls fell fallen falling drop drops dropped dropping decline declines declined declining
    decrease decreases decreased decreasing shrink shrinks shrank shrunk shrinking plunge plunges plunged
    plunging tumble tumbles tumbled tumbling slump slumps slumped slumping dip dips dipped dipping slip
    slips slipped slipping slide slid sliding cut cuts cutting reduce reduces reduced reducing reduction
    lower lowers lowered lowering down sink sank sunk sinking contract contracts contracted contracting
    contraction plummet plummets plummeted plummeting ease eased easing trim trimmed slash slashed halve
    loss dwindled dwindle shed downgraded slowed narrowed lost collapse collapsed weakened narrowing
    """
)
DIRECTIONS: dict[str, str] = dict.fromkeys(_UP, "up") | dict.fromkeys(_DOWN, "down")
FACTORS: dict[str, tuple[str, Decimal]] = {
    **dict.fromkeys(("double", "doubled", "doubles", "doubling"), ("up", Decimal(2))),
    **dict.fromkeys(
        ("triple", "tripled", "triples", "tripling", "treble", "trebled", "trebling"), ("up", Decimal(3))
    ),
    **dict.fromkeys(("quadruple", "quadrupled", "quadrupling"), ("up", Decimal(4))),
    **dict.fromkeys(("quintupled", "quintuple"), ("up", Decimal(5))),
    **dict.fromkeys(("halved", "halve", "halves", "halving"), ("down", Decimal(2))),
}
FOLDS: dict[str, int] = {
    "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8,
    "ninefold": 9, "tenfold": 10, "twentyfold": 20, "hundredfold": 100, "thousandfold": 1000,
}  # fmt: skip
# Words that may stand between a change word and its number.
_BETWEEN = words_of(
    """
    peak high low estimate previous average initial forecast level estimated earlier to from by sharply
    slightly steadily again further rapidly almost nearly more than a an the about dramatically
    significantly its their his it been back as only just even quickly then steeply modestly of in and ' %
    total number since year on month week day last this yesterday overnight monday tuesday wednesday
    thursday friday saturday sunday toll death price prices rate rates record whopping another at least
    around some roughly up down over too well now still marginally markedly considerably fractionally
    annually
    """
)


def is_change_near(tokens: Tokens, before: int) -> bool:
    """Say whether a change word stands shortly before token *before*, with only small words between."""
    return change_before(tokens, before) is not None


def change_before(tokens: Tokens, before: int, floor: int = 0) -> int | None:
    """Return the token of the change word shortly before token *before*, not before *floor*, or None."""
    at = before - 1
    while at >= max(floor, before - 8, 0):
        word = tokens.words[at]
        if word in DIRECTIONS or word in FACTORS:
            return at
        is_comma = word == "," and tokens.words[at + 1] in ("from", "to")  # "doubled, from 10 to 20"
        if word not in _BETWEEN and not is_comma:
            return None
        at -= 1
    return None


# Verbs that say no direction: the two values do ("drifted from -5 to 3").
NEUTRAL = words_of("drifted moved went goes changed swung shifted passed moves go gone")


def change_across(tokens: Tokens, before: int, floor: int) -> int | None:
    """Return a change word up to eight words before the "by", "to" or "from" before token *before*.

    "cut its growth forecast by half a point": looser than change_before, for bare numbers.
    """
    at = before - 1
    if tokens.words[at] not in ("by", "to", "from"):
        return None
    for near in range(at - 1, max(at - 9, floor - 1, -1), -1):
        word = tokens.words[near]
        if word in DIRECTIONS or word in FACTORS:
            return near
        if not word.isalpha() or word in (
            "and",
            "but",
            "that",
            "who",
            "which",
            "said",
            "after",
            "as",
            "when",
            "off",
            "in",
        ):
            return None
    return None

"""Which words beside a number open or round it: "more than", "up to", "some", "or fewer", "-plus"."""

from models.domain.reading.function_words import PREPOSITIONS
from models.domain.reading.mention import Mention
from models.domain.reading.nouns import is_plural_noun
from models.domain.reading.number_words import NUMBER_WORDS
from models.domain.reading.tokens import Tokens
from models.domain.reading.unit_words import TIME_UNITS
from models.domain.reading.word_lists import words_of
from models.domain.vocabulary import Bound

_BEFORE: dict[Bound, str] = {
    Bound.ABOUT: """
        about | some | around | roughly | approximately | approx | approx . | circa | ca | ca . | c .
        | an estimated | estimated | estimated at | estimated to be | ~ | ≈ | nearly | almost | close
        to | nearing | approaching | virtually | practically | in the region of | in the order of | on
        the order of | of the order of | in the neighbourhood of | in the neighborhood of | in the
        vicinity of | somewhere around | something like | barely | an approximate | an average of
        about | estimates of | an estimate of | the estimated | roughly about | very nearly | very
        close to | just about | somewhere near | well nigh | an estimated total of | well-nigh | a
        rough | an approximated | reportedly some | give or take
    """,
    Bound.AT_LEAST: """
        at least | at the very least | at the least | no fewer than | no less than | not less than |
        not fewer than | no lower than | as few as | as little as | a minimum of | minimum of |
        minimum | min . | ≥ | > = | greater than or equal to | more than or equal to | larger than or
        equal to | higher than or equal to | equal to or more than | no smaller than | a minimum | upward from
    """,
    Bound.MORE_THAN: """
        more than | over | upwards of | upward of | in excess of | exceeding | exceeded | exceeds |
        exceed | above | beyond | greater than | higher than | larger than | bigger than | north of |
        well over | just over | far more than | well above | just above | slightly over | slightly
        more than | a little over | a little more than | just more than | many more than | much more
        than | significantly more than | considerably more than | well in excess of | easily more than
        | longer than | older than | surpassed | surpassing | surpass | surpasses | topped | topping |
        > | not just | comfortably over | somewhat more than | some way over | better than | well
        beyond | heavier than | taller than | a bit more than | a bit over | substantially more than |
        far in excess of | little more than
    """,
    Bound.AT_MOST: """
        up to | as many as | as much as | as high as | as long as | as far as | no more than | not
        more than | no greater than | no higher than | no larger than | at most | at the most | at the
        very most | a maximum of | maximum of | maximum | max . | a maximum | ≤ | < = | no longer than
        | not exceeding | capped at | not over | up to as many as | anything up to | up to a maximum
        of | no older than | not to exceed | less than or equal to | fewer than or equal to | smaller
        than or equal to | lower than or equal to | equal to or less than | no bigger than | as large as
    """,
    Bound.LESS_THAN: """
        fewer than | less than | under | just under | below | just below | lower than | smaller than |
        well under | well below | slightly less than | slightly fewer than | slightly under | a little
        under | a little less than | far fewer than | far less than | much less than | short of | just
        short of | shy of | just shy of | south of | < | fractionally under | considerably less than |
        significantly fewer than | significantly less than | substantially fewer than | a bit less
        than | a bit under | younger than | shorter than | many fewer than | a fraction under |
        somewhat less than | fractionally below
    """,
}  # fmt: skip
_EXACT_WORDS = frozenset(["exactly", "precisely"])
_BEHIND: dict[Bound, str] = {
    Bound.ABOUT: """
        or so | - odd | odd | or thereabouts | give or take | - something | - ish | or thereabout
    """,
    Bound.AT_LEAST: """
        or more | or over | or above | or higher | or greater | or older | or longer | or upwards |
        and more | and above | and over | and older | and up | and upwards | at least | at the very
        least | at a minimum | minimum | or better
    """,
    Bound.MORE_THAN: """
        - plus | plus | +
    """,
    Bound.AT_MOST: """
        or fewer | or less | or under | or below | or younger | or lower | at most | at the most | at
        the very most | maximum | max | tops | or shorter | and under | and below | and younger
    """,
}  # fmt: skip

Phrase = tuple[tuple[str, ...], Bound]


def _index(table: dict[Bound, str], key: int) -> dict[str, list[Phrase]]:
    """Group phrases by their first (0) or last (-1) word, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for bound, phrases in table.items():
        for phrase in phrases.split("|"):
            words = tuple(phrase.split())
            found.setdefault(words[key], []).append((words, bound))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


_BY_LAST = _index(_BEFORE, -1)
_BY_FIRST = _index(_BEHIND, 0)
# "over two days" is "during"; after one of these it is "more than".
_OVER_IS_MORE = words_of(
    """
    for lasted lasting last lasts just well after took takes taken spent served been is was of waited
    little slightly aged age every with in sentenced jailed running
    """
)  # fmt: skip
_MOVED_UP = words_of(
    """
    went goes rose rises shot moved moves now climbed climbs gone going go back jumped jumps ticked edged
    inched catch
    """
)
_MOVED = frozenset(["move", "moved", "moves", "moving"])
# "Hand over €1.5bn": the little word belongs to the verb.
_HANDED = words_of("hand handed hands handing sign signed signing turned turning")
# "Spread over 23 sites": where, not how many.
_SPREAD = words_of("spread spreads scattered strewn dispersed distributed")
_FORECASTING = words_of(
    "beat beating beats missed missing above below topped topping analyst analysts consensus"
)
_EVENTS_DURING = frozenset(
    [
        "sessions",
        "stages",
        "laps",
        "legs",
        "games",
        "matches",
        "rounds",
        "episodes",
        "innings",
        "seasons",
        "meetings",
    ]
)
_NO_ODD_AFTER = frozenset(["number", "numbers", "man", "one", "couple", "jobs", "job"])


def take_bounds(tokens: Tokens, mention: Mention, floor: int) -> None:
    """Widen *mention* by the bounding words on both sides; none before token *floor* is another's."""
    _take_before(tokens, mention, floor)
    _take_behind(tokens, mention)


def _take_before(tokens: Tokens, mention: Mention, floor: int) -> None:
    if tokens.words[mention.first - 1] in _EXACT_WORDS and mention.first > floor:
        mention.because("bound", "exact", tokens.words[mention.first - 1])
        mention.take(mention.first - 1, mention.last)
        return
    for _ in range(3):  # "up to an estimated 20" has two, nobody writes four
        found = _phrase_before(tokens, mention, floor)
        if found is None:
            return
        words, bound = found
        first = mention.first - len(words)
        mention.take(first, mention.last)
        _apply(mention, bound, " ".join(words))


def _phrase_before(tokens: Tokens, mention: Mention, floor: int) -> Phrase | None:
    at = mention.first
    if tokens.raw[at - 1] == "~" and tokens.is_numeral(at - 2) and tokens.touch(at - 2):
        return None  # "20~40" is a range
    if at <= 0 or tokens.words[at - 1] not in _BY_LAST:
        return None
    for words, bound in _BY_LAST[tokens.words[at - 1]]:
        first = at - len(words)
        if first >= floor and tuple(tokens.words[first:at]) == words:
            return (words, bound) if _is_bound(tokens, mention, first, words) else None
    return None


def _is_bound(tokens: Tokens, mention: Mention, first: int, words: tuple[str, ...]) -> bool:
    """Say whether the words bound the number here; "over two days" and "went up to 21" say something else."""
    before = tokens.words[first - 1]
    match words:
        case ("over",):
            is_race = tokens.words[mention.core + 1] == "m" and mention.unit == "metre"
            during = (
                is_race or _is_during(tokens, mention, before) or tokens.words[mention.last] in _EVENTS_DURING
            )
            return not (during or before in _HANDED or before in _SPREAD)
        case ("up", "to"):
            return not _is_moved_up(tokens, mention, before)
        case ("c", "."):
            return tokens.touch(first)
        case ("minimum",) | ("maximum",) | ("beyond",) | ("a", "minimum") | ("a", "maximum"):
            return before not in ("the", "its") or words[0] == "beyond"
        case ("topped",) | ("some",):
            return before not in ("and", "in") or words == ("some",)
        case ("estimated",):
            return True
        case ("estimates", "of"):
            return before not in _FORECASTING
        case ("under",) | ("below",) | ("above",):
            return not mention.is_vague
    return True


def _is_moved_up(tokens: Tokens, mention: Mention, before: str) -> bool:
    """Say whether "up to" tells where something rose to; "moved up to 400 families" bounds their number."""
    if before in ("is", "are"):
        return _has_from(tokens, mention.last)
    is_of_people = before in _MOVED and is_plural_noun(tokens.words[mention.last])
    return before in _MOVED_UP and not is_of_people


def _is_during(tokens: Tokens, mention: Mention, before: str) -> bool:
    if mention.unit not in TIME_UNITS or before in _OVER_IS_MORE:
        return False
    return (
        tokens.words[mention.last] not in ("ago", "old", "earlier", "later")
        and "-" not in tokens.words[mention.core : mention.last]
    )


def _has_from(tokens: Tokens, at: int) -> bool:
    return any(
        tokens.words[near] == "from" and tokens.is_numeral(near + 1)
        for near in range(at, min(at + 3, tokens.count))
    )


def _take_behind(tokens: Tokens, mention: Mention) -> None:
    at = mention.last
    for words, bound in _BY_FIRST.get(tokens.words[at], ()):
        last = at + len(words)
        if tuple(tokens.words[at:last]) != words or not _is_bound_behind(tokens, at, last, words):
            continue
        mention.take(mention.first, last)
        _apply(mention, bound, " ".join(words).replace("- ", "-"))
        return


def take_bound_behind_noun(tokens: Tokens, mention: Mention) -> None:
    """Read "66 people or more", "60 guests at most": the span takes in what is counted."""
    if mention.counted is None or mention.bound is not Bound.EXACT:
        return
    at = mention.counted[1]
    for words, bound in _BY_FIRST.get(tokens.words[at], ()):
        last = at + len(words)
        if (
            words[0] in ("or", "at")
            and tuple(tokens.words[at:last]) == words
            and _is_bound_behind(tokens, at, last, words)
        ):
            mention.take(mention.first, last)
            _apply(mention, bound, " ".join(words))
            return


def _is_bound_behind(tokens: Tokens, at: int, last: int, words: tuple[str, ...]) -> bool:
    after = tokens.words[last]
    if words == ("and", "more"):
        return after in (",", ".", ";", "") or after in PREPOSITIONS - {"than", "of"}
    if words[0] == "and" and (tokens.is_numeral(last) or after in NUMBER_WORDS):
        return False  # "above 900 and below 1,400"
    if words[0] in ("-", "+"):
        return tokens.touch(at - 1)
    if words == ("plus",):
        return not (tokens.is_numeral(last) or after in ("a", "an", "the", "one", "two", "three"))
    if words in (("max",), ("maximum",), ("minimum",)) and tokens.is_capitalised(at):
        return False
    if words == ("odd",):
        return after not in _NO_ODD_AFTER and after.isalpha()
    if words in (("at", "least"), ("at", "most"), ("minimum",), ("maximum",), ("max",)):
        return not tokens.is_numeral(last) and after not in (
            "one",
            "two",
            "three",
            "a",
            "of",
            "security",
            "some",
        )
    return True


def _apply(mention: Mention, bound: Bound, words: str) -> None:
    """Let the words bound the mention; "at least about 20" stays at least, a range stays a range."""
    if bound is Bound.ABOUT:
        mention.is_rounded = True
    if mention.bound in (Bound.EXACT, Bound.ABOUT):
        mention.bound = bound
    mention.because("bound", bound.value, words)

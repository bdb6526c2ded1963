"""Where a sentence states a zero that a desk would check: "no casualties", "nobody was hurt"."""

from decimal import Decimal

from models.domain.reading.mention import Mention
from models.domain.reading.nouns import is_person_noun
from models.domain.reading.tokens import Tokens
from models.domain.reading.word_lists import words_of

_COUNTED = words_of(
    """
    casualty casualties injury injuries death deaths fatality fatalities victim victims case cases
    survivor survivors arrest arrests infection infections wounded dead hostages people civilians soldiers
    troops passengers children losses incidents complaints refugees abductions kidnappings deportations
    prisoners detainees hospitalisations hospitalizations transmissions recoveries outbreaks executions
    """
)
_BETWEEN = words_of(
    """
    further new additional other immediate civilian military serious confirmed human local reported known
    major american russian ukrainian israeli palestinian british french syrian coalition single
    significant more community fresh such police active suspected german chinese imported british-born
    enemy
    """
)
_HARM = words_of(
    """
    killed hurt injured wounded harmed died dead arrested missing detained displaced evacuated infected
    hospitalised hospitalized dies perished survived charged drowned affected kidnapped trapped
    """
)
_AUXILIARY = words_of(
    """
    was were is are has have had been being be else immediately reported seriously badly believed to
    thought reportedly in the of them on board aboard inside yet so far also who
    """
)


def read_zero(tokens: Tokens, at: int) -> Mention | None:
    """Return the zero stated by the word at token *at*, or None for every other "no"."""
    words = tokens.words
    match words[at]:
        case "no":
            return _read_no(tokens, at)
        case "none":
            return _zero(tokens, at, at + 1) if _is_none_a_count(tokens, at) else None
        case "nobody" | "noone":
            is_told = _is_harm_said(tokens, at + 1) or _is_harm_done(tokens, at)
            return _zero(tokens, at, at + 1) if is_told else None
        case "not":
            is_none = words[at + 1 : at + 4] in (["one", "of", "the"], ["one", "of", "them"])
            if is_none or words[at + 1 : at + 4] == ["a", "single", "one"]:
                return _zero(tokens, at, at + (2 if is_none else 4))
            is_one = words[at + 1] == "one" or words[at + 1 : at + 3] == ["a", "single"]
            last = at + (2 if words[at + 1] == "one" else 3)
            return _zero(tokens, at, last) if is_one and words[last] in _SINGULAR else None
    return None


_SINGULAR = _COUNTED | words_of(
    """
    person soldier civilian vote life shot house hostage home building missile passenger child tank
    """
)  # fmt: skip


def _read_no(tokens: Tokens, at: int) -> Mention | None:
    words = tokens.words
    one = at + 2 if words[at + 1] == "-" else at + 1
    if words[one] == "one":
        is_told = _is_harm_said(tokens, one + 1) or _is_harm_done(tokens, at)
        return _zero(tokens, at, one + 1) if is_told else None
    noun = at + 1
    while noun < at + 4 and (
        words[noun] in _BETWEEN or words[noun].endswith(("al", "an", "ed", "ish", "ian", "ese"))
    ):
        if words[noun] in _COUNTED:
            break
        noun += 1
    word = words[noun]
    is_thing = word in _COUNTED or word in _THINGS or (word.endswith(("s", "en")) and is_person_noun(word))
    is_one = (word in _SINGULAR or word.removesuffix("s") + "s" in _THINGS) and words[noun + 1] in (
        "was",
        "is",
        "has",
        "had",
    )
    return _zero(tokens, at, at + 1) if (is_thing and word not in _NO_SPEAKERS) or is_one else None


_NO_SPEAKERS = frozenset(["officials", "members", "leaders", "others", "parties", "experts", "lives"])
_THINGS = words_of(
    """
    trucks lorries vehicles cars tanks aircraft planes jets helicopters ships vessels boats weapons
    missiles rockets drones bombs shells mines bridges houses homes buildings schools hospitals clinics
    seats votes abstentions flights trains buses ballots bids offers shots bullets explosives warheads
    launches tests attacks strikes incidents accidents crashes clashes explosions blasts fires earthquakes
    aftershocks raids airstrikes sorties outages delays cancellations closures evacuations jobs layoffs
    redundancies cuts goals medals wins families households villages settlements camps shelters tents beds
    ventilators doses vaccines samples shipments exports imports convoys
    """
)


_PUT = words_of("put puts number toll figure count stands stood")


def _is_none_a_count(tokens: Tokens, at: int) -> bool:
    """Say whether "none" counts: "none of the 12", "of seven bids, none met", "none were killed"."""
    after = tokens.words[at + 1]
    if tokens.words[at - 1] == "at" and not after[:1].isalpha():
        return not _PUT.isdisjoint(tokens.words[max(at - 6, 0) : at - 1])  # "put the number at none"
    if after == "of":
        return tokens.words[at + 2] not in ("this", "that", "it", "which", "your", "my")
    is_part = (
        "of" in tokens.words[max(at - 8, 0) : at]
        and after.isalpha()
        and after not in ("the", "other", "too", "but")
    )
    return is_part or _is_harm_said(tokens, at + 1)


def _is_harm_said(tokens: Tokens, at: int) -> bool:
    """Say whether the verb behind "nobody" is one of harm ("was hurt", "has been reported killed")."""
    stop = at + 7
    while at < stop and tokens.words[at] in _AUXILIARY:
        at += 1
    return tokens.words[at] in _HARM


def _is_harm_done(tokens: Tokens, at: int) -> bool:
    """Say whether the verb ahead is one of harm: "killed no one", "injuring nobody"."""
    return at > 0 and tokens.words[at - 1] in _HARMING


_HARMING = words_of(
    "killed killing injured injuring wounded wounding hurt hurting arrested detained displaced"
)


def _zero(tokens: Tokens, first: int, last: int) -> Mention:
    found = Mention(first, last, Decimal(0), Decimal(1), "zero", is_zero=True)
    found.because("number", "zero", tokens.joined(first, last))
    return found

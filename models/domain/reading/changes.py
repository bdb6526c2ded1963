"""Which figures rose or fell, from what and by how much: "rose to 21 from 17", "up 40% to 3 million"."""

from dataclasses import replace
from decimal import Decimal

from models.domain.claim import Change
from models.domain.reading.change_words import (
    DIRECTIONS,
    FACTORS,
    FOLDS,
    NEUTRAL,
    change_across,
    change_before,
)
from models.domain.reading.function_words import ARTICLES, AUXILIARIES, PREPOSITIONS
from models.domain.reading.mention import Mention
from models.domain.reading.tokens import Tokens
from models.domain.reading.word_lists import words_of
from models.domain.vocabulary import Dimension

_NOUNS = words_of(
    """
    increase rise jump surge growth gain hike decrease fall drop decline cut reduction slump plunge dip
    loss climb leap spike contraction slide slowdown expansion increases cuts reductions rises boost
    uplift
    """
)
_UP_NOUNS = words_of(
    """
    increase rise jump surge growth gain hike climb leap spike expansion increases rises boost uplift
    """
)


def link_changes(tokens: Tokens, mentions: list[Mention]) -> None:
    """Set ``change`` on every mention that reports a rise or fall, and link earlier values and amounts."""
    for index, mention in enumerate(mentions):
        if mention.unit == "factor":
            direction = _direction_near(tokens, mention)
            if not direction:
                continue
            _set_amount(mention, direction, "fold")
            continue
        floor = mentions[index - 1].last if index else 0
        _link(tokens, mentions, index, floor)


def _direction_near(tokens: Tokens, mention: Mention) -> str:
    nearby = tokens.words[max(mention.first - 1, 0) : mention.last + 2]
    near = [DIRECTIONS[word] for word in nearby if word in DIRECTIONS]
    if near:
        return near[0]
    return "up" if tokens.words[mention.first] in FOLDS or "fold" in tokens.words[mention.last - 1] else ""


def _link(tokens: Tokens, mentions: list[Mention], index: int, floor: int) -> None:
    mention = mentions[index]
    verb = change_before(tokens, mention.first, floor)
    if verb is None and (mention.counted is None or mention.dimension is not Dimension.COUNT):
        verb = change_across(tokens, mention.first, floor)
    if verb is None:
        _link_noun(tokens, mention) or _link_chain(tokens, mentions, index) or _link_drift(
            tokens, mentions, index
        )
        return
    link = _link_word(tokens, verb, mention)
    word = tokens.words[verb]
    direction, factor = FACTORS.get(word, (DIRECTIONS.get(word, "up"), None))
    code = f"{word} {link}".strip()
    if link == "from":
        _link_earlier(tokens, mentions, index, direction, word)
    elif link == "to":
        by = {"by_value": factor, "by_unit": "factor"} if factor else {}
        mention.change = Change(direction, **by)  # type: ignore[arg-type]
        mention.because("change", direction, code)
    elif (link == "by" and not _is_size(mention, word)) or (
        link == "" and _is_amount(tokens, mention, word, verb)
    ):
        _set_amount(mention, direction, code)
        _lend_amount(tokens, mentions, index)


def _is_size(mention: Mention, word: str) -> bool:
    """Say whether it is how large a thing is, not how much another moved: "a loss of €3m", "leap of 7 m"."""
    is_jump = word in ("leap", "jump") and mention.dimension is Dimension.LENGTH
    return is_jump or (word == "loss" and mention.is_money)


def _lend_amount(tokens: Tokens, mentions: list[Mention], index: int) -> None:
    """Give the amount of "fell to 28, down 4" to the level before it too."""
    if not index:
        return
    level, amount = mentions[index - 1], mentions[index]
    gap = tokens.words[level.last : amount.first]
    is_near = len(gap) < 6 and not {".", ";", "and"} & set(gap) and ("down" in gap or "up" in gap)
    if (
        is_near
        and level.change is not None
        and level.change.by_value is None
        and level.change.from_value is None
    ):
        assert amount.change is not None
        level.change = replace(level.change, by_value=amount.change.by_value, by_unit=amount.change.by_unit)


def _link_word(tokens: Tokens, verb: int, mention: Mention) -> str:
    """Return "to", "from", "by" or "" : what stands between the change word and its number."""
    between = tokens.words[verb + 1 : mention.first]
    if not between and tokens.words[mention.first] in ("below", "above", "under", "beyond"):
        return "to"  # "fell below $20" names the level, not the amount
    for word in reversed(between):
        if word in ("to", "from", "by"):
            return word
    if "of" in between and tokens.words[verb] in _NOUNS:
        return "by"
    return "" if len(between) < 3 and _LOOSE.isdisjoint(between) else "-"


_LOOSE = words_of(
    """
    in of on month year day week since then its their his and last
    """
)


def _is_amount(tokens: Tokens, mention: Mention, word: str, verb: int) -> bool:
    """Say whether "rose 3%", "up 40%" is an amount of change, and not something else ("cut 3 trees")."""
    if mention.dimension is Dimension.COUNT and mention.counted is not None and word not in ("up", "down"):
        return False
    if mention.dimension is Dimension.TIME and word not in ("up", "down"):
        return False
    if word == "loss" and mention.dimension is Dimension.MONEY:  # of a year's business
        return False
    if word in ("up", "down") and mention.dimension is not Dimension.SHARE:
        before = tokens.words[verb - 1] if verb else ""
        return not before.isalpha() or before in _STANDS
    if word in ("up", "down"):
        return tokens.words[verb - 1] not in _PHRASAL or not verb
    if mention.dimension is Dimension.SHARE:
        is_of = tokens.words[mention.last] == "of" and word in (
            "lost",
            "gained",
            "cut",
            "reduced",
            "raised",
            "shed",
        )
        return not is_of  # "lost 30 percent of the territory" is no fall by 30 percent
    return word in _INTRANSITIVE


_STANDS = words_of("is are was were now up closed ended finished trading traded")
_INTRANSITIVE = words_of(
    """
    rose fell climbed dropped jumped gained increased decreased declined grew tumbled plunged slipped
    dipped surged
    """
)
_PHRASAL = words_of(
    """
    make makes made making take took taken takes taking set sets put give gave given come came sum add
    adds added pick picked pass turn turned break broke back shut shot follow pay paid open opened use
    used eat write draw drew hand live bring brought grow grew buy bought hold held track catch show
    showed look sign signed speed wake split stand stood settle freed mop soak
    """
)


def _set_amount(mention: Mention, direction: str, words: str) -> None:
    if mention.is_vague or mention.is_range:
        mention.change = Change(direction)
    else:
        mention.change = Change(direction, by_value=mention.value, by_unit=mention.unit or "item")
    mention.because("change", direction, words)


def _link_noun(tokens: Tokens, mention: Mention) -> bool:
    """Read "a 3% increase", "a 200-person drop"."""
    at = mention.last + (tokens.words[mention.last] == "-")
    determined = tokens.words[mention.first - 1] in ARTICLES or at > mention.last
    for near in (at, at + 1):
        is_between = near == at or tokens.words[at].isalpha()
        is_amount = mention.dimension in (Dimension.SHARE, Dimension.MONEY) or (near == at and determined)
        if tokens.words[near] in _NOUNS and is_between and is_amount and _is_noun_here(tokens, near):
            _set_amount(mention, "up" if tokens.words[near] in _UP_NOUNS else "down", tokens.words[near])
            return True
    return False


def _is_noun_here(tokens: Tokens, at: int) -> bool:
    """Say whether "cut" or "rise" ends a phrase rather than taking an object ("140 km/h winds cut power")."""
    after = tokens.words[at + 1]
    ends = ("this", "last", "and", "that")
    return not after[:1].isalpha() or after in PREPOSITIONS or after in AUXILIARIES or after in ends


def _link_earlier(tokens: Tokens, mentions: list[Mention], index: int, direction: str, word: str) -> None:
    """Link "from 17 to 21" (21 changed), or "was 21, up from 17" (the number before changed)."""
    earlier = mentions[index]
    after = mentions[index + 1] if index + 1 < len(mentions) else None
    if after is not None and _gap_ends_in_to(tokens, earlier, after):
        if after.unit in ("", "item") and after.counted is None:  # "from eight points to three"
            after.unit, after.dimension = earlier.unit, earlier.dimension
        after.change = _from(earlier, direction)
        after.because("change", direction, f"{word} from to")
        _align(earlier, after)
        return
    now = (
        next(
            (level for level in mentions[max(index - 8, 0) : index][::-1] if _is_alike(level, earlier)), None
        )
        if index
        else None
    )
    if (
        now is not None
        and (now.change is None or _lacks_earlier(now.change, direction))
        and word in ("up", "down")
        and not _ends_clause(tokens, now, earlier)
    ):
        by = {} if now.change is None else {"by_value": now.change.by_value, "by_unit": now.change.by_unit}
        now.change = replace(_from(earlier, direction), **by)  # type: ignore[arg-type]
        now.because("change", direction, f"{word} from")
        _align(earlier, now)


def _lacks_earlier(change: Change, direction: str) -> bool:
    """Say whether a moved level is still without what it was: "risen to 61, up from 48"."""
    return change.from_value is None and change.by_unit != "factor" and change.direction == direction


def _ends_clause(tokens: Tokens, now: Mention, earlier: Mention) -> bool:
    return not {".", ";"}.isdisjoint(tokens.words[now.last : earlier.first])


def _gap_ends_in_to(tokens: Tokens, earlier: Mention, later: Mention) -> bool:
    gap = tokens.words[earlier.last : later.first]
    if len(gap) >= 10 or "to" not in gap or {".", ";"} & set(gap):
        return False
    return not any(gap[at] == "," and gap[at + 1] in ("and", "while", "but") for at in range(len(gap) - 1))


def _link_chain(tokens: Tokens, mentions: list[Mention], index: int) -> bool:
    """Link the number behind a linked one: "(rose to) 21 from 17", "(up) 40% to 3 million"."""
    if not index or mentions[index - 1].change is None:
        return False
    mention, before = mentions[index], mentions[index - 1]
    assert before.change is not None
    gap = tokens.words[before.last : mention.first]
    if len(gap) > 9 or {".", ";", "and", "but"} & set(gap):
        return False
    link = next((word for word in reversed(gap[-4:]) if word in ("from", "to", "against")), "")
    if link == "from" and before.change.from_value is None:
        return _link_from(mentions, index)
    if link == "to" and before.change.by_value is not None and mention.change is None:
        mention.change = replace(before.change)
        mention.because("change", before.change.direction, "by to")
        if mention.unit == "item" and mention.counted is None and before.dimension is Dimension.TIME:
            mention.unit, mention.dimension = before.unit, before.dimension  # "fell by 1.4 years to 76.1"
        return True
    return False


def _link_from(mentions: list[Mention], index: int) -> bool:
    earlier, now = mentions[index], mentions[index - 1]
    assert now.change is not None
    if not _is_alike(now, earlier) and not (now.change.by_value is not None and now.unit == "percent"):
        return False
    now.change = replace(now.change, from_value=_value(earlier), from_unit=earlier.unit or now.unit or "item")
    now.because("change", now.change.direction, "from")
    _align(earlier, now)
    return True


def _from(earlier: Mention, direction: str) -> Change:
    return Change(direction, from_value=_value(earlier), from_unit=earlier.unit or "item")


def _value(mention: Mention) -> Decimal | None:
    return None if mention.is_vague or mention.is_range else mention.value


def _is_alike(one: Mention, other: Mention) -> bool:
    if one.dimension is not other.dimension:
        return False
    return one.unit == other.unit or any(end.unit == "item" and end.counted is None for end in (one, other))


def _align(earlier: Mention, now: Mention) -> None:
    """Let both ends of a change count the same: the one that says its unit lends it to the other."""
    if earlier.dimension is not now.dimension:
        return
    unit = now.unit if now.unit not in ("", "item") else earlier.unit
    if unit and earlier.unit in ("", "item", unit) and now.unit in ("", "item", unit):
        earlier.unit = now.unit = unit
        if now.change is not None and now.change.from_value is not None:
            now.change = replace(now.change, from_unit=unit)


def _link_drift(tokens: Tokens, mentions: list[Mention], index: int) -> bool:
    """Read "drifted from -5 to 3": the values say the direction."""
    mention = mentions[index]
    words = tokens.words
    is_from = words[mention.first - 1] == "from" and mention.first > 1 and words[mention.first - 2] in NEUTRAL
    if not is_from or index + 1 == len(mentions):
        return False
    later = mentions[index + 1]
    if words[mention.last : later.first] != ["to"] or later.is_vague or mention.is_vague:
        return False
    direction = "up" if later.value > mention.value else "down"
    later.change = _from(mention, direction)
    later.because("change", direction, "from to")
    _align(mention, later)
    return True

"""Which fraction of a whole stands at a token: "a third", "two-thirds", "half a million", "1/4"."""

from decimal import Decimal

from models.domain.reading.exact import last_place, percent_of, tidy, times
from models.domain.reading.function_words import AUXILIARIES
from models.domain.reading.mention import Mention
from models.domain.reading.number_words import FRACTION_PARTS, ONES, SCALES
from models.domain.reading.tokens import Tokens
from models.domain.reading.word_lists import words_of

_HALF_AFTER_NOT = frozenset(
    ["time", "way", "brother", "sister", "past", "hearted", "marathon", "term", "light"]
)
_HALF_BEFORE_NOT = words_of(
    """
    first second latter other better top bottom northern southern eastern western lower upper in each
    either final opening my her his your their our back front early late - third fourth
    """
)
# "by a third", "nearly a quarter": without "of" behind it, "a third" needs such a word before it …
_PART_BEFORE = words_of(
    """
    by than least about around roughly nearly almost over up down to approximately cut fell rose dropped
    grew only just under lost lose some
    """
)
# … and one of these behind it, or it is an ordinal ("a third man").
_PART_AFTER = (words_of(
    """
    . , ; ) ! ? since in from to on compared this last over more less fewer higher lower larger bigger
    smaller the between and but when after as at by while during within for are were is was have had said
    its their that - – — :
    """
) | {""})  # fmt: skip
_MORE = frozenset(["more", "fewer", "less", "higher", "lower", "larger", "smaller"])
_WHOLE_AFTER = words_of(
    """
    of the its their his her our those these all a
    """
)


def read_fraction(tokens: Tokens, at: int) -> Mention | None:
    """Return the fraction that begins at token *at*, as percent or as part of a scale word, or None."""
    word = tokens.words[at]
    if word == "half":
        return _read_half(tokens, at, at)
    if word in ("a", "an"):
        return _read_article(tokens, at)
    if word in ONES:
        return _read_parts(tokens, at, ONES[word])
    if tokens.raw[at].isdigit() and tokens.is_numeral(at):
        return _read_slash(tokens, at) or (_read_parts(tokens, at, int(word)) if len(word) < 3 else None)
    if word == "quarter" and tokens.words[at + 1] in SCALES:
        return _part(tokens, at, at + 1, 1, 4)
    if word in FRACTION_PARTS and at == 0 and tokens.words[1] == "of" and word != "second":
        return _part(tokens, at, at + 1, 1, FRACTION_PARTS[word])
    return None


def _read_half(tokens: Tokens, first: int, at: int) -> Mention | None:
    words = tokens.words
    after = words[at + 1]
    if (words[first - 1] in _HALF_BEFORE_NOT and first) or after in _HALF_AFTER_NOT:
        return None
    if words[first - 1] == "a" and words[first - 2] == "and":  # "an hour and a half"
        return None
    is_compound = after == "-" and tokens.touch(at)
    if (
        is_compound
        and words[at + 2] not in SCALES
        and words[at + 2]
        not in (
            "a",
            "hour",
            "million",
            "century",
            "year",
            "mile",
        )
    ):
        return None
    return _part(tokens, first, at + 1, 1, 2)


def _read_article(tokens: Tokens, at: int) -> Mention | None:
    words = tokens.words
    part = words[at + 1]
    if part not in FRACTION_PARTS or part.endswith("s"):
        return None
    if part == "half":
        is_whole = words[at + 2] in (
            "million",
            "billion",
            "dozen",
            "hour",
            "mile",
            "of",
            "-",
            "trillion",
            "century",
        )
        return _read_half(tokens, at, at + 1) if is_whole and words[at - 1] != "and" else None
    after = words[at + 2]
    if after in SCALES and part == "quarter":
        return _part(tokens, at, at + 2, 1, 4)
    is_subject = after in ("were", "are", "have") or (part == "quarter" and after in ("was", "is", "has"))
    is_part = (
        after == "of"
        or is_subject
        or (after in _MORE and words[at + 3] == "than")
        or (words[at - 1] in _PART_BEFORE and (after in _PART_AFTER or after in AUXILIARIES))
    )
    return _part(tokens, at, at + 2, 1, FRACTION_PARTS[part]) if is_part else None


def _read_parts(tokens: Tokens, at: int, count: int) -> Mention | None:
    """Read "two-thirds", "three quarters", "one fifth"."""
    words = tokens.words
    dashed = words[at + 1] in ("-", "‑") and tokens.touch(at) and tokens.touch(at + 1)
    part_at = at + (2 if dashed else 1)
    part = words[part_at]
    whole = FRACTION_PARTS.get(part)
    if whole is None or not 0 < count < max(whole, 2) * 3:
        return None
    is_plural = part.endswith("s") or part == "halves"
    if part in ("quarter", "quarters") and not dashed and count not in (1, 3):
        return None
    if part == "quarters" and words[part_at + 1] in ("in", "running") and count != 3:
        return None
    if (is_plural is (count == 1)) and not (dashed and part == "third"):
        return None
    if part == "half" and count == 1 and not dashed and words[part_at + 1] not in ("of", "-", ".", ",", ""):
        return None
    if (
        words[part_at + 1] == "-"
        and tokens.touch(part_at)
        and words[part_at + 2] in ("party", "floor", "place")
    ):
        return None
    return _part(tokens, at, part_at + 1, count, whole)


def _read_slash(tokens: Tokens, at: int) -> Mention | None:
    """Read "1/3"; dates ("9/11", "3/4/2022") and pairs ("24/7") are no fractions."""
    is_slash = tokens.raw[at + 1] in ("/", "⁄") and tokens.touch(at) and tokens.touch(at + 1)
    below = tokens.raw[at + 2]
    if not is_slash or below not in ("2", "3", "4", "5", "8", "10") or tokens.raw[at + 3] == "/":
        return None
    if len(tokens.raw[at]) > 2 or not 0 < int(tokens.raw[at]) < int(below):
        return None
    return _part(tokens, at, at + 3, int(tokens.raw[at]), int(below))


def _part(tokens: Tokens, first: int, last: int, count: int, whole: int) -> Mention:
    """Make the share, or the number where a scale word follows ("a quarter of a million")."""
    scale, after = _scale_behind(tokens, last)
    if scale is not None:
        value = tidy((Decimal(count) * scale / Decimal(whole)).quantize(Decimal("0.001")))
        part = (Decimal(count) / Decimal(whole)).quantize(Decimal("0.001"))
        found = Mention(first, after, value, times(scale, last_place(part)), "fraction+scale", scale)
        found.because("number", "fraction+scale")
        return found
    share = percent_of(Decimal(count), Decimal(whole))
    found = Mention(first, last, share, last_place(share), "fraction", is_fraction=True)
    found.because("number", "fraction")
    return found


def _scale_behind(tokens: Tokens, at: int) -> tuple[Decimal | None, int]:
    words = tokens.words
    if words[at] == "of" and words[at + 1] == "a":
        at += 1
    if words[at] in ("-", "‑") and words[at + 1] in ("a", *SCALES):
        at += 1
    if words[at] == "a":
        at += 1
        if words[at] in ("-", "‑"):
            at += 1
    if words[at] in SCALES:
        return SCALES[words[at]], at + 1
    return None, at

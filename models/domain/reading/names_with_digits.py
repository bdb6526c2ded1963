"""Which digits belong to a name, a label or an address: "F-16", "Route 66", "No. 5", "Apollo 11", "911"."""

import re
import sys
from bisect import bisect_right

from models.domain.reading.currencies import CODES, is_conference
from models.domain.reading.date_words import MONTHS, WEEKDAYS
from models.domain.reading.function_words import AUXILIARIES
from models.domain.reading.nouns import is_plural_noun
from models.domain.reading.number_words import DOUBTFUL_SCALES, NUMBER_WORDS, SCALES, SHORT_SCALES
from models.domain.reading.tokens import Tokens
from models.domain.reading.unit_words import ABBREVIATIONS, RATE_SHORT
from models.domain.reading.word_lists import words_of

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[^\s@]{1,64}@[^\s@]{1,255}|[#@]\w+|\b[\w-]{1,80}\.(?:com|org|net|gov|info|html?|pdf|jpe?g|png)\b",
    re.IGNORECASE,
)
# International, or grouped behind a word that asks to call; the groups are bounded, so this stays linear.
_PHONE = re.compile(
    r"\+[0-9]{1,3}(?:[ .-]?\(?[0-9]{1,5}\)?){2,6}(?![0-9])|\([0-9]{2,5}\)[ -]?[0-9]{3,4}[ -][0-9]{3,4}"
    r"|\b[01]-?[0-9]{3}-[0-9]{3}-[0-9]{4}\b|\b[0-9]{3}-[0-9]{3}-[0-9]{4}\b"
    r"|\b0[0-9]{2,4}(?:[ -][0-9]{3,6}){1,3}\b"
    r"|(?:\b(?:[Cc]all|[Pp]hone|[Tt]el|[Tt]elephone|[Hh]otline|[Dd]ial|[Dd]ialled|[Tt]ext|[Ff]ax)"
    r"(?:\.|:| on| at| number)?:? )"
    r"[0-9](?:[0-9 -]{1,18}[0-9])?(?![0-9%]|[,.][0-9]|[a-z]| [a-z]+s\b)"
)

# A numeral behind one of these is a label. Those in the second list also count things: they need a capital.
_LABELS = words_of(
    """
    article articles chapter section sections paragraph page pages pp clause annex appendix amendment
    resolution route highway interstate motorway autobahn flight channel gate runway pier version phase
    stage tier category class type lot protocol volume vol issue episode figure fig item no nos nr № § #
    psalm verse act rule directive regulation order decree law bill proposition prop room suite apartment
    apt floor platform track lane exit junction zone terminal reactor block plot unit ward precinct
    station sector model mark mk league group division grade formula generation gen agenda schedule form
    line convoy squadron checkpoint box po round wave batch game lap berth hall bay camp shaft radio
    """
)
_CAPITAL_ONLY = words_of(
    """
    act rule law bill order group division unit class block type stage line lot station ward category
    grade form model room zone sector league issue floor track section figure item version generation
    squadron mark flight amendment convoy no round wave batch game lap berth hall bay camp shaft radio
    """
)
_SUBJECTS_OF_NUMBER = words_of(
    """
    the a this that now who they which still already dead wounded injured missing killed displaced could may
    might would will to today all
    """
)
_DETERMINERS = words_of(
    """
    this that last next each every a one the per past same previous
    """
)
_SMALL_LABELS = words_of(
    """
    type stage category grade flight page room floor track section phase platform gate lane junction
    highway channel level rule version item route round
    """
)
_DASHED_PREFIXES = words_of(
    """
    mid pre post sub under over non plus minus to or top nearly about almost a the and up of ex anti pro
    magnitude
    """
)
_SUFFIXES = (
    frozenset([*SHORT_SCALES, *DOUBTFUL_SCALES, *SCALES, *ABBREVIATIONS, *RATE_SHORT, *CODES])
    | words_of(
    """
    x p c f 元 円 pc pct am pm percent year years metres km bps bp pp bcm mcm mm
    """
)
)  # fmt: skip
_ORDINAL_ENDS = frozenset(["st", "nd", "rd", "th"])
_SIDES = words_of("side sides team teams squad squads international internationals coach captain title")
_VESSELS = words_of(
    """
    trawler ship vessel boat ferry tanker yacht freighter frigate destroyer submarine liner satellite rocket
    probe plane aircraft platform rig spacecraft barge tug cutter
    """
)
_CALLS = frozenset(["call", "called", "dial", "dialled", "dialed", "phone", "phoned", "calling", "ring"])
_EMERGENCY = frozenset(["911", "999", "112", "111", "101", "000"])
_NOT_NAMES = (
    MONTHS | WEEKDAYS | NUMBER_WORDS
    | words_of(
    """
    i we he she they it the a an and or in of by at about some over under between from to up than least
    nearly around mr dr another other further all both only just still even now then today yesterday
    meanwhile later earlier so far those these among with without but while yet including such
    almost roughly approximately exactly barely perhaps maybe already also each every any our
    their his her its my your this that there here for on after before until since during when where as if
    killed wounded injured arrested dead missing detained evacuated displaced affected destroyed damaged
    families households people persons houses homes
    """
)
)  # fmt: skip


# What no address and no phone number is without, faster to find than they are.
_IN_ADDRESSES = words_of("www com org net gov info htm html pdf jpg jpeg png @ # /")
_IN_PHONES = re.compile(r"\+[0-9]|[0-9]{3}[ -][0-9]{3}")
_CALLING = words_of("call phone tel telephone hotline dial dialled text fax")


def addresses(tokens: Tokens) -> list[tuple[int, int]]:
    """Return the code points of URLs, mail addresses, tags and phone numbers in the text, in order."""
    found: list[tuple[int, int]] = []
    if not _IN_ADDRESSES.isdisjoint(tokens.vocabulary):
        found += [match.span() for match in _ADDRESS.finditer(tokens.text)]
    if _IN_PHONES.search(tokens.text) or not _CALLING.isdisjoint(tokens.vocabulary):
        found += [match.span() for match in _PHONE.finditer(tokens.text)]
    return sorted(found)


def past_name(tokens: Tokens, at: int) -> int:
    """Return the token behind the name or label that the numeral at *at* belongs to, or 0."""
    if _is_glued(tokens, at) or _has_foreign_suffix(tokens, at) or _is_labelled(tokens, at):
        return _past_glue(tokens, at + 1)
    raw = tokens.raw[at]
    if (raw[0] == "0" and len(raw) > 1 and raw.isdigit()) or _is_list_number(tokens, at):
        return at + 1
    if _is_address(tokens, at) or _is_file_number(tokens, at):
        return _past_glue(tokens, at + 1)
    if raw in _EMERGENCY and tokens.words[at - 1] in _CALLS:
        return at + 1
    return _past_glue(tokens, at + 1) if _is_behind_a_name(tokens, at) else 0


def _past_glue(tokens: Tokens, at: int) -> int:
    """Step over what is written together with a name: "A" of "F-16A", "-3" of "T-34-3"."""
    while tokens.touch(at - 1) and (
        tokens.raw[at].isalnum() or (tokens.raw[at] in ("-", "/") and tokens.touch(at))
    ):
        at += 1
    return at


def _is_glued(tokens: Tokens, at: int) -> bool:
    """Say whether letters stand right before: "G7", "MH17", "F-16", "Covid-19"."""
    if at == 0 or not tokens.touch(at - 1):
        return False
    before = tokens.raw[at - 1]
    if is_conference(tokens, at - 1):
        return True
    if before[0].isalpha():
        return before.lower() not in CODES and before.lower() not in ("us", "rs", "c", "approx", "x")
    if before not in ("-", "‑") or at < 2 or not tokens.touch(at - 2):
        return False
    name = tokens.raw[at - 2]
    if name.lower() == "under" and tokens.words[at + 1] in _SIDES:
        return True
    if not name[0].isalpha() or name.lower() in _DASHED_PREFIXES or name.lower() in NUMBER_WORDS:
        return False
    return not (tokens.is_numeral(at - 3) and tokens.touch(at - 3))


def _has_foreign_suffix(tokens: Tokens, at: int) -> bool:
    """Say whether letters that are no unit and no scale word stand right behind: "5G", "747s", "21st"."""
    if not tokens.touch(at) or not tokens.raw[at + 1][0].isalpha():
        return False
    suffix = tokens.words[at + 1]
    if suffix in _ORDINAL_ENDS or suffix not in _SUFFIXES:
        return True
    return (
        suffix in ("x", "c", "f", "g", "t", "b", "p")
        and tokens.touch(at + 1)
        and tokens.raw[at + 2][0].isalnum()
    )


def _is_labelled(tokens: Tokens, at: int) -> bool:
    """Say whether a word before makes the numeral a label: "Article 5", "No. 10", "type 2 diabetes"."""
    before = at - 1
    if (
        tokens.raw[before] == "."
        and at > 1
        and tokens.words[before - 1] in ("no", "nos", "nr", "vol", "fig", "art", "pp", "p")
    ):
        return True
    word = tokens.words[before]
    if word in ("and", "or", ",", "-", "–", "to") and before > 1 and tokens.is_numeral(before - 1):
        return _is_labelled(tokens, before - 1) and not tokens.words[at + 1].endswith("s")
    word = word.removesuffix("s") if word.removesuffix("s") in _LABELS and len(word) > 3 else word
    if word == "number":
        return tokens.raw[at].isdigit() and not _is_verb(tokens, before)
    if word in ("week", "day", "year", "month") and tokens.raw[at].isdigit():
        return tokens.words[before - 1] not in _DETERMINERS and not is_plural_noun(tokens.words[at + 1])
    if word not in _LABELS or "," in tokens.raw[at]:
        return False
    if word in _CAPITAL_ONLY:
        if not tokens.is_capitalised(before):
            return word in _SMALL_LABELS and not is_plural_noun(tokens.words[at + 1])
        return before > 0 or tokens.raw[at].isdigit()
    return True


def _is_verb(tokens: Tokens, at: int) -> bool:
    """Say whether "number" says how many there are: "the dead now | number 129", "its members number 40"."""
    before = tokens.words[at - 1]
    return before in _SUBJECTS_OF_NUMBER or is_plural_noun(before)


def _is_address(tokens: Tokens, at: int) -> bool:
    """Say whether the numeral is a house's: "10 Downing Street"."""
    if not tokens.is_capitalised(at + 1) or not tokens.raw[at].isdigit():
        return False
    return any(
        tokens.words[near] in _STREETS and tokens.is_capitalised(near) for near in range(at + 2, at + 4)
    )


_STREETS = words_of(
    """
    street road avenue lane square drive boulevard place court terrace st
    """
)
_CODES_BEFORE = words_of(
    """
    id isbn issn doi iban pin code serial vin postcode zip ref reference docket account passport licence
    plate hashtag
    """
)  # fmt: skip


def _is_file_number(tokens: Tokens, at: int) -> bool:
    """Say whether the numeral is an identifier: behind such a word, or three parts joined by dashes."""
    words = tokens.words
    if words[at - 1] in _CODES_BEFORE or (
        words[at - 1] in ("is", "number", ":") and words[at - 2] in _CODES_BEFORE
    ):
        return not words[at + 1].endswith("s")
    last, dashes = at, 0
    while (
        tokens.raw[last + 1] == "-"
        and tokens.is_numeral(last + 2)
        and tokens.touch(last)
        and tokens.touch(last + 1)
    ):
        last, dashes = last + 2, dashes + 1
    return dashes > 1


def _is_list_number(tokens: Tokens, at: int) -> bool:
    """Say whether the numeral opens the sentence as a list's number: "1. ", "(2) ", "3) "."""
    raw = tokens.raw[at]
    if len(raw) > 2 or not raw.isdigit():
        return False
    if at == 0:
        opens = tokens.touch(0) and tokens.raw[1] in (".", ")") and not tokens.touch(1)
        return opens and (tokens.raw[2][:1].isalpha() or tokens.count > 3)
    return tokens.raw[at - 1] == "(" and tokens.raw[at + 1] == ")" and at == 1


def _is_behind_a_name(tokens: Tokens, at: int) -> bool:
    """Say whether the bare numeral ends a capitalised name: "Apollo 11", "the Boeing 737", "FTSE 100"."""
    before, raw = tokens.raw[at - 1], tokens.raw[at]
    if raw.endswith(".0") and at and before[:1].isupper() and not tokens.words[at + 1][:1].isalpha():
        return tokens.raw[at + 1] != "%" and tokens.words[at - 1] not in _NOT_NAMES  # "Web 2.0"
    if before in CODES.values():
        return False
    if not at or not raw.isdigit():
        return False
    if before.removesuffix("'s").removesuffix("’s") in _KNOWN_NAMES or tokens.raw[at - 2 : at] == ["&", "P"]:
        return _ends_known_name(tokens, at)
    if not before[:1].isupper() or tokens.words[at - 1] in _NOT_NAMES:
        return False
    if (
        any(letter.isupper() for letter in before[1:])
        and before not in ("US", "UK", "UN", "EU")
        and not before.endswith("s")
    ):
        return (
            not is_plural_noun(tokens.words[at + 1])
            and "," not in raw
            and tokens.raw[at + 1] not in ("%", "-")
        )
    if tokens.touch(at) and tokens.raw[at + 1] not in (".", ",", ")", ";", "'", "’", "”", '"', ":"):
        return False
    if at == 1:  # "Bus 38 no longer stops": a noun that opens the sentence, and a verb behind the number
        return tokens.words[2] in _VERBS_BEHIND and not is_plural_noun(tokens.words[0])
    if (
        at > 1
        and tokens.words[at - 2] in ("and", ",", ";")
        and any(map(tokens.is_numeral, range(max(at - 40, 0), at - 2)))
    ):
        return False  # "France ordered 42 jets and Greece 24"
    # A score line ("Spain 2, Italy 1") is two numbers; a name at the end of a clause is a name.
    is_closed = tokens.raw[at + 1] in (".", "", ")", "'", "’", "”", '"', ";") and not _is_score(tokens, at)
    return is_closed or _is_vessel(tokens, at)


def _is_vessel(tokens: Tokens, at: int) -> bool:
    """Say whether the name is a vessel's: "aboard the trawler Stella | 2, and"."""
    return tokens.words[at - 2] in _VESSELS and not is_plural_noun(tokens.words[at + 1])


def _ends_known_name(tokens: Tokens, at: int) -> bool:
    """Say whether the numeral belongs to the name before it: "14 Leopard 2 tanks", but "Windows 12 users"."""
    is_counted = tokens.is_numeral(at - 2) or tokens.words[at - 2] in NUMBER_WORDS
    after = tokens.words[at + 1]
    return is_counted or not is_plural_noun(after) or after in _VERBS_BEHIND


_VERBS_BEHIND = AUXILIARIES | words_of(
    """
    no never remains remained put puts said says took runs ran left leaves stays stayed opened opens
    closed reported again still also won lost crossed costs sells starts comes weighs goes went
    """
)


_KNOWN_NAMES = words_of(
    """
    Area Coronavirus coronavirus Apollo Soyuz Boeing Airbus Falcon Windows Formula FTSE Nikkei Dow Fortune
    Route Xbox PlayStation Ariane Chang'e Luna Voyager Artemis Chandrayaan Covid COVID CAC DAX Stoxx
    Android iPhone Starship Tupolev Ilyushin Antonov Mirage Boxer Leopard Challenger Bradley Merkava
    Gripen Patriot Mark Mk Sentinel Landsat Beatles Gemini Pioneer Mariner Rafale Oppo Agenda Psalm
    """
)


def _is_score(tokens: Tokens, at: int) -> bool:
    return any(tokens.is_numeral(other) for other in range(max(at - 4, 0), at)) or tokens.is_numeral(at + 3)


def is_in(spans: list[tuple[int, int]], start: int) -> int:
    """Return the end of the span of *spans* that holds code point *start*, or 0."""
    at = bisect_right(spans, (start, sys.maxsize)) - 1
    near = spans[max(at - 1, 0) : at + 1]  # a number inside an address may begin behind it
    return next((last for first, last in near if first <= start < last), 0)

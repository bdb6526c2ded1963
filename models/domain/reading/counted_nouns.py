"""What a quantity counts: the noun phrase behind it, found by word lists instead of a parser."""

from models.domain.reading.function_words import AUXILIARIES
from models.domain.reading.mention import Mention
from models.domain.reading.nouns import is_person_noun, is_plural_noun
from models.domain.reading.number_words import NUMBER_WORDS, PLURAL_SCALES
from models.domain.reading.tokens import Tokens
from models.domain.reading.unit_words import WORDS
from models.domain.reading.word_lists import words_of
from models.domain.vocabulary import Dimension

# Never part of a noun phrase behind a number.
_STOPS = words_of(
    """
    aged rendered worldwide nationwide globally annually overseas online downtown visible alive available
    apart due able following respectively altogether elsewhere everywhere indoors outdoors instead anyway
    maybe perhaps probably meanwhile otherwise once twice again ever never soon often usually across was
    were is are am be been being has have had having will would can could may might shall should must do
    does did said says say told according to from by with without in on at for into onto over under after
    before since until till during through throughout against between among amid along around near off up
    down out about than as if that which who whom whose where when while whereas because although though
    but or nor so yet and the a an this these those his her its their our your my it they them he she we
    you i not no also already still just only even now then there here reportedly allegedly later earlier
    ago today yesterday tomorrow overnight away each per every both either neither how why what too via
    versus like despite including excluding plus minus died die dies fled flee left went gone got came
    come took taken made won lost hit fell rose became began saw seen done given gave held kept led met
    paid put ran run sent set shot slept spent spoke stood struck swam thought understood woke wore wrote
    remain remained remains need needed needs live lived lives work worked want wants join joined received
    receive arrived arrive entered escaped survived voted vote signed returned return crossed cross
    attended gathered gather marched march killed go goes aside together forward ahead worth slid shook
    swung clung bled dealt dug flung hung hid knelt leapt lit shone shrank spun sprang strove swore swept
    tore withdrew underwent overran broke chose beat bit blew comes takes makes gets serves belongs
    depends shows means sang sank brought bought built caught cost drew drank drove ate felt fought found
    flew forgot froze grew heard knew lay lent loses meant rode rang sold sought stole taught threw wound
    back abroad alone buys aboard tonight
    """
)
_SKIPPED = words_of(
    """
    more other new additional further extra or so such another fewer less
    """
)
_VERB_LIKE = words_of(
    """
    killed injured wounded missing arrested displaced dead detained hurt trapped infected evacuated
    hospitalised hospitalized
    """
)  # fmt: skip
_NOT_HEADS = frozenset(["ago", "old", "later", "earlier", "am", "pm"])
_ING_NOUNS = words_of(
    """
    building buildings housing wing being king ring string spring thing meeting hearing killing shooting
    bombing fighting ruling warning training landing crossing wedding painting offering setting flooding
    mining drilling trading spending funding shipping banking clothing living learning launching lightning
    evening morning sitting briefing listing rating earring surviving remaining leading following existing
    operating working missing commanding serving practising outstanding developing neighbouring
    """
)  # fmt: skip
_LONGEST = 12  # words in one noun phrase


def find_counted(tokens: Tokens, mention: Mention, limit: int) -> tuple[int, int] | None:
    """Return the tokens of the noun phrase that *mention* counts, none behind token *limit*, or None."""
    if mention.unit == "factor" or (mention.dimension is Dimension.TIME and not _is_old(tokens, mention)):
        return None
    if mention.is_adjective:
        return _phrase(tokens, mention.last, _first_plural(tokens, mention, limit))
    if mention.dimension is Dimension.SHARE or mention.is_fraction:
        return _behind_share(tokens, mention, limit)
    if mention.dimension is Dimension.MONEY:
        return _behind_money(tokens, mention, limit)
    return _behind_count(tokens, mention, limit)


def _first_plural(tokens: Tokens, mention: Mention, limit: int) -> int:
    """Return where a phrase behind "a" must end: "a 30,000-tonne tanker | lists"."""
    if tokens.words[mention.first - 1] not in ("a", "an"):
        return limit
    plurals = (
        at
        for at in range(mention.last + 1, min(limit, mention.last + _LONGEST))
        if is_plural_noun(tokens.words[at])
    )
    return next(plurals, limit)


def _is_old(tokens: Tokens, mention: Mention) -> bool:
    return tokens.words[mention.last - 1] == "old"


_QUOTES = frozenset(['"', "”", "’", "'"])


def _behind_count(tokens: Tokens, mention: Mention, limit: int) -> tuple[int, int] | None:
    at = mention.last
    at += tokens.words[at] in _QUOTES
    if tokens.words[at] == "of":
        is_far = mention.dimension is Dimension.LENGTH and tokens.is_capitalised(
            at + 1
        )  # "within 7 km of Tabqa"
        return None if is_far else _phrase(tokens, at + 1, limit, with_article=True)
    if mention.dimension is not Dimension.COUNT:
        return None
    while tokens.words[at] in _SKIPPED:
        at += 1
    return _phrase(tokens, at, limit)


def _behind_money(tokens: Tokens, mention: Mention, limit: int) -> tuple[int, int] | None:
    """Return what the money is for: "$61 billion in military aid", "£340m to its lenders", "a €5m fund"."""
    words, at = tokens.words, mention.last
    if words[at] in _MONEY_LINKS:
        at += 1 + (words[at] == "worth" and words[at + 1] == "of")
        is_place = words[at - 1] in ("in", "from") and tokens.is_capitalised(at)
        is_deed = words[at].endswith("ing") and words[at] not in _ING_NOUNS
        noun = at + 1 if words[at] in _ARTICLES else at
        is_time = words[noun] in _NO_PURPOSE or words[noun] in WORDS
        if is_place or is_deed or is_time:
            return None
        return _phrase(tokens, at, limit, with_article=True)
    if words[at] in _NO_PURPOSE or tokens.is_capitalised(at) or words[at].endswith("ed"):
        return None
    return _phrase(tokens, at, limit)


_MONEY_LINKS = frozenset(["of", "in", "worth", "for", "to", "on", "from", "off"])
_NO_PURPOSE = words_of(
    """
    cash total all annual first last past next current second third today yesterday monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september
    october november december date return time place increase rise fall drop cut decline growth more less
    """
)


def _behind_share(tokens: Tokens, mention: Mention, limit: int) -> tuple[int, int] | None:
    words, at = tokens.words, mention.last
    if mention.unit in ("percentage_point", "basis_point"):
        return None
    if words[at] == "of":
        if words[at + 1] == "it":
            return at + 1, at + 2
        return _phrase(tokens, at + 1, limit, with_article=True)
    if words[at] in _NO_PURPOSE or words[at] in ("-", "–"):
        return None
    if mention.is_fraction and words[at] in ("the", "its", "their", "all", "his", "her"):
        return _phrase(tokens, at, limit, with_article=True)
    return _phrase(tokens, at, limit) if is_plural_noun(words[at]) or words[at] in _SHARED else None


_SHARED = words_of(
    """
    tariff tax stake share majority discount levy interest duty margin
    """
)


_PART_WORDS = frozenset(["the", "its", "their", "these", "those", "all", "some", "his", "her"])


def share_counted(tokens: Tokens, earlier: Mention, later: Mention) -> None:
    """Let "half of the 1,000 tenants" and "150 and 190 people" count what stands behind the second number."""
    if earlier.counted is not None or later.counted is None or later.dimension is not Dimension.COUNT:
        return
    gap = tokens.words[earlier.last : later.first]
    is_owned = len(gap) in (3, 4) and gap[-1].endswith("'s")
    is_owned = is_owned or (len(gap) == 2 and gap[-1].endswith("'s"))
    is_part = gap[:1] == ["of"] and (is_owned or len(gap) == 1 or (len(gap) == 2 and gap[1] in _PART_WORDS))
    is_pair = (
        gap in (["and"], ["or"])
        and earlier.dimension is Dimension.COUNT
        and not earlier.unit
        and not later.is_adjective
    )
    if is_part or is_pair:
        earlier.counted = later.counted


def is_bare(tokens: Tokens, mention: Mention) -> bool:
    """Say whether nothing behind the number says what it counts: the end of a clause, "of them", a verb."""
    words, at = tokens.words, mention.last
    if not words[at][:1].isalpha() or words[at : at + 2] in (
        ["of", "them"],
        ["of", "those"],
        ["of", "whom"],
        ["of", "which"],
    ):
        return True
    return words[at] in _STOPS or words[at] in ("more", "others", "fewer") or words[at].endswith(("ed", "ly"))


def _phrase(tokens: Tokens, at: int, limit: int, *, with_article: bool = False) -> tuple[int, int] | None:
    """Read modifiers and head from token *at* on; one "of" phrase or "-ing" clause may follow the head."""
    first = at
    words = tokens.words
    if with_article and words[at] in _ARTICLES:
        at += 1
        if words[at] in _STOPS and words[at] in _NOUNS_TOO:
            return first, at + 1
    last = _head_end(tokens, at, limit)
    if (
        last == at
        or words[last - 1] in _NOT_HEADS
        or words[last - 1].endswith("'s")
        or (last == at + 1 and not with_article and not _is_noun(tokens, at))
    ):
        return None
    return first, _past_complement(tokens, _past_and(tokens, last, limit), limit)


_ARTICLES = words_of("the its their his her all our these those a an")
_NOUNS_TOO = words_of(
    """
    vote work cut need hit run set march return lives needs cross join votes live signed
    """
)


def _is_noun(tokens: Tokens, at: int) -> bool:
    """Say whether a word alone behind a number is its noun: in "30,000 dead" it is, in "left 12 dead" not."""
    word = tokens.words[at]
    if word == "dead":
        return tokens.words[at - 2] in ("at", "of", "to", "with", "including", "claimed", "from")
    if word == "home":
        return tokens.words[at - 1] in ("one", "1", "a")  # "sent nine home"
    if word in ("wounded", "injured", "missing"):
        return tokens.words[at + 1] in AUXILIARIES and tokens.words[at - 2] not in ("and", ",")
    if word in _VERB_LIKE or (word.endswith("ly") and word not in _LY_NOUNS):
        return False
    return not word.endswith("ed") or word in ("seed", "breed", "weed", "shed", "bed", "feed")


def _head_end(tokens: Tokens, at: int, limit: int) -> int:
    words = tokens.words
    start = at
    has_plural = False
    while at < limit and at - start < _LONGEST:
        word = words[at]
        if word in ("-", "'") and at > start and tokens.touch(at - 1) and tokens.touch(at):
            at += 1
            continue
        dashed = at > start and tokens.raw[at - 1] == "-"
        if dashed and tokens.is_numeral(at) and tokens.is_capitalised(at - 2):  # "F-35s"
            at += 2 if tokens.touch(at) and tokens.raw[at + 1].isalpha() else 1
            continue
        is_type = at > start and tokens.is_numeral(at) and tokens.is_capitalised(at - 1)
        if is_type and is_plural_noun(words[at + 1]):  # "Leopard 2 tanks"
            at += 1
            continue
        if tokens.is_capitalised(at) and tokens.touch(at) and tokens.is_numeral(at + 1):  # "M1A2 Abrams"
            at += 1
            while tokens.touch(at - 1) and tokens.raw[at].isalnum():
                at += 1
            continue
        if tokens.raw[at] == "U" and tokens.raw[at + 1 : at + 4] == [".", "S", "."]:
            at += 4
            continue
        if not word[:1].isalpha() or (not dashed and _ends_phrase(tokens, at, start, has_plural)):
            break
        has_plural = has_plural or (is_plural_noun(word) and word not in _ATTRIBUTIVE)
        at += 1
    while at > start and words[at - 1] in ("-", "'"):
        at -= 1
    return at


_TOLD = words_of("reported feared thought announced given stated estimated claimed counted planned expected")
"""What "the 48 first reported" goes on with."""

_ATTRIBUTIVE = words_of(
    """
    measles diabetes sports arms mumps rabies species news series thai savings earnings human defence
    police military staff crew media data chinese japanese sudanese congolese vietnamese portuguese
    lebanese taiwanese burmese infantry cavalry youth poor elderly livestock poultry dead injured wounded
    missing women men aircraft homeless rohingya
    """
)


def _ends_phrase(tokens: Tokens, at: int, start: int, has_plural: bool) -> bool:
    word = tokens.words[at]
    if word == "lives" and at == start:  # "claimed 180 lives"
        return False
    if word == "first" and at == start and tokens.words[at + 1] in _TOLD:
        return True
    if (word, tokens.words[at + 1]) in (("short", "of"), ("end", "up"), ("ends", "up")):
        return True
    if word in _STOPS or word in NUMBER_WORDS or word in PLURAL_SCALES:
        return True
    if word in ("last", "next", "past") and tokens.words[at + 1] in WORDS:  # "40 last week"
        return True
    return at > start and not _continues(tokens, at, has_plural)


def _continues(tokens: Tokens, at: int, has_plural: bool) -> bool:
    """Say whether the word still belongs to the phrase begun: after a plural head, only another noun does."""
    word, before = tokens.words[at], tokens.words[at - 1]
    if has_plural and tokens.is_capitalised(at) and tokens.is_capitalised(at - 1):
        return not word.endswith("ed")  # "the World Monuments Fund"
    if has_plural:
        return (
            word not in _LEFT_SO
            and is_plural_noun(word)
            and word not in _VERB_LIKE
            and not tokens.is_capitalised(at)
        )
    if word.endswith("ly") and word not in _LY_NOUNS:
        return False
    if word in _VERB_LIKE or word.endswith("ed"):
        is_modifier = before.endswith("ly") or tokens.is_capitalised(at - 1)
        return is_modifier and is_plural_noun(tokens.words[at + 1])
    return True


_LEFT_SO = frozenset(["homeless", "dead", "wounded", "injured", "missing", "unemployed"])
"""Said of the noun before, and no noun of its own: "left 1,100 families | homeless"."""
_LY_NOUNS = words_of(
    """
    family elderly assembly early daily only deadly monthly weekly yearly friendly supply anomaly monopoly
    ally
    """
)


def _past_and(tokens: Tokens, at: int, limit: int) -> int:
    """Take in a second plural head: "loans and grants", "homes and businesses"."""
    words = tokens.words
    if words[at] not in ("and", "or") or at + 1 >= limit or not is_plural_noun(words[at - 1]):
        return at
    word = words[at + 1]
    is_second = (
        is_plural_noun(word)
        and word not in _STOPS
        and word not in _VERB_LIKE
        and not tokens.is_capitalised(at + 1)
    )
    return at + 2 if is_second and not is_plural_noun(words[at + 2]) else at


def _past_complement(tokens: Tokens, at: int, limit: int) -> int:
    """Take in "of parliament" or "fleeing the war" behind the head."""
    words = tokens.words
    if words[at] == "of" and at + 1 < limit:
        start = at + 1 + (words[at + 1] in ("the", "its", "their", "his", "her"))
        if words[at - 1] in _PLACES and tokens.is_capitalised(start):
            return at
        end = _head_end(tokens, start, limit)
        return end if end > start else at
    is_clause = words[at].endswith("ing") and words[at] not in _ING_NOUNS | _STOPS and len(words[at]) > 5
    if is_clause and is_plural_noun(words[at - 1]) and at + 1 < limit:
        start = at + 1 + (words[at + 1] in _CLAUSE_STARTS)
        start += words[start] in ("the", "its", "their", "a")
        end = _head_end(tokens, start, limit)
        return end if end > start else at
    return at


_PLACES = words_of(
    """
    districts provinces cities towns villages parts regions states areas counties municipalities miles
    kilometres
    """
)
_CLAUSE_STARTS = words_of("the its their from in his her a an for")


def head_of(tokens: Tokens, span: tuple[int, int]) -> str:
    """Return the head noun of a counted phrase in lower case: its last word before "of" or a clause."""
    first, last = span
    words = tokens.words
    end = next((at for at in range(first + 1, last) if words[at] == "of"), last)
    for at in range(first, end):
        if is_plural_noun(words[at]) and not is_plural_noun(words[at + 1]) and words[at + 1] != "-":
            return words[at]
    return words[end - 1]


def names_people(tokens: Tokens, span: tuple[int, int]) -> bool:
    """Say whether the head of the phrase names people."""
    return is_person_noun(head_of(tokens, span))

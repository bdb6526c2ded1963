"""What a quantity counts: the noun phrase behind it, found by word lists instead of a parser."""

from models.domain.reading.mention import Mention
from models.domain.reading.nouns import is_person_noun, is_plural_noun
from models.domain.reading.number_words import NUMBER_WORDS, PLURAL_SCALES
from models.domain.reading.tokens import Tokens
from models.domain.reading.word_lists import words_of
from models.domain.vocabulary import Dimension

# Never part of a noun phrase behind a number.
_STOPS = words_of(
    """
    was were is are am be been being has have had having will would can could may might shall should
    must do does did said says say told according to from by with without in on at for into onto over
    under after before since until till during through throughout across against between among amid
    along around near off up down out about than as if that which who whom whose where when while
    whereas because although though but or nor so yet and the a an this these those his her its their
    our your my it they them he she we you i not no also already still just only even now then there
    here reportedly allegedly later earlier ago today yesterday tomorrow overnight away each per every
    both either neither how why what too via versus like despite including excluding plus minus died die
    dies fled flee left went gone got came come took taken made won lost hit fell rose became began saw
    seen done given gave held kept led met paid put ran run sent set shot slept spent spoke stood struck
    swam thought understood woke wore wrote remain remained remains need needed needs live lived lives
    work worked want wants join joined received receive arrived arrive entered escaped survived voted
    vote signed returned return crossed cross attended gathered gather marched march killed
    """
)
_SKIPPED = words_of(
    """
    more other new additional further extra others or so such another
    """
)
_VERB_LIKE = words_of(
    """
    killed injured wounded missing arrested displaced dead detained hurt trapped infected evacuated
    hospitalised hospitalized
    """
)  # fmt: skip
_COUNTABLE_ALONE = frozenset(["dead", "wounded", "injured"])
_NOT_HEADS = frozenset(["ago", "old", "later", "earlier", "am", "pm"])
_ING_NOUNS = words_of(
    """
    building buildings housing wing being king ring string spring thing meeting hearing killing shooting
    bombing fighting ruling warning training landing crossing wedding painting offering setting flooding
    mining drilling trading spending funding shipping banking clothing living learning launching
    lightning evening morning sitting briefing listing rating earring surviving remaining leading
    following existing operating working missing commanding serving practising outstanding developing
    neighbouring
    """
)  # fmt: skip
_LONGEST = 12  # words in one noun phrase


def find_counted(tokens: Tokens, mention: Mention, limit: int) -> tuple[int, int] | None:
    """Return the tokens of the noun phrase that *mention* counts, none behind token *limit*, or None."""
    if mention.dimension in (Dimension.MONEY, Dimension.SHARE) or mention.is_fraction:
        return _behind_share(tokens, mention, limit)
    if mention.dimension is not Dimension.COUNT:
        return None
    at = mention.last
    if tokens.words[at] == "-" and tokens.touch(at - 1):
        at += 1
    if tokens.words[at] == "of":
        return _phrase(tokens, at + 1, limit, with_article=True)
    while tokens.words[at] in _SKIPPED:
        at += 1
    return _phrase(tokens, at, limit)


def _behind_share(tokens: Tokens, mention: Mention, limit: int) -> tuple[int, int] | None:
    words, at = tokens.words, mention.last
    is_money = mention.dimension is Dimension.MONEY
    if words[at] == "of" or (is_money and words[at] in ("in", "worth")):
        at += 1 + (words[at] == "worth" and words[at + 1] == "of")
        return _phrase(tokens, at, limit, with_article=True)
    if is_money or words[at] in ("-", "–", "increase", "rise", "fall", "drop", "cut", "decline", "growth"):
        return None
    if mention.is_fraction and words[at] in ("the", "its", "their", "all", "his", "her"):
        return _phrase(tokens, at, limit, with_article=True)
    return _phrase(tokens, at, limit) if is_plural_noun(words[at]) else None


def _phrase(tokens: Tokens, at: int, limit: int, *, with_article: bool = False) -> tuple[int, int] | None:
    """Read modifiers and head from token *at* on; one "of" phrase or "-ing" clause may follow the head."""
    first = at
    if with_article and tokens.words[at] in (
        "the",
        "its",
        "their",
        "his",
        "her",
        "all",
        "our",
        "these",
        "those",
        "a",
        "an",
    ):
        at += 1
    last = _head_end(tokens, at, limit)
    if last == at:
        return None
    words = tokens.words
    if last == at + 1 and words[at] in _VERB_LIKE - _COUNTABLE_ALONE:
        return None
    if words[last - 1] in _NOT_HEADS:
        return None
    return first, _past_complement(tokens, last, limit)


def _head_end(tokens: Tokens, at: int, limit: int) -> int:
    words = tokens.words
    start = at
    has_plural = False
    while at < limit and at - start < _LONGEST:
        word = words[at]
        if word in ("-", "'") and at > start and tokens.touch(at - 1) and tokens.touch(at):
            at += 1
            continue
        if not word[:1].isalpha() or word in _STOPS or word in NUMBER_WORDS or word in PLURAL_SCALES:
            break
        if at > start and not _continues(tokens, at, has_plural):
            break
        has_plural = has_plural or is_plural_noun(word)
        at += 1
    while at > start and words[at - 1] in ("-", "'"):
        at -= 1
    return at


def _continues(tokens: Tokens, at: int, has_plural: bool) -> bool:
    """Say whether the word still belongs to the phrase begun: after a plural head, only another noun does."""
    word = tokens.words[at]
    if tokens.raw[at - 1] == "-":
        return True
    if has_plural:
        return is_plural_noun(word) and word not in _VERB_LIKE and not tokens.is_capitalised(at)
    if word.endswith("ly") and word not in (
        "family",
        "elderly",
        "assembly",
        "early",
        "daily",
        "only",
        "deadly",
        "monthly",
    ):
        return False
    if word in _VERB_LIKE:
        return is_plural_noun(tokens.words[at + 1])
    return True


def _past_complement(tokens: Tokens, at: int, limit: int) -> int:
    """Take in "of parliament" or "fleeing the war" behind the head."""
    words = tokens.words
    if words[at] == "of" and at + 1 < limit:
        start = at + 1 + (words[at + 1] in ("the", "its", "their", "his", "her"))
        end = _head_end(tokens, start, limit)
        return end if end > start else at
    is_clause = words[at].endswith("ing") and words[at] not in _ING_NOUNS and len(words[at]) > 5
    if is_clause and is_plural_noun(words[at - 1]) and at + 1 < limit:
        start = (
            at + 1 + (words[at + 1] in ("the", "its", "their", "from", "in", "his", "her", "a", "an", "for"))
        )
        start += words[start] in ("the", "its", "their", "a")
        end = _head_end(tokens, start, limit)
        return end if end > start else at
    return at


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
